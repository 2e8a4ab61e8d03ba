// Denials: what somebody says is not so, and where other reports, or the sentence before, tell it.
// A denial names what it denies in its own words ("denied that a pause was discussed") or points
// back ("rejected this account"); then the sentence before belongs to it.
#include <algorithm>
#include <optional>

#include "collate/comparing.h"
#include "collate/dispute_words.h"
#include "collate/matter.h"
#include "text/parts.h"

namespace synoptic {
namespace {

constexpr size_t kMaxDenials = 300;
constexpr Index kPointsBack = 3;  // tokens behind "denied" in which "this" or "such" points back
constexpr double kMatter = 4.2;   // what rarer words must share for a sentence to be the denied one
constexpr double kOwn = 2;        // of it in words of the denial, where it points nowhere else
constexpr double kContext = 0.3;  // how much the sentence before counts
constexpr double kToldPart = 1.5;  // and the part of it that tells it
constexpr double kPair = 1.2;      // for two words that follow each other here and there

struct Denial {
  int32_t part = 0;                  // into StoryView::parts
  Span cue;                          // the words that deny
  std::string denier;                // side
  std::vector<WordId> own, context;  // in order of the text
  bool points_back = false;
  bool of_accusation = false;  // the sentence before accuses
  bool spoken = false;  // a plain "did not" that somebody says: it only stands beside other denials
};

class Denials {
 public:
  explicit Denials(const StoryView& story) : story_(story), words_(DisputeWords::Get()) {}

  void Read() {
    for (size_t f = 0; f < story_.facts.size(); ++f) {
      words_of_.push_back(WordsInOrder(story_, story_.facts[f].report, story_.facts[f].tokens));
      for (const WordId word : words_of_.back()) {
        if (sentences_with_.size() <= static_cast<size_t>(word))
          sentences_with_.resize(static_cast<size_t>(word) + 1);
        std::vector<int32_t>& with = sentences_with_[static_cast<size_t>(word)];
        if (with.empty() || with.back() != static_cast<int32_t>(f))
          with.push_back(static_cast<int32_t>(f));
      }
    }
    score_.resize(story_.facts.size());
    counted_.resize(story_.facts.size());
    denies_.resize(story_.parts.size());
    for (size_t p = 0; p < story_.parts.size() && found_.size() < kMaxDenials; ++p) {
      if (std::optional<Denial> denial = ReadAt(static_cast<int32_t>(p))) {
        if (!denial->spoken) MarkSentence(story_.parts[p]);
        found_.push_back(std::move(*denial));
      }
    }
  }

  void Compare() {
    for (const Denial& denial : found_) {
      if (denial.spoken) continue;
      if (denial.points_back) CompareWithBefore(denial);
      Score(denial);
      std::vector<std::pair<double, int32_t>> best(story_.reports.size(), {kMatter, kNone});
      for (const int32_t f : touched_) {
        const Fact& fact = story_.facts[static_cast<size_t>(f)];
        auto& known = best[static_cast<size_t>(fact.report)];
        const double score = score_[static_cast<size_t>(f)] + kPair * PairsShared(denial, f);
        if (fact.report == ReportOf(denial) || score < known.first) continue;
        if (const int32_t told = AffirmedIn(denial, fact); told != kNone) known = {score, told};
      }
      for (const auto& [score, told] : best) {
        if (told != kNone) Add(denial, told);
      }
    }
    JoinDenials();
  }

  void Tell(Findings& out) {
    TellDisputes(story_, Facet::kPolarity, Between::kActors,
                 "is it so: ", groups_.Take(story_.parts.size()), out);
  }

 private:
  const ReportIndex& At(const Fact& fact) const { return story_.at(fact.report); }
  std::string_view Lemma(const Fact& fact, Index token) const {
    return At(fact).token(token).lemma;
  }
  Index SentenceOf(const Fact& fact) const { return At(fact).SentenceOf(fact.head); }

  // ---- what denies -----------------------------------------------------------------------------

  std::optional<Denial> ReadAt(int32_t number) const {
    const Fact& part = story_.parts[static_cast<size_t>(number)];
    if (part.conditional) return std::nullopt;
    Denial denial;
    denial.part = number;
    if (IsSpokenNo(part)) {
      denial.cue = part.predicate;
      denial.denier = story_.sides.Of(part.speakers.back());
      denial.own = WordsInOrder(story_, part.report, part.tokens);
      denial.spoken = true;
      return denial;
    }
    const Index cue = CueOf(part);
    if (cue == kNone) return std::nullopt;
    denial.cue = At(part).token(cue).span;
    denial.denier = !part.subject.empty()   ? part.subject
                    : part.speakers.empty() ? std::string()
                                            : story_.sides.Of(part.speakers.back());
    ReadMatter(number, cue, denial);
    if (denial.own.empty() && !denial.points_back) return std::nullopt;
    return denial;
  }

  // "We did not fire a single round," he said.
  bool IsSpokenNo(const Fact& part) const {
    return part.negated && !part.unreal && !part.speakers.empty() &&
           At(part).token(part.head).pos == Upos::kVerb && !IsSaying(Lemma(part, part.head)) &&
           !HasPartRole(Lemma(part, part.head), "want") &&
           !words_.Has("respond", Lemma(part, part.head));
  }

