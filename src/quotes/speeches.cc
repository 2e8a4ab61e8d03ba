#include "quotes/speeches.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"
#include "quotes/phrases.h"

namespace synoptic {
namespace {

constexpr Index kFar = 45;       // tokens between a quotation and its cue
constexpr Index kShortGap = 60;  // tokens of an attribution between two halves

struct Place {
  Index paragraph = kNone;
  WordRange inside;          // tokens between the marks, marks included
  WordRange before, behind;  // of the same sentence or the same gap, up to the next mark
  bool begins = false;       // nothing of its sentence stands before it
  bool ends_clause = false;  // closes with punctuation, inside or right behind
  bool full_stop = false;    // … and that ends the sentence
  bool comma = false;
  bool lower = false;  // begins with a small letter
  char lead = ' ';     // the character before it: ',' ':' or another
};

bool IsRelativeWord(const Syntax& syntax, Index t) {
  return syntax.Is(t, "which") || syntax.Is(t, "who") || syntax.Is(t, "that") ||
         syntax.Is(t, "where") || syntax.Is(t, "when");
}

class Finder {
 public:
  Finder(const Syntax& syntax, std::span<const Span> paragraphs, std::span<const Marked> marked)
      : syntax_(syntax),
        text_(syntax.document().text),
        paragraphs_(paragraphs),
        marked_(marked),
        places_(marked.size()) {}

  Speeches Find() {
    out_.roles.assign(marked_.size(), StretchRole::kWoven);
    for (size_t i = 0; i < marked_.size(); ++i) {
      if (marked_[i].parent != kNone) {
        out_.roles[i] = StretchRole::kNested;
      } else {
        order_.push_back(static_cast<Index>(i));
      }
    }
    for (size_t o = 0; o < order_.size(); ++o) Describe(o);
    for (size_t o = 0; o < order_.size(); ++o) Take(o);
    return std::move(out_);
  }

 private:
  const Marked& At(size_t o) const { return marked_[static_cast<size_t>(order_[o])]; }
  Place& PlaceAt(size_t o) { return places_[static_cast<size_t>(order_[o])]; }

  void Describe(size_t o) {
    const Marked& one = At(o);
    Place& place = PlaceAt(o);
    const auto paragraph = std::upper_bound(paragraphs_.begin(), paragraphs_.end(), one.outer.begin,
                                            [](uint32_t at, Span p) { return at < p.begin; });
    place.paragraph = static_cast<Index>(paragraph - paragraphs_.begin()) - 1;
    const Span within = paragraphs_[static_cast<size_t>(std::max<Index>(place.paragraph, 0))];
    place.inside = {syntax_.TokenFrom(one.outer.begin), syntax_.TokenFrom(one.outer.end)};
    DescribeEdges(one, place);
    const uint32_t from = o > 0 ? std::max(within.begin, At(o - 1).outer.end) : within.begin;
    const uint32_t to =
        o + 1 < order_.size() ? std::min(within.end, At(o + 1).outer.begin) : within.end;
    place.before = {syntax_.TokenFrom(std::min(from, one.outer.begin)), place.inside.first};
    place.behind = {place.inside.end, syntax_.TokenFrom(std::max(to, one.outer.end))};
    CutToSentence(place);
    place.begins = place.before.empty() || EndsSentence(place.before.end - 1);
  }

  void DescribeEdges(const Marked& one, Place& place) const {
    const std::string_view inside = one.content.In(text_);
    const char last = LastBeforeMarks(inside);
    const bool ellipsis =
        inside.ends_with("\u2026") || inside.ends_with("\u2014") || inside.ends_with("--");
    size_t next = one.outer.end;
    while (next < text_.size() && text_[next] == ' ') ++next;
    const char after = next < text_.size() ? text_[next] : '\n';
    const bool right_behind = next == one.outer.end;
    place.comma = last == ',' || (right_behind && after == ',');
    place.full_stop = last == '.' || last == '?' || last == '!' || (right_behind && after == '.') ||
                      after == '\n' || after == '\r';
    place.ends_clause = place.comma || place.full_stop || ellipsis || last == ';' || !one.closed;
    const CodePoint first = DecodeAt(inside, 0);
    place.lower = first.length == 1 && IsLower(inside[0]);
    size_t before = one.outer.begin;
    while (before > 0 && text_[before - 1] == ' ') --before;
    place.lead = before > 0 ? text_[before - 1] : '\n';
  }

