// LS-10: a wrong passphrase or recovery code is STORE_LOCKED each time and changes no file; the right
// one of somebody else is a wrong one too. Each try of a passphrase costs a tenth of a second on
// purpose, so the thousand of the row are in ls10_soak_test.cc.

#include <iostream>

#include "../new_vault.h"

namespace kith::vault {
namespace {

using testing::recovery_code;

class LS10_WrongSecret : public Vaults {
 protected:
  LS10_WrongSecret() { copy_folder(testing::template_vault(), dir_); }
};

TEST_F(LS10_WrongSecret, IsStoreLockedAndChangesNothing) {
  const auto before = state();
  constexpr int kTries = 20;  // the soak test makes 1,000
  for (int i = 0; i < kTries; ++i) {
    std::string wrong(testing::kPassphrase);
    const auto at = static_cast<std::size_t>(i);
    if (at < wrong.size()) wrong[at] ^= 1;
    if (at >= wrong.size()) wrong += std::string(at - wrong.size() + 1, ' ');
    EXPECT_THAT(open(wrong), Fails(Code::STORE_LOCKED)) << wrong;
    const auto seed = static_cast<std::uint64_t>(1000 + i);
    EXPECT_THAT(Vault::open(dir_, recovery_code(seed), kCheap), Fails(Code::STORE_LOCKED)) << seed;
  }
  EXPECT_EQ(state(), before);
  std::cout << "LS-10: " << kTries << " wrong passphrases and " << kTries
            << " wrong codes, all STORE_LOCKED, no file changed\n";
  EXPECT_THAT(open(), IsOk());
  EXPECT_THAT(Vault::open(dir_, recovery_code(), kCheap), IsOk());
}

TEST_F(LS10_WrongSecret, RightOneOfAnotherVaultIsWrongHere) {
  ASSERT_THAT(Vault::create(temp_ / "other", words("blue lantern"), kCheap), IsOk());
  EXPECT_THAT(open("blue lantern"), Fails(Code::STORE_LOCKED));
  EXPECT_THAT(Vault::open(temp_ / "other", recovery_code(), kCheap), Fails(Code::STORE_LOCKED));
  EXPECT_THAT(open(), IsOk());
}

}  // namespace
}  // namespace kith::vault
