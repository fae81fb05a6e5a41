#pragma once
// A tray: a folder that an app and its extensions share. The app lays the public half of a key there; an extension,
// which has no vault, puts sealed items in; the app takes them out when the vault is open. Whoever else may read the
// folder sees how many items there are, about how long and how old.
//
// Threads: from any thread and process.
// Owns:    nothing; the folder is made by lay_key().
// Errors:  those of FileFolder, and of seal_item(); NOT_FOUND where no key was laid, STORE_CORRUPT for one that is none;
//          QUOTA_EXCEEDED for a tray that is full.

#include "kith/base/file_folder.h"
#include "kith/tray/item.h"

namespace kith::tray {

inline constexpr std::size_t kMostItems = 1000;

class Tray {
 public:
  // INVALID_ARGUMENT for anything but a whole path: an app and its extension stand in different folders.
  static Result<Tray> at(const std::filesystem::path& dir);

  // Makes the folder too, and takes away what was left half written. Items that another key sealed stay where they are.
  Result<void> lay_key(const AgreeKey& key) const;
  // On the disk when it returns. After STORE_IO from a disk that fails at the very end it may be there all the same.
  Result<void> put(const Item& item, Random& random) const;

  // Of the files that are items.
  Result<std::vector<std::string>> names() const;
  Result<Bytes> get(const std::string& name) const;
  Result<void> remove(const std::string& name) const { return files_.remove(name); }

 private:
  explicit Tray(const std::filesystem::path& dir) : files_(dir) {}
  Result<AgreeKey> key() const;

  FileFolder files_;
};

}  // namespace kith::tray
