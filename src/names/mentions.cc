#include "names/mentions.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

#include "base/ascii.h"
#include "base/hash.h"
#include "names/gazetteer.h"
#include "text/fold.h"

namespace synoptic {
namespace {

ActorType TypeOfLabel(NameLabel label) {
  switch (label) {
    case kBPer:
    case kIPer:
      return ActorType::kPerson;
    case kBOrg:
    case kIOrg:
      return ActorType::kOrganization;
    case kBLoc:
    case kILoc:
      return ActorType::kPlace;
    default:
      return ActorType::kOther;
  }
}

class Builder {
 public:
  Builder(const Document& document, const NameFeatures& features)
      : doc_(document), features_(features) {}

  std::vector<NameMention> Build(const std::vector<NameLabel>& labels) {
    for (size_t s = 0; s < doc_.sentences.size(); ++s) {
      const Sentence& sentence = doc_.sentences[s];
      for (Index i = sentence.first_token; i < sentence.end_token;) {
        const NameLabel label = labels[static_cast<size_t>(i)];
        if (label == kOut) {
          ++i;
          continue;
        }
        NameMention name;
        name.first = i;
        name.sentence = static_cast<Index>(s);
        name.type = TypeOfLabel(label);
        for (++i; i < sentence.end_token && labels[static_cast<size_t>(i)] == label + label % 2;
             ++i) {
        }
        name.end = i;
        Add(name);
      }
    }
    AgreeOnTypes();
    return std::move(names_);
  }

 private:
  void Add(NameMention name) {
    TrimEnds(name);
    if (name.first >= name.end) return;
    SetCountry(name);
    if (name.type == ActorType::kOther && IsAdjective(name)) return;
    names_.push_back(name);
  }

  // Neither articles, titles nor marks belong to a name.
  void TrimEnds(NameMention& name) const {
    const auto idle_first = [&](Index i) {
      const WordType& type = features_.Type(i);
      const std::string_view word = doc_.Word(i);
      if (type.punct && word != "(") return true;
      if (EqualsIgnoreCase(word, "the")) return true;
      const bool title = (type.bits & kTitleWord) && !(type.bits & (kGivenName | kFamilyName));
      return name.type == ActorType::kPerson && name.end - i > 1 && title;
    };
    while (name.first < name.end && idle_first(name.first)) ++name.first;
    const auto idle_last = [&](Index i) {
      const std::string_view word = doc_.Word(i);
      return word == "'s" || word == "’s" || word == "'" || word == "’" ||
             (features_.Type(i).punct && word != ")" && word != ".");
    };
    while (name.first < name.end && idle_last(name.end - 1)) --name.end;
  }

  void SetCountry(NameMention& name) const {
    const Gazetteer& gazetteer = Gazetteer::Get();
    const std::string folded = Fold(doc_.Cut(SpanOf(doc_, name.first, name.end)));
    const uint32_t bits = gazetteer.Bits(folded);
    if (name.type == ActorType::kPerson || name.type == ActorType::kOther) return;
    if (name.type == ActorType::kPlace && (bits & kCountryName)) name.type = ActorType::kState;
    if (name.type == ActorType::kPlace || name.type == ActorType::kState || (bits & kSeatName)) {
      name.country = gazetteer.CountryOf(folded);
    }
    name.capital = name.type == ActorType::kPlace && (bits & kCapitalName);
    name.seat = (bits & kSeatName) != 0;
  }

  // "Norlandic" is no name of anything.
  bool IsAdjective(const NameMention& name) const {
    uint32_t bits = kDemonym;
    for (Index i = name.first; i < name.end; ++i)
      bits &= features_.NameBits(i) ? features_.NameBits(i) : features_.Type(i).bits;
    return bits != 0;
  }

  // One spelling of two words or more is one thing throughout a report: the type most of its
  // mentions have.
  void AgreeOnTypes() {
    std::unordered_map<uint64_t, std::array<int, 5>> votes;
    const auto key = [&](const NameMention& name) {
      return Hash64(doc_.Cut(SpanOf(doc_, name.first, name.end)));
    };
    for (const NameMention& name : names_) {
      if (name.end - name.first > 1) ++votes[key(name)][static_cast<size_t>(name.type)];
    }
    for (NameMention& name : names_) {
      if (name.end - name.first < 2 || name.type == ActorType::kState) continue;
      const auto& count = votes[key(name)];
      const auto most = std::max_element(count.begin(), count.end());
      const auto type = static_cast<ActorType>(most - count.begin());
      if (*most > count[static_cast<size_t>(name.type)] && type != ActorType::kState)
        name.type = type;
    }
  }

  const Document& doc_;
  const NameFeatures& features_;
  std::vector<NameMention> names_;
};

}  // namespace

Span SpanOf(const Document& document, Index first, Index end) {
  return document.tokens[static_cast<size_t>(first)].span.Cover(
      document.tokens[static_cast<size_t>(end - 1)].span);
}

std::vector<NameMention> NamesFromLabels(const Document& document, const NameFeatures& features,
                                         const std::vector<NameLabel>& labels) {
  return Builder(document, features).Build(labels);
}

bool ActsAsGovernment(const Document& document, const NameFeatures& features,
                      const NameMention& name) {
  const Sentence& sentence = document.sentences[static_cast<size_t>(name.sentence)];
  const auto bits = [&](Index i) {
    return i >= sentence.first_token && i < sentence.end_token ? features.Type(i).bits : 0u;
  };
  const auto pos = [&](Index i) {
    return i >= sentence.first_token && i < sentence.end_token
               ? document.tokens[static_cast<size_t>(i)].pos
               : Upos::kX;
  };
  Index before = name.first - 1;
  if (pos(before) == Upos::kDet) --before;
  if (before >= sentence.first_token && (bits(before) & kAddressWord) && !(bits(before) & kInWord))
    return true;
  Index after = name.end;
  if (after >= sentence.end_token) return false;
  const std::string_view word = document.Word(after);
  if (word == "'s" || word == "’s") {
    for (Index i = after + 1; i < std::min(after + 4, sentence.end_token); ++i) {
      if (bits(i) & kStanceWord) return true;
      if (pos(i) != Upos::kAdj && pos(i) != Upos::kAdv) break;
    }
    return false;
  }
  if (pos(before) == Upos::kAdp) return false;  // "a day after talks in Ankara began"
  if (pos(after) == Upos::kAdv && after + 1 < sentence.end_token) ++after;
  if (bits(after) & kSayWord) return pos(after) != Upos::kNoun;
  if (pos(after) != Upos::kAux) return false;
  for (Index i = after + 1; i < std::min(after + 5, sentence.end_token); ++i) {
    if (pos(i) == Upos::kVerb) return true;
    if (pos(i) == Upos::kAdj) return true;  // "Kyiv is ready"
    if (pos(i) != Upos::kAux && pos(i) != Upos::kPart && pos(i) != Upos::kAdv) return false;
  }
  return false;
}

}  // namespace synoptic
