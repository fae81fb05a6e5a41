#include "kith/relay/rocks_log_store.h"

#include <rocksdb/cache.h>
#include <rocksdb/db.h>
#include <rocksdb/env.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/slice_transform.h>
#include <rocksdb/table.h>

#include <array>
#include <atomic>

#include "kith/base/mutex.h"
#include "rows.h"

namespace kith::relay {
namespace {

constexpr std::size_t kBlockCacheBytes = 64U << 20U;
constexpr std::size_t kWriteBufferBytes = 16U << 20U;
constexpr int kOpenFiles = 512;
constexpr int kFilterBits = 10;
constexpr std::uint64_t kBlobBytes = 2048;  // entries from here on stay out of compactions
constexpr const char* kVersionRow = "version";

// Column families, in the order in which they are opened.
enum Family : std::size_t { kMeta, kSpace, kLog, kIndex, kAuthor, kMailbox, kFamilies };
constexpr std::array<const char*, kFamilies> kNames = {"default", "space", "log", "index", "author", "mailbox"};

rocksdb::Slice slice_of(BytesView bytes) { return {as_text(bytes).data(), bytes.size()}; }
BytesView view_of(const rocksdb::Slice& slice) { return as_bytes({slice.data(), slice.size()}); }

Error error_of(const rocksdb::Status& status) {
  Sentence what = worded("the relay's store: {0}", status.ToString());
  if (status.IsNoSpace()) return fail(Code::NO_SPACE, std::move(what));
  if (status.IsCorruption()) return fail(Code::STORE_CORRUPT, std::move(what));
  return fail(Code::STORE_IO, std::move(what));
}

rocksdb::ColumnFamilyOptions family_options(const std::shared_ptr<rocksdb::Cache>& cache, Family family) {
  rocksdb::BlockBasedTableOptions table;
  table.block_cache = cache;
  table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(kFilterBits));
  rocksdb::ColumnFamilyOptions out;
  out.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  out.write_buffer_size = kWriteBufferBytes;
  out.compression = rocksdb::kNoCompression;  // what is sealed does not get smaller
  if (family == kLog) {
    out.prefix_extractor.reset(rocksdb::NewFixedPrefixTransform(SpaceId::kSize));
    out.enable_blob_files = true;
    out.min_blob_size = kBlobBytes;
    out.blob_compression_type = rocksdb::kNoCompression;
  }
  return out;
}

// RocksDB's own log would be one more file that can fail, and 7.8 stops the process when it does.
class Silent final : public rocksdb::Logger {
 public:
  using rocksdb::Logger::Logv;
  void Logv(const char*, va_list) override {}
};

rocksdb::DBOptions database_options() {
  rocksdb::DBOptions out;
  out.info_log = std::make_shared<Silent>();
  out.create_if_missing = true;
  out.create_missing_column_families = true;
  out.paranoid_checks = true;
  out.track_and_verify_wals_in_manifest = true;
  out.verify_sst_unique_id_in_manifest = true;
  // A tail that a crash cut was not acknowledged; damage anywhere else is an error.
  out.wal_recovery_mode = rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  out.max_open_files = kOpenFiles;
  out.stats_dump_period_sec = 0;
  out.stats_persist_period_sec = 0;
  return out;
}

class RocksLogStore final : public LogStore {
 public:
  RocksLogStore(std::unique_ptr<rocksdb::DB> db, std::vector<rocksdb::ColumnFamilyHandle*> families)
      : db_(std::move(db)), families_(std::move(families)) {}
  ~RocksLogStore() override {
    for (rocksdb::ColumnFamilyHandle* family : families_) (void)db_->DestroyColumnFamilyHandle(family);
    (void)db_->Close();
  }

  Result<void> check_version() {
    KITH_TRY(const auto row, find(kMeta, as_bytes(kVersionRow)));
    if (!row) {
      const Bytes version{kStoreVersion};
      rocksdb::WriteBatch batch;
      (void)batch.Put(families_[kMeta], kVersionRow, slice_of(version));
      return write(batch);
    }
    if (row->size() != 1) return fail(Code::STORE_CORRUPT, "the relay's store has no version");
    if (row->front() > kStoreVersion) return fail(Code::STORE_TOO_NEW, "the store of a newer kith-relay");
    if (row->front() < kStoreVersion) return fail(Code::STORE_TOO_OLD, "the store of an older kith-relay");
    return {};
  }

  Result<std::optional<SpaceState>> space(const SpaceId& space) const override {
    KITH_TRY(const auto row, find(kSpace, space.view()));
    if (!row) return std::optional<SpaceState>();
    KITH_TRY(SpaceState state, decode_space(space, *row));
    return std::optional(std::move(state));
  }

  Result<AuthorEnd> author(const SpaceId& space, const SignKey& author) const override {
    KITH_TRY(const auto row, find(kAuthor, author_key(space, author)));
    if (!row) return AuthorEnd{};
    return decode_author(*row);
  }

  Result<std::optional<std::uint64_t>> position_of(const SpaceId& space, BytesView author_or_id,
                                                   std::uint64_t sequence) const override {
    KITH_TRY(const auto row, find(kIndex, index_key(space, author_or_id, sequence)));
    if (!row) return std::optional<std::uint64_t>();
    KITH_TRY(const std::uint64_t position, decode_position(*row));
    return std::optional(position);
  }

  Result<std::optional<StoredEntry>> entry(const SpaceId& space, std::uint64_t position) const override {
    KITH_TRY(const auto row, find(kLog, log_key(space, position)));
    if (!row) return std::optional<StoredEntry>();
    KITH_TRY(StoredEntry stored, decode_stored(position, *row));
    return std::optional(std::move(stored));
  }

