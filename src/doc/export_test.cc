// The exchange forms against what their specifications ask.
#define RAPIDJSON_HAS_STDSTRING 1
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <set>

#include "doc/plover_export.h"
#include "doc/prov.h"
#include "doc/tei.h"
#include "doc/xml_text.h"

namespace synoptic {
namespace {

Document Report(std::string id, std::string text) {
  Document report;
  report.id = std::move(id);
  report.text = std::move(text);
  report.source = report.id + " & Co";
  report.published = Moment::Parse("2031-03-05");
  report.mentions = {{{0, 5}, ActorType::kPerson, MentionKind::kName, 0, false}};
  report.actors.resize(1);
  report.actors[0].id = "velko", report.actors[0].name = "Velko <the elder>";
  return report;
}

std::vector<Document> Story() {
  std::vector<Document> reports;
  reports.push_back(Report("a", "Velko says \"We sail & wait\" on."));
  reports.push_back(Report("b", "Velko says \"We sail & return now\"."));
  reports.push_back(Report("c", "Velko says \"We sail & wait\" today."));
  return reports;
}

Comparison Compared() {
  Comparison comparison;
  comparison.lineage.edges.resize(3);
  Edge& copy = comparison.lineage.edges[0];
  copy.from = 0, copy.to = 2, copy.kind = EdgeKind::kCopy, copy.directed = true;
  copy.confidence = 0.9;
  Edge& shared = comparison.lineage.edges[1];
  shared.from = 0, shared.to = 1, shared.kind = EdgeKind::kSharedOrigin, shared.confidence = 0.7;
  Edge& weak = comparison.lineage.edges[2];
  weak.from = 1, weak.to = 2, weak.confidence = 0.3;
  Origin origin;
  origin.id = "o1", origin.reports = {0, 1, 2}, origin.basis = "one wire";
  comparison.lineage.origins = {origin};
  comparison.lineage.origin_of = {0, 0, 0};
  Utterance utterance;
  utterance.id = "u1", utterance.speaker = "velko";
  utterance.readings.resize(3);
  utterance.readings[0].report = 0, utterance.readings[0].span = {12, 26};
  utterance.readings[1].report = 1, utterance.readings[1].span = {12, 32};
  utterance.readings[1].wording = Wording::kAltered, utterance.readings[1].against = 0;
  utterance.readings[1].changes = {{ChangeOp::kReplace, {22, 26}, {22, 32}, true},
                                   {ChangeOp::kDelete, {12, 14}, {}, false}};
  utterance.readings[2].report = 2, utterance.readings[2].span = {12, 26};
  utterance.readings[2].against = 0;
  comparison.utterances = {utterance};
  Finding finding;
  finding.id = "f1", finding.topic = "they sail";
  finding.readings.resize(2);
  finding.readings[0].report = 0, finding.readings[1].report = 2;
  comparison.findings = {finding};
  return comparison;
}

rapidjson::Document Json(const std::string& text) {
  rapidjson::Document json;
  json.Parse(text);
  EXPECT_FALSE(json.HasParseError()) << text;
  return json;
}

TEST(Plover, RecordsHoldWhatTheOntologyAsksFor) {
  Document report = Report("a", "Velko bombed Karsk on May 4.");
  report.times.push_back({{22, 27}, TimeType::kDate, "2031-05-04"});
  Statement event;
  event.id = "a:s1", event.span = {0, 27}, event.trigger = {6, 12};
  event.type = PloverType::kAssault, event.mode = "explosives";
  event.actor = Reference{{0, 5}, 0}, event.target = Reference{{13, 18}, kNone};
  event.times = {0};
  Statement fact = event;
  fact.id = "a:s2", fact.fact = FactKind::kCount, fact.type.reset();
  report.statements = {event, fact};
  std::string out;
  WritePlover(report, out);
  EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), 1) << "facts are no events";
  const auto record = Json(out);
  const auto type = PloverFromName(record["event"].GetString());
  ASSERT_TRUE(type);
  const auto modes = PloverModes(*type);
  EXPECT_NE(std::find(modes.begin(), modes.end(), record["mode"].GetString()), modes.end());
  EXPECT_STREQ(record["quad"].GetString(), "material conflict");
  EXPECT_STREQ(record["date"].GetString(), "2031-05-04");
  EXPECT_TRUE(record["context"].IsArray());
  EXPECT_STREQ(record["source"][0]["actor"].GetString(), "Velko <the elder>");
  EXPECT_TRUE(record["target"][0]["actor"].IsNull());
  EXPECT_STREQ(record["target"][0]["text"].GetString(), "Karsk");
  EXPECT_STREQ(record["published"].GetString(), "2031-03-05");
}

