// The reports in full, a column each, every character of their text in its order. What other
// sections link has its id here; sentences with counterparts are numbered and light up together.
#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "show/counterparts.h"
#include "show/page.h"
#include "show/wording.h"

namespace synoptic {
namespace {

constexpr size_t kDeepest = 24;  // elements inside each other

struct Mark {
  enum Kind : uint8_t { kLevel, kTaken, kTarget };  // outer ones first
  Span span;
  Kind kind = kTarget;
  uint32_t level = 0;              // number of the level, from 1
  const Evidence* next = nullptr;  // its counterpart in the next report

  bool operator<(const Mark& other) const {
    return std::make_tuple(span.begin, UINT32_MAX - span.end, kind) <
           std::make_tuple(other.span.begin, UINT32_MAX - other.span.end, other.kind);
  }
};

std::string_view ClassOf(SectionKind kind) {
  switch (kind) {
    case SectionKind::kHeadline:
      return "hl";
    case SectionKind::kByline:
    case SectionKind::kDateline:
    case SectionKind::kCredit:
      return "ap";
    case SectionKind::kBoilerplate:
      return "bp";
    case SectionKind::kBody:
      break;
  }
  return {};
}

// Writes one report's text: paragraphs, and marks inside them as nested elements. A mark that
// crosses another, or a paragraph's end, is cut in pieces; the first piece has the id.
class TextWriter {
 public:
  TextWriter(Page& page, Index report, std::vector<Mark> marks, Html& html)
      : page_(page),
        report_(report),
        doc_(page.view().Report(report)),
        marks_(std::move(marks)),
        html_(html) {
    std::sort(marks_.begin(), marks_.end());
  }

  void Write() {
    const std::string& text = doc_.text;
    const auto size = static_cast<uint32_t>(text.size());
    for (uint32_t at = 0; at < size;) {
      const auto line_end = static_cast<uint32_t>(std::min<size_t>(text.find('\n', at), size));
      if (Trim(std::string_view(text).substr(at, line_end - at)).empty()) {
        html_ << Words{Span{at, line_end}.In(text)};
      } else {
        Paragraph({at, line_end});
      }
      if (line_end < size) html_ << "\n";
      at = line_end + 1;
    }
  }

 private:
  void Paragraph(Span line) {
    const std::string_view kind = SectionClass(line.begin);
    html_ << "<p dir=\"auto\"";
    if (!kind.empty()) html_ << Attribute{"class", kind};
    html_ << ">";
    at_ = line.begin;
    std::vector<const Mark*> again;
    again.swap(carried_);
    for (const Mark* mark : again) Open(*mark, false);
    while (next_ < marks_.size() && marks_[next_].span.begin < line.end) {
      const Mark& mark = marks_[next_++];
      CloseUntil(mark.span.begin);
      Emit(mark.span.begin);
      Open(mark, true);
    }
    CloseUntil(line.end);
    Emit(line.end);
    for (const Mark* mark : open_) {
      if (mark->span.end > line.end) carried_.push_back(mark);
    }
    while (!open_.empty()) CloseTop();
    html_ << "</p>";
  }

  std::string_view SectionClass(uint32_t at) {
    while (section_ < doc_.sections.size() && doc_.sections[section_].span.end <= at) ++section_;
    if (section_ == doc_.sections.size() || !doc_.sections[section_].span.Contains(at)) return {};
    return ClassOf(doc_.sections[section_].kind);
  }

  void Emit(uint32_t to) {
    if (to > at_) html_ << Words{Span{at_, to}.In(doc_.text)};
    at_ = std::max(at_, to);
  }

  // Closes what ends at or before `limit`, innermost first; what must be closed on the way and goes
  // on is opened again.
  void CloseUntil(uint32_t limit) {
    while (true) {
      const auto first =
          std::min_element(open_.begin(), open_.end(),
                           [](const Mark* a, const Mark* b) { return a->span.end < b->span.end; });
      if (first == open_.end() || (*first)->span.end > limit) return;
      const Mark* ending = *first;
      Emit(ending->span.end);
      std::vector<const Mark*> again;
      while (open_.back() != ending) {
        if (open_.back()->span.end > ending->span.end) again.push_back(open_.back());
        CloseTop();
      }
      CloseTop();
      for (auto mark = again.rbegin(); mark != again.rend(); ++mark) Open(**mark, false);
    }
  }

  void CloseTop() {
    html_ << "</span>";
    open_.pop_back();
  }

  void Open(const Mark& mark, bool first) {
    if (mark.kind == Mark::kTarget && !first) return;
    if (open_.size() >= kDeepest) {
      if (mark.kind == Mark::kTarget)
        html_ << "<span" << Attribute{"id", page_.IdOf({report_, mark.span})} << "></span>";
      return;
    }
    switch (mark.kind) {
      case Mark::kTarget:
        html_ << "<span" << Attribute{"id", page_.IdOf({report_, mark.span})} << ">";
        break;
      case Mark::kTaken:
        html_ << "<span class=\"g\">";
        break;
      case Mark::kLevel:
        OpenLevel(mark, first);
        break;
    }
    open_.push_back(&mark);
  }

