// What readers compare besides events: offices held, counts, answers, media, conditions, states.
#ifndef SYNOPTIC_STATEMENTS_PLAIN_FACTS_H_
#define SYNOPTIC_STATEMENTS_PLAIN_FACTS_H_

#include <utility>
#include <vector>

#include "doc/document.h"
#include "statements/noun_phrases.h"
#include "statements/roles.h"

namespace synoptic {

class PlainFacts {
 public:
  // `document` has all annotations but statements, and outlives it.
  explicit PlainFacts(const Document& document);

  // Appends the facts of a sentence, in no order and without ids, times or sources. Sentences come
  // in order; `phrases` and `roles` were read from this one. Linear in its tokens and annotations.
  void Add(const Sentence& sentence, const NounPhrases& phrases, const Roles& roles,
           std::vector<Statement>& facts);

 private:
  void AddRoles(const Sentence& sentence, std::vector<Statement>& facts);
  void AddCounts(const Sentence& sentence, const NounPhrases& phrases, const Roles& roles,
                 std::vector<Statement>& facts);
  void AddMedia(const Sentence& sentence, std::vector<Statement>& facts);
  void AddTold(const Sentence& sentence, const NounPhrases& phrases, const Roles& roles,
               std::vector<Statement>& facts) const;
  const Mention* NearestMention(Span role, Index actor, const Sentence& sentence) const;
  bool Denied(const Sentence& sentence, Index at, Polarity polarity) const;
  Index TokenAt(const Sentence& sentence, uint32_t byte) const;

  const Document& doc_;
  std::vector<std::pair<Span, Index>> roles_;  // of all actors, by place
  std::vector<std::pair<Span, Index>> media_;  // cues of quotations with a channel, by place
  size_t role_ = 0, quantity_ = 0, medium_ = 0;
};

}  // namespace synoptic

#endif  // SYNOPTIC_STATEMENTS_PLAIN_FACTS_H_
