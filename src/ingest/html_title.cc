#include "ingest/html_title.h"

#include <algorithm>

#include "base/ascii.h"

namespace synoptic {
namespace {

constexpr size_t kSurelyHeadline = 12;  // letters and digits; a shorter one may be a section's name
constexpr size_t kLongestTail = 6;      // words of a name behind a bar
constexpr size_t kLongestDashed = 3;    // words of a name behind a dash

std::string Key(std::string_view text) {
  std::string key;
  for (const char c : text) {
    if (IsAlnum(c) || (c & 0x80) != 0) key += ToLower(c);
  }
  return key;
}

// Marks that part a headline from a name. Those without spaces are of East Asian pages.
struct Mark {
  std::string_view text;
  bool bar;  // parts names only; a dash may stand in the headline too
};
constexpr Mark kMarks[] = {{" | ", true},  {" • ", true},  {" · ", true}, {" :: ", true},
                           {" » ", true},  {" « ", true},  {" * ", true}, {" › ", true},
                           {" ⋆ ", true},  {"｜", true},   {"ㅣ", true},  {" - ", false},
                           {" – ", false}, {" — ", false}, {"：", false}, {"_", false}};

struct Cut {
  size_t at = std::string::npos;
  Mark mark;
};

Cut LastMark(std::string_view title) {
  Cut last;
  for (const Mark& mark : kMarks) {
    const size_t at = title.rfind(mark.text);
    if (at != std::string::npos && (last.at == std::string::npos || at > last.at))
      last = {at, mark};
  }
  return last;
}

Cut FirstMark(std::string_view title) {
  Cut first;
  for (const Mark& mark : kMarks) {
    const size_t at = title.find(mark.text);
    if (at < first.at) first = {at, mark};
  }
  return first;
}

bool Names(std::string_view part, std::string_view name) {
  const std::string a = Key(part), b = Key(name);
  if (a.size() < 2 || b.size() < 2) return false;
  return a.find(b) != std::string::npos || b.find(a) != std::string::npos;
}

// "www.bay-post.example" gives "bay-post": what a name may be compared with.
std::string_view NameOfHost(std::string_view host) {
  if (host.starts_with("www.")) host.remove_prefix(4);
  return host.substr(0, host.rfind('.'));
}

bool IsSite(std::string_view part, std::string_view site, std::string_view host) {
  return Names(part, site) || (Key(part).size() > 3 && Names(part, NameOfHost(host)));
}

size_t Words(std::string_view text) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

// No-break and ideographic spaces made plain ones.
std::string Spaced(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    const std::string_view rest = text.substr(at);
    const bool nbsp = rest.starts_with("\xC2\xA0"), wide = rest.starts_with("\xE3\x80\x80");
    out += nbsp || wide ? ' ' : text[at];
    at += nbsp ? 1 : wide ? 2 : 0;
  }
  return std::string(Trim(out));
}

Headlines Spaced(const Headlines& found) {
  Headlines all = found;
  for (std::string* text : {&all.shared, &all.declared, &all.window}) *text = Spaced(*text);
  for (auto* list : {&all.tops, &all.others}) {
    for (std::string& text : *list) text = Spaced(text);
  }
  return all;
}

// Whether `core` is a headline that `title` carries with names and labels around it.
bool Carries(std::string_view title, std::string_view core) {
  if (Key(core).size() < kSurelyHeadline || core.size() >= title.size()) return false;
  const size_t at = title.find(core);
  if (at == std::string_view::npos) return false;
  const std::string_view before = title.substr(0, at), behind = title.substr(at + core.size());
  const auto parts = [&](const Mark& mark) {
    return (before.empty() || before.ends_with(mark.text)) &&
           (behind.empty() || behind.starts_with(mark.text) || behind.starts_with('-') ||
            behind.starts_with('|'));
  };
  const bool label = before.ends_with(": ") && at < core.size();
  return std::any_of(std::begin(kMarks), std::end(kMarks), parts) || label;
}

bool Any(const std::vector<std::string>& headlines, std::string_view key) {
  return !key.empty() && std::any_of(headlines.begin(), headlines.end(),
                                     [&](const std::string& other) { return Key(other) == key; });
}

// What others are given, without what stands around the headline.
std::string SharedTitle(const Headlines& all, std::string_view site, std::string_view host) {
  if (Any(all.tops, Key(all.shared))) return all.shared;
  for (const std::string& other : all.tops) {
    if (Carries(all.shared, other)) return other;
  }
  if (Carries(all.shared, all.declared)) return all.declared;
  for (const std::string& other : all.others) {
    if (Carries(all.shared, other)) return other;
  }
  return WithoutSite(all.shared, site, host, Tail::kNamed);
}

// Whether the page and its article agree on a headline, and what others are given is that of the
// window: a shorter one, made for search engines.
bool IsForSearch(const Headlines& all) {
  return all.shared.size() < all.declared.size() && Any(all.tops, Key(all.declared)) &&
         Key(all.window).starts_with(Key(all.shared)) &&
         !Key(all.window).starts_with(Key(all.declared));
}

bool IsOutlet(std::string_view part, std::string_view site, std::string_view host) {
  const std::string key = Key(part), of_host = Key(NameOfHost(host));
  if (key == Key(site)) return true;
  const bool like_host = key.find(of_host) != std::string::npos && of_host.size() * 2 >= key.size();
  return of_host.size() > 3 && (like_host || of_host.find(key) != std::string::npos);
}

// Whether a heading is the outlet's name, or the lesser end of the window's title.
bool IsSiteHeading(std::string_view heading, const Headlines& all, std::string_view site,
                   std::string_view host) {
  if (IsOutlet(heading, site, host)) return true;
  const std::string_view window = all.window;
  if (!window.ends_with(heading) || window.size() < 2 * heading.size()) return false;
  const std::string_view before = window.substr(0, window.size() - heading.size());
  return std::any_of(std::begin(kMarks), std::end(kMarks),
                     [&](const Mark& mark) { return before.ends_with(mark.text); });
}

// The heading on the page that its head knows too; else the first.
std::string TopTitle(const Headlines& all, std::string_view site, std::string_view host,
                     bool* known) {
  const std::string told = Key(all.window) + "|" + Key(all.shared) + "|" + Key(all.declared);
  std::string first;
  *known = true;
  for (const std::string& top : all.tops) {
    const std::string key = Key(top);
    if (key.size() < 3 || IsSiteHeading(top, all, site, host)) continue;
    if (told.find(key) != std::string::npos) return top;
    if (first.empty()) first = top;
  }
  *known = false;
  return first;
}

}  // namespace

