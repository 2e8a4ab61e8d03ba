#include "statements/plain_facts.h"

#include <algorithm>

#include "base/ascii.h"
#include "statements/event_words.h"
#include "statements/modality.h"

namespace synoptic {
namespace {

constexpr uint32_t kFarthestName = 40;  // bytes between an office and who holds it

bool IsAny(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view one) { return EqualsIgnoreCase(word, one); });
}

// "former", "acting", "designate"; empty where the office is simply held.
std::string_view OfficeMode(std::string_view role) {
  const std::string_view first = role.substr(0, role.find_first_of(" -"));
  const std::string_view last = role.substr(role.find_last_of(" -") + 1);
  if (IsAny(first, {"former", "ex", "ousted", "deposed", "late", "then", "onetime"}))
    return "former";
  if (IsAny(first, {"acting", "interim", "caretaker"})) return "acting";
  if (IsAny(last, {"elect", "designate"}) || IsAny(first, {"incoming"})) return "designate";
  return IsAny(first, {"outgoing"}) ? "outgoing" : "";
}

}  // namespace

PlainFacts::PlainFacts(const Document& document) : doc_(document) {
  for (size_t a = 0; a < document.actors.size(); ++a) {
    for (const Span role : document.actors[a].roles)
      roles_.emplace_back(role, static_cast<Index>(a));
  }
  for (size_t q = 0; q < document.quotes.size(); ++q) {
    const Quote& quote = document.quotes[q];
    if (quote.cue && !quote.channel.empty()) media_.emplace_back(*quote.cue, static_cast<Index>(q));
  }
  std::sort(roles_.begin(), roles_.end());
  std::sort(media_.begin(), media_.end());
}

void PlainFacts::Add(const Sentence& sentence, const NounPhrases& phrases, const Roles& roles,
                     std::vector<Statement>& facts) {
  AddRoles(sentence, facts);
  AddCounts(sentence, phrases, roles, facts);
  AddMedia(sentence, facts);
  AddTold(sentence, phrases, roles, facts);
}

Index PlainFacts::TokenAt(const Sentence& sentence, uint32_t byte) const {
  const auto first = doc_.tokens.begin() + sentence.first_token;
  const auto end = doc_.tokens.begin() + sentence.end_token;
  const auto found =
      std::partition_point(first, end, [&](const Token& token) { return token.span.end <= byte; });
  return found == end ? kNone : static_cast<Index>(found - doc_.tokens.begin());
}

const Mention* PlainFacts::NearestMention(Span role, Index actor, const Sentence& sentence) const {
  const Mention* nearest = nullptr;
  uint32_t least = kFarthestName;
  auto mention =
      std::lower_bound(doc_.mentions.begin(), doc_.mentions.end(), sentence.span.begin,
                       [](const Mention& one, uint32_t from) { return one.span.begin < from; });
  for (; mention != doc_.mentions.end() && mention->span.begin < sentence.span.end; ++mention) {
    if (mention->actor != actor || !sentence.span.Contains(mention->span)) continue;
    const uint32_t far = mention->span.begin >= role.end   ? mention->span.begin - role.end
                         : role.begin >= mention->span.end ? role.begin - mention->span.end
                                                           : 0;
    if (far <= least) least = far, nearest = &*mention;
  }
  return nearest;
}

void PlainFacts::AddRoles(const Sentence& sentence, std::vector<Statement>& facts) {
  while (role_ < roles_.size() && roles_[role_].first.begin < sentence.span.begin) ++role_;
  for (; role_ < roles_.size() && sentence.span.Contains(roles_[role_].first); ++role_) {
    const auto [role, actor] = roles_[role_];
    const Mention* holder = NearestMention(role, actor, sentence);
    if (!holder) continue;
    Statement fact;
    fact.fact = FactKind::kRole;
    fact.span = role.Cover(holder->span);
    fact.trigger = role;
    fact.trigger_token = TokenAt(sentence, role.end - 1);
    fact.actor = Reference{holder->span, actor};
    fact.mode = OfficeMode(doc_.Cut(role));
    if (fact.mode == "former") fact.polarity = Polarity::kDenied;
    facts.push_back(std::move(fact));
  }
}

