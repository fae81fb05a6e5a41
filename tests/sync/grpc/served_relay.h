#pragma once
// A real relay on a real port of this machine, over a store in memory, and devices that reach it
// by gRPC and TLS.

#include "kith/client/pairing.h"
#include "kith/client/sync_client.h"
#include "kith/grpc/grpc_transport.h"
#include "kith/relay/certificate.h"
#include "kith/relay/server.h"
#include "kith/testing/fake_clock.h"
#include "kith/testing/matchers.h"
#include "kith/testing/memory_store.h"
#include "kith/testing/seeded_random.h"
#include "memory_log_store.h"

namespace kith::testing {

class ServedRelay {
 public:
  explicit ServedRelay(relay::RelayOptions options = open_to_all(), std::string listen = "127.0.0.1:0",
                       bool behind_proxy = false)
      : listen_(std::move(listen)), behind_proxy_(behind_proxy), options_(std::move(options)),
        key_(verify::make_sign_pair(random_)) {
    auto made = relay::make_development_certificate("");
    EXPECT_THAT(made, IsOk());
    certificate_ = *made;
    start();
  }
  static relay::RelayOptions open_to_all() {
    relay::RelayOptions out;
    out.open = true;
    return out;
  }

  void start() {
    relay_ = std::make_unique<relay::Relay>(store, hub, system_clock(), random_,
                                            verify::sign_pair_of(key_.seed), options_);
    auto started = relay::Server::start(*relay_, hub, system_clock(),
                                        {listen_, certificate_.certificate_pem, certificate_.key_pem, 2, behind_proxy_},
                                        [](const Error&) {});
    ASSERT_THAT(started, IsOk());
    server_ = *std::move(started);
    listen_ = server_->address();
  }
  // Everybody's tokens are gone with it, the store is not.
  void stop() {
    server_.reset();
    relay_.reset();
  }

  relay::Server& server() { return *server_; }
  const std::string& address() const { return listen_; }
  const std::string& ca() const { return certificate_.ca_pem; }
  const SignKey& key() const { return key_.key; }

  std::unique_ptr<client::Transport> connect(std::int64_t deadline_ms = 10'000) const {
    auto made = grpc::make_grpc_transport({address(), ca(), deadline_ms});
    EXPECT_THAT(made, IsOk());
    return *std::move(made);
  }

  MemoryLogStore store;
  relay::Hub hub;

 private:
  std::string listen_;
  bool behind_proxy_;
  relay::RelayOptions options_;
  SeededRandom random_{3};
  verify::SignPair key_;
  relay::DevelopmentCertificate certificate_;
  std::unique_ptr<relay::Relay> relay_;
  std::unique_ptr<relay::Server> server_;
};

// A device with everything in memory but its connection.
struct ConnectedDevice {
  ConnectedDevice(const ServedRelay& relay, std::uint64_t seed)
      : random(seed), administration(crypto::make_agree_pair(random)), transport(relay.connect()) {
    auto made = client::Replica::create(store, system_clock(), random, administration.key);
    EXPECT_THAT(made, IsOk());
    replica = *std::move(made);
  }
  Result<client::SyncReport> sync() { return client::SyncClient(*replica, *transport).sync(); }

  SeededRandom random;
  crypto::AgreePair administration;
  MemoryStore store;
  std::unique_ptr<client::Transport> transport;
  std::unique_ptr<client::Replica> replica;
};

}  // namespace kith::testing
