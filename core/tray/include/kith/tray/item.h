#pragma once
// What a person hands to Kith from another app: a passage, and where it is from. Whoever has the tray's key can seal an
// item; only the vault whose key it is opens one. Byte by byte in core/tray/FORMAT.md.
//
// Threads: pure functions.
// Units:   bytes of UTF-8; milliseconds since 1970.
// Errors:  of seal_item: INVALID_ARGUMENT for an item without a word, with what is no UTF-8, or of a time that
//          cannot be; TOO_LARGE; WEAK_KEY.
//          Of open_item: BAD_CIPHERTEXT for what another key sealed or somebody changed; MALFORMED, STORE_TOO_NEW.

#include <cstdint>
#include <string>

#include "kith/base/random.h"
#include "kith/base/result.h"
#include "kith/crypto/agree.h"

namespace kith::tray {

// Both together, with the line between them, are a text that a note can hold.
inline constexpr std::size_t kMostItemText = 64 * 1024;

inline constexpr std::int64_t kLastSharedMs = 7258118400000;  // the year 2200

struct Item {
  std::string text;    // may have lines
  std::string source;  // an address or a title; may be empty, as the text may be where this is not
  std::int64_t shared_ms = 0;
  bool operator==(const Item&) const = default;
};

Result<Bytes> seal_item(const Item& item, const AgreeKey& to, Random& random);
// As of an item that another key sealed.
Error not_ours();
Result<Item> open_item(BytesView sealed, const crypto::AgreePair& mine);

// As one text: what was said, then where it is from.
std::string as_note(const Item& item);
// The same for the same item whoever asks, and nothing that its author could choose.
RecordId id_of(BytesView sealed);

}  // namespace kith::tray
