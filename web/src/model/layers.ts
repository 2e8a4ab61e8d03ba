// The layers of a report: every annotation as a mark in the text and a note beside it.

import type { Report, Span } from "../api/types.ts";
import { brief, capital, oneLine, spaced, timeWords } from "../text/wording.ts";
import type { Mark } from "./pieces.ts";
import type { ReportView } from "./report_view.ts";
import type { StoryView } from "./story_view.ts";
import { takenSpans } from "./taken.ts";

export type Layer = "names" | "times" | "numbers" | "quotes" | "states" | "reused" | "parts" | "sentences";
export const LAYERS: readonly { id: Layer; title: string; sample: string; on: boolean }[] = [
  { id: "names", title: "Names", sample: "Aa", on: true },
  { id: "times", title: "Times", sample: "Aa", on: true },
  { id: "numbers", title: "Numbers", sample: "12", on: true },
  { id: "quotes", title: "Quotations", sample: "“Aa”", on: true },
  { id: "states", title: "Statements", sample: "Aa", on: true },
  { id: "reused", title: "Words taken over", sample: "Aa", on: true },
  { id: "parts", title: "Parts of the report", sample: "¶", on: false },
  { id: "sentences", title: "Sentences", sample: "|", on: false },
];

export interface Note extends Span { layer: Layer; lead: string; text: string; actor?: string; quote?: string; dispute?: string; other?: { report: string; span: Span } }

const first = (spans: readonly Span[]): Span => ({ begin: Math.min(...spans.map((span) => span.begin)), end: Math.max(...spans.map((span) => span.end)) });

export function marksOf(report: ReportView, story: StoryView | null): Mark[] {
  const { json } = report, marks: Mark[] = [];
  const add = (kind: Layer, spans: readonly Span[]): void => spans.forEach((span, number) => marks.push({ begin: span.begin, end: span.end, kind, number }));
  add("names", json.mentions.filter((mention) => mention.kind !== "pronoun"));
  add("times", json.times);
  add("numbers", json.quantities);
  add("quotes", json.quotes.flatMap((quote) => quote.content));
  add("states", json.statements.map((statement) => statement.trigger));
  add("parts", json.sections.filter((section) => section.kind !== "body"));
  add("sentences", json.sentences);
  if (story) add("reused", takenSpans(story, report.id));
  return marks;
}

function actorNotes(report: Report, name: (id: string) => string): Note[] {
  const notes: Note[] = [], seen = new Set<string>();
  const actors = new Map(report.actors.map((actor) => [actor.id, actor]));
  for (const mention of report.mentions) {
    if (!mention.actor || mention.kind === "pronoun" || seen.has(mention.actor)) continue;
    seen.add(mention.actor);
    const actor = actors.get(mention.actor), aliases = (actor?.aliases ?? []).map((each) => brief(each, 80));
    notes.push({ begin: mention.begin, end: mention.end, layer: "names", lead: name(mention.actor), text: [actor?.type ?? mention.type, aliases.length ? `also ${aliases.join(", ")}` : ""].filter(Boolean).join(", "), actor: mention.actor });
  }
  return notes;
}

function quoteNotes(report: Report, name: (id: string) => string, cut: (span: Span) => string): Note[] {
  return report.quotes.filter((quote) => quote.content.length).map((quote) => {
    const speaker = quote.speaker ? (quote.speaker.actor ? name(quote.speaker.actor) : brief(cut(quote.speaker))) : "Speaker not known";
    const parts = [quote.kind, quote.cue ? `“${brief(cut(quote.cue))}”` : "", quote.channel ? oneLine(quote.channel) : "", quote.negated ? "denied" : "", quote.malformed ? "marks do not close" : ""];
    return { ...first(quote.content), layer: "quotes" as const, lead: speaker, text: parts.filter(Boolean).join(", "), quote: quote.id };
  });
}

