// Lineage: who took words from whom, drawn in time and told in words and passages.

import { signal } from "@preact/signals";
import type { VNode } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { Edge } from "../api/types.ts";
import { lineageLayout, NARROW, NODE, WIDE, type Frame, type Layout, type Line, type Node } from "../model/lineage_layout.ts";
import { reportAddress, type ReportView } from "../model/report_view.ts";
import { fitted } from "../model/time_axis.ts";
import { Chunks, drawAll } from "../parts/chunks.tsx";
import { Letter, Nothing, Quoted, SectionOf, useStory, Witness } from "../parts/marks.tsx";
import { open } from "../parts/panel_state.ts";
import { capital, count, edgeVerb, listed, oneLine, percent } from "../text/wording.ts";

const query = matchMedia("(min-width: 60rem)");
export const wide = signal(query.matches);
query.addEventListener("change", () => { wide.value = query.matches; });

function Ticks({ layout, frame }: { layout: Layout; frame: Frame }): VNode {
  return (
    <>
      {layout.axis?.ticks(frame.ticks).map((tick, index) => (
        <g key={index}>
          <line class="ax" x1={tick.x} x2={tick.x} y1={24} y2={layout.height - 26} />
          <text class="m" text-anchor="middle" x={tick.x} y={layout.height - 8}>{tick.label}</text>
          {tick.day ? <text class="m" text-anchor="middle" x={tick.x} y={14}>{tick.day}</text> : null}
        </g>
      ))}
    </>
  );
}

function EdgeLine({ line }: { line: Line }): VNode {
  const { kind } = line.edge;
  return (
    <a href={`#e${line.number}`} aria-label={`${line.to.report.siglum} ${edgeVerb(kind)} ${line.from.report.siglum}: passages side by side`}>
      {kind === "rewrite" ? <path class="e2" stroke-width={line.width} d={line.path} /> : null}
      {kind === "update" ? <><path class="e3" stroke-width={line.width + 4} d={line.path} /><path class="e3i" stroke-width={line.width} d={line.path} /><path class="e3c" d={line.path} /></> : null}
      {kind === "copy" ? <path class="e1" stroke-width={line.width} d={line.path} /> : null}
    </a>
  );
}

function NodeOf({ node, frame }: { node: Node; frame: Frame }): VNode {
  const view = useStory(), x = node.x + NODE + 7, room = Math.max(4, (frame.width - 6 - x) / 6.6);
  const known = view.originOf.get(node.report.id)?.known ?? false;
  return (
    <a href={reportAddress(node.report.id)} aria-label={`${node.report.name}, ${node.meta}: open the report`}
      onClick={(event) => { if (event.metaKey || event.ctrlKey) return; event.preventDefault(); open(node.report, null, event.currentTarget as unknown as HTMLElement); }}>
      <circle class={known ? "nd" : "nd u"} cx={node.x} cy={node.y} r={NODE} />
      <text class="sg" text-anchor="middle" x={node.x} y={node.y + 4.5}>{node.report.siglum}</text>
      <text class="b" x={x} y={node.y - 4}>{fitted(node.report.name, room)}</text>
      <text class="m" x={x} y={node.y + 13}>{fitted(node.meta, room)}</text>
    </a>
  );
}

function Figure({ frame }: { frame: Frame }): VNode {
  const view = useStory(), layout = useMemo(() => lineageLayout(view, frame), [view, frame]);
  return (
    <svg class={frame.narrow ? "narrow" : "wide"} viewBox={`0 0 ${frame.width} ${layout.height}`} role="group" direction="ltr"
      aria-label={`Lineage of ${count(view.reports.length, "report", "reports")} in time; the list below says the same in words`}>
      <Ticks layout={layout} frame={frame} />
      {layout.groups.map((group) => (
        <g key={group.top}>
          <rect class={group.origin?.known ? "bx" : "bx u"} x={1} y={group.top + 2} width={frame.width - 2} height={group.bottom - group.top - 4} rx={3} />
          <text class="i" x={10} y={group.top + layout.row / 2 + 5}>{group.origin?.mark ?? "?"}</text>
        </g>
      ))}
      {layout.lines.map((line) => <EdgeLine key={line.number} line={line} />)}
      {layout.shared.map((shared, index) => (
        <g key={index}>
          {shared.paths.map((path) => <path key={path} class="e4" d={path} />)}
          <circle class="hid" cx={shared.x} cy={shared.y} r={6}><title>a text not among the reports</title></circle>
        </g>
      ))}
      {layout.nodes.map((node) => <NodeOf key={node.report.id} node={node} frame={frame} />)}
    </svg>
  );
}

