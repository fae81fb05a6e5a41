#pragma once
// What lies on the shelf, and how it is sealed: one kit, and pages in the order in which they were fetched. Byte by
// byte in core/vault/FORMAT.md, "While it is locked". Private to sync/client.
//
// Threads: plain values; a SealedShelf one thread at a time.
// Owns:    its two keys; nothing of the shelf's, which outlives it.
// Errors:  those of the shelf; STORE_LOCKED for what another key sealed, STORE_CORRUPT for what opens and does not parse.

#include <functional>

#include "kith/client/locked.h"
#include "kith/client/moving.h"

namespace kith::client {

struct LockedSpace {
  SpaceId space;
  verify::SignPair transport;
  SignKey device;              // whose entries are this vault's own
  envelope::Head head;         // verified
  std::vector<Bytes> outgoing;  // sealed entries, in the order of their numbers
};

struct LockedSync::Kit {
  RelayPlace place;
  std::uint32_t left_out = 0;
  std::vector<LockedSpace> spaces;
};
// Wipe what it gives: it has transport keys in it.
Bytes encode_kit(const LockedSync::Kit& kit);
Result<LockedSync::Kit> decode_kit(BytesView bytes);

// Entries that follow one another in a log, and the relay's signed word for the last of them.
struct ShelvedPage {
  SpaceId space;
  std::uint64_t after = 0;
  std::vector<Bytes> entries;
  envelope::SignedHead end;
};
Bytes encode_page(const ShelvedPage& page);
Result<ShelvedPage> decode_page(BytesView bytes);

// Where the log that starts at `head` stands after these entries. MALFORMED for what is too short to be one.
Result<envelope::Head> head_after(envelope::Head head, const std::vector<BytesView>& entries);

class SealedShelf {
 public:
  SealedShelf(const Secret& key, Shelf& shelf, Random& random);

  Result<void> put_kit(const LockedSync::Kit& kit);
  // NOT_FOUND.
  Result<LockedSync::Kit> kit() const;
  Result<void> remove_kit();

  // As the last of them.
  Result<void> put_page(const ShelvedPage& page);
  // In their order. What does not open or parse is as if it had never come: it is fetched again.
  Result<void> visit_pages(const std::function<Result<void>(const ShelvedPage&)>& visit) const;
  Result<void> remove_pages();
  // Of all pages; right after visit_pages(), and after each put_page().
  std::size_t used() const { return used_; }

 private:
  Result<std::vector<std::string>> page_names() const;

  Secret kit_key_;
  Secret page_key_;
  Shelf& shelf_;
  Random& random_;
  mutable std::size_t used_ = 0;
  mutable std::uint32_t next_page_ = 1;
};

// Everything, whatever key sealed it.
Result<void> clear(Shelf& shelf);

}  // namespace kith::client
