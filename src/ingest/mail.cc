// Messages of e-mail: RFC 5322 headers, MIME parts (RFC 2045, 2046), encoded words (RFC 2047).
#include <algorithm>
#include <map>

#include "base/ascii.h"
#include "ingest/encoding.h"
#include "ingest/formats.h"
#include "ingest/page_encoding.h"

namespace synoptic {
namespace {

constexpr int kDeepestPart = 8;

using Headers = std::map<std::string, std::string, std::less<>>;

int HexDigit(char c) {
  if (IsDigit(c)) return c - '0';
  c = ToLower(c);
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// In words of headers "_" is a space.
std::string FromQuotedPrintable(std::string_view text, bool word) {
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '_' && word) {
      out += ' ';
    } else if (text[at] != '=') {
      out += text[at];
    } else if (at + 2 < text.size() && HexDigit(text[at + 1]) >= 0 && HexDigit(text[at + 2]) >= 0) {
      out += static_cast<char>(HexDigit(text[at + 1]) * 16 + HexDigit(text[at + 2]));
      at += 2;
    } else {  // a soft line break
      at = std::min(text.find('\n', at), text.size());
    }
  }
  return out;
}

// "=?utf-8?Q?Br=C3=BCcke?=" to UTF-8; space between two encoded words is none.
std::string DecodeWords(std::string_view text) {
  std::string out;
  bool behind_word = false;
  while (!text.empty()) {
    const size_t begin = text.find("=?");
    const size_t first = text.find('?', begin == text.npos ? begin : begin + 2);
    const size_t second = first == text.npos ? first : text.find('?', first + 1);
    const size_t end = second == text.npos ? second : text.find("?=", second + 1);
    if (end == text.npos) break;
    const std::string_view between = text.substr(0, begin);
    if (!(behind_word && Trim(between).empty())) out += between;
    const std::string_view words = text.substr(second + 1, end - second - 1);
    const bool base64 = ToLower(text[first + 1]) == 'b';
    out += PageToUtf8(base64 ? FromBase64(words) : FromQuotedPrintable(words, true),
                      text.substr(begin + 2, first - begin - 2));
    text.remove_prefix(end + 2);
    behind_word = true;
  }
  out += text;
  return out;
}

// Takes the headers off `bytes`; folded lines are joined, the first of a name wins.
Headers CutHeaders(std::string_view& bytes) {
  Headers headers;
  std::string* last = nullptr;
  while (!bytes.empty()) {
    const size_t end = bytes.find('\n');
    std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(end == bytes.npos ? bytes.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) break;
    if (line[0] == ' ' || line[0] == '\t') {
      if (last) *last += " " + std::string(Trim(line));
      continue;
    }
    const size_t colon = line.find(':');
    if (colon == line.npos) continue;
    last = &headers.try_emplace(AsciiLower(line.substr(0, colon)), Trim(line.substr(colon + 1)))
                .first->second;
  }
  return headers;
}

std::string Header(const Headers& headers, std::string_view name) {
  const auto found = headers.find(name);
  return found == headers.end() ? std::string() : found->second;
}

std::string Parameter(const std::string& header, std::string_view name) {
  const std::string mark = std::string(name) + "=";
  const size_t at = AsciiLower(header).find(mark);
  if (at == std::string::npos) return {};
  const std::string_view rest = std::string_view(header).substr(at + mark.size());
  if (rest.starts_with('"')) return std::string(rest.substr(1, rest.find('"', 1) - 1));
  return std::string(rest.substr(0, rest.find_first_of("; \t")));
}

struct MailText {
  std::string plain, html;
};

void ReadPart(const Headers& headers, std::string_view body, int depth, MailText& text) {
  const std::string content = Header(headers, "content-type");
  const std::string type = AsciiLower(content.substr(0, content.find(';')));
  if (type.starts_with("multipart/")) {
    const std::string mark = "--" + Parameter(content, "boundary");
    if (mark.size() == 2 || depth == kDeepestPart) return;
    size_t at = body.find(mark);
    while (at != body.npos) {
      const size_t begin = at + mark.size();
      at = body.find(mark, begin);
      if (body.substr(begin).starts_with("--")) break;
      std::string_view part = body.substr(begin, at - begin);
      part.remove_prefix(std::min(part.find('\n') + 1, part.size()));
      const Headers inner = CutHeaders(part);
      ReadPart(inner, part, depth + 1, text);
    }
    return;
  }
  const bool html = type == "text/html";
  if (!html && !type.empty() && type != "text/plain") return;
  if (AsciiLower(Header(headers, "content-disposition")).starts_with("attachment")) return;
  std::string& out = html ? text.html : text.plain;
  if (!out.empty()) return;
  const std::string encoding = AsciiLower(Header(headers, "content-transfer-encoding"));
  std::string bytes(body);
  if (encoding == "base64") bytes = FromBase64(body);
  if (encoding == "quoted-printable") bytes = FromQuotedPrintable(body, false);
  out = PageToUtf8(bytes, Parameter(content, "charset"));
}

}  // namespace

Result<Document> ReadMail(std::string_view path, std::string_view bytes,
                          const ReadOptions& options) {
  const Headers headers = CutHeaders(bytes);
  RawReport raw;
  raw.place = path;
  raw.id = Header(headers, "message-id");
  raw.title = DecodeWords(Header(headers, "subject"));
  raw.published = Header(headers, "date");
  std::string from = DecodeWords(Header(headers, "from"));
  from = from.substr(0, from.find('<'));
  from.erase(std::remove(from.begin(), from.end(), '"'), from.end());
  if (!Trim(from).empty()) raw.source = Trim(from);
  MailText text;
  ReadPart(headers, bytes, 0, text);
  raw.markup = Trim(text.plain).empty();
  raw.text = raw.markup ? std::move(text.html) : std::move(text.plain);
  raw.text.erase(std::remove(raw.text.begin(), raw.text.end(), '\r'), raw.text.end());
  return MakeReport(std::move(raw), path, options);
}

}  // namespace synoptic
