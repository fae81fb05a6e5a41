// What every LogStore keeps, over the one in memory and the embedded one.

#include "kith/relay/rocks_log_store.h"

#include <rocksdb/db.h>
#include <rocksdb/perf_context.h>
#include <sys/resource.h>

#include <csignal>
#include <filesystem>

#include "kith/testing/matchers.h"
#include "memory_log_store.h"
#include "space_builder.h"
#include "kith/testing/temporary_folder.h"
#include "version_before.h"

namespace kith::testing {
namespace {

using relay::Change;
using relay::LogStore;

class LogStoreTest : public ::testing::TestWithParam<bool> {
 protected:
  void SetUp() override { open(); }
  void open() {
    store_.reset();
    if (GetParam()) {
      auto opened = relay::open_rocks_log_store(folder_.path() / "db");
      ASSERT_THAT(opened, IsOk());
      store_ = *std::move(opened);
    } else {
      store_ = std::make_unique<MemoryLogStore>();
    }
  }
  LogStore& store() { return *store_; }

  // A change that adds entries with these numbers by one author (0: a membership entry).
  Change change(const envelope::Head& before, std::initializer_list<std::uint64_t> numbers, std::size_t size = 300) {
    Change out;
    out.before = before;
    out.after.membership = builder_.founded();
    out.after.head = before == envelope::Head{} ? envelope::log_start(builder_.space) : before;
    out.after.created_ms = 77;
    out.after.admission = Bytes{1, 2};
    out.after.stored_bytes = 1234;
    out.after.data_bytes = {{1, 1000}, {2, 234}};
    for (const std::uint64_t number : numbers) {
      Bytes bytes(size, static_cast<Byte>(out.after.head.position + 1));
      const Hash id = envelope::entry_hash(bytes);
      out.after.head = envelope::log_next(out.after.head, id);
      out.entries.push_back({author_, number, id, {out.after.head.position, 99, out.after.head.running, bytes}});
    }
    return out;
  }
  static relay::AdmissionStep first_admission() {
    return {Hash{{1}}, std::nullopt, {"Amara's office", 10, 20, 3, 4, false}};
  }
  SpaceId space() const { return builder_.space; }

