#pragma once
// The live stream over gRPC, without a thread of its own: next() waits on the stream's queue.
//
// Threads: as LiveStream.
// Owns:    the stream, until it goes.

#include "kith/client/transport.h"
#include "kith/relay/v1/relay.grpc.pb.h"

namespace kith::grpc {

// The stub outlives it. `first_ms`: how long the relay's first word may take.
std::unique_ptr<client::LiveStream> open_live(kith::relay::v1::Relay::Stub& stub,
                                              const kith::relay::v1::LiveRequest& request, std::int64_t first_ms);

}  // namespace kith::grpc
