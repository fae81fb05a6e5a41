#pragma once
// A live stream on the network: one write under way at a time, nothing queued, a heartbeat where it was silent for
// too long, ended by its deadline or by a reader who does not take what is sent.
//
// Threads: gRPC's own; the stream is read on the pool.
// Owns:    itself, until gRPC is done with it.

#include "network/grpc_service.h"

namespace kith::relay {

::grpc::ServerWriteReactor<wire::LiveEvent>* start_live(const ServiceParts& parts,
                                                        ::grpc::CallbackServerContext& context,
                                                        std::unique_ptr<LiveSession> session);
// A stream that only says why there is none.
::grpc::ServerWriteReactor<wire::LiveEvent>* refuse_live(const ::grpc::Status& why);

}  // namespace kith::relay
