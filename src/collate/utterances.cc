// Gathers the quotations that render one utterance: sentences of quotations are paired best first
// into groups with one sentence a report, groups that run side by side through the same quotations
// become one utterance, and each reading is compared with the best attested one.
#include <algorithm>
#include <set>
#include <string>
#include <tuple>

#include "base/hash.h"
#include "collate/collate.h"
#include "collate/utterances_changes.h"
#include "collate/utterances_match.h"
#include "collate/utterances_segments.h"
#include "text/fold.h"

namespace synoptic {
namespace {

constexpr float kLeastWithOthers =
    0.35f;  // mean score of a segment with all of a group it would join

// Groups of segments, at most one of a report.
class Grouping {
 public:
  Grouping(std::span<const Document> reports, std::span<const Segment> segments,
           std::span<const Rendering> renderings)
      : reports_(reports), segments_(segments), group_of_(segments.size(), -1) {
    for (const Rendering& r : renderings) Join(r.a, r.b, false);
    for (const Rendering& r : Beside()) Join(r.a, r.b, true);
  }

  std::vector<std::vector<int32_t>> Take() {
    std::erase_if(groups_, [](const auto& group) { return group.empty(); });
    for (auto& group : groups_) std::sort(group.begin(), group.end());
    std::sort(groups_.begin(), groups_.end());
    return std::move(groups_);
  }

 private:
  const Segment& At(int32_t segment) const { return segments_[static_cast<size_t>(segment)]; }

  int32_t GroupOf(int32_t segment) {
    int32_t& group = group_of_[static_cast<size_t>(segment)];
    if (group < 0) {
      group = static_cast<int32_t>(groups_.size());
      groups_.push_back({segment});
    }
    return group;
  }

  // What stands on the same side of two renderings of one utterance.
  std::vector<Rendering> Beside() const {
    std::vector<Rendering> found;
    for (const auto& group : groups_) {
      const size_t n = std::min(group.size(), kAsked);
      for (size_t i = 0; i < n; ++i) {
        for (size_t j = i + 1; j < n; ++j) {
          for (const int side : {-1, 1}) {
            const int32_t a = Neighbour(group[i], side), b = Neighbour(group[j], side);
            if (a < 0 || b < 0) continue;
            const float score = ScoreBeside(At(a), At(b));
            if (score >= kSameBeside)
              found.push_back({std::min(a, b), std::max(a, b), score, false});
          }
        }
      }
    }
    SortBest(reports_, segments_, found);
    return found;
  }

  // What the same speaker is quoted with next, or before, in the same paragraph; -1 for nothing.
  int32_t Neighbour(int32_t segment, int side) const {
    const int32_t other = segment + side;
    if (other < 0 || static_cast<size_t>(other) >= segments_.size()) return -1;
    const Segment& one = At(segment);
    const Segment& two = At(other);
    if (one.report != two.report || one.speaker != two.speaker) return -1;
    const Span all = one.span.Cover(two.span);
    const std::string_view text = reports_[static_cast<size_t>(one.report)].Cut(all);
    return text.find('\n') == std::string_view::npos ? other : -1;
  }

  // `sure`: by where they stand, however few words they share.
  void Join(int32_t a, int32_t b, bool sure) {
    const int32_t one = GroupOf(a), two = GroupOf(b);
    if (one == two) return;
    auto& to = groups_[static_cast<size_t>(std::min(one, two))];
    auto& from = groups_[static_cast<size_t>(std::max(one, two))];
    if (ShareReport(to, from) || (!sure && MeanScore(to, from) < kLeastWithOthers)) return;
    for (const int32_t segment : from) group_of_[static_cast<size_t>(segment)] = std::min(one, two);
    const auto middle = static_cast<std::ptrdiff_t>(to.size());
    to.insert(to.end(), from.begin(), from.end());
    std::inplace_merge(to.begin(), to.begin() + middle, to.end());
    from.clear();
  }

