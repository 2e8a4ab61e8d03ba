#include "ingest/seen.h"

#include <map>

#include "base/ascii.h"
#include "base/hash.h"

namespace synoptic {
namespace {

// Parameters of an address that tell how a reader came, not what is read.
bool IsCampaign(std::string_view parameter) {
  for (const std::string_view name : {"utm_", "fbclid=", "gclid=", "ref=", "cmpid=", "ico="}) {
    if (parameter.starts_with(name)) return true;
  }
  return false;
}

// Of the words alone, so that a line broken elsewhere is no difference.
uint64_t HashOfWords(std::string_view text) {
  std::string words;
  words.reserve(text.size());
  bool space = false;
  for (const char c : text) {
    if (IsSpace(c)) {
      space = true;
      continue;
    }
    if (space && !words.empty()) words += ' ';
    space = false;
    words += c;
  }
  return Hash64(words);
}

std::vector<std::string_view> Paragraphs(std::string_view text) {
  std::vector<std::string_view> paragraphs;
  for (const std::string_view line : Split(text, '\n')) {
    if (!Trim(line).empty()) paragraphs.push_back(Trim(line));
  }
  return paragraphs;
}

std::vector<std::string> Without(const std::vector<std::string_view>& all,
                                 const std::vector<std::string_view>& taken) {
  std::map<std::string_view, int> left;
  for (const std::string_view paragraph : taken) ++left[paragraph];
  std::vector<std::string> rest;
  for (const std::string_view paragraph : all) {
    if (left[paragraph]-- <= 0) rest.emplace_back(paragraph);
  }
  return rest;
}

}  // namespace

std::string PageKey(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find('#'));
  const size_t query = url.find('?');
  std::string_view path = url.substr(0, query);
  const size_t slash = path.find('/');
  std::string key = AsciiLower(path.substr(0, slash));
  if (key.starts_with("www.")) key.erase(0, 4);
  if (slash != std::string_view::npos) key += path.substr(slash);
  while (key.ends_with('/')) key.pop_back();
  char mark = '?';
  if (query == std::string_view::npos) return key;
  for (const std::string_view parameter : Split(url.substr(query + 1), '&')) {
    if (parameter.empty() || IsCampaign(parameter)) continue;
    key += mark;
    key += parameter;
    mark = '&';
  }
  return key;
}

SeenReports::Verdict SeenReports::Judge(const Document& report) {
  Verdict verdict;
  const auto [same, fresh] = by_text_.try_emplace(HashOfWords(report.text), report.id);
  if (!fresh) verdict.duplicate_of = same->second;
  if (!report.url || report.url->empty()) return verdict;
  const auto [page, unread] = by_url_.try_emplace(Hash64(PageKey(*report.url)), report.id);
  if (unread) return verdict;
  if (fresh) verdict.revision_of = page->second;
  page->second = report.id;
  return verdict;
}

TextChange ChangeOf(std::string_view before, std::string_view after) {
  const auto old_paragraphs = Paragraphs(before), new_paragraphs = Paragraphs(after);
  return {Without(new_paragraphs, old_paragraphs), Without(old_paragraphs, new_paragraphs)};
}

}  // namespace synoptic
