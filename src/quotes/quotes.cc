#include "quotes/quotes.h"

namespace synoptic {

void FindQuotes(Document&) {}

}  // namespace synoptic
