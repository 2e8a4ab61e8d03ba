#include "store/schema.h"

#include <iterator>

namespace synoptic {
namespace {

// What each version added to the one before. A released step is never changed: stores in the world
// were made by it.
constexpr const char* kReports = R"sql(
CREATE TABLE stories(
  story INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT,
  reports INTEGER NOT NULL DEFAULT 0,
  first TEXT,
  last TEXT,
  last_moment INTEGER NOT NULL DEFAULT -9223372036854775807,
  stale INTEGER NOT NULL DEFAULT 1,
  changed INTEGER NOT NULL DEFAULT 0,
  origins INTEGER,
  disputed INTEGER,
  merged_into TEXT,
  comparison BLOB
) STRICT;
CREATE INDEX stories_last ON stories(last_moment, story);
CREATE INDEX stories_stale ON stories(stale) WHERE stale;

CREATE TABLE reports(
  report INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  content TEXT NOT NULL UNIQUE,
  story INTEGER REFERENCES stories(story),
  revision INTEGER NOT NULL DEFAULT 1,
  added TEXT NOT NULL,
  path TEXT,
  url TEXT,
  title TEXT,
  source TEXT,
  credit TEXT,
  authors TEXT NOT NULL DEFAULT '[]',
  published TEXT,
  published_from TEXT NOT NULL DEFAULT 'unknown',
  published_begin INTEGER,
  published_end INTEGER,
  modified TEXT,
  language TEXT,
  based_on TEXT NOT NULL DEFAULT '[]',
  warnings TEXT NOT NULL DEFAULT '[]',
  day TEXT,
  moment INTEGER NOT NULL DEFAULT -9223372036854775807,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX reports_story ON reports(story);
CREATE INDEX reports_url ON reports(url) WHERE url IS NOT NULL;
CREATE INDEX reports_moment ON reports(moment, report);
CREATE INDEX reports_source ON reports(source);

CREATE TABLE annotations(report INTEGER PRIMARY KEY REFERENCES reports ON DELETE CASCADE, json BLOB NOT NULL) STRICT;

CREATE TABLE revisions(
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  content TEXT NOT NULL,
  replaced TEXT NOT NULL,
  title TEXT,
  published TEXT,
  modified TEXT,
  difference TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY(report, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE sections(
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE, number INTEGER NOT NULL,
  kind TEXT NOT NULL, "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY(report, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE actors(
  actor INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
  id TEXT NOT NULL, type TEXT NOT NULL, name TEXT NOT NULL, aliases TEXT NOT NULL, country TEXT,
  names TEXT NOT NULL,
  "begin" INTEGER, "end" INTEGER
) STRICT;
CREATE INDEX actors_report ON actors(report, id);

CREATE TABLE mentions(
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE, number INTEGER NOT NULL,
  actor TEXT, type TEXT NOT NULL, kind TEXT NOT NULL, "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY(report, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE times(
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE, number INTEGER NOT NULL,
  type TEXT NOT NULL, value TEXT NOT NULL, mod TEXT, "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY(report, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE quantities(
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE, number INTEGER NOT NULL,
  value REAL, low REAL, high REAL, counted TEXT, vague INTEGER NOT NULL, "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY(report, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE quotes(
  quote INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE,
  id TEXT NOT NULL, kind TEXT NOT NULL,
  speaker TEXT, speaker_name TEXT, speaker_words TEXT, channel TEXT,
  "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  words TEXT NOT NULL,
  names TEXT NOT NULL,
  json TEXT NOT NULL
) STRICT;
CREATE INDEX quotes_report ON quotes(report, id);

CREATE TABLE statements(
  report INTEGER NOT NULL REFERENCES reports ON DELETE CASCADE, number INTEGER NOT NULL,
  id TEXT NOT NULL, fact TEXT NOT NULL, type TEXT, mode TEXT, actor TEXT, target TEXT,
  polarity TEXT NOT NULL, modality TEXT NOT NULL, attributed_to TEXT NOT NULL, place TEXT,
  "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY(report, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX statements_type ON statements(type);

CREATE VIRTUAL TABLE reports_words USING fts5(title, text, content='reports', content_rowid='report',
  tokenize="porter unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE quotes_words USING fts5(words, names, content='quotes', content_rowid='quote',
  tokenize="porter unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE actors_words USING fts5(names, content='actors', content_rowid='actor',
  tokenize="unicode61 remove_diacritics 2");

CREATE TRIGGER reports_inserted AFTER INSERT ON reports BEGIN
  INSERT INTO reports_words(rowid, title, text) VALUES(new.report, new.title, new.text);
END;
CREATE TRIGGER reports_deleted AFTER DELETE ON reports BEGIN
  INSERT INTO reports_words(reports_words, rowid, title, text) VALUES('delete', old.report, old.title, old.text);
END;
CREATE TRIGGER reports_revised AFTER UPDATE OF title, text ON reports BEGIN
  INSERT INTO reports_words(reports_words, rowid, title, text) VALUES('delete', old.report, old.title, old.text);
  INSERT INTO reports_words(rowid, title, text) VALUES(new.report, new.title, new.text);
END;
CREATE TRIGGER quotes_inserted AFTER INSERT ON quotes BEGIN
  INSERT INTO quotes_words(rowid, words, names) VALUES(new.quote, new.words, new.names);
END;
CREATE TRIGGER quotes_deleted AFTER DELETE ON quotes BEGIN
  INSERT INTO quotes_words(quotes_words, rowid, words, names) VALUES('delete', old.quote, old.words, old.names);
END;
CREATE TRIGGER actors_inserted AFTER INSERT ON actors BEGIN
  INSERT INTO actors_words(rowid, names) VALUES(new.actor, new.names);
END;
CREATE TRIGGER actors_deleted AFTER DELETE ON actors BEGIN
  INSERT INTO actors_words(actors_words, rowid, names) VALUES('delete', old.actor, old.names);
END;
)sql";

constexpr const char* kStories = R"sql(
CREATE TABLE origins(
  story INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE, id TEXT NOT NULL,
  basis TEXT NOT NULL, known INTEGER NOT NULL, distinct_origin INTEGER NOT NULL, name TEXT,
  PRIMARY KEY(story, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE origin_reports(
  story INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE, origin TEXT NOT NULL, report TEXT NOT NULL,
  PRIMARY KEY(story, origin, report)
) STRICT, WITHOUT ROWID;
CREATE TABLE edges(
  story INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE, number INTEGER NOT NULL,
  "from" TEXT NOT NULL, "to" TEXT NOT NULL, kind TEXT NOT NULL, directed INTEGER NOT NULL,
  confidence REAL NOT NULL, share REAL NOT NULL, passages INTEGER NOT NULL, reasons TEXT NOT NULL,
  PRIMARY KEY(story, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE utterances(
  story INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE, id TEXT NOT NULL, speaker TEXT,
  PRIMARY KEY(story, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE utterance_readings(
  story INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE, utterance TEXT NOT NULL, number INTEGER NOT NULL,
  report TEXT NOT NULL, quote TEXT NOT NULL, wording TEXT NOT NULL, against TEXT,
  meaning_changed INTEGER NOT NULL, "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY(story, utterance, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE findings(
  story INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE, id TEXT NOT NULL, number INTEGER NOT NULL,
  status TEXT NOT NULL, "between" TEXT, facet TEXT, topic TEXT NOT NULL, explanation TEXT, origins INTEGER NOT NULL,
  PRIMARY KEY(story, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE finding_readings(
  story INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE, finding TEXT NOT NULL, number INTEGER NOT NULL,
  report TEXT NOT NULL, value TEXT, attributed_to TEXT NOT NULL, modality TEXT, polarity TEXT,
  "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY(story, finding, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE ledger(
  story INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE, id TEXT NOT NULL, number INTEGER NOT NULL,
  kind TEXT NOT NULL, status TEXT NOT NULL, actors TEXT NOT NULL, target TEXT, what TEXT NOT NULL,
  "when" TEXT, made TEXT, deadline TEXT, "where" TEXT, conditional_on TEXT, names TEXT NOT NULL, json TEXT NOT NULL,
  PRIMARY KEY(story, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX ledger_kind ON ledger(kind, status);
CREATE TABLE timeline(
  story INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE, number INTEGER NOT NULL,
  "when" TEXT NOT NULL, what TEXT NOT NULL, planned INTEGER NOT NULL, json TEXT NOT NULL,
  PRIMARY KEY(story, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX timeline_when ON timeline("when");
CREATE TABLE evidence(
  story INTEGER NOT NULL REFERENCES stories ON DELETE CASCADE, of TEXT NOT NULL, entry TEXT NOT NULL, number INTEGER NOT NULL,
  report TEXT NOT NULL, "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY(story, of, entry, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE corrections(
  correction INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, made TEXT NOT NULL, kind TEXT NOT NULL,
  story TEXT, report TEXT, target TEXT, actors TEXT NOT NULL DEFAULT '[]', value TEXT, note TEXT,
  anchor TEXT
) STRICT;

CREATE TABLE story_state(one INTEGER PRIMARY KEY CHECK(one = 1), version INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT;
CREATE TABLE story_log(number INTEGER PRIMARY KEY, report INTEGER) STRICT;

CREATE TABLE changes(
  version INTEGER NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL, story TEXT NOT NULL, id TEXT NOT NULL,
  PRIMARY KEY(version, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE counters(name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO counters VALUES('version', 0), ('reports', 0), ('story_log', 0);
)sql";

struct Step {
  const char* parts[2];
};
constexpr Step kSteps[] = {{{kReports, kStories}}};

std::string Of(const std::string& path, std::string_view rest) {
  return path + ": " + std::string(rest);
}

}  // namespace

int SchemaVersion() { return static_cast<int>(std::size(kSteps)); }

Error NewerStore(const std::string& path, int version) {
  return {ErrorCode::kConflict,
          Of(path, "a store of version " + std::to_string(version) +
                       "; this program knows up to version " + std::to_string(SchemaVersion()) +
                       ", and leaves it untouched")};
}

Result<int> ReadSchemaVersion(Database& database) {
  const int64_t application = database.Int("PRAGMA application_id");
  const int64_t version = database.Int("PRAGMA user_version");
  const int64_t tables = database.Int("SELECT count(*) FROM sqlite_schema");
  if (auto read = database.Take(); !read) return read.error();
  if (application == 0 && version == 0 && tables == 0) return 0;
  if (application != kApplicationId) {
    return Error{ErrorCode::kMalformed,
                 Of(database.path(), "an SQLite database of another program, not a store")};
  }
  if (version > SchemaVersion()) {
    return NewerStore(database.path(), static_cast<int>(version));
  }
  return static_cast<int>(version);
}

Result<void> Migrate(Database& database) {
  Transaction transaction(database);
  const Result<int> version = ReadSchemaVersion(database);
  if (!version) return version.error();
  for (int step = *version; step < SchemaVersion(); ++step) {
    for (const char* part : kSteps[step].parts) {
      if (part) database.Run(part);
    }
  }
  database.Run(("PRAGMA user_version = " + std::to_string(SchemaVersion())).c_str());
  database.Run(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
  return transaction.Commit();
}

}  // namespace synoptic
