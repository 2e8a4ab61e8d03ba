// A text cut into paragraphs, and each into pieces under the same marks. Marks may overlap in any way; every character
// of the text is in one piece, in order, but for the line breaks between paragraphs.

import type { Section, Span } from "../api/types.ts";
import type { Points } from "../text/points.ts";

export interface Mark extends Span { kind: string; number: number }  // `number`: which of its kind
export interface Piece extends Span { text: string; marks: Mark[] }
export interface Paragraph extends Span { section: Section["kind"] | null; pieces: Piece[] }

export const LONGEST_PIECE = 8000;  // units; a longer run of letters is laid out in parts

function cutLine(points: Points, line: Span, marks: readonly Mark[]): Piece[] {
  const edges = new Set([line.begin, line.end]);
  for (const mark of marks) {
    if (mark.begin > line.begin && mark.begin < line.end) edges.add(mark.begin);
    if (mark.end > line.begin && mark.end < line.end) edges.add(mark.end);
  }
  for (let at = line.begin + LONGEST_PIECE; at < line.end; at += LONGEST_PIECE) edges.add(at);
  const sorted = [...edges].sort((a, b) => a - b), pieces: Piece[] = [];
  let open: Mark[] = [], next = 0;
  for (let i = 0; i + 1 < sorted.length; i++) {
    const begin = sorted[i] as number, end = sorted[i + 1] as number;
    while (next < marks.length && (marks[next] as Mark).begin <= begin) open.push(marks[next++] as Mark);
    open = open.filter((mark) => mark.end > begin);
    pieces.push({ begin, end, text: points.cut({ begin, end }), marks: open.slice() });
  }
  return pieces;
}

export function paragraphs(points: Points, sections: readonly Section[], marks: readonly Mark[]): Paragraph[] {
  const sorted = marks.filter((mark) => mark.begin < mark.end).sort((a, b) => a.begin - b.begin || b.end - a.end);
  const result: Paragraph[] = [];
  let unit = 0, begin = 0, section = 0, first = 0;
  let running: Mark[] = [];  // begun in an earlier paragraph and not ended
  for (const text of points.text.split("\n")) {
    const end = unit + text.length >= points.text.length ? points.length : points.point(unit + text.length);
    if (text.trim()) {
      while (section < sections.length && (sections[section] as Section).end <= begin) section++;
      const here = sections[section];
      while (first < sorted.length && (sorted[first] as Mark).begin < end) running.push(sorted[first++] as Mark);
      running = running.filter((mark) => mark.end > begin);
      result.push({
        // A dateline runs into the paragraph that it opens, which is none for that.
        begin, end, section: here && here.begin <= begin && here.end >= begin + [...text.trimEnd()].length ? here.kind : null,
        pieces: cutLine(points, { begin, end }, running),
      });
    }
    unit += text.length + 1;
    begin = end + 1;
  }
  return result;
}
