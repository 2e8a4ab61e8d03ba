// What the service answers, as doc/formats.md and apps/server/openapi.yaml have it. Positions are Unicode code points.

export interface Span { begin: number; end: number }
export interface Evidence extends Span { report: string }
export interface Reference extends Span { actor: string | null }

export interface Section extends Span { kind: "headline" | "byline" | "dateline" | "body" | "credit" | "boilerplate" }
export interface Mention extends Span { type: string; actor: string | null; kind: "name" | "nominal" | "pronoun" }
export interface Actor { id: string; type: string; name: string; aliases: string[]; roles: Span[] }
export interface TimeExpression extends Span { type: string; value: string; mod?: string }
export interface Quantity extends Span { value: number | null; low: number; high: number; of: string | null; vague: boolean; percent?: boolean }
export interface Quote {
  id: string; kind: "direct" | "mixed" | "indirect" | "scare"; content: Span[]; cue: Span | null;
  speaker: Reference | null; channel: string | null; malformed: boolean; negated?: boolean; marked?: Span[];
}
export interface Statement extends Span {
  id: string; type: string | null; mode: string | null; actor: Reference | null; target: Reference | null; trigger: Span;
  polarity: "affirmed" | "denied"; modality: string; attributed_to: string[]; times: number[]; quantities: number[]; place: string | null;
}
export interface Report {
  id: string; story?: string; path?: string; url: string | null; title: string | null; source: string | null;
  authors: string[]; credit: string | null; published: string | null; published_from?: string; published_span?: Span;
  language?: string; text: string; sections: Section[]; sentences: Span[]; mentions: Mention[]; actors: Actor[];
  times: TimeExpression[]; quantities: Quantity[]; quotes: Quote[]; statements: Statement[]; warnings?: string[];
}

export type EdgeKind = "copy" | "rewrite" | "update" | "shared-origin";
export interface Passage { from: Span; to: Span; quoted: boolean; verbatim?: boolean }
export interface Edge {
  from: string; to: string; kind: EdgeKind; directed: boolean; confidence: number; share?: number; reasons?: string[];
  passages: Passage[];
}
export interface Origin { id: string; reports: string[]; basis: string; known?: boolean; distinct?: boolean; name?: string | null }
export interface Lineage { edges: Edge[]; origins: Origin[]; common_ground?: string | null }

export interface Change { op: "insert" | "delete" | "replace"; from: string | null; to: string | null; meaning?: boolean; from_span?: Span; to_span?: Span }
export interface UtteranceReading extends Evidence {
  quote: string; wording: "verbatim" | "trimmed" | "altered" | "rewritten"; against: string | null;
  meaning_changed?: boolean; changes: Change[];
}
export interface Utterance { id: string; speaker: string | null; readings: UtteranceReading[] }

export type Facet = "who" | "when" | "where" | "number" | "polarity" | "role" | "status" | "medium";
export interface FindingReading extends Evidence {
  value: string | null; value_span?: Span; attributed_to: string[]; modality: string | null; polarity?: "affirmed" | "denied";
}
export interface Finding {
  id: string; status: "corroborated" | "single-origin" | "disputed"; between: "reports" | "actors" | null; facet: Facet | null;
  update?: boolean; topic: string; explanation?: string; origins: number; readings: FindingReading[];
}

export type LedgerStatus = "proposed" | "agreed" | "in-force" | "expired" | "rejected" | "claimed" | "planned" | "threatened";
export interface LedgerEntry {
  id: string; kind: string; actor: string | string[] | null; target: string | null; what: string; when: string | null;
  made?: string | null; deadline?: string | null; where: string | null; status: LedgerStatus; conditional_on: string | null;
  terms?: string[]; names?: string[]; alleged_by?: string[]; evidence: Evidence[];
}
export interface TimelineEntry { when: string; what: string; planned?: boolean; claimed_by?: string[]; evidence: Evidence[] }

export type CorrectionKind = "same-actor" | "wrong-speaker" | "not-a-dispute" | "note";
export interface NewCorrection {
  kind: CorrectionKind; story?: string | null; report?: string | null; target?: string | null; actors?: string[];
  value?: string | null; note?: string | null;
}
export interface Correction extends NewCorrection { id: string; made: string }

export interface Story {
  story: string; title: string | null; stale?: boolean; reports: Report[]; one_event?: boolean; notes?: string[]; lineage: Lineage;
  utterances: Utterance[]; findings: Finding[]; ledger: LedgerEntry[]; timeline: TimelineEntry[]; corrections?: Correction[];
}

export interface Page<T> { items: T[]; next: string | null; total: number }
export interface StorySummary {
  id: string; title: string | null; reports: number; origins: number | null; first: string | null; last: string | null;
  disputed: number | null; stale: boolean;
}
export interface Hit extends Evidence {
  story: string; title: string | null; source: string | null; published: string | null; snippet: string; in: "text" | "quotes" | "actors";
}
export interface QuoteHit { report: string; story: string; quote: Quote; text: string; speaker: string | null; channel?: string | null; published: string | null }
export interface NewReport { id?: string | null; title?: string | null; published?: string | null; source?: string | null; url?: string | null; text?: string }
export interface Added { results: { id: string; story: string; outcome: "added" | "revised" | "unchanged" }[] }
export interface Status { version: string; schema: number; reports: number; stories: number; may: ("read" | "write")[] }
export interface Problem { type: string; title: string; status: number; detail?: string; instance?: string; pointer?: string }
