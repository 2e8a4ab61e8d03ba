// Who is named in the reports of a story, how each spells it, and what they said.

import type { Evidence, Quote, Span } from "../api/types.ts";
import type { StoryView } from "./story_view.ts";
import { oneLine } from "../text/wording.ts";

export interface Said { report: string; quote: Quote }
export interface NamedActor { id: string; type: string; mentions: number; reports: Set<string>; forms: [string, Evidence[]][]; roles: Evidence[]; said: Said[] }

export function namedActors(view: StoryView): NamedActor[] {
  const actors = new Map<string, NamedActor & { byForm: Map<string, Evidence[]> }>();
  const of = (id: string, type: string): NamedActor & { byForm: Map<string, Evidence[]> } => {
    const found = actors.get(id) ?? { id, type, mentions: 0, reports: new Set<string>(), forms: [], roles: [], said: [], byForm: new Map<string, Evidence[]>() };
    actors.set(id, found);
    return found;
  };
  for (const report of view.reports) {
    const types = new Map(report.json.actors.map((actor) => [actor.id, actor.type]));
    const seen = new Set<string>();
    for (const mention of report.json.mentions) {
      if (!mention.actor) continue;
      const actor = of(mention.actor, types.get(mention.actor) ?? mention.type);
      actor.mentions++;
      actor.reports.add(report.id);
      if (mention.kind !== "name") continue;
      const form = oneLine(report.cut(mention)), key = `${mention.actor}\n${form}`;
      if (seen.has(key)) continue;
      seen.add(key);
      actor.byForm.set(form, [...(actor.byForm.get(form) ?? []), { report: report.id, begin: mention.begin, end: mention.end }]);
    }
    for (const actor of report.json.actors) for (const role of actor.roles) of(actor.id, actor.type).roles.push({ report: report.id, ...role });
    for (const quote of report.json.quotes) if (quote.speaker?.actor && quote.content.length) of(quote.speaker.actor, types.get(quote.speaker.actor) ?? "other").said.push({ report: report.id, quote });
  }
  const list = [...actors.values()].filter((actor) => actor.byForm.size);
  for (const actor of list) actor.forms = [...actor.byForm].sort((a, b) => b[1].length - a[1].length);
  return list.sort((a, b) => b.reports.size - a.reports.size || b.mentions - a.mentions || (a.id < b.id ? -1 : 1));
}

// The whole of a quotation, from its first quoted part to its last.
export function wholeOf(quote: Quote): Span {
  return { begin: Math.min(...quote.content.map((part) => part.begin)), end: Math.max(...quote.content.map((part) => part.end)) };
}

export const quoteEvidence = (said: Said): Evidence => ({ report: said.report, ...wholeOf(said.quote) });
