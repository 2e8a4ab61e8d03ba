#include "text/parser.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <limits>

#include "base/data.h"

namespace synoptic {
namespace {

constexpr size_t kHeader = 16;
constexpr uint64_t kRootWord = 0x526F6F74;
constexpr size_t kLongestParsed =
    400;  // words; what is longer is a table or a list, not a sentence

uint64_t Distance(int from, int to) {
  const int gap = to - from;
  return gap < 5 ? static_cast<uint64_t>(gap) : gap < 10 ? 5 : gap < 20 ? 6 : 7;
}

}  // namespace

void ParseState::Start(std::span<const ParseWord> words) {
  words_ = words;
  nodes_.assign(words.size() + 1, Node());
  stack_.clear();
  next_ = 0;
}

bool ParseState::May(Move move) const {
  switch (move) {
    case Move::kShift:
      return next_ < root();
    case Move::kLeft:  // one word alone hangs on the root
      return !stack_.empty() && (next_ < root() || stack_.size() == 1);
    case Move::kRight:
      return stack_.size() > 1;
  }
  return false;
}

void ParseState::Apply(Move move, Relation relation) {
  if (move == Move::kShift) {
    stack_.push_back(next_++);
    return;
  }
  const int head = HeadOf(move), dependent = top();
  Node& done = nodes_[static_cast<size_t>(dependent)];
  done.head = head;
  done.relation = relation;
  Node& governor = nodes_[static_cast<size_t>(head)];
  int(&side)[2] = move == Move::kLeft ? governor.left : governor.right;
  uint8_t& count = move == Move::kLeft ? governor.lefts : governor.rights;
  side[1] = side[0];
  side[0] = dependent;
  if (count < 7) ++count;
  stack_.pop_back();
}

// What the features see of a place in a half parse; a place that is not there is all zeros.
class ParseView {
 public:
  explicit ParseView(const ParseState& state) : state_(state) {}

  struct Place {
    int at = -1;
    uint64_t word = 0, tag = 0, both = 0, suffix = 0, relation = 0, lefts = 0, rights = 0;
  };

  Place Stack(size_t depth) const {
    const auto& stack = state_.stack_;
    return depth < stack.size() ? At(stack[stack.size() - 1 - depth]) : Place();
  }
  Place Ahead(int offset) const {
    const int at = state_.next_ + offset;
    return at <= state_.root() ? At(at) : Place();
  }
  Place Left(const Place& of, size_t n = 0) const { return Side(of, true, n); }
  Place Right(const Place& of, size_t n = 0) const { return Side(of, false, n); }

  Place At(int at) const {
    if (at < 0) return {};
    Place place;
    place.at = at;
    if (at == state_.root()) {
      place.word = place.tag = place.both = kRootWord;
    } else {
      const ParseWord& word = state_.words_[static_cast<size_t>(at)];
      place.word = word.word;
      place.tag = word.tag;
      place.both = word.both;
      place.suffix = word.suffix;
    }
    const auto& node = state_.nodes_[static_cast<size_t>(at)];
    place.relation = node.head < 0 ? 0 : static_cast<uint64_t>(node.relation) + 1;
    place.lefts = node.lefts;
    place.rights = node.rights;
    return place;
  }

 private:
  Place Side(const Place& of, bool left, size_t n) const {
    if (of.at < 0) return {};
    const auto& node = state_.nodes_[static_cast<size_t>(of.at)];
    return At(left ? node.left[n] : node.right[n]);
  }

