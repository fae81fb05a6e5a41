#include "pairing/addition.h"

#include "replica/founding.h"
#include "kith/protocol/epoch.h"

namespace kith::client {
namespace {

envelope::EntryHeader header_of(const SpaceRow& row) {
  envelope::EntryHeader header;
  header.space = row.id();
  header.epoch = row.membership.epoch;
  header.author = row.device.key;
  header.seen = row.head;
  header.membership = row.membership.last;
  return header;
}

}  // namespace

Result<Decided> add_partner(ReplicaImpl& impl, const SpaceRow& row, const PairingRow& pairing,
                            const protocol::Acceptance& acceptance, const crypto::AgreePair& administration) {
  KITH_TRY(const verify::SignPair signer, open_administration_of(row, administration));
  Decided out{row.clone(), {}};
  protocol::EpochKeys epoch{row.membership.epoch + 1, Secret(32)};
  impl.random.fill(epoch.secret.writable());

  envelope::AddMemberAction action;
  action.number = 2;
  action.device = acceptance.device;
  action.sealed_name = protocol::seal_name(row.id(), epoch.secret, acceptance.name, impl.random);
  protocol::JoinGift gift{epoch.secret.clone(), row.space_secret.clone(), epoch.epoch, row.head};
  KITH_TRY(action.sealed_for_joiner,
           protocol::seal_join(row.id(), gift, acceptance.device.agree, pairing.secret, impl.random));

  envelope::MembershipBody body;
  body.previous = row.membership.last;
  body.action = std::move(action);
  std::vector<envelope::DeviceKeys> devices = row.membership.members.at(1).devices;
  devices.push_back(acceptance.device);
  KITH_TRY(body.epoch_start, protocol::start_epoch(row.id(), epoch, row.space_secret, devices, impl.random));
  out.entry = envelope::make_membership_entry(header_of(row), body, row.device, &signer);

  out.next.epochs[epoch.epoch] = std::move(epoch.secret);
  out.next.dormant = false;
  out.next.confirmed = true;
  out.next.digits_hash = protocol::digits_hash(pairing.offer, pairing.acceptance);
  return out;
}

// The new administration key comes out of what is sealed for the day it is needed.
Result<Bytes> renewal_entry(ReplicaImpl& impl, const SpaceRow& row, const envelope::ChainEnd& cut,
                            const crypto::AgreePair& administration) {
  KITH_TRY(const verify::SignPair signer, open_administration_of(row, administration));
  const RenewalKeys& fresh = *row.renewal;
  envelope::RenewAction action;
  KITH_TRY(action.device, public_keys(fresh, administration));
  action.cut = cut;

  std::vector<envelope::DeviceKeys> devices;
  for (const auto& [number, member] : row.membership.members) {
    if (!member.active) continue;
    for (const envelope::DeviceKeys& device : member.devices) {
      devices.push_back(device.sign == row.device.key ? action.device : device);
    }
  }
  protocol::EpochKeys epoch{row.membership.epoch + 1, Secret(32)};
  impl.random.fill(epoch.secret.writable());
  envelope::MembershipBody body;
  body.previous = row.membership.last;
  body.action = action;
  KITH_TRY(body.epoch_start, protocol::start_epoch(row.id(), epoch, row.space_secret, devices, impl.random));
  return envelope::make_membership_entry(header_of(row), body, row.device, &signer);
}

Result<Decided> leave_space(const SpaceRow& row, const crypto::AgreePair& administration) {
  KITH_TRY(const verify::SignPair signer, open_administration_of(row, administration));
  Decided out{row.clone(), {}};
  envelope::MembershipBody body;
  body.previous = row.membership.last;
  body.action = envelope::LeaveAction{};
  out.entry = envelope::make_membership_entry(header_of(row), body, row.device, &signer);
  out.next.leaving = true;
  return out;
}

}  // namespace kith::client
