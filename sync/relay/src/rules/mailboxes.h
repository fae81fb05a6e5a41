#pragma once
// Mailboxes: two slots under an id that nobody can guess, each written once, gone after a while.
// No session: whoever knows the id may read and write, and what lies there is sealed. So that a
// stranger cannot fill all of them, each address has a budget of new ones.
//
// Threads: safe from any thread.
// Units:   sizes in bytes, times in wall milliseconds.
// Errors:  INVALID_ARGUMENT, TOO_LARGE, RATE_LIMITED for an address that has had its share, and says
//          when again, QUOTA_EXCEEDED when the relay holds too many.

#include <optional>

#include "door/budget.h"
#include "kith/base/clock.h"
#include "kith/base/mutex.h"
#include "kith/relay/log_store.h"

namespace kith::relay {

inline constexpr std::uint32_t kMailboxSlots = 2;
inline constexpr std::size_t kMostMailboxBytes = 4096;
inline constexpr std::int64_t kMostMailboxMs = 8LL * 24 * 3600 * 1000;

class Mailboxes {
 public:
  Mailboxes(LogStore& store, const Clock& clock, std::uint64_t most, std::uint64_t puts_a_day)
      : store_(store), clock_(clock), most_(most), budget_(clock, puts_a_day) {}

  // How many slots may be in use, and how many new ones an address has in a day; those that are in use stay,
  // and what share of its day an address has used.
  void set_limits(std::uint64_t most, std::uint64_t puts_a_day);

  // True when the slot holds exactly these bytes afterwards.
  Result<bool> put(const Address& from, BytesView mailbox, std::uint32_t slot, BytesView content, std::int64_t ttl_ms);
  Result<std::optional<Bytes>> get(BytesView mailbox, std::uint32_t slot) const;
  // Erases all that has expired, in rounds: who puts meanwhile waits for one of them at most.
  Result<void> sweep();

 private:
  Result<void> make_room(std::int64_t now_ms) KITH_REQUIRES(mu_);

  LogStore& store_;
  const Clock& clock_;
  Mutex mu_;
  std::uint64_t most_ KITH_GUARDED_BY(mu_);
  Budget budget_ KITH_GUARDED_BY(mu_);
  std::optional<std::uint64_t> count_ KITH_GUARDED_BY(mu_);  // slots in use, none: not asked for yet
};

}  // namespace kith::relay