std::string WithoutSite(std::string title, std::string_view site, std::string_view host,
                        Tail tails) {
  for (Cut first = FirstMark(title); first.at != std::string::npos; first = FirstMark(title)) {
    const std::string_view head = std::string_view(title).substr(0, first.at);
    const std::string_view rest = std::string_view(title).substr(first.at + first.mark.text.size());
    if (!IsOutlet(head, site, host) || Words(rest) < 2) break;
    title = std::string(rest);
  }
  for (int round = 0; round < 2; ++round) {
    const Cut cut = LastMark(title);
    if (cut.at == std::string::npos || cut.at == 0) break;
    const std::string_view tail = std::string_view(title).substr(cut.at + cut.mark.text.size());
    const bool brief = cut.mark.bar ? Words(tail) <= kLongestTail
                                    : tails == Tail::kBrief && cut.mark.text.starts_with(' ') &&
                                          Words(tail) <= kLongestDashed && cut.at > tail.size();
    if (!brief && !IsSite(tail, site, host)) break;
    title.resize(cut.at);
  }
  return std::string(Trim(title));
}

std::string ChooseTitle(const Headlines& found, std::string_view site, std::string_view host) {
  const Headlines all = Spaced(found);
  if (all.news && !all.shared.empty()) {
    return IsForSearch(all) ? all.declared : SharedTitle(all, site, host);
  }
  bool known = false;
  const std::string top = TopTitle(all, site, host, &known);
  if (known) return top;
  if (!all.declared.empty()) return all.declared;
  if (!all.shared.empty()) return SharedTitle(all, site, host);
  if (all.tops.size() == 1 && !top.empty()) return top;
  if (!all.window.empty()) return WithoutSite(all.window, site, host, Tail::kBrief);
  return top;
}

}  // namespace synoptic
