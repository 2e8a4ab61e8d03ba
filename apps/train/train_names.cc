// Trains the weights of the name tagger (data/en/names.bin).
//
//   train_names OUT.bin FILE.jsonl…             trains on all files and writes the weights
//   train_names OUT.bin FILE.jsonl… --test FILE.jsonl   also prints precision, recall, F1 on a file
//   not trained on train_names --folds N FILE.jsonl…           cross-validation over documents,
//   prints precision, recall, F1 per file
//
// A line of a file: {"id", "text", "gold": [{"begin","end","type": PER|ORG|LOC}], "ignore":
// [{"begin","end"}]}, positions in code points. Method: linear-chain CRF, stochastic gradient with
// AdaGrad; words under `ignore` may have any label (those of a file called wikigold are names of
// another kind). Copies with changed case, with exchanged names and made lines of news (datelines,
// headlines, results) are added. Same input, same bytes.
#include <rapidjson/document.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <random>
#include <sstream>
#include <unordered_map>

#include "base/ascii.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "ingest/ingest.h"
#include "names/features.h"
#include "names/mentions.h"
#include "names/tagger.h"
#include "text/lexicon.h"
#include "text/text.h"

namespace synoptic {
namespace {

enum class Kind { kPer, kOrg, kLoc, kOther, kUnknown };
constexpr std::string_view kKindNames[] = {"PER", "ORG", "LOC", "MISC", "?"};

struct GoldSpan {
  Span span;
  Kind kind;
};

struct Example {
  std::string set, id, text;
  std::vector<GoldSpan> gold;
};

using Random = std::mt19937;

size_t Pick(Random& random, size_t size) { return random() % size; }
bool Chance(Random& random, double p) { return random() < p * 4294967296.0; }

// ---- reading ------------------------------------------------------------------------------------

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

// ---- more examples ------------------------------------------------------------------------------

struct NameLists {
  std::vector<std::string> given, family, cities, countries, regions, adjectives;

  NameLists() {
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
};

// A copy in which some lines are in capitals.
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

// A copy with other names for people and places, the same new one for the same old one.
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

// ---- made lines ---------------------------------------------------------------------------------

// Fills the patterns of apps/train/made_lines.txt, which says what they mean.
class LineMaker {
 public:
  LineMaker(const NameLists& lists, Random& random) : lists_(lists), random_(random) {}

  // One story: some of its lines, repeated where the pattern says so, slots kept throughout.
  Example Story(const std::vector<std::string>& patterns, std::string id) {
    slots_.clear();
    Example out{"made", std::move(id), {}, {}};
    for (const std::string& pattern : patterns) {
      if (Chance(random_, 0.15)) continue;
      const bool repeat = pattern.front() == '*';
      const bool capitals = pattern.starts_with("L ");
      const size_t times = repeat ? 1 + Pick(random_, 4) : 1;
      for (size_t i = 0; i < times; ++i) {
        const size_t begin = out.text.size();
        Append(std::string_view(pattern).substr(repeat ? 1 : capitals ? 2 : 0), out);
        if (!capitals || Chance(random_, 0.2)) continue;
        for (size_t at = begin; at < out.text.size(); ++at) out.text[at] = ToUpper(out.text[at]);
      }
    }
    return out;
  }

 private:
  void Append(std::string_view pattern, Example& out) {
    for (size_t at = 0; at < pattern.size(); ++at) {
      const size_t close = pattern[at] == '{' ? pattern.find('}', at) : std::string_view::npos;
      if (close == std::string_view::npos) {
        out.text += pattern[at];
        continue;
      }
      Fill(pattern[at + 1], pattern.substr(at + 2, close - at - 2), out);
      at = close;
    }
    out.text += '\n';
  }

  const std::string& Any(const std::vector<std::string>& list) {
    return list[Pick(random_, list.size())];
  }
  template <size_t N>
  std::string Any(const char* const (&list)[N]) {
    return list[Pick(random_, N)];
  }

