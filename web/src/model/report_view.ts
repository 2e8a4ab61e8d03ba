// A report made ready for showing: its letter, name and text that is cut by code points.

import type { Report, Span } from "../api/types.ts";
import { moment } from "../text/dates.ts";
import { Points } from "../text/points.ts";
import { brief, momentWords } from "../text/wording.ts";

function hostOf(url: string | null): string {
  const match = /^[a-z]+:\/\/(?:www\.)?([^/?#]+)/i.exec(url ?? "");
  return match?.[1] ?? "";
}

export function nameOf(report: Pick<Report, "id" | "source" | "url" | "path">): string {
  const file = report.path?.split("/").pop() ?? "";
  const name = report.source?.trim() || hostOf(report.url) || (/\.(jsonl|xml|warc)(\.gz)?$/.test(file) ? "" : file) || report.id;
  return brief(name, 120) || "unnamed report";
}

export class ReportView {
  readonly id: string;
  readonly name: string;
  readonly seconds: number | null;  // of publication
  rank = 0;                         // place in the order of the story
  private text: Points | null = null;

  constructor(readonly json: Report, readonly siglum: string) {
    this.id = json.id;
    this.name = nameOf(json);
    this.seconds = moment(json.published);
  }

  get points(): Points { return (this.text ??= new Points(this.json.text)); }
  cut(span: Span): string { return this.points.cut(span); }
  when(withYear: boolean): string { return momentWords(this.json.published, withYear); }
  get title(): string | null { return this.json.title?.trim() ? this.json.title.trim() : null; }

  // The title is part of the text, so that it need not be written above it.
  get titleInText(): boolean { return this.json.sections.some((section) => section.kind === "headline"); }
}

// Where a report's words are shown on their own; `span` in code points.
export function reportAddress(report: string, span?: Span): string {
  return `/report/${encodeURIComponent(report)}${span ? `#${span.begin}-${span.end}` : ""}`;
}
