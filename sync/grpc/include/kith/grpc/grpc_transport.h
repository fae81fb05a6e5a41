#pragma once
// The Transport that a device really uses: gRPC over TLS. It moves bytes and checks only that an
// answer has the shape it must have; whether it is true is for the sync client to check.
//
// A proof is given once for a (space, device) on a connection and kept until the relay no longer
// takes its token.
//
// Threads: as Transport.
// Owns:    the connection and the tokens, until it goes.
// Units:   deadlines in milliseconds, for each call by itself. A live stream has none; it is dead once it was silent for
//          three intervals of the relay's heartbeat.
// Errors:  those of Transport. A relay may name only the failures listed there: any other word of its counts as
//          none, so that no relay can raise an alarm by claiming it. What nobody named is the way to the relay, a
//          proxy on it included: OFFLINE, TIMEOUT or RATE_LIMITED, all of which pass.

#include <memory>
#include <string>

#include "kith/client/transport.h"

namespace kith::grpc {

struct GrpcOptions {
  std::string address;          // HOST:PORT
  std::string ca_pem;           // whose certificates are good; empty: those of the system
  std::int64_t deadline_ms = 15'000;
  // Of the log at once. One lies in memory some ten times while it is checked and stored, and costs two answers of the
  // relay. What one entry takes comes in any case.
  std::uint32_t page_bytes = envelope::kMaxPageBytes;
  std::int64_t first_word_ms = 15'000;  // a live stream has none by then: it was never open
};

// Nothing is sent yet. INVALID_ARGUMENT for an address or a certificate that is none.
Result<std::unique_ptr<client::Transport>> make_grpc_transport(const GrpcOptions& options);

}  // namespace kith::grpc
