#pragma once
// Where the agent of a vault is found: a socket in a folder of this user alone, in memory where the system has such a
// one ($XDG_RUNTIME_DIR, else /run/user/UID), else under /tmp. An agent may have been started where the system had
// another of them, so all are looked at. The socket's name is that of the vault's folder to the disk: a vault that is
// moved keeps its agent, and a copy has none.
//
// Threads: pure functions over the disk.
// Errors:  NOT_FOUND no such vault; INVALID_ARGUMENT a folder that others can write, a path too long; STORE_IO.

#include <string>
#include <vector>

#include "kith/base/result.h"

namespace kith::cli {

struct AgentPlace {
  std::string folder;  // mode 0700, this user's
  std::string socket;
};

// Where a new agent goes; its folder is made.
Result<AgentPlace> new_agent_place(const std::string& vault);
// Where there may be one: the folders that are there, and this user's alone.
Result<std::vector<AgentPlace>> agent_places(const std::string& vault);

// A folder, not a link to one, that belongs to this user and that nobody else can look into.
bool is_mine_alone(const std::string& path);

}  // namespace kith::cli
