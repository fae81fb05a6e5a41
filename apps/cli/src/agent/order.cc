#include "agent/order.h"

#include <array>

#include "kith/base/wire.h"

namespace kith::cli {
namespace {

template <typename Integer, std::size_t Size>
std::optional<Integer> receive_integer(int fd) {
  std::array<Byte, Size> bytes{};
  if (!receive_all(fd, bytes)) return std::nullopt;
  Integer out = 0;
  for (const Byte b : bytes) out = static_cast<Integer>(out << 8U | b);
  return out;
}

std::optional<std::string> receive_text(int fd) {
  const auto size = receive_integer<std::uint32_t, 2>(fd);
  if (!size) return std::nullopt;
  Bytes text(*size);
  if (!receive_all(fd, text)) return std::nullopt;
  return std::string(as_text(text));
}

void put_text(Writer& out, const std::string& text) {
  out.u16(static_cast<std::uint16_t>(text.size()));
  out.raw(as_bytes(text));
}

}  // namespace

bool send_order(int fd, const Order& order) {
  constexpr std::size_t kTextMost = 0xffff;
  if (order.socket.size() > kTextMost || order.vault.size() > kTextMost) return false;
  Writer out;
  put_text(out, order.socket);
  put_text(out, order.vault);
  out.u64(order.live_ms);
  out.u64(order.until_ms);
  return send_all(fd, out.bytes()) && send_all(fd, order.key.reveal());
}

std::optional<Order> receive_order(int fd) {
  const auto socket = receive_text(fd);
  const auto vault = socket ? receive_text(fd) : std::nullopt;
  const auto live = vault ? receive_integer<std::uint64_t, 8>(fd) : std::nullopt;
  const auto until = live ? receive_integer<std::uint64_t, 8>(fd) : std::nullopt;
  if (!until) return std::nullopt;
  Order out{*socket, *vault, *live, *until, Secret(kHeldBytes)};
  if (!receive_all(fd, out.key.writable())) return std::nullopt;
  return out;
}

}  // namespace kith::cli
