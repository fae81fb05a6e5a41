#include "kith/protocol/merge.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "kith/testing/seeded_random.h"

namespace kith::testing {
namespace {

using model::PutName;
using model::RecordState;
using protocol::canonical;
using protocol::Change;
using protocol::Op;

SignKey device(Byte n) {
  SignKey key;
  key.bytes.fill(n);
  return key;
}
PutName name(Byte entry, std::uint32_t index = 0) {
  PutName out;
  out.entry.bytes.fill(entry);
  out.index = index;
  return out;
}
bool same(const SignKey& a, const SignKey& b) { return a == b; }

Change put(const std::string& text, std::vector<PutName> replaces = {}, std::int64_t time = 1) {
  Change change;
  change.record.bytes.fill(1);
  change.kind = model::Kind::goal;
  change.field = 1;
  change.value = text;
  change.replaces = std::move(replaces);
  change.time_ms = time;
  return change;
}

std::string shown(const RecordState& state) {
  const auto record = model::visible(state);
  return record ? record->text(1) : "";
}

TEST(Merge, APutReplacesWhatItNamesAndNothingElse) {
  RecordState state;
  apply_change(state, put("a"), device(1), name(1), same);
  apply_change(state, put("b", {name(1)}, 2), device(2), name(2), same);
  EXPECT_EQ(state.fields.at(1).size(), 1U);
  apply_change(state, put("c", {name(1)}, 3), device(1), name(3), same);
  EXPECT_EQ(state.fields.at(1).size(), 2U) << "b was not named and is kept";
  EXPECT_EQ(shown(state), "c");
}

TEST(Merge, TheHigherTimeShowsAndThenTheHigherKey) {
  RecordState state;
  apply_change(state, put("late", {}, 9), device(1), name(1), same);
  apply_change(state, put("early", {}, 2), device(2), name(2), same);
  EXPECT_EQ(shown(state), "late");
  apply_change(state, put("same time, higher key", {}, 9), device(2), name(3), same);
  EXPECT_EQ(shown(state), "same time, higher key");
}

TEST(Merge, TheSamePutTwiceIsOnePut) {
  RecordState state;
  apply_change(state, put("a"), device(1), name(1), same);
  const RecordState once = state;
  apply_change(state, put("a"), device(1), name(1), same);
  EXPECT_EQ(state, once);
}

TEST(Merge, ARemoveTakesWhatItNamesAndAnUnseenPutSurvives) {
  RecordState state;
  apply_change(state, put("seen"), device(1), name(1), same);
  apply_change(state, put("unseen", {}, 2), device(2), name(2), same);
  Change remove = put("");
  remove.op = Op::remove;
  remove.replaces = {name(1)};
  apply_change(state, remove, device(1), name(3), same);
  EXPECT_EQ(shown(state), "unseen");
  EXPECT_TRUE(state.deleted);
  EXPECT_EQ(state.deleted_by, device(1));
}

TEST(Merge, ARecordRemovedWholeIsNotVisible) {
  RecordState state;
  apply_change(state, put("a"), device(1), name(1), same);
  Change remove = put("");
  remove.op = Op::remove;
  remove.replaces = {name(1)};
  apply_change(state, remove, device(1), name(2), same);
  EXPECT_FALSE(model::visible(state));
}

TEST(Merge, OnlyTheMemberWhoMadeItWithdraws) {
  RecordState state;
  apply_change(state, put("a"), device(1), name(1), same);
  Change withdraw = put("");
  withdraw.op = Op::withdraw;
  apply_change(state, withdraw, device(2), name(2), same);
  EXPECT_EQ(shown(state), "a");
  apply_change(state, withdraw, device(1), name(3), same);
  EXPECT_FALSE(model::visible(state));
  apply_change(state, put("back", {}, 99), device(1), name(4), same);
  EXPECT_FALSE(model::visible(state)) << "the id is burnt for ever";
}

// A relay held a row back: its put comes after the one that replaces it.
TEST(Merge, APutThatComesAfterTheOneThatReplacesItStaysReplaced) {
  const Change first = put("first");
  const Change second = put("second", {name(1)}, 2);
  Change gone;
  gone.record = first.record;
  gone.kind = first.kind;
  gone.op = Op::remove;
  gone.replaces = {name(3)};
  RecordState in_order;
  RecordState late;
  for (auto* state : {&in_order, &late}) apply_change(*state, put("base"), device(1), name(9), same);
  apply_change(in_order, first, device(1), name(1), same);
  apply_change(in_order, second, device(2), name(2), same);
  apply_change(in_order, put("third"), device(1), name(3), same);
  apply_change(in_order, gone, device(2), name(4), same);
  apply_change(late, second, device(2), name(2), same);
  apply_change(late, first, device(1), name(1), same);
  apply_change(late, gone, device(2), name(4), same);
  apply_change(late, put("third"), device(1), name(3), same);
  EXPECT_EQ(canonical(late), canonical(in_order));
  EXPECT_EQ(late.fields.at(1).size(), 2U);
}

TEST(Merge, OfOneDevicesLivePutsTheNewest32Stay) {
  RecordState state;
  for (Byte i = 1; i <= 40; ++i) apply_change(state, put(std::to_string(i), {}, i), device(1), name(i), same);
  EXPECT_EQ(state.fields.at(1).size(), protocol::kMaxLivePerAuthor);
  EXPECT_EQ(shown(state), "40");
  apply_change(state, put("other", {}, 0), device(2), name(50), same);
  EXPECT_EQ(state.fields.at(1).size(), protocol::kMaxLivePerAuthor + 1);
}

TEST(Merge, ConcurrentChangesInAnyOrderGiveEqualBytes) {
  SeededRandom random(5);
  RecordState base;
  apply_change(base, put("base"), device(1), name(1), same);
  std::vector<std::pair<Change, Byte>> changes;
  for (Byte i = 2; i < 9; ++i) changes.push_back({put("v" + std::to_string(i), {name(1)}, i % 3), i});
  Bytes expected;
  for (int round = 0; round < 200; ++round) {
    for (std::size_t i = changes.size(); i > 1; --i) std::swap(changes[i - 1], changes[random.below(i)]);
    RecordState state = base;
    for (const auto& [change, n] : changes) apply_change(state, change, device(n), name(n), same);
    if (round == 0) expected = canonical(state);
    EXPECT_EQ(canonical(state), expected);
  }
}

}  // namespace
}  // namespace kith::testing
