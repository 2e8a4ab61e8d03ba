// What is asked of a store and what it answers. Plain data. Empty strings stand for what is not
// known; positions are code points.
#ifndef SYNOPTIC_STORE_ROWS_H_
#define SYNOPTIC_STORE_ROWS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace synoptic {

class JsonWriter;

// Empty: any. `from` and `to` are ISO days, both included, of publication; undated reports are left
// out where one is given. `source` is an outlet as reports give it, case aside. `actor`: words of a
// name. `story`: an id.
struct ReportFilter {
  std::string from, to, source, actor, story;
};

// `cursor` is RowPage::next of the page before, or empty. At most 1000 rows are given at once.
struct PageRequest {
  size_t limit = 50;
  std::string cursor;
};

template <typename Row>
struct RowPage {
  std::vector<Row> items;
  std::string next;  // empty at the end
  uint64_t total = 0;
};

struct StoryRow {
  std::string id, title;
  uint64_t reports = 0;
  std::optional<uint64_t> origins, disputed;  // not known before the story was compared
  std::string first, last;                    // ISO days
  bool stale = true;                          // reports came since it was compared
};

struct ReportRow {
  std::string id, story, title, source, url, published, language;
  uint64_t revision = 1;
};

enum class SearchIn : uint8_t { kAll, kText, kQuotes, kActors };

struct SearchHit {
  std::string report, story, title, source, published;
  uint32_t begin = 0, end = 0;  // of what was found, in the report's text
  std::string snippet;          // the words around it
  SearchIn in = SearchIn::kText;
};

struct QuoteHit {
  std::string report, story, published;
  std::string speaker;  // name of the actor, or the words that name the speaker
  std::string channel;
  std::string text;   // the words of the quotation, parts joined by " … "
  std::string quote;  // the quotation as JSON, as annotate gives it
};

struct LedgerFilter {
  std::string kind, status;
};
// `entry` is JSON as compare gives it.
struct LedgerHit {
  std::string story, entry;
};
struct TimelineHit {
  std::string story, entry;
};

struct Correction {
  std::string id;    // given by the store
  std::string made;  // ISO, UTC; given by the store
  std::string kind;  // same-actor, wrong-speaker, not-a-dispute, note
  std::string story, report;
  std::string target;  // id of the quotation, finding or entry
  std::vector<std::string> actors;
  std::string value, note;
};

// Something that changed: kind is report, story, finding or ledger.
struct ChangeNote {
  uint64_t version = 0;
  std::string kind, story, id;
};

struct StoreCounts {
  uint64_t reports = 0, stories = 0, stale = 0, version = 0;
  int schema = 0;
};

// The object of the API's contract, in a list or in a story.
void WriteRow(const Correction& row, JsonWriter& json);

}  // namespace synoptic

#endif  // SYNOPTIC_STORE_ROWS_H_
