#include <algorithm>
#include <map>

#include "collate/comparing.h"

namespace synoptic {
namespace {

constexpr int kSameOccasion = 3;  // days that two datings of one saying may lie apart
constexpr double kSameMatter = 0.3;
constexpr Index kReach = 8;  // tokens between a verb of saying and its date

struct Saying {
  Index report;
  std::string side;
  DayRange days;
  std::string value;
  Span span, value_span;
  std::vector<WordId> words;  // of the sentence
};

bool IsStatement(std::string_view lemma) {
  return lemma == "statement" || lemma == "announcement" || lemma == "remark" ||
         lemma == "comment" || lemma == "speech" || lemma == "offer" || lemma == "proposal";
}

class SpeechReader {
 public:
  SpeechReader(const StoryView& story, Index report)
      : story_(story), index_(story.at(report)), report_(report) {}

  void Read(std::vector<Saying>& out) {
    for (const TimeExpression& time : index_.doc().times) {
      if (time.type == TimeType::kDuration || time.type == TimeType::kSet) continue;
      const auto days = DaysOf(time.value);
      if (!days || days->days() > 1) continue;
      if (const Index verb = VerbOf(time.span); verb != kNone) Add(verb, time, *days, out);
    }
  }

 private:
  // The verb of saying that the date belongs to: the last verb before it with nothing but a place
  // and adverbs between ("said in Geneva late on Monday"), or "made the statement on Monday".
  Index VerbOf(Span time) const {
    const auto [first, end] = index_.TokensIn(time);
    if (first == end) return kNone;
    const Sentence& sentence =
        index_.doc().sentences[static_cast<size_t>(index_.SentenceOf(first))];
    for (Index at = first - 1; at >= std::max(sentence.first_token, first - kReach); --at) {
      const Token& token = index_.token(at);
      if (token.pos == Upos::kVerb)
        return IsSaying(token.lemma) && IsTold(sentence, at) ? at : kNone;
      if (token.pos == Upos::kNoun && IsStatement(token.lemma)) return Made(sentence, at);
      if (token.pos == Upos::kNoun && !Told(sentence, at)) return kNone;
      if (token.pos == Upos::kPunct || token.pos == Upos::kPron || token.pos == Upos::kCconj ||
          token.pos == Upos::kSconj || token.lemma == "with" || token.lemma == "for" ||
          token.lemma == "about" ||
          (at == first - 1 && (token.lemma == "from" || token.lemma == "to")))
        return kNone;
    }
    return kNone;
  }

  // "told a committee on Tuesday": whom it was told to.
  bool Told(const Sentence& sentence, Index noun) const {
    for (Index at = noun - 1; at >= std::max(sentence.first_token, noun - 4); --at) {
      if (index_.token(at).pos == Upos::kVerb) return index_.token(at).lemma == "tell";
      if (index_.token(at).pos == Upos::kAdp) return false;
    }
    return false;
  }

  // It was said: not "would speak", not "to say".
  bool IsTold(const Sentence& sentence, Index verb) const {
    for (Index at = verb - 1; at >= std::max(sentence.first_token, verb - 3); --at) {
      const std::string_view lemma = index_.token(at).lemma;
      if (lemma == "to" || lemma == "will" || lemma == "would" || lemma == "not") return false;
      if (index_.token(at).pos != Upos::kAux && index_.token(at).pos != Upos::kAdv) break;
    }
    return true;
  }

  // The verb that a statement is made, given or delivered with.
  Index Made(const Sentence& sentence, Index noun) const {
    for (Index at = noun - 1; at >= std::max(sentence.first_token, noun - 4); --at) {
      const std::string_view lemma = index_.token(at).lemma;
      if (index_.token(at).pos != Upos::kVerb) continue;
      return lemma == "make" || lemma == "give" || lemma == "deliver" ? at : kNone;
    }
    return kNone;
  }

  void Add(Index verb, const TimeExpression& time, DayRange days, std::vector<Saying>& out) {
    Saying saying{report_, SideOf(verb), days, time.value, {}, time.span, {}};
    if (saying.side.empty()) return;
    const Clause& clause = index_.clause(index_.ClauseOf(verb));
    saying.span = index_.token(verb).span.Cover(time.span);
    const Sentence& sentence = index_.doc().sentences[static_cast<size_t>(clause.sentence)];
    std::vector<Index> tokens;
    const Index from =
        Anaphoric(verb) && clause.sentence > 0
            ? index_.doc().sentences[static_cast<size_t>(clause.sentence - 1)].first_token
            : sentence.first_token;
    const auto& sentences = index_.doc().sentences;
    const auto next = static_cast<size_t>(clause.sentence) + 1;  // goes on with what was said
    const Index end = next < sentences.size() ? sentences[next].end_token : sentence.end_token;
    for (Index t = std::max(from, sentence.first_token - 60);
         t < std::min(end, sentence.first_token + 80); ++t)
      tokens.push_back(t);
    saying.words = story_.words.Distinct(report_, tokens);
    out.push_back(std::move(saying));
  }

