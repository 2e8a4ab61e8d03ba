// The process in time: a lane an actor, a row an entry of the ledger. Filled is past, hollow is
// announced, a cross is alleged, a flag is a deadline, a bar lasts; the upright rule is the last
// report. Rows have the numbers of the board.
#include <algorithm>
#include <map>
#include <optional>

#include "base/utf8.h"
#include "doc/day_range.h"
#include "doc/labels.h"
#include "show/page.h"
#include "show/time_axis.h"
#include "show/wording.h"

namespace synoptic {
namespace {

constexpr double kRowHeight = 26, kHead = 34;
constexpr size_t kMostRows = 60, kMostLanes = 8;
constexpr int64_t kDaySeconds = 86400;

struct Frame {
  bool narrow;
  double width, left, right;
  int ticks;
};
constexpr Frame kWide{false, 952, 148, 944, 12};
constexpr Frame kNarrow{true, 360, 8, 352, 3};

struct Row {
  size_t entry = 0;
  std::optional<DayRange> when, made, deadline;
};

struct Lane {
  std::string name;
  std::vector<Row> rows;
};

// Whose lane an entry stands in: who alleges, who acts.
std::string LaneOf(const View& view, const LedgerEntry& entry) {
  if (entry.kind == LedgerKind::kCeasefire) return "Truce";
  if (!entry.alleged_by.empty()) return std::string(view.ActorName(entry.alleged_by.front()));
  if (!entry.actors.empty()) return std::string(view.ActorName(entry.actors.front()));
  return "Nobody named";
}

std::vector<Lane> LanesOf(const View& view, size_t& left_out) {
  std::vector<Lane> lanes;
  size_t rows = 0;
  const auto& ledger = view.comparison().ledger;
  for (size_t i = 0; i < ledger.size(); ++i) {
    const Row row{i, DaysOf(ledger[i].when), DaysOf(ledger[i].made), DaysOf(ledger[i].deadline)};
    if (!row.when && !row.made && !row.deadline) continue;
    if (++rows > kMostRows) {
      ++left_out;
      continue;
    }
    const std::string name = LaneOf(view, ledger[i]);
    auto lane = std::find_if(lanes.begin(), lanes.end(),
                             [&](const Lane& each) { return each.name == name; });
    if (lane == lanes.end()) lane = lanes.insert(lanes.end(), {name, {}});
    lane->rows.push_back(row);
  }
  std::stable_sort(lanes.begin(), lanes.end(), [](const Lane& a, const Lane& b) {
    return std::make_pair(a.name == "Truce", a.rows.size()) >
           std::make_pair(b.name == "Truce", b.rows.size());
  });
  while (lanes.size() > kMostLanes) {
    Lane last = std::move(lanes.back());
    lanes.pop_back();
    Lane& others = lanes.back();
    others.name = "Others";
    others.rows.insert(others.rows.end(), last.rows.begin(), last.rows.end());
  }
  return lanes;
}

struct Window {
  Date first, last, now;
};

// The days drawn: those told of, but not far from the days of publication.
std::optional<Window> WindowOf(const View& view, const std::vector<Lane>& lanes) {
  std::vector<Date> told, published;
  for (const Lane& lane : lanes) {
    for (const Row& row : lane.rows) {
      for (const auto& range : {row.when, row.made, row.deadline}) {
        if (range && range->days() <= 62) told.push_back(range->first), told.push_back(range->last);
      }
    }
  }
  for (const Document& report : view.reports()) {
    if (report.published) published.push_back(report.published->date);
  }
  if (told.empty() && published.empty()) return std::nullopt;
  std::sort(told.begin(), told.end()), std::sort(published.begin(), published.end());
  const Date middle = told.empty() ? published.front() : told[told.size() / 2];
  const Date from = published.empty() ? middle : published.front(),
             to = published.empty() ? middle : published.back();
  Window window{from, to, published.empty() ? Date{} : to};
  for (const Date day : told) {
    if (day >= from.Plus(-21)) window.first = std::min(window.first, day);
    if (day <= to.Plus(30)) window.last = std::max(window.last, day);
  }
  window.first = window.first.Plus(-1), window.last = window.last.Plus(1);
  return window;
}

class ProcessFigure {
 public:
  ProcessFigure(Page& page, const std::vector<Lane>& lanes, const Window& window,
                const Frame& frame)
      : page_(page),
        view_(page.view()),
        lanes_(lanes),
        window_(window),
        frame_(frame),
        axis_(SecondsOf(window.first), SecondsOf(window.last) + kDaySeconds, frame.left,
              frame.right, frame.ticks) {
    double height = kHead;
    for (const Lane& lane : lanes) height += LaneHeight(lane);
    bottom_ = height;
  }

