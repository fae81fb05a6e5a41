// The list of codes stands twice: in codes.def for C++ and in the proto for every other face.

#include <gtest/gtest.h>

#include "kith/api/v1/api.pb.h"
#include "kith/base/code.h"
#include "kith/base/step.h"

namespace kith {
namespace {

namespace api = kith::api::v1;

TEST(ErrorCodes, EveryCodeHasTheSameNameAndNumberInTheProto) {
  for (const Code code : all_codes()) {
    const int number = static_cast<int>(code);
    ASSERT_TRUE(api::ErrorCode_IsValid(number)) << code_name(code) << " is not in the proto";
    EXPECT_EQ(api::ErrorCode_Name(static_cast<api::ErrorCode>(number)), code_name(code));
  }
}

TEST(ErrorCodes, TheProtoHasNoCodeOfItsOwn) {
  EXPECT_FALSE(code_from_number(api::UNSPECIFIED_ERROR)) << "0 means that nobody said anything";
  for (int number = 1; number <= api::ErrorCode_MAX; ++number) {
    if (!api::ErrorCode_IsValid(number)) continue;
    EXPECT_TRUE(code_from_number(static_cast<std::uint16_t>(number)))
        << api::ErrorCode_Name(static_cast<api::ErrorCode>(number)) << " is not in codes.def";
  }
}

TEST(Steps, EveryStepHasTheSameNameAndNumberInTheProtoAndTheProtoHasNoOther) {
  std::size_t known = 0;
  for (int number = 1; number <= api::Next::Step_MAX; ++number) {
    if (!api::Next::Step_IsValid(number)) continue;
    ++known;
    EXPECT_EQ(api::Next::Step_Name(static_cast<api::Next::Step>(number)), step_name(static_cast<Step>(number))) << number;
  }
  EXPECT_EQ(known, all_steps().size());
}

}  // namespace
}  // namespace kith
