// Trains the weights of the name tagger (data/en/names.bin).
//
//   train_names OUT.bin FILE.jsonl…                     trains on all files and writes the weights
//   train_names OUT.bin FILE.jsonl… --test FILE.jsonl   and prints precision, recall and F1 on a
//   file
//                                                       it was not trained on
//   train_names --folds N FILE.jsonl…                   cross-validation over documents: precision,
//                                                       recall and F1 per file
//
// A line of a file: {"id", "text", "gold": [{"begin","end","type": PER|ORG|LOC}], "ignore":
// [{"begin","end"}]}, positions in code points. Method: linear-chain CRF, stochastic gradient with
// AdaGrad; words under `ignore` may have any label (those of a file called wikigold are names of
// another kind). Copies with changed case, with exchanged names and made lines of news (datelines,
// headlines, results) are added. Same input, same bytes.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "base/hash.h"
#include "ingest/ingest.h"
#include "name_examples.h"
#include "names/consistency.h"
#include "names/features.h"
#include "names/mentions.h"
#include "names/tagger.h"
#include "random_field.h"
#include "text/text.h"

namespace synoptic {
namespace {

// ---- instances ----------------------------------------------------------------------------------

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

void AddInstances(const Example& example, Vocabulary& vocabulary, std::vector<Instance>& out) {
  const Document document = Tokenized(example);
  const NameFeatures features(document);
  const std::vector<uint16_t> gold = GoldMasks(document, example, features);
  std::vector<uint64_t> found;
  Instance instance;
  const auto flush = [&] {
    if (!instance.features.empty()) out.push_back(std::move(instance));
    instance = {};
  };
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

// ---- the model ----

struct Settings {
  std::string patterns = "apps/train/made_lines.txt";
  int exchanged = 2, made = 800, epochs = 6;
  float rate = 0.15f, decay = 0.995f, threshold = 0.1f;
};

std::string TrainModel(const std::vector<Example>& examples, const Settings& settings) {
  Random random(20250511);
  const NameLists lists;
  Vocabulary vocabulary;
  std::vector<Instance> instances;
  for (const Example& example : examples) {
    AddInstances(example, vocabulary, instances);
    AddInstances(Upper(example, random, 0.5), vocabulary, instances);
    for (int i = 0; i < settings.exchanged; ++i) {
      const Example other = Exchange(example, lists, random);
      AddInstances(i == 0 ? Upper(other, random, 0.2) : other, vocabulary, instances);
    }
  }
  for (const Example& example : MadeExamples(settings.patterns, lists, random, settings.made)) {
    AddInstances(Upper(example, random, 0.1), vocabulary, instances);
  }
  std::cerr << instances.size() << " stretches, " << vocabulary.size() << " features\n";
  FieldTrainer trainer(vocabulary.size());
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
  std::vector<NameMention> names =
      NamesFromLabels(document, features, TagNames(document, features, model));
  MakeConsistent(document, names);
  std::vector<std::pair<Span, Kind>> found;
  for (const NameMention& name : names) {
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
