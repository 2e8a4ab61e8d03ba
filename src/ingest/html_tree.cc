#include "ingest/html_tree.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"
#include "ingest/encoding.h"

namespace synoptic {
namespace {

constexpr size_t kPrescan = 4096;

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

std::string Convert(std::string_view bytes, std::string label) {
  // What pages call Latin-1 and ASCII is Windows-1252 (WHATWG Encoding Standard).
  if (label == "iso-8859-1" || label == "latin1" || label == "us-ascii" || label == "ascii") {
    label = "windows-1252";
  }
  if (label == "gb2312" || label == "gbk") label = "gb18030";
  UErrorCode status = U_ZERO_ERROR;
  UConverter* const converter = ucnv_open(label.c_str(), &status);
  if (U_FAILURE(status)) return {};
  const icu::UnicodeString wide(bytes.data(), static_cast<int32_t>(bytes.size()), converter,
                                status);
  ucnv_close(converter);
  std::string out;
  if (U_SUCCESS(status)) wide.toUTF8String(out);
  return out;
}

bool IsTag(std::string_view rest, std::string_view name) {
  return rest.size() > name.size() && EqualsIgnoreCase(rest.substr(0, name.size()), name) &&
         !IsAlnum(rest[name.size()]);
}

// Where the element `name` that begins at `at` has its end tag; npos where there is none.
size_t EndOf(std::string_view page, size_t at, std::string_view name) {
  for (at = page.find("</", at); at != std::string_view::npos; at = page.find("</", at + 2)) {
    if (EqualsIgnoreCase(page.substr(at + 2, name.size()), name)) return at;
  }
  return std::string_view::npos;
}

// The page with scripts (but data in JSON-LD), styles and remarks emptied: half of most pages,
// which the parser would read a character at a time. NUL, at which libxml2 stops, becomes a space.
std::string WithoutPrograms(std::string_view page) {
  std::string out;
  out.reserve(page.size());
  size_t kept = 0;
  const auto cut = [&](size_t from, size_t to) {
    out.append(page, kept, from - kept);
    kept = to;
  };
  // An end that is missing once is missing for good.
  bool remarks_end = true, scripts_end = true, styles_end = true;
  for (size_t at = page.find('<'); at != std::string_view::npos; at = page.find('<', at)) {
    const std::string_view rest = page.substr(at + 1);
    if (rest.starts_with("!--")) {
      const size_t end = remarks_end ? page.find("-->", at + 4) : std::string_view::npos;
      remarks_end = end != std::string_view::npos;
      if (remarks_end) cut(at, end + 3);
      at = remarks_end ? end + 3 : at + 4;
      continue;
    }
    const bool script = IsTag(rest, "script");
    ++at;
    if (!script && !IsTag(rest, "style")) continue;
    const size_t open = page.find('>', at);
    if (open == std::string_view::npos) break;
    const bool data = page.substr(at, open - at).find("ld+json") != std::string_view::npos;
    at = open;
    bool& ends = script ? scripts_end : styles_end;
    if (data || !ends) continue;
    const size_t end = EndOf(page, open, script ? "script" : "style");
    ends = end != std::string_view::npos;
    if (!ends) continue;
    cut(open + 1, end);
    at = end;
  }
  cut(page.size(), page.size());
  std::replace(out.begin(), out.end(), '\0', ' ');
  return out;
}

}  // namespace

HtmlTree HtmlTree::Parse(std::string_view utf8) {
  HtmlTree tree;
  const std::string clean = WithoutPrograms(utf8);
  tree.doc_.reset(htmlReadMemory(clean.data(), static_cast<int>(clean.size()), nullptr, "UTF-8",
                                 HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                     HTML_PARSE_NONET | HTML_PARSE_COMPACT));
  return tree;
}

std::string_view Attribute(const Node* node, std::string_view name) {
  for (const xmlAttr* attribute = node->properties; attribute; attribute = attribute->next) {
    if (View(attribute->name) == name) {
      return attribute->children ? View(attribute->children->content) : std::string_view();
    }
  }
  return {};
}

bool HasAttribute(const Node* node, std::string_view name) {
  for (const xmlAttr* attribute = node->properties; attribute; attribute = attribute->next) {
    if (View(attribute->name) == name) return true;
  }
  return false;
}

Node* Next(const Node* top, Node* node, bool skip) {
  if (!skip && node->children && (IsElement(node) || node == top)) return node->children;
  while (node && node != top) {
    if (node->next) return node->next;
    node = node->parent;
  }
  return nullptr;
}

std::string TextOf(const Node* node) {
  std::string text;
  bool space = false;
  auto* const top = const_cast<Node*>(node);
  for (Node* at = top; at;) {
    const std::string_view tag = Tag(at);
    const bool hidden = tag == "script" || tag == "style" || tag == "noscript" || tag == "template";
    if (IsText(at)) {
      for (const char c : View(at->content)) {
        if (IsSpace(c)) {
          space = true;
          continue;
        }
        if (space && !text.empty()) text += ' ';
        space = false;
        text += c;
      }
    } else if (tag == "br" || tag == "p" || tag == "div" || tag == "li") {
      space = true;
    }
    at = Next(top, at, hidden);
  }
  return text;
}

std::string PlainText(const std::string& text) {
  if (text.find_first_of("<&") == std::string::npos) return std::string(Trim(text));
  const HtmlTree tree = HtmlTree::Parse(text);
  return tree.root() ? TextOf(tree.root()) : std::string();
}

std::string PageToUtf8(std::string_view bytes, std::string_view label) {
  const bool marked = bytes.starts_with("\xEF\xBB\xBF") || bytes.starts_with("\xFF\xFE") ||
                      bytes.starts_with("\xFE\xFF");
  if (!marked && IsValidUtf8(bytes)) return std::string(bytes);
  if (!marked) {
    std::string name = label.empty() ? DeclaredEncoding(bytes) : AsciiLower(label);
    if (!name.empty() && name.find("utf") == std::string::npos) {
      std::string text = Convert(bytes, name);
      if (!text.empty()) return text;
    }
  }
  return DecodeText(bytes).text;
}

}  // namespace synoptic
