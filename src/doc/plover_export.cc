#include "doc/plover_export.h"

#include "base/utf8.h"
#include "doc/day_range.h"
#include "doc/json_writer.h"
#include "doc/labels.h"

namespace synoptic {
namespace {

class RecordWriter {
 public:
  RecordWriter(const Document& document, std::string& out)
      : doc_(document), points_(document.text), out_(out) {}

  void Write() {
    for (const Statement& statement : doc_.statements) {
      if (statement.fact != FactKind::kEvent || !statement.type) continue;
      JsonWriter json(out_);
      Record(json, statement);
      out_ += '\n';
    }
  }

 private:
  void Record(JsonWriter& json, const Statement& statement) {
    json.BeginObject();
    json.Field("id", statement.id);
    json.FieldOrNull("date", DayOf(statement));
    json.Field("event", Name(*statement.type));
    json.FieldOrNull("mode", statement.mode);
    json.Field("context", statement.context);
    json.Field("quad", QuadName(QuadOf(*statement.type)));
    Party(json, "source", statement.actor);
    Party(json, "target", statement.target);
    json.FieldOrNull("location", statement.place);
    json.Field("modality", Label(statement.modality));
    json.Field("polarity", Label(statement.polarity));
    json.Key("attributed_to"), json.BeginArray();
    for (const Index actor : statement.attributed_to)
      json.String(doc_.actors[static_cast<size_t>(actor)].name);
    json.EndArray();
    json.Field("text", std::string(doc_.Cut(statement.span)));
    json.Key("trigger"), Place(json, statement.trigger);
    json.Field("report", doc_.id);
    json.Field("url", doc_.url);
    json.FieldOrNull("published", doc_.published ? doc_.published->Iso() : std::string());
    json.EndObject();
  }

  // A day alone: "2031-03-04", never "2031-03".
  std::string DayOf(const Statement& statement) const {
    for (const Index t : statement.times) {
      const TimeExpression& time = doc_.times[static_cast<size_t>(t)];
      if (time.type != TimeType::kDate && time.type != TimeType::kTime) continue;
      const auto days = DaysOf(time.value);
      if (days && days->days() == 1) return time.value.substr(0, 10);
    }
    return {};
  }

  // A list, as the ontology has it; empty where nobody is named.
  void Party(JsonWriter& json, std::string_view key, const std::optional<Reference>& who) {
    json.Key(key), json.BeginArray();
    if (who) {
      json.BeginObject();
      const bool known = who->actor != kNone;
      json.FieldOrNull("actor",
                       known ? std::string_view(doc_.actors[static_cast<size_t>(who->actor)].name)
                             : std::string_view());
      json.FieldOrNull(
          "country", known ? std::string_view(doc_.actors[static_cast<size_t>(who->actor)].country)
                           : std::string_view());
      json.Field("text", std::string(doc_.Cut(who->span)));
      Positions(json, who->span);
      json.EndObject();
    }
    json.EndArray();
  }

  void Place(JsonWriter& json, Span span) {
    json.BeginObject();
    json.Field("text", std::string(doc_.Cut(span)));
    Positions(json, span);
    json.EndObject();
  }

  void Positions(JsonWriter& json, Span span) {
    json.Key("begin"), json.Int(points_.At(span.begin));
    json.Key("end"), json.Int(points_.At(span.end));
  }

  const Document& doc_;
  CodePointIndex points_;
  std::string& out_;
};

using Modes = std::span<const std::string_view>;

constexpr std::string_view kConsult[] = {"visit", "third-party", "multilateral", "phone"};
constexpr std::string_view kRetreat[] = {"withdraw",  "release", "disarm",
                                         "ceasefire", "access",  "resign"};
constexpr std::string_view kAsked[] = {"assist", "change", "yield", "meet"};
constexpr std::string_view kAccuse[] = {"disapprove", "investigate", "allege"};
constexpr std::string_view kThreaten[] = {"restrict", "arrest",    "relations",
                                          "expel",    "territory", "violence"};
constexpr std::string_view kProtest[] = {"demo",    "riot",     "strike",   "hunger",
                                         "boycott", "obstruct", "vandalize"};
constexpr std::string_view kSanction[] = {"convict", "expel", "withdraw", "discontinue"};
constexpr std::string_view kMobilize[] = {"troops", "weapons", "police", "militia"};
constexpr std::string_view kCoerce[] = {"seize",          "restrict", "censor", "curfew",
                                        "martial-law",    "arrest",   "deport", "withhold",
                                        "misinformation", "cyber"};
constexpr std::string_view kAssault[] = {
    "abduct",  "beat",      "torture",       "sexual",        "targeted",
    "destroy", "primitive", "firearms",      "explosives",    "suicide-attack",
    "aerial",  "drone",     "heavy-weapons", "crowd-control", "unconventional"};

}  // namespace

std::span<const std::string_view> PloverModes(PloverType type) {
  switch (type) {
    case PloverType::kConsult:
      return Modes(kConsult);
    case PloverType::kRetreat:
      return Modes(kRetreat);
    case PloverType::kRequest:
    case PloverType::kReject:
      return Modes(kAsked);
    case PloverType::kAccuse:
      return Modes(kAccuse);
    case PloverType::kThreaten:
      return Modes(kThreaten);
    case PloverType::kProtest:
      return Modes(kProtest);
    case PloverType::kSanction:
      return Modes(kSanction);
    case PloverType::kMobilize:
      return Modes(kMobilize);
    case PloverType::kCoerce:
      return Modes(kCoerce);
    case PloverType::kAssault:
      return Modes(kAssault);
    default:
      return {};
  }
}

std::string_view QuadName(Quad quad) {
  static constexpr std::string_view kNames[] = {"verbal cooperation", "material cooperation",
                                                "verbal conflict", "material conflict"};
  return kNames[static_cast<size_t>(quad)];
}

void WritePlover(const Document& document, std::string& out) {
  RecordWriter(document, out).Write();
}

}  // namespace synoptic
