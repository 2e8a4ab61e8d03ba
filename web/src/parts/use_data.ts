// An answer of the service as the state of a component.

import { useCallback, useEffect, useState } from "preact/hooks";
import { get, needsToken } from "../api/client.ts";

export interface Data<T> { data: T | null; error: Error | null; loading: boolean; reload: () => void }

// `path` null: nothing to ask for. While a new path loads, the old answer stays.
export function useData<T>(path: string | null): Data<T> {
  const [state, setState] = useState<{ path: string | null; data: T | null; error: Error | null }>({ path: null, data: null, error: null });
  const [round, setRound] = useState(0);
  const waiting = needsToken.value;
  useEffect(() => {
    if (!path) return;
    const abort = new AbortController();
    get<T>(path, abort.signal).then(
      (data) => setState((before) => (before.data === data && before.path === path && !before.error ? before : { path, data, error: null })),
      (error: Error) => { if (error.name !== "AbortError") setState((before) => ({ path, data: before.path === path ? before.data : null, error })); },
    );
    return () => abort.abort();
  }, [path, round, waiting]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { data: state.data, error: state.error, loading: state.path !== path, reload };
}