  // "denied …", "dismissed the report", "was a fabrication".
  Index CueOf(const Fact& part) const {
    const std::string_view head = Lemma(part, part.head);
    if (!part.negated && HasPartRole(head, "deny")) return part.head;
    if (!part.negated && words_.Has("dismiss", head) && HoldsBehind(part, "claimed"))
      return part.head;
    if (part.negated) return kNone;
    for (const Index token : part.tokens) {
      if (words_.Has("untrue", Lemma(part, token))) return token;
    }
    return kNone;
  }

  bool HoldsBehind(const Fact& part, std::string_view set) const {
    return std::any_of(part.tokens.begin(), part.tokens.end(), [&](Index token) {
      return token > part.head && token < part.head + 8 && words_.Has(set, Lemma(part, token));
    });
  }

  // Words behind the cue to the end of its sentence; of "rumours … were a fabrication" before it.
  void ReadMatter(int32_t number, Index cue, Denial& denial) const {
    const Fact& part = story_.parts[static_cast<size_t>(number)];
    const Document& doc = story_.doc(part);
    const Sentence& sentence = doc.sentences[static_cast<size_t>(SentenceOf(part))];
    std::vector<Index> own, before;
    const bool verb = cue == part.head;
    for (Index t = verb ? cue + 1 : part.tokens.front(); t < sentence.end_token; ++t) {
      const std::string_view lemma = Lemma(part, t);
      if (words_.Has("claimed", lemma) || words_.Has("untrue", lemma)) {
        denial.points_back |= verb && t <= cue + kPointsBack + 2 && EndsHere(part, t, sentence);
        continue;
      }
      if (words_.Has("back", lemma) && verb && t <= cue + kPointsBack) denial.points_back = true;
      if (At(part).TimeOf(t) == kNone && At(part).token(t).pos != Upos::kAdv) own.push_back(t);
    }
    denial.own = WordsInOrder(story_, part.report, own);
    denial.points_back |= verb && (denial.own.size() < 2 || OpensWithPronoun(part, cue + 1));
    if (sentence.first_token == 0) return;
    const Sentence& last = doc.sentences[static_cast<size_t>(SentenceOf(part)) - 1];
    for (Index t = last.first_token; t < last.end_token; ++t) {
      before.push_back(t);
      denial.of_accusation |= words_.Has("accuse", Lemma(part, t));
    }
    denial.context = WordsInOrder(story_, part.report, before);
  }

  // "denied that it was on the table", "denies ever having asked".
  bool OpensWithPronoun(const Fact& part, Index token) const {
    const auto count = static_cast<Index>(story_.doc(part).tokens.size());
    if (token < count && Lemma(part, token) == "that") ++token;
    return token < count && words_.Has("back", Lemma(part, token));
  }

  // "dismissed the account, saying …": no complement says which.
  bool EndsHere(const Fact& part, Index noun, const Sentence& sentence) const {
    if (noun + 1 >= sentence.end_token) return true;
    const Upos next = At(part).token(noun + 1).pos;
    return next == Upos::kPunct || next == Upos::kCconj;
  }

  void MarkSentence(const Fact& denial) {
    for (size_t p = 0; p < story_.parts.size(); ++p) {
      const Fact& part = story_.parts[p];
      if (part.report == denial.report && SentenceOf(part) == SentenceOf(denial)) denies_[p] = true;
    }
  }

  // ---- what is denied --------------------------------------------------------------------------

  // Leaves in score_ what the sentences of touched_ share with the denial, each word of it counted
  // by its nearest.
  void Score(const Denial& denial) {
    for (const int32_t f : touched_) score_[static_cast<size_t>(f)] = 0;
    touched_.clear();
    for (const WordId word : denial.own) ScoreWord(word, story_.words.Telling(word));
    if (!denial.points_back) {
      // What the sentence before says is of no use alone.
      std::erase_if(touched_, [&](int32_t f) {
        double& own = score_[static_cast<size_t>(f)];
        const bool drop = own < kOwn;
        if (drop) own = 0;
        return drop;
      });
    }
    for (const WordId word : denial.context)
      ScoreWord(word, (denial.points_back ? 1 : kContext) * story_.words.Telling(word));
  }

  void ScoreWord(WordId word, double weight) {
    if (weight <= 0) return;
    ++round_;
    for (const WordId near : story_.words.NearWords(word)) {
      const double nearness = story_.words.Nearness(word, near);
      for (const int32_t f : sentences_with_[static_cast<size_t>(near)]) {
        if (counted_[static_cast<size_t>(f)] == round_) continue;
        counted_[static_cast<size_t>(f)] = round_;
        if (score_[static_cast<size_t>(f)] == 0) touched_.push_back(f);
        score_[static_cast<size_t>(f)] += weight * nearness;
      }
    }
  }

