#pragma once
// What does not hold together, in words.
//
// Threads: pure functions.

#include <string_view>

#include "kith/base/step.h"
#include "kith/client/types.h"

namespace kith::engine {

// What an alarm means, and what was kept, in a sentence or two.
Wording meaning(Code code);
// What can be done about it beside looking at it; zero: nothing.
Step step_about(Code code);
// Neither healed nor seen by a person.
bool is_open(const client::Alarm& alarm);

}  // namespace kith::engine
