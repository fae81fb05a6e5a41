#include "members.h"

#include <set>

#include "fuzz.h"

namespace kith::fuzz {

using namespace envelope;

namespace {

Device make_device(Random& random) {
  Device out{verify::make_sign_pair(random), verify::make_sign_pair(random), {}};
  out.keys.sign = out.sign.key;
  out.keys.agree = random.make<AgreeKey>();
  out.keys.administration_sign = out.administration.key;
  out.keys.administration_agree = random.make<AgreeKey>();
  out.keys.transport = verify::make_sign_pair(random).key;
  return out;
}

Membership after(const Membership* before, const Bytes& entry) {
  const auto view = parse_entry(entry);
  KITH_HOLDS(view.ok());
  auto out = apply(before, *view);
  KITH_HOLDS(out.ok());
  return *std::move(out);
}

Space make_space() {
  testing::SeededRandom random(186);
  Space out;
  out.founder = make_device(random);
  out.guest = make_device(random);
  out.fresh = make_device(random);
  out.genesis.kind = SpaceKind::pair;
  out.genesis.random = random.make<decltype(Genesis::random)>();
  out.genesis.founder = out.founder.keys;
  out.id = space_id(out.genesis);
  out.founded = after(nullptr, out.entry(out.founder, found_body(out)));
  out.paired = after(&out.founded, out.entry(out.founder, add_body(out)));
  return out;
}

}  // namespace

EntryHeader Space::header(const Device& author, const Hash& membership) const {
  EntryHeader out;
  out.space = id;
  out.author = author.sign.key;
  out.membership = membership;
  return out;
}

Bytes Space::entry(const Device& author, const MembershipBody& body) const {
  return make_membership_entry(header(author, body.previous), body, author.sign, &author.administration);
}

const Space& a_space() {
  static const Space space = make_space();
  return space;
}

EpochStart epoch_start(std::uint32_t epoch, const std::vector<const Device*>& devices) {
  EpochStart out{epoch, Hash{{9}}, {}};
  for (const Device* device : devices) out.wraps.push_back({device->sign.key, Bytes(kWrapBytes, 7)});
  return out;
}

MembershipBody found_body(const Space& space) {
  return {Hash{}, FoundAction{space.genesis, Bytes(72, 1)}, epoch_start(1, {&space.founder})};
}

MembershipBody add_body(const Space& space) {
  return {space.founded.last, AddMemberAction{2, space.guest.keys, Bytes(72, 1), Bytes(300, 2)},
          epoch_start(space.founded.epoch + 1, {&space.founder, &space.guest})};
}

MembershipBody renew_body(const Space& space) {
  return {space.paired.last, RenewAction{space.fresh.keys, {}},
          epoch_start(space.paired.epoch + 1, {&space.fresh, &space.guest})};
}

std::vector<MembershipBody> sound_bodies() {
  const Space& space = a_space();
  const Membership& now = space.paired;
  return {found_body(space), add_body(space), renew_body(space),
          {now.last, LeaveAction{}, std::nullopt},
          {now.last, EpochAction{}, epoch_start(now.epoch + 1, {&space.founder, &space.guest})}};
}

void check_sound(const Membership& membership) {
  KITH_HOLDS(membership.epoch > 0 && membership.members.contains(1) && membership.members.size() <= 2);
  std::set<SignKey> keys;
  for (const auto& [number, member] : membership.members) {
    KITH_HOLDS(member.devices.size() == 1 && member.retired.size() <= kMaxRetired);
    for (const auto& list : {member.devices, member.retired}) {
      for (const DeviceKeys& device : list) KITH_HOLDS(keys.insert(device.sign).second);
    }
    KITH_HOLDS(membership.member_of(member.devices.front().sign) == number);
    KITH_HOLDS(membership.is_active(member.devices.front().sign) == member.active);
  }
  const auto again = decode_membership(encode_membership(membership));
  KITH_HOLDS(again.ok() && *again == membership);
}

}  // namespace kith::fuzz
