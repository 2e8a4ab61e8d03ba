// A list that the service cuts into pages, read page by page.

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { get, needsToken } from "../api/client.ts";
import type { Page } from "../api/types.ts";

export interface Pages<T> { items: T[]; total: number | null; more: boolean; loading: boolean; error: Error | null; loadMore: () => void; reload: () => void }
interface State<T> { path: string; items: T[]; total: number | null; next: string | null; error: Error | null }

const local = (address: string): string => { const url = new URL(address, location.origin); return url.pathname + url.search; };

export function usePages<T>(path: string | null): Pages<T> {
  const [state, setState] = useState<State<T>>({ path: "", items: [], total: null, next: null, error: null });
  const [round, setRound] = useState(0), busy = useRef(false), waiting = needsToken.value;
  useEffect(() => {
    if (!path) return;
    const abort = new AbortController();
    busy.current = true;
    get<Page<T>>(path, abort.signal).then(
      (page) => { busy.current = false; setState({ path, items: page.items, total: page.total, next: page.next, error: null }); },
      (error: Error) => { if (error.name === "AbortError") return; busy.current = false; setState((before) => ({ ...before, path, error, next: null, items: before.path === path ? before.items : [] })); },
    );
    return () => abort.abort();
  }, [path, round, waiting]);
  const loadMore = useCallback(() => {
    const { next } = state;
    if (!next || busy.current) return;
    busy.current = true;
    get<Page<T>>(local(next)).then(
      (page) => setState((before) => (before.next === next ? { ...before, items: [...before.items, ...page.items], total: page.total, next: page.next, error: null } : before)),
      (error: Error) => setState((before) => ({ ...before, error, next: null })),
    ).finally(() => { busy.current = false; });
  }, [state]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { items: state.items, total: state.total, more: state.next !== null, loading: path !== null && state.path !== path, error: state.error, loadMore, reload };
}
