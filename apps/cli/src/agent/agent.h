#pragma once
// The agent as commands see it: `kith unlock` starts one for a vault, `kith lock` ends it, and every other command asks
// it for what opens the vault.
//
// Threads: one.
// Errors:  NOT_FOUND no such vault; INVALID_ARGUMENT where its folder cannot be trusted; STORE_IO it did not start;
//          UNSUPPORTED the system lets it lock no memory.

#include <chrono>
#include <optional>
#include <string>

#include "kith/base/result.h"
#include "kith/base/secret.h"

namespace kith::cli {

// What opens the vault, if an agent has it.
std::optional<Secret> key_of_agent(const std::string& vault);
// When that agent ends, on the wall clock, in milliseconds.
std::optional<std::int64_t> end_of_agent(const std::string& vault);
// Ends it, and waits until it has wiped what it had; false where there was none. TIMEOUT where it does not answer: it
// may still have the key, until its time at the latest.
Result<bool> end_agent(const std::string& vault);
// Starts one that lives so long, in the place of any other. Gives when it ends, as end_of_agent().
Result<std::int64_t> start_agent(const std::string& vault, Secret held, std::chrono::milliseconds live);

}  // namespace kith::cli
