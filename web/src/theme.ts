// Light or dark: the system's, unless the reader says otherwise.

import { signal } from "@preact/signals";

const system = matchMedia("(prefers-color-scheme: dark)");
const root = document.documentElement;
const now = (): boolean => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);

export const dark = signal(now());
system.addEventListener("change", () => { dark.value = now(); });

export function toggleTheme(): void {
  root.dataset.theme = dark.value ? "light" : "dark";
  try { localStorage.setItem("synoptic-theme", root.dataset.theme); } catch { /* for this visit alone */ }
  dark.value = now();
}
