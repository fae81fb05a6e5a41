#pragma once
// What RocksDB says of a flush or a compaction that failed while nobody waited for it. It would
// go on taking writes until it stalls; the next commit opens the database again instead.
//
// Threads: safe from any thread.

#include <rocksdb/listener.h>

#include <mutex>
#include <optional>

#include "database/rocks_error.h"

namespace kith::vault {

class BackgroundErrors final : public rocksdb::EventListener {
 public:
  void OnBackgroundError(rocksdb::BackgroundErrorReason, rocksdb::Status* status) override {
    const std::lock_guard lock(mu_);
    error_ = error_of(*status);
  }
  // The newest one, once.
  std::optional<Error> take() {
    const std::lock_guard lock(mu_);
    return std::exchange(error_, std::nullopt);
  }

 private:
  std::mutex mu_;
  std::optional<Error> error_;
};

}  // namespace kith::vault
