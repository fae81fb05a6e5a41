#pragma once
// The hostile partner: the last person of a world, whose program is his own. He holds the real keys
// of his device and writes, through the functions that make entries, whatever the format lets him
// write. The relay takes what its rules take; the others must go on all the same.
//
// Threads: one.

#include "world.h"

namespace kith::simulator {

// `op.a` says what he does, `op.b` and `op.c` to which record and how much of it.
void write_as_hostile(World& world, const Op& op);

// A body that only an enemy would write, as bytes that are sealed as they are; most are no Body.
Bytes hostile_body(World& world, const Op& op, const std::vector<LivePuts>& records);
inline constexpr unsigned kHostileBodies = 12;

}  // namespace kith::simulator
