#pragma once
// What RocksDB says of a flush or a compaction that failed while nobody waited for it. It would
// go on taking writes until it stalls; the next commit opens the database again instead.
//
// Threads: safe from any thread.

#include <rocksdb/listener.h>

#include <optional>
#include <utility>

#include "database/rocks_error.h"
#include "kith/base/mutex.h"

namespace kith::vault {

class BackgroundErrors final : public rocksdb::EventListener {
 public:
  void OnBackgroundError(rocksdb::BackgroundErrorReason, rocksdb::Status* status) override {
    const MutexLock lock(mu_);
    error_ = error_of(*status);
  }
  // The newest one, once.
  std::optional<Error> take() {
    const MutexLock lock(mu_);
    return std::exchange(error_, std::nullopt);
  }

 private:
  Mutex mu_;
  std::optional<Error> error_ KITH_GUARDED_BY(mu_);
};

}  // namespace kith::vault
