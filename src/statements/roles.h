// Subjects, objects and prepositional phrases of the verbs of a sentence, by the order
// of its tagged words.
#ifndef SYNOPTIC_STATEMENTS_ROLES_H_
#define SYNOPTIC_STATEMENTS_ROLES_H_

#include <string_view>
#include <vector>

#include "statements/noun_phrases.h"

namespace synoptic {

struct Oblique {
  Index preposition = kNone;  // token
  Index phrase = kNone;
};

// Of the sentence that `phrases` was last read from; phrases are its indices, kNone where nothing
// is found. Each call looks at a bounded number of words.
class Roles {
 public:
  Roles(const Document& document, const NounPhrases& phrases) : doc_(document), np_(phrases) {}
  void Read(const Sentence& sentence) { sentence_ = &sentence; }

  // Who does it, also of infinitives and participles ("refused to sign", "urged Karsk to sign",
  // "accused Karsk of firing"); of a passive who or what it is done to.
  Index Subject(Index verb) const { return SubjectAt(verb, 0); }
  bool IsPassive(Index verb) const;
  // The phrase behind "by"; of a passive.
  Index Agent(Index verb) const;
  Index Object(Index verb) const;
  // The prepositional phrases behind token `from`, up to where the clause ends.
  std::vector<Oblique> Obliques(Index from) const;
  // The infinitive that the verb at `verb` takes ("refused to sign"); kNone if it takes none.
  Index Infinitive(Index verb) const;
  // The verb of saying whose complement has `phrase` as its subject ("said that Karsk").
  Index Reporting(Index phrase) const;
  // The verb nearest before `token`, outside of noun phrases.
  Index VerbBefore(Index token) const;
  // First of the words that belong to a verb: "has not been".
  Index GroupStart(Index verb) const;
  bool IsPronoun(Index phrase) const;

 private:
  const Token& At(Index i) const { return doc_.tokens[static_cast<size_t>(i)]; }
  bool Inside(Index i) const { return i >= sentence_->first_token && i < sentence_->end_token; }
  bool Is(Index i, std::string_view word) const;
  bool IsBareParticiple(Index verb) const;
  Index SkipBack(Index token) const;
  Index SkipOn(Index token) const;
  bool EndsClause(Index token) const;
  Index SubjectAt(Index verb, int depth) const;
  Index FiniteSubject(Index first, Index before, int depth) const;
  Index ParticipleSubject(Index before, int depth) const;
  Index Controller(Index to, int depth) const;
  Index BehindAside(Index comma) const;
  Index Outermost(Index phrase, bool closing_comma) const;
  Index FirstJoined(Index phrase) const;
  Index Antecedent(Index phrase, int depth) const;

  const Document& doc_;
  const NounPhrases& np_;
  const Sentence* sentence_ = nullptr;
};

}  // namespace synoptic

#endif  // SYNOPTIC_STATEMENTS_ROLES_H_
