#include "quotes/marks.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"
#include "quotes/mark_glyphs.h"

namespace synoptic {
namespace {

bool IsBlankByte(char c) { return IsSpace(c); }

Span TrimSpan(std::string_view text, Span span) {
  const auto no_break = [&](size_t at) { return text.substr(at).starts_with("\u00A0"); };
  while (span.begin < span.end) {
    if (IsBlankByte(text[span.begin]))
      ++span.begin;
    else if (no_break(span.begin))
      span.begin += 2;
    else
      break;
  }
  while (span.begin < span.end) {
    if (IsBlankByte(text[span.end - 1]))
      --span.end;
    else if (span.size() >= 2 && no_break(span.end - 2))
      span.end -= 2;
    else
      break;
  }
  return span;
}

bool IsStop(char c) { return c == ',' || c == '.' || c == '!' || c == '?' || c == ';'; }

// What stands right before (or behind) a mark ends a clause: speech is written so, inches are not.
bool EndsClause(std::string_view text, const Mark& mark) {
  if (mark.span.begin > 0 && IsStop(text[mark.span.begin - 1])) return true;
  if (mark.span.begin >= 3 && text.substr(mark.span.begin - 3).starts_with("\u2026")) return true;
  return mark.span.end < text.size() && text[mark.span.end] == ',';
}

// Pairs the double marks of one paragraph.
class Pairing {
 public:
  Pairing(std::string_view text, Span paragraph, std::span<const uint32_t> starts, bool next_opens)
      : text_(text), paragraph_(paragraph), starts_(starts), next_opens_(next_opens) {}

  void Take(const Mark& mark) {
    if (Opens(mark)) {
      open_.push_back(found_.size());
      found_.push_back(
          {.content = {mark.span.end, mark.span.end}, .outer = mark.span, .closed = false});
    } else if (!open_.empty()) {
      Marked& top = found_[open_.back()];
      top.content.end = mark.span.begin;
      top.outer.end = mark.span.end;
      top.closed = true;
      open_.pop_back();
      free_from_ = mark.span.end;
    } else if (mark.side == MarkSide::kRight || EndsClause(text_, mark)) {
      AssumeOpening(mark);
    }
  }

  // Ends what is still open and appends all stretches.
  void Finish(std::vector<Marked>& all) {
    for (size_t i = open_.size(); i-- > 0;) AssumeClosing(open_[i]);
    for (Marked& one : found_) {
      one.content = TrimSpan(text_, one.content);
      if (!one.content.empty()) all.push_back(one);
    }
  }

 private:
  bool Opens(const Mark& mark) const {
    if (mark.can_open && !mark.can_close) return mark.side != MarkSide::kRight || open_.empty();
    const bool glued = mark.span.end < text_.size() && IsAlnum(text_[mark.span.end]);
    if (mark.can_close && !mark.can_open) {
      return mark.side == MarkSide::kLeft && glued && !(IsStop(Before(mark)) && !open_.empty());
    }
    if (mark.side != MarkSide::kNeutral) return mark.side == MarkSide::kLeft;
    return open_.empty();
  }

  char Before(const Mark& mark) const {
    return mark.span.begin > 0 ? text_[mark.span.begin - 1] : ' ';
  }

  // The mark that would open is lost: the words go back to the start of their sentence.
  void AssumeOpening(const Mark& mark) {
    const uint32_t bound = std::max(free_from_, paragraph_.begin);
    auto start = std::upper_bound(starts_.begin(), starts_.end(), mark.span.begin);
    uint32_t begin = bound;
    if (start != starts_.begin() && *(start - 1) > bound) begin = *(start - 1);
    const Span content = TrimSpan(text_, {begin, mark.span.begin});
    free_from_ = mark.span.end;
    if (content.empty() || content.size() > kLongest) return;
    found_.push_back(
        {.content = content, .outer = {content.begin, mark.span.end}, .opened = false});
  }

  // The mark that would close is lost, or the quotation goes on in the next paragraph: it reaches
  // to the paragraph's end, or to the next mark.
  void AssumeClosing(size_t which) {
    uint32_t end = paragraph_.end;
    const bool nests = next_opens_ && free_from_ < TrimSpan(text_, paragraph_).end;
    if (!nests && which + 1 < found_.size()) end = found_[which + 1].outer.begin;
    Marked& one = found_[which];
    one.content.end = std::max(one.content.begin, end);
    one.content = TrimSpan(text_, one.content);
    one.outer.end = std::max(one.outer.end, one.content.end);
  }

  static constexpr uint32_t kLongest = 2000;  // bytes of a stretch whose opening mark is lost

  std::string_view text_;
  Span paragraph_;
  std::span<const uint32_t> starts_;
  bool next_opens_;
  uint32_t free_from_ = 0;     // end of the last closed stretch
  std::vector<Marked> found_;  // by begin
  std::vector<size_t> open_;   // indices into found_, innermost last
};

// Single marks need both ends in one paragraph, outside of or inside the same double marks: a lone
// one is an apostrophe.
class SinglePairing {
 public:
  SinglePairing(std::string_view text, std::span<const Marked> doubles)
      : text_(text), doubles_(doubles) {}

