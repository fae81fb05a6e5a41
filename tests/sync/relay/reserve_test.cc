// What may be written when a disk gets full, and the real disk's reserve.

#include "embedded/reserve.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "kith/testing/temporary_folder.h"
#include "small_disk.h"

namespace kith::relay {
namespace {

using testing::Room;
using testing::SmallDisk;

struct ReserveTest : ::testing::Test {
  std::shared_ptr<Room> room = std::make_shared<Room>(1000);
  Reserve reserve{std::make_unique<SmallDisk>(room), 100};
};

TEST_F(ReserveTest, HoldsBackWhatItWasToldAndLetsEverythingThrough) {
  EXPECT_EQ(room->left(), 900);
  EXPECT_TRUE(reserve.lets(false));
  EXPECT_TRUE(reserve.tend());
  room->leave(100);
  EXPECT_TRUE(reserve.lets(false)) << "as much as is held back is free beside it";
}

TEST_F(ReserveTest, WithLessOnlyWhatEndsSomethingIsLetThrough) {
  room->leave(99);
  EXPECT_FALSE(reserve.lets(false));
  EXPECT_TRUE(reserve.lets(true));
  EXPECT_EQ(room->left(), 99) << "there is room enough for an end";
}

TEST_F(ReserveTest, APartIsGivenToADiskThatIsFullToItsLastByte) {
  for (int i = 0; i < 4; ++i) {
    room->leave(0);
    EXPECT_TRUE(reserve.lets(true));
    EXPECT_EQ(room->left(), 25);
    EXPECT_FALSE(reserve.lets(false));
  }
  room->leave(0);
  EXPECT_TRUE(reserve.lets(true)) << "it may try";
  EXPECT_EQ(room->left(), 0) << "there is nothing left to give";
  EXPECT_FALSE(reserve.give());
}

TEST_F(ReserveTest, EverythingIsLetThroughOnceAllOfItIsThereAgain) {
  room->leave(0);
  EXPECT_TRUE(reserve.give());
  EXPECT_EQ(room->left(), 25);
  room->leave(124);
  EXPECT_FALSE(reserve.tend()) << "25 are to be held back again, and 100 are to be free";
  EXPECT_FALSE(reserve.lets(false));
  room->leave(125);
  EXPECT_TRUE(reserve.tend());
  EXPECT_EQ(room->left(), 100);
  EXPECT_TRUE(reserve.lets(false));
}

TEST_F(ReserveTest, ADiskThatSaidItWasFullIsFullUntilItWasLookedAt) {
  reserve.ran_out();
  EXPECT_FALSE(reserve.lets(false));
  EXPECT_TRUE(reserve.tend());
  EXPECT_TRUE(reserve.lets(false));
}

TEST_F(ReserveTest, TendingNoticesAFullDiskWithoutAWrite) {
  room->leave(99);
  EXPECT_FALSE(reserve.tend());
}

TEST(ReserveOfNothing, GoesByWhatTheDiskSays) {
  const auto room = std::make_shared<Room>(1 << 20);
  Reserve reserve(std::make_unique<SmallDisk>(room), 0);
  room->leave(0);
  EXPECT_TRUE(reserve.lets(false));
  reserve.ran_out();
  EXPECT_FALSE(reserve.lets(false));
  EXPECT_FALSE(reserve.give());
  room->leave((1 << 20) - 1);
  EXPECT_FALSE(reserve.tend());
  room->leave(1 << 20);
  EXPECT_TRUE(reserve.tend());
}

TEST(DiskOfAFolder, HoldsBackBlocksAndNotAHole) {
  const testing::TemporaryFolder folder;
  const auto file = folder.path() / "reserve";
  const auto disk = disk_of(folder.path());
  EXPECT_GT(disk->free_bytes(), 0U);
  EXPECT_EQ(disk->held(), 0U);
  ASSERT_TRUE(disk->hold(1 << 20));
  EXPECT_EQ(disk_of(folder.path())->held(), 1U << 20U) << "it is found again";
  struct stat seen {};
  ASSERT_EQ(::stat(file.c_str(), &seen), 0);
  EXPECT_GE(seen.st_blocks * 512, 1 << 20);
  EXPECT_EQ(seen.st_mode & 0777U, 0600U);
  ASSERT_TRUE(disk->hold(1 << 18));
  EXPECT_EQ(disk->held(), 1U << 18U);
  ASSERT_TRUE(disk->hold(0));
  EXPECT_FALSE(std::filesystem::exists(file));
  EXPECT_FALSE(disk_of(folder.path() / "nowhere")->hold(10));
}

}  // namespace
}  // namespace kith::relay
