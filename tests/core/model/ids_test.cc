// What a person types of an id.

#include "kith/model/ids.h"

#include <gmock/gmock.h>

#include "kith/testing/matchers.h"

namespace kith::model {
namespace {

const std::vector<std::string> kIds{"29d61d13aaaaaaaaaaaaaaaaaaaaaaaa", "29d61d13bbbbbbbbbbbbbbbbbbbbbbbb",
                                    "0123456789abcdef0123456789abcdef"};

TEST(IdDigits, AreFourOrMoreInEitherCaseAloneOrBehindAName) {
  EXPECT_EQ(id_digits("29D61d13"), "29d61d13");
  EXPECT_EQ(id_digits("Jonas Berg (29d61d13)"), "29d61d13");
  EXPECT_EQ(id_digits("Jonas (the elder) (29d61d13) "), "29d61d13");
  for (const char* none : {"", "29d", "Jonas", "Jonas (29d)", "Anna (1980)", "Maria (Dada)", "Jonas (29d61d13", "29d61d1g", "()"}) {
    EXPECT_EQ(id_digits(none), std::nullopt) << none;
  }
}

TEST(IdAmong, AUniqueBeginningIsEnough) {
  EXPECT_THAT(id_among(kIds, "0123"), testing::IsOkAnd(kIds[2]));
  EXPECT_THAT(id_among(kIds, kIds[0]), testing::IsOkAnd(kIds[0]));
  EXPECT_THAT(id_among(kIds, "29d61d13b"), testing::IsOkAnd(kIds[1]));
  EXPECT_THAT(id_among(kIds, "4711"), testing::Fails(Code::NOT_FOUND));
  EXPECT_THAT(id_among(kIds, "012"), testing::Fails(Code::INVALID_ARGUMENT));
}

TEST(IdAmong, OfSeveralItSaysWhatCanBeTyped) {
  const auto several = id_among(kIds, "29d6");
  ASSERT_THAT(several, testing::Fails(Code::AMBIGUOUS));
  EXPECT_EQ(several.error().message.text(), "29d6 can be: 29d61d13a, 29d61d13b");
}

}  // namespace
}  // namespace kith::model
