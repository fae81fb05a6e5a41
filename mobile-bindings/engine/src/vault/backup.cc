// Backing up the open vault into one encrypted file, and making a vault from such a file.

#include "kith/crypto/recovery_code.h"
#include "kith/vault/backup.h"
#include "kith/vault/file_stream.h"
#include "methods.h"
#include "vault/keys.h"
#include "vault/outside.h"

namespace kith::engine {

using vault::FileSink;

Result<api::BackupResult> vault_backup(Session& session, const api::BackupRequest& request) {
  KITH_CHECK(check_outside(session, request.path()));
  if (request.vault_passphrase().empty()) return fail(Code::INVALID_ARGUMENT, "this needs the passphrase again");
  if (request.passphrase().empty() && !request.recovery_code()) {
    return fail(Code::INVALID_ARGUMENT, "a backup needs a passphrase of its own, or a recovery code");
  }
  Random& random = *session.options.random;
  const Secret own = secret_of(request.vault_passphrase());
  const Secret passphrase = secret_of(request.passphrase());
  const Secret code = crypto::make_recovery_code(random);
  vault::BackupSecrets secrets;
  if (!passphrase.empty()) secrets.passphrase = &passphrase;
  if (request.recovery_code()) secrets.recovery_code = &code;
  secrets.cost = session.options.kdf == KdfCost::floor ? crypto::kCostFloor : crypto::kCostTarget;
  secrets.random = &random;

  KITH_TRY(FileSink file, FileSink::create(request.path(), FileSink::Existing::refuse, random));
  KITH_TRY(const vault::BackupReport report, vault::write_backup(*session.vault, own, secrets, file));
  KITH_CHECK(file.finish());
  api::BackupResult out;
  out.set_path(request.path());
  out.set_rows(static_cast<double>(report.rows));
  out.set_bytes(static_cast<double>(report.bytes));
  if (request.recovery_code()) {
    const Secret text = crypto::recovery_code_text(code);
    out.set_recovery_code(std::string(as_text(text.reveal())));
  }
  return out;
}

}  // namespace kith::engine