  // Segments are numbered report by report, so groups are in the order of their reports.
  bool ShareReport(const std::vector<int32_t>& a, const std::vector<int32_t>& b) const {
    for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
      const Index x = At(a[i]).report, y = At(b[j]).report;
      if (x == y) return true;
      x < y ? ++i : ++j;
    }
    return false;
  }

  float MeanScore(const std::vector<int32_t>& a, const std::vector<int32_t>& b) const {
    const size_t n = std::min(a.size(), kAsked), m = std::min(b.size(), kAsked);
    float sum = 0;
    for (size_t i = 0; i < n; ++i) {
      for (size_t j = 0; j < m; ++j) sum += RenderingScore(At(a[i]), At(b[j]));
    }
    return sum / static_cast<float>(n * m);
  }

  static constexpr size_t kAsked = 8;  // members of a group that stand for all

  std::span<const Document> reports_;
  std::span<const Segment> segments_;
  std::vector<int32_t> group_of_;
  std::vector<std::vector<int32_t>> groups_;
};

struct Piece {
  Index report = kNone, quote = kNone;
  Index first = 0, last = 0;  // ordinals
  Span span;
  std::string_view speaker;
  bool fragment = false, malformed = false;
  size_t words = 0;
  uint64_t wording = 0;       // hash of its words
  std::vector<uint64_t> bag;  // of its words, sorted
};
using Group = std::vector<Piece>;  // by report

Piece PieceOf(const Segment& s) {
  return {s.report, s.quote, s.ordinal, s.ordinal, s.span, s.speaker, s.fragment, s.malformed};
}

// `next` goes on where `group` ends, in every report.
bool GoesOn(const Group& group, const Group& next) {
  if (group.size() != next.size()) return false;
  for (size_t i = 0; i < group.size(); ++i) {
    const Piece &a = group[i], &b = next[i];
    if (a.report != b.report || a.quote != b.quote || b.first != a.last + 1) return false;
  }
  return true;
}

std::vector<Group> MergeNeighbours(std::span<const Segment> segments,
                                   std::vector<std::vector<int32_t>> groups) {
  std::vector<Group> merged;
  for (const auto& group : groups) {
    if (group.size() < 2) continue;
    Group pieces;
    for (const int32_t segment : group)
      pieces.push_back(PieceOf(segments[static_cast<size_t>(segment)]));
    if (!merged.empty() && GoesOn(merged.back(), pieces)) {
      for (size_t i = 0; i < pieces.size(); ++i) {
        merged.back()[i].last = pieces[i].last;
        merged.back()[i].span.end = pieces[i].span.end;
      }
    } else {
      merged.push_back(std::move(pieces));
    }
  }
  return merged;
}

void ReadWords(std::span<const Document> reports, Group& group) {
  for (Piece& piece : group) {
    const Document& report = reports[static_cast<size_t>(piece.report)];
    const Index end = TokenFrom(report, piece.span.end);
    for (Index t = TokenFrom(report, piece.span.begin); t < end; ++t) {
      if (report.tokens[static_cast<size_t>(t)].pos == Upos::kPunct) continue;
      piece.bag.push_back(Hash64(Fold(report.Word(t))));
      piece.wording = HashCombine(piece.wording, piece.bag.back());
      ++piece.words;
    }
    std::sort(piece.bag.begin(), piece.bag.end());
  }
}

// How often a report's readings were the lesser ones: it lost marks or shortened. Orders readings
// that nothing else tells apart.
class Faith {
 public:
  Faith(std::span<const Document> reports, const Lineage* lineage)
      : reports_(reports), lost_(reports.size(), 0) {
    for (const Edge& edge :
         lineage != nullptr ? std::span(lineage->edges) : std::span<const Edge>())
      if (edge.directed && edge.confidence >= kDerived) derived_.emplace(edge.to, edge.from);
    for (size_t i = 0; i < reports.size(); ++i) {
      for (const Quote& quote : reports[i].quotes) lost_[i] += quote.malformed;
    }
  }

