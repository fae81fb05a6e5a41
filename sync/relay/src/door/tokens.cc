#include "door/tokens.h"

namespace kith::relay {
namespace {

StampMark mark_of(const SignKey& device) {
  return StampMark::from(device.view().first(StampMark::kSize)).value_or(StampMark{});
}

}  // namespace

Bytes Tokens::give(const SpaceId& space, const SignKey& device) const {
  const Stamp stamp{stamps_.now_ms() + kTokenMs, mark_of(device)};
  return to_bytes(stamps_.make(verify::label::kTokenTag, stamp, space.view()).view());
}

Result<Pass> Tokens::read(BytesView token, const SpaceId& space) const {
  const auto stamp = stamps_.read(verify::label::kTokenTag, token, space.view());
  if (!stamp || stamps_.now_ms() >= stamp->at_ms) return fail(Code::UNAUTHENTICATED, "prove who you are first");
  return Pass{stamp->mark, stamp->at_ms};
}

std::optional<SignKey> device_of(const Pass& pass, const envelope::Membership& membership) {
  std::optional<SignKey> out;
  for (const auto& [number, member] : membership.members) {
    for (const auto* devices : {&member.retired, &member.devices}) {
      for (const envelope::DeviceKeys& device : *devices) {
        if (mark_of(device.sign) != pass.device) continue;
        if (out && *out != device.sign) return std::nullopt;
        out = device.sign;
      }
    }
  }
  return out;
}

}  // namespace kith::relay
