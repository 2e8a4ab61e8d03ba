// The words that every page uses for dates, counts and labels.

import type { EdgeKind, Facet } from "../api/types.ts";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const PART_OF_DAY: Record<string, string> = { MO: "morning", MI: "midday", AF: "afternoon", EV: "evening", NI: "night", DT: "daytime" };
const PART_OF_YEAR: Record<string, string> = {
  SP: "spring", SU: "summer", FA: "autumn", AU: "autumn", WI: "winter", Q1: "first quarter of", Q2: "second quarter of",
  Q3: "third quarter of", Q4: "fourth quarter of", H1: "first half of", H2: "second half of",
};
const UNITS: Record<string, string> = { D: "day", W: "week", M: "month", Y: "year", H: "hour", S: "second" };

export function dayWords(at: number, withYear: boolean): string {
  const date = new Date(at);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}${withYear ? ` ${date.getUTCFullYear()}` : ""}`;
}

// "9 June 2024, 11:40": the time as the report gives it, in that report's own zone. "undated" for none.
export function momentWords(iso: string | null | undefined, withYear: boolean): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(iso ?? "");
  if (!match) return "undated";
  const clock = match[4];
  return `${Number(match[3])} ${MONTHS[Number(match[2]) - 1] ?? "?"}${withYear ? ` ${match[1]}` : ""}${clock ? `, ${clock}` : ""}`;
}

function dateWords(timex: string): string {
  const [date = "", time] = timex.split("T");
  let clock = "";
  if (time) {
    const digits = /^(\d\d)(?::(\d\d))?/.exec(time);
    const part = PART_OF_DAY[time.slice(0, 2)];
    clock = digits ? `, ${digits[1]}:${digits[2] ?? "00"}` : part ? `, ${part}` : "";
  }
  const match = /^(\d{4}|XXXX)(?:-(.+))?$/.exec(date);
  if (!match) return timex;
  const year = match[1] === "XXXX" ? "" : ` ${match[1]}`, rest = match[2];
  if (rest === undefined) return year ? match[1] + clock : timex;
  const part = PART_OF_YEAR[rest];
  if (part) return part + year;
  const week = /^W(\d\d)(-WE)?/.exec(rest);
  if (week) return `${week[2] ? "weekend of week " : "week "}${Number(week[1])}${year ? ` of${year}` : ""}`;
  const day = /^(\d\d)(?:-(\d\d))?$/.exec(rest);
  const month = day && MONTHS[Number(day[1]) - 1];
  if (!day || !month) return timex;
  return day[2] ? `${Number(day[2])} ${month}${year}${clock}` : month + year;
}

// A TIMEX3 value, or two with a slash between, as a reader would say it; a form without better words stays as it is.
export function timeWords(timex: string | null | undefined): string {
  if (!timex) return "";
  const slash = timex.indexOf("/");
  if (slash >= 0) {
    const first = timeWords(timex.slice(0, slash)), last = timeWords(timex.slice(slash + 1));
    if (!first) return last ? `until ${last}` : "";
    return last ? `${first} to ${last}` : `from ${first}`;
  }
  const vague = /^P(T?)X([DWMYHS])$/.exec(timex);
  if (vague) return `some ${vague[1] && vague[2] === "M" ? "minute" : UNITS[vague[2] as string]}s`;
  const duration = /^P(T?)(\d+)([DWMYHS])$/.exec(timex);
  if (duration) {
    const unit = duration[1] && duration[3] === "M" ? "minute" : UNITS[duration[3] as string];
    return `${duration[2]} ${unit}${duration[2] === "1" ? "" : "s"}`;
  }
  if (timex === "PRESENT_REF") return "now";
  if (timex === "PAST_REF") return "in the past";
  if (timex === "FUTURE_REF") return "in the future";
  return dateWords(timex);
}

export const count = (number: number, one: string, many: string): string => `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;
export const spaced = (label: string): string => label.replace(/-/g, " ");
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const percent = (share: number): string => `${Math.round(Math.max(0, Math.min(share, 1)) * 100)} %`;

// "A", "A and B", "A, B and C"
export function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;
}

const FACETS: Partial<Record<Facet, string>> = { polarity: "yes or no", medium: "how it was said" };
export const facetWords = (facet: Facet | null): string => (facet ? FACETS[facet] ?? facet : "");

const VERBS: Record<EdgeKind, string> = { copy: "copies", rewrite: "rewrites", update: "updates", "shared-origin": "shares a source with" };
export const edgeVerb = (kind: EdgeKind): string => VERBS[kind] ?? "is related to";

// One line that is safe as a label: white space becomes single spaces; control characters and marks that turn the
// direction of writing become U+FFFD.
export function oneLine(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "\ufffd")
    .replace(/\s+/g, " ").trim();
}

// A label of ours, which need not be whole.
export function brief(text: string, most = 240): string {
  const line = oneLine(text.length > 4 * most ? text.slice(0, 4 * most) : text);
  return line.length <= most ? line : `${line.slice(0, most).replace(/[\ud800-\udbff]$/, "")}…`;
}

// Only addresses that lead to a page; "javascript:" and the like are shown, not linked.
export function safeAddress(url: string | null | undefined): string | null {
  return url && /^https?:\/\/[^\s]+$/i.test(url) ? url : null;
}

// “words” (Outlet, “Headline”, 9 June 2024, characters 120–180, address)
export function citation(of: { words: string; name: string; title: string | null; published: string | null; url: string | null; begin: number; end: number; link: string }): string {
  const parts = [of.name];
  if (of.title) parts.push(`“${oneLine(of.title)}”`);
  parts.push(momentWords(of.published, true), `characters ${of.begin}–${of.end}`);
  if (of.url) parts.push(of.url);
  parts.push(of.link);
  return `“${oneLine(of.words)}” (${parts.join(", ")})`;
}
