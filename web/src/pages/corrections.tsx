// All that readers corrected.

import type { VNode } from "preact";
import { useEffect } from "preact/hooks";
import type { Correction } from "../api/types.ts";
import { corrected } from "../parts/correct.tsx";
import { More } from "../parts/more.tsx";
import { Empty, Failed, LoadingRows } from "../parts/states.tsx";
import { usePages } from "../parts/use_pages.ts";
import { CorrectionRow } from "../story/sources.tsx";

export function Corrections(): VNode {
  const pages = usePages<Correction>("/api/corrections?limit=100");
  useEffect(() => { if (corrected.value) pages.reload(); }, [corrected.value]);
  return (
    <>
      <header class="head"><h1 class="ours">Corrections</h1></header>
      {pages.error ? <Failed error={pages.error} what="The list" again={pages.reload} /> : null}
      {pages.loading ? <LoadingRows rows={3} /> : null}
      {!pages.loading && !pages.error && !pages.items.length ? <Empty title="Nothing corrected yet"><p>In a story: “Not a dispute” on a dispute, “Wrong speaker” on an utterance, “Same as…” on an actor, a note on anything.</p></Empty> : null}
      {pages.items.length ? <ol class="tl">{pages.items.map((correction) => <CorrectionRow key={correction.id} correction={correction} withStory />)}</ol> : null}
      <More pages={pages} />
    </>
  );
}
