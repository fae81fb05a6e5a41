#include "kith/base/bytes.h"

#include <gmock/gmock.h>

#include "kith/testing/seeded_random.h"

namespace kith {
namespace {

TEST(Hex, WritesLowerCaseAndReadsEitherCase) {
  EXPECT_EQ(to_hex(Bytes{0x00, 0xAB, 0xff}), "00abff");
  EXPECT_EQ(from_hex("00aBFf"), (Bytes{0x00, 0xab, 0xff}));
  EXPECT_EQ(from_hex(""), Bytes{});
}

TEST(Hex, RefusesAnythingElse) {
  for (const char* text : {"0", "0g", "g0", "0 ", " 00", "0x00", "00\n", "/0", ":0", "@0", "`0"}) {
    EXPECT_EQ(from_hex(text), std::nullopt) << text;
  }
}

TEST(Base32, WritesCrockfordsLetters) {
  EXPECT_EQ(to_base32(Bytes{}), "");
  EXPECT_EQ(to_base32(Bytes{0x00}), "00");
  EXPECT_EQ(to_base32(Bytes{0xff}), "ZW");
  EXPECT_EQ(to_base32(to_bytes("foobar")), "CSQPYRK1E8");
}

TEST(Base32, ReadsBackWhatItWroteAtEverySize) {
  testing::SeededRandom random(32);
  for (std::size_t size = 0; size < 70; ++size) {
    const Bytes bytes = random.bytes(size);
    EXPECT_EQ(from_base32(to_base32(bytes)), bytes) << size;
  }
}

TEST(Base32, ForgivesCaseDashesAndLookAlikes) {
  EXPECT_EQ(from_base32("csqp-yrkle8"), to_bytes("foobar"));
  EXPECT_EQ(from_base32("csqp-yrkIe8"), to_bytes("foobar"));
  EXPECT_EQ(from_base32("oO"), Bytes{0});
}

TEST(Base32, RefusesOtherLettersAndFilledBits) {
  for (const char* text : {"U0", "0*", " 0", "0=", "ZX", "0", "000", "\xc3\xa4"}) {
    EXPECT_EQ(from_base32(text), std::nullopt) << text;
  }
}

TEST(Bytes, TextAndBytesAreTheSameBytes) {
  EXPECT_EQ(as_text(as_bytes("a\0b")), "a");
  EXPECT_EQ(to_bytes(std::string_view("a\0b", 3)), (Bytes{'a', 0, 'b'}));
  Bytes all = to_bytes("one");
  append(all, as_bytes("two"));
  EXPECT_EQ(as_text(all), "onetwo");
}

TEST(Bytes, EqualLooksAtContentAndSize) {
  EXPECT_TRUE(equal(Bytes{1, 2}, Bytes{1, 2}));
  EXPECT_FALSE(equal(Bytes{1, 2}, Bytes{1, 3}));
  EXPECT_FALSE(equal(Bytes{1, 2}, Bytes{1}));
  EXPECT_FALSE(equal(Bytes{}, Bytes{0}));
}

}  // namespace
}  // namespace kith
