#include "ingest/archive.h"

#include "base/ascii.h"
#include "base/utf8.h"
#include "ingest/page.h"

namespace synoptic {
namespace {

// Bodies of other types hold no text.
bool MayHoldReport(std::string_view type) {
  return type.empty() || type.starts_with("text/") || type.find("xml") != type.npos ||
         type.find("json") != type.npos;
}

}  // namespace

ArchiveReader::ArchiveReader(std::string path, UnpackedInput& input, ReadOptions options)
    : path_(std::move(path)), options_(std::move(options)), records_(input, kLargestReport) {}

std::optional<Result<Document>> ArchiveReader::Next() {
  while (found_.empty()) {
    auto record = records_.Next();
    if (!record && !fruitful_) {
      fruitful_ = true;
      return Barren();
    }
    if (!record) return std::nullopt;
    if (!*record) {
      fruitful_ = true;
      return Error{record->error().code, path_ + ": " + record->error().message};
    }
    ReadRecord(std::move(**record));
  }
  fruitful_ = true;
  Result<Document> report = std::move(found_.front());
  found_.pop_front();
  return report;
}

Error ArchiveReader::Barren() const {
  std::string what;
  for (const auto& [kind, count] : passed_)
    what += (what.empty() ? ": " : ", ") + kind + " (" + std::to_string(count) + ")";
  return Malformed(path_, "an archive without a report" + what);
}

void ArchiveReader::ReadRecord(WarcRecord record) {
  const bool response = record.type == "response";
  if (!response && record.type != "resource" && record.type != "conversion")
    return Pass(record.type.empty() ? "unnamed" : record.type);
  std::string type = record.content_type.substr(0, record.content_type.find(';'));
  std::string body = std::move(record.payload), charset;
  if (auto http = response ? ParseHttp(body, kLargestReport) : std::nullopt) {
    if (http->status != 200 && http->status != 203)
      return Pass("status " + std::to_string(http->status));
    type = std::move(http->content_type);
    body = std::move(http->body);
    charset = std::move(http->charset);
  } else if (response) {
    return Pass("response that is not HTTP");
  }
  if (!MayHoldReport(type)) return Pass(RepairUtf8(type.substr(0, 60)));
  const std::string place = path_ + ": record at byte " + std::to_string(record.offset);
  if (LooksLikeXml(body)) {
    for (Result<Document>& report : ReadXml(path_, body, options_))
      found_.push_back(std::move(report));
    return;
  }
  Document report;
  if (LooksLikeHtml(body) || type == "text/html") {
    ReadOptions options = options_;
    options.charset = charset;
    report = ReadPage(path_, body, record.url, options);
    report.source_map.record = record.offset;
  } else if (type == "text/plain") {
    RawReport raw;
    raw.place = place;
    raw.text = std::move(body);
    auto made = MakeReport(std::move(raw), path_, options_);
    if (!made) return Pass("empty text");
    report = std::move(*made);
    report.url = record.url;
  }
  if (report.text.empty()) return Pass("page without an article");
  report.id = record.url.empty() ? record.id : record.url;
  found_.push_back(std::move(report));
}

}  // namespace synoptic
