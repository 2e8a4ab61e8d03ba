#include "ingest/published.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "base/ascii.h"
#include "base/hash.h"
#include "text/lexicon.h"

namespace synoptic {
namespace {

constexpr size_t kRead = 64 * 1024;
constexpr size_t kLineLength = 90;
constexpr int kReach = 7;    // days between a date told without its year and the day of publication
constexpr int kAhead = 400;  // days that a report looks ahead with the year told
constexpr int kYearsBeyond = 4;  // how far behind the last year mentioned publication is looked for

enum class Kind : uint8_t { kWord, kNumber, kMonth, kWeekday, kRelative, kFiller };

struct Entry {
  Kind kind = Kind::kWord;
  int number = 0;
};

const std::unordered_map<std::string_view, Entry>& Calendar() {
  static const auto* const table = [] {
    auto* entries = new std::unordered_map<std::string_view, Entry>;
    static const Lexicon lexicon = Lexicon::Load("en/calendar.tsv");
    for (const auto& row : lexicon.rows()) {
      const Kind kind = row[1] == "month"      ? Kind::kMonth
                        : row[1] == "weekday"  ? Kind::kWeekday
                        : row[1] == "relative" ? Kind::kRelative
                                               : Kind::kFiller;
      (*entries)[row[0]] = {kind, row[2].empty() ? 0 : std::stoi(std::string(row[2]))};
    }
    return entries;
  }();
  return *table;
}

struct Piece {
  Kind kind = Kind::kWord;
  int number = 0;
  size_t digits = 0;
  Span span;
};

// Runs of letters and runs of digits; "11th" is one number.
std::vector<Piece> CutPieces(std::string_view text) {
  std::vector<Piece> pieces;
  char word[12];
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    Piece piece;
    if (IsDigit(text[at])) {
      while (end < text.size() && IsDigit(text[end])) ++end;
      piece.kind = Kind::kNumber;
      piece.digits = end - at;
      for (size_t i = at; i < end && i < at + 8; ++i) {
        piece.number = piece.number * 10 + (text[i] - '0');
      }
      const std::string_view rest = text.substr(end, 2);
      if (rest == "st" || rest == "nd" || rest == "rd" || rest == "th") end += 2;
    } else if (IsAlpha(text[at]) || (text[at] & 0x80) != 0) {
      while (end < text.size() && (IsAlpha(text[end]) || (text[end] & 0x80) != 0)) ++end;
      const size_t length = std::min(end - at, sizeof word);
      for (size_t i = 0; i < length; ++i) word[i] = ToLower(text[at + i]);
      const auto found = Calendar().find({word, length});
      if (end - at <= length && found != Calendar().end()) {
        piece.kind = found->second.kind;
        piece.number = found->second.number;
      }
    } else {
      ++at;
      continue;
    }
    piece.span = {static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
    pieces.push_back(piece);
    at = end;
  }
  return pieces;
}

struct Told {
  int year = 0, month = 0, day = 0;  // 0: not told
  int weekday = 0;                   // told beside it; 0 if not
  int relative = 0;                  // told beside it: -1, 0, 1
  bool has_relative = false;
  bool dateline = false;       // the text says in its dateline that it is of this day
  size_t first = 0, last = 0;  // pieces
};

bool IsYear(const Piece& piece) {
  return piece.kind == Kind::kNumber && piece.digits == 4 && piece.number >= 1900 &&
         piece.number < 2100;
}

bool IsDay(const Piece& piece) {
  return piece.kind == Kind::kNumber && piece.digits <= 2 && piece.number >= 1 &&
         piece.number <= 31;
}

// Every date, month with year, and year that the text tells, with the weekday or "tomorrow" right
// before it.
class DateCutter {
 public:
  DateCutter(std::string_view text, const std::vector<Piece>& pieces)
      : text_(text), pieces_(pieces) {}

  std::vector<Told> Cut() const {
    std::vector<Told> told;
    for (size_t i = 0; i < pieces_.size();) {
      std::optional<Told> date = At(i);
      if (date) {
        TakeNeighbours(*date);
        told.push_back(*date);
      }
      i = date ? date->last + 1 : i + 1;
    }
    return told;
  }

 private:
  bool Close(size_t left) const {
    return left + 1 < pieces_.size() && pieces_[left + 1].span.begin - pieces_[left].span.end <= 2;
  }

  bool Dashed(size_t left) const {
    return Close(left) && text_[pieces_[left].span.end] == '-' &&
           pieces_[left + 1].span.begin == pieces_[left].span.end + 1;
  }

