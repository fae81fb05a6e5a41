// RS-29: a full disk. Reading goes on, ends are written out of the reserve, nothing that was acknowledged is lost,
// and writing goes on by itself when there is room again.

#include <atomic>
#include <thread>

#include "embedded/rocks_parts.h"
#include "kith/testing/matchers.h"
#include "kith/testing/temporary_folder.h"
#include "small_disk.h"
#include "space_builder.h"
#include "version_before.h"

namespace kith::testing {
namespace {

using relay::Change;
using relay::LogStore;

constexpr std::int64_t kPlenty = 1LL << 32U;
constexpr std::uint64_t kReserve = 8U << 20U;

class FullDisk : public ::testing::Test {
 protected:
  void open(std::uint64_t reserve_bytes) {
    store_.reset();
    auto opened = relay::open_rocks_log_store(
        folder_.path() / "db", relay::RocksParts{std::make_unique<SmallDisk>(room_), reserve_bytes, env_.get()});
    ASSERT_THAT(opened, IsOk());
    store_ = *std::move(opened);
  }
  LogStore& store() { return *store_; }
  void fill() { room_->leave(0); }
  void make_room() { room_->leave(kPlenty); }

  // The next entry of a space that is named by a number.
  Change change(Byte space, std::size_t size = 300, bool ends = false) {
    Change out;
    out.ends = ends;
    envelope::Membership membership = builder_.founded();
    membership.space = id(space);
    const auto now = store().space(id(space)).value();
    if (now) out.before = now->head;
    out.after.membership = membership;
    out.after.head = now ? now->head : envelope::log_start(id(space));
    Bytes bytes(size, static_cast<Byte>(out.after.head.position + 1));
    const Hash hash = envelope::entry_hash(bytes);
    out.after.head = envelope::log_next(out.after.head, hash);
    out.entries.push_back({SignKey{{space}}, out.after.head.position, hash,
                           {out.after.head.position, 99, out.after.head.running, bytes}});
    return out;
  }
  static SpaceId id(Byte space) { return SpaceId{{space}}; }
  std::uint64_t position(Byte space) {
    const auto now = store().space(id(space)).value();
    return now ? now->head.position : 0;
  }
  // Slots of mailboxes from..to, which expire then.
  void put(Byte from, Byte to, std::int64_t expires_ms) {
    for (Byte i = from; i <= to; ++i) {
      ASSERT_THAT(store().put_mailbox(MailboxId{{i}}, 0, {expires_ms, Bytes{i}}), IsOk());
    }
  }
  bool there(Byte mailbox) { return store().mailbox(MailboxId{{mailbox}}, 0).value().has_value(); }
  // The disk is full to its last byte, and a write has met that.
  void run_out() {
    room_->leave(static_cast<std::int64_t>(kReserve));
    EXPECT_THAT(store().commit(change(1, kReserve + 1000)), Fails(Code::NO_SPACE));
    fill();
  }
  // With room, and tended every now and then: what a file of RocksDB's own met may be told a moment later.
  bool goes_on(Byte space) {
    for (int i = 0; i < 100; ++i) {
      if (store().commit(change(space)).ok()) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
      EXPECT_THAT(store().tend(), IsOk());
    }
    return false;
  }
  // Every entry up to the head is there.
  void expect_whole(Byte space) {
    const std::uint64_t last = position(space);
    const auto rows = store().read(id(space), 0, 1U << 30U);
    ASSERT_THAT(rows, IsOk());
    ASSERT_EQ(rows->size(), last);
    for (std::uint64_t i = 0; i < last; ++i) EXPECT_EQ((*rows)[i].position, i + 1);
  }

