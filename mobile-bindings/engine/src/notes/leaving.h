#pragma once
// The last look before a text leaves this device for the space of a pair: does it name somebody
// else of my network, or carry a private tag? Nothing is looked up anywhere but here.

#include "kith/network/share_check.h"
#include "session/session.h"

namespace kith::engine {

// Who is named beside the audience. `audience`: the persons who will read it.
Result<std::vector<network::Mention>> mentions(Session& session, const std::string& text,
                                               const std::vector<RecordId>& audience);

// Nothing for the own space, for a text that names nobody, and where the person said `anyway`.
// INVALID_ARGUMENT with the warning otherwise.
Result<void> check_leaving(Session& session, client::SpaceNumber space, const std::string& text, bool anyway);

}  // namespace kith::engine
