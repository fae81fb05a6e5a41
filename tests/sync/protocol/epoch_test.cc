#include "kith/protocol/epoch.h"

#include "kith/base/wire.h"
#include "kith/crypto/sealed_to.h"
#include "kith/testing/matchers.h"
#include "kith/testing/seeded_random.h"

namespace kith::testing {
namespace {

using namespace kith::protocol;

struct Device {
  envelope::DeviceKeys keys;
  crypto::AgreePair agree;
};

// The two points of low order that everybody knows; libsodium knows the others.
std::vector<AgreeKey> low_order_keys() {
  AgreeKey one;
  one.bytes[0] = 1;
  return {AgreeKey{}, one};
}

struct Epoch : ::testing::Test {
  SeededRandom random{2};
  SpaceId space = random.make<SpaceId>();
  Secret space_secret = Secret::copy_of(Bytes(32, 0x51));
  EpochKeys keys{3, Secret::copy_of(Bytes(32, 0x52))};
  Device mine = make_device();
  Device partner = make_device();
  envelope::EpochStart start = started(keys);

  Device make_device() {
    Device out;
    out.agree = crypto::make_agree_pair(random);
    out.keys.sign = random.make<SignKey>();
    out.keys.agree = out.agree.key;
    return out;
  }
  envelope::EpochStart started(const EpochKeys& with) {
    auto made = start_epoch(space, with, space_secret, {mine.keys, partner.keys}, random);
    EXPECT_THAT(made, IsOk());
    return *std::move(made);
  }
  Result<Secret> opened(const envelope::EpochStart& from) {
    return open_epoch(space, from, mine.keys.sign, mine.agree, space_secret);
  }
};

TEST_F(Epoch, EveryDeviceOpensItsOwnWrap) {
  ASSERT_EQ(start.wraps.size(), 2U);
  EXPECT_EQ(start.epoch, 3U);
  EXPECT_EQ(start.check, epoch_check(space, 3, keys.secret));
  for (const Device* device : {&mine, &partner}) {
    const auto secret = open_epoch(space, start, device->keys.sign, device->agree, space_secret);
    ASSERT_THAT(secret, IsOk());
    EXPECT_TRUE(secret->equals(keys.secret));
  }
}

TEST_F(Epoch, TheCheckNamesOneSecretInOneEpochOfOneSpace) {
  const Hash check = epoch_check(space, 3, keys.secret);
  EXPECT_NE(check, epoch_check(random.make<SpaceId>(), 3, keys.secret));
  EXPECT_NE(check, epoch_check(space, 4, keys.secret));
  EXPECT_NE(check, epoch_check(space, 3, Secret::copy_of(Bytes(32, 0x53))));
}

TEST_F(Epoch, ADeviceWithoutAWrapFindsNone) {
  const Device stranger = make_device();
  EXPECT_THAT(open_epoch(space, start, stranger.keys.sign, stranger.agree, space_secret),
              Fails(Code::NOT_FOUND));
  start.wraps.clear();
  EXPECT_THAT(opened(start), Fails(Code::NOT_FOUND));
}

TEST_F(Epoch, AWrapForAnotherDeviceDoesNotOpen) {
  EXPECT_THAT(open_epoch(space, start, mine.keys.sign, partner.agree, space_secret),
              Fails(Code::BAD_CIPHERTEXT));
  std::swap(start.wraps[0].sealed, start.wraps[1].sealed);
  EXPECT_THAT(opened(start), Fails(Code::BAD_CIPHERTEXT));
}

// One agreement key under two names: the name is sealed in as well.
TEST_F(Epoch, AWrapUnderAnotherNameDoesNotOpen) {
  start.wraps[0].device = random.make<SignKey>();
  EXPECT_THAT(open_epoch(space, start, start.wraps[0].device, mine.agree, space_secret),
              Fails(Code::BAD_CIPHERTEXT));
}

TEST_F(Epoch, TheWrongSpaceSecretDoesNotOpen) {
  EXPECT_THAT(open_epoch(space, start, mine.keys.sign, mine.agree, Secret::copy_of(Bytes(32, 0x54))),
              Fails(Code::BAD_CIPHERTEXT));
  EXPECT_THAT(open_epoch(space, start, mine.keys.sign, mine.agree, Secret()), Fails(Code::BAD_CIPHERTEXT));
}

TEST_F(Epoch, AWrapOfAnotherSpaceOrEpochDoesNotOpen) {
  const SpaceId other = random.make<SpaceId>();
  envelope::EpochStart moved = start;
  moved.check = epoch_check(other, start.epoch, keys.secret);
  EXPECT_THAT(open_epoch(other, moved, mine.keys.sign, mine.agree, space_secret),
              Fails(Code::BAD_CIPHERTEXT));
  moved = start;
  moved.epoch = 4;
  moved.check = epoch_check(space, 4, keys.secret);
  EXPECT_THAT(opened(moved), Fails(Code::BAD_CIPHERTEXT));
}

// Whoever starts an epoch could else give each device another secret.
TEST_F(Epoch, ASecretOtherThanTheAnnouncedOneIsRefused) {
  start.check = epoch_check(space, 3, Secret::copy_of(Bytes(32, 0x55)));
  EXPECT_THAT(opened(start), Fails(Code::BAD_CIPHERTEXT));
  start.check = Hash{};
  EXPECT_THAT(opened(start), Fails(Code::BAD_CIPHERTEXT));
}

TEST_F(Epoch, ASecretOfAnotherSizeIsRefusedThoughItIsTheAnnouncedOne) {
  for (const std::size_t size : {0U, 16U, 31U, 33U, 64U}) {
    EXPECT_THAT(opened(started({3, Secret::copy_of(Bytes(size, 0x52))})), Fails(Code::BAD_CIPHERTEXT))
        << size;
  }
}

TEST_F(Epoch, EveryChangedByteAndTruncationOfAWrapIsRefused) {
  const Bytes whole = start.wraps[0].sealed;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    start.wraps[0].sealed = whole;
    start.wraps[0].sealed[at] ^= 1;
    EXPECT_FALSE(opened(start).ok()) << at;
    start.wraps[0].sealed.assign(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(at));
    EXPECT_THAT(opened(start), Fails(Code::BAD_CIPHERTEXT)) << at;
  }
}

TEST_F(Epoch, AWrapIsNotTakenForAJoinersPart) {
  EXPECT_THAT(open_join(space, start.wraps[0].sealed, mine.agree, space_secret), Fails(Code::BAD_CIPHERTEXT));
}

TEST_F(Epoch, ADeviceKeyOfLowOrderIsWeak) {
  for (const AgreeKey& weak : low_order_keys()) {
    envelope::DeviceKeys bad = partner.keys;
    bad.agree = weak;
    EXPECT_THAT(start_epoch(space, keys, space_secret, {mine.keys, bad}, random), Fails(Code::WEAK_KEY));
    std::copy(weak.bytes.begin(), weak.bytes.end(), start.wraps[0].sealed.begin());
    EXPECT_THAT(opened(start), Fails(Code::WEAK_KEY));
  }
}

// What a grant carries is a wrap like each of an epoch's start.
TEST_F(Epoch, AWrapHas136BytesAndOpensForItsDeviceAlone) {
  const auto wrap = wrap_epoch(space, keys, space_secret, partner.keys, random);
  ASSERT_THAT(wrap, IsOk());
  EXPECT_EQ(wrap->device, partner.keys.sign);
  EXPECT_EQ(wrap->sealed.size(), envelope::kWrapBytes);
  EXPECT_EQ(start.wraps[0].sealed.size(), envelope::kWrapBytes);
  const auto secret = open_wrap(space, 3, start.check, *wrap, partner.agree, space_secret);
  ASSERT_THAT(secret, IsOk());
  EXPECT_TRUE(secret->equals(keys.secret));
  EXPECT_THAT(open_wrap(space, 3, start.check, *wrap, mine.agree, space_secret), Fails(Code::BAD_CIPHERTEXT));
  EXPECT_THAT(open_wrap(space, 2, start.check, *wrap, partner.agree, space_secret), Fails(Code::BAD_CIPHERTEXT));
  EXPECT_THAT(open_wrap(random.make<SpaceId>(), 3, start.check, *wrap, partner.agree, space_secret),
              Fails(Code::BAD_CIPHERTEXT));
}

TEST_F(Epoch, AGrantOfAnotherSecretThanTheEpochsIsRefused) {
  const auto wrap = wrap_epoch(space, {3, Secret::copy_of(Bytes(32, 0x59))}, space_secret, partner.keys, random);
  ASSERT_THAT(wrap, IsOk());
  EXPECT_THAT(open_wrap(space, 3, start.check, *wrap, partner.agree, space_secret), Fails(Code::BAD_CIPHERTEXT));
}

TEST_F(Epoch, NothingIsWrappedToAKeyOfLowOrder) {
  for (const AgreeKey& weak : low_order_keys()) {
    envelope::DeviceKeys bad = partner.keys;
    bad.agree = weak;
    EXPECT_THAT(wrap_epoch(space, keys, space_secret, bad, random), Fails(Code::WEAK_KEY));
  }
}

struct Join : Epoch {
  Secret invitation = Secret::copy_of(Bytes(32, 0x56));
  envelope::Head before{7, random.make<Hash>()};

