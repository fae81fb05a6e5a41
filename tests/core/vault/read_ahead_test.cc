#include "sealed/read_ahead.h"

#include <gmock/gmock.h>

#include <array>
#include <atomic>
#include <future>

namespace kith::vault {
namespace {

ReadAhead::Fill with(Byte value) {
  return [value](std::span<Byte> out) {
    std::fill(out.begin(), out.end(), value);
    return true;
  };
}

class ReadsAhead : public ::testing::Test {
 protected:
  Bytes take(const void* who, std::uint64_t offset, std::size_t most) {
    Bytes out(most);
    out.resize(ahead_.take(who, offset, out));
    return out;
  }
  // Asked for until it is being read: what he asked for before may just have been.
  void have(const void* who, std::uint64_t offset, std::size_t size, Byte value) {
    const auto begun = std::make_shared<std::atomic<bool>>(false);
    while (!*begun) {
      ahead_.start(who, offset, size, [begun, value](std::span<Byte> out) {
        *begun = true;
        std::fill(out.begin(), out.end(), value);
        return true;
      });
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }
  // What the thread has in hand until it is let go.
  void hold(const void* who) {
    ahead_.start(who, 0, 10, [this](std::span<Byte> out) {
      begun_.set_value();
      go_on_.get_future().wait();
      std::fill(out.begin(), out.end(), Byte{7});
      return true;
    });
    begun_.get_future().wait();
  }
  std::promise<void> begun_;
  std::promise<void> go_on_;
  const int one_ = 1;
  const int other_ = 2;
  ReadAhead ahead_;
};

TEST_F(ReadsAhead, GivesWhatWasReadOnceToWhomItIsForAndAtItsPlaceOnly) {
  EXPECT_THAT(take(&one_, 100, 10), ::testing::IsEmpty());
  have(&one_, 100, 10, 5);
  EXPECT_THAT(take(&other_, 100, 10), ::testing::IsEmpty());
  EXPECT_THAT(take(&one_, 101, 10), ::testing::IsEmpty());
  EXPECT_EQ(take(&one_, 100, 20), Bytes(10, 5));
  EXPECT_THAT(take(&one_, 100, 20), ::testing::IsEmpty());
}

TEST_F(ReadsAhead, GivesNoMoreThanFits) {
  have(&one_, 0, 10, 5);
  EXPECT_EQ(take(&one_, 0, 4), Bytes(4, 5));
  EXPECT_THAT(take(&one_, 4, 4), ::testing::IsEmpty());
}

TEST_F(ReadsAhead, KeepsAPieceForEachOfThoseWhoAsk) {
  have(&one_, 0, 10, 5);
  have(&other_, 3, 2, 6);
  EXPECT_EQ(take(&one_, 0, 10), Bytes(10, 5));
  EXPECT_EQ(take(&other_, 3, 10), Bytes(2, 6));
}

TEST_F(ReadsAhead, KeepsWhatSomebodyAskedForLast) {
  have(&one_, 0, 10, 5);
  have(&one_, 50, 10, 6);
  EXPECT_THAT(take(&one_, 0, 10), ::testing::IsEmpty());
  EXPECT_EQ(take(&one_, 50, 10), Bytes(10, 6));
}

TEST_F(ReadsAhead, LaysAsideTheOldestForWhatComesNext) {
  std::array<int, ReadAhead::kPieces + 1> many{};
  for (std::size_t i = 0; i < many.size(); ++i) have(&many[i], 0, 10, static_cast<Byte>(i + 1));
  EXPECT_THAT(take(many.data(), 0, 10), ::testing::IsEmpty());
  for (std::size_t i = 1; i < many.size(); ++i) EXPECT_EQ(take(&many[i], 0, 10), Bytes(10, static_cast<Byte>(i + 1)));
}

// Who comes before anybody began reads for himself, and does not wait for others.
TEST_F(ReadsAhead, DoesNotKeepAnybodyWaitingForWhatHasNotBegun) {
  hold(&one_);
  std::atomic<bool> called = false;
  ahead_.start(&other_, 0, 10, [&called](std::span<Byte>) { return called = true; });
  EXPECT_THAT(take(&other_, 0, 10), ::testing::IsEmpty());
  go_on_.set_value();
  EXPECT_EQ(take(&one_, 0, 10), Bytes(10, 7));
  EXPECT_FALSE(called);
}

TEST_F(ReadsAhead, WaitsForWhatIsBeingReadAndGivesUpNothingOfIt) {
  hold(&one_);
  ahead_.start(&one_, 50, 10, with(5));
  auto taking = std::async(std::launch::async, [this] { return take(&one_, 0, 10); });
  EXPECT_EQ(taking.wait_for(std::chrono::milliseconds(30)), std::future_status::timeout);
  go_on_.set_value();
  EXPECT_EQ(taking.get(), Bytes(10, 7));
}

TEST_F(ReadsAhead, GivesNothingOfWhatFailed) {
  ahead_.start(&one_, 0, 10, [this](std::span<Byte>) {
    begun_.set_value();
    return false;
  });
  begun_.get_future().wait();
  EXPECT_THAT(take(&one_, 0, 10), ::testing::IsEmpty());
  have(&one_, 0, 10, 5);
  EXPECT_EQ(take(&one_, 0, 10), Bytes(10, 5));
}

TEST_F(ReadsAhead, GivesNothingOfWhatThrew) {
  ahead_.start(&one_, 0, 10, [this](std::span<Byte>) -> bool {
    begun_.set_value();
    throw std::bad_alloc();
  });
  begun_.get_future().wait();
  EXPECT_THAT(take(&one_, 0, 10), ::testing::IsEmpty());
  // More than there can be: it throws before anything is asked of the system.
  ahead_.start(&one_, 0, std::size_t{1} << 63U, with(5));
  EXPECT_THAT(take(&one_, 0, 10), ::testing::IsEmpty());
  have(&one_, 0, 10, 5);
  EXPECT_EQ(take(&one_, 0, 10), Bytes(10, 5));
}

// A file that is closed: what is being read of it is read to its end, and nothing afterwards.
TEST_F(ReadsAhead, ForgettingWaitsForWhatIsBeingRead) {
  hold(&one_);
  std::atomic<bool> called = false;
  ahead_.start(&other_, 0, 10, [&called](std::span<Byte>) { return called = true; });
  ahead_.forget(&other_);  // does not wait
  std::atomic<bool> forgotten = false;
  auto forgetting = std::async(std::launch::async, [&] {
    ahead_.forget(&one_);
    forgotten = true;
  });
  EXPECT_EQ(forgetting.wait_for(std::chrono::milliseconds(30)), std::future_status::timeout);
  EXPECT_FALSE(forgotten);
  go_on_.set_value();
  forgetting.wait();
  EXPECT_THAT(take(&one_, 0, 10), ::testing::IsEmpty());
  EXPECT_FALSE(called);
}

TEST_F(ReadsAhead, EndsWithWhatIsStillThere) {
  for (int i = 0; i < 50; ++i) {
    ReadAhead ahead;
    ahead.start(&one_, 0, 100'000, with(5));
  }
}

}  // namespace
}  // namespace kith::vault
