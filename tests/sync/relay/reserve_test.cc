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
  EXPECT_TRUE(reserve.lets(Claim::none));
  EXPECT_TRUE(reserve.tend());
  room->leave(100);
  EXPECT_TRUE(reserve.lets(Claim::none)) << "as much as is held back is free beside it";
}

TEST_F(ReserveTest, WithLessOnlyWhatEndsSomethingIsLetThrough) {
  room->leave(99);
  EXPECT_FALSE(reserve.lets(Claim::none));
  EXPECT_TRUE(reserve.lets(Claim::whole));
  EXPECT_EQ(room->left(), 99) << "there is room enough for an end";
}

TEST_F(ReserveTest, APartIsGivenToADiskThatIsFullToItsLastByte) {
  for (int i = 0; i < 4; ++i) {
    room->leave(0);
    EXPECT_TRUE(reserve.lets(Claim::whole));
    EXPECT_EQ(room->left(), 25);
    EXPECT_FALSE(reserve.lets(Claim::none));
  }
  room->leave(0);
  EXPECT_TRUE(reserve.lets(Claim::whole)) << "it may try";
  EXPECT_EQ(room->left(), 0) << "there is nothing left to give";
  EXPECT_FALSE(reserve.give(Claim::whole));
}

TEST_F(ReserveTest, WhatEndsSomethingAndIsLongUsesHalfOfIt) {
  room->leave(0);
  for (int i = 0; i < 2; ++i) {
    EXPECT_TRUE(reserve.lets(Claim::half));
    EXPECT_EQ(room->left(), 25);
    room->leave(0);
  }
  EXPECT_FALSE(reserve.lets(Claim::half));
  EXPECT_FALSE(reserve.give(Claim::half));
  EXPECT_EQ(room->left(), 0) << "nothing more was given for it";
  EXPECT_TRUE(reserve.lets(Claim::whole));
  EXPECT_EQ(room->left(), 25);
}

TEST_F(ReserveTest, EverythingIsLetThroughOnceAllOfItIsThereAgain) {
  room->leave(0);
  EXPECT_TRUE(reserve.give(Claim::whole));
  EXPECT_EQ(room->left(), 25);
  room->leave(124);
  EXPECT_FALSE(reserve.tend()) << "25 are to be held back again, and 100 are to be free";
  EXPECT_FALSE(reserve.lets(Claim::none));
  room->leave(125);
  EXPECT_TRUE(reserve.tend());
  EXPECT_EQ(room->left(), 100);
  EXPECT_TRUE(reserve.lets(Claim::none));
}

TEST_F(ReserveTest, ADiskThatSaidItWasFullIsFullUntilItWasLookedAt) {
  reserve.ran_out();
  EXPECT_FALSE(reserve.lets(Claim::none));
  EXPECT_TRUE(reserve.tend());
  EXPECT_TRUE(reserve.lets(Claim::none));
}

// A compaction that wants more than is held back: the store is not opened and closed with every second.
TEST_F(ReserveTest, WhereTheRoomIsTooLittleAgainAndAgainItIsTriedAfterPausesThatGrow) {
  const auto looks = [&] {
    int count = 1;
    while (!reserve.tend()) ++count;
    return count;
  };
  std::vector<int> pauses;
  for (int i = 0; i < 8; ++i) {
    reserve.ran_out();
    pauses.push_back(looks());
  }
  EXPECT_EQ(pauses, (std::vector<int>{1, 4, 8, 16, 32, 60, 60, 60}));
  reserve.ran_out();
  room->leave(room->left() + 25);
  EXPECT_EQ(looks(), 1) << "there is more of it: at once";
  for (int i = 0; i < 60; ++i) ASSERT_TRUE(reserve.tend());
  reserve.ran_out();
  EXPECT_EQ(looks(), 1) << "after a minute it is another trouble";
}

TEST_F(ReserveTest, TendingNoticesAFullDiskWithoutAWrite) {
  room->leave(99);
  EXPECT_FALSE(reserve.tend());
}

TEST(ReserveOfNothing, GoesByWhatTheDiskSays) {
  const auto room = std::make_shared<Room>(1 << 20);
  Reserve reserve(std::make_unique<SmallDisk>(room), 0);
  room->leave(0);
  EXPECT_TRUE(reserve.lets(Claim::none));
  reserve.ran_out();
  EXPECT_FALSE(reserve.lets(Claim::none));
  EXPECT_FALSE(reserve.give(Claim::whole));
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