  void Write(Html& html) {
    html << "<svg class=\"" << (frame_.narrow ? Markup("narrow") : Markup("wide"))
         << "\" viewBox=\"0 0 " << frame_.width << " " << bottom_ + 28
         << "\" role=\"group\" direction=\"ltr\" aria-label=\"The process in time; the board above "
            "says the same in words\">";
    WriteTicks(html);
    double y = kHead;
    for (const Lane& lane : lanes_) {
      WriteLane(lane, y, html);
      y += LaneHeight(lane);
    }
    html << "<line class=\"ax\" x1=\"0\" x2=\"" << frame_.width << "\" y1=\"" << bottom_
         << "\" y2=\"" << bottom_ << "\"/></svg>";
  }

 private:
  double LaneHeight(const Lane& lane) const {
    return static_cast<double>(lane.rows.size()) * kRowHeight + (frame_.narrow ? 26 : 10);
  }
  double X(Date day) const { return axis_.X(SecondsOf(day)); }
  double Middle(const DayRange& range) const {
    return (X(range.first) + X(range.last.Plus(1))) / 2;
  }
  const LedgerEntry& Entry(const Row& row) const { return view_.comparison().ledger[row.entry]; }

  void WriteTicks(Html& html) {
    for (const Tick& tick : axis_.ticks()) {
      html << "<line class=\"ax\" x1=\"" << tick.x << "\" x2=\"" << tick.x << "\" y1=\"" << kHead
           << "\" y2=\"" << bottom_ + 5 << "\"/><text class=\"m\" x=\""
           << std::min(tick.x + 3, frame_.width - 44) << "\" y=\"" << bottom_ + 19 << "\">"
           << Words{tick.label} << "</text>";
    }
    if (window_.now.year == 0) return;
    const double x = X(window_.now.Plus(1));
    html << "<line class=\"ln\" x1=\"" << x << "\" x2=\"" << x << "\" y1=\"20\" y2=\"" << bottom_
         << "\"/><text class=\"m\" text-anchor=\"end\" x=\"" << x - 6 << "\" y=\"14\">"
         << (frame_.narrow ? Markup("past") : Markup("told as past"))
         << "</text><text class=\"m\" x=\"" << x + 6 << "\" y=\"14\">"
         << (frame_.narrow ? Markup("announced") : Markup("announced, not yet happened"))
         << "</text>";
  }

  void WriteLane(const Lane& lane, double y, Html& html) {
    html << "<line class=\"ax\" x1=\"0\" x2=\"" << frame_.width << "\" y1=\"" << y << "\" y2=\""
         << y << "\"/><text class=\"b\" x=\"0\" y=\"" << y + 19 << "\">"
         << Words{frame_.narrow ? lane.name : Fitted(lane.name, 19)} << "</text>";
    y += frame_.narrow ? 20 : 4;
    for (const Row& row : lane.rows) {
      WriteRow(row, y + kRowHeight / 2, html);
      y += kRowHeight;
    }
  }

  static std::string Fitted(const std::string& name, uint32_t most) {
    if (CountCodePoints(name) <= most) return name;
    return name.substr(0, CodePointIndex(name).ByteOf(most - 1)) + "…";
  }

  bool Announced(const LedgerEntry& entry, const DayRange& range) const {
    const bool later = window_.now.year != 0 && range.first > window_.now;
    return later || entry.status == LedgerStatus::kPlanned ||
           entry.status == LedgerStatus::kProposed || entry.status == LedgerStatus::kThreatened;
  }

  // Draws the marks of a row between `low` and `high`, which they widen.
  void WriteRow(const Row& row, double y, Html& html) {
    const LedgerEntry& entry = Entry(row);
    double low = frame_.width, high = 0;
    const auto reach = [&](double from, double to) {
      low = std::min(low, from), high = std::max(high, to);
    };
    html << "<a href=\"#l" << row.entry + 1 << "\"" << Attribute{"aria-label", Caption(row, true)}
         << ">";
    const bool twice = row.made && row.when && entry.made != entry.when;
    if (twice) {
      html << "<line class=\"con\" x1=\"" << Middle(*row.made) << "\" x2=\"" << Middle(*row.when)
           << "\" y1=\"" << y << "\" y2=\"" << y << "\"/>";
    }
    if (row.made && (!row.when || twice)) {
      WritePoint(*row.made, y, Markup("pt"), html);
      reach(Middle(*row.made) - 7, Middle(*row.made) + 7);
    }
    if (row.when) {
      WriteWhen(entry, *row.when, y, html);
      const bool bar = IsBar(entry, *row.when);
      reach(bar ? X(row.when->first) : Middle(*row.when) - 7,
            bar ? X(row.when->last.Plus(1)) : Middle(*row.when) + 7);
    }
    if (row.deadline) {
      const double x = X(row.deadline->last.Plus(1));
      html << "<path class=\"flg\" d=\"M" << x << " " << y + 9 << "V" << y - 8 << "l-9 4l9 4\"/>";
      reach(x - 10, x + 2);
    }
    WriteCaption(row, low, high, y, html);
    html << "</a>";
  }

