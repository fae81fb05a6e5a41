// Keys are looked at when they come into a space: in a founding, an addition and a renewal alike.

#include <gmock/gmock.h>

#include <functional>

#include "kith/testing/matchers.h"
#include "space_builder.h"

namespace kith::envelope {
namespace {

using testing::Fails;
using testing::IsOk;

using Spoil = std::function<void(DeviceKeys&)>;

const auto kSigning = {&DeviceKeys::sign, &DeviceKeys::administration_sign, &DeviceKeys::transport};
const auto kAgreeing = {&DeviceKeys::agree, &DeviceKeys::administration_agree};

// Each spoils the keys of one device and leaves all else as it should be.
class Keys : public ::testing::Test {
 protected:
  Result<Membership> founding(const Spoil& spoil) {
    Genesis genesis = b_.genesis;
    spoil(genesis.founder);
    EntryHeader h = b_.header(b_.founder, Hash{});
    h.space = space_id(genesis);
    return SpaceBuilder::after(
        nullptr, b_.entry(b_.founder, {Hash{}, FoundAction{genesis, {}}, epoch(1, {genesis.founder.sign})}, h));
  }
  Result<Membership> adding(const Spoil& spoil) {
    const Membership now = b_.founded();
    DeviceKeys keys = b_.guest.keys;
    spoil(keys);
    return SpaceBuilder::after(&now, b_.entry(b_.founder, {now.last, AddMemberAction{2, keys, {}, {}},
                                                           epoch(2, {b_.founder.keys.sign, keys.sign})}));
  }
  Result<Membership> renewing(const Spoil& spoil) {
    const Membership now = b_.paired();
    DeviceKeys keys = fresh_.keys;
    spoil(keys);
    return SpaceBuilder::after(&now, b_.entry(b_.guest, {now.last, RenewAction{keys, {}},
                                                         epoch(3, {b_.founder.keys.sign, keys.sign})}));
  }
  static EpochStart epoch(std::uint32_t number, const std::vector<SignKey>& devices) {
    EpochStart start{number, Hash{{9}}, {}};
    for (const SignKey& device : devices) start.wraps.push_back(SpaceBuilder::wrap(device));
    return start;
  }
  void expect(const Spoil& spoil, Code code) {
    EXPECT_THAT(adding(spoil), Fails(code));
    EXPECT_THAT(renewing(spoil), Fails(code));
  }

  SpaceBuilder b_;
  Device fresh_ = b_.make_device();
};

TEST_F(Keys, GoodOnesComeIn) {
  const Spoil nothing = [](DeviceKeys&) {};
  EXPECT_THAT(founding(nothing), IsOk());
  EXPECT_THAT(adding(nothing), IsOk());
  EXPECT_THAT(renewing(nothing), IsOk());
}

// Paper and spare are reserved: who does not know what they may do cannot go on.
TEST_F(Keys, OfARoleThatOnlyANewerVersionKnows) {
  for (const int role : {0, 2, 3, 255}) {
    const Spoil spoil = [role](DeviceKeys& k) { k.role = static_cast<DeviceRole>(role); };
    expect(spoil, Code::UPGRADE_NEEDED);
    EXPECT_THAT(founding(spoil), Fails(Code::UPGRADE_NEEDED));
  }
}

// Nothing is secret that is agreed with one of these.
TEST_F(Keys, OfLowOrderAgreeWithNobody) {
  const auto low = {AgreeKey{}, AgreeKey{{1}},
                    *AgreeKey::from(*from_hex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"))};
  for (const AgreeKey& key : low) {
    for (const auto role : kAgreeing) {
      const Spoil spoil = [&](DeviceKeys& k) { k.*role = key; };
      expect(spoil, Code::WEAK_KEY);
      EXPECT_THAT(founding(spoil), Fails(Code::WEAK_KEY));
    }
  }
}

TEST_F(Keys, ThatAreNoPointSignNothing) {
  const auto none = {SignKey{}, SignKey{{1}}, *SignKey::from(Bytes(32, 0xff))};
  for (const SignKey& key : none) {
    for (const auto role : kSigning) {
      expect([&](DeviceKeys& k) { k.*role = key; }, Code::WEAK_KEY);
    }
    // The other two of a founder sign the founding itself.
    EXPECT_THAT(founding([&](DeviceKeys& k) { k.transport = key; }), Fails(Code::WEAK_KEY));
  }
}

TEST_F(Keys, OneInTwoRolesIsRefused) {
  for (const auto role : kSigning) {
    for (const auto other : kSigning) {
      if (role != other) expect([&](DeviceKeys& k) { k.*role = k.*other; }, Code::BAD_MEMBERSHIP);
    }
  }
  expect([](DeviceKeys& k) { k.administration_agree = k.agree; }, Code::BAD_MEMBERSHIP);
  EXPECT_THAT(founding([](DeviceKeys& k) { k.transport = k.sign; }), Fails(Code::BAD_MEMBERSHIP));
  EXPECT_THAT(founding([](DeviceKeys& k) { k.administration_agree = k.agree; }), Fails(Code::BAD_MEMBERSHIP));
}

}  // namespace
}  // namespace kith::envelope
