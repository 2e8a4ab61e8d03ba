#include <algorithm>
#include <iostream>

#include "linear_model.h"
#include "text/parser.h"
#include "train_text.h"

namespace synoptic {
namespace {

constexpr uint32_t kMoveBits = 20;
constexpr uint32_t kRelationBits = 15;
constexpr int kRounds = 6;
constexpr size_t kFollowed = 90;  // of a hundred moves of the model's own, right or wrong

// What a sentence's tree says, words numbered from 0, the root behind the last.
struct GoldTree {
  std::vector<int> heads;
  std::vector<Relation> relations;
  std::vector<std::vector<int>> dependents;  // one more than words

  GoldTree(const Document& document, const Sentence& sentence) {
    const auto size = static_cast<size_t>(sentence.end_token - sentence.first_token);
    dependents.resize(size + 1);
    for (size_t i = 0; i < size; ++i) {
      const Token& token = document.tokens[static_cast<size_t>(sentence.first_token) + i];
      const int head =
          token.head == kNone ? static_cast<int>(size) : token.head - sentence.first_token;
      heads.push_back(head);
      relations.push_back(token.relation);
      dependents[static_cast<size_t>(head)].push_back(static_cast<int>(i));
    }
  }
};

// How many arcs of the tree can no longer be drawn after `move` that could before it.
int Cost(const ParseState& state, const GoldTree& gold, Move move) {
  const int next = state.next();
  const auto on_stack = [&](int word) { return word < next && state.head(word) < 0; };
  int cost = 0;
  if (move == Move::kShift) {
    for (const int dependent : gold.dependents[static_cast<size_t>(next)])
      cost += on_stack(dependent);
    const int head = gold.heads[static_cast<size_t>(next)];
    cost += on_stack(head) && head != state.top();
    return cost;
  }
  const int top = state.top();
  for (const int dependent : gold.dependents[static_cast<size_t>(top)]) cost += dependent >= next;
  const int head = gold.heads[static_cast<size_t>(top)];
  if (move == Move::kRight) return cost + (head >= next);
  const auto stack = state.stack();
  const bool below = stack.size() > 1 && head == stack[stack.size() - 2];
  return cost + (head > next || below);
}

class ParserTraining {
 public:
  ParserTraining() : moves_(kMoveBits, kMoves), relations_(kRelationBits, kRelations) {}

  void Learn(const Document& document, const Sentence& sentence, bool explore) {
    const GoldTree gold(document, sentence);
    DescribeForParse(document, sentence, words_);
    state_.Start(words_);
    while (!state_.Done()) {
      const Move move = ChooseMove(gold, explore);
      state_.Apply(move, move == Move::kShift ? Relation::kDep : ChooseRelation(gold, move));
    }
  }

  std::string Bytes() const {
    std::string bytes(kParserMagic);
    bytes.append(reinterpret_cast<const char*>(&kMoveBits), sizeof kMoveBits);
    bytes.append(reinterpret_cast<const char*>(&kRelationBits), sizeof kRelationBits);
    return bytes + moves_.Rows() + relations_.Rows();
  }

  Random& random() { return random_; }

 private:
  Move ChooseMove(const GoldTree& gold, bool explore) {
    FindMoveFeatures(state_, move_features_);
    float scores[kMoves];
    moves_.Score(move_features_, scores);
    int guess = -1, best = -1, best_cost = 0;
    for (int move = 0; move < static_cast<int>(kMoves); ++move) {
      if (!state_.May(static_cast<Move>(move))) continue;
      if (guess < 0 || scores[move] > scores[guess]) guess = move;
      const int cost = Cost(state_, gold, static_cast<Move>(move));
      if (best < 0 || cost < best_cost || (cost == best_cost && scores[move] > scores[best])) {
        best = move;
        best_cost = cost;
      }
    }
    moves_.Learn(move_features_, static_cast<size_t>(best), scores);
    return static_cast<Move>(explore && random_.Below(100) < kFollowed ? guess : best);
  }

  Relation ChooseRelation(const GoldTree& gold, Move move) {
    if (state_.HeadOf(move) == state_.root()) return Relation::kRoot;
    FindRelationFeatures(state_, move, relation_features_);
    float scores[kRelations];
    relations_.Score(relation_features_, scores);
    const auto guess =
        static_cast<size_t>(std::max_element(scores + 1, scores + kRelations) - scores);
    const auto top = static_cast<size_t>(state_.top());
    if (gold.heads[top] == state_.HeadOf(move))
      relations_.Learn(relation_features_, static_cast<size_t>(gold.relations[top]), scores);
    return static_cast<Relation>(guess);
  }

  LinearModel moves_, relations_;
  Random random_{20240607};
  std::vector<ParseWord> words_;
  ParseState state_;
  MoveFeatureList move_features_;
  RelationFeatureList relation_features_;
};

}  // namespace

std::string LearnParser(Document& document, std::vector<size_t> sentences) {
  // Tags as a tagger gives them that has not seen the sentence: what the parser will have to read.
  constexpr size_t kParts = 5;
  for (size_t part = 0; part < kParts; ++part) {
    std::vector<size_t> seen, unseen;
    for (const size_t i : sentences)
      (PartOf(document, i, kParts) == part ? unseen : seen).push_back(i);
    TagWith(LearnTagger(document, seen), document, unseen);
  }
  ParserTraining training;
  for (int round = 0; round < kRounds; ++round) {
    Shuffle(sentences, training.random());
    for (const size_t i : sentences) training.Learn(document, document.sentences[i], round > 0);
    std::cout << "parser: round " << round + 1 << " of " << kRounds << std::endl;
  }
  return training.Bytes();
}

}  // namespace synoptic
