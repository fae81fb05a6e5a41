#pragma once
// A snapshot as kith/network reads it. Private to the engine.

#include "session/fields.h"

namespace kith::engine {

Result<network::Snapshot> snapshot_of(Session& session, const model::Record& record);
// As it stands now, without decisions.
Result<network::Snapshot> present(Session& session);
// By id, or by its date.
Result<model::Record> snapshot_record(Session& session, const std::string& text);
// All of them, the earliest first.
Result<std::vector<model::Record>> snapshot_records(Session& session);
// The network that it keeps, read as an account.
Result<facts::Account> account_in(Session& session, const model::Record& snapshot);
std::vector<network::PersonDecision> decisions_of(const model::Record& record);

// Those of past people with whom it ended; who has died is none of them.
std::vector<RecordId> ended_of(const facts::Account& account);

}  // namespace kith::engine
