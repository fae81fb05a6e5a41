#pragma once
// Sealed entries go out and come in while the vault is locked, and nobody can read one of them meanwhile.
//
//   prepare()    while the vault is open: what waits is sealed, and the kit is laid out: where the relay is, the
//                transport key of each space, how far its log was verified, the sealed entries that wait
//   LockedSync   while it is locked: with the kit alone it fetches pages onto the shelf and sends what waits
//   take_in()    when the vault is open again: each page is judged as if the relay had just handed it out
//
// What lies on the shelf is sealed under one key, 32 random bytes that allow() gives once: whoever calls keeps it where
// the platform keeps keys that programs may use behind a locked screen, and in no file. Who has that key and the shelf
// learns the list of the spaces, when they grow and by how much, and can fetch as this device does; he reads nothing and
// signs nothing. A transport key ends with the renewal or the removal of its device.
//
// Fetching so acknowledges nothing and decides nothing: what does not fit the log that was verified is left for the
// sync of the open vault, which knows what to ask.
//
// Threads: Locked as SyncClient. LockedSync one thread at a time, with no vault or beside an open one: whatever two of
//          them leave on the shelf is sorted out by take_in().
// Owns:    nothing of the shelf's, which outlives it.
// Units:   sizes in bytes.
// Errors:  those of the shelf, and of Transport.

#include <memory>
#include <string>
#include <vector>

#include "kith/client/sync_client.h"

namespace kith::client {

inline constexpr std::size_t kLockedKeyBytes = 32;
// Once so much was fetched no further page is; and so much at most of what waits is in the kit.
inline constexpr std::size_t kMostShelved = 8 * 1024 * 1024;
inline constexpr std::size_t kMostOutgoing = 1024 * 1024;

// Files beside the vault, by names of small letters, digits and dashes.
class Shelf {
 public:
  virtual ~Shelf() = default;
  // Durable when it returns; the old bytes or the new ones, whatever happens.
  virtual Result<void> put(const std::string& name, BytesView bytes) = 0;
  // NOT_FOUND; STORE_CORRUPT for more than `most` bytes.
  virtual Result<Bytes> get(const std::string& name, std::size_t most) const = 0;
  virtual Result<std::vector<std::string>> names() const = 0;
  virtual Result<void> remove(const std::string& name) = 0;
};

struct LockedState {
  bool allowed = false;
  std::uint32_t spaces = 0;    // in the kit
  std::uint32_t waiting = 0;   // sealed entries in it
  std::uint32_t left_out = 0;  // sealed entries for which it had no room
};

class Locked {
 public:
  Locked(Replica& replica, Shelf& shelf) : replica_(replica), shelf_(shelf) {}

  // From now on, with this key; one that was given before opens nothing any more.
  Result<Secret> allow();
  // The shelf is cleared.
  Result<void> forbid();
  Result<LockedState> state();
  // Lays the kit out anew; nothing where it is not allowed.
  Result<void> prepare();
  // What waits in the kit is not sent before it is laid out anew: somebody has written on, and may have taken it back.
  // Beside any exchange.
  Result<void> hold_back();
  // What was fetched meanwhile becomes part of the vault as far as it fits, and the shelf is free again.
  Result<SyncReport> take_in();

 private:
  Result<std::optional<Secret>> key() const;

  Replica& replica_;
  Shelf& shelf_;
};

// Why something of some spaces did not come or go; which ones is not told to whoever has no vault open.
struct LockedTrouble {
  Code code{};
  Sentence detail;
  std::uint32_t spaces = 0;
};
struct LockedReport {
  std::uint32_t spaces = 0;   // that were asked for
  std::uint64_t fetched = 0;  // entries laid on the shelf
  std::uint64_t sent = 0;     // entries that the relay took
  bool more = false;          // there is more to fetch or to send than this had room for
  std::vector<LockedTrouble> troubles;
};

class LockedSync {
 public:
  struct Kit;
  struct Inside;
  // NOT_FOUND: the shelf has no kit, because it is not allowed or nothing was ever synced; STORE_LOCKED: this is not
  // the key that it was sealed with.
  static Result<LockedSync> open(const Secret& key, Shelf& shelf, Random& random);
  LockedSync(LockedSync&&) noexcept;
  ~LockedSync();

  const std::string& relay_address() const;
  const std::string& relay_certificate() const;  // PEM; empty: the system's
  // `report` is good after a failure too: what was done until then. KEY_CHANGED: another relay answers there, and
  // nothing was sent.
  Result<void> run(Transport& transport, LockedReport& report);

 private:
  explicit LockedSync(std::unique_ptr<Inside> inside);

  std::unique_ptr<Inside> inside_;
};

}  // namespace kith::client