  TemporaryFolder folder_;
  envelope::SpaceBuilder builder_;
  SignKey author_{{42}};
  std::unique_ptr<LogStore> store_;
};

TEST_P(LogStoreTest, KnowsNothingAtFirst) {
  EXPECT_FALSE(store().space(space()).value());
  EXPECT_EQ(store().author(space(), author_).value().sequence, 0U);
  EXPECT_FALSE(store().entry(space(), 1).value());
  EXPECT_FALSE(store().position_of(space(), author_.view(), 1).value());
  EXPECT_TRUE(store().read(space(), 0, 1000).value().empty());
  EXPECT_FALSE(store().mailbox(MailboxId{{1}}, 0).value());
}

TEST_P(LogStoreTest, GivesBackAdmissions) {
  EXPECT_FALSE(store().admission(Hash{{1}}).value());
  const relay::AdmissionStep first = first_admission();
  const relay::AdmissionStep second{Hash{{2}}, std::nullopt, {"for ever", 11, 0, std::nullopt, 0, true}};
  ASSERT_THAT(store().put_admission(first), IsOk());
  ASSERT_THAT(store().put_admission(second), IsOk());
  EXPECT_EQ(store().admission(first.token).value(), first.after);
  EXPECT_EQ(store().admission(second.token).value(), second.after);
  const std::vector<std::pair<Hash, relay::Admission>> both = {{first.token, first.after}, {second.token, second.after}};
  EXPECT_EQ(store().admissions().value(), both);
}

TEST_P(LogStoreTest, AnAdmissionThatHasMovedOnIsNotWrittenOver) {
  relay::AdmissionStep step = first_admission();
  ASSERT_THAT(store().put_admission(step), IsOk());
  EXPECT_THAT(store().put_admission(step), Fails(Code::CONFLICT));
  step.before = step.after;
  step.after.revoked = true;
  EXPECT_THAT(store().put_admission(step), IsOk());
  EXPECT_THAT(store().put_admission(step), Fails(Code::CONFLICT));
}

// Counting a use and making the space are one: both or neither.
TEST_P(LogStoreTest, ASpaceAndTheUseOfItsAdmissionAreOneCommit) {
  const relay::AdmissionStep first = first_admission();
  ASSERT_THAT(store().put_admission(first), IsOk());
  Change made = change({}, {0, 1});
  made.admission = relay::AdmissionStep{first.token, std::nullopt, first.after};
  EXPECT_THAT(store().commit(made), Fails(Code::CONFLICT));
  EXPECT_FALSE(store().space(space()).value());
  made.admission->before = first.after;
  made.admission->after.uses_left = 2;
  Change too_late = made;
  too_late.before.position = 5;
  EXPECT_THAT(store().commit(too_late), Fails(Code::CONFLICT));
  EXPECT_EQ(store().admission(first.token).value(), first.after);
  ASSERT_THAT(store().commit(made), IsOk());
  EXPECT_TRUE(store().space(space()).value());
  EXPECT_EQ(store().admission(first.token).value(), made.admission->after);
}

TEST_P(LogStoreTest, GivesBackWhatACommitBrought) {
  const Change made = change({}, {0, 1, 2});
  ASSERT_THAT(store().commit(made), IsOk());
  const auto state = store().space(space()).value();
  ASSERT_TRUE(state);
  EXPECT_EQ(state->head, made.after.head);
  EXPECT_EQ(state->membership, made.after.membership);
  EXPECT_EQ(state->created_ms, 77);
  EXPECT_EQ(state->stored_bytes, 1234U);
  EXPECT_EQ(state->data_bytes, made.after.data_bytes);
  EXPECT_EQ(state->admission, (Bytes{1, 2}));
  EXPECT_EQ(store().author(space(), author_).value().sequence, 2U);
  EXPECT_EQ(store().author(space(), author_).value().id, made.entries[2].id);
  EXPECT_EQ(store().position_of(space(), made.entries[0].id.view(), 0).value(), 1U) << "membership by its id";
  EXPECT_EQ(store().position_of(space(), author_.view(), 2).value(), 3U) << "data by author and number";
  const auto entry = store().entry(space(), 3).value();
  ASSERT_TRUE(entry);
  EXPECT_EQ(entry->entry, made.entries[2].stored.entry);
  EXPECT_EQ(entry->running, made.after.head.running);
  EXPECT_EQ(entry->received_ms, 99);
  EXPECT_EQ(entry->position, 3U);
}

// With one sync, and each by itself.
TEST_P(LogStoreTest, OfManyChangesWhatRefusesOneLeavesTheOthers) {
  const auto of = [&](Byte number) {
    Change out = change({}, {0, 1});
    out.after.membership.space = SpaceId{{number}};
    return out;
  };
  std::vector<Change> changes{of(1), of(2), of(3), of(3)};
  changes[1].before.position = 5;
  std::vector<const Change*> all;
  for (const Change& one : changes) all.push_back(&one);
  const auto done = store().commit_all(all);
  ASSERT_EQ(done.size(), 4U);
  EXPECT_THAT(done[0], IsOk());
  EXPECT_THAT(done[1], Fails(Code::CONFLICT));
  EXPECT_THAT(done[2], IsOk());
  EXPECT_THAT(done[3], Fails(Code::CONFLICT)) << "a space stands once in a group";
  EXPECT_TRUE(store().space(SpaceId{{1}}).value());
  EXPECT_FALSE(store().space(SpaceId{{2}}).value());
  EXPECT_TRUE(store().read(SpaceId{{2}}, 0, 1000).value().empty()) << "a refusal leaves no trace";
  EXPECT_EQ(store().space(SpaceId{{3}}).value()->head, changes[2].after.head);
}

TEST_P(LogStoreTest, RefusesAChangeOfAStateThatIsOver) {
  const Change first = change({}, {0});
  ASSERT_THAT(store().commit(first), IsOk());
  EXPECT_THAT(store().commit(change({}, {0})), Fails(Code::CONFLICT)) << "it is there already";
  const Change second = change(first.after.head, {1});
  ASSERT_THAT(store().commit(second), IsOk());
  EXPECT_THAT(store().commit(change(first.after.head, {1})), Fails(Code::CONFLICT));
  EXPECT_EQ(store().space(space()).value()->head, second.after.head);
}

TEST_P(LogStoreTest, ReadsInOrderAndNoFurtherThanItsSpace) {
  const Change made = change({}, {0, 1, 2, 3, 4});
  ASSERT_THAT(store().commit(made), IsOk());
  const auto rows = store().read(space(), 1, 750).value();
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].position, 2U);
  EXPECT_EQ(store().read(space(), 1, 1).value().size(), 1U) << "one at least";
  EXPECT_EQ(store().read(space(), 0, 1'000'000).value().size(), 5U);
  SpaceId next = space();
  for (std::size_t i = next.bytes.size(); i-- > 0 && ++next.bytes[i] == 0;) {
  }
  EXPECT_TRUE(store().read(next, 0, 1000).value().empty());
}

