#include "kith/crypto/agree.h"

#include <gmock/gmock.h>

#include "kith/testing/matchers.h"
#include "kith/testing/seeded_random.h"

namespace kith::crypto {
namespace {

using testing::Fails;
using testing::IsOk;

TEST(Agree, BothSidesGetTheSame) {
  testing::SeededRandom random(25519);
  const AgreePair a = make_agree_pair(random);
  const AgreePair b = make_agree_pair(random);
  const AgreePair c = make_agree_pair(random);
  const auto ab = agree(a, b.key);
  const auto ba = agree(b, a.key);
  const auto ac = agree(a, c.key);
  ASSERT_THAT(ab, IsOk());
  ASSERT_THAT(ba, IsOk());
  ASSERT_THAT(ac, IsOk());
  EXPECT_TRUE(ab->equals(*ba));
  EXPECT_FALSE(ab->equals(*ac));
}

TEST(Agree, TheSecretIsTheWholePair) {
  testing::SeededRandom random(1);
  const AgreePair pair = make_agree_pair(random);
  EXPECT_EQ(agree_pair_of(pair.secret).key, pair.key);
}

// RFC 7748, section 6.1.
TEST(CV01_Rfc, X25519OfRfc7748) {
  const AgreePair alice =
      agree_pair_of(Secret::copy_of(*from_hex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a")));
  const AgreePair bob =
      agree_pair_of(Secret::copy_of(*from_hex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb")));
  EXPECT_EQ(alice.key.hex(), "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
  EXPECT_EQ(bob.key.hex(), "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
  const auto shared = agree(alice, bob.key);
  ASSERT_THAT(shared, IsOk());
  EXPECT_EQ(to_hex(shared->reveal()), "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
}

// Every point of low order, and their forms that are not reduced: the shared secret would be
// known to anybody.
TEST(Agree, LowOrderPointsAreWeakKeys) {
  testing::SeededRandom random(2);
  const AgreePair mine = make_agree_pair(random);
  for (const char* hex : {"0000000000000000000000000000000000000000000000000000000000000000",
                          "0100000000000000000000000000000000000000000000000000000000000000",
                          "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
                          "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
                          "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                          "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                          "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                          "0000000000000000000000000000000000000000000000000000000000000080",
                          "0100000000000000000000000000000000000000000000000000000000000080"}) {
    EXPECT_THAT(agree(mine, *AgreeKey::from_hex(hex)), Fails(Code::WEAK_KEY)) << hex;
  }
}

}  // namespace
}  // namespace kith::crypto
