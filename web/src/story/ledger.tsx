// Ledger: where the process stands, by state. Timeline: what happened and is to happen, in order.

import type { VNode } from "preact";
import type { Evidence, LedgerEntry, LedgerStatus, TimelineEntry } from "../api/types.ts";
import type { StoryView } from "../model/story_view.ts";
import { actorsOf } from "../model/process_layout.ts";
import { Chunks } from "../parts/chunks.tsx";
import { CorrectButton } from "../parts/correct.tsx";
import { DisputeSign, Letters, Nothing, Quoted, SectionOf, useStory } from "../parts/marks.tsx";
import { daysOf } from "../text/dates.ts";
import { dayWords, listed, oneLine, spaced, timeWords } from "../text/wording.ts";
import { Noted } from "./disputes.tsx";
import { ProcessFigure } from "./process_figure.tsx";

// What holds, what was said would, what is only said.
const STATES: readonly [LedgerStatus, string, string][] = [
  ["in-force", "In force", ""], ["agreed", "Agreed", ""], ["proposed", "Proposed", "soft"], ["planned", "Planned", "soft"],
  ["threatened", "Threatened", "soft"], ["claimed", "Claimed", "claim"], ["rejected", "Rejected", ""], ["expired", "Expired", ""],
];

const names = (view: StoryView, ids: readonly string[]): string => listed([...new Set(ids.map((id) => view.actorName(id)))]);

// The words that say it: cut from a report where they stand in one, ours where they do not.
function What({ what, evidence }: { what: string; evidence: readonly Evidence[] }): VNode | null {
  const view = useStory();
  for (const item of evidence) {
    const report = view.byId.get(item.report), at = report && what ? report.cut(item).indexOf(what) : -1;
    if (!report || at < 0) continue;
    const begin = report.points.point(report.points.unit(item.begin) + at);
    return <Quoted evidence={{ report: item.report, begin, end: begin + [...what].length }} />;
  }
  const first = evidence.find((item) => view.has(item));
  return what ? <bdi>{oneLine(what)}</bdi> : first ? <Quoted evidence={first} /> : null;
}

const Line = ({ label, words }: { label: string; words: string | null | undefined }): VNode | null => (words ? <span class="if">{label}<bdi>{oneLine(words)}</bdi></span> : null);

function Entry({ entry, number }: { entry: LedgerEntry; number: number }): VNode {
  const view = useStory(), actors = actorsOf(entry);
  return (
    <li id={`l${number}`} data-item>
      <span class="no">{number}</span>
      <span class="kd">
        {spaced(entry.kind)}{actors.length ? <> · <bdi>{names(view, actors)}</bdi></> : null}{entry.target ? <> to <bdi>{view.actorName(entry.target)}</bdi></> : null}
        {entry.alleged_by?.length ? <>, on the word of <bdi>{names(view, entry.alleged_by)}</bdi></> : null}
      </span>
      <span class="what"><What what={entry.what} evidence={entry.evidence} /><DisputeSign evidence={entry.evidence} /></span>
      <Line label="" words={timeWords(entry.when)} />
      {entry.made !== entry.when ? <Line label="said " words={timeWords(entry.made)} /> : null}
      <Line label="deadline " words={timeWords(entry.deadline)} />
      <Line label="in " words={entry.where} />
      <Line label="if " words={entry.conditional_on} />
      {entry.terms?.map((term) => <Line key={term} label="term: " words={term} />)}
      <Line label="also called " words={entry.names?.length ? listed(entry.names) : null} />
      <Letters evidence={entry.evidence} />
      <CorrectButton ask={() => ({ title: "Note", about: entry.what, correction: { kind: "note", story: view.json.story, target: entry.id } })}>Note</CorrectButton>
      <Noted target={entry.id} />
    </li>
  );
}

function Board(): VNode {
  const numbered = useStory().json.ledger.map((entry, index) => ({ entry, number: index + 1 }));
  return (
    <div class="board">
      {STATES.map(([status, title, look]) => {
        const entries = numbered.filter(({ entry }) => entry.status === status);
        return entries.length ? (
          <div key={status} class={look}>
            <h3>{title}<span class="n">{entries.length}</span></h3>
            <ul>{entries.map(({ entry, number }) => <Entry key={number} entry={entry} number={number} />)}</ul>
          </div>
        ) : null;
      })}
    </div>
  );
}

export function Ledger(): VNode {
  const empty = useStory().json.ledger.length === 0;
  return (
    <SectionOf id="ledger" title="Ledger" note="Where the process stands, by state, and when. Solid rule: it is. Dashed: proposed, planned, threatened. Red dashed: only claimed.">
      {empty ? <Nothing>No step of a process was found: no proposal, demand, truce, threat or draft.</Nothing> : <><Board /><ProcessFigure /></>}
    </SectionOf>
  );
}

function Moment({ entry, cut }: { entry: TimelineEntry; cut: number | null }): VNode {
  const view = useStory();
  return (
    <>
      {cut !== null ? <li class="cut">last report, {dayWords(cut, true)}; what follows was announced</li> : null}
      <li class={entry.planned ? "plan" : ""} data-item>
        <span class="when">{entry.when ? timeWords(entry.when) : "no date"}</span>
        <p>
          {entry.planned ? <span class="pl">planned </span> : null}
          <What what={entry.what} evidence={entry.evidence} /><DisputeSign evidence={entry.evidence} />
          {entry.claimed_by?.length ? <small>on the word of <bdi>{names(view, entry.claimed_by)}</bdi></small> : null}
        </p>
        <Letters evidence={entry.evidence} />
      </li>
    </>
  );
}

export function Timeline(): VNode {
  const view = useStory(), { timeline } = view.json;
  const published = view.reports.map((report) => daysOf(report.json.published?.slice(0, 10))?.first).filter((at): at is number => at !== undefined);
  const last = published.length ? Math.max(...published) : null;
  const next = last === null ? -1 : timeline.findIndex((entry) => /^\d{4}-\d\d-\d\d/.test(entry.when) && (daysOf(entry.when.slice(0, 10))?.first ?? 0) > last);
  return (
    <SectionOf id="timeline" title="Timeline" note="What is dated, in order, as exactly as the reports say it.">
      {timeline.length ? (
        <Chunks tag="ol" class="tl" items={timeline} size={30} height={66} id={(_, index) => `t${index + 1}`} draw={(entry, index) => <Moment key={index} entry={entry} cut={index === next && index > 0 ? last : null} />} />
      ) : <Nothing>Nothing with a date was found.</Nothing>}
    </SectionOf>
  );
}
