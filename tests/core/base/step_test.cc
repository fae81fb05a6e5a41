#include "kith/base/step.h"

#include <gtest/gtest.h>

#include <set>

#include "kith/base/result.h"

namespace kith {
namespace {

TEST(Steps, EveryStepHasANameAndANumberOfItsOwn) {
  std::set<std::string_view> names;
  std::set<std::uint16_t> numbers;
  for (const Step step : all_steps()) {
    EXPECT_TRUE(names.insert(step_name(step)).second) << step_name(step);
    EXPECT_TRUE(numbers.insert(static_cast<std::uint16_t>(step)).second) << step_name(step);
    EXPECT_NE(step, Step{}) << "0 is none";
  }
  EXPECT_EQ(step_name(Step::PAIR_CONFIRM), "PAIR_CONFIRM");
  EXPECT_EQ(step_name(static_cast<Step>(9999)), "");
}

TEST(Steps, AFailureCarriesWhatCanBeDoneAndItsMessageDoesNot) {
  const Error error = fail(Code::UNVERIFIED_KEY, "there is no pair yet", {Step::PAIR_INVITE, {"Bo"}});
  ASSERT_EQ(error.next.size(), 1U);
  EXPECT_EQ(error.next[0], (Next{Step::PAIR_INVITE, {"Bo"}}));
  EXPECT_TRUE(fail(Code::NOT_FOUND, "nothing").next.empty());
}

}  // namespace
}  // namespace kith
