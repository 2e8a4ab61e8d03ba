// Forms of words that spelling habits do not touch.
#ifndef SYNOPTIC_TEXT_FOLD_H_
#define SYNOPTIC_TEXT_FOLD_H_

#include <string>
#include <string_view>

namespace synoptic {

// Lower case of any script, invalid bytes kept. Cost: linear; ASCII takes a short cut.
std::string Lower(std::string_view text);

// Lower case, compatibility forms undone, diacritics and other marks dropped, typographic quotes,
// dashes and spaces made plain, special letters spelt out (ø o, ł l, ß ss, ı i): what two spellings
// of one word share.
std::string Fold(std::string_view text);

}  // namespace synoptic

#endif  // SYNOPTIC_TEXT_FOLD_H_
