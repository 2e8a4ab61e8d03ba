// Who acts on whom, in every construction that the reading by order of tags and by parse shall
// understand.
#include <gtest/gtest.h>

#include "doc/check.h"
#include "doc/document.h"
#include "statements/statements.h"
#include "text/mini_document.h"

namespace synoptic {
namespace {

// "actor > trigger > target" of every statement.
std::string Parties(std::string_view text) {
  Document document = MiniDocument("s", text)
                          .Names("Velmara", "velmara", ActorType::kState)
                          .Names("Karsk", "karsk", ActorType::kState)
                          .Names("Brenn", "brenn", ActorType::kState)
                          .Names("Torvald", "torvald", ActorType::kPerson)
                          .Time("on Tuesday", "2031-03-04")
                          .Take();
  std::erase_if(document.times, [&](const TimeExpression& time) {
    return document.Cut(time.span) != "on Tuesday";
  });
  FindStatements(document);
  EXPECT_EQ(BrokenInvariants(document), std::vector<std::string>{}) << text;
  std::string shown;
  const auto cut = [&](const std::optional<Reference>& who) {
    return who ? std::string(document.Cut(who->span)) : std::string("-");
  };
  for (const Statement& statement : document.statements) {
    if (!shown.empty()) shown += "; ";
    shown += cut(statement.actor) + " > " + std::string(document.Cut(statement.trigger)) + " > " +
             cut(statement.target);
  }
  return shown;
}

struct Case {
  const char* text;
  const char* parties;
};

TEST(Roles, WhoActsOnWhom) {
  const Case cases[] = {
      {"Velmara attacked Karsk.", "Velmara > attacked > Karsk"},
      {"Karsk was attacked by Velmara.", "Velmara > attacked > Karsk"},
      {"A court in Port Alva convicted Torvald.", "A court in Port Alva > convicted > Torvald"},
      {"The minister, who runs the port, accused Karsk.", "The minister > accused > Karsk"},
      {"Torvald, the harbour master, criticised the council of Karsk.",
       "Torvald > criticised > the council of Karsk"},
      {"The ministry on Tuesday condemned the verdict.", "The ministry > condemned > the verdict"},
      // What a verb hands on to the next.
      {"Velmara refused to meet Torvald.", "Velmara > refused > Torvald"},
      {"Velmara threatened to punish Karsk.", "Velmara > threatened > Karsk"},
      {"Velmara is willing to help defend Karsk.", "Velmara > defend > Karsk"},
      {"Ships carrying grain attacked Karsk.", "Ships > attacked > Karsk"},
      {"The League of Ports (LP) board condemned Karsk.",
       "The League of Ports > condemned > Karsk"},
      // Light verbs.
      {"Prosecutors opened an investigation into Karsk.", "Prosecutors > opened > Karsk"},
      {"Velmara held talks with Karsk.", "Velmara > held > Karsk"},
      // Nouns.
      {"Torvald saw the bombing of Brenn by Karsk.", "Karsk > bombing > Brenn by Karsk"},
      {"Karsk's demand surprised them.", "Karsk > demand > -"},
      // Lists.
      {"Velmara and Karsk condemned Brenn.",
       "Velmara > condemned > Brenn; Karsk > condemned > Brenn"},
      {"Velmara and Karsk met on Tuesday.", "Velmara > met > Karsk"},
      // What is sent is not whom it is sent to.
      {"Velmara sent food to Karsk.", "Velmara > sent > Karsk"},
      // Who is told to.
      {"Torvald said that Karsk must withdraw its troops.", "Torvald > withdraw > Karsk"},
      // "It" is who says so.
      {"Velmara said it attacked Karsk.", "Velmara > attacked > Karsk"},
  };
  for (const Case& one : cases) EXPECT_EQ(Parties(one.text), one.parties) << one.text;
}

}  // namespace
}  // namespace synoptic
