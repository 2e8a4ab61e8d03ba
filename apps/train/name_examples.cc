#include "name_examples.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>

#include "base/ascii.h"
#include "base/utf8.h"
#include "text/lexicon.h"

namespace synoptic {
namespace {

std::string NewName(const Example& from, const GoldSpan& gold, const NameLists& lists,
                    Random& random) {
  const std::string_view old = gold.span.In(from.text);
  const auto pick = [&](const std::vector<std::string>& list) {
    return list[Pick(random, list.size())];
  };
  if (gold.kind == Kind::kPer) {
    const size_t words = Split(old, ' ').size();
    if (words == 1) return Chance(random, 0.85) ? pick(lists.family) : pick(lists.given);
    if (words == 2) return pick(lists.given) + " " + pick(lists.family);
    return pick(lists.given) + " " + pick(lists.given) + " " + pick(lists.family);
  }
  const bool single = old.find(' ') == std::string_view::npos;
  if (gold.kind == Kind::kLoc && single) {
    const double dice = static_cast<double>(random()) / 4294967296.0;
    return pick(dice < 0.4 ? lists.countries : dice < 0.8 ? lists.cities : lists.regions);
  }
  return std::string(old);
}

}  // namespace

std::vector<Example> ReadExamples(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    std::cerr << "cannot read " << path << '\n';
    std::exit(1);
  }
  const size_t slash = path.find_last_of('/') + 1;
  const std::string set = path.substr(slash, path.find_last_of('.') - slash);
  std::vector<Example> examples;
  for (std::string line; std::getline(file, line);) {
    rapidjson::Document json;
    json.Parse(line.c_str());
    if (json.HasParseError()) continue;
    Example example{set, json["id"].GetString(), json["text"].GetString(), {}};
    const CodePointIndex index(example.text);
    const auto add = [&](const rapidjson::Value& row, Kind kind) {
      const Span span{static_cast<uint32_t>(index.ByteOf(row["begin"].GetUint())),
                      static_cast<uint32_t>(index.ByteOf(row["end"].GetUint()))};
      example.gold.push_back({span, kind});
    };
    for (const auto& row : json["gold"].GetArray()) {
      const std::string_view type = row["type"].GetString();
      add(row, type == "PER" ? Kind::kPer : type == "ORG" ? Kind::kOrg : Kind::kLoc);
    }
    for (const auto& row : json["ignore"].GetArray())
      add(row, set == "wikigold" ? Kind::kOther : Kind::kUnknown);
    examples.push_back(std::move(example));
  }
  return examples;
}

NameLists::NameLists() {
  const auto each = [](const char* path, auto&& add) {
    const Lexicon lexicon = Lexicon::Load(path);
    for (const Lexicon::Row& row : lexicon.rows()) add(row);
  };
  each("en/given_names.tsv", [&](const auto& row) { given.emplace_back(row[0]); });
  each("en/family_names.tsv", [&](const auto& row) { family.emplace_back(row[0]); });
  each("en/places.tsv",
       [&](const auto& row) { (row[2] == "city" ? cities : regions).emplace_back(row[0]); });
  each("en/countries.tsv", [&](const auto& row) {
    countries.emplace_back(row[1]);
    for (const std::string_view adjective : Split(row[3], '|')) {
      if (!adjective.empty()) adjectives.emplace_back(adjective);
    }
  });
}

Example Upper(const Example& from, Random& random, double share) {
  Example copy = from;
  bool upper = Chance(random, share);
  for (char& c : copy.text) {
    if (c == '\n')
      upper = Chance(random, share);
    else if (upper)
      c = ToUpper(c);
  }
  return copy;
}

Example Exchange(const Example& from, const NameLists& lists, Random& random) {
  Example copy{from.set, from.id + "+", {}, {}};
  std::vector<GoldSpan> gold = from.gold;
  std::sort(gold.begin(), gold.end(),
            [](const GoldSpan& a, const GoldSpan& b) { return a.span < b.span; });
  std::map<std::string, std::string> renamed;
  uint32_t at = 0;
  for (const GoldSpan& one : gold) {
    if (one.span.begin < at || one.kind == Kind::kUnknown) continue;
    const std::string old(one.span.In(from.text));
    auto found = renamed.find(old);
    if (found == renamed.end())
      found =
          renamed.emplace(old, Chance(random, 0.8) ? NewName(from, one, lists, random) : old).first;
    copy.text.append(from.text, at, one.span.begin - at);
    const uint32_t begin = static_cast<uint32_t>(copy.text.size());
    copy.text += found->second;
    copy.gold.push_back({{begin, static_cast<uint32_t>(copy.text.size())}, one.kind});
    at = one.span.end;
  }
  copy.text.append(from.text, at, std::string::npos);
  return copy;
}

}  // namespace synoptic
