// The event types of PLOVER (Political Language Ontology for Verifiable Event Records, 2021/22).
#ifndef SYNOPTIC_DOC_PLOVER_H_
#define SYNOPTIC_DOC_PLOVER_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace synoptic {

enum class PloverType : uint8_t {
  kAgree,
  kConsult,
  kSupport,
  kConcede,
  kCooperate,
  kAid,
  kRetreat,
  kRequest,
  kAccuse,
  kReject,
  kThreaten,
  kProtest,
  kSanction,
  kMobilize,
  kCoerce,
  kAssault,
};

inline constexpr std::array<std::string_view, 16> kPloverNames = {
    "AGREE",  "CONSULT", "SUPPORT",  "CONCEDE", "COOPERATE", "AID",      "RETREAT", "REQUEST",
    "ACCUSE", "REJECT",  "THREATEN", "PROTEST", "SANCTION",  "MOBILIZE", "COERCE",  "ASSAULT"};

enum class Quad : uint8_t {
  kVerbalCooperation,
  kMaterialCooperation,
  kVerbalConflict,
  kMaterialConflict,
};

constexpr std::string_view Name(PloverType type) { return kPloverNames[static_cast<size_t>(type)]; }
std::optional<PloverType> PloverFromName(std::string_view name);
Quad QuadOf(PloverType type);

}  // namespace synoptic

#endif  // SYNOPTIC_DOC_PLOVER_H_
