// Correcting what the engine found. A correction is kept apart from it and applied again whenever it is computed anew.

import { signal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { addCorrection, mayWrite } from "../api/client.ts";
import type { NewCorrection } from "../api/types.ts";
import type { StoryView } from "../model/story_view.ts";
import { oneLine } from "../text/wording.ts";

export interface Asked {
  title: string;
  about: string;                                  // what is corrected, in words
  correction: NewCorrection;
  choose?: { label: string; options: { id: string; name: string }[]; none: string };  // an actor; `none`: what no choice says
}

export const asked = signal<Asked | null>(null);
// Rises with every correction made, so that what it concerns is read again.
export const corrected = signal(0);

// Who may have said what stands in a report: whom it names.
export function speakers(view: StoryView, report: string): NonNullable<Asked["choose"]> {
  const ids = [...new Set(view.byId.get(report)?.json.actors.map((actor) => actor.id))];
  const options = ids.map((id) => ({ id, name: view.actorName(id) })).sort((a, b) => a.name.localeCompare(b.name, "en"));
  return { label: "Who said it", none: "nobody whom the report names", options };
}

export function CorrectButton({ ask, children }: { ask: () => Asked; children: string }): VNode | null {
  if (!mayWrite()) return null;
  return <button class="btn fix noprint" type="button" onClick={() => { asked.value = ask(); }}>{children}</button>;
}

export function CorrectionDialog(): VNode | null {
  const ask = asked.value;
  return ask ? <OpenDialog ask={ask} /> : null;
}

function complete(ask: Asked, actor: string, note: string): NewCorrection {
  const correction: NewCorrection = { ...ask.correction };
  if (note.trim()) correction.note = note.trim();
  if (correction.kind === "same-actor") correction.actors = [...(correction.actors ?? []), actor];
  if (correction.kind === "wrong-speaker") correction.value = actor || null;
  return correction;
}

function OpenDialog({ ask }: { ask: Asked }): VNode {
  const dialog = useRef<HTMLDialogElement>(null), back = useRef(document.activeElement as HTMLElement | null);
  const [actor, setActor] = useState(""), [note, setNote] = useState("");
  const [error, setError] = useState(""), [busy, setBusy] = useState(false);
  useEffect(() => { dialog.current?.showModal(); }, []);
  const leave = (): void => { asked.value = null; back.current?.focus({ preventScroll: true }); };
  const lacks = (ask.correction.kind === "same-actor" && !actor) || (ask.correction.kind === "note" && !note.trim());
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    try {
      await addCorrection(complete(ask, actor, note));
      corrected.value++;
      leave();
    } catch (refused) {
      setError((refused as Error).message);
      setBusy(false);
    }
  };
  return (
    <dialog ref={dialog} class="sheet" aria-labelledby="correct-title" onClose={leave} onCancel={leave}>
      <form onSubmit={send}>
        <h2 id="correct-title">{ask.title}</h2>
        <p class="about" dir="auto">{oneLine(ask.about).slice(0, 300)}</p>
        {ask.choose ? (
          <label>{ask.choose.label}
            <span class="selw"><select value={actor} onChange={(event) => setActor(event.currentTarget.value)}>
              <option value="">{ask.choose.none}</option>
              {ask.choose.options.map((option) => <option key={option.id} value={option.id}>{option.name}</option>)}
            </select></span>
          </label>
        ) : null}
        <label>{ask.correction.kind === "note" ? "Note" : "Why (for those who read it later)"}
          <textarea rows={3} maxLength={4000} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
        </label>
        {error ? <p class="error" role="alert">{oneLine(error)}</p> : null}
        <p class="acts"><button class="go" type="submit" disabled={busy || lacks}>Keep the correction</button><button class="btn" type="button" onClick={leave}>Cancel</button></p>
      </form>
    </dialog>
  );
}
