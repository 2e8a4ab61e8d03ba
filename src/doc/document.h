// Document: one report, its text and every annotation that points into it. Plain data: stages read
// what earlier stages added and append their own; nobody changes `text` after ingest.
//
// Invariants, checked by doc/check.h in tests and fuzzing: every Span lies in `text` on code-point
// boundaries with begin < end; every index points into the vector it names or is kNone; vectors of
// annotations are sorted by span unless said otherwise.
//
// Ownership: a Document owns all it holds. Movable, not copyable. Threads: one writer at a time;
// any number of readers when nobody writes.
#ifndef SYNOPTIC_DOC_DOCUMENT_H_
#define SYNOPTIC_DOC_DOCUMENT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "doc/date.h"
#include "doc/grammar.h"
#include "doc/plover.h"
#include "doc/source_map.h"
#include "doc/span.h"

namespace synoptic {

// An index into one of Document's vectors.
using Index = int32_t;
inline constexpr Index kNone = -1;

enum class SectionKind : uint8_t { kHeadline, kByline, kDateline, kBody, kCredit, kBoilerplate };

struct Section {
  Span span;
  SectionKind kind = SectionKind::kBody;
};

// One word of Universal Dependencies: clitics and hyphen parts are tokens of their own.
struct Token {
  Span span;
  std::string_view lemma;  // lower case but for names; lives in static data or Document::arena
  Index head = kNone;      // index of the governing token; kNone for a root or while not parsed
  Upos pos = Upos::kX;
  Relation relation = Relation::kDep;
};

struct Sentence {
  Span span;              // without white space at its ends
  Index first_token = 0;  // tokens [first_token, end_token)
  Index end_token = 0;
  bool parsed = false;     // heads and relations of its tokens are set
  bool paragraph = false;  // first sentence of a paragraph
  SectionKind section = SectionKind::kBody;
};

enum class ActorType : uint8_t { kPerson, kOrganization, kPlace, kState, kOther };
enum class MentionKind : uint8_t { kName, kNominal, kPronoun };

struct Mention {
  Span span;  // a name stands without title and article
  ActorType type = ActorType::kOther;
  MentionKind kind = MentionKind::kName;
  Index actor = kNone;    // into Document::actors; kNone: unresolved
  bool metonym = false;   // a place name that acts or speaks for its government ("Moscow said")
  Index literal = kNone;  // of a metonym: the place or seat itself; `actor` is then the state
};

struct Actor {
  std::string id;  // unique in the report; after JoinActors the same across a story's reports
  ActorType type = ActorType::kOther;
  std::string name;                  // fullest form found
  std::vector<std::string> aliases;  // every other form as it stands, sorted, unique
  std::vector<Span> roles;           // "Turkish President", "Kremlin spokesman"
  std::string country;  // ISO 3166-1 alpha-2 of a state, place or national; empty if unknown
  char gender = 0;      // 'm', 'f', or 0 unknown, where the text says so
};

enum class TimeType : uint8_t { kDate, kTime, kDuration, kSet };

// TIMEX3 of TimeML 1.2.1. `value` may hold X for what the text leaves open ("XXXX-06").
struct TimeExpression {
  Span span;
  TimeType type = TimeType::kDate;
  std::string value;
  std::string mod;         // APPROX, START, MID, END, BEFORE, AFTER …; empty if none
  std::string quant;       // of a SET: EVERY, EACH
  std::string freq;        // of a SET: 2X, 3D
  std::string begin, end;  // of a range or an anchored duration: ISO values; empty if open
  bool relative = false;   // resolved against an anchor, not written out in full
  std::string unresolved;  // why `value` still holds X; empty when it is resolved
};

struct Quantity {
  Span span;                    // with its modifier: "at least 12"
  std::optional<double> value;  // nullopt where only a range is said
  double low = 0, high = 0;     // inclusive; high is infinity where open ("more than 30")
  bool vague = false;           // "dozens", "hundreds"
  bool percent = false;
  std::string of;           // lemma phrase of what is counted: "drones", "sea drones"; may be empty
  Span of_span;             // where it stands; empty span if not said
  bool cumulative = false;  // said to count all so far, not one incident
  Index as_of = kNone;  // into Document::times: the day on which it stood so, where that is said
};

// Who: a stretch of text and the actor it stands for.
struct Reference {
  Span span;
  Index actor = kNone;  // into Document::actors
};

enum class QuoteKind : uint8_t { kDirect, kMixed, kIndirect, kScare };

struct Quote {
  std::string id;  // unique in the report
  QuoteKind kind = QuoteKind::kDirect;
  std::vector<Span> content;  // without marks, in order; two or more where interrupted
  std::vector<Span> marked;   // of a clause that holds quoted words: those, without marks
  Index continues = kNone;    // the quote that this one goes on with after its attribution
  std::optional<Span> cue;
  std::optional<Reference> speaker;   // who says it, nearest to the words
  std::optional<Reference> reporter;  // who says that they said it ("Tass quoted Peskov as saying")
  std::string channel;                // "Telegram", "televised address"; empty if not said
  std::string addressee;              // as it stands; empty if not said
  bool malformed = false;             // a mark is missing at one end
  bool negated = false;               // the cue is denied ("did not say that")
  double confidence = 1;              // of the speaker, 0..1
};

enum class Polarity : uint8_t { kAffirmed, kDenied };
enum class Modality : uint8_t {
  kAsserted,
  kPlanned,
  kProposed,
  kDemanded,
  kConditional,
  kPossible
};

// What is compared besides events.
enum class FactKind : uint8_t {
  kEvent,      // a PLOVER event; `type` is set
  kRole,       // somebody holds, held or no longer holds an office
  kCount,      // so many of something, killed, launched …
  kResponse,   // somebody answered or did not
  kMedium,     // how something was said: address, post, press conference
  kCondition,  // a term set for something else
  kState,      // something is, or is no longer, in force, under way, expired …
};

struct Statement {
  std::string id;  // unique in the report
  Span span;       // the clause
  FactKind fact = FactKind::kEvent;
  std::optional<PloverType> type;
  std::string mode;  // of `type`; empty if none
  std::vector<std::string> context;
  std::optional<Reference> actor;
  std::optional<Reference> target;
  Span trigger;
  Index trigger_token = kNone;  // head token of the trigger
  Polarity polarity = Polarity::kAffirmed;
  Modality modality = Modality::kAsserted;
  std::vector<Index> attributed_to;  // actors, outermost first
  Index quote = kNone;               // the quotation it stands in
  std::vector<Index> times;
  std::vector<Index> quantities;
  std::string place;  // as it stands; empty if not said
  Span place_span;
};

enum class DateSource : uint8_t { kUnknown, kOption, kMetadata, kText };

struct Document {
  std::string id;    // unique among the reports of one run
  std::string path;  // where it was read from; empty for a store or a feed entry
  std::optional<std::string> url, title, source, credit;
  std::vector<std::string> authors;
  std::optional<Moment> published;
  std::optional<Moment> modified;  // where it says that it was changed later
  DateSource published_from = DateSource::kUnknown;
  std::optional<Span> published_span;  // where the text says so (published_from kText)
  std::string language;                // BCP 47, "und" if not known
  std::vector<std::string> based_on;   // what it says it was taken from: isBasedOn, RSS <source>
  std::vector<std::string> warnings;   // what was odd about its bytes, a line each
  std::string duplicate_of;  // the id of an earlier report of the run with the same words; or empty
  std::string revision_of;   // of the last one before it from the same address; or empty

  std::string text;      // valid UTF-8
  SourceMap source_map;  // of a report cut from a web page; else empty

  std::vector<Section> sections;
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  std::vector<Mention> mentions;
  std::vector<Actor> actors;  // in order of first mention
  std::vector<TimeExpression> times;
  std::vector<Quantity> quantities;
  std::vector<Quote> quotes;          // by begin of the first content span
  std::vector<Statement> statements;  // by trigger

  Arena arena;  // strings that annotations view

  std::string_view Cut(Span span) const { return span.In(text); }
  std::string_view Word(Index token) const {
    return tokens[static_cast<size_t>(token)].span.In(text);
  }
};

}  // namespace synoptic

#endif  // SYNOPTIC_DOC_DOCUMENT_H_