  // The date that begins at piece `i`.
  std::optional<Told> At(size_t i) const {
    const Piece& piece = pieces_[i];
    const Piece next = Close(i) ? pieces_[i + 1] : Piece{};
    Told told{.first = i, .last = i};
    if (IsYear(piece) && Dashed(i) && Dashed(i + 1) && IsDay(pieces_[i + 2])) {
      return Told{piece.number, next.number, pieces_[i + 2].number, 0, 0, false, false, i, i + 2};
    }
    if (IsDay(piece) && IsDay(next) && Joined(i) && IsYear(pieces_[i + 2])) return InNumbers(i);
    if (IsYear(piece)) {
      told.year = piece.number;
    } else if (piece.kind == Kind::kMonth && IsYear(next)) {
      told.month = piece.number, told.year = next.number, told.last = i + 1;
    } else if (piece.kind == Kind::kMonth && IsDay(next)) {
      told.month = piece.number, told.day = next.number, told.last = i + 1;
      TakeYear(told);
    } else if (IsDay(piece) && next.kind == Kind::kMonth) {
      told.day = piece.number, told.month = next.number, told.last = i + 1;
      TakeYear(told);
    } else {
      return std::nullopt;
    }
    return told;
  }

  // Three numbers with one mark between each two: "17.11.2031", "17/11/2031".
  bool Joined(size_t i) const {
    if (i + 2 >= pieces_.size()) return false;
    const uint32_t first = pieces_[i].span.end, second = pieces_[i + 1].span.end;
    return pieces_[i + 1].span.begin == first + 1 && pieces_[i + 2].span.begin == second + 1 &&
           text_[first] == text_[second] && (text_[first] == '.' || text_[first] == '/');
  }

  // With points the day comes first; with strokes only where the other way there is no such month.
  std::optional<Told> InNumbers(size_t i) const {
    int day = pieces_[i].number, month = pieces_[i + 1].number;
    if (text_[pieces_[i].span.end] == '/' && day <= 12) {
      if (month <= 12 && month != day) return std::nullopt;
      std::swap(day, month);
    }
    if (month > 12) return std::nullopt;
    return Told{pieces_[i + 2].number, month, day, 0, 0, false, false, i, i + 2};
  }

  void TakeYear(Told& told) const {
    if (Close(told.last) && IsYear(pieces_[told.last + 1])) {
      told.year = pieces_[++told.last].number;
    }
  }

  void TakeNeighbours(Told& told) const {
    for (size_t back = 1; back <= 2 && back <= told.first; ++back) {
      const Piece& before = pieces_[told.first - back];
      if (pieces_[told.first].span.begin - before.span.end > 6) return;
      if (before.kind == Kind::kWeekday) told.weekday = before.number;
      if (before.kind == Kind::kRelative) told.relative = before.number, told.has_relative = true;
      if (before.kind != Kind::kFiller) return;
    }
  }

  std::string_view text_;
  const std::vector<Piece>& pieces_;
};

// Weighs the days around each date that is told without its year.
class DayFinder {
 public:
  DayFinder(const std::vector<Piece>& pieces, const std::vector<Told>& told)
      : pieces_(pieces), told_(told) {
    for (const Told& date : told) {
      first_year_ = std::max(first_year_, date.year);
      if (date.day > 0 && date.year == 0) near_.push_back(date);
      dateline_ |= date.dateline;
      if (date.month > 0 && date.year > 0) {
        latest_ = std::max(latest_, Date::Of(date.year, date.month, std::max(date.day, 1)));
      }
    }
    for (const Piece& piece : pieces) {
      if (piece.kind != Kind::kWeekday) continue;
      if (lead_weekday_ == 0) lead_weekday_ = piece.number;
      weekdays_[piece.number] = true;
    }
  }

  std::optional<PublishedInText> Find() {
    if (first_year_ == 0 || near_.empty()) return std::nullopt;
    for (const Told& date : near_) {
      // A dateline's year may be the one before the last that is told ("until January 2032").
      for (int year = first_year_ - date.dateline; year <= first_year_ + kYearsBeyond; ++year) {
        const auto centre = Date::Of(year, date.month, date.day);
        for (int off = -kReach; centre && off <= kReach; ++off) Weigh(centre->Plus(off), date);
      }
    }
    if (best_score_ == 0 || tied_) return std::nullopt;
    return best_;
  }

 private:
  void Weigh(Date day, const Told& reason) {
    const int score = Score(day);
    if (score == 0 || score < best_score_ || (best_ && best_->date == day)) return;
    if (score == best_score_) {
      // Of a dateline's day the first year whose weekday fits.
      tied_ |= !(reason.dateline && lead_weekday_ == day.IsoWeekday());
      return;
    }
    best_score_ = score;
    tied_ = false;
    best_ = PublishedInText{day, pieces_[reason.first].span.Cover(pieces_[reason.last].span)};
  }

  // 0 where anything told speaks against `day`, or too little for it.
  int Score(Date day) const {
    const int ahead = latest_ ? latest_->DaysSince(day) : 0;
    if (ahead > 0 && !(dateline_ && ahead <= kAhead)) return 0;
    if (day.year < first_year_ && ahead <= 0) return 0;
    const bool lead = lead_weekday_ == day.IsoWeekday();
    bool pinned = false;
    int agrees = 0;
    for (const Told& date : near_) {
      const auto that = Date::Of(day.year, date.month, date.day);
      if (!that) return 0;
      const int distance = that->DaysSince(day);
      if (date.weekday != 0 && that->IsoWeekday() != date.weekday) return 0;
      if (date.has_relative && distance != date.relative) return 0;
      pinned |= date.has_relative;
      // A bare weekday means the nearest one, so six days off is as far as it goes.
      if (std::abs(distance) >= kReach) continue;
      agrees += date.weekday != 0 || (distance != 0 && weekdays_[that->IsoWeekday()]);
    }
    if (!pinned && !(lead && agrees > 0)) return 0;
    return 1 + 8 * pinned + 4 * lead + std::min(agrees, 3);
  }

