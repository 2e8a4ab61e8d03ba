// The external entry is ReportReader, which tells the forms apart by name and first bytes and hands
// each to its reader.
#include "ingest/ingest.h"

#include <deque>
#include <istream>

#include "base/ascii.h"
#include "ingest/archive.h"
#include "ingest/csv.h"
#include "ingest/encoding.h"
#include "ingest/formats.h"
#include "ingest/page.h"
#include "ingest/unpack.h"

namespace synoptic {
namespace {

constexpr size_t kHead = 4096;  // bytes that tell the form

std::string OfLimit() {
  return "over the limit of " + std::to_string(kLargestReport >> 20) + " MiB";
}

bool EndsWithAny(std::string_view path, std::initializer_list<std::string_view> ends) {
  for (const std::string_view packing : {".gz", ".zst"}) {
    if (path.ends_with(packing)) path.remove_suffix(packing.size());
  }
  const std::string lower = AsciiLower(path);
  for (const std::string_view end : ends) {
    if (lower.ends_with(end)) return true;
  }
  return false;
}

std::string Numbered(std::string_view path, size_t number) {
  return std::string(path) + ":" + std::to_string(number);
}

Result<Document> FromText(std::string_view path, std::string_view bytes,
                          const ReadOptions& options) {
  if (bytes.starts_with("filedesc://"))
    return Malformed(path, "an ARC archive; make it WARC first (\"warcio recompress\")");
  if (bytes.starts_with("\xD0\xCF\x11\xE0"))
    return Malformed(path, "an old (.doc) or encrypted office document; save it as .docx");
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

std::vector<Result<Document>> FromWhole(std::string_view path, std::string_view bytes,
                                        const ReadOptions& options) {
  std::vector<Result<Document>> reports;
  if (IsUtf16(bytes)) {
    const std::string text = DecodeText(bytes).text;
    if (LooksLikeXml(text)) return ReadXml(path, text, options);
  }
  if (bytes.starts_with("%PDF-")) {
    reports.push_back(ReadPdf(path, bytes, options));
  } else if (bytes.starts_with("PK\x03\x04")) {
    reports.push_back(ReadDocx(path, bytes, options));
  } else if (EndsWithAny(path, {".eml"})) {
    reports.push_back(ReadMail(path, bytes, options));
  } else if (LooksLikeXml(bytes)) {
    return ReadXml(path, bytes, options);
  } else if (EndsWithAny(path, {".json"})) {
    return ReadJson(path, path, bytes, options);
  } else {
    reports.push_back(FromText(path, bytes, options));
  }
  return reports;
}

}  // namespace

class ReportReader::Impl {
 public:
  Impl(std::string path, std::istream& stream, ReadOptions options)
      : path_(std::move(path)), stream_(stream), options_(std::move(options)), input_(stream) {
    const std::string_view head = input_.Peek(kHead);
    if (options_.offset > 0 || head.starts_with("WARC/")) {
      archive_.emplace(path_, input_, options_);
    } else if (EndsWithAny(path_, {".jsonl", ".ndjson"}) ||
               (path_ == "-" && head.starts_with('{'))) {
      form_ = Form::kLines;
    } else if (EndsWithAny(path_, {".csv", ".tsv"})) {
      form_ = Form::kTable;
      table_.emplace(input_, kLargestReport);
      done_ = !table_->Row(names_);
    }
  }

  std::optional<Result<Document>> Next() {
    if (archive_) return archive_->Next();
    while (found_.empty() && !done_) Read();
    if (found_.empty()) return std::nullopt;
    Result<Document> report = std::move(found_.front());
    found_.pop_front();
    return report;
  }

 private:
  enum class Form { kWhole, kLines, kTable };

  void Add(std::vector<Result<Document>> reports) {
    for (Result<Document>& report : reports) found_.push_back(std::move(report));
  }

  void Read() {
    if (form_ == Form::kLines) {
      ReadLine();
    } else if (form_ == Form::kTable) {
      ReadTableRow();
    } else {
      done_ = true;
      ReadWhole();
    }
    if (done_ && !input_.damage().empty()) found_.push_back(Malformed(path_, input_.damage()));
    if (done_ && stream_.bad())
      found_.push_back(Error{ErrorCode::kUnreadable, path_ + ": cannot be read"});
  }

  void ReadWhole() {
    const std::string bytes = input_.Rest(kLargestReport);
    if (bytes.size() > kLargestReport) {
      found_.push_back(Error{ErrorCode::kTooLarge, path_ + ": " + OfLimit()});
    } else if (input_.damage().empty() && !stream_.bad()) {
      Add(FromWhole(path_, bytes, options_));
    }
  }

  void ReadLine() {
    done_ = !input_.Line(line_, kLargestReport);
    if (done_) return;
    ++number_;
    if (line_.size() > kLargestReport) {
      found_.push_back(Error{ErrorCode::kTooLarge, Numbered(path_, number_) + ": " + OfLimit()});
    } else if (!Trim(line_).empty()) {
      Add(ReadJson(path_, Numbered(path_, number_), line_, options_));
    }
  }

  void ReadTableRow() {
    std::vector<std::string> cells;
    done_ = !table_->Row(cells);
    if (done_ || (cells.size() == 1 && cells[0].empty())) return;
    found_.push_back(ReadRow(path_, Numbered(path_, table_->line()), names_, cells, options_));
  }

  std::string path_;
  std::istream& stream_;
  ReadOptions options_;
  UnpackedInput input_;
  Form form_ = Form::kWhole;
  std::optional<ArchiveReader> archive_;
  std::optional<CsvReader> table_;
  std::vector<std::string> names_;  // of the table's columns
  std::string line_;
  size_t number_ = 0;  // of the line read last
  bool done_ = false;
  std::deque<Result<Document>> found_;
};

ReportReader::ReportReader(std::string path, std::istream& input, ReadOptions options)
    : impl_(std::make_unique<Impl>(std::move(path), input, std::move(options))) {}
ReportReader::~ReportReader() = default;
ReportReader::ReportReader(ReportReader&&) noexcept = default;

std::optional<Result<Document>> ReportReader::Next() { return impl_->Next(); }

}  // namespace synoptic
