// Full-text search over the reports, their quotations and the actors they name.

import type { VNode } from "preact";
import { query } from "../api/client.ts";
import type { Hit } from "../api/types.ts";
import { reportAddress } from "../model/report_view.ts";
import { Chunks } from "../parts/chunks.tsx";
import { More } from "../parts/more.tsx";
import { Empty, Failed, LoadingRows } from "../parts/states.tsx";
import { usePages } from "../parts/use_pages.ts";
import { go, route, withQuery } from "../router.ts";
import { momentWords, oneLine } from "../text/wording.ts";
import { Quotations } from "./quotations.tsx";
import { Field } from "./stories.tsx";

const PLACES: readonly [string, string][] = [["all", "Everything"], ["text", "Text"], ["quotes", "Quotations"], ["actors", "Actors"]];

// The snippet with the words that were asked for marked.
export function marked(snippet: string, words: string): { text: string; hit: boolean }[] {
  const stems = (words.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.toLowerCase()).filter((word) => !/^(and|or|not|near)$/.test(word));
  return snippet.split(/([\p{L}\p{N}]+)/u).filter(Boolean).map((text) => {
    const folded = text.toLowerCase();
    return { text, hit: stems.some((stem) => folded === stem || (stem.length > 3 && folded.startsWith(stem.slice(0, -1)))) };
  });
}

function HitRow({ hit, words }: { hit: Hit; words: string }): VNode {
  return (
    <li data-item>
      <p class="hitwords"><a class="w" dir="auto" href={reportAddress(hit.report, hit)}>{marked(hit.snippet, words).map((part, index) => (part.hit ? <mark key={index}>{part.text}</mark> : part.text))}</a></p>
      <p class="by"><b><bdi>{oneLine(hit.source ?? "") || "outlet not named"}</bdi></b>, {momentWords(hit.published, true)}{hit.in === "text" ? "" : `, in ${hit.in === "quotes" ? "a quotation" : "an actor’s name"}`}{hit.title ? <> · <a class="q" dir="auto" href={`/story/${encodeURIComponent(hit.story)}`}>{oneLine(hit.title)}</a></> : null}</p>
    </li>
  );
}

export function Search(): VNode {
  const { query: parameters } = route.value, value = (name: string): string => parameters.get(name) ?? "";
  const words = value("q"), place = value("in") || "all";
  const speaker = place === "quotes" ? value("speaker") : "";
  const pages = usePages<Hit>(words && !speaker ? query("/api/search", { q: words, in: place === "all" ? "" : place, from: value("from"), to: value("to"), source: value("source"), actor: value("actor"), limit: 50 }) : null);
  return (
    <>
      <header class="head"><h1 class="ours">Search</h1></header>
      <form class="tools noprint" role="search" onSubmit={(event) => event.preventDefault()}>
        <Field name="q" label="Words" type="search" placeholder="words, or “a phrase”" />
        <Field name="from" label="From" type="date" /><Field name="to" label="Until" type="date" />
        <Field name="source" label="Outlet" type="text" />
        {place === "quotes" ? <Field key="speaker" name="speaker" label="Who says it" type="text" /> : <Field key="actor" name="actor" label="Who is named" type="text" />}
        <fieldset class="chk"><legend class="vh">Where to look</legend>
          {PLACES.map(([id, title]) => <label key={id}><input type="radio" name="in" checked={place === id} onChange={() => go(withQuery({ in: id === "all" ? "" : id }), { replace: true })} /> {title}</label>)}
        </fieldset>
      </form>
      {speaker ? <Quotations speaker={speaker} about={words} filters={{ from: value("from"), to: value("to"), source: value("source") }} /> : null}
      {!words && !speaker ? <Empty title="Search the reports"><p>Words find reports that have all of them, “words in quotation marks” a phrase. Hits lead to their place in the report.</p></Empty> : null}
      {pages.error && !speaker ? <Failed error={pages.error} what="The search" again={pages.reload} /> : null}
      {words && !speaker && pages.loading ? <LoadingRows rows={4} /> : null}
      {words && !speaker && !pages.loading && !pages.error && pages.total !== null ? (
        pages.items.length ? (
          <>
            <p class="count"><span role="status"><b class="n">{pages.total.toLocaleString("en-GB")}</b> {pages.total === 1 ? "place" : "places"}</span><a class="feed" href={query("/feeds/search", { q: words })}>Atom feed</a></p>
            <Chunks tag="ol" class="hits" items={pages.items} size={25} height={88} id={(hit) => `${hit.report}-${hit.begin}`} draw={(hit, index) => <HitRow key={index} hit={hit} words={words} />} />
          </>
        ) : (
          <Empty title={`Nothing found for “${words}”`}><button class="btn k2" type="button" onClick={() => go("/search")}>Clear search and filters</button></Empty>
        )
      ) : null}
      {speaker ? null : <More pages={pages} />}
    </>
  );
}
