#include "kith/base/fixed.h"

#include <gtest/gtest.h>

#include <type_traits>

namespace kith {
namespace {

// Two kinds of id never mix.
static_assert(!std::is_convertible_v<SignKey, AgreeKey>);
static_assert(!std::is_convertible_v<SpaceId, Hash>);
static_assert(!std::is_convertible_v<MailboxId, SpaceId>);
static_assert(!std::is_constructible_v<SignKey, AgreeKey>);

TEST(Fixed, TakesExactlyItsSize) {
  EXPECT_TRUE(RecordId::from(Bytes(16, 7)).has_value());
  EXPECT_FALSE(RecordId::from(Bytes(15, 7)).has_value());
  EXPECT_FALSE(RecordId::from(Bytes(17, 7)).has_value());
  EXPECT_FALSE(RecordId::from({}).has_value());
}

TEST(Fixed, HexLeadsBack) {
  const RecordId id = *RecordId::from(Bytes(16, 0xa5));
  EXPECT_EQ(RecordId::from_hex(id.hex()), id);
  EXPECT_EQ(RecordId::from_hex("a5"), std::nullopt);
  EXPECT_EQ(RecordId::from_hex(std::string(32, 'x')), std::nullopt);
}

TEST(Fixed, ZeroIsNone) {
  EXPECT_TRUE(RecordId{}.is_zero());
  RecordId last;
  last.bytes[15] = 1;
  EXPECT_FALSE(last.is_zero());
  EXPECT_LT(RecordId{}, last);
}

}  // namespace
}  // namespace kith
