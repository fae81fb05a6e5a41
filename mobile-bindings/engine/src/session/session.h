#pragma once
// Session is one open vault with its replica and, once it is needed, a connection to the relay: what every method
// works on. What many nouns ask of it: people.h, records.h, partners.h, connection.h.
//
// Threads: guarded by `mu`, which Engine holds for a call and a live stream while it works. `turn` is had before `mu`;
//          `changes` is heard by whoever waits for them.

#include <atomic>
#include <memory>

#include "kith/base/mutex.h"
#include "kith/client/pairing.h"
#include "kith/engine/engine.h"
#include "kith/vault/vault.h"
#include "session/changes.h"
#include "session/own_records.h"
#include "session/relay_turn.h"

namespace kith::engine {

struct Session {
  EngineOptions options;
  std::unique_ptr<vault::PlatformKeyStore> key_folder;  // outlives the vault
  std::unique_ptr<vault::Vault> vault;
  std::unique_ptr<client::Replica> replica;
  OwnRecords own;  // of this replica
  std::shared_ptr<client::Transport> transport;  // a live stream holds it too; whoever has the turn makes and drops it
  std::uint64_t transport_made = 0;              // RelayTurn::connections() when it was made
  bool locked = false;
  // The vault was put away, in the middle of whatever: what was kept of it in memory goes with the next call.
  std::atomic<bool> own_is_stale{false};
  std::uint64_t kit_of = 0;    // Vault::sequence() when the kit for a locked vault was laid out (locked/kit.h)
  bool kit_held_back = false;  // since then
  bool wants_turn = false;  // this call wanted the relay and has not the turn: it is begun anew with it
  RelayTurn turn;
  Changes changes;
  Mutex mu;  // held by whoever works on any of it

  // Takes into the search index what was written, some hundred records at a time: so a list's first page and a search
  // find little that it does not know, and what a long sync leaves to it stays bounded. What is wrong with the index a
  // search says; what was written counts all the same.
  void settle_index() {
    constexpr std::size_t kOwedMost = 256;
    const bool kit_was_true = kit_of == vault->sequence();
    (void)replica->catch_up_index(kOwedMost);
    if (kit_was_true) kit_of = vault->sequence();  // nobody has written anything
  }

  // To whoever waits for changes of this vault, if there are any since they were told last.
  void tell_changes() { changes.tell(vault->sequence()); }

  const Clock& clock() const { return *options.clock; }
  client::Pairing pairing() { return client::Pairing(*replica); }
};

// The administration key, from the passphrase given once more. INVALID_ARGUMENT when there is none;
// STORE_LOCKED.
Result<crypto::AgreePair> administration(Session& session, const std::string& passphrase);

}  // namespace kith::engine
