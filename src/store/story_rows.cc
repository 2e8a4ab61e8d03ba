#include "store/story_rows.h"

#include "store/json_tree.h"

namespace synoptic {
namespace {

class ComparisonRows {
 public:
  ComparisonRows(Database& database, int64_t story) : db_(database), story_(story) {}

  ComparisonCounts Insert(const JsonTree& tree) {
    const JsonTree& lineage = At(tree, "lineage");
    for (const JsonTree* origin : Items(lineage, "origins")) InsertOrigin(*origin);
    InsertEdges(Items(lineage, "edges"));
    for (const JsonTree* utterance : Items(tree, "utterances")) InsertUtterance(*utterance);
    int number = 0;
    for (const JsonTree* finding : Items(tree, "findings")) InsertFinding(*finding, number++);
    number = 0;
    for (const JsonTree* entry : Items(tree, "ledger")) InsertLedger(*entry, number++);
    number = 0;
    for (const JsonTree* entry : Items(tree, "timeline")) InsertTimeline(*entry, number++);
    return counts_;
  }

 private:
  void InsertOrigin(const JsonTree& origin) {
    const std::string_view id = WordAt(origin, "id");
    counts_.origins += FlagAt(origin, "distinct");
    Query query(
        db_,
        "INSERT INTO origins(story, id, basis, known, distinct_origin, name) VALUES(?,?,?,?,?,?)");
    query.Bind(story_, id, WordAt(origin, "basis"), FlagAt(origin, "known"),
               FlagAt(origin, "distinct"), TextAt(origin, "name"));
    query.Run();
    Query member(db_, "INSERT INTO origin_reports(story, origin, report) VALUES(?,?,?)");
    for (const JsonTree* report : Items(origin, "reports")) {
      member.Bind(story_, id, TextOf(*report)).Run();
    }
  }

  void InsertEdges(const std::vector<const JsonTree*>& edges) {
    Query query(db_,
                R"(INSERT INTO edges(story, number, "from", "to", kind, directed, confidence, share,
                          passages, reasons) VALUES(?,?,?,?,?,?,?,?,?,?))");
    int number = 0;
    for (const JsonTree* edge : edges) {
      query.Bind(story_, number++, WordAt(*edge, "from"), WordAt(*edge, "to"),
                 WordAt(*edge, "kind"), FlagAt(*edge, "directed"),
                 NumberAt(*edge, "confidence").value_or(0), NumberAt(*edge, "share").value_or(0),
                 static_cast<int64_t>(Items(*edge, "passages").size()), ListAt(*edge, "reasons"));
      query.Run();
    }
  }

  void InsertUtterance(const JsonTree& utterance) {
    const std::string_view id = WordAt(utterance, "id");
    Query(db_, "INSERT INTO utterances(story, id, speaker) VALUES(?,?,?)")
        .Bind(story_, id, TextAt(utterance, "speaker"))
        .Run();
    Query query(
        db_,
        R"(INSERT INTO utterance_readings(story, utterance, number, report, quote, wording, against,
                          meaning_changed, "begin", "end") VALUES(?,?,?,?,?,?,?,?,?,?))");
    int number = 0;
    for (const JsonTree* reading : Items(utterance, "readings")) {
      query.Bind(story_, id, number++, WordAt(*reading, "report"), WordAt(*reading, "quote"),
                 WordAt(*reading, "wording"), TextAt(*reading, "against"),
                 FlagAt(*reading, "meaning_changed"), IntAt(*reading, "begin"),
                 IntAt(*reading, "end"));
      query.Run();
    }
  }

