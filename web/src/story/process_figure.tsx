// The process in time. Filled is past, hollow is announced, a cross is alleged, a flag is a deadline, a bar lasts; the
// upright rule is the last report. Rows have the numbers of the board.

import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import { announced, axisOf, caption, isBar, lanesOf, windowOf, type Lane, type Row, type Window } from "../model/process_layout.ts";
import { fitted, type TimeAxis } from "../model/time_axis.ts";
import { drawAll } from "../parts/chunks.tsx";
import { useStory } from "../parts/marks.tsx";
import { DAY, type Days } from "../text/dates.ts";
import { count } from "../text/wording.ts";
import { wide } from "./lineage.tsx";

const ROW = 26, HEAD = 34;
interface Frame { narrow: boolean; width: number; left: number; right: number; ticks: number }
const WIDE: Frame = { narrow: false, width: 952, left: 148, right: 944, ticks: 9 };
const NARROW: Frame = { narrow: true, width: 360, left: 8, right: 352, ticks: 3 };

interface Drawing { frame: Frame; axis: TimeAxis; window: Window }
const middle = (axis: TimeAxis, days: Days): number => (axis.x(days.first) + axis.x(days.last + DAY)) / 2;
const laneHeight = (lane: Lane, frame: Frame): number => lane.rows.length * ROW + (frame.narrow ? 26 : 10);

// A day outside the window is a point at its edge with a stroke that leads out.
function Point({ of: { axis, window }, days, y, hollow }: { of: Drawing; days: Days; y: number; hollow: boolean }): VNode {
  const x = middle(axis, days);
  return (
    <>
      <circle class={hollow ? "pt no" : "pt"} cx={x} cy={y} r={5.5} />
      {days.last < window.first ? <path class="out" d={`M${x + 8} ${y}h6m-3 -4l-4 4l4 4`} /> : days.first > window.last ? <path class="out" d={`M${x - 14} ${y}h6m-3 -4l4 4l-4 4`} /> : null}
    </>
  );
}

function When({ of, row, days, y }: { of: Drawing; row: Row; days: Days; y: number }): VNode {
  const { entry } = row, alleged = entry.kind === "violation" || entry.status === "claimed", hollow = announced(entry, days, of.window);
  if (isBar(entry, days)) {
    const x = of.axis.x(days.first), end = of.axis.x(days.last + DAY);
    return <rect class={alleged ? "bar al" : hollow ? "bar no" : "bar"} x={x} y={y - 7} width={Math.max(end - x, 2)} height={14} />;
  }
  if (alleged) return <path class="x" d={`M${middle(of.axis, days) - 6} ${y - 6}l12 12m0 -12l-12 12`} />;
  return <Point of={of} days={days} y={y} hollow={hollow} />;
}

// How far the marks of a row reach.
function reach({ axis }: Drawing, row: Row, twice: boolean): [number, number] {
  const ends: number[] = [];
  if (row.made && (!row.when || twice)) ends.push(middle(axis, row.made) - 7, middle(axis, row.made) + 7);
  if (row.when) {
    if (isBar(row.entry, row.when)) ends.push(axis.x(row.when.first), axis.x(row.when.last + DAY));
    else ends.push(middle(axis, row.when) - 7, middle(axis, row.when) + 7);
  }
  if (row.deadline) ends.push(axis.x(row.deadline.last + DAY) - 10, axis.x(row.deadline.last + DAY) + 2);
  return [Math.min(...ends), Math.max(...ends)];
}