  // The last character before the marks of quotations nested at the end.
  static char LastBeforeMarks(std::string_view inside) {
    for (bool more = true; more && inside.size() > 1;) {
      more = false;
      for (const std::string_view mark : {"'", "\"", "\u2019", "\u201D", " "}) {
        if (!inside.ends_with(mark) || inside.size() == mark.size()) continue;
        inside.remove_suffix(mark.size());
        more = true;
      }
    }
    return inside.back();
  }

  // The attribution ends with the sentence that begins behind the quotation, and begins with that
  // in which the quotation opens.
  void CutToSentence(Place& place) const {
    if (!place.behind.empty()) {
      const Index sentence = syntax_.SentenceOf(place.behind.first);
      place.behind.end = std::min(place.behind.end, syntax_.SentenceWords(sentence).end);
    }
    if (!place.before.empty()) {
      Index sentence = syntax_.SentenceOf(place.before.end - 1);
      place.before.first = std::max(place.before.first, syntax_.SentenceWords(sentence).first);
    }
  }

  bool EndsSentence(Index token) const {
    const std::string_view word = syntax_.Word(token);
    return word == "." || word == "!" || word == "?" || word == "...";
  }

  // ---- one stretch after the other --------------------------------------------------------------

  void Take(size_t o) {
    const Marked& one = At(o);
    Place& place = PlaceAt(o);
    if (const Index colon = LabelEnd(place); colon != kNone) return StartLabelled(o, colon);
    const bool linked =
        o > 0 && last_speech_of_ == static_cast<Index>(o) - 1 && !out_.speeches.empty();
    if (linked && one.continued) return Continue(o);
    std::optional<CueSite> behind = CueBehind(place, one);
    if (linked && !behind && Interrupted(o)) return Continue(o);
    if (behind) {
      Start(o, std::move(behind), place.behind);
      if (GoesOverIntoMarks(place)) out_.speeches.back().lead = place.before;
      return;
    }
    std::optional<CueSite> before = CueBefore(place);
    if (before) return Start(o, std::move(before), place.before);
    if (place.begins && place.ends_clause && Clause(place)) {
      if (linked && GoesOnAlone(o)) return Continue(o);
      if (StartAfterColon(o)) return;
      return Start(o, std::nullopt, {});
    }
  }

  // The colon of a transcript's "VELM: We will stay."; kNone where none opens the words.
  Index LabelEnd(const Place& place) const {
    if (!place.begins) return kNone;
    for (Index t = place.inside.first + 1; t < std::min(place.inside.end, place.inside.first + 6);
         ++t) {
      const std::string_view word = syntax_.Word(t);
      if (word == ":") return t > place.inside.first + 1 ? t : kNone;
      const bool capitals = word.size() > 1 && std::none_of(word.begin(), word.end(), IsLower);
      if (!capitals && word != "." && word != "-") return kNone;
    }
    return kNone;
  }

  void StartLabelled(size_t o, Index colon) {
    Start(o, CueSite{colon, {colon, colon + 1}, nullptr, false}, {});
    const Index first = PlaceAt(o).inside.first + 1;
    out_.speeches.back().speaker = SpeakerSite{{first, colon}, colon - 1, 0.9};
    out_.speeches.back().label_end = colon + 1;
  }

  // `The party "lets us get our message out," he said`: all of the sentence is what he said.
  bool GoesOverIntoMarks(const Place& place) const {
    if (place.begins || place.before.empty() || !place.comma || !place.lower) return false;
    const Index first = place.before.first;
    if (syntax_.SentenceWords(syntax_.SentenceOf(first)).first != first) return false;
    for (Index t = first; t < place.before.end; ++t) {
      if (syntax_[t].pos == Upos::kVerb && FindCueVerb(syntax_.document(), t) != nullptr)
        return false;
    }
    return true;
  }

  // More than a name or a label: a standing sentence.
  bool Clause(const Place& place) const { return place.inside.end - place.inside.first >= 5; }

  void Start(size_t o, std::optional<CueSite> cue, WordRange clause) {
    Speech speech;
    speech.stretches.push_back(order_[o]);
    if (cue) {
      if (auto second = SecondHandOf(syntax_, cue->verb, clause.first)) {
        speech.speaker = second->speaker;
        speech.reporter = second->reporter;
      } else {
        speech.speaker = SpeakerOf(*cue, clause);
      }
      speech.cue = std::move(cue);
    }
    out_.speeches.push_back(std::move(speech));
    out_.roles[static_cast<size_t>(order_[o])] = StretchRole::kSpeech;
    last_speech_of_ = static_cast<Index>(o);
  }

  void Continue(size_t o) {
    out_.speeches.back().stretches.push_back(order_[o]);
    out_.roles[static_cast<size_t>(order_[o])] = StretchRole::kSpeech;
    last_speech_of_ = static_cast<Index>(o);
  }

