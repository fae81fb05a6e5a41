#pragma once
// Entry is what one device appends to a space at once: a fixed header in the clear, a body, and
// a signature over both exactly as they are sent. Relay and clients share this module; nothing
// here can open a sealed body.
//
// Layout (integers big-endian), see sync/PROTOCOL.md:
//   u8 suite | u8 kind | 32 space id | u32 epoch | 32 author | u64 sequence | 32 previous |
//   u64 seen position | 32 seen running hash | 32 membership | u32 body size | body | 64 signature
//
// Threads: pure functions and plain values; an EntryView borrows the bytes it was made from.
// Units:   sizes in bytes.
// Errors:  TRUNCATED, MALFORMED, TOO_LARGE, UNKNOWN_SUITE for the frame; BAD_SIGNATURE.

#include "kith/base/fixed.h"
#include "kith/base/result.h"
#include "kith/verify/sign.h"

namespace kith::envelope {

inline constexpr std::uint8_t kSuite = 1;
inline constexpr std::size_t kHeaderBytes = 186;
inline constexpr std::size_t kMaxEntryBytes = 256 * 1024;
inline constexpr std::size_t kMaxBodyBytes = kMaxEntryBytes - kHeaderBytes - Signature::kSize;
inline constexpr std::size_t kMaxAppendBytes = 1024 * 1024;
inline constexpr std::size_t kMaxPageBytes = 4 * 1024 * 1024;

enum class EntryKind : std::uint8_t { data = 1, membership = 2 };

// A place in a log: how many entries, and the running hash over all of them.
struct Head {
  std::uint64_t position = 0;
  Hash running;
  bool operator==(const Head&) const = default;
};

struct EntryHeader {
  std::uint8_t suite = kSuite;
  EntryKind kind = EntryKind::data;
  SpaceId space;
  std::uint32_t epoch = 0;
  SignKey author;
  std::uint64_t sequence = 0;  // dense from 1 per author; 0 for membership entries
  Hash previous;               // hash of the author's previous data entry here
  Head seen;                   // the head the author had verified
  Hash membership;             // hash of the last membership entry the author knew
  std::uint32_t body_size = 0;
  bool operator==(const EntryHeader&) const = default;
};

struct EntryView {
  EntryHeader header;
  BytesView header_bytes;
  BytesView body;
  Signature signature;
  BytesView all;
};

// The frame only: sizes, suite, kind. The signature is not looked at.
Result<EntryView> parse_entry(BytesView bytes);

// Whether the author named in the header signed exactly these bytes.
Result<void> check_signature(const EntryView& entry);

Bytes encode_header(const EntryHeader& header);

// header.body_size is set here. REQUIRES: body.size() <= kMaxBodyBytes, pair.key == header.author
Bytes make_entry(EntryHeader header, BytesView body, const verify::SignPair& pair);

// The id of an entry: a hash over all of its bytes.
Hash entry_hash(BytesView entry);

}  // namespace kith::envelope
