// Adding reports: pasted, dropped, or read from an address.

import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { addFile, addReports, mayWrite, status } from "../api/client.ts";
import type { Added, NewReport } from "../api/types.ts";
import { reportAddress } from "../model/report_view.ts";
import { Empty } from "../parts/states.tsx";
import { oneLine } from "../text/wording.ts";

interface Outcome { what: string; results: Added["results"]; error: string }

// The service tells the form of a file by its name.
function addOne(file: File): Promise<Added> {
  const name = encodeURIComponent(file.name.slice(-100));
  return addFile(file, "application/octet-stream", `?name=${name}`);
}

function Results({ outcomes }: { outcomes: readonly Outcome[] }): VNode | null {
  if (!outcomes.length) return null;
  return (
    <section class="added" aria-labelledby="added"><h2 id="added">Added</h2>
      <ol role="status">
        {outcomes.map((outcome, index) => (
          <li key={index}>
            <bdi>{oneLine(outcome.what)}</bdi>
            {outcome.error ? <span class="error"> not added: {oneLine(outcome.error)}</span> : outcome.results.map((result) => (
              <span key={result.id}> {result.outcome === "unchanged" ? "was there already" : result.outcome}: <a href={reportAddress(result.id)}>report</a>, <a href={`/story/${encodeURIComponent(result.story)}`}>story</a></span>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Text({ label, value, set, type = "text", placeholder = "" }: { label: string; value: string; set: (value: string) => void; type?: string; placeholder?: string }): VNode {
  return <label>{label}<input type={type} value={value} placeholder={placeholder} autocomplete="off" maxLength={2000} onInput={(event) => set(event.currentTarget.value)} /></label>;
}

export function Add(): VNode {
  const [text, setText] = useState(""), [title, setTitle] = useState(""), [source, setSource] = useState(""), [published, setPublished] = useState("");
  const [url, setUrl] = useState(""), [outcomes, setOutcomes] = useState<Outcome[]>([]), [busy, setBusy] = useState(false), [over, setOver] = useState(false);

  const put = async (what: string, send: () => Promise<Added>): Promise<boolean> => {
    setBusy(true);
    let outcome: Outcome;
    try {
      outcome = { what, results: (await send()).results, error: "" };
    } catch (refused) {
      outcome = { what, results: [], error: (refused as Error).message };
    }
    setOutcomes((before) => [outcome, ...before]);
    setBusy(false);
    return !outcome.error;
  };
  const paste = async (event: Event): Promise<void> => {
    event.preventDefault();
    const report: NewReport = { text };
    if (title.trim()) report.title = title.trim();
    if (source.trim()) report.source = source.trim();
    if (published) report.published = published;
    if (await put(title.trim() || oneLine(text.slice(0, 80)), () => addReports([report]))) { setText(""); setTitle(""); }
  };
  const fromAddress = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (await put(url, () => addReports([{ url: url.trim() }]))) setUrl("");
  };
  const files = async (list: FileList | null | undefined): Promise<void> => {
    for (const file of [...(list ?? [])]) await put(file.name, () => addOne(file));
  };
  if (status.value && !mayWrite()) return <><header class="head"><h1 class="ours">Add reports</h1></header><Empty title="Reading only"><p>The token you gave reads this store and does not write to it.</p></Empty></>;
  return (
    <>
      <header class="head"><h1 class="ours">Add reports</h1></header>
      <div class="adding">
        <form onSubmit={paste} aria-labelledby="by-paste">
          <h2 id="by-paste">Paste</h2>
          <label>The report: headline, byline and date as they stood, and the text<textarea rows={12} required value={text} onInput={(event) => setText(event.currentTarget.value)} /></label>
          <div class="fields">
            <Text label="Outlet" value={source} set={setSource} /><Text label="Published, if the text does not say" type="date" value={published} set={setPublished} />
            <Text label="Headline, if it is not in the text" value={title} set={setTitle} />
          </div>
          <p class="acts"><button class="go" type="submit" disabled={busy || !text.trim()}>Add the report</button></p>
        </form>
        <div class={over ? "drop over" : "drop"} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}
          onDrop={(event) => { event.preventDefault(); setOver(false); void files(event.dataTransfer?.files); }}>
          <h2 id="by-file">Drop files</h2>
          <p>Plain text, saved web pages, feeds, or JSON with a report a line.</p>
          <label class="pick">Choose files<input type="file" multiple onChange={(event) => { void files(event.currentTarget.files); event.currentTarget.value = ""; }} /></label>
        </div>
        <form onSubmit={fromAddress} aria-labelledby="by-address">
          <h2 id="by-address">From an address</h2>
          <p>The service reads the page, by the rules of its robots.txt.</p>
          <Text label="Address" type="url" value={url} set={setUrl} placeholder="https://" />
          <p class="acts"><button class="go" type="submit" disabled={busy || !/^https?:\/\/./i.test(url.trim())}>Read and add</button></p>
        </form>
      </div>
      <Results outcomes={outcomes} />
    </>
  );
}
