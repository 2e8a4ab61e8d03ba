#include "quotes/reports.h"

#include <algorithm>

#include "quotes/linear.h"

namespace synoptic {
namespace {

bool IsPassive(const Syntax& syntax, Index verb) {
  return syntax.Child(verb, {Relation::kAuxPass, Relation::kNsubjPass}) != kNone;
}

Index CaseOf(const Syntax& syntax, Index token) { return syntax.Child(token, {Relation::kCase}); }

bool BeginsWithTo(const Syntax& syntax, Index verb) {
  const Index mark = syntax.Child(verb, {Relation::kMark});
  return mark != kNone && syntax.Is(mark, "to");
}

bool IsGerund(const Syntax& syntax, Index token) {
  return syntax[token].pos == Upos::kVerb && syntax.Word(token).ends_with("ing");
}

bool IsQuestion(const Syntax& syntax, Index clause) {
  const WordRange words = syntax.Subtree(clause);
  for (Index t = words.first; t < std::min(words.end, words.first + 3); ++t) {
    for (const char* word :
         {"whether", "if", "what", "who", "how", "why", "when", "where", "which", "whom"}) {
      if (syntax.Is(t, word)) return true;
    }
  }
  return false;
}

WordRange Without(WordRange words, WordRange limit) {
  return {std::max(words.first, limit.first), std::min(words.end, limit.end)};
}

// Content without punctuation at its ends, but for the marks of a quotation in it.
WordRange TrimEnds(const Syntax& syntax, WordRange words) {
  const auto loose = [&](Index t) {
    const std::string_view word = syntax.Word(t);
    return word == "," || word == "." || word == ";" || word == ":" || word == "-" || word == "–" ||
           word == "—";
  };
  while (!words.empty() && loose(words.end - 1)) --words.end;
  while (!words.empty() && loose(words.first)) ++words.first;
  return words;
}

// ---- verbs
// ----------------------------------------------------------------------------------------

class VerbReport {
 public:
  VerbReport(const Syntax& syntax, Index verb, const CueEntry& entry, WordRange limit)
      : syntax_(syntax), verb_(verb), entry_(entry), limit_(limit) {}

  std::optional<Reported> Find() {
    report_.cue = CueAt(syntax_, verb_, &entry_, limit_);
    report_.speaker = SubjectOf(syntax_, verb_);
    frames_ = entry_.strong | entry_.weak;
    if (entry_.finding != 0 && FindingSubject()) frames_ |= entry_.finding;
    passive_ = IsPassive(syntax_, verb_);
    const bool found = Right() || Left();
    if (!found) return std::nullopt;
    if (passive_ && !report_.speaker && !PassiveCounts()) return std::nullopt;
    for (WordRange& words : report_.content) words = TrimEnds(syntax_, Without(words, limit_));
    std::erase_if(report_.content, [](WordRange words) { return words.empty(); });
    if (report_.content.empty()) return std::nullopt;
    return std::move(report_);
  }

 private:
  bool FindingSubject() const {
    return report_.speaker && IsFindingNoun(syntax_[report_.speaker->head].lemma);
  }

  bool Has(Frames frames) const { return (frames_ & frames) != 0; }
  bool HasStrong(Frames frames) const {
    return ((entry_.strong | (FindingSubject() ? entry_.finding : 0)) & frames) != 0;
  }

  // A complement behind the verb, and whether the verb takes it.
  bool Takes(Index c) const {
    switch (syntax_[c].relation) {
      case Relation::kCcomp:
        return IsQuestion(syntax_, c) ? Has(kWhetherFrame | kThatFrame | kQuoteFrame)
                                      : Has(kThatFrame | kQuoteFrame);
      case Relation::kXcomp:
        if (BeginsWithTo(syntax_, c)) return Has(kInfinitiveFrame);
        if (IsGerund(syntax_, c)) return Has(kGerundFrame | kObjectFrame);
        return Has(kComplementFrame | kAsFrame);
      case Relation::kObj:
        if (Has(kAddressFrame)) return false;
        return HasStrong(kObjectFrame) || Has(kComplementFrame) ||
               (Has(kObjectFrame | kAsFrame | kToFrame) && HasMarkedOrPreposition());
      case Relation::kObl:
      case Relation::kNmod:
        return TakesPhrase(c);
      case Relation::kAdvcl: {
        const Index mark = syntax_.Child(c, {Relation::kMark, Relation::kCase});
        return mark != kNone && mark < c && (PrepositionFrame(syntax_[mark].lemma) & frames_) != 0;
      }
      default:
        return false;
    }
  }

  bool TakesPhrase(Index c) const {
    const Index preposition = CaseOf(syntax_, c);
    if (preposition == kNone) return false;
    const Frame frame = PrepositionFrame(syntax_[preposition].lemma);
    return frame != 0 && Has(frame);
  }

