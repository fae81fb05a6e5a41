#pragma once
// Relay is every rule that a relay follows, without a network and without a database: who is let
// in, what is taken into a log and in which order, what is handed out. It reads only what lies
// in the clear, and devices check each of its answers (sync/PROTOCOL.md).
//
// Threads: safe from any thread. Of two that write to one space at one time the second is judged once more, over
//          what the first wrote.
// Owns:    the key by which it knows its challenges and tokens again; none of them is kept. The store,
//          hub, clock and random source outlive it.
// Units:   sizes in bytes, times in wall milliseconds.
// Errors:  UNAUTHENTICATED no good token; PERMISSION_DENIED not a member any more, or no
//          admission; RATE_LIMITED who has had his share for now; TOO_LARGE, INVALID_ARGUMENT,
//          NOT_FOUND, QUOTA_EXCEEDED; those of the store.
//          What is wrong with a single entry is a verdict in the answer, not an error.

#include <memory>

#include "kith/base/clock.h"
#include "kith/base/random.h"
#include "kith/relay/address.h"
#include "kith/relay/hub.h"
#include "kith/relay/log_store.h"

namespace kith::relay {

struct Limits {
  std::uint64_t member_bytes = 256ULL << 20U;  // of data by one member of one space; membership entries are bounded by apply()
  std::uint64_t mailbox_slots = 100'000;      // in use at one time
  std::uint64_t mailbox_puts = 100;           // new slots from one address in a day
  std::uint64_t heartbeat_ms = 25'000;        // a live stream is silent for no longer, but for a fifth
};

struct RelayOptions {
  Limits limits;
  bool open = false;                  // anybody may make a space (--dev)
  std::vector<Hash> admissions;       // hashes of tokens that may make one; those in the store may too
};

// What a row of a page counts beside its entry: its position, its time and their names, where they are longest.
inline constexpr std::size_t kRowBytes = 32;

// How an admission token is kept: never itself.
Hash admission_hash(BytesView token);

struct Proof {
  SpaceId space;
  SignKey device;
  Signature signature;
};

class Relay {
 public:
  // `key` signs the heads; devices pin it.
  Relay(LogStore& store, Hub& hub, const Clock& clock, Random& random, verify::SignPair key, RelayOptions options);
  ~Relay();
  Relay(const Relay&) = delete;
  Relay& operator=(const Relay&) = delete;

  const SignKey& key() const;
  LogStore& store() const;

  // Other limits and admissions, from the next call on. What is stored already stays.
  void set_options(RelayOptions options);

  // For the operator, beside the admissions of the options; rules/admissions.h has the words. Without `uses` there is
  // no bound, with `lasts_ms` 0 no end.
  Result<std::string> make_admission(const std::string& name, std::optional<std::uint64_t> uses, std::int64_t lasts_ms);
  Result<std::vector<Admission>> admissions() const;
  Result<void> revoke_admission(const std::string& name);

  envelope::Challenge challenge();
  // A token a proof, empty where the proof does not hold or the space is not known: the two look
  // the same. UNAUTHENTICATED for a challenge that was not given, is too old, or was answered with a
  // proof that held.
  Result<std::vector<Bytes>> authenticate(const envelope::Challenge& challenge, const std::vector<Proof>& proofs);
  // Signatures of proofs that it checked since it started: what strangers cost it.
  std::uint64_t proofs_checked() const;

  Result<envelope::AppendReply> create_space(BytesView admission, BytesView founding_entry,
                                              const std::vector<BytesView>& following = {});
  // Entries by any member, in their order; results stop at the first that is not counted or known.
  Result<envelope::AppendReply> append(BytesView token, const SpaceId& space, const std::vector<BytesView>& entries);
  Result<envelope::Page> fetch(BytesView token, const SpaceId& space, std::uint64_t after, std::uint64_t most_bytes);
  Result<envelope::SignedHead> head_at(BytesView token, const SpaceId& space, std::uint64_t position);
  Result<envelope::SpaceView> inspect(BytesView token, const SpaceId& space);

  // The same two in halves, so that what many spaces have to say is committed together: judged over what the store
  // holds now, then its change is committed (where it has entries), then it is settled: signed and published.
  // Where the commit says CONFLICT, it is judged once more; so often at most:
  static constexpr int kMostTries = 64;
  struct Judged {
    envelope::AppendReply reply;  // without its head
    Change change;
  };
  Result<Judged> judge_creation(BytesView admission, BytesView founding_entry,
                                const std::vector<BytesView>& following) const;
  Result<Judged> judge_append(BytesView token, const SpaceId& space, const std::vector<BytesView>& entries) const;
  envelope::AppendReply settle(Judged judged);

  // Whether a token is good for that space, by a glance: neither the store nor a signature is looked at. How the
  // key of its device begins.
  Result<Bytes> glance(BytesView token, const SpaceId& space) const;

  // A page for a live stream of that device. No rows where they are too many to carry: then the
  // head is a hint. REQUIRES: the device was let in by a token
  Result<envelope::Page> carried(const SpaceId& space, const SignKey& device, std::uint64_t after);
  // The device of a token, and until when (monotonic) it is good.
  struct LetIn {
    SignKey device;
    std::int64_t until_ms = 0;
  };
  Result<LetIn> let_in(BytesView token, const SpaceId& space);
  // For one stream: what the limits say, and up to a fifth more, so that not all of them beat at once.
  std::int64_t draw_heartbeat_ms();

  Result<bool> mailbox_put(const Address& from, BytesView mailbox, std::uint32_t slot, BytesView content,
                           std::int64_t ttl_ms);
  Result<std::optional<Bytes>> mailbox_get(BytesView mailbox, std::uint32_t slot);

  // Forgets what is too old; to be called every few minutes.
  Result<void> sweep();
  // As LogStore::tend(); to be called every second.
  Result<bool> tend();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace kith::relay
