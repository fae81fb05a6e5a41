#include "membership_body.h"

#include "kith/verify/hash.h"

namespace kith::envelope {
namespace {

constexpr std::uint16_t kMaxWraps = 256;

void write_genesis(Writer& out, const Genesis& genesis) {
  out.u8(genesis.suite);
  out.u8(static_cast<std::uint8_t>(genesis.kind));
  out.raw(genesis.random.view());
  write_device(out, genesis.founder);
}

Genesis read_genesis(Reader& in) {
  Genesis genesis;
  genesis.suite = in.u8();
  genesis.kind = static_cast<SpaceKind>(in.u8());
  genesis.random = in.fixed<decltype(Genesis::random)>();
  genesis.founder = read_device(in);
  return genesis;
}

void write_wrap(Writer& out, const Wrap& wrap) {
  out.raw(wrap.device.view());
  out.sized(wrap.sealed);
}

// A wrap has one size; anything else would be room that its author fills at the space's cost.
bool read_wrap(Reader& in, Wrap& wrap) {
  wrap.device = in.fixed<SignKey>();
  const BytesView sealed = in.sized();
  if (sealed.size() != kWrapBytes) return false;
  wrap.sealed = to_bytes(sealed);
  return true;
}

struct ActionWriter {
  Writer& out;
  void operator()(const FoundAction& a) const {
    write_genesis(out, a.genesis);
    out.sized(a.sealed_name);
  }
  void operator()(const EpochAction& a) const { out.u8(static_cast<std::uint8_t>(a.reason)); }
  void operator()(const AddMemberAction& a) const {
    out.u32(a.number);
    write_device(out, a.device);
    out.sized(a.sealed_name);
    out.sized(a.sealed_for_joiner);
  }
  void operator()(const LeaveAction& a) const { out.sized(a.sealed); }
  void operator()(const RenewAction& a) const {
    write_device(out, a.device);
    out.u64(a.cut.sequence);
    out.raw(a.cut.hash.view());
  }
  void operator()(const GrantAction& a) const {
    out.u32(a.epoch);
    write_wrap(out, a.wrap);
  }
  void operator()(const DecideForkAction& a) const {
    out.u64(a.common);
    out.u64(a.lost.position);
    out.raw(a.lost.running.view());
    out.u16(static_cast<std::uint16_t>(a.entries.size()));
    for (const Bytes& entry : a.entries) out.sized(entry);
  }
};

struct NumberOf {
  ActionNumber operator()(const FoundAction&) const { return ActionNumber::found; }
  ActionNumber operator()(const EpochAction&) const { return ActionNumber::epoch; }
  ActionNumber operator()(const AddMemberAction&) const { return ActionNumber::add_member; }
  ActionNumber operator()(const LeaveAction&) const { return ActionNumber::leave; }
  ActionNumber operator()(const RenewAction&) const { return ActionNumber::renew; }
  ActionNumber operator()(const GrantAction&) const { return ActionNumber::grant; }
  ActionNumber operator()(const DecideForkAction&) const { return ActionNumber::decide_fork; }
};

Bytes read_sealed(Reader& in, bool& too_large, std::size_t most = kMaxSealedBytes) {
  const BytesView bytes = in.sized();
  too_large = too_large || bytes.size() > most;
  return to_bytes(bytes);
}

bool is_known(std::uint8_t action) {
  if (action >= 1 && action <= 4) return true;
  const ActionNumber number{action};
  return number == ActionNumber::renew || number == ActionNumber::decide_fork || number == ActionNumber::grant;
}

bool read_decision(Reader& in, DecideForkAction& out) {
  out.common = in.u64();
  out.lost.position = in.u64();
  out.lost.running = in.fixed<Hash>();
  const std::uint16_t count = in.u16();
  if (count == 0 || count > kMaxDecided) return false;
  for (std::uint16_t i = 0; i < count && in.ok(); ++i) out.entries.push_back(to_bytes(in.sized()));
  return in.ok();
}

bool read_action(Reader& in, MembershipBody& body, std::uint8_t action) {
  bool too_large = false;
  switch (static_cast<ActionNumber>(action)) {
    case ActionNumber::found: {
      FoundAction a;
      a.genesis = read_genesis(in);
      a.sealed_name = read_sealed(in, too_large);
      body.action = std::move(a);
      break;
    }
    case ActionNumber::epoch: {
      const std::uint8_t reason = in.u8();
      if (reason != 1 && reason != 2) return false;
      body.action = EpochAction{static_cast<EpochReason>(reason)};
      break;
    }
    case ActionNumber::add_member: {
      AddMemberAction a;
      a.number = in.u32();
      a.device = read_device(in);
      a.sealed_name = read_sealed(in, too_large);
      a.sealed_for_joiner = read_sealed(in, too_large);
      body.action = std::move(a);
      break;
    }
    case ActionNumber::leave:
      body.action = LeaveAction{read_sealed(in, too_large, kMaxPartingBytes)};
      break;
    case ActionNumber::grant: {
      GrantAction a;
      a.epoch = in.u32();
      if (!read_wrap(in, a.wrap)) return false;
      body.action = std::move(a);
      break;
    }
    case ActionNumber::decide_fork: {
      DecideForkAction a;
      if (!read_decision(in, a)) return false;
      body.action = std::move(a);
      break;
    }
    case ActionNumber::renew: {
      RenewAction a;
      a.device = read_device(in);
      a.cut.sequence = in.u64();
      a.cut.hash = in.fixed<Hash>();
      body.action = a;
      break;
    }
    default:
      return false;
  }
  return in.ok() && !too_large;
}

bool read_epoch_start(Reader& in, MembershipBody& body) {
  const std::uint8_t flag = in.u8();
  if (flag == 0) return in.ok();
  if (flag != 1) return false;
  EpochStart start;
  start.epoch = in.u32();
  start.check = in.fixed<Hash>();
  const std::uint16_t count = in.u16();
  if (count > kMaxWraps) return false;
  for (std::uint16_t i = 0; i < count && in.ok(); ++i) {
    Wrap wrap;
    if (!read_wrap(in, wrap)) return false;
    start.wraps.push_back(std::move(wrap));
  }
  body.epoch_start = std::move(start);
  return in.ok();
}

}  // namespace

void write_device(Writer& out, const DeviceKeys& device) {
  out.u8(static_cast<std::uint8_t>(device.role));
  out.raw(device.sign.view());
  out.raw(device.agree.view());
  out.raw(device.administration_sign.view());
  out.raw(device.administration_agree.view());
  out.raw(device.transport.view());
}

DeviceKeys read_device(Reader& in) {
  DeviceKeys device;
  device.role = static_cast<DeviceRole>(in.u8());
  device.sign = in.fixed<SignKey>();
  device.agree = in.fixed<AgreeKey>();
  device.administration_sign = in.fixed<SignKey>();
  device.administration_agree = in.fixed<AgreeKey>();
  device.transport = in.fixed<SignKey>();
  return device;
}

Bytes encode_device(const DeviceKeys& device) {
  Writer out;
  write_device(out, device);
  return out.take();
}

Result<DeviceKeys> decode_device(BytesView bytes) {
  Reader in(bytes);
  const DeviceKeys device = read_device(in);
  if (!in.at_end()) return fail(Code::MALFORMED, "a device of the wrong size");
  return device;
}

Bytes encode_genesis(const Genesis& genesis) {
  Writer out;
  write_genesis(out, genesis);
  return out.take();
}

Result<Genesis> decode_genesis(BytesView bytes) {
  Reader in(bytes);
  const Genesis genesis = read_genesis(in);
  if (!in.at_end()) return fail(Code::MALFORMED, "a genesis of the wrong size");
  return genesis;
}

SpaceId space_id(const Genesis& genesis) {
  return SpaceId{verify::hash(verify::label::kGenesis, {encode_genesis(genesis)}).bytes};
}

Bytes encode_signed_part(const MembershipBody& body) {
  Writer out;
  out.u8(static_cast<std::uint8_t>(std::visit(NumberOf{}, body.action)));
  out.raw(body.previous.view());
  std::visit(ActionWriter{out}, body.action);
  out.u8(body.epoch_start ? 1 : 0);
  if (body.epoch_start) {
    out.u32(body.epoch_start->epoch);
    out.raw(body.epoch_start->check.view());
    out.u16(static_cast<std::uint16_t>(body.epoch_start->wraps.size()));
    for (const Wrap& wrap : body.epoch_start->wraps) {
      write_wrap(out, wrap);
    }
  }
  return out.take();
}

bool is_decision(BytesView body) {
  return !body.empty() && body.front() == static_cast<Byte>(ActionNumber::decide_fork);
}

Result<ParsedBody> parse_body(BytesView bytes) {
  Reader in(bytes);
  ParsedBody out;
  const std::uint8_t action = in.u8();
  out.body.previous = in.fixed<Hash>();
  if (action != 0 && !is_known(action)) {
    return fail(Code::UPGRADE_NEEDED, "a membership entry that only a newer version understands");
  }
  if (!read_action(in, out.body, action)) return fail(Code::MALFORMED, "a membership action that does not parse");
  if (!read_epoch_start(in, out.body)) return fail(Code::MALFORMED, "an epoch start that does not parse");
  out.signed_part = bytes.first(bytes.size() - in.left());
  const std::uint8_t flag = in.u8();
  if (flag == 1) {
    Administration administration;
    administration.key = in.fixed<SignKey>();
    administration.signature = in.fixed<Signature>();
    out.administration = administration;
  } else if (flag != 0) {
    return fail(Code::MALFORMED, "a membership entry with an unknown flag");
  }
  if (!in.at_end()) return fail(Code::MALFORMED, "a membership entry of the wrong size");
  return out;
}

}  // namespace kith::envelope
