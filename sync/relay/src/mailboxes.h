#pragma once
// Mailboxes: two slots under an id that nobody can guess, each written once, gone after a while.
// No session: whoever knows the id may read and write, and what lies there is sealed.
//
// Threads: safe from any thread.
// Units:   sizes in bytes, times in wall milliseconds.
// Errors:  INVALID_ARGUMENT, TOO_LARGE, QUOTA_EXCEEDED when the relay holds too many.

#include <optional>

#include "kith/base/clock.h"
#include "kith/base/mutex.h"
#include "kith/relay/log_store.h"

namespace kith::relay {

inline constexpr std::uint32_t kMailboxSlots = 2;
inline constexpr std::size_t kMostMailboxBytes = 4096;
inline constexpr std::int64_t kMostMailboxMs = 8LL * 24 * 3600 * 1000;

class Mailboxes {
 public:
  Mailboxes(LogStore& store, const Clock& clock, std::uint64_t most) : store_(store), clock_(clock), most_(most) {}

  // How many slots may be in use; those that are stay.
  void set_most(std::uint64_t most);

  // True when the slot holds exactly these bytes afterwards.
  Result<bool> put(BytesView mailbox, std::uint32_t slot, BytesView content, std::int64_t ttl_ms);
  Result<std::optional<Bytes>> get(BytesView mailbox, std::uint32_t slot) const;
  Result<void> sweep();

 private:
  LogStore& store_;
  const Clock& clock_;
  Mutex mu_;
  std::uint64_t most_ KITH_GUARDED_BY(mu_);
  std::optional<std::uint64_t> count_ KITH_GUARDED_BY(mu_);  // slots in use, none: not counted yet
};

}  // namespace kith::relay
