#include "times/resolve.h"

#include <algorithm>
#include <cstdlib>

namespace synoptic::times {
namespace {

constexpr std::string_view kNoAnchor = "the report has no date of publication";

std::string Two(int number) { return std::string(number < 10 ? "0" : "") + std::to_string(number); }
std::string Four(int number) {
  std::string text = std::to_string(number);
  return std::string(text.size() < 4 ? 4 - text.size() : 0, '0') + text;
}
std::string Month(int year, int month) { return Four(year) + "-" + Two(month); }

// ISO 8601 week of a day: "2025-W19".
std::string Week(Date day) {
  const Date thursday = day.Plus(4 - day.IsoWeekday());
  const int week = thursday.DaysSince({thursday.year, 1, 1}) / 7 + 1;
  return Four(thursday.year) + "-W" + Two(week);
}

// Months since year 0, so that they can be counted with.
int MonthNumber(Date day) { return day.year * 12 + day.month - 1; }
std::string MonthFrom(int number) { return Month(number / 12, number % 12 + 1); }

std::string Clock(const Meaning& meaning) {
  if (!meaning.part.empty() && meaning.hour < 0) return "T" + std::string(meaning.part);
  std::string text = "T" + Two(meaning.hour) + ":" + Two(std::max(meaning.minute, 0));
  if (meaning.second >= 0) text += ":" + Two(meaning.second);
  if (meaning.utc) text += "Z";
  return text;
}

class Resolver {
 public:
  Resolver(const Meaning& meaning, Tense tense, std::optional<Date> anchor, TimeExpression& time)
      : meaning_(meaning), tense_(tense), anchor_(anchor), time_(time) {}

  void Run() {
    time_.type = meaning_.type;
    time_.mod = meaning_.mod;
    time_.quant = meaning_.quant;
    time_.freq = meaning_.freq;
    time_.relative = true;
    time_.unresolved.clear();
    switch (meaning_.form) {
      case Form::kLiteral:
        time_.relative = false;
        time_.value = meaning_.value;
        AnchorLength();
        break;
      case Form::kDate:
        ResolveDate();
        break;
      case Form::kWeekday:
        ResolveWeekday();
        break;
      case Form::kDay:
        Day(anchor_ ? std::optional(anchor_->Plus(meaning_.amount)) : std::nullopt);
        break;
      case Form::kUnit:
        ResolveUnit();
        break;
      case Form::kShift:
        ResolveShift();
        break;
      case Form::kQuarter:
        ResolveQuarter();
        break;
      case Form::kSeason:
        ResolveSeason();
        break;
      case Form::kHoliday:
        ResolveHoliday();
        break;
      case Form::kClock:
        Day(anchor_);
        break;
      case Form::kWeek:
        ResolveNth();
        break;
      case Form::kPeriod:
        ResolvePeriod();
        break;
    }
  }

 private:
  std::string Open(std::string value) {
    time_.unresolved = kNoAnchor;
    return value;
  }

  std::string YearText() {
    if (meaning_.year > 0) return Four(meaning_.year);
    return anchor_ ? Four(anchor_->year) : Open("XXXX");
  }

  // "the last twelve months" ends, "the next two weeks" begins on the day of writing.
  void AnchorLength() {
    const int way = meaning_.direction;
    if (meaning_.type != TimeType::kDuration || (way != 1 && way != -1) || !anchor_) return;
    const int n = way * std::min(meaning_.amount, 10000);
    std::string other;
    switch (n == 0 ? 0 : meaning_.unit) {
      case 'Y':
        other = SameDay(*anchor_, 12 * n);
        break;
      case 'M':
        other = SameDay(*anchor_, n);
        break;
      case 'W':
        other = anchor_->Plus(7 * n).Iso();
        break;
      case 'D':
        other = anchor_->Plus(n).Iso();
        break;
      default:
        return;
    }
    time_.begin = way < 0 ? other : anchor_->Iso();
    time_.end = way < 0 ? anchor_->Iso() : other;
  }

  void Day(std::optional<Date> day) {
    time_.value = day ? day->Iso() : Open("XXXX-XX-XX");
    if (!meaning_.HasClock()) return;
    time_.value += Clock(meaning_);
    time_.type = TimeType::kTime;
  }

