#include "sealed/block_map.h"

#include <gmock/gmock.h>

#include "kith/base/wire.h"

namespace kith::vault {
namespace {

std::uint64_t file_size(std::uint64_t plain, std::uint64_t count) {
  return kHeaderBytes + plain + count * (crypto::kBlockOverhead + kBlockLengthBytes) + crypto::kBlockOverhead +
         kBlocksEndBytes;
}

Bytes lengths_of(const std::vector<std::uint16_t>& sizes) {
  Writer out;
  for (const std::uint16_t size : sizes) out.u16(size);
  return out.take();
}

TEST(BlocksBody, IsKnownFromTheSizeOfTheFileAndTheNumberOfBlocks) {
  for (const auto& [plain, count] : {std::pair{0U, 0U}, {1U, 1U}, {32768U, 1U}, {32769U, 2U}, {9U, 9U}, {900U, 4U}}) {
    const auto body = blocks_body(file_size(plain, count), count);
    ASSERT_TRUE(body.has_value()) << plain << " in " << count;
    EXPECT_EQ(body->plain_size, plain);
    EXPECT_EQ(body->map_at(), kHeaderBytes + plain + count * 40U);
    EXPECT_EQ(body->map_plain(), 2 * count);
  }
}

TEST(BlocksBody, NoContentHasFewerBytesThanBlocksOrMoreThanFit) {
  EXPECT_FALSE(blocks_body(file_size(1, 0), 0).has_value());
  EXPECT_FALSE(blocks_body(file_size(8, 9), 9).has_value());
  EXPECT_FALSE(blocks_body(file_size(32769, 1), 1).has_value());
  EXPECT_FALSE(blocks_body(file_size(0, 0) - 1, 0).has_value());
  for (const std::uint32_t count : {1U, 1000U, 0x7fffffffU, 0xffffffffU}) {
    EXPECT_FALSE(blocks_body(0, count).has_value()) << count;
    EXPECT_FALSE(blocks_body(file_size(0, 0), count).has_value()) << count;
  }
}

TEST(BlockMaps, SayWhereEachByteLies) {
  const auto map = BlockMap::parse(lengths_of({100, 1, 32768}), {3, 32869});
  ASSERT_TRUE(map.has_value());
  EXPECT_EQ(map->count(), 3U);
  EXPECT_EQ(map->plain_size(), 32869U);
  const std::pair<std::uint64_t, std::size_t> bytes[] = {{0, 0}, {99, 0}, {100, 1}, {101, 2}, {32868, 2}};
  for (const auto& [offset, index] : bytes) EXPECT_EQ(map->index_of(offset), index) << offset;
  EXPECT_EQ(map->begin(2), 101U);
  EXPECT_EQ(map->size(2), 32768U);
  EXPECT_EQ(map->sealed_begin(0), kHeaderBytes);
  EXPECT_EQ(map->sealed_begin(2), kHeaderBytes + 101 + 80);
  EXPECT_EQ(map->sealed_begin(3), kHeaderBytes + 32869 + 120);
}

TEST(BlockMaps, OfNothingAreMapsToo) {
  const auto map = BlockMap::parse({}, {0, 0});
  ASSERT_TRUE(map.has_value());
  EXPECT_EQ(map->count(), 0U);
  EXPECT_EQ(map->plain_size(), 0U);
}

// A writer of ours makes none of them; only somebody with the key could.
TEST(BlockMaps, WithAnEmptyOrTooLongBlockAnotherSumOrMoreAreRefused) {
  const auto parses = [](const std::vector<std::uint16_t>& sizes, const BlocksBody& body) {
    return BlockMap::parse(lengths_of(sizes), body).has_value();
  };
  EXPECT_TRUE(parses({10, 20}, {2, 30}));
  EXPECT_FALSE(parses({10, 20}, {2, 31}));
  EXPECT_FALSE(parses({30, 0}, {2, 30}));
  EXPECT_FALSE(parses({32769, 20}, {2, 32789}));
  EXPECT_FALSE(parses({10, 20, 30}, {2, 30}));
  EXPECT_FALSE(parses({30}, {2, 30}));
}

}  // namespace
}  // namespace kith::vault
