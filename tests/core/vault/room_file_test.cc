#include "room_file.h"

#include <gmock/gmock.h>

#include "disk.h"
#include "fault_disk.h"
#include "kith/testing/matchers.h"

namespace kith::vault {
namespace {

using changelog::Batch;
using changelog::Table;
using kith::testing::IsOk;
using kith::testing::IsOkAnd;
using testing::copy_folder;
using testing::Fault;
using testing::FaultDisk;
using testing::file_like;
using testing::read_whole;
using testing::Rows;
using testing::rows_of;
using testing::SealedDisk;
using testing::SeededRandom;
using testing::TemporaryFolder;
namespace fs = std::filesystem;
using rocksdb::FileOptions;
using rocksdb::IOOptions;

class RoomFiles : public ::testing::Test {
 protected:
  std::unique_ptr<rocksdb::FSWritableFile> make() {
    std::unique_ptr<rocksdb::FSWritableFile> file;
    EXPECT_TRUE(disk_.NewWritableFile(path_.string(), FileOptions(), &file, nullptr).ok());
    return make_room_file(std::move(file));
  }
  void write(rocksdb::FSWritableFile& file, std::size_t size) {
    const Bytes bytes = random_.bytes(size);
    append(written_, bytes);
    ASSERT_TRUE(file.Append({as_text(bytes).data(), bytes.size()}, IOOptions(), nullptr).ok());
    EXPECT_EQ(file.GetFileSize(IOOptions(), nullptr), written_.size());
  }
  void commit(rocksdb::FSWritableFile& file, std::size_t size) {
    write(file, size);
    ASSERT_TRUE(file.Sync(IOOptions(), nullptr).ok());
  }
  // What was written, and zeros behind it.
  void expect_on_disk(std::size_t zeros) {
    Bytes expected = written_;
    expected.resize(written_.size() + zeros);
    EXPECT_EQ(read_whole(path_), expected);
  }

  TemporaryFolder temp_;
  fs::path path_ = temp_ / "000011.log";
  FaultDisk disk_{1};
  SeededRandom random_{2};
  Bytes written_;
};

TEST_F(RoomFiles, HaveRoomBehindASmallCommitAndAreUsedUpByTheNext) {
  const auto file = make();
  write(*file, 74);
  expect_on_disk(0);
  commit(*file, 700);
  expect_on_disk(kRoomStep);
  for (std::size_t used = 700; used + 700 <= kRoomStep; used += 700) {
    commit(*file, 700);
    ASSERT_EQ(fs::file_size(path_), 774 + kRoomStep);
  }
  while (fs::file_size(path_) == 774 + kRoomStep) commit(*file, 700);
  expect_on_disk(kRoomStep);
  ASSERT_TRUE(file->Close(IOOptions(), nullptr).ok());
  expect_on_disk(0);
}

TEST_F(RoomFiles, OfLargeCommitsHaveNone) {
  const auto file = make();
  write(*file, 74);
  for (int i = 0; i < 3; ++i) {
    write(*file, 66'000);
    commit(*file, 3000);  // the rest of the same
    expect_on_disk(0);
  }
  ASSERT_TRUE(file->Close(IOOptions(), nullptr).ok());
  expect_on_disk(0);
}

TEST_F(RoomFiles, AreCutOnTheDiskBeforeClosingReturns) {
  auto file = make();
  write(*file, 74);
  commit(*file, 700);
  ASSERT_TRUE(file->Close(IOOptions(), nullptr).ok());
  file.reset();
  disk_.lose_power();
  expect_on_disk(0);
}

// Nobody knows what is there: it is left to whoever cuts off what was not confirmed.
TEST_F(RoomFiles, AreLeftAloneAfterAWriteThatFailed) {
  const auto file = make();
  write(*file, 74);
  commit(*file, 700);
  disk_.plan(Fault::error_once, 1);
  EXPECT_FALSE(file->Sync(IOOptions(), nullptr).ok());
  EXPECT_TRUE(file->Close(IOOptions(), nullptr).ok());
  expect_on_disk(kRoomStep);
}

// Of a database: a crash leaves the room, and everything before it is read; closing leaves none.
TEST_F(RoomFiles, BehindTheLogOfADatabaseAreTheEndOfIt) {
  SealedDisk sealed;
  const fs::path db = temp_ / "db";
  fs::create_directory(db);
  Rows rows;
  {
    const auto store = RocksStore::start(db, sealed.files(), RocksStore::Mode::create);
    ASSERT_THAT(store, IsOk());
    for (int i = 0; i < 5; ++i) {
      Batch batch;
      const Bytes value = random_.bytes(300);
      batch.put(Table::entry, to_bytes(std::to_string(i)), value);
      rows[{Table::entry, to_bytes(std::to_string(i))}] = value;
      ASSERT_THAT((*store)->commit(batch), IsOk());
    }
    EXPECT_GT(fs::file_size(file_like(db, "", ".log")), kRoomStep);
    EXPECT_THAT((*store)->verify(0, {}), IsOk());
    copy_folder(db, temp_ / "crash");
  }
  EXPECT_LT(fs::file_size(file_like(db, "", ".log")), 5000U);
  for (const fs::path& dir : {db, temp_ / "crash"}) {
    const auto store = RocksStore::start(dir, sealed.files(), RocksStore::Mode::open);
    ASSERT_THAT(store, IsOk()) << dir;
    EXPECT_THAT(rows_of(**store), IsOkAnd(rows)) << dir;
  }
}

}  // namespace
}  // namespace kith::vault
