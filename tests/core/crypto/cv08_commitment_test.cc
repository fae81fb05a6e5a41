// CV-08: one ciphertext with one tag that opens under two keys, to two texts. XChaCha20-Poly1305 alone
// takes both; what is sealed with a commitment opens under the key that it was sealed with only.

#include <gmock/gmock.h>

#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "kith/crypto/aead.h"
#include "kith/testing/matchers.h"
#include "kith/verify/hash.h"

namespace kith::crypto {
namespace {

using testing::Fails;
using testing::IsOkAnd;

class CV08_Commitment : public ::testing::Test {
 protected:
  void SetUp() override {
    std::ifstream in(KITH_VECTORS "/two_keys.json");
    ASSERT_TRUE(in.good());
    const auto vector = nlohmann::json::parse(in);
    const auto bytes = [&](const char* name) { return from_hex(vector[name].get<std::string>()).value(); };
    first_ = Secret::copy_of(bytes("first_key"));
    second_ = Secret::copy_of(bytes("second_key"));
    nonce_ = bytes("nonce");
    aad_ = bytes("aad");
    sealed_ = bytes("sealed");
    first_plain_ = bytes("first_plain");
    second_plain_ = bytes("second_plain");
  }
  // nonce | commitment to `key` | ciphertext | tag
  Bytes with_commitment_to(const Secret& key) const {
    Bytes out = nonce_;
    append(out, verify::hash(verify::label::kCommitment, {key.reveal(), nonce_, aad_}).view());
    append(out, sealed_);
    return out;
  }
  Secret first_;
  Secret second_;
  Bytes nonce_;
  Bytes aad_;
  Bytes sealed_;
  Bytes first_plain_;
  Bytes second_plain_;
};

TEST_F(CV08_Commitment, WithoutOneTheCiphertextOpensUnderBothKeys) {
  Bytes block = nonce_;
  append(block, sealed_);
  Bytes plain(block.size() - kBlockOverhead);
  ASSERT_TRUE(open_block(first_, aad_, block, plain));
  EXPECT_EQ(plain, first_plain_);
  ASSERT_TRUE(open_block(second_, aad_, block, plain));
  EXPECT_EQ(plain, second_plain_);
  EXPECT_NE(first_plain_, second_plain_);
}

TEST_F(CV08_Commitment, WithOneItOpensUnderThatKeyOnly) {
  EXPECT_THAT(open(first_, aad_, with_commitment_to(first_)), IsOkAnd(first_plain_));
  EXPECT_THAT(open(second_, aad_, with_commitment_to(second_)), IsOkAnd(second_plain_));
  EXPECT_THAT(open(second_, aad_, with_commitment_to(first_)), Fails(Code::BAD_CIPHERTEXT));
  EXPECT_THAT(open(first_, aad_, with_commitment_to(second_)), Fails(Code::BAD_CIPHERTEXT));
  std::cout << "CV-08: 1 ciphertext that fits two keys, refused under the wrong one both ways round\n";
}

}  // namespace
}  // namespace kith::crypto
