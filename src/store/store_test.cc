#include "store/store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "doc/json.h"
#include "store/filter.h"
#include "store/pack.h"
#include "store/schema.h"

namespace synoptic {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class StoreTest : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::path(testing::TempDir()) / (std::string("store_") + test->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    path_ = (folder_ / "s.db").string();
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::unique_ptr<Store> Open(OpenMode mode = OpenMode::kCreate) {
    auto store = Store::Open(path_, mode);
    EXPECT_TRUE(store) << (store ? "" : store.error().message);
    return store ? std::move(*store) : nullptr;
  }

  std::string Bytes() const {
    std::ifstream file(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  void Write(std::string_view bytes) const { std::ofstream(path_, std::ios::binary) << bytes; }

  void RunSql(const std::string& sql) const {
    sqlite3* handle = nullptr;
    ASSERT_EQ(sqlite3_open(path_.c_str(), &handle), SQLITE_OK);
    char* message = nullptr;
    EXPECT_EQ(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, &message), SQLITE_OK) << message;
    sqlite3_close(handle);
  }

  fs::path folder_;
  std::string path_;
};

Document Report(std::string id, std::string text, std::string day = "2031-03-04") {
  Document report;
  report.id = std::move(id);
  report.text = std::move(text);
  report.published = Moment::Parse(day);
  report.published_from = DateSource::kMetadata;
  report.sections.push_back({{0, static_cast<uint32_t>(report.text.size())}, SectionKind::kBody});
  return report;
}

// Adds a report with one actor and one quotation where the text has "“…”".
void Put(StoreWriter& store, Document report, std::string_view story = "s1") {
  const size_t open = report.text.find("“"), close = report.text.find("”");
  if (open != std::string::npos) {
    Actor actor;
    actor.id = "ana-velm";
    actor.type = ActorType::kPerson;
    actor.name = "Ana Velm";
    actor.aliases = {"Velm"};
    report.actors.push_back(actor);
    const auto name = static_cast<uint32_t>(report.text.find("Velm"));
    report.mentions.push_back({{name, name + 4}, ActorType::kPerson, MentionKind::kName, 0});
    Quote quote;
    quote.id = "q1";
    quote.content = {{static_cast<uint32_t>(open + 3), static_cast<uint32_t>(close)}};
    quote.speaker = Reference{{name, name + 4}, 0};
    report.quotes.push_back(quote);
  }
  std::string json;
  WriteDocumentJson(report, {}, json);
  const int64_t row = store.StoryRowOf(story);
  store.Insert(report, ContentKey(report), json, "2031-03-04T00:00:00Z");
  store.SetStory(report.id, row);
  store.Touch(row);
  store.Note("report", story, report.id);
}

void PutAll(Store& store, std::vector<Document> reports) {
  auto lease = store.Write();
  Transaction transaction((**lease)->database());
  for (Document& report : reports) Put(***lease, std::move(report));
  const auto done = transaction.Commit();
  ASSERT_TRUE(done) << done.error().message;
}

TEST_F(StoreTest, RefusesWhatIsNoStoreAndLeavesItAsItIs) {
  struct Row {
    std::string bytes;
    const char* says;
  };
  const Row rows[] = {{"A plain text about Brenn harbour.", "no SQLite database"},
                      {std::string(4096, '\0'), "no SQLite database"},
                      {"SQLite format 3", "no SQLite database"}};
  for (const Row& row : rows) {
    Write(row.bytes);
    for (const OpenMode mode : {OpenMode::kRead, OpenMode::kWrite, OpenMode::kCreate}) {
      const auto store = Store::Open(path_, mode);
      ASSERT_FALSE(store);
      EXPECT_THAT(store.error().message, HasSubstr(row.says));
      EXPECT_EQ(Bytes(), row.bytes);
    }
  }
}

TEST_F(StoreTest, RefusesAnotherProgramsDatabase) {
  RunSql("CREATE TABLE harbour(ship TEXT)");
  const std::string before = Bytes();
  const auto store = Store::Open(path_, OpenMode::kCreate);
  ASSERT_FALSE(store);
  EXPECT_THAT(store.error().message, HasSubstr("another program"));
  EXPECT_EQ(Bytes(), before);
}

TEST_F(StoreTest, RefusesANewerStoreUntouched) {
  Open().reset();
  RunSql(
      "PRAGMA user_version = 9000; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE");
  const std::string before = Bytes();
  for (const OpenMode mode : {OpenMode::kRead, OpenMode::kWrite, OpenMode::kCreate}) {
    const auto store = Store::Open(path_, mode);
    ASSERT_FALSE(store);
    EXPECT_EQ(store.error().code, ErrorCode::kConflict);
    EXPECT_THAT(store.error().message, HasSubstr("version 9000"));
  }
  EXPECT_EQ(Bytes(), before);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), {}), 1) << "a file was made beside it";
}

