// A change that drops words has no span in the reading. Its place is found by counting: as many
// words as stand unchanged before it in the one stand unchanged before it in the other.
#include "show/changed_words.h"

#include <algorithm>

#include "base/ascii.h"

namespace synoptic {
namespace {

bool IsWordByte(char c) { return IsAlnum(c) || static_cast<unsigned char>(c) > 127; }

void AppendWords(std::string_view text, Span part, std::vector<Span>& words) {
  for (uint32_t at = part.begin; at < part.end;) {
    uint32_t end = at;
    while (end < part.end && IsWordByte(text[end])) ++end;
    if (end > at) words.push_back({at, end});
    at = std::max(end, at + 1);
  }
}

// The parts of a reading that stand between quotation marks; the whole span where the quotation is
// not known.
std::vector<Span> PartsOf(const Document& report, const UtteranceReading& reading) {
  std::vector<Span> parts;
  if (reading.quote >= 0 && static_cast<size_t>(reading.quote) < report.quotes.size()) {
    for (const Span content : report.quotes[static_cast<size_t>(reading.quote)].content) {
      if (!content.Overlaps(reading.span)) continue;
      parts.push_back(
          {std::max(content.begin, reading.span.begin), std::min(content.end, reading.span.end)});
    }
  }
  if (parts.empty()) parts.push_back(reading.span);
  return parts;
}

std::vector<Span> WordsOf(const Document& report, const UtteranceReading& reading) {
  std::vector<Span> words;
  for (const Span part : PartsOf(report, reading)) AppendWords(report.text, part, words);
  return words;
}

// Number of the first word that begins at or after `at`.
size_t WordAt(const std::vector<Span>& words, uint32_t at) {
  const auto found =
      std::lower_bound(words.begin(), words.end(), at,
                       [](Span word, uint32_t wanted) { return word.begin < wanted; });
  return static_cast<size_t>(found - words.begin());
}

struct Placed {
  uint32_t at = 0;  // in the reading, where dropped words stood
  const Change* change = nullptr;
};

std::vector<Placed> PlaceChanges(const UtteranceReading& reading, const std::vector<Span>& from,
                                 const std::vector<Span>& to) {
  std::vector<Placed> placed;
  size_t i = 0, j = 0;  // words of each that are used up
  for (const Change& change : reading.changes) {
    if (!change.to.empty()) {
      j = std::max(j, WordAt(to, change.to.begin));
      placed.push_back({change.to.begin, &change});
      j = std::max(j, WordAt(to, change.to.end));
      i = change.from.empty() ? i : std::max(i, WordAt(from, change.from.end));
      continue;
    }
    const size_t first = WordAt(from, change.from.begin);
    if (first > i) j = std::min(j + (first - i), to.size());
    placed.push_back({j < to.size() ? to[j].begin : reading.span.end, &change});
    i = std::max(i, WordAt(from, change.from.end));
  }
  return placed;
}

class Drawer {
 public:
  Drawer(Span whole, std::vector<Span> parts)
      : at_(whole.begin), whole_(whole), parts_(std::move(parts)) {}

  void UpTo(uint32_t end) {
    end = std::min(end, whole_.end);
    while (at_ < end) {
      while (part_ < parts_.size() && parts_[part_].end <= at_) ++part_;
      const bool inside = part_ < parts_.size() && parts_[part_].begin <= at_;
      uint32_t stop = end;
      if (inside) {
        stop = std::min(end, parts_[part_].end);
      } else if (part_ < parts_.size()) {
        stop = std::min(end, parts_[part_].begin);
      }
      out_.push_back({inside ? Stretch::kKept : Stretch::kNarration, {at_, stop}, false});
      at_ = stop;
    }
  }

  void Draw(const Placed& placed) {
    const Change& change = *placed.change;
    UpTo(std::max(placed.at, at_));
    if (!change.from.empty()) out_.push_back({Stretch::kDropped, change.from, change.meaning});
    if (change.to.empty() || change.to.begin < at_ || change.to.end > whole_.end) return;
    out_.push_back({Stretch::kInserted, change.to, change.meaning});
    at_ = change.to.end;
  }

  std::vector<Stretch> Take() {
    UpTo(whole_.end);
    return std::move(out_);
  }

 private:
  uint32_t at_;
  Span whole_;
  std::vector<Span> parts_;
  size_t part_ = 0;
  std::vector<Stretch> out_;
};

}  // namespace

std::vector<Stretch> Stretches(const Document& report, const UtteranceReading& reading,
                               const Document* against_report, const UtteranceReading* against) {
  Drawer drawer(reading.span, PartsOf(report, reading));
  if (against_report && against) {
    const auto from = WordsOf(*against_report, *against), to = WordsOf(report, reading);
    for (const Placed& placed : PlaceChanges(reading, from, to)) drawer.Draw(placed);
  }
  return drawer.Take();
}

}  // namespace synoptic
