// Heads and relations of a sentence (Universal Dependencies), from left to right: the arc-hybrid
// transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011) with two linear models over hashed
// features. One chooses the moves; the other names the relation of each arc as it is drawn,
// so that later moves see it. Trained by apps/train with a dynamic oracle (Goldberg and Nivre
// 2013).
#ifndef SYNOPTIC_TEXT_PARSER_H_
#define SYNOPTIC_TEXT_PARSER_H_

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "doc/document.h"
#include "text/word_features.h"

namespace synoptic {

enum class Move : uint8_t {
  kShift,  // the next word goes on the stack
  kLeft,   // the next word governs the top of the stack, which is done
  kRight,  // the word below it governs the top of the stack, which is done
};
inline constexpr size_t kMoves = 3;
inline constexpr size_t kRelations = kRelationNames.size();

// What the parser sees of a word.
struct ParseWord {
  uint64_t word = 0, tag = 0, both = 0, suffix = 0;
};

// Half a parse. Words are numbered from 0; the root stands behind the last as word `size()`.
class ParseState {
 public:
  // `words` is viewed and must outlive the parse.
  void Start(std::span<const ParseWord> words);

  size_t size() const { return words_.size(); }
  bool Done() const { return next_ == root() && stack_.empty(); }
  bool May(Move move) const;
  // The arc that `move` draws, kLeft or kRight; `move` must be allowed.
  int HeadOf(Move move) const { return move == Move::kLeft ? next_ : stack_[stack_.size() - 2]; }
  int top() const { return stack_.back(); }
  int next() const { return next_; }
  int root() const { return static_cast<int>(words_.size()); }
  std::span<const int> stack() const { return stack_; }

  // `relation` counts where an arc is drawn.
  void Apply(Move move, Relation relation);

  // Of a word that has one; -1 and kDep before that.
  int head(int word) const { return nodes_[static_cast<size_t>(word)].head; }
  Relation relation(int word) const { return nodes_[static_cast<size_t>(word)].relation; }

 private:
  friend class ParseView;
  struct Node {
    int head = -1;
    Relation relation = Relation::kDep;
    // Dependents: the two outermost of each side, and how many there are.
    int left[2] = {-1, -1}, right[2] = {-1, -1};
    uint8_t lefts = 0, rights = 0;
  };

  std::span<const ParseWord> words_;
  std::vector<Node> nodes_;  // one more than words, for the root
  std::vector<int> stack_;
  int next_ = 0;
};

inline constexpr size_t kMoveFeatures = 80;
inline constexpr size_t kRelationFeatures = 38;
using MoveFeatureList = std::array<uint64_t, kMoveFeatures>;
using RelationFeatureList = std::array<uint64_t, kRelationFeatures>;

void FindMoveFeatures(const ParseState& state, MoveFeatureList& list);
// Of the arc that `move` would draw.
void FindRelationFeatures(const ParseState& state, Move move, RelationFeatureList& list);

// Words of a sentence whose tags are set.
void DescribeForParse(const Document& document, const Sentence& sentence,
                      std::vector<ParseWord>& words);

// Weights as they are stored (data/en/parser.bin): "SYNPARS1", the numbers of bits of a row number
// of moves and of relations as 32 bits each, then the rows of moves, kMoves signed bytes a row,
// then those of relations, kRelations a row. Little-endian.
class Parser {
 public:
  // Views `weights`, which must outlive it; with a malformed file no sentence is parsed.
  explicit Parser(std::string_view weights);
  static const Parser& English();

  // Sets `head` and `relation` of the sentence's tokens and its `parsed`. The tree has one root
  // and is projective. Thread-safe. Linear in the words.
  void Parse(Document& document, Sentence& sentence) const;

 private:
  Move BestMove(const ParseState& state) const;
  Relation BestRelation(const ParseState& state, Move move) const;

  const int8_t* moves_ = nullptr;
  const int8_t* relations_ = nullptr;
  uint32_t move_bits_ = 0, relation_bits_ = 0;
};

inline constexpr std::string_view kParserMagic = "SYNPARS1";

}  // namespace synoptic

#endif  // SYNOPTIC_TEXT_PARSER_H_
