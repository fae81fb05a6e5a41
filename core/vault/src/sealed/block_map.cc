#include "sealed/block_map.h"

#include <algorithm>

#include "kith/base/wire.h"

namespace kith::vault {

std::optional<BlocksBody> blocks_body(std::uint64_t file_size, std::uint32_t count) {
  const std::uint64_t around = kHeaderBytes + crypto::kBlockOverhead + kBlocksEndBytes;
  const std::uint64_t sealing = std::uint64_t{count} * (crypto::kBlockOverhead + kBlockLengthBytes);
  if (file_size < around + sealing) return std::nullopt;
  const std::uint64_t plain = file_size - around - sealing;
  // Checked before anything is made that is as large as the number says.
  if (plain < count || plain > std::uint64_t{count} * kBlockMost) return std::nullopt;
  return BlocksBody{count, plain};
}

std::optional<BlockMap> BlockMap::parse(BytesView lengths, const BlocksBody& body) {
  BlockMap out;
  out.begins_.reserve(std::size_t{body.count} + 1);
  out.begins_.push_back(0);
  Reader in(lengths);
  for (std::uint32_t i = 0; i < body.count; ++i) {
    const std::uint16_t size = in.u16();
    if (size == 0 || size > kBlockMost) return std::nullopt;
    out.begins_.push_back(out.begins_.back() + size);
  }
  if (!in.at_end() || out.plain_size() != body.plain_size) return std::nullopt;
  return out;
}

std::size_t BlockMap::index_of(std::uint64_t offset) const {
  const auto behind = std::upper_bound(begins_.begin(), begins_.end(), offset);
  return static_cast<std::size_t>(behind - begins_.begin()) - 1;
}

}  // namespace kith::vault
