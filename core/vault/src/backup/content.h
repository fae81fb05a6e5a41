#pragma once
// What is inside the chunks of a backup: the administration secret, the rows in their order, the
// totals. BackupReader gives them one after another.
//
// Threads: one at a time.
// Owns:    one row; the views of a Row are good during its visit only.
// Errors:  as kith/vault/backup.h has them; MALFORMED for a content that nobody should have sealed.

#include <functional>

#include "backup/chunks.h"
#include "kith/vault/backup.h"

namespace kith::vault {

inline constexpr std::uint8_t kEndOfRows = 0;
inline constexpr std::size_t kRowKeyMost = 4 * 1024;
inline constexpr std::size_t kRowValueMost = 64 * 1024 * 1024;
inline constexpr std::size_t kAdministrationBytes = 32;

struct Row {
  changelog::Table table;
  BytesView key;
  BytesView value;
};

class BackupReader {
 public:
  // Reads the header, and the administration secret.
  static Result<BackupReader> start(ByteSource& source, const BackupKey& key);

  const Secret& administration() const { return administration_; }
  // Every row to `visit`, then the proof that these were all: nothing counts before it succeeds.
  Result<BackupReport> rows(const std::function<Result<void>(const Row&)>& visit);

 private:
  BackupReader(ByteSource& source, Secret chunk_key) : in_(source, std::move(chunk_key)) {}
  Result<void> check_order(std::uint8_t table);
  ChunkReader in_;
  Secret administration_;
  std::uint8_t table_ = 0;  // of the row before
  Bytes key_;               // of this row
  Bytes key_before_;
  Bytes value_;
};

}  // namespace kith::vault
