#include "store/report_rows.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "store/json_tree.h"
#include "store/pack.h"

namespace synoptic {
namespace {

class ReportRows {
 public:
  ReportRows(Database& database, int64_t report, const JsonTree& tree)
      : db_(database), report_(report), tree_(tree), text_(WordAt(tree, "text")), points_(text_) {}

  void Insert() {
    InsertSections();
    InsertMentions();
    InsertActors();
    InsertTimes();
    InsertQuantities();
    for (const JsonTree* quote : Items(tree_, "quotes")) InsertQuote(*quote);
    InsertStatements();
  }

 private:
  void InsertSections() {
    Query query(db_,
                R"(INSERT INTO sections(report, number, kind, "begin", "end") VALUES(?,?,?,?,?))");
    int number = 0;
    for (const JsonTree* item : Items(tree_, "sections")) {
      query.Bind(report_, number++, WordAt(*item, "kind"), IntAt(*item, "begin"),
                 IntAt(*item, "end"));
      query.Run();
    }
  }

  void InsertMentions() {
    Query query(db_, R"(INSERT INTO mentions(report, number, actor, type, kind, "begin", "end")
                        VALUES(?,?,?,?,?,?,?))");
    int number = 0;
    for (const JsonTree* item : Items(tree_, "mentions")) {
      const auto actor = TextAt(*item, "actor");
      if (actor) first_.emplace(*actor, item);
      query.Bind(report_, number++, actor, WordAt(*item, "type"), WordAt(*item, "kind"),
                 IntAt(*item, "begin"), IntAt(*item, "end"));
      query.Run();
    }
  }

  // Every name of an actor, for the search.
  static std::string NamesOf(const JsonTree& actor) {
    std::string names(WordAt(actor, "name"));
    for (const JsonTree* alias : Items(actor, "aliases")) {
      names += '\n';
      names += TextOf(*alias).value_or(std::string_view());
    }
    return names;
  }

  void InsertActors() {
    Query query(
        db_, R"(INSERT INTO actors(report, id, type, name, aliases, country, names, "begin", "end")
                        VALUES(?,?,?,?,?,?,?,?,?))");
    for (const JsonTree* item : Items(tree_, "actors")) {
      const std::string_view id = WordAt(*item, "id");
      const auto mention = first_.find(id);
      std::optional<int64_t> begin, end;
      if (mention != first_.end()) {
        begin = IntAt(*mention->second, "begin");
        end = IntAt(*mention->second, "end");
      }
      actors_.emplace(id, item);
      query.Bind(report_, id, WordAt(*item, "type"), WordAt(*item, "name"),
                 ListAt(*item, "aliases"), TextAt(*item, "country"), NamesOf(*item), begin, end);
      query.Run();
    }
  }

  void InsertTimes() {
    Query query(db_, R"(INSERT INTO times(report, number, type, value, mod, "begin", "end")
                        VALUES(?,?,?,?,?,?,?))");
    int number = 0;
    for (const JsonTree* item : Items(tree_, "times")) {
      query.Bind(report_, number++, WordAt(*item, "type"), WordAt(*item, "value"),
                 TextAt(*item, "mod"), IntAt(*item, "begin"), IntAt(*item, "end"));
      query.Run();
    }
  }

  void InsertQuantities() {
    Query query(
        db_,
        R"(INSERT INTO quantities(report, number, value, low, high, counted, vague, "begin", "end")
                        VALUES(?,?,?,?,?,?,?,?,?))");
    int number = 0;
    for (const JsonTree* item : Items(tree_, "quantities")) {
      query.Bind(report_, number++, NumberAt(*item, "value"), NumberAt(*item, "low"),
                 NumberAt(*item, "high"), TextAt(*item, "of"), FlagAt(*item, "vague"),
                 IntAt(*item, "begin"), IntAt(*item, "end"));
      query.Run();
    }
  }

  std::string_view Cut(int64_t begin, int64_t end) const {
    if (begin < 0 || end <= begin) return {};
    const size_t first = points_.ByteOf(static_cast<uint32_t>(begin));
    const size_t last = points_.ByteOf(static_cast<uint32_t>(end));
    return text_.substr(first, last - first);
  }

  void InsertQuote(const JsonTree& quote) {
    const auto content = Items(quote, "content");
    if (content.empty()) return;
    std::string words;
    for (const JsonTree* part : content) {
      if (!words.empty()) words += " … ";
      words += Cut(IntAt(*part, "begin"), IntAt(*part, "end"));
    }
    const JsonTree& speaker = At(quote, "speaker");
    std::optional<std::string_view> said, name;
    const auto id = TextAt(speaker, "actor");
    if (speaker.IsObject()) said = Cut(IntAt(speaker, "begin"), IntAt(speaker, "end"));
    std::string names(said.value_or(std::string_view()));
    const auto actor = id ? actors_.find(*id) : actors_.end();
    if (actor != actors_.end()) {
      name = TextAt(*actor->second, "name");
      names += '\n' + NamesOf(*actor->second);
    }
    Query query(
        db_, R"(INSERT INTO quotes(report, id, kind, speaker, speaker_name, speaker_words, channel,
                          "begin", "end", words, names, json) VALUES(?,?,?,?,?,?,?,?,?,?,?,?))");
    query.Bind(report_, WordAt(quote, "id"), WordAt(quote, "kind"), id, name, said,
               TextAt(quote, "channel"), IntAt(*content.front(), "begin"),
               IntAt(*content.back(), "end"), words, names, Rendered(quote));
    query.Run();
  }

  void InsertStatements() {
    Query query(
        db_,
        R"(INSERT INTO statements(report, number, id, fact, type, mode, actor, target, polarity,
                          modality, attributed_to, place, "begin", "end") VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?))");
    int number = 0;
    for (const JsonTree* item : Items(tree_, "statements")) {
      query.Bind(report_, number++, WordAt(*item, "id"), WordAt(*item, "fact"),
                 TextAt(*item, "type"), TextAt(*item, "mode"), TextAt(At(*item, "actor"), "actor"),
                 TextAt(At(*item, "target"), "actor"), WordAt(*item, "polarity"),
                 WordAt(*item, "modality"), ListAt(*item, "attributed_to"), TextAt(*item, "place"),
                 IntAt(*item, "begin"), IntAt(*item, "end"));
      query.Run();
    }
  }

  Database& db_;
  int64_t report_;
  const JsonTree& tree_;
  std::string_view text_;
  CodePointIndex points_;
  std::map<std::string_view, const JsonTree*> first_;   // actor id -> first mention
  std::map<std::string_view, const JsonTree*> actors_;  // by id
};

}  // namespace

void InsertAnnotations(Database& database, int64_t report, std::string_view annotations) {
  rapidjson::Document tree;
  tree.Parse(annotations.data(), annotations.size());
  ReportRows(database, report, tree).Insert();
  Query query(database, "INSERT INTO annotations(report, json) VALUES(?, ?)");
  query.Bind(report).BindBlob(Pack(annotations)).Run();
}

void DeleteAnnotations(Database& database, int64_t report) {
  for (const std::string_view sql :
       {"DELETE FROM annotations WHERE report = ?", "DELETE FROM sections WHERE report = ?",
        "DELETE FROM actors WHERE report = ?", "DELETE FROM mentions WHERE report = ?",
        "DELETE FROM times WHERE report = ?", "DELETE FROM quantities WHERE report = ?",
        "DELETE FROM quotes WHERE report = ?", "DELETE FROM statements WHERE report = ?"}) {
    Query(database, sql).Bind(report).Run();
  }
}

}  // namespace synoptic
