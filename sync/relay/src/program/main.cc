// kith-relay: stores and orders what it cannot read.

#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <atomic>
#include <cstdio>

#include "control/control_server.h"
#include "program/config.h"
#include "program/data_folder.h"
#include "kith/base/process.h"
#include "kith/relay/rocks_log_store.h"
#include "kith/relay/server.h"
#include "kith/verify/random.h"

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
    "them leaves the old ones, and listen, data and reserve_bytes count from the next start on.";

struct Arguments {
  std::string config_file;
  bool version = false;
  Config given;
  CLI::Option* data = nullptr;
  CLI::Option* listen = nullptr;
  CLI::Option* certificate = nullptr;
  CLI::Option* key = nullptr;
};

void add_options(CLI::App& app, Arguments& args) {
  app.add_option("--config", args.config_file, "settings as TOML; options given here win over them");
  app.add_flag("--dev", args.given.dev, "to try things out: makes a certificate, admits everybody");
  args.data = app.add_option("--data", args.given.data, "folder for all that the relay keeps");
  args.listen = app.add_option("--listen", args.given.listen, "HOST:PORT, port 0 takes a free one (127.0.0.1:7443)");
  args.certificate = app.add_option("--tls-certificate", args.given.certificate, "certificate chain, as PEM");
  args.key = app.add_option("--tls-key", args.given.key, "its key, as PEM");
  app.add_flag("--version", args.version, "show the version");
}

Result<Config> settings(const Arguments& args) {
  Config out;
  if (!args.config_file.empty()) KITH_CHECK(read_config(args.config_file, out));
  out.dev = args.given.dev;
  if (args.data->count() > 0) out.data = args.given.data;
  if (args.listen->count() > 0) out.listen = args.given.listen;
  if (args.certificate->count() > 0) out.certificate = args.given.certificate;
  if (args.key->count() > 0) out.key = args.given.key;
  KITH_CHECK(check_config(out));
  return out;
}

void advise(const Config& config) {
  if (const auto advice = advice_on(config); !advice.empty()) {
    std::fprintf(stderr, "kith-relay: %s\n", advice.text().c_str());
  }
}

struct Pair {
  std::string certificate_pem;
  std::string key_pem;
};

Result<Pair> pair_of(const Config& config) {
  if (config.certificate.empty()) {
    KITH_TRY(const DevelopmentCertificate made, development_certificate_of(config.data, host_of(config.listen)));
    return Pair{made.certificate_pem, made.key_pem};
  }
  Pair out;
  KITH_TRY(out.certificate_pem, read_text(config.certificate));
  KITH_TRY(out.key_pem, read_text(config.key));
  return out;
}

RelayOptions rules_of(const Config& config) {
  RelayOptions out;
  out.limits = config.limits;
  out.open = config.dev && config.admissions.empty();
  for (const std::string& token : config.admissions) out.admissions.push_back(admission_hash(kith::as_bytes(token)));
  return out;
}

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

// SIGTERM and SIGINT end the relay cleanly, SIGHUP has it read its settings again. They are blocked before
// any thread starts, so that only this waits for them.
class Signals {
 public:
  Signals() {
    sigemptyset(&set_);
    sigaddset(&set_, SIGTERM);
    sigaddset(&set_, SIGINT);
    sigaddset(&set_, SIGHUP);
    (void)::pthread_sigmask(SIG_BLOCK, &set_, nullptr);
    (void)::signal(SIGPIPE, SIG_IGN);
  }
  int next() const {
    int got = 0;
    while (::sigwait(&set_, &got) != 0) {
    }
    return got;
  }

 private:
  sigset_t set_{};
};

void say(const Error& error, const char* then = "") {
  const auto name = kith::code_name(error.code);
  std::fprintf(stderr, "kith-relay: %.*s: %s%s\n", static_cast<int>(name.size()), name.data(),
               error.message.text().c_str(), then);
}

// After a write that failed nothing more is acknowledged: the process ends, and the next one
// reads what is really on the disk. A full disk alone does not end it.
class Faults {
 public:
  void operator()(const Error& error) {
    say(error);
    if (error.code != Code::STORE_IO && error.code != Code::STORE_CORRUPT) return;
    if (!fatal_.exchange(true)) (void)::kill(::getpid(), SIGTERM);
  }
  bool fatal() const { return fatal_; }

 private:
  std::atomic<bool> fatal_{false};
};

// All of the new settings and the new certificate, or none of them: half of what an operator wrote down is
// nothing that anybody meant.
Result<Config> take_over(const Arguments& args, const Config& running, Relay& relay, Server& server) {
  KITH_TRY(Config fresh, settings(args));
  const std::vector<std::string> later = settings_of_the_start(running, fresh);
  fresh.listen = running.listen;
  fresh.data = running.data;
  fresh.reserve_bytes = running.reserve_bytes;
  KITH_TRY(const Pair pair, pair_of(fresh));
  KITH_CHECK(server.show(pair.certificate_pem, pair.key_pem));
  relay.set_options(rules_of(fresh));
  server.set_behind_proxy(fresh.behind_proxy);
  std::fprintf(stderr, "kith-relay: the settings and the certificate were read again\n");
  for (const std::string& name : later) {
    std::fprintf(stderr, "kith-relay: the setting %s is another one now: it counts from the next start on\n",
                 name.c_str());
  }
  advise(fresh);
  return fresh;
}

void read_again(const Arguments& args, Config& running, Relay& relay, Server& server) {
  auto fresh = take_over(args, running, relay, server);
  if (fresh) {
    running = *std::move(fresh);
  } else {
    say(fresh.error(), "; the settings and the certificate stay as they were");
  }
}

Result<int> serve(const Arguments& args, Config config, const Signals& signals) {
  kith::Random& random = kith::verify::system_random();
  const kith::Clock& clock = kith::system_clock();
  KITH_CHECK(open_data_folder(config.data));
  KITH_TRY(const auto store, open_rocks_log_store(config.data / "db", config.dev ? 0 : config.reserve_bytes));
  KITH_TRY(auto key, relay_key_of(config.data, random));
  KITH_TRY(const Pair pair, pair_of(config));
  Hub hub;
  Relay relay(*store, hub, clock, random, std::move(key), rules_of(config));
  Faults faults;
  ServerOptions options;
  options.listen = config.listen;
  options.behind_proxy = config.behind_proxy;
  options.certificate_pem = pair.certificate_pem;
  options.key_pem = pair.key_pem;
  options.note = [](const std::string& what) { std::fprintf(stderr, "kith-relay: %s\n", what.c_str()); };
  KITH_TRY(const auto server, Server::start(relay, hub, clock, options, [&](const Error& e) { faults(e); }));
  // Without a control socket people are served all the same.
  const auto control = ControlServer::start(relay, clock, config.data, KITH_VERSION, server->address());
  if (!control) say(control.error(), "; kith-relayctl cannot ask this relay");
  std::printf("kith-relay: serving %s\n", server->address().c_str());
  std::fflush(stdout);
  while (signals.next() == SIGHUP) read_again(args, config, relay, *server);
  server->stop();
  return faults.fatal() ? kExitError : 0;
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
