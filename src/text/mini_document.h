// MiniDocument: a small annotated report for tests, made from its text and from lists of what
// stands in it. Tokens, tags and parses are those of the text room; names, times, counts and
// quotations are given by the test.
#ifndef SYNOPTIC_TEXT_MINI_DOCUMENT_H_
#define SYNOPTIC_TEXT_MINI_DOCUMENT_H_

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "doc/document.h"
#include "doc/story.h"
#include "text/text.h"

namespace synoptic {

class MiniDocument {
 public:
  MiniDocument(std::string id, std::string_view text) {
    doc_.id = std::move(id);
    doc_.text = text;
    if (!text.empty())
      doc_.sections = {{{0, static_cast<uint32_t>(text.size())}, SectionKind::kBody}};
    FindTokens(doc_);
  }

  MiniDocument& Published(std::string_view day) {
    doc_.published = Moment::Parse(day);
    return *this;
  }

  // Every place where `form` stands becomes a mention of the actor `id`.
  MiniDocument& Names(std::string_view form, std::string_view id, ActorType type,
                      std::string_view country = "") {
    if (doc_.text.find(form) == std::string::npos) return *this;
    const Index actor = ActorOf(id, form, type, country);
    for (size_t at = doc_.text.find(form); at != std::string::npos;
         at = doc_.text.find(form, at + 1)) {
      if (!WholeWord(at, form.size())) continue;
      Mention mention;
      mention.span = SpanAt(at, form.size());
      mention.type = type;
      mention.actor = actor;
      mention.kind = form == "he" || form == "she" || form == "we" ? MentionKind::kPronoun
                                                                   : MentionKind::kName;
      doc_.mentions.push_back(mention);
    }
    return *this;
  }

  MiniDocument& Role(std::string_view words, std::string_view id) {
    for (Actor& actor : doc_.actors) {
      if (actor.id == id) actor.roles.push_back(Find(words));
    }
    return *this;
  }

  MiniDocument& Time(std::string_view words, std::string_view value,
                     TimeType type = TimeType::kDate) {
    TimeExpression time;
    time.span = Find(words);
    time.value = value;
    time.type = type;
    doc_.times.push_back(std::move(time));
    return *this;
  }

  MiniDocument& Lasting(std::string_view words, std::string_view value, std::string_view mod = "") {
    Time(words, value, TimeType::kDuration);
    doc_.times.back().mod = mod;
    return *this;
  }

  MiniDocument& Range(std::string_view words, std::string_view begin, std::string_view end) {
    Time(words, begin);
    doc_.times.back().begin = begin;
    doc_.times.back().end = end;
    return *this;
  }

  // `words` counts what `of` names, both as they stand.
  MiniDocument& Count(std::string_view words, double value, std::string_view of) {
    Quantity quantity;
    quantity.span = Find(words);
    quantity.value = quantity.low = quantity.high = value;
    quantity.of_span = Find(of);
    quantity.of = of;
    doc_.quantities.push_back(std::move(quantity));
    return *this;
  }

  // "125%"
  MiniDocument& Share(std::string_view words, double value) {
    Quantity quantity;
    quantity.span = Find(words);
    quantity.value = quantity.low = quantity.high = value;
    quantity.percent = true;
    doc_.quantities.push_back(std::move(quantity));
    return *this;
  }

  MiniDocument& Says(std::string_view content, std::string_view cue, std::string_view speaker,
                     QuoteKind kind = QuoteKind::kIndirect, std::string_view channel = "") {
    Quote quote;
    quote.id = "q" + std::to_string(doc_.quotes.size() + 1);
    quote.kind = kind;
    quote.content = {Find(content)};
    quote.cue = Find(cue);
    quote.channel = channel;
    for (size_t a = 0; a < doc_.actors.size(); ++a) {
      if (doc_.actors[a].id == speaker)
        quote.speaker = Reference{quote.content[0], static_cast<Index>(a)};
    }
    doc_.quotes.push_back(std::move(quote));
    return *this;
  }

  // The document, its vectors in order.
  Document Take() {
    const auto by_place = [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; };
    std::sort(doc_.mentions.begin(), doc_.mentions.end(), by_place);
    std::sort(doc_.times.begin(), doc_.times.end(), by_place);
    std::sort(doc_.quantities.begin(), doc_.quantities.end(), by_place);
    std::sort(doc_.quotes.begin(), doc_.quotes.end(), [](const Quote& a, const Quote& b) {
      return a.content[0].begin < b.content[0].begin;
    });
    return std::move(doc_);
  }

 private:
  static bool IsWordByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
  }
  bool WholeWord(size_t at, size_t size) const {
    return (at == 0 || !IsWordByte(doc_.text[at - 1])) &&
           (at + size == doc_.text.size() || !IsWordByte(doc_.text[at + size]));
  }
  static Span SpanAt(size_t at, size_t size) {
    return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + size)};
  }
  // The first place of `words`; the whole text where they do not stand, so that the test fails
  // loudly.
  Span Find(std::string_view words) const {
    const size_t at = doc_.text.find(words);
    return at == std::string::npos ? SpanAt(0, doc_.text.size()) : SpanAt(at, words.size());
  }
  Index ActorOf(std::string_view id, std::string_view name, ActorType type,
                std::string_view country) {
    for (size_t a = 0; a < doc_.actors.size(); ++a) {
      if (doc_.actors[a].id == id) return static_cast<Index>(a);
    }
    Actor actor;
    actor.id = id, actor.name = name, actor.type = type, actor.country = country;
    doc_.actors.push_back(std::move(actor));
    return static_cast<Index>(doc_.actors.size() - 1);
  }

  Document doc_;
};

// A lineage in which every report is an origin of its own.
inline Lineage SeparateOrigins(size_t reports) {
  Lineage lineage;
  for (size_t r = 0; r < reports; ++r) {
    Origin origin;
    origin.id = "o" + std::to_string(r);
    origin.reports = {static_cast<Index>(r)};
    origin.known = true;
    lineage.origins.push_back(std::move(origin));
    lineage.origin_of.push_back(static_cast<Index>(r));
  }
  return lineage;
}

}  // namespace synoptic

#endif  // SYNOPTIC_TEXT_MINI_DOCUMENT_H_
