// Server-sent events by fetch, which unlike EventSource can send a token. Reconnects, and resumes after the last event.

import { signal } from "@preact/signals";
import { authorization } from "./client.ts";
import { parseEvent } from "./event_text.ts";

export interface Change { kind: string; story: string; id: string }
type Listener = (change: Change) => void;

export const connected = signal(false);
const listeners = new Set<Listener>();
let last = "", running = false;

export function onChange(listener: Listener): () => void {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
}

function take(block: string): void {
  const { id, event, data } = parseEvent(block);
  if (id) last = id;
  if (!data) return;
  try {
    const { story = "", id: what = "" } = JSON.parse(data) as { story?: string; id?: string };
    for (const listener of listeners) listener({ kind: event, story: String(story), id: String(what) });
  } catch { /* not for us */ }
}

async function readOnce(): Promise<void> {
  const response = await fetch("/api/events", { headers: { Accept: "text/event-stream", ...authorization(), ...(last ? { "Last-Event-ID": last } : {}) }, credentials: "omit", cache: "no-store" });
  if (!response.ok || !response.body) throw new Error(String(response.status));
  connected.value = true;
  const reader = response.body.getReader(), decoder = new TextDecoder();
  for (let rest = ""; ;) {
    const { done, value } = await reader.read();
    if (done) return;
    rest += decoder.decode(value, { stream: true });
    const blocks = rest.split(/\r\n\r\n|\n\n|\r\r/);
    rest = blocks.pop() ?? "";
    blocks.forEach(take);
  }
}

export async function listen(): Promise<void> {
  if (running) return;
  running = true;
  for (let wait = 1000; ; wait = Math.min(wait * 2, 30_000)) {
    const began = Date.now();
    try { await readOnce(); } catch { /* tried again below */ }
    connected.value = false;
    if (Date.now() - began > 10_000) wait = 1000;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}