  void Pair(std::span<const Mark> marks, std::vector<Marked>& found) {
    const Mark* open = nullptr;
    size_t region = 0;
    for (size_t i = 0; i < marks.size(); ++i) {
      const Mark& mark = marks[i];
      if (!mark.single) continue;
      const size_t here = Region(mark.span.begin);
      if (open != nullptr && mark.can_close && mark.side != MarkSide::kLeft && here == region &&
          mark.span.begin - open->span.end <= kLongest) {
        if (IsPossessive(mark) && ClosesLater(marks, i, open->span.end)) continue;
        const Span content = TrimSpan(text_, {open->span.end, mark.span.begin});
        if (content.size() > 1) {
          found.push_back(
              {.content = content, .outer = open->span.Cover(mark.span), .single = true});
        }
        open = nullptr;
      } else if (mark.can_open && mark.side != MarkSide::kRight) {
        open = &mark;
        region = here;
      }
    }
  }

 private:
  // The number of double marks that begin or end before `at`: equal where no double mark lies
  // between.
  size_t Region(uint32_t at) {
    while (next_ < doubles_.size() && doubles_[next_].outer.begin <= at) {
      ends_.push_back(doubles_[next_++].outer.end);
      std::push_heap(ends_.begin(), ends_.end(), std::greater<>());
      ++passed_;
    }
    while (!ends_.empty() && ends_.front() <= at) {
      std::pop_heap(ends_.begin(), ends_.end(), std::greater<>());
      ends_.pop_back();
      ++passed_;
    }
    return passed_;
  }

  // "the officials' claim"
  bool IsPossessive(const Mark& mark) const {
    return mark.span.begin > 0 &&
           (text_[mark.span.begin - 1] == 's' || text_[mark.span.begin - 1] == 'z') &&
           mark.span.end + 1 < text_.size() && text_[mark.span.end] == ' ' &&
           IsLower(text_[mark.span.end + 1]);
  }

  // Another mark closes before the next one opens.
  bool ClosesLater(std::span<const Mark> marks, size_t from, uint32_t begin) const {
    for (size_t i = from + 1; i < marks.size() && i <= from + 8; ++i) {
      const Mark& mark = marks[i];
      if (!mark.single || mark.span.begin - begin > kLongest || (mark.can_open && !mark.can_close))
        return false;
      if (mark.can_close) return true;
    }
    return false;
  }

  static constexpr uint32_t kLongest = 1500;  // bytes

  std::string_view text_;
  std::span<const Marked> doubles_;
  size_t next_ = 0, passed_ = 0;
  std::vector<uint32_t> ends_;  // heap: ends of the double stretches begun, the nearest first
};

bool BeginsWithMark(std::string_view text, Span paragraph) {
  const Span inner = TrimSpan(text, paragraph);
  if (inner.empty()) return false;
  std::vector<Mark> marks;
  ScanMarks(text, {inner.begin, std::min(inner.end, inner.begin + 8)}, marks);
  return !marks.empty() && marks[0].span.begin == inner.begin && marks[0].can_open &&
         !marks[0].single;
}

void SetParents(std::vector<Marked>& all) {
  std::vector<Index> open;
  for (size_t i = 0; i < all.size(); ++i) {
    while (!open.empty() && all[static_cast<size_t>(open.back())].outer.end <= all[i].outer.begin)
      open.pop_back();
    if (!open.empty()) all[i].parent = open.back();
    open.push_back(static_cast<Index>(i));
  }
}

}  // namespace

std::vector<Marked> FindMarked(std::string_view text, std::span<const Span> paragraphs,
                               std::span<const uint32_t> sentence_starts) {
  std::vector<Marked> all;
  std::vector<Mark> marks;
  bool goes_on = false;  // the paragraph before is open at its end
  for (size_t p = 0; p < paragraphs.size(); ++p) {
    marks.clear();
    ScanMarks(text, paragraphs[p], marks);
    const bool opens = goes_on && BeginsWithMark(text, paragraphs[p]);
    goes_on = false;
    if (marks.empty()) continue;
    const size_t first = all.size();
    Pairing pairing(text, paragraphs[p], sentence_starts,
                    p + 1 < paragraphs.size() && BeginsWithMark(text, paragraphs[p + 1]));
    for (const Mark& mark : marks) {
      if (!mark.single) pairing.Take(mark);
    }
    pairing.Finish(all);
    if (opens && first < all.size()) all[first].continued = true;
    const uint32_t end = TrimSpan(text, paragraphs[p]).end;
    for (size_t i = first; i < all.size(); ++i)
      goes_on |= !all[i].closed && all[i].outer.end == end;
    const size_t doubles = all.size();
    std::vector<Marked> singles;
    SinglePairing(text, std::span(all).subspan(first, doubles - first)).Pair(marks, singles);
    all.insert(all.end(), singles.begin(), singles.end());
    std::sort(all.begin() + static_cast<std::ptrdiff_t>(first), all.end(),
              [](const Marked& a, const Marked& b) {
                return a.outer.begin != b.outer.begin ? a.outer.begin < b.outer.begin
                                                      : a.outer.end > b.outer.end;
              });
  }
  SetParents(all);
  return all;
}

std::vector<Span> Paragraphs(const Document& document) {
  std::vector<Span> paragraphs;
  for (const Sentence& sentence : document.sentences) {
    if (sentence.paragraph || paragraphs.empty()) {
      paragraphs.push_back(sentence.span);
    } else {
      paragraphs.back().end = sentence.span.end;
    }
  }
  return paragraphs;
}

std::vector<uint32_t> SentenceStarts(const Document& document) {
  std::vector<uint32_t> starts;
  starts.reserve(document.sentences.size());
  for (const Sentence& sentence : document.sentences) starts.push_back(sentence.span.begin);
  return starts;
}

}  // namespace synoptic
