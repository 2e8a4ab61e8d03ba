// The external entries are ReadReports and ReportReader. A file is one plain text or, by its name,
// JSON Lines.
#include "ingest/ingest.h"

#define RAPIDJSON_HAS_STDSTRING 1
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <istream>

#include "base/ascii.h"
#include "ingest/encoding.h"
#include "ingest/page.h"
#include "ingest/published.h"
#include "ingest/sections.h"

namespace synoptic {
namespace {

std::string Stem(std::string_view path) {
  path = path.substr(path.rfind('/') + 1);  // npos + 1 is 0
  const size_t dot = path.rfind('.');
  return std::string(dot == 0 || dot == std::string_view::npos ? path : path.substr(0, dot));
}

// Sections, title, byline, credit and date of a report whose `text` is set.
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

Error Malformed(std::string_view path, std::string_view why) {
  return {ErrorCode::kMalformed, std::string(path) + ": " + std::string(why)};
}

std::string OfLimit() {
  return "over the limit of " + std::to_string(kLargestReport >> 20) + " MiB";
}

std::optional<std::string> StringField(const rapidjson::Value& object, const char* name) {
  const auto found = object.FindMember(name);
  if (found == object.MemberEnd() || !found->value.IsString()) return std::nullopt;
  if (found->value.GetStringLength() == 0) return std::nullopt;
  return std::string(found->value.GetString(), found->value.GetStringLength());
}

Result<Document> FromJsonLine(std::string_view path, size_t number, const std::string& line,
                              const ReadOptions& options) {
  const std::string where = std::string(path) + ":" + std::to_string(number);
  rapidjson::Document json;
  // Iterative: a line of a million brackets does not exhaust the stack.
  json.Parse<rapidjson::kParseIterativeFlag>(line.data(), line.size());
  if (json.HasParseError()) {
    return Malformed(where, "not JSON at byte " + std::to_string(json.GetErrorOffset()) + ": " +
                                rapidjson::GetParseError_En(json.GetParseError()));
  }
  if (!json.IsObject()) return Malformed(where, "not a JSON object");
  auto text = StringField(json, "text");
  if (!text) return Malformed(where, "no \"text\"");
  Document report;
  report.path = path;
  report.id = StringField(json, "id").value_or(Stem(path) + ":" + std::to_string(number));
  report.title = StringField(json, "title");
  report.source = StringField(json, "source");
  report.url = StringField(json, "url");
  report.credit = StringField(json, "credit");
  if (const auto published = StringField(json, "published")) {
    report.published = Moment::Parse(*published);
    if (report.published) {
      report.published_from = DateSource::kMetadata;
    } else {
      report.warnings.push_back("\"published\" is not an ISO 8601 date: " + *published);
    }
  }
  // JSON has no byte-order mark, and RapidJSON passes bytes that are not UTF-8 on.
  DecodedText decoded = DecodeText(*text);
  report.text = std::move(decoded.text);
  for (std::string& warning : decoded.warnings) report.warnings.push_back(std::move(warning));
  ReadLayout(report, options);
  return report;
}

Result<Document> FromPlainText(std::string_view path, std::string_view bytes,
                               const ReadOptions& options) {
  if (bytes.size() > kLargestReport)
    return Error{ErrorCode::kTooLarge, std::string(path) + ": " + OfLimit()};
  if (LooksBinary(bytes)) return Malformed(path, "binary, not text");
  if (LooksLikeHtml(bytes)) {
    Document page = ReadPage(path, bytes, "", options);
    if (page.text.empty()) return Malformed(path, "a web page without an article");
    page.id = Stem(path);
    return page;
  }
  DecodedText decoded = DecodeText(bytes);
  if (Trim(decoded.text).empty()) return Malformed(path, "empty");
  Document report;
  report.id = Stem(path);
  report.path = path;
  report.text = std::move(decoded.text);
  report.warnings = std::move(decoded.warnings);
  ReadLayout(report, options);
  return report;
}

}  // namespace

ReportReader::ReportReader(std::string path, std::istream& input, ReadOptions options)
    : path_(std::move(path)), input_(input), options_(std::move(options)) {
  lines_ = path_.ends_with(".jsonl") || path_.ends_with(".ndjson") ||
           (path_ == "-" && input_.peek() == '{');
}

std::optional<Result<Document>> ReportReader::Next() {
  if (lines_) return NextLine();
  if (done_) return std::nullopt;
  done_ = true;
  std::string bytes;
  // One byte over the limit is enough to know.
  bytes.resize(64 * 1024);
  std::string all;
  while (all.size() <= kLargestReport &&
         input_.read(bytes.data(), static_cast<std::streamsize>(bytes.size())).gcount() > 0) {
    all.append(bytes, 0, static_cast<size_t>(input_.gcount()));
  }
  if (input_.bad()) return Error{ErrorCode::kUnreadable, path_ + ": cannot be read"};
  return FromPlainText(path_, all, options_);
}

std::optional<Result<Document>> ReportReader::NextLine() {
  std::string line;
  while (!done_) {
    const Cut cut = CutLine(line);
    if (cut == Cut::kEnd) break;
    ++number_;
    if (cut == Cut::kTooLong) {
      return Error{ErrorCode::kTooLarge, path_ + ":" + std::to_string(number_) + ": " + OfLimit()};
    }
    if (!Trim(line).empty()) return FromJsonLine(path_, number_, line, options_);
  }
  done_ = true;
  return std::nullopt;
}

ReportReader::Cut ReportReader::CutLine(std::string& line) {
  line.clear();
  std::streambuf* const bytes = input_.rdbuf();
  bool any = false;
  for (int c = bytes->sbumpc(); c != std::streambuf::traits_type::eof(); c = bytes->sbumpc()) {
    any = true;
    if (c == '\n') break;
    if (line.size() <= kLargestReport) line += static_cast<char>(c);
  }
  if (!any) return Cut::kEnd;
  return line.size() > kLargestReport ? Cut::kTooLong : Cut::kLine;
}

}  // namespace synoptic
