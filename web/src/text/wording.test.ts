import assert from "node:assert/strict";
import test from "node:test";
import { daysOf, moment } from "./dates.ts";
import { brief, citation, listed, momentWords, oneLine, safeAddress, timeWords } from "./wording.ts";

test("TIMEX3 values as a reader would say them", () => {
  const rows: [string, string][] = [
    ["2024-06-13", "13 June 2024"], ["2024-06", "June 2024"], ["2024", "2024"], ["2024-06-09T11:40", "9 June 2024, 11:40"], ["2024-06-09TEV", "9 June 2024, evening"],
    ["2024-W23", "week 23 of 2024"], ["2024-W23-WE", "weekend of week 23 of 2024"], ["2024-SU", "summer 2024"], ["2024-Q1", "first quarter of 2024"],
    ["2024-06-01/2024-06-03", "1 June 2024 to 3 June 2024"], ["P20D", "20 days"], ["PT1H", "1 hour"], ["PT5M", "5 minutes"], ["P1M", "1 month"], ["PTXH", "some hours"],
    ["XXXX-06-13", "13 June"], ["PRESENT_REF", "now"], ["", ""], ["nonsense", "nonsense"], ["2024-13", "2024-13"],
  ];
  for (const [timex, words] of rows) assert.equal(timeWords(timex), words, timex);
});

test("days that a value covers", () => {
  const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
  const rows: [string, string, string][] = [
    ["2024-06-13", "2024-06-13", "2024-06-13"], ["2024-02", "2024-02-01", "2024-02-29"], ["2024", "2024-01-01", "2024-12-31"], ["2024-12", "2024-12-01", "2024-12-31"],
    ["2025-W01", "2024-12-30", "2025-01-05"], ["2024-WI", "2024-12-01", "2025-02-28"], ["2024-06-09TNI", "2024-06-09", "2024-06-09"], ["2024-06-01/2024-06-03", "2024-06-01", "2024-06-03"],
  ];
  for (const [timex, first, last] of rows) assert.deepEqual(daysOf(timex), { first: day(first), last: day(last) }, timex);
  for (const timex of ["", null, "XXXX-06", "P3D", "2024-02-30", "2024-06-03/2024-06-01", "2024-W60"]) assert.equal(daysOf(timex), null, String(timex));
});

test("moments keep their own zone in words and count in UTC", () => {
  assert.equal(momentWords("2031-03-05T16:10:00+02:00", true), "5 March 2031, 16:10");
  assert.equal(moment("2031-03-05T16:10:00+02:00"), Date.UTC(2031, 2, 5, 14, 10));
  assert.equal(moment("2031-03-05T16:10:00-0330"), Date.UTC(2031, 2, 5, 19, 40));
  assert.equal(momentWords(null, true), "undated");
  assert.equal(moment("yesterday"), null);
});

test("labels are one line without marks that turn the writing", () => {
  assert.equal(oneLine(" a\u202Eb\n\tc\u0000 "), "a\ufffdb c\ufffd");
  assert.equal(brief("w".repeat(1_000_000)).length, 241);
  assert.equal(brief("a".repeat(239) + "😀b"), `${"a".repeat(239)}…`);
  assert.equal(listed(["A", "B", "C"]), "A, B and C");
});

test("only addresses of pages are linked", () => {
  assert.equal(safeAddress("https://example.org/a?b"), "https://example.org/a?b");
  for (const url of ["javascript:alert(1)", "data:text/html,x", " https://example.org", "https://", "//example.org", null, "http://a b"]) assert.equal(safeAddress(url), null, String(url));
});

test("a citation names the outlet, the headline, the day, the place", () => {
  const text = citation({ words: "We will\nnot", name: "Harbour Post", title: "A bridge", published: "2031-03-04", url: null, begin: 3, end: 14, link: "http://127.0.0.1/report/a#3-14" });
  assert.equal(text, "“We will not” (Harbour Post, “A bridge”, 4 March 2031, characters 3–14, http://127.0.0.1/report/a#3-14)");
});