TEST_P(LogStoreTest, MailboxesAreSweptWhenTheirTimeHasCome) {
  ASSERT_THAT(store().put_mailbox(MailboxId{{1}}, 0, {100, Bytes{1}}), IsOk());
  ASSERT_THAT(store().put_mailbox(MailboxId{{1}}, 1, {200, Bytes{2}}), IsOk());
  EXPECT_EQ(store().mailbox(MailboxId{{1}}, 1).value()->content, Bytes{2});
  EXPECT_EQ(store().mailbox(MailboxId{{1}}, 1).value()->expires_ms, 200);
  EXPECT_THAT(store().sweep_mailboxes(99, 10), IsOkAnd(2U));
  EXPECT_THAT(store().sweep_mailboxes(100, 10), IsOkAnd(1U));
  EXPECT_FALSE(store().mailbox(MailboxId{{1}}, 0).value());
  EXPECT_TRUE(store().mailbox(MailboxId{{1}}, 1).value());
}

TEST_P(LogStoreTest, ASweepErasesNoMoreThanItIsAllowedAndTheOldestFirst) {
  for (Byte i = 0; i < 5; ++i) {
    ASSERT_THAT(store().put_mailbox(MailboxId{{i}}, 0, {100 - i, Bytes{i}}), IsOk());
  }
  EXPECT_THAT(store().sweep_mailboxes(1000, 2), IsOkAnd(3U));
  EXPECT_FALSE(store().mailbox(MailboxId{{4}}, 0).value());
  EXPECT_FALSE(store().mailbox(MailboxId{{3}}, 0).value());
  EXPECT_TRUE(store().mailbox(MailboxId{{2}}, 0).value());
  EXPECT_THAT(store().sweep_mailboxes(1000, 10), IsOkAnd(0U));
}

TEST_P(LogStoreTest, ASlotThatWasWrittenAgainExpiresAtItsNewTime) {
  const MailboxId box{{1}};
  ASSERT_THAT(store().put_mailbox(box, 0, {100, Bytes{1}}), IsOk());
  ASSERT_THAT(store().put_mailbox(box, 0, {300, Bytes{2}}), IsOk());
  EXPECT_THAT(store().sweep_mailboxes(200, 10), IsOkAnd(1U));
  EXPECT_EQ(store().mailbox(box, 0).value()->content, Bytes{2});
  EXPECT_THAT(store().sweep_mailboxes(300, 10), IsOkAnd(0U));
}