  const ParseState& state_;
};

// Templates after Zhang and Nivre (2011), for a system without reduce.
void FindMoveFeatures(const ParseState& state, MoveFeatureList& list) {
  const ParseView view(state);
  const auto s0 = view.Stack(0), s1 = view.Stack(1), s2 = view.Stack(2);
  const auto b0 = view.Ahead(0), b1 = view.Ahead(1), b2 = view.Ahead(2);
  const auto s0l = view.Left(s0), s0r = view.Right(s0), s0l2 = view.Left(s0, 1),
             s0r2 = view.Right(s0, 1);
  const auto s1l = view.Left(s1), s1r = view.Right(s1), s1r2 = view.Right(s1, 1);
  const auto b0l = view.Left(b0), b0l2 = view.Left(b0, 1);
  const uint64_t near = s0.at < 0 ? 9 : Distance(s0.at, b0.at);
  const uint64_t far = s1.at < 0 ? 9 : Distance(s1.at, s0.at);
  size_t n = 0;
  const auto add = [&](uint64_t value) {
    list[n] = Mix(value, n);
    ++n;
  };
  const auto two = [&](uint64_t a, uint64_t b) { add(Mix(a, b)); };
  const auto three = [&](uint64_t a, uint64_t b, uint64_t c) { add(Mix(Mix(a, b), c)); };
  const auto four = [&](uint64_t a, uint64_t b, uint64_t c, uint64_t d) {
    add(Mix(Mix(a, b), Mix(c, d)));
  };
  add(s0.word), add(s0.tag), add(s0.both);
  add(s1.word), add(s1.tag), add(s1.both);
  add(b0.word), add(b0.tag), add(b0.both);
  add(b1.word), add(b1.tag), add(b1.both);
  add(b2.word), add(b2.tag), add(s2.both);
  add(s0.suffix), add(b0.suffix), add(s1.suffix);
  two(s0.both, b0.both), two(s0.both, b0.tag), two(s0.tag, b0.both), two(s0.word, b0.word);
  two(s0.tag, b0.tag), two(b0.tag, b1.tag), two(b0.both, b1.both), two(b0.word, b1.word);
  two(s1.both, s0.both), two(s1.both, s0.tag), two(s1.tag, s0.both), two(s1.word, s0.word);
  two(s1.tag, s0.tag), two(s1.word, b0.word), two(s1.tag, b0.tag), two(s0.suffix, b0.suffix);
  two(s1.suffix, s0.suffix);
  three(b0.tag, b1.tag, b2.tag), three(s0.tag, b0.tag, b1.tag), three(s1.tag, s0.tag, b0.tag);
  three(s2.tag, s1.tag, s0.tag), three(s0.tag, s0l.tag, b0.tag), three(s0.tag, s0r.tag, b0.tag);
  three(s0.tag, b0.tag, b0l.tag), three(s1.tag, s1r.tag, s0.tag), three(s1.tag, s1l.tag, s0.tag);
  three(s1.tag, s0.tag, s0l.tag), three(s1.tag, s0.tag, s0r.tag);
  four(s1.tag, s0.tag, b0.tag, b1.tag), four(s2.tag, s1.tag, s0.tag, b0.tag);
  four(s0.tag, b0.tag, b1.tag, b2.tag);
  three(s0.word, b0.tag, b1.tag), three(s0.tag, b0.word, b1.tag), three(s1.word, s0.tag, b0.tag);
  three(s1.tag, s0.word, b0.tag), three(s1.tag, s0.tag, b0.word);
  // What hangs on whom already.
  two(s0.word, s0l.relation), two(s0.word, s0r.relation), two(s0.tag, s0l.relation);
  two(s0.tag, s0r.relation), two(b0.word, b0l.relation), two(b0.tag, b0l.relation);
  two(s1.word, s1r.relation), two(s1.tag, s1r.relation), two(s1.tag, s1l.relation);
  four(s0.tag, s0l.relation, s0r.relation, b0.tag), four(s1.tag, s1r.relation, s0.tag, b0.tag);
  three(s0.tag, s0r.relation, s0r2.relation), three(s1.tag, s1r.relation, s1r2.relation);
  three(b0.tag, b0l.relation, b0l2.relation), three(s0.tag, s0l.relation, s0l2.relation);
  // Prepositions and markers stand to the left of what they open.
  three(s1.word, s0l.word, s0.tag), three(s1.tag, s0l.word, s0.word),
      three(s1.tag, s0l.both, b0.tag);
  three(s0.word, b0l.word, b0.tag), two(s0.both, s0l.word);
  // How many hang on either side, and how far apart the two are.
  three(s0.both, s0.lefts, s0.rights), four(s1.tag, s1.rights, s0.tag, far);
  three(b0.tag, b0.lefts, s0.tag), four(s0.tag, b0.tag, near, s0.rights);
  three(s0.word, b0.word, near), three(s1.word, s0.tag, far);
  assert(n == list.size());
}

void FindRelationFeatures(const ParseState& state, Move move, RelationFeatureList& list) {
  const ParseView view(state);
  const auto head = view.At(state.HeadOf(move)), word = view.At(state.top());
  const auto left = view.Left(word), left2 = view.Left(word, 1), right = view.Right(word);
  const auto sister = move == Move::kLeft ? view.Left(head) : view.Right(head);
  const auto sister2 = move == Move::kLeft ? view.Left(head, 1) : view.Right(head, 1);
  const auto first = view.Left(head);
  const auto before = view.At(word.at - 1), after = view.At(word.at + 1);
  const uint64_t gap =
      move == Move::kLeft ? 8 + Distance(word.at, head.at) : Distance(head.at, word.at);
  const uint64_t side = move == Move::kLeft ? 1 : 2;
  size_t n = 0;
  const auto add = [&](uint64_t value) {
    list[n] = Mix(Mix(value, side), n);
    ++n;
  };
  const auto two = [&](uint64_t a, uint64_t b) { add(Mix(a, b)); };
  const auto three = [&](uint64_t a, uint64_t b, uint64_t c) { add(Mix(Mix(a, b), c)); };
  add(head.word), add(head.tag), add(word.word), add(word.tag), add(word.both), add(head.both);
  two(head.tag, word.tag), two(head.both, word.both), two(head.both, word.tag);
  two(head.tag, word.both), three(head.tag, word.tag, gap), two(word.tag, gap), two(word.word, gap);
  add(word.suffix), add(head.suffix), two(head.suffix, word.tag), two(head.tag, word.suffix);
  two(word.tag, left.word), three(head.tag, word.tag, left.word), two(word.word, left.word);
  two(head.word, left.word), three(word.tag, left.relation, right.relation);
  three(head.tag, word.tag, left.relation), three(word.tag, left.relation, left2.relation);
  two(word.tag, right.word), three(head.tag, word.tag, right.tag);
  two(word.tag, sister.relation), three(head.tag, word.tag, sister.relation);
  three(word.both, head.tag, sister.relation), three(word.tag, sister.relation, sister2.relation);
  three(word.tag, head.word, sister.relation), three(word.tag, head.suffix, sister.relation);
  three(head.tag, word.tag, first.relation), two(word.tag, before.word), two(word.tag, after.word);
  three(word.tag, head.suffix, sister.word), two(before.tag, after.tag), add(left2.word);
  assert(n == list.size());
}

void DescribeForParse(const Document& document, const Sentence& sentence,
                      std::vector<ParseWord>& words) {
  words.clear();
  for (Index i = sentence.first_token; i < sentence.end_token; ++i) {
    const WordFeatures features = DescribeWord(document.Word(i), false);
    ParseWord word;
    word.word = features.word;
    word.suffix = features.suffix[2];
    word.tag = static_cast<uint64_t>(document.tokens[static_cast<size_t>(i)].pos) + 1;
    word.both = Mix(word.word, word.tag);
    words.push_back(word);
  }
}

Parser::Parser(std::string_view weights) {
  if (weights.size() < kHeader || !weights.starts_with(kParserMagic)) return;
  std::memcpy(&move_bits_, weights.data() + 8, sizeof move_bits_);
  std::memcpy(&relation_bits_, weights.data() + 12, sizeof relation_bits_);
  if (move_bits_ == 0 || move_bits_ > 28 || relation_bits_ == 0 || relation_bits_ > 24) return;
  const size_t moves = kMoves << move_bits_, relations = kRelations << relation_bits_;
  if (weights.size() != kHeader + moves + relations) return;
  moves_ = reinterpret_cast<const int8_t*>(weights.data() + kHeader);
  relations_ = moves_ + moves;
}

const Parser& Parser::English() {
  static const Parser parser(DataFile("en/parser.bin"));
  return parser;
}

Move Parser::BestMove(const ParseState& state) const {
  MoveFeatureList list;
  FindMoveFeatures(state, list);
  int32_t scores[kMoves] = {};
  for (const uint64_t feature : list) {
    const int8_t* row = moves_ + (feature >> (64 - move_bits_)) * kMoves;
    for (size_t move = 0; move < kMoves; ++move) scores[move] += row[move];
  }
  Move best = Move::kShift;
  int32_t top = std::numeric_limits<int32_t>::min();
  for (size_t move = 0; move < kMoves; ++move) {
    if (scores[move] <= top || !state.May(static_cast<Move>(move))) continue;
    top = scores[move];
    best = static_cast<Move>(move);
  }
  return best;
}

Relation Parser::BestRelation(const ParseState& state, Move move) const {
  if (state.HeadOf(move) == state.root()) return Relation::kRoot;
  RelationFeatureList list;
  FindRelationFeatures(state, move, list);
  int32_t scores[kRelations] = {};
  for (const uint64_t feature : list) {
    const int8_t* row = relations_ + (feature >> (64 - relation_bits_)) * kRelations;
    for (size_t relation = 0; relation < kRelations; ++relation) scores[relation] += row[relation];
  }
  scores[0] = std::numeric_limits<int32_t>::min();  // root is for the root alone
  return static_cast<Relation>(std::max_element(scores, scores + kRelations) - scores);
}

void Parser::Parse(Document& document, Sentence& sentence) const {
  const auto size = static_cast<size_t>(sentence.end_token - sentence.first_token);
  if (!relations_ || size > kLongestParsed) return;
  thread_local std::vector<ParseWord> words;
  thread_local ParseState state;
  DescribeForParse(document, sentence, words);
  state.Start(words);
  while (!state.Done()) {
    const Move move = BestMove(state);
    state.Apply(move, move == Move::kShift ? Relation::kDep : BestRelation(state, move));
  }
  for (size_t i = 0; i < size; ++i) {
    Token& token = document.tokens[static_cast<size_t>(sentence.first_token) + i];
    const int head = state.head(static_cast<int>(i));
    token.head = head == state.root() ? kNone : sentence.first_token + head;
    token.relation = state.relation(static_cast<int>(i));
  }
  sentence.parsed = true;
}

}  // namespace synoptic
