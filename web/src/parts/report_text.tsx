// A report's text in full: paragraphs of pieces, each piece under the marks that cover it. Only text nodes: what a
// report contains is never markup.

import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import { paragraphs, type Mark, type Paragraph, type Piece } from "../model/pieces.ts";
import type { ReportView } from "../model/report_view.ts";

const CLASS_OF: Record<string, string> = { headline: "hl", byline: "ap", dateline: "ap", credit: "ap", boilerplate: "bp" };

interface Props {
  report: ReportView;
  marks: readonly Mark[];
  // Classes of a piece; "" for bare text.
  look: (piece: Piece) => string;
  // What stands before a piece at which a mark begins.
  before?: (piece: Piece) => VNode | null;
  // Beside a paragraph.
  beside?: (paragraph: Paragraph) => VNode | null;
  piece?: (piece: Piece) => Record<string, string | number>;
}

export function ReportText({ report, marks, look, before, beside, piece }: Props): VNode {
  const cut = useMemo(() => paragraphs(report.points, report.json.sections, marks), [report, marks]);
  const language = report.json.language && report.json.language !== "und" ? { lang: report.json.language } : {};
  return (
    <div class="txt" {...language}>
      {cut.map((paragraph) => {
        const body = (
          <p dir="auto" key={paragraph.begin} data-begin={paragraph.begin} class={(paragraph.section && CLASS_OF[paragraph.section]) ?? ""}>
            {paragraph.pieces.map((each) => {
              const name = look(each), extra = piece?.(each) ?? {};
              const bare = !name && Object.keys(extra).length === 0;
              return [before?.(each), bare ? each.text : <span key={each.begin} class={name} {...extra}>{each.text}</span>];
            })}
          </p>
        );
        return beside ? <div class="row" key={paragraph.begin}>{body}{beside(paragraph)}</div> : body;
      })}
    </div>
  );
}
