#pragma once
// Why a relay cannot be reached. gRPC says only that it cannot; a person needs to know whether there is no network, no
// relay at that address, or a relay whose certificate does not hold, and why not. So it is looked at once more: a
// connection of our own, the handshake, and the certificate that is shown. Nothing is sent over it.
//
// Threads: pure functions over the network; one may take kReachMs for each address of the host's name.
// Errors:  OFFLINE nobody is reached, with what stood in the way; RELAY_UNTRUSTED somebody is, and it cannot be known
//          that it is the relay: the message says what is wrong with its certificate or this device's clock.

#include <functional>
#include <string>

#include "kith/base/result.h"

namespace kith::grpc {

inline constexpr int kReachMs = 3'000;

// HOST:PORT, or [HOST]:PORT; nothing where it is no address.
struct HostPort {
  std::string host;
  std::string port;
};
std::optional<HostPort> host_port_of(const std::string& address);

// INVALID_ARGUMENT where a text is given and no certificate is in it.
Result<void> check_ca(const std::string& ca_pem);

// `now`: seconds since 1970, by which certificates are judged.
// `wanted`, where given, is asked now and then: what nobody wants any more ends within a moment. Looking up the host's
// name is the one wait that cannot be ended.
using StillWanted = std::function<bool()>;
Error why_unreachable(const std::string& address, const std::string& ca_pem, std::int64_t now,
                      const StillWanted& wanted = {});

}  // namespace kith::grpc
