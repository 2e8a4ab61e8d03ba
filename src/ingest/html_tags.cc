#include "ingest/html_tags.h"

#include <array>
#include <bitset>
#include <initializer_list>
#include <vector>

#include "base/ascii.h"

namespace synoptic {
namespace {

constexpr size_t kTags = static_cast<size_t>(TagId::kCount);

// In the order of TagId, from kA on.
constexpr std::string_view kNames =
    "a abbr acronym address applet area article aside audio b base basefont bdo big blockquote "
    "body br "
    "button canvas caption center cite code col colgroup dd details dfn dialog dir div dl dt em "
    "embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head "
    "header hgroup hr html i iframe img input isindex kbd label legend li link listing main map "
    "menu meta nav noframes noscript object ol optgroup option p param pre q s samp script section "
    "select small span strike strong style sub summary sup svg table tbody td template textarea "
    "tfoot th thead time title tr tt u ul var video xmp";

constexpr std::string_view kVoid =
    "area base basefont br col frame hr img input isindex link meta param";

// An open element, and the start tags that end it.
struct Closing {
  std::string_view open, by;
};
constexpr Closing kClosings[] = {
    {"a", "a fieldset table td th"},
    {"address", "dd dl dt form li ul"},
    {"b", "center p td th"},
    {"big", "p"},
    {"caption", "col colgroup tbody tfoot thead tr"},
    {"col", "colgroup tbody tfoot thead tr"},
    {"colgroup", "colgroup tbody tfoot thead tr"},
    {"dd", "dt"},
    {"dir", "dd dl dt form ul"},
    {"dl", "form li"},
    {"dt", "dd dl"},
    {"font", "center td th"},
    {"form", "form"},
    {"h1", "fieldset form li p table"},
    {"h2", "fieldset form li p table"},
    {"h3", "fieldset form li p table"},
    {"h4", "fieldset form li p table"},
    {"h5", "fieldset form li p table"},
    {"h6", "fieldset form li p table"},
    {"head",
     "a abbr acronym address b bdo big blockquote body br center cite code dd dfn dir div dl dt em "
     "fieldset font form frameset h1 h2 h3 h4 h5 h6 hr i iframe img kbd li listing map menu ol p "
     "pre q s samp small span strike strong sub sup table tt u ul var xmp"},
    {"hr", "form"},
    {"i", "center p td th"},
    {"legend", "fieldset"},
    {"li", "li"},
    {"link", "body frameset"},
    {"listing", "dd dl dt fieldset form li table ul"},
    {"menu", "dd dl dt form ul"},
    {"ol", "form ul"},
    {"option", "optgroup option"},
    {"p",
     "address blockquote body caption center col colgroup dd dir div dl dt fieldset form frameset "
     "h1 h2 h3 h4 h5 h6 head hr li listing menu ol p pre table tbody td tfoot th title tr ul xmp"},
    {"pre", "dd dl dt fieldset form li table ul"},
    {"s", "p"},
    {"script", "noscript"},
    {"small", "p"},
    {"span", "td th"},
    {"strike", "p"},
    {"style", "body frameset"},
    {"tbody", "tbody tfoot"},
    {"td", "tbody td tfoot th tr"},
    {"tfoot", "tbody"},
    {"th", "tbody td tfoot th tr"},
    {"thead", "tbody tfoot"},
    {"title", "body frameset"},
    {"tr", "tbody tfoot tr"},
    {"tt", "p"},
    {"u", "p td th"},
    {"ul", "address form menu ol pre"},
    {"xmp", "dd dl dt fieldset form li table ul"},
};

constexpr size_t kSlots = 1024;

size_t SlotOf(std::string_view name) {
  size_t hash = name.size();
  for (const char c : name) hash = hash * 31 + static_cast<unsigned char>(c);
  return hash % kSlots;
}

struct Tables {
  std::vector<std::string_view> names = Split(kNames, ' ');
  std::array<uint8_t, kSlots> slots{};  // open addressing; 0 is free
  std::bitset<kTags> is_void;
  std::array<std::bitset<kTags>, kTags> ends;

  Tables() {
    names.insert(names.begin(), std::string_view());
    for (size_t id = 1; id < names.size(); ++id) {
      size_t slot = SlotOf(names[id]);
      while (slots[slot] != 0) slot = (slot + 1) % kSlots;
      slots[slot] = static_cast<uint8_t>(id);
    }
    for (const auto name : Split(kVoid, ' ')) is_void.set(Find(name));
    for (const Closing& row : kClosings) {
      for (const auto name : Split(row.by, ' ')) ends[Find(row.open)].set(Find(name));
    }
  }

  size_t Find(std::string_view name) const {
    size_t slot = SlotOf(name);
    while (slots[slot] != 0 && names[slots[slot]] != name) slot = (slot + 1) % kSlots;
    return slots[slot];
  }
};

const Tables& All() {
  static const Tables tables;
  return tables;
}

}  // namespace

TagId TagIdOf(std::string_view name) { return static_cast<TagId>(All().Find(name)); }

bool IsVoid(TagId tag) { return All().is_void.test(static_cast<size_t>(tag)); }

bool EndsAtStartOf(TagId open, TagId next) {
  return All().ends[static_cast<size_t>(open)].test(static_cast<size_t>(next));
}

uint8_t EndRank(TagId tag) {
  switch (tag) {
    case TagId::kDiv:
      return 1;
    case TagId::kTd:
    case TagId::kTh:
      return 2;
    case TagId::kTr:
      return 3;
    case TagId::kThead:
    case TagId::kTbody:
    case TagId::kTfoot:
      return 4;
    case TagId::kTable:
      return 5;
    case TagId::kHead:
    case TagId::kBody:
      return 6;
    case TagId::kHtml:
      return 7;
    default:
      return 0;
  }
}

}  // namespace synoptic