void PlainFacts::AddCounts(const Sentence& sentence, const NounPhrases& phrases, const Roles& roles,
                           std::vector<Statement>& facts) {
  const auto& all = doc_.quantities;
  while (quantity_ < all.size() && all[quantity_].span.begin < sentence.span.begin) ++quantity_;
  for (; quantity_ < all.size() && sentence.span.Contains(all[quantity_].span); ++quantity_) {
    const Quantity& quantity = all[quantity_];
    if (quantity.of_span.empty() || !sentence.span.Contains(quantity.of_span)) continue;
    Statement fact;
    fact.fact = FactKind::kCount;
    fact.trigger = quantity.span;
    fact.trigger_token = TokenAt(sentence, quantity.of_span.end - 1);
    fact.span = quantity.span.Cover(quantity.of_span);
    fact.target = Reference{fact.span, kNone};
    fact.quantities = {static_cast<Index>(quantity_)};
    if (fact.trigger_token != kNone) {
      const EventReality reality = RealityOf(doc_, sentence, phrases, roles, fact.trigger_token);
      fact.polarity = reality.polarity, fact.modality = reality.modality;
    }
    facts.push_back(std::move(fact));
  }
}

void PlainFacts::AddMedia(const Sentence& sentence, std::vector<Statement>& facts) {
  while (medium_ < media_.size() && media_[medium_].first.begin < sentence.span.begin) ++medium_;
  for (; medium_ < media_.size() && sentence.span.Contains(media_[medium_].first); ++medium_) {
    const auto [cue, q] = media_[medium_];
    const Quote& quote = doc_.quotes[static_cast<size_t>(q)];
    const size_t at = doc_.text.find(quote.channel, sentence.span.begin);
    if (at == std::string::npos || at + quote.channel.size() > sentence.span.end) continue;
    Statement fact;
    fact.fact = FactKind::kMedium;
    fact.trigger = {static_cast<uint32_t>(at), static_cast<uint32_t>(at + quote.channel.size())};
    fact.trigger_token = TokenAt(sentence, fact.trigger.end - 1);
    fact.span = fact.trigger.Cover(cue);
    fact.actor = quote.speaker;
    if (fact.actor && fact.actor->actor == kNone) fact.actor.reset();
    fact.quote = q;
    facts.push_back(std::move(fact));
  }
}

// Answers, conditions and states, by their words.
void PlainFacts::AddTold(const Sentence& sentence, const NounPhrases& phrases, const Roles& roles,
                         std::vector<Statement>& facts) const {
  for (Index i = sentence.first_token; i < sentence.end_token; ++i) {
    const auto phrase = FindFactPhrase(doc_, i, sentence.end_token);
    if (!phrase) continue;
    // "The answer", "the collapse" are names of things.
    const bool noun = doc_.tokens[static_cast<size_t>(i)].pos == Upos::kNoun;
    if (noun && phrase->end == i + 1) continue;
    Statement fact;
    fact.fact = phrase->fact;
    const Span first = doc_.tokens[static_cast<size_t>(i)].span;
    fact.trigger = first.Cover(doc_.tokens[static_cast<size_t>(phrase->end - 1)].span);
    fact.trigger_token = i;
    fact.span = fact.trigger;
    const bool none = phrase->mode == "none";
    if (!none) fact.mode = phrase->mode;
    if (fact.fact == FactKind::kCondition) {
      // The term runs to the next mark.
      for (Index k = phrase->end; k < sentence.end_token; ++k) {
        if (doc_.tokens[static_cast<size_t>(k)].pos == Upos::kPunct && doc_.Word(k) != "-") break;
        fact.span = fact.span.Cover(doc_.tokens[static_cast<size_t>(k)].span);
      }
      fact.modality = Modality::kConditional;
    } else {
      const Index subject = roles.Subject(i);
      if (subject != kNone && fact.fact != FactKind::kCount) {
        fact.actor = phrases.AsReference(subject);
        fact.span = fact.span.Cover(fact.actor->span);
      }
      const EventReality reality = RealityOf(doc_, sentence, phrases, roles, i);
      fact.modality = reality.modality;
      fact.polarity =
          none || Denied(sentence, i, reality.polarity) ? Polarity::kDenied : Polarity::kAffirmed;
    }
    facts.push_back(std::move(fact));
    i = phrase->end - 1;
  }
}

// "No longer in force", "not under way": what stands before words that are no verb.
bool PlainFacts::Denied(const Sentence& sentence, Index at, Polarity polarity) const {
  if (doc_.tokens[static_cast<size_t>(at)].pos == Upos::kVerb) return polarity == Polarity::kDenied;
  for (Index i = at - 1; i >= sentence.first_token && i >= at - 3; --i) {
    if (IsAny(doc_.Word(i), {"no", "not", "n't", "never"})) return true;
  }
  return false;
}

}  // namespace synoptic
