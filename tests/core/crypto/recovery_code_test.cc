#include "kith/crypto/recovery_code.h"

#include <algorithm>

#include "kith/testing/matchers.h"
#include "kith/testing/seeded_random.h"

namespace kith::crypto {
namespace {

using kith::testing::Fails;
using kith::testing::IsOk;
using kith::testing::SeededRandom;

Secret text(std::string_view t) { return Secret::copy_of(as_bytes(t)); }

std::string printed(const Secret& code) { return std::string(as_text(recovery_code_text(code).reveal())); }

TEST(RecoveryCode, ReadsBackWhatItPrints) {
  SeededRandom random(1);
  for (int i = 0; i < 200; ++i) {
    const Secret code = make_recovery_code(random);
    const auto back = parse_recovery_code(recovery_code_text(code));
    ASSERT_THAT(back, IsOk());
    EXPECT_TRUE(back->equals(code));
  }
}

TEST(RecoveryCode, HasFourteenGroupsOfFour) {
  SeededRandom random(2);
  const std::string shown = printed(make_recovery_code(random));
  EXPECT_EQ(shown.size(), 14u * 4 + 13);
  EXPECT_EQ(std::count(shown.begin(), shown.end(), '-'), 13);
}

TEST(RecoveryCode, ForgivesHowItIsTyped) {
  SeededRandom random(3);
  const Secret code = make_recovery_code(random);
  std::string shown = printed(code);
  std::string typed;
  for (const char c : shown) {
    if (c == '-') {
      typed += "  ";
    } else if (c == '0') {
      typed.push_back('o');
    } else if (c == '1') {
      typed.push_back('l');
    } else {
      typed.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    }
  }
  const auto back = parse_recovery_code(text(typed + "\n"));
  ASSERT_THAT(back, IsOk());
  EXPECT_TRUE(back->equals(code));
}

TEST(RecoveryCode, AnyOneWrongLetterIsNoticed) {
  SeededRandom random(4);
  const std::string shown = printed(make_recovery_code(random));
  for (std::size_t i = 0; i < shown.size(); ++i) {
    if (shown[i] == '-') continue;
    std::string wrong = shown;
    wrong[i] = shown[i] == '7' ? '8' : '7';
    EXPECT_THAT(parse_recovery_code(text(wrong)), Fails(Code::INVALID_ARGUMENT)) << i;
  }
}

TEST(RecoveryCode, AWholeOneIsAskedFor) {
  SeededRandom random(5);
  const std::string shown = printed(make_recovery_code(random));
  EXPECT_THAT(parse_recovery_code(text("")), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(parse_recovery_code(text(shown.substr(0, shown.size() - 4))), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(parse_recovery_code(text(shown + "0000")), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(parse_recovery_code(text(shown + "!")), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(parse_recovery_code(text("amber lantern river")), Fails(Code::INVALID_ARGUMENT));
}

}  // namespace
}  // namespace kith::crypto
