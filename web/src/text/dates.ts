// Days and moments as ISO 8601 and TIMEX3 write them.

const DAY = 86_400_000;

export interface Days { first: number; last: number }  // milliseconds UTC of the first moment of each day

// Milliseconds UTC of "2031-03-05" or "2031-03-05T16:10:00+02:00"; null for what is no date.
export function moment(text: string | null | undefined): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?/.exec(text ?? "");
  if (!match) return null;
  const [, year, month, day, hour, minute, second, zone] = match;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0));
  if (Number.isNaN(at)) return null;
  const offset = /^([+-])(\d\d):?(\d\d)$/.exec(zone ?? "");
  if (!offset) return at;
  const minutes = Number(offset[2]) * 60 + Number(offset[3]);
  return at - (offset[1] === "-" ? -minutes : minutes) * 60_000;
}

const day = (year: number, month: number, number: number): number => Date.UTC(year, month - 1, number);
const months = (year: number, month: number, count: number): Days => ({ first: day(year, month, 1), last: day(year, month + count, 1) - DAY });

function season(year: number, name: string): Days | null {
  const starts: Record<string, [number, number]> = {
    SP: [3, 3], SU: [6, 3], FA: [9, 3], WI: [12, 3], H1: [1, 6], H2: [7, 6], Q1: [1, 3], Q2: [4, 3], Q3: [7, 3], Q4: [10, 3],
  };
  const found = starts[name];
  return found ? months(year, found[0], found[1]) : null;
}

function week(year: number, number: number): Days | null {
  if (number < 1 || number > 53) return null;
  const fourth = day(year, 1, 4);  // always in the first ISO week
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  const first = fourth + (7 * (number - 1) - weekday) * DAY;
  return { first, last: first + 6 * DAY };
}

function one(text: string): Days | null {
  const match = /^(\d{4})(?:-(.+))?$/.exec(text);
  if (!match) return null;
  const year = Number(match[1]), rest = match[2];
  if (rest === undefined) return months(year, 1, 12);
  const inWeek = /^W(\d\d)/.exec(rest);
  if (inWeek) return week(year, Number(inWeek[1]));
  const inMonth = /^(\d\d)(?:-(\d\d)(?:T.*)?)?$/.exec(rest);
  if (!inMonth) return season(year, rest);
  const month = Number(inMonth[1]), number = inMonth[2] === undefined ? null : Number(inMonth[2]);
  if (month < 1 || month > 12) return null;
  if (number === null) return months(year, month, 1);
  const at = day(year, month, number);
  return new Date(at).getUTCDate() === number ? { first: at, last: at } : null;
}

// The days that a TIMEX3 value, or two with a slash between, covers; null where it names none.
export function daysOf(timex: string | null | undefined): Days | null {
  if (!timex) return null;
  const slash = timex.indexOf("/");
  if (slash < 0) return one(timex);
  const first = one(timex.slice(0, slash)), last = one(timex.slice(slash + 1));
  return first && last && last.last >= first.first ? { first: first.first, last: last.last } : null;
}

export const dayCount = (days: Days): number => Math.round((days.last - days.first) / DAY) + 1;
export { DAY };
