// Little-endian values in a string of bytes: how state is stored.
#ifndef SYNOPTIC_STORIES_BYTES_H_
#define SYNOPTIC_STORIES_BYTES_H_

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace synoptic {

template <typename T>
requires std::is_trivially_copyable_v<T>
void PutValue(T value, std::string& out) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  out.append(bytes, sizeof value);
}

inline void PutText(std::string_view text, std::string& out) {
  PutValue(static_cast<uint32_t>(text.size()), out);
  out += text;
}

// Both take what they read from the front of `in`; false where it is too short.
template <typename T>
requires std::is_trivially_copyable_v<T>
bool TakeValue(std::string_view& in, T& value) {
  if (in.size() < sizeof value) return false;
  std::memcpy(&value, in.data(), sizeof value);
  in.remove_prefix(sizeof value);
  return true;
}

inline bool TakeText(std::string_view& in, std::string& text) {
  uint32_t size = 0;
  if (!TakeValue(in, size) || in.size() < size) return false;
  text = in.substr(0, size);
  in.remove_prefix(size);
  return true;
}

}  // namespace synoptic

#endif  // SYNOPTIC_STORIES_BYTES_H_
