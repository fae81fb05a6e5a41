#pragma once
// Session is one open vault with its replica and, once it is needed, a connection to the relay: what every method
// works on. What many nouns ask of it: people.h, records.h, partners.h, connection.h.
//
// Threads: guarded by `mu`, which Engine holds for a call and a live stream while it works.

#include <memory>

#include "kith/base/mutex.h"
#include "kith/client/pairing.h"
#include "kith/engine/engine.h"
#include "kith/vault/vault.h"
#include "session/own_records.h"

namespace kith::engine {

struct Session {
  EngineOptions options;
  std::unique_ptr<vault::PlatformKeyStore> key_folder;  // outlives the vault
  std::unique_ptr<vault::Vault> vault;
  std::unique_ptr<client::Replica> replica;
  OwnRecords own;  // of this replica
  std::shared_ptr<client::Transport> transport;  // a live stream holds it too
  bool locked = false;
  Mutex mu;  // held by whoever works on any of it

  const Clock& clock() const { return *options.clock; }
  client::Pairing pairing() { return client::Pairing(*replica); }
};

// The administration key, from the passphrase given once more. INVALID_ARGUMENT when there is none;
// STORE_LOCKED.
Result<crypto::AgreePair> administration(Session& session, const std::string& passphrase);

}  // namespace kith::engine
