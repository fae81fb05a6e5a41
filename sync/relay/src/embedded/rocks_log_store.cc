#include "kith/relay/rocks_log_store.h"

#include <rocksdb/cache.h>
#include <rocksdb/db.h>
#include <rocksdb/env.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/listener.h>
#include <rocksdb/slice_transform.h>
#include <rocksdb/table.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <set>

#include "embedded/rocks_parts.h"
#include "kith/base/mutex.h"
#include "rows/rows.h"

namespace kith::relay {
namespace {

constexpr std::size_t kBlockCacheBytes = 64U << 20U;
constexpr std::size_t kWriteBufferBytes = 16U << 20U;
constexpr int kOpenFiles = 512;
constexpr int kFilterBits = 10;
constexpr std::uint64_t kBlobBytes = 2048;  // entries from here on stay out of compactions
constexpr std::size_t kLongEnd = 16U << 10U;     // a leave that takes along what was not sent yet may be
constexpr const char* kVersionRow = "version";

// Column families, in the order in which they are opened.
enum Family : std::size_t { kMeta, kSpace, kLog, kIndex, kAuthor, kMailbox, kExpiry, kAdmission, kFamilies };
constexpr std::array<const char*, kFamilies> kNames = {"default", "space", "log", "index", "author", "mailbox",
                                                      "expiry", "admission"};

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

// What RocksDB meets while it works by itself. It takes no way back by itself: the store does.
class Troubles final : public rocksdb::EventListener {
 public:
  explicit Troubles(std::function<void(const rocksdb::Status&)> hear) : hear_(std::move(hear)) {}
  void OnBackgroundError(rocksdb::BackgroundErrorReason, rocksdb::Status* what) override { hear_(*what); }
  void OnErrorRecoveryBegin(rocksdb::BackgroundErrorReason, rocksdb::Status, bool* by_itself) override {
    *by_itself = false;
  }

