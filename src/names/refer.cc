#include "names/refer.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "base/ascii.h"
#include "names/actors.h"
#include "names/gazetteer.h"
#include "text/fold.h"

namespace synoptic {
namespace {

constexpr Index kLongestRole = 12;    // words of a role
constexpr size_t kSentencesBack = 2;  // how far a pronoun looks back

// Words of one document by index, with the bounds of a sentence.
class Words {
 public:
  Words(const Document& document, const NameFeatures& features)
      : doc_(document), features_(features) {}
  void Enter(const Sentence& sentence) { first_ = sentence.first_token, end_ = sentence.end_token; }
  bool Inside(Index i) const { return i >= first_ && i < end_; }
  uint32_t Bits(Index i) const {
    return Inside(i) ? features_.Type(i).bits | features_.NameBits(i) : 0;
  }
  Upos Pos(Index i) const {
    return Inside(i) ? doc_.tokens[static_cast<size_t>(i)].pos : Upos::kPunct;
  }
  std::string_view Word(Index i) const { return Inside(i) ? doc_.Word(i) : std::string_view(); }
  bool Upper(Index i) const { return Inside(i) && features_.Type(i).upper; }
  bool Is(Index i, std::string_view word) const { return EqualsIgnoreCase(Word(i), word); }
  bool Possessive(Index i) const { return Word(i) == "'s" || Word(i) == "’s"; }
  bool Article(Index i) const { return Is(i, "the") || Is(i, "a") || Is(i, "an"); }
  // The country that the word or the name it is part of belongs to; -1 for none.
  int Country(Index i) const {
    if (!Inside(i) || !(Bits(i) & (kDemonym | kCountryName | kCapitalName | kSeatName))) return -1;
    if (features_.NameBits(i) == 0) return features_.Type(i).country;
    Index begin = i, end = i + 1;
    while (begin > first_ && !features_.NameBegins(begin)) --begin;
    while (end < end_ && features_.NameBits(end) != 0 && !features_.NameBegins(end)) ++end;
    return Gazetteer::Get().CountryOf(Fold(doc_.Cut(SpanOf(doc_, begin, end))));
  }
  Index first() const { return first_; }
  Index end() const { return end_; }

 private:
  const Document& doc_;
  const NameFeatures& features_;
  Index first_ = 0, end_ = 0;
};

// ---- roles --------------------------------------------------------------------------------------

class RoleFinder {
 public:
  RoleFinder(Document& document, const NameFeatures& features)
      : doc_(document), words_(document, features) {}

  void Find(const NameMention& name, Index actor) {
    words_.Enter(doc_.sentences[static_cast<size_t>(name.sentence)]);
    SetGender(name, actor);
    if (const auto role = Before(name))
      Add(*role, actor);
    else if (const auto apposed = ApposedBefore(name))
      Add(*apposed, actor);
    if (const auto after = ApposedAfter(name)) Add(*after, actor);
  }

 private:
  struct Range {
    Index first, end;
  };

  // "[Turkish President] Tayyip Erdogan", "[Ukraine's President]", "[Kremlin spokesman]".
  std::optional<Range> Before(const NameMention& name) const {
    Index first = name.first;
    bool role = false;
    for (Index i = name.first - 1; words_.Inside(i) && name.first - i <= kLongestRole; --i) {
      const uint32_t bits = words_.Bits(i);
      const bool last = i == name.first - 1;
      if (last && !(bits & (kRoleWord | kTitleWord))) break;
      const bool hyphen = words_.Word(i) == "-" && !last;
      const bool and_between =
          words_.Is(i, "and") && (words_.Bits(i - 1) & kDemonym) && (words_.Bits(i + 1) & kDemonym);
      const bool fits =
          (bits & (kRoleWord | kTitleWord | kRankWord | kDemonym | kSeatName | kAnyPlace)) ||
          words_.Possessive(i) || hyphen || and_between ||
          (words_.Upper(i) && words_.Pos(i) == Upos::kPropn) || words_.Is(i, "his") ||
          words_.Is(i, "her");
      if (!fits || (words_.Pos(i) == Upos::kVerb && !(bits & kRoleWord))) break;
      role = role || (bits & kRoleWord);
      first = i;
      if (words_.Is(i, "his") || words_.Is(i, "her")) break;
    }
    while (first < name.first && (words_.Possessive(first) || words_.Word(first) == "-")) ++first;
    if (!role || first >= name.first) return std::nullopt;
    return Range{first, name.first};
  }

