// Room fetch: what is at this address, asked politely?
//
// The only code that uses the network, and only when the user names an address. Every bound holds
// whatever the server does.
#ifndef SYNOPTIC_FETCH_FETCH_H_
#define SYNOPTIC_FETCH_FETCH_H_

#include <chrono>
#include <memory>
#include <string>

#include "base/result.h"

namespace synoptic {

struct FetchOptions {
  std::string user_agent = "Synoptic";
  bool allow_private = false;  // addresses that are not public (loopback, private networks)
  bool obey_robots = true;
  size_t largest = 32u << 20;                      // bytes of a body, unpacked
  std::chrono::milliseconds longest{30'000};       // of one request
  std::chrono::milliseconds pause{1'000};          // between two requests to one host
  std::chrono::milliseconds longest_wait{60'000};  // that a server may ask for before a retry
  int redirects = 5;
  int tries = 3;  // where the server is busy (429, 503) or the connection breaks
};

// What an earlier answer said of itself, for a conditional request (RFC 9110, 13.1).
struct Validators {
  std::string etag, last_modified;
};

struct Fetched {
  int status = 0;
  bool unchanged = false;  // 304: what was fetched before still holds; the body is empty
  std::string url;         // after redirects
  std::string content_type;
  std::string body;
  Validators validators;
};

// Fetches by http and https alone. Keeps connections, robots.txt of each host and the time of the
// last request to it. Names are resolved by libcurl, and the address that a connection goes to is
// checked when it is opened, so that no redirect and no change of a name leads to a private one.
// Proxies of the environment are not used. Not thread-safe.
class Fetcher {
 public:
  explicit Fetcher(FetchOptions options);
  ~Fetcher();
  Fetcher(const Fetcher&) = delete;
  Fetcher& operator=(const Fetcher&) = delete;

  // The answer with status 200 or 304; an error for everything else, with the URL and why. Blocks,
  // for pauses too.
  Result<Fetched> Get(const std::string& url, const Validators& earlier = {});

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace synoptic

#endif  // SYNOPTIC_FETCH_FETCH_H_
