#pragma once
// A snapshot as kith/network reads it. Private to the engine.

#include "fields.h"

namespace kith::engine {

Result<network::Snapshot> snapshot_of(Session& session, const model::Record& record);
// As it stands now, without decisions.
Result<network::Snapshot> present(Session& session);
// By id, or by its date.
Result<model::Record> snapshot_record(Session& session, const std::string& text);

}  // namespace kith::engine
