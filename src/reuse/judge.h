// Judge: is one text derived from the other, and in what way?
#ifndef SYNOPTIC_REUSE_JUDGE_H_
#define SYNOPTIC_REUSE_JUDGE_H_

#include <optional>

#include "doc/story.h"
#include "reuse/overlap.h"

namespace synoptic {

// What is known of a pair besides its words.
struct PairContext {
  std::optional<int> days_apart;  // between the publications; nullopt where one is not known
  bool later_is_b = false;        // b came later than a; only with `ordered`
  bool ordered = false;           // which came first is known
  bool same_house = false;        // one publisher, or neither names any
  bool corrects = false;          // the later one says that it corrects
};

struct Verdict {
  double confidence = 0;  // that one is derived from the other, or both from a third
  EdgeKind kind = EdgeKind::kCopy;
  bool retold = false;  // rests on retold sentences and not on words carried over
};

// `b` is the shorter, as in Measure.
Verdict Judge(const BodyWords& a, const BodyWords& b, const Overlap& overlap,
              const PairContext& context);

}  // namespace synoptic

#endif  // SYNOPTIC_REUSE_JUDGE_H_
