#pragma once
// The content of a backup as sealed chunks: a plain stream going in, the same coming out, each
// byte of it verified before it is handed on, and the end noticed.
//
// Threads: one at a time.
// Owns:    the key of the chunks and one chunk; plain bytes are wiped.
// Units:   sizes in bytes.
// Errors:  TRUNCATED, STORE_CORRUPT; those of sink and source.

#include "kith/base/random.h"
#include "kith/base/secret.h"
#include "kith/vault/stream.h"

namespace kith::vault {

inline constexpr std::size_t kChunkPlain = 64 * 1024;
inline constexpr std::size_t kChunkPrefix = 1 + 4;

class ChunkWriter {
 public:
  ChunkWriter(ByteSink& sink, Secret key, Random& random);
  Result<void> write(BytesView bytes);
  // The last chunk.
  Result<void> finish();

 private:
  Result<void> flush(bool last);
  ByteSink& sink_;
  Secret key_;
  Random& random_;
  Secret plain_;
  std::size_t used_ = 0;
  std::uint64_t number_ = 0;
};

class ChunkReader {
 public:
  ChunkReader(ByteSource& source, Secret key);
  // All of `out`. MALFORMED when the content ends before.
  Result<void> read(std::span<Byte> out);
  // Whether everything was read and nothing lies behind it. To be asked once, at the end.
  Result<void> expect_end();

 private:
  Result<void> next();
  ByteSource& source_;
  Secret key_;
  Secret plain_;
  Bytes sealed_;
  std::size_t at_ = 0;
  std::size_t size_ = 0;
  std::uint64_t number_ = 0;
  bool last_ = false;
};

}  // namespace kith::vault
