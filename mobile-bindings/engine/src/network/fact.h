#pragma once
// What every way to a fact of the dictionary has to look at before it is written.

#include "kith/facts/dictionary.h"
#include "session/session.h"

namespace kith::engine {

// That nothing is missing in it, and that there is no other one of it where there must be one only.
// INVALID_ARGUMENT, ALREADY_EXISTS.
Result<void> check_fact(Session& session, const facts::FactKind& kind, const model::Record& fresh);

}  // namespace kith::engine
