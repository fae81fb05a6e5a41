#pragma once
// The bytes of a sealed file: header, blocks and frames, as FORMAT.md has them. Nothing here
// knows RocksDB or opens a file.
//
// Threads: pure functions; a FileSeal is read-only once made and safe from any thread.
// Owns:    a FileSeal owns the key of its file.
// Units:   sizes in bytes; "plain" sizes and offsets are what RocksDB sees.

#include <optional>
#include <string_view>

#include "kith/base/fixed.h"
#include "kith/base/random.h"
#include "kith/base/secret.h"
#include "kith/crypto/aead.h"

namespace kith::vault {

using FileId = Fixed<struct FileIdTag, 32>;

enum class Format : std::uint8_t { blocks = 1, frames = 2 };

inline constexpr std::size_t kClearHeaderBytes = 8 + 1 + 1 + FileId::kSize;
inline constexpr std::size_t kHeaderBytes = kClearHeaderBytes + 32;
inline constexpr std::size_t kBlockMost = 32 * 1024;  // plain
inline constexpr std::size_t kBlockLengthBytes = 2;   // in the map of blocks
inline constexpr std::size_t kCheckBytes = 8;         // of a number that is used before all is opened
inline constexpr std::size_t kBlocksEndBytes = 4 + kCheckBytes;  // the clear end of a file of blocks
inline constexpr std::size_t kFramePrefixBytes = 1 + 3 + kCheckBytes;
inline constexpr std::size_t kFrameOverhead = kFramePrefixBytes + crypto::kBlockOverhead;

// What a file's name says about it.
struct NameRules {
  Format format = Format::frames;
  bool may_be_torn = false;     // a log: its end may be cut by a crash
  std::string_view bound_name;  // the base name that the key is bound to; empty: it gets renamed
  std::string_view kind;        // for messages
  bool holds_commits = false;   // a log of rows, and not of RocksDB's own doings
};
// `name` is a base name, or a path whose last part counts; the views point into it.
NameRules rules_of(std::string_view name);

// What a disk writes as a whole, or not at all.
inline constexpr std::size_t kSectorBytes = 512;
constexpr std::uint64_t sector_from(std::uint64_t position) {
  return (position + kSectorBytes - 1) / kSectorBytes * kSectorBytes;
}

// What is sealed in a frame: how much it is filled up, the plain bytes, and what fills it up to the
// end of a sector.
inline constexpr std::size_t kFillingBytes = 2;
inline constexpr std::size_t kFramePlainMost = 64 * 1024 - kFrameOverhead - kFillingBytes;
inline constexpr std::size_t kFrameFilledMost = kFillingBytes + kFramePlainMost + kSectorBytes - 1;

// What a frame says of itself before it is opened.
struct FrameHead {
  std::uint64_t position = 0;  // in the file
  std::uint32_t filled = 0;    // bytes that are sealed, with the filling
  bool settled = false;        // everything before it was on the disk when it was written

  std::uint64_t end() const { return position + kFrameOverhead + filled; }
};

class FileSeal {
 public:
  // A new file with a random id.
  static FileSeal make(const Secret& file_system_key, const NameRules& rules, Random& random);
  // The file that begins with these kHeaderBytes; nothing when they are not right for it.
  static std::optional<FileSeal> of_header(const Secret& file_system_key, const NameRules& rules,
                                           BytesView header);

  const Bytes& header() const { return header_; }
  const FileId& id() const { return id_; }

  void seal_block(std::uint64_t index, BytesView plain, Random& random, Bytes& out) const;
  [[nodiscard]] bool open_block(std::uint64_t index, BytesView sealed, std::span<Byte> plain) const;
  // The last kBlocksEndBytes of a file of so many blocks; and the number that they say, nothing when
  // they were not written for this file.
  Bytes blocks_end(std::uint32_t count) const;
  std::optional<std::uint32_t> block_count(BytesView end) const;
  // The lengths of all blocks.
  void seal_map(std::uint32_t count, BytesView plain, Random& random, Bytes& out) const;
  [[nodiscard]] bool open_map(std::uint32_t count, BytesView sealed, std::span<Byte> plain) const;

  // The frame at `position`, filled up; it ends a sector. REQUIRES: 1 to kFramePlainMost plain bytes
  FrameHead seal_frame(std::uint64_t position, bool settled, BytesView plain, Random& random, Bytes& out) const;
  // What a frame's first kFramePrefixBytes say; nothing when they were not written for that position.
  std::optional<FrameHead> frame_head(std::uint64_t position, BytesView prefix) const;
  // `sealed` is what follows the prefix; the plain bytes are a part of `filled`, nothing if it does
  // not open. REQUIRES: filled has the size that the head says
  std::optional<BytesView> open_frame(const FrameHead& head, BytesView sealed, std::span<Byte> filled) const;

 private:
  FileSeal(FileId id, Secret key, Bytes header);
  Bytes check(BytesView what) const;

  FileId id_;
  Secret key_;
  Bytes header_;
};

}  // namespace kith::vault