 private:
  std::function<void(const rocksdb::Status&)> hear_;
};

rocksdb::DBOptions database_options(rocksdb::Env* env) {
  rocksdb::DBOptions out;
  if (env != nullptr) out.env = env;
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

Error not_opened(const rocksdb::Status& status) {
  // RocksDB has no status of its own for a lock that somebody else holds.
  if (status.IsIOError() && status.ToString().find("LOCK") != std::string::npos) {
    return fail(Code::STORE_IN_USE, "another process serves this folder");
  }
  return error_of(status);
}

class RocksLogStore final : public LogStore {
 public:
  RocksLogStore(const std::filesystem::path& folder, RocksParts parts)
      : reserve_(std::move(parts.disk), parts.reserve_bytes), database_(opener(folder, parts.env)) {}

  // Also on a disk that is full: out of the reserve, or to be read alone until there is room.
  Result<void> open() {
    Database::Outcome done = database_.reopen();
    while (done.opened.IsNoSpace() && reserve_.give(Claim::whole)) done = database_.reopen();
    const bool only_to_read = done.opened.IsNoSpace() && done.reads.ok();
    if (only_to_read) reserve_.ran_out();
    if (!done.opened.ok() && !only_to_read) return not_opened(done.opened);
    return check_version();
  }

  // Each opening brings the store up, but for one on a full disk: then it is read as it is.
  Result<void> check_version() const {
    KITH_TRY(const auto row, find(kMeta, as_bytes(kVersionRow)));
    if (!row) return full();
    if (row->size() != 1) return fail(Code::STORE_CORRUPT, "the relay's store has no version");
    if (row->front() > kStoreVersion) return fail(Code::STORE_TOO_NEW, "the store of a newer kith-relay");
    if (row->front() < kWithoutExpiry) return fail(Code::STORE_TOO_OLD, "the store of an older kith-relay");
    return {};
  }

  Result<std::optional<SpaceState>> space(const SpaceId& space) const override {
    const Database::Use now(database_);
    if (!now.is_open()) return failure();
    return space_in(now, space);
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
    const Database::Use now(database_);
    if (!now.is_open()) return failure();
    const std::unique_ptr<rocksdb::Iterator> at(now.db().NewIterator(options, now.family(kLog)));
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

  // All in one write, with the claim of the least. On a full disk those that may use more of the reserve are tried
  // once more without the others.
  std::vector<Result<void>> commit_all(const std::vector<const Change*>& changes) override {
    std::vector<Result<void>> out(changes.size(), full());
    for (const Claim claim : {Claim::none, Claim::half, Claim::whole}) {
      std::vector<const Change*> now;
      std::vector<std::size_t> places;
      bool least = claim == Claim::whole;
      for (std::size_t i = 0; i < changes.size(); ++i) {
        const bool open = !out[i].ok() && out[i].error().code == Code::NO_SPACE;
        if (!open || claim_of(*changes[i]) < claim) continue;
        least = least || claim_of(*changes[i]) == claim;
        now.push_back(changes[i]);
        places.push_back(i);
      }
      if (now.empty() || !least) continue;
      std::vector<Result<void>> done = commit_together(claim, now);
      for (std::size_t i = 0; i < places.size(); ++i) out[places[i]] = std::move(done[i]);
    }
    return out;
  }

  Result<std::optional<MailboxContent>> mailbox(const MailboxId& mailbox, std::uint32_t slot) const override {
    KITH_TRY(const auto row, find(kMailbox, mailbox_key(mailbox, slot)));
    if (!row) return std::optional<MailboxContent>();
    KITH_TRY(MailboxContent content, decode_mailbox(*row));
    return std::optional(std::move(content));
  }

  Result<void> put_mailbox(const MailboxId& mailbox, std::uint32_t slot, const MailboxContent& content) override {
    const Bytes key = mailbox_key(mailbox, slot);
    const MutexLock one(mailboxes_mu_);
    return write(Claim::none, [&](const Database::Use& now, Batch& batch) -> Result<void> {
      KITH_TRY(const auto row, find_in(now, kMailbox, key));
      Slots after = slots();
      if (row) {
        KITH_TRY(const MailboxContent before, decode_mailbox(*row));
        (void)batch.rows.Delete(now.family(kExpiry), slice_of(expiry_key(before.expires_ms, key)));
      } else {
        ++after.count;
      }
      (void)batch.rows.Put(now.family(kMailbox), slice_of(key), slice_of(encode_mailbox(content)));
      (void)batch.rows.Put(now.family(kExpiry), slice_of(expiry_key(content.expires_ms, key)), rocksdb::Slice());
      after.swept_ms = std::min(after.swept_ms, content.expires_ms);
      batch.slots = after;
      return {};
    });
  }

  // Looks before it writes: no part of the reserve is given for a sweep that has nothing to erase.
  Result<std::uint64_t> sweep_mailboxes(std::int64_t now_ms, std::size_t most) override {
    const MutexLock one(mailboxes_mu_);
    KITH_TRY(const bool some, some_expired(now_ms));
    if (some) {
      KITH_CHECK(write(Claim::whole, [&](const Database::Use& now, Batch& batch) {
        return erase_expired(now, now_ms, most, batch);
      }));
    }
    return slots().count;
  }

  Result<std::optional<Admission>> admission(const Hash& token) const override {
    const Database::Use now(database_);
    if (!now.is_open()) return failure();
    return admission_in(now, token);
  }

  Result<std::vector<std::pair<Hash, Admission>>> admissions() const override {
    std::vector<std::pair<Hash, Admission>> out;
    const Database::Use now(database_);
    if (!now.is_open()) return failure();
    if (!now.has(kAdmission)) return out;
    const std::unique_ptr<rocksdb::Iterator> at(now.db().NewIterator({}, now.family(kAdmission)));
    for (at->SeekToFirst(); at->Valid(); at->Next()) {
      const auto token = Hash::from(view_of(at->key()));
      if (!token) return fail(Code::STORE_CORRUPT, "the relay's store has an admission without its hash");
      KITH_TRY(Admission admission, decode_admission(view_of(at->value())));
      out.emplace_back(*token, std::move(admission));
    }
    if (!at->status().ok()) return error_of(at->status());
    return out;
  }

  Result<void> put_admission(const AdmissionStep& step) override {
    return write(Claim::none, [&](const Database::Use& now, Batch& batch) { return fill(now, step, batch.rows); });
  }

  Result<bool> tend() override {
    if (failed_) return failure();
    if (!reserve_.tend()) return false;
    KITH_TRY(const bool free, free_again());
    return free;
  }

 private:
  static Claim claim_of(const Change& change) {
    if (!change.ends) return Claim::none;
    std::size_t size = 0;
    for (const NewEntry& entry : change.entries) size += entry.stored.entry.size();
    return size > kLongEnd ? Claim::half : Claim::whole;
  }

  // Of the mailboxes.
  struct Slots {
    std::uint64_t count = 0;
    std::int64_t swept_ms = 0;  // nothing in the index expires before
    bool indexed = false;       // false on a full disk alone, of a store of the version before
  };
  struct Batch {
    rocksdb::WriteBatch rows;
    std::optional<Slots> slots;  // as they are once it is written
  };

  std::vector<Result<void>> commit_together(Claim claim, const std::vector<const Change*>& changes) {
    std::vector<Result<void>> out(changes.size());
    const auto done = write(claim, [&](const Database::Use& now, Batch& batch) -> Result<void> {
      std::set<SpaceId> spaces;
      std::set<Hash> admissions;
      for (std::size_t i = 0; i < changes.size(); ++i) {
        const Change& one = *changes[i];
        const bool first = spaces.insert(one.after.membership.space).second &&
                           (!one.admission || admissions.insert(one.admission->token).second);
        if (!first) {
          out[i] = fail(Code::CONFLICT, "the log has moved on within this group");
          continue;
        }
        out[i] = fill(now, *changes[i], batch.rows);
      }
      return {};
    });
    // What refuses one is its own; where the write went wrong it went wrong for all.
    for (Result<void>& one : out) {
      if (one.ok() && !done.ok()) one = done.error();
    }
    return out;
  }

  // The whole of a change, where the log is still the one that it was made for.
  static Result<void> fill(const Database::Use& use, const Change& change, rocksdb::WriteBatch& batch) {
    const SpaceId& id = change.after.membership.space;
    KITH_TRY(const auto now, space_in(use, id));
    if (now ? now->head != change.before : change.before != envelope::Head{}) {
      return fail(Code::CONFLICT, "the log has moved on");
    }
    // First of all: what refuses it leaves nothing of this change in the batch.
    if (change.admission) KITH_CHECK(fill(use, *change.admission, batch));
    const auto put = [&](Family family, BytesView key, BytesView value) {
      (void)batch.Put(use.family(family), slice_of(key), slice_of(value));
    };
    for (const NewEntry& fresh : change.entries) {
      const bool data = fresh.sequence != 0;
      put(kLog, log_key(id, fresh.stored.position), encode_stored(fresh.stored));
      put(kIndex, index_key(id, data ? fresh.author.view() : fresh.id.view(), fresh.sequence),
          encode_position(fresh.stored.position));
      if (data) put(kAuthor, author_key(id, fresh.author), encode_author({fresh.sequence, fresh.id}));
    }
    put(kSpace, id.view(), encode_space(change.after));
    return {};
  }

  static Result<void> fill(const Database::Use& use, const AdmissionStep& step, rocksdb::WriteBatch& batch) {
    KITH_TRY(const auto now, admission_in(use, step.token));
    if (now != step.before) return fail(Code::CONFLICT, "the admission has moved on");
    (void)batch.Put(use.family(kAdmission), slice_of(step.token.view()), slice_of(encode_admission(step.after)));
    return {};
  }

  static Result<std::optional<Admission>> admission_in(const Database::Use& now, const Hash& token) {
    if (!now.has(kAdmission)) return std::optional<Admission>();
    KITH_TRY(const auto row, find_in(now, kAdmission, token.view()));
    if (!row) return std::optional<Admission>();
    KITH_TRY(Admission admission, decode_admission(*row));
    return std::optional(std::move(admission));
  }

  static Result<std::optional<SpaceState>> space_in(const Database::Use& now, const SpaceId& space) {
    KITH_TRY(const auto row, find_in(now, kSpace, space.view()));
    if (!row) return std::optional<SpaceState>();
    KITH_TRY(SpaceState state, decode_space(space, *row));
    return std::optional(std::move(state));
  }

  static Result<std::optional<Bytes>> find_in(const Database::Use& now, Family family, BytesView key) {
    rocksdb::PinnableSlice value;
    const rocksdb::Status done = now.db().Get({}, now.family(family), slice_of(key), &value);
    if (done.IsNotFound()) return std::optional<Bytes>();
    if (!done.ok()) return error_of(done);
    return std::optional(to_bytes(view_of(value)));
  }

  Result<std::optional<Bytes>> find(Family family, BytesView key) const {
    const Database::Use now(database_);
    if (!now.is_open()) return failure();
    return find_in(now, family, key);
  }

  Result<bool> some_expired(std::int64_t now_ms) const {
    const Database::Use now(database_);
    if (!now.is_open()) return failure();
    const Slots before = slots();
    if (!before.indexed) return true;
    const std::unique_ptr<rocksdb::Iterator> at(now.db().NewIterator({}, now.family(kExpiry)));
    at->Seek(slice_of(expiry_key(before.swept_ms, {})));
    if (!at->status().ok()) return error_of(at->status());
    if (!at->Valid()) return false;
    KITH_TRY(const Expiry first, decode_expiry(view_of(at->key())));
    return first.expires_ms <= now_ms;
  }

  Result<void> erase_expired(const Database::Use& now, std::int64_t now_ms, std::size_t most, Batch& batch) const {
    Slots after = slots();
    const std::unique_ptr<rocksdb::Iterator> at(now.db().NewIterator({}, now.family(kExpiry)));
    std::size_t erased = 0;
    // Not from the first: what was erased stays in its way until the next compaction.
    for (at->Seek(slice_of(expiry_key(after.swept_ms, {}))); at->Valid() && erased < most; at->Next()) {
      KITH_TRY(const Expiry expiry, decode_expiry(view_of(at->key())));
      if (expiry.expires_ms > now_ms) break;
      (void)batch.rows.Delete(now.family(kMailbox), slice_of(expiry.mailbox_key));
      (void)batch.rows.Delete(now.family(kExpiry), at->key());
      after.swept_ms = expiry.expires_ms;
      ++erased;
    }
    if (!at->status().ok()) return error_of(at->status());
    after.count -= erased;
    batch.slots = after;
    return {};
  }

  // `fill` reads and fills the batch under one opening: what it read is still so when the batch is written. What
  // ends something is tried once more, after a part of the reserve was given to a disk that was full all the same.
  template <typename Fill>
  Result<void> write(Claim claim, Fill fill) {
    auto done = write_once(claim, fill);
    if (done || done.error().code != Code::NO_SPACE || !reserve_.give(claim)) return done;
    KITH_TRY(const bool free, free_again());
    return free ? write_once(claim, fill) : done;
  }

  template <typename Fill>
  Result<void> write_once(Claim claim, Fill fill) {
    if (failed_) return failure();
    if (!reserve_.lets(claim)) return full();
    const Database::Use now(database_);
    if (!now.is_open()) return failure();
    if (stuck_) return full();
    Batch batch;
    KITH_CHECK(fill(now, batch));
    if (batch.rows.Count() == 0) return {};
    const rocksdb::Status done = now.db().Write(synced(), &batch.rows);
    if (done.ok()) {
      // While it is still open: the next opening counts what was written here.
      if (batch.slots) set_slots(*batch.slots);
      return {};
    }
    hear(done);
    return done.IsNoSpace() ? full() : failure();
  }

  // Of a write, or of what RocksDB does by itself; from any thread.
  void hear(const rocksdb::Status& what) {
    if (!what.IsNoSpace()) {
      fail_for_ever(error_of(what));
      return;
    }
    stuck_ = true;
    reserve_.ran_out();
  }

  // RocksDB writes nothing more after it has met a full disk, until it is opened again.
  Result<bool> free_again() {
    const MutexLock one(reopening_);
    if (!stuck_) return true;
    const Database::Outcome done = database_.reopen();
    if (done.opened.ok()) return true;
    reserve_.ran_out();
    if (done.opened.IsNoSpace() && done.reads.ok()) return false;
    fail_for_ever(fail(Code::STORE_IO, worded("the relay's store does not open again: {0}", done.opened.ToString())));
    return failure();
  }

  Database::Open opener(const std::filesystem::path& folder, rocksdb::Env* env) {
    const auto cache = rocksdb::NewLRUCache(kBlockCacheBytes);
    std::vector<rocksdb::ColumnFamilyDescriptor> families;
    for (std::size_t i = 0; i < kFamilies; ++i) {
      families.emplace_back(kNames[i], family_options(cache, static_cast<Family>(i)));
    }
    rocksdb::DBOptions options = database_options(env);
    options.listeners.push_back(std::make_shared<Troubles>([this](const rocksdb::Status& what) { hear(what); }));
    return [this, options, families, name = folder.string()](bool only_to_read, Database::Opened& out) {
      // Nobody writes meanwhile: whoever does next sees it, or what RocksDB has met since.
      stuck_ = only_to_read;
      rocksdb::DB* opened = nullptr;
      rocksdb::Status done =
          only_to_read ? rocksdb::DB::OpenForReadOnly(options, name, there(options, name, families), &out.families,
                                                      &opened)
                       : rocksdb::DB::Open(options, name, families, &out.families, &opened);
      out.db.reset(opened);
      if (done.ok() && !only_to_read) done = bring_up(out);
      if (done.ok()) done = count_slots(out);
      return done;
    };
  }

  // For reading alone no family can be made: a store of a version before lacks the last of them. From the first that
  // it lacks all are left out, so that the numbers of the others stay.
  static std::vector<rocksdb::ColumnFamilyDescriptor> there(const rocksdb::DBOptions& options, const std::string& name,
                                                            std::vector<rocksdb::ColumnFamilyDescriptor> families) {
    std::vector<std::string> found;
    const bool listed = rocksdb::DB::ListColumnFamilies(options, name, &found).ok();
    const auto lacks = [&](const auto& family) {
      return std::find(found.begin(), found.end(), family.name) == found.end();
    };
    if (listed) families.erase(std::find_if(families.begin(), families.end(), lacks), families.end());
    return families;
  }

  // A new store gets its version; version 1 gets the index with it, both or neither; version 2 lacks nothing but
  // admissions, of which it has none.
  static rocksdb::Status bring_up(const Database::Opened& now) {
    std::string version;
    rocksdb::Status done = now.db->Get({}, now.families[kMeta], kVersionRow, &version);
    const bool indexed = done.ok() && version == std::string(1, kWithoutAdmissions);
    const bool before = indexed || (done.ok() && version == std::string(1, kWithoutExpiry));
    if (!before && !done.IsNotFound()) return done;
    rocksdb::WriteBatch batch;
    if (!indexed) done = index_slots(now, batch);
    if (!done.ok() && !done.IsNotFound()) return done;
    (void)batch.Put(now.families[kMeta], kVersionRow, std::string(1, kStoreVersion));
    return now.db->Write(synced(), &batch);
  }

  static rocksdb::Status index_slots(const Database::Opened& now, rocksdb::WriteBatch& batch) {
    const std::unique_ptr<rocksdb::Iterator> at(now.db->NewIterator({}, now.families[kMailbox]));
    for (at->SeekToFirst(); at->Valid(); at->Next()) {
      const auto content = decode_mailbox(view_of(at->value()));
      if (!content) return rocksdb::Status::Corruption(content.error().message.text());
      const Bytes key = expiry_key(content->expires_ms, view_of(at->key()));
      (void)batch.Put(now.families[kExpiry], slice_of(key), rocksdb::Slice());
    }
    return at->status();
  }

  // At each opening: a write that a full disk broke off may be there all the same.
  rocksdb::Status count_slots(const Database::Opened& now) {
    Slots found;
    std::string version;
    found.indexed = now.families.size() > kExpiry &&
                    now.db->Get({}, now.families[kMeta], kVersionRow, &version).ok() &&
                    version != std::string(1, kWithoutExpiry);
    const Family counted = found.indexed ? kExpiry : kMailbox;
    const std::unique_ptr<rocksdb::Iterator> at(now.db->NewIterator({}, now.families[counted]));
    for (at->SeekToFirst(); at->Valid(); at->Next()) ++found.count;
    if (at->status().ok()) set_slots(found);
    return at->status();
  }

  static rocksdb::WriteOptions synced() {
    rocksdb::WriteOptions out;
    out.sync = true;
    return out;
  }

  Slots slots() const {
    const MutexLock lock(slots_mu_);
    return slots_;
  }
  void set_slots(const Slots& slots) {
    const MutexLock lock(slots_mu_);
    slots_ = slots;
  }

  static Error full() { return fail(Code::NO_SPACE, "the relay's disk is full"); }

  // Nobody knows what of a write that failed otherwise is on the disk, and RocksDB 7.8 stops the process
  // when it is asked for another one behind it: after one failure all others fail as it did.
  void fail_for_ever(const Error& why) {
    const MutexLock lock(mu_);
    if (!failure_) failure_ = why;
    failed_ = true;
  }

  Error failure() const {
    const MutexLock lock(mu_);
    return failure_ ? *failure_ : fail(Code::STORE_IO, "the relay's store is closed");
  }

  Reserve reserve_;
  // One writes a mailbox at a time, so that slots, index and count agree. Taken before a Use and before `reopening_`.
  Mutex mailboxes_mu_;
  Mutex reopening_;
  mutable Mutex slots_mu_;
  // Set within a Use, or by an opening, which waits until there is none.
  Slots slots_ KITH_GUARDED_BY(slots_mu_);
  std::atomic<bool> stuck_ = false;  // by a full disk: nothing is written before it was opened again
  std::atomic<bool> failed_ = false;
  mutable Mutex mu_;
  std::optional<Error> failure_ KITH_GUARDED_BY(mu_);  // of the first write that failed
  Database database_;  // last: what it meets while it closes is heard
};

}  // namespace

Result<std::unique_ptr<LogStore>> open_rocks_log_store(const std::filesystem::path& folder, RocksParts parts) {
  auto out = std::make_unique<RocksLogStore>(folder, std::move(parts));
  KITH_CHECK(out->open());
  return std::unique_ptr<LogStore>(std::move(out));
}

Result<std::unique_ptr<LogStore>> open_rocks_log_store(const std::filesystem::path& folder,
                                                       std::uint64_t reserve_bytes) {
  return open_rocks_log_store(folder, RocksParts{disk_of(folder.parent_path()), reserve_bytes, nullptr});
}

}  // namespace kith::relay
