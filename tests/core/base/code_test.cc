#include "kith/base/code.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace kith {
namespace {

TEST(Code, NamesAndNumbersAreUnique) {
  std::set<std::string_view> names;
  std::set<std::uint16_t> numbers;
  for (const Code code : all_codes()) {
    EXPECT_TRUE(names.insert(code_name(code)).second) << code_name(code);
    EXPECT_TRUE(numbers.insert(static_cast<std::uint16_t>(code)).second) << code_name(code);
    EXPECT_NE(static_cast<std::uint16_t>(code), 0) << "zero means no error";
  }
}

TEST(Code, NameAndNumberLeadBack) {
  for (const Code code : all_codes()) {
    EXPECT_EQ(code_from_name(code_name(code)), code);
    EXPECT_EQ(code_from_number(static_cast<std::uint16_t>(code)), code);
  }
}

TEST(Code, UnknownOnesAreNothing) {
  EXPECT_EQ(code_from_name("NO_SUCH_CODE"), std::nullopt);
  EXPECT_EQ(code_from_name(""), std::nullopt);
  EXPECT_EQ(code_from_name("fork"), std::nullopt);
  EXPECT_EQ(code_from_number(0), std::nullopt);
  EXPECT_EQ(code_from_number(9999), std::nullopt);
  EXPECT_EQ(code_name(static_cast<Code>(9999)), "INTERNAL");
  EXPECT_FALSE(is_transient(static_cast<Code>(9999)));
}

// Numbers leave the device (proto, C, JSON): these stay as they are.
TEST(Code, FrozenNumbers) {
  EXPECT_EQ(static_cast<int>(Code::INVALID_ARGUMENT), 1);
  EXPECT_EQ(static_cast<int>(Code::STORE_LOCKED), 10);
  EXPECT_EQ(static_cast<int>(Code::STORE_CORRUPT), 11);
  EXPECT_EQ(static_cast<int>(Code::OFFLINE), 20);
  EXPECT_EQ(static_cast<int>(Code::BAD_CIPHERTEXT), 30);
  EXPECT_EQ(static_cast<int>(Code::ROLLBACK), 52);
  EXPECT_EQ(static_cast<int>(Code::FORK), 53);
  EXPECT_EQ(static_cast<int>(Code::INTERNAL), 101);
}

TEST(Code, WaitingHelpsOnlyWhereTheWorldMayChange) {
  EXPECT_TRUE(is_transient(Code::OFFLINE));
  EXPECT_TRUE(is_transient(Code::STORE_IN_USE));
  EXPECT_TRUE(is_transient(Code::NO_SPACE));
  EXPECT_FALSE(is_transient(Code::STORE_CORRUPT));
  EXPECT_FALSE(is_transient(Code::STORE_LOCKED));
  EXPECT_FALSE(is_transient(Code::FORK));
}

TEST(Code, EveryAlarmOfTheSecurityDesignHasAName) {
  for (const char* name :
       {"BAD_SIGNATURE", "BAD_CIPHERTEXT", "WRONG_CONTEXT", "WRONG_TYPE", "TRUNCATED", "MALFORMED", "TOO_LARGE",
        "UNKNOWN_SUITE", "DOWNGRADE", "WEAK_KEY", "KDF_BELOW_FLOOR", "KDF_ABOVE_CEILING", "REPLAY", "GAP",
        "ROLLBACK", "FORK", "STALE", "UNKNOWN_DEVICE", "REVOKED_DEVICE", "WRONG_EPOCH", "BAD_MEMBERSHIP",
        "UNVERIFIED_KEY", "KEY_CHANGED", "CLONED_DEVICE", "STORE_CORRUPT", "STORE_ROLLED_BACK", "STORE_LOCKED",
        "STORE_IN_USE", "VAULT_LOCKED", "NO_SPACE"}) {
    EXPECT_TRUE(code_from_name(name).has_value()) << name;
  }
}

}  // namespace
}  // namespace kith
