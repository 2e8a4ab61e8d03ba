// Utterances: one saying, the readings of it in each report, with what was dropped, put in or turned marked by line and
// weight, not by colour alone.

import type { VNode } from "preact";
import type { Evidence, Utterance, UtteranceReading } from "../api/types.ts";
import { stretches, type Stretch } from "../model/changed_words.ts";
import type { ReportView } from "../model/report_view.ts";
import { Chunks } from "../parts/chunks.tsx";
import { CorrectButton, speakers } from "../parts/correct.tsx";
import { Letters, Nothing, Quoted, SectionOf, useStory } from "../parts/marks.tsx";
import { count, oneLine } from "../text/wording.ts";

function against(utterance: Utterance, reading: UtteranceReading): UtteranceReading | null {
  return reading.against ? utterance.readings.find((each) => each.quote === reading.against) ?? null : null;
}

function StretchOf({ stretch }: { stretch: Stretch }): VNode {
  switch (stretch.kind) {
    case "kept": return <>{stretch.text}</>;
    case "narration": return <span class="nar">{stretch.text}</span>;
    case "inserted": return <ins class={stretch.meaning ? "flip" : ""}>{stretch.text}</ins>;
    case "dropped": return <><del class={stretch.meaning ? "flip" : ""}>{stretch.text}</del> </>;
  }
}

// "Meaning changed: “will not” became “shall”"
function Flag({ reading }: { reading: UtteranceReading }): VNode | null {
  if (!reading.meaning_changed) return null;
  const changes = reading.changes.filter((change) => change.meaning).map((change, index) => {
    const lead = index ? "; " : ": ";
    if (!change.from) return <span key={index}>{lead}“<bdi>{change.to}</bdi>” put in</span>;
    if (!change.to) return <span key={index}>{lead}“<bdi>{change.from}</bdi>” dropped</span>;
    return <span key={index}>{lead}“<bdi>{change.from}</bdi>” became “<bdi>{change.to}</bdi>”</span>;
  });
  return <span class="flag">Meaning changed{changes}</span>;
}

function Reading({ utterance, reading, witnesses }: { utterance: Utterance; reading: UtteranceReading; witnesses: Evidence[] }): VNode | null {
  const view = useStory(), report = view.byId.get(reading.report) as ReportView;
  const other = against(utterance, reading), otherReport = other ? view.byId.get(other.report) ?? null : null;
  return (
    <li>
      <p class="who"><Letters evidence={witnesses} />{otherReport ? reading.wording : "as first attested"}</p>
      <div>
        <blockquote dir="auto"><Quoted evidence={reading}>{stretches(report, reading, otherReport, other).map((stretch, index) => <StretchOf key={index} stretch={stretch} />)}</Quoted></blockquote>
        <Flag reading={reading} />
      </div>
    </li>
  );
}

export function UtteranceOf({ utterance }: { utterance: Utterance }): VNode | null {
  const view = useStory(), readings = utterance.readings.filter((reading) => view.has(reading));
  const shown: UtteranceReading[] = [], same: Evidence[] = [];
  for (const reading of readings) {
    const repeats = shown.length > 0 && reading.wording === "verbatim" && reading.changes.length === 0;
    if (repeats || !shown.length) same.push(reading);
    if (!repeats) shown.push(reading);
  }
  const first = shown[0];
  if (!first) return null;
  const channel = view.byId.get(first.report)?.json.quotes.find((quote) => quote.id === first.quote)?.channel;
  return (
    <article class="u" id={utterance.id} data-item>
      <h3 dir="auto">
        {utterance.speaker ? view.actorName(utterance.speaker) : "Speaker not known"}{channel ? <span> · {oneLine(channel)}</span> : null}
        <CorrectButton ask={() => ({
          title: "Wrong speaker", about: view.cut(first), choose: speakers(view, first.report),
          correction: { kind: "wrong-speaker", story: view.json.story, report: first.report, target: first.quote },
        })}>Wrong speaker</CorrectButton>
      </h3>
      <ol>{shown.map((reading, index) => <Reading key={reading.quote} utterance={utterance} reading={reading} witnesses={index ? [reading] : same} />)}</ol>
    </article>
  );
}

const changed = (utterance: Utterance): boolean => utterance.readings.some((reading) => reading.meaning_changed);

export function Utterances(): VNode {
  const view = useStory();
  const told = view.json.utterances.filter((utterance) => utterance.readings.length > 1).sort((a, b) => Number(changed(b)) - Number(changed(a)));
  const alone = view.json.utterances.filter((utterance) => utterance.readings.length === 1);
  return (
    <SectionOf id="utterances" title="Utterances" note={<>One saying, as each report has it, against the reading attested best. <del>Struck</del> words were dropped, <ins>underlined</ins> words put in.</>}>
      <Chunks items={told} size={12} height={220} id={(utterance) => utterance.id} draw={(utterance) => <UtteranceOf key={utterance.id} utterance={utterance} />} />
      {told.length ? null : <Nothing>{alone.length ? "No saying was found in more than one report." : "No quotation was found."}</Nothing>}
      {alone.length ? (
        <details class="more"><summary>{count(alone.length, "saying", "sayings")} in one report only</summary>
          <Chunks items={alone} size={12} height={120} id={(utterance) => utterance.id} draw={(utterance) => <UtteranceOf key={utterance.id} utterance={utterance} />} />
        </details>
      ) : null}
    </SectionOf>
  );
}
