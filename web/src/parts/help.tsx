// The sheet of keys.

import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { helpOpen, KEYS } from "../keys.ts";

export function Help(): VNode | null {
  return helpOpen.value ? <Sheet /> : null;
}

function Sheet(): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => { dialog.current?.showModal(); }, []);
  const leave = (): void => { helpOpen.value = false; };
  return (
    <dialog ref={dialog} class="sheet help" aria-labelledby="help-title" onClose={leave} onCancel={leave}>
      <h2 id="help-title">Keys</h2>
      <dl class="keys">{KEYS.map(([keys, what]) => <div key={keys}><dt>{keys}</dt><dd>{what}</dd></div>)}</dl>
      <h2>Signs</h2>
      <p>Words in a <span class="q">serif face</span> are cut from a report, letter for letter, and lead to where they stand; all else is this program’s. A letter is a report, a dot is an origin. Red is disagreement, blue a change over time, yellow the words you asked for.</p>
      <p class="acts"><button class="btn" type="button" onClick={leave}>Close</button></p>
    </dialog>
  );
}