  const std::vector<Piece>& pieces_;
  const std::vector<Told>& told_;
  std::vector<Told> near_;  // with a day, without a year
  std::optional<Date> latest_;
  bool dateline_ = false;  // one of them is the dateline's
  int first_year_ = 0;     // the last year mentioned: publication is not before it
  int lead_weekday_ = 0;   // the first weekday of the text: reports open with their own day
  bool weekdays_[8] = {};
  std::optional<PublishedInText> best_;
  int best_score_ = 0;
  bool tied_ = false;
};

}  // namespace

std::optional<Date> DateOfLine(std::string_view line) {
  if (line.size() > kLineLength) return std::nullopt;
  const std::vector<Piece> pieces = CutPieces(line);
  std::optional<Date> found;
  size_t covered = 0;
  for (const Told& date : DateCutter(line, pieces).Cut()) {
    if (date.day == 0 || date.year == 0) continue;
    if (!found) found = Date::Of(date.year, date.month, date.day);
    covered += date.last - date.first + 1;
  }
  const auto other = std::count_if(pieces.begin(), pieces.end(), [](const Piece& piece) {
    return piece.kind == Kind::kWord || piece.kind == Kind::kRelative;
  });
  return covered > 0 && other == 0 ? found : std::nullopt;
}

namespace {

bool IsMark(std::string_view text) {
  for (const std::string_view mark : {"|", "–", "—", "·", "-", ".", ":", "(", "#", "/"}) {
    if (text.starts_with(mark)) return true;
  }
  return false;
}

// The day in a line of a masthead, where marks or the line's ends set it apart: "Port Gazette No. 7
// - 17 Nov. 2031", "Radio Sill, Brenn. Tuesday 4 March 2031. By A. Lund".
std::optional<PublishedInText> DateOfMasthead(std::string_view line, size_t at) {
  constexpr ptrdiff_t kMostWords = 9;
  if (line.size() > kLineLength) return std::nullopt;
  const std::vector<Piece> pieces = CutPieces(line);
  const auto words = std::count_if(pieces.begin(), pieces.end(),
                                   [](const Piece& piece) { return piece.kind == Kind::kWord; });
  if (words > kMostWords) return std::nullopt;
  for (const Told& told : DateCutter(line, pieces).Cut()) {
    const auto date = Date::Of(told.year, told.month, told.day);
    if (told.day == 0 || told.year == 0 || !date) continue;
    size_t first = told.first;
    while (first > 0 &&
           (pieces[first - 1].kind == Kind::kFiller || pieces[first - 1].kind == Kind::kWeekday))
      --first;
    const size_t open = first > 0 ? pieces[first - 1].span.end : 0;
    const std::string_view before = Trim(line.substr(open, pieces[first].span.begin - open)),
                           after = Trim(line.substr(pieces[told.last].span.end));
    const bool begins = first == 0 || IsMark(before);
    const bool ends =
        after.empty() || IsMark(after) ||
        (told.last + 1 < pieces.size() && pieces[told.last + 1].kind == Kind::kNumber);
    if (!begins || !ends) continue;
    const Span span = pieces[told.first].span.Cover(pieces[told.last].span);
    const auto from = static_cast<uint32_t>(at);
    return PublishedInText{*date, {from + span.begin, from + span.end}};
  }
  return std::nullopt;
}

}  // namespace

std::optional<PublishedInText> FindPublished(std::string_view text, Span dateline) {
  text = text.substr(0, kRead);
  constexpr size_t kHead = 10, kMasthead = 6;
  size_t lines = 0;
  for (size_t at = 0; at < text.size() && lines < kHead;) {
    const size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = Trim(text.substr(at, end - at));
    if (const auto date = DateOfLine(line)) {
      const auto begin = static_cast<uint32_t>(line.data() - text.data());
      return PublishedInText{*date, {begin, begin + static_cast<uint32_t>(line.size())}};
    }
    if (lines < kMasthead && !line.empty()) {
      if (const auto date = DateOfMasthead(line, static_cast<size_t>(line.data() - text.data())))
        return date;
    }
    lines += !line.empty();
    at = end + 1;
  }
  const std::vector<Piece> pieces = CutPieces(text);
  std::vector<Told> told = DateCutter(text, pieces).Cut();
  for (Told& date : told) {
    const Span span = pieces[date.first].span.Cover(pieces[date.last].span);
    if (!dateline.Contains(span)) continue;
    const auto full = Date::Of(date.year, date.month, date.day);
    if (full) return PublishedInText{*full, span};
    date.has_relative = date.dateline = true;
  }
  return DayFinder(pieces, told).Find();
}

}  // namespace synoptic
