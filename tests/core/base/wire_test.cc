#include "kith/base/wire.h"

#include <gtest/gtest.h>

namespace kith {
namespace {

TEST(Wire, IntegersAreBigEndianAndNothingIsAligned) {
  Writer out;
  out.u8(0x01);
  out.u16(0x0203);
  out.u32(0x04050607);
  out.u64(0x08090a0b0c0d0e0fULL);
  out.sized(Bytes{0xaa, 0xbb});
  EXPECT_EQ(to_hex(out.bytes()), "0102030405060708090a0b0c0d0e0f00000002aabb");
}

TEST(Wire, ReadsBackInOrder) {
  Writer out;
  out.u8(1);
  out.u16(2);
  out.u32(3);
  out.u64(4);
  out.sized(Bytes{5});
  out.raw(RecordId{{6}}.view());
  const Bytes bytes = out.take();
  Reader in(bytes);
  EXPECT_EQ(in.u8(), 1U);
  EXPECT_EQ(in.u16(), 2U);
  EXPECT_EQ(in.u32(), 3U);
  EXPECT_EQ(in.u64(), 4U);
  EXPECT_TRUE(equal(in.sized(), Bytes{5}));
  EXPECT_EQ(in.fixed<RecordId>(), RecordId{{6}});
  EXPECT_TRUE(in.at_end());
}

TEST(Wire, RunningPastTheEndFailsForGood) {
  const Bytes three{1, 2, 3};
  Reader in(three);
  EXPECT_EQ(in.u32(), 0U);
  EXPECT_FALSE(in.ok());
  EXPECT_EQ(in.u8(), 0U) << "the bytes that are left are not handed out";
  EXPECT_FALSE(in.at_end());
}

TEST(Wire, ALyingLengthFails) {
  Writer out;
  out.u32(0xffffffff);
  out.raw(Bytes(100, 1));
  Reader in(out.bytes());
  EXPECT_TRUE(in.sized().empty());
  EXPECT_FALSE(in.ok());
}

TEST(Wire, BytesThatAreLeftAreSeen) {
  const Bytes two{1, 2};
  Reader in(two);
  in.u8();
  EXPECT_TRUE(in.ok());
  EXPECT_FALSE(in.at_end());
  EXPECT_EQ(in.left(), 1U);
  EXPECT_EQ(in.rest().size(), 1U);
  EXPECT_TRUE(in.at_end());
}

std::map<std::uint8_t, std::uint8_t> map_of(const Bytes& rows, bool& ok) {
  Reader in(rows);
  std::map<std::uint8_t, std::uint8_t> out;
  while (in.left() > 0) {
    std::uint8_t& value = in.at_key(out, in.u8());
    value = in.u8();
  }
  ok = in.ok();
  return out;
}

TEST(Wire, AMapIsReadInItsOrderAndEveryKeyOnce) {
  bool ok = false;
  EXPECT_EQ(map_of({1, 10, 2, 20, 9, 90}, ok), (std::map<std::uint8_t, std::uint8_t>{{1, 10}, {2, 20}, {9, 90}}));
  EXPECT_TRUE(ok);
  map_of({1, 10, 2, 20, 2, 21}, ok);
  EXPECT_FALSE(ok) << "a key that stands twice";
  map_of({2, 20, 1, 10}, ok);
  EXPECT_FALSE(ok) << "a key before its time";
}

}  // namespace
}  // namespace kith
