#include "quotes/carry.h"

#include <algorithm>

#include "base/ascii.h"

namespace synoptic {
namespace {

constexpr double kFromSentence = 0.6;
constexpr double kFromBefore = 0.5;
constexpr uint32_t kParagraphGap = 3;  // bytes between a quotation's paragraph and the one before

class Carrier {
 public:
  explicit Carrier(Document& document) : doc_(document) {}

  void Run() {
    for (size_t q = 0; q < doc_.quotes.size(); ++q) {
      Quote& quote = doc_.quotes[q];
      DropTimes(quote);
      if (quote.kind == QuoteKind::kDirect || quote.kind == QuoteKind::kMixed) Fill(quote, q);
    }
  }

 private:
  void DropTimes(Quote& quote) const {
    if (!quote.speaker) return;
    const Span span = quote.speaker->span;
    const auto after = std::upper_bound(
        doc_.times.begin(), doc_.times.end(), span.begin,
        [](uint32_t at, const TimeExpression& time) { return at < time.span.begin; });
    const bool time = after != doc_.times.begin() && (after - 1)->span.Contains(span);
    if (time) quote.speaker.reset();
  }

  bool IsPronoun(Span span) const {
    const std::string_view word = doc_.Cut(span);
    return EqualsIgnoreCase(word, "he") || EqualsIgnoreCase(word, "she");
  }

  void Fill(Quote& quote, size_t q) {
    const bool pronoun =
        quote.speaker && quote.speaker->actor == kNone && IsPronoun(quote.speaker->span);
    if (quote.speaker && !pronoun) return;
    const Sentence* sentence =
        SentenceAt(quote.cue ? quote.cue->begin : quote.content.front().begin);
    if (!sentence) return;
    if (pronoun) {
      const std::optional<Reference> before = BeforeThis(*sentence, q);
      if (!before) return;
      quote.speaker->actor = before->actor;
      quote.confidence = kFromBefore;
      return;
    }
    if (quote.cue || quote.kind == QuoteKind::kMixed) {
      quote.speaker = FirstPerson(*sentence, quote);
      quote.confidence = kFromSentence;
    }
    const bool alone = quote.kind == QuoteKind::kDirect && !quote.cue && FillsParagraph(quote);
    if (!quote.speaker && alone && q > 0) {
      quote.speaker = doc_.quotes[q - 1].speaker;
      if (quote.speaker && quote.speaker->actor == kNone) quote.speaker.reset();
      quote.confidence = kFromBefore;
    }
  }

  const Sentence* SentenceAt(uint32_t place) const {
    const auto found = std::upper_bound(
        doc_.sentences.begin(), doc_.sentences.end(), place,
        [](uint32_t at, const Sentence& sentence) { return at < sentence.span.end; });
    return found == doc_.sentences.end() || found->span.begin > place ? nullptr : &*found;
  }

  // The first person named or meant in the sentence, outside the quotation.
  std::optional<Reference> FirstPerson(const Sentence& sentence, const Quote& quote) const {
    auto next = std::lower_bound(
        doc_.mentions.begin(), doc_.mentions.end(), sentence.span.begin,
        [](const Mention& mention, uint32_t at) { return mention.span.begin < at; });
    for (; next != doc_.mentions.end() && next->span.begin < sentence.span.end; ++next) {
      const Mention& mention = *next;
      if (mention.type != ActorType::kPerson || mention.actor == kNone) continue;
      const bool inside = std::any_of(quote.content.begin(), quote.content.end(),
                                      [&](Span part) { return part.Overlaps(mention.span); });
      if (!inside) return Reference{mention.span, mention.actor};
    }
    return std::nullopt;
  }

  // Who the quotation or the sentence before is about.
  std::optional<Reference> BeforeThis(const Sentence& sentence, size_t q) const {
    const auto index = static_cast<size_t>(&sentence - doc_.sentences.data());
    const Quote none;
    for (size_t back = 1; back <= 2 && back <= index; ++back) {
      const Sentence& before = doc_.sentences[index - back];
      for (size_t i = q; i-- > 0 && i + 3 > q;) {
        const auto& speaker = doc_.quotes[i].speaker;
        if (speaker && speaker->actor != kNone && before.span.Contains(speaker->span) &&
            IsPerson(speaker->actor))
          return speaker;
      }
      if (const auto person = FirstPerson(before, none)) return person;
    }
    return std::nullopt;
  }

  bool IsPerson(Index actor) const {
    return doc_.actors[static_cast<size_t>(actor)].type == ActorType::kPerson;
  }

  bool FillsParagraph(const Quote& quote) const {
    const uint32_t begin = quote.content.front().begin, end = quote.content.back().end;
    const size_t line = doc_.text.rfind('\n', begin);
    const size_t stop = std::min(doc_.text.find('\n', end), doc_.text.size());
    const size_t from = line == std::string::npos ? 0 : line + 1;
    return begin - from <= kParagraphGap && stop - end <= kParagraphGap + 1;
  }

  Document& doc_;
};

}  // namespace

void CarrySpeakers(Document& document) { Carrier(document).Run(); }

}  // namespace synoptic
