// Words of a report that stand in another: where the way is known, in the later one alone.

import type { Span } from "../api/types.ts";
import type { StoryView } from "./story_view.ts";

export function takenSpans(view: StoryView, report: string): Span[] {
  const spans: Span[] = [];
  for (const edge of view.json.lineage.edges) {
    for (const passage of edge.passages) {
      if (passage.verbatim === false) continue;
      if (edge.to === report) spans.push(passage.to);
      else if (edge.from === report && !edge.directed) spans.push(passage.from);
    }
  }
  spans.sort((a, b) => a.begin - b.begin);
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined[joined.length - 1];
    if (last && span.begin <= last.end) last.end = Math.max(last.end, span.end); else joined.push({ begin: span.begin, end: span.end });
  }
  return joined;
}
