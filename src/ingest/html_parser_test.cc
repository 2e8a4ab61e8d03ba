#include <gmock/gmock.h>
#include <libxml/HTMLparser.h>

#include "base/ascii.h"
#include "ingest/html_tree.h"

namespace synoptic {
namespace {

// White space at the ends of a text is nothing to anybody.
void Print(std::string_view text, std::string& out) {
  if (!Trim(text).empty()) out.append("'").append(Trim(text)).append("'");
}

// "(p class=a 'text' (br))"
void Print(const Node* node, std::string& out) {
  for (; node; node = node->next) {
    if (IsText(node)) {
      Print(node->content, out);
      continue;
    }
    out += "(" + std::string(Tag(node));
    for (uint32_t i = 0; i < node->attribute_count; ++i) {
      out += " " + std::string(node->attributes[i].name);
      if (!node->attributes[i].value.empty()) out += "=" + std::string(node->attributes[i].value);
    }
    Print(node->children, out);
    out += ")";
  }
}

std::string Ours(std::string_view page) {
  const HtmlTree tree = HtmlTree::Parse(std::string(page));
  std::string out;
  if (tree.root()) Print(tree.root(), out);
  return out;
}

std::string_view View(const xmlChar* text) {
  return text ? reinterpret_cast<const char*>(text) : std::string_view();
}

// What stands behind the root of a page with a document type is no part of the tree.
void Print(const xmlNode* node, std::string& out) {
  const bool root = node && node->parent->type != XML_ELEMENT_NODE;
  for (; node; node = root ? nullptr : node->next) {
    if (node->type == XML_TEXT_NODE) Print(View(node->content), out);
    if (node->type != XML_ELEMENT_NODE) continue;
    out += "(" + std::string(View(node->name));
    for (const xmlAttr* attribute = node->properties; attribute; attribute = attribute->next) {
      const std::string_view value =
          attribute->children ? View(attribute->children->content) : std::string_view();
      out += " " + std::string(View(attribute->name));
      if (!value.empty()) out += "=" + std::string(value);
    }
    Print(node->children, out);
    out += ")";
  }
}

std::string Libxml2(std::string_view page) {
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> doc(
      htmlReadMemory(page.data(), static_cast<int>(page.size()), nullptr, "UTF-8",
                     HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING),
      &xmlFreeDoc);
  std::string out;
  if (const xmlNode* root = doc ? xmlDocGetRootElement(doc.get()) : nullptr) Print(root, out);
  return out;
}

TEST(HtmlParser, Cases) {
  struct Case {
    std::string_view page, tree;
  };
  using namespace std::string_view_literals;
  const Case cases[] = {
      {"", ""},
      {"boat", "(html(body(p'boat')))"},
      {"<P CLASS=\"Lead\" Title='a>b'>x", "(html(body(p class=Lead title=a>b'x')))"},
      {"<p a=1 a=2 @on=\"x y\" b>x", "(html(body(p a=1 y b'x')))"},
      {"<a href=/x/>y</a>", "(html(body(a href=/x/'y')))"},
      {"<p>one<p>two<div>three", "(html(body(p'one')(p'two')(div'three')))"},
      {"<table><tr><td><b>x</td><td>y</table>z", "(html(body(table(tr(td(b'x'))(td'y')))'z'))"},
      {"<div><span>a</div>b</span>c", "(html(body(div(span'a'))'bc'))"},
      {"<title>a</title>b", "(html(head(title'a'))(body(p'b')))"},
      {"<p>a<o:p>b</o:p>c", "(html(body(p'a'(p'b')'c')))"},
      // Text that is interrupted stays one text.
      {"<p>a<!-- b -->c</i>d<!-->e<!--->f<![endif]>g<?php h ?>i", "(html(body(p'acdefgi')))"},
      {"<p>1 < 2 <3 & 4 &5; a&b", "(html(body(p'1 < 2 <3 & 4 &5; a&b')))"},
      {"<p>&amp;lt; &eacute;&#233;&#xE9 &hellip;&nosuch;&#0;&#xD800;",
       "(html(body(p'&lt; ééé …&nosuch;')))"},
      // Numbers meant as bytes of Windows-1252.
      {"<p>&#147;x&#148; &#x80;", "(html(body(p'“x” €')))"},
      {"<p title='&quot;a&amp;b&copy=1'>x", "(html(body(p title=\"a&b&copy=1'x')))"},
      {"<p>a\0b\x01"
       "c"sv,
       "(html(body(p'a bc')))"},
      // Programs are no text, data is kept; <script/> is open in browsers.
      {"<script>if (a</b) '<p>'</script>x<style>p{}</STYLE >y",
       "(html(head(script))(body(p'x'(style)'y')))"},
      {"<script type=application/ld+json>{\"a\":\"</b>\"}</script>",
       "(html(head(script type=application/ld+json'{\"a\":\"</b>\"}')))"},
      {"<script/>var a;</script>x", "(html(head(script))(body(p'x')))"},
      {"<p>x<script>never ends <p>y", "(html(body(p'x'(script))))"},
      {"<p>x<!-- never ends <p>y", "(html(body(p'x')))"},
      {"<p title=\"never ends <p>y", "(html(body(p title=never ends <p>y)))"},
      {"\xEF\xBB\xBF<html lang=en><body>x</body></html>", "(html lang=en(body'x'))"},
  };
  for (const Case& c : cases) EXPECT_EQ(Ours(c.page), c.tree) << c.page;
}

// Pages made of what breaks pages, judged by libxml2.
TEST(HtmlParser, ImpliesAndEndsWhatLibxml2Does) {
  const std::string_view kParts[] = {"<html>",
                                     "<head>",
                                     "<body>",
                                     "</html>",
                                     "</head>",
                                     "</body>",
                                     "<title>",
                                     "</title>",
                                     "<meta name=a>",
                                     "<p>",
                                     "</p>",
                                     "<div>",
                                     "</div>",
                                     "<ul>",
                                     "</ul>",
                                     "<li>",
                                     "</li>",
                                     "<br>",
                                     "<b>",
                                     "</b>",
                                     "<a href=x>",
                                     "</a>",
                                     "<table>",
                                     "</table>",
                                     "<tr>",
                                     "<td>",
                                     "</td>",
                                     "<th>",
                                     "<tbody>",
                                     "<h2>",
                                     "</h2>",
                                     "<form>",
                                     "</form>",
                                     "<option>",
                                     "<select>",
                                     "</select>",
                                     "<section>",
                                     "</section>",
                                     "<span/>",
                                     "<o:p>",
                                     "</o:p>",
                                     "<dl>",
                                     "<dt>",
                                     "<dd>",
                                     "<noscript>",
                                     "</noscript>",
                                     "<center>",
                                     "<wbr>",
                                     "<x-y>",
                                     "</x-y>",
                                     "<i>",
                                     "</i>",
                                     "one",
                                     " two ",
                                     "&amp;",
                                     " ",
                                     "&nbsp;three",
                                     "<img src='a' alt=\"b\">",
                                     "<input disabled=a>",
                                     "</br>"};
  uint32_t seed = 1;
  for (int page = 0; page < 4000; ++page) {
    std::string text = page % 3 == 0 ? "<!DOCTYPE html>" : "";
    for (int i = 0; i < 2 + page % 30; ++i) {
      seed = seed * 1664525 + 1013904223;
      text += kParts[(seed >> 8) % std::size(kParts)];
    }
    ASSERT_EQ(Ours(text), Libxml2(text)) << text;
  }
}

TEST(HtmlParser, KnowsWhereItsTextsStand) {
  const HtmlTree tree = HtmlTree::Parse("<p>a &amp; b<!-- c --> d&#8217;s</p>");
  const Node* text = tree.root();
  while (IsElement(text)) text = text->children;
  EXPECT_EQ(text->content, "a & b d’s");
  std::string found;
  const auto pieces = tree.Pieces(text);
  for (size_t i = 0; i < pieces.size(); ++i) {
    const size_t end = i + 1 < pieces.size() ? pieces[i + 1].at : text->content.size();
    found += std::string(text->content.substr(pieces[i].at, end - pieces[i].at)) +
             (pieces[i].copied ? "=" : "~") +
             std::string(tree.page().substr(pieces[i].begin, pieces[i].end - pieces[i].begin)) +
             "|";
  }
  EXPECT_EQ(found, "a =a |&~&amp;| b= b| d= d|’~&#8217;|s=s|");
  EXPECT_EQ(tree.Pieces(tree.root()).size(), 0u);
}

// The tree is walked by recursion elsewhere.
TEST(HtmlParser, IsNoDeeperThanItSays) {
  std::string page;
  for (int i = 0; i < 100'000; ++i) page += i % 2 ? "<div>x" : "<b>";
  for (int i = 0; i < 100'000; ++i) page += "</i></b>";
  const HtmlTree tree = HtmlTree::Parse(page);
  int deepest = 0;
  size_t texts = 0;
  for (Node* node = tree.root(); node; node = Next(tree.root(), node)) {
    int depth = 0;
    if (IsText(node)) texts += node->content.size();
    if (texts > 400) continue;
    for (const Node* up = node; up; up = up->parent) ++depth;
    deepest = std::max(deepest, depth);
  }
  EXPECT_EQ(texts, 50'000u);
  EXPECT_LE(deepest, 258);
}

}  // namespace
}  // namespace synoptic
