// Any bytes: annotations keep their invariants, triggers are in order, parties lie in the sentence
// of their trigger, reading twice gives the same, and a sentence can be coded between any two of
// its words.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "doc/check.h"
#include "statements/statements.h"
#include "text/text.h"

namespace synoptic {
namespace {

// Every capitalised word a name of one of three actors, every "Tuesday" a time, quotation marks a
// quotation of the first actor: enough to walk all paths of the room.
void Name(Document& document) {
  for (const ActorType type : {ActorType::kState, ActorType::kPerson, ActorType::kPlace}) {
    Actor actor;
    actor.id = "a" + std::to_string(document.actors.size());
    actor.type = type;
    document.actors.push_back(actor);
  }
  std::vector<bool> named(document.actors.size());
  for (size_t t = 0; t < document.tokens.size(); ++t) {
    const Token& token = document.tokens[t];
    const std::string_view word = document.Cut(token.span);
    if (word == "Tuesday") {
      TimeExpression time;
      time.span = token.span, time.value = "2031-03-04";
      document.times.push_back(time);
    } else if (token.pos == Upos::kPropn || token.pos == Upos::kPron) {
      const size_t actor = word.size() % document.actors.size();
      Mention mention;
      mention.span = token.span;
      mention.actor = static_cast<Index>(actor);
      mention.type = document.actors[actor].type;
      mention.kind = token.pos == Upos::kPron ? MentionKind::kPronoun : MentionKind::kName;
      named[actor] = true;
      document.mentions.push_back(mention);
    }
  }
  if (std::find(named.begin(), named.end(), false) != named.end())
    document.actors.clear(), document.mentions.clear();
}

void Quoted(Document& document) {
  if (document.actors.empty()) return;
  const size_t open = document.text.find('"');
  const size_t close = open == std::string::npos ? open : document.text.find('"', open + 1);
  if (close == std::string::npos || close == open + 1) return;
  Quote quote;
  quote.id = "q1";
  quote.content = {{static_cast<uint32_t>(open + 1), static_cast<uint32_t>(close)}};
  quote.speaker = Reference{document.mentions[0].span, document.mentions[0].actor};
  document.quotes.push_back(quote);
}

Document Annotated(const std::string& text) {
  Document document;
  document.id = "d";
  document.text = text;
  if (!text.empty())
    document.sections.push_back({{0, static_cast<uint32_t>(text.size())}, SectionKind::kBody});
  FindTokens(document);
  Name(document);
  FindQuantities(document);
  Quoted(document);
  FindStatements(document);
  return document;
}

void Check(const Document& document) {
  if (!BrokenInvariants(document).empty()) std::abort();
  uint32_t last = 0;
  for (const Statement& statement : document.statements) {
    if (statement.trigger.begin < last) std::abort();
    last = statement.trigger.begin;
    const auto sentence =
        std::find_if(document.sentences.begin(), document.sentences.end(),
                     [&](const Sentence& one) { return one.span.Contains(statement.trigger); });
    if (sentence == document.sentences.end()) std::abort();
    for (const auto* party : {&statement.actor, &statement.target}) {
      if (*party && !sentence->span.Contains((*party)->span)) std::abort();
    }
  }
  for (const Quantity& quantity : document.quantities) {
    if (quantity.low > quantity.high) std::abort();
    if (quantity.value && (*quantity.value < quantity.low || *quantity.value > quantity.high))
      std::abort();
  }
}

std::string Shown(const Document& document) {
  std::string all;
  for (const Statement& statement : document.statements) {
    all += std::to_string(statement.trigger.begin) + " ";
    all += statement.type ? Name(*statement.type) : "-";
    all += statement.mode + "\n";
  }
  return all;
}

}  // namespace
}  // namespace synoptic

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace synoptic;
  const std::string bytes(reinterpret_cast<const char*>(data), std::min<size_t>(size, 8'000));
  const std::string text = RepairUtf8(bytes);
  Document document = Annotated(text);
  Check(document);
  if (Shown(document) != Shown(Annotated(text))) std::abort();
  if (document.tokens.empty()) return 0;
  const size_t count = document.tokens.size();
  const EventCode code = CodeEvent(document, document.Word(static_cast<Index>(count / 3)),
                                   document.Word(static_cast<Index>(count / 2)));
  if (code.score < 0 || code.score > 1) std::abort();
  return 0;
}