  void InsertFinding(const JsonTree& finding, int place) {
    const std::string_view id = WordAt(finding, "id"), status = WordAt(finding, "status");
    counts_.disputed += status == "disputed";
    Query(
        db_,
        R"(INSERT INTO findings(story, id, number, status, "between", facet, topic, explanation, origins)
                  VALUES(?,?,?,?,?,?,?,?,?))")
        .Bind(story_, id, place, status, TextAt(finding, "between"), TextAt(finding, "facet"),
              WordAt(finding, "topic"), TextAt(finding, "explanation"), IntAt(finding, "origins"))
        .Run();
    Query query(
        db_, R"(INSERT INTO finding_readings(story, finding, number, report, value, attributed_to,
                          modality, polarity, "begin", "end") VALUES(?,?,?,?,?,?,?,?,?,?))");
    int number = 0;
    for (const JsonTree* reading : Items(finding, "readings")) {
      query.Bind(story_, id, number++, WordAt(*reading, "report"), TextAt(*reading, "value"),
                 ListAt(*reading, "attributed_to"), TextAt(*reading, "modality"),
                 TextAt(*reading, "polarity"), IntAt(*reading, "begin"), IntAt(*reading, "end"));
      query.Run();
    }
  }

  static std::string ActorsOf(const JsonTree& entry) {
    const JsonTree& actor = At(entry, "actor");
    if (actor.IsArray()) return Rendered(actor);
    return actor.IsString() ? "[" + Rendered(actor) + "]" : "[]";
  }

  void InsertLedger(const JsonTree& entry, int place) {
    const std::string_view id = WordAt(entry, "id");
    Query(
        db_,
        R"(INSERT INTO ledger(story, id, number, kind, status, actors, target, what, "when", made, deadline,
                    "where", conditional_on, names, json) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?))")
        .Bind(story_, id, place, WordAt(entry, "kind"), WordAt(entry, "status"), ActorsOf(entry),
              TextAt(entry, "target"), WordAt(entry, "what"), TextAt(entry, "when"),
              TextAt(entry, "made"), TextAt(entry, "deadline"), TextAt(entry, "where"),
              TextAt(entry, "conditional_on"), ListAt(entry, "names"), Rendered(entry))
        .Run();
    InsertEvidence("ledger", id, entry);
  }

  void InsertTimeline(const JsonTree& entry, int place) {
    Query(db_,
          R"(INSERT INTO timeline(story, number, "when", what, planned, json) VALUES(?,?,?,?,?,?))")
        .Bind(story_, place, WordAt(entry, "when"), WordAt(entry, "what"), FlagAt(entry, "planned"),
              Rendered(entry))
        .Run();
    InsertEvidence("timeline", std::to_string(place), entry);
  }

  void InsertEvidence(std::string_view of, std::string_view entry, const JsonTree& tree) {
    Query query(db_, R"(INSERT INTO evidence(story, of, entry, number, report, "begin", "end")
                        VALUES(?,?,?,?,?,?,?))");
    int number = 0;
    for (const JsonTree* item : Items(tree, "evidence")) {
      query.Bind(story_, of, entry, number++, WordAt(*item, "report"), IntAt(*item, "begin"),
                 IntAt(*item, "end"));
      query.Run();
    }
  }

  Database& db_;
  int64_t story_;
  ComparisonCounts counts_;
};

}  // namespace

void DeleteComparison(Database& database, int64_t story) {
  for (const std::string_view sql :
       {"DELETE FROM origins WHERE story = ?", "DELETE FROM origin_reports WHERE story = ?",
        "DELETE FROM edges WHERE story = ?", "DELETE FROM utterances WHERE story = ?",
        "DELETE FROM utterance_readings WHERE story = ?", "DELETE FROM findings WHERE story = ?",
        "DELETE FROM finding_readings WHERE story = ?", "DELETE FROM ledger WHERE story = ?",
        "DELETE FROM timeline WHERE story = ?", "DELETE FROM evidence WHERE story = ?"}) {
    Query(database, sql).Bind(story).Run();
  }
}

ComparisonCounts ReplaceComparison(Database& database, int64_t story, std::string_view comparison) {
  rapidjson::Document tree;
  tree.Parse(comparison.data(), comparison.size());
  DeleteComparison(database, story);
  return ComparisonRows(database, story).Insert(tree);
}

}  // namespace synoptic
