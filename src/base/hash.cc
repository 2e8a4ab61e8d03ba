#include "base/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace synoptic {

uint64_t Hash64(std::string_view bytes, uint64_t seed) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

uint64_t HashCombine(uint64_t a, uint64_t b) {
  const uint64_t both[2] = {a, b};
  return XXH3_64bits(both, sizeof both);
}

std::string HexDigest(uint64_t hash) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string digits(16, '0');
  for (size_t i = 16; i-- > 0; hash >>= 4) digits[i] = kDigits[hash & 15];
  return digits;
}

}  // namespace synoptic
