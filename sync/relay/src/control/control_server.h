#pragma once
// What the operator asks a running relay: tokens and how it does, over a unix socket in the relay's folder. The folder
// is closed to everybody else, the socket too, and the public port has no such service.
//
// Threads: start and the end from one thread.
// Owns:    the socket and its threads. The relay outlives it.
// Errors:  INVALID_ARGUMENT for a folder whose name is too long for a socket in it; STORE_IO where none can be made.

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "kith/base/clock.h"
#include "kith/relay/relay.h"

namespace kith::relay {

inline constexpr const char* kControlSocket = "control.sock";

class ControlServer {
 public:
  // Of what serves: told as it is.
  struct Served {
    std::string version;
    std::string address;
    std::function<bool()> takes_everything;  // false while the disk is full
  };
  static Result<std::unique_ptr<ControlServer>> start(Relay& relay, const Clock& clock,
                                                      const std::filesystem::path& folder, Served served);
  ~ControlServer();
  ControlServer(const ControlServer&) = delete;
  ControlServer& operator=(const ControlServer&) = delete;

 private:
  struct Impl;
  explicit ControlServer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// How gRPC names the socket. INVALID_ARGUMENT for a folder whose name is too long.
Result<std::string> control_target(const std::filesystem::path& folder);

}  // namespace kith::relay
