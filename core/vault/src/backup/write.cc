#include <array>

#include "backup/chunks.h"
#include "backup/content.h"
#include "backup/header.h"
#include "kith/base/wire.h"
#include "kith/verify/random.h"

namespace kith::vault {
namespace {

Result<void> write_row(ChunkWriter& out, const Row& row) {
  if (row.key.size() > kRowKeyMost || row.value.size() > kRowValueMost) {
    return fail(Code::TOO_LARGE, "a row of the vault is too large for a backup");
  }
  Writer sizes;
  sizes.u8(static_cast<std::uint8_t>(row.table));
  sizes.u32(static_cast<std::uint32_t>(row.key.size()));
  sizes.u32(static_cast<std::uint32_t>(row.value.size()));
  KITH_CHECK(out.write(sizes.bytes()));
  KITH_CHECK(out.write(row.key));
  return out.write(row.value);
}

}  // namespace

Result<BackupReport> write_backup(const Vault& vault, const Secret& own, const BackupSecrets& secrets,
                                  ByteSink& sink) {
  Random& random = secrets.random != nullptr ? *secrets.random : verify::system_random();
  KITH_TRY(const crypto::AgreePair administration, vault.open_administration(own));
  KITH_TRY(BackupHeader header, make_backup_header(secrets, random));
  KITH_CHECK(sink.write(header.bytes));
  ChunkWriter out(sink, std::move(header.chunk_key), random);
  KITH_CHECK(out.write(administration.secret.reveal()));
  BackupReport report;
  Result<void> written;
  KITH_CHECK(vault.visit_rows([&](changelog::Table table, BytesView key, BytesView value) {
    written = write_row(out, {table, key, value});
    ++report.rows;
    report.bytes += key.size() + value.size();
    return written.ok();
  }));
  KITH_CHECK(written);
  Writer totals;
  totals.u8(kEndOfRows);
  totals.u64(report.rows);
  totals.u64(report.bytes);
  KITH_CHECK(out.write(totals.bytes()));
  KITH_CHECK(out.finish());
  return report;
}

}  // namespace kith::vault