TEST_P(LogStoreTest, AClockThatWasPutBackHidesNoSlotFromTheSweep) {
  ASSERT_THAT(store().put_mailbox(MailboxId{{1}}, 0, {1000, Bytes{1}}), IsOk());
  ASSERT_THAT(store().sweep_mailboxes(1000, 10), IsOkAnd(0U));
  ASSERT_THAT(store().put_mailbox(MailboxId{{2}}, 0, {150, Bytes{2}}), IsOk());
  EXPECT_THAT(store().sweep_mailboxes(200, 10), IsOkAnd(0U));
  EXPECT_FALSE(store().mailbox(MailboxId{{2}}, 0).value());
}

INSTANTIATE_TEST_SUITE_P(Stores, LogStoreTest, ::testing::Bool(),
                         [](const auto& which) { return which.param ? "Rocks" : "Memory"; });

struct RocksTest : LogStoreTest {
  std::string db() const { return (folder_.path() / "db").string(); }
};

TEST_P(RocksTest, IsThereAgainAfterTheFolderWasClosed) {
  const Change made = change({}, {0, 1}, 5000);
  ASSERT_THAT(store().commit(made), IsOk());
  open();
  EXPECT_EQ(store().space(space()).value()->head, made.after.head);
  EXPECT_EQ(store().read(space(), 0, 1'000'000).value().size(), 2U);
}

// Steps of RocksDB's iterators and keys that they passed over, on this thread.
class Touched {
 public:
  Touched() {
    rocksdb::SetPerfLevel(rocksdb::PerfLevel::kEnableCount);
    rocksdb::get_perf_context()->Reset();
  }
  ~Touched() { rocksdb::SetPerfLevel(rocksdb::PerfLevel::kDisable); }
  std::uint64_t rows() const {
    const rocksdb::PerfContext& steps = *rocksdb::get_perf_context();
    return steps.internal_key_skipped_count + steps.internal_delete_skipped_count +
           steps.seek_on_memtable_count + steps.next_on_memtable_count;
  }
};

TEST_P(RocksTest, ASweepTouchesAsMuchAsItErasesHoweverManySlotsThereAre) {
  for (Byte i = 0; i < 200; ++i) {
    ASSERT_THAT(store().put_mailbox(MailboxId{{i}}, 0, {i < 100 ? 100 : 500, Bytes{1}}), IsOk());
  }
  {
    const Touched nothing;
    EXPECT_THAT(store().sweep_mailboxes(50, 1000), IsOkAnd(200U));
    EXPECT_LE(nothing.rows(), 8U);
  }
  {
    const Touched some;
    EXPECT_THAT(store().sweep_mailboxes(100, 10), IsOkAnd(190U));
    EXPECT_LE(some.rows(), 30U);
  }
  ASSERT_THAT(store().sweep_mailboxes(100, 1000), IsOkAnd(100U));
  ASSERT_THAT(store().put_mailbox(MailboxId{{1}}, 0, {400, Bytes{1}}), IsOk());
  EXPECT_THAT(store().sweep_mailboxes(400, 10), IsOkAnd(100U)) << "from here on nothing before 400 is looked at";
  const Touched after;
  EXPECT_THAT(store().sweep_mailboxes(450, 1000), IsOkAnd(100U));
  EXPECT_LE(after.rows(), 8U) << "what was erased is not passed again";
}

TEST_P(RocksTest, CountsItsSlotsAgainWhenItIsOpened) {
  for (Byte i = 0; i < 3; ++i) ASSERT_THAT(store().put_mailbox(MailboxId{{i}}, 1, {100, Bytes{1}}), IsOk());
  open();
  EXPECT_THAT(store().sweep_mailboxes(50, 10), IsOkAnd(3U));
  EXPECT_THAT(store().sweep_mailboxes(100, 10), IsOkAnd(0U));
}

