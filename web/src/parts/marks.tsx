// What every page draws: letters of reports, words cut from them, signs, sections.

import { createContext, type ComponentChildren, type VNode } from "preact";
import { useContext } from "preact/hooks";
import type { Evidence, Span } from "../api/types.ts";
import { reportAddress, type ReportView } from "../model/report_view.ts";
import type { StoryView } from "../model/story_view.ts";
import { open } from "./panel_state.ts";

export const StoryContext = createContext<StoryView | null>(null);

export function useStory(): StoryView {
  const view = useContext(StoryContext);
  if (!view) throw new Error("outside a story");
  return view;
}

const PATHS = {
  ne: "M2 6.5h14M2 11.5h14M12.5 2l-7 14",
  vs: "M2 5.5h14M12 1.5l4 4-4 4M16 12.5H2M6 8.5l-4 4 4 4",
  up: "M2 9h13M10.5 4l5 5-5 5",
} as const;

export function Icon({ name }: { name: keyof typeof PATHS }): VNode {
  return <svg class="ic" viewBox="0 0 18 18" aria-hidden="true"><path d={PATHS[name]} /></svg>;
}

function openWords(event: MouseEvent, report: ReportView, span: Span | null): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  open(report, span, event.currentTarget as HTMLElement);
}

// The letter of a report; with a span a link to its words.
export function Letter({ report, span }: { report: ReportView; span?: Span }): VNode {
  if (!span) return <abbr class="sig" title={report.name}>{report.siglum}</abbr>;
  return (
    <a class="sig" href={reportAddress(report.id, span)} title={report.name} aria-label={`${report.name}: open the words`}
      onClick={(event) => openWords(event, report, span)}>{report.siglum}</a>
  );
}

export function Letters({ evidence }: { evidence: readonly Evidence[] }): VNode {
  const view = useStory();
  return (
    <span class="sigs">
      {view.onePerReport(evidence).map((item) => [<Letter key={item.report} report={view.byId.get(item.report) as ReportView} span={item} />, " "])}
    </span>
  );
}

export function Witness({ report, span }: { report: ReportView; span?: Span }): VNode {
  return <><Letter report={report} {...(span ? { span } : {})} /> <b><bdi>{report.name}</bdi></b></>;
}

const LONGEST = 3000;  // units of a source's words outside its own page

// The words themselves, as a link to where they stand; `strong` inside them in bold.
export function Quoted({ evidence, strong, children }: { evidence: Evidence; strong?: Span | undefined; children?: ComponentChildren }): VNode | null {
  const report = useStory().byId.get(evidence.report);
  if (!report) return null;
  return (
    <a class="w" dir="auto" href={reportAddress(report.id, evidence)} onClick={(event) => openWords(event, report, evidence)}>
      {children ?? <Words report={report} span={evidence} strong={strong} />}
    </a>
  );
}

function Words({ report, span, strong }: { report: ReportView; span: Span; strong: Span | undefined }): VNode {
  const words = report.cut(span);
  if (words.length > LONGEST) {
    return <>{words.slice(0, LONGEST)}<span class="ours"> and {(words.length - LONGEST).toLocaleString("en-GB")} characters more</span></>;
  }
  if (!strong || strong.begin < span.begin || strong.end > span.end) return <>{words}</>;
  return (
    <>
      {report.cut({ begin: span.begin, end: strong.begin })}
      <b>{report.cut(strong)}</b>
      {report.cut({ begin: strong.end, end: span.end })}
    </>
  );
}

export function SectionOf({ id, title, note, children }: { id: string; title: string; note: ComponentChildren; children: ComponentChildren }): VNode {
  return (
    <section class="s" id={id} aria-labelledby={`h-${id}`}>
      <header><h2 id={`h-${id}`}>{title}</h2><p>{note}</p></header>
      <div class="body">{children}</div>
    </section>
  );
}

export const Nothing = ({ children }: { children: ComponentChildren }): VNode => <p class="none">{children}</p>;

// A red sign that leads to the dispute about these words.
export function DisputeSign({ evidence }: { evidence: readonly Evidence[] }): VNode | null {
  const finding = useStory().disputeAt(evidence);
  if (!finding) return null;
  const actors = finding.between === "actors";
  return <a class="dsp" href={`#${finding.id}`} aria-label={actors ? "Disputed between actors" : "Disputed between reports"}><Icon name={actors ? "vs" : "ne"} /></a>;
}
