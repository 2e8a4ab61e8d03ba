#include "doc/json.h"

#define RAPIDJSON_HAS_STDSTRING 1
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include "doc/json_writer.h"
#include "doc/web_annotation.h"

namespace synoptic {
namespace {

// "é" is two bytes and one code point: positions behind it differ.
Document Report() {
  Document document;
  document.id = "a";
  document.path = "news/a.txt";
  document.text = "Café owner Bo said “no” on May 4.";
  document.sections = {{{0, static_cast<uint32_t>(document.text.size())}, SectionKind::kBody}};
  document.mentions = {{{12, 14}, ActorType::kPerson, MentionKind::kName, 0, false}};
  document.actors.resize(1);
  document.actors[0] = {"bo", ActorType::kPerson, "Bo", {}, {{0, 11}}, "", 0};
  document.times.push_back({{31, 36}, TimeType::kDate, "2031-05-04"});
  document.quantities.push_back({{31, 36}, std::nullopt, 3, INFINITY, true});
  Quote quote;
  quote.id = "q1";
  quote.content = {{23, 25}};
  quote.cue = Span{15, 19};
  quote.speaker = Reference{{12, 14}, 0};
  document.quotes = {quote};
  return document;
}

rapidjson::Document Parse(const std::string& text) {
  rapidjson::Document json;
  json.Parse(text);
  EXPECT_FALSE(json.HasParseError()) << text;
  return json;
}

TEST(DocumentJson, CountsInCodePoints) {
  std::string out;
  WriteDocumentJson(Report(), {}, out);
  const auto json = Parse(out);
  EXPECT_EQ(json["mentions"][0]["begin"].GetInt(), 11);
  EXPECT_EQ(json["quotes"][0]["content"][0]["begin"].GetInt(), 20);
  EXPECT_EQ(json["quotes"][0]["content"][0]["end"].GetInt(), 22);
  EXPECT_STREQ(json["quotes"][0]["speaker"]["actor"].GetString(), "bo");
  EXPECT_EQ(json["times"][0]["end"].GetInt(), 31);
}

TEST(DocumentJson, WritesNullForWhatIsNotKnown) {
  std::string out;
  WriteDocumentJson(Report(), {}, out);
  const auto json = Parse(out);
  for (const char* key : {"url", "title", "source", "credit", "published"}) {
    EXPECT_TRUE(json[key].IsNull()) << key;
  }
  EXPECT_STREQ(json["published_from"].GetString(), "unknown");
  EXPECT_TRUE(json["quantities"][0]["value"].IsNull());
  EXPECT_TRUE(json["quantities"][0]["high"].IsNull());  // open upwards
  EXPECT_FALSE(json.HasMember("tokens"));
  EXPECT_EQ(out.find('\n'), std::string::npos);
}

TEST(ComparisonJson, IsOneObjectWithEveryPart) {
  std::vector<Document> reports;
  reports.push_back(Report());
  Comparison comparison;
  comparison.lineage.origins.push_back({"o1", {0}, "alone", true, ""});
  Finding finding;
  finding.id = "f1";
  finding.status = FindingStatus::kDisputed;
  finding.facet = Facet::kNumber;
  finding.readings.push_back(
      {0, {0, 5}, kNone, "4", {0, 5}, {"bo"}, Modality::kAsserted, Polarity::kDenied});
  comparison.findings.push_back(finding);
  Utterance utterance;
  utterance.id = "u1";
  utterance.readings.resize(2);
  utterance.readings[0] = {0, 0, {23, 25}, Wording::kVerbatim, kNone, {}, false};
  utterance.readings[1] = {
      0, 0, {23, 25}, Wording::kAltered, 0, {{ChangeOp::kReplace, {23, 25}, {23, 25}, true}}, true};
  comparison.utterances.push_back(utterance);
  LedgerEntry entry;
  entry.id = "l1";
  entry.actors = {"bo", "li"};
  entry.evidence = {{0, {0, 5}}};
  comparison.ledger.push_back(entry);
  comparison.timeline.push_back({"2031-05", "what", true, {}, {{0, {31, 36}}}});
  std::string out;
  WriteComparisonJson(reports, comparison, out);
  const auto json = Parse(out);
  for (const char* key : {"reports", "lineage", "utterances", "findings", "ledger", "timeline"}) {
    EXPECT_TRUE(json.HasMember(key)) << key;
  }
  EXPECT_STREQ(json["reports"][0]["id"].GetString(), "a");
  EXPECT_EQ(json["findings"][0]["readings"][0]["end"].GetInt(), 4);
  EXPECT_STREQ(json["findings"][0]["facet"].GetString(), "number");
  EXPECT_TRUE(json["findings"][0]["between"].IsNull());
  const auto& reading = json["utterances"][0]["readings"][1];
  EXPECT_STREQ(reading["against"].GetString(), "q1");
  EXPECT_STREQ(reading["changes"][0]["from"].GetString(), "no");
  EXPECT_EQ(json["ledger"][0]["actor"].Size(), 2u);
  EXPECT_STREQ(json["timeline"][0]["when"].GetString(), "2031-05");
}

TEST(WebAnnotation, SelectsByPositionAndByWords) {
  std::string out;
  WriteWebAnnotation(Report(), out);
  const auto json = Parse(out.substr(0, out.find('\n')));
  EXPECT_STREQ(json["type"].GetString(), "Annotation");
  EXPECT_STREQ(json["target"]["selector"][0]["type"].GetString(), "TextPositionSelector");
  EXPECT_EQ(json["target"]["selector"][0]["start"].GetInt(), 11);
  EXPECT_STREQ(json["target"]["selector"][1]["exact"].GetString(), "Bo");
}

TEST(JsonWriter, WritesNumbersAsReadersExpect) {
  const std::pair<double, std::string> rows[] = {
      {3, "3"}, {-2.0, "-2"}, {0.5, "0.5"}, {0.123456, "0.1234"}, {1e300, "1e300"}, {NAN, "null"}};
  for (const auto& [number, text] : rows) {
    std::string out;
    JsonWriter json(out);
    json.Number(number);
    EXPECT_EQ(out, text);
  }
}

}  // namespace
}  // namespace synoptic
