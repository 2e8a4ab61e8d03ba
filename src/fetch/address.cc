#include "fetch/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <iterator>

namespace synoptic {
namespace {

struct Block {
  uint32_t prefix;
  int bits;
};

constexpr Block kSpecial[] = {
    {0x00000000, 8},   // this network
    {0x0A000000, 8},   // private
    {0x64400000, 10},  // carriers' own
    {0x7F000000, 8},   // loopback
    {0xA9FE0000, 16},  // link-local, and the metadata services of clouds
    {0xAC100000, 12},  // private
    {0xC0000000, 24},  // protocol assignments
    {0xC0000200, 24},  // documentation
    {0xC0A80000, 16},  // private
    {0xC6120000, 15},  // benchmarks
    {0xC6336400, 24},  // documentation
    {0xCB007100, 24},  // documentation
    {0xE0000000, 3},   // multicast and reserved
};

bool IsPublic4(uint32_t address) {
  return std::none_of(std::begin(kSpecial), std::end(kSpecial), [&](const Block& block) {
    return (address ^ block.prefix) >> (32 - block.bits) == 0;
  });
}

uint32_t Four(const uint8_t* bytes) {
  uint32_t value = 0;
  std::memcpy(&value, bytes, 4);
  return ntohl(value);
}

bool IsPublic6(const uint8_t* bytes) {
  static constexpr uint8_t kMapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  static constexpr uint8_t kNat64[12] = {0, 0x64, 0xFF, 0x9B};
  if (std::memcmp(bytes, kMapped, 12) == 0 || std::memcmp(bytes, kNat64, 12) == 0)
    return IsPublic4(Four(bytes + 12));
  if (bytes[0] == 0x20 && bytes[1] == 0x02) return IsPublic4(Four(bytes + 2));  // 6to4
  const bool documentation = Four(bytes) == 0x20010DB8;
  const bool teredo = Four(bytes) == 0x20010000;
  return (bytes[0] & 0xE0) == 0x20 && !documentation && !teredo;  // 2000::/3 is global unicast
}

}  // namespace

bool IsPublicAddress(const sockaddr* address) {
  if (address->sa_family == AF_INET)
    return IsPublic4(ntohl(reinterpret_cast<const sockaddr_in*>(address)->sin_addr.s_addr));
  if (address->sa_family == AF_INET6)
    return IsPublic6(reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr.s6_addr);
  return false;
}

}  // namespace synoptic
