import assert from "node:assert/strict";
import test from "node:test";
import type { Report, Story } from "../api/types.ts";
import { Points } from "../text/points.ts";
import { stretches } from "./changed_words.ts";
import { findLevels } from "./counterparts.ts";
import { lineageLayout, WIDE } from "./lineage_layout.ts";
import { paragraphs, type Mark } from "./pieces.ts";
import { letters, sigla } from "./sigla.ts";
import { StoryView } from "./story_view.ts";

function report(id: string, source: string | null, text: string, published: string | null, more: Partial<Report> = {}): Report {
  const sentences = [...text.matchAll(/[^.]+\./g)].map((match) => ({ begin: match.index, end: match.index + match[0].length }));
  return { id, source, text, published, url: null, title: null, authors: [], credit: null, sections: [], sentences, mentions: [], actors: [], times: [], quantities: [], quotes: [], statements: [], ...more };
}

function story(reports: Report[], more: Partial<Story> = {}): Story {
  return { story: "s", title: null, reports, lineage: { edges: [], origins: [] }, utterances: [], findings: [], ledger: [], timeline: [], ...more };
}

test("letters follow the outlets", () => {
  assert.deepEqual(sigla(["The Harbour Post", "Harbour News", "the harbour post", null, "of and"]), ["H", "N", "H2", "A", "B"]);
  assert.equal(letters(25), "Z");
  assert.equal(letters(26), "AA");
});

test("every character is in one piece, whatever the marks", () => {
  const text = "One 😀 line.\n\n  Another, longer.\nLast";
  const points = new Points(text);
  let seed = 7;
  const random = (below: number): number => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed % below; };
  for (let round = 0; round < 200; round++) {
    const marks: Mark[] = Array.from({ length: random(8) }, (_, number) => { const begin = random(points.length); return { begin, end: begin + 1 + random(20), kind: "k", number }; });
    const cut = paragraphs(points, [], marks);
    assert.equal(cut.map((paragraph) => paragraph.pieces.map((piece) => piece.text).join("")).join("\n"), "One 😀 line.\n  Another, longer.\nLast");
    for (const paragraph of cut) {
      for (const piece of paragraph.pieces) {
        const covering = marks.filter((mark) => mark.begin < piece.end && piece.begin < mark.end).map((mark) => mark.number).sort();
        assert.deepEqual(piece.marks.map((mark) => mark.number).sort(), covering);
        for (const mark of piece.marks) assert.ok(mark.begin <= piece.begin && piece.end <= mark.end);
      }
    }
  }
});

test("origins that count come first, and letters by lineage", () => {
  const view = new StoryView(story([report("a", "Ay", "A.", "2031-01-03"), report("b", "Bee", "B.", "2031-01-02"), report("c", "Cee", "C.", "2031-01-01")], {
    lineage: { edges: [], origins: [
      { id: "o1", reports: ["a"], basis: "", known: false, distinct: false }, { id: "o2", reports: ["b"], basis: "", known: true, distinct: true, name: "Wire" },
      { id: "o3", reports: ["c", "gone"], basis: "", known: true, distinct: true, name: null }] },
  }));
  assert.deepEqual(view.origins.map((origin) => origin.mark), ["α", "β", "?"]);
  assert.deepEqual(view.origins.map((origin) => origin.name), ["Cee", "Wire", "origin unknown"]);
  assert.deepEqual(view.reports.map((each) => each.siglum), ["C", "B", "A"]);
  assert.equal(view.countedOrigins, 2);
});

test("readings are gathered by value, and by who says so between actors", () => {
  const reading = (of: string, value: string, actor?: string) => ({ report: of, begin: 0, end: 1, value, attributed_to: actor ? [actor] : [], modality: "asserted" });
  const view = new StoryView(story([report("a", "Ay", "A.", null), report("b", "Bee", "B.", null)]));
  const finding = { id: "f", status: "disputed" as const, facet: "number" as const, topic: "", origins: 2 };
  assert.equal(view.positions({ ...finding, between: "reports", readings: [reading("a", "4"), reading("b", "4"), reading("b", "7"), reading("gone", "9")] }).length, 2);
  assert.equal(view.positions({ ...finding, between: "actors", readings: [reading("a", "4", "x"), reading("b", "4", "y")] }).length, 2);
});

test("sentences that a passage joins stand level; a report has only neighbours in a level", () => {
  const texts = ["Aa bb. Cc dd. Ee ff.", "Aa bb. Xx yy. Ee ff."];
  const view = new StoryView(story([report("a", "Ay", texts[0] as string, "2031-01-01"), report("b", "Bee", texts[1] as string, "2031-01-02")], {
    lineage: { origins: [], edges: [{ from: "a", to: "b", kind: "copy", directed: true, confidence: 1, share: 0.6, passages: [
      { from: { begin: 0, end: 6 }, to: { begin: 0, end: 6 }, quoted: false }, { from: { begin: 14, end: 20 }, to: { begin: 14, end: 20 }, quoted: false }] }] },
  }));
  const levels = findLevels(view);
  assert.equal(levels.length, 2);
  for (const level of levels) assert.deepEqual(level.places.map((place) => place.report), ["a", "b"]);
  const layout = lineageLayout(view, WIDE);
  assert.equal(layout.lines.length, 1);
  assert.ok((layout.nodes[1]?.x ?? 0) > (layout.nodes[0]?.x ?? 0));
  assert.match(layout.nodes[1]?.meta ?? "", /copies A, 60 %/);
});

test("dropped words stand where they stood, by the words before them", () => {
  const first = report("a", "Ay", "We will not go first.", null, { quotes: [{ id: "q1", kind: "direct", content: [{ begin: 0, end: 21 }], cue: null, speaker: null, channel: null, malformed: false }] });
  const second = report("b", "Bee", "We shall go.", null, { quotes: [{ id: "q2", kind: "direct", content: [{ begin: 0, end: 12 }], cue: null, speaker: null, channel: null, malformed: false }] });
  const view = new StoryView(story([first, second]));
  const base = { report: "a", quote: "q1", begin: 0, end: 21, wording: "verbatim" as const, against: null, changes: [] };
  const cut = stretches(view.byId.get("b")!, { report: "b", quote: "q2", begin: 0, end: 12, wording: "altered", against: "q1", changes: [
    { op: "replace", from: "will not", to: "shall", meaning: true, from_span: { begin: 3, end: 11 }, to_span: { begin: 3, end: 8 } },
    { op: "delete", from: "first", to: null, from_span: { begin: 15, end: 20 } }] }, view.byId.get("a")!, base);
  assert.equal(cut.map((each) => ({ kept: "", narration: "~", inserted: "+", dropped: "-" })[each.kind] + each.text).join("|"), "We |-will not|+shall| go.|-first");
});
