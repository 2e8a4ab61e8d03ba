// The end of a list that goes on: reads the next page when the reader comes near.

import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Pages } from "./use_pages.ts";

export function More<T>({ pages }: { pages: Pages<T> }): VNode | null {
  const mark = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (!mark.current) return;
    const watcher = new IntersectionObserver((entries) => { if (entries.some((entry) => entry.isIntersecting)) pages.loadMore(); }, { rootMargin: "1200px 0px" });
    watcher.observe(mark.current);
    return () => watcher.disconnect();
  }, [pages.loadMore]);
  return pages.more ? <p class="count" ref={mark}><button class="btn k2" type="button" onClick={pages.loadMore}>More</button></p> : null;
}
