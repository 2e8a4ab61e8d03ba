// serve and mcp: a store over HTTP and over the Model Context Protocol.
#include "server/serve.h"

#include <cmath>
#include <iostream>

#include "commands.h"
#include "server/mcp.h"
#include "store_options.h"

namespace synoptic {
namespace {

struct ServeCommandOptions {
  StoreOptions store;
  ServeOptions serve;
  double patience = 30;    // seconds
  double body_limit = 32;  // MiB
  bool offline = false;
};

void RunServe(ServeCommandOptions& options, Session& session) {
  using std::chrono::milliseconds;
  ServeOptions& serve = options.serve;
  serve.listener.patience.head = milliseconds(std::llround(options.patience * 1000));
  serve.listener.patience.body = serve.listener.patience.head * 2;
  serve.listener.largest_body = static_cast<size_t>(options.body_limit * (1 << 20));
  serve.fetch = !options.offline;
  if (auto checked = CheckServeOptions(serve); !checked) {
    throw CLI::ValidationError("serve", checked.error().message);
  }
  auto archive = options.store.Open(OpenMode::kCreate, session);
  if (!archive) return;
  const auto served = Serve(*archive, serve, [&](const std::string& address) {
    session.Print("serving " + options.store.path + " at " + address + "\n");
    session.Flush();
  });
  if (!served) session.Refuse(served.error().message);
}

void RunMcp(const StoreOptions& store, Session& session) {
  std::ios::sync_with_stdio(false);
  auto archive = store.Open(OpenMode::kWrite, session);
  if (archive) ServeMcp(*archive, std::cin, std::cout);
}

void AddServe(CLI::App& app, Session& session) {
  auto options = std::make_shared<ServeCommandOptions>();
  ServeOptions& serve = options->serve;
  CLI::App* command = app.add_subcommand(
      "serve", "A store as web application, API and feeds, until stopped; see doc/api.md");
  options->store.AddTo(*command);
  command->add_option("--port", serve.listener.port, "Port; 0 is any that is free")
      ->capture_default_str();
  command
      ->add_option("--bind", serve.listener.address,
                   "Address to listen at; one that others reach needs a token")
      ->type_name("ADDR")
      ->capture_default_str();
  command->add_option("--token", serve.token, "Who sends it may read and write")
      ->envname("SYNOPTIC_TOKEN")
      ->type_name("TOKEN");
  command->add_option("--read-token", serve.read_token, "Who sends it may read")
      ->envname("SYNOPTIC_READ_TOKEN")
      ->type_name("TOKEN");
  command
      ->add_option("--host", serve.hosts,
                   "A name, besides those of loopback, that a proxy in front is asked by")
      ->type_name("NAME");
  command->add_option("--patience", options->patience, "Seconds a client may take for a request")
      ->check(CLI::Range(0.1, 3600.0))
      ->capture_default_str();
  command->add_option("--body-limit", options->body_limit, "MiB that a request may send")
      ->check(CLI::Range(0.001, 1024.0))
      ->capture_default_str();
  command->add_option("--threads", serve.threads, "Threads for annotating; 0: the cores there are")
      ->check(CLI::Range(0, 1024));
  command->add_flag("--offline", options->offline, "Read no addresses of the web");
  command->add_flag("--allow-private", serve.fetch_private,
                    "Read addresses of this machine and of private networks too");
  command->callback([options, &session] { RunServe(*options, session); });
}

}  // namespace

void AddServeCommands(CLI::App& app, Session& session) {
  AddServe(app, session);
  auto store = std::make_shared<StoreOptions>();
  CLI::App* command = app.add_subcommand(
      "mcp", "A store for assistants: the Model Context Protocol on standard input and output");
  store->AddTo(*command);
  command->callback([store, &session] { RunMcp(*store, session); });
}

}  // namespace synoptic
