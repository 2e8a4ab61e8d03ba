import assert from "node:assert/strict";
import test from "node:test";
import { Points, spanOfHash } from "./points.ts";

// The slow, obvious way: an array of characters.
const slow = (text: string, begin: number, end: number): string => [...text].slice(begin, end).join("");

test("a span counts code points, also after characters of two units", () => {
  for (const text of ["plain", "é à", "a😀b😀😀c", "😀", "", "日本語と𠮷野家", "\u202Etxet\u202C", "e\u0301😀\n\n😀x"]) {
    const points = new Points(text), length = [...text].length;
    assert.equal(points.length, length);
    for (let begin = 0; begin <= length; begin++) {
      assert.equal(points.point(points.unit(begin)), begin);
      for (let end = begin; end <= length + 2; end++) assert.equal(points.cut({ begin, end }), slow(text, begin, end));
    }
  }
});

test("a unit inside a character belongs to it", () => {
  const points = new Points("a😀b");
  assert.equal(points.point(2), 1);
  assert.equal(points.point(3), 2);
  assert.equal(points.point(99), 3);
});

test("a span in an address is two numbers in order", () => {
  assert.deepEqual(spanOfHash("#120-180"), { begin: 120, end: 180 });
  assert.deepEqual(spanOfHash("0-1"), { begin: 0, end: 1 });
  for (const hash of ["", "#", "#f12", "#5-5", "#9-2", "#1-2-3", "#-1-4", "#1e3-2e3", "#99999999999-1"]) assert.equal(spanOfHash(hash), null);
});
