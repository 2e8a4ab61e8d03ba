// A story: its reports laid side by side. The head and the disputes are drawn first, the rest after the first paint.

import type { VNode } from "preact";
import { useCallback, useEffect, useMemo } from "preact/hooks";
import type { Correction, Page, Story as StoryJson } from "../api/types.ts";
import { StoryView } from "../model/story_view.ts";
import { corrected } from "../parts/correct.tsx";
import { Later, useTurns } from "../parts/later.tsx";
import { StoryContext } from "../parts/marks.tsx";
import { News } from "../parts/news.tsx";
import { reveal } from "../parts/reveal.ts";
import { Failed, LoadingPage } from "../parts/states.tsx";
import { useData } from "../parts/use_data.ts";
import { route } from "../router.ts";
import { Actors } from "../story/actors.tsx";
import { Disputed, Updates } from "../story/disputes.tsx";
import { Ledger, Timeline } from "../story/ledger.tsx";
import { Lineage } from "../story/lineage.tsx";
import { Corroborated, SingleOrigin } from "../story/origins.tsx";
import { Parallel } from "../story/parallel.tsx";
import { Sources, StoryCorrections } from "../story/sources.tsx";
import { Utterances } from "../story/utterances.tsx";
import { Contents, Verdict } from "../story/verdict.tsx";

const SECTIONS = [Corroborated, SingleOrigin, Utterances, Lineage, Parallel, Ledger, Timeline, Actors, Sources];

export function useStoryCorrections(story: string | null): { corrections: Correction[]; reload: () => void } {
  const { data, reload } = useData<Page<Correction>>(story ? `/api/corrections?story=${encodeURIComponent(story)}&limit=200` : null);
  return { corrections: data?.items ?? [], reload };
}

export function Story({ id }: { id: string }): VNode {
  const { data, error, reload } = useData<StoryJson>(`/api/stories/${encodeURIComponent(id)}`);
  const own = useStoryCorrections(data ? id : null);
  const view = useMemo(() => (data ? new StoryView({ ...data, corrections: data.corrections ?? own.corrections }) : null), [data, own.corrections]);
  const concerns = useCallback((change: { story: string }) => change.story === id, [id]);
  useEffect(() => { if (corrected.value) { reload(); own.reload(); } }, [corrected.value]);
  useEffect(() => {
    if (!view) return;
    document.title = `${view.earliest?.title ?? view.json.title ?? "A story"} · Synoptic`;
    performance.mark("story-shown");
  }, [view]);
  useEffect(() => { if (data && route.value.hash) reveal(route.value.hash); }, [data?.story]);
  if (!view) return error ? <Failed error={error} what="This story" again={reload} /> : <LoadingPage label="Loading the story" />;
  return (
    <StoryContext.Provider value={view}>
      <p class="up noprint"><a href="/" data-key="u">Stories</a> <a class="feed" href={`/feeds/stories/${encodeURIComponent(id)}`}>Atom feed</a></p>
      {error ? <Failed error={error} what="The latest state" again={reload} /> : null}
      <News concerns={concerns} show={reload} />
      <Verdict />
      <Contents corrections={view.json.corrections?.length ?? 0} />
      <Disputed />
      <Updates />
      <Rest view={view} />
    </StoryContext.Provider>
  );
}

function Rest({ view }: { view: StoryView }): VNode {
  const turns = useTurns(SECTIONS.length + 1, view.json.story);
  return (
    <>
      {SECTIONS.map((Section, index) => <Later key={index} when={index < turns}><Section /></Later>)}
      <Later when={turns > SECTIONS.length}><StoryCorrections corrections={view.json.corrections ?? []} /></Later>
    </>
  );
}
