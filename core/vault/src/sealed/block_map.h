#pragma once
// Where the blocks of a table file lie. They are as long as what RocksDB appended in one piece, so
// that what it reads again is one block and no more is opened than is asked for. FORMAT.md has
// the bytes.
//
// Threads: values.
// Units:   sizes and positions in bytes. "Plain": what RocksDB sees; "sealed": as on the disk.

#include <optional>
#include <vector>

#include "sealed/file_format.h"

namespace kith::vault {

// What the size of the file and the clear number at its end say; true only once the map opens.
struct BlocksBody {
  std::uint32_t count = 0;
  std::uint64_t plain_size = 0;

  std::uint64_t map_at() const { return kHeaderBytes + plain_size + count * std::uint64_t{crypto::kBlockOverhead}; }
  std::size_t map_plain() const { return std::size_t{count} * kBlockLengthBytes; }
};
// Nothing when no file of that size has so many blocks.
std::optional<BlocksBody> blocks_body(std::uint64_t file_size, std::uint32_t count);

class BlockMap {
 public:
  // Of the lengths as they stand in the file. Nothing when they are none, or another sum.
  static std::optional<BlockMap> parse(BytesView lengths, const BlocksBody& body);

  std::size_t count() const { return begins_.size() - 1; }
  std::uint64_t plain_size() const { return begins_.back(); }
  // The plain bytes before block `index`; of count() all of them.
  std::uint64_t begin(std::size_t index) const { return begins_[index]; }
  std::size_t size(std::size_t index) const { return static_cast<std::size_t>(begin(index + 1) - begin(index)); }
  // Where block `index` begins in the file; of count() where the map does.
  std::uint64_t sealed_begin(std::size_t index) const {
    return kHeaderBytes + begin(index) + index * std::uint64_t{crypto::kBlockOverhead};
  }
  // The block that has this plain byte. REQUIRES: offset < plain_size()
  std::size_t index_of(std::uint64_t offset) const;

 private:
  std::vector<std::uint64_t> begins_;
};

}  // namespace kith::vault
