#include "collate/facts.h"

#include <algorithm>

#include "text/parts.h"

namespace synoptic {
namespace {

constexpr size_t kMinWords = 2;    // content words of a clause that says something
constexpr size_t kMaxTokens = 80;  // of a clause that are read

void SortUnique(std::vector<std::string>& items) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

class FactFinder {
 public:
  FactFinder(const StoryView& story, Index report, std::vector<Fact>& out)
      : story_(story), index_(story.at(report)), report_(report), out_(out) {}

  void FindSentences() {
    for (size_t s = 0; s < doc().sentences.size(); ++s) Whole(static_cast<Index>(s));
  }

  void FindPredicates() {
    for (Part& part : FindParts(index_)) Add(std::move(part));
  }

 private:
  const Document& doc() const { return index_.doc(); }

  bool Tells(Index sentence) const {
    const SectionKind section = doc().sentences[static_cast<size_t>(sentence)].section;
    return section != SectionKind::kByline && section != SectionKind::kCredit &&
           section != SectionKind::kBoilerplate;
  }

  void Whole(Index number) {
    const Sentence& sentence = doc().sentences[static_cast<size_t>(number)];
    if (sentence.first_token == sentence.end_token || !Tells(number)) return;
    Fact fact;
    fact.clause = index_.ClauseOf(sentence.first_token);
    fact.head = sentence.first_token;
    fact.span = sentence.span;
    for (Index t = sentence.first_token; t < sentence.end_token; ++t) {
      fact.tokens.push_back(t);
      fact.negated |= HasPartRole(index_.token(t).lemma, "not");
    }
    if (Read(fact.tokens, fact)) out_.push_back(std::move(fact));
  }

  void Add(Part part) {
    if (!Tells(part.sentence)) return;
    Fact fact;
    fact.clause = part.clause;
    fact.head = part.head;
    fact.span = part.span;
    fact.negated = part.negated;
    fact.modality = part.modality;
    fact.predicate = part.predicate;
    fact.conditional = part.conditional;
    fact.unreal = part.conditional || part.wanted || part.modality != Modality::kAsserted;
    fact.performed = part.performed;
    fact.subject_token = part.subject;
    if (part.subject != kNone) fact.subject = SideOf(index_.ActorOf(part.subject));
    fact.tokens = std::move(part.tokens);
    Read(fact.tokens, fact);
    out_.push_back(std::move(fact));
  }

  // Whether it says anything.
  bool Read(const std::vector<Index>& tokens, Fact& fact) {
    fact.report = report_;
    words_.clear();
    for (size_t i = 0; i < std::min(tokens.size(), kMaxTokens); ++i) ReadToken(tokens[i], fact);
    fact.words = story_.words.Distinct(report_, words_);
    SortUnique(fact.sides);
    for (const Index actor : index_.SpokenBy(fact.head))
      fact.speakers.push_back(doc().actors[static_cast<size_t>(actor)].id);
    fact.quote = index_.QuoteOf(fact.head);
    return fact.words.size() >= kMinWords;
  }

  const std::string& SideOf(Index actor) const {
    return story_.sides.Of(doc().actors[static_cast<size_t>(actor)].id);
  }

  static void Note(Index item, std::vector<Index>& list) {
    if (item != kNone && (list.empty() || list.back() != item)) list.push_back(item);
  }

  void ReadToken(Index token, Fact& fact) {
    const Index time = index_.TimeOf(token), mention = index_.MentionOf(token);
    Note(time, fact.times);
    Note(index_.QuantityOf(token), fact.quantities);
    if (mention != kNone) ReadMention(token, mention, fact);
    const bool named =
        mention != kNone && doc().mentions[static_cast<size_t>(mention)].kind == MentionKind::kName;
    if (time == kNone && !named) words_.push_back(token);
  }

  void ReadMention(Index token, Index number, Fact& fact) {
    const Mention& mention = doc().mentions[static_cast<size_t>(number)];
    const bool first = token == 0 || index_.MentionOf(token - 1) != number;
    if (!first) return;
    if (mention.actor != kNone) fact.sides.push_back(SideOf(mention.actor));
    if ((mention.type == ActorType::kPlace || mention.type == ActorType::kState) &&
        !mention.metonym && token > 0) {
      const std::string_view before = index_.token(token - 1).lemma;
      if (before == "in" || before == "at" || before == "from" || before == "near")
        fact.places.push_back(number);
    }
  }

  const StoryView& story_;
  const ReportIndex& index_;
  Index report_;
  std::vector<Fact>& out_;
  std::vector<Index> words_;
};

}  // namespace

StoryView::StoryView(std::span<const Document> given, const Lineage& from)
    : reports(given), lineage(from), words(given), sides(given) {
  index.reserve(reports.size());
  for (const Document& report : reports) index.emplace_back(report);
  for (size_t r = 0; r < reports.size(); ++r) {
    FactFinder(*this, static_cast<Index>(r), facts).FindSentences();
    FactFinder(*this, static_cast<Index>(r), parts).FindPredicates();
  }
}

std::string StoryView::NameOf(const std::string& actor) const {
  std::string_view name;
  for (const Document& report : reports) {
    for (const Actor& one : report.actors) {
      if (one.id == actor && one.name.size() > name.size()) name = one.name;
    }
  }
  return name.empty() ? actor : std::string(name);
}

int StoryView::DistinctOrigins(const std::vector<Index>& of_reports) const {
  std::vector<Index> origins;
  for (const Index report : of_reports) {
    const Index origin = static_cast<size_t>(report) < lineage.origin_of.size()
                             ? lineage.origin_of[static_cast<size_t>(report)]
                             : kNone;
    if (origin == kNone) continue;
    const Origin& known = lineage.origins[static_cast<size_t>(origin)];
    if (known.known || known.distinct) origins.push_back(origin);
  }
  std::sort(origins.begin(), origins.end());
  return static_cast<int>(std::unique(origins.begin(), origins.end()) - origins.begin());
}

FindingReading ReadingOf(const StoryView& story, const Fact& fact, std::string value,
                         Span value_span) {
  FindingReading reading;
  reading.report = fact.report;
  reading.span = value_span.empty() ? fact.span : fact.span.Cover(value_span);
  reading.value = std::move(value);
  reading.value_span = value_span;
  if (value_span.empty()) reading.value.clear();
  reading.attributed_to = fact.speakers;
  reading.modality = fact.modality;
  reading.polarity = fact.negated ? Polarity::kDenied : Polarity::kAffirmed;
  reading.statement = story.at(fact.report).StatementAt(fact.head);
  return reading;
}

}  // namespace synoptic
