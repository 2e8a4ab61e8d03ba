// Nominal mentions and pronouns.
#include "names/refer.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "names/pronouns.h"
#include "names/sentence_words.h"
#include "text/lexicon.h"

namespace synoptic {
namespace {

class NominalFinder {
 public:
  NominalFinder(Document& document, const NameFeatures& features, States& states,
                const std::vector<uint8_t>& taken)
      : doc_(document), words_(document, features), states_(states), taken_(taken) {
    for (size_t a = 0; a < doc_.actors.size(); ++a) {
      const Actor& actor = doc_.actors[a];
      for (const Span role : actor.roles) NoteRole(static_cast<Index>(a), role);
    }
    first_named_.assign(doc_.actors.size(), static_cast<uint32_t>(doc_.text.size()));
    for (const Mention& mention : doc_.mentions) {
      if (mention.actor == kNone) continue;
      uint32_t& first = first_named_[static_cast<size_t>(mention.actor)];
      first = std::min(first, mention.span.begin);
    }
  }

  void Find(const Sentence& sentence, std::vector<Mention>& out) {
    words_.Enter(sentence);
    for (Index i = sentence.first_token; i < sentence.end_token; ++i) {
      const uint32_t bits = words_.Bits(i);
      if (Taken(i) || !(bits & (kRoleWord | kPeopleWord | kMinistryWord)) ||
          words_.Pos(i) == Upos::kVerb)
        continue;
      if ((bits & kPeopleWord) && !words_.Upper(i) && Government(i, out)) continue;
      if ((bits & kMinistryWord) && Ministry(i, out)) continue;
      if (bits & kRoleWord) Person(i, out);
    }
  }

 private:
  bool Taken(Index i) const { return taken_[static_cast<size_t>(i)] != 0; }

  void NoteRole(Index actor, Span role) {
    for (const std::string_view word : Split(doc_.Cut(role), ' ')) roles_[Fold(word)].insert(actor);
  }

  // Where the phrase that ends at `last` begins, and the country in it.
  std::pair<Index, int> Back(Index last) const {
    Index first = last;
    int country = -1;
    for (Index i = last - 1; words_.Inside(i) && last - i <= 6; --i) {
      const uint32_t bits = words_.Bits(i);
      const bool nation = (bits & (kDemonym | kCountryName | kCapitalName)) != 0 && words_.Upper(i);
      const bool field = (words_.Bits(last) & kMinistryWord) && IsField(i);
      if (!nation && !field && !(bits & kRankWord) && !words_.Possessive(i) &&
          words_.Pos(i) != Upos::kAdj) {
        if (words_.Article(i)) first = i;
        break;
      }
      if (nation && country >= 0) break;
      if (nation) country = words_.Country(i);
      first = i;
    }
    while (first < last && words_.Possessive(first)) ++first;
    return {first, country};
  }

  // "Norlandic officials", "the Norlandic government"
  bool Government(Index last, std::vector<Mention>& out) {
    const auto [first, country] = Back(last);
    if (country < 0) return false;
    Put(first, last + 1, states_.Of(country), ActorType::kState, out);
    return true;
  }

  // "commerce", "justice" before "ministry"
  bool IsField(Index i) const { return words_.Pos(i) == Upos::kNoun && !words_.Upper(i); }

  // "Norland's foreign ministry", "the foreign ministry in Norville"
  bool Ministry(Index last, std::vector<Mention>& out) {
    auto [first, country] = Back(last);
    const bool where = words_.Is(last + 1, "in") && words_.Upper(last + 2) &&
                       (words_.Bits(last + 2) & (kCapitalName | kCountryName)) != 0;
    if (country < 0 && where) country = words_.Country(last + 2);
    if (country < 0 || first + 1 >= last) return false;
    const Country& state = Gazetteer::Get().At(country);
    Index begin = last;
    while (begin > first && ((words_.Bits(begin - 1) & kRankWord) || IsField(begin - 1))) --begin;
    if (begin == last) return false;
    const std::string name =
        std::string(state.name) + " " + std::string(doc_.Cut(SpanOf(doc_, begin, last + 1)));
    const auto [found, fresh] = ministries_.try_emplace(Fold(name), kNone);
    if (fresh) {
      Actor actor;
      actor.type = ActorType::kOrganization;
      actor.name = name;
      actor.country = std::string(state.code);
      doc_.actors.push_back(std::move(actor));
      found->second = static_cast<Index>(doc_.actors.size() - 1);
    }
    Put(first, last + 1, found->second, ActorType::kOrganization, out);
    return true;
  }

  // "the Norlandic president", "the spokesman": the one person of that office.
  void Person(Index last, std::vector<Mention>& out) {
    if (words_.Inside(last + 1) &&
        (Taken(last + 1) || (words_.Bits(last + 1) & (kRoleWord | kTitleWord))))
      return;
    const auto [first, country] = Back(last);
    if (!words_.Is(first, "the") && country < 0) return;
    const uint32_t begun = doc_.tokens[static_cast<size_t>(first)].span.begin;
    Index found = kNone;
    for (const Index actor : HoldersOf(first, last)) {
      const Actor& person = doc_.actors[static_cast<size_t>(actor)];
      if (country >= 0 && person.country != Gazetteer::Get().At(country).code) continue;
      const bool told = std::any_of(person.roles.begin(), person.roles.end(),
                                    [&](Span role) { return role.begin < begun; });
      if (!told || !NamedBefore(actor, begun)) continue;
      if (found != kNone) return;
      found = actor;
    }
    if (found != kNone) Put(first, last + 1, found, ActorType::kPerson, out);
  }

