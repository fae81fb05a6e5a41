#include "kith/base/bytes.h"

#include <algorithm>

namespace kith {
namespace {

constexpr std::string_view kHex = "0123456789abcdef";
constexpr std::string_view kBase32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

int base32_value(char c) {
  if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (c == 'O') return 0;
  if (c == 'I' || c == 'L') return 1;
  const auto at = kBase32.find(c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

}  // namespace

BytesView as_bytes(std::string_view text) {
  return {reinterpret_cast<const Byte*>(text.data()), text.size()};
}

std::string_view as_text(BytesView bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Bytes to_bytes(BytesView bytes) { return {bytes.begin(), bytes.end()}; }
Bytes to_bytes(std::string_view text) { return to_bytes(as_bytes(text)); }
void append(Bytes& to, BytesView more) { to.insert(to.end(), more.begin(), more.end()); }
bool equal(BytesView a, BytesView b) { return std::equal(a.begin(), a.end(), b.begin(), b.end()); }

std::string to_hex(BytesView bytes) {
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const Byte b : bytes) {
    out.push_back(kHex[b >> 4U]);
    out.push_back(kHex[b & 15U]);
  }
  return out;
}

std::optional<Bytes> from_hex(std::string_view text) {
  if (text.size() % 2 != 0) return std::nullopt;
  Bytes out;
  out.reserve(text.size() / 2);
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const int high = hex_value(text[i]);
    const int low = hex_value(text[i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    out.push_back(static_cast<Byte>(high * 16 + low));
  }
  return out;
}

std::string to_base32(BytesView bytes) {
  std::string out;
  std::uint32_t bits = 0;
  unsigned count = 0;
  for (const Byte b : bytes) {
    bits = (bits << 8U) | b;
    count += 8;
    while (count >= 5) {
      count -= 5;
      out.push_back(kBase32[(bits >> count) & 31U]);
    }
    bits &= (1U << count) - 1U;
  }
  if (count > 0) out.push_back(kBase32[(bits << (5U - count)) & 31U]);
  return out;
}

std::optional<Bytes> from_base32(std::string_view text) {
  Bytes out;
  std::uint32_t bits = 0;
  unsigned count = 0;
  for (const char c : text) {
    if (c == '-') continue;
    const int value = base32_value(c);
    if (value < 0) return std::nullopt;
    bits = (bits << 5U) | static_cast<std::uint32_t>(value);
    count += 5;
    if (count >= 8) {
      count -= 8;
      out.push_back(static_cast<Byte>(bits >> count));
      bits &= (1U << count) - 1U;
    }
  }
  if (count >= 5 || bits != 0) return std::nullopt;
  return out;
}

}  // namespace kith
