// A person's name taken apart, and how well two names agree.
#ifndef SYNOPTIC_NAMES_PERSON_H_
#define SYNOPTIC_NAMES_PERSON_H_

#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

struct NamePart {
  std::string word;  // romanised, lower case
  std::string key;   // SpellingKey of it
  bool initial = false;
  bool given = false;  // a known given name
};

struct PersonName {
  std::vector<NamePart> parts;  // in the order of speech, without titles, particles and generation
  std::string generation;       // "jr", "sr", "ii" …; empty if none
  std::string whole;            // all keys in order, joined
};

// Takes `name` apart: "PUTIN, Vladimir V.", "Vladimir Putin", "VladimirPutin". At most 10 parts.
PersonName TakeApart(std::string_view name);

enum class Agreement {
  kSame,       // nothing speaks against one person
  kDifferent,  // two people
  kPartial,    // one names less than needed to tell (a surname alone)
};

struct NameAgreement {
  Agreement agreement = Agreement::kDifferent;
  double score = 0;      // 0..1
  std::string_view why;  // fixed wording
};

// Symmetric.
NameAgreement Agree(const PersonName& a, const PersonName& b);

}  // namespace synoptic

#endif  // SYNOPTIC_NAMES_PERSON_H_
