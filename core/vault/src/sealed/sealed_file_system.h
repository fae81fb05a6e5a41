#pragma once
// The file system that RocksDB sees: plain files with plain sizes; on the disk every one of them
// is sealed. What RocksDB could ask for and we cannot seal is refused, never passed through.
//
// Threads: safe from any thread, as RocksDB's own.
// Owns:    the key of the files, until it goes.
// Units:   every size and offset is in plain bytes.
// Errors:  IOStatus::NotSupported for what is refused; IOStatus::Corruption for what does not open.

#include <rocksdb/file_system.h>

#include "sealed/file_format.h"
#include "sealed/inventory.h"
#include "sealed/read_ahead.h"

namespace kith::vault {

class SealedFileSystem final : public rocksdb::FileSystemWrapper {
 public:
  // `random` outlives it.
  SealedFileSystem(const std::shared_ptr<rocksdb::FileSystem>& beneath, Secret file_system_key, Random& random);

  // From now on logs and manifests are kept in the inventory of `dir`, where the database is.
  // A new one, or one that is read and compared with the folder (see Inventory::load).
  Result<void> start_inventory(const std::filesystem::path& dir, bool create, std::uint32_t schema);
  // Null before that.
  Inventory* inventory() const { return inventory_.get(); }
  rocksdb::FileSystem& beneath() const { return *target(); }

  const char* Name() const override { return "KithSealedFileSystem"; }
  rocksdb::IOStatus NewSequentialFile(const std::string& name, const rocksdb::FileOptions& options,
                                      std::unique_ptr<rocksdb::FSSequentialFile>* out,
                                      rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus NewRandomAccessFile(const std::string& name, const rocksdb::FileOptions& options,
                                        std::unique_ptr<rocksdb::FSRandomAccessFile>* out,
                                        rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* out,
                                    rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus DeleteFile(const std::string& name, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus LockFile(const std::string& name, const rocksdb::IOOptions& options, rocksdb::FileLock** out,
                             rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus GetFileSize(const std::string& name, const rocksdb::IOOptions& options, uint64_t* size,
                                rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus GetChildrenFileAttributes(const std::string& dir, const rocksdb::IOOptions& options,
                                              std::vector<rocksdb::FileAttributes>* out,
                                              rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus ReopenWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                       std::unique_ptr<rocksdb::FSWritableFile>* out,
                                       rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus ReuseWritableFile(const std::string& name, const std::string& old,
                                      const rocksdb::FileOptions& options,
                                      std::unique_ptr<rocksdb::FSWritableFile>* out,
                                      rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus NewRandomRWFile(const std::string& name, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSRandomRWFile>* out,
                                    rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus NewMemoryMappedFileBuffer(const std::string& name,
                                              std::unique_ptr<rocksdb::MemoryMappedFileBuffer>* out) override;
  rocksdb::IOStatus Truncate(const std::string& name, size_t size, const rocksdb::IOOptions& options,
                             rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus LinkFile(const std::string& from, const std::string& to, const rocksdb::IOOptions& options,
                             rocksdb::IODebugContext* debug) override;
  rocksdb::IOStatus NewLogger(const std::string& name, const rocksdb::IOOptions& options,
                              std::shared_ptr<rocksdb::Logger>* out, rocksdb::IODebugContext* debug) override;

 private:
  rocksdb::IOStatus open_raw(const std::string& name, const rocksdb::FileOptions& options, struct RawFile* out,
                             rocksdb::IODebugContext* debug);

  // To be read from the first byte on, by what the list knows of it: of a log that was closed nothing
  // is torn off, and of one that is being written only what is synced is read.
  rocksdb::IOStatus open_listed(const std::string& name, const rocksdb::FileOptions& options, struct RawFile* out,
                                NameRules* rules, rocksdb::IODebugContext* debug);

  const Secret key_;
  Random& random_;
  const std::shared_ptr<ReadAhead> ahead_ = std::make_shared<ReadAhead>();
  std::shared_ptr<Inventory> inventory_;  // set before a file is written
};

std::shared_ptr<SealedFileSystem> make_sealed_file_system(const std::shared_ptr<rocksdb::FileSystem>& beneath,
                                                          Secret file_system_key, Random& random);

// A log for RocksDB that keeps nothing: its own would hold keys of rows.
std::shared_ptr<rocksdb::Logger> silent_logger();

}  // namespace kith::vault
