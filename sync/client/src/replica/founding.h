#pragma once
// Founding a space: its keys, its genesis, its first epoch and its first entry, all made on
// this device and stored in one step. Private to sync/client.

#include "replica/replica_impl.h"

namespace kith::client {

// A device's public keys, with the secret halves of its administration keys sealed away.
struct NewDevice {
  verify::SignPair device;
  crypto::AgreePair agree;
  verify::SignPair administration;
  verify::SignPair transport;
  envelope::DeviceKeys keys;
  Bytes sealed_administration;
};
Result<NewDevice> make_device(Random& random, const AgreeKey& administration);

// The administration signing key of a space, opened with the vault's administration key.
Result<verify::SignPair> open_administration_of(const SpaceRow& row, const crypto::AgreePair& administration);
Result<verify::SignPair> open_administration_of(const RenewalKeys& keys, const crypto::AgreePair& administration);

// The public halves of keys that are ready for a renewal.
Result<envelope::DeviceKeys> public_keys(const RenewalKeys& keys, const crypto::AgreePair& administration);

// A free number. Wants `mu` held.
SpaceNumber free_number(const ReplicaImpl& impl) KITH_REQUIRES(impl.mu);

// Takes `mu` itself. A dormant space goes to no relay until somebody wakes it.
Result<SpaceNumber> found_space(ReplicaImpl& impl, envelope::SpaceKind kind, std::string_view name, bool dormant);

}  // namespace kith::client
