// A story made ready for showing: letters, names, origins, order. What points nowhere is left out, so that an answer
// of an older or newer service still shows.

import type { Evidence, Finding, FindingReading, Origin, Story } from "../api/types.ts";
import { brief } from "../text/wording.ts";
import { ReportView } from "./report_view.ts";
import { sigla } from "./sigla.ts";

const GREEK = "αβγδεζηθικλμνξοπρστυφχψω";
const LATE = Number.MAX_SAFE_INTEGER;

export interface OriginView { json: Origin; mark: string; counts: boolean; known: boolean; name: string; reports: ReportView[] }
export interface Position { key: string; readings: FindingReading[] }  // readings that say the same

export class StoryView {
  readonly reports: ReportView[];   // in the order of the letters: by lineage, the earliest first
  readonly byId = new Map<string, ReportView>();
  readonly origins: OriginView[] = [];
  readonly originOf = new Map<string, OriginView>();
  readonly disputed: Finding[] = [];
  readonly updates: Finding[] = [];
  readonly corroborated: Finding[] = [];
  readonly single: Finding[] = [];
  readonly oneYear: boolean;
  private readonly names = new Map<string, string>();

  constructor(readonly json: Story) {
    const letters = sigla(json.reports.map((report) => report.source));
    const views = json.reports.map((report, index) => new ReportView(report, letters[index] as string));
    for (const view of views) this.byId.set(view.id, view);
    this.oneYear = new Set(views.map((view) => view.json.published?.slice(0, 4)).filter(Boolean)).size < 2;
    this.orderOrigins(views);
    this.reports = this.ordered(views);
    this.nameActors();
    for (const finding of json.findings) {
      if (!finding.readings.some((reading) => this.byId.has(reading.report))) continue;
      const list = finding.update ? this.updates
        : finding.status === "disputed" ? this.disputed
        : finding.status === "corroborated" ? this.corroborated : this.single;
      list.push(finding);
    }
  }

  private orderOrigins(views: ReportView[]): void {
    const place = new Map(views.map((view, index) => [view.id, index]));
    const keyed = this.json.lineage.origins.map((origin) => {
      const members = origin.reports.map((id) => this.byId.get(id)).filter((view): view is ReportView => !!view);
      const counts = origin.distinct ?? origin.known ?? true;
      return {
        origin, members, counts,
        earliest: Math.min(LATE, ...members.map((view) => view.seconds ?? LATE)),
        first: Math.min(LATE, ...members.map((view) => place.get(view.id) ?? LATE)),
      };
    });
    keyed.sort((a, b) => Number(b.counts) - Number(a.counts) || a.earliest - b.earliest || a.first - b.first);
    keyed.forEach(({ origin, members, counts }, index) => {
      const known = origin.known ?? true;
      const name = !known ? (counts ? "source not named" : "origin unknown") : origin.name ? brief(origin.name, 120) : members[0]?.name ?? "an origin";
      const mark = counts ? (GREEK[index % GREEK.length] as string) + (index < GREEK.length ? "" : Math.floor(index / GREEK.length) + 1) : "?";
      const view: OriginView = { json: origin, mark, counts, known, name, reports: members };
      this.origins.push(view);
      for (const member of members) this.originOf.set(member.id, view);
    });
  }

  private ordered(views: ReportView[]): ReportView[] {
    const rank = (view: ReportView): number => {
      const origin = this.originOf.get(view.id);
      return origin ? this.origins.indexOf(origin) : LATE;
    };
    const keyed = views.map((view, index) => ({ view, index, rank: rank(view), seconds: view.seconds ?? LATE }));
    keyed.sort((a, b) => a.rank - b.rank || a.seconds - b.seconds || a.index - b.index);
    keyed.forEach(({ view }, index) => { view.rank = index; });
    return keyed.map(({ view }) => view);
  }

  // The form that most reports have as the name; of two the longer.
  private nameActors(): void {
    const counts = new Map<string, Map<string, number>>();
    for (const { json } of this.byId.values()) {
      for (const actor of json.actors) {
        const name = brief(actor.name, 120);
        if (!name) continue;
        const forms = counts.get(actor.id) ?? new Map<string, number>();
        counts.set(actor.id, forms.set(name, (forms.get(name) ?? 0) + 1));
      }
    }
    for (const [id, forms] of counts) {
      const best = [...forms].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1))[0];
      if (best) this.names.set(id, best[0]);
    }
  }

  actorName(id: string): string { return this.names.get(id) ?? brief(id, 120); }
  actorIds(): string[] { return [...this.names.keys()].sort((a, b) => this.actorName(a).localeCompare(this.actorName(b), "en")); }
  get countedOrigins(): number { return this.origins.filter((origin) => origin.counts).length; }
  get betweenActors(): number { return this.disputed.filter((finding) => finding.between === "actors").length; }
  counts(report: string): boolean { return this.originOf.get(report)?.counts ?? false; }
  has(evidence: { report: string }): boolean { return this.byId.has(evidence.report); }
  when(report: ReportView): string { return report.when(!this.oneYear); }

  // The report whose headline is the title.
  get earliest(): ReportView | null {
    const titled = this.reports.filter((report) => report.title);
    return titled.reduce<ReportView | null>((best, each) => (!best || (each.seconds ?? LATE) < (best.seconds ?? LATE) ? each : best), null);
  }

  cut(evidence: Evidence): string { return this.byId.get(evidence.report)?.cut(evidence) ?? ""; }

  // The words of a value where they are short enough to stand alone and say something.
  value(reading: FindingReading): string {
    const span = reading.value_span;
    const words = span ? this.cut({ report: reading.report, ...span }) : "";
    return words.length <= 90 && /[\p{L}\p{N}]/u.test(words) ? words : "";
  }

  // What the readings say, grouped by value.
  positions(finding: Finding): Position[] {
    const readings = finding.readings.filter((reading) => this.has(reading));
    const order = (reading: FindingReading): number => {
      const report = this.byId.get(reading.report) as ReportView;
      return finding.update ? report.seconds ?? LATE : report.rank;
    };
    readings.sort((a, b) => order(a) - order(b));
    const positions: Position[] = [];
    for (const reading of readings) {
      let key = reading.value ?? "";
      if (finding.facet === "polarity" || !key) {
        key += reading.polarity ?? "";
        if (finding.facet === "status") key += reading.modality ?? "";
      }
      const last = reading.attributed_to[reading.attributed_to.length - 1];
      if (finding.between === "actors" && last) key += `\n${last}`;
      const same = positions.find((position) => position.key === key);
      if (same) same.readings.push(reading); else positions.push({ key, readings: [reading] });
    }
    return positions;
  }

  // One piece of evidence a report, in the order of the reports.
  onePerReport(evidence: readonly Evidence[]): Evidence[] {
    const seen = new Map<string, Evidence>();
    for (const item of evidence) if (this.has(item) && !seen.has(item.report)) seen.set(item.report, item);
    const rank = (item: Evidence): number => (this.byId.get(item.report) as ReportView).rank;
    return [...seen.values()].sort((a, b) => rank(a) - rank(b));
  }

  // The disputed finding that rests on words of `evidence`.
  disputeAt(evidence: readonly Evidence[]): Finding | null {
    return this.disputed.find((finding) => finding.readings.some((reading) => {
      const value = reading.value_span ?? reading;
      return evidence.some((item) => item.report === reading.report && item.begin < value.end && value.begin < item.end);
    })) ?? null;
  }
}
