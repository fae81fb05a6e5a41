// The search index is brought up to date in steps of bounded size, and a crash behind any of them loses nothing.

#include <gmock/gmock.h>

#include "kith/client/search.h"
#include "kith/search/query.h"
#include "replica/replica_impl.h"
#include "rows/stepped_batch.h"
#include "world.h"

namespace kith::testing {
namespace {

using changelog::Table;
using client::kSelfSpace;
using client::SteppedBatch;
using model::Kind;

struct IndexSteps : World {
  // Notes of forty words each that no other has.
  void write(int from, int to) {
    std::vector<client::Fields> fields;
    for (int i = from; i < to; ++i) {
      std::string text = "entry";
      for (int word = 0; word < 40; ++word) text += " number" + std::to_string(i) + "of" + std::to_string(word);
      fields.push_back({{1, text}});
    }
    ASSERT_THAT(mentor.replica->create_records(kSelfSpace, Kind::note, fields), IsOk());
  }
  std::size_t found(const std::string& words) {
    client::SearchRequest request;
    request.query = search::parse_query(words);
    const auto page = mentor.replica->search(request);
    EXPECT_THAT(page, IsOk());
    return page.ok() ? page->found : 0;
  }
  // The store as it is, opened anew, says of all of them what it did.
  void is_whole(int notes) {
    mentor.restart();
    EXPECT_EQ(found("entry"), static_cast<std::size_t>(notes));
    EXPECT_EQ(found("number7of3"), 1U);
    EXPECT_EQ(found("number" + std::to_string(notes - 1) + "of39"), 1U);
    const auto checked = mentor.replica->check_index();
    ASSERT_THAT(checked, IsOk());
    EXPECT_EQ(checked->documents, static_cast<std::uint64_t>(notes));
  }
  // Rows of segments that the state does not name.
  std::size_t left_over() {
    const auto state = *client::decode_index_state(**mentor.store.find(Table::index_documents, client::state_key()));
    std::set<Bytes> named;
    for (const auto& segment : state->segments) named.insert(client::segment_prefix(segment.number));
    std::size_t out = 0;
    for (const auto& [key, value] : mentor.store.copy()) {
      const bool list = key.first == Table::index_lists;
      out += list && !named.contains(Bytes(key.second.begin(), key.second.begin() + 4)) ? 1 : 0;
    }
    return out;
  }
};

TEST_F(IndexSteps, NoCommitIsLongerThanAStepHoweverMuchIsTakenIn) {
  write(0, 1500);
  // A store that has seen none of that counts anew.
  MemoryStore apart;
  apart.restore(mentor.store.copy());
  const auto replica = *client::Replica::open(apart, clock, random, mentor.administration.key);
  ASSERT_THAT(replica->catch_up_index(), IsOk());
  std::size_t lists = 0;
  for (const auto& [key, value] : apart.copy()) lists += key.first == Table::index_lists ? value.size() : 0;
  EXPECT_GT(lists, 4 * SteppedBatch::kStepBytes) << "else this shows nothing";
  // The last step has the documents of some hundred records as well.
  EXPECT_LT(apart.largest_commit(), 2 * SteppedBatch::kStepBytes);
  ASSERT_THAT(replica->rebuild_index(), IsOk());
  EXPECT_LT(apart.largest_commit(), 2 * SteppedBatch::kStepBytes) << "making it again is in steps too";
}

TEST_F(IndexSteps, ACrashBehindAnyStepOfASegmentLosesNothing) {
  write(0, 300);
  ASSERT_THAT(mentor.replica->catch_up_index(), IsOk());
  write(300, 1200);
  const MemoryStore::Rows before = mentor.store.copy();
  const int commits_before = mentor.store.commits();
  ASSERT_THAT(mentor.replica->catch_up_index(), IsOk());
  const int steps = mentor.store.commits() - commits_before;
  ASSERT_GE(steps, 4);
  std::size_t most_left = 0;
  for (int step = 0; step < steps; ++step) {
    mentor.store.restore(before);
    mentor.restart();
    mentor.store.fail_after(step);
    (void)mentor.replica->catch_up_index();
    mentor.store.fail_after(-1);
    most_left = std::max(most_left, left_over());
    is_whole(1200);
    EXPECT_EQ(left_over(), 0U) << "what a crash left behind step " << step << " is gone";
  }
  EXPECT_GT(most_left, 0U) << "no crash was in the middle of a segment";
}

TEST_F(IndexSteps, ACrashBehindAnyStepOfMakingItAgainLosesNothing) {
  write(0, 700);
  ASSERT_THAT(mentor.replica->catch_up_index(), IsOk());
  const MemoryStore::Rows before = mentor.store.copy();
  const int commits_before = mentor.store.commits();
  ASSERT_THAT(mentor.replica->rebuild_index(), IsOk());
  const int steps = mentor.store.commits() - commits_before;
  for (int step = 0; step < steps; ++step) {
    mentor.store.restore(before);
    mentor.restart();
    mentor.store.fail_after(step);
    (void)mentor.replica->rebuild_index();
    mentor.store.fail_after(-1);
    is_whole(700);
    EXPECT_EQ(mentor.replica->newest(kSelfSpace, Kind::note, 5)->behind, 695U);
  }
}

// The disk is full in the middle, and the program lives on: what is in memory of the index that goes is believed no more.
TEST_F(IndexSteps, AStepOfMakingItAgainThatFailsIsBegunAgainByWhoeverAsksNext) {
  constexpr std::size_t kMany = 6000;  // so many that what goes is longer than a step
  const auto create = [this](std::size_t notes) {
    const std::vector<client::Fields> all(notes, {{1, "entry"}});
    return mentor.replica->create_records(kSelfSpace, Kind::note, all);
  };
  ASSERT_THAT(create(kMany), IsOk());
  ASSERT_THAT(mentor.replica->catch_up_index(), IsOk());
  ASSERT_EQ(found("entry"), kMany);
  mentor.store.fail_after(1);
  ASSERT_THAT(mentor.replica->rebuild_index(), Fails(Code::NO_SPACE)) << "else it was made again in one step";
  mentor.store.fail_after(-1);
  const auto page = mentor.replica->newest(kSelfSpace, Kind::note, 600);
  ASSERT_THAT(page, IsOk());
  EXPECT_EQ(page->records.size(), 600U);
  EXPECT_EQ(page->behind, kMany - 600);
  ASSERT_THAT(create(300), IsOk());
  ASSERT_THAT(mentor.replica->catch_up_index(), IsOk());
  mentor.restart();
  EXPECT_EQ(mentor.replica->newest(kSelfSpace, Kind::note, 5)->behind, kMany + 295);
  const auto checked = mentor.replica->check_index();
  ASSERT_THAT(checked, IsOk());
  EXPECT_EQ(checked->documents, kMany + 300);
}

// As of a command line, where each call is a program of its own.
TEST_F(IndexSteps, WhatWasTakenInPassingIsKeptForTheNextProgram) {
  ASSERT_THAT(mentor.replica->create_records(kSelfSpace, Kind::note, std::vector<client::Fields>(3000, {{1, "entry"}})), IsOk());
  for (int program = 0; program < 3; ++program) {
    mentor.restart();
    ASSERT_THAT(mentor.replica->newest(kSelfSpace, Kind::note, 5), IsOk());
    ASSERT_THAT(mentor.replica->catch_up_index(256), IsOk());
  }
  std::size_t owed = 0;
  for (const auto& [key, value] : mentor.store.copy()) {
    owed += key.first == Table::index_documents && key.second.front() == 'o' ? 1 : 0;
  }
  EXPECT_EQ(owed, 0U) << "three times a thousand are more than all";
}

// As of a vault that is older than the index: nothing on disk says that its records are owed.
TEST_F(IndexSteps, ACrashInTheFirstIndexOfAnOlderVaultLosesNothing) {
  write(0, 1500);
  auto rows = mentor.store.copy();
  std::erase_if(rows, [](const auto& row) { return row.first.first == Table::index_documents; });
  mentor.store.restore(rows);
  mentor.restart();
  client::ReplicaImpl& impl = mentor.replica->impl();
  const auto done = impl.search_index.catch_up(impl.read_for_index(), 1000);
  ASSERT_THAT(done, IsOkAnd(false));
  ASSERT_TRUE(mentor.store.find(Table::index_documents, client::state_key())->has_value()) << "a segment was written";
  is_whole(1500);
}

// Whoever made a call in passing does not wait for all that an import owes.
TEST_F(IndexSteps, InPassingSoManyAreTakenAndTheRestTheNextTime) {
  ASSERT_THAT(mentor.replica->create_records(kSelfSpace, Kind::note, std::vector<client::Fields>(1500, {{1, "entry"}})), IsOk());
  ASSERT_THAT(mentor.replica->catch_up_index(256), IsOk());
  EXPECT_EQ(mentor.replica->impl().search_index.live(), 1024U);
  ASSERT_THAT(mentor.replica->catch_up_index(256), IsOk());
  EXPECT_EQ(mentor.replica->impl().search_index.live(), 1500U);
}

TEST_F(IndexSteps, LessThanIsAskedForIsLeft) {
  write(0, 10);
  const int commits = mentor.store.commits();
  ASSERT_THAT(mentor.replica->catch_up_index(11), IsOk());
  EXPECT_FALSE(mentor.replica->impl().store.owed.nothing_to_take());
  ASSERT_THAT(mentor.replica->catch_up_index(10), IsOk());
  EXPECT_TRUE(mentor.replica->impl().store.owed.nothing_to_take());
  EXPECT_EQ(mentor.store.commits(), commits) << "too few for a segment";
}

}  // namespace
}  // namespace kith::testing
