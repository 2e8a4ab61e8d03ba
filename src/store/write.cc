// What is written: reports, their stories, comparisons, corrections, notes of what changed.
#include "base/hash.h"
#include "base/utf8.h"
#include "doc/json_writer.h"
#include "doc/labels.h"
#include "store/pack.h"
#include "store/report_rows.h"
#include "store/store.h"
#include "store/story_rows.h"

namespace synoptic {
namespace {

constexpr int64_t kKeptVersions = 100000;  // of notes of what changed
constexpr int64_t kUndated = -9223372036854775807;

std::optional<StoredReport> First(Query& query) {
  if (!query.Step()) return std::nullopt;
  StoredReport report;
  report.row = query.Int(0);
  report.id = query.Text(1);
  report.story = query.Text(2);
  report.revision = static_cast<uint64_t>(query.Int(3));
  return report;
}

std::string List(const std::vector<std::string>& items) {
  std::string out;
  JsonWriter json(out);
  json.BeginArray();
  for (const std::string& item : items) json.String(item);
  json.EndArray();
  return out;
}

std::optional<std::string> Known(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

std::optional<std::string> IsoOf(const std::optional<Moment>& moment) {
  return moment ? std::optional(moment->Iso()) : std::nullopt;
}

void BindHead(Query& query, const Document& report) {
  std::optional<int64_t> begin, end;
  if (report.published_span) {
    const CodePointIndex points(report.text);
    begin = points.At(report.published_span->begin);
    end = points.At(report.published_span->end);
  }
  query.Bind(Known(report.path), report.url, report.title, report.source, report.credit,
             List(report.authors), IsoOf(report.published), Label(report.published_from), begin,
             end, IsoOf(report.modified), report.language, List(report.based_on),
             List(report.warnings),
             report.published ? std::optional(report.published->date.Iso()) : std::nullopt,
             report.published ? report.published->UnixSeconds() : kUndated, report.text);
}

// What stands between the words that both begin with and the words that both end with, as JSON:
// {"begin", "old", "new"}, begin in code points.
std::string DifferenceOf(std::string_view before, std::string_view after) {
  size_t head = 0;
  const size_t most = std::min(before.size(), after.size());
  while (head < most && before[head] == after[head]) ++head;
  while (head > 0 && !(IsBoundary(before, head) && IsBoundary(after, head))) --head;
  size_t tail = 0;
  while (tail < most - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) {
    ++tail;
  }
  while (tail > 0 && !IsBoundary(before, before.size() - tail)) --tail;
  std::string out;
  JsonWriter json(out);
  json.BeginObject();
  json.Field("begin", static_cast<int>(CountCodePoints(before.substr(0, head))));
  json.Field("old", before.substr(head, before.size() - tail - head));
  json.Field("new", after.substr(head, after.size() - tail - head));
  json.EndObject();
  return out;
}

constexpr std::string_view kFind =
    "SELECT r.report, r.id, coalesce(s.id, ''), r.revision FROM reports r LEFT JOIN stories s "
    "USING(story) ";

}  // namespace

std::optional<StoredReport> StoreWriter::FindContent(std::string_view content) {
  static const std::string sql = std::string(kFind) + "WHERE r.content = ?";
  Query query(db_, sql);
  query.Bind(content);
  return First(query);
}

std::optional<StoredReport> StoreWriter::FindUrl(std::string_view url) {
  static const std::string sql = std::string(kFind) + "WHERE r.url = ? ORDER BY r.report LIMIT 1";
  Query query(db_, sql);
  query.Bind(url);
  return First(query);
}

bool StoreWriter::HasId(std::string_view id) {
  Query query(db_, "SELECT 1 FROM reports WHERE id = ?");
  return query.Bind(id).Step();
}

int64_t StoreWriter::Insert(const Document& report, std::string_view content,
                            std::string_view annotations, std::string_view now) {
  Query query(
      db_,
      R"(INSERT INTO reports(id, content, added, path, url, title, source, credit, authors, published,
      published_from, published_begin, published_end, modified, language, based_on, warnings, day, moment, text)
      VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?))");
  query.Bind(report.id, content, now);
  BindHead(query, report);
  query.Run();
  const int64_t row = db_.last_row();
  InsertAnnotations(db_, row, annotations);
  return row;
}

void StoreWriter::Revise(const StoredReport& old, const Document& report, std::string_view content,
                         std::string_view annotations, std::string_view now) {
  std::string before;
  {
    Query query(db_, "SELECT text FROM reports WHERE report = ?");
    if (query.Bind(old.row).Step()) before = query.Text(0);
  }
  Query(
      db_,
      R"(INSERT INTO revisions(report, revision, content, replaced, title, published, modified, difference, text)
                SELECT report, revision, content, ?, title, published, modified, ?, text
                FROM reports WHERE report = ?)")
      .Bind(now, DifferenceOf(before, report.text), old.row)
      .Run();
  Query query(
      db_, R"(UPDATE reports SET content = ?, revision = revision + 1, path = ?, url = ?, title = ?,
      source = ?, credit = ?, authors = ?, published = ?, published_from = ?, published_begin = ?,
      published_end = ?, modified = ?, language = ?, based_on = ?, warnings = ?, day = ?, moment = ?, text = ?
      WHERE report = ?)");
  query.Bind(content);
  BindHead(query, report);
  query.Bind(old.row).Run();
  Annotate(old.row, annotations);
}

void StoreWriter::Annotate(int64_t report, std::string_view annotations) {
  DeleteAnnotations(db_, report);
  InsertAnnotations(db_, report, annotations);
}

