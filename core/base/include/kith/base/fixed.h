#pragma once
// Fixed<Tag, N> is exactly N bytes with a meaning: two kinds of id never mix, because they are
// two types. All bytes zero is the "none" value of every kind.
//
// Threads: a plain value.

#include <array>
#include <compare>
#include <cstring>
#include <optional>
#include <string>

#include "kith/base/bytes.h"

namespace kith {

template <typename Tag, std::size_t N>
struct Fixed {
  static constexpr std::size_t kSize = N;
  std::array<Byte, N> bytes{};

  auto operator<=>(const Fixed&) const = default;

  BytesView view() const { return bytes; }
  std::string hex() const { return to_hex(bytes); }
  bool is_zero() const { return *this == Fixed{}; }

  // The value with exactly these bytes; nothing when the size is another.
  static std::optional<Fixed> from(BytesView view) {
    if (view.size() != N) return std::nullopt;
    Fixed out;
    std::memcpy(out.bytes.data(), view.data(), N);
    return out;
  }
  static std::optional<Fixed> from_hex(std::string_view text) {
    const auto decoded = kith::from_hex(text);
    return decoded ? from(*decoded) : std::nullopt;
  }
};

using Hash = Fixed<struct HashTag, 32>;             // BLAKE2b-256
using SignKey = Fixed<struct SignKeyTag, 32>;       // Ed25519 public key
using AgreeKey = Fixed<struct AgreeKeyTag, 32>;     // X25519 public key
using Signature = Fixed<struct SignatureTag, 64>;   // Ed25519
using SpaceId = Fixed<struct SpaceIdTag, 32>;       // hash of the space's genesis
using RecordId = Fixed<struct RecordIdTag, 16>;     // random
using MailboxId = Fixed<struct MailboxIdTag, 32>;   // derived from an invitation's secret

}  // namespace kith
