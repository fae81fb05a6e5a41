#include "blocks_reader.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace kith::vault {
namespace {

using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;
using rocksdb::Slice;

class BlocksReader final : public rocksdb::FSRandomAccessFile {
 public:
  BlocksReader(RawFile raw, FileSeal seal, std::uint64_t plain_size, std::string kind)
      : raw_(std::move(raw)), seal_(std::move(seal)), size_(plain_size), kind_(std::move(kind)) {}

  IOStatus Read(uint64_t offset, size_t n, const IOOptions& options, Slice* result, char* scratch,
                IODebugContext* debug) const override {
    *result = Slice(scratch, 0);
    if (offset >= size_ || n == 0) return IOStatus::OK();
    n = static_cast<std::size_t>(std::min<std::uint64_t>(n, size_ - offset));
    const std::uint64_t first = offset / kBlockPlain;
    const std::uint64_t last = (offset + n - 1) / kBlockPlain;
    // More than one call to the disk: it begins with all of it at once. What it does not do is no error.
    if (last - first >= kBlocksAtOnce) {
      const auto all = static_cast<std::size_t>((last - first + 1) * kBlockSealed);
      raw_.file->Prefetch(kHeaderBytes + first * kBlockSealed, all, options, debug).PermitUncheckedError();
    }
    for (std::uint64_t index = first; index <= last; index += kBlocksAtOnce) {
      const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(kBlocksAtOnce, last - index + 1));
      const IOStatus done = read_some(index, count, offset, n, options, scratch, debug);
      if (!done.ok()) return done;
    }
    *result = Slice(scratch, n);
    return IOStatus::OK();
  }

  // Opens the last block: only then the size is certain.
  IOStatus check_size() const {
    const std::uint64_t index = size_ == 0 ? 0 : (size_ - 1) / kBlockPlain;
    Bytes sealed;
    const IOStatus done =
        read_raw(*raw_.file, kHeaderBytes + index * kBlockSealed, kBlockSealed, IOOptions(), nullptr, sealed);
    if (!done.ok()) return done;
    std::array<Byte, kBlockPlain> plain;
    const bool opens =
        open_into(index, sealed, index * kBlockPlain, kBlockPlain, reinterpret_cast<char*>(plain.data()));
    wipe(plain);
    return opens ? IOStatus::OK() : corrupt(kind_, "does not open: its end");
  }

  // So that RocksDB reads ahead into a buffer of its own: else what it asks for next begins in a
  // block that was just opened, and each one is opened twice.
  IOStatus Prefetch(uint64_t, size_t, const IOOptions&, IODebugContext*) override {
    return IOStatus::NotSupported("sealed files", "reading ahead without a buffer");
  }

 private:
  // Enough for a call to the disk to be worth it, little enough for any thread's stack.
  static constexpr std::size_t kBlocksAtOnce = 32 * 1024 / kBlockPlain;

  IOStatus read_some(std::uint64_t first, std::size_t count, std::uint64_t offset, std::size_t n,
                     const IOOptions& options, char* scratch, IODebugContext* debug) const {
    std::array<char, kBlocksAtOnce * kBlockSealed> buffer;
    Slice got;
    const IOStatus done = raw_.file->Read(kHeaderBytes + first * kBlockSealed, count * kBlockSealed, options, &got,
                                          buffer.data(), debug);
    if (!done.ok()) return done;
    const BytesView sealed = as_bytes({got.data(), got.size()});
    for (std::size_t i = 0; i < count; ++i) {
      if (!open_into(first + i, sealed.subspan(std::min(i * kBlockSealed, sealed.size())), offset, n, scratch)) {
        return corrupt(kind_, "does not open: block " + std::to_string(first + i));
      }
    }
    return IOStatus::OK();
  }

  // Opens one block and copies the part of it that [offset, offset + n) wants to its place.
  bool open_into(std::uint64_t index, BytesView sealed, std::uint64_t offset, std::size_t n, char* scratch) const {
    const std::uint64_t begin = index * kBlockPlain;
    const auto plain_size = static_cast<std::size_t>(std::min<std::uint64_t>(kBlockPlain, size_ - begin));
    if (sealed.size() < plain_size + crypto::kBlockOverhead) return false;
    sealed = sealed.first(plain_size + crypto::kBlockOverhead);
    const bool last = begin + plain_size == size_;
    const bool whole = begin >= offset && begin + plain_size <= offset + n;
    auto* place = reinterpret_cast<Byte*>(scratch);
    if (whole) return seal_.open_block(index, last, sealed, {place + (begin - offset), plain_size});
    std::array<Byte, kBlockPlain> plain;
    if (!seal_.open_block(index, last, sealed, std::span(plain).first(plain_size))) return false;
    const std::uint64_t from = std::max(begin, offset);
    const std::uint64_t to = std::min(begin + plain_size, offset + n);
    std::memcpy(place + (from - offset), plain.data() + (from - begin), static_cast<std::size_t>(to - from));
    // The stack of a thread of RocksDB outlives the lock of the vault.
    wipe(std::span(plain).first(plain_size));
    return true;
  }

  RawFile raw_;
  FileSeal seal_;
  std::uint64_t size_;
  std::string kind_;
};

}  // namespace

IOStatus open_blocks(RawFile raw, const Secret& file_system_key, const NameRules& rules,
                     std::unique_ptr<rocksdb::FSRandomAccessFile>* out) {
  std::optional<FileSeal> seal;
  const IOStatus done = read_seal(raw, file_system_key, rules, &seal);
  if (!done.ok()) return done;
  const auto plain = raw.size < kHeaderBytes ? std::nullopt : plain_size_of_blocks(raw.size - kHeaderBytes);
  if (!plain) return corrupt(rules.kind, "does not open: it was cut");
  auto reader = std::make_unique<BlocksReader>(std::move(raw), *std::move(seal), *plain, std::string(rules.kind));
  const IOStatus checked = reader->check_size();
  if (checked.ok()) *out = std::move(reader);
  return checked;
}

}  // namespace kith::vault