  bool IsBar(const LedgerEntry& entry, const DayRange& range) const {
    return range.days() > 1 && (entry.kind == LedgerKind::kCeasefire ||
                                entry.when.find('/') != std::string::npos || range.days() <= 31);
  }

  void WriteWhen(const LedgerEntry& entry, const DayRange& range, double y, Html& html) {
    const bool alleged =
        entry.kind == LedgerKind::kViolation || entry.status == LedgerStatus::kClaimed;
    if (IsBar(entry, range)) {
      const double x = X(range.first), end = X(range.last.Plus(1));
      html << "<rect class=\""
           << (alleged                   ? Markup("bar al")
               : Announced(entry, range) ? Markup("bar no")
                                         : Markup("bar"))
           << "\" x=\"" << x << "\" y=\"" << y - 7 << "\" width=\"" << std::max(end - x, 2.0)
           << "\" height=\"14\"/>";
    } else if (alleged) {
      const double x = Middle(range);
      html << "<path class=\"x\" d=\"M" << x - 6 << " " << y - 6 << "l12 12m0 -12l-12 12\"/>";
    } else {
      WritePoint(range, y, Announced(entry, range) ? Markup("pt no") : Markup("pt"), html);
    }
  }

  // A day outside the window is a point at its edge with a stroke that leads out.
  void WritePoint(const DayRange& range, double y, Markup look, Html& html) {
    const double x = Middle(range);
    html << "<circle class=\"" << look << "\" cx=\"" << x << "\" cy=\"" << y << "\" r=\"5.5\"/>";
    if (range.last < window_.first) {
      html << "<path class=\"out\" d=\"M" << x + 8 << " " << y << "h6m-3 -4l-4 4l4 4\"/>";
    } else if (range.first > window_.last) {
      html << "<path class=\"out\" d=\"M" << x - 14 << " " << y << "h6m-3 -4l4 4l-4 4\"/>";
    }
  }

  std::string Caption(const Row& row, bool whole) const {
    const LedgerEntry& entry = Entry(row);
    std::string words = std::to_string(row.entry + 1) + " " + Spaced(Label(entry.kind));
    if (frame_.narrow && !whole) return words;
    if (row.when) {
      words += ", " + TimeWords(entry.when);
    } else if (row.made) {
      words += ", said " + TimeWords(entry.made);
    }
    if (row.deadline) words += ", deadline " + TimeWords(entry.deadline);
    return words;
  }

  // To the right of the marks, or to the left where there is more room.
  void WriteCaption(const Row& row, double low, double high, double y, Html& html) {
    const std::string words = Caption(row, false);
    const double room = 6.8 * static_cast<double>(CountCodePoints(words)) + 12;
    const bool right = high + room < frame_.width || high < (frame_.left + frame_.right) / 2;
    if (right || low - room > frame_.left) {
      html << (right ? Markup("<text x=\"") : Markup("<text text-anchor=\"end\" x=\""))
           << (right ? high + 8 : low - 8);
    } else {
      html << "<text x=\"" << std::max(low, frame_.left) + 6;  // on a bar that fills the drawing
    }
    html << "\" y=\"" << y + 4.5 << "\">" << Words{words} << "</text>";
  }

  Page& page_;
  const View& view_;
  const std::vector<Lane>& lanes_;
  Window window_;
  Frame frame_;
  TimeAxis axis_;
  double bottom_ = 0;
};

}  // namespace

void WriteProcessFigure(Page& page, Html& html) {
  size_t left_out = 0;
  const std::vector<Lane> lanes = LanesOf(page.view(), left_out);
  const auto window = WindowOf(page.view(), lanes);
  if (lanes.empty() || !window) return;
  html << "<h3 class=\"sub\">The process in time</h3><figure class=\"fig\">";
  ProcessFigure(page, lanes, *window, kWide).Write(html);
  ProcessFigure(page, lanes, *window, kNarrow).Write(html);
  html << "<figcaption class=\"cap\">Numbers are those of the board. Filled: past. Hollow: "
          "announced. Cross: alleged, in the "
          "lane of who alleges. Flag: deadline.";
  if (left_out > 0)
    html << " " << Words{Count(left_out, "entry is", "entries are")} << " on the board alone.";
  html << "</figcaption></figure>";
}

}  // namespace synoptic
