// The service: from a request to its answer. No sockets here.
#ifndef SYNOPTIC_SERVER_SERVICE_H_
#define SYNOPTIC_SERVER_SERVICE_H_

#include <mutex>
#include <optional>
#include <string>

#include "engine/archive.h"
#include "server/access.h"
#include "server/events.h"
#include "server/http.h"

namespace synoptic {

// What every handler may use. Thread-safe as far as its parts are.
struct Service {
  Archive& archive;
  EventHub& events;
  AccessRules rules;
  int threads = 0;    // for annotating what is added; 0: the cores there are
  bool fetch = true;  // addresses of the web may be added
  bool fetch_private = false;
  std::mutex fetching;  // one address at a time
};

// The refusal of a request by its head: unknown addresses and methods, hosts, tokens, rights.
std::optional<HttpResponse> Admit(const Service& service, const HttpRequest& request);

// Answers an admitted request. A GET is answered with an ETag, or with 304.
HttpResponse Respond(Service& service, const HttpRequest& request);

}  // namespace synoptic

#endif  // SYNOPTIC_SERVER_SERVICE_H_
