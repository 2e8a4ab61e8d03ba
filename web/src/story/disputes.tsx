// Disputed: values side by side, between reports under red rules, between actors face to face. Updates: one value
// giving way to the next along a line of time.

import type { ComponentChildren, VNode } from "preact";
import type { Evidence, Finding, FindingReading } from "../api/types.ts";
import type { Position, StoryView } from "../model/story_view.ts";
import type { ReportView } from "../model/report_view.ts";
import { Chunks } from "../parts/chunks.tsx";
import { CorrectButton } from "../parts/correct.tsx";
import { Icon, Letters, Nothing, Quoted, SectionOf, useStory, Witness } from "../parts/marks.tsx";
import { brief, capital, facetWords, oneLine } from "../text/wording.ts";

const IN_FULL = 3;  // witnesses of a position; the rest are letters

// "› Hask", for every source in the chain.
function Chain({ reading }: { reading: FindingReading }): VNode {
  const view = useStory();
  return (
    <>
      {reading.attributed_to.map((actor, index) => <span class="ch" key={index}><bdi>{view.actorName(actor)}</bdi></span>)}
      {reading.polarity === "denied" ? " · denied" : null}
      {reading.modality && reading.modality !== "asserted" ? ` · ${reading.modality}` : null}
    </>
  );
}

function Value({ reading }: { reading: FindingReading }): VNode | null {
  const value = useStory().value(reading);
  if (!value || !reading.value_span) return null;
  return <span class={value.length <= 18 ? "val" : "val sm"}><Quoted evidence={{ report: reading.report, ...reading.value_span }}>{value}</Quoted></span>;
}

// Readings of one position that a reader can take as one: same origin, same sources.
function bundlesOf(view: StoryView, position: Position): { first: FindingReading; all: Evidence[] }[] {
  const bundles: { first: FindingReading; all: Evidence[] }[] = [];
  for (const reading of position.readings) {
    const origin = view.originOf.get(reading.report);
    const same = bundles.find(({ first }) => origin?.counts && view.originOf.get(first.report) === origin && first.attributed_to.join() === reading.attributed_to.join());
    if (same) same.all.push(reading); else bundles.push({ first: reading, all: [reading] });
  }
  return bundles;
}

function Witnesses({ position }: { position: Position }): VNode {
  const view = useStory(), bundles = bundlesOf(view, position);
  const rest = bundles.slice(IN_FULL).flatMap((bundle) => bundle.all);
  return (
    <>
      {bundles.slice(0, IN_FULL).map(({ first, all }, index) => (
        <div key={index}>
          <p class="by">
            {view.onePerReport(all).length > 1 ? <Letters evidence={all} /> : <Witness report={view.byId.get(first.report) as ReportView} span={first} />}
            <Chain reading={first} />
          </p>
          <p class="words"><Quoted evidence={first} strong={first.value_span} /></p>
        </div>
      ))}
      {rest.length ? <p class="by">and <Letters evidence={rest} /></p> : null}
    </>
  );
}

function Head({ finding, icon, kind, children }: { finding: Finding; icon: "ne" | "vs" | "up"; kind: string; children?: ComponentChildren }): VNode {
  const facet = facetWords(finding.facet), topic = brief(finding.topic);
  return (
    <>
      <p class="kind"><Icon name={icon} /><span>{kind}</span>{facet ? <span class="facet">{facet}</span> : null}{children}</p>
      <h3 dir="auto">{topic ? capital(topic) : "Told differently"}</h3>
    </>
  );
}

function Fix({ finding }: { finding: Finding }): VNode {
  const story = useStory().json.story;
  return (
    <span class="fixes">
      <CorrectButton ask={() => ({ title: "Not a dispute", about: finding.topic, correction: { kind: "not-a-dispute", story, target: finding.id } })}>Not a dispute</CorrectButton>
      <CorrectButton ask={() => ({ title: "Note", about: finding.topic, correction: { kind: "note", story, target: finding.id } })}>Note</CorrectButton>
    </span>
  );
}

