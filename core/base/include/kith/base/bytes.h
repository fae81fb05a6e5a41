#pragma once
// Bytes and views of bytes, and the few ways of writing them as text.
//
// Threads: all functions are pure.
// Units:   sizes in bytes.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith {

using Byte = std::uint8_t;
using Bytes = std::vector<Byte>;
using BytesView = std::span<const Byte>;

// The same bytes, seen as text or as bytes; nothing is copied.
BytesView as_bytes(std::string_view text);
std::string_view as_text(BytesView bytes);

Bytes to_bytes(BytesView bytes);
Bytes to_bytes(std::string_view text);
void append(Bytes& to, BytesView more);
bool equal(BytesView a, BytesView b);  // not constant time: for public bytes only

// Lower-case hexadecimal. from_hex takes either case and refuses anything else.
std::string to_hex(BytesView bytes);
std::optional<Bytes> from_hex(std::string_view text);

// Crockford's base 32 (no I, L, O, U), upper case, without padding; 5 bits a letter, most
// significant first, the last letter filled with zero bits. Reading takes either case, maps
// O to 0 and I, L to 1, passes over '-' and refuses filled bits that are not zero.
std::string to_base32(BytesView bytes);
std::optional<Bytes> from_base32(std::string_view text);

}  // namespace kith
