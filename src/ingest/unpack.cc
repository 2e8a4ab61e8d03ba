#include "ingest/unpack.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cstring>
#include <deque>
#include <istream>
#include <vector>

namespace synoptic {
namespace {

constexpr size_t kChunk = 256 * 1024;
constexpr uint64_t kBombSize = 64u << 20;
constexpr uint64_t kBombRatio = 200;
constexpr int kGzip = 16 + MAX_WBITS;
constexpr int kZstdWindowLog = 27;  // 128 MiB of memory at most
constexpr std::string_view kGzipMagic = "\x1F\x8B\x08";
constexpr std::string_view kZstdMagic = "\x28\xB5\x2F\xFD";

enum class Packing { kPlain, kGzip, kZstd };

}  // namespace

class UnpackedInput::Impl {
 public:
  explicit Impl(std::istream& input) : input_(input), packed_(kChunk) {
    Refill();
    const std::string_view head = Raw();
    if (head.starts_with(kGzipMagic)) {
      packing_ = Packing::kGzip;
      inflateInit2(&zlib_, kGzip);
    } else if (head.starts_with(kZstdMagic)) {
      packing_ = Packing::kZstd;
      zstd_ = ZSTD_createDCtx();
      ZSTD_DCtx_setParameter(zstd_, ZSTD_d_windowLogMax, kZstdWindowLog);
    }
    if (packing_ != Packing::kPlain) members_.push_back({0, 0});
  }
  ~Impl() {
    if (packing_ == Packing::kGzip) inflateEnd(&zlib_);
    ZSTD_freeDCtx(zstd_);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  std::string_view Peek(size_t size) {
    while (out_.size() - at_ < size && Fill()) {
    }
    return std::string_view(out_).substr(at_);
  }

  void Take(size_t size) {
    at_ += size;
    taken_ += size;
    while (members_.size() > 1 && members_[1].unpacked <= taken_) members_.pop_front();
    if (at_ == out_.size()) {
      out_.clear();
      at_ = 0;
    } else if (at_ > kChunk && at_ > out_.size() / 2) {
      out_.erase(0, at_);
      at_ = 0;
    }
  }

  uint64_t Offset() const { return members_.empty() ? taken_ : members_.front().packed; }
  const std::string& damage() const { return damage_; }

  uint64_t Mend() {
    damage_.clear();
    Take(out_.size() - at_);
    const std::string_view magic = packing_ == Packing::kGzip ? kGzipMagic : kZstdMagic;
    // The damaged member's own first byte is never where reading goes on.
    if (RawPlace() == member_begin_ && !Raw().empty()) ++raw_at_;
    while (true) {
      const size_t found = Raw().find(magic);
      if (found != std::string_view::npos) {
        raw_at_ += found;
        break;
      }
      raw_at_ = raw_end_ - std::min(Raw().size(), magic.size() - 1);
      if (!Refill()) {
        raw_at_ = raw_end_;
        break;
      }
    }
    BeginMember();
    return RawPlace();
  }

 private:
  struct Member {
    uint64_t unpacked, packed;  // places where it begins
  };

  std::string_view Raw() const { return {packed_.data() + raw_at_, raw_end_ - raw_at_}; }
  uint64_t RawPlace() const { return raw_base_ + raw_at_; }

  // More packed bytes behind those at hand.
  bool Refill() {
    std::memmove(packed_.data(), packed_.data() + raw_at_, raw_end_ - raw_at_);
    raw_base_ += raw_at_;
    raw_end_ -= raw_at_;
    raw_at_ = 0;
    input_.read(packed_.data() + raw_end_, static_cast<std::streamsize>(kChunk - raw_end_));
    const auto read = static_cast<size_t>(input_.gcount());
    raw_end_ += read;
    return read > 0;
  }

  void BeginMember() {
    member_begin_ = RawPlace();
    member_size_ = 0;
    if (packing_ == Packing::kGzip) inflateReset(&zlib_);
    if (packing_ == Packing::kZstd) ZSTD_DCtx_reset(zstd_, ZSTD_reset_session_only);
    members_.push_back({taken_ + (out_.size() - at_), member_begin_});
    inside_ = false;
  }

  void Break(std::string why) {
    damage_ =
        "packed data " + std::move(why) + " in the member at byte " + std::to_string(member_begin_);
  }

  // Unpacks some more; false at the end and at a break.
  bool Fill() {
    if (!damage_.empty()) return false;
    if (Raw().empty() && !Refill()) {
      if (inside_) Break("ends");
      return false;
    }
    const size_t before = out_.size();
    if (packing_ == Packing::kPlain) {
      out_ += Raw();
      raw_at_ = raw_end_;
      return true;
    }
    out_.resize(before + kChunk);
    const bool good = packing_ == Packing::kGzip ? Inflate(before) : Decompress(before);
    member_size_ += out_.size() - before;
    if (!good) {
      Break("is damaged");
    } else if (member_size_ > kBombSize && member_size_ / kBombRatio > RawPlace() - member_begin_) {
      Break("unpacks without measure");
    } else if (!inside_) {
      EndMember();
    }
    return damage_.empty();
  }

  // Zeros may pad the last member; anything else must be another.
  void EndMember() {
    while (Raw().starts_with('\0')) ++raw_at_;
    BeginMember();
  }

  bool Inflate(size_t before) {
    zlib_.next_in = reinterpret_cast<Bytef*>(packed_.data() + raw_at_);
    zlib_.avail_in = static_cast<uInt>(raw_end_ - raw_at_);
    zlib_.next_out = reinterpret_cast<Bytef*>(out_.data() + before);
    zlib_.avail_out = kChunk;
    const int result = inflate(&zlib_, Z_NO_FLUSH);
    raw_at_ = raw_end_ - zlib_.avail_in;
    out_.resize(before + kChunk - zlib_.avail_out);
    inside_ = result != Z_STREAM_END;
    return result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR;
  }

  bool Decompress(size_t before) {
    ZSTD_inBuffer in{packed_.data() + raw_at_, raw_end_ - raw_at_, 0};
    ZSTD_outBuffer out{out_.data() + before, kChunk, 0};
    const size_t result = ZSTD_decompressStream(zstd_, &out, &in);
    raw_at_ += in.pos;
    out_.resize(before + out.pos);
    inside_ = result != 0;
    return ZSTD_isError(result) == 0;
  }

  std::istream& input_;
  std::vector<char> packed_;
  size_t raw_at_ = 0, raw_end_ = 0;
  uint64_t raw_base_ = 0;  // place of packed_[0] in the input
  Packing packing_ = Packing::kPlain;
  z_stream zlib_{};
  ZSTD_DCtx* zstd_ = nullptr;
  bool inside_ = false;  // a member has begun and not ended
  uint64_t member_begin_ = 0, member_size_ = 0;
  std::string out_;
  size_t at_ = 0;
  uint64_t taken_ = 0;
  std::deque<Member> members_;
  std::string damage_;
};

UnpackedInput::UnpackedInput(std::istream& input) : impl_(std::make_unique<Impl>(input)) {}
UnpackedInput::~UnpackedInput() = default;
UnpackedInput::UnpackedInput(UnpackedInput&&) noexcept = default;

std::string_view UnpackedInput::Peek(size_t size) { return impl_->Peek(size); }
uint64_t UnpackedInput::Offset() const { return impl_->Offset(); }
const std::string& UnpackedInput::damage() const { return impl_->damage(); }
uint64_t UnpackedInput::Mend() { return impl_->Mend(); }

uint64_t UnpackedInput::Skip(uint64_t size) {
  uint64_t skipped = 0;
  while (skipped < size) {
    const size_t here = static_cast<size_t>(std::min<uint64_t>(Peek(1).size(), size - skipped));
    if (here == 0) break;
    impl_->Take(here);
    skipped += here;
  }
  return skipped;
}

bool UnpackedInput::Line(std::string& line, size_t limit) {
  line.clear();
  bool any = false;
  while (true) {
    const std::string_view here = Peek(1);
    if (here.empty()) return any;
    any = true;
    const size_t end = here.find('\n');
    if (line.size() <= limit) line.append(here.substr(0, std::min(end, limit + 1 - line.size())));
    impl_->Take(end == std::string_view::npos ? here.size() : end + 1);
    if (end != std::string_view::npos) return true;
  }
}

std::string UnpackedInput::Rest(size_t limit) {
  std::string all;
  while (all.size() <= limit) {
    const std::string_view here = Peek(1);
    if (here.empty()) break;
    const size_t part = std::min(here.size(), limit + 1 - all.size());
    all.append(here.substr(0, part));
    impl_->Take(part);
  }
  return all;
}

}  // namespace synoptic
