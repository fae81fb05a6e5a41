// kith-bench: what Kith costs, measured.

#include <CLI/CLI.hpp>
#include <cstdio>

#include "network_suite.h"
#include "relay_suite.h"
#include "search_suite.h"
#include "side_by_side.h"
#include "suite.h"

namespace {

using kith::Result;
using namespace kith::bench;

constexpr int kExitError = 1;
constexpr int kExitUsage = 2;

struct Arguments {
  std::string suite;
  std::string json;
  std::string vault;
  bool small = false;
};

void add_options(CLI::App& app, Arguments& args) {
  app.add_option("SUITE", args.suite, "vault: one device by itself; pair: two devices and a relay; relay: the relay alone; search: beside SQLite; "
                 "network: all measures and pictures; mobile: what a phone feels")
      ->required();
  app.add_option("--json", args.json, "also write the figures to this file, as one flat object");
  app.add_flag("--small", args.small)->group("");  // hidden: only shows that all of it still runs
  app.add_option("--vault", args.vault)->group("");
}

Result<void> run_suite(const Arguments& args, Report& report) {
  const Sizes sizes = args.small ? kSmallSizes : Sizes{};
  if (args.suite == "vault") return vault_suite(sizes, report);
  if (args.suite == "pair") return pair_suite(sizes, report);
  if (args.suite == "relay") return relay_suite(sizes, report);
  if (args.suite == "network") return network_suite(sizes, report);
  if (args.suite == "search") return search_suite(sizes, report);
  if (args.suite == "mobile") return mobile_suite(sizes, report);
  if (args.suite == "mobile-first-sync") return mobile_first_sync(args.vault, report);
  if (args.suite == "mobile-first-screen") return mobile_first_screen(args.vault, report);
  if (args.suite == "vault-peers") return side_by_side(sizes, report);
  if (args.suite == "vault-watched") return watched_inserts(sizes, report);
  if (args.suite == "vault-profiles") return vault_profiles(sizes, report);
  if (args.suite == "vault-profile-app") return vault_profile(args.vault, kith::vault::Profile::app, sizes, report);
  if (args.suite == "vault-profile-phone") return vault_profile(args.vault, kith::vault::Profile::phone, sizes, report);
  if (args.suite == "vault-profile-extension")
    return vault_profile(args.vault, kith::vault::Profile::extension, sizes, report);
  if (args.suite == "vault-memory") return vault_memory(args.vault, sizes, report);
  return kith::fail(kith::Code::INVALID_ARGUMENT,
                    kith::worded("no such suite: {0} (vault, pair, relay, network, search, mobile)", args.suite));
}

Result<void> measure(const Arguments& args) {
  Report report(args.suite);
  KITH_CHECK(run_suite(args, report));
  if (!args.json.empty()) KITH_CHECK(report.write_json(args.json));
  if (args.vault.empty()) report.print();
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  Arguments args;
  CLI::App app("Measures Kith on this machine. Only ratios of figures of one run can be trusted.",
               "kith-bench");
  add_options(app, args);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp& help) {
    return app.exit(help);
  } catch (const CLI::ParseError& error) {
    std::fprintf(stderr, "kith-bench: %s\nkith-bench --help shows the options.\n", error.what());
    return kExitUsage;
  }
  const auto done = measure(args);
  if (done) return 0;
  const auto name = kith::code_name(done.error().code);
  std::fprintf(stderr, "kith-bench: %.*s: %s\n", static_cast<int>(name.size()), name.data(),
               done.error().message.text().c_str());
  return done.error().code == kith::Code::INVALID_ARGUMENT ? kExitUsage : kExitError;
}
