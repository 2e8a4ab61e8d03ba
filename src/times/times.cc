#include "times/times.h"

namespace synoptic {

void FindTimes(Document&) {}
void ReanchorTimes(Document&, Span, Date) {}

}  // namespace synoptic
