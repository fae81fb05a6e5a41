#pragma once
// What `kith unlock` tells the agent it starts, through a pipe: never as arguments, which every process can read.
//
//   u16 length of the socket's path | u16 length of the vault's folder | u64 milliseconds to live | u64 wall clock at its
//   end, in milliseconds | path | folder | the held key (engine::kHeldKeyBytes). Integers big-endian.
//
// Threads: pure functions over a file.
// Owns:    an Order owns the key.

#include <cstdint>
#include <optional>
#include <string>

#include "agent/talk.h"
#include "kith/base/secret.h"

namespace kith::cli {

// What the agent says when it is there, and when it is not because it cannot lock its memory.
inline constexpr Byte kAgentIsThere = 'R';
inline constexpr Byte kNoLockedMemory = 'L';

struct Order {
  std::string socket;
  std::string vault;
  std::uint64_t live_ms = 0;
  std::uint64_t until_ms = 0;  // what it says when asked
  Secret key;
};

bool send_order(int fd, const Order& order);
std::optional<Order> receive_order(int fd);

}  // namespace kith::cli
