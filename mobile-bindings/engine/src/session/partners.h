#pragma once
// Which pair a person means, whether it may be written to, and who the partner is in my network.
//
// Threads: as Session.

#include <optional>

#include "session/session.h"

namespace kith::engine {

// The pair with that person that counts now; nothing when there never was one.
Result<std::optional<client::Pair>> pair_with(Session& session, const RecordId& person);
// The space of a pair that both persons confirmed: asks the relay once when the confirmation
// has not arrived yet. UNVERIFIED_KEY says what to do; CLOSED after the end.
Result<client::SpaceNumber> pair_space(Session& session, const model::Record& person);
// Pairs whose partner is known by name and not linked yet: linked to the one person of that
// name, or to a new one.
Result<void> link_partners(Session& session);

}  // namespace kith::engine
