#include "backup/content.h"

#include <algorithm>
#include <array>

#include "backup/header.h"
#include "kith/base/wire.h"

namespace kith::vault {
namespace {

using changelog::Table;

bool is_table(std::uint8_t number) {
  switch (static_cast<Table>(number)) {
    case Table::meta:
    case Table::space:
    case Table::record:
    case Table::unsent:
    case Table::entry:
    case Table::outbox:
    case Table::author:
    case Table::alarm:
    case Table::pairing:
    case Table::aside:
    case Table::lost:
    case Table::index_lists:
    case Table::index_documents: return true;
  }
  return false;
}

// Grows with what was verified, not with what a length promises.
Result<void> read_value(ChunkReader& in, std::size_t size, Bytes& out) {
  out.clear();
  while (out.size() < size) {
    const std::size_t before = out.size();
    out.resize(before + std::min(size - before, kChunkPlain));
    KITH_CHECK(in.read(std::span(out).subspan(before)));
  }
  return {};
}

}  // namespace

Result<BackupReader> BackupReader::start(ByteSource& source, const BackupKey& key) {
  if (key.secret == nullptr || key.secret->empty()) {
    return fail(Code::INVALID_ARGUMENT, "a passphrase or a recovery code is needed to open a backup");
  }
  KITH_TRY(Secret chunk_key, read_backup_header(source, key));
  BackupReader out(source, std::move(chunk_key));
  out.administration_ = Secret(kAdministrationBytes);
  KITH_CHECK(out.in_.read(out.administration_.writable()));
  return out;
}

Result<void> BackupReader::check_order(std::uint8_t table) {
  const bool rises = table > table_ || (table == table_ && as_text(key_before_) < as_text(key_));
  if (!rises) return fail(Code::MALFORMED, "the rows of the backup are not in their order");
  table_ = table;
  key_before_ = key_;
  return {};
}

Result<BackupReport> BackupReader::rows(const std::function<Result<void>(const Row&)>& visit) {
  BackupReport found;
  while (true) {
    Byte table = 0;
    KITH_CHECK(in_.read({&table, 1}));
    if (table == kEndOfRows) break;
    std::array<Byte, 8> sizes{};
    KITH_CHECK(in_.read(sizes));
    Reader in(sizes);
    const std::size_t key_size = in.u32();
    const std::size_t value_size = in.u32();
    if (!is_table(table) || key_size > kRowKeyMost || value_size > kRowValueMost) {
      return fail(Code::MALFORMED, "the backup holds a row that no vault has");
    }
    KITH_CHECK(read_value(in_, key_size, key_));
    KITH_CHECK(check_order(table));
    KITH_CHECK(read_value(in_, value_size, value_));
    ++found.rows;
    found.bytes += key_size + value_size;
    KITH_CHECK(visit({static_cast<Table>(table), key_, value_}));
  }
  std::array<Byte, 16> totals{};
  KITH_CHECK(in_.read(totals));
  Reader in(totals);
  const std::uint64_t rows = in.u64();
  const std::uint64_t bytes = in.u64();
  if (rows != found.rows || bytes != found.bytes) {
    return fail(Code::MALFORMED, "the backup holds other rows than it counts");
  }
  KITH_CHECK(in_.expect_end());
  return found;
}

}  // namespace kith::vault
