#pragma once
// What the answers of the five steps are asked by others: how far they are.

#include "kith/network/review.h"
#include "session.h"

namespace kith::engine {

Result<network::StepsSoFar> steps_so_far(Session& session);

}  // namespace kith::engine
