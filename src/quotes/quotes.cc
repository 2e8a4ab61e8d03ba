// Detect → attribute → report: pairs the marks, finds cue and speaker of marked speech, then the
// clauses that cues report, and puts both into one list.
#include "quotes/quotes.h"
#include "quotes/carry.h"

#include <algorithm>

#include "quotes/channel.h"
#include "quotes/marks.h"
#include "quotes/reports.h"
#include "quotes/speeches.h"
#include "quotes/syntax.h"

namespace synoptic {
namespace {

class Collector {
 public:
  explicit Collector(Document& document)
      : document_(document),
        paragraphs_(Paragraphs(document)),
        marked_(FindMarked(document.text, paragraphs_, SentenceStarts(document))) {}

  void Collect() {
    const Syntax syntax(document_);
    syntax_ = &syntax;
    speeches_ = FindSpeeches(syntax, paragraphs_, marked_);
    CoverTokens();
    for (const Speech& speech : speeches_.speeches) AddSpeech(speech);
    FindReports();
    AddLoose();
    Finish();
  }

 private:
  WordRange Inside(Index stretch) const {
    return syntax_->WordsIn(marked_[static_cast<size_t>(stretch)].outer);
  }

  // Which tokens stand in speech, which in any marks.
  void CoverTokens() {
    in_speech_.assign(document_.tokens.size(), false);
    in_marks_.assign(document_.tokens.size(), false);
    for (size_t i = 0; i < marked_.size(); ++i) {
      const WordRange inside = Inside(static_cast<Index>(i));
      for (Index t = inside.first; t < inside.end; ++t) {
        in_marks_[static_cast<size_t>(t)] = true;
        if (speeches_.roles[i] == StretchRole::kSpeech) in_speech_[static_cast<size_t>(t)] = true;
      }
    }
    for (size_t i = 0; i < marked_.size(); ++i) {
      if (marked_[i].parent == kNone && speeches_.roles[i] == StretchRole::kWoven)
        woven_.push_back(static_cast<Index>(i));
    }
    for (const Speech& speech : speeches_.speeches) {
      for (Index t = speech.lead.first; t < speech.lead.end; ++t)
        in_speech_[static_cast<size_t>(t)] = in_marks_[static_cast<size_t>(t)] = true;
    }
  }

  // ---- marked speech ----------------------------------------------------------------------------

  void AddSpeech(const Speech& speech) {
    Quote quote;
    quote.kind = QuoteKind::kDirect;
    for (size_t i = 0; i < speech.stretches.size(); ++i) {
      const Marked& one = marked_[static_cast<size_t>(speech.stretches[i])];
      quote.content.push_back(one.content);
      const bool goes_on = i + 1 < speech.stretches.size() &&
                           marked_[static_cast<size_t>(speech.stretches[i + 1])].continued;
      quote.malformed |= !one.opened || (!one.closed && !goes_on);
    }
    if (speech.label_end != kNone && speech.label_end < syntax_->size()) {
      const uint32_t begin = (*syntax_)[speech.label_end].span.begin;
      if (begin < quote.content[0].end) quote.content[0].begin = begin;
    }
    if (!speech.lead.empty()) {
      quote.kind = QuoteKind::kMixed;
      quote.marked = quote.content;
      quote.content[0].begin = (*syntax_)[speech.lead.first].span.begin;
    }
    if (speech.cue) SetCue(quote, *speech.cue);
    if (speech.speaker) SetSpeaker(quote, *speech.speaker);
    if (speech.reporter) quote.reporter = ReferenceTo(*syntax_, *speech.reporter);
    if (speech.cue) {
      const Index verb = speech.cue->verb;
      used_.push_back(verb);
      WordRange clause = syntax_->SentenceWords(syntax_->SentenceOf(verb));
      quote.channel = ChannelIn(*syntax_, OutsideSpeech(clause, verb));
    }
    document_.quotes.push_back(std::move(quote));
  }

