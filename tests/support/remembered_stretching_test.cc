// What a test program remembers is what libsodium says, and nothing else is taken for it.

#include "kith/testing/remembered_stretching.h"

#include <gmock/gmock.h>
#include <sodium.h>

#include "kith/crypto/passphrase.h"
#include "kith/testing/matchers.h"

extern "C" int __real_crypto_pwhash(unsigned char*, unsigned long long, const char*, unsigned long long,
                                    const unsigned char*, unsigned long long, std::size_t, int);

namespace kith::testing {
namespace {

struct Question {
  std::string words = "a passphrase";
  std::string salt = "sixteen letters.";
  unsigned long long passes = 3;
  std::size_t memory = 1U << 20U;  // libsodium itself takes so little
  int algorithm = crypto_pwhash_ALG_ARGON2ID13;
  unsigned long long size = 32;
};

template <typename Function>
std::string answer(const Function& function, const Question& q) {
  std::string out(q.size, '\0');
  const int failed = function(reinterpret_cast<unsigned char*>(out.data()), q.size, q.words.data(), q.words.size(),
                              reinterpret_cast<const unsigned char*>(q.salt.data()), q.passes, q.memory, q.algorithm);
  return failed == 0 ? out : "failed";
}

TEST(RememberedStretching, IsWhatLibsodiumSaysWhateverIsAsked) {
  ASSERT_GE(sodium_init(), 0);
  // Each differs from the first in one thing that the answer follows from.
  const Question all[] = {{}, {.words = "a passphrasE"}, {.salt = "sixteen Letters."}, {.passes = 4},
                          {.memory = 2U << 20U}, {.algorithm = crypto_pwhash_ALG_ARGON2I13}, {.size = 33}};
  for (int round = 0; round < 2; ++round) {
    for (const Question& one : all) EXPECT_EQ(answer(crypto_pwhash, one), answer(__real_crypto_pwhash, one));
  }
}

TEST(RememberedStretching, IsWorkedOutOnce) {
  const Secret words = Secret::copy_of(as_bytes("asked for again and again"));
  const Stretched before = stretched();
  for (int i = 0; i < 3; ++i) EXPECT_THAT(crypto::stretch(words, {}, crypto::kCostFloor), IsOk());
  EXPECT_EQ(stretched().asked - before.asked, 3U);
  EXPECT_EQ(stretched().worked_out - before.worked_out, 1U);
}

TEST(RememberedStretching, WhatFailedIsAskedAnew) {
  const Question too_little{.memory = 1};
  const Stretched before = stretched();
  for (int i = 0; i < 2; ++i) EXPECT_EQ(answer(crypto_pwhash, too_little), "failed");
  EXPECT_EQ(stretched().worked_out - before.worked_out, 2U);
}

}  // namespace
}  // namespace kith::testing
