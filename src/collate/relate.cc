// Do two claims support or contradict each other? Words are laid side by side with the thesaurus;
// what decides is not how alike they are but what is negated, opposite or missing. After the
// alignment-and-negation systems of SemEval-2014 Task 1 (Lai and Hockenmaier 2014, Beltagy et al.
// 2014), without trained weights.
#include <algorithm>
#include <cmath>

#include "collate/claim_facets.h"
#include "collate/claim_meaning.h"
#include "collate/claim_words.h"
#include "collate/collate.h"
#include "text/light_words.h"

namespace synoptic {
namespace {

// Thresholds, each chosen on a grid of tenths.
constexpr double kSameWord = 0.85;  // a tie at least this close counts as said by the other claim
constexpr double kNegatedShare = 0.7;   // of the negated claim's words that the other must say
constexpr double kAffirmedShare = 0.5;  // and of the affirmed one's that the negated must
constexpr double kEntails = 1.0;        // share of the second claim's words that the first must say
constexpr double kAlike = 0.5;  // a tie at least this close makes two claims about one matter
// What makes two claims one matter: the logarithm of the rarity of the words that both share,
// counted on both sides, and the likeness of their meanings, this many times.
constexpr double kOneMatter = 3, kMeaning = 3;
constexpr size_t kNewsWords = 16;     // of both together
constexpr double kSaysTheSame = 0.6;  // share of words beside which values that differ contradict
constexpr int kUnmatched = 1;  // words without a counterpart that an opposite may stand beside

struct Sides {
  const ClaimWords& first;
  const ClaimWords& second;
  std::vector<double> first_said, second_said;  // per word: how well the other claim says it, 0..1
};

double Strength(Tie tie, bool towards_broader) {
  switch (tie) {
    case Tie::kSame:
      return 1;
    case Tie::kSynonym:
      return 0.95;
    case Tie::kDerived:
      return 0.9;
    case Tie::kKind:
      return towards_broader ? 0.85 : 0.5;
    case Tie::kBroader:
      return towards_broader ? 0.5 : 0.85;
    default:
      return 0;
  }
}

Sides LaySideBySide(const ClaimWords& first, const ClaimWords& second) {
  Sides sides{first, second, std::vector<double>(first.words.size()),
              std::vector<double>(second.words.size())};
  for (size_t i = 0; i < first.words.size(); ++i) {
    for (size_t j = 0; j < second.words.size(); ++j) {
      Tie tie = TieOf(first.words[i].lemma, second.words[j].lemma);
      // Forms that the lemmas keep apart: "the Dorns", "Dorn".
      if (tie == Tie::kNone && LightStem(first.words[i].lemma) == LightStem(second.words[j].lemma))
        tie = Tie::kDerived;
      // The first claim says a word of the second if its own is the same or a kind of it.
      sides.second_said[j] = std::max(sides.second_said[j], Strength(tie, true));
      sides.first_said[i] = std::max(sides.first_said[i], Strength(tie, false));
    }
  }
  return sides;
}

double Share(const std::vector<double>& said) {
  if (said.empty()) return 0;
  const auto count =
      std::count_if(said.begin(), said.end(), [](double how) { return how >= kSameWord; });
  return static_cast<double>(count) / static_cast<double>(said.size());
}

int Unsaid(const std::vector<double>& said) {
  return static_cast<int>(
      std::count_if(said.begin(), said.end(), [](double how) { return how < kSameWord; }));
}

bool Holds(const ClaimWords& claim, std::string_view lemma) {
  return std::any_of(claim.all.begin(), claim.all.end(),
                     [&](std::string_view word) { return word == lemma; });
}

// A predicate of one side whose opposite is one of the other's, neither being said by both. A
// description that differs ("a young man", "an old man") names another thing; a predicate that
// differs contradicts.
bool HaveOppositePredicates(const ClaimWords& first, const ClaimWords& second) {
  for (const ClaimWord& a : first.predicates) {
    for (const ClaimWord& b : second.predicates) {
      if (!a.describes && !b.describes && !(a.posture && b.posture) &&
          TieOf(a.lemma, b.lemma) == Tie::kOpposite && !Holds(first, b.lemma) &&
          !Holds(second, a.lemma)) {
        return true;
      }
    }
  }
  return false;
}

ClaimRelation Disagree(Facet facet, double score) {
  return {true, ClaimStance::kDisagree, facet, score};
}

// What the two share, each word by how rare it is.
double SharedWeight(const ClaimWords& claim, const std::vector<double>& said) {
  double sum = 0;
  for (size_t i = 0; i < said.size(); ++i) {
    if (said[i] >= kAlike) sum += said[i] * Rarity(LightStem(claim.words[i].lemma));
  }
  return sum;
}

// Both tell of named affairs: where they are about one, what one says bears on the other even where
// it does not follow from it.
ClaimRelation RelateNews(const Sides& sides, const ClaimRelation& strict, const Document& first,
                         const Document& second) {
  if (strict.relation != ClaimStance::kUnrelated) return strict;
  ClaimRelation relation = strict;
  const double shared =
      SharedWeight(sides.first, sides.first_said) + SharedWeight(sides.second, sides.second_said);
  relation.same_matter =
      std::log1p(shared) + kMeaning * LikenessOfMeaning(first, second) > kOneMatter;
  if (!relation.same_matter) return relation;
  relation.relation = ClaimStance::kAgree;
  // Contested by one alone, on somebody's word.
  const bool spoken = !first.quotes.empty() || !second.quotes.empty() || sides.first.contests ||
                      sides.second.contests;
  if (spoken && sides.first.doubts != sides.second.doubts)
    relation.relation = ClaimStance::kDisagree, relation.facet = Facet::kStatus;
  return relation;
}

// Names somebody or something, and is long enough to be about more than what it shows.
bool IsNews(const ClaimWords& first, const ClaimWords& second) {
  if (first.news && second.news) return true;
  return (first.news || second.news) && first.words.size() + second.words.size() >= kNewsWords;
}

ClaimRelation RelateStrictly(const Sides& sides, double shared) {
  ClaimRelation relation;
  relation.score = shared;
  const double first = Share(sides.first_said), second = Share(sides.second_said);
  relation.same_matter = std::max(first, second) >= kAffirmedShare;
  if (sides.first.negated != sides.second.negated) {
    const double negated = sides.first.negated ? first : second,
                 affirmed = sides.first.negated ? second : first;
    if (negated >= kNegatedShare && affirmed >= kAffirmedShare)
      return Disagree(Facet::kPolarity, shared);
    return relation;
  }
  if (HaveOppositePredicates(sides.first, sides.second)) {
    if (Unsaid(sides.first_said) <= kUnmatched && Unsaid(sides.second_said) <= kUnmatched) {
      return Disagree(Facet::kPolarity, shared);
    }
    return relation;
  }
  if (!sides.second.words.empty() && second >= kEntails) relation.relation = ClaimStance::kAgree;
  return relation;
}

double Mean(const std::vector<double>& a, const std::vector<double>& b) {
  double sum = 0;
  for (const double x : a) sum += x;
  for (const double x : b) sum += x;
  return a.empty() && b.empty() ? 0 : sum / static_cast<double>(a.size() + b.size());
}

}  // namespace

ClaimRelation RelateClaims(const Document& first, const Document& second) {
  const ClaimWords a = WordsOfClaim(first), b = WordsOfClaim(second);
  const Sides sides = LaySideBySide(a, b);
  const double shared = Mean(sides.first_said, sides.second_said);
  const ClaimRelation strict = RelateStrictly(sides, shared);
  if (std::min(Share(sides.first_said), Share(sides.second_said)) >= kSaysTheSame &&
      strict.relation != ClaimStance::kDisagree && a.negated == b.negated) {
    const Facet facet = ConflictingValues(first, second);
    if (facet != Facet::kNone) return Disagree(facet, shared);
  }
  return IsNews(a, b) ? RelateNews(sides, strict, first, second) : strict;
}

}  // namespace synoptic
