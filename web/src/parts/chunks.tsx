// A long list in chunks. A chunk far from the screen is an empty box of its height, so that a list of any length lays
// out what the reader can reach and no more. Printing draws all of it.

import { signal } from "@preact/signals";
import type { ComponentChildren, VNode } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

export const drawAll = signal(false);
addEventListener("beforeprint", () => { drawAll.value = true; });
addEventListener("afterprint", () => { drawAll.value = false; });

// The id that must be drawn because the reader is led to it.
export const wanted = signal("");

interface Props<T> { items: readonly T[]; size: number; height: number; id: (item: T, index: number) => string; draw: (item: T, index: number) => ComponentChildren; tag?: "ol" | "div" | "ul"; class?: string }

export function Chunks<T>({ items, size, height, id, draw, tag: Tag = "div", class: name }: Props<T>): VNode {
  const starts: number[] = [];
  for (let at = 0; at < items.length; at += size) starts.push(at);
  return (
    <>
      {starts.map((start) => (
        <Chunk key={start} first={start === 0} height={Math.min(size, items.length - start) * height}
          has={(target) => items.slice(start, start + size).some((item, i) => id(item, start + i) === target)}
          draw={() => <Tag class={name ?? ""} {...(Tag === "ol" && start ? { start: start + 1 } : {})}>{items.slice(start, start + size).map((item, i) => draw(item, start + i))}</Tag>} />
      ))}
    </>
  );
}

function Chunk({ first, height, has, draw }: { first: boolean; height: number; has: (id: string) => boolean; draw: () => ComponentChildren }): VNode {
  const box = useRef<HTMLDivElement>(null), known = useRef(height);
  const [near, setNear] = useState(first);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watcher = new IntersectionObserver((entries) => { for (const entry of entries) setNear(entry.isIntersecting || first); }, { rootMargin: "1500px 0px" });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [first]);
  const drawn = near || drawAll.value || (wanted.value !== "" && has(wanted.value));
  useLayoutEffect(() => { if (drawn && box.current) known.current = box.current.offsetHeight || known.current; });
  return <div class="chunk" ref={box} style={drawn ? {} : { blockSize: `${known.current}px` }}>{drawn ? draw() : null}</div>;
}
