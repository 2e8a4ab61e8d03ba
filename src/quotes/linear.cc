#include "quotes/linear.h"

#include <algorithm>

#include "base/ascii.h"

namespace synoptic {
namespace {

constexpr Index kFar = 30;  // tokens back to a subject

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
    report_.speaker = Before();
    frames_ = entry_.strong | entry_.weak;
    if (entry_.finding != 0 && report_.speaker &&
        IsFindingNoun(syntax_[report_.speaker->head].lemma)) {
      frames_ |= entry_.finding;
    }
    Index begin = report_.cue.words.end;
    while (begin < limit_.end && syntax_[begin].pos == Upos::kAdv) ++begin;
    if (begin < limit_.end && Complement(begin)) return std::move(report_);
    if ((frames_ & kQuoteFrame) != 0 && Parenthesis()) return std::move(report_);
    return std::nullopt;
  }

 private:
  bool Has(Frames frames) const { return (frames_ & frames) != 0; }

  // The nearest noun phrase before the cue, over commas and what they enclose.
  std::optional<SpeakerSite> Before() const {
    const WordRange cue = report_.cue.words;
    Index end = cue.first;
    if (end > limit_.first && syntax_.Is(end - 1, ",")) --end;
    for (Index t = end; t-- > std::max(limit_.first, end - kFar);) {
      const Upos pos = syntax_[t].pos;
      if (!IsNominal(pos)) continue;
      auto site = NounPhraseBeside(syntax_, {t + 1, t + 1}, {limit_.first, t + 1});
      if (site) site->confidence = end - t == 1 ? 0.8 : 0.6;
      return site;
    }
    return std::nullopt;
  }

  bool Complement(Index begin) {
    Index first = begin;
    if (Has(kAddressFrame)) {
      const Index after = SkipPhrase(begin);
      if (after > begin && after < limit_.end && BeginsClause(after)) {
        report_.addressee = WordRange{begin, after};
        first = after;
      }
    }
    if (!Takes(first)) return false;
    Index end = ClauseEnd(first);
    if (end <= first) return false;
    report_.content = {{first, end}};
    return true;
  }

  bool BeginsClause(Index t) const {
    return syntax_.Is(t, "that") || IsQuestionWord(syntax_, t) || syntax_.Is(t, "to") ||
           IsNominal(syntax_[t].pos) || syntax_[t].pos == Upos::kDet || syntax_.Is(t, "of") ||
           syntax_.Is(t, "about");
  }

  Index SkipPhrase(Index t) const {
    const Index begin = t;
    while (t < limit_.end && t < begin + 8 &&
           (syntax_[t].pos == Upos::kDet || syntax_[t].pos == Upos::kAdj ||
            syntax_[t].pos == Upos::kNoun || syntax_[t].pos == Upos::kPropn ||
            (syntax_[t].pos == Upos::kPron && t == begin) || syntax_[t].pos == Upos::kNum)) {
      ++t;
      if (syntax_[t - 1].pos == Upos::kPron) break;
    }
    return t;
  }

  bool Takes(Index t) const {
    if (syntax_.Is(t, "that")) return Has(kThatFrame | kQuoteFrame | kObjectFrame);
    if (syntax_.Is(t, "to")) {
      return (t + 1 < limit_.end && syntax_[t + 1].pos == Upos::kVerb) ? Has(kInfinitiveFrame)
                                                                       : Has(kToFrame);
    }
    if (IsQuestionWord(syntax_, t)) return Has(kWhetherFrame | kThatFrame | kQuoteFrame);
    if (const Frame frame = PrepositionFrame(syntax_[t].lemma); frame != 0) {
      if (syntax_[t].pos == Upos::kAdp || syntax_[t].pos == Upos::kSconj) return Has(frame);
    }
    if (syntax_[t].pos == Upos::kVerb && syntax_.Word(t).ends_with("ing"))
      return Has(kGerundFrame | kObjectFrame);
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

  bool ClauseFollows(Index t) const {
    for (Index u = t; u < std::min(limit_.end, t + 12); ++u) {
      if (IsFinite(syntax_, u)) return true;
      if (syntax_[u].pos == Upos::kPunct) return false;
    }
    return false;
  }

  // To the end of the sentence, or to a second half that begins anew ("…, but he …").
  Index ClauseEnd(Index t) const {
    Index end = limit_.end;
    while (end > t && syntax_[end - 1].pos == Upos::kPunct && !syntax_.Is(end - 1, ")")) --end;
    return end;
  }

  // "…, he said." and "…, said the minister.": all that stands before the cue's clause.
  bool Parenthesis() {
    Index end = report_.cue.words.first;
    if (report_.speaker && report_.speaker->words.end == end) end = report_.speaker->words.first;
    if (end <= limit_.first || !syntax_.Is(end - 1, ",")) return false;
    if (!report_.speaker || report_.speaker->words.first < end) {
      report_.speaker = NounPhraseBeside(syntax_, {verb_, verb_ + 1}, {end, limit_.end});
    }
    WordRange content{limit_.first, end - 1};
    if (content.end - content.first < 3) return false;
    report_.content = {content};
    return true;
  }

  const Syntax& syntax_;
  Index verb_;
  const CueEntry& entry_;
  WordRange limit_;
  Frames frames_ = 0;
  Reported report_;
};

}  // namespace

std::optional<Reported> LinearReport(const Syntax& syntax, Index verb, const CueEntry& entry,
                                     WordRange limit) {
  return Linear(syntax, verb, entry, limit).Find();
}

}  // namespace synoptic
