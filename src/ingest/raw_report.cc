// From what a form says of a report to the report.
#include <charconv>

#include "base/ascii.h"
#include "base/utf8.h"
#include "ingest/encoding.h"
#include "ingest/formats.h"
#include "ingest/html_meta.h"
#include "ingest/html_text.h"
#include "ingest/page.h"
#include "ingest/published.h"
#include "ingest/sections.h"

namespace synoptic {
namespace {

std::optional<std::string> OrNull(std::string text) {
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

std::string TextOfMarkup(const std::string& markup) {
  std::string text;
  for (const Block& block : AllText(HtmlTree::Parse(markup))) {
    if (!text.empty()) text += "\n\n";
    text += block.text;
  }
  return text;
}

// "dir/feed.xml:3" gives "feed:3".
std::string IdOfPlace(std::string_view place, std::string_view path) {
  if (!place.starts_with(path)) return std::string(place);
  return Stem(path) + std::string(place.substr(path.size()));
}

std::string TwoDigits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// "04 Mar 2031 18:20:00 +0100", with or without weekday, seconds and zone.
std::optional<Moment> ReadRfc822(std::string_view text) {
  if (const size_t comma = text.find(','); comma != std::string_view::npos)
    text = text.substr(comma + 1);
  auto moment = ParsePageDate(text);
  const size_t colon = text.find(':');
  if (!moment || colon == std::string_view::npos || colon < 2) return moment;
  int hour = 0;
  std::from_chars(text.data() + colon - 2 + (text[colon - 2] == ' '), text.data() + colon, hour);
  const std::string_view rest = text.substr(colon + 1);
  if (rest.size() < 2 || !IsDigit(rest[0]) || !IsDigit(rest[1]) || hour > 23) return moment;
  std::string time = "T" + TwoDigits(hour) + ":" + std::string(rest.substr(0, 2));
  const bool seconds = rest.size() >= 5 && rest[2] == ':';
  time += seconds ? std::string(rest.substr(2, 3)) : ":00";
  std::string_view zone = Trim(rest.substr(seconds ? 5 : 2));
  if (zone.size() >= 5 && (zone[0] == '+' || zone[0] == '-')) {
    time += std::string(zone.substr(0, 3)) + ":" + std::string(zone.substr(3, 2));
  } else if (zone == "GMT" || zone == "UT" || zone == "UTC" || zone == "Z") {
    time += "Z";
  }
  if (auto whole = Moment::Parse(moment->date.Iso() + time)) return whole;
  return moment;
}

std::optional<Moment> ReadUnixTime(std::string_view text) {
  int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (text.size() == 13) number /= 1000;
  if (text.size() != 10 && text.size() != 13) return std::nullopt;
  const Date day = Date{1970, 1, 1}.Plus(static_cast<int>(number / 86400));
  const int second = static_cast<int>(number % 86400);
  return Moment{day, "T" + TwoDigits(second / 3600) + ":" + TwoDigits(second / 60 % 60) + ":" +
                         TwoDigits(second % 60) + "Z"};
}

}  // namespace

std::string Stem(std::string_view path) {
  path = path.substr(path.rfind('/') + 1);  // npos + 1 is 0
  const size_t dot = path.rfind('.');
  return std::string(dot == 0 || dot == std::string_view::npos ? path : path.substr(0, dot));
}

std::vector<Result<Document>> Only(Result<Document> report) {
  std::vector<Result<Document>> list;
  list.push_back(std::move(report));
  return list;
}

Error Malformed(std::string_view path, std::string_view why) {
  return {ErrorCode::kMalformed, std::string(path) + ": " + std::string(why)};
}

std::optional<Moment> ReadMoment(std::string_view text) {
  text = Trim(text);
  if (text.empty()) return std::nullopt;
  if (auto exact = Moment::Parse(text)) return exact;
  if (text.size() >= 19 && text[10] == ' ') {
    std::string iso(text);
    iso[10] = 'T';
    if (auto exact = Moment::Parse(iso)) return exact;
    if (auto exact = Moment::Parse(iso.substr(0, 19))) return exact;
  }
  if (auto unix_time = ReadUnixTime(text)) return unix_time;
  return ReadRfc822(text);
}

void ReadLayout(Document& report, const ReadOptions& options) {
  Layout layout = FindLayout(report.text);
  report.sections = std::move(layout.sections);
  if (report.authors.empty()) report.authors = std::move(layout.authors);
  if (!report.title && !layout.headline.empty()) report.title = report.Cut(layout.headline);
  if (!report.credit && !layout.credit.empty()) report.credit = layout.credit;
  if (!report.source && !layout.agency.empty()) report.source = layout.agency;
  if (options.published) {
    report.published = options.published;
    report.published_from = DateSource::kOption;
  } else if (!report.published) {
    if (const auto found = FindPublished(report.text, layout.dateline)) {
      report.published = Moment{found->date, ""};
      report.published_from = DateSource::kText;
      report.published_span = found->span;
    }
  }
}

Result<Document> MakeReport(RawReport raw, std::string_view path, const ReadOptions& options) {
  const auto utf8 = [](std::string& text) { text = RepairUtf8(text); };
  for (std::string* text : {&raw.id, &raw.title, &raw.url, &raw.source, &raw.credit}) utf8(*text);
  for (std::string& author : raw.authors) utf8(author);
  for (std::string& basis : raw.based_on) utf8(basis);
  Document report;
  report.path = path;
  report.id = !raw.id.empty() ? std::move(raw.id) : IdOfPlace(raw.place, path);
  const std::string title = PlainText(raw.title);
  report.title = OrNull(title);
  report.url = OrNull(std::move(raw.url));
  report.source = OrNull(PlainText(raw.source));
  report.credit = OrNull(std::move(raw.credit));
  report.authors = std::move(raw.authors);
  report.based_on = std::move(raw.based_on);
  report.language = raw.language.substr(0, raw.language.find('-'));
  if (!raw.published.empty()) {
    report.published = ReadMoment(raw.published);
    if (report.published) {
      report.published_from = DateSource::kMetadata;
    } else {
      report.warnings.push_back("the date of publication cannot be read: " +
                                RepairUtf8(raw.published.substr(0, 80)));
    }
  }
  report.modified = ReadMoment(raw.modified);
  DecodedText decoded = DecodeText(raw.markup ? TextOfMarkup(raw.text) : std::move(raw.text));
  report.text = std::move(decoded.text);
  for (std::string& warning : decoded.warnings) report.warnings.push_back(std::move(warning));
  if (Trim(report.text).empty()) report.text = title;
  if (Trim(report.text).empty()) return Malformed(raw.place, "neither text nor title");
  if (report.text.size() > kLargestReport) return Malformed(raw.place, "too large for a report");
  ReadLayout(report, options);
  return report;
}

}  // namespace synoptic