  void SetCue(Quote& quote, const CueSite& cue) const {
    quote.cue = syntax_->SpanOf(cue.words);
    quote.negated = cue.negated;
  }

  void SetSpeaker(Quote& quote, const SpeakerSite& speaker) const {
    quote.confidence = speaker.confidence;
    if (speaker.words.empty() || speaker.confidence < kLeastConfidence) return;
    quote.speaker = ReferenceTo(*syntax_, speaker);
  }

  // The part of `words` around `token` that no speech cuts off.
  WordRange OutsideSpeech(WordRange words, Index token) const {
    words = {std::max(words.first, token - kReach), std::min(words.end, token + kReach)};
    WordRange part{token, token + 1};
    while (part.first > words.first && !in_speech_[static_cast<size_t>(part.first) - 1])
      --part.first;
    while (part.end < words.end && !in_speech_[static_cast<size_t>(part.end)]) ++part.end;
    return part;
  }

  // ---- reported clauses
  // ---------------------------------------------------------------------------

  void FindReports() {
    std::sort(used_.begin(), used_.end());
    std::vector<Reported> reports;
    for (Index t = 0; t < syntax_->size(); ++t) {
      if (in_marks_[static_cast<size_t>(t)] || !MayReport(document_, t)) continue;
      if (std::binary_search(used_.begin(), used_.end(), t)) continue;
      const Index sentence = syntax_->SentenceOf(t);
      if (sentence == kNone) continue;
      auto report = ReportAt(*syntax_, t, OutsideSpeech(syntax_->SentenceWords(sentence), t));
      if (report) reports.push_back(std::move(*report));
    }
    // a report whose cue stands in what another reports is part of that; parentheses hold the rest
    std::vector<bool> reported(document_.tokens.size(), false);
    for (const bool parentheses : {true, false}) {
      for (const Reported& report : reports) {
        const Index begin = report.content.back().first;
        if (report.parenthesis != parentheses || reported[static_cast<size_t>(report.cue.verb)] ||
            reported[static_cast<size_t>(begin)])
          continue;
        AddReport(report);
        for (const WordRange part : report.content) {
          std::fill(reported.begin() + part.first, reported.begin() + part.end, true);
        }
      }
    }
  }

  void AddReport(const Reported& report) {
    Quote quote;
    quote.kind = QuoteKind::kIndirect;
    for (const WordRange words : report.content)
      quote.content.push_back(Widen(syntax_->SpanOf(words)));
    std::sort(quote.content.begin(), quote.content.end());
    SetCue(quote, report.cue);
    if (report.speaker) SetSpeaker(quote, *report.speaker);
    if (report.reporter) quote.reporter = ReferenceTo(*syntax_, *report.reporter);
    if (report.addressee)
      quote.addressee = std::string(document_.Cut(syntax_->SpanOf(*report.addressee)));
    const WordRange sentence = syntax_->SentenceWords(syntax_->SentenceOf(report.cue.verb));
    quote.channel =
        ChannelIn(*syntax_, OutsideContent(OutsideSpeech(sentence, report.cue.verb), report));
    TakeMarked(quote);
    document_.quotes.push_back(std::move(quote));
  }

  WordRange OutsideContent(WordRange words, const Reported& report) const {
    for (const WordRange part : report.content) {
      if (part.first > report.cue.verb) words.end = std::min(words.end, part.first);
      if (part.end <= report.cue.words.first) words.first = std::max(words.first, part.end);
    }
    return words;
  }

  // The place in woven_ of the first stretch that ends behind byte `at`.
  size_t WovenFrom(uint32_t at) const {
    const auto found = std::upper_bound(woven_.begin(), woven_.end(), at, [&](uint32_t x, Index i) {
      return x < marked_[static_cast<size_t>(i)].outer.end;
    });
    return static_cast<size_t>(found - woven_.begin());
  }