  Result<std::vector<StoredEntry>> read(const SpaceId& space, std::uint64_t after,
                                        std::size_t most_bytes) const override {
    std::vector<StoredEntry> out;
    rocksdb::ReadOptions options;
    options.prefix_same_as_start = true;
    const std::unique_ptr<rocksdb::Iterator> at(db_->NewIterator(options, families_[kLog]));
    std::size_t size = 0;
    for (at->Seek(slice_of(log_key(space, after + 1))); at->Valid(); at->Next()) {
      KITH_TRY(StoredEntry stored, decode_stored(position_of_log_key(view_of(at->key())), view_of(at->value())));
      size += stored.entry.size();
      if (!out.empty() && size > most_bytes) break;
      out.push_back(std::move(stored));
    }
    if (!at->status().ok()) return error_of(at->status());
    return out;
  }

  Result<void> commit(const Change& change) override {
    const SpaceId& id = change.after.membership.space;
    KITH_TRY(const auto now, space(id));
    if (now ? now->head != change.before : change.before != envelope::Head{}) {
      return fail(Code::CONFLICT, "the log has moved on");
    }
    rocksdb::WriteBatch batch;
    const auto put = [&](Family family, BytesView key, BytesView value) {
      (void)batch.Put(families_[family], slice_of(key), slice_of(value));
    };
    for (const NewEntry& fresh : change.entries) {
      const bool data = fresh.sequence != 0;
      put(kLog, log_key(id, fresh.stored.position), encode_stored(fresh.stored));
      put(kIndex, index_key(id, data ? fresh.author.view() : fresh.id.view(), fresh.sequence),
          encode_position(fresh.stored.position));
      if (data) put(kAuthor, author_key(id, fresh.author), encode_author({fresh.sequence, fresh.id}));
    }
    put(kSpace, id.view(), encode_space(change.after));
    return write(batch);
  }

  Result<std::optional<MailboxContent>> mailbox(const MailboxId& mailbox, std::uint32_t slot) const override {
    KITH_TRY(const auto row, find(kMailbox, mailbox_key(mailbox, slot)));
    if (!row) return std::optional<MailboxContent>();
    KITH_TRY(MailboxContent content, decode_mailbox(*row));
    return std::optional(std::move(content));
  }

  Result<void> put_mailbox(const MailboxId& mailbox, std::uint32_t slot, const MailboxContent& content) override {
    rocksdb::WriteBatch batch;
    (void)batch.Put(families_[kMailbox], slice_of(mailbox_key(mailbox, slot)), slice_of(encode_mailbox(content)));
    return write(batch);
  }

  Result<std::uint64_t> sweep_mailboxes(std::int64_t now_ms) override {
    std::uint64_t left = 0;
    rocksdb::WriteBatch batch;
    const std::unique_ptr<rocksdb::Iterator> at(db_->NewIterator({}, families_[kMailbox]));
    for (at->SeekToFirst(); at->Valid(); at->Next()) {
      KITH_TRY(const MailboxContent content, decode_mailbox(view_of(at->value())));
      if (content.expires_ms > now_ms) {
        ++left;
      } else {
        (void)batch.Delete(families_[kMailbox], at->key());
      }
    }
    if (!at->status().ok()) return error_of(at->status());
    if (batch.Count() > 0) KITH_CHECK(write(batch));
    return left;
  }

 private:
  Result<std::optional<Bytes>> find(Family family, BytesView key) const {
    rocksdb::PinnableSlice value;
    const rocksdb::Status done = db_->Get({}, families_[family], slice_of(key), &value);
    if (done.IsNotFound()) return std::optional<Bytes>();
    if (!done.ok()) return error_of(done);
    return std::optional(to_bytes(view_of(value)));
  }

  // Nobody knows what of a write that failed is on the disk, and RocksDB 7.8 stops the process
  // when it is asked for another one behind it: after one failure all others fail as it did.
  Result<void> write(rocksdb::WriteBatch& batch) {
    if (failed_) return failure();
    rocksdb::WriteOptions options;
    options.sync = true;
    const rocksdb::Status done = db_->Write(options, &batch);
    if (done.ok()) return {};
    {
      const MutexLock lock(mu_);
      if (!failure_) failure_ = error_of(done);
    }
    failed_ = true;
    return failure();
  }

  Error failure() const {
    const MutexLock lock(mu_);
    return *failure_;
  }

  std::unique_ptr<rocksdb::DB> db_;
  std::vector<rocksdb::ColumnFamilyHandle*> families_;
  std::atomic<bool> failed_ = false;
  mutable Mutex mu_;
  std::optional<Error> failure_ KITH_GUARDED_BY(mu_);  // of the first write that failed
};

}  // namespace

Result<std::unique_ptr<LogStore>> open_rocks_log_store(const std::filesystem::path& folder) {
  const auto cache = rocksdb::NewLRUCache(kBlockCacheBytes);
  std::vector<rocksdb::ColumnFamilyDescriptor> families;
  for (std::size_t i = 0; i < kFamilies; ++i) {
    families.emplace_back(kNames[i], family_options(cache, static_cast<Family>(i)));
  }
  rocksdb::DB* opened = nullptr;
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  const rocksdb::Status done = rocksdb::DB::Open(database_options(), folder.string(), families, &handles, &opened);
  if (!done.ok()) {
    // RocksDB has no status of its own for a lock that somebody else holds.
    if (done.IsIOError() && done.ToString().find("LOCK") != std::string::npos) {
      return fail(Code::STORE_IN_USE, "another process serves this folder");
    }
    return error_of(done);
  }
  auto out = std::make_unique<RocksLogStore>(std::unique_ptr<rocksdb::DB>(opened), std::move(handles));
  KITH_CHECK(out->check_version());
  return std::unique_ptr<LogStore>(std::move(out));
}

}  // namespace kith::relay
