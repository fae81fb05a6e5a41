// Kith's vault, key in hand, and plain RocksDB with the same settings and nothing sealed.

#include <rocksdb/db.h>
#include <rocksdb/table.h>
#include <rocksdb/write_batch.h>

#include "kith/crypto/aead.h"
#include "kith/verify/random.h"
#include "peer.h"
#include "database/rocks_options.h"
#include "database/rocks_store.h"
#include "sealed/sealed_file_system.h"

namespace kith::bench {
namespace {

namespace fs = std::filesystem;
using changelog::Table;

bool is_new(const fs::path& folder) { return !fs::exists(folder / "CURRENT"); }

class KithPeer final : public Peer {
 public:
  Result<void> open(const fs::path& folder) override {
    auto files =
        vault::make_sealed_file_system(rocksdb::FileSystem::Default(), key_.clone(), verify::system_random());
    const auto mode = is_new(folder) ? vault::RocksStore::Mode::create : vault::RocksStore::Mode::open;
    KITH_TRY(store_, vault::RocksStore::start(folder, std::move(files), mode));
    return {};
  }
  Result<void> insert(std::span<const Row> rows) override {
    changelog::Batch batch;
    for (const Row& row : rows) batch.put(Table::record, row.key, row.value);
    return store_->commit(batch);
  }
  Result<void> find(BytesView key, Seen& seen) override {
    KITH_TRY(const auto value, store_->find(Table::record, key));
    if (!value) return fail(Code::INTERNAL, "a row that was written is not there");
    seen.rows += 1;
    seen.bytes += value->size();
    return {};
  }
  Result<void> scan(Seen& seen) override {
    return store_->scan(Table::record, {}, {}, [&seen](BytesView, BytesView value) {
      seen.rows += 1;
      seen.bytes += value.size();
      return true;
    });
  }
  Result<void> close() override {
    store_.reset();
    return {};
  }

 private:
  Secret key_ = Secret::copy_of(verify::system_random().bytes(crypto::kKeyBytes));
  std::unique_ptr<vault::RocksStore> store_;
};

Result<void> checked(const rocksdb::Status& status) {
  if (status.ok()) return {};
  return fail(Code::INTERNAL, worded("RocksDB: {0}", status.ToString()));
}

rocksdb::Slice slice_of(BytesView bytes) { return {as_text(bytes).data(), bytes.size()}; }

class RocksPeer final : public Peer {
 public:
  Result<void> open(const fs::path& folder) override {
    rocksdb::Options options =
        vault::rocks_options(rocksdb::Env::Default(), is_new(folder), vault::Profile::app);
    // What a vault has to do without.
    options.allow_fallocate = true;
    options.writable_file_max_buffer_size = rocksdb::Options().writable_file_max_buffer_size;
    rocksdb::DB* opened = nullptr;
    KITH_CHECK(checked(rocksdb::DB::Open(options, folder.string(), &opened)));
    db_.reset(opened);
    return {};
  }
  Result<void> insert(std::span<const Row> rows) override {
    rocksdb::WriteBatch batch;
    for (const Row& row : rows) KITH_CHECK(checked(batch.Put(slice_of(row.key), slice_of(row.value))));
    rocksdb::WriteOptions options;
    options.sync = true;
    return checked(db_->Write(options, &batch));
  }
  Result<void> find(BytesView key, Seen& seen) override {
    rocksdb::PinnableSlice value;
    KITH_CHECK(checked(db_->Get({}, db_->DefaultColumnFamily(), slice_of(key), &value)));
    const Bytes copy = to_bytes(as_bytes({value.data(), value.size()}));  // as a vault gives it
    seen.rows += 1;
    seen.bytes += copy.size();
    return {};
  }
  Result<void> scan(Seen& seen) override {
    const std::unique_ptr<rocksdb::Iterator> at(db_->NewIterator({}));
    for (at->SeekToFirst(); at->Valid(); at->Next()) {
      seen.rows += 1;
      seen.bytes += at->value().size();
    }
    return checked(at->status());
  }
  Result<void> close() override {
    const rocksdb::Status status = db_->Close();
    db_.reset();
    return checked(status);
  }

 private:
  std::unique_ptr<rocksdb::DB> db_;
};

}  // namespace

std::unique_ptr<Peer> kith_peer() { return std::make_unique<KithPeer>(); }
std::unique_ptr<Peer> rocksdb_peer() { return std::make_unique<RocksPeer>(); }

}  // namespace kith::bench
