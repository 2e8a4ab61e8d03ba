#include "names/missed.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/ascii.h"
#include "names/sentence_words.h"

namespace synoptic {
namespace {

constexpr Index kLongestPerson = 3;   // words
constexpr size_t kLongestFamily = 5;  // bytes of a family name that stands in front

class MissedFinder {
 public:
  MissedFinder(Document& document, const NameFeatures& features, std::vector<NameMention>& names)
      : doc_(document), features_(features), words_(document, features), names_(names) {
    taken_.assign(doc_.tokens.size(), 0);
    for (const NameMention& name : names_) Take(name.first, name.end);
    for (const Token& token : doc_.tokens) {
      const std::string_view word = doc_.Cut(token.span);
      const uint32_t bits = features_.Type(static_cast<Index>(&token - doc_.tokens.data())).bits;
      const bool personal = (bits & (kMaleName | kFemaleName)) && !(bits & kGivenName);
      if (token.pos == Upos::kPron && IsUpper(word[0]) && personal) pronouns_.insert(word);
    }
  }

  void Find() {
    for (NameMention& name : names_) Retype(name), TakeFamilyName(name);
    for (const bool alone : {false, true}) {
      for (size_t s = 0; s < doc_.sentences.size(); ++s) {
        const Sentence& sentence = doc_.sentences[s];
        if (sentence.section != SectionKind::kBody || IsTitleCase(sentence)) continue;
        words_.Enter(sentence);
        for (Index i = sentence.first_token; i < sentence.end_token; ++i) {
          if (taken_[static_cast<size_t>(i)] != 0) continue;
          const Index end = alone ? FamilyName(i) : Person(i);
          if (end > i) Add(i, end, static_cast<Index>(s));
        }
      }
    }
    std::sort(names_.begin(), names_.end(),
              [](const NameMention& a, const NameMention& b) { return a.first < b.first; });
  }

 private:
  void Take(Index first, Index end) { std::fill(taken_.begin() + first, taken_.begin() + end, 1); }

  void Add(Index first, Index end, Index sentence) {
    NameMention name;
    name.first = first;
    name.end = end;
    name.sentence = sentence;
    name.type = ActorType::kPerson;
    names_.push_back(name);
    Take(first, end);
    for (Index i = first; i < end; ++i) Tag(i);
  }

  // The tagger took it for a word it is spelt like.
  void Tag(Index i) {
    Token& token = doc_.tokens[static_cast<size_t>(i)];
    if (token.pos == Upos::kPropn) return;
    token.pos = Upos::kPropn;
    token.lemma = doc_.arena.Copy(doc_.Word(i));
  }

  // Most words begin with capitals: nothing is told by one.
  bool IsTitleCase(const Sentence& sentence) const {
    Index upper = 0, words = 0;
    for (Index i = sentence.first_token; i < sentence.end_token; ++i) {
      const WordType& type = features_.Type(i);
      if (type.punct || type.digit) continue;
      ++words;
      upper += type.upper;
    }
    return 5 * upper > 4 * words;
  }

  // "Mohammad Eslami said", taken for an organisation.
  void Retype(NameMention& name) {
    const Index length = name.end - name.first;
    if (name.type != ActorType::kOrganization || length < 2 || length > kLongestPerson) return;
    words_.Enter(doc_.sentences[static_cast<size_t>(name.sentence)]);
    const Index last = name.end - 1;
    if ((words_.Bits(last - 1) & kRoleWord) && NameWord(last)) {  // "Treasury Secretary Velm"
      name.first = last;
      name.type = ActorType::kPerson;
      return;
    }
    if (!(words_.Bits(name.first) & kGivenName) || !(words_.Bits(name.end) & kSayWord)) return;
    for (Index i = name.first; i < name.end; ++i) {
      const uint32_t bits = words_.Bits(i);
      if (!NameWord(i) || (bits & (kOrgWord | kOrgLastWord | kTeamWord | kPlaceWord))) return;
    }
    name.type = ActorType::kPerson;
  }

