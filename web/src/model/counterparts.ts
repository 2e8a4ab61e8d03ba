// Levels: sentences of several reports that tell the same, found from shared passages, utterances, findings and the
// ledger. Strongest ties first; a report has only neighbouring sentences in one level.

import type { Evidence, Span } from "../api/types.ts";
import type { StoryView } from "./story_view.ts";

export interface Level { places: Evidence[] }  // one a report, in the order of the reports

const MOST_PER_ITEM = 48;  // readings of one item that are paired with each other
const LONGEST_RUN = 3;     // neighbours of one report that may stand together

class Leveller {
  private readonly first = new Map<string, number>();  // place of each report's first sentence
  private readonly places: { report: string; rank: number; span: Span }[] = [];
  private readonly scores = new Map<number, number>();  // of a pair, as low * count + high
  private readonly leader: number[];
  private readonly members: number[][];

  constructor(private readonly view: StoryView) {
    for (const report of view.reports) {
      this.first.set(report.id, this.places.length);
      for (const span of report.json.sentences) this.places.push({ report: report.id, rank: report.rank, span });
    }
    this.leader = this.places.map((_, index) => index);
    this.members = this.places.map((_, index) => [index]);
  }

  drawTogether(): void {
    const { lineage, utterances, findings, ledger } = this.view.json;
    for (const edge of lineage.edges) {
      for (const passage of edge.passages) this.drawPassage(edge.from, passage.from, edge.to, passage.to);
    }
    for (const utterance of utterances) this.drawItem(utterance.readings, 3);
    for (const finding of findings) this.drawItem(finding.readings, 2);
    for (const entry of ledger) this.drawItem(entry.evidence, 1);
  }

  // Place of the sentence that holds `at`, or the last before it; -1 without one.
  private sentenceAt(report: string, at: number): number {
    const base = this.first.get(report);
    const sentences = this.view.byId.get(report)?.json.sentences;
    if (base === undefined || !sentences) return -1;
    let low = 0, high = sentences.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sentences[middle] as Span).begin <= at) low = middle + 1; else high = middle;
    }
    return low === 0 ? -1 : base + low - 1;
  }

  private draw(a: number, b: number, strength: number): void {
    if (a < 0 || b < 0 || this.places[a]?.report === this.places[b]?.report) return;
    const key = Math.min(a, b) * this.places.length + Math.max(a, b);
    this.scores.set(key, (this.scores.get(key) ?? 0) + strength);
  }

  // A passage over several sentences draws those together that lie at the same share of it.
  private drawPassage(fromReport: string, from: Span, toReport: string, to: Span): void {
    const sentences = this.view.byId.get(toReport)?.json.sentences ?? [], base = this.first.get(toReport) ?? 0;
    for (let at = this.sentenceAt(toReport, to.begin); at >= 0 && at - base < sentences.length; at++) {
      const sentence = sentences[at - base] as Span;
      if (sentence.begin >= to.end) break;
      const begin = Math.max(sentence.begin, to.begin), end = Math.min(sentence.end, to.end);
      if (begin >= end) continue;
      const share = ((begin + end) / 2 - to.begin) / (to.end - to.begin);
      const there = Math.floor(from.begin + share * (from.end - from.begin));
      this.draw(at, this.sentenceAt(fromReport, there), (4 * (end - begin)) / Math.max(1, sentence.end - sentence.begin));
    }
  }

  private drawItem(readings: readonly Evidence[], strength: number): void {
    const places = readings.slice(0, MOST_PER_ITEM).map((reading) => this.sentenceAt(reading.report, reading.begin));
    for (let i = 0; i < places.length; i++) {
      for (let j = i + 1; j < places.length; j++) this.draw(places[i] as number, places[j] as number, strength);
    }
  }

  join(): void {
    const size = this.places.length;
    const pairs = [...this.scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    for (const [key] of pairs) this.tryJoin(this.leader[Math.floor(key / size)] as number, this.leader[key % size] as number);
  }

  // Joins unless a report would have sentences in it that do not stand together.
  private tryJoin(a: number, b: number): void {
    if (a === b) return;
    const mine = this.members[a] as number[], theirs = this.members[b] as number[];
    const joined = [...mine, ...theirs].sort((x, y) => x - y);
    let run = 1;
    for (let i = 1; i < joined.length; i++) {
      const here = joined[i] as number, before = joined[i - 1] as number;
      if (this.places[here]?.report !== this.places[before]?.report) run = 1;
      else if (here !== before + 1 || ++run > LONGEST_RUN) return;
    }
    for (const member of theirs) this.leader[member] = a;
    this.members[a] = joined;
    this.members[b] = [];
  }

  take(): Level[] {
    const levels: { rank: number; begin: number; level: Level }[] = [];
    for (const members of this.members) {
      if (members.length < 2) continue;
      const byReport = new Map<string, Evidence & { rank: number }>();
      for (const member of members) {
        const { report, rank, span } = this.places[member] as { report: string; rank: number; span: Span };
        const there = byReport.get(report);
        if (there) { there.begin = Math.min(there.begin, span.begin); there.end = Math.max(there.end, span.end); }
        else byReport.set(report, { report, rank, begin: span.begin, end: span.end });
      }
      if (byReport.size < 2) continue;
      const places = [...byReport.values()].sort((x, y) => x.rank - y.rank);
      const head = places[0] as Evidence & { rank: number };
      levels.push({ rank: head.rank, begin: head.begin, level: { places } });
    }
    levels.sort((a, b) => a.rank - b.rank || a.begin - b.begin);
    return levels.map(({ level }) => level);
  }
}

export function findLevels(view: StoryView): Level[] {
  const leveller = new Leveller(view);
  leveller.drawTogether();
  leveller.join();
  return leveller.take();
}
