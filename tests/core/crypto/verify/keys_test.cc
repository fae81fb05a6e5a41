#include "kith/verify/keys.h"

#include <gmock/gmock.h>

#include "kith/testing/seeded_random.h"
#include "kith/verify/sign.h"

namespace kith::verify {
namespace {

SignKey sign_key(const char* hex) { return SignKey::from(*from_hex(hex)).value(); }
AgreeKey agree_key(const char* hex) { return AgreeKey::from(*from_hex(hex)).value(); }

TEST(Keys, ThatWereMadeAreKeys) {
  testing::SeededRandom random(31);
  for (int i = 0; i < 50; ++i) {
    EXPECT_TRUE(is_sign_key(make_sign_pair(random).key));
    EXPECT_TRUE(is_agree_key(random.make<AgreeKey>()));
  }
}

TEST(Keys, OfTheSmallGroupsSignNothing) {
  // The points of order 1, 2, 4 and 8 of Ed25519, in their canonical forms.
  for (const char* bad : {"0100000000000000000000000000000000000000000000000000000000000000",
                          "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                          "0000000000000000000000000000000000000000000000000000000000000000",
                          "0000000000000000000000000000000000000000000000000000000000000080",
                          "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                          "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
                          "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                          "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa"}) {
    EXPECT_FALSE(is_sign_key(sign_key(bad))) << bad;
  }
}

TEST(Keys, ThatAreNoCanonicalPointSignNothing) {
  for (const char* bad : {"ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
                          "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                          "f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                          "0200000000000000000000000000000000000000000000000000000000000000"}) {
    EXPECT_FALSE(is_sign_key(sign_key(bad))) << bad;
  }
}

// A point outside the large group: a good one with one of order two added to it.
TEST(Keys, WithATraceOfASmallGroupSignNothing) {
  testing::SeededRandom random(32);
  SignKey key = make_sign_pair(random).key;
  // -(x, y) + (0, -1) turns the sign of both coordinates: y becomes p - y.
  std::uint32_t borrow = 0;
  const Bytes p = *from_hex("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");
  const Byte sign = key.bytes[31] & 0x80U;
  key.bytes[31] &= 0x7fU;
  for (std::size_t i = 0; i < 32; ++i) {
    const std::uint32_t wanted = std::uint32_t{key.bytes[i]} + borrow;
    borrow = p[i] < wanted ? 1 : 0;
    key.bytes[i] = static_cast<Byte>(std::uint32_t{p[i]} + (borrow << 8U) - wanted);
  }
  key.bytes[31] |= sign;
  EXPECT_FALSE(is_sign_key(key));
}

TEST(Keys, OfLowOrderAgreeOnNothing) {
  for (const char* bad : {"0000000000000000000000000000000000000000000000000000000000000000",
                          "0100000000000000000000000000000000000000000000000000000000000000",
                          "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
                          "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
                          "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                          "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                          "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                          "0000000000000000000000000000000000000000000000000000000000000080"}) {
    EXPECT_FALSE(is_agree_key(agree_key(bad))) << bad;
  }
}

}  // namespace
}  // namespace kith::verify
