// Trains the weights of the name tagger (data/en/names.bin).
//
//   train_names OUT.bin FILE.jsonl…             trains on all files and writes the weights
//   train_names --folds N FILE.jsonl…           cross-validation over documents, prints precision, recall, F1 per file
//
// A line of a file: {"id", "text", "gold": [{"begin","end","type": PER|ORG|LOC}], "ignore": [{"begin","end"}]}, positions
// in code points. Method: linear-chain CRF, stochastic gradient with AdaGrad; words under `ignore` may have any label
// (those of a file called wikigold are names of another kind). Copies with changed case, with exchanged names and made
// lines of news (datelines, headlines, results) are added. Same input, same bytes.
#include <rapidjson/document.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <random>
#include <unordered_map>

#include "base/ascii.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "names/features.h"
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
      const Span span{static_cast<uint32_t>(index.ByteOf(row["begin"].GetUint())), static_cast<uint32_t>(index.ByteOf(row["end"].GetUint()))};
      example.gold.push_back({span, kind});
    };
    for (const auto& row : json["gold"].GetArray()) {
      const std::string_view type = row["type"].GetString();
      add(row, type == "PER" ? Kind::kPer : type == "ORG" ? Kind::kOrg : Kind::kLoc);
    }
    for (const auto& row : json["ignore"].GetArray()) add(row, set == "wikigold" ? Kind::kOther : Kind::kUnknown);
    examples.push_back(std::move(example));
  }
  return examples;
}

// ---- more examples ------------------------------------------------------------------------------

struct NameLists {
  std::vector<std::string> given, family, cities, countries, regions;

  NameLists() {
    for (const auto& row : Lexicon::Load("en/given_names.tsv").rows()) given.emplace_back(row[0]);
    for (const auto& row : Lexicon::Load("en/family_names.tsv").rows()) family.emplace_back(row[0]);
    for (const auto& row : Lexicon::Load("en/places.tsv").rows()) (row[2] == "city" ? cities : regions).emplace_back(row[0]);
    for (const auto& row : Lexicon::Load("en/countries.tsv").rows()) countries.emplace_back(row[1]);
  }
};

// A copy in which some lines are in capitals.
Example Upper(const Example& from, Random& random, double share) {
  Example copy = from;
  bool upper = Chance(random, share);
  for (char& c : copy.text) {
    if (c == '\n') upper = Chance(random, share);
    else if (upper) c = ToUpper(c);
  }
  return copy;
}

