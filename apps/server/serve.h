// synoptic serve: the API and the web application over one store.
#ifndef SYNOPTIC_SERVER_SERVE_H_
#define SYNOPTIC_SERVER_SERVE_H_

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "engine/archive.h"
#include "server/listener.h"

namespace synoptic {

struct ServeOptions {
  ListenerOptions listener;
  std::string token, read_token;
  std::vector<std::string> hosts;  // names besides loopback's that a service on loopback answers to
  int threads = 0;                 // for annotating; 0: the cores there are
  bool fetch = true;               // addresses of the web may be added
  bool fetch_private = false;
};

// Whether an address and its tokens may go together; see MakeAccessRules.
Result<void> CheckServeOptions(const ServeOptions& options);

// Serves until SIGINT or SIGTERM, then ends what is in hand. Calls `ready` with the address once
// connections are accepted. Errors: the options, or the port. Call from the main thread, before
// others are started: it blocks these signals.
Result<void> Serve(Archive& archive, const ServeOptions& options,
                   const std::function<void(const std::string& address)>& ready);

}  // namespace synoptic

#endif  // SYNOPTIC_SERVER_SERVE_H_
