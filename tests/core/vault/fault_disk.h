#pragma once
// A disk that fails at the n-th call, in the way that a test wants, and that loses power: whatever
// nobody had synced may then be gone, half there, or there; of each sector the old or the new.
//
// Every call that changes something is counted: making, writing, giving room, cutting, syncing, closing, renaming and
// removing a file, syncing a folder. Reading is counted apart.
//
// Threads: safe from any thread; lose_power() when no file is open.
// Owns:    nothing; it works on the real disk beneath, without waiting for it.

#include <rocksdb/file_system.h>

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "kith/testing/seeded_random.h"

namespace kith::vault::testing {

enum class Fault {
  none,
  error_once,     // one call fails
  error_on,       // that call and every later one
  no_space,       // the same, and says that the disk is full; removing and closing still work
  short_write,    // a write gets half of it to the disk, then as no_space
  stop,           // the program ends there: nothing reaches the disk any more
  read_error,     // one read fails
};

class FaultDisk final : public rocksdb::FileSystemWrapper {
 public:
  explicit FaultDisk(std::uint64_t seed);
  const char* Name() const override { return "FaultDisk"; }

  // From now on: `fault` at the n-th call, counted from 1.
  void plan(Fault fault, std::uint64_t n);
  void heal() { plan(Fault::none, 0); }
  // Calls since plan(): those that change something, or those that read.
  std::uint64_t calls() const;
  std::uint64_t reads() const;
  // Whether the fault has struck.
  bool struck() const;

  void lose_power();

  rocksdb::IOStatus NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* out,
                                    rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus NewSequentialFile(const std::string& name, const rocksdb::FileOptions& options,
                                      std::unique_ptr<rocksdb::FSSequentialFile>* out,
                                      rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus NewRandomAccessFile(const std::string& name, const rocksdb::FileOptions& options,
                                        std::unique_ptr<rocksdb::FSRandomAccessFile>* out,
                                        rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus NewDirectory(const std::string& name, const rocksdb::IOOptions& options,
                                 std::unique_ptr<rocksdb::FSDirectory>* out, rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus RenameFile(const std::string& from, const std::string& to, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus DeleteFile(const std::string& name, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override;

 private:
  friend class FaultFile;
  friend class FaultReader;
  friend class FaultFolder;

  enum class Call { make, write, cut, sync, close, rename, remove };
  // What is to become of this call.
  rocksdb::IOStatus change(Call call);
  rocksdb::IOStatus read();
  // How much of a write of `size` bytes still gets there, when change() has said no to it.
  std::size_t part_of(std::size_t size) const;

  void wrote(const std::string& name, std::uint64_t size);
  void cut(const std::string& name, std::uint64_t from, std::uint64_t to);
  // What was not synced of the file: gone from some byte on, or zeros from some sector on, or in some.
  void lose(const std::string& name, std::uint64_t size, std::uint64_t synced);
  void synced(const std::string& name, std::uint64_t size);
  void synced_folder(const std::string& name);
  // The bytes of a file that is about to lose its name, unless they are kept already.
  void keep_old(const std::string& name);

  struct File {
    std::uint64_t size = 0;
    std::uint64_t synced = 0;
    std::uint64_t cut_from = 0;  // its length before it was cut, until that is synced
  };
  mutable std::mutex mu_;
  // guarded by mu_
  kith::testing::SeededRandom random_;
  Fault fault_ = Fault::none;
  std::uint64_t at_ = 0;
  std::uint64_t calls_ = 0;
  std::uint64_t reads_ = 0;
  bool struck_ = false;
  bool short_ = false;
  std::map<std::string, File> files_;
  // What a name held when its folder was synced last: none, no file of that name.
  std::map<std::string, std::optional<std::string>> before_;
};

}  // namespace kith::vault::testing