  void OpenLevel(const Mark& mark, bool first) {
    const View& view = page_.view();
    if (first) {
      const std::string& there = view.Siglum(mark.next->report);
      html_ << "<a class=\"pn\" href=\"#" << Words{there} << "-p"
            << static_cast<int64_t>(mark.level) << "\" data-p=\""
            << static_cast<int64_t>(mark.level) << "\""
            << Attribute{"aria-label", "Passage " + std::to_string(mark.level) +
                                           ": to its counterpart in " + there}
            << "></a><span class=\"p\" id=\"" << Words{view.Siglum(report_)} << "-p"
            << static_cast<int64_t>(mark.level) << "\" data-p=\""
            << static_cast<int64_t>(mark.level) << "\">";
    } else {
      html_ << "<span class=\"p\" data-p=\"" << static_cast<int64_t>(mark.level) << "\">";
    }
  }

  Page& page_;
  Index report_;
  const Document& doc_;
  std::vector<Mark> marks_;
  Html& html_;
  size_t next_ = 0, section_ = 0;
  uint32_t at_ = 0;
  std::vector<const Mark*> open_, carried_;
};

using Marks = std::vector<std::vector<Mark>>;

void AddLevels(const View& view, const std::vector<Level>& levels, Marks& marks) {
  for (size_t i = 0; i < levels.size(); ++i) {
    const auto& places = levels[i].places;
    for (size_t j = 0; j < places.size(); ++j) {
      if (!view.Has(places[j].report)) continue;
      marks[static_cast<size_t>(places[j].report)].push_back({places[j].span, Mark::kLevel,
                                                              static_cast<uint32_t>(i + 1),
                                                              &places[(j + 1) % places.size()]});
    }
  }
}

// Words of a report that stand in another: where the way is known, in the later one alone.
void AddTaken(const View& view, Marks& marks) {
  std::vector<std::vector<Span>> taken(view.reports().size());
  for (const Edge& edge : view.comparison().lineage.edges) {
    if (!view.Has(edge.from) || !view.Has(edge.to)) continue;
    for (const Passage& passage : edge.passages) {
      if (!passage.verbatim) continue;
      taken[static_cast<size_t>(edge.to)].push_back(passage.to);
      if (!edge.directed) taken[static_cast<size_t>(edge.from)].push_back(passage.from);
    }
  }
  for (size_t report = 0; report < taken.size(); ++report) {
    std::vector<Span>& spans = taken[report];
    std::sort(spans.begin(), spans.end());
    std::vector<Span> joined;
    for (const Span span : spans) {
      if (!joined.empty() && span.begin <= joined.back().end) {
        joined.back().end = std::max(joined.back().end, span.end);
      } else {
        joined.push_back(span);
      }
    }
    for (const Span span : joined) marks[report].push_back({span, Mark::kTaken});
  }
}

bool TitleInText(const Document& report) {
  return std::any_of(report.sections.begin(), report.sections.end(),
                     [](const Section& section) { return section.kind == SectionKind::kHeadline; });
}

void WriteColumn(Page& page, Index report, std::vector<Mark> marks, Html& html) {
  const View& view = page.view();
  const Document& doc = view.Report(report);
  for (const Span span : page.Linked(report)) marks.push_back({span, Mark::kTarget});
  html << "<article class=\"col\" id=\"col-" << Words{view.Siglum(report)} << "\""
       << Attribute{"data-r", view.Siglum(report)} << " tabindex=\"0\""
       << Attribute{"aria-label", view.Name(report)} << "><div class=\"ch1\">";
  page.Witness(report, html);
  html << "<span class=\"at\">" << Words{view.When(report)} << "</span></div>";
  if (doc.title && !TitleInText(doc)) html << "<h3 dir=\"auto\">" << Words{*doc.title} << "</h3>";
  html << "<div class=\"txt\"";
  if (!doc.language.empty() && doc.language != "und") html << Attribute{"lang", doc.language};
  html << ">";
  TextWriter(page, report, std::move(marks), html).Write();
  html << "</div></article>\n";
}

}  // namespace

void WriteParallel(Page& page, Html& html) {
  const View& view = page.view();
  const std::vector<Level> levels = FindLevels(view);
  OpenSection({"parallel", "Parallel view",
               "The reports in full. Numbers mark passages that tell the same: choose one and its "
               "counterparts line up. "
               "Words that stand in an earlier report are grey."},
              html);
  html << "<div class=\"sw noprint\" role=\"group\" aria-label=\"Reports shown\">";
  for (const Index report : view.order()) {
    html << "<button type=\"button\" aria-pressed=\"true\""
         << Attribute{"data-r", view.Siglum(report)} << "><b>" << Words{view.Siglum(report)}
         << "</b> <span class=\"nm\">" << Words{view.Name(report)} << "</span></button>";
  }
  html << "</div><div class=\"par\">\n";
  Marks marks(view.reports().size());
  AddLevels(view, levels, marks);
  AddTaken(view, marks);
  for (const Index report : view.order()) {
    WriteColumn(page, report, std::move(marks[static_cast<size_t>(report)]), html);
  }
  html << "</div>";
  CloseSection(html);
}

}  // namespace synoptic
