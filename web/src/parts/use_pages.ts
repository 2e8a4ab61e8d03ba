// A list that the service cuts into pages, read page by page.

import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { get, needsToken } from "../api/client.ts";
import type { Page } from "../api/types.ts";

export interface Pages<T> { items: T[]; total: number | null; more: boolean; loading: boolean; error: Error | null; loadMore: () => void; reload: () => void }
interface State<T> { path: string; items: T[]; total: number | null; next: string | null; error: Error | null }

// What was read of the last lists, so that who comes back finds the place.
const REMEMBERED = 4;
const remembered = new Map<string, { first: Page<unknown>; state: State<unknown> }>();

function remember<T>(first: Page<T>, state: State<T>): State<T> {
  remembered.delete(state.path);
  remembered.set(state.path, { first, state });
  if (remembered.size > REMEMBERED) remembered.delete(remembered.keys().next().value as string);
  return state;
}

const before = <T>(path: string | null): { first: Page<T>; state: State<T> } | undefined => (path ? (remembered.get(path) as { first: Page<T>; state: State<T> } | undefined) : undefined);

// What tells the items of a list apart; their other values may change while the list stands.
const keyOf = (item: unknown): string => (item as { id?: string }).id ?? JSON.stringify(item);
const same = <T>(a: Page<T>, b: Page<T>): boolean => a === b || (a.total === b.total && a.items.length === b.items.length && a.items.every((item, at) => keyOf(item) === keyOf(b.items[at])));

const local = (address: string): string => { const url = new URL(address, location.origin); return url.pathname + url.search; };

export function usePages<T>(path: string | null): Pages<T> {
  const [state, setState] = useState<State<T>>(() => before<T>(path)?.state ?? { path: "", items: [], total: null, next: null, error: null });
  const [round, setRound] = useState(0), busy = useRef(false), waiting = needsToken.value;
  useEffect(() => {
    if (!path) return;
    const abort = new AbortController();
    busy.current = true;
    get<Page<T>>(path, abort.signal).then(
      (page) => {
        busy.current = false;
        const known = before<T>(path);
        // The same items as then: what was read after them stands.
        const rest = known && same(known.first, page) ? known.state : null;
        setState(remember(page, rest ? { ...rest, items: [...page.items, ...rest.items.slice(page.items.length)] } : { path, items: page.items, total: page.total, next: page.next, error: null }));
      },
      (error: Error) => { if (error.name === "AbortError") return; busy.current = false; setState((now) => ({ ...now, path, error, next: null, items: now.path === path ? now.items : [] })); },
    );
    return () => abort.abort();
  }, [path, round, waiting]);
  const loadMore = useCallback(() => {
    const { next } = state;
    if (!next || busy.current) return;
    busy.current = true;
    get<Page<T>>(local(next)).then(
      (page) => setState((now) => {
        if (now.next !== next) return now;
        const state = { ...now, items: [...now.items, ...page.items], total: page.total, next: page.next, error: null }, first = before<T>(now.path)?.first;
        return first ? remember(first, state) : state;
      }),
      (error: Error) => setState((now) => ({ ...now, error, next: null })),
    ).finally(() => { busy.current = false; });
  }, [state]);
  const reload = useCallback(() => setRound((number) => number + 1), []);
  return { items: state.items, total: state.total, more: state.next !== null, loading: path !== null && state.path !== path, error: state.error, loadMore, reload };
}
