// Answers given and not given; harm told and denied.
#include <algorithm>
#include <map>
#include <set>

#include "collate/comparing.h"
#include "collate/dispute_words.h"

namespace synoptic {
namespace {

constexpr size_t kMaxHarms = 600;

// ---- who answered ------------------------------------------------------------------------------

class Responses {
 public:
  explicit Responses(const StoryView& story) : story_(story), words_(DisputeWords::Get()) {}

  void Read() {
    for (const Fact& part : story_.parts) Read(part);
  }

  void Tell(Findings& out) {
    for (auto& [side, readings] : responses_) {
      AddDispute(story_, Facet::kPolarity, Between::kReports, "did " + side + " respond",
                 std::move(readings), out, early_.contains(side));
    }
  }

 private:
  void Read(const Fact& part) {
    if (part.conditional || part.modality == Modality::kPlanned) return;
    const ReportIndex& index = story_.at(part.report);
    const std::string_view head = index.token(part.head).lemma;
    if (words_.Has("respond", head) && index.token(part.head).pos == Upos::kVerb) {
      Add(part, part.subject, part.negated, part.predicate);
    } else if (words_.Has("refuse", head)) {
      for (const Index token : part.tokens) {
        if (token > part.head && words_.Has("respond", index.token(token).lemma))
          return Add(part, part.subject, true,
                     index.token(part.head).span.Cover(index.token(token).span));
      }
    } else {
      ReadNoun(part);
    }
  }

  // "There was no immediate answer from X."
  void ReadNoun(const Fact& part) {
    const ReportIndex& index = story_.at(part.report);
    for (const Index token : part.tokens) {
      if (!words_.Has("answers", index.token(token).lemma) || index.token(token).pos != Upos::kNoun)
        continue;
      Index no = kNone, source = kNone;
      for (Index t = std::max(part.tokens.front(), token - 3); t < token; ++t) {
        if (words_.Has("not", index.token(t).lemma)) no = t;
      }
      for (Index t = token + 1; no != kNone && t <= std::min(part.tokens.back(), token + 5); ++t) {
        if (source == kNone && index.ActorOf(t) != kNone) source = t;
      }
      if (source == kNone) continue;
      const std::string& id =
          story_.doc(part).actors[static_cast<size_t>(index.ActorOf(source))].id;
      return Add(part, story_.sides.Of(id), true,
                 index.token(no).span.Cover(index.token(token).span));
    }
  }

  void Add(const Fact& part, const std::string& side, bool silent, Span span) {
    if (side.empty()) return;
    const ReportIndex& index = story_.at(part.report);
    const bool yet = std::any_of(part.tokens.begin(), part.tokens.end(), [&](Index token) {
      return words_.Has("yet", index.token(token).lemma);
    });
    if (silent && yet) early_.insert(side);
    responses_[side].push_back(ReadingOf(story_, part, silent ? "no response" : "response", span));
  }

  const StoryView& story_;
  const DisputeWords& words_;
  std::map<std::string, std::vector<FindingReading>> responses_;  // by side
  std::set<std::string> early_;  // sides whose silence is only the first state of knowledge
};

// ---- who came to harm --------------------------------------------------------------------------

struct Harm {
  const Fact* part = nullptr;
  std::string_view kind;
  bool none = false, early = false;
  Span span;
};

class Harms {
 public:
  explicit Harms(const StoryView& story) : story_(story), words_(DisputeWords::Get()) {}

  void Read() {
    for (const Fact& part : story_.parts) {
      if (!part.unreal) Read(part);
    }
  }

  void Tell(Findings& out) {
    ConflictGroups groups;
    for (size_t i = 0; i < harms_.size(); ++i) {
      for (size_t j = 0; j < harms_.size(); ++j) {
        const Harm &none = harms_[i], &some = harms_[j];
        if (!none.none || some.none || none.part->report == some.part->report ||
            !Covers(none.kind, some.kind) || !TellOneIncident(story_, *none.part, *some.part))
          continue;
        groups.Add({static_cast<int32_t>(i), static_cast<int32_t>(j), Told(none), Told(some),
                    none.early, true});
      }
    }
    TellDisputes(story_, Facet::kPolarity, Between::kReports,
                 "was there harm: ", groups.Take(harms_.size()), out);
  }

 private:
  void Read(const Fact& part) {
    const ReportIndex& index = story_.at(part.report);
    for (const Index token : part.tokens) {
      const auto kind = words_.ValueIn("harm", index.token(token).lemma);
      if (kind.empty() || harms_.size() >= kMaxHarms) continue;
      Harm harm{&part, kind, false, false, index.token(token).span};
      const Index no = Negation(part, token);
      if (no != kNone) harm.none = true, harm.span = index.token(no).span.Cover(harm.span);
      harm.early = std::any_of(part.tokens.begin(), part.tokens.end(), [&](Index other) {
        return words_.Has("yet", index.token(other).lemma);
      });
      harms_.push_back(harm);
    }
  }

  // "no casualties", "nobody was hurt", "did not report any casualties".
  Index Negation(const Fact& part, Index token) const {
    const ReportIndex& index = story_.at(part.report);
    Index no = kNone;
    for (const Index t : part.tokens) {
      if (t >= token) break;
      if (words_.Has("not", index.token(t).lemma) || index.token(t).lemma == "without") no = t;
    }
    return no != kNone && token - no <= 7 ? no : kNone;
  }

  // None of the first leaves no room for the second.
  static bool Covers(std::string_view none, std::string_view some) {
    return none == some || (none == "casualties" && (some == "killed" || some == "injured"));
  }

  FindingReading Told(const Harm& harm) const {
    return ReadingOf(story_, *harm.part, (harm.none ? "no " : "") + std::string(harm.kind),
                     harm.span);
  }

  const StoryView& story_;
  const DisputeWords& words_;
  std::vector<Harm> harms_;
};

}  // namespace

void FindResponseDisputes(const StoryView& story, Findings& out) {
  Responses responses(story);
  responses.Read();
  responses.Tell(out);
}

void FindHarmDisputes(const StoryView& story, Findings& out) {
  Harms harms(story);
  harms.Read();
  harms.Tell(out);
}

}  // namespace synoptic
