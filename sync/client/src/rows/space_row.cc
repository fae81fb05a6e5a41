#include "rows/space_row.h"

#include "kith/model/message_codec.h"
#include "kith/store/v1/store.pb.h"
#include "rows/rows.h"

namespace kith::client {
namespace {

namespace disk = kith::store::v1;

std::string text(BytesView bytes) { return model::as_string(bytes); }

Secret secret(std::string* from) {
  Secret out = Secret::copy_of(as_bytes(*from));
  wipe({reinterpret_cast<Byte*>(from->data()), from->size()});
  return out;
}

// A key of another size would stop the process where it is used.
bool is_key(const std::string& bytes) { return bytes.size() == 32; }
bool is_key_or_none(const std::string& bytes) { return bytes.empty() || is_key(bytes); }

Result<void> read_keys(disk::Space& in, SpaceRow& out) {
  if (!is_key(in.sign_seed()) || !is_key(in.agree_secret())) return corrupt("a space without keys");
  if (!is_key_or_none(in.space_secret()) || !is_key_or_none(in.join_secret())) {
    return corrupt("a secret of a space of the wrong size");
  }
  if (!is_key(in.transport_seed())) return corrupt("a space without a transport key");
  out.device = verify::sign_pair_of(secret(in.mutable_sign_seed()));
  out.transport = verify::sign_pair_of(secret(in.mutable_transport_seed()));
  out.agree = crypto::agree_pair_of(secret(in.mutable_agree_secret()));
  out.sealed_administration = to_bytes(in.sealed_administration());
  out.space_secret = secret(in.mutable_space_secret());
  out.join_secret = secret(in.mutable_join_secret());
  if (!in.renewal_sign_seed().empty()) {
    if (!is_key(in.renewal_sign_seed()) || !is_key(in.renewal_agree_secret()) || !is_key(in.renewal_transport_seed())) {
      return corrupt("a renewal with a key of the wrong size");
    }
    out.renewal = RenewalKeys{verify::sign_pair_of(secret(in.mutable_renewal_sign_seed())),
                              crypto::agree_pair_of(secret(in.mutable_renewal_agree_secret())),
                              to_bytes(in.renewal_sealed_administration()),
                              verify::sign_pair_of(secret(in.mutable_renewal_transport_seed()))};
  }
  for (std::string& seed : *in.mutable_retired_transport_seeds()) {
    if (!is_key(seed)) return corrupt("a retired key of the wrong size");
    out.retired.push_back(verify::sign_pair_of(secret(&seed)));
  }
  for (disk::EpochSecret& epoch : *in.mutable_epochs()) {
    if (!is_key(epoch.secret())) return corrupt("an epoch secret of the wrong size");
    out.epochs[epoch.epoch()] = secret(epoch.mutable_secret());
  }
  for (disk::LostEpoch& epoch : *in.mutable_lost_epochs()) {
    const auto membership = Hash::from(as_bytes(epoch.membership()));
    if (!membership || !is_key(epoch.secret())) return corrupt("an epoch secret of a lost branch of the wrong size");
    out.lost_epochs[*membership] = secret(epoch.mutable_secret());
  }
  return {};
}

}  // namespace

Bytes encode_space(const SpaceRow& row) {
  disk::Space out;
  out.set_membership(text(envelope::encode_membership(row.membership)));
  out.set_genesis(text(row.genesis));
  out.set_position(row.head.position);
  out.set_running(text(row.head.running.view()));
  if (row.signed_head) out.set_signed_head(text(encode_signed_head(*row.signed_head)));
  out.set_sign_seed(text(row.device.seed.reveal()));
  out.set_agree_secret(text(row.agree.secret.reveal()));
  out.set_sealed_administration(text(row.sealed_administration));
  out.set_transport_seed(text(row.transport.seed.reveal()));
  out.set_space_secret(text(row.space_secret.reveal()));
  for (const auto& [epoch, key] : row.epochs) {
    auto* to = out.add_epochs();
    to->set_epoch(epoch);
    to->set_secret(text(key.reveal()));
  }
  out.set_next_sequence(row.next_sequence);
  out.set_previous(text(row.previous.view()));
  out.set_previous_sequence(row.previous_sequence);
  out.set_last_time_ms(row.last_time_ms);
  out.set_confirmed(row.confirmed);
  out.set_partner_confirmed(row.partner_confirmed);
  out.set_owes_confirmation(row.owes_confirmation);
  out.set_digits_hash(text(row.digits_hash.view()));
  out.set_dormant(row.dormant);
  out.set_at_relay(row.at_relay);
  out.set_leaving(row.leaving);
  out.set_stopped(static_cast<std::uint32_t>(row.stopped));
  out.set_join_secret(text(row.join_secret.reveal()));
  if (row.renewal) {
    out.set_renewal_sign_seed(text(row.renewal->device.seed.reveal()));
    out.set_renewal_agree_secret(text(row.renewal->agree.secret.reveal()));
    out.set_renewal_sealed_administration(text(row.renewal->sealed_administration));
    out.set_renewal_transport_seed(text(row.renewal->transport.seed.reveal()));
  }
  for (const verify::SignPair& key : row.retired) out.add_retired_transport_seeds(text(key.seed.reveal()));
  out.set_merges(row.merges);
  out.set_last_common(row.last_common);
  for (const std::uint32_t epoch : row.asked) out.add_asked_epochs(epoch);
  for (const auto& [membership, key] : row.lost_epochs) {
    auto* to = out.add_lost_epochs();
    to->set_membership(text(membership.view()));
    to->set_secret(text(key.reveal()));
  }
  if (row.fork) {
    out.mutable_fork()->set_common(row.fork->common);
    out.mutable_fork()->set_position(row.fork->lost.position);
    out.mutable_fork()->set_running(text(row.fork->lost.running.view()));
    out.mutable_fork()->set_decided(row.fork->decided);
    out.mutable_fork()->set_member(row.fork->member);
  }
  std::string bytes = out.SerializeAsString();
  Bytes encoded = to_bytes(bytes);
  wipe({reinterpret_cast<Byte*>(bytes.data()), bytes.size()});
  return encoded;
}

Result<SpaceRow> decode_space(SpaceNumber number, BytesView value) {
  disk::Space in;
  if (!in.ParseFromArray(value.data(), static_cast<int>(value.size()))) return corrupt("a space that does not parse");
  SpaceRow out;
  out.number = number;
  KITH_TRY(out.membership, envelope::decode_membership(as_bytes(in.membership())));
  out.genesis = to_bytes(in.genesis());
  const auto running = Hash::from(as_bytes(in.running()));
  const auto previous = Hash::from(as_bytes(in.previous()));
  if (!running || !previous) return corrupt("a space without a head");
  out.head = {in.position(), *running};
  out.previous = *previous;
  out.signed_head = decode_signed_head(as_bytes(in.signed_head()));
  KITH_CHECK(read_keys(in, out));
  out.next_sequence = in.next_sequence();
  out.previous_sequence = in.previous_sequence();
  if (out.next_sequence <= out.previous_sequence) return corrupt("a space whose next number was used before");
  out.last_time_ms = in.last_time_ms();
  out.confirmed = in.confirmed();
  out.partner_confirmed = in.partner_confirmed();
  out.owes_confirmation = in.owes_confirmation();
  out.digits_hash = Hash::from(as_bytes(in.digits_hash())).value_or(Hash{});
  out.dormant = in.dormant();
  out.at_relay = in.at_relay();
  out.leaving = in.leaving();
  out.stopped = static_cast<Code>(in.stopped());
  out.merges = in.merges();
  out.last_common = in.last_common();
  out.asked.insert(in.asked_epochs().begin(), in.asked_epochs().end());
  if (in.has_fork()) {
    const auto lost = Hash::from(as_bytes(in.fork().running()));
    if (!lost) return corrupt("a fork without a head");
    out.fork = ForkRow{in.fork().common(), {in.fork().position(), *lost}, in.fork().decided(), in.fork().member()};
  }
  return out;
}

Result<envelope::Head> head_at(const changelog::Store& store, const SpaceRow& row, std::uint64_t position) {
  if (position == 0) return envelope::log_start(row.id());
  KITH_TRY(const EntryRow entry, stored_entry(store, row.number, position));
  return envelope::Head{position, entry.running};
}

Result<bool> has_head(const changelog::Store& store, const SpaceRow& row, const envelope::Head& head) {
  if (head.position > row.head.position) return false;
  KITH_TRY(const envelope::Head known, head_at(store, row, head.position));
  return known == head;
}

Result<std::optional<WaitingMembership>> waiting_membership(const changelog::Store& store, SpaceNumber number) {
  KITH_TRY(auto bytes, store.find(changelog::Table::outbox, outbox_key(number, 0)));
  if (!bytes) return std::optional<WaitingMembership>();
  KITH_TRY(const envelope::EntryView entry, envelope::parse_entry(*bytes));
  KITH_TRY(envelope::MembershipBody body, envelope::parse_membership(entry));
  return std::optional(WaitingMembership{*bytes, entry.header, std::move(body)});
}

envelope::EntryHeader SpaceRow::next_header() const {
  envelope::EntryHeader out;
  out.space = id();
  out.epoch = membership.epoch;
  out.author = device.key;
  out.sequence = next_sequence;
  out.void_from = next_sequence > previous_sequence + 1 ? previous_sequence + 1 : 0;
  out.previous = previous;
  out.seen = head;
  out.membership = membership.last;
  return out;
}

const Secret* SpaceRow::secret_of(const envelope::EntryHeader& header) const {
  const auto apart = lost_epochs.find(header.membership);
  if (apart != lost_epochs.end()) return &apart->second;
  const auto here = epochs.find(header.epoch);
  return here == epochs.end() ? nullptr : &here->second;
}

envelope::EntryHeader SpaceRow::next_decision() const {
  envelope::EntryHeader out = next_header();
  out.sequence = 0;
  out.void_from = 0;
  return out;
}

SpaceRow SpaceRow::clone() const {
  SpaceRow out;
  out.number = number;
  out.membership = membership;
  out.genesis = genesis;
  out.head = head;
  out.signed_head = signed_head;
  out.device = {device.key, device.seed.clone()};
  out.agree = {agree.key, agree.secret.clone()};
  out.sealed_administration = sealed_administration;
  out.transport = {transport.key, transport.seed.clone()};
  out.space_secret = space_secret.clone();
  for (const auto& [epoch, key] : epochs) out.epochs[epoch] = key.clone();
  out.next_sequence = next_sequence;
  out.previous = previous;
  out.previous_sequence = previous_sequence;
  out.last_time_ms = last_time_ms;
  out.confirmed = confirmed;
  out.partner_confirmed = partner_confirmed;
  out.owes_confirmation = owes_confirmation;
  out.digits_hash = digits_hash;
  out.dormant = dormant;
  out.at_relay = at_relay;
  out.leaving = leaving;
  out.stopped = stopped;
  out.join_secret = join_secret.clone();
  if (renewal) {
    out.renewal = RenewalKeys{{renewal->device.key, renewal->device.seed.clone()},
                              {renewal->agree.key, renewal->agree.secret.clone()},
                              renewal->sealed_administration,
                              {renewal->transport.key, renewal->transport.seed.clone()}};
  }
  for (const verify::SignPair& key : retired) out.retired.push_back({key.key, key.seed.clone()});
  out.merges = merges;
  out.last_common = last_common;
  out.asked = asked;
  out.fork = fork;
  for (const auto& [id, key] : lost_epochs) out.lost_epochs[id] = key.clone();
  return out;
}

}  // namespace kith::client
