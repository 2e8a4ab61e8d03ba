// What is known of words and names before any text is read: countries, places, people's names and
// the words around them, from data/en/{countries,places,given_names,family_names,name_words}.tsv.
// Keys are folded (text/fold.h). Built once on first use; thread-safe afterwards. A look-up costs
// one hash.
#ifndef SYNOPTIC_NAMES_GAZETTEER_H_
#define SYNOPTIC_NAMES_GAZETTEER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"

namespace synoptic {

// Classes of a word, a bit each.
enum WordBit : uint32_t {
  kTitleWord = 1u << 0,
  kRoleWord = 1u << 1,
  kRankWord = 1u << 2,
  kOrgWord = 1u << 3,
  kOrgLastWord = 1u << 4,
  kPlaceWord = 1u << 5,
  kEventWord = 1u << 6,
  kSayWord = 1u << 7,
  kInWord = 1u << 8,
  kJoinWord = 1u << 9,
  kParticleWord = 1u << 10,
  kCalendarWord = 1u << 11,
  kTeamWord = 1u << 12,
  kStanceWord = 1u << 13,
  kGivenName = 1u << 14,
  kFamilyName = 1u << 15,
  kMaleName = 1u << 16,
  kFemaleName = 1u << 17,
  // Classes of a whole name, which may be several words.
  kCountryName = 1u << 18,
  kDemonym = 1u << 19,
  kCapitalName = 1u << 20,
  kSeatName = 1u << 21,
  kCityName = 1u << 22,
  kRegionName = 1u << 23,
  kNameStart = 1u << 24,  // first word of a longer name of these
  kAddressWord = 1u << 25,
  kPeopleWord = 1u << 26,
  kMinistryWord = 1u << 27,
};
inline constexpr uint32_t kAnyPlace = kCountryName | kCapitalName | kCityName | kRegionName;
inline constexpr int kWordBits = 28;

struct Country {
  std::string_view code;  // ISO 3166-1 alpha-2, or that of a former state
  std::string_view name;  // the usual one in news English
};

// A flat table from 64-bit hashes to bits and a country.
class NameTable {
 public:
  struct Entry {
    uint64_t key = 0;
    uint32_t bits = 0;
    int16_t country = -1;
  };
  void Add(std::string_view folded, uint32_t bits, int country);
  const Entry* Find(uint64_t key) const;

 private:
  Entry& Slot(uint64_t key);
  void Grow();
  std::vector<Entry> slots_;
  size_t used_ = 0;
};

class Gazetteer {
 public:
  static const Gazetteer& Get();

  // Bits of a folded word or name; 0 where nothing is known.
  uint32_t Bits(std::string_view folded) const {
    const NameTable::Entry* entry = table_.Find(Hash64(folded));
    return entry ? entry->bits : 0;
  }
  // The country that a folded name, adjective, capital, seat or place belongs to; -1 for none.
  int CountryOf(std::string_view folded) const {
    const NameTable::Entry* entry = table_.Find(Hash64(folded));
    return entry ? entry->country : -1;
  }
  int CountryCount() const { return static_cast<int>(countries_.size()); }
  const Country& At(int country) const { return countries_[static_cast<size_t>(country)]; }

 private:
  Gazetteer();
  void AddNames(std::string_view cell, uint32_t bits, int country);
  void AddName(std::string_view name, uint32_t bits, int country);
  void LoadCountries();
  void LoadPlaces();
  void LoadPeople();
  void LoadWords();

  NameTable table_;
  std::vector<Country> countries_;
};

}  // namespace synoptic

#endif  // SYNOPTIC_NAMES_GAZETTEER_H_