  int PairsShared(const Denial& denial, int32_t sentence) const {
    const std::vector<WordId>& words = words_of_[static_cast<size_t>(sentence)];
    int pairs = 0;
    for (size_t i = 0; i + 1 < denial.own.size(); ++i) {
      for (size_t j = 0; j + 1 < words.size(); ++j)
        pairs += denial.own[i] == words[j] && denial.own[i + 1] == words[j + 1];
    }
    return pairs;
  }

  // The part of a sentence that tells most of it: told, not by who denies it, not denied itself.
  int32_t AffirmedIn(const Denial& denial, const Fact& sentence) const {
    int32_t best = kNone;
    double most = kToldPart;
    for (size_t p = 0; p < story_.parts.size(); ++p) {
      const Fact& part = story_.parts[p];
      if (part.report != sentence.report || !sentence.span.Contains(part.span) || denies_[p] ||
          !IsTold(denial, part))
        continue;
      const double score = Shared(denial, part);
      if (score > most) most = score, best = static_cast<int32_t>(p);
    }
    return best;
  }

  double Shared(const Denial& denial, const Fact& part) const {
    double sum = 0;
    for (const Index token : part.tokens) {
      const WordId word = story_.words.Of(part.report, token);
      if (word == kNone) continue;
      double best = Nearest(denial.own, word);
      if (denial.points_back) best = std::max(best, Nearest(denial.context, word));
      sum += best * story_.words.Telling(word);
    }
    return sum;
  }

  double Nearest(const std::vector<WordId>& words, WordId word) const {
    double best = 0;
    for (const WordId other : words) best = std::max(best, story_.words.Nearness(word, other));
    return best;
  }

  bool IsTold(const Denial& denial, const Fact& part) const {
    if (part.negated || part.conditional || At(part).token(part.head).pos != Upos::kVerb ||
        IsSaying(Lemma(part, part.head)))
      return false;
    // "X accused Y. Y denied it": what others tell of X is no answer.
    if (denial.points_back && denial.of_accusation && part.report != ReportOf(denial) &&
        !part.subject.empty() && part.subject != denial.denier)
      return false;
    return denial.denier.empty() || part.speakers.empty() ||
           story_.sides.Of(part.speakers.back()) != denial.denier;
  }

  // "Norland said the two had met. Ostrin rejects this account."
  void CompareWithBefore(const Denial& denial) {
    const Fact& part = story_.parts[static_cast<size_t>(denial.part)];
    for (const Fact& sentence : story_.facts) {
      if (sentence.report != part.report || SentenceOf(sentence) + 1 != SentenceOf(part)) continue;
      if (const int32_t affirmed = AffirmedIn(denial, sentence); affirmed != kNone)
        Add(denial, affirmed);
    }
  }

  // Two denials of one thing stand together.
  void JoinDenials() {
    for (size_t i = 0; i < found_.size(); ++i) {
      Score(found_[i]);
      for (size_t j = 0; j < found_.size(); ++j) {
        const Denial &a = found_[i], &b = found_[j];
        if (ReportOf(a) == ReportOf(b) || a.spoken) continue;
        const int32_t sentence = SentenceFact(b);
        if (sentence != kNone && score_[static_cast<size_t>(sentence)] >= kMatter)
          groups_.Add({a.part, b.part, Denied(a), Denied(b), false, false});
      }
    }
  }

  int32_t SentenceFact(const Denial& denial) const {
    const Fact& part = story_.parts[static_cast<size_t>(denial.part)];
    for (size_t f = 0; f < story_.facts.size(); ++f) {
      if (story_.facts[f].report == part.report && story_.facts[f].span.Contains(part.span))
        return static_cast<int32_t>(f);
    }
    return kNone;
  }

  Index ReportOf(const Denial& denial) const {
    return story_.parts[static_cast<size_t>(denial.part)].report;
  }

  FindingReading Denied(const Denial& denial) const {
    FindingReading reading =
        ReadingOf(story_, story_.parts[static_cast<size_t>(denial.part)], "denied", denial.cue);
    reading.polarity = Polarity::kDenied;
    if (reading.attributed_to.empty() && !denial.denier.empty())
      reading.attributed_to = {denial.denier};
    return reading;
  }

  void Add(const Denial& denial, int32_t affirmed) {
    const Fact& told = story_.parts[static_cast<size_t>(affirmed)];
    groups_.Add({affirmed, denial.part, ReadingOf(story_, told, "told", told.predicate),
                 Denied(denial), false, true});
  }

  const StoryView& story_;
  const DisputeWords& words_;
  std::vector<Denial> found_;
  std::vector<std::vector<WordId>> words_of_;         // by sentence, names among them
  std::vector<std::vector<int32_t>> sentences_with_;  // by word
  std::vector<double> score_;                         // by sentence
  std::vector<int32_t> counted_, touched_;
  int32_t round_ = 0;
  std::vector<bool> denies_;  // by part: in a sentence that denies
  ConflictGroups groups_;
};

}  // namespace

void FindDenials(const StoryView& story, Findings& out) {
  Denials denials(story);
  denials.Read();
  denials.Compare();
  denials.Tell(out);
}

}  // namespace synoptic