  void ResolveDate() {
    const bool full = meaning_.year > 0;
    time_.relative = !full;
    if (meaning_.month == 0) {
      time_.value = full ? Four(meaning_.year) : YearText();
      return;
    }
    const int year = full ? meaning_.year : YearOfMonth();
    std::string value = (year > 0 ? Four(year) : Open("XXXX")) + "-" + Two(meaning_.month);
    if (meaning_.day > 0) {
      if (!Date::Of(year > 0 ? year : 2000, meaning_.month, meaning_.day)) return;  // no such day
      value += "-" + Two(meaning_.day);
    }
    time_.value = value;
    if (meaning_.HasClock() && meaning_.day > 0) {
      time_.value += Clock(meaning_);
      time_.type = TimeType::kTime;
    }
  }

  // The year of a month or day that is told without one: the nearest, but for what the tense rules
  // out.
  int YearOfMonth() const {
    if (!anchor_) return 0;
    const int months = meaning_.month - anchor_->month;
    if (meaning_.direction == -1) return months < 0 ? anchor_->year : anchor_->year - 1;
    if (meaning_.direction == 1) return months > 0 ? anchor_->year : anchor_->year + 1;
    if (meaning_.direction == 0) return anchor_->year;
    if (meaning_.day == 0) {
      if (tense_ == Tense::kPast) return months <= 0 ? anchor_->year : anchor_->year - 1;
      if (tense_ == Tense::kFuture) return months >= 0 ? anchor_->year : anchor_->year + 1;
    }
    if (tense_ == Tense::kPast && months <= 0) return anchor_->year;
    if (months > 6) return anchor_->year - 1;
    if (months < -6) return anchor_->year + 1;
    if (tense_ == Tense::kPast && months > 2) return anchor_->year - 1;
    if (tense_ == Tense::kFuture && months < -2) return anchor_->year + 1;
    return anchor_->year;
  }

  void ResolveWeekday() {
    if (!anchor_) return Day(std::nullopt);
    const int today = anchor_->IsoWeekday();
    if (meaning_.base) {
      const int weeks = meaning_.base->direction == kAnaphor ? 0 : meaning_.base->direction;
      return Day(anchor_->Plus(7 * weeks + meaning_.weekday - today));
    }
    if (meaning_.day > 0) return Day(NearestWithDay());
    const int back = (today - meaning_.weekday + 7) % 7;
    const int ahead = (meaning_.weekday - today + 7) % 7;
    int off = -back;
    if (meaning_.direction == -1) {
      off = back == 0 ? -7 : -back;
    } else if (meaning_.direction == 1) {
      off = meaning_.weekday - today + 7;  // of next week
    } else if (meaning_.direction == 0 || tense_ == Tense::kFuture) {
      off = ahead;
    }
    Day(anchor_->Plus(off));
  }

  // "Tuesday the eleventh": the nearest such day.
  std::optional<Date> NearestWithDay() const {
    for (int off = 0; off < 400; ++off) {
      for (const int way : {off, -off}) {
        const Date day = anchor_->Plus(way);
        if (day.day == meaning_.day && day.IsoWeekday() == meaning_.weekday) return day;
      }
    }
    return std::nullopt;
  }

  void ResolveUnit() {
    const bool unsaid = meaning_.direction == kAnaphor || meaning_.direction == kUnsaid;
    int direction = unsaid ? 0 : meaning_.direction;
    // On a weekday, "the weekend" is the one gone by, unless the words look ahead.
    if (unsaid && meaning_.unit == 'K' && anchor_ && anchor_->IsoWeekday() < 6 &&
        tense_ != Tense::kFuture)
      direction = -1;
    // A report of a finished quarter is written in the next.
    if (unsaid && meaning_.unit == 'Q' && tense_ != Tense::kFuture) direction = -1;
    if (!anchor_) {
      static constexpr std::string_view kOpen =
          "YXXXX EXXX CXX MXXXX-XX WXXXX-WXX KXXXX-WXX-WE QXXXX-QX DXXXX-XX-XX";
      const size_t at = kOpen.find(meaning_.unit);
      const size_t end = at == std::string_view::npos ? at : kOpen.find(' ', at);
      time_.value = Open(
          at == std::string_view::npos ? "XXXX" : std::string(kOpen.substr(at + 1, end - at - 1)));
      return;
    }
    const Date day = *anchor_;
    switch (meaning_.unit) {
      case 'Y':
        time_.value = Four(day.year + direction);
        break;
      case 'E':
        time_.value = std::to_string(day.year / 10 + direction);
        break;
      case 'C':
        time_.value = std::to_string(day.year / 100 + direction);
        break;
      case 'L':
        time_.value = std::to_string(day.year / 1000 + direction);
        break;
      case 'M':
        time_.value = MonthFrom(MonthNumber(day) + direction);
        break;
      case 'W':
        time_.value = Week(day.Plus(7 * direction));
        break;
      case 'K':
        time_.value = Week(day.Plus(7 * direction)) + "-WE";
        break;
      case 'Q': {
        const int quarter = day.year * 4 + (day.month - 1) / 3 + direction;
        time_.value = Four(quarter / 4) + "-Q" + std::to_string(quarter % 4 + 1);
        break;
      }
      default:
        time_.value = day.Plus(direction).Iso();
        break;
    }
  }

