// Corroborated, and on one origin's word: a row a fact, a column an origin, a dot where it says so.

import type { VNode } from "preact";
import type { Finding } from "../api/types.ts";
import type { OriginView, StoryView } from "../model/story_view.ts";
import { Chunks } from "../parts/chunks.tsx";
import { Letters, Nothing, Quoted, SectionOf, useStory } from "../parts/marks.tsx";
import { brief, capital } from "../text/wording.ts";
import { Noted } from "./disputes.tsx";

const MOST_COLUMNS = 8;  // origins that still have a column of their own

interface Columns { counted: OriginView[]; unknown: boolean }

function columnsOf(view: StoryView): Columns {
  const counted = view.origins.filter((origin) => origin.counts), unknown = view.reports.some((report) => !view.counts(report.id));
  return counted.length + Number(unknown) <= MOST_COLUMNS ? { counted, unknown } : { counted: [], unknown: false };
}

function Dots({ finding, columns }: { finding: Finding; columns: Columns }): VNode {
  const view = useStory(), telling = new Set<OriginView>();
  let unknown = false;
  for (const reading of finding.readings) {
    const origin = view.originOf.get(reading.report);
    if (origin?.counts) telling.add(origin); else if (view.has(reading)) unknown = true;
  }
  // More origins tell it than count: they share the words, and the rings are hollow.
  const shared = telling.size > Math.max(finding.origins, 1);
  return (
    <>
      {columns.counted.map((origin) => (
        <td class="o" key={origin.json.id}>
          {telling.has(origin) ? <><span class={shared ? "dot sh" : "dot"} /><span class="vh">{origin.name} says so</span></> : <><span class="dot no" /><span class="vh">silent</span></>}
        </td>
      ))}
      {columns.unknown ? <td class="o">{unknown ? <><span class="dot un" /><span class="vh">also of unknown origin, not counted</span></> : <><span class="dot no" /><span class="vh">silent</span></>}</td> : null}
    </>
  );
}

function Row({ finding, columns }: { finding: Finding; columns: Columns }): VNode {
  const view = useStory(), topic = brief(finding.topic);
  const readings = finding.readings.filter((reading) => view.has(reading));
  const leading = readings.reduce((best, each) => ((view.byId.get(each.report)?.rank ?? 0) < (view.byId.get(best.report)?.rank ?? 0) ? each : best), readings[0] as (typeof readings)[0]);
  const last = leading.attributed_to[leading.attributed_to.length - 1];
  return (
    <tr id={finding.id} data-item>
      <td class="c">{Math.max(0, finding.origins)}</td>
      <Dots finding={finding} columns={columns} />
      <th scope="row">
        {topic ? <span class="top" dir="auto">{capital(topic)}</span> : null}
        <span class="lead"><Quoted evidence={leading} strong={leading.value_span} /></span>
        {last ? <small>on the word of <bdi>{view.actorName(last)}</bdi></small> : null}
        <Noted target={finding.id} />
      </th>
      <td class="rep"><Letters evidence={readings} /></td>
    </tr>
  );
}

function Table({ findings, label }: { findings: readonly Finding[]; label: string }): VNode {
  const columns = columnsOf(useStory()), count = columns.counted.length + Number(columns.unknown);
  const style = { "--o": String(count) };
  // Each chunk is a table of its own, whose columns are as wide as those of the others.
  return (
    <Chunks items={chunked(findings)} size={1} height={25 * 76} id={(rows) => rows[0]?.id ?? ""} draw={(rows, index) => (
      <table class="mx" style={style as Record<string, string>} aria-label={label} key={index}>
        <thead class={index ? "vh" : ""}>
          <tr>
            <th scope="col" class="c"><span class="vh">Independent origins</span></th>
            {columns.counted.map((origin) => <th class="o" scope="col" key={origin.json.id}><abbr title={origin.name}>{origin.mark}</abbr></th>)}
            {columns.unknown ? <th class="o" scope="col"><abbr title="origin unknown">?</abbr></th> : null}
            <th scope="col" class="st">Statement</th><th scope="col" class="rep">Reports</th>
          </tr>
        </thead>
        <tbody>{rows.map((finding) => <Row key={finding.id} finding={finding} columns={columns} />)}</tbody>
      </table>
    )} />
  );
}

function chunked(findings: readonly Finding[]): Finding[][] {
  const rows: Finding[][] = [];
  for (let at = 0; at < findings.length; at += 25) rows.push(findings.slice(at, at + 25));
  return rows;
}

export function Corroborated(): VNode {
  const view = useStory();
  return (
    <SectionOf id="corroborated" title="Corroborated" note="Told by two or more independent origins. A dot is an origin; a dashed ring is a report whose origin is unknown and is not counted.">
      {view.corroborated.length ? <Table findings={view.corroborated} label="Corroborated statements" /> : (
        <Nothing>{view.json.one_event === false ? "These reports do not tell one event, so nothing is compared." : view.countedOrigins < 2 ? "There are not two origins that can be told apart, so nothing can be corroborated." : "Nothing was found that two independent origins tell."}</Nothing>
      )}
    </SectionOf>
  );
}

export function SingleOrigin(): VNode {
  const view = useStory();
  return (
    <SectionOf id="single" title="On one origin’s word" note="However many reports repeat it. Hollow rings: the origins share the passage, so it counts once.">
      {view.single.length ? <Table findings={view.single} label="Statements on one origin’s word" /> : <Nothing>Nothing was found that rests on one origin alone.</Nothing>}
    </SectionOf>
  );
}
