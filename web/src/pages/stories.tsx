// The stories of the store, the latest first.

import type { VNode } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import { query, refreshStatus, status } from "../api/client.ts";
import type { StorySummary } from "../api/types.ts";
import { Chunks } from "../parts/chunks.tsx";
import { corrected } from "../parts/correct.tsx";
import { More } from "../parts/more.tsx";
import { News } from "../parts/news.tsx";
import { Empty, Failed, LoadingRows } from "../parts/states.tsx";
import { usePages } from "../parts/use_pages.ts";
import { go, route, withQuery } from "../router.ts";
import { count, momentWords } from "../text/wording.ts";

const FIELDS = ["q", "from", "to", "source", "actor", "disputed", "one"] as const;
const LABELS: Record<string, string> = { from: "From", to: "Until", source: "Outlet", actor: "Who is named" };

// Writes a filter into the address once the reader stops typing.
function useField(name: string): [string, (value: string) => void] {
  const inAddress = route.value.query.get(name) ?? "", [typed, setTyped] = useState(inAddress);
  useEffect(() => { setTyped(inAddress); }, [inAddress]);
  useEffect(() => {
    if (typed === (route.value.query.get(name) ?? "")) return;
    const timer = setTimeout(() => go(withQuery({ [name]: typed.trim() }), { replace: true }), 250);
    return () => clearTimeout(timer);
  }, [typed, name]);
  return [typed, setTyped];
}

export function Field({ name, label, type, placeholder }: { name: string; label: string; type: "search" | "text" | "date"; placeholder?: string }): VNode {
  const [value, setValue] = useField(name);
  return <label>{label}<input type={type} name={name} value={value} placeholder={placeholder ?? ""} autocomplete="off" maxLength={300} onInput={(event) => setValue(event.currentTarget.value)} /></label>;
}

function Toggle({ name, children }: { name: string; children: string }): VNode {
  const on = route.value.query.get(name) === "1";
  return <label><input type="checkbox" checked={on} onChange={() => go(withQuery({ [name]: on ? "" : "1" }), { replace: true })} /> {children}</label>;
}

function span(story: StorySummary): string {
  const first = momentWords(story.first?.slice(0, 10), false), last = momentWords(story.last, true);
  return !story.first || story.first.slice(0, 10) === story.last?.slice(0, 10) ? last : `${first} to ${last}`;
}

function Number({ value, label, red }: { value: number | null; label: string; red?: boolean }): VNode {
  const none = value === null || (red && value === 0);
  return <p class={`num n${none ? " nil" : red ? " red" : ""}`}><b>{none ? "–" : value}</b> <span>{value === null ? `${label} not known yet` : label}</span></p>;
}

function StoryRow({ story }: { story: StorySummary }): VNode {
  return (
    <li data-item>
      <div class="ti">
        <h2><a dir="auto" href={`/story/${encodeURIComponent(story.id)}`}>{story.title?.trim() || "A story without a headline"}</a></h2>
        <p class="chg">{span(story)}{story.stale ? ", being compared anew" : ""}</p>
      </div>
      <Number value={story.reports} label={story.reports === 1 ? "report" : "reports"} />
      <Number value={story.origins} label={story.origins === 1 ? "origin" : "origins"} />
      <Number value={story.disputed} label="disputed" red />
      <p class="last"><span>last report </span>{momentWords(story.last, false)}</p>
    </li>
  );
}

export function Stories(): VNode {
  const { query: parameters } = route.value, value = (name: string): string => parameters.get(name) ?? "";
  const pages = usePages<StorySummary>(query("/api/stories", { limit: 50, q: value("q"), from: value("from"), to: value("to"), source: value("source"), actor: value("actor") }));
  const shown = pages.items.filter((story) => (value("disputed") !== "1" || (story.disputed ?? 0) > 0) && (value("one") !== "1" || story.origins === 1));
  const narrowed = shown.length < pages.items.length;
  useEffect(() => { if (narrowed && shown.length < 30 && pages.more) pages.loadMore(); }, [narrowed, shown.length, pages.more, pages.loadMore]);
  useEffect(() => { void refreshStatus(); pages.reload(); }, [corrected.value]);
  const filtered = FIELDS.some((name) => value(name));
  const concerns = useCallback(() => true, []), atTop = useCallback(() => scrollY < 200, []);
  const show = useCallback(() => { void refreshStatus(); pages.reload(); }, [pages.reload]);
  return (
    <>
      <header class="head"><h1 class="ours">Stories</h1></header>
      <form class="tools noprint" role="search" onSubmit={(event) => event.preventDefault()}>
        <Field name="q" label="Search stories" type="search" placeholder="words of their reports" />
        <Field name="from" label={LABELS.from as string} type="date" /><Field name="to" label={LABELS.to as string} type="date" />
        <Field name="source" label={LABELS.source as string} type="text" /><Field name="actor" label={LABELS.actor as string} type="text" />
        <fieldset class="chk"><legend class="vh">Show only stories</legend><Toggle name="disputed">With disputes</Toggle><Toggle name="one">One origin only</Toggle></fieldset>
      </form>
      <News concerns={concerns} show={show} atOnce={atTop} />
      {pages.error ? <Failed error={pages.error} what="The list" again={pages.reload} /> : null}
      {pages.loading && !pages.items.length ? <LoadingRows rows={6} /> : null}
      {!pages.loading && !pages.error && pages.total !== null ? <List shown={shown} total={pages.total} narrowed={narrowed} filtered={filtered} words={value("q")} /> : null}
      <More pages={pages} />
    </>
  );
}

function List({ shown, total, narrowed, filtered, words }: { shown: StorySummary[]; total: number; narrowed: boolean; filtered: boolean; words: string }): VNode {
  const reports = status.value?.reports;
  if (!shown.length && !filtered) {
    return <Empty title="No reports yet"><p>Add some by paste, file or address on <a href="/add">Add</a>, or with <code>synoptic add PATH…</code>.</p></Empty>;
  }
  if (!shown.length) {
    return (
      <Empty title={words ? `No story matches “${words}”` : "No story matches"}>
        <p>{reports ? `Nothing in ${count(reports, "report", "reports")} answers to these words and filters.` : "Nothing answers to these words and filters."}</p>
        <button class="btn k2" type="button" onClick={() => go("/")}>Clear search and filters</button>
      </Empty>
    );
  }
  return (
    <>
      <p class="count"><span role="status"><b class="n">{narrowed ? shown.length : total.toLocaleString("en-GB")}</b> {total === 1 ? "story" : "stories"}{narrowed ? ` of ${total.toLocaleString("en-GB")}` : ""}{!filtered && reports ? `, ${count(reports, "report", "reports")}` : ""}</span></p>
      <div class="hdr" aria-hidden="true"><span>Story, and when it was told</span><span>Reports</span><span>Origins</span><span>Disputed</span><span>Last report</span></div>
      <Chunks tag="ol" class="list" items={shown} size={25} height={92} id={(story) => story.id} draw={(story) => <StoryRow key={story.id} story={story} />} />
    </>
  );
}
