// The lineage drawn: a row a report, origins outlined, time from left to right. A line leaves the
// report the words come from, goes down to the row of the later one and along it.
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "base/utf8.h"
#include "doc/labels.h"
#include "show/page.h"
#include "show/time_axis.h"
#include "show/wording.h"

namespace synoptic {
namespace {

constexpr double kRow = 52, kTop = 40, kGap = 18, kNode = 11;
constexpr int64_t kHour = 3600;

// The drawing for wide pages and the one for narrow ones.
struct Frame {
  bool narrow;
  double width, left, right;  // of the drawing; of the axis
  int ticks;
};
constexpr Frame kWide{false, 952, 76, 660, 7};
constexpr Frame kNarrow{true, 360, 44, 150, 2};

struct Node {
  double x = 0, y = 0;
  std::string meta;  // "17:30, updates M, 93 %"
};

struct Group {  // rows of one origin
  Index origin = kNone;
  double top = 0, bottom = 0;
};

class LineageFigure {
 public:
  LineageFigure(Page& page, const Frame& frame) : page_(page), view_(page.view()), frame_(frame) {
    ChooseEdges();
    PlaceRows();
    PlaceInTime();
    Describe();
  }

  void Write(Html& html) {
    html << "<svg class=\"" << (frame_.narrow ? Markup("narrow") : Markup("wide"))
         << "\" viewBox=\"0 0 " << frame_.width << " " << height_
         << "\" role=\"group\" direction=\"ltr\""
         << Attribute{"aria-label", "Lineage of " +
                                        Count(view_.reports().size(), "report", "reports") +
                                        " in time; the list below says the same in words"}
         << ">";
    WriteTicks(html);
    WriteGroups(html);
    for (const size_t edge : drawn_) WriteEdge(edge, html);
    for (const auto& [leader, members] : shared_) WriteShared(members, html);
    for (const Index report : view_.order()) WriteNode(report, html);
    html << "</svg>";
  }

 private:
  const std::vector<Edge>& edges() const { return view_.comparison().lineage.edges; }
  Node& At(Index report) { return nodes_[static_cast<size_t>(report)]; }

  // For each report the edge that gives most of it, and those that come from another origin.
  void ChooseEdges() {
    std::map<Index, size_t> best;
    std::vector<size_t> candidates;
    for (size_t i = 0; i < edges().size(); ++i) {
      const Edge& edge = edges()[i];
      if (!view_.Has(edge.from) || !view_.Has(edge.to) || edge.from == edge.to ||
          edge.confidence < 0.5)
        continue;
      if (edge.kind == EdgeKind::kSharedOrigin) {
        JoinShared(edge.from, edge.to);
        continue;
      }
      candidates.push_back(i);
      const auto [found, fresh] = best.try_emplace(edge.to, i);
      if (!fresh && edge.share > edges()[found->second].share) found->second = i;
    }
    for (const size_t i : candidates) {
      const Edge& edge = edges()[i];
      if (best[edge.to] == i || view_.OriginOf(edge.from) != view_.OriginOf(edge.to))
        drawn_.push_back(i);
    }
  }

  void JoinShared(Index a, Index b) {
    std::set<Index> joined = {a, b};
    for (auto group = shared_.begin(); group != shared_.end();) {
      if (group->second.contains(a) || group->second.contains(b)) {
        joined.insert(group->second.begin(), group->second.end());
        group = shared_.erase(group);
      } else {
        ++group;
      }
    }
    shared_[*joined.begin()] = std::move(joined);
  }

  void PlaceRows() {
    nodes_.resize(view_.reports().size());
    double y = kTop;
    for (const Index report : view_.order()) {
      const Index origin = view_.OriginOf(report);
      if (groups_.empty() || groups_.back().origin != origin) {
        if (!groups_.empty()) y += kGap;
        groups_.push_back({origin, y, y});
      }
      At(report).y = y + kRow / 2;
      y += kRow;
      groups_.back().bottom = y;
    }
    height_ = y + 34;
  }

