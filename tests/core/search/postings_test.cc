// The lists on disk: read as they were written, and anything else refused.

#include "kith/search/postings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "kith/testing/seeded_random.h"

namespace kith::search {
namespace {

using ::testing::ElementsAre;

Bytes packed(const std::vector<Posting>& list) {
  Bytes out;
  put_list(out, list);
  return out;
}

TEST(PostingsTest, AreReadAsWritten) {
  testing::SeededRandom random(5);
  for (int round = 0; round < 300; ++round) {
    std::vector<Posting> list;
    std::uint64_t document = random.below(3);
    for (std::uint64_t i = random.below(50); i > 0; --i) {
      list.push_back({static_cast<Document>(document), static_cast<std::uint8_t>(random.below(256))});
      document += 1 + random.below(random.below(2) == 0 ? 3 : 100'000);
    }
    std::vector<Posting> read;
    ASSERT_TRUE(read_list(packed(list), &read));
    EXPECT_EQ(read, list);
  }
}

TEST(PostingsTest, TheBytesAreTheDocumentedOnes) {
  EXPECT_EQ(packed({{3, kMain}, {300, kName | kOther}}), (Bytes{3, 2, 0xa9, 0x02, 5}));
  constexpr Document kMost = std::numeric_limits<Document>::max();
  EXPECT_EQ(packed({{kMost, 1}}), (Bytes{0xff, 0xff, 0xff, 0xff, 0x0f, 1}));
}

TEST(PostingsTest, WhatIsNoListIsRefused) {
  std::vector<Posting> out;
  EXPECT_FALSE(read_list(Bytes{3}, &out)) << "fields are missing";
  EXPECT_FALSE(read_list(Bytes{0x83}, &out)) << "a number without its end";
  EXPECT_FALSE(read_list(Bytes{3, 1, 0, 1}, &out)) << "a document twice";
  EXPECT_FALSE(read_list(Bytes{0x83, 0x00, 1}, &out)) << "a number longer than it must be";
  EXPECT_FALSE(read_list(Bytes{0xff, 0xff, 0xff, 0xff, 0x1f, 1}, &out)) << "a document above 32 bits";
  EXPECT_FALSE(read_list(Bytes{0xff, 0xff, 0xff, 0xff, 0x0f, 1, 1, 1}, &out)) << "and one behind the last";
  EXPECT_FALSE(read_list(Bytes(11, 0xff), &out)) << "a number without end";
}

TEST(PostingsTest, JoinedKeepsTheOrder) {
  EXPECT_THAT(joined({{1, 1}, {5, 2}}, {{3, 4}, {9, 8}}),
              ElementsAre(Posting{1, 1}, Posting{3, 4}, Posting{5, 2}, Posting{9, 8}));
}

}  // namespace
}  // namespace kith::search
