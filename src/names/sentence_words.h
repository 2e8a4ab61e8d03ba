// Words of one document by index, with the bounds of a sentence: what is asked beyond them is
// empty.
#ifndef SYNOPTIC_NAMES_SENTENCE_WORDS_H_
#define SYNOPTIC_NAMES_SENTENCE_WORDS_H_

#include <string_view>

#include "base/ascii.h"
#include "doc/document.h"
#include "names/features.h"
#include "names/gazetteer.h"
#include "names/mentions.h"
#include "text/fold.h"

namespace synoptic {

class SentenceWords {
 public:
  SentenceWords(const Document& document, const NameFeatures& features)
      : doc_(document), features_(features) {}
  void Enter(const Sentence& sentence) { first_ = sentence.first_token, end_ = sentence.end_token; }
  bool Inside(Index i) const { return i >= first_ && i < end_; }
  uint32_t Bits(Index i) const {
    return Inside(i) ? features_.Type(i).bits | features_.NameBits(i) : 0;
  }
  Upos Pos(Index i) const {
    return Inside(i) ? doc_.tokens[static_cast<size_t>(i)].pos : Upos::kPunct;
  }
  std::string_view Word(Index i) const { return Inside(i) ? doc_.Word(i) : std::string_view(); }
  bool Upper(Index i) const { return Inside(i) && features_.Type(i).upper; }
  bool Is(Index i, std::string_view word) const { return EqualsIgnoreCase(Word(i), word); }
  bool Possessive(Index i) const { return Word(i) == "'s" || Word(i) == "’s"; }
  bool Article(Index i) const { return Is(i, "the") || Is(i, "a") || Is(i, "an"); }
  // The country that the word or the name it is part of belongs to; -1 for none.
  int Country(Index i) const {
    if (!Inside(i) || !(Bits(i) & (kDemonym | kCountryName | kCapitalName | kSeatName))) return -1;
    if (features_.NameBits(i) == 0) return features_.Type(i).country;
    Index begin = i, end = i + 1;
    while (begin > first_ && !features_.NameBegins(begin)) --begin;
    while (end < end_ && features_.NameBits(end) != 0 && !features_.NameBegins(end)) ++end;
    return Gazetteer::Get().CountryOf(Fold(doc_.Cut(SpanOf(doc_, begin, end))));
  }
  Index first() const { return first_; }
  Index end() const { return end_; }

 private:
  const Document& doc_;
  const NameFeatures& features_;
  Index first_ = 0, end_ = 0;
};

}  // namespace synoptic

#endif  // SYNOPTIC_NAMES_SENTENCE_WORDS_H_
