// A report with its annotations: layers that can be switched, and notes that lead to their places.

import { signal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { mayWrite, refreshStatus, remove } from "../api/client.ts";
import type { Report as ReportJson, Span, Story } from "../api/types.ts";
import { LAYERS, marksOf, notesOf, type Layer, type Note } from "../model/layers.ts";
import type { Paragraph, Piece } from "../model/pieces.ts";
import { ReportView, reportAddress } from "../model/report_view.ts";
import { StoryView } from "../model/story_view.ts";
import { CorrectButton, speakers } from "../parts/correct.tsx";
import { Letter, StoryContext } from "../parts/marks.tsx";
import { CopyButtons } from "../parts/panel.tsx";
import { ReportText } from "../parts/report_text.tsx";
import { Failed, LoadingPage } from "../parts/states.tsx";
import { useData } from "../parts/use_data.ts";
import { go, route } from "../router.ts";
import { overlaps, spanOfHash } from "../text/points.ts";
import { listed, momentWords, oneLine, percent } from "../text/wording.ts";
import { Address } from "../story/sources.tsx";

const layers = signal<ReadonlySet<Layer>>(new Set(LAYERS.filter((layer) => layer.on).map((layer) => layer.id)));

function toggle(layer: Layer): void {
  const next = new Set(layers.value);
  if (!next.delete(layer)) next.add(layer);
  layers.value = next;
}

export function Report({ id }: { id: string }): VNode {
  const { data, error, reload } = useData<ReportJson>(`/api/reports/${encodeURIComponent(id)}`);
  const story = useData<Story>(data?.story ? `/api/stories/${encodeURIComponent(data.story)}` : null);
  const view = useMemo(() => (story.data ? new StoryView(story.data) : null), [story.data]);
  const report = useMemo(() => (data ? view?.byId.get(data.id) ?? new ReportView(data, "·") : null), [data, view]);
  useEffect(() => { if (report) document.title = `${report.title ? oneLine(report.title) : report.name} · Synoptic`; }, [report]);
  if (!data || !report) return error ? <Failed error={error} what="This report" again={reload} /> : <LoadingPage label="Loading the report" />;
  return <StoryContext.Provider value={view}><Shown report={report} view={view} story={data.story ?? null} /></StoryContext.Provider>;
}

function Facts({ report, view }: { report: ReportView; view: StoryView | null }): VNode {
  const { json } = report, origin = view?.originOf.get(report.id);
  const edge = view?.json.lineage.edges.filter((each) => each.to === report.id && (each.share ?? 0) > 0).sort((a, b) => (b.share ?? 0) - (a.share ?? 0))[0];
  const other = edge ? view?.byId.get(edge.from) : null;
  return (
    <dl class="facts">
      <div><dt>Report</dt><dd>{view ? <><Letter report={report} /> </> : null}<bdi>{report.name}</bdi>{json.authors.length ? <span> by <bdi>{oneLine(listed(json.authors))}</bdi></span> : null}</dd></div>
      <div><dt>Published</dt><dd>{momentWords(json.published, true)} <span>{json.published_from && json.published_from !== "unknown" ? `from ${json.published_from === "text" ? "its words" : json.published_from === "option" ? "whoever added it" : "its metadata"}` : ""}</span></dd></div>
      {origin ? <div><dt>Origin</dt><dd>{origin.mark === "?" ? "unknown" : <>{origin.mark}, <bdi>{origin.name}</bdi></>} {json.credit ? null : <span>no credit given</span>}</dd></div> : null}
      {edge && other ? <div><dt>Words taken over</dt><dd class="n">{percent(edge.share ?? 0)} <span>shared with <Letter report={other} {...(edge.passages[0] ? { span: edge.passages[0].from } : {})} /></span></dd></div> : null}
      {json.url ? <div><dt>Address</dt><dd><Address url={json.url} /></dd></div> : null}
    </dl>
  );
}

function Switches({ notes, marks }: { notes: readonly Note[]; marks: ReadonlyMap<string, number> }): VNode {
  const disputes = notes.filter((note) => note.dispute).length;
  return (
    <div class="lay noprint">
      <fieldset>
        <legend>Layers</legend>
        {LAYERS.map((layer, index) => (
          <label key={layer.id}>
            <input type="checkbox" data-key={index + 1} data-layer={layer.id} checked={layers.value.has(layer.id)} onChange={() => toggle(layer.id)} />
            <span class="smp q" aria-hidden="true"><span class={`m-${layer.id}`}>{layer.sample}</span></span>
            <span class="nw">{layer.title} <span class="n k2">{marks.get(layer.id) ?? 0}</span></span>
          </label>
        ))}
      </fieldset>
      {disputes ? <p class="k">{disputes} marked <span class="red">◆</span> disputed</p> : null}
    </div>
  );
}

interface NoteProps { note: Note; report: ReportView; view: StoryView | null }

function NoteText({ note, report, view }: NoteProps): VNode {
  const other = note.other ? view?.byId.get(note.other.report) : null, story = view?.json.story ?? null;
  return (
    <>
      <a class="nl" href={reportAddress(report.id, note)}><b><bdi>{note.lead}</bdi></b></a>{note.text ? <> <bdi>{note.text}</bdi></> : null}
      {note.actor && story ? <> <a href={`/story/${encodeURIComponent(story)}#a-${note.actor}`}>elsewhere</a></> : null}
      {note.dispute && story ? <> <a href={`/story/${encodeURIComponent(story)}#${note.dispute}`}>side by side</a></> : null}
      {note.other && other ? <> <Letter report={other} span={note.other.span} /></> : null}
      {note.quote && view ? (
        <CorrectButton ask={() => ({
          title: "Wrong speaker", about: report.cut(note), choose: speakers(view, report.id),
          correction: { kind: "wrong-speaker", story, report: report.id, target: note.quote as string },
        })}>Wrong speaker</CorrectButton>
      ) : null}
    </>
  );
}

// Names, times, numbers and words taken over share a line each; disputes, quotations and statements have one of their own.
const SHARED: readonly Layer[] = ["names", "times", "numbers", "reused", "parts"];

function Notes({ notes, report, view }: { notes: readonly Note[]; report: ReportView; view: StoryView | null }): VNode {
  const own = notes.filter((note) => !SHARED.includes(note.layer)).sort((a, b) => Number(!!b.dispute) - Number(!!a.dispute));
  const lines = SHARED.map((layer) => notes.filter((note) => note.layer === layer)).filter((line) => line.length);
  return (
    <ul class="notes">
      {own.slice(0, MOST_NOTES).map((note, index) => <li key={index} class={note.dispute ? "flagged" : ""}><NoteText note={note} report={report} view={view} /></li>)}
      {own.length > MOST_NOTES ? <li>and {own.length - MOST_NOTES} more in this paragraph</li> : null}
      {lines.map((line) => (
        <li key={line[0]?.layer}>
          {line.slice(0, MOST_NOTES).map((note, index) => <span class="nt" key={index}><NoteText note={note} report={report} view={view} /></span>)}
          {line.length > MOST_NOTES ? <span class="nt">and {line.length - MOST_NOTES} more</span> : null}
        </li>
      ))}
    </ul>
  );
}

const MOST_NOTES = 60;  // beside one paragraph

function Shown({ report, view, story }: { report: ReportView; view: StoryView | null; story: string | null }): VNode {
  const target = spanOfHash(route.value.hash);
  const all = useMemo(() => marksOf(report, view), [report, view]), notes = useMemo(() => notesOf(report, view), [report, view]);
  const counts = useMemo(() => { const of = new Map<string, number>(); for (const mark of all) of.set(mark.kind, (of.get(mark.kind) ?? 0) + 1); return of; }, [all]);
  const marks = useMemo(() => [...all.filter((mark) => layers.value.has(mark.kind as Layer)), ...(target ? [{ ...target, kind: "hit", number: 0 }] : [])], [all, layers.value, target?.begin, target?.end]);
  const shown = notes.filter((note) => layers.value.has(note.layer));
  useEffect(() => {
    if (!target) return;
    const hit = document.querySelector<HTMLElement>(".report .hit");
    hit?.scrollIntoView({ block: "center" });
  }, [report, target?.begin, target?.end]);
  const look = (piece: Piece): string => [...new Set(piece.marks.map((mark) => (mark.kind === "hit" ? "hit" : `m-${mark.kind}`)))].join(" ");
  // The narrowest annotation under a click is the place it leads to.
  const choose = (event: MouseEvent): void => {
    if (getSelection()?.toString()) return;
    const at = (event.target as HTMLElement).closest<HTMLElement>("span[data-b]");
    const begin = Number(at?.dataset.b ?? -1);
    const inside = shown.filter((note) => note.begin <= begin && begin < note.end).sort((a, b) => a.end - a.begin - (b.end - b.begin))[0];
    if (inside) go(reportAddress(report.id, inside), { replace: true });
  };
  const beside = (paragraph: Paragraph): VNode | null => {
    const here = shown.filter((note) => note.begin >= paragraph.begin && note.begin < paragraph.end);
    return here.length ? <Notes notes={here} report={report} view={view} /> : null;
  };
  const title = view ? view.earliest?.title ?? view.json.title : null;
  return (
    <>
      <header class="head">
        {story ? <p class="up">In <a href={`/story/${encodeURIComponent(story)}`} data-key="u" dir="auto">{title ? oneLine(title) : "its story"}</a></p> : null}
        {report.title ? <h1 dir="auto">{report.title}</h1> : <h1 class="ours"><bdi>{report.name}</bdi></h1>}
        <Facts report={report} view={view} />
      </header>
      <div class="cols">
        <Switches notes={notes} marks={counts} />
        <article class="report" aria-label="Report with notes" onClick={choose}>
          <ReportText report={report} marks={marks} look={look} beside={beside} piece={(piece): Record<string, string | number> => (piece.marks.length ? { "data-b": piece.begin } : {})} />
          <SpanBar report={report} target={target && overlaps(target, { begin: 0, end: report.points.length }) ? target : null} />
          <p class="end">
            {counts.get("reused") ? "Grey words stand in another report as well. " : ""}{story ? <a href={`/story/${encodeURIComponent(story)}#parallel`}>Lay the reports side by side</a> : null}
            {" "}<CorrectButton ask={() => ({ title: "Note", about: report.title ?? report.name, correction: { kind: "note", story, report: report.id } })}>Note on this report</CorrectButton>
            <Remove report={report.id} story={story} />
          </p>
        </article>
      </div>
    </>
  );
}

// Asks once more; the story is compared again without it.
function Remove({ report, story }: { report: string; story: string | null }): VNode | null {
  const [asking, setAsking] = useState(false), [error, setError] = useState("");
  if (!mayWrite()) return null;
  if (!asking) return <button class="btn fix noprint" type="button" onClick={() => setAsking(true)}>Remove this report</button>;
  const removeIt = async (): Promise<void> => {
    try {
      await remove(`/api/reports/${encodeURIComponent(report)}`);
      void refreshStatus();
      go(story ? `/story/${encodeURIComponent(story)}` : "/", { replace: true });
    } catch (refused) {
      setError((refused as Error).message);
    }
  };
  return (
    <span class="acts noprint" role="group" aria-label="Remove this report">
      Remove it from the store? <button class="btn k2" type="button" onClick={removeIt}>Remove</button><button class="btn" type="button" onClick={() => setAsking(false)}>Keep</button>
      {error ? <span class="error" role="alert">{oneLine(error)}</span> : null}
    </span>
  );
}

const selected = signal<Span | null>(null);

// Words that the reader selects, or that the address names, can be cited and linked.
function SpanBar({ report, target }: { report: ReportView; target: Span | null }): VNode | null {
  useEffect(() => {
    const look = (): void => { selected.value = selection(report); };
    document.addEventListener("selectionchange", look);
    return () => { document.removeEventListener("selectionchange", look); selected.value = null; };
  }, [report]);
  const span = selected.value ?? target;
  if (!span) return null;
  const unmark = (event: MouseEvent): void => { event.preventDefault(); go(reportAddress(report.id), { replace: true }); };
  return (
    <div class="selbar noprint" role="group" aria-label="The words marked">
      <span class="k">characters {span.begin} to {span.end}</span><CopyButtons report={report} span={span} />
      {target ? <a href={reportAddress(report.id)} onClick={unmark}>Unmark</a> : null}
    </div>
  );
}

function pointOf(node: Node, offset: number, report: ReportView): number | null {
  if (node.nodeType !== 3) return null;
  const paragraph = node.parentElement?.closest<HTMLElement>(".report .txt p");
  if (!paragraph) return null;
  let units = offset;
  const walker = document.createTreeWalker(paragraph, 4);
  for (let at = walker.nextNode(); at && at !== node; at = walker.nextNode()) units += at.nodeValue?.length ?? 0;
  const begin = Number(paragraph.dataset.begin ?? NaN);
  return Number.isNaN(begin) ? null : report.points.point(report.points.unit(begin) + units);
}

function selection(report: ReportView): Span | null {
  const chosen = getSelection();
  if (!chosen || chosen.isCollapsed || !chosen.rangeCount) return null;
  const range = chosen.getRangeAt(0);
  const begin = pointOf(range.startContainer, range.startOffset, report), end = pointOf(range.endContainer, range.endOffset, report);
  return begin !== null && end !== null && begin < end ? { begin, end } : null;
}
