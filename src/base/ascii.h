// Classes and cuts of ASCII text, independent of the locale.
#ifndef SYNOPTIC_BASE_ASCII_H_
#define SYNOPTIC_BASE_ASCII_H_

#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

constexpr bool IsDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool IsAlpha(char c) { return IsUpper(c) || IsLower(c); }
constexpr bool IsAlnum(char c) { return IsAlpha(c) || IsDigit(c); }
constexpr bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr char ToLower(char c) { return IsUpper(c) ? static_cast<char>(c + 32) : c; }
constexpr char ToUpper(char c) { return IsLower(c) ? static_cast<char>(c - 32) : c; }

// Only A-Z change; every other byte stays, so the length does too.
std::string AsciiLower(std::string_view text);
bool EqualsIgnoreCase(std::string_view a, std::string_view b);

// `text` without ASCII white space at its ends.
std::string_view Trim(std::string_view text);

// Parts between `separator`, empty ones kept: n separators give n + 1 parts.
std::vector<std::string_view> Split(std::string_view text, char separator);

}  // namespace synoptic

#endif  // SYNOPTIC_BASE_ASCII_H_
