#pragma once
// State is a function of the log, so it can be made anew from the log: when an entry that was put aside
// can be read after all, when a branch was lost. Only the records that it touches are made again.
// Private to sync/client. Wants `exchange` and `mu` held.
//
// Errors: STORE_CORRUPT for a log with a hole.

#include <set>

#include "replica/said.h"

namespace kith::client {

// The entries put aside in a space, by position.
Result<std::map<std::uint64_t, AsideRow>> aside_rows(const changelog::Store& store, SpaceNumber number);

// Where carried entries came in, by their ids, as far as the store does not say so yet.
using Places = std::map<Hash, std::uint64_t>;

// Writes the records `touched` as the entries up to `last` make them, but for those at `skip`.
Result<void> rebuild(ReplicaImpl& impl, const SpaceRow& row, std::uint64_t last, const std::set<RecordPlace>& touched,
                     const std::set<std::uint64_t>& skip, const Places& places, changelog::Batch& batch)
                         KITH_REQUIRES(impl.mu);

// Reads again what was put aside and can be read by now: a secret has come, or this is a newer reader.
// How many entries were read.
Result<std::uint64_t> read_aside_again(ReplicaImpl& impl, SpaceNumber number) KITH_REQUIRES(impl.mu);

}  // namespace kith::client
