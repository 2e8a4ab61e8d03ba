// From the bytes of a text file to UTF-8.
#ifndef SYNOPTIC_INGEST_ENCODING_H_
#define SYNOPTIC_INGEST_ENCODING_H_

#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

struct DecodedText {
  std::string text;                   // valid UTF-8, no byte-order mark; line ends as they were
  std::vector<std::string> warnings;  // what had to be guessed or replaced, a line each
  std::string encoding = "utf-8";     // or "utf-16le", "utf-16be", "windows-1252"
};

// A byte-order mark decides between UTF-8 and UTF-16. Without one the bytes are UTF-8; where they
// are not, and hold no single well-formed sequence beyond ASCII either, they are Windows-1252 (the
// commonest of the 8-bit encodings on the web, and the one browsers assume), otherwise each bad
// byte becomes U+FFFD. Linear.
DecodedText DecodeText(std::string_view bytes);

// The bytes that base64 stands for (RFC 4648); other characters in it are passed over.
std::string FromBase64(std::string_view text);

// UTF-16 by its mark, or markup in it without one.
bool IsUtf16(std::string_view bytes);

// True where the bytes are no text in any of those encodings: NULs, or many control characters near
// the start.
bool LooksBinary(std::string_view bytes);

}  // namespace synoptic

#endif  // SYNOPTIC_INGEST_ENCODING_H_
