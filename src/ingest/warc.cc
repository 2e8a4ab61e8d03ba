#include "ingest/warc.h"

#include <algorithm>
#include <charconv>
#include <sstream>

#include "base/ascii.h"
#include "ingest/page_encoding.h"

namespace synoptic {
namespace {

constexpr std::string_view kMark = "WARC/";  // 1.0, 1.1, and the drafts 0.17 and 0.18
constexpr size_t kLongestHead = 64 * 1024;

struct HeadField {
  std::string_view name, value;
};

// The next line of `text` without its end, which is taken off.
std::string_view CutLine(std::string_view& text) {
  const size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  while (line.ends_with('\r')) line.remove_suffix(1);  // some writers put two
  return line;
}

HeadField CutField(std::string_view line) {
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos) return {};
  return {Trim(line.substr(0, colon)), Trim(line.substr(colon + 1))};
}

// Bytes of the head at the start of `text`, with the empty line behind it; npos where it does not
// end.
size_t HeadSize(std::string_view text) {
  for (size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    const size_t next = text.find_first_not_of('\r', at + 1);
    if (next != std::string_view::npos && text[next] == '\n') return next + 1;
  }
  return std::string_view::npos;
}

std::optional<uint64_t> Number(std::string_view text, int base) {
  uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  if (error != std::errc() || end == text.data()) return std::nullopt;
  return number;
}

std::string JoinChunks(std::string_view body) {
  std::string out;
  while (!body.empty()) {
    const auto size = Number(Trim(CutLine(body)), 16);
    if (!size || *size == 0) break;
    out += body.substr(0, static_cast<size_t>(std::min<uint64_t>(*size, body.size())));
    body.remove_prefix(static_cast<size_t>(std::min<uint64_t>(*size, body.size())));
    CutLine(body);
  }
  return out;
}

}  // namespace

Error WarcReader::Damaged(uint64_t offset, std::string why) {
  return {ErrorCode::kMalformed,
          "record at byte " + std::to_string(offset) + ": " + std::move(why)};
}

// Takes bytes until the next record begins; false at the end or a break of the input.
bool WarcReader::FindHead() {
  while (true) {
    const std::string_view here = input_.Peek(kLongestHead);
    if (here.starts_with(kMark)) return true;
    size_t at = here.find("\nWARC/");
    if (at != std::string_view::npos) {
      input_.Skip(at + 1);
      return true;
    }
    if (here.size() < kLongestHead) {
      input_.Skip(here.size());
      return false;
    }
    input_.Skip(here.size() - kMark.size());
  }
}

std::optional<Result<WarcRecord>> WarcReader::Next() {
  std::string_view here = input_.Peek(kMark.size());
  while (!here.empty() && (here[0] == '\r' || here[0] == '\n')) {
    input_.Skip(1);
    here = input_.Peek(kMark.size());
  }
  if (here.empty()) {
    if (input_.damage().empty()) return std::nullopt;
    Error error{ErrorCode::kMalformed, input_.damage()};
    input_.Mend();
    return error;
  }
  WarcRecord record;
  record.offset = input_.Offset();
  if (!here.starts_with(kMark)) {
    FindHead();
    return Damaged(record.offset, "does not begin with WARC/; passed over");
  }
  size_t head = HeadSize(input_.Peek(kMark.size()));
  for (size_t size = 1024; head == std::string_view::npos && size <= kLongestHead; size *= 4)
    head = HeadSize(input_.Peek(size));
  if (head == std::string_view::npos || head > kLongestHead) {
    input_.Skip(kMark.size());
    FindHead();
    return Damaged(record.offset, "its head does not end; passed over");
  }
  std::string_view lines = input_.Peek(head).substr(0, head);
  std::optional<uint64_t> length;
  while (!lines.empty()) {
    const HeadField field = CutField(CutLine(lines));
    if (EqualsIgnoreCase(field.name, "WARC-Type")) record.type = AsciiLower(field.value);
    if (EqualsIgnoreCase(field.name, "WARC-Target-URI")) record.url = field.value;
    if (EqualsIgnoreCase(field.name, "WARC-Date")) record.date = field.value;
    if (EqualsIgnoreCase(field.name, "WARC-Record-ID")) record.id = field.value;
    if (EqualsIgnoreCase(field.name, "Content-Type")) record.content_type = AsciiLower(field.value);
    if (EqualsIgnoreCase(field.name, "Content-Length")) length = Number(field.value, 10);
  }
  if (record.url.starts_with('<') && record.url.ends_with('>'))  // WARC 1.0 as wget writes it
    record.url = record.url.substr(1, record.url.size() - 2);
  input_.Skip(head);
  if (!length) {
    FindHead();
    return Damaged(record.offset, "no Content-Length; passed over");
  }
  if (*length > limit_) {
    const bool whole = input_.Skip(*length) == *length;
    return Damaged(record.offset, "says it has " + std::to_string(*length) +
                                      " bytes, over the limit of " + std::to_string(limit_ >> 20) +
                                      " MiB" + (whole ? "" : ", and is cut short"));
  }
  const auto size = static_cast<size_t>(*length);
  record.payload = input_.Peek(size).substr(0, size);
  input_.Skip(record.payload.size());
  if (record.payload.size() < size) return Damaged(record.offset, "cut short");
  return record;
}

std::optional<HttpMessage> ParseHttp(std::string_view bytes, size_t limit) {
  const size_t head = HeadSize(bytes);
  if (!bytes.starts_with("HTTP/") || head == std::string_view::npos) return std::nullopt;
  HttpMessage message;
  std::string_view lines = bytes.substr(0, head);
  const std::string_view status = CutLine(lines);
  const size_t space = status.find(' ');
  if (space != std::string_view::npos)
    message.status = static_cast<int>(Number(Trim(status.substr(space)), 10).value_or(0) % 1000);
  bool chunked = false, packed = false;
  while (!lines.empty()) {
    const HeadField field = CutField(CutLine(lines));
    const std::string value = AsciiLower(field.value);
    if (EqualsIgnoreCase(field.name, "Content-Type")) {
      message.content_type = Trim(std::string_view(value).substr(0, value.find(';')));
      message.charset = CharsetOf(value);
    }
    chunked |= EqualsIgnoreCase(field.name, "Transfer-Encoding") && value == "chunked";
    packed |= EqualsIgnoreCase(field.name, "Content-Encoding") && value.find("gzip") != value.npos;
  }
  const std::string_view body = bytes.substr(head);
  // Crawlers often undo both and keep the header.
  std::string_view first = body.substr(0, body.find('\n'));
  message.body = chunked && Number(Trim(first), 16) ? JoinChunks(body) : std::string(body);
  if (packed && message.body.starts_with("\x1F\x8B")) {
    std::istringstream stream(std::move(message.body));
    message.body = UnpackedInput(stream).Rest(limit);
  }
  if (message.body.size() > limit) message.body.resize(limit);
  return message;
}

}  // namespace synoptic