  JoinGift gift() { return {keys.secret.clone(), space_secret.clone(), 3, before}; }
  Bytes sealed() {
    auto made = seal_join(space, gift(), mine.agree.key, invitation, random);
    EXPECT_THAT(made, IsOk());
    return *std::move(made);
  }
  // What a partner could seal who does not keep to the layout.
  Bytes sealed_plain(BytesView plain, verify::Label label = verify::label::kJoinKey) {
    return *crypto::seal_to(mine.agree.key, label, space.view(), invitation.reveal(), plain, random);
  }
  Bytes plain() {
    Writer out;
    out.raw(keys.secret.reveal());
    out.raw(space_secret.reveal());
    out.u32(3);
    out.u64(7);
    out.raw(before.running.view());
    return out.take();
  }
};

void expect_same(const Result<JoinGift>& opened, const JoinGift& gift) {
  ASSERT_THAT(opened, IsOk());
  EXPECT_TRUE(opened->epoch_secret.equals(gift.epoch_secret));
  EXPECT_TRUE(opened->space_secret.equals(gift.space_secret));
  EXPECT_EQ(opened->epoch, gift.epoch);
  EXPECT_EQ(opened->before, gift.before);
}

TEST_F(Join, TheJoinerOpensWhatTheAdderSealed) {
  expect_same(open_join(space, sealed(), mine.agree, invitation), gift());
}

TEST_F(Join, TheBytesAreThoseOfTheProtocol) {
  expect_same(open_join(space, sealed_plain(plain()), mine.agree, invitation), gift());
}

TEST_F(Join, AnotherJoinerDoesNotOpenIt) {
  EXPECT_THAT(open_join(space, sealed(), partner.agree, invitation), Fails(Code::BAD_CIPHERTEXT));
}

TEST_F(Join, AnotherInvitationDoesNotOpenIt) {
  EXPECT_THAT(open_join(space, sealed(), mine.agree, Secret::copy_of(Bytes(32, 0x57))),
              Fails(Code::BAD_CIPHERTEXT));
}

TEST_F(Join, AnotherSpaceDoesNotOpenIt) {
  EXPECT_THAT(open_join(random.make<SpaceId>(), sealed(), mine.agree, invitation),
              Fails(Code::BAD_CIPHERTEXT));
}

TEST_F(Join, SomethingSealedForAnotherPurposeDoesNotOpen) {
  EXPECT_THAT(open_join(space, sealed_plain(plain(), verify::label::kWrapKey), mine.agree, invitation),
              Fails(Code::BAD_CIPHERTEXT));
}

TEST_F(Join, APartOfTheWrongSizeIsMalformed) {
  const Bytes whole = plain();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_THAT(open_join(space, sealed_plain(BytesView(whole).first(size)), mine.agree, invitation),
                Fails(Code::MALFORMED))
        << size;
  }
  Bytes longer = whole;
  longer.push_back(0);
  EXPECT_THAT(open_join(space, sealed_plain(longer), mine.agree, invitation), Fails(Code::MALFORMED));
}

TEST_F(Join, EveryChangedByteIsRefused) {
  const Bytes whole = sealed();
  for (std::size_t at = 0; at < whole.size(); ++at) {
    Bytes changed = whole;
    changed[at] ^= 1;
    EXPECT_FALSE(open_join(space, changed, mine.agree, invitation).ok()) << at;
  }
}

TEST_F(Join, AJoinersKeyOfLowOrderIsWeak) {
  for (const AgreeKey& weak : low_order_keys()) {
    EXPECT_THAT(seal_join(space, gift(), weak, invitation, random), Fails(Code::WEAK_KEY));
    Bytes bad = sealed();
    std::copy(weak.bytes.begin(), weak.bytes.end(), bad.begin());
    EXPECT_THAT(open_join(space, bad, mine.agree, invitation), Fails(Code::WEAK_KEY));
  }
}

}  // namespace
}  // namespace kith::testing
