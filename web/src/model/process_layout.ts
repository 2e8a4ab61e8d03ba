// Where the process is drawn in time: a lane an actor, a row an entry of the ledger.

import type { LedgerEntry } from "../api/types.ts";
import { DAY, dayCount, daysOf, type Days } from "../text/dates.ts";
import { spaced, timeWords } from "../text/wording.ts";
import type { StoryView } from "./story_view.ts";
import { TimeAxis } from "./time_axis.ts";

export interface Row { entry: LedgerEntry; number: number; when: Days | null; made: Days | null; deadline: Days | null }
export interface Lane { name: string; rows: Row[] }
export interface Window { first: number; last: number; now: number | null }

const MOST_ROWS = 60, MOST_LANES = 8, LONG = 62;

export const actorsOf = (entry: LedgerEntry): string[] => (entry.actor === null ? [] : Array.isArray(entry.actor) ? entry.actor : [entry.actor]);

// Whose lane an entry stands in: who alleges, else who acts.
function laneOf(view: StoryView, entry: LedgerEntry): string {
  if (entry.kind === "ceasefire") return "Truce";
  const who = entry.alleged_by?.[0] ?? actorsOf(entry)[0];
  return who ? view.actorName(who) : "Nobody named";
}

export function lanesOf(view: StoryView): { lanes: Lane[]; leftOut: number } {
  const lanes = new Map<string, Lane>();
  let count = 0, leftOut = 0;
  view.json.ledger.forEach((entry, index) => {
    const row: Row = { entry, number: index + 1, when: daysOf(entry.when), made: daysOf(entry.made), deadline: daysOf(entry.deadline) };
    if (!row.when && !row.made && !row.deadline) return;
    if (++count > MOST_ROWS) { leftOut++; return; }
    const name = laneOf(view, entry), lane = lanes.get(name) ?? { name, rows: [] };
    lane.rows.push(row);
    lanes.set(name, lane);
  });
  const sorted = [...lanes.values()].sort((a, b) => Number(b.name === "Truce") - Number(a.name === "Truce") || b.rows.length - a.rows.length);
  if (sorted.length > MOST_LANES) {
    const others: Lane = { name: "Others", rows: sorted.slice(MOST_LANES - 1).flatMap((lane) => lane.rows) };
    sorted.splice(MOST_LANES - 1, sorted.length, others);
  }
  return { lanes: sorted, leftOut };
}

// The days drawn: those told of, but not far from the days of publication.
export function windowOf(view: StoryView, lanes: readonly Lane[]): Window | null {
  const told: number[] = [];
  for (const lane of lanes) {
    for (const row of lane.rows) for (const days of [row.when, row.made, row.deadline]) if (days && dayCount(days) <= LONG) told.push(days.first, days.last);
  }
  const published = view.reports.map((report) => daysOf(report.json.published?.slice(0, 10))?.first).filter((at): at is number => at !== undefined).sort((a, b) => a - b);
  told.sort((a, b) => a - b);
  const middle = told[told.length >> 1];
  const from = published[0] ?? middle, to = published[published.length - 1] ?? middle;
  if (from === undefined || to === undefined) return null;
  let first = from, last = to;
  for (const day of told) {
    if (day >= from - 21 * DAY) first = Math.min(first, day);
    if (day <= to + 30 * DAY) last = Math.max(last, day);
  }
  return { first: first - DAY, last: last + DAY, now: published.length ? to : null };
}

export function axisOf(window: Window, left: number, right: number): TimeAxis {
  return new TimeAxis(window.first, window.last + DAY, left, right);
}

export function announced(entry: LedgerEntry, days: Days, window: Window): boolean {
  return (window.now !== null && days.first > window.now) || entry.status === "planned" || entry.status === "proposed" || entry.status === "threatened";
}

export function isBar(entry: LedgerEntry, days: Days): boolean {
  return dayCount(days) > 1 && (entry.kind === "ceasefire" || !!entry.when?.includes("/") || dayCount(days) <= 31);
}

export function caption(row: Row, short: boolean): string {
  const { entry } = row;
  let words = `${row.number} ${spaced(entry.kind)}`;
  if (short) return words;
  if (row.when) words += `, ${timeWords(entry.when)}`;
  else if (row.made) words += `, said ${timeWords(entry.made)}`;
  return row.deadline ? `${words}, deadline ${timeWords(entry.deadline)}` : words;
}
