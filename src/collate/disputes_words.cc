// One thing under different names or in different states, one saying on different channels, one
// deed told as a fact and as a claim.
#include <algorithm>
#include <map>

#include "base/ascii.h"
#include "collate/dispute_words.h"
#include "collate/disputes.h"
#include "text/fold.h"

namespace synoptic {
namespace {

constexpr double kMedium = 0.5, kAttribution = 0.6;

// States are said of a thing that must stand in the same clause; names stand for themselves.
std::string_view ThingOf(std::string_view set) {
  if (set == "DOCUMENT") return "deal";
  if (set == "TRUCE") return "truce";
  if (set == "MEETING") return "talks";
  return {};
}

bool HoldsThing(const ReportIndex& index, const Clause& clause, std::string_view thing) {
  return std::any_of(clause.tokens.begin(), clause.tokens.end(), [&](Index token) {
    return DisputeWords::Get().ValueIn("matter", index.token(token).lemma) == thing;
  });
}

}  // namespace

void FindNamingDisputes(const StoryView& story, Findings& out) {
  std::map<std::string, std::vector<FindingReading>, std::less<>> sets;
  for (const Fact& fact : story.facts) {
    const ReportIndex& index = story.at(fact.report);
    const Clause& clause = index.clause(fact.clause);
    for (const Index token : clause.tokens) {
      for (const DisputeWords::Hit& hit : DisputeWords::Get().NamesAt(index.doc(), token)) {
        const std::string_view thing = ThingOf(hit.set);
        if (!thing.empty() && !HoldsThing(index, clause, thing)) continue;
        sets[std::string(hit.set)].push_back(
            ReadingOf(story, fact, std::string(hit.value), hit.span));
      }
    }
  }
  for (auto& [set, readings] : sets) {
    const bool state = !ThingOf(set).empty();
    std::string topic = state ? "state of the " + std::string(ThingOf(set)) : "what it is called: ";
    if (!state) topic += readings[0].value;
    const bool said = std::any_of(readings.begin(), readings.end(),
                                  [](const FindingReading& r) { return !r.attributed_to.empty(); });
    AddDispute(story, Facet::kStatus, said ? Between::kActors : Between::kReports, std::move(topic),
               std::move(readings), out);
  }
}

void FindMediumDisputes(const StoryView& story, const std::vector<Match>& matches, Findings& out) {
  std::map<std::string, std::vector<FindingReading>> told;  // by speaker
  const auto channel = [&](const Fact& fact) -> std::string_view {
    return fact.quote == kNone ? std::string_view()
                               : story.doc(fact).quotes[static_cast<size_t>(fact.quote)].channel;
  };
  for (const Match& match : matches) {
    const Fact& a = story.facts[static_cast<size_t>(match.first)];
    const Fact& b = story.facts[static_cast<size_t>(match.second)];
    if (match.score < kMedium || a.speakers.empty() || b.speakers.empty() ||
        a.speakers.back() != b.speakers.back())
      continue;
    if (channel(a).empty() || channel(b).empty()) continue;
    for (const Fact* fact : {&a, &b}) {
      const std::string_view name = channel(*fact), text = story.doc(*fact).text;
      const Span whole =
          story.doc(*fact)
              .sentences[static_cast<size_t>(story.at(fact->report).clause(fact->clause).sentence)]
              .span;
      const size_t at = text.find(name, whole.begin);
      if (at == std::string_view::npos || at + name.size() > whole.end) continue;
      const Span said = {static_cast<uint32_t>(at), static_cast<uint32_t>(at + name.size())};
      told[fact->speakers.back()].push_back(ReadingOf(story, *fact, Lower(name), said));
    }
  }
  for (auto& [speaker, readings] : told) {
    AddDispute(story, Facet::kMedium, Between::kReports, "how " + speaker + " said it",
               std::move(readings), out);
  }
}

namespace {

bool InQuotation(const Document& document, Span span) {
  return std::any_of(document.quotes.begin(), document.quotes.end(), [&](const Quote& quote) {
    return std::any_of(quote.content.begin(), quote.content.end(),
                       [&](Span part) { return part.Overlaps(span); });
  });
}

}  // namespace

void FindAttributionDisputes(const StoryView& story, const std::vector<Match>& matches,
                             Findings& out) {
  for (const Match& match : matches) {
    const Fact& a = story.facts[static_cast<size_t>(match.first)];
    const Fact& b = story.facts[static_cast<size_t>(match.second)];
    if (match.score < kAttribution || a.negated != b.negated ||
        a.speakers.empty() == b.speakers.empty())
      continue;
    const auto told = [&](const Fact& fact) {
      const Span head = story.at(fact.report).token(fact.head).span;
      return ReadingOf(story, fact,
                       fact.speakers.empty() ? "fact" : "claim of " + fact.speakers.back(), head);
    };
    const Fact& plain = a.speakers.empty() ? a : b;
    // Words inside a quotation are somebody's, also where nobody found out whose.
    if (InQuotation(story.doc(plain), plain.span)) continue;
    AddDispute(story, Facet::kStatus, Between::kReports,
               "told as fact or as a claim: " + std::string(story.doc(plain).Cut(plain.span)),
               {told(a), told(b)}, out);
  }
}

}  // namespace synoptic