  // "the [Prime Minister of Norland], Anna Velk"
  std::optional<Range> ApposedBefore(const NameMention& name) const {
    if (words_.Word(name.first - 1) != ",") return std::nullopt;
    const Index comma = name.first - 1;
    for (Index i = comma - 1; words_.Inside(i) && comma - i <= kLongestRole; --i) {
      const Upos pos = words_.Pos(i);
      if (pos == Upos::kVerb || pos == Upos::kAux || pos == Upos::kPunct) break;
      if (!words_.Article(i)) continue;
      for (Index k = i + 1; k < std::min(i + 5, comma) && !words_.Is(k, "of"); ++k) {
        if (words_.Bits(k) & kRoleWord) return Range{i + 1, comma};
      }
    }
    return std::nullopt;
  }

  // "Anna Velk, [head of the delegation],"
  std::optional<Range> ApposedAfter(const NameMention& name) const {
    if (words_.Word(name.end) != ",") return std::nullopt;
    Index first = name.end + 1;
    if (words_.Article(first)) ++first;
    bool role = false;
    Index end = first;
    for (; words_.Inside(end) && end - first <= kLongestRole; ++end) {
      const Upos pos = words_.Pos(end);
      const uint32_t bits = words_.Bits(end);
      if (words_.Word(end) == "," || words_.Word(end) == "." || words_.Word(end) == ";" ||
          words_.Word(end) == ")")
        break;
      if (!role && (bits & kRoleWord) && end - first < 6 && pos != Upos::kVerb) role = true;
      if (pos == Upos::kVerb || pos == Upos::kAux || pos == Upos::kPron) return std::nullopt;
      if (!role && end - first >= 6) return std::nullopt;
    }
    if (!role || end - first > kLongestRole || end == first) return std::nullopt;
    return Range{first, end};
  }

  void Add(Range range, Index index) {
    Actor& actor = doc_.actors[static_cast<size_t>(index)];
    const Span span = SpanOf(doc_, range.first, range.end);
    if (std::find(actor.roles.begin(), actor.roles.end(), span) == actor.roles.end())
      actor.roles.push_back(span);
    for (Index i = range.first; i < range.end && actor.country.empty(); ++i) {
      const int country = words_.Country(i);
      if (country >= 0) actor.country = std::string(Gazetteer::Get().At(country).code);
    }
  }

  void SetGender(const NameMention& name, Index index) {
    Actor& actor = doc_.actors[static_cast<size_t>(index)];
    if (actor.gender != 0) return;
    constexpr uint32_t kSexes = kMaleName | kFemaleName;
    uint32_t sex = (words_.Bits(name.first - 1) & (kTitleWord | kRoleWord))
                       ? words_.Bits(name.first - 1) & kSexes
                       : 0;
    if (sex == 0 && name.end - name.first > 1) sex = words_.Bits(name.first) & kSexes;
    if (sex == kMaleName) actor.gender = 'm';
    if (sex == kFemaleName) actor.gender = 'f';
  }

