#pragma once
// The live stream of a session as a Stream of SyncResults.

#include "session.h"

namespace kith::engine {

Result<std::unique_ptr<Stream>> open_watch(Session& session);

}  // namespace kith::engine
