// What stands around a trigger and decides whether it makes an entry, and in which state.
#ifndef SYNOPTIC_LEDGER_CONTEXT_H_
#define SYNOPTIC_LEDGER_CONTEXT_H_

#include <string_view>
#include <vector>

#include "ledger/rules.h"
#include "text/parts.h"

namespace synoptic {

class TriggerContext {
 public:
  // `parts` are those of `index`; both must outlive it.
  TriggerContext(const ReportIndex& index, const std::vector<Part>& parts)
      : index_(index), parts_(parts), rules_(LedgerRules::Get()), actor_(rules_.Class("ACTOR")) {}

  // Whether the words that the rule asks for stand around `token` of part `number`, and none that
  // it excludes. Cost: the sentence's nearest words.
  bool Fits(size_t number, Index token, const Rule& rule) const;
  // The state of what the rule tells here: what is threatened or prepared has not happened.
  LedgerStatus StatusOf(size_t number, Index token, const Rule& rule) const;

  bool Is(Index token, std::string_view class_name) const {
    return (rules_.ClassesOf(Lemma(token)) & rules_.Class(class_name)) != 0;
  }

 private:
  std::string_view Lemma(Index token) const { return index_.token(token).lemma; }
  bool Follows(Index token, std::string_view particle) const;
  bool IsReal(const Part& part, Index token, const Rule& rule) const;
  bool IsUnreal(const Part& part, Index token) const;
  bool IsRenounced(Index token) const;
  bool IsByHazard(const Part& part, Index token) const;
  bool IsDenied(Index token) const;
  bool IsAny(Index token) const;
  bool IsAnyones(const Part& part) const;
  bool IsPast(const Part& part) const;
  bool IsOrdered(Index token) const;
  bool Governs(size_t number, Index token, std::string_view class_name) const;
  WordClasses Reach(size_t number, Index token) const;
  WordClasses ClassesIn(const Part& part, Index token) const;
  WordClasses ClassesOf(Index first, Index last, Index token) const;

  const ReportIndex& index_;
  const std::vector<Part>& parts_;
  const LedgerRules& rules_;
  WordClasses actor_;
};

}  // namespace synoptic

#endif  // SYNOPTIC_LEDGER_CONTEXT_H_
