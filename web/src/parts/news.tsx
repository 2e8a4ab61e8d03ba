// What has come in while the reader reads: told, not forced upon the page.

import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { onChange, type Change } from "../api/events.ts";
import { count } from "../text/wording.ts";

// Counts the changes that concern the page; `show` reads the page anew.
export function News({ concerns, show, atOnce }: { concerns: (change: Change) => boolean; show: () => void; atOnce?: () => boolean }): VNode | null {
  const [changes, setChanges] = useState<Change[]>([]);
  useEffect(() => {
    let timer = 0, waiting: Change[] = [];
    const flush = (): void => {
      timer = 0;
      const heard = waiting;
      waiting = [];
      if (atOnce?.()) show(); else setChanges((before) => [...before, ...heard].slice(-500));
    };
    const leave = onChange((change) => {
      if (!concerns(change)) return;
      waiting.push(change);
      timer ||= window.setTimeout(flush, 400);
    });
    return () => { leave(); clearTimeout(timer); };
  }, [concerns, show, atOnce]);
  if (!changes.length) return null;
  const reports = new Set(changes.filter((change) => change.kind === "report").map((change) => change.id)).size;
  return (
    <p class="news noprint" role="status">
      <span class="blue">{reports ? count(reports, "new report", "new reports") : "Something changed"} since you opened this page.</span>{" "}
      <button class="btn k2" type="button" data-key="r" onClick={() => { setChanges([]); show(); }}>Show</button>
    </p>
  );
}
