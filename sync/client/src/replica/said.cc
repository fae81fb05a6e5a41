#include "replica/said.h"

#include <algorithm>

#include "kith/protocol/parting.h"
#include "kith/protocol/sealing.h"

namespace kith::client {
namespace {

using envelope::EntryView;

std::vector<AheadChange> named(std::vector<protocol::Change> changes, const EntryView& entry, const Hash& id,
                               std::uint64_t position) {
  std::vector<AheadChange> out;
  out.reserve(changes.size());
  std::uint32_t index = 0;
  for (protocol::Change& change : changes) {
    // Nobody has seen more than his entry says that he had.
    change.seen = std::min(change.seen, entry.header.seen.position);
    out.push_back({std::move(change), {entry.header.author, position, name_of(id, index++)}});
  }
  return out;
}

Result<protocol::Body> open_body(ReplicaImpl& impl, const SpaceRow& row, const EntryView& entry)
    KITH_REQUIRES(impl.mu) {
  const Secret* key = impl.entry_key(row, entry.header);
  if (key == nullptr) return fail(Code::WRONG_EPOCH, "an entry of an epoch whose secret this device does not have");
  return protocol::open_data_entry(entry, *key);
}

// A carried entry is judged by itself: whole, of this space, signed by somebody who is or was a member,
// carrying nothing, and opened with the key that comes with it, so that all who read its carrier read it
// alike. One that is not is passed over; it is no reason to mistrust the others.
Result<CarriedSaid> read_carried(const SpaceRow& row, const protocol::Carried& carried, std::uint64_t carrier_saw,
                                 std::uint64_t position) {
  KITH_TRY(const EntryView entry, envelope::parse_entry(carried.entry));
  if (entry.header.kind != envelope::EntryKind::data) return fail(Code::WRONG_TYPE, "no data entry is carried");
  if (entry.header.space != row.id()) return fail(Code::WRONG_CONTEXT, "an entry of another space is carried");
  KITH_CHECK(envelope::check_signature(entry));
  KITH_CHECK(envelope::check_carried(row.membership, entry, position));
  if (carried.key.empty()) return fail(Code::WRONG_EPOCH, "a carried entry without the key that opens it");
  KITH_TRY(protocol::Body body, protocol::open_data_entry(entry, carried.key));
  CarriedSaid out;
  out.id = envelope::entry_hash(carried.entry);
  out.author = entry.header.author;
  out.sequence = entry.header.sequence;
  out.common = carried.common;
  out.key = carried.key.clone();
  out.entry = carried.entry;
  // Positions beyond what both branches share are not positions of this log.
  const std::uint64_t most = std::min(carried.common, carrier_saw);
  for (protocol::Change& change : body.changes) change.seen = std::min(change.seen, most);
  out.changes = named(std::move(body.changes), entry, out.id, position);
  return out;
}

Result<Said> read_leave(const SpaceRow& row, const EntryView& entry, std::uint64_t position) {
  Said out;
  KITH_TRY(const envelope::MembershipBody body, envelope::parse_membership(entry));
  const auto* leave = std::get_if<envelope::LeaveAction>(&body.action);
  if (leave == nullptr || leave->sealed.empty()) return out;
  const Secret* secret = row.secret_of(entry.header);
  if (secret == nullptr) return fail(Code::WRONG_EPOCH, "a leave under an epoch whose secret this device does not have");
  KITH_TRY(std::vector<protocol::Change> changes,
           protocol::open_parting(row.id(), entry.header.epoch, entry.header.author, *secret, leave->sealed));
  out.changes = named(std::move(changes), entry, envelope::entry_hash(entry.all), position);
  return out;
}

}  // namespace

void take_confirmation(SpaceRow& row, const SignKey& author, const std::optional<Hash>& confirmation) {
  if (!confirmation || *confirmation != row.digits_hash) return;
  if (row.member_of(author) != row.me()) {
    row.partner_confirmed = true;
  } else {  // by this person, perhaps in a past that this vault had not kept
    row.confirmed = true;
    row.owes_confirmation = false;
  }
}

Secret key_of_lost(ReplicaImpl& impl, const SpaceRow& row, const LostRow& lost, const envelope::EntryHeader& header) {
  if (!lost.key.empty()) return lost.key.clone();
  const Secret* key = impl.entry_key(row, header);
  return key == nullptr ? Secret() : key->clone();
}

Result<std::vector<AheadChange>> read_lost(ReplicaImpl& impl, const SpaceRow& row, const LostRow& lost,
                                           const EntryView& entry) {
  if (entry.header.kind == envelope::EntryKind::membership) {
    KITH_TRY(Said said, read_leave(row, entry, model::kUnplaced));
    return std::move(said.changes);
  }
  const Secret key = key_of_lost(impl, row, lost, entry.header);
  if (key.empty()) return fail(Code::WRONG_EPOCH, "an entry of a lost branch that nothing here opens");
  KITH_TRY(protocol::Body body, protocol::open_data_entry(entry, key));
  return named(std::move(body.changes), entry, envelope::entry_hash(entry.all), model::kUnplaced);
}

Result<Said> read_said(ReplicaImpl& impl, const SpaceRow& row, const EntryView& entry, std::uint64_t position) {
  if (entry.header.kind == envelope::EntryKind::membership) return read_leave(row, entry, position);
  KITH_TRY(protocol::Body body, open_body(impl, row, entry));
  Said out;
  out.confirmation = body.confirmation;
  out.put_aside = std::move(body.put_aside);
  out.changes = named(std::move(body.changes), entry, envelope::entry_hash(entry.all), position);
  for (const protocol::Carried& carried : body.carried) {
    auto read = read_carried(row, carried, entry.header.seen.position, position);
    if (read.ok()) out.carried.push_back(*std::move(read));
  }
  return out;
}

}  // namespace kith::client
