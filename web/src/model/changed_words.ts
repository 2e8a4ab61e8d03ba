// A reading of an utterance cut into what was kept, put in, dropped and told between the quoted parts. A change that
// drops words has no place in the reading; it is found by counting: as many words as stand unchanged before it in the
// one stand unchanged before it in the other.

import type { Change, Span, UtteranceReading } from "../api/types.ts";
import { overlaps } from "../text/points.ts";
import type { ReportView } from "./report_view.ts";

export interface Stretch { kind: "kept" | "narration" | "inserted" | "dropped"; text: string; meaning: boolean }

// The parts of a reading between quotation marks; the whole where the quotation is not known.
function partsOf(report: ReportView, reading: UtteranceReading): Span[] {
  const quote = report.json.quotes.find((each) => each.id === reading.quote);
  const parts = (quote?.content ?? []).filter((part) => overlaps(part, reading))
    .map((part) => ({ begin: Math.max(part.begin, reading.begin), end: Math.min(part.end, reading.end) }));
  return parts.length ? parts : [{ begin: reading.begin, end: reading.end }];
}

function wordsOf(report: ReportView, reading: UtteranceReading): Span[] {
  const words: Span[] = [];
  for (const part of partsOf(report, reading)) {
    const text = report.cut(part), base = report.points.unit(part.begin);
    for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
      const begin = report.points.point(base + match.index);
      words.push({ begin, end: report.points.point(base + match.index + match[0].length) });
    }
  }
  return words;
}

const wordAt = (words: readonly Span[], at: number): number => {
  const index = words.findIndex((word) => word.begin >= at);
  return index < 0 ? words.length : index;
};

function placeChanges(reading: UtteranceReading, from: Span[], to: Span[]): { at: number; change: Change }[] {
  const placed: { at: number; change: Change }[] = [];
  let i = 0, j = 0;  // words of each that are used up
  for (const change of reading.changes) {
    if (change.to_span) {
      placed.push({ at: change.to_span.begin, change });
      j = Math.max(j, wordAt(to, change.to_span.end));
      if (change.from_span) i = Math.max(i, wordAt(from, change.from_span.end));
    } else if (change.from_span) {
      const first = wordAt(from, change.from_span.begin);
      if (first > i) j = Math.min(j + first - i, to.length);
      placed.push({ at: to[j]?.begin ?? reading.end, change });
      i = Math.max(i, wordAt(from, change.from_span.end));
    }
  }
  return placed;
}

export function stretches(report: ReportView, reading: UtteranceReading, againstReport: ReportView | null, against: UtteranceReading | null): Stretch[] {
  const parts = partsOf(report, reading), out: Stretch[] = [];
  let at = reading.begin, part = 0;
  const push = (kind: Stretch["kind"], text: string, meaning = false): void => { if (text) out.push({ kind, text, meaning }); };
  const upTo = (limit: number): void => {
    const end = Math.min(limit, reading.end);
    while (at < end) {
      while (part < parts.length && (parts[part] as Span).end <= at) part++;
      const here = parts[part], inside = !!here && here.begin <= at;
      const stop = here ? Math.min(end, inside ? here.end : here.begin) : end;
      push(inside ? "kept" : "narration", report.cut({ begin: at, end: stop }));
      at = stop;
    }
  };
  if (againstReport && against) {
    for (const { at: place, change } of placeChanges(reading, wordsOf(againstReport, against), wordsOf(report, reading))) {
      upTo(Math.max(place, at));
      const meaning = change.meaning ?? false;
      if (change.from_span) push("dropped", againstReport.cut(change.from_span), meaning);
      if (!change.to_span || change.to_span.begin < at || change.to_span.end > reading.end) continue;
      push("inserted", report.cut(change.to_span), meaning);
      at = change.to_span.end;
    }
  }
  upTo(reading.end);
  return out;
}
