#include "names/names.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>

#include "names/person.h"

namespace synoptic {
namespace {

// Sets of indices that grow together; the smallest index stands for a set.
class Sets {
 public:
  explicit Sets(size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0); }
  int Find(int i) {
    while (parent_[static_cast<size_t>(i)] != i) {
      parent_[static_cast<size_t>(i)] = parent_[static_cast<size_t>(parent_[static_cast<size_t>(i)])];
      i = parent_[static_cast<size_t>(i)];
    }
    return i;
  }
  void Join(int a, int b) {
    a = Find(a), b = Find(b);
    parent_[static_cast<size_t>(std::max(a, b))] = std::min(a, b);
  }

 private:
  std::vector<int> parent_;
};

}  // namespace

void FindNames(Document&) {}
void JoinActors(std::span<Document>) {}

NameMatch MatchNames(std::string_view a, std::string_view b) {
  const NameAgreement agreement = Agree(TakeApart(a), TakeApart(b));
  return {agreement.agreement == Agreement::kSame, agreement.score};
}

std::vector<int> GroupNames(const std::vector<std::string_view>& names) {
  std::vector<PersonName> apart;
  std::map<std::string, std::vector<int>> blocks;
  for (size_t i = 0; i < names.size(); ++i) {
    apart.push_back(TakeApart(names[i]));
    for (const NamePart& part : apart.back().parts) blocks[part.key.substr(0, 3)].push_back(static_cast<int>(i));
    blocks[" " + apart.back().whole].push_back(static_cast<int>(i));
  }
  Sets sets(names.size());
  for (const auto& [key, members] : blocks) {
    for (size_t x = 0; x < members.size(); ++x) {
      for (size_t y = x + 1; y < members.size(); ++y) {
        if (Agree(apart[static_cast<size_t>(members[x])], apart[static_cast<size_t>(members[y])]).agreement == Agreement::kSame) sets.Join(members[x], members[y]);
      }
    }
  }
  std::vector<int> groups;
  for (size_t i = 0; i < names.size(); ++i) groups.push_back(sets.Find(static_cast<int>(i)));
  return groups;
}

}  // namespace synoptic
