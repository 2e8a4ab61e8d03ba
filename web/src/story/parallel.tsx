// The reports in full, a column each. Numbers mark passages that tell the same: choose one and its counterparts line up.

import type { VNode } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { findLevels } from "../model/counterparts.ts";
import type { Mark, Piece } from "../model/pieces.ts";
import type { ReportView } from "../model/report_view.ts";
import { takenSpans } from "../model/taken.ts";
import { drawAll } from "../parts/chunks.tsx";
import { SectionOf, useStory, Witness } from "../parts/marks.tsx";
import { ReportText } from "../parts/report_text.tsx";

const narrow = matchMedia("(max-width: 46rem)");
const fitting = (): number => (narrow.matches ? 1 : innerWidth > 1400 ? 4 : innerWidth > 900 ? 3 : 2);

const levelOf = (piece: Piece): number => piece.marks.find((mark) => mark.kind === "level")?.number ?? 0;

interface ColumnProps { report: ReportView; marks: Mark[]; lit: number; onLight: (level: number) => void; onPin: (level: number, element: HTMLElement) => void }

function Column({ report, marks, lit, onLight, onPin }: ColumnProps): VNode {
  const view = useStory();
  const look = (piece: Piece): string => {
    const level = levelOf(piece), taken = piece.marks.some((mark) => mark.kind === "taken");
    return [level ? "p" : "", taken ? "g" : "", level && level === lit ? "on" : ""].filter(Boolean).join(" ");
  };
  const begins = (piece: Piece): number => piece.marks.find((mark) => mark.kind === "level" && mark.begin === piece.begin)?.number ?? 0;
  const before = (piece: Piece): VNode | null => {
    const level = begins(piece);
    return level ? <button class="pn" type="button" key={`n${level}`} data-p={level} aria-label={`Passage ${level}: line up its counterparts`} onClick={(event) => onPin(level, event.currentTarget)} onFocus={() => onLight(level)} onBlur={() => onLight(0)}>{level}</button> : null;
  };
  const piece = (each: Piece): Record<string, string | number> => { const level = levelOf(each); return level ? { "data-p": level } : {}; };
  return (
    <article class="col" data-r={report.siglum} id={`col-${report.siglum}`} tabIndex={0} aria-label={report.name}
      onMouseOver={(event) => onLight(Number((event.target as HTMLElement).closest<HTMLElement>("[data-p]")?.dataset.p ?? 0))} onMouseLeave={() => onLight(0)}
      onClick={(event) => { const at = (event.target as HTMLElement).closest<HTMLElement>("span[data-p]"); if (at) onPin(Number(at.dataset.p), at); }}>
      <div class="ch1"><Witness report={report} /><span class="at">{view.when(report)}</span></div>
      {report.title && !report.titleInText ? <h3 dir="auto">{report.title}</h3> : null}
      <ReportText report={report} marks={marks} look={look} before={before} piece={piece} />
    </article>
  );
}

export function Parallel(): VNode {
  const view = useStory(), levels = useMemo(() => findLevels(view), [view]), box = useRef<HTMLDivElement>(null);
  const marks = useMemo(() => {
    const of = new Map<string, Mark[]>(view.reports.map((report) => [report.id, takenSpans(view, report.id).map((span) => ({ ...span, kind: "taken", number: 0 }))]));
    levels.forEach((level, index) => { for (const place of level.places) of.get(place.report)?.push({ begin: place.begin, end: place.end, kind: "level", number: index + 1 }); });
    return of;
  }, [view, levels]);
  const [shown, setShown] = useState(() => view.reports.slice(0, fitting()).map((report) => report.id));
  const [lit, setLit] = useState(0), [pinned, setPinned] = useState(0);
  useEffect(() => { setShown(view.reports.slice(0, fitting()).map((report) => report.id)); }, [view.json.story]);

  const has = (report: ReportView): boolean => pinned > 0 && !!levels[pinned - 1]?.places.some((place) => place.report === report.id);
  const toggle = (report: ReportView): void => {
    if (narrow.matches) {
      setShown([report.id]);
      if (pinned) setTimeout(() => box.current?.querySelector(`span[data-p="${pinned}"]`)?.scrollIntoView({ block: "center" }));
    } else if (shown.includes(report.id)) {
      if (shown.length > 1) setShown(shown.filter((id) => id !== report.id));
    } else {
      setShown([...shown, report.id]);
      if (pinned) setTimeout(() => line(pinned, null));
    }
  };
  // Scrolls the other columns so that their passage stands as high as this one.
  const line = (level: number, element: HTMLElement | null): void => {
    if (narrow.matches || !box.current) return;
    const columns = [...box.current.querySelectorAll<HTMLElement>(".col")];
    const first = (column: HTMLElement): HTMLElement | null => column.querySelector(`span[data-p="${level}"]`);
    const here = element?.closest<HTMLElement>(".col") ?? columns.find((column) => first(column)) ?? null;
    const mine = here && first(here);
    if (!here || !mine) return;
    const height = mine.getBoundingClientRect().top - here.getBoundingClientRect().top;
    for (const column of columns) {
      const theirs = column === here ? null : first(column);
      if (theirs) column.scrollTop += theirs.getBoundingClientRect().top - column.getBoundingClientRect().top - height;
    }
  };
  const pin = (level: number, element: HTMLElement): void => { setPinned(level); line(level, element); };
  const columns = drawAll.value ? view.reports : view.reports.filter((report) => shown.includes(report.id));
  return (
    <SectionOf id="parallel" title="Parallel view" note="The reports in full. Numbers mark passages that tell the same: choose one and its counterparts line up. Words that stand in an earlier report are grey.">
      <div class="sw noprint" role="group" aria-label="Reports shown">
        {view.reports.map((report) => (
          <button key={report.id} type="button" class={has(report) ? "has" : ""} aria-pressed={shown.includes(report.id)} onClick={() => toggle(report)}><b>{report.siglum}</b> <span class="nm">{report.name}</span></button>
        ))}
      </div>
      <div class="par" ref={box} role="group" aria-label="Reports side by side" tabIndex={0}>
        {columns.map((report) => <Column key={report.id} report={report} marks={marks.get(report.id) ?? []} lit={lit || pinned} onLight={setLit} onPin={pin} />)}
      </div>
    </SectionOf>
  );
}