  void Count(const Group& group) {
    const Piece& best = group[Best(group)];
    for (const Piece& piece : group) {
      if (piece.wording != best.wording && piece.words < best.words)
        ++lost_[static_cast<size_t>(piece.report)];
    }
  }

  // The best attested reading: in most reports, with both its marks, a sentence of its own, not
  // from a report that took it from another, nearest to the others, from the report that loses
  // least, the longest.
  size_t Best(const Group& group) const {
    const auto rank = [&](const Piece& piece) {
      const auto alike = std::count_if(group.begin(), group.end(), [&](const Piece& other) {
        return other.wording == piece.wording;
      });
      const std::string& id = reports_[static_cast<size_t>(piece.report)].id;
      return std::tuple(-alike, piece.malformed, piece.fragment, IsDerived(piece, group),
                        -Nearness(piece, group),
                        counted_ ? lost_[static_cast<size_t>(piece.report)] : 0,
                        -static_cast<int64_t>(piece.words), std::string_view(id));
    };
    size_t best = 0;
    for (size_t i = 1; i < group.size(); ++i) {
      if (rank(group[i]) < rank(group[best])) best = i;
    }
    return best;
  }

  void Finish() { counted_ = true; }

 private:
  bool IsDerived(const Piece& piece, const Group& group) const {
    return std::any_of(group.begin(), group.end(), [&](const Piece& other) {
      return derived_.contains({piece.report, other.report});
    });
  }

  // Hundredths of its words that others have too, summed; 0 in groups of many, where most decide.
  static int Nearness(const Piece& piece, const Group& group) {
    constexpr size_t kMost = 16;
    if (group.size() > kMost) return 0;
    int sum = 0;
    for (const Piece& other : group) {
      size_t shared = 0;
      for (size_t i = 0, j = 0; i < piece.bag.size() && j < other.bag.size();) {
        shared += piece.bag[i] == other.bag[j];
        piece.bag[i] < other.bag[j] ? ++i : ++j;
      }
      const size_t all = piece.bag.size() + other.bag.size();
      if (&other != &piece && all > 0) sum += static_cast<int>(200 * shared / all);
    }
    return sum;
  }

  static constexpr double kDerived = 0.5;  // confidence of an edge
  std::span<const Document> reports_;
  std::vector<int> lost_;
  std::set<std::pair<Index, Index>> derived_;  // report, and one whose words it took
  bool counted_ = false;
};

Utterance Tell(std::span<const Document> reports, const Group& group, size_t best) {
  Utterance utterance;
  const Piece& reference = group[best];
  const auto report_of = [&](const Piece& piece) -> const Document& {
    return reports[static_cast<size_t>(piece.report)];
  };
  utterance.readings.push_back({reference.report, reference.quote, reference.span});
  for (size_t i = 0; i < group.size(); ++i) {
    const Piece& piece = group[i];
    if (utterance.speaker.empty()) utterance.speaker = piece.speaker;
    if (i == best) continue;
    const bool part = piece.fragment || 5 * piece.words < 3 * reference.words;
    WordComparison compared =
        CompareWording(report_of(reference), reference.span, report_of(piece), piece.span, part);
    utterance.readings.push_back({piece.report, piece.quote, piece.span, compared.wording, 0,
                                  std::move(compared.changes), compared.meaning_changed});
  }
  return utterance;
}

}  // namespace

std::vector<Utterance> GatherUtterances(std::span<const Document> reports, const Lineage* lineage) {
  const std::vector<Segment> segments = CutSegments(reports);
  const std::vector<Rendering> renderings = FindRenderings(reports, segments);
  std::vector<Group> groups =
      MergeNeighbours(segments, Grouping(reports, segments, renderings).Take());
  Faith faith(reports, lineage);
  for (Group& group : groups) ReadWords(reports, group), faith.Count(group);
  faith.Finish();
  std::vector<Utterance> utterances;
  for (const Group& group : groups) {
    utterances.push_back(Tell(reports, group, faith.Best(group)));
    utterances.back().id = "u" + std::to_string(utterances.size());
  }
  return utterances;
}

}  // namespace synoptic
