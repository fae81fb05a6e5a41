#pragma once
// Engine is everything a face can do with one vault: a method by number, a request as bytes, a
// result as bytes (methods and messages of proto/kith/api/v1; kith/engine/calls.h has them typed).
// The command line, C and every other face are built on this and reach no further.
//
// Threads: safe from any thread. Calls run one after another; one that waits for the relay lets the others go on
//          meanwhile, and those that want the relay wait for each other. A Stream lives on one thread, but for
//          cancel(), and its engine outlives it.
// Owns:    the vault's folder, from create() or open() until it goes.
// Units:   times in milliseconds.
// Errors:  every failure is one of core/base/codes.def. After a failed call nothing has changed,
//          but for what its description says. UNSUPPORTED: no such method; MALFORMED: the
//          request does not parse; VAULT_LOCKED: after "vault.lock"; VAULT_SUSPENDED: between
//          "vault.suspend" and "vault.resume".

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kith/base/clock.h"
#include "kith/base/random.h"
#include "kith/base/result.h"
#include "kith/base/secret.h"
#include "kith/engine/control.h"

namespace kith::client {
class Transport;
}
namespace kith::vault {
class PlatformKeyStore;
}

namespace kith::engine {

// A connection to the relay at `address`, whose certificate `ca_pem` vouches for.
using TransportFactory =
    std::function<Result<std::unique_ptr<client::Transport>>(const std::string& address, const std::string& ca_pem)>;

// What a passphrase costs to try: 256 MiB and 3 passes, or 64 MiB and 3 passes. One that is cheaper
// than what is asked for here is made as dear as that when it opens the vault.
enum class KdfCost : std::uint8_t { standard, floor };

// What a vault is opened with. The recovery code as it is printed; the key store wants nothing; the held key is what
// Engine::hold() gave.
enum class OpenWith : std::uint8_t { passphrase, recovery_code, key_store, held_key };

// How much memory an open vault may take. A phone's system ends what takes more than its share: there a first sync of
// 10,000 records stays under 24 MiB, and a page of the relay's log is an eighth as long. A computer has the room to be
// quick.
enum class Memory : std::uint8_t { phone, computer };

struct EngineOptions {
  std::filesystem::path folder;
  KdfCost kdf = KdfCost::standard;
  Memory memory = Memory::phone;
  // Where this device keeps keys and counters apart from the vault: the platform's key store, or a
  // folder of its own for a program that has none. Neither: no shortcut, and nobody notices when
  // the whole vault is put back as it was.
  vault::PlatformKeyStore* key_store = nullptr;  // outlives the Engine
  std::filesystem::path key_folder;
  bool accept_rolled_back = false;  // opens a vault that was put back; it goes on as a new incarnation
  // Given here they replace what the vault remembers, once that relay has answered.
  std::string relay_address;
  std::string relay_ca_pem;
  std::string roots_pem;             // who vouches for a relay whose certificate nobody gave; empty: the system's roots
  std::string admission;             // only looked at when a space is made at the relay
  const Clock* clock = nullptr;      // null: the system's
  Random* random = nullptr;          // null: the system's
  TransportFactory transport;        // empty: gRPC over TLS
};

// What opens a backup: its passphrase, or its recovery code as it was written down.
struct RestoreSecret {
  enum class Kind : std::uint8_t { passphrase, recovery_code };
  Kind kind = Kind::passphrase;
  Secret text;
};

// Results that arrive over time, each one a message.
class Stream {
 public:
  virtual ~Stream() = default;
  // The next one; nothing when `timeout_ms` passed without one. CANCELLED after cancel().
  virtual Result<std::optional<Bytes>> next(std::int64_t timeout_ms) = 0;
  // From any thread.
  virtual void cancel() = 0;
};

struct Session;

// As methods.proto has them; 0 is none.
using MethodNumber = std::uint32_t;
// What a method holds while it runs: the vault; the turn to talk to the relay; both, and then what is under way at
// the relay is ended first; nothing of an open vault; nothing of any vault (options.proto).
enum class Way : std::uint8_t { local, relay, whole, beside, apart };
struct MethodInfo {
  MethodNumber number;
  std::string_view name;  // noun.verb
  Way way;
  bool streams;           // for open_stream(), not call()
};

class Engine {
 public:
  // A new vault in an empty or missing folder, with a profile of that name.
  // Errors: ALREADY_EXISTS, INVALID_ARGUMENT; no usable vault is left behind.
  static Result<std::unique_ptr<Engine>> create(const EngineOptions& options, const Secret& passphrase,
                                                std::string_view name);
  // Errors: NOT_FOUND, STORE_LOCKED for a wrong secret, STORE_IN_USE, STORE_CORRUPT, STORE_TOO_NEW,
  // STORE_ROLLED_BACK; INVALID_ARGUMENT for what is no recovery code.
  static Result<std::unique_ptr<Engine>> open(const EngineOptions& options, const Secret& secret,
                                              OpenWith with = OpenWith::passphrase);
  // A new vault in an empty or missing folder, from a backup made with "vault.backup", with a
  // passphrase of its own. Everything works at once; what is written here is sent only after the
  // device keys are renewed, since the device that was backed up may still be in use.
  // Errors: NOT_FOUND no such file; MALFORMED no backup; STORE_LOCKED the secret does not open it;
  // TRUNCATED, STORE_CORRUPT, STORE_TOO_NEW, STORE_TOO_OLD; ALREADY_EXISTS, INVALID_ARGUMENT,
  // NO_SPACE. Nothing is left behind then.
  static Result<std::unique_ptr<Engine>> restore(const EngineOptions& options, const std::filesystem::path& file,
                                                 const RestoreSecret& secret, const Secret& passphrase);
  // Destroys the vault in the folder for good, its keys first; damaged ones too. `secret` is its
  // passphrase or recovery code; with `forgotten` nothing is asked, and the face has asked twice.
  // Errors: NOT_FOUND, STORE_LOCKED, STORE_IN_USE; STORE_IO, and then it may be done again.
  static Result<void> wipe(const EngineOptions& options, const Secret& secret, OpenWith with, bool forgotten);
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  // What opens this vault again without its passphrase, until what opens it is changed: for an agent that holds it in
  // locked memory. It is no authority: whatever asks for the passphrase once more asks all the same. VAULT_LOCKED.
  Result<Secret> hold() const;

