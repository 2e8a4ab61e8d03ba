// Bytes of an input, unpacked where they are gzip (RFC 1952) or Zstandard (RFC 8878).
#ifndef SYNOPTIC_INGEST_UNPACK_H_
#define SYNOPTIC_INGEST_UNPACK_H_

#include <cstdint>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

namespace synoptic {

// A stream of unpacked bytes that can be looked at before they are taken. A packed input may have
// many members one after the other, as archives have a record a member. Where a member is damaged,
// cut short or a bomb (over 64 MiB and over 200 times its packed size) the stream breaks there:
// Peek gives no bytes beyond the break until Mend has moved on to the next member. Holds the packed
// chunk (256 KiB) and what was peeked. The stream must outlive it. Not thread-safe.
class UnpackedInput {
 public:
  explicit UnpackedInput(std::istream& input);
  ~UnpackedInput();
  UnpackedInput(UnpackedInput&&) noexcept;

  // All bytes at hand, at least `size` of them unless the stream ends or breaks before. Valid until
  // the next call.
  std::string_view Peek(size_t size);
  // Takes at most `size` bytes and returns how many were there.
  uint64_t Skip(uint64_t size);
  // Takes a line without its end into `line`, of which no more than `limit` + 1 bytes are kept;
  // false at the end.
  bool Line(std::string& line, size_t limit);
  // Takes all up to the end or break; stops one byte over `limit`.
  std::string Rest(size_t limit);

  // Where the next byte comes from: its place in a plain input, the place of its member in a packed
  // one.
  uint64_t Offset() const;
  // Why the stream breaks behind the bytes at hand; empty where it does not.
  const std::string& damage() const;
  // Goes on at the next member that can be found; returns its offset.
  uint64_t Mend();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_UNPACK_H_
