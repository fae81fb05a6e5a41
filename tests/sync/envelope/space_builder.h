#pragma once
// A space with real keys, and entries for it that a test can spoil in one place before they are
// signed.

#include "kith/base/wire.h"
#include "kith/envelope/log.h"
#include "kith/envelope/membership.h"
#include "kith/testing/seeded_random.h"

namespace kith::envelope {

struct Device {
  verify::SignPair sign;
  verify::SignPair administration;
  verify::SignPair transport;
  DeviceKeys keys;
};

class SpaceBuilder {
 public:
  // Another seed gives other people.
  explicit SpaceBuilder(SpaceKind kind = SpaceKind::pair, std::uint64_t seed = 186)
      : random(seed), founder(make_device()), guest(make_device()) {
    genesis.kind = kind;
    genesis.random = random.make<decltype(Genesis::random)>();
    genesis.founder = founder.keys;
    space = space_id(genesis);
  }

  Device make_device() {
    Device d{verify::make_sign_pair(random), verify::make_sign_pair(random), verify::make_sign_pair(random), {}};
    // Almost any 32 bytes are an agreement key; nothing is agreed here.
    d.keys = {DeviceRole::device,   d.sign.key, random.make<AgreeKey>(), d.administration.key, random.make<AgreeKey>(),
              d.transport.key};
    return d;
  }

  EntryHeader header(const Device& author, const Hash& membership) const {
    EntryHeader h;
    h.space = space;
    h.author = author.sign.key;
    h.membership = membership;
    return h;
  }

  static Wrap wrap(const SignKey& device) { return {device, Bytes(kWrapBytes, 7)}; }
  static EpochStart epoch(std::uint32_t number, const std::vector<const Device*>& devices) {
    EpochStart start{number, Hash{{9}}, {}};
    for (const Device* d : devices) start.wraps.push_back(wrap(d->sign.key));
    return start;
  }

  MembershipBody found_body() const { return {Hash{}, FoundAction{genesis, Bytes(72, 1)}, epoch(1, {&founder})}; }
  MembershipBody add_body(const Membership& now) const {
    return {now.last, AddMemberAction{2, guest.keys, Bytes(72, 1), Bytes(300, 2)},
            epoch(now.epoch + 1, {&founder, &guest})};
  }
  static MembershipBody leave_body(const Membership& now) { return {now.last, LeaveAction{}, std::nullopt}; }

  static MembershipBody epoch_body(const Membership& now, EpochReason reason, const std::vector<const Device*>& wrapped) {
    return {now.last, EpochAction{reason}, epoch(now.epoch + 1, wrapped)};
  }
  static MembershipBody grant_body(const Membership& now, std::uint32_t of_epoch, const Device& device) {
    return {now.last, GrantAction{of_epoch, wrap(device.sign.key)}, std::nullopt};
  }

  // `wrapped`: the devices of the outcome.
  static MembershipBody renew_body(const Membership& now, const Device& fresh, const ChainEnd& cut,
                                   const std::vector<const Device*>& wrapped) {
    return {now.last, RenewAction{fresh.keys, cut}, epoch(now.epoch + 1, wrapped)};
  }

  Bytes entry(const Device& author, const MembershipBody& body, const EntryHeader& h) const {
    return make_membership_entry(h, body, author.sign, &author.administration);
  }
  Bytes entry(const Device& author, const MembershipBody& body) const {
    return entry(author, body, header(author, body.previous));
  }

  // The membership after these bytes; they must parse.
  static Result<Membership> after(const Membership* before, BytesView bytes, const Place& place = {}) {
    const auto view = parse_entry(bytes);
    if (!view.ok()) return view.error();
    return apply(before, *view, place);
  }
  Membership founded() const { return after(nullptr, entry(founder, found_body())).value(); }
  Membership paired() const {
    const Membership now = founded();
    return after(&now, entry(founder, add_body(now))).value();
  }

  testing::SeededRandom random;
  Device founder;
  Device guest;
  Genesis genesis;
  SpaceId space;
};

}  // namespace kith::envelope
