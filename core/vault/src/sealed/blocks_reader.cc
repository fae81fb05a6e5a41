#include "sealed/blocks_reader.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>

#include "kith/base/wire.h"

namespace kith::vault {
namespace {

using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;
using rocksdb::Slice;

class BlocksReader final : public rocksdb::FSRandomAccessFile {
 public:
  BlocksReader(RawFile raw, FileSeal seal, BlockMap map, std::string kind, std::shared_ptr<ReadAhead> ahead)
      : raw_(std::move(raw)),
        seal_(std::move(seal)),
        map_(std::move(map)),
        kind_(std::move(kind)),
        ahead_(std::move(ahead)) {}
  ~BlocksReader() override { ahead_->forget(this); }

  IOStatus Read(uint64_t offset, size_t n, const IOOptions& options, Slice* result, char* scratch,
                IODebugContext* debug) const override {
    *result = Slice(scratch, 0);
    if (offset >= map_.plain_size() || n == 0) return IOStatus::OK();
    n = static_cast<std::size_t>(std::min<std::uint64_t>(n, map_.plain_size() - offset));
    const std::size_t got = n < kLongRead ? 0 : take_and_go_on(offset, {reinterpret_cast<Byte*>(scratch), n});
    const IOStatus done = read({offset + got, n - got, scratch + got}, options, debug);
    if (done.ok()) *result = Slice(scratch, n);
    return done;
  }
  // So that RocksDB reads ahead into a buffer of its own: else what it asks for next begins in a
  // block that was just opened, and each one is opened twice.
  IOStatus Prefetch(uint64_t, size_t, const IOOptions&, IODebugContext*) override {
    return IOStatus::NotSupported("sealed files", "reading ahead without a buffer");
  }

 private:
  // Plain bytes of the file, and where they go.
  struct Wanted {
    std::uint64_t begin;
    std::size_t size;
    char* place;
    std::uint64_t end() const { return begin + size; }
  };
  // Longer than what RocksDB reads ahead in its own threads, and in the beginning of a scan.
  static constexpr std::size_t kLongRead = 128 * 1024;
  // Enough for a call to the disk to be worth it, and for the longest block; little enough for any
  // thread's stack.
  static constexpr std::size_t kReadAtOnce = kBlockMost + 16 * crypto::kBlockOverhead;

  // What was read ahead of these bytes; and where they come behind a long read, what comes behind
  // them is read ahead.
  std::size_t take_and_go_on(std::uint64_t offset, std::span<Byte> out) const {
    const std::size_t got = ahead_->take(this, offset, out);
    const std::uint64_t behind = offset + out.size();
    const std::uint64_t next = std::min<std::uint64_t>(out.size(), map_.plain_size() - behind);
    if (long_read_end_.exchange(behind) == offset && next >= kLongRead) {
      // To open a row takes longer than to look at it: the last quarter is left for who would
      // have to wait for it.
      ahead_->start(this, behind, static_cast<std::size_t>(next / 4 * 3), [this, behind](std::span<Byte> plain) {
        return read({behind, plain.size(), reinterpret_cast<char*>(plain.data())}, IOOptions(), nullptr).ok();
      });
    }
    return got;
  }

  IOStatus read(const Wanted& wanted, const IOOptions& options, IODebugContext* debug) const {
    if (wanted.size == 0) return IOStatus::OK();
    std::size_t index = map_.index_of(wanted.begin);
    const std::size_t behind = map_.index_of(wanted.end() - 1) + 1;
    const auto sealed = static_cast<std::size_t>(map_.sealed_begin(behind) - map_.sealed_begin(index));
    // More than one call to the disk: it begins with all of it at once. What it does not do is no error.
    if (sealed > kReadAtOnce) {
      raw_.file->Prefetch(map_.sealed_begin(index), sealed, options, debug).PermitUncheckedError();
    }
    while (index < behind) {
      std::size_t next = index + 1;
      while (next < behind && map_.sealed_begin(next + 1) - map_.sealed_begin(index) <= kReadAtOnce) ++next;
      const IOStatus done = read_some(index, next, wanted, options, debug);
      if (!done.ok()) return done;
      index = next;
    }
    return IOStatus::OK();
  }

