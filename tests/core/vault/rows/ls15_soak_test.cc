// LS-15 in full, for ./dev soak: ten million nonces.

#include <gtest/gtest.h>

#include <iostream>

#include "nonces.h"

namespace kith::vault {
namespace {

TEST(LS15_Soak, TenMillionNoncesOfEightThreadsNeverRepeat) {
  const std::vector<testing::Nonce> nonces = testing::drawn_by_threads(10'000'000);
  const std::size_t twice = testing::repeated(nonces);
  std::cout << "LS-15: " << nonces.size() << " nonces of 8 threads, " << twice << " repeated\n";
  EXPECT_EQ(nonces.size(), 10'000'000U);
  EXPECT_EQ(twice, 0U);
}

}  // namespace
}  // namespace kith::vault
