// kith-relay: stores and orders what it cannot read.

#include <sys/resource.h>

#include <cstdio>

#include "kith/base/process.h"
#include "program/serving.h"

namespace {

using kith::Code;
using kith::Error;
using kith::Result;
using namespace kith::relay;

constexpr int kExitError = 1;
constexpr int kExitUsage = 2;
constexpr rlim_t kLeastFiles = 65'536;

constexpr char kFooter[] =
    "SIGTERM ends it within a second, cleanly. SIGHUP reads the settings and the certificate again; an error in\n"
    "them leaves the old ones, and listen, data, status, reserve_bytes and memory_bytes count from the next start on.";

// A connection is a file: the default of 1,024 is soon used up.
void allow_many_files(bool dev) {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  (void)::setrlimit(RLIMIT_NOFILE, &limit);
  if (limit.rlim_cur < kLeastFiles && !dev) {
    std::fprintf(stderr, "kith-relay: only %llu open files are allowed; 65,536 are advised\n",
                 static_cast<unsigned long long>(limit.rlim_cur));
  }
}

int report(const Error& error) {
  say(error);
  return error.code == Code::INVALID_ARGUMENT ? kExitUsage : kExitError;
}

}  // namespace

int main(int argc, char** argv) {
  kith::hold_standard_files();
  Arguments args;
  CLI::App app("Stores and orders the sealed entries of Kith's devices. It can read none of them.", "kith-relay");
  add_options(app, args);
  app.footer(kFooter);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp& help) {
    return app.exit(help);
  } catch (const CLI::ParseError& error) {
    std::fprintf(stderr, "kith-relay: %s\nkith-relay --help shows the options.\n", error.what());
    return kExitUsage;
  }
  if (args.version) {
    std::printf("kith-relay %s\n", KITH_VERSION);
    return 0;
  }
  const auto config = settings(args);
  if (!config) return report(config.error());
  advise(*config);
  const Signals signals;
  allow_many_files(config->dev);
  const auto status = serve(args, *config, signals);
  return status ? *status : report(status.error());
}