  void Name(const std::string& name, Kind kind, Example& out) {
    const uint32_t begin = static_cast<uint32_t>(out.text.size());
    out.text += name;
    out.gold.push_back({{begin, static_cast<uint32_t>(out.text.size())}, kind});
  }

  // What stands for `kind` and `number` in this story; a new one each time where there is no
  // number.
  const std::string& Slot(char kind, std::string_view number) {
    std::string key(1, kind);
    key += number;
    if (!number.empty()) {
      if (const auto known = slots_.find(key); known != slots_.end()) return known->second;
    }
    return slots_[key] = Make(kind, number);
  }

  std::string Make(char kind, std::string_view number) {
    switch (kind) {
      case 'G':
        return Any(lists_.given);
      case 'F':
        return Chance(random_, 0.03) ? Any(lists_.family) + "-" + Any(lists_.family)
                                     : Any(lists_.family);
      case 'C':
        return Any(lists_.countries);
      case 'T':
        return Any(lists_.cities);
      case 'R':
        return Any(lists_.regions);
      case 'S':
        return Club();
      case 'K':
      case 'k':
        return Nickname();
      case 'o':
        return Word();
      case 'O':
        return (number.empty() ? Word() : Slot('o', number)) +
               (Chance(random_, 0.2) ? Any(kTrades) : "") + Any(kCompanyEnds);
      case 'A':
        return Any(kAgencies);
      case 'M':
        return Any(kOffices);
      case 'Y':
        return Party();
      case 'B':
        return Letters();
      case 'U':
        return Institution();
      case 'E':
        return Chance(random_, 0.4)   ? Any(lists_.countries) + " Open"
               : Chance(random_, 0.3) ? Any(lists_.cities) + " Grand Prix"
                                      : Any(kEvents);
      case 'J':
        return Any(lists_.adjectives);
      case 'X':
        return Any(lists_.given) + " Star";
      default:
        return std::string();
    }
  }

  std::string Word() {
    std::string word = Chance(random_, 0.7) ? Any(lists_.family) : Any(lists_.cities);
    if (Chance(random_, 0.3)) word = word.substr(0, std::min<size_t>(word.size(), 4)) + Any(kStems);
    return std::all_of(word.begin(), word.end(), [](char c) { return (c & 0x80) == 0; })
               ? word
               : Any(kStems) + std::string("tex");
  }
  std::string Club() {
    if (Chance(random_, 0.2)) return Any(kClubStarts) + Any(lists_.cities);
    if (Chance(random_, 0.3)) return Any(lists_.regions);
    return Any(lists_.cities) + (Chance(random_, 0.3) ? Any(kClubEnds) : "");
  }
  std::string Nickname() { return Any(kNicknames); }
  std::string Letters() {
    std::string letters;
    for (size_t i = 2 + Pick(random_, 4); i-- > 0;)
      letters += static_cast<char>('A' + Pick(random_, 26));
    if (Chance(random_, 0.1)) return "U.N.";
    return letters;
  }
  std::string Party() {
    const std::string what = Any(kPartyWords);
    if (Chance(random_, 0.2)) return what + " Party of " + Any(lists_.countries);
    if (Chance(random_, 0.2)) return Any(lists_.regions) + " Liberation Front";
    return what + Any(kPartyEnds);
  }
  std::string Institution() {
    const std::string town = Chance(random_, 0.7) ? Any(lists_.cities) : Any(lists_.family);
    if (Chance(random_, 0.3)) return "University of " + town;
    return town + Any(kInstitutions);
  }

