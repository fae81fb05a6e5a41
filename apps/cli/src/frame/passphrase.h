#pragma once
// Where the passphrase comes from: a file's first line, KITH_PASSPHRASE, or the terminal,
// without echo.

#include <string>

#include "kith/base/result.h"
#include "kith/base/secret.h"

namespace kith::cli {

// One that opens a vault.
// Errors: INVALID_ARGUMENT when it is empty, or there is nobody to ask.
Result<Secret> read_passphrase(const std::string& file);

// Whether one is given, in the file or the variable, so that nobody has to be asked.
bool is_passphrase_given(const std::string& file);

// Whether a new passphrase may be one that is tried out in no time (--weak-passphrase).
enum class Weak { refused, taken };

// One that a new vault is given: from the file, KITH_PASSPHRASE, or typed twice.
// Errors: INVALID_ARGUMENT when it is empty, too short, differs, or there is nobody to ask.
Result<Secret> read_first_passphrase(const std::string& file, Weak weak);

// A passphrase that takes the place of another: from the file, KITH_NEW_PASSPHRASE, or typed twice.
Result<Secret> read_new_passphrase(const std::string& file, Weak weak);

// From the file (all its lines: as it was printed, or in one) or KITH_RECOVERY_CODE; asked for where `ask_for_it`;
// else empty.
Result<Secret> read_recovery_code(const std::string& file, bool ask_for_it);

// The passphrase or the recovery code of a backup: --backup-secret-file, KITH_BACKUP_SECRET, or the
// terminal, which asks for `what` ("passphrase", "recovery code").
Result<Secret> read_backup_secret(const std::string& file, const std::string& what);
// The same for a backup that is made, typed twice.
Result<Secret> read_new_backup_secret(const std::string& file, Weak weak);

// Takes every secret out of the environment, for a program that is started in this one's place.
void forget_secrets();

// Of a request that was sent.
inline void wipe_text(std::string* text) {
  wipe({reinterpret_cast<Byte*>(text->data()), text->size()});
  text->clear();
}

}  // namespace kith::cli
