#include "kith/crypto/sealed_to.h"

#include <gmock/gmock.h>

#include "kith/testing/matchers.h"
#include "kith/testing/seeded_random.h"

namespace kith::crypto {
namespace {

using testing::Fails;
using testing::IsOk;
using testing::IsOkAnd;
using verify::label::kJoinKey;
using verify::label::kWrapKey;

class SealedTo : public ::testing::Test {
 protected:
  Bytes make() {
    auto sealed = seal_to(to_.key, kWrapKey, context_, extra_, plain_, random_);
    EXPECT_THAT(sealed, IsOk());
    return *std::move(sealed);
  }
  testing::SeededRandom random_{7};
  AgreePair to_ = make_agree_pair(random_);
  Bytes context_ = to_bytes("space and epoch");
  Bytes extra_ = to_bytes("a second secret");
  Bytes plain_ = to_bytes("an epoch secret");
  Bytes sealed_ = make();
};

TEST_F(SealedTo, OnlyTheHolderOpens) {
  EXPECT_EQ(sealed_.size(), plain_.size() + kSealedToOverhead);
  EXPECT_THAT(open_sealed_to(to_, kWrapKey, context_, extra_, sealed_), IsOkAnd(plain_));
  const AgreePair other = make_agree_pair(random_);
  EXPECT_THAT(open_sealed_to(other, kWrapKey, context_, extra_, sealed_), Fails(Code::BAD_CIPHERTEXT));
}

TEST_F(SealedTo, LabelContextAndTheSecondSecretAllCount) {
  EXPECT_THAT(open_sealed_to(to_, kJoinKey, context_, extra_, sealed_), Fails(Code::BAD_CIPHERTEXT));
  EXPECT_THAT(open_sealed_to(to_, kWrapKey, as_bytes("other"), extra_, sealed_), Fails(Code::BAD_CIPHERTEXT));
  EXPECT_THAT(open_sealed_to(to_, kWrapKey, context_, as_bytes("other"), sealed_), Fails(Code::BAD_CIPHERTEXT));
  EXPECT_THAT(open_sealed_to(to_, kWrapKey, context_, {}, sealed_), Fails(Code::BAD_CIPHERTEXT));
}

TEST_F(SealedTo, EveryTruncationAndFlippedBitIsRefused) {
  for (std::size_t size = 0; size < sealed_.size(); ++size) {
    EXPECT_THAT(open_sealed_to(to_, kWrapKey, context_, extra_, BytesView(sealed_).first(size)),
                Fails(Code::BAD_CIPHERTEXT))
        << size;
  }
  for (std::size_t bit = 0; bit < sealed_.size() * 8; ++bit) {
    Bytes bad = sealed_;
    bad[bit / 8] ^= static_cast<Byte>(1U << (bit % 8));
    EXPECT_FALSE(open_sealed_to(to_, kWrapKey, context_, extra_, bad).ok()) << bit;
  }
}

TEST_F(SealedTo, WeakKeysOnEitherSideAreNamed) {
  EXPECT_THAT(seal_to(AgreeKey{}, kWrapKey, context_, extra_, plain_, random_), Fails(Code::WEAK_KEY));
  Bytes weak = sealed_;
  std::fill(weak.begin(), weak.begin() + AgreeKey::kSize, Byte{0});
  EXPECT_THAT(open_sealed_to(to_, kWrapKey, context_, extra_, weak), Fails(Code::WEAK_KEY));
}

TEST_F(SealedTo, TheSameThingTwiceLooksDifferent) { EXPECT_NE(make(), make()); }

}  // namespace
}  // namespace kith::crypto
