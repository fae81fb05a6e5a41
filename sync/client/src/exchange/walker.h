#pragma once
// Walker reads rows of a log in order over working copies of what this device knows, and decides for
// each whether it holds: frame, signature, membership at its place, the author's chain, the head that
// it names, commitment and AEAD, inner schema, in this order. Nothing is installed here.
//
// What only this reader can see (a wrap or a body that does not open, a head that nobody here knows)
// holds up nobody: the entry counts, is put aside with its code, and the log goes on.
// Private to sync/client.
//
// Threads: one thread; a step reads what the replica holds under its `mu`, writes nothing, and gives it
//          back: whoever edits meanwhile waits for one row and not for a page.
// Errors:  a fault of the relay (bytes that no honest relay would hand out) is the returned
//          code; a fault of an author is kept in `author_faults` and the log goes on.

#include <set>

#include "replica/said.h"

namespace kith::client {

enum class Step : std::uint8_t {
  applied,    // holds, and its changes are in the working copies
  unreadable  // holds, and is not read: put aside, or written before this device joined
};

struct Fault {
  Code code = Code::INTERNAL;
  std::string detail;
  SignKey author;  // zero before the signature was seen to hold: nothing is blamed on anybody
  std::uint64_t position = 0;
  Bytes proof;
  Bytes other;  // of the one that contradicts it, where there is one
};

class Walker {
 public:
  Walker(ReplicaImpl& impl, const SpaceRow& row);

  // The next row at the next position of the working head.
  Result<Step> step(BytesView entry);
  // A row behind a broken place, whose signature holds: its changes, if its author's chain alone says
  // that it counts. They are for showing and stand in no working copy.
  Result<std::vector<AheadChange>> step_ahead(const envelope::EntryView& entry);

  // The working copies as a batch.
  Result<void> finish(const std::optional<envelope::SignedHead>& head, changelog::Batch& batch);
  // Behind finish(), and in one hold of the lock with the commit: a person may be writing meanwhile.
  Result<void> see_own(const ReplicaImpl& impl, changelog::Batch& batch) const KITH_REQUIRES(impl.mu);
  const std::vector<Hash>& spent_lost() const { return spent_lost_; }

  SpaceRow row;  // working copy
  std::vector<Fault> author_faults;
  std::uint64_t received = 0;
  std::uint64_t sent = 0;
  std::vector<Renewed> renewed;
  std::vector<SignKey> ended_keys;  // nothing is written under them any more: renewed, or the space has ended
  std::vector<protocol::PutAside> told;  // own entries that others could not read, as they say here
  Fault fault;  // what the last failed step met

 private:
  struct Placed {
    SignKey author;
    std::uint64_t sequence = 0;
    Hash hash;
    std::uint64_t position = 0;
  };
  struct Key {
    model::Kind kind;
    RecordId id;
    auto operator<=>(const Key&) const = default;
  };

  Result<Step> walk_membership(const envelope::EntryView& entry) KITH_REQUIRES(impl_.mu);
  Result<bool> take_epoch(const envelope::EntryView& entry, const envelope::MembershipBody& body);
  Result<bool> take_addition(const envelope::AddMemberAction& add, const envelope::EpochStart& start);
  void take_start(const envelope::EntryView& entry, const envelope::MembershipBody& body);
  void take_grant(const envelope::EntryView& entry, const envelope::GrantAction& grant);
  // Whether a person's decision over a fork ends the key of this device, which then goes on under none.
  Result<void> check_decision(const envelope::MembershipBody& body, const envelope::Membership& next);
  void settle_keys(const envelope::EntryView& entry, const envelope::MembershipBody& body,
                   const envelope::Membership& before);
  void settle_fork(const envelope::MembershipBody& body) KITH_REQUIRES(impl_.mu);
  Result<Step> walk_data(const envelope::EntryView& entry, const Hash& id) KITH_REQUIRES(impl_.mu);
  Result<void> check_chain(const AuthorRow& chain, const envelope::EntryHeader& header) const;
  Result<Step> known_or_twin(const Placed& place, const AuthorEntry& seen, const envelope::EntryView& entry);
  // Whether this device wrote exactly this entry; an error when it did not and its key did.
  Result<bool> written_here(const envelope::EntryView& entry) KITH_REQUIRES(impl_.mu);
  Result<bool> decided_here(const envelope::EntryView& entry, const envelope::MembershipBody& body) const
      KITH_REQUIRES(impl_.mu);
  // Whether the head an author names is the one that this log has there.
  Result<bool> names_this_log(const envelope::EntryHeader& header);
  Result<AuthorRow*> author(const SignKey& key);
  Result<std::optional<AuthorEntry>> author_entry(const SignKey& key, std::uint64_t sequence);
  Result<Step> read(const envelope::EntryView& entry, const Hash& id, bool here) KITH_REQUIRES(impl_.mu);
  // Of this page, which is not stored yet, or of the store.
  Result<Bytes> entry_at(std::uint64_t position) const;
  // Somebody could not read that entry of this device.
  Result<void> take_told(const protocol::PutAside& aside);
  Result<void> forget_sent(const std::vector<AheadChange>& changes);
  Result<void> apply_all(const std::vector<AheadChange>& changes) KITH_REQUIRES(impl_.mu);
  Result<void> apply_carried(const CarriedSaid& carried) KITH_REQUIRES(impl_.mu);
  void spend_lost(const Hash& id) KITH_REQUIRES(impl_.mu);
  bool is_lost(const Hash& id) const KITH_REQUIRES(impl_.mu) { return impl_.lost_branch(row.number).contains(id); }
  Result<bool> names_another_log(std::uint64_t position);
  void put_aside(const envelope::EntryView& entry, Code code, std::string detail);
  Result<model::RecordState*> record(const Key& key) KITH_REQUIRES(impl_.mu);

  ReplicaImpl& impl_;
  const envelope::Head start_;
  std::map<std::uint64_t, envelope::Head> heads_;
  std::vector<std::pair<std::uint64_t, Bytes>> entries_;  // by position
  std::map<SignKey, AuthorRow> authors_;
  std::vector<Placed> placed_;
  std::map<std::pair<SignKey, std::uint64_t>, AuthorEntry> walked_;
  std::map<Hash, std::uint64_t> carried_;  // where entries of another branch came in
  std::map<Key, model::RecordState> records_;
  std::vector<AsideRow> aside_;
  std::set<std::uint64_t> looked_at_;  // own numbers that somebody could not read for want of their epoch
  std::vector<Bytes> spent_outbox_;
  std::vector<UnsentKey> spent_unsent_;
  std::vector<Hash> spent_lost_;
  std::set<std::uint64_t> own_;  // of what waited here while a renewal was under way, the positions where it counts
};

}  // namespace kith::client
