// Where the lineage is drawn: a row a report, origins outlined, time from left to right.

import type { Edge } from "../api/types.ts";
import { DAY } from "../text/dates.ts";
import { edgeVerb, momentWords, percent } from "../text/wording.ts";
import type { ReportView } from "./report_view.ts";
import type { OriginView, StoryView } from "./story_view.ts";
import { TimeAxis } from "./time_axis.ts";

export interface Frame { narrow: boolean; width: number; left: number; right: number; ticks: number }
export const WIDE: Frame = { narrow: false, width: 952, left: 76, right: 660, ticks: 7 };
export const NARROW: Frame = { narrow: true, width: 360, left: 44, right: 150, ticks: 2 };

export const NODE = 11, TOP = 40;
const GAP = 18, HOUR = 3_600_000, SURE = 0.5;

export interface Node { report: ReportView; x: number; y: number; meta: string }
export interface Group { origin: OriginView | null; top: number; bottom: number }
export interface Line { edge: Edge; number: number; from: Node; to: Node; path: string; width: number }
export interface Shared { x: number; y: number; paths: string[] }
export interface Layout { height: number; row: number; axis: TimeAxis | null; nodes: Node[]; groups: Group[]; lines: Line[]; shared: Shared[] }

// For each report the edge that gives most of it, and those that come from another origin.
function chosen(view: StoryView): { drawn: number[]; shared: Set<string>[] } {
  const best = new Map<string, number>(), candidates: number[] = [];
  let shared: Set<string>[] = [];
  const edges = view.json.lineage.edges, share = (index: number): number => edges[index]?.share ?? 0;
  edges.forEach((edge, index) => {
    if (!view.byId.has(edge.from) || !view.byId.has(edge.to) || edge.from === edge.to || edge.confidence < SURE) return;
    if (edge.kind === "shared-origin") {
      const joined = new Set([edge.from, edge.to]);
      const [touching, rest] = [shared.filter((group) => group.has(edge.from) || group.has(edge.to)), shared.filter((group) => !group.has(edge.from) && !group.has(edge.to))];
      for (const group of touching) for (const id of group) joined.add(id);
      shared = [...rest, joined];
      return;
    }
    candidates.push(index);
    const before = best.get(edge.to);
    if (before === undefined || share(index) > share(before)) best.set(edge.to, index);
  });
  const drawn = candidates.filter((index) => {
    const edge = edges[index] as Edge;
    return best.get(edge.to) === index || view.originOf.get(edge.from) !== view.originOf.get(edge.to);
  });
  return { drawn, shared };
}

function rows(view: StoryView, row: number): { nodes: Map<string, Node>; groups: Group[]; height: number } {
  const nodes = new Map<string, Node>(), groups: Group[] = [];
  let y = TOP;
  for (const report of view.reports) {
    const origin = view.originOf.get(report.id) ?? null, last = groups[groups.length - 1];
    if (!last || last.origin !== origin) {
      if (last) y += GAP;
      groups.push({ origin, top: y, bottom: y });
    }
    nodes.set(report.id, { report, x: 0, y: y + row / 2, meta: report.seconds === null ? "undated" : momentWords(report.json.published, false) });
    y += row;
    (groups[groups.length - 1] as Group).bottom = y;
  }
  return { nodes, groups, height: y + 34 };
}

function axisOf(view: StoryView, frame: Frame): TimeAxis | null {
  const times = view.reports.map((report) => report.seconds).filter((at): at is number => at !== null);
  if (!times.length) return null;
  const first = Math.min(...times), last = Math.max(...times);
  const clocks = view.reports.some((report) => report.json.published?.includes("T"));
  const room = clocks ? Math.max((last - first) / 20, HOUR) : DAY / 2;
  return new TimeAxis(first - room, last + room, frame.left, frame.right);
}

// Down (or up) from the source, round a corner, along the row.
function way(x1: number, y1: number, x2: number, y2: number): string {
  const down = y2 > y1 ? 1 : -1, corner = Math.max(0, Math.min(24, x2 - x1 - 2, Math.abs(y2 - y1) - NODE));
  return `M${x1} ${y1}V${y2 - down * corner}Q${x1} ${y2} ${x1 + corner} ${y2}H${x2}`;
}

export function lineageLayout(view: StoryView, frame: Frame): Layout {
  const row = view.reports.length > 16 ? 40 : 52;
  const { drawn, shared } = chosen(view), { nodes, groups, height } = rows(view, row), axis = axisOf(view, frame);
  const edges = view.json.lineage.edges;
  for (const node of nodes.values()) node.x = axis && node.report.seconds !== null ? axis.x(node.report.seconds) : frame.left - 12;
  // Without a direction, the order of the rows decides how it is drawn.
  const ends = (edge: Edge): [Node, Node] => {
    const from = nodes.get(edge.from) as Node, to = nodes.get(edge.to) as Node;
    return !edge.directed && from.report.rank > to.report.rank ? [to, from] : [from, to];
  };
  // A later text stands at least a step right of what it is taken from.
  const step = frame.narrow ? 24 : 40;
  for (let round = 0; round < 6; round++) {
    for (const index of drawn) {
      const [from, to] = ends(edges[index] as Edge);
      to.x = Math.min(Math.max(to.x, from.x + step), frame.right + step);
    }
  }
  const leaving = new Map<Node, number>();
  const lines = drawn.map((index): Line => {
    const edge = edges[index] as Edge, [from, to] = ends(edge), before = leaving.get(from) ?? 0;
    leaving.set(from, before + 1);
    to.meta += `, ${edgeVerb(edge.kind)} ${from.report.siglum}${edge.share ? `, ${percent(edge.share)}` : ""}${edge.directed ? "" : ` (or it ${to.report.siglum})`}`;
    return { edge, number: index + 1, from, to, path: way(from.x + 5 - 6 * (before % 3), from.y, to.x - NODE, to.y), width: 1.5 + 12 * Math.max(0, Math.min(1, edge.share ?? 0)) };
  });
  const texts = shared.map((ids): Shared => {
    const members = [...ids].map((id) => nodes.get(id)).filter((node): node is Node => !!node);
    const x = Math.max(26, Math.min(...members.map((node) => node.x)) - 40);
    const y = (Math.min(...members.map((node) => node.y)) + Math.max(...members.map((node) => node.y))) / 2;
    return { x, y, paths: members.map((node) => way(x, y, node.x - NODE, node.y)) };
  });
  return { height, row, axis, nodes: [...nodes.values()], groups, lines, shared: texts };
}
