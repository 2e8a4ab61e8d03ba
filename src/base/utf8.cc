#include "base/utf8.h"

#include <algorithm>
#include <cstring>

namespace synoptic {
namespace {

constexpr CodePoint kInvalid{kReplacement, 1, false};

unsigned char Byte(std::string_view text, size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

}  // namespace

CodePoint DecodeAt(std::string_view text, size_t at) {
  if (at >= text.size()) return {};
  const unsigned char lead = Byte(text, at);
  if (lead < 0x80) return {lead, 1};
  const uint32_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4) return kInvalid;
  char32_t value = lead & (0x7F >> length);
  for (uint32_t i = 1; i < length; ++i) {
    const unsigned char next = Byte(text, at + i);
    if ((next & 0xC0) != 0x80) return kInvalid;
    value = (value << 6) | (next & 0x3F);
  }
  const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (overlong || surrogate || value > 0x10FFFF) return kInvalid;
  return {value, length};
}

CodePoint DecodeBefore(std::string_view text, size_t at) {
  if (at == 0) return {};
  size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && IsContinuation(text[begin])) --begin;
  const CodePoint found = DecodeAt(text, begin);
  if (found.valid && begin + found.length == at) return found;
  return kInvalid;
}

void AppendUtf8(char32_t code_point, std::string& out) {
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
    return;
  }
  const int length = code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
  static constexpr unsigned char kLead[] = {0, 0, 0xC0, 0xE0, 0xF0};
  out += static_cast<char>(kLead[length] | (code_point >> (6 * (length - 1))));
  for (int i = length - 2; i >= 0; --i) {
    out += static_cast<char>(0x80 | ((code_point >> (6 * i)) & 0x3F));
  }
}

bool IsValidUtf8(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    uint64_t eight = 0;
    if (at + sizeof eight <= text.size()) {
      std::memcpy(&eight, text.data() + at, sizeof eight);
      if ((eight & 0x8080808080808080) == 0) {
        at += sizeof eight;
        continue;
      }
    }
    const CodePoint next = DecodeAt(text, at);
    if (!next.valid) return false;
    at += next.length;
  }
  return true;
}

std::string RepairUtf8(std::string_view text, size_t* replaced) {
  std::string repaired;
  repaired.reserve(text.size());
  size_t count = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint next = DecodeAt(text, at);
    if (next.valid) {
      repaired.append(text, at, next.length);
    } else {
      AppendUtf8(kReplacement, repaired);
      ++count;
    }
    at += next.length;
  }
  if (replaced) *replaced = count;
  return repaired;
}

size_t CountCodePoints(std::string_view text) {
  return text.size() - static_cast<size_t>(std::count_if(text.begin(), text.end(), IsContinuation));
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  ascii_ = std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
  if (ascii_) return;
  before_.reserve(text.size() / kStep + 1);
  uint32_t count = 0;
  for (size_t at = 0; at < text.size(); at += kStep) {
    before_.push_back(count);
    count += static_cast<uint32_t>(CountCodePoints(text.substr(at, kStep)));
  }
  before_.push_back(count);
}

uint32_t CodePointIndex::At(size_t byte) const {
  if (ascii_) return static_cast<uint32_t>(byte);
  const size_t block = byte / kStep;
  return before_[block] +
         static_cast<uint32_t>(CountCodePoints(text_.substr(block * kStep, byte - block * kStep)));
}

size_t CodePointIndex::ByteOf(uint32_t index) const {
  if (ascii_) return std::min<size_t>(index, text_.size());
  const auto after = std::upper_bound(before_.begin(), before_.end(), index);
  const auto block = static_cast<size_t>(after - before_.begin()) - 1;
  uint32_t count = before_[block];
  size_t at = std::min(block * kStep, text_.size());
  while (at < text_.size() && IsContinuation(text_[at])) ++at;
  for (; at < text_.size() && count < index; ++count) at += DecodeAt(text_, at).length;
  return at;
}

}  // namespace synoptic
