#include "names/actors.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "base/ascii.h"
#include "names/gazetteer.h"
#include "names/person.h"
#include "names/spelling.h"
#include "text/fold.h"

namespace synoptic {
namespace {

// People of one report found so far.
class People {
 public:
  explicit People(Document& document) : doc_(document) {}

  // Full names first, so that a surname finds its owner wherever it stands.
  Index ForFullName(std::string_view text) {
    if (const auto known = by_text_.find(std::string(text)); known != by_text_.end())
      return known->second;
    PersonName name = TakeApart(text);
    Index found = kNone;
    for (const Candidate& candidate : Candidates(name)) {
      if (Agree(candidate.name, name).agreement != Agreement::kSame) continue;
      if (found != kNone && found != candidate.actor) {
        found = kNone;  // agrees with two people who do not agree with each other: a third
        break;
      }
      found = candidate.actor;
    }
    if (found == kNone) found = NewActor(text);
    Remember(text, std::move(name), found);
    return found;
  }

  // A surname or given name alone: the one person it can be; of several the one named before it
  // without a generation ("Jr."); kNone if that does not tell.
  Index ForOneWord(std::string_view text) {
    const PersonName name = TakeApart(text);
    if (name.parts.empty()) return kNone;
    const std::string& key = name.parts.front().key;
    std::set<Index> owners, elders;
    for (const auto* index : {&by_last_, &by_other_}) {
      const auto found = index->find(key);
      if (found == index->end()) continue;
      for (const size_t i : found->second) {
        owners.insert(full_[i].actor);
        if (full_[i].name.generation.empty()) elders.insert(full_[i].actor);
      }
      break;
    }
    if (owners.size() == 1) return *owners.begin();
    if (elders.size() == 1) return *elders.begin();
    if (!owners.empty()) return kNone;
    if (const auto known = by_text_.find(key); known != by_text_.end()) return known->second;
    const Index fresh = NewActor(text);
    by_text_.emplace(key, fresh);
    return fresh;
  }

 private:
  struct Candidate {
    PersonName name;
    Index actor;
  };

  std::vector<Candidate> Candidates(const PersonName& name) const {
    std::set<size_t> near;
    for (const NamePart& part : name.parts) {
      const auto block = blocks_.find(part.key.substr(0, 2));
      if (block == blocks_.end() || part.initial) continue;
      near.insert(block->second.begin(), block->second.end());
      if (near.size() > kMostNear) break;
    }
    std::vector<Candidate> candidates;
    for (const size_t i : near) candidates.push_back(full_[i]);
    return candidates;
  }

  Index NewActor(std::string_view text) {
    Actor actor;
    actor.type = ActorType::kPerson;
    actor.name = std::string(text);
    doc_.actors.push_back(std::move(actor));
    return static_cast<Index>(doc_.actors.size() - 1);
  }

  void Remember(std::string_view text, PersonName name, Index actor) {
    by_text_.emplace(std::string(text), actor);
    if (name.parts.empty()) return;
    for (size_t i = 0; i < name.parts.size(); ++i) {
      const std::string& key = name.parts[i].key;
      Note(blocks_[key.substr(0, 2)]);
      if (!name.parts[i].initial) Note((i + 1 == name.parts.size() ? by_last_ : by_other_)[key]);
    }
    full_.push_back({std::move(name), actor});
  }

  void Note(std::vector<size_t>& list) const {
    if (list.size() < kMostNear) list.push_back(full_.size());
  }

  static constexpr size_t kMostNear = 200;
  Document& doc_;
  std::vector<Candidate> full_;
  std::unordered_map<std::string, std::vector<size_t>> blocks_, by_last_, by_other_;
  std::unordered_map<std::string, Index> by_text_;
};

// Everything that is not a person: by key, acronyms by the long name they stand for.
class Things {
 public:
  Things(Document& document, States& states) : doc_(document), states_(states) {}

  Index For(std::string_view text, ActorType type, int country) {
    const bool state = country >= 0 && (Gazetteer::Get().Bits(Fold(text)) & kCountryName) != 0;
    if (state) return states_.Of(country);
    const std::string key = NameKey(text);
    if (const auto known = by_key_.find(key); known != by_key_.end()) return known->second;
    Actor actor;
    actor.type = type;
    actor.name = std::string(text);
    if (country >= 0) actor.country = std::string(Gazetteer::Get().At(country).code);
    doc_.actors.push_back(std::move(actor));
    const Index fresh = static_cast<Index>(doc_.actors.size() - 1);
    by_key_.emplace(key, fresh);
    const std::string acronym = Acronym(text);
    if (acronym.size() > 1) by_key_.emplace(acronym, fresh);
    return fresh;
  }