TEST_F(StoreTest, MakesAStoreOnlyWhereAsked) {
  for (const OpenMode mode : {OpenMode::kRead, OpenMode::kWrite}) {
    const auto store = Store::Open(path_, mode);
    ASSERT_FALSE(store);
    EXPECT_EQ(store.error().code, ErrorCode::kNotFound);
  }
  EXPECT_FALSE(fs::exists(path_));
  Write("");  // as mktemp leaves it
  EXPECT_TRUE(Open());
  fs::create_directory(folder_ / "sub");
  EXPECT_THAT(Store::Open((folder_ / "sub").string(), OpenMode::kCreate).error().message,
              HasSubstr("a folder"));
}

TEST_F(StoreTest, KeepsAReportAsIngestLeftIt) {
  auto store = Open();
  Document report = Report("a", "Brenn — “We will go,” Velm said.", "2031-03-04T09:30:00+02:00");
  report.url = "https://ledger.example/a";
  report.authors = {"Ilka Dorn", "Per \"P.\" Aas"};
  report.published_from = DateSource::kText;
  report.published_span = Span{0, 5};
  report.warnings = {"one byte was not UTF-8"};
  const Document wanted = [&] {
    Document copy;
    copy.authors = report.authors;
    copy.url = report.url;
    copy.text = report.text;
    return copy;
  }();
  std::vector<Document> reports;
  reports.push_back(std::move(report));
  PutAll(*store, std::move(reports));
  auto lease = store->Read();
  const auto documents = (**lease)->DocumentsFrom(0, 10);
  ASSERT_TRUE(documents && documents->size() == 1);
  const Document& kept = documents->front().second;
  EXPECT_EQ(kept.text, wanted.text);
  EXPECT_EQ(kept.url, wanted.url);
  EXPECT_EQ(kept.authors, wanted.authors);
  EXPECT_EQ(kept.published->Iso(), "2031-03-04T09:30:00+02:00");
  EXPECT_EQ(kept.published_from, DateSource::kText);
  ASSERT_TRUE(kept.published_span);
  EXPECT_EQ(kept.Cut(*kept.published_span), "Brenn");
  ASSERT_EQ(kept.sections.size(), 1u);
  EXPECT_EQ(kept.Cut(kept.sections[0].span), wanted.text);
  EXPECT_THAT(kept.warnings, ElementsAre("one byte was not UTF-8"));
}

