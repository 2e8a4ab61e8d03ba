// The words that spans stand for and the origins that reports have, for answers that are read
// without the reports beside them.
#ifndef SYNOPTIC_SERVER_SOURCES_H_
#define SYNOPTIC_SERVER_SOURCES_H_

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "doc/json_writer.h"
#include "engine/archive.h"
#include "server/json_body.h"

namespace synoptic {

// Not thread-safe: one for each answer.
class SourceBook {
 public:
  // Takes in the reports and origins of a comparison (JSON of compare).
  void Load(const rapidjson::Value& comparison);
  // And of a story of the store, once; what is not there, or cannot be read, stays unknown.
  void LoadStory(Archive& archive, std::string_view story);

  // The members report, begin, end, text, title, source, published, origin and origin_name, into an
  // object that is open. Positions outside the report are drawn to its end.
  void WriteSpan(std::string_view report, uint32_t begin, uint32_t end, JsonWriter& json) const;

  // {"begin","end"} of `span` in a report, or of each of a list of {"report","begin","end"}.
  void WriteEvidence(const rapidjson::Value& list, JsonWriter& json) const;

  std::string Cut(std::string_view report, uint32_t begin, uint32_t end) const;
  std::string OriginOf(std::string_view report) const;  // empty: not known
  // "Outlet, 2031-03-04"
  std::string Credit(std::string_view report) const;

 private:
  struct Source {
    std::string text, title, outlet, published, origin, origin_name;
    std::unique_ptr<CodePointIndex> points;
  };
  const Source* Find(std::string_view report) const;

  std::map<std::string, std::unique_ptr<Source>, std::less<>> sources_;
  std::set<std::string, std::less<>> stories_;
};

// begin and end of an object that has them.
std::pair<uint32_t, uint32_t> PositionsOf(const rapidjson::Value& span);

}  // namespace synoptic

#endif  // SYNOPTIC_SERVER_SOURCES_H_
