#pragma once
// A sealed file in memory, as the readers of a vault's files take it.

#include "sealed/raw_file.h"

namespace kith::fuzz {

class MemoryFile final : public rocksdb::FSRandomAccessFile {
 public:
  explicit MemoryFile(Bytes bytes) : bytes_(std::move(bytes)) {}
  rocksdb::IOStatus Read(uint64_t offset, size_t size, const rocksdb::IOOptions&, rocksdb::Slice* out, char* scratch,
                         rocksdb::IODebugContext*) const override {
    const std::size_t at = std::min<std::size_t>(offset, bytes_.size());
    const std::size_t some = std::min(size, bytes_.size() - at);
    std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(at), some, scratch);
    *out = rocksdb::Slice(scratch, some);
    return rocksdb::IOStatus::OK();
  }

 private:
  Bytes bytes_;
};

inline vault::RawFile raw_file(const Bytes& bytes) { return {std::make_unique<MemoryFile>(bytes), bytes.size()}; }

}  // namespace kith::fuzz
