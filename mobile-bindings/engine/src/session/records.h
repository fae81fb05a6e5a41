#pragma once
// The records of a vault, whichever space they lie in.
//
// Threads: as Session.

#include <functional>
#include <string>
#include <vector>

#include "session/session.h"

namespace kith::engine {

// A whole id as it is, whether or not it is among them; a beginning of one (kith/model/ids.h) if it is one of `all`,
// which are read only then.
Result<RecordId> id_of(const std::string& typed, const std::function<Result<std::vector<RecordId>>()>& all);
// The record of that kind in whichever space; NOT_FOUND for anything else. `text` is an id.
Result<client::Shown> record(Session& session, const std::string& text, model::Kind kind);
// All records of a kind in every space, or in the spaces of one person only, oldest first.
Result<std::vector<client::Shown>> records(Session& session, model::Kind kind, const RecordId& with = {});
Result<std::uint32_t> count(Session& session, model::Kind kind);

}  // namespace kith::engine
