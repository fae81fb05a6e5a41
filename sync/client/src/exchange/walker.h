#pragma once
// Walker reads rows of a log in order over working copies of what this device knows, and
// decides for each whether it holds: frame, signature, membership at its place, the author's
// chain, commitment and AEAD, inner schema, in this order. Nothing is installed here.
// Private to sync/client.
//
// Threads: one thread; reads the store, writes nothing.
// Errors:  a fault of the relay (bytes that no honest relay would hand out) is the returned
//          code; a fault of an author is kept in `author_faults` and the log goes on.

#include <set>

#include "replica/replica_impl.h"

namespace kith::client {

enum class Step : std::uint8_t {
  applied,    // holds, and its changes are in the working copies
  known,      // applied before
  unreadable  // holds, but was written before this device joined
};

struct Fault {
  Code code = Code::INTERNAL;
  std::string detail;
  SignKey author;
  std::uint64_t position = 0;
  Bytes entry;
  Bytes other;  // the one that contradicts it, where there is one
};

class Walker {
 public:
  Walker(ReplicaImpl& impl, const SpaceRow& row);

  // The next row at the next position of the working head.
  Result<Step> step(BytesView entry);
  // A row beyond a broken place: applied by its author's chain alone, with no position.
  Result<Step> step_ahead(BytesView entry);

  // The working copies as a batch; positions and entries only up to `confirmed`.
  Result<void> finish(std::uint64_t confirmed, const std::optional<envelope::SignedHead>& head,
                      changelog::Batch& batch);

  SpaceRow row;  // working copy
  std::vector<Fault> author_faults;
  std::uint64_t received = 0;
  std::uint64_t sent = 0;
  bool membership_changed = false;
  std::vector<Renewed> renewed;
  std::vector<SignKey> ended_keys;  // nothing is written under them any more: renewed, or the space has ended
  Fault fault;  // what the last failed step met
  const envelope::Head& head_at(std::uint64_t position) const { return heads_.at(position); }

 private:
  struct Placed {
    SignKey author;
    std::uint64_t sequence = 0;
    Hash hash;
    std::uint64_t position = 0;
  };
  struct RecordKey {
    model::Kind kind;
    RecordId id;
    auto operator<=>(const RecordKey&) const = default;
  };

  Result<Step> walk(BytesView entry, bool placed);
  Result<Step> walk_membership(const envelope::EntryView& entry);
  void settle_renewal(const envelope::EntryView& entry, const envelope::MembershipBody& body);
  Result<Step> walk_data(const envelope::EntryView& entry, const Hash& id, bool placed);
  void remember(const Placed& place);
  Result<Step> known_or_twin(const Placed& place, const AuthorEntry& seen, const envelope::EntryHeader& header);
  // Whether this device wrote exactly this entry; an error when it did not and its key did.
  Result<bool> written_here(const envelope::EntryView& entry);
  Result<bool> decided_here(const envelope::EntryView& entry, const envelope::MembershipBody& body) const;
  // Where an author's chain ends at the working head, counted entries only.
  Result<envelope::ChainEnd> chain_end(const SignKey& key);
  Result<void> check_seen(const envelope::EntryHeader& header, bool placed);
  Result<AuthorRow*> author(const SignKey& key);
  Result<std::optional<AuthorEntry>> author_entry(const SignKey& key, std::uint64_t sequence);
  Result<void> take_epoch(const envelope::MembershipBody& body);
  void take_confirmation(const protocol::Body& body, const SignKey& author);
  Result<void> apply_body(const envelope::EntryView& entry, const Hash& id, const protocol::Body& body, bool here);
  Result<model::RecordState*> record(const RecordKey& key);

  ReplicaImpl& impl_;
  const envelope::Head start_;
  std::map<std::uint64_t, envelope::Head> heads_;
  std::vector<std::pair<std::uint64_t, Bytes>> entries_;  // by position
  std::map<SignKey, AuthorRow> authors_;
  std::vector<Placed> placed_;
  std::map<std::pair<SignKey, std::uint64_t>, AuthorEntry> walked_;
  std::map<RecordKey, model::RecordState> records_;
  std::vector<Bytes> spent_outbox_;
  std::vector<UnsentKey> spent_unsent_;
};

}  // namespace kith::client
