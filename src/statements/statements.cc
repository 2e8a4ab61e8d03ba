// FindStatements: triggers by lexicon, roles by place in the clause. There is no
// parse under it: the actor is the nearest name in front of the trigger, the target the nearest
// behind, turned round in the passive.
#include "statements/statements.h"

#include <algorithm>

#include "base/ascii.h"
#include "statements/event_words.h"

namespace synoptic {
namespace {

constexpr Index kRoleReach = 25;  // tokens from the trigger

const Token& At(const Document& document, Index i) {
  return document.tokens[static_cast<size_t>(i)];
}

bool IsAny(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view one) { return EqualsIgnoreCase(word, one); });
}

// A form of "be" right before a participle, adverbs aside.
bool IsPassive(const Document& document, const Sentence& sentence, Index verb) {
  if (!document.Word(verb).ends_with("ed") && !document.Word(verb).ends_with("en")) return false;
  for (Index i = verb - 1; i >= sentence.first_token && i >= verb - 3; --i) {
    if (At(document, i).lemma == "be") return true;
    if (At(document, i).pos != Upos::kAdv) return false;
  }
  return false;
}

struct Clause {
  Index first, end;
};

// From the mark before the trigger to the one behind it, but for commas that only part a list.
Clause ClauseOf(const Document& document, const Sentence& sentence, Index trigger) {
  const auto parts = [&](Index i) {
    const std::string_view word = document.Word(i);
    return word == ";" || word == ":" || word == "—" || word == "–" || word == "“" || word == "”" ||
           word == "\"" || word == ",";
  };
  Clause clause{trigger, trigger + 1};
  while (clause.first > sentence.first_token && !parts(clause.first - 1)) --clause.first;
  while (clause.end < sentence.end_token && !parts(clause.end)) ++clause.end;
  while (clause.end > trigger + 1 && At(document, clause.end - 1).pos == Upos::kPunct) --clause.end;
  return clause;
}

class StatementFinder {
 public:
  explicit StatementFinder(Document& document) : doc_(document) {}

  void Find() {
    for (const Sentence& sentence : doc_.sentences) {
      if (sentence.section == SectionKind::kByline || sentence.section == SectionKind::kDateline ||
          sentence.section == SectionKind::kCredit) {
        continue;
      }
      for (Index i = sentence.first_token; i < sentence.end_token; ++i) {
        const EventWord* word = FindEventWord(At(doc_, i));
        if (word) Add(sentence, i, *word);
      }
    }
    for (size_t i = 0; i < doc_.statements.size(); ++i)
      doc_.statements[i].id = doc_.id + ":s" + std::to_string(i + 1);
  }

 private:
  void Add(const Sentence& sentence, Index trigger, const EventWord& word) {
    const Clause clause = ClauseOf(doc_, sentence, trigger);
    Statement statement;
    statement.span = At(doc_, clause.first).span.Cover(At(doc_, clause.end - 1).span);
    statement.type = word.type;
    statement.trigger = At(doc_, trigger).span;
    statement.trigger_token = trigger;
    statement.actor = NearestBefore(trigger, sentence);
    statement.target = NearestBehind(trigger, sentence);
    if (IsPassive(doc_, sentence, trigger)) std::swap(statement.actor, statement.target);
    statement.polarity = IsNegated(trigger, clause) ? Polarity::kDenied : Polarity::kAffirmed;
    statement.modality = ModalityOf(trigger, clause, word.type);
    Attribute(statement);
    for (size_t t = 0; t < doc_.times.size(); ++t) {
      if (statement.span.Contains(doc_.times[t].span))
        statement.times.push_back(static_cast<Index>(t));
    }
    for (size_t q = 0; q < doc_.quantities.size(); ++q) {
      if (statement.span.Contains(doc_.quantities[q].span))
        statement.quantities.push_back(static_cast<Index>(q));
    }
    Place(statement);
    doc_.statements.push_back(std::move(statement));
  }

