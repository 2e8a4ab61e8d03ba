#include "store/place.h"

#include <sqlite3.h>

#include <algorithm>
#include <string>
#include <vector>

namespace synoptic {
namespace {

constexpr int kClose = 12;    // tokens that what is found together may span
constexpr int kBefore = 8;    // tokens shown before
constexpr int kAfter = 24;    // and after the first
constexpr int kLookAt = 500;  // places of one column

struct Place {
  int token = 0, size = 0, phrase = 0;
};

// Tokens [first, last] that hold the most different phrases; the earliest of several.
std::pair<int, int> Closest(const std::vector<Place>& places) {
  size_t most = 0;
  std::pair<int, int> best{0, 0};
  for (size_t i = 0; i < places.size(); ++i) {
    uint64_t seen = 0;
    int last = places[i].token;
    for (size_t j = i; j < places.size() && places[j].token - places[i].token <= kClose; ++j) {
      const uint64_t bit = 1ull << (places[j].phrase & 63);
      if (seen & bit) continue;
      seen |= bit;
      last = std::max(last, places[j].token + std::max(places[j].size, 1) - 1);
    }
    const auto count = static_cast<size_t>(__builtin_popcountll(seen));
    if (count > most) {
      most = count;
      best = {places[i].token, last};
    }
  }
  return best;
}

struct Walk {
  int first, last, show_first, show_last;
  int token = 0;
  int begin = 0, end = 0, from = 0, to = 0;
};

int OnToken(void* context, int flags, const char*, int, int start, int stop) {
  Walk& walk = *static_cast<Walk*>(context);
  if (flags & FTS5_TOKEN_COLOCATED) return SQLITE_OK;
  if (walk.token == walk.show_first) walk.from = start;
  if (walk.token == walk.first) walk.begin = start;
  if (walk.token <= walk.last) walk.end = stop;
  if (walk.token <= walk.show_last) walk.to = stop;
  return ++walk.token > walk.show_last ? SQLITE_DONE : SQLITE_OK;
}

void HitPlace(const Fts5ExtensionApi* api, Fts5Context* fts, sqlite3_context* out, int count,
              sqlite3_value** values) {
  const int wanted = count > 0 ? sqlite3_value_int(values[0]) : 0;
  std::vector<Place> places;
  int instances = 0;
  if (api->xInstCount(fts, &instances) != SQLITE_OK) return sqlite3_result_null(out);
  for (int i = 0; i < instances && places.size() < kLookAt; ++i) {
    Place place;
    int column = 0;
    if (api->xInst(fts, i, &place.phrase, &column, &place.token) != SQLITE_OK) break;
    if (column != wanted) continue;
    place.size = api->xPhraseSize(fts, place.phrase);
    places.push_back(place);
  }
  if (places.empty()) return sqlite3_result_null(out);
  const auto [first, last] = Closest(places);
  const char* text = nullptr;
  int size = 0;
  if (api->xColumnText(fts, wanted, &text, &size) != SQLITE_OK) return sqlite3_result_null(out);
  Walk walk{first, last, std::max(0, first - kBefore), std::max(last, first + kAfter)};
  api->xTokenize(fts, text, size, &walk, OnToken);
  const std::string answer = std::to_string(walk.begin) + " " + std::to_string(walk.end) + " " +
                             std::to_string(walk.from) + " " + std::to_string(walk.to);
  sqlite3_result_text(out, answer.data(), static_cast<int>(answer.size()), SQLITE_TRANSIENT);
}

}  // namespace

void AddHitPlace(Database& database) {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database.handle(), "SELECT fts5(?1)", -1, &statement, nullptr) ==
      SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  if (!api) {
    return database.Fail(Error{ErrorCode::kUnsupported,
                               database.path() + ": this SQLite has no full-text search (FTS5)"});
  }
  const int code = api->xCreateFunction(api, "hit_place", nullptr, HitPlace, nullptr);
  if (code != SQLITE_OK) database.Fail(code, "hit_place");
}

}  // namespace synoptic
