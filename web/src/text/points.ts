// Positions of the service count code points, those of a JavaScript string UTF-16 units. They differ after every
// character beyond U+FFFF.

import type { Span } from "../api/types.ts";

export class Points {
  // Code points at which a character of two units stands; null where there is none, which is the rule.
  private readonly wide: Uint32Array | null;
  readonly length: number;  // code points

  constructor(readonly text: string) {
    this.wide = /[\ud800-\udbff][\udc00-\udfff]/.test(text) ? wideCharacters(text) : null;
    this.length = text.length - (this.wide?.length ?? 0);
  }

  // The UTF-16 unit at which code point `point` begins; a point beyond the text is its end.
  unit(point: number): number {
    const inside = Math.max(0, Math.min(point, this.length));
    return this.wide ? inside + countBelow(this.wide, inside) : inside;
  }

  // The code point that unit `unit` belongs to.
  point(unit: number): number {
    if (!this.wide) return Math.max(0, Math.min(unit, this.length));
    let low = 0, high = this.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.unit(middle) <= unit) low = middle; else high = middle - 1;
    }
    return low;
  }

  cut(span: Span): string {
    return this.text.slice(this.unit(span.begin), this.unit(span.end));
  }
}

function wideCharacters(text: string): Uint32Array {
  const found: number[] = [];
  let point = 0;
  for (let unit = 0; unit < text.length; unit++, point++) {
    const code = text.codePointAt(unit) as number;
    if (code <= 0xffff) continue;
    found.push(point);
    unit++;
  }
  return Uint32Array.from(found);
}

function countBelow(sorted: Uint32Array, limit: number): number {
  let low = 0, high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < limit) low = middle + 1; else high = middle;
  }
  return low;
}

// "120-180" of a deep link; null for anything else.
export function spanOfHash(hash: string): Span | null {
  const match = /^#?(\d{1,9})-(\d{1,9})$/.exec(hash);
  if (!match) return null;
  const begin = Number(match[1]), end = Number(match[2]);
  return begin < end ? { begin, end } : null;
}

export const overlaps = (a: Span, b: Span): boolean => a.begin < b.end && b.begin < a.end;
