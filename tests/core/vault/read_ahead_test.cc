#include "sealed/read_ahead.h"

#include <gmock/gmock.h>

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
  // What the thread has in hand until it is let go.
  ReadAhead::Fill held() {
    return [this](std::span<Byte> out) {
      begun_.set_value();
      go_on_.get_future().wait();
      std::fill(out.begin(), out.end(), Byte{7});
      return true;
    };
  }
  std::promise<void> begun_;
  std::promise<void> go_on_;
  const int one_ = 1;
  const int other_ = 2;
  ReadAhead ahead_;
};

TEST_F(ReadsAhead, GivesWhatWasReadOnceToWhomItIsForAndAtItsPlaceOnly) {
  EXPECT_THAT(take(&one_, 100, 10), ::testing::IsEmpty());
  ahead_.start(&one_, 100, 10, with(5));
  EXPECT_THAT(take(&other_, 100, 10), ::testing::IsEmpty());
  EXPECT_THAT(take(&one_, 101, 10), ::testing::IsEmpty());
  EXPECT_EQ(take(&one_, 100, 20), Bytes(10, 5));
  EXPECT_THAT(take(&one_, 100, 20), ::testing::IsEmpty());
}

TEST_F(ReadsAhead, GivesNoMoreThanFits) {
  ahead_.start(&one_, 0, 10, with(5));
  EXPECT_EQ(take(&one_, 0, 4), Bytes(4, 5));
  EXPECT_THAT(take(&one_, 4, 4), ::testing::IsEmpty());
}

TEST_F(ReadsAhead, HasOneThingInHandAtATime) {
  ahead_.start(&one_, 0, 10, held());
  begun_.get_future().wait();
  std::atomic<bool> called = false;
  ahead_.start(&other_, 0, 10, [&called](std::span<Byte>) { return called = true; });
  EXPECT_THAT(take(&other_, 0, 10), ::testing::IsEmpty());
  go_on_.set_value();
  EXPECT_EQ(take(&one_, 0, 10), Bytes(10, 7));
  EXPECT_FALSE(called);
}

TEST_F(ReadsAhead, LaysAsideWhatNobodyTookForWhatComesNext) {
  ahead_.start(&one_, 0, 10, with(5));
  while (take(&one_, 0, 0).size() != 0) {
  }
  ahead_.start(&other_, 3, 2, with(6));
  EXPECT_THAT(take(&one_, 0, 10), ::testing::IsEmpty());
  EXPECT_EQ(take(&other_, 3, 10), Bytes(2, 6));
}

TEST_F(ReadsAhead, GivesNothingOfWhatFailed) {
  ahead_.start(&one_, 0, 10, [](std::span<Byte>) { return false; });
  EXPECT_THAT(take(&one_, 0, 10), ::testing::IsEmpty());
  ahead_.start(&one_, 0, 10, with(5));
  EXPECT_EQ(take(&one_, 0, 10), Bytes(10, 5));
}

// A file that is closed: what is being read of it is read to its end, and nothing afterwards.
TEST_F(ReadsAhead, ForgettingWaitsForWhatIsBeingRead) {
  ahead_.start(&one_, 0, 10, held());
  begun_.get_future().wait();
  std::atomic<bool> forgotten = false;
  auto forgetting = std::async(std::launch::async, [&] {
    ahead_.forget(&one_);
    forgotten = true;
  });
  ahead_.forget(&other_);  // does not wait
  EXPECT_EQ(forgetting.wait_for(std::chrono::milliseconds(30)), std::future_status::timeout);
  EXPECT_FALSE(forgotten);
  go_on_.set_value();
  forgetting.wait();
  EXPECT_THAT(take(&one_, 0, 10), ::testing::IsEmpty());
}

TEST_F(ReadsAhead, EndsWithWhatIsStillThere) {
  for (int i = 0; i < 50; ++i) {
    ReadAhead ahead;
    ahead.start(&one_, 0, 100'000, with(5));
  }
}

}  // namespace
}  // namespace kith::vault