  Document& doc_;
  Words words_;
};

// ---- nominal mentions ---------------------------------------------------------------------------

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
      if (!nation && !(bits & kRankWord) && !words_.Possessive(i) && words_.Pos(i) != Upos::kAdj) {
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

  // "Norland's foreign ministry"
  bool Ministry(Index last, std::vector<Mention>& out) {
    const auto [first, country] = Back(last);
    if (country < 0 || first + 1 >= last) return false;
    const Country& state = Gazetteer::Get().At(country);
    Index begin = last;
    while (begin > first && (words_.Bits(begin - 1) & kRankWord)) --begin;
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
    const auto known = roles_.find(Fold(words_.Word(last)));
    if (known == roles_.end()) return;
    Index found = kNone;
    for (const Index actor : known->second) {
      const Actor& person = doc_.actors[static_cast<size_t>(actor)];
      if (country >= 0 && person.country != Gazetteer::Get().At(country).code) continue;
      if (found != kNone) return;
      found = actor;
    }
    if (found == kNone) return;
    const uint32_t begun = doc_.tokens[static_cast<size_t>(first)].span.begin;
    if (!NamedBefore(found, begun)) return;
    Put(first, last + 1, found, ActorType::kPerson, out);
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
  Words words_;
  States& states_;
  const std::vector<uint8_t>& taken_;  // tokens of names and roles
  std::map<std::string, std::set<Index>> roles_;
  std::map<std::string, Index> ministries_;
  std::vector<uint32_t> first_named_;  // of actors
};

// ---- pronouns -----------------------------------------------------------------------------------

class PronounFinder {
 public:
  PronounFinder(Document& document, const NameFeatures& features,
                const std::vector<uint8_t>& quoted)
      : doc_(document), words_(document, features), quoted_(quoted) {}

  // Mentions of people, sorted; the pronouns found are appended to `out`.
  void Find(const std::vector<Mention>& mentions, std::vector<Mention>& out) {
    size_t next = 0;
    for (const Sentence& sentence : doc_.sentences) {
      words_.Enter(sentence);
      std::vector<Seen> here;
      for (Index i = sentence.first_token; i < sentence.end_token; ++i) {
        const uint32_t begin = doc_.tokens[static_cast<size_t>(i)].span.begin;
        for (; next < mentions.size() && mentions[next].span.begin <= begin; ++next)
          See(mentions[next], i, here);
        Resolve(i, here, out);
      }
      before_.insert(before_.begin(), std::move(here));
      if (before_.size() > kSentencesBack) before_.pop_back();
    }
  }

 private:
  struct Seen {
    Index actor;
    Index token;
    bool subject;
  };

  void See(const Mention& mention, Index token, std::vector<Seen>& here) const {
    if (mention.type != ActorType::kPerson || mention.actor == kNone ||
        quoted_[static_cast<size_t>(token)])
      return;
    Index after = token;
    while (words_.Inside(after) &&
           doc_.tokens[static_cast<size_t>(after)].span.begin < mention.span.end)
      ++after;
    const Upos pos = words_.Pos(after);
    const bool subject =
        pos == Upos::kVerb || pos == Upos::kAux || pos == Upos::kAdv || words_.Word(after) == ",";
    here.push_back({mention.actor, token, subject});
  }

  static char SexOf(std::string_view word) {
    for (const std::string_view he : {"he", "him", "his", "himself"})
      if (EqualsIgnoreCase(word, he)) return 'm';
    for (const std::string_view she : {"she", "her", "hers", "herself"})
      if (EqualsIgnoreCase(word, she)) return 'f';
    return 0;
  }

  // The only person of that sex among `seen`, or the only subject among several; kNone if that
  // leaves a choice.
  Index OneOf(const std::vector<Seen>& seen, char sex, bool& any) const {
    std::set<Index> all, subjects;
    for (const Seen& one : seen) {
      const char known = doc_.actors[static_cast<size_t>(one.actor)].gender;
      if (known != 0 && known != sex) continue;
      all.insert(one.actor);
      if (one.subject) subjects.insert(one.actor);
    }
    any = !all.empty();
    if (all.size() == 1) return *all.begin();
    if (subjects.size() == 1) return *subjects.begin();
    return kNone;
  }

  void Resolve(Index i, std::vector<Seen>& here, std::vector<Mention>& out) {
    const std::string_view word = words_.Word(i);
    if (word.size() < 2 || word.size() > 7) return;
    const char sex = SexOf(word);
    if (sex == 0 || quoted_[static_cast<size_t>(i)]) return;
    bool any = false;
    Index actor = OneOf(here, sex, any);
    for (size_t back = 0; back < before_.size() && !any; ++back)
      actor = OneOf(before_[back], sex, any);
    if (actor == kNone) return;
    Actor& person = doc_.actors[static_cast<size_t>(actor)];
    if (person.gender == 0) person.gender = sex;
    Mention mention;
    mention.span = doc_.tokens[static_cast<size_t>(i)].span;
    mention.type = ActorType::kPerson;
    mention.kind = MentionKind::kPronoun;
    mention.actor = actor;
    out.push_back(mention);
    const Upos after = words_.Pos(i + 1);
    here.push_back({actor, i, after == Upos::kVerb || after == Upos::kAux || after == Upos::kAdv});
  }

  Document& doc_;
  Words words_;
  const std::vector<uint8_t>& quoted_;
  std::vector<std::vector<Seen>> before_;  // of the sentences before, nearest first
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

void FindRoles(Document& document, const NameFeatures& features,
               const std::vector<NameMention>& names, const std::vector<Index>& actors) {
  RoleFinder finder(document, features);
  for (size_t i = 0; i < names.size(); ++i) {
    if (names[i].type == ActorType::kPerson && actors[i] != kNone) finder.Find(names[i], actors[i]);
  }
}

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
  found.clear();
  const std::vector<uint8_t> quoted = QuotedTokens(document);
  PronounFinder(document, features, quoted).Find(document.mentions, found);
  document.mentions.insert(document.mentions.end(), found.begin(), found.end());
  std::stable_sort(document.mentions.begin(), document.mentions.end(), BySpan);
  KeepNested(document.mentions);
}

}  // namespace synoptic