  // A span that cuts through a marked stretch takes all of it.
  Span Widen(Span span) const {
    for (size_t w = WovenFrom(span.begin); w < woven_.size(); ++w) {
      const Marked& one = marked_[static_cast<size_t>(woven_[w])];
      if (one.outer.begin >= span.end) break;
      if (!span.Contains(one.outer) && one.content != span) span = span.Cover(one.outer);
    }
    return span;
  }

  void TakeMarked(Quote& quote) {
    bool words = false;
    for (const Span part : quote.content) {
      for (size_t w = WovenFrom(part.begin); w < woven_.size(); ++w) {
        const Marked& one = marked_[static_cast<size_t>(woven_[w])];
        if (one.outer.begin >= part.end) break;
        if (!part.Contains(one.content)) continue;
        quote.marked.push_back(one.content);
        quote.malformed |= !one.opened || !one.closed;
        words |= HasTwoWords(one.content);
        taken_.push_back(woven_[w]);
      }
    }
    if (words) quote.kind = QuoteKind::kMixed;
  }

  bool HasTwoWords(Span span) const {
    return document_.Cut(span).find(' ') != std::string_view::npos;
  }

  // ---- the rest ---------------------------------------------------------------------------------

  // Marked words that nobody is heard to say: labels, titles, single words.
  void AddLoose() {
    std::sort(taken_.begin(), taken_.end());
    for (size_t i = 0; i < marked_.size(); ++i) {
      const bool nested = speeches_.roles[i] == StretchRole::kNested;
      if (speeches_.roles[i] == StretchRole::kSpeech) continue;
      if (nested || std::binary_search(taken_.begin(), taken_.end(), static_cast<Index>(i)))
        continue;
      Quote quote;
      const WordRange inside = Inside(static_cast<Index>(i));
      quote.kind =
          inside.end - inside.first < kTooLongForALabel ? QuoteKind::kScare : QuoteKind::kMixed;
      quote.content = {marked_[i].content};
      quote.malformed = !marked_[i].opened || !marked_[i].closed;
      document_.quotes.push_back(std::move(quote));
    }
  }

  // Content of two quotes may nest and never cross: what begins inside another's span ends there.
  void Uncross() {
    std::vector<Span*> spans;
    for (Quote& quote : document_.quotes) {
      for (Span& part : quote.content) spans.push_back(&part);
    }
    std::stable_sort(spans.begin(), spans.end(), [](const Span* a, const Span* b) {
      return a->begin != b->begin ? a->begin < b->begin : a->end > b->end;
    });
    std::vector<uint32_t> ends;
    for (Span* span : spans) {
      while (!ends.empty() && ends.back() <= span->begin) ends.pop_back();
      if (!ends.empty() && span->end > ends.back()) span->end = ends.back();
      ends.push_back(span->end);
    }
  }

  void Finish() {
    Uncross();
    std::stable_sort(
        document_.quotes.begin(), document_.quotes.end(), [](const Quote& a, const Quote& b) {
          return a.content[0].begin != b.content[0].begin ? a.content[0].begin < b.content[0].begin
                                                          : a.content[0].end > b.content[0].end;
        });
    for (size_t i = 0; i < document_.quotes.size(); ++i) {
      document_.quotes[i].id = document_.id + ":q" + std::to_string(i + 1);
    }
  }

  static constexpr Index kReach = 300;            // tokens of a sentence read around a cue
  static constexpr Index kTooLongForALabel = 13;  // tokens between marks, marks included

  Document& document_;
  std::vector<Span> paragraphs_;
  std::vector<Marked> marked_;
  const Syntax* syntax_ = nullptr;
  Speeches speeches_;
  std::vector<bool> in_speech_, in_marks_;
  std::vector<Index> woven_;  // top-level stretches in the reporter's sentences
  std::vector<Index> used_;   // cue verbs of speeches
  std::vector<Index> taken_;  // stretches that stand in a reported clause
};

}  // namespace

void FindQuotes(Document& document) {
  document.quotes.clear();
  if (document.tokens.empty()) return;
  Collector(document).Collect();
  CarrySpeakers(document);
}

}  // namespace synoptic
