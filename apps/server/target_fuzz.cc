// Any bytes: a target that is read has segments and values that are UTF-8 without control
// characters, never leads upwards, and is the same after it is written and read again.
#include <cstdlib>

#include "base/utf8.h"
#include "server/target.h"

namespace {

void Require(bool holds) {
  if (!holds) std::abort();
}

void RequireClean(const std::string& text) {
  Require(synoptic::IsValidUtf8(text));
  for (const char c : text) {
    Require(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace synoptic;
  const auto target = ReadTarget({reinterpret_cast<const char*>(data), size});
  if (!target) return 0;
  for (const std::string& segment : target->path) {
    RequireClean(segment);
    Require(segment != "." && segment != "..");
  }
  for (const auto& [name, value] : target->query) RequireClean(name), RequireClean(value);
  if (target->path.empty() || target->path.back().empty()) return 0;
  const auto again = ReadTarget(TargetWith(*target, "cursor", "c"));
  Require(again && again->path == target->path && again->Value("cursor") == "c");
  return 0;
}
