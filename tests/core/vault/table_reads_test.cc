// That RocksDB and the sealed blocks fit together: what it wants of a table file again is one block
// of ours, read and opened by itself. Nothing would be wrong if not, only slow.

#include <gmock/gmock.h>

#include "disk.h"
#include "kith/testing/matchers.h"

namespace kith::vault {
namespace {

using changelog::Batch;
using changelog::Table;
using kith::testing::IsOk;
using testing::file_like;
using testing::SeededRandom;
using testing::TemporaryFolder;

// A disk that notes each read of a table file: where, and how long.
class ReadsNoted final : public rocksdb::FileSystemWrapper {
 public:
  using Reads = std::vector<std::pair<std::uint64_t, std::size_t>>;
  ReadsNoted() : FileSystemWrapper(rocksdb::FileSystem::Default()) {}
  const char* Name() const override { return "ReadsNoted"; }
  rocksdb::IOStatus NewRandomAccessFile(const std::string& name, const rocksdb::FileOptions& options,
                                        std::unique_ptr<rocksdb::FSRandomAccessFile>* out,
                                        rocksdb::IODebugContext* debug) override {
    std::unique_ptr<rocksdb::FSRandomAccessFile> file;
    const auto done = target()->NewRandomAccessFile(name, options, &file, debug);
    if (done.ok()) *out = std::make_unique<File>(std::move(file), name.ends_with(".sst") ? this : nullptr);
    return done;
  }
  Reads take() {
    const std::lock_guard lock(mu_);
    return std::exchange(reads_, {});
  }

 private:
  class File final : public rocksdb::FSRandomAccessFileOwnerWrapper {
   public:
    File(std::unique_ptr<rocksdb::FSRandomAccessFile> file, ReadsNoted* noting)
        : FSRandomAccessFileOwnerWrapper(std::move(file)), noting_(noting) {}
    rocksdb::IOStatus Read(uint64_t offset, size_t n, const rocksdb::IOOptions& options, rocksdb::Slice* result,
                           char* scratch, rocksdb::IODebugContext* debug) const override {
      if (noting_ != nullptr) {
        const std::lock_guard lock(noting_->mu_);
        noting_->reads_.emplace_back(offset, n);
      }
      return FSRandomAccessFileOwnerWrapper::Read(offset, n, options, result, scratch, debug);
    }

   private:
    ReadsNoted* noting_;
  };
  std::mutex mu_;
  Reads reads_;
};

TEST(TableReads, OfARowAreOneBlock) {
  const TemporaryFolder temp;
  SeededRandom random(5);
  testing::SealedDisk keys;
  const auto disk = std::make_shared<ReadsNoted>();
  const auto start = [&](RocksStore::Mode mode) {
    auto store = RocksStore::start(temp.path(), make_sealed_file_system(disk, keys.key().clone(), random), mode);
    EXPECT_THAT(store, IsOk());
    return *std::move(store);
  };
  constexpr int kRows = 2000;
  const auto key = [](int i) { return to_bytes("row " + std::to_string(i)); };
  {
    const auto store = start(RocksStore::Mode::create);
    Batch batch;
    for (int i = 0; i < kRows; ++i) batch.put(Table::record, key(i), random.bytes(600));
    ASSERT_THAT(store->commit(batch), IsOk());
  }
  const auto store = start(RocksStore::Mode::open);
  const auto path = file_like(temp.path(), "", ".sst");
  const BlockMap map = testing::map_of(testing::read_whole(path), keys.key(), path.filename().string());
  ASSERT_GT(map.count(), kRows / 7U);
  std::map<std::uint64_t, std::size_t> blocks;
  for (std::size_t i = 0; i < map.count(); ++i)
    blocks[map.sealed_begin(i)] = static_cast<std::size_t>(map.sealed_begin(i + 1) - map.sealed_begin(i));
  (void)disk->take();
  std::size_t reads = 0;
  for (int i = 0; i < kRows; i += 20) {
    ASSERT_THAT(store->find(Table::record, key(i)), IsOk());
    for (const auto& [offset, size] : disk->take()) {
      ++reads;
      const auto block = blocks.find(offset);
      ASSERT_TRUE(block != blocks.end() && block->second == size) << "row " << i << ": " << size << " at " << offset;
    }
  }
  EXPECT_GT(reads, kRows / 20U / 2) << "most were in no memory yet";
}

// The last 53 plain bytes of a table file, as RocksDB's own document has them: the kind of checksum
// first, the format twelve bytes before the end.
TEST(TableReads, FormatIsTheSameWhateverRocksDbWouldChoose) {
  const TemporaryFolder temp;
  testing::SealedDisk keys;
  for (const auto mode : {RocksStore::Mode::create, RocksStore::Mode::open}) {
    const auto store = RocksStore::start(temp.path(), keys.files(), mode);
    ASSERT_THAT(store, IsOk());
    Batch batch;
    batch.put(Table::record, Bytes{1}, Bytes(100, 1));
    ASSERT_THAT((*store)->commit(batch), IsOk());
  }
  const std::string path = file_like(temp.path(), "", ".sst").string();
  std::unique_ptr<rocksdb::FSSequentialFile> file;
  ASSERT_TRUE(keys.files()->NewSequentialFile(path, rocksdb::FileOptions(), &file, nullptr).ok());
  std::vector<char> plain(64 * 1024);
  rocksdb::Slice got;
  ASSERT_TRUE(file->Read(plain.size(), rocksdb::IOOptions(), &got, plain.data(), nullptr).ok());
  ASSERT_GT(got.size(), 53U);
  const rocksdb::Slice footer(got.data() + got.size() - 53, 53);
  EXPECT_EQ(footer[0], 4) << "XXH3";
  EXPECT_EQ(footer.ToString().substr(41, 4), std::string("\5\0\0\0", 4));
}

}  // namespace
}  // namespace kith::vault
