#include "quotes/marks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/ascii.h"

namespace synoptic {
namespace {

using ::testing::ElementsAreArray;

// Paragraphs are lines, sentences begin behind ". ". A stretch is written as its words, with < for
// a lost opening mark, > for a lost closing one, + for a paragraph that goes on, and ^ for one
// nested in another.
std::vector<std::string> Find(std::string_view text) {
  std::vector<Span> paragraphs;
  std::vector<uint32_t> starts;
  uint32_t begin = 0;
  for (const std::string_view line : Split(text, '\n')) {
    const auto end = static_cast<uint32_t>(begin + line.size());
    if (!line.empty()) paragraphs.push_back({begin, end}), starts.push_back(begin);
    for (size_t at = begin; (at = text.find(". ", at)) < end; ++at)
      starts.push_back(static_cast<uint32_t>(at + 2));
    begin = end + 1;
  }
  std::vector<std::string> found;
  for (const Marked& one : FindMarked(text, paragraphs, starts)) {
    found.push_back(std::string(one.parent == kNone ? "" : "^") + (one.continued ? "+" : "") +
                    (one.opened ? "" : "<") + std::string(one.content.In(text)) +
                    (one.closed ? "" : ">"));
  }
  return found;
}

struct Row {
  const char* what;
  std::string text;
  std::vector<std::string> stretches;
};

TEST(Marks, AreFoundAndPaired) {
  const Row rows[] = {
      {"straight", "\"We will go,\" she said.", {"We will go,"}},
      {"curly", "“We will go,” she said.", {"We will go,"}},
      {"two apostrophes", "''We will go,'' she said.", {"We will go,"}},
      {"grave and apostrophes", "``We will go,'' she said.", {"We will go,"}},
      {"guillemets", "«We will go», she said.", {"We will go"}},
      {"guillemets inwards", "»We will go«, she said.", {"We will go"}},
      {"low and high", "„We will go“, she said.", {"We will go"}},
      {"straight and curly", "He spoke of \"a fair deal” at noon.", {"a fair deal"}},
      {"curly closed with the wrong mark", "He spoke of “a fair deal“ at noon.", {"a fair deal"}},
      {"single", "He called it ‘a fair deal’ at noon.", {"a fair deal"}},
      {"single straight", "He called it 'a fair deal' at noon.", {"a fair deal"}},
      {"interrupted", "\"We go,\" she said, \"at noon.\"", {"We go,", "at noon."}},
      {"nested",
       "“She told me ‘go home’ and left,” he said.",
       {"She told me ‘go home’ and left,", "^go home"}},
      {"nested in the same marks",
       "\"They call it \"peace\" and laugh,\" he said.",
       {"They call it \"peace\" and laugh,", "^peace"}},
      {"dash before a mark", "One thing—“peace”—matters.", {"peace"}},
      {"brackets", "The plan (\"a fair deal\") failed.", {"a fair deal"}},
      {"apostrophes", "The minister's don't and the ministers' talks aren’t it.", {}},
      {"elisions", "In the ’90s and ’em days, rock 'n' roll.", {}},
      {"possessive inside single marks",
       "He saw ‘the officials’ claim’ fail.",
       {"the officials’ claim"}},
      {"feet and inches", "He is 6'2\" tall and the pipe is 5' 10\" long.", {}},
      {"inches inside speech", "\"I am 6'2\" tall,\" he said.", {"I am 6'2\" tall,"}},
      {"lost at the start", "Velmara should go,” he stated.", {"<Velmara should go,"}},
      {"lost at the start, straight", "Velmara should go,\" he stated.", {"<Velmara should go,"}},
      {"lost at the start of a later sentence",
       "He rose. Velmara should go,” he stated.",
       {"<Velmara should go,"}},
      {"lost at the end", "He stated: “Velmara should go.", {"Velmara should go.>"}},
      {"lost at both ends", "We go,” he stated. “We stay.", {"<We go,", "We stay.>"}},
      {"lost before another opens",
       "“We go, he stated. “We stay.”",
       {"We go, he stated.>", "We stay."}},
      {"a lone straight mark is none", "The 12\" pipe broke.", {}},
      {"over paragraphs", "“We go.\n“We stay,” he said.", {"We go.>", "+We stay,"}},
      {"a paragraph without a mark ends it",
       "“We go.\nThe end.\n“We stay.”",
       {"We go.>", "We stay."}},
      {"nothing inside", "He said \"\" and “ ”.", {}},
      {"glued to the verb", "He said“We go now”and left.", {"We go now"}},
  };
  for (const Row& row : rows)
    EXPECT_THAT(Find(row.text), ElementsAreArray(row.stretches)) << row.what;
}

TEST(Marks, StayLinearOnHostileText) {
  const std::string piles[] = {"\"", "“", "”", "'", "‘a ", "\"a ", "“a ”b ", "a' 'b "};
  for (const std::string& pile : piles) {
    std::string text;
    while (text.size() < 1'000'000) text += pile;
    const Span whole{0, static_cast<uint32_t>(text.size())};
    const uint32_t start = 0;
    for (const Marked& one : FindMarked(text, {&whole, 1}, {&start, 1})) {
      ASSERT_LT(one.content.begin, one.content.end);
      ASSERT_LE(one.outer.end, text.size());
    }
  }
}

}  // namespace
}  // namespace synoptic
