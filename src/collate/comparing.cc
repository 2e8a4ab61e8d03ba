#include "collate/comparing.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

#include "collate/dispute_words.h"

namespace synoptic {
namespace {

// Tokens [first, second) of a part's sentence and, with `before`, of the one before it.
std::pair<Index, Index> TokensOfSentence(const StoryView& story, const Fact& fact, bool before) {
  constexpr Index kMost = 160;
  const ReportIndex& index = story.at(fact.report);
  const Index number = index.SentenceOf(fact.head);
  const auto& sentences = index.doc().sentences;
  const Index first = before && number > 0 ? number - 1 : number;
  const Index end = sentences[static_cast<size_t>(number)].end_token;
  return {std::max(sentences[static_cast<size_t>(first)].first_token, end - kMost), end};
}

std::set<std::string_view> PlacesOf(const StoryView& story, const Fact& fact) {
  const ReportIndex& index = story.at(fact.report);
  std::set<std::string_view> places;
  const auto [first, end] = TokensOfSentence(story, fact, true);
  for (Index t = first; t < end; ++t) {
    const Index actor = index.ActorOf(t);
    if (actor == kNone) continue;
    const Actor& named = index.doc().actors[static_cast<size_t>(actor)];
    if (named.type == ActorType::kPlace) places.insert(named.id);
  }
  return places;
}

std::vector<WordId> WordsOfSentence(const StoryView& story, const Fact& fact, bool before) {
  const ReportIndex& index = story.at(fact.report);
  std::vector<Index> tokens;
  const auto [first, end] = TokensOfSentence(story, fact, before);
  for (Index t = first; t < end; ++t) {
    if (index.TimeOf(t) == kNone && index.QuantityOf(t) == kNone) tokens.push_back(t);
  }
  return story.words.Distinct(fact.report, tokens);
}

}  // namespace

bool SayTheSame(const StoryView& story, Index first_report, Index first, Index second_report,
                Index second) {
  const WordId a = story.words.Of(first_report, first), b = story.words.Of(second_report, second);
  if (a != kNone && b != kNone && story.words.Nearness(a, b) > 0.5) return true;
  const auto x = DisputeWords::Get().ValueIn("like", story.at(first_report).token(first).lemma);
  return !x.empty() &&
         x == DisputeWords::Get().ValueIn("like", story.at(second_report).token(second).lemma);
}

double SentencesShare(const StoryView& story, const Fact& a, const Fact& b, bool before) {
  const auto x = WordsOfSentence(story, a, before), y = WordsOfSentence(story, b, before);
  const auto overlap = story.words.Compare(x, y);
  return std::max(overlap.of_first, overlap.of_second);
}

bool ShareAPlace(const StoryView& story, const Fact& a, const Fact& b) {
  const auto x = PlacesOf(story, a), y = PlacesOf(story, b);
  return std::any_of(x.begin(), x.end(), [&](std::string_view place) { return y.contains(place); });
}

bool TellOneIncident(const StoryView& story, const Fact& a, const Fact& b) {
  constexpr double kByWords = 0.3, kByPlace = 0.12;
  const double share = SentencesShare(story, a, b, true);
  return share >= kByWords || (share >= kByPlace && ShareAPlace(story, a, b));
}

bool DaysExclude(const StoryView& story, const Fact& a, const Fact& b) {
  const auto day = [&](const Fact& fact) -> std::optional<DayRange> {
    if (fact.times.size() != 1) return std::nullopt;
    return DaysOf(story.doc(fact).times[static_cast<size_t>(fact.times.front())].value);
  };
  const auto x = day(a), y = day(b);
  return x && y && !x->Overlaps(*y);
}

bool IsSaying(std::string_view lemma) {
  static constexpr std::string_view kVerbs[] = {
      "say", "state", "announce", "declare", "propose", "suggest", "offer",   "tell",
      "add", "claim", "speak",    "reveal",  "unveil",  "demand",  "confirm", "write"};
  return std::find(std::begin(kVerbs), std::end(kVerbs), lemma) != std::end(kVerbs);
}

bool CountOthers(const StoryView& story, const Fact& a, const Fact& b) {
  const auto ordinals = [&](const Fact& fact) {
    std::vector<std::string_view> found;
    for (const Index token : fact.tokens) {
      const std::string_view lemma = story.at(fact.report).token(token).lemma;
      if (DisputeWords::Get().Has("ordinal", lemma)) found.push_back(lemma);
    }
    return found;
  };
  const auto x = ordinals(a), y = ordinals(b);
  return !x.empty() && !y.empty() && x != y;
}

void AddAgreement(const StoryView& story, Facet facet, std::vector<FindingReading> readings,
                  Findings& out) {
  std::sort(readings.begin(), readings.end(), [](const FindingReading& a, const FindingReading& b) {
    return std::tie(a.report, a.span) < std::tie(b.report, b.span);
  });
  readings.erase(std::unique(readings.begin(), readings.end(),
                             [](const FindingReading& a, const FindingReading& b) {
                               return a.report == b.report && a.span == b.span;
                             }),
                 readings.end());
  std::vector<Index> reports;
  for (const FindingReading& reading : readings) reports.push_back(reading.report);
  std::sort(reports.begin(), reports.end());
  reports.erase(std::unique(reports.begin(), reports.end()), reports.end());
  Finding finding;
  finding.origins = story.DistinctOrigins(reports);
  if (finding.origins < 2) return;
  finding.status = FindingStatus::kCorroborated;
  finding.facet = facet;
  finding.topic = story.Cut(readings[0].report, readings[0].span);
  finding.explanation = std::to_string(reports.size()) + " reports, " +
                        std::to_string(finding.origins) + " origins that count";
  finding.readings = std::move(readings);
  out.push_back(std::move(finding));
}

std::vector<int32_t> ConflictGroups::Join(size_t numbers, bool conflicts) const {
  std::vector<int32_t> parent(numbers);
  std::iota(parent.begin(), parent.end(), 0);
  const auto root = [&](int32_t at) {
    while (parent[static_cast<size_t>(at)] != at)
      at = parent[static_cast<size_t>(at)] =
          parent[static_cast<size_t>(parent[static_cast<size_t>(at)])];
    return at;
  };
  for (const Conflict& conflict : conflicts_) {
    if (conflict.conflict == conflicts)
      parent[static_cast<size_t>(root(conflict.first))] = root(conflict.second);
  }
  for (size_t i = 0; i < numbers; ++i) parent[i] = root(static_cast<int32_t>(i));
  return parent;
}

std::vector<bool> ConflictGroups::InConflict(size_t numbers) const {
  std::vector<bool> in_conflict(numbers);
  for (const Conflict& conflict : conflicts_) {
    if (!conflict.conflict) continue;
    in_conflict[static_cast<size_t>(conflict.first)] =
        in_conflict[static_cast<size_t>(conflict.second)] = true;
  }
  return in_conflict;
}

std::vector<ConflictGroups::Group> ConflictGroups::Take(size_t numbers) const {
  const std::vector<int32_t> root = Join(numbers, true);
  const std::vector<bool> in_conflict = InConflict(numbers);
  std::map<int32_t, Group> groups;
  for (const Conflict& conflict : conflicts_) {
    const bool first = in_conflict[static_cast<size_t>(conflict.first)],
               second = in_conflict[static_cast<size_t>(conflict.second)];
    if (!first && !second) continue;
    Group& group = groups[root[static_cast<size_t>(first ? conflict.first : conflict.second)]];
    group.readings.push_back(conflict.a), group.readings.push_back(conflict.b);
    if (conflict.conflict) group.update &= conflict.update;
  }
  std::vector<Group> made;
  for (auto& [number, group] : groups) made.push_back(std::move(group));
  return made;
}

std::vector<ConflictGroups::Group> ConflictGroups::TakeAgreed(size_t numbers) const {
  const std::vector<int32_t> root = Join(numbers, false);
  const std::vector<bool> in_conflict = InConflict(numbers);
  std::vector<bool> disputed(numbers);
  for (size_t i = 0; i < numbers; ++i) {
    if (in_conflict[i]) disputed[static_cast<size_t>(root[i])] = true;
  }
  std::map<int32_t, Group> groups;
  for (const Conflict& conflict : conflicts_) {
    const int32_t at = root[static_cast<size_t>(conflict.first)];
    if (conflict.conflict || disputed[static_cast<size_t>(at)]) continue;
    groups[at].readings.push_back(conflict.a), groups[at].readings.push_back(conflict.b);
  }
  std::vector<Group> made;
  for (auto& [number, group] : groups) made.push_back(std::move(group));
  return made;
}

void TellDisputes(const StoryView& story, Facet facet, Between between, std::string_view about,
                  std::vector<ConflictGroups::Group> groups, Findings& out) {
  for (ConflictGroups::Group& group : groups) {
    const FindingReading& first = group.readings.front();
    std::string topic(about);
    topic += story.Cut(first.report, first.span);
    AddDispute(story, facet, between, std::move(topic), std::move(group.readings), out,
               group.update);
  }
}

}  // namespace synoptic
