#pragma once
// The time that somebody gives a sync, as a request has it. INVALID_ARGUMENT for one that is negative, or more than a day;
// 0 is none.

#include "session/relay_turn.h"

namespace kith::engine {

inline Result<void> set_deadline(RelayTurn& turn, double deadline_ms) {
  constexpr double kMostMs = 24.0 * 3600 * 1000;
  if (!(deadline_ms >= 0 && deadline_ms <= kMostMs)) {
    return fail(Code::INVALID_ARGUMENT, "the time for a sync is at most a day");
  }
  if (deadline_ms > 0) {
    turn.set_deadline(std::chrono::steady_clock::now() + std::chrono::milliseconds(static_cast<std::int64_t>(deadline_ms)));
  }
  return {};
}

}  // namespace kith::engine
