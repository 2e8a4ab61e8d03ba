#include "quotes/linear.h"

#include <algorithm>

#include "quotes/extent.h"
#include "quotes/phrases.h"

namespace synoptic {
namespace {

bool IsFinite(const Syntax& syntax, Index t) {
  return syntax[t].pos == Upos::kVerb || syntax[t].pos == Upos::kAux;
}

bool IsQuestionWord(const Syntax& syntax, Index t) {
  for (const char* word :
       {"whether", "if", "what", "who", "how", "why", "when", "where", "which"}) {
    if (syntax.Is(t, word)) return true;
  }
  return false;
}

class Linear {
 public:
  Linear(const Syntax& syntax, Index verb, const CueEntry& entry, WordRange limit)
      : syntax_(syntax), verb_(verb), entry_(entry), limit_(limit) {}

  std::optional<Reported> Find() {
    report_.cue = CueAt(syntax_, verb_, &entry_, limit_);
    passive_ = IsPassiveCue(syntax_, verb_, report_.cue.words);
    if (passive_) {
      subject_ = SubjectBefore(syntax_, report_.cue.words, limit_.first);
    } else {
      report_.speaker = SubjectBefore(syntax_, report_.cue.words, limit_.first);
    }
    if (QuotesAsSaying(syntax_, verb_, limit_.end)) return std::nullopt;
    if (auto second = SecondHandOf(syntax_, verb_, limit_.first)) {
      report_.speaker = second->speaker;
      report_.reporter = second->reporter;
    }
    frames_ = entry_.strong | entry_.weak;
    if (entry_.finding != 0 && report_.speaker &&
        IsFindingNoun(syntax_[report_.speaker->head].lemma)) {
      frames_ |= entry_.finding;
    }
    const Index begin = AfterTimes(AfterAdverbs(report_.cue.words.end));
    if (IsAttribute()) return std::nullopt;
    if (begin < limit_.end && BeginsComplement(begin) && Complement(begin))
      return std::move(report_);
    if ((frames_ & kQuoteFrame) != 0 && Parenthesis()) return std::move(report_);
    if (begin < limit_.end && !BeginsComplement(begin) && Complement(begin))
      return std::move(report_);
    return std::nullopt;
  }

 private:
  bool Has(Frames frames) const { return (frames_ & frames) != 0; }
  bool IsMark(Index t) const { return IsQuotationMark(syntax_, t); }

  Index AfterAdverbs(Index t) const {
    while (t < limit_.end && syntax_[t].pos == Upos::kAdv && !IsQuestionWord(syntax_, t)) ++t;
    return t;
  }

  // "spoke late on Sunday of …": past the day, where a preposition of the cue's own follows.
  Index AfterTimes(Index t) const {
    Index behind = t;
    if (behind + 1 < limit_.end && syntax_[behind].pos == Upos::kAdp && TimeAt(behind + 1))
      ++behind;
    if (behind >= limit_.end || !TimeAt(behind)) return t;
    behind = EndOfTime(behind);
    const bool takes = behind < limit_.end && syntax_[behind].pos == Upos::kAdp &&
                       Has(PrepositionFrame(syntax_[behind].lemma));
    return takes ? behind : t;
  }

  // "its proposed rules"
  bool IsAttribute() const {
    if (report_.cue.words.first <= limit_.first || report_.cue.words.first != verb_) return false;
    const Index before = verb_ - 1;
    return syntax_[before].pos == Upos::kDet || syntax_.Is(before, "its") ||
           syntax_.Is(before, "their") || syntax_.Is(before, "'s") || syntax_.Is(before, "’s") ||
           (syntax_.Is(before, "-") && syntax_[before].span.end == syntax_[verb_].span.begin);
  }

  // Other than a phrase that tells when and where.
  bool BeginsComplement(Index t) const {
    return IsMark(t) || syntax_.Is(t, "that") || syntax_.Is(t, "to") ||
           IsQuestionWord(syntax_, t) || (StartsPhrase(t) && !TimeAt(t));
  }

  // "said on Tuesday that", "said in a statement that": what stands between the cue and its clause.
  Index AfterAdjuncts(Index begin) const {
    const bool adjunct = begin < limit_.end && (syntax_[begin].pos == Upos::kAdp ||
                                                syntax_[begin].pos == Upos::kVerb || TimeAt(begin));
    if (!adjunct) return begin;
    for (Index t = begin; t < std::min(limit_.end, begin + 14); ++t) {
      if (syntax_.Is(t, "that")) return t;
      const bool verb = IsFinite(syntax_, t) && !syntax_.Word(t).ends_with("ing");
      if (verb || syntax_.Is(t, ";")) break;
    }
    Index t = begin;
    while (t < limit_.end) {
      const bool time = TimeAt(t);
      const Index inner = syntax_[t].pos == Upos::kAdp ? t + 1 : t;
      if (inner == t && !time) break;
      const auto phrase = PhraseFrom(syntax_, inner, limit_.end);
      Index end = phrase ? phrase->words.end : inner;
      if (time) end = std::max(inner, EndOfTime(t));
      if (end == inner || end >= limit_.end ||
          !(StartsPhrase(end) || TimeAt(end) || syntax_[end].pos == Upos::kAdp || IsMark(end)))
        break;
      t = end;
    }
    return t < limit_.end && (StartsPhrase(t) || IsMark(t)) ? t : begin;
  }

