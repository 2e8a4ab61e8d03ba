// What the rules for disputes ask of two parts: are they about one matter?
#ifndef SYNOPTIC_COLLATE_COMPARING_H_
#define SYNOPTIC_COLLATE_COMPARING_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "collate/disputes.h"

namespace synoptic {

// Two words of a story say the same: near in meaning, or in one row of the table's set "like".
bool SayTheSame(const StoryView& story, Index first_report, Index first, Index second_report,
                Index second);

// Weighted share of words that the sentences of two parts have in common, that of the side which
// has more: 0..1. With `before`, each sentence is read together with the one before it.
double SentencesShare(const StoryView& story, const Fact& a, const Fact& b, bool before = false);

// A town or region that the sentences of both parts, or those before them, name.
bool ShareAPlace(const StoryView& story, const Fact& a, const Fact& b);

// The sentences of two parts, each with the one before it, tell of one incident: by their words, or
// by fewer of them and a place.
bool TellOneIncident(const StoryView& story, const Fact& a, const Fact& b);

// Both parts give one date each, and the days exclude each other.
bool DaysExclude(const StoryView& story, const Fact& a, const Fact& b);

bool IsSaying(std::string_view lemma);

// "the second round" and "the third round": parts of the same words about two things.
bool CountOthers(const StoryView& story, const Fact& a, const Fact& b);

// Adds a finding that origins which may be counted agree; nothing where fewer than two do.
void AddAgreement(const StoryView& story, Facet facet, std::vector<FindingReading> readings,
                  Findings& out);

// Conflicts gathered into disputes: those that share a part are one.
class ConflictGroups {
 public:
  struct Conflict {
    int32_t first = 0, second = 0;  // numbers of what conflicts: parts, say
    FindingReading a, b;
    bool update = false;   // the later one only knows more
    bool conflict = true;  // false: they agree, and stand beside those that do not
  };
  void Add(Conflict conflict) { conflicts_.push_back(std::move(conflict)); }

  // The readings of each group with a conflict, those that agree with a member among them, and
  // whether all its conflicts are updates.
  struct Group {
    std::vector<FindingReading> readings;
    bool update = true;
  };
  std::vector<Group> Take(size_t numbers) const;
  // The readings of each group in which nobody conflicts.
  std::vector<Group> TakeAgreed(size_t numbers) const;

 private:
  std::vector<int32_t> Join(size_t numbers, bool conflicts) const;
  std::vector<bool> InConflict(size_t numbers) const;

  std::vector<Conflict> conflicts_;
};

// A dispute of each group; its topic is `about` and the words of its first reading.
void TellDisputes(const StoryView& story, Facet facet, Between between, std::string_view about,
                  std::vector<ConflictGroups::Group> groups, Findings& out);

}  // namespace synoptic

#endif  // SYNOPTIC_COLLATE_COMPARING_H_
