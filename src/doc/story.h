// What is found by laying the reports of one story side by side. Plain data. Reports are named by
// their index in the story, annotations by their index in that report.
#ifndef SYNOPTIC_DOC_STORY_H_
#define SYNOPTIC_DOC_STORY_H_

#include <optional>
#include <string>
#include <vector>

#include "doc/document.h"

namespace synoptic {

// A span of one report: the only form of evidence.
struct Evidence {
  Index report = kNone;
  Span span;
  auto operator<=>(const Evidence&) const = default;
};

// ---- lineage: who copied whom --------------------------------------------------------------

// kTemplate: the same form filled in anew (weekly statistics, earnings tables). Neither is derived
// from the other: the confidence is under 0.5 and such an edge joins no origins.
enum class EdgeKind : uint8_t { kCopy, kRewrite, kUpdate, kSharedOrigin, kTemplate };

struct Passage {
  Span from, to;         // the same words, in Edge::from and in Edge::to
  bool quoted = false;   // inside quotation marks in both
  bool verbatim = true;  // word for word, punctuation and case aside
};

struct Edge {
  Index from = kNone;  // the report the words come from
  Index to = kNone;    // the report that reuses them
  EdgeKind kind = EdgeKind::kCopy;
  bool directed = false;          // false: which way is not known
  double confidence = 0;          // 0..1; 0.5 or more means derived
  double share = 0;               // of the words of `to` outside quotations that stand in passages
  bool background = false;        // `to` tells something new first; the passages stand behind that
  std::vector<Passage> passages;  // by place in `to`
  std::vector<std::string> reasons;  // fixed wording, strongest first
};

// Reports that count once. Two questions, kept apart:
// `known`: does a text or its metadata say whose words they are (credit, dateline, outlet, byline)?
// `distinct`: may it be counted beside the others? True where it is known, or where wording shows
// no tie to any other origin. Whoever counts independent origins (Finding::origins) counts distinct
// ones; an origin that is neither known nor distinct adds nothing to a count.
struct Origin {
  std::string id;
  std::vector<Index> reports;  // sorted
  std::string basis;           // why these count once, in words
  bool known = false;
  std::string name;  // the agency or outlet the words come from; empty if unknown
  bool distinct = true;
};

struct Lineage {
  std::vector<Edge> edges;
  std::vector<Origin> origins;   // every report is in exactly one
  std::vector<Index> origin_of;  // report -> index into origins
  std::string common_ground;  // "all on one statement by …", "all on the words of …"; may be empty
};

// ---- utterances: one saying, many readings -------------------------------------------------

enum class Wording : uint8_t { kVerbatim, kTrimmed, kAltered, kRewritten };
enum class ChangeOp : uint8_t { kInsert, kDelete, kReplace };

struct Change {
  ChangeOp op = ChangeOp::kReplace;
  Span from;             // in the reading compared against; empty for an insertion
  Span to;               // in this reading; empty for a deletion
  bool meaning = false;  // a negation, number, name or modal changed
};

struct UtteranceReading {
  Index report = kNone;
  Index quote = kNone;
  Span span;  // the part of the quotation that renders this utterance
  Wording wording = Wording::kVerbatim;
  Index against = kNone;  // index into Utterance::readings; kNone for the reference
  std::vector<Change> changes;
  bool meaning_changed = false;
};

struct Utterance {
  std::string id;
  std::string speaker;                     // actor id; empty if unknown
  std::vector<UtteranceReading> readings;  // the best attested first, then by report
};

// ---- findings: what is agreed, what is disputed --------------------------------------------

enum class FindingStatus : uint8_t { kCorroborated, kSingleOrigin, kDisputed };
enum class Between : uint8_t { kNobody, kReports, kActors };
enum class Facet : uint8_t {
  kNone,
  kWho,
  kWhen,
  kWhere,
  kNumber,
  kPolarity,
  kRole,
  kStatus,
  kMedium,
};

struct FindingReading {
  Index report = kNone;
  Span span;
  Index statement = kNone;  // where it comes from one
  std::string value;        // typed value as compared: a date, number, actor id …; may be empty
  Span value_span;          // the words inside `span` that say it; empty if value is
  std::vector<std::string> attributed_to;  // actor ids, outermost first
  Modality modality = Modality::kAsserted;
  Polarity polarity = Polarity::kAffirmed;
};

struct Finding {
  std::string id;
  FindingStatus status = FindingStatus::kSingleOrigin;
  Between between = Between::kNobody;
  Facet facet = Facet::kNone;
  bool update = false;      // a later state of knowledge, not a contradiction
  std::string topic;        // fixed wording around words of the reports
  std::string explanation;  // one line of fixed wording with the values side by side
  int origins = 0;          // distinct ones: see Origin
  double weight = 0;        // how much it matters; findings are sorted by it, falling
  std::vector<FindingReading> readings;
};

// ---- ledger and timeline -------------------------------------------------------------------

enum class LedgerKind : uint8_t {
  kProposal,
  kDemand,
  kCondition,
  kResponse,
  kCeasefire,
  kViolation,
  kMediation,
  kSanctionThreat,
  kAgreementDraft,
  kAttack,
  kGuarantee,
  kMonitoring,
  kPosition,
};

enum class LedgerStatus : uint8_t {
  kProposed,
  kAgreed,
  kInForce,
  kExpired,
  kRejected,
  kClaimed,
  kPlanned,
  kThreatened,
};

struct LedgerEntry {
  std::string id;
  LedgerKind kind = LedgerKind::kPosition;
  std::vector<std::string> actors;  // actor ids; the first is the main one
  std::string target;               // actor id; empty if none
  std::string what;                 // words of the best evidence
  std::string when;                 // TIMEX3 value or "begin/end"; empty if unknown
  std::string made;                 // when it was uttered, ISO; empty if unknown
  std::string deadline;             // ISO; empty if none
  std::string where;
  LedgerStatus status = LedgerStatus::kProposed;
  std::string conditional_on;
  std::vector<std::string> terms;       // words of the reports
  std::vector<std::string> names;       // other names of the same thing ("72-hour truce")
  std::vector<std::string> alleged_by;  // actor ids
  std::vector<Evidence> evidence;
};

struct TimelineEntry {
  std::string when;  // ISO, precision kept: "2022-03"
  std::string what;  // words of the best evidence
  bool planned = false;
  std::vector<std::string> claimed_by;  // actor ids; empty where reports tell it themselves
  std::vector<Evidence> evidence;
};

// Everything found about one story. `reports` are not owned by it.
struct Comparison {
  Lineage lineage;
  std::vector<Utterance> utterances;
  std::vector<Finding> findings;
  std::vector<LedgerEntry> ledger;
  std::vector<TimelineEntry> timeline;
  bool one_event = true;           // false: these reports do not tell one event
  std::vector<std::string> notes;  // fixed wording a reader should see first
};

}  // namespace synoptic

#endif  // SYNOPTIC_DOC_STORY_H_
