#pragma once
// Where bytes go and where they come from, piece by piece: what a backup and an export are
// written through, so that neither is ever held in memory whole.
//
// Threads: one at a time.
// Units:   sizes in bytes.
// Errors:  NO_SPACE, STORE_IO; whoever calls passes them on as they are.

#include <span>

#include "kith/base/bytes.h"
#include "kith/base/result.h"

namespace kith::vault {

class ByteSink {
 public:
  virtual ~ByteSink() = default;
  // All of it, or an error.
  virtual Result<void> write(BytesView bytes) = 0;
};

class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // Some bytes, at least one; 0 only at the end.
  virtual Result<std::size_t> read(std::span<Byte> out) = 0;
};

}  // namespace kith::vault
