#include "collate/collate.h"

namespace synoptic {

std::vector<Utterance> GatherUtterances(std::span<const Document>) { return {}; }

}  // namespace synoptic