  bool HasMarkedOrPreposition() const {
    for (Index c = syntax_.FirstChild(verb_); c != kNone; c = syntax_.NextSibling(c)) {
      if (c > verb_ &&
          (syntax_[c].relation == Relation::kObl || syntax_[c].relation == Relation::kXcomp ||
           syntax_[c].relation == Relation::kAdvcl)) {
        const Index preposition = syntax_.Child(c, {Relation::kCase, Relation::kMark});
        if (preposition != kNone && (PrepositionFrame(syntax_[preposition].lemma) & frames_) != 0)
          return true;
      }
    }
    return false;
  }

  bool Right() {
    WordRange all{limit_.end, 0};
    bool found = false;
    const bool particle = entry_.words.size() > 1;
    for (Index c = syntax_.FirstChild(verb_); c != kNone; c = syntax_.NextSibling(c)) {
      if (c <= verb_ || !limit_.Contains(c)) continue;
      const WordRange own = syntax_.Subtree(c);
      const bool after_particle =
          particle && own.end > report_.cue.words.end && syntax_[c].relation != Relation::kPunct &&
          (syntax_[c].relation == Relation::kObl || syntax_[c].relation == Relation::kObj ||
           syntax_[c].relation == Relation::kXcomp || syntax_[c].relation == Relation::kCcomp ||
           syntax_[c].relation == Relation::kAdvcl) &&
          !found;
      if (!Takes(c) && !(after_particle && Has(kObjectFrame))) continue;
      found = true;
      all = {std::min(all.first, std::max(own.first, report_.cue.words.end)),
             std::max(all.end, own.end)};
    }
    if (!found) return false;
    Addressee(all);
    report_.content.push_back(all);
    if (passive_) AddPassiveSubject();
    return true;
  }

  void Addressee(WordRange content) {
    if (!Has(kAddressFrame)) return;
    const Index object = syntax_.Child(verb_, {Relation::kObj, Relation::kIobj});
    if (object != kNone && object > verb_ && object < content.first)
      report_.addressee = syntax_.Subtree(object);
  }

  // "The minister was accused of …": who it is about belongs to the content.
  void AddPassiveSubject() {
    const Index subject = syntax_.Child(verb_, {Relation::kNsubjPass});
    if (subject == kNone || subject > verb_ || Has(kAddressFrame)) return;
    report_.content.insert(report_.content.begin(), PhraseOf(syntax_, subject, 1).words);
  }

  bool PassiveCounts() const { return true; }

  // "…, he said." and "…, he said, …": the clause stands before the cue, or around it.
  bool Left() {
    if (!Has(kQuoteFrame) || passive_) return false;
    const Relation relation = syntax_[verb_].relation;
    if (relation == Relation::kParataxis && syntax_.Head(verb_) != kNone) {
      return Around(syntax_.Subtree(syntax_.Head(verb_)), syntax_.Subtree(verb_));
    }
    const Index clause = syntax_.Child(verb_, {Relation::kCcomp, Relation::kDislocated});
    if (clause != kNone && clause < verb_) {
      const WordRange own = syntax_.Subtree(clause);
      if (own.end > verb_) return Around(own, CueClause());
      report_.content.push_back(own);
      return true;
    }
    return false;
  }

  WordRange CueClause() const {
    WordRange clause = report_.cue.words;
    if (report_.speaker) {
      clause.first = std::min(clause.first, report_.speaker->words.first);
      clause.end = std::max(clause.end, report_.speaker->words.end);
    }
    return clause;
  }

  bool Around(WordRange whole, WordRange inner) {
    const WordRange before = TrimEnds(syntax_, {whole.first, inner.first});
    const WordRange behind = TrimEnds(syntax_, {inner.end, whole.end});
    if (!before.empty()) report_.content.push_back(before);
    if (!behind.empty()) report_.content.push_back(behind);
    return !report_.content.empty();
  }

