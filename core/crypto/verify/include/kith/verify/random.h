#pragma once
// The random bytes of the operating system, drawn in blocks because a single draw costs a
// system call. Safe across fork(): a child never repeats its parent's bytes.
//
// Threads: safe from any thread.

#include "kith/base/random.h"

namespace kith::verify {

Random& system_random();

}  // namespace kith::verify