  // "He [Daming]"
  void TakeFamilyName(NameMention& name) {
    if (name.type != ActorType::kPerson || name.end - name.first != 1) return;
    words_.Enter(doc_.sentences[static_cast<size_t>(name.sentence)]);
    const Index before = name.first - 1;
    if (!IsPronoun(before) || !NameWord(name.first)) return;
    if (!IsFree(before) && !EndsSubject(name.end)) return;
    name.first = before;
    Take(before, name.end);
    Tag(before);
  }

  // Begins with a capital, has small letters too, and says nothing else.
  bool NameWord(Index i) const {
    if (!words_.Inside(i)) return false;
    const WordType& type = features_.Type(i);
    const uint32_t other = kTitleWord | kRoleWord | kRankWord | kCalendarWord | kMinistryWord |
                           kDemonym | kOrgWord | kEventWord | kAnyPlace;
    return type.upper && !type.all_upper && !type.punct && !type.digit && !(type.bits & other) &&
           doc_.Word(i).size() > 1;
  }

  // The end of a person's full name that begins at `i`; `i` where there is none.
  Index Person(Index i) const {
    Index end = i;
    while (end - i < kLongestPerson && NameWord(end) && taken_[static_cast<size_t>(end)] == 0)
      ++end;
    if (end - i < 2 || words_.Upper(end) || !Stands(i + 1)) return i;
    if (IsPronoun(i) && end == i + 2 && (IsFree(i) || EndsSubject(end))) return end;
    // "its spokesman, Elmir Baqor, said"
    const bool apposed = words_.Word(i - 1) == "," && words_.Word(end) == ",";
    const Index before = apposed ? i - 2 : i - 1;
    const bool office = (words_.Bits(before) & (kRoleWord | kTitleWord)) != 0 &&
                        words_.Pos(before) != Upos::kVerb && !IsPronoun(before);
    return office && (!IsPronoun(i) || end == i + 2) ? end : i;
  }

  // Not the first word of a sentence or of what is quoted, where every word has a capital.
  bool IsFree(Index i) const {
    if (i == words_.first()) return false;
    const WordType& before = features_.Type(i - 1);
    return !before.punct || doc_.Word(i - 1) == ",";
  }

  bool Stands(Index i) const {
    const Upos pos = words_.Pos(i);
    return pos == Upos::kPropn || pos == Upos::kNoun || pos == Upos::kVerb || pos == Upos::kAdj ||
           pos == Upos::kX;
  }

  // "He Daming, the vice premier, said", "He Daming was": no pronoun stands before a name there.
  bool EndsSubject(Index end) const {
    return words_.Word(end) == "," || words_.Pos(end) == Upos::kAux ||
           (words_.Bits(end) & kSayWord) != 0;
  }

  // Written like "He" and "You", the family names of many.
  bool IsPronoun(Index i) const {
    return words_.Inside(i) && words_.Upper(i) && pronouns_.contains(doc_.Word(i));
  }

  // "Li told reporters", "led by He", where somebody of that family name is named in full, the
  // family name first.
  Index FamilyName(Index i) {
    if (!surnames_) {
      surnames_.emplace();
      for (const NameMention& name : names_) {
        if (name.type != ActorType::kPerson || name.end - name.first != 2) continue;
        const std::string_view word = doc_.Word(name.first);
        const bool given = (features_.Type(name.first).bits & kGivenName) != 0;
        const bool family = !given && word.size() <= kLongestFamily;
        if (family || pronouns_.contains(word)) surnames_->insert(word);
      }
    }
    if (!surnames_->contains(doc_.Word(i)) || words_.Upper(i + 1)) return i;
    const bool subject = EndsSubject(i + 1) && words_.Word(i + 1) != "," && !IsPronoun(i) &&
                         !(features_.Type(i).seen & kSeenLower);
    return IsFree(i) || subject ? i + 1 : i;
  }

  Document& doc_;
  const NameFeatures& features_;
  SentenceWords words_;
  std::vector<NameMention>& names_;
  std::vector<uint8_t> taken_;           // tokens of names
  std::set<std::string_view> pronouns_;  // with a capital
  std::optional<std::set<std::string_view>> surnames_;
};

}  // namespace

void AddMissed(Document& document, const NameFeatures& features, std::vector<NameMention>& names) {
  MissedFinder(document, features, names).Find();
}

}  // namespace synoptic
