#include "names/group.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "names/sets.h"

namespace synoptic {
namespace {

constexpr size_t kLargestBlock = 400;

// A surname alone, or initials before one.
bool LacksParts(const PersonName& name) {
  const auto full = std::count_if(name.parts.begin(), name.parts.end(),
                                  [](const NamePart& part) { return !part.initial; });
  return full < 2;
}

std::map<std::string, std::vector<size_t>> Blocks(const std::vector<PersonName>& names) {
  std::map<std::string, std::vector<size_t>> blocks;
  for (size_t i = 0; i < names.size(); ++i) {
    std::set<std::string> keys = {" " + names[i].whole};
    for (const NamePart& part : names[i].parts) {
      if (part.initial) continue;
      keys.insert(part.key.substr(0, 3));
      // The end of a word too: a typing error may stand at its start.
      if (part.key.size() > 4) keys.insert("-" + part.key.substr(part.key.size() - 4));
    }
    for (const std::string& key : keys) blocks[key].push_back(i);
  }
  return blocks;
}

class Joiner {
 public:
  Joiner(const std::vector<PersonName>& names, const std::function<bool(size_t, size_t)>& apart)
      : names_(names), apart_(apart), sets_(names.size()), members_(names.size()) {
    for (size_t i = 0; i < names.size(); ++i) members_[i] = {i};
  }

  std::vector<NameJoin> Join(const std::vector<NameJoin>& given) {
    for (const NameJoin& join : given) {
      if (sets_.Find(join.a) != sets_.Find(join.b)) Add(join.a, join.b, join.why);
    }
    FindPairs();
    for (const Pair& pair : full_) {
      if (sets_.Find(pair.a) != sets_.Find(pair.b) && MayJoin(pair.a, pair.b))
        Add(pair.a, pair.b, pair.why);
    }
    JoinLacking();
    std::sort(joins_.begin(), joins_.end(), [](const NameJoin& x, const NameJoin& y) {
      return std::pair(x.a, x.b) < std::pair(y.a, y.b);
    });
    return std::move(joins_);
  }

 private:
  struct Pair {
    size_t a, b;
    double score;
    std::string_view why;
  };

  void FindPairs() {
    std::set<std::pair<size_t, size_t>> done;
    for (const auto& [key, block] : Blocks(names_)) {
      const size_t size = std::min(block.size(), kLargestBlock);
      for (size_t x = 0; x < size; ++x) {
        for (size_t y = x + 1; y < size; ++y) {
          if (done.emplace(block[x], block[y]).second) Try(block[x], block[y]);
        }
      }
    }
    // Best first; ties by spelling, not by position.
    const auto spelled = [&](const Pair& p) {
      const auto& [x, y] = std::minmax(names_[p.a].whole, names_[p.b].whole);
      return std::pair(x, y);
    };
    std::stable_sort(full_.begin(), full_.end(), [&](const Pair& p, const Pair& q) {
      return p.score != q.score ? p.score > q.score : spelled(p) < spelled(q);
    });
  }

  void Try(size_t a, size_t b) {
    const bool lacking = LacksParts(names_[a]) || LacksParts(names_[b]);
    const NameAgreement agreement = Agree(names_[a], names_[b]);
    if (agreement.agreement == Agreement::kDifferent) return;
    if (!lacking || names_[a].whole == names_[b].whole) {
      if (agreement.agreement == Agreement::kSame)
        full_.push_back({a, b, agreement.score, agreement.why});
    } else {
      lacking_.push_back({a, b, agreement.score, agreement.why});
    }
  }

  // A name that lacks something joins the one group it fits.
  void JoinLacking() {
    std::map<size_t, std::set<size_t>> fits;
    std::map<std::pair<size_t, size_t>, Pair> best;
    for (const Pair& pair : lacking_) {
      for (const auto& [lack, whole] : {std::pair(pair.a, pair.b), std::pair(pair.b, pair.a)}) {
        if (!LacksParts(names_[lack]) || LacksParts(names_[whole])) continue;
        const size_t group = sets_.Find(whole);
        fits[sets_.Find(lack)].insert(group);
        best.try_emplace({sets_.Find(lack), group}, Pair{lack, whole, pair.score, pair.why});
      }
    }
    for (const auto& [lack, groups] : fits) {
      if (groups.size() != 1) continue;
      const Pair& pair = best.at({lack, *groups.begin()});
      if (MayJoin(pair.a, pair.b)) Add(pair.a, pair.b, "the only person of that surname");
    }
  }

  bool MayJoin(size_t a, size_t b) {
    if (!apart_) return true;
    for (const size_t x : members_[sets_.Find(a)]) {
      for (const size_t y : members_[sets_.Find(b)]) {
        if (apart_(x, y)) return false;
      }
    }
    return true;
  }

  void Add(size_t a, size_t b, std::string_view why) {
    const size_t x = sets_.Find(a), y = sets_.Find(b);
    sets_.Join(a, b);
    const size_t root = sets_.Find(a), other = root == x ? y : x;
    members_[root].insert(members_[root].end(), members_[other].begin(), members_[other].end());
    members_[other].clear();
    joins_.push_back({std::min(a, b), std::max(a, b), why});
  }

  const std::vector<PersonName>& names_;
  const std::function<bool(size_t, size_t)>& apart_;
  Sets sets_;
  std::vector<std::vector<size_t>> members_;
  std::vector<Pair> full_, lacking_;
  std::vector<NameJoin> joins_;
};

}  // namespace

std::vector<NameJoin> JoinNames(const std::vector<PersonName>& names,
                                const std::function<bool(size_t, size_t)>& apart,
                                const std::vector<NameJoin>& given) {
  return Joiner(names, apart).Join(given);
}

}  // namespace synoptic
