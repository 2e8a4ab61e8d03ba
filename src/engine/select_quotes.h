// Quotations by speaker and by what they are about: `synoptic quotes`.
#ifndef SYNOPTIC_ENGINE_SELECT_QUOTES_H_
#define SYNOPTIC_ENGINE_SELECT_QUOTES_H_

#include <span>
#include <string>
#include <vector>

#include "doc/document.h"

namespace synoptic {

struct QuoteSelection {
  std::string speaker;  // words of a name or description, in any spelling; empty: anyone
  std::string
      about;  // words that the quotation says, or words of the same meaning; empty: anything
  bool labels = false;  // also scare quotes that nobody says
};

struct SelectedQuote {
  Index report = kNone;
  Index quote = kNone;
};

// The quotations of annotated reports that match, by report and place. Case, accents and endings do
// not matter. Cost: linear in reports, and in the words of quotations for `about`.
std::vector<SelectedQuote> SelectQuotes(std::span<const Document> reports,
                                        const QuoteSelection& selection);

}  // namespace synoptic

#endif  // SYNOPTIC_ENGINE_SELECT_QUOTES_H_
