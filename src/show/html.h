// Html: a sink for markup that cannot be handed foreign text by mistake. Markup is what stands in
// this program's source as a literal (checked by the compiler); all else goes through Words or
// Attribute and is escaped.
#ifndef SYNOPTIC_SHOW_HTML_H_
#define SYNOPTIC_SHOW_HTML_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace synoptic {

// Only a string literal becomes one.
class Markup {
 public:
  template <size_t N>
  consteval Markup(const char (&literal)[N]) : text_(literal, N - 1) {}
  std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

// Text of any origin, escaped for an element's content.
struct Words {
  std::string_view text;
};

// Text of any origin as an attribute's quoted value: ` name="value"`.
struct Attribute {
  Markup name;
  std::string_view value;
};

class Html {
 public:
  // Appends to `out`, which must outlive this.
  explicit Html(std::string& out) : out_(out) {}

  Html& operator<<(Markup markup) {
    out_ += markup.text();
    return *this;
  }
  Html& operator<<(Words words);
  Html& operator<<(const Attribute& attribute);
  Html& operator<<(int64_t number);
  Html& operator<<(int number) { return *this << static_cast<int64_t>(number); }
  Html& operator<<(size_t number) { return *this << static_cast<int64_t>(number); }
  // At most one decimal, never an exponent: a coordinate.
  Html& operator<<(double number);
  // What another Html has written.
  Html& operator<<(const Html& other) {
    out_ += other.out_;
    return *this;
  }

 private:
  std::string& out_;
};

// Escapes `&`, `<`, `>` and both quotation marks; a carriage return stays one (a parser would turn
// it into a line feed), NUL becomes U+FFFD. Code points out are as many as code points in, once
// parsed.
void AppendEscaped(std::string_view text, std::string& out);

}  // namespace synoptic

#endif  // SYNOPTIC_SHOW_HTML_H_
