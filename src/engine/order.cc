#include "engine/order.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "times/times.h"

namespace synoptic {
namespace {

bool Before(const Document& a, const Document& b) {
  const auto key = [](const Document& report) {
    const int64_t when = report.published ? report.published->UnixSeconds() : INT64_MAX;
    return std::make_tuple(when, std::string_view(report.id), std::string_view(report.path),
                           std::string_view(report.text));
  };
  return key(a) < key(b);
}

template <typename NewId>
void RenameDoubles(std::vector<Document>& reports, NewId rename) {
  std::map<std::string, int> times;
  for (const Document& report : reports) ++times[report.id];
  std::map<std::string, int> seen;
  for (Document& report : reports) {
    const std::string id = report.id;
    if (times[id] > 1) report.id = rename(report, ++seen[id]);
  }
}

// The middle one of the days of publication; nullopt where no report has one.
std::optional<Date> DayOfStory(const std::vector<Document>& reports) {
  std::vector<Date> days;
  for (const Document& report : reports) {
    if (report.published) days.push_back(report.published->date);
  }
  if (days.empty()) return std::nullopt;
  std::sort(days.begin(), days.end());
  return days[(days.size() - 1) / 2];
}

std::string Plural(size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

}  // namespace

void PutInOrder(std::vector<Document>& reports) {
  std::sort(reports.begin(), reports.end(), Before);
  RenameDoubles(reports, [](const Document& report, int) {
    return report.path.empty() ? report.id : report.path;
  });
  RenameDoubles(reports, [](const Document& report, int number) {
    return number == 1 ? report.id : report.id + "~" + std::to_string(number);
  });
}

void SettleDates(std::vector<Document>& reports, Comparison& comparison) {
  if (comparison.one_event) {
    if (const auto day = DayOfStory(reports)) {
      size_t undated = 0;
      for (Document& report : reports) {
        if (report.published) continue;
        ReanchorTimes(report, {0, static_cast<uint32_t>(report.text.size())}, *day);
        ++undated;
      }
      if (undated > 0) {
        comparison.notes.push_back(Plural(undated, "report does not say when it was published; its",
                                          "reports do not say when they were published; their") +
                                   " times are read as of " + day->Iso() +
                                   ", the day of the others");
      }
    }
  }
  for (const Edge& edge : comparison.lineage.edges) {
    const auto& first = reports[static_cast<size_t>(edge.from)].published;
    Document& later = reports[static_cast<size_t>(edge.to)];
    if (!edge.directed || edge.kind != EdgeKind::kCopy || !first || !later.published ||
        first->date == later.published->date) {
      continue;
    }
    for (const Passage& passage : edge.passages) {
      if (passage.verbatim) ReanchorTimes(later, passage.to, first->date);
    }
  }
}

void NoteWhatIsOdd(const std::vector<Document>& reports, Comparison& comparison) {
  if (reports.size() == 1) {
    comparison.notes.emplace_back("one report alone: there is nothing to compare it with");
  }
  if (!comparison.one_event) {
    comparison.notes.emplace_back(
        "these reports do not tell one event, so nothing is said to agree or to be disputed");
  }
  std::map<std::string_view, std::vector<std::string_view>> same;
  for (const Document& report : reports) same[report.text].push_back(report.id);
  for (const auto& [text, ids] : same) {
    if (ids.size() < 2) continue;
    std::string note = "the same text, letter for letter:";
    for (const std::string_view id : ids) (note += ' ') += id;
    comparison.notes.push_back(std::move(note));
  }
  std::sort(comparison.notes.begin(), comparison.notes.end());
}

}  // namespace synoptic
