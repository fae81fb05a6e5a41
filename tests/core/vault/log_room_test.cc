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

// A disk that gives as much room as it is told, and notes what is asked of logs.
class RoomDisk final : public rocksdb::FileSystemWrapper {
 public:
  enum class Gives { all, half, nothing };
  explicit RoomDisk(Gives gives) : FileSystemWrapper(rocksdb::FileSystem::Default()), gives_(gives) {}
  const char* Name() const override { return "RoomDisk"; }
  rocksdb::IOStatus NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* out,
                                    rocksdb::IODebugContext* debug) override {
    std::unique_ptr<rocksdb::FSWritableFile> file;
    const auto done = target()->NewWritableFile(name, options, &file, debug);
    if (done.ok() && name.ends_with(".log")) *out = std::make_unique<File>(std::move(file), *this);
    else *out = std::move(file);
    return done;
  }
  void fail_writes() { failing_ = true; }
  const std::vector<std::string>& calls() const { return calls_; }

 private:
  class File final : public rocksdb::FSWritableFileOwnerWrapper {
   public:
    File(std::unique_ptr<rocksdb::FSWritableFile> file, RoomDisk& disk)
        : FSWritableFileOwnerWrapper(std::move(file)), disk_(disk) {}
    using FSWritableFileOwnerWrapper::Append;
    rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                             rocksdb::IODebugContext* debug) override {
      if (disk_.failing_) return rocksdb::IOStatus::NoSpace("the test wants it");
      return FSWritableFileOwnerWrapper::Append(data, options, debug);
    }
    rocksdb::IOStatus Allocate(uint64_t at, uint64_t size, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override {
      disk_.calls_.emplace_back("room");
      if (disk_.gives_ == Gives::nothing) return rocksdb::IOStatus::NotSupported("the test wants it");
      const std::uint64_t given = disk_.gives_ == Gives::half ? size / 2 : size;
      const auto done = FSWritableFileOwnerWrapper::Allocate(at, given, options, debug);
      return given < size ? rocksdb::IOStatus::NoSpace("the test wants it") : done;
    }
    rocksdb::IOStatus Truncate(uint64_t size, const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) override {
      disk_.calls_.emplace_back("cut");
      return FSWritableFileOwnerWrapper::Truncate(size, options, debug);
    }
    rocksdb::IOStatus Fsync(const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) override {
      disk_.calls_.emplace_back("sync with length");
      return FSWritableFileOwnerWrapper::Fsync(options, debug);
    }
    rocksdb::IOStatus Close(const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) override {
      disk_.calls_.emplace_back("close");
      return FSWritableFileOwnerWrapper::Close(options, debug);
    }

   private:
    RoomDisk& disk_;
  };
  const Gives gives_;
  bool failing_ = false;
  std::vector<std::string> calls_;
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

// Before the inventory has the length of it, it has to be the length.
TEST_F(LogRoom, IsGivenBackByALogThatIsClosedAndThatIsSynced) {
  const auto disk = std::make_shared<RoomDisk>(RoomDisk::Gives::all);
  {
    auto store = start(RocksStore::Mode::create, disk);
    for (int i = 0; i < 20; ++i) put(*store, 100);
    EXPECT_EQ(disk->calls(), std::vector<std::string>{"room"});
  }
  EXPECT_THAT(disk->calls(), ::testing::ElementsAre("room", "cut", "sync with length", "close"));
  EXPECT_EQ(log_size(), 20 * kSectorBytes);
  EXPECT_NE(testing::read_whole(file_like(db(), "", ".log")).back(), 0);
  EXPECT_THAT(rows_of(*start(RocksStore::Mode::open, disk)), IsOkAnd(rows_));
}

TEST_F(LogRoom, IsNotMissedWhereTheDiskGivesNone) {
  const auto disk = std::make_shared<RoomDisk>(RoomDisk::Gives::nothing);
  auto store = start(RocksStore::Mode::create, disk);
  put(*store, 100);
  EXPECT_EQ(log_size(), kSectorBytes);
  for (int i = 0; i < 20; ++i) put(*store, 5000);
  EXPECT_GT(log_size(), 100'000U);
  store.reset();
  EXPECT_THAT(rows_of(*start(RocksStore::Mode::open, disk)), IsOkAnd(rows_));
}

// A disk that is nearly full makes the file as long as it can, and says no.
TEST_F(LogRoom, OfWhichOnlyAPartWasGivenIsGivenBackToo) {
  const auto disk = std::make_shared<RoomDisk>(RoomDisk::Gives::half);
  auto store = start(RocksStore::Mode::create, disk);
  put(*store, 100);
  EXPECT_GT(log_size(), 100U * 1024);
  put(*store, 100);
  store.reset();
  EXPECT_EQ(log_size(), 2 * kSectorBytes);
  EXPECT_THAT(rows_of(*start(RocksStore::Mode::open, disk)), IsOkAnd(rows_));
}

TEST_F(LogRoom, IsNotAskedForByALogInWhichNothingIs) {
  const auto disk = std::make_shared<RoomDisk>(RoomDisk::Gives::all);
  start(RocksStore::Mode::create, disk);
  EXPECT_THAT(disk->calls(), ::testing::ElementsAre("close"));
}

TEST_F(LogRoom, IsNotAskedForByALogThatHasFailed) {
  const auto disk = std::make_shared<RoomDisk>(RoomDisk::Gives::all);
  const auto files = make_sealed_file_system(disk, keys_.key().clone(), random_);
  std::unique_ptr<rocksdb::FSWritableFile> file;
  const rocksdb::IOOptions options;
  ASSERT_TRUE(files->NewWritableFile((db() / "000001.log").string(), rocksdb::FileOptions(), &file, nullptr).ok());
  for (const std::size_t size : {1U, 230'000U}) {  // most of the room
    ASSERT_TRUE(file->Append(std::string(size, 'x'), options, nullptr).ok());
    ASSERT_TRUE(file->Sync(options, nullptr).ok());
  }
  disk->fail_writes();
  ASSERT_TRUE(file->Append(std::string(700'000, 'x'), options, nullptr).IsNoSpace());
  EXPECT_FALSE(file->Close(options, nullptr).ok());
  EXPECT_EQ(std::count(disk->calls().begin(), disk->calls().end(), "room"), 1);
}

}  // namespace
}  // namespace kith::vault
