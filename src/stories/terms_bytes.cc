#include "stories/bytes.h"
#include "stories/terms.h"

namespace synoptic {

void PutTerms(const ReportTerms& terms, std::string& out) {
  PutText(terms.id, out);
  PutText(terms.headline, out);
  PutText(terms.published ? terms.published->Iso() : std::string(), out);
  PutValue(static_cast<uint8_t>(terms.sure), out);
  PutValue(static_cast<uint32_t>(terms.terms.size()), out);
  for (const Term& term : terms.terms) {
    PutValue(term.stem, out);
    PutValue(term.count, out);
    PutValue(static_cast<uint8_t>(term.name), out);
  }
}

bool TakeTerms(std::string_view& in, ReportTerms& terms) {
  std::string published;
  uint32_t count = 0;
  uint8_t sure = 0;
  if (!TakeText(in, terms.id) || !TakeText(in, terms.headline) || !TakeText(in, published) ||
      !TakeValue(in, sure) || !TakeValue(in, count) || count > kMaxTerms) {
    return false;
  }
  terms.published = Moment::Parse(published);
  terms.sure = sure != 0;
  for (uint32_t i = 0; i < count; ++i) {
    Term term;
    uint8_t name = 0;
    if (!TakeValue(in, term.stem) || !TakeValue(in, term.count) || !TakeValue(in, name))
      return false;
    term.name = name != 0;
    if (!terms.terms.empty() && terms.terms.back().stem >= term.stem) return false;
    terms.terms.push_back(term);
  }
  return true;
}

}  // namespace synoptic
