#pragma once
// Which relay, and the one connection to it.
//
// Threads: as Session; whoever connects has the turn, or the call is begun anew with it.

#include <memory>
#include <string>

#include "kith/client/moving.h"
#include "kith/grpc/grpc_transport.h"
#include "session/session.h"

namespace kith::engine {

// Connects where needed, and remembers address and certificate once the relay has answered.
// OFFLINE when no relay is known or it cannot be reached.
Result<client::Transport*> connect(Session& session);
// As connect(), with an address to fall back on when no relay is known yet.
Result<client::Transport*> connect(Session& session, const std::string& fallback);
Result<std::string> relay_address(Session& session);
// What a connection over gRPC is made with: by how much memory there is, how much of a log comes at once.
grpc::GrpcOptions relay_options(const EngineOptions& options, const std::string& address, const std::string& certificate);
// To that relay, with nothing around it: of a vault that is locked.
Result<std::unique_ptr<client::Transport>> dial(const EngineOptions& options, const std::string& address,
                                                const std::string& certificate);
Result<std::unique_ptr<client::Transport>> make_transport(Session& session, const std::string& address,
                                                          const std::string& certificate);
// A relay as it shows itself now. Nothing is remembered.
Result<client::RelayPlace> meet_relay(Session& session, const std::string& address,
                                      const std::string& certificate);
BytesView admission(const Session& session);

}  // namespace kith::engine
