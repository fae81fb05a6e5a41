#pragma once
// The worlds that histories begin in. A pairing costs an Argon2id on each side, so each world is
// made once a process and copied from then on.
//
// Threads: one.

#include "world.h"

namespace kith::simulator {

// Everybody has a vault and a relay, and each is paired with the next one.
const Start& start_of(const Setting& setting);

}  // namespace kith::simulator
