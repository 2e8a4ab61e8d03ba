// Any bytes, read on any day: spans lie in the text and do not overlap, values are well-formed
// TIMEX3, line ends make no difference, reading twice gives the same.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <regex>
#include <string>

#include "base/utf8.h"
#include "doc/check.h"
#include "text/text.h"
#include "times/times.h"

namespace synoptic {
namespace {

Document Annotated(std::string text, std::optional<Date> published) {
  Document document;
  document.id = "d";
  document.text = std::move(text);
  if (published) document.published = Moment{*published, ""};
  if (!document.text.empty()) {
    document.sections.push_back(
        {{0, static_cast<uint32_t>(document.text.size())}, SectionKind::kBody});
  }
  FindTokens(document);
  FindTimes(document);
  return document;
}

bool IsTimex3(const std::string& value) {
  static const std::regex pattern(
      "(PAST|PRESENT|FUTURE)_REF"
      "|P(X|\\d+(\\.\\d+)?)X?(Y6M|Y|DE|CE|L|Q|M|WE|W|D)?"
      "|PT(X|\\d+(\\.\\d+)?)[HMS]"
      "|([\\dX]{1,4}|[\\dX]{4}-([\\dX]{2}(-[\\dX]{2})?|W[\\dX]{2}(-(WE|[1-7]))?|[QH][1-4X]|"
      "SP|SU|FA|WI))"
      "(T(\\d\\d(:\\d\\d(:\\d\\d)?)?Z?|MO|MI|AF|EV|NI|DT))?"
      "|T(MO|MI|AF|EV|NI|DT)");
  return std::regex_match(value, pattern);
}

void Check(const Document& document) {
  if (!BrokenInvariants(document).empty()) std::abort();
  uint32_t end = 0;
  for (const TimeExpression& time : document.times) {
    if (time.span.begin < end || time.span.end > document.text.size()) std::abort();
    end = time.span.end;
    if (!IsTimex3(time.value)) std::abort();
  }
}

std::string Values(const Document& document) {
  std::string all;
  for (const TimeExpression& time : document.times) all += time.value + time.mod + "\n";
  return all;
}

std::string WithCarriageReturns(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

}  // namespace
}  // namespace synoptic

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace synoptic;
  if (size < 2) return 0;
  // Two bytes choose the day of publication: none, or one of many years.
  std::optional<Date> published;
  if (data[0] != 0) published = Date::Of(1 + data[0] * 39, 1 + data[1] % 12, 1 + data[1] % 28);
  const std::string bytes(reinterpret_cast<const char*>(data + 2),
                          std::min<size_t>(size - 2, 20'000));
  std::string text = RepairUtf8(bytes);
  std::erase(text, '\r');
  Document document = Annotated(text, published);
  Check(document);
  if (Values(document) != Values(Annotated(text, published))) std::abort();
  if (Values(document) != Values(Annotated(WithCarriageReturns(text), published))) std::abort();
  ReanchorTimes(document, {0, static_cast<uint32_t>(text.size())}, {2020, 2, 29});
  Check(document);
  return 0;
}
