// Provenance: whose words does a report say that it holds?
#ifndef SYNOPTIC_REUSE_PROVENANCE_H_
#define SYNOPTIC_REUSE_PROVENANCE_H_

#include <string>
#include <string_view>
#include <vector>

#include "doc/document.h"
#include "text/lexicon.h"

namespace synoptic {

struct Publisher {
  std::vector<std::string> names;  // the usual one first
  std::vector<std::string> domains;
  std::string family;  // its name where it has none
  bool agency = false;
};

// The publishers of data/publishers.tsv and, before them, those of a user's text in the same form.
// Thread-safe once made. Look-ups walk the table: about 200 rows, once a report.
class Publishers {
 public:
  explicit Publishers(std::string_view users_rows = {});
  // By name, host name or address; nullptr for none.
  const Publisher* Find(std::string_view name_or_url) const;
  // The first agency that stands as words of its own in `credit`.
  const Publisher* AgencyIn(std::string_view credit) const;

 private:
  void Add(const Lexicon& table);
  std::vector<Publisher> rows_;
};

struct Provenance {
  std::string publisher;  // the outlet; empty if not known
  std::string family;     // of the outlet, or the outlet itself; empty if not known
  std::string agency;     // credited as the source of the words; empty if none
  bool named = false;     // text or metadata say where the words come from
  bool vague = false;     // "agencies", "a syndicated feed": from elsewhere, not said from where
  std::string sign;       // what says so, fixed wording; empty if nothing does
};

Provenance FindProvenance(const Document& report, const Publishers& publishers);

// It says of itself that it corrects an earlier version.
bool IsCorrection(const Document& report);

}  // namespace synoptic

#endif  // SYNOPTIC_REUSE_PROVENANCE_H_
