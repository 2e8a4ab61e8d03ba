// Text kept small: Zstandard.
#ifndef SYNOPTIC_STORE_PACK_H_
#define SYNOPTIC_STORE_PACK_H_

#include <optional>
#include <string>
#include <string_view>

namespace synoptic {

std::string Pack(std::string_view text);
// nullopt where `bytes` were not packed by Pack, or are damaged.
std::optional<std::string> Unpack(std::string_view bytes);

}  // namespace synoptic

#endif  // SYNOPTIC_STORE_PACK_H_
