#include "statements/plain_facts.h"

#include <gtest/gtest.h>

#include "doc/check.h"
#include "doc/labels.h"
#include "doc/plover_export.h"
#include "statements/statements.h"
#include "text/lexicon.h"
#include "text/mini_document.h"

namespace synoptic {
namespace {

// "fact mode polarity" of the first that is no event.
std::string PlainFact(Document document) {
  FindStatements(document);
  EXPECT_EQ(BrokenInvariants(document), std::vector<std::string>{}) << document.text;
  for (const Statement& statement : document.statements) {
    if (statement.fact == FactKind::kEvent) continue;
    std::string shown(Label(statement.fact));
    if (!statement.mode.empty()) shown += " " + statement.mode;
    if (statement.fact == FactKind::kRole) {
      shown += ": " + std::string(document.Cut(statement.actor->span)) + ", " +
               std::string(document.Cut(statement.trigger));
    }
    return shown + " " + std::string(Label(statement.polarity));
  }
  return "none";
}

TEST(PlainFacts, ExamplesHold) {
  const Lexicon lexicon = Lexicon::Load("en/fact_words.tsv");
  EXPECT_TRUE(lexicon.malformed().empty());
  ASSERT_FALSE(lexicon.examples().empty());
  for (const std::string_view example : lexicon.examples()) {
    const size_t arrow = example.find(" => ");
    ASSERT_NE(arrow, std::string_view::npos) << example;
    EXPECT_EQ(PlainFact(MiniDocument("s", example.substr(0, arrow)).Take()),
              example.substr(arrow + 4))
        << example;
  }
}

TEST(PlainFacts, OfficesCountsAndMedia) {
  const auto office = [](std::string_view text, std::string_view role) {
    return PlainFact(MiniDocument("s", text)
                         .Names("Torvald", "torvald", ActorType::kPerson)
                         .Role(role, "torvald")
                         .Take());
  };
  EXPECT_EQ(office("The foreign minister Torvald sat down.", "foreign minister"),
            "role: Torvald, foreign minister affirmed");
  EXPECT_EQ(office("The former minister Torvald sat down.", "former minister"),
            "role former: Torvald, former minister denied");
  EXPECT_EQ(
      PlainFact(MiniDocument("s", "The port holds 45 boats.").Count("45", 45, "boats").Take()),
      "count affirmed");
  EXPECT_EQ(PlainFact(MiniDocument("s", "Torvald wrote on Lantern that boats sailed.")
                          .Names("Torvald", "torvald", ActorType::kPerson)
                          .Says("boats sailed", "wrote", "torvald", QuoteKind::kIndirect, "Lantern")
                          .Take()),
            "medium affirmed");
}

// The tables name no mode that the ontology does not know of that type.
TEST(EventTables, ModesBelongToTheirTypes) {
  for (const auto& [path, type_column, mode_column] :
       {std::tuple("en/events.tsv", 2, 4), std::tuple("en/event_phrases.tsv", 1, 3)}) {
    const Lexicon lexicon = Lexicon::Load(path);
    size_t with_mode = 0;
    for (const auto& row : lexicon.rows()) {
      const std::string_view mode = row[static_cast<size_t>(mode_column)];
      if (mode.empty()) continue;
      ++with_mode;
      const auto type = PloverFromName(row[static_cast<size_t>(type_column)]);
      ASSERT_TRUE(type) << row[0];
      const auto modes = PloverModes(*type);
      EXPECT_NE(std::find(modes.begin(), modes.end(), mode), modes.end())
          << path << ": " << row[0] << " " << mode;
    }
    EXPECT_GT(with_mode, 50u) << path;
  }
}

}  // namespace
}  // namespace synoptic
