#include "collate/utterances_segments.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/hash.h"
#include "collate/utterances_synonyms.h"

namespace synoptic {
namespace {

constexpr uint32_t kContext = 14;  // words on either side of a fragment
constexpr float kDay = 2;          // weight of a day
constexpr float kOtherTime = 1.5f;
constexpr float kShortest = 2.5f;  // weight under which a sentence goes with its neighbour

template <size_t N>
bool IsOneOf(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 22> kLightWords = {
    "be",  "have", "do", "get",  "go",   "make", "take",  "come", "say",  "tell", "thing",
    "one", "let",  "so", "also", "just", "even", "still", "as",   "very", "that", "there"};

float WeightOf(const Token& token) {
  if (IsNegation(token.lemma) || IsOneOf(kLightWords, token.lemma)) return 0;
  switch (token.pos) {
    case Upos::kPropn:
    case Upos::kNum:
      return 1.5f;
    case Upos::kNoun:
    case Upos::kVerb:
    case Upos::kAdj:
      return 1;
    case Upos::kAdv:
      return 0.5f;
    default:
      return 0;
  }
}

class Cutter {
 public:
  Cutter(std::span<const Document> reports, std::vector<Segment>& out)
      : reports_(reports), out_(out) {}

  void Report(Index which) {
    report_ = which;
    document_ = &reports_[static_cast<size_t>(which)];
    ordinal_ = 0;
    for (size_t q = 0; q < document_->quotes.size(); ++q) {
      const Quote& quote = document_->quotes[q];
      ordinal_ += 2;  // no neighbours across quotations
      if (quote.kind == QuoteKind::kIndirect) continue;
      for (const Span part : quote.content) Part(static_cast<Index>(q), quote, part);
    }
  }

 private:
  void Part(Index index, const Quote& quote, Span part) {
    const size_t first = out_.size();
    auto sentence =
        std::upper_bound(document_->sentences.begin(), document_->sentences.end(), part.begin,
                         [](uint32_t at, const Sentence& s) { return at < s.span.end; });
    for (; sentence != document_->sentences.end() && sentence->span.begin < part.end; ++sentence) {
      const Span said{std::max(part.begin, sentence->span.begin),
                      std::min(part.end, sentence->span.end)};
      Segment segment = Make(index, quote, said);
      if (segment.words.empty() && out_.size() == first) continue;
      if (out_.size() > first && (segment.weight < kShortest || out_.back().weight < kShortest)) {
        Append(out_.back(), segment);
      } else {
        segment.ordinal = ordinal_++;
        out_.push_back(std::move(segment));
      }
    }
    if (out_.size() == first + 1 && quote.kind != QuoteKind::kDirect) AddContext(out_.back());
  }

  Segment Make(Index index, const Quote& quote, Span said) {
    Segment segment;
    segment.report = report_;
    segment.quote = index;
    segment.span = said;
    segment.malformed = quote.malformed;
    segment.fragment = quote.kind != QuoteKind::kDirect;
    if (quote.speaker && quote.speaker->actor != kNone) {
      segment.speaker = document_->actors[static_cast<size_t>(quote.speaker->actor)].id;
    }
    const Index end = TokenFrom(*document_, said.end);
    for (Index t = TokenFrom(*document_, said.begin); t < end; ++t) {
      const std::string_view lemma = document_->tokens[static_cast<size_t>(t)].lemma;
      segment.negated |= IsNegation(lemma) && lemma != "without";  // that denies no clause
      Add(t, segment.words);
    }
    for (const SaidWord& word : segment.words) segment.weight += word.weight;
    return segment;
  }

  // A name of several words counts once, as its actor, and a day as itself: "this Thursday" is May
  // 15.
  void Add(Index t, std::vector<SaidWord>& words) const {
    const Token& token = document_->tokens[static_cast<size_t>(t)];
    if (const Mention* mention = NameAt(token.span); mention != nullptr) {
      const std::string& id = document_->actors[static_cast<size_t>(mention->actor)].id;
      if (words.empty() || !words.back().actor || words.back().lemma != id) {
        words.push_back({mention->span, id, Hash64(id, 1), 1.5f, true});
      }
      return;
    }
    if (const TimeExpression* time = TimeAt(token.span); time != nullptr) {
      const uint64_t key = Hash64(time->value, 2);
      const bool day = time->type == TimeType::kDate && time->value.size() == 10;
      if (words.empty() || words.back().key != key)
        words.push_back(
            {time->span, time->value, key, day ? kDay : kOtherTime, true, DayWord(*time)});
      return;
    }
    const float weight = WeightOf(token);
    if (weight <= 0) return;
    const std::string_view lemma = LemmaOf(t);
    words.push_back({token.span, lemma, Hash64(lemma), weight, false});
  }

  // A participle ("lasting peace") is an adjective where the table of synonyms knows it as one.
  std::string_view LemmaOf(Index t) const {
    const Token& token = document_->tokens[static_cast<size_t>(t)];
    const std::string_view form = document_->Cut(token.span);
    const bool participle = token.pos == Upos::kVerb && form.ends_with("ing");
    return participle && !SynonymRows(form).empty() ? form : token.lemma;
  }

  const Mention* NameAt(Span word) const {
    const auto& mentions = document_->mentions;
    auto after = std::upper_bound(mentions.begin(), mentions.end(), word.begin,
                                  [](uint32_t at, const Mention& m) { return at < m.span.begin; });
    for (int back = 0; back < 3 && after != mentions.begin(); ++back) {
      --after;
      if (after->span.Contains(word) && after->kind == MentionKind::kName && after->actor != kNone)
        return &*after;
    }
    return nullptr;
  }

  // A time that says when or how long: "every day" is "daily", "two weeks" are fourteen days.
  const TimeExpression* TimeAt(Span word) const {
    const auto& times = document_->times;
    auto after =
        std::upper_bound(times.begin(), times.end(), word.begin,
                         [](uint32_t at, const TimeExpression& t) { return at < t.span.begin; });
    if (after == times.begin() || !(after - 1)->span.Contains(word)) return nullptr;
    --after;
    const bool told = after->unresolved.empty() && !after->value.ends_with("_REF");
    return told ? &*after : nullptr;
  }

  // Two reports may read one "today" from two days of publication.
  uint64_t DayWord(const TimeExpression& time) const {
    const std::string_view words = document_->Cut(time.span);
    const bool one = time.relative && words.find(' ') == std::string_view::npos;
    return one ? Hash64(AsciiLower(words), 3) : 0;
  }

  static void Append(Segment& to, const Segment& more) {
    to.span.end = std::max(to.span.end, more.span.end);
    to.negated |= more.negated;
    to.weight += more.weight;
    to.words.insert(to.words.end(), more.words.begin(), more.words.end());
  }

  void AddContext(Segment& segment) {
    auto sentence = std::upper_bound(
        document_->sentences.begin(), document_->sentences.end(), segment.span.begin,
        [](uint32_t at, const Sentence& s) { return at < s.span.end; });
    if (sentence == document_->sentences.end()) return;
    const Index first = TokenFrom(*document_, segment.span.begin),
                end = TokenFrom(*document_, segment.span.end);
    for (Index t = std::max(sentence->first_token, first - static_cast<Index>(kContext)); t < first;
         ++t) {
      Add(t, segment.context);
    }
    for (Index t = end; t < std::min(sentence->end_token, end + static_cast<Index>(kContext));
         ++t) {
      Add(t, segment.context);
    }
  }

  std::span<const Document> reports_;
  std::vector<Segment>& out_;
  const Document* document_ = nullptr;
  Index report_ = kNone;
  Index ordinal_ = 0;
};

}  // namespace

bool IsNegation(std::string_view lemma) {
  static constexpr std::array<std::string_view, 12> kWords = {
      "not",     "n't", "n’t",    "no",      "never", "without",
      "neither", "nor", "nobody", "nothing", "none",  "cannot"};
  return IsOneOf(kWords, lemma);
}

bool IsModal(std::string_view lemma) {
  static constexpr std::array<std::string_view, 12> kWords = {"may",   "might", "must", "should",
                                                              "can",   "could", "will", "would",
                                                              "shall", "ought", "wo",   "ca"};
  return IsOneOf(kWords, lemma);
}

Index TokenFrom(const Document& document, uint32_t at) {
  const auto found =
      std::lower_bound(document.tokens.begin(), document.tokens.end(), at,
                       [](const Token& token, uint32_t begin) { return token.span.begin < begin; });
  return static_cast<Index>(found - document.tokens.begin());
}

std::vector<Segment> CutSegments(std::span<const Document> reports) {
  std::vector<Segment> segments;
  Cutter cutter(reports, segments);
  for (size_t i = 0; i < reports.size(); ++i) cutter.Report(static_cast<Index>(i));
  std::erase_if(segments, [](const Segment& segment) { return segment.words.empty(); });
  return segments;
}

}  // namespace synoptic
