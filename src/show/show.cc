#include "show/show.h"

namespace synoptic {

void WriteHtml(std::span<const Document>, const Comparison&, std::string&) {}
void WriteText(std::span<const Document>, const Comparison&, const TextOptions&, std::string&) {}
void WriteMarkdown(std::span<const Document>, const Comparison&, std::string&) {}
std::vector<std::string> Sigla(std::span<const Document> reports) { return std::vector<std::string>(reports.size()); }

}  // namespace synoptic
