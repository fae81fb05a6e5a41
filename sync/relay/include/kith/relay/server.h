#pragma once
// Server puts a Relay on the network: gRPC over TLS, with the limits of SECURITY.md.
//
// Threads: start, show, set_behind_proxy and stop from one thread; `fault` is called from any.
// Owns:    the listening port and its threads, until stop() or the end. The relay outlives it.
// Errors:  INVALID_ARGUMENT for an address, certificate or key that cannot be used.

#include <functional>
#include <memory>
#include <string>

#include "kith/relay/relay.h"
#include "kith/relay/tally.h"

namespace kith::relay {

struct ServerOptions {
  std::string listen;           // HOST:PORT, port 0: any free one
  std::string certificate_pem;  // the chain, the server's own first
  std::string key_pem;
  unsigned threads = 14;        // that wait for the disk
  bool behind_proxy = false;    // the header x-forwarded-for says where a caller is
  std::uint64_t in_flight_bytes = 96ULL << 20U;  // of calls: what came, and what was answered and is not taken yet
  Tally* tally = nullptr;       // hears how busy it is; outlives the server
  // Called every second or so, on a thread of the server.
  std::function<void()> every_second = [] {};
  // Hears what is good to know for the operator, and no fault.
  std::function<void(const std::string&)> note = [](const std::string&) {};
};

class Server {
 public:
  // `fault` hears what is wrong with the relay itself, for the operator.
  static Result<std::unique_ptr<Server>> start(Relay& relay, Hub& hub, const Clock& clock,
                                               const ServerOptions& options, std::function<void(const Error&)> fault);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // HOST:PORT as it is served.
  const std::string& address() const;
  // New connections are shown this pair, and those that are there go on. A pair that cannot be shown
  // leaves the old one.
  Result<void> show(const std::string& certificate_pem, const std::string& key_pem);
  // As ServerOptions::behind_proxy, from the next call on.
  void set_behind_proxy(bool behind_proxy);
  // As ServerOptions::in_flight_bytes.
  void set_in_flight_bytes(std::uint64_t most);
  // What is so now: calls that wait for their turn; what they keep in memory; whether everything is taken, or
  // the disk is full.
  std::size_t waiting_calls() const;
  std::uint64_t bytes_in_flight() const;
  bool takes_everything() const;
  // Within a second: calls that have begun come to their end, all others and the streams are told to
  // come again later.
  void stop();

 private:
  struct Impl;
  explicit Server(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace kith::relay
