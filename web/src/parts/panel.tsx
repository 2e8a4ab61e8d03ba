// The words in their report, beside the page; Esc gives the reader back to where they were.

import type { VNode } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Span } from "../api/types.ts";
import type { Mark } from "../model/pieces.ts";
import { reportAddress, type ReportView } from "../model/report_view.ts";
import { citation } from "../text/wording.ts";
import { close, opened, type Opened } from "./panel_state.ts";
import { ReportText } from "./report_text.tsx";

// Copies without the clipboard interface where the page is not served securely.
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "vh";
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
}

export function citationOf(report: ReportView, span: Span): string {
  return citation({
    words: report.cut(span), name: report.name, title: report.title, published: report.json.published, url: report.json.url,
    begin: span.begin, end: span.end, link: location.origin + reportAddress(report.id, span),
  });
}

export function CopyButtons({ report, span }: { report: ReportView; span: Span }): VNode {
  const [said, setSaid] = useState("");
  useEffect(() => { setSaid(""); }, [report.id, span.begin, span.end]);  // not where the same place is drawn anew
  const put = async (text: string, done: string): Promise<void> => setSaid((await copy(text)) ? done : "Copying is not allowed here");
  return (
    <span class="acts">
      <button class="btn" type="button" data-key="c" onClick={() => put(citationOf(report, span), "Citation copied")}>Copy citation</button>
      <button class="btn" type="button" data-key="l" onClick={() => put(location.origin + reportAddress(report.id, span), "Link copied")}>Copy link</button>
      <span role="status" class="said">{said}</span>
    </span>
  );
}

export function Panel(): VNode | null {
  const at = opened.value;
  return at ? <OpenPanel at={at} /> : null;
}

function OpenPanel({ at: { report, span } }: { at: Opened }): VNode {
  const text = useRef<HTMLDivElement>(null);
  const marks = useMemo<Mark[]>(() => (span ? [{ ...span, kind: "hit", number: 0 }] : []), [span]);
  useEffect(() => {
    const box = text.current;
    if (!box) return;
    const hit = box.querySelector<HTMLElement>(".hit");
    box.scrollTop = hit ? hit.offsetTop - box.offsetTop - box.clientHeight / 3 : 0;
    box.focus({ preventScroll: true });
  }, [report, span]);
  return (
    <aside id="panel" aria-label="The words in the report">
      <header>
        <span class="sig">{report.siglum}</span><b><bdi>{report.name}</bdi></b><span data-when>{report.when(true)}</span>
        <button class="btn" type="button" onClick={close}>Close</button>
      </header>
      <div class="scroll" ref={text} tabIndex={0} role="region" aria-label="Text of the report">
        {report.title && !report.titleInText ? <h3 dir="auto">{report.title}</h3> : null}
        <ReportText report={report} marks={marks} look={(piece) => (piece.marks.length ? "hit" : "")} />
      </div>
      <footer>
        {span ? <CopyButtons report={report} span={span} /> : <span>The whole report.</span>}
        <a href={reportAddress(report.id, span ?? undefined)} onClick={() => close()}>Open the report</a>
      </footer>
    </aside>
  );
}
