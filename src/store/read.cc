// What is read by id, and the reports that go back into the engine.
#include "base/utf8.h"
#include "doc/labels.h"
#include "store/json_tree.h"
#include "store/pack.h"
#include "store/schema.h"
#include "store/store.h"

namespace synoptic {
namespace {

// The column of a query that must be taken with the error looked at last.
template <typename T>
Result<T> Taken(Database& database, T value) {
  if (auto done = database.Take(); !done) return done.error();
  return value;
}

std::vector<std::string> ReadList(std::string_view json) {
  std::vector<std::string> items;
  rapidjson::Document tree;
  tree.Parse(json.data(), json.size());
  if (!tree.IsArray()) return items;
  for (const JsonTree& item : tree.GetArray()) {
    if (const auto text = TextOf(item)) items.emplace_back(*text);
  }
  return items;
}

std::optional<Moment> ReadMoment(const Query& query, int column) {
  return query.IsNull(column) ? std::nullopt : Moment::Parse(query.View(column));
}

constexpr std::string_view kDocumentColumns =
    "SELECT report, id, path, url, title, source, credit, authors, published, published_from,"
    " published_begin, published_end, modified, language, based_on, warnings, text FROM reports ";

Document ReadDocument(Database& database, const Query& query) {
  Document report;
  report.id = query.Text(1);
  report.path = query.Text(2);
  report.url = query.TextOrNull(3);
  report.title = query.TextOrNull(4);
  report.source = query.TextOrNull(5);
  report.credit = query.TextOrNull(6);
  report.authors = ReadList(query.View(7));
  report.published = ReadMoment(query, 8);
  report.published_from = FromLabel<DateSource>(query.View(9)).value_or(DateSource::kUnknown);
  report.modified = ReadMoment(query, 12);
  report.language = query.Text(13);
  report.based_on = ReadList(query.View(14));
  report.warnings = ReadList(query.View(15));
  report.text = query.Text(16);
  const CodePointIndex points(report.text);
  const auto span = [&points](int64_t begin, int64_t end) {
    return Span{static_cast<uint32_t>(points.ByteOf(static_cast<uint32_t>(begin))),
                static_cast<uint32_t>(points.ByteOf(static_cast<uint32_t>(end)))};
  };
  if (!query.IsNull(10)) report.published_span = span(query.Int(10), query.Int(11));
  Query sections(database,
                 R"(SELECT kind, "begin", "end" FROM sections WHERE report = ? ORDER BY number)");
  sections.Bind(query.Int(0));
  while (sections.Step()) {
    const auto kind = FromLabel<SectionKind>(sections.View(0)).value_or(SectionKind::kBody);
    const Span place = span(sections.Int(1), sections.Int(2));
    if (!place.empty()) report.sections.push_back({place, kind});
  }
  return report;
}

}  // namespace

Result<std::optional<StoredStory>> StoreReader::Story(std::string_view id) {
  std::optional<StoredStory> story;
  std::string name(id);
  for (int hops = 0; hops < 100; ++hops) {
    Query query(db_,
                "SELECT story, id, coalesce(title, ''), stale, changed, comparison, merged_into "
                "FROM stories WHERE id = ?");
    if (!query.Bind(name).Step()) break;
    if (!query.IsNull(6)) {
      name = query.Text(6);
      continue;
    }
    story.emplace();
    story->row = query.Int(0);
    story->id = query.Text(1);
    story->title = query.Text(2);
    story->stale = query.Int(3) != 0;
    story->changed = query.Int(4);
    if (!query.IsNull(5)) {
      std::optional<std::string> comparison = Unpack(query.View(5));
      if (comparison) story->comparison = std::move(*comparison);
      story->stale |= !comparison;
    }
    break;
  }
  return Taken(db_, std::move(story));
}

Result<std::vector<std::string>> StoreReader::StaleStories(size_t most) {
  std::vector<std::string> ids;
  Query query(db_,
              "SELECT id FROM stories WHERE stale AND merged_into IS NULL ORDER BY story LIMIT ?");
  query.Bind(static_cast<int64_t>(most));
  while (query.Step()) ids.push_back(query.Text(0));
  return Taken(db_, std::move(ids));
}

Result<std::vector<Document>> StoreReader::Documents(int64_t story) {
  static const std::string sql = std::string(kDocumentColumns) + "WHERE story = ? ORDER BY report";
  std::vector<Document> reports;
  Query query(db_, sql);
  query.Bind(story);
  while (query.Step()) reports.push_back(ReadDocument(db_, query));
  return Taken(db_, std::move(reports));
}

Result<std::optional<Document>> StoreReader::DocumentOf(int64_t report) {
  static const std::string sql = std::string(kDocumentColumns) + "WHERE report = ?";
  std::optional<Document> found;
  Query query(db_, sql);
  if (query.Bind(report).Step()) found = ReadDocument(db_, query);
  return Taken(db_, std::move(found));
}

Result<std::vector<std::pair<int64_t, Document>>> StoreReader::DocumentsFrom(int64_t after,
                                                                             size_t most) {
  static const std::string sql =
      std::string(kDocumentColumns) + "WHERE report > ? ORDER BY report LIMIT ?";
  std::vector<std::pair<int64_t, Document>> reports;
  Query query(db_, sql);
  query.Bind(after, static_cast<int64_t>(most));
  while (query.Step()) reports.emplace_back(query.Int(0), ReadDocument(db_, query));
  return Taken(db_, std::move(reports));
}

Result<std::optional<StoredReport>> StoreReader::Report(std::string_view id) {
  std::optional<StoredReport> report;
  Query query(db_,
              "SELECT r.report, r.id, coalesce(s.id, ''), r.revision FROM reports r "
              "LEFT JOIN stories s USING(story) WHERE r.id = ?");
  if (query.Bind(id).Step()) {
    report = {query.Int(0), query.Text(1), query.Text(2), static_cast<uint64_t>(query.Int(3))};
  }
  return Taken(db_, std::move(report));
}

Result<std::optional<std::string>> StoreReader::Annotations(int64_t report) {
  std::optional<std::string> json;
  Query query(db_, "SELECT json FROM annotations WHERE report = ?");
  if (query.Bind(report).Step()) json = Unpack(query.View(0));
  return Taken(db_, std::move(json));
}

Result<std::vector<StoredRevision>> StoreReader::Revisions(int64_t report) {
  std::vector<StoredRevision> revisions;
  Query query(
      db_,
      "SELECT revision, replaced, coalesce(title, ''), coalesce(published, ''), difference, "
      "text FROM revisions WHERE report = ? ORDER BY revision");
  query.Bind(report);
  while (query.Step()) {
    revisions.push_back({static_cast<uint64_t>(query.Int(0)), query.Text(1), query.Text(2),
                         query.Text(3), query.Text(4), query.Text(5)});
  }
  return Taken(db_, std::move(revisions));
}

Result<uint64_t> StoreReader::Version() {
  const int64_t version = db_.Int("SELECT value FROM counters WHERE name = 'version'");
  return Taken(db_, static_cast<uint64_t>(version));
}

Result<StoreCounts> StoreReader::Counts() {
  StoreCounts counts;
  counts.reports = static_cast<uint64_t>(db_.Int("SELECT count(*) FROM reports"));
  counts.stories = static_cast<uint64_t>(db_.Int("SELECT count(*) FROM stories WHERE reports > 0"));
  counts.stale = static_cast<uint64_t>(db_.Int("SELECT count(*) FROM stories WHERE stale"));
  counts.version =
      static_cast<uint64_t>(db_.Int("SELECT value FROM counters WHERE name = 'version'"));
  counts.schema = SchemaVersion();
  return Taken(db_, counts);
}

Result<std::vector<ChangeNote>> StoreReader::ChangesSince(uint64_t version, size_t most) {
  std::vector<ChangeNote> notes;
  Query query(db_,
              "SELECT version, kind, story, id FROM changes WHERE version > ? ORDER BY version, "
              "number LIMIT ?");
  query.Bind(version, static_cast<int64_t>(most));
  while (query.Step()) {
    notes.push_back(
        {static_cast<uint64_t>(query.Int(0)), query.Text(1), query.Text(2), query.Text(3)});
  }
  return Taken(db_, std::move(notes));
}

}  // namespace synoptic
