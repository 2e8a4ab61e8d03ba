// Full-text search: over reports, quotations and actors.
#include <algorithm>
#include <cstdio>

#include "base/utf8.h"
#include "store/filter.h"
#include "store/store.h"

namespace synoptic {
namespace {

constexpr uint32_t kTitleShown = 200;  // code points of a text whose title alone was found
constexpr uint32_t kAround = 80;       // code points shown on each side of a name

std::string OneLine(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
    if (!blank) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

struct Ranked {
  std::string_view table, rowid, join, columns;
};

constexpr std::string_view kReportColumns =
    ", r.id, (SELECT s.id FROM stories s WHERE s.story = r.story), r.title, r.source, r.published";
constexpr Ranked kInText{"reports_words", "w.rowid", " CROSS JOIN reports r ON r.report = w.rowid",
                         ", hit_place(reports_words, 1), r.text, r.report"};
constexpr Ranked kInQuotes{
    "quotes_words", "w.rowid",
    " CROSS JOIN quotes q ON q.quote = w.rowid CROSS JOIN reports r ON r.report = q.report",
    R"(, q."begin", q."end", q.words)"};
constexpr Ranked kInActors{
    "actors_words", "w.rowid",
    " CROSS JOIN actors a ON a.actor = w.rowid CROSS JOIN reports r ON r.report = a.report",
    R"(, coalesce(a."begin", 0), coalesce(a."end", 0), r.text)"};

void ReadHead(const Query& query, SearchHit& hit) {
  hit.report = query.Text(1);
  hit.story = query.Text(2);
  hit.title = query.Text(3);
  hit.source = query.Text(4);
  hit.published = query.Text(5);
}

void ReadTextHit(Database& database, const Query& query, SearchHit& hit) {
  const std::string_view text = query.View(7);
  if (query.IsNull(6)) {  // its title alone was found
    const size_t line = std::min(text.find('\n'), text.size());
    const uint32_t points = static_cast<uint32_t>(CountCodePoints(text.substr(0, line)));
    hit.end = std::min(points, kTitleShown);
    hit.snippet = hit.title;
    return;
  }
  const std::string places = query.Text(6);
  size_t begin = 0, end = 0, from = 0, to = 0;
  std::sscanf(places.c_str(), "%zu %zu %zu %zu", &begin, &end, &from, &to);
  if (!(from <= begin && begin <= end && end <= text.size() && to <= text.size())) return;
  hit.begin = static_cast<uint32_t>(CountCodePoints(text.substr(0, begin)));
  hit.end = hit.begin + static_cast<uint32_t>(CountCodePoints(text.substr(begin, end - begin)));
  hit.snippet = OneLine(text.substr(from, std::max(to, end) - from));
  if (from > 0) hit.snippet.insert(0, "… ");
  if (std::max(to, end) < text.size()) hit.snippet += " …";
  Query quoted(database,
               R"(SELECT 1 FROM quotes WHERE report = ? AND "begin" <= ? AND "end" >= ?)");
  if (quoted.Bind(query.Int(8), hit.begin, hit.end).Step()) hit.in = SearchIn::kQuotes;
}

void ReadQuoteHit(const Query& query, SearchHit& hit) {
  hit.begin = static_cast<uint32_t>(query.Int(6));
  hit.end = static_cast<uint32_t>(query.Int(7));
  hit.snippet = OneLine(query.View(8));
  hit.in = SearchIn::kQuotes;
}

void ReadActorHit(const Query& query, SearchHit& hit) {
  hit.begin = static_cast<uint32_t>(query.Int(6));
  hit.end = static_cast<uint32_t>(query.Int(7));
  const CodePointIndex points(query.View(8));
  const size_t from = points.ByteOf(hit.begin > kAround ? hit.begin - kAround : 0);
  const size_t to = points.ByteOf(hit.end + kAround);
  hit.snippet = OneLine(query.View(8).substr(from, to - from));
  hit.in = SearchIn::kActors;
}

SearchHit ReadHit(Database& database, SearchIn in, const Query& query) {
  SearchHit hit;
  ReadHead(query, hit);
  if (in == SearchIn::kQuotes) {
    ReadQuoteHit(query, hit);
  } else if (in == SearchIn::kActors) {
    ReadActorHit(query, hit);
  } else {
    ReadTextHit(database, query, hit);
  }
  return hit;
}

}  // namespace

Result<RowPage<SearchHit>> StoreReader::Search(std::string_view words, SearchIn in,
                                               const ReportFilter& filter,
                                               const PageRequest& page) {
  const auto offset = OffsetOf(page.cursor);
  if (!offset) return offset.error();
  std::string match = MatchOf(words);
  if (match.empty()) {
    return Error{ErrorCode::kInvalid, "there is no word in what is looked for"};
  }
  if (in == SearchIn::kQuotes) match = "words : (" + match + ")";
  const Ranked& ranked = in == SearchIn::kQuotes   ? kInQuotes
                         : in == SearchIn::kActors ? kInActors
                                                   : kInText;
  Conditions conditions;
  conditions.Add(std::string(ranked.table) + " MATCH ?", match);
  conditions.AddReport(filter);
  const std::string from = " FROM " + std::string(ranked.table) + " w" + std::string(ranked.join);
  const std::string sql = "SELECT w.rowid" + std::string(kReportColumns) +
                          std::string(ranked.columns) + from + conditions.sql() +
                          " ORDER BY w.rank LIMIT ? OFFSET ?";
  const bool filtered = !(filter.from.empty() && filter.to.empty() && filter.source.empty() &&
                          filter.actor.empty() && filter.story.empty());
  const std::string count = "SELECT count(*) FROM " + std::string(ranked.table) + " w" +
                            (filtered ? std::string(ranked.join) : "") + conditions.sql();
  const size_t most = std::min(std::max<size_t>(page.limit, 1), kMostRows);
  RowPage<SearchHit> hits;
  {
    const ReadScope scope(db_);
    Query query(db_, sql);
    conditions.Bind(query);
    query.Bind(most + 1, *offset);
    while (query.Step()) {
      if (hits.items.size() == most) {
        hits.next = CursorOf(*offset + most);
        break;
      }
      hits.items.push_back(ReadHit(db_, in, query));
    }
    hits.total = *offset + hits.items.size();
    if (!hits.next.empty() || (hits.items.empty() && *offset > 0)) {
      Query total(db_, count);
      conditions.Bind(total);
      if (total.Step()) hits.total = static_cast<uint64_t>(total.Int(0));
    }
  }
  if (auto done = db_.Take(); !done) return done.error();
  return hits;
}

Result<RowPage<QuoteHit>> StoreReader::Quotes(std::string_view speaker, std::string_view about,
                                              const ReportFilter& filter, const PageRequest& page) {
  const auto offset = OffsetOf(page.cursor);
  if (!offset) return offset.error();
  std::string match;
  const std::string names = MatchOf(speaker), words = MatchOf(about);
  if (!names.empty()) match = "names : (" + names + ")";
  if (!words.empty()) match += (match.empty() ? "" : " AND ") + ("words : (" + words + ")");
  const bool asked = !(speaker.empty() && about.empty());
  Conditions conditions;
  conditions.Add("q.kind <> 'scare' OR q.speaker_words IS NOT NULL");
  if (asked && match.empty()) conditions.Add("0");
  if (!match.empty()) {
    conditions.Add("q.quote IN (SELECT rowid FROM quotes_words WHERE quotes_words MATCH ?)", match);
  }
  conditions.AddReport(filter);
  const std::string from =
      " FROM quotes q JOIN reports r ON r.report = q.report" + conditions.sql();
  const std::string sql =
      "SELECT r.id, (SELECT s.id FROM stories s WHERE s.story = r.story), r.published, "
      "coalesce(q.speaker_name, q.speaker_words), q.channel, q.words, q.json" +
      from + " ORDER BY r.moment DESC, r.report DESC, q.quote LIMIT ? OFFSET ?";
  const std::string count = "SELECT count(*)" + from;
  const size_t most = std::min(std::max<size_t>(page.limit, 1), kMostRows);
  RowPage<QuoteHit> hits;
  {
    const ReadScope scope(db_);
    Query query(db_, sql);
    conditions.Bind(query);
    query.Bind(most + 1, *offset);
    while (query.Step()) {
      if (hits.items.size() == most) {
        hits.next = CursorOf(*offset + most);
        break;
      }
      QuoteHit hit;
      hit.report = query.Text(0);
      hit.story = query.Text(1);
      hit.published = query.Text(2);
      hit.speaker = OneLine(query.View(3));
      hit.channel = query.Text(4);
      hit.text = OneLine(query.View(5));
      hit.quote = query.Text(6);
      hits.items.push_back(std::move(hit));
    }
    Query total(db_, count);
    conditions.Bind(total);
    if (total.Step()) hits.total = static_cast<uint64_t>(total.Int(0));
  }
  if (auto done = db_.Take(); !done) return done.error();
  return hits;
}

}  // namespace synoptic
