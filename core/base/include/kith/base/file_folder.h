#pragma once
// A folder of small files that more than one program may read and write at any time. What lies in it is sealed by
// whoever puts it there.
//
// Threads: from any thread and process: each file is replaced as a whole.
// Owns:    nothing; the folder is made by make().
// Errors:  NOT_FOUND, STORE_CORRUPT for a file that is too long or is none, NO_SPACE, STORE_IO, STORE_READ_ONLY;
//          INVALID_ARGUMENT for a folder that is a symbolic link, no folder or somebody else's, and for a name that is
//          none. Messages have no path in them.
//
// What others may do with the folder is taken from its mode whenever it is used, and nothing is given to its owner.

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "kith/base/bytes.h"
#include "kith/base/result.h"

namespace kith {

class FileFolder {
 public:
  explicit FileFolder(const std::filesystem::path& dir);

  // There it is; durable when it returns. NOT_FOUND where the folder that it would lie in is not there.
  Result<void> make() const;
  // Durable when it returns: the old bytes or the new ones, whatever happens. A name is small letters, digits, dashes.
  // NOT_FOUND without a folder.
  Result<void> put(const std::string& name, BytesView bytes) const;
  Result<Bytes> get(const std::string& name, std::size_t most) const;
  // In their order; none where there is no folder.
  Result<std::vector<std::string>> names() const;
  // What is not there is gone already.
  Result<void> remove(const std::string& name) const;
  // Of names that nobody uses again: what a crash left half written goes, where it is at least so old.
  void remove_halves(std::chrono::hours age) const;

 private:
  Result<bool> is_there() const;

  std::filesystem::path dir_;
};

}  // namespace kith
