#include "program/serving.h"

#include <unistd.h>

#include <atomic>
#include <cstdio>

#include "control/control_server.h"
#include "kith/relay/certificate.h"
#include "kith/relay/rocks_log_store.h"
#include "kith/relay/server.h"
#include "kith/verify/random.h"
#include "program/data_folder.h"
#include "program/overview.h"
#include "status/pages.h"
#include "work/memory.h"

namespace kith::relay {
namespace {

constexpr int kExitError = 1;

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
  KITH_TRY(out.key_pem, read_key(config.key));
  return out;
}

RelayOptions rules_of(const Config& config) {
  RelayOptions out;
  out.limits = config.limits;
  out.open = config.dev && config.admissions.empty();
  for (const std::string& token : config.admissions) out.admissions.push_back(admission_hash(kith::as_bytes(token)));
  return out;
}

// After a write that failed nothing more is acknowledged: the process ends, and the next one
// reads what is really on the disk. A full disk alone does not end it.
class Faults {
 public:
  void operator()(const Error& error) {
    say(error);
    if (error.code != Code::STORE_IO && error.code != Code::STORE_CORRUPT) return;
    end();
  }
  void end() {
    if (!fatal_.exchange(true)) (void)::kill(::getpid(), SIGTERM);
  }
  bool fatal() const { return fatal_; }

 private:
  std::atomic<bool> fatal_{false};
};

// All that serves, in the order in which each stands on the ones before.
class Serving {
 public:
  Serving(const Arguments& args, Config config, std::unique_ptr<LogStore> store, verify::SignPair key)
      : args_(args), config_(std::move(config)), store_(std::move(store)),
        relay_(*store_, hub_, system_clock(), verify::system_random(), std::move(key), rules_of(config_)),
        overview_({relay_, hub_, system_clock(), config_.data, KITH_VERSION}),
        // It ends before the system ends it: what is acknowledged is on the disk, and it is started anew.
        memory_(config_.memory_bytes, {}, [this](const std::string& why) {
          std::fprintf(stderr, "kith-relay: %s\n", why.c_str());
          faults_.end();
        }) {}

  Result<void> start() {
    KITH_TRY(const Pair pair, pair_of(config_));
    ServerOptions options;
    options.listen = config_.listen;
    options.behind_proxy = config_.behind_proxy;
    options.in_flight_bytes = config_.in_flight_bytes;
    options.certificate_pem = pair.certificate_pem;
    options.key_pem = pair.key_pem;
    options.tally = &overview_.figures();
    options.note = [](const std::string& what) { std::fprintf(stderr, "kith-relay: %s\n", what.c_str()); };
    options.every_second = [this] { memory_.look(); };
    KITH_TRY(server_, Server::start(relay_, hub_, system_clock(), options, [this](const Error& e) { faults_(e); }));
    overview_.watch(*server_);
    KITH_TRY(const std::int64_t end, certificate_end_ms(pair.certificate_pem));
    overview_.set_certificate_end(end);
    control();
    if (config_.status_listen.empty()) return {};
    KITH_TRY(pages_, Pages::start(config_.status_listen, {[this] { return overview_.status(); },
                                                          [this] { return overview_.figures().text(); }}));
    std::fprintf(stderr, "kith-relay: its state is on http://%s/\n", pages_->address().c_str());
    return {};
  }
  const std::string& address() const { return server_->address(); }

  void read_again() {
    auto fresh = take_over();
    if (fresh) {
      config_ = *std::move(fresh);
    } else {
      say(fresh.error(), "; the settings and the certificate stay as they were");
    }
  }

  // Whether it was told to, and did not end by itself.
  bool end() {
    control_.reset();
    if (pages_) pages_->stop();
    server_->stop();
    return !faults_.fatal();
  }

 private:
  // Without a control socket people are served all the same.
  void control() {
    auto started = ControlServer::start(
        relay_, system_clock(), config_.data,
        {KITH_VERSION, server_->address(), [this] { return server_->takes_everything(); }});
    if (started) {
      control_ = *std::move(started);
    } else {
      say(started.error(), "; kith-relayctl cannot ask this relay");
    }
  }

  // All of the new settings and the new certificate, or none of them: half of what an operator wrote down is
  // nothing that anybody meant.
  Result<Config> take_over() {
    KITH_TRY(Config fresh, settings(args_));
    const std::vector<std::string> later = settings_of_the_start(config_, fresh);
    keep_those_of_the_start(config_, fresh);
    KITH_TRY(const Pair pair, pair_of(fresh));
    KITH_TRY(const std::int64_t end, certificate_end_ms(pair.certificate_pem));
    KITH_CHECK(server_->show(pair.certificate_pem, pair.key_pem));
    relay_.set_options(rules_of(fresh));
    server_->set_behind_proxy(fresh.behind_proxy);
    server_->set_in_flight_bytes(fresh.in_flight_bytes);
    overview_.set_certificate_end(end);
    std::fprintf(stderr, "kith-relay: the settings and the certificate were read again\n");
    for (const std::string& name : later) {
      std::fprintf(stderr, "kith-relay: the setting %s is another one now: it counts from the next start on\n",
                   name.c_str());
    }
    advise(fresh);
    return fresh;
  }

  const Arguments& args_;
  Config config_;
  std::unique_ptr<LogStore> store_;
  Hub hub_;
  Relay relay_;
  Faults faults_;
  Overview overview_;
  MemoryWatch memory_;
  std::unique_ptr<Server> server_;
  std::unique_ptr<Pages> pages_;
  std::unique_ptr<ControlServer> control_;
};

}  // namespace

void say(const Error& error, const char* then) {
  const auto name = kith::code_name(error.code);
  std::fprintf(stderr, "kith-relay: %.*s: %s%s\n", static_cast<int>(name.size()), name.data(),
               error.message.text().c_str(), then);
}

void advise(const Config& config) {
  if (const auto advice = advice_on(config); !advice.empty()) {
    std::fprintf(stderr, "kith-relay: %s\n", advice.text().c_str());
  }
}

Result<int> serve(const Arguments& args, Config config, const Signals& signals) {
  KITH_CHECK(open_data_folder(config.data));
  KITH_TRY(auto store, open_rocks_log_store(config.data / "db", config.dev ? 0 : config.reserve_bytes));
  KITH_TRY(auto key, relay_key_of(config.data, verify::system_random()));
  Serving serving(args, std::move(config), std::move(store), std::move(key));
  KITH_CHECK(serving.start());
  std::printf("kith-relay: serving %s\n", serving.address().c_str());
  std::fflush(stdout);
  while (signals.next() == SIGHUP) serving.read_again();
  return serving.end() ? 0 : kExitError;
}

}  // namespace kith::relay
