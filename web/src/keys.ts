// The keyboard. Items of a page are elements with data-item; the first link inside one is what Enter opens.

import { signal } from "@preact/signals";
import { close } from "./parts/panel_state.ts";
import { go } from "./router.ts";
import { toggleTheme } from "./theme.ts";

export const helpOpen = signal(false);

export const KEYS: readonly [string, string][] = [
  ["j, k", "next and previous item: story, finding, utterance, entry, hit"],
  ["Enter or o", "open the item: its story, or its words in the report"],
  ["n, p", "next and previous section"],
  ["/", "search; on a page with a search field, that field"],
  ["g s, g f, g a, g c", "go to stories, search, adding, corrections"],
  ["u", "up: from a report to its story, from a story to the list"],
  ["1 to 8", "on a report: switch a layer"],
  ["c, l", "with words open: copy them as a citation, copy a link to them"],
  ["r", "show what has come in since"],
  ["t", "light or dark"],
  ["Esc", "close what is open; leave a field"],
  ["?", "this sheet"],
];

const items = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-item]")].filter((each) => each.offsetParent !== null);

export function moveTo(element: HTMLElement): void {
  for (const each of document.querySelectorAll("[data-here]")) each.removeAttribute("data-here");
  element.setAttribute("data-here", "");
  if (!element.hasAttribute("tabindex")) element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: element.offsetHeight > innerHeight * 0.6 ? "start" : "center" });
}

// From the item the reader is in, else from the first on the screen.
function step(by: 1 | -1): void {
  const all = items();
  const here = document.activeElement?.closest<HTMLElement>("[data-item]") ?? document.querySelector<HTMLElement>("[data-here]");
  let index = here ? all.indexOf(here) + by : all.findIndex((each) => each.getBoundingClientRect().top >= 40);
  if (!here && by < 0) index -= 1;
  const next = all[Math.max(0, Math.min(index, all.length - 1))];
  if (next && index >= 0) moveTo(next);
}

function stepSection(by: 1 | -1): void {
  const tops = [...document.querySelectorAll<HTMLElement>("section.s")];
  const at = tops.map((each) => each.getBoundingClientRect().top);
  const index = by > 0 ? at.findIndex((top) => top > 80) : at.reduce((found, top, i) => (top < 40 ? i : found), -1);
  const section = tops[index];
  if (!section) return;
  section.scrollIntoView();
  section.tabIndex = -1;
  section.focus({ preventScroll: true });
}

function openItem(): void {
  const here = document.querySelector<HTMLElement>("[data-here]");
  const link = ["h2 a", "a.w", "a[href]", "summary", "button"].map((kind) => here?.querySelector<HTMLElement>(kind)).find(Boolean);
  link?.click();
}

function search(): void {
  const field = document.querySelector<HTMLInputElement>("input[type=search]");
  if (!field) return go("/search");
  field.focus();
  field.select();
}

const press = (id: string): void => document.querySelector<HTMLElement>(`[data-key="${id}"]`)?.click();

const COMMANDS: Record<string, () => void> = {
  j: () => step(1), k: () => step(-1), n: () => stepSection(1), p: () => stepSection(-1), o: openItem, "/": search, t: toggleTheme,
  "?": () => { helpOpen.value = !helpOpen.value; }, u: () => press("u"), r: () => press("r"), c: () => press("c"), l: () => press("l"),
};
const PLACES: Record<string, string> = { s: "/", f: "/search", a: "/add", c: "/corrections" };
let going = Number.NEGATIVE_INFINITY;  // when "g" was pressed; never yet

function escape(target: HTMLElement): void {
  if (helpOpen.value) { helpOpen.value = false; return; }
  if (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) { target.blur(); return; }
  close();
}

export function startKeys(): void {
  document.addEventListener("keydown", (event) => {
    const target = event.target as HTMLElement;
    if (event.key === "Escape") return escape(target);
    if (event.metaKey || event.ctrlKey || event.altKey || event.isComposing || document.querySelector("dialog[open]:not(.help)")) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && (target as HTMLInputElement).type !== "checkbox") return;
    const place = event.timeStamp - going < 1500 ? PLACES[event.key] : undefined;
    going = event.key === "g" ? event.timeStamp : 0;
    if (place) { event.preventDefault(); go(place); return; }
    if (event.key === "Enter" && target.hasAttribute("data-here")) return openItem();
    if (/^[1-8]$/.test(event.key)) return press(event.key);
    const command = COMMANDS[event.key];
    if (!command) return;
    event.preventDefault();
    command();
  });
}