std::string NewName(const Example& from, const GoldSpan& gold, const NameLists& lists, Random& random) {
  const std::string_view old = gold.span.In(from.text);
  const auto pick = [&](const std::vector<std::string>& list) { return list[Pick(random, list.size())]; };
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
  std::sort(gold.begin(), gold.end(), [](const GoldSpan& a, const GoldSpan& b) { return a.span < b.span; });
  std::map<std::string, std::string> renamed;
  uint32_t at = 0;
  for (const GoldSpan& one : gold) {
    if (one.span.begin < at || one.kind == Kind::kUnknown) continue;
    const std::string old(one.span.In(from.text));
    auto found = renamed.find(old);
    if (found == renamed.end()) found = renamed.emplace(old, Chance(random, 0.8) ? NewName(from, one, lists, random) : old).first;
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

// Fills a template: {P} person, {F} family name, {C} country, {T} town, {R} region, {S} side (a town that plays),
// {N} number, {D} date, {O} organisation.
class LineMaker {
 public:
  LineMaker(const NameLists& lists, Random& random) : lists_(lists), random_(random) {}

  void Append(std::string_view pattern, Example& out) {
    for (size_t at = 0; at < pattern.size(); ++at) {
      if (pattern[at] != '{' || at + 2 >= pattern.size() || pattern[at + 2] != '}') {
        out.text += pattern[at];
        continue;
      }
      Fill(pattern[at + 1], out);
      at += 2;
    }
    out.text += '\n';
  }

 private:
  const std::string& Any(const std::vector<std::string>& list) { return list[Pick(random_, list.size())]; }
  void Name(const std::string& name, Kind kind, Example& out) {
    const uint32_t begin = static_cast<uint32_t>(out.text.size());
    out.text += name;
    out.gold.push_back({{begin, static_cast<uint32_t>(out.text.size())}, kind});
  }
  std::string Company() {
    static constexpr const char* kEnds[] = {" Corp", " Inc", " Ltd", " Group", " Bank", " Airlines", " AG", " SA", " Co", " Holdings", " Industries", " Plc", " & Co", " Partners", " Securities"};
    std::string name = Chance(random_, 0.5) ? Any(lists_.family) : Any(lists_.cities);
    if (Chance(random_, 0.2)) name = "First " + name;
    return name + kEnds[Pick(random_, std::size(kEnds))];
  }
  std::string Club() {
    static constexpr const char* kEnds[] = {" United", " City", " Rovers", " Town", " Wanderers", " Athletic", "", "", "", ""};
    static constexpr const char* kStarts[] = {"Real ", "Dynamo ", "Sporting ", "Inter ", "Racing ", "FC "};
    if (Chance(random_, 0.2)) return kStarts[Pick(random_, std::size(kStarts))] + Any(lists_.cities);
    return Any(lists_.cities) + kEnds[Pick(random_, std::size(kEnds))];
  }
  void Fill(char what, Example& out) {
    switch (what) {
      case 'P': return Name(Any(lists_.given) + " " + Any(lists_.family), Kind::kPer, out);
      case 'I': return Name(Any(lists_.given).substr(0, 1) + ". " + Any(lists_.family), Kind::kPer, out);
      case 'F': return Name(Any(lists_.family), Kind::kPer, out);
      case 'C': return Name(Any(lists_.countries), Kind::kLoc, out);
      case 'T': return Name(Any(lists_.cities), Kind::kLoc, out);
      case 'R': return Name(Any(lists_.regions), Kind::kLoc, out);
      case 'S': return Name(Club(), Kind::kOrg, out);
      case 'O': return Name(Company(), Kind::kOrg, out);
      case 'N': out.text += std::to_string(Pick(random_, 9)); return;
      case 'M': out.text += std::to_string(10 + Pick(random_, 190)); return;
      case 'D': out.text += "19" + std::to_string(70 + Pick(random_, 30)) + "-0" + std::to_string(1 + Pick(random_, 9)) + "-1" + std::to_string(Pick(random_, 9)); return;
      default: return;
    }
  }

  const NameLists& lists_;
  Random& random_;
};

// Forms of a newswire that running text of the training sets lacks. {…} as LineMaker says.
constexpr std::string_view kMadeLines[] = {
    "{T} {D}", "{T}, March {N} -", "{T}, {C} -- Officials met on Monday.", "-- {T} newsroom", "{P}", "By {P} and {P}",
    "{T} (AP) --", "{S} {N} {S} {N}", "{S} {N} {S} {N} (halftime {N}-{N})", "{C} {N} {C} {N}", "{N}. {P} ({C}) {N}:{M}.{M}",
    "{P} ({C}) beat {P} ({C}) {N}-{N} {N}-{N}", "{N}. {P} {C} {M}", "Scorers: {F} ({M}th minute), {F} ({M}th)",
    "{S} {M} {N} {N} {N} {M} {M}", "{S} at {S}", "{S} vs. {S}", "{C}: {I}, {I}, {I}", "{F} c {F} b {F} {M}",
    "{F} lbw b {F} {N}", "{F} not out {M}", "Bowling: {F} {M}-{N}-{M}-{N}, {F} {N}-{N}-{M}-{N}", "{P}, {C}, {M}", "{M} {P} ({C}), {P} ({C})",
    "Attendance: {M}00", "{S} beat {S} {N}-{N} on Saturday after {P} scored twice.",
    "{C} beat {C} {N}-{N} in a friendly in {T} on Tuesday.", "{S} striker {P} signed for {S} for three million pounds.",
    "SOCCER - {C} BEAT {C} {N}-{N}.", "TENNIS - {F} BEATS {F} IN FINAL.", "SOCCER - {S} SIGN {P}.", "{C} PRESIDENT {F} TO VISIT {C}.",
    "{O} says profit rose in first half.", "{O} said on Friday it would sell its unit in {C} to {O}.",
    "Shares in {O} fell {N} percent after {O} cut its rating, said {P}, an analyst at {O}.",
    "{C} calls for talks with {C}.", "{C}'s {F} says he will resign.", "{C} and {C} sign border accord in {T}.",
    "{F}, who beat {F} in {T} last week, will play {F} next.", "{P} of {C} won the race ahead of {P} and {C}'s {P}.",
    "{C} 's foreign minister {P} met {F} in {T}.", "Police in {T}, {R}, said the suspect fled to {C}.",
    "RESULTS FROM {T} ON SUNDAY:", "{C} {M} all out ({F} {M}, {F} {M}; {F} {N}-{M})", "{P}, who plays for {S}, is out for {N} weeks.",
    "{S} coach {P} said {F} would play against {S}.", "The {C} government said {P} had arrived in {T} from {R}.",
    "{N} {P} ({S})", "{N}. {S} {M} {M} {M} {M}", "{T} shares closed lower.", "{F} said {C} would not yield to {C}.",
};

std::vector<Example> MadeExamples(const NameLists& lists, Random& random, int count) {
  std::vector<Example> made;
  LineMaker maker(lists, random);
  for (int i = 0; i < count; ++i) {
    Example example{"made", "made-" + std::to_string(i), {}, {}};
    for (int line = 0; line < 8;) {
      const std::string_view pattern = kMadeLines[Pick(random, std::size(kMadeLines))];
      const size_t repeat = pattern.size() < 40 ? 1 + Pick(random, 3) : 1;
      for (size_t k = 0; k < repeat; ++k, ++line) maker.Append(pattern, example);
    }
    made.push_back(std::move(example));
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

Document Tokenized(const Example& example) {
  Document document;
  document.id = example.id;
  document.text = example.text;
  document.language = "en";
  FindTokens(document);
  return document;
}

std::vector<uint16_t> GoldMasks(const Document& document, const Example& example, const NameFeatures& features) {
  std::vector<uint16_t> masks(document.tokens.size(), kOutOnly);
  const auto at_or_after = [&](uint32_t begin) {
    return std::lower_bound(document.tokens.begin(), document.tokens.end(), begin,
                            [](const Token& token, uint32_t where) { return token.span.begin < where; }) - document.tokens.begin();
  };
  for (const bool known : {false, true}) {
    for (const GoldSpan& one : example.gold) {
      if ((one.kind != Kind::kUnknown && one.kind != Kind::kOther) != known) continue;
      for (size_t i = static_cast<size_t>(at_or_after(one.span.begin)), k = i; i < masks.size() && document.tokens[i].span.begin < one.span.end; ++i) {
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
      if (alone && (i == 0 || !(masks[i - 1] & (3u << (inside - 1))))) masks[i] = static_cast<uint16_t>(1u << (inside - 1));
    }
  }
  return masks;
}

void AddInstances(const Example& example, Vocabulary& vocabulary, std::vector<Instance>& out, Random& random, double drop) {
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

  void Train(std::vector<Instance>& instances, int epochs, float rate, float decay, Random& random) {
    std::vector<size_t> order(instances.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    for (int epoch = 0; epoch < epochs; ++epoch) {
      for (size_t i = order.size(); i-- > 1;) std::swap(order[i], order[Pick(random, i + 1)]);
      double loss = 0;
      for (const size_t i : order) loss += Step(instances[i], rate, random);
      for (auto& row : weights_) for (float& w : row) w *= decay;
      std::cerr << "epoch " << epoch << " loss " << loss / static_cast<double>(order.size()) << '\n';
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
    std::sort(kept.begin(), kept.end(), [](const auto& a, const auto& b) { return a.feature < b.feature; });
    return kept;
  }
  const LabelTransitions& transitions() const { return transitions_; }

 private:
  static constexpr float kLargest = 4;
  using Row = std::array<double, kNameLabels>;

  // Log of the sum over paths with only `masks` labels; fills the chances of labels and transitions.
  double Expect(const std::vector<Row>& scores, const std::vector<uint16_t>& masks, std::vector<Row>& chance,
                std::array<Row, kNameLabels>& moves) {
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
          if (before > -1e29) forward[i][to] = log_add(forward[i][to], before + transitions_[from][to]);
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
          backward[i][from] = log_add(backward[i][from], transitions_[from][to] + scores[i + 1][to] + backward[i + 1][to]);
        }
      }
    }
    double total = -1e30;
    for (int y = 0; y < kNameLabels; ++y) total = log_add(total, forward[n - 1][y] + backward[n - 1][y]);
    chance.assign(n, Row{});
    for (auto& row : moves) row.fill(0);
    for (size_t i = 0; i < n; ++i) {
      for (int y = 0; y < kNameLabels; ++y) {
        if (masks[i] >> y & 1) chance[i][y] = std::exp(forward[i][y] + backward[i][y] - total);
        for (int from = 0; from < kNameLabels; ++from) {
          if (!MayFollow(from, y) || !(masks[i] >> y & 1)) continue;
          const double before = i == 0 ? (from == kOut ? 0 : -1e30) : forward[i - 1][from];
          if (before > -1e29) moves[from][y] += std::exp(before + transitions_[from][y] + scores[i][y] + backward[i][y] - total);
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
          Move(weights_[id][y], squares_[id][y], static_cast<float>(right[i][y] - all[i][y]) * instance.weight, rate);
        }
      }
    }
    for (int a = 0; a < kNameLabels; ++a) {
      for (int b = 0; b < kNameLabels; ++b) {
        Move(transitions_[a][b], transition_squares_[a][b], static_cast<float>(right_moves[a][b] - all_moves[a][b]), rate);
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
  for (const Example& example : MadeExamples(lists, random, settings.made)) {
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

void Judge(const Example& example, const NameModel& model, std::map<std::string, Counts>& counts) {
  const Document document = Tokenized(example);
  const NameFeatures features(document);
  const std::vector<NameLabel> labels = TagNames(document, features, model);
  std::vector<std::pair<Span, Kind>> found;
  for (size_t i = 0; i < labels.size(); ++i) {
    if (labels[i] == kOut) continue;
    const Kind kind = static_cast<Kind>((labels[i] - 1) / 2);
    if (labels[i] % 2 == 1) found.push_back({document.tokens[i].span, kind});
    else if (!found.empty()) found.back().first.end = document.tokens[i].span.end;
  }
  Counts& count = counts[example.set];
  for (const GoldSpan& one : example.gold) count.gold += one.kind < Kind::kOther;
  for (const auto& [span, kind] : found) {
    if (kind == Kind::kOther) continue;
    bool right = false, ignored = false;
    for (const GoldSpan& one : example.gold) {
      right = right || (one.kind == kind && one.span == span);
      ignored = ignored || (one.kind >= Kind::kOther && one.span.Contains(span));
    }
    count.right += right;
    count.found += right || !ignored;
  }
}

int Folds(const std::vector<Example>& examples, int folds, const Settings& settings) {
  std::map<std::string, Counts> counts;
  for (int fold = 0; fold < folds; ++fold) {
    std::vector<Example> train;
    std::vector<const Example*> held;
    for (const Example& example : examples) {
      if (Hash64(example.id) % static_cast<uint64_t>(folds) == static_cast<uint64_t>(fold)) held.push_back(&example);
      else train.push_back(example);
    }
    std::string bytes = TrainModel(train, settings);
    const NameModel model(bytes);
    for (const Example* example : held) Judge(*example, model, counts);
  }
  for (const auto& [set, count] : counts) {
    std::cout << set << " gold " << count.gold << " found " << count.found << " right " << count.right << " F1 " << count.F1() << '\n';
  }
  return 0;
}

int Main(int argc, char** argv) {
  Settings settings;
  std::vector<std::string> words(argv + 1, argv + argc);
  int folds = 0;
  std::vector<std::string> paths;
  for (size_t i = 0; i < words.size(); ++i) {
    const auto number = [&] { return std::stod(words[++i]); };
    if (words[i] == "--folds") folds = static_cast<int>(number());
    else if (words[i] == "--epochs") settings.epochs = static_cast<int>(number());
    else if (words[i] == "--exchanged") settings.exchanged = static_cast<int>(number());
    else if (words[i] == "--made") settings.made = static_cast<int>(number());
    else if (words[i] == "--rate") settings.rate = static_cast<float>(number());
    else if (words[i] == "--decay") settings.decay = static_cast<float>(number());
    else if (words[i] == "--threshold") settings.threshold = static_cast<float>(number());
    else paths.push_back(words[i]);
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
  std::ofstream out(paths[0], std::ios::binary);
  out << TrainModel(examples, settings);
  return out.good() ? 0 : 1;
}

}  // namespace
}  // namespace synoptic

int main(int argc, char** argv) { return synoptic::Main(argc, argv); }
