#include "reuse/direction.h"

#include <algorithm>

#include "base/ascii.h"

namespace synoptic {
namespace {

struct Clue {
  double weight = 0;  // signed: over 0 for a first
  std::string reason;
};

bool SaysItIsFrom(const Document& report, const Candidate& other) {
  for (const std::string& origin : report.based_on) {
    if (other.report->url && origin == *other.report->url) return true;
    if (origin == other.report->id) return true;
    if (!other.provenance->publisher.empty() &&
        EqualsIgnoreCase(origin, other.provenance->publisher)) {
      return true;
    }
  }
  return false;
}

// It credits the agency or outlet that published the other.
bool Credits(const Candidate& report, const Candidate& other) {
  const std::string& agency = report.provenance->agency;
  return !agency.empty() && agency != report.provenance->publisher &&
         EqualsIgnoreCase(agency, other.provenance->publisher);
}

void AddBothWays(const Candidate& a, const Candidate& b, std::vector<Clue>& clues) {
  for (const double sign : {1.0, -1.0}) {
    const Candidate& first = sign > 0 ? a : b;
    const Candidate& second = sign > 0 ? b : a;
    if (SaysItIsFrom(*second.report, first)) {
      clues.push_back({6 * sign, "the later report says that it is based on the earlier"});
    }
    if (Credits(second, first)) {
      clues.push_back({5 * sign, "it credits " + second.provenance->agency});
    }
    if (second.correction && !first.correction) {
      clues.push_back({2.5 * sign, "it says that it corrects an earlier version"});
    }
    if (second.provenance->vague && !first.provenance->vague) {
      clues.push_back({2 * sign, "it credits agencies it does not name"});
    }
  }
}

// The whole of b stands in a, which has more: cutting is common, and what was cut is gone for good.
void AddContainment(const Candidate& a, const Overlap& overlap, std::vector<Clue>& clues) {
  const auto longer = static_cast<double>(a.wording->words.size());
  if (overlap.MatchedShare() < 0.9F || longer < 1.25 * overlap.words) return;
  clues.push_back({0.9, "all of it stands in the longer report"});
}

// Names and figures are lost in retelling more often than found: b keeps them all and a has more,
// or the other way.
void AddLoss(const Candidate& a, const Candidate& b, const Overlap& overlap,
             std::vector<Clue>& clues) {
  if (overlap.figures_kept < 0.85F || b.wording->specifics.size() < 8) return;
  if (a.wording->specifics.size() < b.wording->specifics.size() * 5 / 4) return;
  clues.push_back({0.7, "names and figures of the other are missing in it"});
}

}  // namespace

int PublishedOrder(const Document& a, const Document& b) {
  if (!a.published || !b.published) return 0;
  if (a.published->time.empty() || b.published->time.empty()) {
    if (a.published->date == b.published->date) return 0;
    return a.published->date < b.published->date ? -1 : 1;
  }
  const int64_t first = a.published->UnixSeconds(), second = b.published->UnixSeconds();
  return first == second ? 0 : first < second ? -1 : 1;
}

Direction FindDirection(const Candidate& a, const Candidate& b, const Overlap& overlap) {
  std::vector<Clue> clues;
  AddBothWays(a, b, clues);
  const int order = PublishedOrder(*a.report, *b.report);
  if (order != 0) clues.push_back({-4.0 * order, "published later"});
  AddContainment(a, overlap, clues);
  AddLoss(a, b, overlap, clues);
  Direction direction;
  for (const Clue& clue : clues) direction.towards_b += clue.weight;
  std::stable_sort(clues.begin(), clues.end(), [](const Clue& x, const Clue& y) {
    return std::abs(x.weight) > std::abs(y.weight);
  });
  for (Clue& clue : clues) {
    if (clue.weight * direction.towards_b > 0) direction.reasons.push_back(std::move(clue.reason));
  }
  return direction;
}

}  // namespace synoptic
