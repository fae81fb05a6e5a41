#include "pairing/addition.h"

#include "replica/founding.h"
#include "kith/protocol/epoch.h"
#include "kith/protocol/parting.h"

namespace kith::client {

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
  std::vector<envelope::DeviceKeys> devices = row.membership.active_devices();
  devices.push_back(acceptance.device);
  KITH_TRY(body.epoch_start, protocol::start_epoch(row.id(), epoch, row.space_secret, devices, impl.random));
  out.entry = envelope::make_membership_entry(row.next_decision(), body, row.device, &signer);

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

  std::vector<envelope::DeviceKeys> devices = row.membership.active_devices();
  for (envelope::DeviceKeys& device : devices) {
    if (device.sign == row.device.key) device = action.device;
  }
  protocol::EpochKeys epoch{row.membership.epoch + 1, Secret(32)};
  impl.random.fill(epoch.secret.writable());
  envelope::MembershipBody body;
  body.previous = row.membership.last;
  body.action = action;
  KITH_TRY(body.epoch_start, protocol::start_epoch(row.id(), epoch, row.space_secret, devices, impl.random));
  return envelope::make_membership_entry(row.next_decision(), body, row.device, &signer);
}

// Under the key of today and, while a renewal is under way, under the one that it leads to: whichever of
// them the log knows, one of the two entries counts.
Result<std::vector<Bytes>> leave_entries(ReplicaImpl& impl, const SpaceRow& row,
                                         const std::vector<protocol::Change>& withdrawals,
                                         const crypto::AgreePair& administration) {
  const auto leave = [&](const verify::SignPair& device, const verify::SignPair& signer) -> Result<Bytes> {
    envelope::EntryHeader header = row.next_decision();
    header.author = device.key;
    envelope::LeaveAction action;
    const auto secret = row.epochs.find(header.epoch);
    if (!withdrawals.empty() && secret != row.epochs.end()) {
      KITH_TRY(action.sealed, protocol::seal_parting(row.id(), header.epoch, device.key, secret->second, withdrawals,
                                                     impl.random));
    }
    envelope::MembershipBody body;
    body.previous = row.membership.last;
    body.action = std::move(action);
    return envelope::make_membership_entry(header, body, device, &signer);
  };
  std::vector<Bytes> out;
  KITH_TRY(const verify::SignPair signer, open_administration_of(row, administration));
  KITH_TRY(Bytes entry, leave(row.device, signer));
  out.push_back(std::move(entry));
  if (!row.renewal) return out;
  KITH_TRY(const verify::SignPair fresh, open_administration_of(*row.renewal, administration));
  KITH_TRY(Bytes renewed, leave(row.renewal->device, fresh));
  out.push_back(std::move(renewed));
  return out;
}

}  // namespace kith::client