TEST_F(StoreTest, FindsWordsWithTheirPlace) {
  auto store = Open();
  std::vector<Document> reports;
  reports.push_back(
      Report("a", "Café Brenn was shut. The minister of Karsk offered talks on the strait."));
  reports.push_back(Report("b", "“We are talking,” Velm said of the strait."));
  reports.push_back(Report("c", "Nothing of that kind happened in the harbour.", "2031-03-09"));
  PutAll(*store, std::move(reports));
  auto lease = store->Read();
  StoreReader& reader = ***lease;
  const auto find = [&](std::string_view words, SearchIn in = SearchIn::kAll,
                        ReportFilter filter = {}) {
    std::vector<std::string> found;
    const auto hits = reader.Search(words, in, filter, {});
    EXPECT_TRUE(hits) << words;
    if (!hits) return found;
    EXPECT_EQ(hits->total, hits->items.size());
    for (const SearchHit& hit : hits->items) {
      found.push_back(hit.report + " " + std::to_string(hit.begin) + "-" + std::to_string(hit.end));
    }
    std::sort(found.begin(), found.end());
    return found;
  };
  EXPECT_THAT(find("cafe"), ElementsAre("a 0-4"));              // accents aside, in code points
  EXPECT_THAT(find("talk"), ElementsAre("a 51-56", "b 8-15"));  // endings aside
  EXPECT_THAT(find("\"offered talks\""), ElementsAre("a 43-56"));
  EXPECT_THAT(find("\"talks offered\""), IsEmpty());
  EXPECT_THAT(find("harb*"), ElementsAre("c 37-44"));
  EXPECT_THAT(find("talk strait"), ElementsAre("a 51-70", "b 8-41"));
  EXPECT_THAT(find("talk NOT AND OR ) \" ("), IsEmpty());  // no syntax but marks and *
  EXPECT_THAT(find("talking", SearchIn::kQuotes), ElementsAre("b 1-16"));
  EXPECT_THAT(find("minister", SearchIn::kQuotes), IsEmpty());
  EXPECT_THAT(find("velm", SearchIn::kActors), ElementsAre("b 18-22"));
  EXPECT_THAT(find("talk", SearchIn::kAll, {.actor = "Ana Velm"}), ElementsAre("b 8-15"));
  EXPECT_THAT(find("the", SearchIn::kAll, {.from = "2031-03-05"}), ElementsAre("c 33-36"));
  EXPECT_THAT(find("the", SearchIn::kAll, {.story = "s2"}), IsEmpty());
  EXPECT_EQ(reader.Search("?! \"\" * “”", SearchIn::kAll, {}, {}).error().code,
            ErrorCode::kInvalid);
  const auto quoted = reader.Search("talking", SearchIn::kAll, {.actor = "velm"}, {});
  ASSERT_EQ(quoted->items.size(), 1u);
  EXPECT_EQ(quoted->items[0].in, SearchIn::kQuotes) << "it stands in a quotation";
}

TEST_F(StoreTest, PagesHoldEveryRowOnce) {
  auto store = Open();
  std::vector<Document> reports;
  for (int i = 0; i < 25; ++i) {
    reports.push_back(Report("r" + std::to_string(i),
                             "Report number " + std::to_string(i) + " of Brenn.",
                             i % 3 == 0 ? "2031-03-04" : "2031-03-0" + std::to_string(1 + i % 9)));
  }
  reports[7].published.reset();
  PutAll(*store, std::move(reports));
  auto lease = store->Read();
  std::set<std::string> listed, found;
  PageRequest page{4, ""};
  do {
    const auto rows = (**lease)->Reports({}, page);
    ASSERT_TRUE(rows);
    EXPECT_EQ(rows->total, 25u);
    for (const ReportRow& row : rows->items) EXPECT_TRUE(listed.insert(row.id).second) << row.id;
    page.cursor = rows->next;
  } while (!page.cursor.empty());
  EXPECT_EQ(listed.size(), 25u);
  do {
    const auto rows = (**lease)->Search("brenn", SearchIn::kAll, {}, page);
    ASSERT_TRUE(rows);
    EXPECT_EQ(rows->total, 25u);
    for (const SearchHit& row : rows->items) EXPECT_TRUE(found.insert(row.report).second);
    page.cursor = rows->next;
  } while (!page.cursor.empty());
  EXPECT_EQ(found.size(), 25u);
  for (const char* cursor : {"x", "-1", "1_", "_", "9999999999999999999999", "1_2_3"}) {
    EXPECT_EQ((**lease)->Reports({}, {4, cursor}).error().code, ErrorCode::kInvalid) << cursor;
    EXPECT_EQ((**lease)->Search("brenn", SearchIn::kAll, {}, {4, cursor}).error().code,
              ErrorCode::kInvalid);
  }
}

TEST_F(StoreTest, RevisingKeepsTheOldText) {
  auto store = Open();
  std::vector<Document> reports;
  reports.push_back(Report("a", "Four people were injured at the harbour."));
  PutAll(*store, std::move(reports));
  {
    auto lease = store->Write();
    StoreWriter& writer = ***lease;
    Transaction transaction(writer.database());
    const auto old = writer.Report("a");
    const Document next = Report("a", "Seven people were injured at the harbour.");
    std::string json;
    WriteDocumentJson(next, {}, json);
    writer.Revise(**old, next, ContentKey(next), json, "2031-03-05T00:00:00Z");
    ASSERT_TRUE(transaction.Commit());
  }
  auto lease = store->Write();
  Query revision((**lease)->database(), "SELECT revision, text, difference FROM revisions");
  ASSERT_TRUE(revision.Step());
  EXPECT_EQ(revision.Int(0), 1);
  EXPECT_EQ(revision.View(1), "Four people were injured at the harbour.");
  EXPECT_EQ(revision.View(2), R"({"begin":0,"old":"Four","new":"Seven"})");
  EXPECT_EQ((**(**lease)->Report("a")).revision, 2u);
  EXPECT_THAT((**lease)->Search("four", SearchIn::kAll, {}, {})->items, IsEmpty());
  EXPECT_EQ((**lease)->Search("seven", SearchIn::kAll, {}, {})->items.size(), 1u);
  EXPECT_THAT(*(**lease)->Check(), IsEmpty());
}