  // Between this stretch and the one before stands nothing but the attribution of that one.
  bool Interrupted(size_t o) {
    const Place& place = PlaceAt(o);
    const Place& before = PlaceAt(o - 1);
    if (place.paragraph != before.paragraph) return false;
    const WordRange gap{before.inside.end, place.inside.first};
    if (gap.empty()) return true;
    if (gap.end - gap.first > kShortGap || !out_.speeches.back().cue) return false;
    const Index verb = out_.speeches.back().cue->verb;
    if (!gap.Contains(verb)) {
      return false;
    }
    for (Index t = gap.first; t + 1 < gap.end; ++t) {
      if (EndsSentence(t) && syntax_.SentenceOf(t) != syntax_.SentenceOf(t + 1)) return false;
    }
    for (Index t = verb + 1; t < gap.end; ++t) {  // "Velm said, adding, “…"
      if (!IsVerb(syntax_, t)) continue;
      const CueEntry* entry = FindCueVerb(syntax_.document(), t);
      if (entry != nullptr && (entry->strong & kQuoteFrame) != 0 && place.lead == ',') return false;
    }
    return !place.lower || place.lead == ',' || place.lead == '.';
  }

  // A paragraph that is all quotation goes on with what the paragraph before it quoted.
  bool GoesOnAlone(size_t o) {
    const Place& place = PlaceAt(o);
    const Place& before = PlaceAt(o - 1);
    if (place.paragraph != before.paragraph + 1 || !out_.speeches.back().cue) return false;
    const Span paragraph = paragraphs_[static_cast<size_t>(place.paragraph)];
    const Marked& one = At(o);
    return one.outer.begin == paragraph.begin && one.outer.end + 2 >= paragraph.end &&
           before.behind.end >=
               syntax_.TokenFrom(paragraphs_[static_cast<size_t>(before.paragraph)].end) - 1;
  }

  // "He went on:" ends the paragraph before.
  bool StartAfterColon(size_t o) {
    const Place& place = PlaceAt(o);
    if (place.paragraph <= 0 || !place.before.empty()) return false;
    const Span above = paragraphs_[static_cast<size_t>(place.paragraph) - 1];
    if (text_[above.end - 1] != ':') return false;
    const Index end = syntax_.TokenFrom(above.end);
    if (end == 0) return false;
    Place colon = place;
    colon.before = {syntax_.SentenceWords(syntax_.SentenceOf(end - 1)).first, end};
    colon.lead = ':';
    std::optional<CueSite> cue = CueBefore(colon);
    if (!cue) return false;
    Start(o, std::move(cue), colon.before);
    return true;
  }

  // ---- cues
  // ---------------------------------------------------------------------------------------

  // `,” said the minister` and `,” the minister said`.
  std::optional<CueSite> CueBehind(const Place& place, const Marked& one) const {
    const WordRange gap = place.behind;
    if (gap.empty() || !one.closed || !place.ends_clause) return std::nullopt;
    if (!place.before.empty() && syntax_.Is(place.before.end - 1, "that")) return std::nullopt;
    if (place.full_stop && !place.comma && one.content.In(text_).back() == '.' &&
        !BeginsSmall(gap.first)) {
      return std::nullopt;
    }
    if (IsRelativeWord(syntax_, FirstWord(gap))) return std::nullopt;
    // "Velm said the port was “a ruin,” and stressed that …": the words belong to the first cue.
    if (!place.begins && syntax_[FirstWord(gap)].pos == Upos::kCconj) return std::nullopt;
    const CueEntry* entry = nullptr;
    Index verb = kNone;
    for (Index t = gap.first; t < std::min(gap.end, gap.first + kFar); ++t) {
      if (!IsVerb(syntax_, t) || IsAside(gap, t)) continue;
      if (QuotesAsSaying(syntax_, t, gap.end)) continue;
      entry = FindCueVerb(syntax_.document(), t);
      if (entry != nullptr && !entry->Has(kQuoteFrame)) entry = nullptr;
      if (entry != nullptr || (verb == kNone && place.comma && StandsBare(gap, t))) verb = t;
      break;
    }
    if (verb == kNone) return std::nullopt;
    if (!place.begins && (entry == nullptr || TellsOfSomethingElse(verb, gap))) return std::nullopt;
    return CueAt(syntax_, verb, entry, gap);
  }

  Index FirstWord(WordRange words) const {
    Index t = words.first;
    while (t + 1 < words.end && syntax_[t].pos == Upos::kPunct) ++t;
    return t;
  }

  bool BeginsSmall(Index token) const { return IsLower(syntax_.Word(token).front()); }

