#include <gtest/gtest.h>

#include <cmath>

#include "doc/check.h"
#include "statements/statements.h"
#include "text/lexicon.h"
#include "text/text.h"

namespace synoptic {
namespace {

std::string Number(double value) {
  if (std::isinf(value)) return "";
  if (value == std::floor(value)) return std::to_string(static_cast<long long>(value));
  std::string shown = std::to_string(value);
  return shown.substr(0, shown.find_last_not_of('0') + 1);
}

// "low..high: what" of each.
std::string Shown(std::string_view text) {
  Document document;
  document.text = text;
  if (!text.empty())
    document.sections = {{{0, static_cast<uint32_t>(text.size())}, SectionKind::kBody}};
  FindTokens(document);
  const size_t march = text.find("4 March 2031");
  if (march != std::string_view::npos) {
    document.times.push_back({{static_cast<uint32_t>(march), static_cast<uint32_t>(march + 12)},
                              TimeType::kDate,
                              "2031-03-04"});
  }
  FindQuantities(document);
  EXPECT_EQ(BrokenInvariants(document), std::vector<std::string>{});
  std::string shown;
  for (const Quantity& quantity : document.quantities) {
    if (!shown.empty()) shown += "; ";
    shown += Number(quantity.low) + ".." + Number(quantity.high) + ": " + quantity.of;
    if (quantity.cumulative) shown += ", all so far";
    if (quantity.as_of != kNone) {
      shown += ", as of ";
      shown += document.Cut(document.times[static_cast<size_t>(quantity.as_of)].span);
    }
  }
  return shown.empty() ? "none" : shown;
}

TEST(Quantities, ExamplesHold) {
  const Lexicon lexicon = Lexicon::Load("en/quantities.tsv");
  ASSERT_FALSE(lexicon.examples().empty());
  for (const std::string_view example : lexicon.examples()) {
    const size_t arrow = example.find(" => ");
    ASSERT_NE(arrow, std::string_view::npos) << example;
    EXPECT_EQ(Shown(example.substr(0, arrow)), example.substr(arrow + 4)) << example;
  }
}

TEST(Quantities, SurviveWhatIsNoNumber) {
  for (const std::string_view text :
       {"", "1", "1,,,2 cats", "9999999999999999999999999 cats", "hundreds of", "at least", "%"})
    Shown(text);
}

}  // namespace
}  // namespace synoptic
