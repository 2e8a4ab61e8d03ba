#include "store/filter.h"

#include <sqlite3.h>

#include <charconv>

#include "base/ascii.h"

namespace synoptic {
namespace {

bool IsWordByte(char c) { return IsAlnum(c) || static_cast<unsigned char>(c) >= 0x80; }

bool HasWord(std::string_view text) {
  for (const char c : text) {
    if (IsWordByte(c)) return true;
  }
  return false;
}

void AddPhrase(std::string_view phrase, bool beginning, std::string& match) {
  if (!HasWord(phrase)) return;
  if (!match.empty()) match += ' ';
  match += '"';
  for (const char c : phrase) {
    if (c != '"' && c != '\0') match += c;
  }
  match += beginning ? "\" *" : "\"";
}

// “, ” and „ as ".
std::string StraightMarks(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const std::string_view glyph = text.substr(i, 3);
    if (glyph == "“" || glyph == "”" || glyph == "„") {
      out += '"';
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

Error BadCursor(const std::string& cursor) {
  return {ErrorCode::kInvalid, "cursor: not one of this list: " + cursor.substr(0, 60)};
}

template <typename T>
bool ReadNumber(std::string_view text, T& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

std::string MatchOf(std::string_view typed) {
  const std::string straight = StraightMarks(typed);
  const std::string_view words = straight;
  std::string match;
  size_t at = 0;
  while (at < words.size()) {
    if (IsSpace(words[at])) {
      ++at;
    } else if (words[at] == '"') {
      const size_t end = std::min(words.find('"', at + 1), words.size());
      AddPhrase(words.substr(at + 1, end - at - 1), false, match);
      at = end + 1;
    } else {
      size_t end = at;
      while (end < words.size() && !IsSpace(words[end]) && words[end] != '"') ++end;
      std::string_view word = words.substr(at, end - at);
      const bool beginning = word.ends_with('*');
      AddPhrase(beginning ? word.substr(0, word.size() - 1) : word, beginning, match);
      at = end;
    }
  }
  return match;
}

void Conditions::AddReport(const ReportFilter& filter) {
  if (!filter.from.empty()) Add("r.day >= ?", filter.from);
  if (!filter.to.empty()) Add("r.day <= ?", filter.to);
  if (!filter.source.empty()) Add("r.source = ? COLLATE NOCASE", filter.source);
  if (!filter.story.empty())
    Add("r.story = (SELECT story FROM stories WHERE id = ?)", filter.story);
  if (!filter.actor.empty()) {
    const std::string match = MatchOf(filter.actor);
    if (match.empty()) return Add("0");
    Add("r.report IN (SELECT a.report FROM actors_words w CROSS JOIN actors a ON a.actor = w.rowid "
        "WHERE actors_words MATCH ?)",
        match);
  }
}

ReadScope::~ReadScope() { sqlite3_exec(database_.handle(), "COMMIT", nullptr, nullptr, nullptr); }

Result<uint64_t> OffsetOf(const std::string& cursor) {
  uint64_t offset = 0;
  if (cursor.empty()) return offset;
  if (!ReadNumber(cursor, offset) || offset > INT64_MAX) return BadCursor(cursor);
  return offset;
}

std::string CursorOf(uint64_t offset) { return std::to_string(offset); }

Result<std::optional<PlaceInTime>> PlaceOf(const std::string& cursor) {
  if (cursor.empty()) return std::optional<PlaceInTime>();
  PlaceInTime place;
  const auto parts = Split(cursor, '_');
  if (parts.size() != 2 || !ReadNumber(parts[0], place.moment) ||
      !ReadNumber(parts[1], place.row)) {
    return BadCursor(cursor);
  }
  return std::optional(place);
}

std::string CursorOf(PlaceInTime place) {
  return std::to_string(place.moment) + "_" + std::to_string(place.row);
}

}  // namespace synoptic
