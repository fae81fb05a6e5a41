#include "database/rocks_store.h"

#include <rocksdb/convenience.h>
#include <rocksdb/env.h>
#include <rocksdb/write_batch.h>

#include "database/background_errors.h"
#include "database/rocks_error.h"
#include "database/rocks_options.h"
#include "database/schema.h"
#include "system/folder.h"
#include "system/thread_stacks.h"
#include "database/verify_files.h"

namespace kith::vault {
namespace {

using changelog::Table;

rocksdb::Slice slice_of(BytesView bytes) { return {as_text(bytes).data(), bytes.size()}; }
BytesView view_of(const rocksdb::Slice& slice) { return as_bytes({slice.data(), slice.size()}); }

Bytes row_key(Table table, BytesView key) {
  Bytes out{static_cast<Byte>(table)};
  append(out, key);
  return out;
}

// The first key after all that begin with `prefix`; empty when there is none.
Bytes after_prefix(Bytes prefix) {
  while (!prefix.empty() && prefix.back() == 0xff) prefix.pop_back();
  if (!prefix.empty()) ++prefix.back();
  return prefix;
}

// Asked before RocksDB does: 7.8 stops the whole process over an IDENTITY that does not open.
Result<void> check_identity(const std::filesystem::path& dir, rocksdb::Env* env) {
  std::string ignored;
  const rocksdb::Status done = rocksdb::ReadFileToString(env, (dir / "IDENTITY").string(), &ignored);
  if (done.ok() || done.IsPathNotFound()) return {};  // a missing one is made again
  return error_of(done);
}

// A crash leaves what was being written under a name of its own, cut anywhere; RocksDB keeps some
// of it for ever. Nothing refers to it.
Result<void> remove_leftovers(const std::filesystem::path& dir, rocksdb::Env* env) {
  std::vector<std::string> names;
  rocksdb::Status done = env->GetChildren(dir.string(), &names);
  if (done.IsNotFound()) return {};  // a new database
  for (const std::string& name : names) {
    if (done.ok() && name.ends_with(".dbtmp")) done = env->DeleteFile((dir / name).string());
  }
  if (!done.ok()) return error_of(done);
  return {};
}

rocksdb::Options options_with(rocksdb::Env* env, bool create, Profile profile,
                              std::shared_ptr<BackgroundErrors> errors) {
  rocksdb::Options out = rocks_options(env, create, profile);
  out.listeners.push_back(std::move(errors));
  return out;
}

// What keeps a vault from being written and not from being read.
bool still_reads(const Error& error) { return error.code == Code::NO_SPACE || error.code == Code::STORE_READ_ONLY; }

// Of some hundred records; a log that is full has some thousand.
constexpr std::uint64_t kLongLog = 256U << 10U;
constexpr std::chrono::seconds kTimeToWriteOut{2};

// Room for what opening a database writes, and a log that is full.
constexpr std::size_t kRoom = 8U << 20U;

// Asks the disk, since a quota does not show in what it says is free.
Result<void> check_room(const std::filesystem::path& dir, rocksdb::FileSystem& disk) {
  const std::string name = (dir / "000000.dbtmp").string();  // removed at opening, if a crash leaves it
  const rocksdb::IOOptions options;
  std::unique_ptr<rocksdb::FSWritableFile> file;
  rocksdb::IOStatus done = disk.NewWritableFile(name, rocksdb::FileOptions(), &file, nullptr);
  const std::string part(1U << 20U, '\0');
  for (std::size_t at = 0; done.ok() && at < kRoom; at += part.size()) done = file->Append(part, options, nullptr);
  if (done.ok()) done = file->Sync(options, nullptr);
  if (file) (void)file->Close(options, nullptr);
  (void)disk.DeleteFile(name, options, nullptr);
  if (!done.ok()) return error_of(done);
  return {};
}

}  // namespace

RocksStore::RocksStore(std::filesystem::path dir, std::shared_ptr<SealedFileSystem> files, Profile profile)
    : dir_(std::move(dir)),
      profile_(profile),
      files_(std::move(files)),
      background_(std::make_shared<BackgroundErrors>()) {}

RocksStore::~RocksStore() { close(); }

Result<std::unique_ptr<RocksStore>> RocksStore::start(const std::filesystem::path& dir,
                                                      std::shared_ptr<SealedFileSystem> files, Mode mode,
                                                      Profile profile) {
  std::unique_ptr<RocksStore> out(new RocksStore(dir, std::move(files), profile));
  const auto opened = out->open_to_write(mode);
  if (opened) return out;
  if (mode == Mode::create || !still_reads(opened.error())) return opened.error();
  KITH_CHECK(out->open_for_reading());
  const MutexLock one(out->writing_);
  out->failed_ = opened.error();
  return out;
}

void RocksStore::on_commit(std::function<void(std::uint64_t)> told) {
  const MutexLock one(writing_);
  told_ = std::move(told);
}

Result<void> RocksStore::take_folder(Mode mode) {
  KITH_CHECK(files_->start_inventory(dir_, mode == Mode::create, kSchema));
  list_is_ours_ = true;
  env_ = rocksdb::NewCompositeEnv(files_);
  return {};
}

Result<void> RocksStore::open_database(Mode mode) {
  KITH_CHECK(take_folder(mode));
  Result<void> done = check_identity(dir_, env_.get());
  if (done) done = remove_leftovers(dir_, env_.get());
  if (done) {
    rocksdb::DB* opened = nullptr;
    const rocksdb::Status status =
        rocksdb::DB::Open(options_with(env_.get(), mode == Mode::create, profile_, background_), dir_.string(), &opened);
    db_.reset(opened);
    if (!status.ok()) done = error_of(status);
  }
  if (!done) (void)close_database();
  lost_ = done ? std::nullopt : std::optional(done.error());
  return done;
}

// A folder that cannot be written is not even tried: RocksDB would stop half-way, where nobody can say why.
Result<void> RocksStore::open_to_write(Mode mode) {
  if (mode == Mode::open) KITH_CHECK(check_writable(dir_));
  return open_database(mode);
}

Result<void> RocksStore::open_for_reading() {
  KITH_CHECK(take_folder(Mode::open));
  rocksdb::DB* opened = nullptr;
  const rocksdb::Status done =
      rocksdb::DB::OpenForReadOnly(rocks_options(env_.get(), false, profile_), dir_.string(), &opened);
  db_.reset(opened);
  if (done.ok()) {
    lost_.reset();
    return {};
  }
  (void)close_database();
  lost_ = error_of(done);
  return *lost_;
}

Result<void> RocksStore::close_database(std::chrono::milliseconds patience) {
  Result<void> cut;
  if (db_) {
    rocksdb::CancelAllBackgroundWork(db_.get(), true);
    (void)db_->Close();
    db_.reset();
    wipe_thread_stacks(*env_, patience);
  }
  if (list_is_ours_) {
    // What failed stays failed, after the next opening as well.
    cut = files_->inventory()->cut_unsynced();
    (void)files_->inventory()->save();
  }
  env_.reset();
  return cut;
}

void RocksStore::write_out_long_log() {
  const MutexLock one(writing_);
  if (!db_ || failed_) return;
  std::uint64_t bytes = 0;
  for (const auto& [name, size] : files_->inventory()->synced_sizes()) bytes += rules_of(name).holds_commits ? size : 0;
  if (bytes < kLongLog) return;
  rocksdb::FlushOptions options;
  options.allow_write_stall = true;
  (void)db_->Flush(options);  // where it fails the log is still there
}

void RocksStore::close() {
  closed_ = true;
  gate_.shut();
  if (!files_) return;
  write_out_long_log();
  (void)close_database();
  files_.reset();  // the last one that holds the key of the files
}

Result<void> RocksStore::suspend(Gate::Deadline deadline) {
  if (!gate_.shut(deadline)) return fail(Code::TIMEOUT, "something is still working on the vault");
  if (closed_) return turned_away();
  if (deadline - std::chrono::steady_clock::now() > kTimeToWriteOut) write_out_long_log();
  const auto left = deadline - std::chrono::steady_clock::now();
  (void)close_database(std::clamp(std::chrono::duration_cast<std::chrono::milliseconds>(left),
                                  std::chrono::milliseconds(0), kPatience));
  list_is_ours_ = false;
  return {};
}

Result<void> RocksStore::resume(const Check& check) {
  const MutexLock one(writing_);
  if (closed_) return turned_away();
  (void)background_->take();  // of the database that was closed; what failed there is written again
  Result<void> done = open_to_write(Mode::open);
  failed_.reset();
  if (!done && still_reads(done.error())) {
    failed_ = done.error();
    done = open_for_reading();
  }
  if (done && check) {
    done = check(db_->GetLatestSequenceNumber());
    if (!done) (void)close_database();
  }
  if (!done) list_is_ours_ = false;
  if (done) gate_.open();
  return done;
}

Error RocksStore::turned_away() const {
  if (closed_) return fail(Code::VAULT_LOCKED, "the vault is locked");
  return fail(Code::VAULT_SUSPENDED, "the vault is suspended");
}

Result<rocksdb::DB*> RocksStore::database() const {
  if (db_) return db_.get();
  return lost_ ? *lost_ : fail(Code::STORE_IO, "the database of the vault is closed");
}

Result<std::optional<Bytes>> RocksStore::find(Table table, BytesView key) const {
  const Inside inside(gate_);
  if (!inside) return turned_away();
  KITH_TRY(rocksdb::DB* const db, database());
  rocksdb::PinnableSlice value;
  const rocksdb::Status done = db->Get({}, db->DefaultColumnFamily(), slice_of(row_key(table, key)), &value);
  if (done.IsNotFound()) return std::optional<Bytes>();
  if (!done.ok()) return error_of(done);
  return std::optional(to_bytes(view_of(value)));
}

Result<void> RocksStore::scan(Table table, BytesView prefix, BytesView from, const Visitor& visit) const {
  const Inside inside(gate_);
  if (!inside) return turned_away();
  KITH_TRY(rocksdb::DB* const db, database());
  const Bytes end = after_prefix(row_key(table, prefix));
  const rocksdb::Slice upper = slice_of(end);
  rocksdb::ReadOptions options;
  options.iterate_upper_bound = &upper;
  const std::unique_ptr<rocksdb::Iterator> at(db->NewIterator(options));
  for (at->Seek(slice_of(row_key(table, from.empty() ? prefix : from))); at->Valid(); at->Next()) {
    if (gate_.wanted()) return turned_away();
    if (!visit(view_of(at->key()).subspan(1), view_of(at->value()))) break;
  }
  if (!at->status().ok()) return error_of(at->status());
  return {};
}

Result<void> RocksStore::visit_rows(const RowVisitor& visit) const {
  const Inside inside(gate_);
  if (!inside) return turned_away();
  KITH_TRY(rocksdb::DB* const db, database());
  rocksdb::ReadOptions options;
  options.fill_cache = false;
  // An iterator sees the state of the moment it was made, whatever is written meanwhile.
  const std::unique_ptr<rocksdb::Iterator> at(db->NewIterator(options));
  for (at->SeekToFirst(); at->Valid(); at->Next()) {
    if (gate_.wanted()) return turned_away();
    const BytesView key = view_of(at->key());
    if (key.empty()) return fail(Code::STORE_CORRUPT, "a row of the vault has no table");
    if (!visit(static_cast<Table>(key[0]), key.subspan(1), view_of(at->value()))) break;
  }
  if (!at->status().ok()) return error_of(at->status());
  return {};
}

Result<void> RocksStore::mend() {
  if (!failed_) failed_ = background_->take();
  if (!failed_) return {};
  if (!gate_.alone()) return turned_away();
  const Result<void> done = reopen();
  gate_.open();
  return done;
}

Result<void> RocksStore::reopen() {
  KITH_CHECK(check_writable(dir_));
  if (failed_->code == Code::NO_SPACE) KITH_CHECK(check_room(dir_, files_->beneath()));
  KITH_CHECK(close_database());
  const Result<void> done = open_database(Mode::open);
  if (done) {
    failed_.reset();
    return {};
  }
  failed_ = done.error();
  (void)open_for_reading();
  return done;
}

Result<void> RocksStore::commit(const changelog::Batch& batch) {
  const MutexLock one(writing_);
  if (batch.empty()) {
    const Inside inside(gate_);
    return inside ? Result<void>() : turned_away();
  }
  rocksdb::WriteBatch out;
  for (const auto& op : batch.ops()) {
    const Bytes key = row_key(op.table, op.key);
    const rocksdb::Status done =
        op.value ? out.Put(slice_of(key), slice_of(*op.value)) : out.Delete(slice_of(key));
    if (!done.ok()) return error_of(done);
  }
  KITH_CHECK(mend());
  const Inside inside(gate_);
  if (!inside) return turned_away();
  KITH_TRY(rocksdb::DB* const db, database());
  rocksdb::WriteOptions options;
  options.sync = true;
  const Inventory::Sizes before = files_->inventory()->synced_sizes();
  const rocksdb::Status done = db->Write(options, &out);
  if (!done.ok()) {
    files_->inventory()->take_back(before);
    failed_ = error_of(done);
    return *failed_;
  }
  if (told_) told_(db->GetLatestSequenceNumber());
  return {};
}

Result<void> RocksStore::compact() {
  const MutexLock one(writing_);
  KITH_CHECK(mend());
  const Inside inside(gate_);
  if (!inside) return turned_away();
  KITH_TRY(rocksdb::DB* const db, database());
  rocksdb::CompactRangeOptions options;
  options.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForce;
  const rocksdb::Status done = db->CompactRange(options, nullptr, nullptr);
  if (!done.ok()) return error_of(done);
  return files_->inventory()->save();  // the log with what was erased goes as well
}

std::uint64_t RocksStore::sequence() const {
  const Inside inside(gate_);
  return inside && db_ ? db_->GetLatestSequenceNumber() : 0;
}

Result<void> RocksStore::verify_rows(VerifyReport& report) const {
  const rocksdb::Status checked = db_->VerifyChecksum();
  if (!checked.ok()) return error_of(checked);
  return visit_rows([&report](Table, BytesView, BytesView) {
    ++report.rows;
    return true;
  });
}

Result<VerifyReport> RocksStore::verify(std::uint64_t outside, const Progress& progress) const {
  const Inside inside(gate_);
  if (!inside) return turned_away();
  KITH_TRY(rocksdb::DB* const db, database());
  // A table file is sealed to its end only when it is closed: none may be in the making.
  const rocksdb::Status paused = db->PauseBackgroundWork();
  if (!paused.ok()) return error_of(paused);
  VerifyReport report;
  // And none may be about to go: the next commit removes what waits for it. Where nothing can be written nothing goes.
  Result<void> done = check_writable(dir_) ? files_->inventory()->save() : Result<void>();
  if (done) done = verify_files(dir_, *files_, outside, progress, report);
  if (done) done = verify_rows(report);
  (void)db->ContinueBackgroundWork();
  if (!done) return done.error();
  return report;
}

}  // namespace kith::vault
