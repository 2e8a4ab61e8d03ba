#include "show/show.h"

namespace synoptic {

void WriteText(std::span<const Document>, const Comparison&, const TextOptions&, std::string&) {}
void WriteMarkdown(std::span<const Document>, const Comparison&, std::string&) {}

}  // namespace synoptic
