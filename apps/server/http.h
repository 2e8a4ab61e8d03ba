// Requests and answers as the handlers see them, without sockets.
#ifndef SYNOPTIC_SERVER_HTTP_H_
#define SYNOPTIC_SERVER_HTTP_H_

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/target.h"

namespace synoptic {

struct HttpRequest {
  std::string method;  // "GET"; a HEAD request is one too
  Target target;
  std::map<std::string, std::string, std::less<>> headers;  // names in lower case
  std::string body;

  // Empty where there is none.
  std::string_view Header(std::string_view lower_case_name) const {
    const auto found = headers.find(lower_case_name);
    return found == headers.end() ? std::string_view() : std::string_view(found->second);
  }
};

// A body that comes as it happens. Thread-safe.
class ByteStream {
 public:
  enum class State { kBytes, kNothingYet, kEnd };
  virtual ~ByteStream() = default;
  // At most `room` bytes into `to`, the count into `taken`. Where there is nothing yet, `wait` is
  // called before the answer, under the lock that Wake takes, so that no wake-up is lost.
  virtual State Take(char* to, size_t room, size_t& taken, const std::function<void()>& wait) = 0;
  // `wake` is called once, from any thread, when Take has more after kNothingYet.
  virtual void OnMore(std::function<void()> wake) = 0;
};

struct HttpResponse {
  int status = 200;
  std::string type;
  std::string body;
  std::string_view fixed;              // in place of `body`: bytes that live as long as the program
  std::shared_ptr<ByteStream> stream;  // in place of both
  std::vector<std::pair<std::string, std::string>> headers;
};

}  // namespace synoptic

#endif  // SYNOPTIC_SERVER_HTTP_H_
