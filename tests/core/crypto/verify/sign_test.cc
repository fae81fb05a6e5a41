#include "kith/verify/sign.h"

#include <gtest/gtest.h>

#include "kith/testing/seeded_random.h"

namespace kith::verify {
namespace {

class Sign : public ::testing::Test {
 protected:
  testing::SeededRandom random_{8032};
  SignPair pair_ = make_sign_pair(random_);
  Bytes text_ = to_bytes("what was said");
  Signature signature_ = sign(pair_, label::kSignEntry, {text_});
};

TEST_F(Sign, HoldsForItsKeyLabelAndParts) {
  EXPECT_TRUE(verify(pair_.key, label::kSignEntry, {text_}, signature_));
}

TEST_F(Sign, FailsForAnotherKeyLabelOrFraming) {
  EXPECT_FALSE(verify(make_sign_pair(random_).key, label::kSignEntry, {text_}, signature_));
  EXPECT_FALSE(verify(pair_.key, label::kSignHead, {text_}, signature_));
  EXPECT_FALSE(verify(pair_.key, label::kSignEntry, {text_, {}}, signature_));
  EXPECT_FALSE(verify(pair_.key, label::kSignEntry,
                      {BytesView(text_).first(3), BytesView(text_).subspan(3)}, signature_));
}

TEST_F(Sign, FailsForEveryFlippedBit) {
  for (std::size_t bit = 0; bit < Signature::kSize * 8; ++bit) {
    Signature bad = signature_;
    bad.bytes[bit / 8] ^= static_cast<Byte>(1U << (bit % 8));
    EXPECT_FALSE(verify(pair_.key, label::kSignEntry, {text_}, bad)) << bit;
  }
  for (std::size_t bit = 0; bit < text_.size() * 8; ++bit) {
    Bytes bad = text_;
    bad[bit / 8] ^= static_cast<Byte>(1U << (bit % 8));
    EXPECT_FALSE(verify(pair_.key, label::kSignEntry, {bad}, signature_)) << bit;
  }
}

TEST_F(Sign, TheSeedIsTheWholePair) {
  const SignPair again = sign_pair_of(pair_.seed);
  EXPECT_EQ(again.key, pair_.key);
  EXPECT_EQ(sign(again, label::kSignEntry, {text_}), signature_);
}

TEST_F(Sign, SmallOrderKeysNeverVerify) {
  for (const char* hex : {"0100000000000000000000000000000000000000000000000000000000000000",
                          "0000000000000000000000000000000000000000000000000000000000000000",
                          "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                          "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                          "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"}) {
    Signature zero;
    zero.bytes[0] = 1;  // R is the neutral point, S is zero: holds for small-order keys if let in
    EXPECT_FALSE(verify(*SignKey::from_hex(hex), label::kSignEntry, {text_}, zero)) << hex;
  }
}

// RFC 8032, section 7.1, tests 1 and 2: the public key of a seed.
TEST(SignVectors, PublicKeysOfRfc8032) {
  const auto key_of = [](const char* seed) { return sign_pair_of(Secret::copy_of(*from_hex(seed))).key.hex(); };
  EXPECT_EQ(key_of("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"),
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  EXPECT_EQ(key_of("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"),
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
}

}  // namespace
}  // namespace kith::verify
