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

constexpr int kNearOthers = 10;  // days between a dateline and the day of the story

const TimeExpression* DayOfDateline(const Document& report) {
  for (const Section& section : report.sections) {
    if (section.kind != SectionKind::kDateline) continue;
    for (const TimeExpression& time : report.times) {
      const bool day = time.value.size() == 10 && time.value.starts_with("XXXX-");
      if (day && section.span.Contains(time.span)) return &time;
    }
  }
  return nullptr;
}

// The day `time` tells without its year, in the year that brings it nearest to `story`.
std::optional<Date> NearestYear(const TimeExpression& time, Date story) {
  const auto number = [&](size_t at) {
    return 10 * (time.value[at] - '0') + (time.value[at + 1] - '0');
  };
  for (int year = story.year - 1; year <= story.year + 1; ++year) {
    const auto day = Date::Of(year, number(5), number(8));
    if (day && std::abs(day->DaysSince(story)) <= kNearOthers) return day;
  }
  return std::nullopt;
}

Span AllOf(const Document& report) { return {0, static_cast<uint32_t>(report.text.size())}; }

bool InQuotation(const Document& report, Span span) {
  return std::any_of(report.quotes.begin(), report.quotes.end(), [&](const Quote& quote) {
    return std::any_of(quote.content.begin(), quote.content.end(),
                       [&](Span part) { return part.Contains(span); });
  });
}

// The one day that the sentence of the attribution tells outside of what is quoted; nullopt where
// it tells none, two, or one to come.
std::optional<Date> DayOfSaying(const Document& report, const Quote& quote) {
  const uint32_t at = quote.cue ? quote.cue->begin : quote.content.front().begin;
  const auto sentence =
      std::find_if(report.sentences.begin(), report.sentences.end(),
                   [&](const Sentence& one) { return one.span.begin <= at && at < one.span.end; });
  if (sentence == report.sentences.end()) return std::nullopt;
  std::optional<Date> day;
  for (const TimeExpression& time : report.times) {
    if (!sentence->span.Contains(time.span) || time.value.size() < 10) continue;
    const auto told = Date::Parse(time.value);
    if (!told || InQuotation(report, time.span)) continue;
    if ((day && *day != *told) || (report.published && report.published->date < *told))
      return std::nullopt;
    day = told;
  }
  return day;
}

std::string Plural(size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

}  // namespace

void DateByOthers(std::vector<Document>& reports, Comparison& comparison) {
  const auto story = DayOfStory(reports);
  if (!story) return;
  size_t dated = 0;
  for (Document& report : reports) {
    if (report.published) continue;
    const TimeExpression* time = DayOfDateline(report);
    const auto day = time != nullptr ? NearestYear(*time, *story) : std::nullopt;
    if (!day) continue;
    report.published = Moment{*day, ""};
    report.published_from = DateSource::kText;
    report.published_span = time->span;
    ReanchorTimes(report, AllOf(report), *day);
    ReadQuotedDays(report);
    ++dated;
  }
  if (dated == 0) return;
  comparison.notes.push_back(
      Plural(dated, "report gives the day of its dateline without a year; it is",
             "reports give the day of their datelines without a year; they are") +
      " read as near " + story->Iso() + ", the day of the others");
}

void PutInOrder(std::vector<Document>& reports) {
  std::sort(reports.begin(), reports.end(), Before);
  RenameDoubles(reports, [](const Document& report, int) {
    return report.path.empty() ? report.id : report.path;
  });
  RenameDoubles(reports, [](const Document& report, int number) {
    return number == 1 ? report.id : report.id + "~" + std::to_string(number);
  });
}

void ReadQuotedDays(Document& report) {
  for (const Quote& quote : report.quotes) {
    const bool spoken = quote.kind == QuoteKind::kDirect || quote.kind == QuoteKind::kMixed;
    const auto inside = [&](const TimeExpression& time) {
      return time.relative && std::any_of(quote.content.begin(), quote.content.end(),
                                          [&](Span part) { return part.Contains(time.span); });
    };
    if (!spoken || std::none_of(report.times.begin(), report.times.end(), inside)) continue;
    const auto day = DayOfSaying(report, quote);
    if (!day || (report.published && *day == report.published->date)) continue;
    for (const Span part : quote.content) ReanchorTimes(report, part, *day);
  }
}

void SettleDates(std::vector<Document>& reports, Comparison& comparison) {
  if (comparison.one_event) {
    if (const auto day = DayOfStory(reports)) {
      size_t undated = 0;
      for (Document& report : reports) {
        if (report.published) continue;
        ReanchorTimes(report, AllOf(report), *day);
        ReadQuotedDays(report);
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

void ReadSayingsFromTheFirst(std::vector<Document>& reports, const Comparison& comparison) {
  for (const Utterance& utterance : comparison.utterances) {
    std::optional<Date> first;
    for (const UtteranceReading& reading : utterance.readings) {
      const auto& day = reports[static_cast<size_t>(reading.report)].published;
      if (day && (!first || day->date < *first)) first = day->date;
    }
    for (const UtteranceReading& reading : utterance.readings) {
      Document& report = reports[static_cast<size_t>(reading.report)];
      if (first && report.published && *first < report.published->date)
        ReanchorTimes(report, reading.span, *first);
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
