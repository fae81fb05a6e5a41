// LS-10 in full, for ./dev soak: 1,000 wrong passphrases and codes, no file changed, and a time that says
// nothing about how wrong they were.

#include <algorithm>
#include <chrono>
#include <iostream>

#include "../new_vault.h"

namespace kith::vault {
namespace {

using LS10_Soak = Vaults;

double median(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

// Two ways of being wrong, in turns so that both see the same machine: one letter from right, and
// nothing like it. The work on a passphrase is the same, so the medians meet.
TEST_F(LS10_Soak, ThousandWrongPassphrasesChangeNothingAndTakeTheSameTime) {
  copy_folder(testing::template_vault(), dir_);  // with a recovery code
  const auto before = state();
  std::vector<double> near;
  std::vector<double> far;
  for (int i = 0; i < 1000; ++i) {
    std::string wrong = i % 2 == 0 ? "correct horse" : std::to_string(i) + " quite another thing, and longer";
    if (i % 2 == 0) wrong.back() = static_cast<char>('A' + i / 2 % 26);
    const auto start = std::chrono::steady_clock::now();
    const auto opened = open(wrong);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    ASSERT_THAT(opened, Fails(Code::STORE_LOCKED)) << wrong;
    (i % 2 == 0 ? near : far).push_back(took.count());
    const auto seed = static_cast<std::uint64_t>(1000 + i);
    ASSERT_THAT(Vault::open(dir_, testing::recovery_code(seed), kCheap), Fails(Code::STORE_LOCKED)) << seed;
  }
  EXPECT_EQ(state(), before);
  const double ratio = median(near) / median(far);
  std::cout << "LS-10: 1000 wrong passphrases and 1000 wrong codes, all STORE_LOCKED, no file changed; one letter wrong / all wrong = "
            << ratio << " of the median time\n";
  EXPECT_GT(ratio, 0.95);
  EXPECT_LT(ratio, 1.05);
  EXPECT_THAT(open(), IsOk());
}

}  // namespace
}  // namespace kith::vault
