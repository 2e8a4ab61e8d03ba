// StoryKeeper: a StoryIndex that goes on where it stopped, with what it decides written to a store.
//
// The index itself is large, so that it is saved now and then; between, the reports added are
// logged and added anew when it is loaded. Same calls, same answer: the stories come out as they
// were.
#ifndef SYNOPTIC_ENGINE_STORY_KEEPER_H_
#define SYNOPTIC_ENGINE_STORY_KEEPER_H_

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

#include "store/store.h"
#include "stories/stories.h"

namespace synoptic {

class StoryKeeper {
 public:
  // Inside of a transaction, before anything else: loads the index where it is not here, or where
  // another program has added since.
  Result<void> Load(StoreWriter& store);
  void Add(StoreWriter& store, int64_t report, ReportTerms terms);
  // Gathers, and writes which report is in which story now. Changed stories become stale.
  void Settle(StoreWriter& store);
  // To be called where a transaction failed: the index is ahead of the store then.
  void Forget() { index_.reset(); }

 private:
  Result<void> Replay(StoreWriter& store, int64_t from);
  void ReadAssigned(StoreWriter& store);
  void Apply(StoreWriter& store, const StoryReport& report, std::set<int64_t>& touched);
  const std::string& Heir(const std::string& story) const;
  void SaveIfDue(StoreWriter& store);
  void Log(StoreWriter& store, std::optional<int64_t> report);

  std::optional<StoryIndex> index_;
  int64_t logged_ = 0;  // number of the last entry of the log
  int64_t saved_ = 0;   // of the last entry that the saved index holds
  std::unordered_map<std::string, std::string> assigned_;  // live report -> story, as in the store
  std::unordered_map<std::string, std::string> merged_;    // in this round, from -> to
  std::unordered_map<std::string, std::string> titles_;    // story -> title, as in the store
};

}  // namespace synoptic

#endif  // SYNOPTIC_ENGINE_STORY_KEEPER_H_
