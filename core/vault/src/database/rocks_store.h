#pragma once
// The tables of a vault in one RocksDB, over the sealed file system.
//
// After a commit that failed on its way to the disk, nobody knows what of it is there, and asking
// the disk again proves nothing: what was never confirmed is cut off, and the database is opened
// again from what was. That happens by itself before the next commit, once there is room again;
// until it succeeds reading goes on, from a database that writes nothing where it has to be.
//
// Threads: safe from any thread; close() and suspend() wait for the calls that are running.
//          A visitor of a scan may read; it never commits.
// Owns:    the database, and the file system with its key, until close().
// Errors:  VAULT_LOCKED after close(); VAULT_SUSPENDED until resume(); those of rocks_error.h.

#include <rocksdb/db.h>

#include <atomic>
#include <filesystem>
#include <functional>
#include <optional>

#include "database/gate.h"
#include "kith/base/mutex.h"
#include "kith/changelog/store.h"
#include "kith/vault/profile.h"
#include "kith/vault/verify.h"
#include "sealed/sealed_file_system.h"

namespace kith::vault {

class RocksStore final : public changelog::Store {
 public:
  enum class Mode { create, open };
  // Opened for reading alone where there is no room to write, or nothing can be written: then commit() gives
  // NO_SPACE or STORE_READ_ONLY until that has changed.
  static Result<std::unique_ptr<RocksStore>> start(const std::filesystem::path& dir,
                                                   std::shared_ptr<SealedFileSystem> files, Mode mode,
                                                   Profile profile = Profile::app);
  ~RocksStore() override;

  Result<std::optional<Bytes>> find(changelog::Table table, BytesView key) const override;
  Result<void> scan(changelog::Table table, BytesView prefix, BytesView from, const Visitor& visit) const override;
  Result<void> commit(const changelog::Batch& batch) override;

  // As Vault::visit_rows.
  Result<void> visit_rows(const RowVisitor& visit) const;

  // Everything that verify() does inside the database folder, after `outside` bytes elsewhere.
  Result<VerifyReport> verify(std::uint64_t outside, const Progress& progress) const;
  // Rewrites the table files without what was erased.
  Result<void> compact();

  // Closes the database until resume(); scans that run end with VAULT_SUSPENDED. TIMEOUT when a
  // call did not come to its end before `deadline`: then nothing has changed.
  Result<void> suspend(Gate::Deadline deadline);
  // `check` is asked with the sequence before anybody is let in; where it says no, all stays closed.
  // REQUIRES: after suspend()
  using Check = std::function<Result<void>(std::uint64_t)>;
  Result<void> resume(const Check& check = {});
  void close();

  // Grows with every row that is written. 0 while it is closed.
  std::uint64_t sequence() const;
  // Called after each commit with the sequence, one call at a time.
  void on_commit(std::function<void(std::uint64_t)> told);
  Inventory& inventory() { return *files_->inventory(); }

 private:
  RocksStore(std::filesystem::path dir, std::shared_ptr<SealedFileSystem> files, Profile profile);
  // REQUIRES for these: nobody else is inside
  // Reads the inventory, or begins one: what follows works on the folder as it is now.
  Result<void> take_folder(Mode mode);
  Result<void> open_database(Mode mode);
  // STORE_READ_ONLY as well.
  Result<void> open_to_write(Mode mode);
  Result<void> open_for_reading();
  // STORE_IO: what a failed commit left could not be cut off.
  // `patience`: for RocksDB's threads, which another database may keep busy.
  static constexpr std::chrono::milliseconds kPatience{1000};
  Result<void> close_database(std::chrono::milliseconds patience = kPatience);
  // Writes a long log out as a table file: else the next opening does, while a person waits.
  void write_out_long_log() KITH_EXCLUDES(writing_);

  // What a call gets that was turned away.
  Error turned_away() const;
  // Null: not open, and the error that says why.
  Result<rocksdb::DB*> database() const;
  // Opens the database again after a commit that failed.
  Result<void> mend() KITH_REQUIRES(writing_);
  Result<void> reopen() KITH_REQUIRES(writing_);
  Result<void> verify_rows(VerifyReport& report) const;

  const std::filesystem::path dir_;
  const Profile profile_;
  std::shared_ptr<SealedFileSystem> files_;
  const std::shared_ptr<class BackgroundErrors> background_;
  mutable Gate gate_;
  Mutex writing_;
  std::function<void(std::uint64_t)> told_ KITH_GUARDED_BY(writing_);
  std::atomic<bool> closed_ = false;
  // Changed by who is alone behind the gate, read by who is inside.
  std::unique_ptr<rocksdb::Env> env_;  // outlives db_
  std::unique_ptr<rocksdb::DB> db_;
  std::optional<Error> lost_;  // why there is no db_
  // The inventory is that of the folder: since it was read nobody else can have had it, as he may
  // while this one is suspended.
  bool list_is_ours_ = false;
  std::optional<Error> failed_ KITH_GUARDED_BY(writing_);  // of the commit that failed, or of opening it for writing
};

}  // namespace kith::vault