  TemporaryFolder folder_;
  envelope::SpaceBuilder builder_;
  std::shared_ptr<Room> room_ = std::make_shared<Room>(kPlenty);
  std::shared_ptr<SmallFileSystem> files_ = std::make_shared<SmallFileSystem>(room_);
  std::unique_ptr<rocksdb::Env> env_ = rocksdb::NewCompositeEnv(files_);
  std::unique_ptr<LogStore> store_;
};

TEST_F(FullDisk, RS29_ReadingGoesOnAndNothingElseIsTaken) {
  open(kReserve);
  ASSERT_THAT(store().commit(change(1)), IsOk());
  fill();
  EXPECT_THAT(store().commit(change(1)), Fails(Code::NO_SPACE));
  EXPECT_THAT(store().commit(change(2)), Fails(Code::NO_SPACE));
  EXPECT_THAT(store().put_mailbox(MailboxId{{1}}, 0, {100, Bytes{1}}), Fails(Code::NO_SPACE));
  EXPECT_THAT(store().tend(), IsOkAnd(false));
  EXPECT_EQ(position(1), 1U);
  expect_whole(1);
}

TEST_F(FullDisk, RS29_AnEndIsWrittenOutOfTheReserve) {
  open(kReserve);
  ASSERT_THAT(store().commit(change(1)), IsOk());
  for (int i = 0; i < 3; ++i) {
    fill();
    EXPECT_THAT(store().commit(change(1)), Fails(Code::NO_SPACE));
    EXPECT_THAT(store().commit(change(1, 300, true)), IsOk()) << i;
  }
  fill();
  EXPECT_THAT(store().sweep_mailboxes(100, 10), IsOkAnd(0U));
  EXPECT_EQ(position(1), 4U);
  open(kReserve);
  expect_whole(1);
}

// One member with many spaces of his own leaves all of them, with as much as a leave may take along.
TEST_F(FullDisk, RS29_LongEndsDoNotUseUpWhatShortOnesNeed) {
  open(kReserve);
  for (Byte space = 1; space <= 3; ++space) ASSERT_THAT(store().commit(change(space)), IsOk());
  int taken = 0;
  for (; taken < 100; ++taken) {
    fill();
    if (!store().commit(change(1, 128 * 1024, true)).ok()) break;
  }
  EXPECT_GT(taken, 0);
  EXPECT_LE(taken, 2) << "half of it, in quarters";
  fill();
  EXPECT_THAT(store().commit(change(2, 300, true)), IsOk());
}

// With one sync for all of them, each by itself.
TEST_F(FullDisk, RS29_OfManyChangesThoseThatEndSomethingAreWritten) {
  open(kReserve);
  for (Byte space = 1; space <= 4; ++space) ASSERT_THAT(store().commit(change(space)), IsOk());
  fill();
  const std::vector<Change> changes{change(1), change(2, 300, true), change(3, 128 * 1024, true), change(4)};
  std::vector<const Change*> all;
  for (const Change& one : changes) all.push_back(&one);
  const auto done = store().commit_all(all);
  ASSERT_EQ(done.size(), 4U);
  EXPECT_THAT(done[0], Fails(Code::NO_SPACE));
  EXPECT_THAT(done[1], IsOk());
  EXPECT_THAT(done[2], IsOk());
  EXPECT_THAT(done[3], Fails(Code::NO_SPACE));
  EXPECT_EQ(position(1), 1U);
  EXPECT_EQ(position(2), 2U);
  EXPECT_EQ(position(3), 2U);
}

TEST_F(FullDisk, RS29_WritingGoesOnWhenThereIsRoomAgain) {
  open(kReserve);
  ASSERT_THAT(store().commit(change(1)), IsOk());
  fill();
  EXPECT_THAT(store().commit(change(1)), Fails(Code::NO_SPACE));
  EXPECT_THAT(store().commit(change(1, 300, true)), IsOk());
  make_room();
  EXPECT_THAT(store().commit(change(1)), Fails(Code::NO_SPACE)) << "the reserve is not whole yet";
  EXPECT_THAT(store().tend(), IsOkAnd(true));
  EXPECT_THAT(store().commit(change(1)), IsOk());
  EXPECT_EQ(position(1), 3U);
}

TEST_F(FullDisk, RS29_AWriteThatTheDiskDidNotTakeIsMadeAgainLater) {
  open(0);
  ASSERT_THAT(store().commit(change(1)), IsOk());
  const Change large = change(1, 100'000);
  room_->leave(5'000);
  EXPECT_THAT(store().commit(large), Fails(Code::NO_SPACE));
  EXPECT_THAT(store().commit(change(1)), Fails(Code::NO_SPACE)) << "although there would be room for this one";
  EXPECT_THAT(store().tend(), IsOkAnd(false));
  expect_whole(1);
  make_room();
  EXPECT_THAT(store().tend(), IsOkAnd(true));
  EXPECT_THAT(store().commit(large), IsOk());
  EXPECT_EQ(position(1), 2U);
  open(0);
  expect_whole(1);
}

// The last bytes went between the look and the write: an end gives some back, opens again, and is written.
TEST_F(FullDisk, RS29_AnEndIsWrittenAlsoAfterAWriteThatTheDiskDidNotTake) {
  open(kReserve);
  ASSERT_THAT(store().commit(change(1)), IsOk());
  room_->leave(static_cast<std::int64_t>(kReserve));
  EXPECT_THAT(store().commit(change(1, kReserve + 1000)), Fails(Code::NO_SPACE));
  fill();
  EXPECT_THAT(store().commit(change(1, 300, true)), IsOk());
  EXPECT_EQ(position(1), 2U);
  make_room();
  EXPECT_THAT(store().tend(), IsOkAnd(true));
  EXPECT_THAT(store().commit(change(1)), IsOk());
  open(kReserve);
  expect_whole(1);
}

TEST_F(FullDisk, RS29_ARelayThatStartsOnAFullDiskReadsAndWaits) {
  open(0);
  ASSERT_THAT(store().commit(change(1)), IsOk());
  store_.reset();
  fill();
  open(0);
  EXPECT_EQ(position(1), 1U);
  EXPECT_THAT(store().commit(change(1)), Fails(Code::NO_SPACE));
  EXPECT_THAT(store().commit(change(1, 300, true)), Fails(Code::NO_SPACE)) << "nothing was held back";
  EXPECT_THAT(store().tend(), IsOkAnd(false));
  make_room();
  EXPECT_THAT(store().tend(), IsOkAnd(true));
  EXPECT_THAT(store().commit(change(1)), IsOk());
  expect_whole(1);
}

// The slots, the index of when they expire and their count, over an opening that a sweep on a full disk brings about.
TEST_F(FullDisk, RS29_ASweepOnAFullDiskErasesAndTheCountIsRightAfterItOpenedAgain) {
  open(kReserve);
  ASSERT_THAT(store().commit(change(1)), IsOk());
  put(1, 3, 100);
  put(4, 5, 500);
  run_out();
  EXPECT_THAT(store().put_mailbox(MailboxId{{6}}, 0, {100, Bytes{6}}), Fails(Code::NO_SPACE));
  EXPECT_THAT(store().sweep_mailboxes(100, 2), IsOkAnd(3U)) << "out of the reserve, the store was opened again";
  EXPECT_THAT(store().put_mailbox(MailboxId{{6}}, 0, {100, Bytes{6}}), Fails(Code::NO_SPACE));
  make_room();
  EXPECT_THAT(store().tend(), IsOkAnd(true));
  EXPECT_THAT(store().sweep_mailboxes(99, 10), IsOkAnd(3U));
  put(6, 7, 300);
  put(4, 4, 600);
  EXPECT_THAT(store().sweep_mailboxes(99, 10), IsOkAnd(5U)) << "one of them was there";
  EXPECT_THAT(store().sweep_mailboxes(100, 10), IsOkAnd(4U));
  EXPECT_THAT(store().sweep_mailboxes(500, 10), IsOkAnd(1U));
  EXPECT_TRUE(there(4));
  EXPECT_FALSE(there(5));
  open(kReserve);
  EXPECT_THAT(store().sweep_mailboxes(599, 10), IsOkAnd(1U));
  EXPECT_THAT(store().sweep_mailboxes(600, 10), IsOkAnd(0U));
  EXPECT_FALSE(there(4));
}

// A write that the disk took and would not promise to keep is refused, and is there after all.
TEST_F(FullDisk, RS29_ASlotThatWasRefusedAndIsThereAfterAllIsCounted) {
  open(0);
  put(1, 1, 100);
  room_->take_when_asked(false);
  EXPECT_THAT(store().put_mailbox(MailboxId{{2}}, 0, {200, Bytes{2}}), Fails(Code::NO_SPACE));
  room_->take_when_asked(true);
  EXPECT_THAT(store().tend(), IsOkAnd(true));
  ASSERT_TRUE(there(2));
  EXPECT_THAT(store().sweep_mailboxes(99, 10), IsOkAnd(2U));
  EXPECT_THAT(store().sweep_mailboxes(100, 10), IsOkAnd(1U));
  EXPECT_THAT(store().sweep_mailboxes(200, 10), IsOkAnd(0U));
}

// Whoever comes to a full relay has it sweep: nobody may use up the reserve like that.
TEST_F(FullDisk, RS29_ASweepThatErasesNothingTakesNothingOfTheReserve) {
  open(kReserve);
  put(1, 2, 100);
  run_out();
  for (int i = 0; i < 10; ++i) EXPECT_THAT(store().sweep_mailboxes(99, 10), IsOkAnd(2U));
  EXPECT_EQ(room_->left(), 0);
  EXPECT_THAT(store().sweep_mailboxes(100, 10), IsOkAnd(0U));
  EXPECT_GT(room_->left(), 0);
}

// The index cannot be made on a full disk: until there is room the store is read without it.
TEST_F(FullDisk, RS29_AStoreOfTheVersionBeforeIsReadOnAFullDiskAndTakenOverWhenThereIsRoom) {
  open(0);
  ASSERT_THAT(store().commit(change(1)), IsOk());
  put(1, 2, 100);
  put(3, 3, 500);
  store_.reset();
  set_version((folder_.path() / "db").string(), 1, {"expiry", "admission"});
  fill();
  open(0);
  expect_whole(1);
  EXPECT_TRUE(there(1));
  EXPECT_THAT(store().sweep_mailboxes(100, 10), Fails(Code::NO_SPACE));
  EXPECT_THAT(store().put_mailbox(MailboxId{{4}}, 0, {500, Bytes{4}}), Fails(Code::NO_SPACE));
  EXPECT_THAT(store().tend(), IsOkAnd(false));
  make_room();
  EXPECT_THAT(store().tend(), IsOkAnd(true));
  put(4, 4, 500);
  EXPECT_THAT(store().sweep_mailboxes(100, 10), IsOkAnd(2U));
  EXPECT_FALSE(there(1));
  open(0);
  EXPECT_THAT(store().sweep_mailboxes(100, 10), IsOkAnd(2U));
  EXPECT_TRUE(there(3));
}

TEST_F(FullDisk, RS29_AStoreWithoutAdmissionsIsReadOnAFullDiskAndTakenOverWhenThereIsRoom) {
  open(0);
  ASSERT_THAT(store().commit(change(1)), IsOk());
  store_.reset();
  set_version((folder_.path() / "db").string(), 2, {"admission"});
  fill();
  open(0);
  expect_whole(1);
  EXPECT_TRUE(store().admissions().value().empty());
  EXPECT_FALSE(store().admission(Hash{{1}}).value());
  const relay::AdmissionStep step{Hash{{1}}, std::nullopt, {"office", 1, 0, std::nullopt, 0, false}};
  EXPECT_THAT(store().put_admission(step), Fails(Code::NO_SPACE));
  make_room();
  EXPECT_THAT(store().tend(), IsOkAnd(true));
  EXPECT_THAT(store().put_admission(step), IsOk());
}

// What RocksDB writes by itself meets the full disk, and no write does.
TEST_F(FullDisk, RS29_AFileThatRocksWritesByItselfIsNoticedAndMadeGood) {
  constexpr std::size_t kLarge = 1'000'000;
  open(0);
  for (int i = 0; i < 15; ++i) ASSERT_THAT(store().commit(change(1, kLarge)), IsOk());
  room_->leave(6 * static_cast<std::int64_t>(kLarge));
  // With these the 16 MiB are full that are kept in memory, and more has to be written than there is room for.
  for (int i = 0; i < 3 && store().commit(change(1, kLarge)); ++i) {
  }
  Result<bool> takes = true;
  for (int i = 0; i < 500 && takes && *takes; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    takes = store().tend();
  }
  EXPECT_THAT(takes, IsOkAnd(false));
  expect_whole(1);
  make_room();
  EXPECT_THAT(store().tend(), IsOkAnd(true));
  EXPECT_THAT(store().commit(change(1)), IsOk());
  expect_whole(1);
}

// The disk gets full again and again under eight writers and a reader, in the middle of writes, of the files that
// RocksDB writes by itself, and of opening again.
TEST_F(FullDisk, RS29_NothingAcknowledgedIsLostOverManyTimes) {
  constexpr int kTimes = 5;
  constexpr int kWriters = 8;
  open(0);
  std::vector<std::uint64_t> acknowledged(kWriters, 0);
  std::atomic<bool> done{false};
  std::thread reader([&] {
    while (!done) {
      for (Byte space = 1; space <= kWriters; ++space) EXPECT_THAT(store().space(id(space)), IsOk());
    }
  });
  for (int time = 0; time < kTimes; ++time) {
    room_->leave(static_cast<std::int64_t>(1 + time % 3) * 9'000'000 + time * 1'000);
    std::vector<std::thread> writers;
    for (int n = 0; n < kWriters; ++n) {
      writers.emplace_back([&, n] {
        const Byte space = static_cast<Byte>(n + 1);
        for (int i = 0; i < 60; ++i) {
          const Change next = change(space, 200'000);
          const auto written = store().commit(next);
          if (!written) {
            EXPECT_THAT(written, Fails(Code::NO_SPACE));
            return;
          }
          acknowledged[n] = next.after.head.position;
        }
      });
    }
    for (std::thread& writer : writers) writer.join();
    EXPECT_THAT(store().tend(), IsOk()) << "whatever is left is not enough, or just so";
    make_room();
    for (Byte space = 1; space <= kWriters; ++space) {
      EXPECT_GE(position(space), acknowledged[space - 1]);
      EXPECT_TRUE(goes_on(space)) << "time " << time;
    }
  }
  done = true;
  reader.join();
  open(0);
  for (Byte space = 1; space <= kWriters; ++space) {
    EXPECT_GE(position(space), acknowledged[space - 1]);
    expect_whole(space);
  }
}

}  // namespace
}  // namespace kith::testing
