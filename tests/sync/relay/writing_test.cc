// Writes of many spaces at once, from the lane to the answer: grouped, in order, and nobody behind somebody else.
// ThreadSanitizer watches these.

#include <gmock/gmock.h>

#include <atomic>
#include <future>

#include "relay_world.h"
#include "work/writer.h"

namespace kith::testing {
namespace {

using ::testing::Each;
using ::testing::SizeIs;
using relay::Lane;
using relay::LaneKind;

// A disk that stands still until it is told to go on; it says how large each group was.
class SlowStore final : public relay::LogStore {
 public:
  explicit SlowStore(relay::LogStore& under) : under_(under) {}

  std::vector<Result<void>> commit_all(const std::vector<const relay::Change*>& changes) override {
    MutexLock lock(mu_);
    groups_.push_back(changes.size());
    changed_.notify_all();
    while (held_) changed_.wait(mu_);
    if (conflicts_ > 0) {
      --conflicts_;
      return std::vector<Result<void>>(changes.size(), fail(Code::CONFLICT, "somebody was quicker"));
    }
    lock.unlock();
    return under_.commit_all(changes);
  }
  void hold(bool held) {
    const MutexLock lock(mu_);
    held_ = held;
    changed_.notify_all();
  }
  // So many groups are refused because the log has moved on.
  void refuse(int groups) {
    const MutexLock lock(mu_);
    conflicts_ = groups;
  }
  void wait_for_groups(std::size_t count) {
    const MutexLock lock(mu_);
    while (groups_.size() < count) changed_.wait(mu_);
  }
  std::vector<std::size_t> groups() const {
    const MutexLock lock(mu_);
    return groups_;
  }

  Result<std::optional<relay::SpaceState>> space(const SpaceId& s) const override { return under_.space(s); }
  Result<relay::AuthorEnd> author(const SpaceId& s, const SignKey& a) const override { return under_.author(s, a); }
  Result<std::optional<std::uint64_t>> position_of(const SpaceId& s, BytesView who, std::uint64_t n) const override {
    return under_.position_of(s, who, n);
  }
  Result<std::optional<relay::StoredEntry>> entry(const SpaceId& s, std::uint64_t at) const override {
    return under_.entry(s, at);
  }
  Result<std::vector<relay::StoredEntry>> read(const SpaceId& s, std::uint64_t after, std::size_t most) const override {
    return under_.read(s, after, most);
  }
  Result<std::optional<relay::MailboxContent>> mailbox(const MailboxId& m, std::uint32_t slot) const override {
    return under_.mailbox(m, slot);
  }
  Result<void> put_mailbox(const MailboxId& m, std::uint32_t slot, const relay::MailboxContent& c) override {
    return under_.put_mailbox(m, slot, c);
  }
  Result<std::uint64_t> sweep_mailboxes(std::int64_t now, std::size_t most) override {
    return under_.sweep_mailboxes(now, most);
  }
  Result<std::optional<relay::Admission>> admission(const Hash& token) const override {
    return under_.admission(token);
  }
  Result<std::vector<std::pair<Hash, relay::Admission>>> admissions() const override { return under_.admissions(); }
  Result<void> put_admission(const relay::AdmissionStep& step) override { return under_.put_admission(step); }
  Result<bool> tend() override { return under_.tend(); }

 private:
  relay::LogStore& under_;
  mutable Mutex mu_;
  CondVar changed_;
  bool held_ KITH_GUARDED_BY(mu_) = false;
  int conflicts_ KITH_GUARDED_BY(mu_) = 0;
  std::vector<std::size_t> groups_ KITH_GUARDED_BY(mu_);
};

struct WritingTest : ::testing::Test {
  ~WritingTest() override {
    store.hold(false);
    commits.stop();
    pool.stop();
  }

  static std::unique_ptr<envelope::SpaceBuilder> space(Byte number) {
    return std::make_unique<envelope::SpaceBuilder>(envelope::SpaceKind::pair, number);
  }
  // A new space; its write stands in a lane of its own.
  std::future<Result<envelope::AppendReply>> found(const envelope::SpaceBuilder& of) {
    const Bytes entry = of.entry(of.founder, of.found_body());
    return write(relay::lane_of(LaneKind::writes, of.space.view()),
                 [this, entry] { return relay.judge_creation({}, entry, {}); });
  }
  std::future<Result<envelope::AppendReply>> write(const Lane& lane, relay::Writer::Judge judge) {
    auto promise = std::make_shared<std::promise<Result<envelope::AppendReply>>>();
    const auto answer = [promise](Result<envelope::AppendReply> reply) { promise->set_value(std::move(reply)); };
    pool.post(
        lane,
        [this, judge = std::move(judge), answer](relay::Turn turn) { writer.write(std::move(turn), judge, answer); },
        [answer] { answer(fail(Code::RATE_LIMITED, "turned away")); });
    return promise->get_future();
  }