  // Without a quarter told before: the last finished one, or the year.
  void ResolvePeriod() {
    if (!anchor_) {
      time_.value = Open("XXXX");
    } else if (meaning_.unit == 'Q') {
      const int quarter = anchor_->year * 4 + (anchor_->month - 1) / 3 - 1 + 4 * meaning_.amount;
      time_.value = Four(quarter / 4) + "-Q" + std::to_string(quarter % 4 + 1);
    } else {
      time_.value = Four(anchor_->year + meaning_.amount);
    }
  }

  // The `number`th week, month or day of a year or month.
  void ResolveNth() {
    std::string whole = meaning_.year > 0 ? Four(meaning_.year) : YearText();
    if (meaning_.base) {
      TimeExpression base;
      Resolve(*meaning_.base, tense_, anchor_, base);
      whole = base.value;
    } else {
      time_.relative = meaning_.year == 0;
    }
    if (whole.find('X') != std::string::npos || whole.size() < 4) {
      time_.value = Open("XXXX-WXX");
      return;
    }
    const int year = std::atoi(whole.c_str());
    const int month = whole.size() >= 7 ? std::atoi(whole.c_str() + 5) : 0;
    const int n = meaning_.number;
    if (meaning_.unit == 'W' && month == 0) {
      time_.value = Four(year) + "-W" + Two(n < 0 ? 52 : n);
    } else if (meaning_.unit == 'W') {
      const Date first = FirstOf(year, month), last = LastOf(year, month);
      time_.value = Week(n < 0 ? last : first.Plus(7 * (n - 1)));
    } else if (meaning_.unit == 'M') {
      time_.value = Month(year, n < 0 ? 12 : std::min(n, 12));
    } else {
      const Date first = FirstOf(year, month == 0 ? 1 : month);
      const Date last = LastOf(year, month == 0 ? 12 : month);
      time_.value = (n < 0 ? last : first.Plus(n - 1)).Iso();
    }
  }

  static Date FirstOf(int year, int month) { return Date::Of(year, month, 1).value_or(Date{}); }
  static Date LastOf(int year, int month) {
    return month == 12 ? FirstOf(year + 1, 1).Plus(-1) : FirstOf(year, month + 1).Plus(-1);
  }

  // The day itself, years and months away from `from`; a day that the month lacks is its last.
  static std::string SameDay(Date from, int months) {
    const int number = std::max(MonthNumber(from) + months, 0);
    const Date first = FirstOf(number / 12, number % 12 + 1);
    const Date last = LastOf(first.year, first.month);
    return Date{first.year, first.month, std::min(from.day, last.day)}.Iso();
  }

  void ResolveShift() {
    TimeExpression base;
    std::optional<Date> from = anchor_;
    if (meaning_.base) {
      Resolve(*meaning_.base, tense_, anchor_, base);
      from = Date::Parse(base.value);
    }
    if (!from) {
      time_.value = Open("XXXX-XX-XX");
      return;
    }
    const int n = std::clamp(meaning_.amount, -100000, 100000);
    const int years = YearsOf(n);
    if (from->year + years < 1 || from->year + years > 9998) {
      time_.value = n < 0 ? "PAST_REF" : "FUTURE_REF";
      return;
    }
    if (meaning_.exact) {
      const int days = meaning_.unit == 'W' ? 7 : meaning_.unit == 'F' ? 14 : 1;
      const int months = meaning_.unit == 'Y' ? 12 : meaning_.unit == 'M' ? 1 : 0;
      time_.value = months > 0 ? SameDay(*from, n * months) : from->Plus(n * days).Iso();
      return;
    }
    switch (meaning_.unit) {
      case 'Y':
        time_.value = Four(std::max(from->year + n, 0));
        break;
      case 'E':
        time_.value = Four(std::max(from->year + 10 * n, 0));
        break;
      case 'C':
        time_.value = Four(std::max(from->year + 100 * n, 0));
        break;
      case 'M':
        time_.value = MonthFrom(std::max(MonthNumber(*from) + n, 0));
        break;
      case 'Q':
        time_.value = MonthFrom(std::max(MonthNumber(*from) + 3 * n, 0));
        break;
      case 'W':
      case 'F':
        time_.value = Week(from->Plus((meaning_.unit == 'F' ? 14 : 7) * n));
        break;
      case 'h':
      case 'm':
      case 's':
        time_.value = from->Iso();
        break;
      default:
        time_.value = from->Plus(n).Iso();
        if (meaning_.HasClock()) time_.value += Clock(meaning_);
        break;
    }
  }

