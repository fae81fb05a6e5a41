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
inline constexpr std::size_t kBlockCountBytes = 4;    // the clear end of a file of blocks
inline constexpr std::size_t kFramePlainMost = 64 * 1024;
inline constexpr std::size_t kFramePrefixBytes = 4 + 8;
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

// The place of a frame: its number, and the plain bytes before it.
struct FramePlace {
  std::uint64_t index = 0;
  std::uint64_t offset = 0;
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
  // The lengths of all blocks.
  void seal_map(std::uint32_t count, BytesView plain, Random& random, Bytes& out) const;
  [[nodiscard]] bool open_map(std::uint32_t count, BytesView sealed, std::span<Byte> plain) const;

  void seal_frame(const FramePlace& place, BytesView plain, Random& random, Bytes& out) const;
  // The plain length that a frame's first kFramePrefixBytes promise; nothing when they were not
  // written for that place.
  std::optional<std::uint32_t> frame_length(const FramePlace& place, BytesView prefix) const;
  // `sealed` is what follows the prefix.
  [[nodiscard]] bool open_frame(const FramePlace& place, BytesView sealed, std::span<Byte> plain) const;

 private:
  FileSeal(FileId id, Secret key, Bytes header);
  Bytes length_check(const FramePlace& place, std::uint32_t length) const;

  FileId id_;
  Secret key_;
  Bytes header_;
};

}  // namespace kith::vault
