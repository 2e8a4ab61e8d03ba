// The words that are open beside the page, and where the reader came from.

import { signal } from "@preact/signals";
import type { Span } from "../api/types.ts";
import type { ReportView } from "../model/report_view.ts";

export interface Opened { report: ReportView; span: Span | null }

export const opened = signal<Opened | null>(null);
let back: HTMLElement | null = null;

export function open(report: ReportView, span: Span | null, from: HTMLElement | null): void {
  if (from && !from.closest("#panel")) back = from;
  for (const each of document.querySelectorAll("[data-open]")) each.removeAttribute("data-open");
  back?.setAttribute("data-open", "");
  opened.value = { report, span };
}

export function close(): void {
  if (!opened.value) return;
  opened.value = null;
  for (const each of document.querySelectorAll("[data-open]")) each.removeAttribute("data-open");
  back?.focus({ preventScroll: true });
  back = null;
}
