// Atoms: tokens cut finer, so that "2025-05-11", "8:30am", "Dec31" and "'80s" read as figures,
// letters and marks.
#ifndef SYNOPTIC_TIMES_ATOMS_H_
#define SYNOPTIC_TIMES_ATOMS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "doc/document.h"
#include "times/words.h"

namespace synoptic::times {

struct Atom {
  uint32_t begin = 0, end = 0;
  Index token = kNone;
  int32_t number = -1;             // value of up to nine figures; -1 for anything else
  uint8_t figures = 0;             // how many
  bool grouped = false;            // "1,800"
  bool glued = false;              // nothing between it and the atom before
  const WordInfo* word = nullptr;  // never null once cut

  bool IsNumber() const { return number >= 0; }
};

// Appends the atoms of tokens [first, end). Linear.
void CutAtoms(const Document& document, Index first, Index end, std::vector<Atom>& atoms);

// Atoms [0, size) of one sentence, with look-ahead that never runs out: beyond the ends stands an
// empty atom.
class Atoms {
 public:
  Atoms(const Document& document, const std::vector<Atom>& atoms)
      : document_(document), atoms_(atoms) {}

  int size() const { return static_cast<int>(atoms_.size()); }
  const Atom& operator[](int i) const;
  std::string_view Text(int i) const;
  bool Is(int i, std::string_view lower) const;  // the word, whatever its case
  bool Has(int i, uint32_t any) const { return (*this)[i].word->Is(any); }
  const WordInfo& Word(int i) const { return *(*this)[i].word; }
  bool Glued(int i) const { return (*this)[i].glued; }
  // The mark `c` without white space on either side.
  bool Joint(int i, char c) const;
  bool Dash(int i) const;  // hyphen or en dash
  bool Capital(int i) const;
  Upos Pos(int i) const;
  const Document& document() const { return document_; }

 private:
  const Document& document_;
  const std::vector<Atom>& atoms_;
};

}  // namespace synoptic::times

#endif  // SYNOPTIC_TIMES_ATOMS_H_
