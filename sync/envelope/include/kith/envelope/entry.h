#pragma once
// Entry is what one device appends to a space at once: a fixed header in the clear, a body, and
// a signature over the header exactly as it is sent; the header holds the hash of the body. Relay
// and clients share this module; nothing here can open a sealed body.
//
// Layout (integers big-endian), see sync/PROTOCOL.md:
//   u8 suite | u8 kind | 32 space id | u32 epoch | 32 author | u64 sequence | u64 first void number |
//   32 previous | u64 seen position | 32 seen running hash | 32 membership | u32 body size |
//   32 hash of the body | 64 signature over all of this | body
//
// The signature covers the hash of the body and not the body itself, so that the first kProofBytes
// of an entry prove by themselves who wrote it, when the body is no longer kept.
//
// Threads: pure functions and plain values; an EntryView borrows the bytes it was made from.
// Units:   sizes in bytes.
// Errors:  TRUNCATED, MALFORMED, TOO_LARGE, UNKNOWN_SUITE for the frame; BAD_SIGNATURE.

#include "kith/base/fixed.h"
#include "kith/base/result.h"
#include "kith/verify/sign.h"

namespace kith::envelope {

inline constexpr std::uint8_t kSuite = 1;
inline constexpr std::size_t kHeaderBytes = 226;
// What is bound into a sealed body: the header but for the hash of that body.
inline constexpr std::size_t kBoundBytes = kHeaderBytes - Hash::kSize;
// Header and signature: the proof of an entry, kept as evidence in its stead.
inline constexpr std::size_t kProofBytes = kHeaderBytes + Signature::kSize;
// What a device writes of its own is at most kMaxOwnEntryBytes, so that one such entry fits whole into
// another that carries it (sync/PROTOCOL.md, "A fork heals").
inline constexpr std::size_t kMaxOwnEntryBytes = 192 * 1024;
inline constexpr std::size_t kMaxEntryBytes = 256 * 1024;
inline constexpr std::size_t kMaxBodyBytes = kMaxEntryBytes - kProofBytes;
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
  // All numbers from this one up to `sequence` - 1 are void: their entries never count. 0: none is.
  std::uint64_t void_from = 0;
  Hash previous;               // id of the author's last entry here that counts
  Head seen;                   // the head the author had verified
  Hash membership;             // hash of the last membership entry the author knew
  std::uint32_t body_size = 0;
  Hash body_hash;
  bool operator==(const EntryHeader&) const = default;
};

struct EntryView {
  EntryHeader header;
  BytesView header_bytes;
  BytesView body;
  Signature signature;
  BytesView all;
  BytesView bound() const { return header_bytes.first(kBoundBytes); }
  BytesView proof() const { return all.first(kProofBytes); }
};

// The frame only: sizes, suite, kind. The signature is not looked at.
Result<EntryView> parse_entry(BytesView bytes);

// Whether the author named in the header signed exactly this header, and it is of this body.
Result<void> check_signature(const EntryView& entry);
// The same of a proof, whose body is not there any more: its header, if the signature holds.
Result<EntryHeader> check_proof(BytesView proof);

Bytes encode_header(const EntryHeader& header);

// header.body_size and body_hash are set here. REQUIRES: body.size() <= kMaxBodyBytes, pair.key == header.author
Bytes make_entry(EntryHeader header, BytesView body, const verify::SignPair& pair);

// The id of an entry: a hash over its proof. REQUIRES: at least kProofBytes
Hash entry_hash(BytesView entry);

}  // namespace kith::envelope
