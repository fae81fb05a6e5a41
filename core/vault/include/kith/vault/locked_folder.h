#pragma once
// The files that may be read and written while a vault is locked: the folder `locked` in the vault's own. What lies
// there is sealed by whoever puts it there, under a key that is not the vault's; the vault reads none of it, wipes it
// with everything else and takes none of it into a backup.
//
// Threads: from any thread and process: each file is replaced as a whole.
// Owns:    nothing; the folder `locked` is made with the first file.
// Errors:  NOT_FOUND, STORE_CORRUPT for a file that is too long, NO_SPACE, STORE_IO, STORE_READ_ONLY; INVALID_ARGUMENT
//          for a folder that is a symbolic link or somebody else's, and for a name that is none.

#include <filesystem>
#include <string>
#include <vector>

#include "kith/base/result.h"

namespace kith::vault {

class LockedFolder {
 public:
  explicit LockedFolder(std::filesystem::path vault) : vault_(std::move(vault)) {}

  // Durable when it returns: the old bytes or the new ones, whatever happens. A name is small letters, digits, dashes.
  Result<void> put(const std::string& name, BytesView bytes);
  Result<Bytes> get(const std::string& name, std::size_t most) const;
  Result<std::vector<std::string>> names() const;
  // What is not there is gone already.
  Result<void> remove(const std::string& name);

 private:
  Result<bool> is_there() const;
  Result<std::filesystem::path> file(const std::string& name) const;

  std::filesystem::path vault_;
};

}  // namespace kith::vault
