#pragma once
// The reviews of the five steps that were begun and finished, and how far they are.
//
// Threads: as Session.

#include <vector>

#include "kith/network/review.h"
#include "session/session.h"

namespace kith::engine {

// Of all steps, the oldest first.
Result<std::vector<client::Shown>> reviews(Session& session);
// Null for a step of a newer version.
const network::StepRow* step_of(const model::Record& review);
bool is_open_review(const model::Record& review);
Result<network::StepsSoFar> steps_so_far(Session& session);

}  // namespace kith::engine