TEST_F(StoreTest, WhatFailsIsNotKept) {
  auto store = Open();
  auto lease = store->Write();
  StoreWriter& writer = ***lease;
  {
    Transaction transaction(writer.database());
    Put(writer, Report("a", "One text."));
    Put(writer, Report("a", "Another text under one id."));
    EXPECT_FALSE(writer.Counts());  // asking does not clear the error
    EXPECT_FALSE(transaction.Commit());
  }
  EXPECT_EQ(writer.Counts()->reports, 0u);
  {
    Transaction transaction(writer.database());
    Put(writer, Report("a", "One text."));
  }  // never committed
  EXPECT_EQ(writer.Counts()->reports, 0u);
  EXPECT_EQ(writer.Version().value(), 0u);
}

TEST_F(StoreTest, CheckNamesWhatIsWrong) {
  auto store = Open();
  std::vector<Document> reports;
  reports.push_back(Report("a", "“We will go,” Velm said."));
  PutAll(*store, std::move(reports));
  auto lease = store->Write();
  EXPECT_THAT(*(**lease)->Check(), IsEmpty());
  struct Row {
    const char *harm, *says, *mend;
  };
  const Row rows[] = {
      {"UPDATE stories SET reports = 7", "count of reports", "UPDATE stories SET reports = 1"},
      {R"(UPDATE quotes SET "end" = 900)", "span outside", R"(UPDATE quotes SET "end" = 13)"},
      {"CREATE TABLE kept AS SELECT * FROM annotations; DELETE FROM annotations",
       "without annotations", "INSERT INTO annotations SELECT * FROM kept; DROP TABLE kept"},
      {"DELETE FROM reports_words_data WHERE id > 10", "reports_words", ""}};
  for (const Row& row : rows) {
    (**lease)->database().Run(row.harm);
    const auto faults = (**lease)->Check();
    ASSERT_TRUE(faults) << faults.error().message;
    EXPECT_THAT(*faults, testing::Contains(HasSubstr(row.says)));
    (**lease)->database().Run(row.mend);
  }
}

TEST(Match, WhateverIsTypedIsValid) {
  struct Row {
    const char *words, *match;
  };
  const Row rows[] = {{"talks", "\"talks\""},
                      {"  two  words ", "\"two\" \"words\""},
                      {"\"two words\" more", "\"two words\" \"more\""},
                      {"\"open mark", "\"open mark\""},
                      {"“two words”", "\"two words\""},
                      {"tal*", "\"tal\" *"},
                      {"a\"b\"c", "\"a\" \"b\" \"c\""},
                      {"x:y AND -z", "\"x:y\" \"AND\" \"-z\""},
                      {"* \" \"\" ()", ""},
                      {"", ""}};
  for (const Row& row : rows) EXPECT_EQ(MatchOf(row.words), row.match) << row.words;
}

TEST(PackedText, ComesBackAndDamageIsSeen) {
  std::string text = "Talks on the Brenn strait. ";
  for (int i = 0; i < 6; ++i) text += text;
  const std::string packed = Pack(text);
  EXPECT_LT(packed.size(), text.size() / 4);
  EXPECT_EQ(Unpack(packed), text);
  EXPECT_EQ(Unpack(Pack("")), "");
  for (size_t size = 0; size < packed.size(); ++size) {
    EXPECT_EQ(Unpack(std::string_view(packed).substr(0, size)), std::nullopt);
  }
  EXPECT_EQ(Unpack("no frame at all"), std::nullopt);
}

}  // namespace
}  // namespace synoptic
