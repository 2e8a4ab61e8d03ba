// Addresses of the application. The service answers each of them with the same page.

import { signal } from "@preact/signals";

export interface Route { page: "stories" | "story" | "report" | "search" | "add" | "corrections" | "unknown"; id: string; query: URLSearchParams; hash: string; path: string }

export function parse(location: { pathname: string; search: string; hash: string }): Route {
  const [, name = "", ...rest] = location.pathname.split("/");
  let id = "";
  try { id = decodeURIComponent(rest.join("/")); } catch { id = rest.join("/"); }
  const base = { id, query: new URLSearchParams(location.search), hash: location.hash.slice(1), path: location.pathname };
  if (name === "" || (name === "stories" && !id)) return { page: "stories", ...base };
  if ((name === "story" || name === "report") && id) return { page: name, ...base };
  if ((name === "search" || name === "add" || name === "corrections") && !id) return { page: name, ...base };
  return { page: "unknown", ...base };
}

export const route = signal<Route>(parse(globalThis.location ?? { pathname: "/", search: "", hash: "" }));
// Rises when the reader goes to another page, not when the address of the same page changes.
export const visits = signal(0);

const positions = new Map<string, number>();  // scrolled to, by the key of a visit
let key = "0";

function arrive(before: Route, scroll: number | null): void {
  const next = parse(location);
  const moved = next.page !== before.page || next.id !== before.id;
  route.value = next;
  if (!moved) return;
  visits.value++;
  if (scroll !== null) restore(scroll, 20);
  else if (!next.hash) scrollTo(0, 0);
}

// The page may still be loading when the reader comes back to it.
function restore(top: number, tries: number): void {
  scrollTo(0, top);
  if (tries > 0 && Math.abs(scrollY - top) > 4) setTimeout(() => restore(top, tries - 1), 50);
}

export function go(address: string, options: { replace?: boolean } = {}): void {
  const before = route.value;
  positions.set(key, scrollY);
  if (options.replace) history.replaceState({ key }, "", address);
  else { key = String(Number(key) + 1); history.pushState({ key }, "", address); }
  arrive(before, null);
}

export function start(): void {
  history.scrollRestoration = "manual";
  addEventListener("popstate", (event: PopStateEvent) => {
    const before = route.value;
    positions.set(key, scrollY);
    key = (event.state as { key?: string } | null)?.key ?? "0";
    arrive(before, positions.get(key) ?? null);
  });
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = (event.target as Element).closest?.("a[href]");
    const address = link?.getAttribute("href") ?? "";
    if (!link || link.hasAttribute("download") || link.getAttribute("target") || !/^\/(?!\/|api\/|feeds\/|openapi)/.test(address)) return;
    event.preventDefault();
    go(address);
  });
}

// The query of the address with some values changed; empty ones are taken out.
export function withQuery(changes: Record<string, string>): string {
  const search = new URLSearchParams(route.value.query);
  for (const [name, value] of Object.entries(changes)) if (value) search.set(name, value); else search.delete(name);
  const text = search.toString();
  return route.value.path + (text ? `?${text}` : "");
}
