#include "kith/vault/locked_folder.h"

#include "system/folder.h"

namespace kith::vault {

LockedFolder::LockedFolder(std::filesystem::path vault) : vault_(std::move(vault)), files_(vault_ / file_name::kLocked) {}

Result<void> LockedFolder::put(const std::string& name, BytesView bytes) {
  // Without its vault nobody would find it again.
  KITH_CHECK(check_folder(vault_));
  KITH_CHECK(check_writable(vault_));
  const auto done = files_.put(name, bytes);
  if (done || done.error().code != Code::NOT_FOUND) return done;
  KITH_CHECK(files_.make());
  return files_.put(name, bytes);
}

}  // namespace kith::vault
