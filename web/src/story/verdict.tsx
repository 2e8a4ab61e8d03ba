// The head of a story: whose headline, how many reports and origins, what is disputed, what is corroborated, what rests
// on one origin. And the contents bar.

import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Finding } from "../api/types.ts";
import { Icon, Letter, useStory, Witness } from "../parts/marks.tsx";
import type { StoryView } from "../model/story_view.ts";
import { brief, capital, count, momentWords } from "../text/wording.ts";

const MOST_UNITS = 48, MOST_ORIGINS = 8, MOST_LETTERS = 6;

function Byline({ view }: { view: StoryView }): VNode {
  const earliest = view.earliest;
  const dated = view.reports.filter((report) => report.seconds !== null).sort((a, b) => (a.seconds as number) - (b.seconds as number));
  const first = dated[0], last = dated[dated.length - 1], undated = view.reports.length - dated.length;
  const from = momentWords(first?.json.published, true), to = momentWords(last?.json.published, true);
  return (
    <p class="k">
      {earliest ? <>Headline of {view.reports.length === 1 ? "the report" : "the earliest report"}, <Witness report={earliest} />. </> : null}
      {first ? (from === to ? `Published ${from}. ` : `Published from ${from}, to ${momentWords(last?.json.published, !view.oneYear)}. `) : null}
      {undated ? `${count(undated, "report does", "reports do")} not say when.` : null}
    </p>
  );
}

function Origins({ view }: { view: StoryView }): VNode {
  const counted = view.origins.filter((origin) => origin.counts);
  const unknown = view.reports.filter((report) => !view.counts(report.id));
  const rows = counted.slice(0, MOST_ORIGINS).map((origin) => ({ mark: origin.mark, name: origin.name, reports: view.reports.filter((report) => view.originOf.get(report.id) === origin) }));
  if (unknown.length) rows.push({ mark: "?", name: "origin unknown", reports: unknown });
  return (
    <div>
      <span class="big">{view.reports.length}</span>
      <span class="lab">{view.reports.length === 1 ? "report" : "reports"}{counted.length ? ` from ${count(counted.length, "origin", "origins")}` : ""}</span>
      <dl class="orig">
        {rows.map((row) => (
          <div key={row.mark}>
            <dt>{row.mark}</dt>
            <dd class="sigs">{row.reports.slice(0, MOST_LETTERS).map((report) => [<Letter key={report.id} report={report} />, " "])}{row.reports.length > MOST_LETTERS ? `+${row.reports.length - MOST_LETTERS}` : ""}</dd>
            <dd class="nm"><bdi>{row.name}</bdi></dd>
          </div>
        ))}
      </dl>
      {counted.length > MOST_ORIGINS ? <p class="k">and {counted.length - MOST_ORIGINS} more, <a href="#method">see Sources</a></p> : null}
    </div>
  );
}

const More = ({ left }: { left: number }): VNode | null => (left > 0 ? <span class="k">and {left} more</span> : null);

function Disputes({ view }: { view: StoryView }): VNode {
  const number = view.disputed.length, actors = view.betweenActors;
  return (
    <div class={number ? "red" : ""}>
      <span class="big">{number}</span><span class="lab">disputed</span>
      <div class="units">
        {view.disputed.slice(0, MOST_UNITS).map((finding) => (
          <a key={finding.id} href={`#${finding.id}`} aria-label={`Disputed between ${finding.between ?? "reports"}: ${brief(finding.topic)}`}><Icon name={finding.between === "actors" ? "vs" : "ne"} /></a>
        ))}
        <More left={number - MOST_UNITS} />
      </div>
      <p class="k">
        {number ? `${number - actors} between reports, ${actors} between actors` : "none was found"}
        {view.updates.length ? <><br />{count(view.updates.length, "value", "values")} updated since <a href="#updates" class="blue" aria-label="Updates"><Icon name="up" /></a></> : null}
      </p>
    </div>
  );
}

function Dots({ findings, label }: { findings: readonly Finding[]; label: string }): VNode {
  return (
    <div>
      <span class="big">{findings.length}</span><span class="lab">{label}</span>
      <div class="units">
        {findings.slice(0, MOST_UNITS).map((finding) => (
          <a key={finding.id} href={`#${finding.id}`} aria-label={`${count(Math.max(0, finding.origins), "origin", "origins")}: ${brief(finding.topic)}`}>
            {Array.from({ length: Math.max(1, Math.min(6, finding.origins)) }, (_, dot) => <i key={dot} />)}
          </a>
        ))}
        <More left={findings.length - MOST_UNITS} />
      </div>
      <p class="k">{findings.length ? "a dot is an origin" : "none was found"}</p>
    </div>
  );
}

export function Verdict(): VNode {
  const view = useStory(), title = view.earliest?.title ?? view.json.title;
  const notes = [...(view.json.notes ?? []), ...(view.json.lineage.common_ground ? [view.json.lineage.common_ground] : [])];
  return (
    <header class="head">
      {title ? <h1 dir="auto">{title}</h1> : <h1 class="ours">{count(view.reports.length, "report", "reports")} side by side</h1>}
      <Byline view={view} />
      {notes.length ? <ul class="notes">{notes.map((note) => <li key={note} dir="auto">{capital(brief(note, 600))}.</li>)}</ul> : null}
      <div class="verdict">
        <Origins view={view} />
        <Disputes view={view} />
        <Dots findings={view.corroborated} label="corroborated by independent origins" />
        <Dots findings={view.single} label="on one origin’s word" />
      </div>
    </header>
  );
}

export function Contents({ corrections }: { corrections: number }): VNode {
  const view = useStory(), [here, setHere] = useState("disputed");
  const links: [string, string, number][] = [
    ["disputed", "Disputed", view.disputed.length],
    ...(view.updates.length ? [["updates", "Updates", view.updates.length] as [string, string, number]] : []),
    ["corroborated", "Corroborated", view.corroborated.length], ["single", "One origin", view.single.length],
    ["utterances", "Utterances", view.json.utterances.length], ["lineage", "Lineage", 0], ["parallel", "Parallel", 0],
    ["ledger", "Ledger", view.json.ledger.length], ["timeline", "Timeline", view.json.timeline.length], ["actors", "Actors", 0], ["method", "Sources", 0],
    ...(corrections ? [["corrections", "Corrections", corrections] as [string, string, number]] : []),
  ];
  useEffect(() => {
    let frame = 0;
    const look = (): void => {
      frame = 0;
      let current = "disputed";
      for (const section of document.querySelectorAll("section.s")) if (section.getBoundingClientRect().top < innerHeight * 0.25) current = section.id;
      setHere(current);
    };
    const onScroll = (): void => { frame ||= requestAnimationFrame(look); };
    addEventListener("scroll", onScroll, { passive: true });
    return () => { removeEventListener("scroll", onScroll); cancelAnimationFrame(frame); };
  }, []);
  return (
    <nav class="toc" aria-label="On this page">
      <ul>{links.map(([id, title, number]) => <li key={id}><a href={`#${id}`} {...(here === id ? { "aria-current": "true" as const } : {})}>{title}{number ? <span class="n">{number}</span> : null}</a></li>)}</ul>
    </nav>
  );
}
