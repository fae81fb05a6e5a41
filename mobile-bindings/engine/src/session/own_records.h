#pragma once
// OwnRecords keeps what was read of a person's own space, and the account made of it: one look at a
// network asks for the same thousands of log entries dozens of times. Only what changed since is read
// again. Of a conversation it keeps what the account wants, never what was written about it; of a
// person all but the note and the rest of a card.
//
// Threads: guarded by the session's mutex.
// Owns:    plain text of records; forget() lets go of it. What it hands out is good until it is
//          asked for something else, an account longer.
// Errors:  those of the replica; nothing half read is kept then.

#include <map>
#include <memory>

#include "kith/client/replica.h"
#include "kith/facts/account.h"

namespace kith::engine {

// Good for as long as somebody holds it.
using AccountRead = std::shared_ptr<const facts::Account>;

class OwnRecords {
 public:
  // Those of that kind, oldest first.
  Result<const std::vector<model::Record>*> of(const client::Replica& replica, model::Kind kind);
  // When the one at that place of them was made. REQUIRES: of() of that kind just before
  std::int64_t made_ms(model::Kind kind, std::size_t place) const { return order_.at(kind)[place].first; }
  // All that the account is read from.
  Result<const facts::Records*> of_account(const client::Replica& replica);
  // REQUIRES: the same replica since forget()
  Result<AccountRead> account(const client::Replica& replica, const model::PartialDate& today);
  void forget();

 private:
  using Order = std::pair<std::int64_t, RecordId>;  // when it was made, and its id

  Result<void> take_changes(const client::Replica& replica);
  Result<void> take(const client::Replica& replica, model::Kind kind, const RecordId& id);
  Result<void> read(const client::Replica& replica, model::Kind kind);

  std::uint64_t mark_ = 0;
  facts::Records records_;                           // the kinds that were asked for
  std::map<model::Kind, std::vector<Order>> order_;  // of records_, in the same order
  AccountRead account_;
  model::PartialDate day_;  // of account_
};

}  // namespace kith::engine
