#include "collate/facts.h"

#include <algorithm>

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

  void Find() {
    for (size_t c = 0; c < index_.clauses().size(); ++c) Add(static_cast<Index>(c));
  }

 private:
  const Document& doc() const { return index_.doc(); }

  void Add(Index number) {
    const Clause& clause = index_.clause(number);
    const SectionKind section = doc().sentences[static_cast<size_t>(clause.sentence)].section;
    if (clause.tokens.empty() || section == SectionKind::kByline ||
        section == SectionKind::kCredit || section == SectionKind::kBoilerplate) {
      return;
    }
    Fact fact;
    fact.report = report_;
    fact.clause = number;
    fact.head = clause.head == kNone ? clause.tokens.front() : clause.head;
    fact.span = clause.span;
    fact.negated = clause.negated;
    words_.clear();
    for (size_t i = 0; i < std::min(clause.tokens.size(), kMaxTokens); ++i)
      ReadToken(clause.tokens[i], fact);
    fact.words = story_.words.Distinct(report_, words_);
    if (fact.words.size() < kMinWords) return;
    SortUnique(fact.sides);
    const Index subject = clause.subject == kNone ? kNone : index_.ActorOf(clause.subject);
    if (subject != kNone) fact.subject = SideOf(subject);
    for (const Index actor : index_.SpokenBy(fact.head))
      fact.speakers.push_back(doc().actors[static_cast<size_t>(actor)].id);
    fact.quote = index_.QuoteOf(fact.head);
    fact.modality = ModalityOf(clause);
    out_.push_back(std::move(fact));
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

  Modality ModalityOf(const Clause& clause) const {
    if (clause.head == kNone) return Modality::kAsserted;
    const Index statement = index_.StatementAt(clause.head);
    if (statement != kNone) return doc().statements[static_cast<size_t>(statement)].modality;
    for (const Index token : clause.tokens) {
      if (index_.token(token).head != clause.head || index_.token(token).relation != Relation::kAux)
        continue;
      const std::string_view lemma = index_.token(token).lemma;
      if (lemma == "will" || lemma == "would" || lemma == "shall") return Modality::kPlanned;
      if (lemma == "may" || lemma == "might" || lemma == "could" || lemma == "can")
        return Modality::kPossible;
      if (lemma == "must" || lemma == "should") return Modality::kDemanded;
    }
    return Modality::kAsserted;
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
  for (size_t r = 0; r < reports.size(); ++r)
    FactFinder(*this, static_cast<Index>(r), facts).Find();
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
