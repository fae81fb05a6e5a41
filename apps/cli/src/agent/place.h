#pragma once
// Where the agent of a vault is found: a socket in a folder of this user alone, in memory where the system has such a
// one ($XDG_RUNTIME_DIR, else /run/user/UID), else under /tmp. Its name is that of the vault's folder to the disk, so a
// vault that is moved keeps its agent and a copy has none.
//
// Threads: pure functions over the disk.
// Errors:  NOT_FOUND no such vault; INVALID_ARGUMENT a folder that others can write, a path too long; STORE_IO.

#include <string>

#include "kith/base/result.h"

namespace kith::cli {

struct AgentPlace {
  std::string folder;  // mode 0700, this user's
  std::string socket;
};

Result<AgentPlace> agent_place(const std::string& vault);

}  // namespace kith::cli