  // `control`, where given, ends it from another thread: CANCELLED. `wants_relay`, where given, becomes true where a
  // local method wants the relay this time: it has failed and changed nothing, and is called again without it, from
  // where waiting keeps nobody from the vault.
  Result<Bytes> call(MethodNumber method, BytesView request, Control* control = nullptr, bool* wants_relay = nullptr);
  // For methods of Way::beside and Way::apart, of a vault that nobody need have open; call() does the same, for those of
  // Way::beside where it is locked or suspended.
  // UNSUPPORTED: this method wants an open vault.
  static Result<Bytes> call_beside(const EngineOptions& options, MethodNumber method, BytesView request,
                                   Control* control = nullptr);
  // "sync.watch" gives a SyncResult each time something came or went, "vault.changes" a mark each time something was
  // written.
  Result<std::unique_ptr<Stream>> open_stream(MethodNumber method, BytesView request);

  // What the system says of the network: while there is none, whatever wants the relay is OFFLINE at once. Either
  // way what waits for an answer ends with OFFLINE, and the next connection is made anew. From any thread.
  void network_changed(bool there);
  // What is only kept to be quick goes.
  void shed_memory();

  static std::vector<MethodInfo> methods();

 private:
  explicit Engine(std::unique_ptr<Session> session);
  std::unique_ptr<Session> session_;
};

// What any text can be checked for before a vault is there; INVALID_ARGUMENT says what is wrong.
Result<void> check_name(std::string_view name);

}  // namespace kith::engine
