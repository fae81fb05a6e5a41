#pragma once
// Transport is what a device needs of a relay, and nothing that a relay could abuse: every
// answer is checked by the caller. Real gRPC implements it (sync/grpc), tests implement honest
// and lying relays in memory.
//
// Threads: one thread at a time, but for interrupt() and LiveStream::cancel().
// Units:   sizes in bytes, times in milliseconds.
// Errors:  OFFLINE when the relay cannot be reached, RELAY_UNTRUSTED when its certificate does not hold, TIMEOUT, CANCELLED after interrupt(), UNAUTHENTICATED, PERMISSION_DENIED
//          (also for a space the relay does not know: the two look the same), RATE_LIMITED,
//          QUOTA_EXCEEDED, TOO_LARGE, MALFORMED for an answer that has not its shape.

#include <memory>
#include <optional>
#include <vector>

#include "kith/envelope/exchange.h"

namespace kith::client {

using envelope::AppendReply;
using envelope::AppendResult;
using envelope::MemberView;
using envelope::Page;
using envelope::Row;
using envelope::SpaceView;
using envelope::Verdict;

struct Identity {
  SpaceId space;
  const verify::SignPair* device = nullptr;
};

struct LiveEvent {
  SpaceId space;
  Page page;
};

class LiveStream {
 public:
  virtual ~LiveStream() = default;
  // The next event; nothing after `timeout_ms`. UNAUTHENTICATED: it ended with its proof. OFFLINE: it was cut, or is dead.
  virtual Result<std::optional<LiveEvent>> next(std::int64_t timeout_ms) = 0;
  // From any thread: a waiting next() returns CANCELLED.
  virtual void cancel() = 0;
};

class Transport {
 public:
  virtual ~Transport() = default;
  // Before a call whose end somebody may want: it may take that long at most (0: as long as any), and an interrupt()
  // from before means nothing to it. A transport that never waits has nothing to do here.
  virtual void ready(std::int64_t most_ms) { (void)most_ms; }
  // From any thread: the call that was made ready, begun or not, ends as soon as it can, with CANCELLED.
  virtual void interrupt() {}
  // The relay's signing key as it claims it; connects where needed.
  virtual Result<SignKey> relay_key() = 0;
  // Proves each identity once on this connection; which ones the relay let in, in order.
  // Called again, it does so anew (after UNAUTHENTICATED).
  virtual Result<std::vector<bool>> authenticate(const std::vector<Identity>& identities) = 0;
  virtual Result<AppendReply> create_space(BytesView admission, BytesView founding_entry,
                                           const std::vector<Bytes>& following) = 0;
  virtual Result<AppendReply> append(const SpaceId& space, const std::vector<Bytes>& entries) = 0;
  virtual Result<Page> fetch(const SpaceId& space, std::uint64_t after) = 0;
  virtual Result<envelope::SignedHead> head_at(const SpaceId& space, std::uint64_t position) = 0;
  virtual Result<SpaceView> inspect(const SpaceId& space) = 0;
  virtual Result<std::unique_ptr<LiveStream>> live(const std::vector<SpaceId>& spaces) = 0;
  // True when the slot holds exactly these bytes afterwards.
  virtual Result<bool> mailbox_put(const MailboxId& mailbox, std::uint32_t slot, BytesView content,
                                   std::int64_t ttl_ms) = 0;
  virtual Result<std::optional<Bytes>> mailbox_get(const MailboxId& mailbox, std::uint32_t slot) = 0;
};

}  // namespace kith::client
