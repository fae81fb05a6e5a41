#pragma once
// Person is somebody with one device: a vault on a Disk, a Link to the relay, a clock of her own, and
// the production client over them. Whatever she does may end in a crash; then her program starts
// anew from what the disk has.
//
// Threads: one.
// Owns:    the disk, the link, the clock and the replica. The random source outlives her.

#include "disk.h"
#include "kith/client/locked.h"
#include "kith/client/pairing.h"
#include "kith/client/renewal.h"
#include "kith/client/sync_client.h"
#include "kith/testing/fake_clock.h"
#include "kith/testing/seeded_random.h"
#include "link.h"
#include "memory_shelf.h"

namespace kith::simulator {

// A copy of a vault's folder, as a person makes one.
struct VaultCopy {
  Disk::Rows rows;
  std::size_t pairs = 0;  // how many there were
};

class Person {
 public:
  // `administration`: the secret of the vault's administration key.
  Person(unsigned number, Disk::Rows rows, const Secret& administration, Host& host, Trace& trace, Random& random);

  // Runs `act`; false when it crashed on the way, and the program has started anew.
  template <typename Act>
  bool tries(const Act& act) {
    try {
      act();
      return true;
    } catch (const Crashed&) {
      open();
      return false;
    }
  }
  // Starts the program anew. `opens` is false when the vault did not open.
  void open();
  void create();

  std::vector<client::SpaceInfo> spaces() const;
  std::optional<client::SpaceNumber> number_of(const SpaceId& space) const;
  std::vector<client::Pair> pairs() const;
  // What she sees of a space, in the order of the ids.
  std::vector<client::Shown> records(client::SpaceNumber space) const;
  bool must_renew() const;
  Result<client::SyncReport> sync() { return client::SyncClient(*replica, link).sync(); }
  bool must_decide() const;
  // Decides over every lost branch that waits for it.
  Result<client::SyncReport> decide();
  Result<client::RenewalReport> renew() { return client::Renewal(*replica).run(link, administration); }

  const unsigned number;
  Random& random;
  testing::FakeClock clock;
  crypto::AgreePair administration;
  Disk disk;
  Link link;
  std::unique_ptr<client::Replica> replica;
  bool opens = true;
  // The vault was put back, and has not read since what it had sent: what it never sent, as far as it
  // knows, may stand in the log. A removal of that leaves nothing behind (PROTOCOL.md, "Known gaps").
  bool older = false;
  std::optional<VaultCopy> copy;
  // Beside the vault: what is put back does not go back.
  testing::MemoryShelf shelf;
  Secret locked_key;
};

}  // namespace kith::simulator
