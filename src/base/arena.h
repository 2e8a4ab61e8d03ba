// Arena: strings that live as long as their owner, copied into blocks that never move.
// Not thread-safe; one owner. Cost: amortised one allocation a block (4 KiB), none a string.
#ifndef SYNOPTIC_BASE_ARENA_H_
#define SYNOPTIC_BASE_ARENA_H_

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace synoptic {

class Arena {
 public:
  Arena() = default;
  Arena(Arena&&) = default;
  Arena& operator=(Arena&&) = default;

  // A copy of `text` that stays valid until the arena is destroyed, also when the arena is moved.
  std::string_view Copy(std::string_view text) {
    if (text.empty()) return {};
    char* place = Allocate(text.size());
    std::memcpy(place, text.data(), text.size());
    return {place, text.size()};
  }

  // `size` bytes, unset.
  char* Allocate(size_t size) {
    if (size > left_) {
      left_ = std::max(size, kBlock);
      blocks_.push_back(std::make_unique<char[]>(left_));
      next_ = blocks_.back().get();
    }
    char* place = next_;
    next_ += size;
    left_ -= size;
    return place;
  }

 private:
  static constexpr size_t kBlock = 4096;
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  size_t left_ = 0;
};

}  // namespace synoptic

#endif  // SYNOPTIC_BASE_ARENA_H_