// Every relation of PROV-JSON names entities and agents that are declared, by its two arguments.
TEST(Prov, RelationsNameWhatIsDeclared) {
  const auto reports = Story();
  std::string out;
  WriteProvJson(reports, Compared(), out);
  const auto json = Json(out);
  std::set<std::string> declared;
  for (const char* kind : {"entity", "agent"}) {
    ASSERT_TRUE(json.HasMember(kind) && json[kind].IsObject()) << kind;
    for (const auto& member : json[kind].GetObject()) {
      const std::string name = member.name.GetString();
      EXPECT_TRUE(declared.insert(name).second) << name;
      const std::string prefix = name.substr(0, name.find(':'));
      EXPECT_TRUE(json["prefix"].HasMember(prefix)) << name;
    }
  }
  struct Arguments {
    const char *relation, *first, *second;
    size_t count;
  };
  constexpr Arguments kRelations[] = {
      {"wasDerivedFrom", "prov:generatedEntity", "prov:usedEntity", 5},
      {"alternateOf", "prov:alternate1", "prov:alternate2", 0},
      {"wasAttributedTo", "prov:entity", "prov:agent", 3},
      {"hadMember", "prov:collection", "prov:entity", 3}};
  for (const Arguments& asked : kRelations) {
    ASSERT_TRUE(json.HasMember(asked.relation)) << asked.relation;
    EXPECT_EQ(json[asked.relation].MemberCount(), asked.count) << asked.relation;
    for (const auto& member : json[asked.relation].GetObject()) {
      EXPECT_TRUE(std::string(member.name.GetString()).starts_with("_:"));
      for (const char* key : {asked.first, asked.second}) {
        ASSERT_TRUE(member.value.HasMember(key)) << asked.relation << " " << key;
        EXPECT_TRUE(declared.contains(member.value[key].GetString()))
            << member.value[key].GetString();
      }
    }
  }
}

size_t CountOf(const std::string& text, std::string_view what) {
  size_t count = 0;
  for (size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++count;
  return count;
}

// Tags close in order and text is escaped; enough to be well-formed for what this writer writes.
bool IsWellFormed(const std::string& xml) {
  std::vector<std::string> open;
  for (size_t at = xml.find('<'); at != std::string::npos; at = xml.find('<', at + 1)) {
    const size_t end = xml.find('>', at);
    if (end == std::string::npos) return false;
    const std::string tag = xml.substr(at + 1, end - at - 1);
    if (tag.starts_with('?') || tag.ends_with('/')) continue;
    if (!tag.starts_with('/')) {
      open.push_back(tag.substr(0, tag.find(' ')));
    } else if (open.empty() || open.back() != tag.substr(1)) {
      return false;
    } else {
      open.pop_back();
    }
  }
  return open.empty();
}

TEST(Tei, IsAnApparatus) {
  const auto reports = Story();
  std::string out;
  WriteTei(reports, Compared(), out);
  EXPECT_TRUE(IsWellFormed(out)) << out;
  for (const char* part : {"<teiHeader>", "<titleStmt>", "<publicationStmt>", "<sourceDesc>",
                           "<listWit>", "<variantEncoding method=\"parallel-segmentation\"",
                           "<persName>Velko &lt;the elder&gt;</persName>", "<body>"}) {
    EXPECT_EQ(CountOf(out, part), 1u) << part;
  }
  EXPECT_EQ(CountOf(out, "<witness "), reports.size());
  EXPECT_NE(out.find("<lem wit=\"#r1 #r3\">We sail &amp; wait</lem>"), std::string::npos) << out;
  EXPECT_NE(out.find("<seg type=\"replace\" subtype=\"meaning\">return now</seg>"),
            std::string::npos)
      << out;
  EXPECT_NE(out.find("<gap reason=\"omitted\"><desc>We</desc></gap>"), std::string::npos) << out;
  // Every witness that a reading names is listed.
  for (size_t at = out.find("wit=\"#r"); at != std::string::npos; at = out.find("wit=\"#r", at + 1))
    EXPECT_NE(out.find("xml:id=\"" + out.substr(at + 6, 2) + "\""), std::string::npos);
}

TEST(Tei, HoldsABodyWhereNothingIsUttered) {
  std::string out;
  WriteTei({}, {}, out);
  EXPECT_TRUE(IsWellFormed(out));
  EXPECT_NE(out.find("<p/>"), std::string::npos);
}

TEST(EscapeXml, LeavesNothingThatXmlCannotHold) {
  EXPECT_EQ(EscapeXml("a<b>&\"\x01 \xEF\xBF\xBF é"), "a&lt;b&gt;&amp;&quot;    é");
}

}  // namespace
}  // namespace synoptic
