#pragma once
// The bytes of a membership body. Private to this module.

#include "kith/base/wire.h"
#include "kith/envelope/membership.h"

namespace kith::envelope {

enum class ActionNumber : std::uint8_t {
  found = 1,
  epoch = 2,
  add_member = 3,
  leave = 4,
  renew = 8,
  decide_fork = 10,
  grant = 13,
  // Reserved: 5 add device, 6 remove device, 7 remove member, 9 home, 11 close,
  // 12 raise suite, 14 paper, 15 spare. Whoever meets one stops with UPGRADE_NEEDED.
};

struct Administration {
  SignKey key;
  Signature signature;
};

struct ParsedBody {
  MembershipBody body;
  std::optional<Administration> administration;
  BytesView signed_part;  // what the administration signature covers, beside the header
};

void write_device(Writer& out, const DeviceKeys& device);
DeviceKeys read_device(Reader& in);
Bytes encode_signed_part(const MembershipBody& body);
Result<ParsedBody> parse_body(BytesView body);
// Without reading the rest of it.
bool is_decision(BytesView body);

inline constexpr std::size_t kAdministrationBytes = 1 + SignKey::kSize + Signature::kSize;

}  // namespace kith::envelope
