#include "commands.h"
#include "ledger_command.h"

namespace synoptic {
namespace {

int Run(int argc, char** argv) {
  Session session;
  CLI::App app(
      "Lays news reports of one event side by side: who copied whom, who said what, what is "
      "agreed,\n"
      "what is disputed, and on whose word.",
      "synoptic");
  app.set_version_flag("--version", "synoptic " SYNOPTIC_VERSION);
  app.require_subcommand(1);
  app.get_formatter()->column_width(34);
  AddCompare(app, session);
  AddLedger(app, session);
  AddQuotes(app, session);
  AddAnnotate(app, session);
  AddCluster(app, session);
  AddExtract(app, session);
  AddFeeds(app, session);
  AddFetch(app, session);
  AddWatch(app, session);
  AddNames(app, session);
  AddRelate(app, session);
  AddCode(app, session);
  AddStoreCommands(app, session);
  AddServeCommands(app, session);
  AddManual(app, session);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kWrongUsage;
  }
  return session.status();
}

}  // namespace
}  // namespace synoptic

int main(int argc, char** argv) { return synoptic::Run(argc, argv); }
