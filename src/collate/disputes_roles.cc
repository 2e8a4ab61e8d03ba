#include <map>

#include "collate/dispute_words.h"
#include "collate/disputes.h"
#include "text/fold.h"

namespace synoptic {
namespace {

constexpr Index kTitleReach = 6;  // tokens between a title and the name it belongs to

struct Office {
  std::string head;       // "president"
  std::string qualifier;  // "former"; empty for its holder
  Span span, value_span;
};

// Reads "Former U.S. President" as the office of its last noun; the qualifier may stand right
// before the role.
Office ReadOffice(const ReportIndex& index, Span role) {
  Office office;
  auto [first, end] = index.TokensIn(role);
  if (first > 0 && first < end &&
      !DisputeWords::Get().ValueIn("office", Lower(index.token(first - 1).lemma)).empty())
    --first;
  for (Index t = first; t < end; ++t) {
    const std::string lemma = Lower(index.token(t).lemma);
    if (const auto value = DisputeWords::Get().ValueIn("office", lemma);
        !value.empty() && office.qualifier.empty()) {
      office.qualifier = value;
      office.value_span = index.token(t).span;
    } else if (index.token(t).pos == Upos::kNoun || index.token(t).pos == Upos::kPropn) {
      office.head = lemma;
      office.span = index.token(t).span;
    }
  }
  if (first < end) {
    if (office.value_span.empty()) office.value_span = office.span;
    office.span = index.token(first).span.Cover(index.token(end - 1).span);
  }
  return office;
}

// The role with the name behind it.
Span WithName(const ReportIndex& index, Index actor, Span role) {
  const auto [first, end] = index.TokensIn(role);
  const Index limit =
      std::min<Index>(end + kTitleReach, static_cast<Index>(index.doc().tokens.size()));
  for (Index t = end; t < limit; ++t) {
    const Index mention = index.MentionOf(t);
    if (mention != kNone && index.doc().mentions[static_cast<size_t>(mention)].actor == actor) {
      return role.Cover(index.doc().mentions[static_cast<size_t>(mention)].span);
    }
  }
  return role;
}

bool InStory(const Document& doc, Span span) {
  for (const Section& section : doc.sections) {
    if (section.span.Contains(span))
      return section.kind != SectionKind::kBoilerplate && section.kind != SectionKind::kCredit;
  }
  return true;
}

}  // namespace

void FindRoleDisputes(const StoryView& story, Findings& out) {
  std::map<std::pair<std::string, std::string>, std::vector<FindingReading>>
      told;  // actor and office
  for (size_t r = 0; r < story.reports.size(); ++r) {
    const Document& doc = story.reports[r];
    for (size_t a = 0; a < doc.actors.size(); ++a) {
      if (doc.actors[a].type != ActorType::kPerson) continue;
      for (const Span role : doc.actors[a].roles) {
        const Office office = ReadOffice(story.index[r], role);
        if (office.head.empty() || !InStory(doc, role)) continue;
        FindingReading reading;
        reading.report = static_cast<Index>(r);
        reading.span = WithName(story.index[r], static_cast<Index>(a), office.span);
        reading.value =
            office.qualifier.empty() ? office.head : office.qualifier + " " + office.head;
        reading.value_span = office.value_span;
        told[{doc.actors[a].id, office.head}].push_back(std::move(reading));
      }
    }
  }
  for (auto& [key, readings] : told) {
    AddDispute(story, Facet::kRole, Between::kReports, "office of " + key.first + ": " + key.second,
               std::move(readings), out);
  }
}

}  // namespace synoptic