 private:
  Document& doc_;
  States& states_;
  std::unordered_map<std::string, Index> by_key_;
};

std::string WithoutArticle(std::string_view form) {
  if (form.starts_with("the ") || form.starts_with("The ")) form.remove_prefix(4);
  return std::string(form);
}

bool HasOneWord(const Document& document, const NameMention& name) {
  return TakeApart(document.Cut(SpanOf(document, name.first, name.end))).parts.size() < 2;
}

}  // namespace

std::string Slug(std::string_view name) {
  std::string slug;
  for (const char c : Romanized(name)) {
    if (IsLower(c))
      slug += c;
    else if (!slug.empty() && slug.back() != '-' && c != '.')
      slug += '-';
  }
  while (slug.ends_with('-')) slug.pop_back();
  if (!slug.empty()) return slug;
  for (const char c : name) {
    if (IsAlnum(c)) slug += ToLower(c);
  }
  return slug.empty() ? "x" : slug;
}

std::string NameKey(std::string_view name) {
  std::string folded = Fold(name), key;
  if (folded.starts_with("the ")) folded.erase(0, 4);
  std::erase(folded, '.');
  std::vector<std::string_view> words = Split(folded, ' ');
  while (words.size() > 1 && (Gazetteer::Get().Bits(words.back()) & kOrgLastWord)) words.pop_back();
  for (const std::string_view word : words) {
    if (word.empty() || word == "and" || word == "&" || word == ",") continue;
    if (!key.empty()) key += ' ';
    key += word;
  }
  return key.empty() ? folded : key;
}

std::string Acronym(std::string_view name) {
  std::string acronym;
  size_t words = 0;
  for (const std::string_view word : Split(name, ' ')) {
    if (word.empty() || !IsUpper(word.front())) continue;
    acronym += ToLower(word.front());
    ++words;
  }
  return words > 1 ? acronym : "";
}

Index States::Of(int country) {
  if (of_.empty()) of_.assign(static_cast<size_t>(Gazetteer::Get().CountryCount()), kNone);
  Index& known = of_[static_cast<size_t>(country)];
  if (known != kNone) return known;
  const Country& state = Gazetteer::Get().At(country);
  Actor actor;
  actor.type = ActorType::kState;
  actor.name = std::string(state.name);
  actor.country = std::string(state.code);
  doc_.actors.push_back(std::move(actor));
  return known = static_cast<Index>(doc_.actors.size() - 1);
}

std::vector<Index> GatherActors(Document& document, const std::vector<NameMention>& names,
                                States& states) {
  std::vector<Index> actors(names.size(), kNone);
  People people(document);
  Things things(document, states);
  const auto text = [&](const NameMention& name) {
    return document.Cut(SpanOf(document, name.first, name.end));
  };
  std::vector<size_t> short_names;
  // Long organisation names first, so that an acronym before its long form is joined too.
  std::vector<size_t> order;
  for (size_t i = 0; i < names.size(); ++i) {
    if (names[i].type == ActorType::kPerson) {
      if (HasOneWord(document, names[i]))
        short_names.push_back(i);
      else
        actors[i] = people.ForFullName(text(names[i]));
    } else {
      order.push_back(i);
    }
  }
  for (const size_t i : short_names) actors[i] = people.ForOneWord(text(names[i]));
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    return (names[a].end - names[a].first > 1) > (names[b].end - names[b].first > 1);
  });
  for (const size_t i : order)
    actors[i] = things.For(text(names[i]), names[i].type, names[i].country);
  return actors;
}

void FinishActors(Document& document) {
  std::vector<int> count(document.actors.size());
  std::vector<Index> order;
  std::vector<std::map<std::string, int>> forms(document.actors.size());
  const auto see = [&](Index actor, const Mention& mention, bool form) {
    if (actor == kNone) return;
    if (count[static_cast<size_t>(actor)]++ == 0) order.push_back(actor);
    if (form) ++forms[static_cast<size_t>(actor)][WithoutArticle(document.Cut(mention.span))];
  };
  const auto ministry = [&](const Mention& mention) {  // "Norland's foreign ministry"
    return mention.kind == MentionKind::kNominal && mention.type == ActorType::kOrganization;
  };
  for (const Mention& mention : document.mentions) {
    see(mention.actor, mention, mention.kind == MentionKind::kName || ministry(mention));
    see(mention.literal, mention, true);
  }
  std::vector<Index> place(document.actors.size(), kNone);
  std::vector<Actor> kept;
  std::set<std::string> ids;
  for (const Index old : order) {
    place[static_cast<size_t>(old)] = static_cast<Index>(kept.size());
    Actor actor = std::move(document.actors[static_cast<size_t>(old)]);
    if (actor.type == ActorType::kPerson) {
      for (const auto& [form, times] : forms[static_cast<size_t>(old)]) {
        const bool fuller = TakeApart(form).parts.size() > TakeApart(actor.name).parts.size();
        if (fuller) actor.name = form;
      }
    }
    for (const auto& [form, times] : forms[static_cast<size_t>(old)]) {
      if (form != actor.name) actor.aliases.push_back(form);
    }
    const std::string slug = Slug(actor.name);
    actor.id = slug;
    for (int i = 2; !ids.insert(actor.id).second; ++i) actor.id = slug + "-" + std::to_string(i);
    kept.push_back(std::move(actor));
  }
  document.actors = std::move(kept);
  for (Mention& mention : document.mentions) {
    if (mention.actor != kNone) mention.actor = place[static_cast<size_t>(mention.actor)];
    if (mention.literal != kNone) mention.literal = place[static_cast<size_t>(mention.literal)];
  }
}

}  // namespace synoptic
