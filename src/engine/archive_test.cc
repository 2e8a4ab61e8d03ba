#include "engine/archive.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <set>
#include <thread>

#include "ingest/ingest.h"

namespace synoptic {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<Document> Strait() {
  std::vector<std::string> paths;
  for (const auto& entry : fs::directory_iterator(SYNOPTIC_ROOT "/examples/strait")) {
    paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Document> reports;
  for (const std::string& path : paths) {
    std::ifstream file(path, std::ios::binary);
    ReportReader reader(path, file, {});
    while (auto report = reader.Next()) {
      if (*report) reports.push_back(std::move(**report));
    }
  }
  return reports;
}

Document Report(std::string id, std::string text, std::string day = "2031-03-04") {
  Document report;
  report.id = std::move(id);
  report.text = std::move(text);
  report.published = Moment::Parse(day);
  report.published_from = DateSource::kMetadata;
  report.language = "en";
  report.sections.push_back({{0, static_cast<uint32_t>(report.text.size())}, SectionKind::kBody});
  return report;
}

// Reports of several events over some days, in a few wordings each.
std::vector<Document> Stream(int count) {
  static constexpr const char* kPlaces[] = {"Brenn", "Ostrava Bay", "Karsk", "Velmara", "Dunholt"};
  static constexpr const char* kEvents[] = {
      "ferry strike stopped all crossings after the crews union rejected the wage offer",
      "earthquake of magnitude six damaged the old bridge and closed the mountain road",
      "harvest festival drew record crowds and the mayor opened the new grain market",
      "bank merger was approved by regulators who asked both lenders to sell branches"};
  std::vector<Document> reports;
  for (int i = 0; i < count; ++i) {
    const std::string place = kPlaces[i % 5], event = kEvents[(i / 5) % 4];
    const std::string text = "The " + event + " in " + place + ", officials of " + place +
                             " said in note " + std::to_string(i) + ". More was to follow in " +
                             place + " during the week.";
    reports.push_back(
        Report("r" + std::to_string(i), text, "2031-03-" + std::to_string(10 + i * 15 / count)));
  }
  return reports;
}

class ArchiveTest : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::path(testing::TempDir()) / (std::string("archive_") + test->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  Archive Open(const std::string& name = "a.db", OpenMode mode = OpenMode::kCreate) {
    auto archive = Archive::Open((folder_ / name).string(), mode);
    if (!archive) {
      ADD_FAILURE() << archive.error().message;
      std::abort();
    }
    return std::move(*archive);
  }

  static std::vector<AddResult> Add(Archive& archive, std::vector<Document> reports) {
    auto results = archive.Add(std::move(reports), 2);
    EXPECT_TRUE(results) << (results ? "" : results.error().message);
    return results ? std::move(*results) : std::vector<AddResult>();
  }

  static std::vector<AddResult> AddOne(Archive& archive, Document report) {
    std::vector<Document> one;
    one.push_back(std::move(report));
    return Add(archive, std::move(one));
  }

  static rapidjson::Document Story(Archive& archive, std::string_view id) {
    rapidjson::Document tree;
    const auto json = archive.StoryJson(id);
    EXPECT_TRUE(json && *json);
    if (json && *json) tree.Parse((**json).c_str());
    EXPECT_FALSE(tree.HasParseError());
    return tree;
  }

  static void ExpectWhole(Archive& archive) {
    const auto faults = archive.Check();
    ASSERT_TRUE(faults);
    EXPECT_THAT(*faults, IsEmpty());
  }

  fs::path folder_;
};

TEST_F(ArchiveTest, AddingTwiceChangesNothing) {
  Archive archive = Open();
  const auto first = Add(archive, Strait());
  ASSERT_EQ(first.size(), 7u);
  for (const AddResult& result : first) {
    EXPECT_EQ(result.outcome, AddOutcome::kAdded);
    EXPECT_EQ(result.story, first[0].story) << "one event, one story";
  }
  const uint64_t version = *archive.Version();
  const auto second = Add(archive, Strait());
  for (size_t i = 0; i < second.size(); ++i) {
    EXPECT_EQ(second[i].outcome, AddOutcome::kUnchanged);
    EXPECT_EQ(second[i].id, first[i].id);
    EXPECT_EQ(second[i].story, first[i].story);
  }
  EXPECT_EQ(*archive.Version(), version);
  EXPECT_EQ(archive.Counts()->reports, 7u);
  ExpectWhole(archive);
}

TEST_F(ArchiveTest, EveryRowFitsTheJsonOfItsReport) {
  Archive archive = Open();
  Add(archive, Strait());
  auto lease = archive.store().Read();
  Database& db = (**lease)->database();
  size_t looked = 0;
  for (const char* list :
       {"sections", "mentions", "times", "quantities", "actors", "quotes", "statements"}) {
    Query reports(db, "SELECT report, id FROM reports");
    while (reports.Step()) {
      rapidjson::Document tree;
      tree.Parse((**archive.ReportJson(reports.View(1))).c_str());
      const std::string sql = "SELECT count(*) FROM " + std::string(list) + " WHERE report = ?";
      Query count(db, sql);
      ASSERT_TRUE(count.Bind(reports.Int(0)).Step());
      EXPECT_EQ(count.Int(0), tree[list].Size()) << list << " of " << reports.View(1);
      looked += tree[list].Size();
    }
  }
  EXPECT_GT(looked, 100u);
  // Positions are code points, so that SQL cuts the words itself.
  Query cut(db, R"(SELECT q.words, substr(r.text, q."begin" + 1, q."end" - q."begin") FROM quotes q
                   JOIN reports r USING(report) WHERE q.words NOT LIKE '%…%')");
  size_t quotes = 0;
  for (; cut.Step(); ++quotes) EXPECT_EQ(cut.View(0), cut.View(1));
  EXPECT_GT(quotes, 5u);
}

TEST_F(ArchiveTest, TheSameAddressWithAnotherTextIsARevision) {
  Archive archive = Open();
  Document first = Report("a", "Four people were injured at Brenn harbour, the hospital said.");
  first.url = "https://ledger.example/harbour";
  Document second = Report("b", "Seven people were injured at Brenn harbour, the hospital said.");
  second.url = first.url;
  const auto added = AddOne(archive, std::move(first));
  const auto revised = AddOne(archive, std::move(second));
  EXPECT_EQ(revised[0].outcome, AddOutcome::kRevised);
  EXPECT_EQ(revised[0].id, added[0].id);
  EXPECT_EQ(revised[0].story, added[0].story);
  EXPECT_THAT(**archive.ReportJson("a"), HasSubstr("Seven people"));
  EXPECT_THAT(
      **archive.ReportJson("a"),
      HasSubstr(R"("difference":{"begin":0,"old":"Four","new":"Seven"},"text":"Four people)"));
  EXPECT_EQ(archive.Reports({}, {})->items[0].revision, 2u);
  // All of it in one call, too.
  Archive other = Open("b.db");
  std::vector<Document> batch;
  for (const char* text : {"Four were injured at Brenn.", "Seven were injured at Brenn.",
                           "Seven were injured at Brenn.", "Four were injured at Brenn."}) {
    batch.push_back(Report("a", text));
    batch.back().url = "https://ledger.example/harbour";
  }
  std::vector<AddOutcome> outcomes;
  for (const AddResult& result : Add(other, std::move(batch))) outcomes.push_back(result.outcome);
  EXPECT_THAT(outcomes, ElementsAre(AddOutcome::kAdded, AddOutcome::kRevised,
                                    AddOutcome::kUnchanged, AddOutcome::kRevised));
  ExpectWhole(other);
}

TEST_F(ArchiveTest, OneIdForTwoTextsIsMadeTwo) {
  Archive archive = Open();
  std::vector<Document> batch;
  for (int i = 0; i < 30; ++i)
    batch.push_back(Report("a", "Text number " + std::to_string(i) + "."));
  std::set<std::string> ids;
  for (const AddResult& result : Add(archive, std::move(batch))) ids.insert(result.id);
  EXPECT_EQ(ids.size(), 30u);
  EXPECT_TRUE(ids.contains("a") && ids.contains("a~2"));
}

TEST_F(ArchiveTest, StoriesAreTheSameInOneSittingOrMany) {
  Archive once = Open("once.db");
  std::vector<std::string> stories;
  std::vector<Document> all = Stream(120), again = Stream(120);
  for (size_t i = 0; i < all.size(); i += 10) {
    std::vector<Document> batch(std::make_move_iterator(all.begin() + static_cast<long>(i)),
                                std::make_move_iterator(all.begin() + static_cast<long>(i) + 10));
    Add(once, std::move(batch));
  }
  for (size_t i = 0; i < again.size(); i += 10) {
    Archive archive = Open("many.db");
    std::vector<Document> batch(std::make_move_iterator(again.begin() + static_cast<long>(i)),
                                std::make_move_iterator(again.begin() + static_cast<long>(i) + 10));
    Add(archive, std::move(batch));
  }
  Archive many = Open("many.db");
  std::set<std::string> seen;
  PageRequest page{200, ""};
  const auto a = once.Reports({}, page), b = many.Reports({}, page);
  ASSERT_EQ(a->items.size(), 120u);
  ASSERT_EQ(b->items.size(), 120u);
  for (size_t i = 0; i < a->items.size(); ++i) {
    EXPECT_EQ(a->items[i].id, b->items[i].id);
    EXPECT_EQ(a->items[i].story, b->items[i].story) << a->items[i].id;
    seen.insert(a->items[i].story);
  }
  EXPECT_GT(seen.size(), 3u);
  EXPECT_LT(seen.size(), 60u);
  ExpectWhole(once);
  ExpectWhole(many);
}

TEST_F(ArchiveTest, AStoryIsComparedAgainOnlyWhereItChanged) {
  Archive archive = Open();
  std::vector<Document> reports = Strait();
  Document last = std::move(reports.back());
  reports.pop_back();
  const std::string story = Add(archive, std::move(reports))[0].story;
  EXPECT_TRUE(archive.Stories({}, "", {})->items[0].stale);
  EXPECT_EQ(Story(archive, story)["reports"].Size(), 6u);
  const StoryRow row = archive.Stories({}, "", {})->items[0];
  EXPECT_FALSE(row.stale);
  EXPECT_GT(*row.disputed, 0u);
  EXPECT_GT(*row.origins, 0u);
  const uint64_t version = *archive.Version();
  EXPECT_EQ(**archive.StoryJson(story), **archive.StoryJson(story));
  EXPECT_EQ(*archive.Version(), version) << "nothing was compared";
  EXPECT_EQ(AddOne(archive, std::move(last))[0].story, story);
  EXPECT_TRUE(archive.Stories({}, "", {})->items[0].stale);
  EXPECT_EQ(Story(archive, story)["reports"].Size(), 7u);
  EXPECT_GT(archive.Ledger({}, {}, {})->total, 0u);
  EXPECT_GT(archive.Timeline({}, {})->total, 0u);
  std::set<std::string> kinds;
  const auto notes = archive.ChangesSince(0);
  for (const ChangeNote& note : *notes) kinds.insert(note.kind);
  EXPECT_THAT(kinds, ElementsAre("finding", "ledger", "report", "story"));
  EXPECT_EQ(*archive.StoryJson("no-such-story"), std::nullopt);
  EXPECT_EQ(*archive.Refresh(10), 0u);
  ExpectWhole(archive);
}

TEST_F(ArchiveTest, CorrectionsOutliveComparing) {
  Archive archive = Open();
  std::vector<Document> reports = Strait();
  Document last = std::move(reports.back());
  reports.pop_back();
  const std::string story = Add(archive, std::move(reports))[0].story;
  const auto before = Story(archive, story);
  std::string dispute;
  for (const auto& finding : before["findings"].GetArray()) {
    if (std::string_view(finding["status"].GetString()) == "disputed")
      dispute = finding["id"].GetString();
  }
  ASSERT_FALSE(dispute.empty());
  const auto disputes = *archive.Stories({}, "", {})->items[0].disputed;
  Correction correction;
  correction.kind = "not-a-dispute";
  correction.story = story;
  correction.target = dispute;
  const auto made = archive.Correct(correction);
  ASSERT_TRUE(made) << made.error().message;
  Story(archive, story);
  EXPECT_EQ(*archive.Stories({}, "", {})->items[0].disputed, disputes - 1);

  const QuoteHit quote = archive.Quotes("", "", {}, {})->items[0];
  rapidjson::Document json;
  json.Parse(quote.quote.c_str());
  rapidjson::Document report;
  report.Parse((**archive.ReportJson(quote.report)).c_str());
  std::string other;
  for (const auto& actor : report["actors"].GetArray()) {
    if (actor["name"].GetString() != quote.speaker) other = actor["name"].GetString();
  }
  Correction speaker;
  speaker.kind = "wrong-speaker";
  speaker.report = quote.report;
  speaker.target = json["id"].GetString();
  speaker.value = other;
  const auto spoken = archive.Correct(speaker);
  ASSERT_TRUE(spoken) << spoken.error().message;
  const auto said_by = [&] {
    const auto hits = archive.Quotes("", "", {}, {200, ""});
    for (const QuoteHit& hit : hits->items) {
      if (hit.report == quote.report && hit.text == quote.text) return hit.speaker;
    }
    return std::string();
  };
  EXPECT_EQ(said_by(), other);
  Correction note;
  note.kind = "note";
  note.story = story;
  note.note = "Both outlets rang the same press office.";
  ASSERT_TRUE(archive.Correct(note));
  AddOne(archive, std::move(last));
  EXPECT_EQ(said_by(), other);
  const auto after = Story(archive, story);
  EXPECT_EQ(after["corrections"].Size(), 3u);
  ASSERT_TRUE(*archive.Uncorrect(spoken->id));
  EXPECT_FALSE(*archive.Uncorrect(spoken->id));
  EXPECT_EQ(said_by(), quote.speaker);
  ExpectWhole(archive);
}

TEST_F(ArchiveTest, SameActorJoinsNames) {
  Archive archive = Open();
  const auto results = Add(archive, Strait());
  Correction same;
  same.kind = "same-actor";
  same.actors = {"Velmara", "Karsk"};
  ASSERT_TRUE(archive.Correct(same));
  const auto story = Story(archive, results[0].story);
  std::set<std::string> ids;
  for (const auto& report : story["reports"].GetArray()) {
    for (const auto& actor : report["actors"].GetArray()) {
      const std::string_view name = actor["name"].GetString();
      if (name == "Velmara" || name == "Karsk") ids.insert(actor["id"].GetString());
    }
  }
  EXPECT_EQ(ids.size(), 1u);
}

TEST_F(ArchiveTest, CorrectionsThatMakeNoSenseAreRefused) {
  Archive archive = Open();
  const std::string story = Add(archive, Strait())[0].story;
  const auto refused = [&](Correction correction, ErrorCode code) {
    const auto made = archive.Correct(std::move(correction));
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, code) << made.error().message;
  };
  refused({.kind = "praise"}, ErrorCode::kInvalid);
  refused({.kind = "same-actor", .actors = {"Velm"}}, ErrorCode::kInvalid);
  refused({.kind = "note"}, ErrorCode::kInvalid);
  refused({.kind = "note", .story = "nowhere", .note = "x"}, ErrorCode::kNotFound);
  refused({.kind = "not-a-dispute", .story = story, .target = "f9999"}, ErrorCode::kNotFound);
  refused({.kind = "wrong-speaker", .report = "1_tidewire", .target = "q9999"},
          ErrorCode::kNotFound);
  const QuoteHit quote = archive.Quotes("", "", {}, {})->items[0];
  rapidjson::Document json;
  json.Parse(quote.quote.c_str());
  refused({.kind = "wrong-speaker",
           .report = quote.report,
           .target = json["id"].GetString(),
           .value = "Nobody Atall"},
          ErrorCode::kInvalid);
  EXPECT_EQ(archive.Corrections("", {})->total, 0u);
}

TEST_F(ArchiveTest, RemovingTakesEveryTrace) {
  Archive archive = Open();
  Add(archive, Strait());
  const auto other = AddOne(archive, Report("z", "Zanzolette won the Dunholt chess title."));
  Story(archive, other[0].story);
  EXPECT_EQ(archive.Search("zanzolette", SearchIn::kAll, {}, {})->total, 1u);
  EXPECT_TRUE(*archive.Remove("z"));
  EXPECT_FALSE(*archive.Remove("z"));
  EXPECT_EQ(archive.Search("zanzolette", SearchIn::kAll, {}, {})->total, 0u);
  EXPECT_EQ(*archive.StoryJson(other[0].story), std::nullopt);
  EXPECT_EQ(*archive.ReportJson("z"), std::nullopt);
  ExpectWhole(archive);
  AddOne(archive, Report("y", "Rain fell on Dunholt."));
  EXPECT_EQ(archive.Counts()->reports, 8u);
  ExpectWhole(archive);
  ASSERT_TRUE(archive.Vacuum());
  std::ifstream file(folder_ / "a.db", std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  EXPECT_EQ(bytes.find("Zanzolette"), std::string::npos);
}

TEST_F(ArchiveTest, ReadersSeeWholeBatchesWhileOneAdds) {
  Archive archive = Open();
  std::atomic<bool> done = false;
  std::atomic<int> reads = 0, faults = 0;
  std::vector<std::thread> readers;
  for (int i = 0; i < 4; ++i) {
    readers.emplace_back([&] {
      while (!done) {
        const auto counts = archive.Counts();
        if (!counts || counts->reports % 20 != 0) ++faults;
        const auto hits = archive.Search("officials brenn", SearchIn::kAll, {}, {});
        if (!hits || hits->total % 4 != 0) ++faults;
        ++reads;
      }
    });
  }
  std::vector<Document> all = Stream(200);
  for (size_t i = 0; i < all.size(); i += 20) {
    std::vector<Document> batch(std::make_move_iterator(all.begin() + static_cast<long>(i)),
                                std::make_move_iterator(all.begin() + static_cast<long>(i) + 20));
    Add(archive, std::move(batch));
  }
  done = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(faults, 0);
  EXPECT_GT(reads, 0);
}

TEST_F(ArchiveTest, TwoProgramsMayAdd) {
  Archive one = Open(), two = Open();
  std::vector<Document> all = Stream(40);
  for (size_t i = 0; i < all.size(); i += 5) {
    std::vector<Document> batch(std::make_move_iterator(all.begin() + static_cast<long>(i)),
                                std::make_move_iterator(all.begin() + static_cast<long>(i) + 5));
    Add(i % 2 == 0 ? one : two, std::move(batch));
  }
  EXPECT_EQ(one.Counts()->reports, 40u);
  EXPECT_EQ(*one.Version(), *two.Version());
  ExpectWhole(one);
}

}  // namespace
}  // namespace synoptic
