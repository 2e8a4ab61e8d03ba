#include <cctype>
#include <optional>

#include "base/ascii.h"
#include "base/utf8.h"
#include "names/names.h"

namespace synoptic {
namespace {

// A reader of the part of TOML that ReadCorrections takes.
class Reader {
 public:
  Reader(std::string_view text, std::string_view path) : text_(text), path_(path) {}

  Result<Corrections> Read() {
    std::string table;
    while (SkipToEntry()) {
      if (text_[at_] == '[') {
        const auto name = Table();
        if (!name) return Fail("expected [name] or [type]");
        table = *name;
      } else if (!Entry(table)) {
        return Fail(problem_);
      }
      if (!EndOfLine()) return Fail("expected the end of the line");
    }
    return std::move(corrections_);
  }

 private:
  Error Fail(std::string_view what) const {
    const auto line =
        1 + std::count(text_.begin(),
                       text_.begin() + static_cast<ptrdiff_t>(std::min(at_, text_.size())), '\n');
    return {ErrorCode::kMalformed,
            std::string(path_) + ":" + std::to_string(line) + ": " + std::string(what)};
  }

  char Here() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  // Blanks and comments; with `lines` line ends too.
  void Skip(bool lines) {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '#')
        at_ = std::min(text_.find('\n', at_), text_.size());
      else if (c == ' ' || c == '\t' || c == '\r' || (lines && c == '\n'))
        ++at_;
      else
        break;
    }
  }
  bool SkipToEntry() {
    Skip(true);
    return at_ < text_.size();
  }
  bool EndOfLine() {
    Skip(false);
    return at_ >= text_.size() || text_[at_] == '\n';
  }
  bool Take(char c) {
    Skip(true);
    if (Here() != c) return false;
    ++at_;
    return true;
  }

  std::optional<std::string> Table() {
    const size_t close = text_.find(']', at_);
    if (close == std::string_view::npos) return std::nullopt;
    const std::string name(Trim(text_.substr(at_ + 1, close - at_ - 1)));
    if (name != "name" && name != "type") return std::nullopt;
    at_ = close + 1;
    return name;
  }

  bool Problem(std::string_view what) {
    problem_ = what;
    return false;
  }

  bool Entry(const std::string& table) {
    const auto key = Here() == '"' || Here() == '\'' ? String() : BareKey();
    if (!key) return Problem("expected a name");
    if (!Take('=')) return Problem("expected =");
    Skip(false);
    if (table.empty()) {
      if (*key == "same") return Lists(corrections_.same);
      if (*key == "different") return Lists(corrections_.different);
      return Problem("unknown key; expected same, different, [name] or [type]");
    }
    const auto value = String();
    if (!value) return Problem("expected a string");
    if (table == "name") {
      corrections_.name[*key] = *value;
      return true;
    }
    static constexpr std::string_view kTypes[] = {"person", "organization", "place", "state",
                                                  "other"};
    for (size_t i = 0; i < std::size(kTypes); ++i) {
      if (*value != kTypes[i]) continue;
      corrections_.type[*key] = static_cast<ActorType>(i);
      return true;
    }
    return Problem("unknown type; expected person, organization, place, state or other");
  }

  std::optional<std::string> BareKey() {
    const size_t begin = at_;
    while (at_ < text_.size() && (IsAlnum(text_[at_]) || text_[at_] == '_' || text_[at_] == '-'))
      ++at_;
    if (at_ == begin) return std::nullopt;
    return std::string(text_.substr(begin, at_ - begin));
  }

  std::optional<std::string> String() {
    const char mark = Here();
    if (mark != '"' && mark != '\'') return std::nullopt;
    std::string value;
    for (++at_; at_ < text_.size() && text_[at_] != '\n'; ++at_) {
      if (text_[at_] == mark) {
        ++at_;
        return value;
      }
      if (mark == '"' && text_[at_] == '\\') {
        if (!Escape(value)) return std::nullopt;
      } else {
        value += text_[at_];
      }
    }
    return std::nullopt;
  }

  bool Escape(std::string& value) {
    ++at_;
    switch (Here()) {
      case '"':
        value += '"';
        return true;
      case '\\':
        value += '\\';
        return true;
      case 't':
        value += '\t';
        return true;
      case 'n':
        value += '\n';
        return true;
      case 'u':
      case 'U': {
        const size_t digits = Here() == 'u' ? 4 : 8;
        char32_t code = 0;
        for (size_t i = 1; i <= digits; ++i) {
          const char c = at_ + i < text_.size() ? text_[at_ + i] : 'x';
          if (!std::isxdigit(static_cast<unsigned char>(c))) return false;
          code = code * 16 + static_cast<char32_t>(IsDigit(c) ? c - '0' : ToLower(c) - 'a' + 10);
        }
        if (code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return false;
        AppendUtf8(code, value);
        at_ += digits;
        return true;
      }
      default:
        return false;
    }
  }

  bool List(std::vector<std::string>& out) {
    if (!Take('[')) return Problem("expected a list of names");
    while (!Take(']')) {
      Skip(true);
      const auto value = String();
      if (!value) return Problem("expected a name in quotation marks");
      out.push_back(*value);
      if (!Take(',') && (Skip(true), Here() != ']')) return Problem("expected , or ]");
    }
    return out.size() > 1 || Problem("a list needs two names or more");
  }

  bool Lists(std::vector<std::vector<std::string>>& out) {
    if (!Take('[')) return Problem("expected a list of lists");
    while (!Take(']')) {
      out.emplace_back();
      if (!List(out.back())) return false;
      if (!Take(',') && (Skip(true), Here() != ']')) return Problem("expected , or ]");
    }
    return true;
  }

  std::string_view text_, path_;
  size_t at_ = 0;
  std::string problem_ = "not understood";
  Corrections corrections_;
};

}  // namespace

Result<Corrections> ReadCorrections(std::string_view text, std::string_view path) {
  if (!IsValidUtf8(text)) return Error{ErrorCode::kMalformed, std::string(path) + ": not UTF-8"};
  return Reader(text, path).Read();
}

}  // namespace synoptic
