// What somebody said, in all stories.

import type { VNode } from "preact";
import { query } from "../api/client.ts";
import type { QuoteHit } from "../api/types.ts";
import { reportAddress } from "../model/report_view.ts";
import { wholeOf } from "../model/named_actors.ts";
import { Chunks } from "../parts/chunks.tsx";
import { More } from "../parts/more.tsx";
import { Empty, Failed, LoadingRows } from "../parts/states.tsx";
import { usePages } from "../parts/use_pages.ts";
import { brief, momentWords, oneLine } from "../text/wording.ts";

function Row({ hit }: { hit: QuoteHit }): VNode {
  const words = hit.text.length > 3000 ? `${hit.text.slice(0, 3000)}…` : hit.text;
  return (
    <li data-item>
      <p class="hitwords"><a class="w" dir="auto" href={reportAddress(hit.report, wholeOf(hit.quote))}>{words}</a></p>
      <p class="by">
        <b><bdi>{brief(hit.speaker ?? "", 120) || "speaker not known"}</bdi></b>{hit.channel ? <>, <bdi>{oneLine(hit.channel)}</bdi></> : null}, {hit.quote.kind}, {momentWords(hit.published, true)}
        {" · "}<a href={`/story/${encodeURIComponent(hit.story)}`}>its story</a>
      </p>
    </li>
  );
}

export function Quotations({ speaker, about, filters }: { speaker: string; about: string; filters: Record<string, string> }): VNode {
  const pages = usePages<QuoteHit>(query("/api/quotes", { speaker, about, ...filters, limit: 50 }));
  if (pages.error) return <Failed error={pages.error} what="The list" again={pages.reload} />;
  if (pages.loading || pages.total === null) return <LoadingRows rows={4} />;
  if (!pages.items.length) return <Empty title={`Nothing found that ${brief(speaker, 80)} said`}><p>{about ? "Words of the quotation narrow the list; try without them." : "The name is looked for among all its spellings."}</p></Empty>;
  return (
    <>
      <p class="count"><span role="status"><b class="n">{pages.total.toLocaleString("en-GB")}</b> {pages.total === 1 ? "quotation" : "quotations"}</span><a class="feed" href={query("/feeds/speakers", { name: speaker })}>Atom feed</a></p>
      <Chunks tag="ol" class="hits" items={pages.items} size={25} height={88} id={(hit) => hit.report + hit.quote.id} draw={(hit) => <Row key={hit.report + hit.quote.id} hit={hit} />} />
      <More pages={pages} />
    </>
  );
}
