#include "hostile.h"

#include "kith/base/wire.h"
#include "kith/crypto/aead.h"
#include "kith/protocol/epoch.h"
#include "kith/protocol/sealing.h"

namespace kith::simulator {
namespace {

using envelope::Membership;
using envelope::MembershipBody;

// One space, as the relay has it now, with the keys that he has there.
struct Target {
  SpaceId space;
  MemberKeys keys;
  Membership membership;
  envelope::Head head;
  relay::AuthorEnd end;
  std::vector<LivePuts> records;
};

envelope::EntryHeader header_of(const Target& at) {
  envelope::EntryHeader out;
  out.space = at.space;
  out.epoch = at.membership.epoch;
  out.author = at.keys.sign.key;
  out.sequence = at.end.sequence + 1;
  out.previous = at.end.id;
  out.seen = at.head;
  out.membership = at.membership.last;
  return out;
}

// Sealed as an honest entry is, whatever it is that is sealed.
std::optional<Bytes> sealed_entry(World& world, const Target& at, const Op& op) {
  const auto epoch = at.keys.epochs.find(at.membership.epoch);
  if (epoch == at.keys.epochs.end()) return std::nullopt;
  const Bytes body = hostile_body(world, op, at.records);
  Writer plain;
  plain.sized(body);
  Bytes padded = plain.take();
  if (op.c % 10 != 0) padded.resize(crypto::padded_size(padded.size()));
  envelope::EntryHeader header = header_of(at);
  header.kind = envelope::EntryKind::data;
  header.body_size = static_cast<std::uint32_t>(padded.size() + crypto::kSealOverhead);
  const Secret key = protocol::entry_key(at.space, header.epoch, epoch->second);
  const Bytes clear = envelope::encode_header(header);
  Bytes sealed = crypto::seal(key, BytesView(clear).first(envelope::kBoundBytes), padded, world.random);
  if (op.c % 17 == 0) sealed.back() ^= 1;
  if (sealed.size() > envelope::kMaxBodyBytes) return std::nullopt;
  return envelope::make_entry(header, sealed, at.keys.sign);
}

// A new epoch for everybody, wrapped as op.c says: not at all, with a wrong secret, or well.
envelope::EpochStart epoch_start(World& world, const Target& at, const std::vector<SignKey>& devices, const Op& op) {
  envelope::EpochStart out;
  out.epoch = at.membership.epoch + 1;
  out.check = world.random.make<Hash>();
  for (const SignKey& device : devices) out.wraps.push_back({device, world.random.bytes(op.c % 3 == 0 ? 1 : 136)});
  return out;
}

// He goes on under other keys, some of them of zeros, and wraps nothing that opens.
Bytes renewal(World& world, const Target& at, const Op& op) {
  const verify::SignPair fresh = verify::make_sign_pair(world.random);
  const verify::SignPair administration = verify::make_sign_pair(world.random);
  envelope::RenewAction action;
  action.device = {envelope::DeviceRole::device, fresh.key,  world.random.make<AgreeKey>(), administration.key,
                   world.random.make<AgreeKey>(), verify::make_sign_pair(world.random).key};
  if (op.c % 2 == 1) action.device.agree = AgreeKey{};
  if (op.c % 5 == 1) action.device.role = static_cast<envelope::DeviceRole>(op.c % 7);
  action.cut = {at.end.sequence, at.end.id};
  std::vector<SignKey> devices = {fresh.key};
  for (const auto& [number, member] : at.membership.members) {
    for (const auto& device : member.devices) {
      if (device.sign != at.keys.sign.key) devices.push_back(device.sign);
    }
  }
  const MembershipBody body{at.membership.last, action, epoch_start(world, at, devices, op)};
  return envelope::make_membership_entry(header_of(at), body, at.keys.sign, &at.keys.administration);
}

Bytes epoch(World& world, const Target& at, const Op& op) {
  std::vector<SignKey> devices;
  for (const auto& [number, member] : at.membership.members) {
    for (const auto& device : member.devices) devices.push_back(device.sign);
  }
  const auto reason = op.b % 2 == 0 ? envelope::EpochReason::rotation : envelope::EpochReason::answer;
  const MembershipBody body{at.membership.last, envelope::EpochAction{reason}, epoch_start(world, at, devices, op)};
  return envelope::make_membership_entry(header_of(at), body, at.keys.sign, nullptr);
}

Bytes leave(const Target& at) {
  const MembershipBody body{at.membership.last, envelope::LeaveAction{}, std::nullopt};
  return envelope::make_membership_entry(header_of(at), body, at.keys.sign, &at.keys.administration);
}

std::optional<Bytes> member_entry(World& world, const Target& at, const Op& op) {
  if (op.a % 16 == 0) return leave(at);
  return op.a % 2 == 0 ? epoch(world, at, op) : renewal(world, at, op);
}

std::optional<Target> target_of(World& world, Person& hostile, unsigned which) {
  std::vector<Target> all;
  for (const client::SpaceInfo& space : hostile.spaces()) {
    const auto state = world.host.rows().spaces.find(space.membership.space);
    if (space.number == client::kSelfSpace || state == world.host.rows().spaces.end()) continue;
    auto keys = member_keys(hostile.disk.rows(), space.number, hostile.administration);
    if (!keys || !state->second.membership.is_active(keys->sign.key)) continue;
    const auto end = world.host.rows().authors.find({space.membership.space, keys->sign.key});
    std::vector<LivePuts> records;
    for (const Person& partner : world.persons()) {
      const auto number = partner.number_of(space.membership.space);
      if (number && &partner != &hostile) records = live_puts(partner.disk.rows(), *number);
    }
    all.push_back({space.membership.space, *std::move(keys), state->second.membership, state->second.head,
                   end == world.host.rows().authors.end() ? relay::AuthorEnd{} : end->second, std::move(records)});
  }
  if (all.empty()) return std::nullopt;
  return std::move(all[which % all.size()]);
}

void hand_in(World& world, Do what, const Target& at, BytesView entry) {
  relay::Relay& relay = world.host.relay();
  const envelope::Challenge challenge = relay.challenge();
  const auto answer = envelope::answer_challenge(at.keys.transport, relay.key(), at.space, challenge);
  const auto tokens = relay.authenticate(challenge, {{at.space, at.keys.transport.key, answer}});
  if (!tokens.ok() || tokens->front().empty()) return;
  const auto reply = relay.append(tokens->front(), at.space, {entry});
  if (!reply.ok()) return;
  const envelope::AppendResult& result = reply->results.front();
  world.trace.add(static_cast<std::uint64_t>(result.verdict));
  if (result.verdict == envelope::Verdict::counted) world.saw(what);
}

}  // namespace

void write_as_hostile(World& world, const Op& op) {
  Person& hostile = world.persons().back();
  if (world.is_honest(hostile)) return;
  const auto at = target_of(world, hostile, op.who);
  if (!at) return;
  const std::optional<Bytes> entry = op.what == Do::hostile ? sealed_entry(world, *at, op) : member_entry(world, *at, op);
  if (entry) hand_in(world, op.what, *at, *entry);
}

}  // namespace kith::simulator