  Index EndOfTime(Index t) const {
    while (t < limit_.end && TimeAt(t)) ++t;
    return t;
  }

  bool TimeAt(Index t) const {
    const auto& times = syntax_.document().times;
    const Span word = syntax_[t].span;
    const auto after =
        std::upper_bound(times.begin(), times.end(), word.begin,
                         [](uint32_t at, const TimeExpression& x) { return at < x.span.begin; });
    return after != times.begin() && (after - 1)->span.Contains(word);
  }

  bool Complement(Index begin) {
    Index first = begin;
    if (Has(kAddressFrame)) {
      const Index after = SkipAddressee(begin);
      if (after > begin && after < limit_.end && BeginsClause(after)) {
        report_.addressee = WordRange{begin, after};
        first = after;
      }
    }
    if (Has(kThatFrame | kQuoteFrame)) first = AfterAdjuncts(first);
    if (first >= limit_.end) return false;
    const Index inner = IsMark(first) ? first + 1 : first;
    if (inner >= limit_.end || !Takes(inner, inner > first)) return false;
    const bool clause = IsClause(inner) || syntax_.Is(inner, "to");
    const Index end = ContentEnd(syntax_, inner, OpeningClauseEnd(),
                                 clause                             ? ContentShape::kClause
                                 : Has(kAsFrame | kComplementFrame) ? ContentShape::kPhraseAs
                                                                    : ContentShape::kPhrase);
    const bool beside = first == report_.cue.words.end;
    if ((beside || TimeAt(first - 1)) && PrepositionFrame(syntax_[first].lemma) != 0 &&
        syntax_[first].pos == Upos::kAdp && first + 1 < end && !IsMark(first + 1)) {
      ++first;
      if (beside) report_.cue.words.end = first;  // "referred to", "complained about"
    }
    const WordRange words = TrimLoose(syntax_, {first, end});
    if (words.empty() || (words.end - words.first == 1 && syntax_.Is(words.first, "that")))
      return false;
    if (passive_) PassiveSubject();
    report_.content.push_back(words);
    return true;
  }

  // A participle that opens the sentence has what stands up to its comma: "Asked about the port,
  // Velm …".
  Index OpeningClauseEnd() const {
    const Index first = report_.cue.words.first;
    if (first > limit_.first + 1 || syntax_.Word(verb_).ends_with("s") || HasSubject())
      return limit_.end;
    Index t = report_.cue.words.end;
    while (t < limit_.end && !syntax_.Is(t, ",")) ++t;
    return t;
  }
  bool HasSubject() const {
    return report_.speaker && report_.speaker->words.end <= report_.cue.words.first;
  }

  // "The minister was accused of …": who it is about belongs to the content.
  void PassiveSubject() {
    if (!subject_ || Has(kAddressFrame)) return;
    report_.content.push_back(subject_->words);
  }

  bool BeginsClause(Index t) const {
    return syntax_.Is(t, "that") || IsQuestionWord(syntax_, t) || syntax_.Is(t, "to") ||
           IsNominal(syntax_[t].pos) || syntax_[t].pos == Upos::kDet || syntax_.Is(t, "of") ||
           syntax_.Is(t, "about") || IsMark(t) || syntax_[t].pos == Upos::kAdp;
  }

  // Past the phrase that names who is told, with where and when.
  Index SkipAddressee(Index begin) const {
    const auto who = PhraseFrom(syntax_, begin, limit_.end);
    if (!who) return begin;
    return AfterAdjuncts(who->words.end);
  }

  bool Takes(Index t, bool marked) const {
    if (marked && Has(kQuoteFrame)) return true;
    if (syntax_.Is(t, "that")) return Has(kThatFrame | kQuoteFrame | kObjectFrame);
    if (syntax_.Is(t, "to")) {
      Index next = AfterAdverbs(t + 1);
      if (next < limit_.end && IsMark(next)) ++next;
      return (next < limit_.end && syntax_[next].pos == Upos::kVerb) ||
                     (next < limit_.end && syntax_.Is(next, "be"))
                 ? Has(kInfinitiveFrame)
                 : Has(kToFrame);
    }
    if (IsQuestionWord(syntax_, t)) return Has(kWhetherFrame | kThatFrame | kQuoteFrame);
    if (const Frame frame = PrepositionFrame(syntax_[t].lemma); frame != 0) {
      if (syntax_[t].pos == Upos::kAdp || syntax_[t].pos == Upos::kSconj) return Has(frame);
    }
    if (syntax_[t].pos == Upos::kVerb && syntax_.Word(t).ends_with("ing"))
      return Has(kGerundFrame | kObjectFrame);
    const bool says = (entry_.strong & kThatFrame) != 0 && !Has(kObjectFrame);
    if (says && syntax_[t].pos != Upos::kPunct && !TimeAt(t) && ClauseFollows(t + 1)) return true;
    if (!StartsPhrase(t)) return false;
    if (ClauseFollows(t)) return Has(kThatFrame | kQuoteFrame | kObjectFrame);
    return (entry_.strong & (kObjectFrame | kComplementFrame | kAsFrame)) != 0;
  }