  void PlaceInTime() {
    int64_t first = INT64_MAX, last = INT64_MIN;
    bool clocks = false;
    for (const Document& report : view_.reports()) {
      if (!report.published) continue;
      const int64_t when = report.published->UnixSeconds();
      first = std::min(first, when), last = std::max(last, when);
      clocks |= !report.published->time.empty();
    }
    if (first > last) first = last = 0;
    dated_ = last != 0;
    // A little room at the ends; days alone get a day of it.
    const int64_t room = clocks ? std::max<int64_t>((last - first) / 20, kHour) : 12 * kHour;
    axis_ = TimeAxis(first - room, last + room, frame_.left, frame_.right, frame_.ticks);
    for (size_t i = 0; i < nodes_.size(); ++i) {
      const auto& published = view_.reports()[i].published;
      nodes_[i].x = published ? axis_.X(published->UnixSeconds()) : frame_.left - 12;
    }
    KeepApart();
  }

  // A later text stands at least a step right of what it is taken from.
  void KeepApart() {
    const double step = frame_.narrow ? 24 : 40;
    for (int round = 0; round < 6; ++round) {
      for (const size_t i : drawn_) {
        const auto [from, to] = Ends(edges()[i]);
        At(to).x = std::min(std::max(At(to).x, At(from).x + step), frame_.right + step);
      }
    }
  }

  // Without a direction, the order of the rows decides how it is drawn.
  std::pair<Index, Index> Ends(const Edge& edge) const {
    if (!edge.directed && view_.Rank(edge.from) > view_.Rank(edge.to)) return {edge.to, edge.from};
    return {edge.from, edge.to};
  }

  void Describe() {
    for (size_t i = 0; i < nodes_.size(); ++i) {
      const auto& published = view_.reports()[i].published;
      nodes_[i].meta = published ? MomentWords(*published, false) : "undated";
    }
    for (const size_t i : drawn_) {
      const Edge& edge = edges()[i];
      const auto [from, to] = Ends(edge);
      At(to).meta += ", " + std::string(EdgeVerb(edge.kind)) + " " + view_.Siglum(from);
      if (edge.share > 0) At(to).meta += ", " + Percent(edge.share);
      if (!edge.directed) At(to).meta += " (or it " + view_.Siglum(to) + ")";
    }
  }

  void WriteTicks(Html& html) {
    if (!dated_) return;
    for (const Tick& tick : axis_.ticks()) {
      html << "<line class=\"ax\" x1=\"" << tick.x << "\" x2=\"" << tick.x << "\" y1=\"24\" y2=\""
           << height_ - 26 << "\"/><text class=\"m\" text-anchor=\"middle\" x=\"" << tick.x
           << "\" y=\"" << height_ - 8 << "\">" << Words{tick.label} << "</text>";
      if (!tick.day.empty()) {
        html << "<text class=\"m\" text-anchor=\"middle\" x=\"" << tick.x << "\" y=\"14\">"
             << Words{tick.day} << "</text>";
      }
    }
  }

  void WriteGroups(Html& html) {
    for (const Group& group : groups_) {
      const bool known = view_.Named(group.origin);
      html << "<rect class=\"" << (known ? Markup("bx") : Markup("bx u")) << "\" x=\"1\" y=\""
           << group.top + 2 << "\" width=\"" << frame_.width - 2 << "\" height=\""
           << group.bottom - group.top - 4 << "\" rx=\"3\"/><text class=\"i\" x=\"10\" y=\""
           << group.top + kRow / 2 + 5 << "\">" << Words{view_.OriginMark(group.origin)}
           << "</text>";
    }
  }

  void WritePath(Markup look, double width, const std::string& way, Html& html) {
    html << "<path class=\"" << look << "\"" << Attribute{"d", way};
    if (width > 0) html << " stroke-width=\"" << width << "\"";
    html << "/>";
  }

  static std::string Number(double value) {
    std::string out;
    Html(out) << value;
    return out;
  }

  // Down (or up) from the source, round a corner, along the row.
  std::string Way(double x1, double y1, double x2, double y2) const {
    const double down = y2 > y1 ? 1 : -1;
    const double corner = std::max(0.0, std::min({24.0, x2 - x1 - 2, std::abs(y2 - y1) - kNode}));
    return "M" + Number(x1) + " " + Number(y1) + "V" + Number(y2 - down * corner) + "Q" +
           Number(x1) + " " + Number(y2) + " " + Number(x1 + corner) + " " + Number(y2) + "H" +
           Number(x2);
  }

