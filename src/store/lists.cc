// Lists of stories, reports, ledger entries, timeline entries and corrections, a page at a time.
#include <algorithm>

#include "store/filter.h"
#include "store/json_tree.h"
#include "store/store.h"

namespace synoptic {
namespace {

// Runs a query that ends in "LIMIT ?" for one row more than a page holds, and the count beside it.
// `read` makes a row; `cursor` names the place behind the last row given.
template <typename Row, typename Read, typename Cursor>
Result<RowPage<Row>> ReadPage(Database& db, std::string_view select, std::string_view order,
                              const Conditions& counted, const Conditions& wanted, size_t limit,
                              std::string_view count, Read read, Cursor cursor, uint64_t offset) {
  const size_t most = std::min(std::max<size_t>(limit, 1), kMostRows);
  const std::string sql =
      std::string(select) + wanted.sql() + std::string(order) + " LIMIT ? OFFSET ?";
  const std::string count_sql = std::string(count) + counted.sql();
  RowPage<Row> page;
  {
    const ReadScope scope(db);
    Query query(db, sql);
    wanted.Bind(query);
    query.Bind(most + 1, offset);
    while (query.Step()) {
      if (page.items.size() == most) {
        page.next = cursor();
        break;
      }
      page.items.push_back(read(query));
    }
    Query total(db, count_sql);
    counted.Bind(total);
    if (total.Step()) page.total = static_cast<uint64_t>(total.Int(0));
  }
  if (auto done = db.Take(); !done) return done.error();
  return page;
}

bool AnyReport(const ReportFilter& filter) {
  return !(filter.from.empty() && filter.to.empty() && filter.source.empty() &&
           filter.actor.empty());
}

}  // namespace

Result<RowPage<StoryRow>> StoreReader::Stories(const ReportFilter& filter, std::string_view words,
                                               const PageRequest& page) {
  const auto place = PlaceOf(page.cursor);
  if (!place) return place.error();
  Conditions counted;
  counted.Add("s.reports > 0");
  if (!filter.story.empty()) counted.Add("s.id = ?", filter.story);
  if (AnyReport(filter)) {
    ReportFilter reports = filter;
    reports.story.clear();
    Conditions inner;
    inner.AddReport(reports);
    counted.AddInner("s.story IN (SELECT r.story FROM reports r WHERE ", inner, ")");
  }
  if (!words.empty()) {
    const std::string match = MatchOf(words);
    if (match.empty()) {
      counted.Add("0");
    } else {
      counted.Add(
          "s.story IN (SELECT r.story FROM reports_words w CROSS JOIN reports r ON "
          "r.report = w.rowid WHERE reports_words MATCH ?)",
          match);
    }
  }
  Conditions wanted = counted;
  if (*place) wanted.Add("(s.last_moment, s.story) < (?, ?)", (**place).moment, (**place).row);
  PlaceInTime last;
  const auto read = [&last](const Query& query) {
    StoryRow row;
    row.id = query.Text(0);
    row.title = query.Text(1);
    row.reports = static_cast<uint64_t>(query.Int(2));
    if (!query.IsNull(3)) row.origins = static_cast<uint64_t>(query.Int(3));
    if (!query.IsNull(4)) row.disputed = static_cast<uint64_t>(query.Int(4));
    row.first = query.Text(5);
    row.last = query.Text(6);
    row.stale = query.Int(7) != 0;
    last = {query.Int(8), query.Int(9)};
    return row;
  };
  return ReadPage<StoryRow>(
      db_,
      "SELECT s.id, s.title, s.reports, s.origins, s.disputed, s.first, s.last, s.stale, "
      "s.last_moment, s.story FROM stories s",
      " ORDER BY s.last_moment DESC, s.story DESC", counted, wanted, page.limit,
      "SELECT count(*) FROM stories s", read, [&last] { return CursorOf(last); }, 0);
}

Result<RowPage<ReportRow>> StoreReader::Reports(const ReportFilter& filter,
                                                const PageRequest& page) {
  const auto place = PlaceOf(page.cursor);
  if (!place) return place.error();
  Conditions counted;
  counted.AddReport(filter);
  Conditions wanted = counted;
  if (*place) wanted.Add("(r.moment, r.report) < (?, ?)", (**place).moment, (**place).row);
  PlaceInTime last;
  const auto read = [&last](const Query& query) {
    ReportRow row;
    row.id = query.Text(0);
    row.story = query.Text(1);
    row.title = query.Text(2);
    row.source = query.Text(3);
    row.url = query.Text(4);
    row.published = query.Text(5);
    row.language = query.Text(6);
    row.revision = static_cast<uint64_t>(query.Int(7));
    last = {query.Int(8), query.Int(9)};
    return row;
  };
  return ReadPage<ReportRow>(
      db_,
      "SELECT r.id, (SELECT s.id FROM stories s WHERE s.story = r.story), r.title, r.source, "
      "r.url, "
      "r.published, r.language, r.revision, r.moment, r.report FROM reports r",
      " ORDER BY r.moment DESC, r.report DESC", counted, wanted, page.limit,
      "SELECT count(*) FROM reports r", read, [&last] { return CursorOf(last); }, 0);
}

namespace {

// Entries that a report within `filter` gives evidence for.
void AddEvidence(const ReportFilter& filter, std::string_view of, std::string_view entry,
                 Conditions& conditions) {
  if (!filter.story.empty()) conditions.Add("s.id = ?", filter.story);
  if (!AnyReport(filter)) return;
  ReportFilter reports = filter;
  reports.story.clear();
  Conditions inner;
  inner.AddReport(reports);
  conditions.AddInner(
      "EXISTS (SELECT 1 FROM evidence e JOIN reports r ON r.id = e.report WHERE "
      "e.story = s.story AND e.of = '" +
          std::string(of) + "' AND e.entry = " + std::string(entry) + " AND ",
      inner, ")");
}

template <typename Hit>
Hit ReadHit(const Query& query) {
  return {query.Text(0), query.Text(1)};
}

}  // namespace

Result<RowPage<LedgerHit>> StoreReader::Ledger(const LedgerFilter& which,
                                               const ReportFilter& filter,
                                               const PageRequest& page) {
  const auto offset = OffsetOf(page.cursor);
  if (!offset) return offset.error();
  Conditions conditions;
  if (!which.kind.empty()) conditions.Add("l.kind = ?", which.kind);
  if (!which.status.empty()) conditions.Add("l.status = ?", which.status);
  AddEvidence(filter, "ledger", "l.id", conditions);
  const std::string from = " FROM ledger l JOIN stories s ON s.story = l.story";
  return ReadPage<LedgerHit>(
      db_, "SELECT s.id, l.json" + from,
      R"( ORDER BY coalesce(l.made, l."when", '') DESC, s.story, l.number)", conditions, conditions,
      page.limit, "SELECT count(*)" + from, ReadHit<LedgerHit>,
      [&] { return CursorOf(*offset + std::min(std::max<size_t>(page.limit, 1), kMostRows)); },
      *offset);
}

Result<RowPage<TimelineHit>> StoreReader::Timeline(const ReportFilter& filter,
                                                   const PageRequest& page) {
  const auto offset = OffsetOf(page.cursor);
  if (!offset) return offset.error();
  Conditions conditions;
  AddEvidence(filter, "timeline", "CAST(t.number AS TEXT)", conditions);
  const std::string from = " FROM timeline t JOIN stories s ON s.story = t.story";
  return ReadPage<TimelineHit>(
      db_, "SELECT s.id, t.json" + from, R"( ORDER BY t."when", s.story, t.number)", conditions,
      conditions, page.limit, "SELECT count(*)" + from, ReadHit<TimelineHit>,
      [&] { return CursorOf(*offset + std::min(std::max<size_t>(page.limit, 1), kMostRows)); },
      *offset);
}

namespace {

constexpr std::string_view kCorrections =
    "SELECT id, made, kind, story, report, target, actors, value, note, anchor FROM corrections";
// One about a report belongs to whatever story the report is in now.
constexpr std::string_view kOfStory =
    "story = ? OR report IN (SELECT r.id FROM reports r JOIN stories s USING(story) WHERE s.id = "
    "?) "
    "OR story IS NULL AND report IS NULL";

Correction ReadCorrection(const Query& query) {
  Correction row;
  row.id = query.Text(0);
  row.made = query.Text(1);
  row.kind = query.Text(2);
  row.story = query.Text(3);
  row.report = query.Text(4);
  row.target = query.Text(5);
  rapidjson::Document actors;
  actors.Parse(query.View(6).data(), query.View(6).size());
  if (actors.IsArray()) {
    for (const JsonTree& actor : actors.GetArray()) {
      if (const auto name = TextOf(actor)) row.actors.emplace_back(*name);
    }
  }
  row.value = query.Text(7);
  row.note = query.Text(8);
  return row;
}

}  // namespace

Result<std::optional<Correction>> StoreReader::CorrectionById(std::string_view id) {
  static const std::string sql = std::string(kCorrections) + " WHERE id = ?";
  std::optional<Correction> correction;
  {
    Query query(db_, sql);
    if (query.Bind(id).Step()) correction = ReadCorrection(query);
  }
  if (auto done = db_.Take(); !done) return done.error();
  return correction;
}

Result<std::vector<StoredCorrection>> StoreReader::CorrectionsOf(std::string_view story) {
  static const std::string sql =
      std::string(kCorrections) + " WHERE " + std::string(kOfStory) + " ORDER BY correction";
  std::vector<StoredCorrection> corrections;
  {
    Query query(db_, sql);
    query.Bind(story, story);
    while (query.Step()) corrections.push_back({ReadCorrection(query), query.Text(9)});
  }
  if (auto done = db_.Take(); !done) return done.error();
  return corrections;
}

Result<RowPage<Correction>> StoreReader::Corrections(std::string_view story,
                                                     const PageRequest& page) {
  const auto offset = OffsetOf(page.cursor);
  if (!offset) return offset.error();
  Conditions conditions;
  const std::string id(story);
  if (!story.empty()) conditions.Add(kOfStory, id, id);
  return ReadPage<Correction>(
      db_, kCorrections, " ORDER BY correction", conditions, conditions, page.limit,
      "SELECT count(*) FROM corrections", ReadCorrection,
      [&] { return CursorOf(*offset + std::min(std::max<size_t>(page.limit, 1), kMostRows)); },
      *offset);
}

}  // namespace synoptic