  const Syntax& syntax_;
  Index verb_;
  const CueEntry& entry_;
  WordRange limit_;
  Frames frames_ = 0;
  bool passive_ = false;
  Reported report_;
};

// ---- nouns, prepositions, adverbs ---------------------------------------------------------------

std::optional<Reported> NounReport(const Syntax& syntax, Index noun, Frames frames,
                                   WordRange limit) {
  Reported report;
  report.cue = {noun, {noun, noun + 1}, nullptr, false};
  for (Index c = syntax.FirstChild(noun); c != kNone; c = syntax.NextSibling(c)) {
    if (c <= noun || !limit.Contains(c)) continue;
    const Relation relation = syntax[c].relation;
    WordRange own = syntax.Subtree(c);
    bool takes = false;
    if (relation == Relation::kAcl || relation == Relation::kCcomp) {
      const Index mark = syntax.Child(c, {Relation::kMark});
      takes = mark != kNone && ((syntax.Is(mark, "that") && (frames & kThatFrame) != 0) ||
                                (syntax.Is(mark, "to") && (frames & kInfinitiveFrame) != 0));
      if (takes && syntax.Is(mark, "to") && (frames & kInfinitiveFrame) == 0) takes = false;
      if (mark != kNone && !takes && (PrepositionFrame(syntax[mark].lemma) & frames) != 0) {
        takes = true;
        report.cue.words.end = std::max(report.cue.words.end, mark + 1);
        own.first = mark + 1;
      }
    } else if (relation == Relation::kNmod) {
      const Index preposition = CaseOf(syntax, c);
      if (preposition != kNone && preposition == noun + 1 &&
          (PrepositionFrame(syntax[preposition].lemma) & frames) != 0) {
        takes = true;
        report.cue.words.end = preposition + 1;
        own.first = preposition + 1;
      }
    }
    if (!takes) continue;
    report.content.push_back(own);
    break;
  }
  if (report.content.empty()) return std::nullopt;
  const Index owner = syntax.Child(noun, {Relation::kNmodPoss});
  if (owner != kNone) {
    report.speaker = PhraseOf(syntax, owner, 0.8);
    WordRange& words = report.speaker->words;
    if (words.end - 1 > owner && syntax[words.end - 1].pos == Upos::kPart) --words.end;
  } else if (const Index head = syntax.Head(noun);
             head != kNone && syntax[noun].relation == Relation::kObj) {
    report.speaker = SubjectOf(syntax, head);
    if (report.speaker) report.speaker->confidence = std::min(report.speaker->confidence, 0.7);
  }
  return report;
}

// "according to the minister"
std::optional<Reported> AccordingReport(const Syntax& syntax, Index token, WordRange limit) {
  if (!syntax.Is(token + 1, "to")) return std::nullopt;
  Index source = kNone;
  for (const Index from : {token, token + 1}) {
    const Index head = syntax.Head(from);
    if (head != kNone && head > token + 1 && IsNominal(syntax[head].pos)) source = head;
  }
  if (source == kNone) source = syntax.Child(token, {Relation::kObl, Relation::kNmod});
  if (source == kNone || source < token) return std::nullopt;
  Reported report;
  report.cue = {token, {token, token + 2}, nullptr, false};
  SpeakerSite site = PhraseOf(syntax, source, 0.95);
  site.words.first = std::max(site.words.first, token + 2);
  report.speaker = site;
  WordRange phrase = syntax.Subtree(source);
  phrase = {std::min(phrase.first, token), std::max(phrase.end, site.words.end)};
  Index clause = syntax.Head(source);
  if (clause == token) clause = syntax.Head(token);
  const WordRange whole =
      clause != kNone ? syntax.Subtree(clause) : syntax.SentenceWords(syntax.SentenceOf(token));
  for (const WordRange part :
       {WordRange{whole.first, phrase.first}, WordRange{phrase.end, whole.end}}) {
    const WordRange words = TrimEnds(syntax, Without(part, limit));
    if (!words.empty()) report.content.push_back(words);
  }
  if (report.content.empty()) return std::nullopt;
  return report;
}

// "reportedly", "allegedly": the clause, and nobody who says it.
std::optional<Reported> AdverbReport(const Syntax& syntax, Index token, WordRange limit) {
  const Index verb = syntax.Head(token);
  if (verb == kNone) return std::nullopt;
  Reported report;
  report.cue = {token, {token, token + 1}, nullptr, false};
  const WordRange whole = syntax.Subtree(verb);
  for (const WordRange part : {WordRange{whole.first, token}, WordRange{token + 1, whole.end}}) {
    const WordRange words = TrimEnds(syntax, Without(part, limit));
    if (!words.empty()) report.content.push_back(words);
  }
  if (report.content.empty()) return std::nullopt;
  return report;
}

bool IsHearsay(std::string_view lemma) {
  return lemma == "reportedly" || lemma == "allegedly" || lemma == "purportedly";
}

}  // namespace

bool MayReport(const Document& document, Index token) {
  const Token& one = document.tokens[static_cast<size_t>(token)];
  switch (one.pos) {
    case Upos::kVerb:
      return one.lemma == "accord" || FindCueVerb(document, token) != nullptr;
    case Upos::kNoun:
      return CueNounFrames(one.lemma) != 0;
    case Upos::kAdv:
      return IsHearsay(one.lemma);
    default:
      return one.lemma == "according" || one.lemma == "accord";
  }
}

std::optional<Reported> ReportAt(const Syntax& syntax, Index token, WordRange limit) {
  const Token& one = syntax[token];
  const Index sentence = syntax.SentenceOf(token);
  const bool parsed = syntax.document().sentences[static_cast<size_t>(sentence)].parsed;
  if (syntax.Is(token, "according")) {
    return parsed ? AccordingReport(syntax, token, limit)
                  : LinearAccordingReport(syntax, token, limit);
  }
  if (one.pos == Upos::kAdv)
    return IsHearsay(one.lemma) && parsed ? AdverbReport(syntax, token, limit) : std::nullopt;
  if (one.pos == Upos::kNoun) {
    const Frames frames = CueNounFrames(one.lemma);
    if (frames == 0) return std::nullopt;
    return parsed ? NounReport(syntax, token, frames, limit)
                  : LinearNounReport(syntax, token, frames, limit);
  }
  if (one.pos != Upos::kVerb) return std::nullopt;
  const CueEntry* entry = FindCueVerb(syntax.document(), token);
  if (entry == nullptr) return std::nullopt;
  return parsed ? VerbReport(syntax, token, *entry, limit).Find()
                : LinearReport(syntax, token, *entry, limit);
}

}  // namespace synoptic