function RowOf({ of, row, y }: { of: Drawing; row: Row; y: number }): VNode {
  const { frame, axis } = of, twice = !!row.made && !!row.when && row.entry.made !== row.entry.when;
  const [low, high] = reach(of, row, twice), words = caption(row, frame.narrow);
  const room = 6.8 * words.length + 12, right = high + room < frame.width || high < (frame.left + frame.right) / 2;
  // To the right of the marks, to the left where there is more room, else on a bar that fills the drawing.
  const text = right ? { x: high + 8 } : low - room > frame.left ? { x: low - 8, "text-anchor": "end" as const } : { x: Math.max(low, frame.left) + 6 };
  const flag = row.deadline ? axis.x(row.deadline.last + DAY) : 0;
  return (
    <a href={`#l${row.number}`} aria-label={caption(row, false)}>
      {twice && row.made && row.when ? <line class="con" x1={middle(axis, row.made)} x2={middle(axis, row.when)} y1={y} y2={y} /> : null}
      {row.made && (!row.when || twice) ? <Point of={of} days={row.made} y={y} hollow={false} /> : null}
      {row.when ? <When of={of} row={row} days={row.when} y={y} /> : null}
      {row.deadline ? <path class="flg" d={`M${flag} ${y + 9}V${y - 8}l-9 4l9 4`} /> : null}
      <text y={y + 4.5} {...text}>{words}</text>
    </a>
  );
}

function Now({ of: { axis, window, frame }, bottom }: { of: Drawing; bottom: number }): VNode | null {
  if (window.now === null) return null;
  const x = axis.x(window.now + DAY);
  return (
    <>
      <line class="ln" x1={x} x2={x} y1={20} y2={bottom} />
      <text class="m" text-anchor="end" x={x - 6} y={14}>{frame.narrow ? "past" : "told as past"}</text>
      <text class="m" x={x + 6} y={14}>{frame.narrow ? "announced" : "announced, not yet happened"}</text>
    </>
  );
}

function LaneOf({ of, lane, top }: { of: Drawing; lane: Lane; top: number }): VNode {
  const first = top + (of.frame.narrow ? 20 : 4);
  return (
    <g>
      <line class="ax" x1={0} x2={of.frame.width} y1={top} y2={top} />
      <text class="b" x={0} y={top + 19}>{of.frame.narrow ? lane.name : fitted(lane.name, 19)}</text>
      {lane.rows.map((row, index) => <RowOf key={row.number} of={of} row={row} y={first + ROW * (index + 0.5)} />)}
    </g>
  );
}

export function ProcessFigure(): VNode | null {
  const view = useStory(), frame = wide.value || drawAll.value ? WIDE : NARROW;
  const { lanes, leftOut } = useMemo(() => lanesOf(view), [view]), window = useMemo(() => windowOf(view, lanes), [view, lanes]);
  if (!lanes.length || !window) return null;
  const of: Drawing = { frame, window, axis: axisOf(window, frame.left, frame.right) };
  const tops: number[] = [];
  let bottom = HEAD;
  for (const lane of lanes) { tops.push(bottom); bottom += laneHeight(lane, frame); }
  return (
    <>
      <h3 class="sub" id="process">The process in time</h3>
      <figure class="fig">
        <svg class={frame.narrow ? "narrow" : "wide"} viewBox={`0 0 ${frame.width} ${bottom + 28}`} role="group" direction="ltr" aria-label="The process in time; the board above says the same in words">
          {of.axis.ticks(frame.ticks).map((tick, index) => (
            <g key={index}>
              <line class="ax" x1={tick.x} x2={tick.x} y1={HEAD} y2={bottom + 5} />
              {tick.x + 3 + 7 * tick.label.length <= frame.width ? <text class="m" x={tick.x + 3} y={bottom + 19}>{tick.label}</text> : null}
            </g>
          ))}
          <Now of={of} bottom={bottom} />
          {lanes.map((lane, index) => <LaneOf key={lane.name} of={of} lane={lane} top={tops[index] as number} />)}
          <line class="ax" x1={0} x2={frame.width} y1={bottom} y2={bottom} />
        </svg>
        <figcaption class="cap">Numbers are those of the board. Filled: past. Hollow: announced. Cross: alleged, in the lane of who alleges. Flag: deadline.{leftOut ? ` ${count(leftOut, "entry is", "entries are")} on the board alone.` : ""}</figcaption>
      </figure>
    </>
  );
}
