#pragma once
// A candidate who is enlisted goes on the map.

#include "session/session.h"

namespace kith::engine {

// What has to be written with a candidate: `edits` of it, and `next` with them. Where they enlist
// somebody who has no relationship yet, one of the candidate's kind; where nobody of the network is
// meant, a person by the candidate's name before it, which `edits` then names. Nothing for others.
// INVALID_ARGUMENT without a kind; AMBIGUOUS where several have that name.
Result<std::vector<client::RecordChange>> put_on_the_map(Session& session, const model::Record& next,
                                                         client::FieldEdits& edits);

}  // namespace kith::engine
