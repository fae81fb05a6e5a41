#pragma once
// A path that something is to be written to: never into the vault's own folder, where a file
// that is none of the vault's would count as damage.
//
// Threads: pure functions over the disk.
// Errors:  INVALID_ARGUMENT.

#include "session/session.h"

namespace kith::engine {

Result<void> check_outside(const Session& session, const std::string& path);

}  // namespace kith::engine
