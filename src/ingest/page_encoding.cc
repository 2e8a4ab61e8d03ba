#include "ingest/page_encoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <memory>

#include "base/ascii.h"
#include "base/utf8.h"
#include "ingest/encoding.h"

namespace synoptic {
namespace {

constexpr size_t kPrescan = 4096;

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter Open(const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* const converter = ucnv_open(encoding.c_str(), &status);
  return {U_FAILURE(status) ? nullptr : converter, &ucnv_close};
}

// The value behind `name=` in the first bytes of a page, quoted or not.
std::string_view ValueBehind(std::string_view text, std::string_view name) {
  size_t at = text.find(name);
  if (at == std::string_view::npos) return {};
  at += name.size();
  while (at < text.size() &&
         (IsSpace(text[at]) || text[at] == '=' || text[at] == '"' || text[at] == '\''))
    ++at;
  size_t end = at;
  while (end < text.size() && (IsAlnum(text[end]) || text[end] == '-' || text[end] == '_')) ++end;
  return text.substr(at, end - at);
}

std::string DeclaredEncoding(std::string_view bytes) {
  const std::string head = AsciiLower(bytes.substr(0, kPrescan));
  for (size_t at = head.find("<meta"); at != std::string::npos; at = head.find("<meta", at + 5)) {
    const std::string_view tag = std::string_view(head).substr(at, head.find('>', at) - at);
    const std::string_view label = ValueBehind(tag, "charset");
    if (!label.empty()) return std::string(label);
  }
  if (head.rfind("<?xml", 0) == 0) {
    return std::string(ValueBehind(std::string_view(head).substr(0, head.find("?>")), "encoding"));
  }
  return {};
}

PageText Convert(std::string_view bytes, std::string label) {
  // What pages call Latin-1 and ASCII is Windows-1252 (WHATWG Encoding Standard).
  if (label == "iso-8859-1" || label == "latin1" || label == "us-ascii" || label == "ascii") {
    label = "windows-1252";
  }
  if (label == "gb2312" || label == "gbk") label = "gb18030";
  const Converter converter = Open(label);
  if (!converter) return {};
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString wide(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(),
                                status);
  PageText page{"", std::move(label)};
  if (U_SUCCESS(status)) wide.toUTF8String(page.text);
  return page;
}

uint32_t Utf8Length(char32_t code) {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

// Goes through the characters of a page, in its bytes and in UTF-8 side by side.
class Characters {
 public:
  Characters(std::string_view text, const std::string& encoding, std::string_view bytes)
      : whole_(text),
        bytes_(bytes),
        utf8_(encoding == "utf-8"),
        utf16_(encoding.starts_with("utf-16")) {
    if (utf8_) {
      source_ = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    } else if (utf16_) {
      source_ = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ? 2 : 0;
    } else {
      converter_ = Open(encoding);
    }
  }

  uint32_t text() const { return text_; }
  uint32_t source() const { return source_; }
  bool done() const { return text_ >= whole_.size() || source_ >= bytes_.size(); }

  void SkipTo(uint32_t text) {
    while (text_ < text && !done()) Step();
  }

  void Step() {
    const CodePoint next = DecodeAt(whole_, text_);
    if (utf8_) {
      source_ += DecodeAt(bytes_, source_).length;
    } else if (utf16_) {
      source_ += next.length == 4 ? 4 : 2;
    } else {
      source_ += ByConverter(next.length);
    }
    text_ += next.length;
  }

 private:
  // Where the converter makes another character than before (of no known encoding), the source
  // stands still and what follows has no place.
  uint32_t ByConverter(uint32_t length) {
    if (!converter_) return 0;
    UErrorCode status = U_ZERO_ERROR;
    const char* at = bytes_.data() + source_;
    const UChar32 code =
        ucnv_getNextUChar(converter_.get(), &at, bytes_.data() + bytes_.size(), &status);
    if (U_FAILURE(status) || Utf8Length(static_cast<char32_t>(code)) != length) {
      converter_.reset();
      return 0;
    }
    return static_cast<uint32_t>(at - bytes_.data()) - source_;
  }

  std::string_view whole_, bytes_;
  bool utf8_, utf16_;
  Converter converter_{nullptr, &ucnv_close};
  uint32_t text_ = 0, source_ = 0;
};

// Widths of the characters of a run, which must stay the same.
struct Widths {
  uint32_t text = 0, source = 0;
  bool same = false;  // bytes on both sides
  bool operator==(const Widths&) const = default;
};

class ByteCounter {
 public:
  ByteCounter(std::string_view text, const std::string& encoding, std::string_view bytes)
      : text_(text), bytes_(bytes), characters_(text, encoding, bytes) {}

  void Add(const SourceRun& run) {
    characters_.SkipTo(run.source.begin);
    if (characters_.text() != run.source.begin) return;
    if (run.kind == SourceKind::kCopied) return Divide(run);
    const uint32_t begin = characters_.source();
    characters_.SkipTo(run.source.end);
    if (characters_.source() > begin)
      out_.push_back({run.span, {begin, characters_.source()}, run.kind});
  }

  std::vector<SourceRun> Take() { return std::move(out_); }

 private:
  void Divide(const SourceRun& run) {
    Widths widths;
    while (characters_.text() < run.source.end && !characters_.done()) {
      const uint32_t text = characters_.text(), source = characters_.source();
      characters_.Step();
      const Widths next{characters_.text() - text, characters_.source() - source,
                        text_.compare(text, characters_.text() - text, bytes_, source,
                                      characters_.source() - source) == 0};
      if (next.source == 0) return;
      const uint32_t begin = run.span.begin + (text - run.source.begin);
      // Copied bytes are found one for one, whatever their widths.
      if (!(next == widths) && !(next.same && widths.same))
        out_.push_back({{begin, begin},
                        {source, source},
                        next.same ? SourceKind::kCopied : SourceKind::kDecoded});
      widths = next;
      out_.back().span.end = begin + next.text;
      out_.back().source.end = source + next.source;
    }
  }

  std::string_view text_, bytes_;
  Characters characters_;
  std::vector<SourceRun> out_;
};

}  // namespace

PageText DecodePage(std::string_view bytes, std::string_view label) {
  const bool marked = bytes.starts_with("\xEF\xBB\xBF") || bytes.starts_with("\xFF\xFE") ||
                      bytes.starts_with("\xFE\xFF");
  if (!marked && IsValidUtf8(bytes)) return {std::string(bytes), "utf-8"};
  if (!marked) {
    std::string name = label.empty() ? DeclaredEncoding(bytes) : AsciiLower(label);
    if (!name.empty() && name.find("utf") == std::string::npos) {
      PageText page = Convert(bytes, std::move(name));
      if (!page.text.empty()) return page;
    }
  }
  DecodedText decoded = DecodeText(bytes);
  return {std::move(decoded.text), std::move(decoded.encoding)};
}

std::string CharsetOf(std::string_view content_type) {
  const std::string lower = AsciiLower(content_type);
  size_t at = lower.find("charset=");
  if (at == std::string::npos) return {};
  at = lower.find_first_not_of("\"'", at + 8);
  return at == std::string::npos ? std::string()
                                 : lower.substr(at, lower.find_first_of("\"'; ", at) - at);
}

std::string PageToUtf8(std::string_view bytes, std::string_view label) {
  return DecodePage(bytes, label).text;
}

std::string DecodeAs(std::string_view bytes, const std::string& encoding) {
  if (encoding == "utf-8") return RepairUtf8(bytes);
  if (encoding == "utf-16le") return DecodeText("\xFF\xFE" + std::string(bytes)).text;
  if (encoding == "utf-16be") return DecodeText("\xFE\xFF" + std::string(bytes)).text;
  return Convert(bytes, encoding).text;
}

void CountInBytes(std::string_view text, const std::string& encoding, std::string_view bytes,
                  std::vector<SourceRun>& runs) {
  // A mark takes three bytes away, a bad byte adds two: of one length they are the same.
  if (runs.empty() || (encoding == "utf-8" && text.size() == bytes.size())) return;
  ByteCounter counter(text, encoding, bytes);
  for (const SourceRun& run : runs) counter.Add(run);
  runs = counter.Take();
}

}  // namespace synoptic
