#pragma once
// Where a caller is, as far as it counts for a budget: an IPv6 address, an IPv4 one as ::ffff:a.b.c.d, or zeros where
// neither is known (a unix socket). Read from what gRPC calls a peer, or from what a proxy put into a header.
//
// Threads: pure functions.
// Errors:  nothing for a text that is no address.

#include <optional>
#include <string>
#include <string_view>

#include "kith/base/fixed.h"

namespace kith::relay {

using Address = Fixed<struct AddressTag, 16>;

// 192.0.2.1, 2001:db8::1, [2001:db8::1]
std::optional<Address> address_of(std::string_view text);

// ipv4:192.0.2.1:7443, ipv6:%5B2001:db8::1%5D:7443; zeros for anything else.
Address address_of_peer(std::string_view peer);

// The last of a list with commas: what the nearest proxy put there itself, whatever the caller sent before it.
std::optional<Address> address_of_header(std::string_view value);

bool is_ipv4(const Address& address);

// What one caller has of them: an IPv4 address, or the first 64 bits of an IPv6 one, the rest zeros.
Address network_of(const Address& address);

// The host of HOST:PORT, without the brackets of an IPv6 address.
std::string host_of(const std::string& address);

// Whether a host, localhost or an address without brackets, is this machine as it calls itself.
bool is_loopback(std::string_view host);

}  // namespace kith::relay