void StoreWriter::Delete(int64_t report) {
  DeleteAnnotations(db_, report);
  Query(db_, "DELETE FROM reports WHERE report = ?").Bind(report).Run();
}

int64_t StoreWriter::StoryRowOf(std::string_view id) {
  {
    Query query(db_, "SELECT story FROM stories WHERE id = ?");
    if (query.Bind(id).Step()) return query.Int(0);
  }
  Query(db_, "INSERT INTO stories(id) VALUES(?)").Bind(id).Run();
  return db_.last_row();
}

std::optional<int64_t> StoreWriter::SetStory(std::string_view report, int64_t story) {
  std::optional<int64_t> before;
  {
    Query query(db_, "SELECT story FROM reports WHERE id = ?");
    if (query.Bind(report).Step() && !query.IsNull(0)) before = query.Int(0);
  }
  Query(db_, "UPDATE reports SET story = ? WHERE id = ?").Bind(story, report).Run();
  return before;
}

void StoreWriter::SetTitle(int64_t story, std::string_view title) {
  Query(db_, "UPDATE stories SET title = nullif(?, '') WHERE story = ?").Bind(title, story).Run();
}

void StoreWriter::MergeStories(std::string_view from, std::string_view to) {
  const int64_t target = StoryRowOf(to), source = StoryRowOf(from);
  Query(db_, "UPDATE reports SET story = ? WHERE story = ?").Bind(target, source).Run();
  Query(db_, "UPDATE stories SET merged_into = ? WHERE story = ?").Bind(to, source).Run();
  Query(db_, "UPDATE stories SET merged_into = NULL WHERE story = ?").Bind(target).Run();
  Query(db_, "UPDATE corrections SET story = ? WHERE story = ?").Bind(to, from).Run();
}

void StoreWriter::Touch(int64_t story) {
  Query(db_, R"(UPDATE stories SET (reports, first, last, last_moment) =
      (SELECT count(*), min(day), max(day), coalesce(max(moment), -9223372036854775807)
       FROM reports WHERE reports.story = stories.story),
      stale = 1, changed = changed + 1 WHERE story = ?)")
      .Bind(story)
      .Run();
  Query empty(db_, "SELECT merged_into IS NULL FROM stories WHERE story = ? AND reports = 0");
  if (!empty.Bind(story).Step()) return;
  const bool drop = empty.Int(0) != 0;
  empty.Reset();
  DeleteComparison(db_, story);
  if (drop) {
    Query(db_, "DELETE FROM stories WHERE story = ?").Bind(story).Run();
  } else {
    Query(db_, "UPDATE stories SET comparison = NULL, stale = 0 WHERE story = ?").Bind(story).Run();
  }
}

void StoreWriter::TouchAll() {
  db_.Run("UPDATE stories SET stale = 1, changed = changed + 1 WHERE reports > 0");
}

bool StoreWriter::KeepComparison(const StoredStory& story, std::string_view comparison) {
  {
    Query query(db_, "SELECT changed FROM stories WHERE story = ?");
    if (!query.Bind(story.row).Step() || query.Int(0) != story.changed) return false;
  }
  const ComparisonCounts counts = ReplaceComparison(db_, story.row, comparison);
  Query query(
      db_,
      "UPDATE stories SET origins = ?, disputed = ?, stale = 0, comparison = ? WHERE story = ?");
  query.Bind(counts.origins, counts.disputed);
  query.BindBlob(Pack(comparison));
  query.Bind(story.row).Run();
  return true;
}

int64_t StoreWriter::AddCorrection(const Correction& correction, std::string_view anchor) {
  Query(
      db_,
      R"(INSERT INTO corrections(id, made, kind, story, report, target, actors, value, note, anchor)
                VALUES(?,?,?,?,?,?,?,?,?,?))")
      .Bind(correction.id, correction.made, correction.kind, Known(correction.story),
            Known(correction.report), Known(correction.target), List(correction.actors),
            Known(correction.value), Known(correction.note), Known(std::string(anchor)))
      .Run();
  return db_.last_row();
}

bool StoreWriter::RemoveCorrection(std::string_view id) {
  Query(db_, "DELETE FROM corrections WHERE id = ?").Bind(id).Run();
  return db_.changed_rows() > 0;
}

Result<std::optional<StoredState>> StoreWriter::StoryState() {
  std::optional<StoredState> state;
  {
    Query query(db_, "SELECT version, bytes FROM story_state");
    if (query.Step()) {
      state.emplace();
      state->version = query.Int(0);
      state->bytes = Unpack(query.View(1)).value_or("");
    }
  }
  if (auto done = db_.Take(); !done) return done.error();
  return state;
}

void StoreWriter::KeepStoryState(int64_t version, std::string_view bytes) {
  Query query(db_, "INSERT OR REPLACE INTO story_state(one, version, bytes) VALUES(1, ?, ?)");
  query.Bind(version);
  query.BindBlob(Pack(bytes)).Run();
  Query(db_, "DELETE FROM story_log WHERE number <= ?").Bind(version).Run();
}

void StoreWriter::Note(std::string_view kind, std::string_view story, std::string_view id) {
  if (next_note_ == 0) {
    Query(db_, "UPDATE counters SET value = value + 1 WHERE name = 'version'").Run();
    Query(db_,
          "DELETE FROM changes WHERE version < (SELECT value FROM counters WHERE name = 'version') "
          "- ?")
        .Bind(kKeptVersions)
        .Run();
  }
  Query(db_, R"(INSERT INTO changes(version, number, kind, story, id)
                SELECT value, ?, ?, ?, ? FROM counters WHERE name = 'version')")
      .Bind(next_note_++, kind, story, id)
      .Run();
}

}  // namespace synoptic
