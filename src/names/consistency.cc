#include "names/consistency.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/ascii.h"

namespace synoptic {
namespace {

constexpr size_t kShortestSurname = 4;  // bytes

struct Votes {
  std::array<int, 5> of_type = {};
  NameMention sample[5];  // the first mention of each type
};

using Words = std::unordered_map<std::string_view, Votes>;

std::string_view LastWord(const Document& document, const NameMention& name) {
  return document.Word(name.end - 1);
}

bool IsSingle(const NameMention& name) { return name.end - name.first == 1; }

// Surnames of people named in full. A word that is also a place or a state here is left alone.
std::unordered_map<std::string_view, NameMention> Surnames(const Document& document,
                                                           const std::vector<NameMention>& names) {
  std::unordered_map<std::string_view, NameMention> surnames;
  for (const NameMention& name : names) {
    const std::string_view word = LastWord(document, name);
    const bool full = name.type == ActorType::kPerson && !IsSingle(name);
    if (full && word.size() >= kShortestSurname && IsUpper(word[0]))
      surnames.try_emplace(word, name);
  }
  for (const NameMention& name : names) {
    const bool place = name.type == ActorType::kPlace || name.type == ActorType::kState;
    if (place && IsSingle(name)) surnames.erase(LastWord(document, name));
  }
  return surnames;
}

void Become(const NameMention& like, NameMention& name) {
  const auto first = name.first, end = name.end;
  name = like;
  name.first = first;
  name.end = end;
}

}  // namespace

void MakeConsistent(const Document& document, std::vector<NameMention>& names) {
  const auto surnames = Surnames(document, names);
  Words words;
  for (NameMention& name : names) {
    if (!IsSingle(name)) continue;
    const std::string_view word = LastWord(document, name);
    if (const auto owner = surnames.find(word); owner != surnames.end()) {
      Become(owner->second, name);
      continue;
    }
    Votes& votes = words[word];
    const auto type = static_cast<size_t>(name.type);
    if (votes.of_type[type]++ == 0) votes.sample[type] = name;
  }
  for (NameMention& name : names) {
    const auto found = IsSingle(name) ? words.find(LastWord(document, name)) : words.end();
    if (found == words.end() || name.type == ActorType::kState) continue;
    const auto& counts = found->second.of_type;
    const auto best =
        static_cast<size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
    if (counts[best] > counts[static_cast<size_t>(name.type)])
      Become(found->second.sample[best], name);
  }
  std::vector<NameMention> added;
  size_t next = 0;
  for (Index i = 0; i < static_cast<Index>(document.tokens.size()); ++i) {
    while (next < names.size() && names[next].end <= i) ++next;
    if (next < names.size() && names[next].first <= i) continue;
    const auto owner = surnames.find(document.Word(i));
    if (owner == surnames.end()) continue;
    NameMention name = owner->second;
    name.first = i;
    name.end = i + 1;
    added.push_back(name);
  }
  names.insert(names.end(), added.begin(), added.end());
  std::sort(names.begin(), names.end(),
            [](const NameMention& a, const NameMention& b) { return a.first < b.first; });
}

}  // namespace synoptic