  bool StartsPhrase(Index t) const {
    switch (syntax_[t].pos) {
      case Upos::kDet:
      case Upos::kNoun:
      case Upos::kPropn:
      case Upos::kPron:
      case Upos::kAdj:
      case Upos::kNum:
        return true;
      default:
        return false;
    }
  }

  bool IsClause(Index t) const {
    return syntax_.Is(t, "that") || IsQuestionWord(syntax_, t) ||
           (Has(kThatFrame) && ClauseFollows(t));
  }

  bool ClauseFollows(Index t) const {
    const bool says = (entry_.strong & kQuoteFrame) != 0;
    for (Index u = t; u < std::min(limit_.end, t + (says ? 25 : 12)); ++u) {
      if (IsFinite(syntax_, u)) return true;
      if (syntax_[u].pos == Upos::kPunct && !IsMark(u) && !says) return false;
    }
    return false;
  }

  // "…, he said." and "…, said the minister.": all that stands before the cue's clause, and behind
  // it where commas enclose it.
  bool Parenthesis() {
    if (passive_) return false;
    WordRange cue = report_.cue.words;
    if (report_.speaker && report_.speaker->words.end <= cue.first) {
      const Index begin = report_.speaker->words.first;
      if (begin > limit_.first && BehindComma(begin) && cue.first - begin <= 30) cue.first = begin;
    }
    if (cue.first <= limit_.first || !BehindComma(cue.first)) return false;
    if (syntax_.Word(verb_).ends_with("ing") || syntax_.Is(verb_ - 1, "to")) return false;
    if (cue.first == report_.cue.words.first && !Inverted(cue)) return false;
    WordRange left = TrimLoose(syntax_, {limit_.first, cue.first});
    Index after = cue.end;
    while (after < limit_.end && !syntax_.Is(after, ",")) ++after;
    const bool enclosed = after < limit_.end && after - cue.end <= 10 && !HasVerb(cue.end, after);
    if (!enclosed && left.end - left.first < 3) return false;
    if (!enclosed && HasVerb(cue.end, std::min(limit_.end, cue.end + 4))) return false;
    if (left.empty() || (!enclosed && BeginsAside(left.first))) return false;
    report_.content = {left};
    if (enclosed) {
      const Index end = ContentEnd(syntax_, after, limit_.end, ContentShape::kClause);
      const WordRange right = TrimLoose(syntax_, {after, end});
      if (right.end - right.first > 1 && !IsAsideBehind(right.first))
        report_.content.push_back(right);
    }
    report_.parenthesis = true;
    return true;
  }

  // "…, said the minister": the speaker stands behind the verb.
  bool Inverted(WordRange cue) {
    auto who = PhraseFrom(syntax_, cue.end, limit_.end);
    if (!who || syntax_[who->head].pos == Upos::kPron) return false;
    report_.speaker = WithAside(syntax_, *who, limit_.end);
    return true;
  }

  // A comma, or one inside the marks of what is quoted.
  bool BehindComma(Index t) const {
    if (t - 1 > limit_.first && IsMark(t - 1)) --t;
    return syntax_.Is(t - 1, ",");
  }

  bool HasVerb(Index from, Index to) const {
    for (Index t = from; t < to; ++t) {
      if (IsFinite(syntax_, t)) return true;
    }
    return false;
  }

  // "In a statement, he said …", "Asked about the strait, he said …", "On Tuesday, …".
  bool BeginsAside(Index first) const {
    while (first + 1 < report_.cue.words.first && syntax_[first].pos == Upos::kPunct) ++first;
    if (syntax_[first].pos == Upos::kAdp && !HasVerb(first, report_.cue.words.first - 1))
      return true;
    return IsParticipleClause(first);
  }
  bool IsParticipleClause(Index first) const {
    return syntax_[first].pos == Upos::kVerb && !syntax_.Word(first).ends_with("s");
  }
  // ", referring to …" and ", who …" go on about the speaker.
  bool IsAsideBehind(Index first) const {
    return (syntax_[first].pos == Upos::kVerb && syntax_.Word(first).ends_with("ing")) ||
           syntax_.Is(first, "who");
  }

  const Syntax& syntax_;
  Index verb_;
  const CueEntry& entry_;
  WordRange limit_;
  Frames frames_ = 0;
  bool passive_ = false;
  std::optional<SpeakerSite> subject_;  // of a passive: who is spoken of
  Reported report_;
};

}  // namespace

std::optional<Reported> LinearReport(const Syntax& syntax, Index verb, const CueEntry& entry,
                                     WordRange limit) {
  return Linear(syntax, verb, entry, limit).Find();
}

}  // namespace synoptic
