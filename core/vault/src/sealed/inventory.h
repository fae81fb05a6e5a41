#pragma once
// The inventory of a database folder: which logs and manifests there must be, and how long those
// are that were closed. RocksDB keeps such a list of table files in its manifest, and of closed
// logs; nobody but this one knows of the newest log and of the manifest itself, so that one of
// them taken away is noticed. It is one sealed file, replaced as a whole. FORMAT.md has its bytes.
//
// It also says how new a program must be to work on the rows (schema), and which key file was
// seen last.
//
// Threads: safe from any thread.
// Owns:    its key.
// Units:   sizes in bytes, as on the disk.
// Errors:  STORE_CORRUPT it does not open, or a file is not what it says; STORE_TOO_NEW; NO_SPACE,
//          STORE_IO. After a failure it says what it said before, here and on the disk.

#include <map>
#include <set>

#include "kith/base/mutex.h"
#include "sealed/file_format.h"
#include "system/folder.h"

namespace kith::vault {

inline constexpr const char* kInventoryName = "INVENTORY";
// While a new one is written, for a moment; what a crash leaves of it goes at the next opening.
inline constexpr const char* kHalfInventoryName = "INVENTORY.dbtmp";

class Inventory {
 public:
  // Of the folder `dir` on `disk`, which outlives it.
  Inventory(std::filesystem::path dir, rocksdb::FileSystem& disk, const Secret& file_system_key, Random& random);

  // A new one, with nothing in it.
  Result<void> create(std::uint32_t schema);
  // Reads it, and compares every file in it with the folder. STORE_TOO_NEW when its schema is
  // above `schema`: nothing has been touched then.
  Result<void> load(std::uint32_t schema);

  // A log or manifest that has been synced: from now on it must be there.
  Result<void> add(const std::string& name, const FileId& id);
  // It is about to be removed.
  Result<void> remove(const std::string& name);
  // It is of no use any more: struck off with the next change, or by save(), and removed then. Until
  // then it must be there, so that opening a vault waits for the disk once and not for each of them.
  // False when the list does not have it, and nobody need wait.
  bool remove_later(const std::string& name);
  // It is closed and stays `size` long. Comes to the disk with the next change, or by save().
  void closed(const std::string& name, std::uint64_t size);

  // What a reader may count on: a file that is closed has no torn end; of one that is being written,
  // `synced` bytes are there whatever happens meanwhile.
  struct Known {
    bool closed = false;
    std::optional<std::uint64_t> synced;
  };
  Known known(const std::string& name) const;
  Result<void> save();

  // Reads it again and compares everything. STORE_CORRUPT.
  Result<void> verify() const;

  // For cutting off what nobody was told of: a log has been made; so much of it is on the disk.
  void made(const std::string& name);
  void synced(const std::string& name, std::uint64_t size);
  // How much of each log is synced now.
  using Sizes = std::map<std::string, std::uint64_t>;
  Sizes synced_sizes() const;
  // A commit has failed although its frame had been synced (what RocksDB writes behind it did not go
  // through): of each log of rows counts what `before` says, and of one that it does not know only
  // the head. A manifest keeps what was synced: other work may have gone through meanwhile, and rows
  // hang on it.
  void take_back(const Sizes& before);
  // Shortens each log that was made since load() and not closed to what was synced of it.
  // REQUIRES: nobody has them open
  Result<void> cut_unsynced();

  std::uint32_t schema() const;
  Result<void> set_schema(std::uint32_t schema);
  std::uint64_t key_generation() const;
  Result<void> set_key_generation(std::uint64_t generation);

 private:
  struct File {
    FileId id;
    std::uint64_t size = 0;  // 0: not closed yet
    bool operator==(const File&) const = default;
  };
  struct Content {
    std::uint32_t schema = 0;
    std::uint64_t key_generation = 0;
    std::map<std::string, File> files;
    bool operator==(const Content&) const = default;
  };
  Bytes seal(const Content& content) const;
  Result<Content> open(BytesView sealed) const;
  Result<void> check(const Content& content) const;
  // Writes `next` and, once it is on the disk, takes it over.
  Result<void> install(Content next) KITH_REQUIRES(mu_);

  const std::filesystem::path dir_;
  rocksdb::FileSystem& disk_;
  const Secret key_;
  Random& random_;
  mutable Mutex mu_;
  std::set<std::string> unused_ KITH_GUARDED_BY(mu_);  // to be removed, once the list on the disk is without them
  Content content_ KITH_GUARDED_BY(mu_);
  Content on_disk_ KITH_GUARDED_BY(mu_);
  bool in_doubt_ KITH_GUARDED_BY(mu_) = false;  // a change failed, and the disk may have it or not
  Sizes synced_ KITH_GUARDED_BY(mu_);
  std::set<std::string> taken_back_ KITH_GUARDED_BY(mu_);  // logs of which nothing more counts
};

}  // namespace kith::vault
