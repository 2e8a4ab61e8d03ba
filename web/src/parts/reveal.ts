// Leads the reader to a part of the page, also to one that is not drawn yet.

import { route } from "../router.ts";
import { wanted } from "./chunks.tsx";

export function reveal(id: string, tries = 60): void {
  wanted.value = id;
  const element = document.getElementById(id);
  if (!element) {
    if (tries > 0) setTimeout(() => { if (wanted.value === id) reveal(id, tries - 1); }, 50);
    return;
  }
  for (const each of document.querySelectorAll("[data-target]")) each.removeAttribute("data-target");
  element.setAttribute("data-target", "");
  element.closest("details")?.setAttribute("open", "");
  element.scrollIntoView();
  if (!element.hasAttribute("tabindex") && !/^(A|BUTTON)$/.test(element.tagName)) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  // Chunks on the way take their true heights as they are drawn.
  requestAnimationFrame(() => requestAnimationFrame(() => element.scrollIntoView()));
}

export function startReveal(): void {
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey) return;
    const id = (event.target as Element).closest?.('a[href^="#"]')?.getAttribute("href")?.slice(1);
    if (!id || id === "main") return;
    event.preventDefault();
    history.replaceState(history.state, "", `#${id}`);
    route.value = { ...route.value, hash: id };
    reveal(id);
  });
}
