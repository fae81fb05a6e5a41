// The room behind a log of rows: that a commit does not change the length of the file, that a closed
// log has none, and that a disk which gives none is as good.

#include <gmock/gmock.h>

#include "disk.h"
#include "kith/testing/matchers.h"

namespace kith::vault {
namespace {

using changelog::Batch;
using changelog::Table;
using kith::testing::IsOk;
using kith::testing::IsOkAnd;
using testing::file_like;
using testing::Rows;
using testing::rows_of;
using testing::SeededRandom;
using testing::TemporaryFolder;
namespace fs = std::filesystem;

class NoRoom final : public rocksdb::FileSystemWrapper {
 public:
  NoRoom() : FileSystemWrapper(rocksdb::FileSystem::Default()) {}
  const char* Name() const override { return "NoRoom"; }
  rocksdb::IOStatus NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* out,
                                    rocksdb::IODebugContext* debug) override {
    std::unique_ptr<rocksdb::FSWritableFile> file;
    const auto done = target()->NewWritableFile(name, options, &file, debug);
    if (done.ok()) *out = std::make_unique<File>(std::move(file));
    return done;
  }

 private:
  struct File final : rocksdb::FSWritableFileOwnerWrapper {
    using FSWritableFileOwnerWrapper::FSWritableFileOwnerWrapper;
    rocksdb::IOStatus Allocate(uint64_t, uint64_t, const rocksdb::IOOptions&, rocksdb::IODebugContext*) override {
      return rocksdb::IOStatus::NotSupported("the test wants it");
    }
  };
};

class LogRoom : public ::testing::Test {
 protected:
  std::unique_ptr<RocksStore> start(RocksStore::Mode mode, std::shared_ptr<rocksdb::FileSystem> disk) {
    auto store = RocksStore::start(db(), make_sealed_file_system(std::move(disk), keys_.key().clone(), random_), mode);
    EXPECT_THAT(store, IsOk());
    return *std::move(store);
  }
  void put(RocksStore& store, std::size_t size) {
    Batch batch;
    const Bytes key = random_.bytes(8);
    const Bytes value = random_.bytes(size);
    batch.put(Table::record, key, value);
    ASSERT_THAT(store.commit(batch), IsOk());
    rows_[{Table::record, key}] = value;
  }
  fs::path db() const { return temp_.path(); }
  std::uint64_t log_size() const { return fs::file_size(file_like(db(), "", ".log")); }

  TemporaryFolder temp_;
  SeededRandom random_{4};
  testing::SealedDisk keys_;
  Rows rows_;
};

TEST_F(LogRoom, KeepsTheLengthOfTheFileThroughManyCommits) {
  auto store = start(RocksStore::Mode::create, rocksdb::FileSystem::Default());
  put(*store, 100);
  const std::uint64_t with_room = log_size();
  EXPECT_EQ(with_room % kSectorBytes, 0U);
  EXPECT_GE(with_room, 256U * 1024);
  for (int i = 0; i < 200; ++i) put(*store, 100);
  EXPECT_EQ(log_size(), with_room);
  for (int i = 0; i < 5; ++i) put(*store, 100'000);
  EXPECT_GE(log_size(), 600'000U);
  put(*store, 100);
  const std::uint64_t more = log_size();
  put(*store, 100);
  EXPECT_EQ(log_size(), more);
}

TEST_F(LogRoom, IsGivenBackByALogThatIsClosed) {
  {
    auto store = start(RocksStore::Mode::create, rocksdb::FileSystem::Default());
    for (int i = 0; i < 20; ++i) put(*store, 100);
  }
  EXPECT_EQ(log_size(), 20 * kSectorBytes);
  EXPECT_NE(testing::read_whole(file_like(db(), "", ".log")).back(), 0);
  EXPECT_THAT(rows_of(*start(RocksStore::Mode::open, rocksdb::FileSystem::Default())), IsOkAnd(rows_));
}

TEST_F(LogRoom, IsNotMissedWhereTheDiskGivesNone) {
  const auto disk = std::make_shared<NoRoom>();
  auto store = start(RocksStore::Mode::create, disk);
  put(*store, 100);
  EXPECT_EQ(log_size(), kSectorBytes);
  for (int i = 0; i < 20; ++i) put(*store, 5000);
  EXPECT_GT(log_size(), 100'000U);
  store.reset();
  EXPECT_THAT(rows_of(*start(RocksStore::Mode::open, disk)), IsOkAnd(rows_));
}

}  // namespace
}  // namespace kith::vault