  void WriteEdge(size_t number, Html& html) {
    const Edge& edge = edges()[number];
    const auto [from, to] = Ends(edge);
    const Node &source = At(from), &target = At(to);
    const double shift = 5 - 6 * (leaving_[from]++ % 3);
    const std::string way = Way(source.x + shift, source.y, target.x - kNode, target.y);
    const double width = 1.5 + 12 * std::clamp(edge.share, 0.0, 1.0);
    html << "<a href=\"#e" << number + 1 << "\""
         << Attribute{"aria-label", view_.Siglum(to) + " " + std::string(EdgeVerb(edge.kind)) +
                                        " " + view_.Siglum(from) + ": passages side by side"}
         << ">";
    switch (edge.kind) {
      case EdgeKind::kRewrite:
        WritePath("e2", width, way, html);
        break;
      case EdgeKind::kUpdate:
        WritePath("e3", width + 4, way, html);
        WritePath("e3i", width, way, html);
        WritePath("e3c", 0, way, html);
        break;
      default:
        WritePath("e1", width, way, html);
    }
    html << "</a>";
  }

  // A text that is not among the reports, and dotted ways to those that have it.
  void WriteShared(const std::set<Index>& members, Html& html) {
    double left = frame_.width, top = height_, bottom = 0;
    for (const Index report : members) {
      left = std::min(left, At(report).x), top = std::min(top, At(report).y),
      bottom = std::max(bottom, At(report).y);
    }
    const double x = std::max(26.0, left - 40), y = (top + bottom) / 2;
    for (const Index report : members)
      WritePath("e4", 0, Way(x, y, At(report).x - kNode, At(report).y), html);
    html << "<circle class=\"hid\" cx=\"" << x << "\" cy=\"" << y
         << "\" r=\"6\"><title>a text not among the reports</title></circle>";
  }

  void WriteNode(Index report, Html& html) {
    const Node& node = At(report);
    const bool known = view_.Named(view_.OriginOf(report));
    const double x = node.x + kNode + 7;
    html << "<a" << Attribute{"href", "#col-" + view_.Siglum(report)}
         << Attribute{"aria-label", view_.Name(report) + ", " + node.meta + ": open the report"}
         << "><circle class=\"" << (known ? Markup("nd") : Markup("nd u")) << "\" cx=\"" << node.x
         << "\" cy=\"" << node.y << "\" r=\"" << kNode
         << "\"/><text class=\"sg\" text-anchor=\"middle\" x=\"" << node.x << "\" y=\""
         << node.y + 4.5 << "\">" << Words{view_.Siglum(report)} << "</text>";
    html << "<text class=\"b\" x=\"" << x << "\" y=\"" << node.y - 4 << "\">"
         << Words{Fitted(view_.Name(report), x)} << "</text><text class=\"m\" x=\"" << x
         << "\" y=\"" << node.y + 13 << "\">" << Words{Fitted(node.meta, x)} << "</text></a>";
  }

  // Our own label, cut where the drawing ends; the list below has it whole.
  std::string Fitted(const std::string& label, double x) const {
    const auto room = static_cast<size_t>(std::max(4.0, (frame_.width - 6 - x) / 6.6));
    if (CountCodePoints(label) <= room) return label;
    const CodePointIndex points(label);
    return label.substr(0, points.ByteOf(static_cast<uint32_t>(room - 1))) + "…";
  }

  Page& page_;
  const View& view_;
  Frame frame_;
  TimeAxis axis_{0, 1, 0, 1, 1};
  bool dated_ = false;
  double height_ = 0;
  std::vector<Node> nodes_;
  std::vector<Group> groups_;
  std::vector<size_t> drawn_;                // into edges
  std::map<Index, std::set<Index>> shared_;  // reports that share a text not read here
  std::map<Index, int> leaving_;             // lines drawn from a report so far
};

}  // namespace

void WriteLineageFigure(Page& page, Html& html) {
  LineageFigure(page, kWide).Write(html);
  LineageFigure(page, kNarrow).Write(html);
}

}  // namespace synoptic
