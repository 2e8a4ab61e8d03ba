// Is the store whole?
#include "base/utf8.h"
#include "store/json_tree.h"
#include "store/pack.h"
#include "store/store.h"

namespace synoptic {
namespace {

constexpr size_t kMostFaults = 100;

struct Invariant {
  std::string_view says, sql;  // rows of `sql` break it; the first column names them
};
constexpr Invariant kInvariants[] = {
    {"report without a story", "SELECT id FROM reports WHERE story IS NULL"},
    {"report without annotations",
     "SELECT id FROM reports WHERE report NOT IN (SELECT report FROM annotations)"},
    {"story whose count of reports is wrong",
     "SELECT id FROM stories s WHERE reports <> (SELECT count(*) FROM reports r WHERE r.story = "
     "s.story)"},
    {"story that is part of no story there is",
     "SELECT id FROM stories WHERE merged_into IS NOT NULL AND merged_into NOT IN (SELECT id FROM "
     "stories)"},
    {"span outside of its report",
     R"(SELECT r.id FROM quotes q JOIN reports r USING(report)
        WHERE q."begin" < 0 OR q."begin" >= q."end" OR q."end" > length(r.text) AND instr(r.text, char(0)) = 0)"},
    {"evidence in no report",
     "SELECT DISTINCT report FROM evidence WHERE report NOT IN (SELECT id FROM reports) AND story "
     "IN "
     "(SELECT story FROM stories WHERE NOT stale)"},
};

}  // namespace

Result<std::vector<std::string>> StoreReader::Check() {
  std::vector<std::string> faults;
  const auto add = [&faults](std::string fault) {
    if (faults.size() < kMostFaults) faults.push_back(std::move(fault));
  };
  {
    Query pages(db_, "PRAGMA integrity_check(100)");
    while (pages.Step()) {
      if (pages.View(0) != "ok") add("file: " + pages.Text(0));
    }
    Query keys(db_, "PRAGMA foreign_key_check");
    while (keys.Step())
      add("table " + keys.Text(0) + ": a row that belongs to none in " + keys.Text(2));
    for (const Invariant& invariant : kInvariants) {
      Query query(db_, invariant.sql);
      while (query.Step()) add(std::string(invariant.says) + ": " + query.Text(0));
    }
    Query packed(db_, "SELECT r.id, a.json FROM annotations a JOIN reports r USING(report)");
    while (packed.Step()) {
      if (!Unpack(packed.View(1))) add("damaged annotations: " + packed.Text(0));
    }
  }
  if (auto done = db_.Take(); !done) return done.error();
  return faults;
}

Result<std::vector<std::string>> StoreWriter::Check() {
  auto faults = StoreReader::Check();
  if (!faults) return faults;
  for (const std::string table : {"reports_words", "quotes_words", "actors_words"}) {
    const std::string sql =
        "INSERT INTO " + table + "(" + table + ", rank) VALUES('integrity-check', 1)";
    db_.Run(sql.c_str());
    if (const auto done = db_.Take(); !done) {
      faults->push_back("index " + table + " does not fit its table: " + done.error().message);
    }
  }
  return faults;
}

Result<void> StoreWriter::Vacuum() {
  for (const char* table : {"reports_words", "quotes_words", "actors_words"}) {
    const std::string name(table);
    db_.Run(("INSERT INTO " + name + "(" + name + ") VALUES('optimize')").c_str());
  }
  db_.Run("VACUUM; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA optimize");
  return db_.Take();
}

}  // namespace synoptic
