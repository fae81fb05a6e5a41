#include "kith/base/result.h"

#include <gmock/gmock.h>

#include <memory>

#include "kith/testing/matchers.h"

namespace kith {
namespace {

using testing::Fails;
using testing::IsOk;
using testing::IsOkAnd;

Result<int> half(int n) {
  if (n % 2 != 0) return fail(Code::INVALID_ARGUMENT, "odd");
  return n / 2;
}

Result<int> quarter(int n) {
  KITH_TRY(const int h, half(n));
  return half(h);
}

Result<void> check_even(int n) {
  KITH_CHECK(half(n));
  return {};
}

TEST(Result, HoldsAValueOrAnError) {
  EXPECT_THAT(half(8), IsOkAnd(4));
  EXPECT_THAT(half(7), Fails(Code::INVALID_ARGUMENT));
  EXPECT_EQ(half(7).error().message.text(), "odd");
}

TEST(Result, TryPassesTheFirstErrorOn) {
  EXPECT_THAT(quarter(8), IsOkAnd(2));
  EXPECT_THAT(quarter(6), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(quarter(3), Fails(Code::INVALID_ARGUMENT));
}

TEST(Result, CheckPassesAnErrorOnAndDropsTheValue) {
  EXPECT_THAT(check_even(2), IsOk());
  EXPECT_THAT(check_even(1), Fails(Code::INVALID_ARGUMENT));
}

TEST(Result, MovesWhatCannotBeCopied) {
  Result<std::unique_ptr<int>> result(std::make_unique<int>(3));
  ASSERT_THAT(result, IsOk());
  const std::unique_ptr<int> taken = *std::move(result);
  EXPECT_EQ(*taken, 3);
}

}  // namespace
}  // namespace kith