  // "He made the statement": its matter stands in the sentence before.
  bool Anaphoric(Index verb) const { return !IsSaying(index_.token(verb).lemma); }

  std::string SideOf(Index verb) const {
    const Clause& clause = index_.clause(index_.ClauseOf(verb));
    if (clause.subject != kNone && index_.ActorOf(clause.subject) != kNone)
      return Side(index_.ActorOf(clause.subject));
    if (clause.subject != kNone && Possessor(clause.subject) != kNone)
      return Side(Possessor(clause.subject));
    for (const Quote& quote : index_.doc().quotes) {
      if (quote.cue && quote.cue->Overlaps(index_.token(verb).span) && quote.speaker &&
          quote.speaker->actor != kNone)
        return Side(quote.speaker->actor);
    }
    for (Index t = verb - 1; t >= std::max<Index>(0, verb - 25); --t) {
      if (index_.ActorOf(t) != kNone) return Side(index_.ActorOf(t));
    }
    return {};
  }

  Index Possessor(Index noun) const {
    for (Index t = std::max<Index>(0, noun - 4); t < noun; ++t) {
      if (index_.token(t).head == noun && index_.ActorOf(t) != kNone) return index_.ActorOf(t);
    }
    return kNone;
  }

  std::string Side(Index actor) const {
    return story_.sides.Of(index_.doc().actors[static_cast<size_t>(actor)].id);
  }

  const StoryView& story_;
  const ReportIndex& index_;
  Index report_;
};

// Sayings of one side about one matter, not long apart.
bool SameMatter(const StoryView& story, const Saying& a, const Saying& b) {
  if (a.side != b.side) return false;
  if (std::abs(a.days.first.DaysSince(b.days.first)) > kSameOccasion) return false;
  const auto overlap = story.words.Compare(a.words, b.words);
  return std::max(overlap.of_first, overlap.of_second) >= kSameMatter;
}

FindingReading ReadingOf(const Saying& saying) {
  FindingReading reading;
  reading.report = saying.report;
  reading.span = saying.span;
  reading.value = saying.value;
  reading.value_span = saying.value_span;
  return reading;
}

}  // namespace

void FindSpeechDisputes(const StoryView& story, Findings& out) {
  std::vector<Saying> sayings;
  for (size_t r = 0; r < story.reports.size(); ++r)
    SpeechReader(story, static_cast<Index>(r)).Read(sayings);
  std::map<std::string, std::vector<FindingReading>> between,
      inside;  // by side; by side and report
  std::map<std::pair<std::string, std::string>, std::vector<FindingReading>>
      agreed;  // by side and day
  for (size_t i = 0; i < sayings.size() && i < 500; ++i) {
    for (size_t j = i + 1; j < sayings.size() && j < 500; ++j) {
      if (!SameMatter(story, sayings[i], sayings[j])) continue;
      if (sayings[i].days.Overlaps(sayings[j].days)) {
        auto& group = agreed[{sayings[i].side, sayings[i].days.first.Iso()}];
        group.push_back(ReadingOf(sayings[i])), group.push_back(ReadingOf(sayings[j]));
        continue;
      }
      const bool one_report = sayings[i].report == sayings[j].report;
      auto& group = one_report ? inside[sayings[i].side + " in " +
                                        story.reports[static_cast<size_t>(sayings[i].report)].id]
                               : between[sayings[i].side];
      group.push_back(ReadingOf(sayings[i])), group.push_back(ReadingOf(sayings[j]));
    }
  }
  for (auto* groups : {&between, &inside}) {
    for (auto& [side, readings] : *groups) {
      AddDispute(story, Facet::kWhen, Between::kReports, "when " + side + " spoke",
                 std::move(readings), out);
    }
  }
  for (auto& [key, readings] : agreed) AddAgreement(story, Facet::kWhen, std::move(readings), out);
}

}  // namespace synoptic
