// Parts of a page below the first screen are drawn after it has been painted, each in a turn of its own.

import type { ComponentChildren, VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import { drawAll } from "./chunks.tsx";

export function useTurns(count: number, key: unknown): number {
  const [turns, setTurns] = useState<{ key: unknown; done: number }>({ key, done: 0 });
  const done = turns.key === key ? turns.done : 0;
  useEffect(() => {
    if (done >= count) return;
    const next = (): void => setTurns({ key, done: done + 1 });
    let idle = 0, timer = 0;
    // Two frames: the first paint comes between them.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (typeof requestIdleCallback === "function") idle = requestIdleCallback(next, { timeout: 250 });
        else timer = setTimeout(next, 20) as unknown as number;
      });
    });
    return () => { cancelAnimationFrame(frame); clearTimeout(timer); if (idle) cancelIdleCallback(idle); };
  }, [done, count, key]);
  return drawAll.value ? count : done;
}

export const Later = ({ when, children }: { when: boolean; children: ComponentChildren }): VNode | null => (when ? <>{children}</> : null);
