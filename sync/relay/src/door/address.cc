#include "kith/relay/address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <string>

namespace kith::relay {
namespace {

constexpr Byte kMapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

std::string_view without(std::string_view text, std::string_view before, std::string_view after) {
  if (text.starts_with(before) && text.ends_with(after) && text.size() >= before.size() + after.size()) {
    text.remove_prefix(before.size());
    text.remove_suffix(after.size());
  }
  return text;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

}  // namespace

std::optional<Address> address_of(std::string_view text) {
  const std::string plain(without(text, "[", "]"));
  Address out;
  if (::inet_pton(AF_INET6, plain.c_str(), out.bytes.data()) == 1) return out;
  std::copy(std::begin(kMapped), std::end(kMapped), out.bytes.begin());
  if (::inet_pton(AF_INET, plain.c_str(), out.bytes.data() + sizeof kMapped) == 1) return out;
  return std::nullopt;
}

Address address_of_peer(std::string_view peer) {
  const std::size_t kind = peer.find(':');
  const std::size_t port = peer.rfind(':');
  if (kind == std::string_view::npos || port <= kind) return {};
  const std::string_view host = peer.substr(kind + 1, port - kind - 1);
  return address_of(without(host, "%5B", "%5D")).value_or(Address{});
}

std::optional<Address> address_of_header(std::string_view value) {
  const std::size_t comma = value.rfind(',');
  return address_of(trimmed(comma == std::string_view::npos ? value : value.substr(comma + 1)));
}

bool is_ipv4(const Address& address) {
  return std::equal(std::begin(kMapped), std::end(kMapped), address.bytes.begin());
}

Address network_of(const Address& address) {
  Address out = address;
  if (!is_ipv4(address)) std::fill(out.bytes.begin() + 8, out.bytes.end(), Byte{0});
  return out;
}

std::string host_of(const std::string& address) {
  std::string out = address.substr(0, address.rfind(':'));
  if (out.size() > 2 && out.front() == '[' && out.back() == ']') out = out.substr(1, out.size() - 2);
  return out;
}

bool is_loopback(std::string_view host) {
  if (host == "localhost") return true;
  const auto address = address_of(host);
  return address && (*address == *address_of("::1") || (is_ipv4(*address) && address->bytes[12] == 127));
}

}  // namespace kith::relay
