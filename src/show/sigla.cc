// The letter of a report is the initial of its outlet where that is free, else another initial of
// its name; a second report of the same outlet takes the letter with a number. Reports that name no
// outlet take what is left of the alphabet, in order.
#include <map>
#include <set>
#include <string>

#include "base/ascii.h"
#include "show/show.h"

namespace synoptic {
namespace {

// Upper-case initials of the words of a name that are worth one, "the" and the like left out.
std::string Initials(std::string_view name) {
  std::string initials;
  for (size_t at = 0; at < name.size();) {
    size_t end = at;
    while (end < name.size() && (IsAlnum(name[end]) || static_cast<unsigned char>(name[end]) > 127))
      ++end;
    const std::string_view word = name.substr(at, end - at);
    const bool small = EqualsIgnoreCase(word, "the") || EqualsIgnoreCase(word, "of") ||
                       EqualsIgnoreCase(word, "and") || EqualsIgnoreCase(word, "www");
    if (!word.empty() && IsAlpha(word[0]) && !small) initials += ToUpper(word[0]);
    at = end + 1;
  }
  return initials;
}

// 0 "A" … 25 "Z", 26 "AA" …
std::string Letters(size_t number) {
  std::string letters;
  for (++number; number > 0; number = (number - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (number - 1) % 26));
  }
  return letters;
}

class Assigner {
 public:
  std::string Of(const Document& report) {
    const std::string source = report.source ? AsciiLower(Trim(*report.source)) : std::string();
    if (source.empty()) return {};
    if (const auto found = letter_of_.find(source); found != letter_of_.end()) {
      return Numbered(found->second);
    }
    for (const char initial : Initials(*report.source)) {
      const std::string letter(1, initial);
      if (taken_.insert(letter).second) return letter_of_[source] = letter;
    }
    return {};
  }

  std::string NextFree() {
    while (!taken_.insert(Letters(next_)).second) ++next_;
    return Letters(next_);
  }

 private:
  std::string Numbered(const std::string& letter) {
    int& number = numbers_[letter];
    std::string siglum;
    do {
      siglum = letter + std::to_string(++number + 1);
    } while (!taken_.insert(siglum).second);
    return siglum;
  }

  std::set<std::string> taken_;
  std::map<std::string, std::string> letter_of_;  // by outlet
  std::map<std::string, int> numbers_;            // reports of an outlet after its first
  size_t next_ = 0;
};

}  // namespace

std::vector<std::string> Sigla(std::span<const Document> reports) {
  Assigner assign;
  std::vector<std::string> sigla;
  for (const Document& report : reports) sigla.push_back(assign.Of(report));
  for (std::string& siglum : sigla) {
    if (siglum.empty()) siglum = assign.NextFree();
  }
  return sigla;
}

}  // namespace synoptic
