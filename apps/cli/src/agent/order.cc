#include "agent/order.h"

#include "kith/base/wire.h"
#include "kith/engine/limits.h"

namespace kith::cli {
namespace {

constexpr std::size_t kHeadBytes = 2 + 2 + 8 + 8;

std::optional<std::string> receive_text(int fd, std::size_t size) {
  Bytes text(size);
  if (!receive_all(fd, text)) return std::nullopt;
  return std::string(as_text(text));
}

}  // namespace

bool send_order(int fd, const Order& order) {
  constexpr std::size_t kTextMost = 0xffff;
  if (order.socket.size() > kTextMost || order.vault.size() > kTextMost) return false;
  Writer out;
  out.u16(static_cast<std::uint16_t>(order.socket.size()));
  out.u16(static_cast<std::uint16_t>(order.vault.size()));
  out.u64(order.live_ms);
  out.u64(order.until_ms);
  out.raw(as_bytes(order.socket));
  out.raw(as_bytes(order.vault));
  return send_all(fd, out.bytes()) && send_all(fd, order.key.reveal());
}

std::optional<Order> receive_order(int fd) {
  Bytes head(kHeadBytes);
  if (!receive_all(fd, head)) return std::nullopt;
  Reader in(head);
  const std::uint16_t socket_size = in.u16();
  const std::uint16_t vault_size = in.u16();
  const std::uint64_t live_ms = in.u64();
  const std::uint64_t until_ms = in.u64();
  const auto socket = receive_text(fd, socket_size);
  const auto vault = socket ? receive_text(fd, vault_size) : std::nullopt;
  if (!vault) return std::nullopt;
  Order out{*socket, *vault, live_ms, until_ms, Secret(engine::kHeldKeyBytes)};
  if (!receive_all(fd, out.key.writable())) return std::nullopt;
  return out;
}

}  // namespace kith::cli
