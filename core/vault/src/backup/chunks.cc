#include "backup/chunks.h"

#include <algorithm>

#include "backup/header.h"
#include "kith/base/wire.h"
#include "kith/crypto/aead.h"

namespace kith::vault {
namespace {

Bytes prefix_of(bool last, std::size_t size) {
  Writer out;
  out.u8(last ? 1 : 0);
  out.u32(static_cast<std::uint32_t>(size));
  return out.take();
}

Bytes aad_of(std::uint64_t number, BytesView prefix) {
  Writer out;
  out.u64(number);
  out.raw(prefix);
  return out.take();
}

Error corrupt() { return fail(Code::STORE_CORRUPT, "a part of the backup was changed"); }

}  // namespace

ChunkWriter::ChunkWriter(ByteSink& sink, Secret key, Random& random)
    : sink_(sink), key_(std::move(key)), random_(random), plain_(kChunkPlain) {}

Result<void> ChunkWriter::write(BytesView bytes) {
  while (!bytes.empty()) {
    // Only when more comes: a full chunk may be the last one, and that one is never empty.
    if (used_ == kChunkPlain) KITH_CHECK(flush(false));
    const std::size_t some = std::min(bytes.size(), kChunkPlain - used_);
    std::copy_n(bytes.begin(), some, plain_.writable().begin() + static_cast<std::ptrdiff_t>(used_));
    used_ += some;
    bytes = bytes.subspan(some);
  }
  return {};
}

Result<void> ChunkWriter::finish() { return flush(true); }

Result<void> ChunkWriter::flush(bool last) {
  Bytes out = prefix_of(last, used_);
  crypto::seal_block(key_, aad_of(number_, out), plain_.reveal().first(used_), random_, out);
  ++number_;
  used_ = 0;
  return sink_.write(out);
}

ChunkReader::ChunkReader(ByteSource& source, Secret key)
    : source_(source), key_(std::move(key)), plain_(kChunkPlain) {}

Result<void> ChunkReader::read(std::span<Byte> out) {
  while (!out.empty()) {
    if (at_ == size_) KITH_CHECK(next());
    const std::size_t some = std::min(out.size(), size_ - at_);
    std::copy_n(plain_.reveal().begin() + static_cast<std::ptrdiff_t>(at_), some, out.begin());
    at_ += some;
    out = out.subspan(some);
  }
  return {};
}

Result<void> ChunkReader::expect_end() {
  if (at_ != size_ || !last_) return fail(Code::MALFORMED, "the backup holds more than it says");
  Byte one = 0;
  KITH_TRY(const std::size_t some, source_.read({&one, 1}));
  if (some != 0) return fail(Code::STORE_CORRUPT, "something was added behind the end of the backup");
  return {};
}

Result<void> ChunkReader::next() {
  const Error cut = fail(Code::TRUNCATED, "the end of the backup is missing");
  if (last_) return fail(Code::MALFORMED, "the backup holds less than it says");
  Bytes prefix(kChunkPrefix);
  KITH_TRY(const bool begun, read_whole(source_, prefix));
  if (!begun) return cut;
  Reader in(prefix);
  const std::uint8_t last = in.u8();
  const std::size_t size = in.u32();
  // Before the length is used for anything. One content has one way of being cut into chunks.
  if (last > 1 || size == 0 || size > kChunkPlain || (last == 0 && size != kChunkPlain)) return corrupt();
  sealed_.resize(size + crypto::kBlockOverhead);
  KITH_TRY(const bool whole, read_whole(source_, sealed_));
  if (!whole) return cut;
  if (!crypto::open_block(key_, aad_of(number_, prefix), sealed_, plain_.writable().first(size))) return corrupt();
  ++number_;
  last_ = last == 1;
  at_ = 0;
  size_ = size;
  return {};
}

}  // namespace kith::vault
