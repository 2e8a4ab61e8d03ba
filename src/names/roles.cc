// Roles of people, from the words around their names.
#include <algorithm>
#include <optional>

#include "names/refer.h"
#include "names/sentence_words.h"

namespace synoptic {
namespace {

constexpr Index kLongestRole = 12;      // words
constexpr size_t kLongestSyllable = 5;  // bytes: family names in front are of one syllable

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
          (words_.Upper(i) && words_.Pos(i) == Upos::kPropn) || IsField(i) || words_.Is(i, "his") ||
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

  // "[Trade] Secretary Anna Velk", where a sentence begins with it or the tagger saw a noun.
  bool IsField(Index i) const {
    return words_.Upper(i) && words_.Pos(i) == Upos::kNoun && !(words_.Bits(i) & kCalendarWord) &&
           (words_.Bits(i + 1) & kRoleWord) && words_.Upper(i + 1);
  }

  // "the [Prime Minister of Norland], Anna Velk"
  std::optional<Range> ApposedBefore(const NameMention& name) const {
    if (words_.Word(name.first - 1) != ",") return std::nullopt;
    const Index comma = name.first - 1;
    for (Index i = comma - 1; words_.Inside(i) && comma - i <= kLongestRole; --i) {
      const Upos pos = words_.Pos(i);
      const bool bracket = words_.Word(i) == "(" || words_.Word(i) == ")";
      if (pos == Upos::kVerb || pos == Upos::kAux || (pos == Upos::kPunct && !bracket)) break;
      // "Norland's deputy foreign minister, Jonas Berg": owned, not announced by an article
      const bool owned = words_.Possessive(i) || words_.Is(i, "its") || words_.Is(i, "their") ||
                         words_.Is(i, "his") || words_.Is(i, "her");
      if (!owned && !words_.Article(i)) continue;
      for (Index k = i + 1; k < std::min(i + 5, comma) && !words_.Is(k, "of"); ++k) {
        if (words_.Bits(k) & kRoleWord)
          return Range{words_.Possessive(i) && words_.Upper(i - 1) ? i - 1 : i + 1, comma};
      }
      if (owned) break;
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
    // "Lin Jian": a family name in front tells no sex, though others are given it.
    const bool family_first = (words_.Bits(name.first) & kFamilyName) != 0 &&
                              !(words_.Bits(name.end - 1) & kFamilyName) &&
                              doc_.Word(name.first).size() <= kLongestSyllable;
    if (sex == 0 && name.end - name.first > 1 && !family_first)
      sex = words_.Bits(name.first) & kSexes;
    if (sex == kMaleName) actor.gender = 'm';
    if (sex == kFemaleName) actor.gender = 'f';
  }

  Document& doc_;
  SentenceWords words_;
};

}  // namespace

void FindRoles(Document& document, const NameFeatures& features,
               const std::vector<NameMention>& names, const std::vector<Index>& actors) {
  RoleFinder finder(document, features);
  for (size_t i = 0; i < names.size(); ++i) {
    if (names[i].type == ActorType::kPerson && actors[i] != kNone) finder.Find(names[i], actors[i]);
  }
}

}  // namespace synoptic