function statementNotes(report: Report, name: (id: string) => string, cut: (span: Span) => string): Note[] {
  return report.statements.map((statement) => {
    const who = (of: typeof statement.actor): string => (of ? (of.actor ? name(of.actor) : brief(cut(of))) : "");
    const parties = [who(statement.actor), who(statement.target) ? `to ${who(statement.target)}` : ""].filter(Boolean).join(" ");
    const said = statement.attributed_to.map(name).join(" › ");
    const parts = [parties, statement.modality !== "asserted" ? statement.modality : "", statement.polarity === "denied" ? "denied" : "", statement.place ? `in ${oneLine(statement.place)}` : "", said ? `on the word of ${said}` : ""];
    const kind = statement.type ? capital(statement.type.toLowerCase()) : "Statement";
    return { begin: statement.begin, end: statement.end, layer: "states" as const, lead: statement.mode ? `${kind}, ${spaced(statement.mode.toLowerCase())}` : kind, text: parts.filter(Boolean).join(", ") };
  });
}

function takenNotes(report: ReportView, story: StoryView): Note[] {
  const notes: Note[] = [];
  for (const edge of story.json.lineage.edges) {
    const mine = edge.to === report.id ? "to" : edge.from === report.id && !edge.directed ? "from" : null;
    if (!mine) continue;
    const other = story.byId.get(mine === "to" ? edge.from : edge.to);
    if (!other) continue;
    for (const passage of edge.passages) {
      if (passage.verbatim === false) continue;
      notes.push({ ...passage[mine], layer: "reused", lead: edge.directed ? `From ${other.name}` : `Also in ${other.name}`, text: "", other: { report: other.id, span: passage[mine === "to" ? "from" : "to"] } });
    }
  }
  return notes;
}

export function notesOf(report: ReportView, story: StoryView | null): Note[] {
  const { json } = report, own = new Map(json.actors.map((actor) => [actor.id, oneLine(actor.name)]));
  const name = (id: string): string => (story ? story.actorName(id) : own.get(id) || oneLine(id));
  const cut = (span: Span): string => report.cut(span);
  const notes: Note[] = [
    ...actorNotes(json, name),
    ...json.times.map((time) => ({ begin: time.begin, end: time.end, layer: "times" as const, lead: timeWords(time.value) || time.type.toLowerCase(), text: `“${brief(cut(time))}”, ${time.type.toLowerCase()}${time.mod ? `, ${time.mod.toLowerCase()}` : ""}` })),
    ...json.quantities.map((each) => ({ begin: each.begin, end: each.end, layer: "numbers" as const, lead: each.value !== null ? each.value.toLocaleString("en-GB") : each.low === each.high ? String(each.low) : `${each.low} to ${each.high}`, text: [each.percent ? "per cent" : "", each.of ? oneLine(each.of) : "", each.vague ? "about" : ""].filter(Boolean).join(", ") })),
    ...quoteNotes(json, name, cut), ...statementNotes(json, name, cut),
    ...json.sections.filter((section) => section.kind !== "body").map((section) => ({ begin: section.begin, end: section.end, layer: "parts" as const, lead: capital(section.kind === "boilerplate" ? "page furniture" : section.kind), text: section.kind === "boilerplate" ? "read by nothing" : "" })),
    ...(story ? takenNotes(report, story) : []),
  ];
  for (const finding of story?.disputed ?? []) {
    const seen = new Set<number>();
    for (const reading of finding.readings) {
      if (reading.report !== report.id || seen.has(reading.begin)) continue;
      seen.add(reading.begin);
      notes.push({ begin: reading.value_span?.begin ?? reading.begin, end: reading.value_span?.end ?? reading.end, layer: "states", lead: `Disputed between ${finding.between ?? "reports"}`, text: brief(finding.topic), dispute: finding.id });
    }
  }
  return notes.sort((a, b) => a.begin - b.begin || a.end - b.end);
}
