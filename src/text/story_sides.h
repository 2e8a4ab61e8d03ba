// StorySides: which side an actor stands on. A person, a ministry and a capital stand for their
// country.
#ifndef SYNOPTIC_TEXT_STORY_SIDES_H_
#define SYNOPTIC_TEXT_STORY_SIDES_H_

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "doc/document.h"

namespace synoptic {

class StorySides {
 public:
  // `reports` with their actors joined. Cost: linear in actors and mentions.
  explicit StorySides(std::span<const Document> reports);

  // The side of an actor's id: the id of its state where that is named, else the id itself.
  const std::string& Of(const std::string& actor) const;

  // The id of the state with an ISO 3166-1 code; empty where the story does not name it.
  std::string_view StateOf(std::string_view country) const;

  // Whether an actor is named by a place only, so that it acts for its side if at all.
  bool IsSeat(const std::string& actor) const { return seats_.contains(actor); }

  // The sides named most often, most often first: the parties of the story. At most two.
  const std::vector<std::string>& parties() const { return parties_; }

 private:
  std::unordered_map<std::string, std::string> side_;
  std::unordered_set<std::string> seats_;
  std::map<std::string, std::string, std::less<>> state_of_;  // country code -> id of the state
  std::vector<std::string> parties_;
};

}  // namespace synoptic

#endif  // SYNOPTIC_TEXT_STORY_SIDES_H_
