#pragma once
// A person's device: a real vault in a folder of its own, a replica on it and, for the pair suite,
// a connection to the relay. And the words that the benchmarks write.
//
// Threads: as Replica and Transport.
// Errors:  those of the vault, the replica and the transport.

#include <memory>

#include "kith/client/pairing.h"
#include "kith/client/sync_client.h"
#include "kith/vault/vault.h"

namespace kith::bench {

Secret passphrase();

// `size` letters and blanks, different ones for each `number`; not compressible by much.
std::string words(std::size_t size, std::uint64_t number);

// What a person edits: a note of 600 bytes with the moment when it was written, two fields.
client::Fields note_fields(std::uint64_t number);

struct Device {
  // A new vault in `folder`, which does not exist.
  static Result<Device> create(const std::filesystem::path& folder, const crypto::PassphraseCost& cost);
  static Result<Device> open(const std::filesystem::path& folder);
  Result<void> connect(const std::string& address, const std::string& ca_pem);

  client::SyncClient sync() { return {*replica, *transport}; }

  // In this order, so that each goes before what it stands on.
  std::unique_ptr<vault::Vault> vault;
  std::unique_ptr<client::Replica> replica;
  std::unique_ptr<client::Transport> transport;
};

// Two devices of two persons who have compared their digits.
struct PairOfDevices {
  Device writer;
  Device partner;
  client::SpaceNumber of_writer = 0;
  client::SpaceNumber of_partner = 0;
};
Result<void> make_pair(PairOfDevices& pair, const std::string& address);

}  // namespace kith::bench
