#include "store/pack.h"

#include <zstd.h>

#include <memory>

namespace synoptic {
namespace {

constexpr int kLevel = 3;
constexpr uint64_t kLargest = 1ull << 32;

struct FreeContext {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
};

}  // namespace

std::string Pack(std::string_view text) {
  thread_local const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
  std::string bytes(ZSTD_compressBound(text.size()), '\0');
  const size_t size = ZSTD_compressCCtx(context.get(), bytes.data(), bytes.size(), text.data(),
                                        text.size(), kLevel);
  bytes.resize(ZSTD_isError(size) ? 0 : size);
  return bytes;
}

std::optional<std::string> Unpack(std::string_view bytes) {
  const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > kLargest) {
    return std::nullopt;
  }
  std::string text(size, '\0');
  const size_t read = ZSTD_decompress(text.data(), text.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(read) || read != size) return std::nullopt;
  return text;
}

}  // namespace synoptic