  void Fill(char what, std::string_view number, Example& out) {
    switch (what) {
      case 'P': {
        std::string middle =
            Chance(random_, 0.05) ? " " + Any(lists_.given).substr(0, 1) + "." : "";
        return Name(Slot('G', number) + middle + " " + Slot('F', number), Kind::kPer, out);
      }
      case 'I': {
        const std::string initial = Slot('G', number).substr(0, 1);
        return Name((IsAlpha(initial[0]) ? initial : "J") + (Chance(random_, 0.8) ? ". " : ".") +
                        Slot('F', number),
                    Kind::kPer, out);
      }
      case 'F':
      case 'G':
        return Name(Slot(what, number), Kind::kPer, out);
      case 'C':
      case 'T':
      case 'R':
        return Name(Slot(what, number), Kind::kLoc, out);
      case 'K':
        return Name(Any(lists_.cities) + " " + Slot('K', number), Kind::kOrg, out);
      case 'k':
        return Name(Slot('K', number), Kind::kOrg, out);
      case 'S':
      case 'O':
      case 'o':
      case 'A':
      case 'M':
      case 'Y':
      case 'B':
      case 'U':
        return Name(Slot(what, number), Kind::kOrg, out);
      case 'E':
      case 'J':
      case 'X':
        return Name(Slot(what, number), Kind::kOther, out);
      case 'N':
        out.text += std::to_string(Pick(random_, 9));
        return;
      case 'W':
        out.text += std::to_string(10 + Pick(random_, 190));
        return;
      case 'D':
        return Day(out);
      default:
        return;
    }
  }
  void Day(Example& out) {
    const std::string month = std::to_string(1 + Pick(random_, 9)),
                      day = std::to_string(10 + Pick(random_, 19));
    if (Chance(random_, 0.6))
      out.text += "20" + std::to_string(10 + Pick(random_, 16)) + "-0" + month + "-" + day;
    else
      out.text += Any(kMonths) + " " + day;
  }

  static constexpr const char* kCompanyEnds[] = {
      " Corp",   " Inc",      " Ltd",        " Group",    " Bank",       " Airlines",
      " AG",     " SA",       " Co",         " Holdings", " Industries", " Plc",
      " & Co",   " Partners", " Securities", " Inc.",     " Corp.",      " Co Ltd",
      " NV",     " SpA",      " Oil",        " Motors",   " Brothers",   " International",
      " Systems"};
  static constexpr const char* kTrades[] = {" Steel", " Energy",    " Telecom", " Chemical",
                                            " Foods", " Insurance", " Media",   " Electric",
                                            " Gas",   " Mining",    " Software"};
  static constexpr const char* kStems[] = {"tel", "corp", "tech", "max", "tron", "gas",
                                           "com", "net",  "star", "sun", "bank", "air"};
  static constexpr const char* kAgencies[] = {"Reuters",
                                              "Tass",
                                              "Interfax",
                                              "Xinhua",
                                              "Itar-Tass",
                                              "RIA",
                                              "Kyodo",
                                              "BBC",
                                              "CNN",
                                              "AFP",
                                              "AP",
                                              "DPA",
                                              "ANSA",
                                              "The Times",
                                              "Daily News",
                                              "Evening Post",
                                              "Morning Herald",
                                              "Tribune",
                                              "Radio One",
                                              "State Television",
                                              "National Radio"};
  static constexpr const char* kOffices[] = {"Foreign Ministry",
                                             "Interior Ministry",
                                             "Defence Ministry",
                                             "Ministry of Trade",
                                             "Finance Ministry",
                                             "Supreme Court",
                                             "Constitutional Court",
                                             "High Court",
                                             "Senate",
                                             "House of Representatives",
                                             "Congress",
                                             "Parliament",
                                             "State Department",
                                             "Pentagon",
                                             "Federal Reserve",
                                             "Central Bank",
                                             "European Commission",
                                             "European Union",
                                             "Security Council",
                                             "United Nations",
                                             "Red Cross",
                                             "Treasury",
                                             "Election Commission",
                                             "Justice Department",
                                             "Agriculture Department",
                                             "World Bank",
                                             "District Court",
                                             "National Assembly",
                                             "Labour Ministry",
                                             "Coast Guard"};
  static constexpr const char* kPartyWords[] = {"Socialist",
                                                "Democratic",
                                                "Conservative",
                                                "Labour",
                                                "National",
                                                "Liberal",
                                                "Christian Democratic",
                                                "People's",
                                                "Workers",
                                                "Republican",
                                                "Green",
                                                "Islamic",
                                                "Communist",
                                                "Social Democratic",
                                                "Reform",
                                                "Patriotic",
                                                "Freedom",
                                                "Unity",
                                                "Progress",
                                                "Farmers"};
  static constexpr const char* kPartyEnds[] = {" Party",    " Union",    " Front",
                                               " Movement", " Alliance", " League",
                                               " Party",    " Congress", " Coalition"};
  static constexpr const char* kInstitutions[] = {
      " University",          " Hospital",         " College",
      " Stock Exchange",      " Institute",        " Museum",
      " General Hospital",    " Medical Center",   " City Council",
      " Chamber of Commerce", " Police Department"};
  static constexpr const char* kClubStarts[] = {"Real ",   "Dynamo ",    "Sporting ", "Inter ",
                                                "Racing ", "FC ",        "Spartak ",  "Lokomotiv ",
                                                "AC ",     "Atletico ",  "Borussia ", "Bayer ",
                                                "Union ",  "Deportivo ", "Maccabi "};
  static constexpr const char* kClubEnds[] = {" United",    " City",     " Rovers", " Town",
                                              " Wanderers", " Athletic", " County", " Albion",
                                              " Wednesday", " Rangers"};
  static constexpr const char* kNicknames[] = {
      "Bears",     "Tigers",    "Lions",      "Eagles",   "Hawks",    "Sharks",  "Wolves",
      "Kings",     "Knights",   "Pirates",    "Giants",   "Rockets",  "Comets",  "Stars",
      "Bulls",     "Colts",     "Rams",       "Falcons",  "Panthers", "Cougars", "Jets",
      "Red Birds", "Blue Caps", "White Caps", "Senators", "Rangers",  "Royals",  "Cubs",
      "Braves",    "Saints",    "Raiders",    "Storm",    "Thunder",  "Bruins",  "Flames",
      "Islanders", "Pilots",    "Miners",     "Sailors",  "Twins"};
  static constexpr const char* kEvents[] = {
      "World Cup",    "Olympic Games", "Davis Cup",          "European Cup", "Cup Winners' Cup",
      "World Series", "Tour",          "World Championship", "Asian Games",  "Nations Cup",
      "Masters",      "Film Festival", "Champions League",   "Olympics",     "Super League",
      "Easter",       "Christmas"};
  static constexpr const char* kMonths[] = {"January", "February", "March", "April",
                                            "May",     "June",     "July",  "Aug",
                                            "Sept",    "October",  "Nov",   "Dec"};

