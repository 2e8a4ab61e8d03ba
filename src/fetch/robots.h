// robots.txt (RFC 9309).
#ifndef SYNOPTIC_FETCH_ROBOTS_H_
#define SYNOPTIC_FETCH_ROBOTS_H_

#include <string>
#include <string_view>
#include <vector>

namespace synoptic {

// The rules of one host for one robot.
class Robots {
 public:
  // Rules of the groups that name `product` ("Synoptic", compared without case), or of "*" where
  // none does. Reads the first 500 KiB, as RFC 9309 asks at least. Total.
  static Robots Parse(std::string_view text, std::string_view product);
  static Robots AllowNothing();

  // `path` with its query, as in the request. The longest matching rule decides, the one that
  // allows where two are as long; "*" and a final "$" are special. Linear in rules and path, times
  // the stars of a rule.
  bool Allows(std::string_view path) const;

 private:
  struct Rule {
    std::string pattern;
    bool allow;
  };
  std::vector<Rule> rules_;
};

}  // namespace synoptic

#endif  // SYNOPTIC_FETCH_ROBOTS_H_
