// What a person sees of a record, from its puts and removals.

#include "kith/model/record_state.h"

#include <gmock/gmock.h>

namespace kith::model {
namespace {

Put put(Byte name, std::int64_t time_ms, Byte author, const char* text, bool removed = false) {
  Put out;
  out.name.entry.bytes.fill(name);
  out.time_ms = time_ms;
  out.author.bytes.fill(author);
  out.value = std::string(text);
  out.removed = removed;
  return out;
}

RecordState with(std::vector<Put> first, std::vector<Put> second = {}) {
  RecordState state;
  state.kind = Kind::note;
  if (!first.empty()) state.fields[1] = std::move(first);
  if (!second.empty()) state.fields[2] = std::move(second);
  return state;
}

TEST(RecordState, TheHighestTimeThenAuthorThenNameShows) {
  EXPECT_EQ(shown_put({put(1, 9, 1, "late"), put(2, 2, 9, "early")}).value, Value("late"));
  EXPECT_EQ(shown_put({put(1, 9, 2, "higher author"), put(2, 9, 1, "lower")}).value, Value("higher author"));
  EXPECT_EQ(shown_put({put(1, 9, 1, "lower"), put(2, 9, 1, "higher name")}).value, Value("higher name"));
}

TEST(RecordState, NothingIsSeenOfWhatHoldsNothingOrWasWithdrawn) {
  EXPECT_FALSE(visible(with({})));
  RecordState state = with({put(1, 1, 1, "a")});
  EXPECT_TRUE(visible(state));
  state.withdrawn = true;
  EXPECT_FALSE(visible(state));
}

TEST(RecordState, RemovedWholeItIsNotSeen) {
  RecordState state = with({put(1, 1, 1, "a", true)}, {put(2, 1, 2, "b", true)});
  state.removals.push_back({});
  EXPECT_FALSE(visible(state));
  EXPECT_FALSE(contested(state));
}

// One put that the removal missed keeps all of the record, and a person decides.
TEST(RecordState, RemovedInPartItIsSeenWholeAndContested) {
  RecordState state = with({put(1, 1, 1, "a", true)}, {put(2, 1, 2, "b")});
  state.removals.push_back({});
  const auto record = visible(state);
  ASSERT_TRUE(record);
  EXPECT_EQ(record->text(1), "a");
  EXPECT_EQ(record->text(2), "b");
  EXPECT_TRUE(contested(state));
  state.withdrawn = true;
  EXPECT_FALSE(contested(state));
}

TEST(RecordState, WithoutARemovalNothingIsContested) { EXPECT_FALSE(contested(with({put(1, 1, 1, "a")}))); }

}  // namespace
}  // namespace kith::model
