// Any bytes: mentions nest and keep the invariants, every actor has a mention, joining and matching
// are symmetric and do not depend on order.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "doc/check.h"
#include "names/names.h"
#include "text/text.h"

namespace synoptic {
namespace {

void Expect(bool holds) {
  if (!holds) std::abort();
}

Document Annotated(std::string id, std::string_view text) {
  Document document;
  document.id = std::move(id);
  document.text = text;
  if (!text.empty())
    document.sections = {{{0, static_cast<uint32_t>(text.size())}, SectionKind::kBody}};
  FindTokens(document);
  FindNames(document);
  Expect(BrokenInvariants(document).empty());
  return document;
}

void CheckMentions(const Document& document) {
  std::vector<bool> mentioned(document.actors.size());
  std::vector<Span> open;
  for (const Mention& mention : document.mentions) {
    while (!open.empty() && open.back().end <= mention.span.begin) open.pop_back();
    Expect(open.empty() || open.back().Contains(mention.span));
    open.push_back(mention.span);
    for (const Index actor : {mention.actor, mention.literal})
      if (actor != kNone) mentioned[static_cast<size_t>(actor)] = true;
  }
  Expect(std::find(mentioned.begin(), mentioned.end(), false) == mentioned.end());
}

std::vector<std::string> IdsOf(std::string_view first, std::string_view second, bool swapped) {
  std::vector<Document> reports;
  reports.push_back(Annotated(swapped ? "b" : "a", swapped ? second : first));
  reports.push_back(Annotated(swapped ? "a" : "b", swapped ? first : second));
  CheckMentions(reports[0]);
  CheckMentions(reports[1]);
  JoinActors(reports);
  std::vector<std::string> ids;
  for (const Document& report : reports) {
    Expect(BrokenInvariants(report).empty());
    for (const Actor& actor : report.actors) ids.push_back(report.id + actor.id);
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

void CheckLines(std::string_view text) {
  std::vector<std::string_view> names = Split(text, '\n');
  names.resize(std::min<size_t>(names.size(), 8));
  for (const std::string_view a : names) {
    for (const std::string_view b : names) {
      const NameMatch there = MatchNames(a, b), back = MatchNames(b, a);
      Expect(there.same == back.same && there.score == back.score);
      Expect(there.score >= 0 && there.score <= 1);
    }
  }
  Expect(GroupNames(names).size() == names.size());
}

}  // namespace
}  // namespace synoptic

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace synoptic;
  if (size > 20000) return 0;
  const std::string text = RepairUtf8({reinterpret_cast<const char*>(data), size});
  const size_t half = std::min(text.find('\n', text.size() / 2), text.size());
  const std::string_view whole(text);
  const std::string_view first = whole.substr(0, half), second = whole.substr(half);
  Expect(IdsOf(first, second, false) == IdsOf(first, second, true));
  CheckLines(text);
  return 0;
}
