// Options of the commands that use the network.
#ifndef SYNOPTIC_CLI_NETWORK_OPTIONS_H_
#define SYNOPTIC_CLI_NETWORK_OPTIONS_H_

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "fetch/fetch.h"

namespace synoptic {

struct NetworkOptions {
  FetchOptions fetch;
  std::vector<std::string> targets;
  double pause = 1;     // seconds
  double longest = 30;  // seconds

  void AddTo(CLI::App& command);
  FetchOptions Limits() const;
};

}  // namespace synoptic

#endif  // SYNOPTIC_CLI_NETWORK_OPTIONS_H_