  SeededRandom random{11};
  FakeClock clock;
  MemoryLogStore memory;
  SlowStore store{memory};
  relay::Hub hub;
  relay::Relay relay{store, hub, clock, random, verify::make_sign_pair(random), RelayWorld::open_to_all()};
  relay::WorkPool pool{2};
  relay::GroupCommit commits{store, clock, nullptr};
  relay::Writer writer{relay, commits, pool};
};

TEST_F(WritingTest, ManySpacesThatWaitForTheDiskAreWrittenWithOneSync) {
  constexpr Byte kSpaces = 60;
  store.hold(true);
  std::vector<std::future<Result<envelope::AppendReply>>> replies;
  replies.push_back(found(*space(1)));
  store.wait_for_groups(1);
  for (Byte number = 2; number <= kSpaces; ++number) replies.push_back(found(*space(number)));
  // All are judged although the disk stands still: two threads hold up nobody.
  while (pool.waiting() > 0) std::this_thread::yield();
  std::promise<void> behind;
  pool.post(relay::lane_of(LaneKind::reads, {}), [&](const relay::Turn&) { behind.set_value(); }, [] {});
  behind.get_future().wait();
  store.hold(false);
  for (auto& reply : replies) {
    const auto got = reply.get();
    ASSERT_THAT(got, IsOk());
    EXPECT_EQ(got->head.head.position, 1U);
  }
  // The last one or two may have been judged when the second group had been gathered already.
  EXPECT_LE(store.groups().size(), 4U) << "sixty writes, and as many syncs as before would be sixty";
}

TEST_F(WritingTest, TheWritesOfOneSpaceAreOneAfterAnotherInTheirOrder) {
  const auto of = space(1);
  ASSERT_THAT(found(*of).get(), IsOk());
  const auto challenge = relay.challenge();
  const Bytes token = relay.authenticate(challenge, {{of->space, of->founder.transport.key,
                                                      envelope::answer_challenge(of->founder.transport, relay.key(),
                                                                                 of->space, challenge)}})
                          ->front();
  std::vector<std::future<Result<envelope::AppendReply>>> replies;
  Hash previous;
  for (std::uint64_t sequence = 1; sequence <= 20; ++sequence) {
    const auto state = *memory.space(of->space).value();
    envelope::EntryHeader header = of->header(of->founder, state.membership.last);
    header.epoch = state.membership.epoch;
    header.sequence = sequence;
    header.previous = previous;
    header.seen = {1, memory.entry(of->space, 1).value()->running};
    const Bytes entry = envelope::make_entry(header, Bytes(100, 5), of->founder.sign);
    previous = envelope::entry_hash(entry);
    replies.push_back(write(relay::lane_of(LaneKind::writes, of->space.view()), [this, token, entry, id = of->space] {
      return relay.judge_append(token, id, {entry});
    }));
  }
  for (std::uint64_t sequence = 1; sequence <= 20; ++sequence) {
    const auto reply = replies[sequence - 1].get();
    ASSERT_THAT(reply, IsOk());
    EXPECT_EQ(reply->results.front().verdict, Verdict::counted) << sequence;
    EXPECT_EQ(reply->results.front().position, sequence + 1);
  }
  EXPECT_THAT(store.groups(), Each(1U));
}

TEST_F(WritingTest, WhatFindsTheLogMovedOnIsJudgedOnceMore) {
  store.refuse(3);
  std::atomic<int> judged = 0;
  const auto of = space(1);
  const Bytes entry = of->entry(of->founder, of->found_body());
  const auto reply = write(relay::lane_of(LaneKind::writes, of->space.view()), [&] {
                       ++judged;
                       return relay.judge_creation({}, entry, {});
                     }).get();
  EXPECT_THAT(reply, IsOk());
  EXPECT_EQ(judged, 4);
  EXPECT_THAT(store.groups(), SizeIs(4));
}

TEST_F(WritingTest, WhatFindsItMovedOnForEverIsGivenUp) {
  store.refuse(1'000);
  EXPECT_THAT(found(*space(1)).get(), Fails(Code::CONFLICT));
  EXPECT_THAT(store.groups(), SizeIs(relay::Relay::kMostTries));
}

TEST_F(WritingTest, AStoreThatFailsIsToldToEachAndItsLaneGoesOn) {
  memory.fail_with(Code::NO_SPACE);
  EXPECT_THAT(found(*space(1)).get(), Fails(Code::NO_SPACE));
  memory.fail_with(Code{});
  EXPECT_THAT(found(*space(1)).get(), IsOk());
}

TEST_F(WritingTest, TwoChangesOfOneSpaceAreNeverInOneGroup) {
  store.hold(true);
  const auto of = space(1);
  const Bytes entry = of->entry(of->founder, of->found_body());
  const auto judge = [this, entry] { return relay.judge_creation({}, entry, {}); };
  auto other = found(*space(9));
  store.wait_for_groups(1);
  auto one = write(relay::lane_of(LaneKind::creations, Bytes{1}), judge);
  auto two = write(relay::lane_of(LaneKind::creations, Bytes{2}), judge);
  while (commits.waiting() < 2) std::this_thread::yield();
  store.hold(false);
  for (auto* reply : {&other, &one, &two}) EXPECT_THAT(reply->get(), IsOk());
  EXPECT_THAT(store.groups(), Each(1U));
}

// Of a token with two uses, three spaces at one time: each use is counted, and the third is refused.
TEST_F(WritingTest, TwoThatUseOneAdmissionAreNeverInOneGroup) {
  relay::Relay closed(store, hub, clock, random, verify::make_sign_pair(random), relay::RelayOptions{});
  relay::Writer to_closed(closed, commits, pool);
  const std::string token = *closed.make_admission("office", 2, 0);
  store.hold(true);
  auto other = found(*space(9));
  store.wait_for_groups(1);
  std::vector<std::future<Result<envelope::AppendReply>>> replies;
  for (Byte number = 1; number <= 3; ++number) {
    const auto of = space(number);
    const Bytes entry = of->entry(of->founder, of->found_body());
    auto promise = std::make_shared<std::promise<Result<envelope::AppendReply>>>();
    replies.push_back(promise->get_future());
    pool.post(
        relay::lane_of(LaneKind::creations, Bytes{number}),
        [&, entry, promise](relay::Turn turn) {
          to_closed.write(std::move(turn), [&, entry] { return closed.judge_creation(as_bytes(token), entry, {}); },
                          [promise](Result<envelope::AppendReply> reply) { promise->set_value(std::move(reply)); });
        },
        [] {});
  }
  while (commits.waiting() < 3) std::this_thread::yield();
  store.hold(false);
  EXPECT_THAT(other.get(), IsOk());
  int made = 0;
  for (auto& reply : replies) {
    const auto got = reply.get();
    if (got.ok()) {
      ++made;
    } else {
      EXPECT_THAT(got, Fails(Code::PERMISSION_DENIED));
    }
  }
  EXPECT_EQ(made, 2);
  EXPECT_EQ(closed.admissions().value().front().spaces_made, 2U);
  EXPECT_THAT(store.groups(), Each(1U));
}

// What was seen: one member who resends what is known took another space's append from under a millisecond to 143.
TEST_F(WritingTest, ACallOfAnotherSpaceIsSecondHoweverManyOfOneWait) {
  relay::WorkPool one(1);
  std::promise<void> go;
  const std::shared_future<void> gate = go.get_future().share();
  std::promise<void> begun;
  one.post(relay::lane_of(LaneKind::reads, {}), [&](const relay::Turn&) { begun.set_value(); gate.wait(); }, [] {});
  begun.get_future().wait();
  std::atomic<int> done = 0;
  std::promise<int> place;
  for (int i = 0; i < 100; ++i) {
    one.post(relay::lane_of(LaneKind::writes, Bytes{1}), [&](const relay::Turn&) { ++done; }, [] {});
  }
  one.post(relay::lane_of(LaneKind::writes, Bytes{2}), [&](const relay::Turn&) { place.set_value(done); }, [] {});
  go.set_value();
  EXPECT_EQ(place.get_future().get(), 1);
  one.stop();
  EXPECT_EQ(done, 100);
}

TEST_F(WritingTest, WhatIsTurnedAwayIsToldAtOnceAndTheRestGoesOn) {
  store.hold(true);
  const Lane lane = relay::lane_of(LaneKind::mailboxes, Bytes{1});
  std::atomic<int> away = 0;
  std::atomic<int> done = 0;
  std::promise<void> go;
  const std::shared_future<void> gate = go.get_future().share();
  for (int i = 0; i < 200; ++i) {
    pool.post(lane, [&](const relay::Turn&) { gate.wait(); ++done; }, [&] { ++away; });
  }
  EXPECT_GE(away, 200 - 129) << "128 wait, and one may have begun";
  EXPECT_LE(away, 200 - 128);
  go.set_value();
  pool.stop();
  EXPECT_EQ(done + away, 200);
}

}  // namespace
}  // namespace kith::testing