const sample = (...classes: string[]): VNode => <svg viewBox="0 0 36 14" aria-hidden="true">{classes.map((name) => <path key={name} class={name} d="M0 7H36" />)}</svg>;

function Legend(): VNode {
  return (
    <figcaption class="legend">
      <span>{sample("e1")}copy</span><span>{sample("e2")}rewrite, in other words</span><span>{sample("e3", "e3i", "e3c")}update of the same dispatch</span>
      <span>{sample("e4")}both from a text not read here</span>
      <span><svg viewBox="0 0 36 14" aria-hidden="true"><rect class="bx" x="1" y="1" width="34" height="12" rx="2" /></svg>one origin</span>
      <span><svg viewBox="0 0 36 14" aria-hidden="true"><rect class="bx u" x="1" y="1" width="34" height="12" rx="2" /></svg>source not named</span>
      <span>The wider the line, the more of the later report’s words.</span>
    </figcaption>
  );
}

const MOST_PASSAGES = 60;

function Passages({ edge, from, to }: { edge: Edge; from: ReportView; to: ReportView }): VNode {
  const [shown, setShown] = useState(false);
  return (
    <details onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{count(edge.passages.length, "passage", "passages")} side by side</summary>
      {shown || drawAll.value ? (
        <table class="ps">
          <thead><tr><th scope="col"><Witness report={from} /></th><th scope="col"><Witness report={to} /></th></tr></thead>
          <tbody>
            {edge.passages.slice(0, MOST_PASSAGES).map((passage, index) => (
              <tr key={index}>
                <td><Quoted evidence={{ report: edge.from, ...passage.from }} /></td>
                <td><Quoted evidence={{ report: edge.to, ...passage.to }} />{passage.quoted ? <small>inside quotation marks in both</small> : null}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {edge.passages.length > MOST_PASSAGES ? <p class="k">and {edge.passages.length - MOST_PASSAGES} more, grey in the parallel view</p> : null}
    </details>
  );
}

function EdgeInWords({ edge, number }: { edge: Edge; number: number }): VNode {
  const view = useStory(), from = view.byId.get(edge.from) as ReportView, to = view.byId.get(edge.to) as ReportView;
  const laterFirst = edge.kind !== "shared-origin", [subject, object] = laterFirst ? [to, from] : [from, to];
  return (
    <li id={`e${number}`} data-item>
      <p>
        <Witness report={subject} /> {edgeVerb(edge.kind)} <Witness report={object} />
        {edge.share ? <>: {percent(edge.share)} of the words of <Letter report={to} /> outside quotations</> : null}.{" "}
        {!edge.directed && laterFirst ? "Which way is not known. " : null}{edge.confidence < 0.5 ? "Not sure enough to count them as one." : null}
      </p>
      {edge.reasons?.length ? <p class="k" dir="auto">{capital(listed(edge.reasons.map(oneLine)))}</p> : null}
      {edge.passages.length ? <Passages edge={edge} from={from} to={to} /> : null}
    </li>
  );
}

export function Lineage(): VNode {
  const view = useStory();
  const edges = view.json.lineage.edges.map((edge, index) => ({ edge, number: index + 1 })).filter(({ edge }) => view.byId.has(edge.from) && view.byId.has(edge.to));
  return (
    <SectionOf id="lineage" title="Lineage" note="Who took words from whom. Left to right in time.">
      <figure class="fig"><Figure frame={wide.value || drawAll.value ? WIDE : NARROW} /><Legend /></figure>
      <div class="edges-of">
        <Chunks tag="ol" class="edges" items={edges} size={20} height={84} id={({ number }) => `e${number}`} draw={({ edge, number }) => <EdgeInWords key={number} edge={edge} number={number} />} />
      </div>
      {edges.length ? null : <Nothing>{view.reports.length < 2 ? "One report alone has nothing to be compared with." : "No report was found to take its words from another."}</Nothing>}
    </SectionOf>
  );
}