  // People whose office the phrase [first, last] tells, by its last word or by another name.
  std::set<Index> HoldersOf(Index first, Index last) const {
    std::set<Index> holders;
    if (const auto known = roles_.find(Fold(words_.Word(last))); known != roles_.end())
      holders = known->second;
    const std::string phrase = Fold(doc_.Cut(SpanOf(doc_, first, last + 1)));
    for (const Lexicon::Row& row : RoleNames().rows()) {
      const bool ends = phrase.ends_with(row[0]) && phrase.size() > row[0].size() &&
                        phrase[phrase.size() - row[0].size() - 1] == ' ';
      if (!ends) continue;
      std::set<Index> all;
      for (const std::string_view word : Split(row[1], ' ')) {
        const auto known = roles_.find(std::string(word));
        const std::set<Index> of = known == roles_.end() ? std::set<Index>() : known->second;
        if (word.data() == row[1].data()) {
          all = of;
        } else {
          std::erase_if(all, [&](Index actor) { return !of.contains(actor); });
        }
      }
      holders.insert(all.begin(), all.end());
    }
    return holders;
  }

  static const Lexicon& RoleNames() {
    static const Lexicon table = Lexicon::Load("en/role_names.tsv");
    return table;
  }

  bool NamedBefore(Index actor, uint32_t place) const {
    const auto at = static_cast<size_t>(actor);
    return at < first_named_.size() && first_named_[at] < place;
  }

  void Put(Index first, Index end, Index actor, ActorType type, std::vector<Mention>& out) {
    Mention mention;
    mention.span = SpanOf(doc_, first, end);
    mention.type = type;
    mention.kind = MentionKind::kNominal;
    mention.actor = actor;
    out.push_back(mention);
  }

  Document& doc_;
  SentenceWords words_;
  States& states_;
  const std::vector<uint8_t>& taken_;  // tokens of names and roles
  std::map<std::string, std::set<Index>> roles_;
  std::map<std::string, Index> ministries_;
  std::vector<uint32_t> first_named_;  // of actors
};

// Tokens inside quotation marks; a paragraph without a closing mark ends the quotation.
std::vector<uint8_t> QuotedTokens(const Document& document) {
  std::vector<uint8_t> quoted(document.tokens.size());
  bool inside = false;
  for (const Sentence& sentence : document.sentences) {
    if (sentence.paragraph) inside = false;
    for (Index i = sentence.first_token; i < sentence.end_token; ++i) {
      const std::string_view word = document.Word(i);
      if (word == "“" || word == "``")
        inside = true;
      else if (word == "”" || word == "''")
        inside = false;
      else if (word == "\"")
        inside = !inside;
      quoted[static_cast<size_t>(i)] = inside;
    }
  }
  return quoted;
}

bool BySpan(const Mention& a, const Mention& b) {
  return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
}

// Tokens of names and of roles.
std::vector<uint8_t> TakenTokens(const Document& document) {
  std::vector<uint8_t> taken(document.tokens.size());
  const auto mark = [&](Span span) {
    auto token = std::lower_bound(document.tokens.begin(), document.tokens.end(), span.begin,
                                  [](const Token& t, uint32_t at) { return t.span.begin < at; });
    for (; token != document.tokens.end() && token->span.begin < span.end; ++token)
      taken[static_cast<size_t>(token - document.tokens.begin())] = 1;
  };
  for (const Mention& mention : document.mentions) {
    if (mention.type == ActorType::kPerson) mark(mention.span);
  }
  for (const Actor& actor : document.actors) {
    for (const Span role : actor.roles) mark(role);
  }
  return taken;
}

// True if `span` cuts one of the names, which are sorted and apart, in two.
bool CutsName(const std::vector<Mention>& names, Span span) {
  auto name = std::lower_bound(names.begin(), names.end(), span.begin,
                               [](const Mention& m, uint32_t at) { return m.span.end <= at; });
  for (; name != names.end() && name->span.begin < span.end; ++name) {
    if (!span.Contains(name->span)) return !name->span.Contains(span);
  }
  return false;
}

// Drops what neither nests in nor is apart from what came before it.
void KeepNested(std::vector<Mention>& mentions) {
  std::vector<Mention> kept;
  std::vector<uint32_t> ends;
  for (const Mention& mention : mentions) {
    while (!ends.empty() && ends.back() <= mention.span.begin) ends.pop_back();
    const bool twice = !kept.empty() && kept.back().span == mention.span;
    if (twice || (!ends.empty() && mention.span.end > ends.back())) continue;
    ends.push_back(mention.span.end);
    kept.push_back(mention);
  }
  mentions = std::move(kept);
}

}  // namespace

void FindReferences(Document& document, const NameFeatures& features, States& states) {
  const std::vector<uint8_t> taken = TakenTokens(document);
  std::vector<Mention> found;
  NominalFinder nominals(document, features, states, taken);
  for (const Sentence& sentence : document.sentences) nominals.Find(sentence, found);
  std::erase_if(found,
                [&](const Mention& mention) { return CutsName(document.mentions, mention.span); });
  document.mentions.insert(document.mentions.end(), found.begin(), found.end());
  std::stable_sort(document.mentions.begin(), document.mentions.end(), BySpan);
  KeepNested(document.mentions);
  found = FindPronouns(document, features, QuotedTokens(document));
  document.mentions.insert(document.mentions.end(), found.begin(), found.end());
  std::stable_sort(document.mentions.begin(), document.mentions.end(), BySpan);
  KeepNested(document.mentions);
}

}  // namespace synoptic
