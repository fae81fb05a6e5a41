#include "kith/crypto/aead.h"

#include <gmock/gmock.h>

#include <set>

#include "kith/testing/matchers.h"
#include "kith/testing/seeded_random.h"

namespace kith::crypto {
namespace {

using testing::Fails;
using testing::IsOkAnd;

class Aead : public ::testing::Test {
 protected:
  Secret fresh_key() {
    Secret key(kKeyBytes);
    random_.fill(key.writable());
    return key;
  }
  testing::SeededRandom random_{24};
  Secret key_ = fresh_key();
  Bytes aad_ = to_bytes("where it belongs");
  Bytes plain_ = to_bytes("what it says");
  Bytes sealed_ = seal(key_, aad_, plain_, random_);
};

TEST_F(Aead, OpensWithItsKeyAndPlace) {
  EXPECT_EQ(sealed_.size(), plain_.size() + kSealOverhead);
  EXPECT_THAT(open(key_, aad_, sealed_), IsOkAnd(plain_));
}

TEST_F(Aead, NothingAtAllCanBeSealed) {
  EXPECT_THAT(open(key_, {}, seal(key_, {}, {}, random_)), IsOkAnd(Bytes{}));
}

TEST_F(Aead, OtherKeyOtherPlaceDoNotOpen) {
  EXPECT_THAT(open(fresh_key(), aad_, sealed_), Fails(Code::BAD_CIPHERTEXT));
  EXPECT_THAT(open(key_, as_bytes("elsewhere"), sealed_), Fails(Code::BAD_CIPHERTEXT));
  EXPECT_THAT(open(key_, {}, sealed_), Fails(Code::BAD_CIPHERTEXT));
}

TEST_F(Aead, EveryTruncationAndFlippedBitIsRefused) {
  for (std::size_t size = 0; size < sealed_.size(); ++size) {
    EXPECT_THAT(open(key_, aad_, BytesView(sealed_).first(size)), Fails(Code::BAD_CIPHERTEXT)) << size;
  }
  for (std::size_t bit = 0; bit < sealed_.size() * 8; ++bit) {
    Bytes bad = sealed_;
    bad[bit / 8] ^= static_cast<Byte>(1U << (bit % 8));
    EXPECT_THAT(open(key_, aad_, bad), Fails(Code::BAD_CIPHERTEXT)) << bit;
  }
  Bytes longer = sealed_;
  longer.push_back(0);
  EXPECT_THAT(open(key_, aad_, longer), Fails(Code::BAD_CIPHERTEXT));
}

// Somebody who knows both keys and puts the right commitment of the second before a ciphertext
// of the first: the tag refuses. And the ciphertext of one key with another's commitment: the
// commitment refuses, whatever the tag says.
class CV08_Commitment : public Aead {};

TEST_F(CV08_Commitment, AndTagAreBothAsked) {
  const Bytes other = seal(key_, aad_, plain_, random_);
  Bytes mixed(sealed_.begin(), sealed_.begin() + kNonceBytes + kCommitmentBytes);
  mixed.insert(mixed.end(), other.begin() + kNonceBytes + kCommitmentBytes, other.end());
  EXPECT_THAT(open(key_, aad_, mixed), Fails(Code::BAD_CIPHERTEXT));

  Bytes swapped = sealed_;
  std::copy(other.begin() + kNonceBytes, other.begin() + kNonceBytes + kCommitmentBytes,
            swapped.begin() + kNonceBytes);
  EXPECT_THAT(open(key_, aad_, swapped), Fails(Code::BAD_CIPHERTEXT));
}

TEST_F(Aead, NoncesAreNeverTheSame) {
  std::set<Bytes> nonces;
  for (int i = 0; i < 500; ++i) {
    const Bytes sealed = seal(key_, aad_, plain_, random_);
    EXPECT_TRUE(nonces.insert(Bytes(sealed.begin(), sealed.begin() + kNonceBytes)).second);
  }
}

class Blocks : public Aead {
 protected:
  Blocks() { seal_block(key_, aad_, plain_, random_, block_); }
  bool opens(const Secret& key, BytesView aad, BytesView block) {
    Bytes out(block.size() < kBlockOverhead ? 0 : block.size() - kBlockOverhead);
    return open_block(key, aad, block, out) && out == plain_;
  }
  Bytes block_;
};

TEST_F(Blocks, OpenWithTheirKeyAndPlaceOnly) {
  EXPECT_TRUE(opens(key_, aad_, block_));
  EXPECT_FALSE(opens(fresh_key(), aad_, block_));
  EXPECT_FALSE(opens(key_, as_bytes("elsewhere"), block_));
}

TEST_F(Blocks, EveryTruncationAndFlippedBitIsRefused) {
  for (std::size_t size = 0; size < block_.size(); ++size) {
    EXPECT_FALSE(opens(key_, aad_, BytesView(block_).first(size))) << size;
  }
  for (std::size_t bit = 0; bit < block_.size() * 8; ++bit) {
    Bytes bad = block_;
    bad[bit / 8] ^= static_cast<Byte>(1U << (bit % 8));
    EXPECT_FALSE(opens(key_, aad_, bad)) << bit;
  }
}

TEST_F(Blocks, AreAppendedAndAWrongRoomIsRefused) {
  Bytes two = to_bytes("head");
  seal_block(key_, aad_, plain_, random_, two);
  EXPECT_EQ(as_text(BytesView(two).first(4)), "head");
  EXPECT_TRUE(opens(key_, aad_, BytesView(two).subspan(4)));
  Bytes small(plain_.size() - 1);
  EXPECT_FALSE(open_block(key_, aad_, block_, small));
  Bytes large(plain_.size() + 1);
  EXPECT_FALSE(open_block(key_, aad_, block_, large));
}

TEST_F(Blocks, AndSealedThingsAreNotTheSame) {
  Bytes out(sealed_.size() - kBlockOverhead);
  EXPECT_FALSE(open_block(key_, aad_, sealed_, out));
  EXPECT_THAT(open(key_, aad_, block_), Fails(Code::BAD_CIPHERTEXT));
}

using AeadDeath = Aead;
TEST_F(AeadDeath, AKeyOfAnotherSizeStopsTheProcess) {
  const Secret shorter(kKeyBytes - 1);
  EXPECT_DEATH(static_cast<void>(seal(shorter, aad_, plain_, random_)), "");
  EXPECT_DEATH(static_cast<void>(open(shorter, aad_, sealed_)), "");
}

}  // namespace
}  // namespace kith::crypto