  size_t FirstMentionFrom(uint32_t begin) const {
    const auto found = std::lower_bound(
        doc_.mentions.begin(), doc_.mentions.end(), begin,
        [](const Mention& mention, uint32_t at) { return mention.span.begin < at; });
    return static_cast<size_t>(found - doc_.mentions.begin());
  }

  std::optional<Reference> NearestBefore(Index trigger, const Sentence& sentence) const {
    const uint32_t place = At(doc_, trigger).span.begin;
    const uint32_t from = At(doc_, std::max(sentence.first_token, trigger - kRoleReach)).span.begin;
    for (size_t i = FirstMentionFrom(place); i-- > 0;) {
      const Mention& mention = doc_.mentions[i];
      if (mention.span.begin < from) break;
      if (mention.type != ActorType::kOther && mention.span.end <= place)
        return Reference{mention.span, mention.actor};
    }
    return std::nullopt;
  }

  std::optional<Reference> NearestBehind(Index trigger, const Sentence& sentence) const {
    const uint32_t place = At(doc_, trigger).span.end;
    const uint32_t to = At(doc_, std::min(sentence.end_token - 1, trigger + kRoleReach)).span.end;
    for (size_t i = FirstMentionFrom(place); i < doc_.mentions.size(); ++i) {
      const Mention& mention = doc_.mentions[i];
      if (mention.span.end > to) break;
      if (mention.type != ActorType::kOther) return Reference{mention.span, mention.actor};
    }
    return std::nullopt;
  }

  bool IsNegated(Index trigger, const Clause& clause) const {
    for (Index i = trigger - 1; i >= clause.first && i >= trigger - 4; --i) {
      if (IsAny(doc_.Word(i), {"not", "n't", "n’t", "never", "no", "nobody", "neither", "without"}))
        return true;
    }
    return false;
  }

  Modality ModalityOf(Index trigger, const Clause& clause, PloverType type) const {
    for (Index i = trigger - 1; i >= clause.first && i >= trigger - 6; --i) {
      const std::string_view word = doc_.Word(i);
      if (IsAny(word, {"if", "unless", "provided"})) return Modality::kConditional;
      if (IsAny(word, {"may", "might", "could", "can", "would"})) return Modality::kPossible;
      if (IsAny(word, {"will", "shall", "plans", "plan", "planned", "intends", "scheduled"}))
        return Modality::kPlanned;
      if (IsAny(word, {"must", "should", "demanded", "urged", "demands"}))
        return Modality::kDemanded;
      if (IsAny(word, {"proposed", "offered", "suggested", "proposes", "offers"}))
        return Modality::kProposed;
    }
    const std::string_view lemma = At(doc_, trigger).lemma;
    if (lemma == "propose" || lemma == "offer" || lemma == "proposal") return Modality::kProposed;
    return type == PloverType::kRequest ? Modality::kDemanded : Modality::kAsserted;
  }

  // Speakers of the quotations that hold the trigger, the widest first.
  void Attribute(Statement& statement) const {
    for (size_t q = 0; q < doc_.quotes.size(); ++q) {
      const Quote& quote = doc_.quotes[q];
      const bool holds = std::any_of(quote.content.begin(), quote.content.end(),
                                     [&](Span part) { return part.Contains(statement.trigger); });
      if (!holds) continue;
      statement.quote = static_cast<Index>(q);
      for (const auto* source : {&quote.reporter, &quote.speaker}) {
        if (*source && (*source)->actor != kNone)
          statement.attributed_to.push_back((*source)->actor);
      }
    }
  }

  void Place(Statement& statement) const {
    for (size_t i = FirstMentionFrom(statement.trigger.end); i < doc_.mentions.size(); ++i) {
      const Mention& mention = doc_.mentions[i];
      if (mention.span.begin >= statement.span.end) return;
      if (mention.type != ActorType::kPlace || mention.metonym ||
          !statement.span.Contains(mention.span))
        continue;
      statement.place_span = mention.span;
      statement.place = doc_.Cut(mention.span);
      return;
    }
  }

  Document& doc_;
};

}  // namespace

void FindStatements(Document& document) {
  document.statements.clear();
  StatementFinder(document).Find();
}

}  // namespace synoptic
