// Sockets and HTTP/1.1, by GNU libmicrohttpd: one thread with epoll for all connections, workers
// for the answers.
#ifndef SYNOPTIC_SERVER_LISTENER_H_
#define SYNOPTIC_SERVER_LISTENER_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "server/connections.h"
#include "server/http.h"

namespace synoptic {

struct ListenerOptions {
  std::string address = "127.0.0.1";  // numeric, or "localhost"
  uint16_t port = 8017;               // 0: any that is free
  Patience patience;
  size_t largest_body = 32u << 20;   // bytes
  size_t all_bodies = 256u << 20;    // bytes of all bodies being received
  size_t largest_head = 32u << 10;   // bytes of request line and headers
  size_t most_connections = 16'000;  // or what the limit of open files allows, if that is less
  int readers = 4;                   // threads that answer GET
};

// What is done with requests. Both are called from several threads at once.
struct RequestHandler {
  // Looks at a request without its body: the refusal, or nullopt to go on.
  std::function<std::optional<HttpResponse>(const HttpRequest&)> admit;
  // Answers it. Not called on the thread of the sockets: it may take its time. GET and the
  // other methods have threads of their own, so that writing does not hold up reading.
  std::function<HttpResponse(const HttpRequest&)> answer;
};

// Every answer carries nosniff, a Content-Security-Policy that lets in nothing (a handler may give
// its own), and no-referrer. Malformed HTTP, heads over the limit and endless trickles are cut off
// without reaching the handler.
class Listener {
 public:
  // kConflict where the port is taken, kInvalid where the address is none of this machine.
  static Result<std::unique_ptr<Listener>> Start(const ListenerOptions& options,
                                                 RequestHandler handler);
  // Ends what is in hand and closes all connections. Streams must have ended before.
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  uint16_t port() const;

 private:
  class Impl;
  explicit Listener(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace synoptic

#endif  // SYNOPTIC_SERVER_LISTENER_H_
