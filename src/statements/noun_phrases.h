// Noun phrases of a sentence, told by the tags of its words: "a senior Karsk diplomat", "the
// 12-year-old ship's crew". They do not overlap; "of …" and what "and" joins are phrases of their
// own.
#ifndef SYNOPTIC_STATEMENTS_NOUN_PHRASES_H_
#define SYNOPTIC_STATEMENTS_NOUN_PHRASES_H_

#include <vector>

#include "doc/document.h"

namespace synoptic {

struct NounPhrase {
  Index first = 0, end = 0;  // tokens
  Index head = kNone;        // its last noun, or what stands for one
};

// Of one sentence at a time; reuses its memory. `document` must outlive it and have tokens, times
// and mentions.
class NounPhrases {
 public:
  explicit NounPhrases(const Document& document) : doc_(document) {}

  // Linear in the tokens of the sentence.
  void Read(const Sentence& sentence);

  const std::vector<NounPhrase>& all() const { return phrases_; }
  const NounPhrase& at(Index phrase) const { return phrases_[static_cast<size_t>(phrase)]; }
  // The phrase that holds a token of the sentence; kNone outside of phrases and of the sentence.
  Index Of(Index token) const;
  // The phrase that ends right before `token`, or begins there.
  Index EndingAt(Index token) const;
  Index BeginningAt(Index token) const;
  // A token of an expression of time.
  bool InTime(Index token) const;
  // What "and", "or" or a comma before either joins to `phrase`, in order, with it; bounded.
  std::vector<Index> Joined(Index phrase) const;

  // Where a phrase stands, with its complements while that stays short ("a raid on the port of
  // Brenn"); and the actor whom it names, else one whom it speaks of.
  Reference AsReference(Index phrase) const;
  // The phrase stands for a person, a state or a body, by its mentions.
  bool IsActor(Index phrase) const;

 private:
  bool Continues(Index token, const NounPhrase& phrase) const;
  bool GluedTo(Index token, Index next) const;
  Index HeadOf(const NounPhrase& phrase) const;
  Index Coordinator(Index phrase) const;
  Index BehindTime(Index token) const;
  Span WithComplements(Index phrase) const;

  const Document& doc_;
  std::vector<NounPhrase> phrases_;
  std::vector<Index> of_;      // by token from first_
  std::vector<bool> timed_;    // likewise
  Index first_ = 0, end_ = 0;  // of the sentence
};

}  // namespace synoptic

#endif  // SYNOPTIC_STATEMENTS_NOUN_PHRASES_H_