  // Inside of a relative clause or an apposition that says who the speaker is.
  bool IsAside(WordRange gap, Index verb) const {
    for (Index t = verb; t-- > gap.first && verb - t < 8;) {
      if (syntax_.Is(t, "who") || syntax_.Is(t, "which")) return true;
      if (syntax_[t].pos == Upos::kPunct || IsVerb(syntax_, t)) break;
    }
    return false;
  }

  // "Smith thundered." or "thundered Smith.": a verb that the table does not know, with a short
  // subject beside it.
  bool StandsBare(WordRange gap, Index verb) const {
    const auto beside = NounPhraseBeside(syntax_, {verb, verb + 1}, gap);
    return beside && verb - gap.first <= 8;
  }

  // `In “The Morning Show,” Velm said she would …`: what is said follows, the marks hold a title.
  bool TellsOfSomethingElse(Index verb, WordRange gap) const {
    const Index next = verb + 1;
    if (verb == gap.first || next >= gap.end || !IsNominal(syntax_[verb - 1].pos)) return false;
    const Upos pos = syntax_[next].pos;
    return pos == Upos::kPron || pos == Upos::kDet || pos == Upos::kNoun || pos == Upos::kSconj ||
           pos == Upos::kVerb || pos == Upos::kAdj;
  }

  // `The minister said: “`, `the minister told the paper, “`, `the minister said “We …`.
  std::optional<CueSite> CueBefore(const Place& place) const {
    const WordRange gap = place.before;
    if (gap.empty() || syntax_.Is(gap.end - 1, "that")) return std::nullopt;
    const bool pause = place.lead == ':' || place.lead == ',';
    if (place.begins && !pause) return std::nullopt;
    if (!pause && place.lower) return std::nullopt;
    if (!pause && !place.ends_clause) return std::nullopt;
    const bool sentence = place.lead == ',' && !place.lower && Clause(place);
    Index bare = kNone;  // "Dorn cracked, “I …": a verb that the table does not know
    for (Index t = gap.end; t-- > std::max(gap.first, gap.end - kFar);) {
      if (!IsVerb(syntax_, t)) continue;
      if (bare == kNone && !IsAside(gap, t)) bare = t;
      const CueEntry* entry = FindCueVerb(syntax_.document(), t);
      if (entry != nullptr && entry->Has(kQuoteFrame)) {
        if (!pause && gap.end - t > 3) return std::nullopt;
        if (place.lead == ',' && place.lower && gap.end - t > 8) return std::nullopt;
        return CueAt(syntax_, t, entry, gap);
      }
      if (place.lead != ':' && !sentence && !IsAside(gap, t)) return std::nullopt;
    }
    if (sentence && place.ends_clause && bare != kNone && StandsBare(gap, bare))
      return CueAt(syntax_, bare, nullptr, gap);
    if (place.lead != ':') return std::nullopt;
    const Index colon = gap.end - 1;
    return CueSite{colon, {colon, gap.end}, nullptr, false};
  }

  std::optional<SpeakerSite> SpeakerOf(const CueSite& cue, WordRange clause) const {
    if (cue.words.end == clause.end && syntax_.Is(cue.verb, ":")) return SpeakerBeforeColon(clause);
    if (cue.words.first > clause.first) {
      if (auto before = SubjectBefore(syntax_, cue.words, clause.first)) return before;
    }
    if (auto behind = PhraseFrom(syntax_, cue.words.end, clause.end))
      return WithAside(syntax_, *behind, clause.end);
    return NounPhraseBeside(syntax_, cue.words, clause);
  }

  // "The minister: “…" and "The minister had one message: “…".
  std::optional<SpeakerSite> SpeakerBeforeColon(WordRange clause) const {
    if (clause.end - clause.first > 8) return std::nullopt;
    for (Index t = clause.first; t < clause.end; ++t) {
      if (IsNominal(syntax_[t].pos)) return SpeakerSite{{clause.first, clause.end - 1}, t, 0.6};
    }
    return std::nullopt;
  }

  const Syntax& syntax_;
  std::string_view text_;
  std::span<const Span> paragraphs_;
  std::span<const Marked> marked_;
  std::vector<Place> places_;
  std::vector<Index> order_;   // top-level stretches
  Index last_speech_of_ = -2;  // the place in order_ of the last stretch taken as speech
  Speeches out_;
};

}  // namespace

Speeches FindSpeeches(const Syntax& syntax, std::span<const Span> paragraphs,
                      std::span<const Marked> marked) {
  return Finder(syntax, paragraphs, marked).Find();
}

}  // namespace synoptic
