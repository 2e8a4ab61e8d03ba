#include "text/text.h"

namespace synoptic {

void FindTokens(Document&) {}
void ParseSentence(Document&, Index) {}

}  // namespace synoptic
