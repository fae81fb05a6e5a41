#include <algorithm>

#include "membership_body.h"

namespace kith::envelope {
namespace {

// A row is a cache of the log: one of another version is never read, the vault is too old or too new.
constexpr std::uint8_t kVersion = 3;

void write_hashes(Writer& out, const std::vector<Hash>& hashes) {
  out.u16(static_cast<std::uint16_t>(hashes.size()));
  for (const Hash& hash : hashes) out.raw(hash.view());
}

void read_hashes(Reader& in, std::vector<Hash>& hashes) {
  for (std::uint16_t left = in.u16(); left > 0 && in.ok(); --left) hashes.push_back(in.fixed<Hash>());
}

void write_devices(Writer& out, const std::vector<DeviceKeys>& devices) {
  out.u16(static_cast<std::uint16_t>(devices.size()));
  for (const DeviceKeys& device : devices) write_device(out, device);
}

void read_devices(Reader& in, std::vector<DeviceKeys>& devices) {
  for (std::uint16_t left = in.u16(); left > 0 && in.ok(); --left) devices.push_back(read_device(in));
}

}  // namespace

Bytes encode_membership(const Membership& m) {
  Writer out;
  out.u8(kVersion);
  out.raw(m.space.view());
  out.u8(static_cast<std::uint8_t>(m.kind));
  out.u32(m.epoch);
  out.u8(m.epoch_open ? 1 : 0);
  out.raw(m.last.view());
  write_hashes(out, m.of_epoch);
  out.u16(static_cast<std::uint16_t>(m.members.size()));
  for (const auto& [number, member] : m.members) {
    out.u32(number);
    out.u8(member.active ? 1 : 0);
    write_devices(out, member.devices);
    write_devices(out, member.retired);
  }
  out.u16(static_cast<std::uint16_t>(m.before_renewal.size()));
  for (const auto& [epoch, hashes] : m.before_renewal) {
    out.u32(epoch);
    write_hashes(out, hashes);
  }
  out.u16(static_cast<std::uint16_t>(m.checks.size()));
  for (const auto& [epoch, check] : m.checks) {
    out.u32(epoch);
    out.raw(check.view());
  }
  out.u8(static_cast<std::uint8_t>(m.credit));
  out.u64(m.credit_at);
  out.u32(m.started_by);
  out.u16(static_cast<std::uint16_t>(m.ended_at.size()));
  for (const auto& [device, position] : m.ended_at) {
    out.raw(device.view());
    out.u64(position);
  }
  out.u16(static_cast<std::uint16_t>(m.lost_cuts.size()));
  for (const auto& [device, cut] : m.lost_cuts) {
    out.raw(device.view());
    out.u64(cut.sequence);
    out.raw(cut.hash.view());
  }
  return out.take();
}

Result<Membership> decode_membership(BytesView bytes) {
  Reader in(bytes);
  Membership m;
  const std::uint8_t version = in.u8();
  m.space = in.fixed<SpaceId>();
  m.kind = static_cast<SpaceKind>(in.u8());
  m.epoch = in.u32();
  m.epoch_open = in.u8() == 1;
  m.last = in.fixed<Hash>();
  read_hashes(in, m.of_epoch);
  for (std::uint16_t left = in.u16(); left > 0 && in.ok(); --left) {
    const std::uint32_t number = in.u32();
    Member& member = in.at_key(m.members, number);
    member.active = in.u8() == 1;
    read_devices(in, member.devices);
    read_devices(in, member.retired);
  }
  for (std::uint16_t left = in.u16(); left > 0 && in.ok(); --left) {
    const std::uint32_t epoch = in.u32();
    read_hashes(in, in.at_key(m.before_renewal, epoch));
  }
  for (std::uint32_t left = in.u16(); left > 0 && in.ok(); --left) {
    const std::uint32_t epoch = in.u32();
    Hash& check = in.at_key(m.checks, epoch);
    check = in.fixed<Hash>();
  }
  m.credit = in.u8();
  m.credit_at = in.u64();
  m.started_by = in.u32();
  for (std::uint32_t left = in.u16(); left > 0 && in.ok(); --left) {
    const SignKey device = in.fixed<SignKey>();
    std::uint64_t& position = in.at_key(m.ended_at, device);
    position = in.u64();
  }
  for (std::uint32_t left = in.u16(); left > 0 && in.ok(); --left) {
    ChainEnd& cut = in.at_key(m.lost_cuts, in.fixed<SignKey>());
    cut.sequence = in.u64();
    cut.hash = in.fixed<Hash>();
  }
  // Where there is an epoch there is a founder, and who is a member has a device.
  const bool devices = std::all_of(m.members.begin(), m.members.end(),
                                   [](const auto& item) { return !item.second.devices.empty(); });
  const bool founded = m.epoch == 0 || m.members.contains(1);
  if (version != kVersion || !in.at_end() || !devices || !founded || m.credit > kMaxCredit) {
    return fail(Code::MALFORMED, "a stored membership that does not parse");
  }
  return m;
}

}  // namespace kith::envelope