  const NameLists& lists_;
  Random& random_;
  std::map<std::string, std::string> slots_;
};

// The stories of a file of patterns.
std::vector<std::vector<std::string>> ReadPatterns(const std::string& path) {
  std::vector<std::vector<std::string>> stories(1);
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    if (!line.empty())
      stories.back().push_back(line);
    else if (!stories.back().empty())
      stories.emplace_back();
  }
  if (stories.back().empty()) stories.pop_back();
  return stories;
}

std::vector<Example> MadeExamples(const std::string& path, const NameLists& lists, Random& random,
                                  int count) {
  std::vector<Example> made;
  const auto stories = ReadPatterns(path);
  LineMaker maker(lists, random);
  for (int i = 0; i < count && !stories.empty(); ++i) {
    made.push_back(
        maker.Story(stories[static_cast<size_t>(i) % stories.size()], "made-" + std::to_string(i)));
  }
  return made;
}

// ---- instances ----------------------------------------------------------------------------------

// One stretch of words that may be names.
struct Instance {
  std::vector<std::vector<uint32_t>> features;  // of each word
  std::vector<uint16_t> allowed, gold;          // labels as bits
  float weight = 1;
};

class Vocabulary {
 public:
  uint32_t Id(uint64_t feature) {
    const auto [found, fresh] = ids_.try_emplace(feature, static_cast<uint32_t>(hashes_.size()));
    if (fresh) hashes_.push_back(feature);
    return found->second;
  }
  size_t size() const { return hashes_.size(); }
  uint64_t Hash(size_t id) const { return hashes_[id]; }

