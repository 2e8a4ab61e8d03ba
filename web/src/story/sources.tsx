// Sources and method: what was read, when it was published and how that is known, which reports count once and why.
// Corrections: what readers changed.

import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { mayWrite, remove } from "../api/client.ts";
import type { Correction } from "../api/types.ts";
import { reportAddress, type ReportView } from "../model/report_view.ts";
import { corrected } from "../parts/correct.tsx";
import { Letter, Quoted, SectionOf, useStory, Witness } from "../parts/marks.tsx";
import { listed, momentWords, oneLine, safeAddress } from "../text/wording.ts";

const DATED: Record<string, string> = { option: "given when it was added", metadata: "from its metadata", text: "from its words" };

export function Address({ url }: { url: string | null }): VNode | null {
  if (!url) return null;
  const safe = safeAddress(url);
  return <small>{safe ? <a href={safe} rel="noreferrer noopener" target="_blank"><bdi>{oneLine(url)}</bdi></a> : <bdi>{oneLine(url)}</bdi>}</small>;
}

function Source({ report }: { report: ReportView }): VNode {
  const { json } = report;
  return (
    <tr>
      <th scope="row"><Witness report={report} />{json.authors.length ? <small>by <bdi>{oneLine(listed(json.authors))}</bdi></small> : null}</th>
      <td><a class="q" dir="auto" href={reportAddress(report.id)}>{report.title ? oneLine(report.title) : "The report"}</a><Address url={json.url} /></td>
      <td>
        {momentWords(json.published, true)}
        <small>{json.published_span ? <>says <Quoted evidence={{ report: report.id, ...json.published_span }} /></> : DATED[json.published_from ?? ""] ?? "not known"}</small>
      </td>
      <td>
        {json.credit ? <span class="q" dir="auto">{oneLine(json.credit)}</span> : <span class="nil">no credit</span>}
        {json.warnings?.map((warning) => <small key={warning}><bdi>{oneLine(warning)}</bdi></small>)}
      </td>
    </tr>
  );
}

export function Sources(): VNode {
  const view = useStory();
  return (
    <SectionOf id="method" title="Sources and method" note="What was read, and what this page does and does not say.">
      <table class="wit">
        <thead><tr><th scope="col">Report</th><th scope="col">Headline</th><th scope="col">Published</th><th scope="col">Credit</th></tr></thead>
        <tbody>{view.reports.map((report) => <Source key={report.id} report={report} />)}</tbody>
      </table>
      <div class="meth">
        <div>
          <h3>What counts once</h3>
          <ul>
            {view.origins.map((origin) => (
              <li key={origin.json.id}><b class="gr">{origin.mark}</b> {origin.reports.map((report) => [<Letter key={report.id} report={report} />, " "])}<bdi>{oneLine(origin.json.basis) || origin.name}</bdi></li>
            ))}
          </ul>
        </div>
        <div>
          <h3>How to read this page</h3>
          <p>Words in <span class="q">a serif face</span> are cut from a report, letter for letter, and lead to where they stand. All else is this program’s own wording: it selects and compares, and writes nothing.</p>
          <p>Letters are reports, dots are origins. Reports that share an origin count once; an unknown origin is not counted as an independent one.</p>
        </div>
        <div>
          <h3>What it does not say</h3>
          <p>Corroborated is not true, and on one origin’s word is not false. What is not listed may still stand in the reports: the comparison finds what it can compare, and says so where it found nothing.</p>
        </div>
      </div>
    </SectionOf>
  );
}

const KINDS: Record<string, string> = { "same-actor": "Same actor", "wrong-speaker": "Wrong speaker", "not-a-dispute": "Not a dispute", note: "Note" };

export function CorrectionRow({ correction, withStory }: { correction: Correction; withStory?: boolean }): VNode {
  const [error, setError] = useState("");
  const takeBack = async (): Promise<void> => {
    try {
      await remove(`/api/corrections/${encodeURIComponent(correction.id)}`);
      corrected.value++;
    } catch (refused) {
      setError((refused as Error).message);
    }
  };
  const what = [listed((correction.actors ?? []).map(oneLine)), correction.target ? oneLine(correction.target) : "", correction.value ? `to ${oneLine(correction.value)}` : ""].filter(Boolean).join(" ");
  return (
    <li data-item>
      <span class="when">{KINDS[correction.kind] ?? correction.kind}</span>
      <p>
        <bdi>{what}</bdi>{correction.note ? <small>“<bdi>{oneLine(correction.note)}</bdi>”</small> : null}
        <small>made {momentWords(correction.made, true)}{withStory && correction.story ? <>, in <a href={`/story/${encodeURIComponent(correction.story)}`}>its story</a></> : null}</small>
        {error ? <small class="error" role="alert">{oneLine(error)}</small> : null}
      </p>
      {mayWrite() ? <button class="btn" type="button" onClick={takeBack}>Take back</button> : null}
    </li>
  );
}

export function StoryCorrections({ corrections }: { corrections: readonly Correction[] }): VNode | null {
  if (!corrections.length) return null;
  return (
    <SectionOf id="corrections" title="Corrections" note="What readers corrected. Kept apart from what the program finds, and applied again whenever it reads the story anew.">
      <ol class="tl">{corrections.map((correction) => <CorrectionRow key={correction.id} correction={correction} />)}</ol>
    </SectionOf>
  );
}
