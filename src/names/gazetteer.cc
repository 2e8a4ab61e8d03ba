#include "names/gazetteer.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "text/fold.h"
#include "text/lexicon.h"

namespace synoptic {
namespace {

constexpr std::pair<std::string_view, uint32_t> kClasses[] = {
    {"title", kTitleWord},   {"role", kRoleWord},         {"rank", kRankWord},
    {"org", kOrgWord},       {"orglast", kOrgLastWord},   {"place", kPlaceWord},
    {"event", kEventWord},   {"say", kSayWord},           {"in", kInWord},
    {"join", kJoinWord},     {"particle", kParticleWord}, {"calendar", kCalendarWord},
    {"team", kTeamWord},     {"stance", kStanceWord},     {"address", kAddressWord},
    {"people", kPeopleWord}, {"ministry", kMinistryWord}, {"male", kMaleName},
    {"female", kFemaleName}};

uint32_t BitsOfClass(std::string_view name) {
  for (const auto& [known, bits] : kClasses) {
    if (known == name) return bits;
  }
  return 0;
}

}  // namespace

NameTable::Entry& NameTable::Slot(uint64_t key) {
  const size_t mask = slots_.size() - 1;
  size_t at = key & mask;
  while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & mask;
  return slots_[at];
}

void NameTable::Grow() {
  std::vector<Entry> old(std::max<size_t>(slots_.size() * 2, 1u << 17));
  old.swap(slots_);
  for (const Entry& entry : old) {
    if (entry.key != 0) Slot(entry.key) = entry;
  }
}

void NameTable::Add(std::string_view folded, uint32_t bits, int country) {
  if ((used_ + 1) * 2 > slots_.size()) Grow();
  Entry& slot = Slot(Hash64(folded));
  if (slot.key == 0) {
    slot.key = Hash64(folded);
    ++used_;
  }
  slot.bits |= bits;
  if (slot.country < 0) slot.country = static_cast<int16_t>(country);
}

const NameTable::Entry* NameTable::Find(uint64_t key) const {
  const size_t mask = slots_.size() - 1;
  for (size_t at = key & mask; slots_[at].key != 0; at = (at + 1) & mask) {
    if (slots_[at].key == key) return &slots_[at];
  }
  return nullptr;
}

const Gazetteer& Gazetteer::Get() {
  static const Gazetteer gazetteer;
  return gazetteer;
}

Gazetteer::Gazetteer() {
  LoadCountries();
  LoadPlaces();
  LoadPeople();
  LoadWords();
}

void Gazetteer::AddNames(std::string_view cell, uint32_t bits, int country) {
  if (cell.empty()) return;
  for (const std::string_view name : Split(cell, '|')) AddName(name, bits, country);
}

void Gazetteer::AddName(std::string_view name, uint32_t bits, int country) {
  const std::string folded = Fold(name);
  table_.Add(folded, bits, country);
  const size_t first = folded.find_first_of(" -'");
  if (first != std::string::npos)
    table_.Add(std::string_view(folded).substr(0, first), kNameStart, -1);
}

void Gazetteer::LoadCountries() {
  const Lexicon lexicon = Lexicon::Load("en/countries.tsv");
  for (const Lexicon::Row& row : lexicon.rows()) {
    const int country = static_cast<int>(countries_.size());
    countries_.push_back({row[0], row[1]});
    AddName(row[1], kCountryName, country);
    AddNames(row[2], kCountryName, country);
    AddNames(row[3], kDemonym, country);
    AddNames(row[4], kCapitalName, country);
    AddNames(row[5], kSeatName, country);
  }
}

void Gazetteer::LoadPlaces() {
  const Lexicon lexicon = Lexicon::Load("en/places.tsv");
  for (const Lexicon::Row& row : lexicon.rows()) {
    int country = -1;
    for (size_t i = 0; i < countries_.size() && country < 0; ++i) {
      if (countries_[i].code == row[1]) country = static_cast<int>(i);
    }
    AddName(row[0], row[2] == "city" ? kCityName : kRegionName, country);
  }
}

void Gazetteer::LoadPeople() {
  const Lexicon given = Lexicon::Load("en/given_names.tsv");
  for (const Lexicon::Row& row : given.rows()) {
    const uint32_t sex = row[1] == "m"   ? uint32_t{kMaleName}
                         : row[1] == "f" ? uint32_t{kFemaleName}
                                         : 0u;
    table_.Add(Fold(row[0]), kGivenName | sex, -1);
  }
  const Lexicon family = Lexicon::Load("en/family_names.tsv");
  for (const Lexicon::Row& row : family.rows()) table_.Add(Fold(row[0]), kFamilyName, -1);
}

void Gazetteer::LoadWords() {
  const Lexicon lexicon = Lexicon::Load("en/name_words.tsv");
  for (const Lexicon::Row& row : lexicon.rows()) {
    for (const std::string_view word : Split(row[1], ' ')) {
      if (!word.empty()) table_.Add(word, BitsOfClass(row[0]), -1);
    }
  }
}

}  // namespace synoptic
