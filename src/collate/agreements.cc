#include "collate/agreements.h"

#include <algorithm>
#include <set>

namespace synoptic {
namespace {

constexpr double kAgree = 0.45;    // likeness of facts told alike
constexpr size_t kMaxTopic = 120;  // bytes
constexpr size_t kMaxSingles = 60;

std::vector<Index> ReportsOf(const std::vector<FindingReading>& readings) {
  std::vector<Index> reports;
  for (const FindingReading& reading : readings) reports.push_back(reading.report);
  std::sort(reports.begin(), reports.end());
  reports.erase(std::unique(reports.begin(), reports.end()), reports.end());
  return reports;
}

std::string Topic(std::string_view words) {
  if (words.size() > kMaxTopic) words = words.substr(0, words.find(' ', kMaxTopic - 20));
  return std::string(words);
}

// `topic`: words of one of the readings.
void Tell(const StoryView& story, std::vector<FindingReading> readings, Facet facet,
          std::string_view topic, Findings& out) {
  std::sort(readings.begin(), readings.end(), [](const FindingReading& a, const FindingReading& b) {
    return std::tie(a.report, a.span) < std::tie(b.report, b.span);
  });
  const std::vector<Index> reports = ReportsOf(readings);
  Finding finding;
  finding.origins = story.DistinctOrigins(reports);
  finding.status =
      finding.origins >= 2 ? FindingStatus::kCorroborated : FindingStatus::kSingleOrigin;
  finding.facet = facet;
  finding.topic = Topic(topic);
  finding.explanation = std::to_string(reports.size()) +
                        (reports.size() == 1 ? " report" : " reports") + ", " +
                        std::to_string(finding.origins) +
                        (finding.origins == 1 ? " origin" : " origins") + " that count";
  finding.readings = std::move(readings);
  out.push_back(std::move(finding));
}

// Readings of reports that dispute each other, where a fact that holds one cannot support a fact
// that holds another.
class Disputed {
 public:
  explicit Disputed(const Findings& findings) {
    for (const Finding& finding : findings) {
      if (finding.status == FindingStatus::kDisputed && finding.between == Between::kReports)
        disputes_.push_back(finding.readings);
    }
  }

  bool Holds(const Fact& fact) const {
    for (const std::vector<FindingReading>& readings : disputes_) {
      for (const FindingReading& reading : readings) {
        if (reading.report == fact.report && fact.span.Overlaps(reading.span)) return true;
      }
    }
    return false;
  }

  bool Apart(const Fact& a, const Fact& b) const {
    for (const std::vector<FindingReading>& readings : disputes_) {
      for (const FindingReading& x : readings) {
        if (x.report != a.report || !a.span.Overlaps(x.span)) continue;
        for (const FindingReading& y : readings) {
          if (y.report == b.report && b.span.Overlaps(y.span) && x.value != y.value) return true;
        }
      }
    }
    return false;
  }

 private:
  std::vector<std::vector<FindingReading>> disputes_;
};

// What makes two aligned facts say different things.
bool Conflict(const StoryView& story, const Disputed& disputed, const Fact& a, const Fact& b) {
  if (a.negated != b.negated || disputed.Apart(a, b)) return true;
  for (const Index i : a.times) {
    for (const Index j : b.times) {
      const auto x = DaysOf(story.doc(a).times[static_cast<size_t>(i)].value),
                 y = DaysOf(story.doc(b).times[static_cast<size_t>(j)].value);
      if (x && y && !x->Overlaps(*y) && a.times.size() == 1 && b.times.size() == 1) return true;
    }
  }
  return false;
}

// Says less beside what all say: nothing disputed, fewer values, fewer words.
bool IsPlainer(const Disputed& disputed, const Fact& a, const Fact& b) {
  const bool p = disputed.Holds(a), q = disputed.Holds(b);
  if (p != q) return q;
  const size_t x = a.times.size() + a.quantities.size(), y = b.times.size() + b.quantities.size();
  return x != y ? x < y : a.span.size() < b.span.size();
}

Facet FacetOf(const Fact& a, const Fact& b) {
  if (!a.quantities.empty() && !b.quantities.empty()) return Facet::kNumber;
  if (!a.times.empty() && !b.times.empty()) return Facet::kWhen;
  if (!a.places.empty() && !b.places.empty()) return Facet::kWhere;
  return Facet::kNone;
}

}  // namespace

void FindAgreements(const StoryView& story, const std::vector<Match>& matches,
                    const std::vector<Utterance>& utterances, Findings& out) {
  const Disputed disputed(out);
  std::vector<std::vector<const Match*>> of(story.facts.size());
  for (const Match& match : matches) {
    const Fact& a = story.facts[static_cast<size_t>(match.first)];
    const Fact& b = story.facts[static_cast<size_t>(match.second)];
    if (match.score < kAgree || Conflict(story, disputed, a, b)) continue;
    of[static_cast<size_t>(match.first)].push_back(&match);
    of[static_cast<size_t>(match.second)].push_back(&match);
  }
  std::vector<size_t> order;
  for (size_t f = 0; f < of.size(); ++f) {
    if (!of[f].empty()) order.push_back(f);
  }
  const auto total = [&](size_t f) {
    double sum = 0;
    for (const Match* match : of[f]) sum += match->score;
    return sum;
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t a, size_t b) { return total(a) > total(b); });
  std::vector<bool> told(story.facts.size());
  for (const size_t center : order) {
    if (told[center]) continue;
    std::vector<FindingReading> readings = {ReadingOf(story, story.facts[center])};
    const Fact* plainest = &story.facts[center];
    Facet facet = Facet::kNone;
    for (const Match* match : of[center]) {
      const size_t other = static_cast<size_t>(
          static_cast<size_t>(match->first) == center ? match->second : match->first);
      if (told[other]) continue;
      told[other] = true;
      readings.push_back(ReadingOf(story, story.facts[other]));
      if (IsPlainer(disputed, story.facts[other], *plainest)) plainest = &story.facts[other];
      if (facet == Facet::kNone) facet = FacetOf(story.facts[center], story.facts[other]);
    }
    told[center] = true;
    if (readings.size() > 1) {
      const std::string_view topic = story.Cut(plainest->report, plainest->span);
      Tell(story, std::move(readings), facet, topic, out);
    }
  }
  for (const Utterance& utterance : utterances) {
    std::vector<FindingReading> readings;
    for (const UtteranceReading& reading : utterance.readings) {
      FindingReading made;
      made.report = reading.report;
      made.span = reading.span;
      if (!utterance.speaker.empty()) made.attributed_to = {utterance.speaker};
      readings.push_back(std::move(made));
    }
    if (ReportsOf(readings).size() < 2) continue;
    const std::string_view topic = story.Cut(readings[0].report, readings[0].span);
    Tell(story, std::move(readings), Facet::kNone, topic, out);
  }
}

void FindSingles(const StoryView& story, const std::vector<Match>& matches, Findings& out) {
  std::vector<bool> aligned(story.facts.size());
  for (const Match& match : matches)
    aligned[static_cast<size_t>(match.first)] = aligned[static_cast<size_t>(match.second)] = true;
  size_t count = 0;
  for (size_t f = 0; f < story.facts.size() && count < kMaxSingles; ++f) {
    const Fact& fact = story.facts[f];
    const bool event = story.at(fact.report).StatementAt(fact.head) != kNone;
    if (aligned[f] || (!event && fact.quantities.empty())) continue;
    Tell(story, {ReadingOf(story, fact)}, Facet::kNone, story.Cut(fact.report, fact.span), out);
    ++count;
  }
}

}  // namespace synoptic
