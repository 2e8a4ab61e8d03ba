// Time from left to right, with ticks at round times.

import { utcTicks } from "d3-time";
import { DAY } from "../text/dates.ts";
import { dayWords } from "../text/wording.ts";

export interface Tick { x: number; label: string; day: string }

export class TimeAxis {
  constructor(readonly first: number, readonly last: number, readonly left: number, readonly right: number) {}

  x(at: number): number {
    const inside = Math.max(this.first, Math.min(at, this.last));
    return this.left + ((this.right - this.left) * (inside - this.first)) / Math.max(1, this.last - this.first);
  }

  // About `most` ticks; hours where a few days are drawn, then days, months, years.
  ticks(most: number): Tick[] {
    const times = utcTicks(new Date(this.first), new Date(this.last), most).map((date) => date.getTime());
    const step = times.length > 1 ? (times[1] as number) - (times[0] as number) : DAY;
    return times.map((at, index) => {
      const date = new Date(at), midnight = at % DAY === 0;
      if (step < DAY) return { x: this.x(at), label: `${String(date.getUTCHours()).padStart(2, "0")}:${String(date.getUTCMinutes()).padStart(2, "0")}`, day: midnight || index === 0 ? dayWords(at, false) : "" };
      if (step < 28 * DAY) return { x: this.x(at), label: dayWords(at, false), day: "" };
      if (step < 360 * DAY) return { x: this.x(at), label: dayWords(at, true).replace(/^\d+ /, ""), day: "" };
      return { x: this.x(at), label: String(date.getUTCFullYear()), day: "" };
    });
  }
}

// A label of ours cut to about `room` characters; what it says in full stands beside the drawing.
export function fitted(label: string, room: number): string {
  const characters = [...label];
  return characters.length <= room ? label : `${characters.slice(0, Math.max(1, Math.floor(room) - 1)).join("")}…`;
}