  // How many years `n` units are at most, away from zero.
  int YearsOf(int n) const {
    const int more = n < 0 ? -1 : 1;
    switch (meaning_.unit) {
      case 'Y':
        return n;
      case 'E':
        return 10 * n;
      case 'C':
        return 100 * n;
      case 'Q':
      case 'M':
        return n / 4 + more;
      default:
        return n / 26 + more;
    }
  }

  void ResolveQuarter() {
    int year = meaning_.year;
    if (year == 0 && anchor_) {
      year = anchor_->year;
      const int now = meaning_.half ? (anchor_->month - 1) / 6 + 1 : (anchor_->month - 1) / 3 + 1;
      if (meaning_.direction != kUnsaid && meaning_.direction != kAnaphor) {
        year += meaning_.direction;
      } else if (meaning_.number > now && tense_ != Tense::kFuture) {
        --year;
      }
    }
    time_.relative = meaning_.year == 0;
    time_.value = (year > 0 ? Four(year) : Open("XXXX")) + (meaning_.half ? "-H" : "-Q") +
                  std::to_string(meaning_.number);
  }

  void ResolveSeason() {
    int year = meaning_.year;
    if (year == 0 && anchor_) {
      year = anchor_->year;
      const int month = meaning_.season == "SP"   ? 3
                        : meaning_.season == "SU" ? 6
                        : meaning_.season == "FA" ? 9
                                                  : 12;
      if (meaning_.direction == -1) {
        year = month < anchor_->month && anchor_->month - month >= 3 ? year : year - 1;
      } else if (meaning_.direction == 1) {
        year = month > anchor_->month ? year : year + 1;
      } else if (meaning_.direction == kUnsaid && tense_ == Tense::kPast &&
                 month > anchor_->month) {
        --year;
      } else if (meaning_.direction == kUnsaid && tense_ == Tense::kFuture &&
                 month + 2 < anchor_->month) {
        ++year;
      }
    }
    time_.value = (year > 0 ? Four(year) : Open("XXXX")) + "-" + std::string(meaning_.season);
  }

  void ResolveHoliday() {
    if (meaning_.rule.starts_with("literal ")) {
      time_.value = meaning_.rule.substr(8);
      time_.relative = false;
      return;
    }
    if (meaning_.rule.starts_with("hijri")) time_.mod = "APPROX";
    std::optional<Date> day;
    if (meaning_.year > 0) {
      time_.relative = false;
      day = HolidayIn(meaning_.rule, meaning_.year);
    } else if (anchor_) {
      day = HolidayIn(meaning_.rule, anchor_->year);
      const bool said = meaning_.direction == -1 || meaning_.direction == 1;
      const bool future = said ? meaning_.direction == 1 : tense_ == Tense::kFuture;
      const int grace = said ? 0 : 30;  // a feast just gone by is still spoken of
      if (day && future && *day < anchor_->Plus(-grace))
        day = HolidayIn(meaning_.rule, anchor_->year + 1);
      if (day && !future && *day > *anchor_) day = HolidayIn(meaning_.rule, anchor_->year - 1);
    }
    Day(day);
  }

  const Meaning& meaning_;
  Tense tense_;
  std::optional<Date> anchor_;
  TimeExpression& time_;
};

}  // namespace

void Resolve(const Meaning& meaning, Tense tense, std::optional<Date> anchor,
             TimeExpression& time) {
  // Beyond these no neighbouring century or decade could be written with four figures.
  if (anchor && (anchor->year < 1002 || anchor->year > 8998)) anchor.reset();
  Resolver(meaning, tense, anchor, time).Run();
}

}  // namespace synoptic::times
