#pragma once
// Session is one open vault with its replica and, once it is needed, a connection to the relay:
// what every method works on. Its functions answer the questions that many nouns ask.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kith/base/mutex.h"
#include "kith/client/moving.h"
#include "kith/client/pairing.h"
#include "kith/engine/engine.h"
#include "kith/vault/vault.h"
#include "own_records.h"

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

// ---- people ----
struct Me {
  RecordId id;
  std::string name;
};
Result<Me> me(Session& session);
Result<std::vector<model::Record>> persons(Session& session);
// By name, unique beginning or id. INVALID_ARGUMENT when empty, NOT_FOUND, AMBIGUOUS.
Result<model::Record> person(Session& session, const std::string& query);
Result<RecordId> person_id(Session& session, const std::string& query);

// Names and partners, read once for a whole answer.
class People {
 public:
  static Result<People> read(Session& session);

  const Me& me() const { return me_; }
  // The person's name; empty for the zero id or somebody who was removed.
  std::string name(const RecordId& id) const;
  // The same of a circle.
  std::string circle(const RecordId& id) const;
  // The other one of the pair that owns this space; zero for the self space.
  RecordId partner(client::SpaceNumber space) const;
  std::string partner_name(client::SpaceNumber space) const;

 private:
  struct Partner {
    RecordId id;
    std::string name;
  };
  Me me_;
  std::map<RecordId, std::string> names_;
  std::map<RecordId, std::string> circles_;
  std::map<client::SpaceNumber, Partner> partners_;
};

// ---- records ----
// A whole id as it is, whether or not it is among them; a beginning of one (kith/model/ids.h) if it is one of `all`,
// which are read only then.
Result<RecordId> id_of(const std::string& typed, const std::function<Result<std::vector<RecordId>>()>& all);
// The record of that kind in whichever space; NOT_FOUND for anything else. `text` is an id.
Result<client::Shown> record(Session& session, const std::string& text, model::Kind kind);
// All records of a kind in every space, or in the spaces of one person only, oldest first.
Result<std::vector<client::Shown>> records(Session& session, model::Kind kind, const RecordId& with = {});
Result<std::uint32_t> count(Session& session, model::Kind kind);

// ---- the vault ----
// The administration key, from the passphrase given once more. INVALID_ARGUMENT when there is none;
// STORE_LOCKED.
Result<crypto::AgreePair> administration(Session& session, const std::string& passphrase);

// ---- pairs ----
// The pair with that person that counts now; nothing when there never was one.
Result<std::optional<client::Pair>> pair_with(Session& session, const RecordId& person);
// The space of a pair that both persons confirmed: asks the relay once when the confirmation
// has not arrived yet. UNVERIFIED_KEY says what to do; CLOSED after the end.
Result<client::SpaceNumber> pair_space(Session& session, const model::Record& person);
// Pairs whose partner is known by name and not linked yet: linked to the one person of that
// name, or to a new one.
Result<void> link_partners(Session& session);

// ---- the relay ----
// Connects where needed, and remembers address and certificate once the relay has answered.
// OFFLINE when no relay is known or it cannot be reached.
Result<client::Transport*> connect(Session& session);
// As connect(), with an address to fall back on when no relay is known yet.
Result<client::Transport*> connect(Session& session, const std::string& fallback);
Result<std::string> relay_address(Session& session);
Result<std::unique_ptr<client::Transport>> make_transport(const Session& session, const std::string& address,
                                                          const std::string& certificate);
// A relay as it shows itself now. Nothing is remembered.
Result<client::RelayPlace> meet_relay(const Session& session, const std::string& address,
                                      const std::string& certificate);
BytesView admission(const Session& session);

}  // namespace kith::engine
