// The service's answers, kept with their ETags: what has not changed is not sent again.

import { signal } from "@preact/signals";
import type { Added, Correction, NewCorrection, NewReport, Problem, Status } from "./types.ts";

export class ApiError extends Error {
  constructor(readonly problem: Problem) { super(problem.detail || problem.title); }
  get status(): number { return this.problem.status; }
}

const KEPT = 24;  // answers
const kept = new Map<string, { tag: string; answer: unknown }>();

// True when the service asks for a token; the page then shows where to enter it.
export const needsToken = signal(false);
export const status = signal<Status | null>(null);
export const mayWrite = (): boolean => status.value?.may.includes("write") ?? false;

let token = "";
try { token = sessionStorage.getItem("synoptic-token") ?? ""; } catch { /* kept for this page alone */ }

export function setToken(given: string): void {
  token = given.trim();
  try { sessionStorage.setItem("synoptic-token", token); } catch { /* kept for this page alone */ }
  kept.clear();
  needsToken.value = false;
}

export const authorization = (): Record<string, string> => (token ? { Authorization: `Bearer ${token}` } : {});

async function problemOf(response: Response): Promise<Problem> {
  const fallback: Problem = { type: "about:blank", title: response.statusText || "The service refused", status: response.status };
  if (!(response.headers.get("content-type") ?? "").includes("json")) return fallback;
  try {
    return { ...fallback, ...((await response.json()) as Partial<Problem>) };
  } catch {
    return fallback;
  }
}

// The answer that public/early.js asked for; once, as it is soon out of date.
interface Early { path: string; answer: Promise<Response> }
const early = (globalThis as { synopticEarly?: Early }).synopticEarly;
let taken = false;

function asked(path: string, options: RequestInit): Promise<Response> | null {
  if (taken || !early || early.path !== path || options.method) return null;
  taken = true;
  return early.answer;
}

async function send(path: string, options: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await (asked(path, options) ?? fetch(path, { ...options, headers: { Accept: "application/json", ...authorization(), ...options.headers }, credentials: "omit", cache: "no-store" }));
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiError({ type: "about:blank", title: "The service did not answer", status: 0 });
  }
  if (response.ok || response.status === 304) return response;
  if (response.status === 401) needsToken.value = true;
  throw new ApiError(await problemOf(response));
}

export async function get<T>(path: string, abort?: AbortSignal): Promise<T> {
  const known = kept.get(path);
  const response = await send(path, { signal: abort ?? null, headers: known ? { "If-None-Match": known.tag } : {} });
  if (response.status === 304 && known) return known.answer as T;
  const answer = (await response.json()) as T, tag = response.headers.get("etag");
  kept.delete(path);
  if (tag) kept.set(path, { tag, answer });
  if (kept.size > KEPT) kept.delete(kept.keys().next().value as string);
  return answer;
}

export const tagOf = (path: string): string | null => kept.get(path)?.tag ?? null;

async function post<T>(path: string, body: BodyInit, type: string): Promise<T> {
  return (await (await send(path, { method: "POST", body, headers: { "Content-Type": type } })).json()) as T;
}

export const addReports = (reports: NewReport[]): Promise<Added> => post("/api/reports", JSON.stringify({ reports }), "application/json");
export const addFile = (content: Blob, type: string, query: string): Promise<Added> => post(`/api/reports${query}`, content, type);
export const addCorrection = (correction: NewCorrection): Promise<Correction> => post("/api/corrections", JSON.stringify(correction), "application/json");

export async function remove(path: string): Promise<void> { await send(path, { method: "DELETE" }); }

export async function refreshStatus(): Promise<void> {
  try { status.value = await get<Status>("/api/status"); } catch { /* pages tell of it where it matters */ }
}

export function query(path: string, parameters: Record<string, string | number | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(parameters)) if (value !== null && value !== undefined && value !== "") search.set(key, String(value));
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}