 private:
  std::unordered_map<uint64_t, uint32_t> ids_;
  std::vector<uint64_t> hashes_;
};

// As the program reads a plain-text report.
Document Tokenized(const Example& example) {
  std::istringstream bytes(example.text);
  auto reading = ReportReader("report.txt", bytes, {}).Next();
  if (!reading || !*reading || (*reading)->text != example.text) return Document();
  Document document = std::move(reading->value());
  FindTokens(document);
  return document;
}

std::vector<uint16_t> GoldMasks(const Document& document, const Example& example,
                                const NameFeatures& features) {
  std::vector<uint16_t> masks(document.tokens.size(), kOutOnly);
  const auto at_or_after = [&](uint32_t begin) {
    return std::lower_bound(
               document.tokens.begin(), document.tokens.end(), begin,
               [](const Token& token, uint32_t where) { return token.span.begin < where; }) -
           document.tokens.begin();
  };
  for (const bool known : {false, true}) {
    for (const GoldSpan& one : example.gold) {
      if ((one.kind != Kind::kUnknown && one.kind != Kind::kOther) != known) continue;
      for (size_t i = static_cast<size_t>(at_or_after(one.span.begin)), k = i;
           i < masks.size() && document.tokens[i].span.begin < one.span.end; ++i) {
        const int label = 1 + 2 * static_cast<int>(one.kind) + (i > k);
        masks[i] = one.kind == Kind::kUnknown ? kAnyLabel : static_cast<uint16_t>(1u << label);
      }
    }
  }
  for (size_t i = 0; i < masks.size(); ++i) {
    masks[i] &= features.Allowed(static_cast<Index>(i));
    if (masks[i] == 0) masks[i] = kOutOnly;
  }
  // No inside without a begin before it.
  for (size_t i = 0; i < masks.size(); ++i) {
    for (int inside = kIPer; inside < kNameLabels; inside += 2) {
      const bool alone = masks[i] == 1u << inside;
      if (alone && (i == 0 || !(masks[i - 1] & (3u << (inside - 1)))))
        masks[i] = static_cast<uint16_t>(1u << (inside - 1));
    }
  }
  return masks;
}

void AddInstances(const Example& example, Vocabulary& vocabulary, std::vector<Instance>& out,
                  Random& random, double drop) {
  const Document document = Tokenized(example);
  const NameFeatures features(document);
  const std::vector<uint16_t> gold = GoldMasks(document, example, features);
  std::vector<uint64_t> found;
  Instance instance;
  const auto flush = [&] {
    if (!instance.features.empty()) out.push_back(std::move(instance));
    instance = {};
  };
  (void)random, (void)drop;
  for (size_t s = 0; s < document.sentences.size(); ++s) {
    for (Index i = document.sentences[s].first_token; i < document.sentences[s].end_token; ++i) {
      if (features.Allowed(i) == kOutOnly) {
        flush();
        continue;
      }
      found.clear();
      features.Append(static_cast<Index>(s), i, found);
      std::vector<uint32_t> ids;
      for (const uint64_t feature : found) ids.push_back(vocabulary.Id(feature));
      instance.features.push_back(std::move(ids));
      instance.allowed.push_back(features.Allowed(i));
      instance.gold.push_back(gold[static_cast<size_t>(i)]);
    }
    flush();
  }
}

// ---- the random field ---------------------------------------------------------------------------

class Trainer {
 public:
  explicit Trainer(size_t features) : weights_(features), squares_(features) {
    for (auto& row : transition_squares_) row.fill(0);
  }