// A folder of the version before has slots and no index of when they expire.
TEST_P(RocksTest, AStoreOfTheVersionBeforeIsTakenOverWithItsMailboxes) {
  const Change made = change({}, {0, 1});
  ASSERT_THAT(store().commit(made), IsOk());
  ASSERT_THAT(store().put_mailbox(MailboxId{{1}}, 0, {100, Bytes{1}}), IsOk());
  ASSERT_THAT(store().put_mailbox(MailboxId{{2}}, 1, {200, Bytes{2}}), IsOk());
  store_.reset();
  set_version(db(), 1, {"expiry", "admission"});
  open();
  EXPECT_EQ(store().space(space()).value()->head, made.after.head);
  EXPECT_THAT(store().sweep_mailboxes(100, 10), IsOkAnd(1U));
  EXPECT_FALSE(store().mailbox(MailboxId{{1}}, 0).value());
  EXPECT_EQ(store().mailbox(MailboxId{{2}}, 1).value()->content, Bytes{2});
}

TEST_P(RocksTest, AStoreWithoutAdmissionsIsTakenOverWithItsMailboxes) {
  const Change made = change({}, {0, 1});
  ASSERT_THAT(store().commit(made), IsOk());
  ASSERT_THAT(store().put_mailbox(MailboxId{{1}}, 0, {100, Bytes{1}}), IsOk());
  store_.reset();
  set_version(db(), 2, {"admission"});
  open();
  EXPECT_EQ(store().space(space()).value()->head, made.after.head);
  EXPECT_TRUE(store().admissions().value().empty());
  EXPECT_THAT(store().put_admission(first_admission()), IsOk());
  EXPECT_THAT(store().sweep_mailboxes(100, 10), IsOkAnd(0U));
  store_.reset();
  open();
  EXPECT_EQ(store().admissions().value().size(), 1U) << "and it is one of this version from now on";
}

TEST_P(RocksTest, AStoreOfAnotherVersionIsRefusedByName) {
  store_.reset();
  set_version(db(), 4);
  EXPECT_THAT(relay::open_rocks_log_store(folder_.path() / "db"), Fails(Code::STORE_TOO_NEW));
  set_version(db(), 0);
  EXPECT_THAT(relay::open_rocks_log_store(folder_.path() / "db"), Fails(Code::STORE_TOO_OLD));
}

TEST_P(RocksTest, ASecondProcessIsTurnedAway) {
  EXPECT_THAT(relay::open_rocks_log_store(folder_.path() / "db"), Fails(Code::STORE_IN_USE));
}

// Files may grow no further for a while: what a write meets on a disk that fails.
class NoMoreBytes {
 public:
  NoMoreBytes() : signal_(std::signal(SIGXFSZ, SIG_IGN)) {
    (void)::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit small{4096, before_.rlim_max};
    (void)::setrlimit(RLIMIT_FSIZE, &small);
  }
  ~NoMoreBytes() {
    (void)::setrlimit(RLIMIT_FSIZE, &before_);
    (void)std::signal(SIGXFSZ, signal_);
  }

 private:
  rlimit before_{};
  void (*signal_)(int);
};

TEST_P(RocksTest, AfterAWriteThatFailedNothingIsTakenAndReadingGoesOn) {
  const Change first = change({}, {0});
  ASSERT_THAT(store().commit(first), IsOk());
  const Change large = change(first.after.head, {1}, 100'000);
  {
    const NoMoreBytes full;
    EXPECT_FALSE(store().commit(large).ok());
  }
  EXPECT_FALSE(store().commit(change(first.after.head, {1})).ok()) << "nobody knows what is on the disk";
  EXPECT_FALSE(store().put_mailbox(MailboxId{{1}}, 0, {100, Bytes{1}}).ok());
  EXPECT_EQ(store().space(space()).value()->head, first.after.head);
  EXPECT_EQ(store().read(space(), 0, 1000).value().size(), 1U);
  open();
  EXPECT_EQ(store().space(space()).value()->head, first.after.head) << "what was acknowledged is there";
  EXPECT_THAT(store().commit(large), IsOk());
}

INSTANTIATE_TEST_SUITE_P(Rocks, RocksTest, ::testing::Values(true));

}  // namespace
}  // namespace kith::testing
