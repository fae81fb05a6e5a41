#pragma once
// The files that may be read and written while a vault is locked: the folder `locked` in the vault's own. What lies
// there is sealed by whoever puts it there, under a key that is not the vault's; the vault reads none of it, wipes it
// with everything else and takes none of it into a backup.
//
// Threads: as FileFolder.
// Owns:    nothing; the folder `locked` is made with the first file.
// Errors:  those of FileFolder; NOT_FOUND for a file without a vault.

#include "kith/base/file_folder.h"

namespace kith::vault {

class LockedFolder {
 public:
  explicit LockedFolder(std::filesystem::path vault);

  Result<void> put(const std::string& name, BytesView bytes);
  Result<Bytes> get(const std::string& name, std::size_t most) const { return files_.get(name, most); }
  Result<std::vector<std::string>> names() const { return files_.names(); }
  Result<void> remove(const std::string& name) { return files_.remove(name); }

 private:
  std::filesystem::path vault_;
  FileFolder files_;
};

}  // namespace kith::vault