  IOStatus read_some(std::size_t first, std::size_t behind, const Wanted& wanted, const IOOptions& options,
                     IODebugContext* debug) const {
    std::array<char, kReadAtOnce> buffer;
    const std::uint64_t from = map_.sealed_begin(first);
    const auto size = static_cast<std::size_t>(map_.sealed_begin(behind) - from);
    Slice got;
    const IOStatus done = raw_.file->Read(from, size, options, &got, buffer.data(), debug);
    if (!done.ok()) return done;
    const BytesView sealed = as_bytes({got.data(), got.size()});
    for (std::size_t i = first; i < behind; ++i) {
      const auto at = static_cast<std::size_t>(map_.sealed_begin(i) - from);
      if (!open_into(i, sealed.subspan(std::min(at, sealed.size())), wanted)) {
        return corrupt(kind_, "does not open: block " + std::to_string(i));
      }
    }
    return IOStatus::OK();
  }

  // Opens the block that `sealed` begins with, and copies the part of it that is wanted to its place.
  bool open_into(std::size_t index, BytesView sealed, const Wanted& wanted) const {
    const std::uint64_t begin = map_.begin(index);
    const std::size_t size = map_.size(index);
    if (sealed.size() < size + crypto::kBlockOverhead) return false;
    sealed = sealed.first(size + crypto::kBlockOverhead);
    auto* place = reinterpret_cast<Byte*>(wanted.place);
    if (begin >= wanted.begin && begin + size <= wanted.end()) {
      return seal_.open_block(index, sealed, {place + (begin - wanted.begin), size});
    }
    std::array<Byte, kBlockMost> buffer;
    const std::span<Byte> plain = std::span(buffer).first(size);
    if (!seal_.open_block(index, sealed, plain)) return false;
    const std::uint64_t from = std::max(begin, wanted.begin);
    const std::uint64_t to = std::min(begin + size, wanted.end());
    std::memcpy(place + (from - wanted.begin), plain.data() + (from - begin), static_cast<std::size_t>(to - from));
    // The stack of a thread of RocksDB outlives the lock of the vault.
    wipe(plain);
    return true;
  }

  RawFile raw_;
  FileSeal seal_;
  BlockMap map_;
  std::string kind_;
  std::shared_ptr<ReadAhead> ahead_;
  mutable std::atomic<std::uint64_t> long_read_end_ = 0;
};

IOStatus read_end(const RawFile& raw, Bytes* out) {
  const std::uint64_t at = raw.size < kBlocksEndBytes ? 0 : raw.size - kBlocksEndBytes;
  return read_raw(*raw.file, at, kBlocksEndBytes, IOOptions(), nullptr, *out);
}

// Opens the map: only then the size is certain.
IOStatus read_map(const RawFile& raw, const FileSeal& seal, std::string_view kind, std::optional<BlockMap>* out) {
  Bytes end;
  IOStatus done = read_end(raw, &end);
  if (!done.ok()) return done;
  const auto count = seal.block_count(end);
  const auto body = count ? blocks_body(raw.size, *count) : std::nullopt;
  if (!body) return corrupt(kind, "does not open: its end");
  Bytes sealed;
  done = read_raw(*raw.file, body->map_at(), body->map_plain() + crypto::kBlockOverhead, IOOptions(), nullptr, sealed);
  if (!done.ok()) return done;
  Bytes lengths(body->map_plain());
  if (!seal.open_map(body->count, sealed, lengths)) return corrupt(kind, "does not open: its map");
  *out = BlockMap::parse(lengths, *body);
  return out->has_value() ? IOStatus::OK() : corrupt(kind, "has a map that is none");
}

}  // namespace

IOStatus read_body(const RawFile& raw, std::optional<BlocksBody>* out) {
  Bytes end;
  const IOStatus done = read_end(raw, &end);
  if (done.ok() && end.size() == kBlocksEndBytes) *out = blocks_body(raw.size, Reader(end).u32());
  return done;
}

IOStatus open_blocks(RawFile raw, const Secret& file_system_key, const NameRules& rules,
                     std::shared_ptr<ReadAhead> ahead, std::unique_ptr<rocksdb::FSRandomAccessFile>* out) {
  std::optional<FileSeal> seal;
  std::optional<BlockMap> map;
  IOStatus done = read_seal(raw, file_system_key, rules, &seal);
  if (done.ok()) done = read_map(raw, *seal, rules.kind, &map);
  if (!done.ok()) return done;
  *out = std::make_unique<BlocksReader>(std::move(raw), *std::move(seal), *std::move(map), std::string(rules.kind),
                                        std::move(ahead));
  return IOStatus::OK();
}

}  // namespace kith::vault
