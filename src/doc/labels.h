// The words that output uses for each enumeration, in the order of its values. An empty word stands
// for null. The words are a contract with users: see doc/formats.md.
#ifndef SYNOPTIC_DOC_LABELS_H_
#define SYNOPTIC_DOC_LABELS_H_

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "doc/document.h"
#include "doc/story.h"

namespace synoptic {

template <typename Enum>
struct Labels;

template <>
struct Labels<SectionKind> {
  static constexpr std::array<std::string_view, 6> kWords = {"headline", "byline", "dateline",
                                                             "body",     "credit", "boilerplate"};
};
template <>
struct Labels<SourceKind> {
  static constexpr std::array<std::string_view, 3> kWords = {"copied", "decoded", "space"};
};
template <>
struct Labels<ActorType> {
  static constexpr std::array<std::string_view, 5> kWords = {"person", "organization", "place",
                                                             "state", "other"};
};
template <>
struct Labels<MentionKind> {
  static constexpr std::array<std::string_view, 3> kWords = {"name", "nominal", "pronoun"};
};
template <>
struct Labels<TimeType> {
  static constexpr std::array<std::string_view, 4> kWords = {"DATE", "TIME", "DURATION", "SET"};
};
template <>
struct Labels<QuoteKind> {
  static constexpr std::array<std::string_view, 4> kWords = {"direct", "mixed", "indirect",
                                                             "scare"};
};
template <>
struct Labels<Polarity> {
  static constexpr std::array<std::string_view, 2> kWords = {"affirmed", "denied"};
};
template <>
struct Labels<Modality> {
  static constexpr std::array<std::string_view, 6> kWords = {"asserted", "planned",     "proposed",
                                                             "demanded", "conditional", "possible"};
};
template <>
struct Labels<FactKind> {
  static constexpr std::array<std::string_view, 7> kWords = {
      "event", "role", "count", "response", "medium", "condition", "state"};
};
template <>
struct Labels<DateSource> {
  static constexpr std::array<std::string_view, 4> kWords = {"unknown", "option", "metadata",
                                                             "text"};
};
template <>
struct Labels<EdgeKind> {
  static constexpr std::array<std::string_view, 5> kWords = {"copy", "rewrite", "update",
                                                             "shared-origin", "template"};
};
template <>
struct Labels<Wording> {
  static constexpr std::array<std::string_view, 4> kWords = {"verbatim", "trimmed", "altered",
                                                             "rewritten"};
};
template <>
struct Labels<ChangeOp> {
  static constexpr std::array<std::string_view, 3> kWords = {"insert", "delete", "replace"};
};
template <>
struct Labels<FindingStatus> {
  static constexpr std::array<std::string_view, 3> kWords = {"corroborated", "single-origin",
                                                             "disputed"};
};
template <>
struct Labels<Between> {
  static constexpr std::array<std::string_view, 3> kWords = {"", "reports", "actors"};
};
template <>
struct Labels<Facet> {
  static constexpr std::array<std::string_view, 9> kWords = {
      "", "who", "when", "where", "number", "polarity", "role", "status", "medium"};
};
template <>
struct Labels<LedgerKind> {
  static constexpr std::array<std::string_view, 13> kWords = {
      "proposal",  "demand",     "condition",       "response",        "ceasefire",
      "violation", "mediation",  "sanction-threat", "agreement-draft", "attack",
      "guarantee", "monitoring", "position"};
};
template <>
struct Labels<LedgerStatus> {
  static constexpr std::array<std::string_view, 8> kWords = {
      "proposed", "agreed", "in-force", "expired", "rejected", "claimed", "planned", "threatened"};
};

template <typename Enum>
constexpr std::string_view Label(Enum value) {
  return Labels<Enum>::kWords[static_cast<size_t>(value)];
}

// The value with that label; nullopt for a word that is none.
template <typename Enum>
constexpr std::optional<Enum> FromLabel(std::string_view word) {
  const auto& words = Labels<Enum>::kWords;
  const auto found = std::find(words.begin(), words.end(), word);
  if (found == words.end()) return std::nullopt;
  return static_cast<Enum>(found - words.begin());
}

}  // namespace synoptic

#endif  // SYNOPTIC_DOC_LABELS_H_