function Dispute({ finding }: { finding: Finding }): VNode {
  const view = useStory(), positions = view.positions(finding), actors = finding.between === "actors";
  return (
    <article class="f" id={finding.id} data-item>
      <Head finding={finding} icon={actors ? "vs" : "ne"} kind={actors ? "Between actors" : "Between reports"}><Fix finding={finding} /></Head>
      <div class={actors ? "face" : "rd"}>
        {positions.map((position) => {
          const first = position.readings[0] as FindingReading, last = first.attributed_to[first.attributed_to.length - 1];
          return (
            <div key={position.key}>
              {actors ? <h4 dir="auto">{last ? `${view.actorName(last)} says` : "On nobody’s word"}</h4> : null}
              <Value reading={first} />
              <Witnesses position={position} />
            </div>
          );
        })}
      </div>
      <Noted target={finding.id} />
    </article>
  );
}

// What readers noted on this.
export function Noted({ target }: { target: string }): VNode | null {
  const notes = (useStory().json.corrections ?? []).filter((each) => each.kind === "note" && each.target === target && each.note);
  if (!notes.length) return null;
  return <>{notes.map((each) => <p class="note" key={each.id}>Note of {each.made.slice(0, 10)}: <bdi>{oneLine(each.note ?? "")}</bdi></p>)}</>;
}

export function Disputed(): VNode {
  const view = useStory();
  return (
    <SectionOf id="disputed" title="Disputed" note={<><Icon name="ne" /> the reports contradict one another. <Icon name="vs" /> the actors do, and the reports relay it.</>}>
      {view.disputed.length ? <Chunks items={view.disputed} size={12} height={320} id={(finding) => finding.id} draw={(finding) => <Dispute key={finding.id} finding={finding} />} /> : (
        <Nothing>{view.json.one_event === false ? "These reports do not tell one event, so nothing is compared." : view.reports.length < 2 ? "One report alone: nothing to contradict it was read." : "No contradiction was found. That is not a proof that there is none."}</Nothing>
      )}
    </SectionOf>
  );
}

interface Step { value: string | null; readings: FindingReading[]; stale: boolean }

// Readings in time, neighbours with the same value together; an older value after a newer one was known is stale.
function stepsOf(view: StoryView, finding: Finding): Step[] {
  const late = Number.MAX_SAFE_INTEGER, when = (reading: FindingReading): number => view.byId.get(reading.report)?.seconds ?? late;
  const readings = finding.readings.filter((reading) => view.has(reading)).sort((a, b) => when(a) - when(b));
  const steps: Step[] = [], known = new Set<string | null>();
  for (const reading of readings) {
    const last = steps[steps.length - 1];
    if (last && last.value === reading.value) { last.readings.push(reading); continue; }
    steps.push({ value: reading.value, readings: [reading], stale: known.has(reading.value) });
    known.add(reading.value);
  }
  return steps;
}

function Update({ finding }: { finding: Finding }): VNode {
  const view = useStory(), steps = stepsOf(view, finding);
  const newest = steps.reduce((found, step, index) => (step.stale ? found : index), 0);
  return (
    <article class="f upd" id={finding.id} data-item>
      <Head finding={finding} icon="up" kind="A later state of knowledge"><Fix finding={finding} /></Head>
      <ol class="step">
        {steps.map((step, index) => {
          const first = step.readings[0] as FindingReading;
          return (
            <li key={index} class={step.stale ? "stale" : index === newest ? "" : "old"}>
              <p class="t">{view.when(view.byId.get(first.report) as ReportView)}</p>
              <Value reading={first} />
              <Witnesses position={{ key: "", readings: step.readings }} />
              {step.stale ? <p class="by">Still the earlier value</p> : null}
            </li>
          );
        })}
      </ol>
      <Noted target={finding.id} />
    </article>
  );
}

export function Updates(): VNode | null {
  const view = useStory();
  if (!view.updates.length) return null;
  return (
    <SectionOf id="updates" title="Updates" note="A later report gives a newer value. Not a contradiction.">
      <Chunks items={view.updates} size={12} height={260} id={(finding) => finding.id} draw={(finding) => <Update key={finding.id} finding={finding} />} />
    </SectionOf>
  );
}