  void Train(std::vector<Instance>& instances, int epochs, float rate, float decay,
             Random& random) {
    std::vector<size_t> order(instances.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    for (int epoch = 0; epoch < epochs; ++epoch) {
      for (size_t i = order.size(); i-- > 1;) std::swap(order[i], order[Pick(random, i + 1)]);
      double loss = 0;
      for (const size_t i : order) loss += Step(instances[i], rate, random);
      for (auto& row : weights_)
        for (float& w : row) w *= decay;
      std::cerr << "epoch " << epoch << " loss " << loss / static_cast<double>(order.size())
                << '\n';
    }
  }

  std::vector<NameModel::Weight> Weights(const Vocabulary& vocabulary, float threshold) const {
    std::vector<NameModel::Weight> kept;
    for (size_t i = 0; i < weights_.size(); ++i) {
      float largest = 0;
      for (const float w : weights_[i]) largest = std::max(largest, std::abs(w));
      if (largest < threshold) continue;
      NameModel::Weight weight{vocabulary.Hash(i), weights_[i]};
      for (float& w : weight.scores) w = std::clamp(w, -kLargest, kLargest);
      kept.push_back(weight);
    }
    std::sort(kept.begin(), kept.end(),
              [](const auto& a, const auto& b) { return a.feature < b.feature; });
    return kept;
  }
  const LabelTransitions& transitions() const { return transitions_; }

 private:
  static constexpr float kLargest = 4;
  using Row = std::array<double, kNameLabels>;

  // Log of the sum over paths with only `masks` labels; fills the chances of labels and
  // transitions.
  double Expect(const std::vector<Row>& scores, const std::vector<uint16_t>& masks,
                std::vector<Row>& chance, std::array<Row, kNameLabels>& moves) {
    const size_t n = scores.size();
    std::vector<Row> forward(n), backward(n);
    const auto log_add = [](double a, double b) {
      if (a < b) std::swap(a, b);
      return b < -1e29 ? a : a + std::log1p(std::exp(b - a));
    };
    for (size_t i = 0; i < n; ++i) {
      for (int to = 0; to < kNameLabels; ++to) {
        forward[i][to] = -1e30;
        if (!(masks[i] >> to & 1)) continue;
        for (int from = 0; from < kNameLabels; ++from) {
          if (!MayFollow(from, to)) continue;
          const double before = i == 0 ? (from == kOut ? 0 : -1e30) : forward[i - 1][from];
          if (before > -1e29)
            forward[i][to] = log_add(forward[i][to], before + transitions_[from][to]);
        }
        forward[i][to] += scores[i][to];
      }
    }
    for (size_t i = n; i-- > 0;) {
      for (int from = 0; from < kNameLabels; ++from) {
        if (i + 1 == n) {
          backward[i][from] = transitions_[from][kOut];
          continue;
        }
        backward[i][from] = -1e30;
        for (int to = 0; to < kNameLabels; ++to) {
          if (!MayFollow(from, to) || !(masks[i + 1] >> to & 1)) continue;
          backward[i][from] = log_add(
              backward[i][from], transitions_[from][to] + scores[i + 1][to] + backward[i + 1][to]);
        }
      }
    }
    double total = -1e30;
    for (int y = 0; y < kNameLabels; ++y)
      total = log_add(total, forward[n - 1][y] + backward[n - 1][y]);
    chance.assign(n, Row{});
    for (auto& row : moves) row.fill(0);
    for (size_t i = 0; i < n; ++i) {
      for (int y = 0; y < kNameLabels; ++y) {
        if (masks[i] >> y & 1) chance[i][y] = std::exp(forward[i][y] + backward[i][y] - total);
        for (int from = 0; from < kNameLabels; ++from) {
          if (!MayFollow(from, y) || !(masks[i] >> y & 1)) continue;
          const double before = i == 0 ? (from == kOut ? 0 : -1e30) : forward[i - 1][from];
          if (before > -1e29)
            moves[from][y] +=
                std::exp(before + transitions_[from][y] + scores[i][y] + backward[i][y] - total);
        }
      }
    }
    for (int y = 0; y < kNameLabels; ++y) moves[y][kOut] += chance[n - 1][y];
    return total;
  }

  double Step(const Instance& instance, float rate, Random& random) {
    const size_t n = instance.features.size();
    std::vector<Row> scores(n, Row{});
    std::vector<std::vector<uint32_t>> kept(n);
    for (size_t i = 0; i < n; ++i) {
      for (const uint32_t id : instance.features[i]) {
        if (Chance(random, kDrop)) continue;
        kept[i].push_back(id);
        for (int y = 0; y < kNameLabels; ++y) scores[i][y] += weights_[id][y];
      }
    }
    std::vector<Row> right, all;
    std::array<Row, kNameLabels> right_moves, all_moves;
    const double good = Expect(scores, instance.gold, right, right_moves);
    const double total = Expect(scores, instance.allowed, all, all_moves);
    if (!(good > -1e20)) return 0;
    for (size_t i = 0; i < n; ++i) {
      for (const uint32_t id : kept[i]) {
        for (int y = 0; y < kNameLabels; ++y) {
          Move(weights_[id][y], squares_[id][y],
               static_cast<float>(right[i][y] - all[i][y]) * instance.weight, rate);
        }
      }
    }
    for (int a = 0; a < kNameLabels; ++a) {
      for (int b = 0; b < kNameLabels; ++b) {
        Move(transitions_[a][b], transition_squares_[a][b],
             static_cast<float>(right_moves[a][b] - all_moves[a][b]), rate);
      }
    }
    return total - good;
  }

  static void Move(float& weight, float& squares, float gradient, float rate) {
    if (std::abs(gradient) < 1e-5f) return;
    squares += gradient * gradient;
    weight += rate * gradient / std::sqrt(squares + 1.0f);
  }

  static constexpr double kDrop = 0.15;
  std::vector<LabelScores> weights_, squares_;
  LabelTransitions transitions_{}, transition_squares_{};
};

struct Settings {
  std::string patterns = "apps/train/made_lines.txt";
  int exchanged = 3, made = 400, epochs = 12;
  float rate = 0.15f, decay = 0.995f, threshold = 0.03f;
};

std::string TrainModel(const std::vector<Example>& examples, const Settings& settings) {
  Random random(20250511);
  const NameLists lists;
  Vocabulary vocabulary;
  std::vector<Instance> instances;
  for (const Example& example : examples) {
    AddInstances(example, vocabulary, instances, random, 0);
    AddInstances(Upper(example, random, 0.5), vocabulary, instances, random, 0);
    for (int i = 0; i < settings.exchanged; ++i) {
      const Example other = Exchange(example, lists, random);
      AddInstances(i == 0 ? Upper(other, random, 0.2) : other, vocabulary, instances, random, 0);
    }
  }
  for (const Example& example : MadeExamples(settings.patterns, lists, random, settings.made)) {
    AddInstances(Upper(example, random, 0.1), vocabulary, instances, random, 0);
  }
  std::cerr << instances.size() << " stretches, " << vocabulary.size() << " features\n";
  Trainer trainer(vocabulary.size());
  trainer.Train(instances, settings.epochs, settings.rate, settings.decay, random);
  const auto weights = trainer.Weights(vocabulary, settings.threshold);
  std::cerr << weights.size() << " kept\n";
  return NameModel::Pack(weights, trainer.transitions());
}

// ---- scores -------------------------------------------------------------------------------------

struct Counts {
  int gold = 0, found = 0, right = 0;
  double F1() const { return gold + found == 0 ? 0 : 2.0 * right / (gold + found); }
};

void Show(const char* what, Span span, Kind kind, const Example& example) {
  const size_t begin = span.begin > 40 ? span.begin - 40 : 0;
  std::string around = example.text.substr(begin, span.end + 40 - begin);
  std::replace(around.begin(), around.end(), '\n', '|');
  std::cout << what << ' ' << kKindNames[static_cast<size_t>(kind)] << " [" << span.In(example.text)
            << "] " << around << '\n';
}

void Judge(const Example& example, const NameModel& model, std::map<std::string, Counts>& counts,
           bool show = false) {
  const Document document = Tokenized(example);
  const NameFeatures features(document);
  const std::vector<NameLabel> labels = TagNames(document, features, model);
  std::vector<std::pair<Span, Kind>> found;
  for (const NameMention& name : NamesFromLabels(document, features, labels)) {
    static constexpr Kind kKinds[] = {Kind::kPer, Kind::kOrg, Kind::kLoc, Kind::kLoc, Kind::kOther};
    found.push_back(
        {SpanOf(document, name.first, name.end), kKinds[static_cast<size_t>(name.type)]});
  }
  const auto count = [&](Kind kind) -> std::array<Counts*, 2> {
    return {&counts[example.set],
            &counts[example.set + " " + std::string(kKindNames[static_cast<size_t>(kind)])]};
  };
  for (const GoldSpan& one : example.gold) {
    if (one.kind < Kind::kOther)
      for (Counts* each : count(one.kind)) ++each->gold;
  }
  for (const GoldSpan& one : example.gold) {
    const auto same = [&](const auto& f) { return f.first == one.span && f.second == one.kind; };
    if (show && one.kind < Kind::kOther && std::none_of(found.begin(), found.end(), same))
      Show("missed", one.span, one.kind, example);
  }
  for (const auto& [span, kind] : found) {
    if (kind == Kind::kOther) continue;
    bool right = false, ignored = false;
    for (const GoldSpan& one : example.gold) {
      right = right || (one.kind == kind && one.span == span);
      ignored = ignored || (one.kind >= Kind::kOther && one.span.Contains(span));
    }
    if (show && !right && !ignored) Show("false", span, kind, example);
    for (Counts* each : count(kind)) {
      each->right += right;
      each->found += right || !ignored;
    }
  }
}

void Print(const std::map<std::string, Counts>& counts) {
  for (const auto& [set, count] : counts) {
    std::cout << set << " gold " << count.gold << " found " << count.found << " right "
              << count.right << " F1 " << count.F1() << '\n';
  }
}

int Folds(const std::vector<Example>& examples, int folds, const Settings& settings) {
  std::map<std::string, Counts> counts;
  for (int fold = 0; fold < folds; ++fold) {
    std::vector<Example> train;
    std::vector<const Example*> held;
    for (const Example& example : examples) {
      if (Hash64(example.id) % static_cast<uint64_t>(folds) == static_cast<uint64_t>(fold))
        held.push_back(&example);
      else
        train.push_back(example);
    }
    std::string bytes = TrainModel(train, settings);
    const NameModel model(bytes);
    for (const Example* example : held) Judge(*example, model, counts);
  }
  Print(counts);
  return 0;
}

int Main(int argc, char** argv) {
  Settings settings;
  std::vector<std::string> words(argv + 1, argv + argc);
  int folds = 0;
  bool show = false;
  std::vector<std::string> paths, tests;
  for (size_t i = 0; i < words.size(); ++i) {
    const auto number = [&] { return std::stod(words[++i]); };
    if (words[i] == "--folds")
      folds = static_cast<int>(number());
    else if (words[i] == "--errors")
      show = true;
    else if (words[i] == "--test")
      tests.push_back(words[++i]);
    else if (words[i] == "--epochs")
      settings.epochs = static_cast<int>(number());
    else if (words[i] == "--exchanged")
      settings.exchanged = static_cast<int>(number());
    else if (words[i] == "--made")
      settings.made = static_cast<int>(number());
    else if (words[i] == "--patterns")
      settings.patterns = words[++i];
    else if (words[i] == "--rate")
      settings.rate = static_cast<float>(number());
    else if (words[i] == "--decay")
      settings.decay = static_cast<float>(number());
    else if (words[i] == "--threshold")
      settings.threshold = static_cast<float>(number());
    else
      paths.push_back(words[i]);
  }
  if (paths.size() < 2) {
    std::cerr << "usage: train_names [--folds N] [OUT.bin] FILE.jsonl...\n";
    return 2;
  }
  std::vector<Example> examples;
  for (size_t i = folds > 0 ? 0 : 1; i < paths.size(); ++i) {
    for (Example& example : ReadExamples(paths[i])) examples.push_back(std::move(example));
  }
  if (folds > 0) return Folds(examples, folds, settings);
  const std::string bytes = TrainModel(examples, settings);
  std::ofstream out(paths[0], std::ios::binary);
  out << bytes;
  std::map<std::string, Counts> counts;
  for (const std::string& path : tests) {
    for (const Example& example : ReadExamples(path))
      Judge(example, NameModel(bytes), counts, show);
  }
  Print(counts);
  return out.good() ? 0 : 1;
}

}  // namespace
}  // namespace synoptic

int main(int argc, char** argv) { return synoptic::Main(argc, argv); }
