// Hashes that are the same on every machine and in every run (XXH3). Not for secrets.
#ifndef SYNOPTIC_BASE_HASH_H_
#define SYNOPTIC_BASE_HASH_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace synoptic {

uint64_t Hash64(std::string_view bytes, uint64_t seed = 0);

// A well-mixed value of two, order matters.
uint64_t HashCombine(uint64_t a, uint64_t b);

// 16 lower-case hexadecimal digits.
std::string HexDigest(uint64_t hash);

// For unordered containers keyed by std::string and looked up by std::string_view.
struct StringHash {
  using is_transparent = void;
  size_t operator()(std::string_view text) const { return Hash64(text); }
};

}  // namespace synoptic

#endif  // SYNOPTIC_BASE_HASH_H_
