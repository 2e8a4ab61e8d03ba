// synoptic ledger: where the process stands, today or on any day before.
#ifndef SYNOPTIC_CLI_LEDGER_COMMAND_H_
#define SYNOPTIC_CLI_LEDGER_COMMAND_H_

#include <CLI/CLI.hpp>

#include "session.h"

namespace synoptic {

void AddLedger(CLI::App& app, Session& session);

}  // namespace synoptic

#endif  // SYNOPTIC_CLI_LEDGER_COMMAND_H_
