// Walking: row by row over working copies, each fault by its name, and nothing installed.

#include "exchange/walker.h"

#include <gmock/gmock.h>

#include "log_of_three.h"

namespace kith::testing {
namespace {

using client::Step;
using client::Walker;
using model::Kind;

struct Walking : LogOfThree {
  void SetUp() override {
    LogOfThree::SetUp();
    walker.emplace(reader(), row());
  }
  void expect_fault(BytesView bytes, Code code, const SignKey& author) {
    const envelope::Head before = walker->row.head;
    EXPECT_THAT(walker->step(bytes), Fails(code));
    EXPECT_EQ(walker->fault.author, author);
    EXPECT_EQ(walker->fault.proof.empty(), author == SignKey{});
    EXPECT_EQ(walker->row.head, before) << "the place waits for the row that belongs there";
  }
  SignKey writer() { return mentor.replica->impl().space(pair_of_mentor)->device.key; }

  std::optional<Walker> walker;
};

TEST_F(Walking, ReachesTheHeadOfTheLogAndInstallsNothing) {
  for (const Bytes& entry : rows) {
    const auto step = walker->step(entry);
    ASSERT_THAT(step, IsOk());
    EXPECT_EQ(*step, Step::applied);
  }
  EXPECT_EQ(walker->row.head, log().heads.back());
  EXPECT_EQ(walker->received, 3U);
  EXPECT_TRUE(lines().empty());
  EXPECT_EQ(row().head.position, from);

  changelog::Batch batch;
  ASSERT_THAT(walker->finish(std::nullopt, batch), IsOk());
  ASSERT_THAT(reader().install(batch, std::move(walker->row)), IsOk());
  EXPECT_THAT(lines(), ::testing::ElementsAre("one", "three", "two"));
}

TEST_F(Walking, BlamesNobodyBeforeTheSignatureHolds) {
  expect_fault(spoil(0, kHeaderByte), Code::BAD_SIGNATURE, {});
  rows[0][kHeaderByte] ^= 1;
  expect_fault(spoil(0, rows[0].size() - 1), Code::BAD_SIGNATURE, {});
  expect_fault(random.bytes(500), Code::UNKNOWN_SUITE, {});
  expect_fault(BytesView(rows[0]).first(100), Code::TRUNCATED, {});
}

TEST_F(Walking, NamesTheAuthorOfWhatHeSignedAndKeepsHisProof) {
  expect_fault(rows[1], Code::GAP, writer());  // its predecessor is not there yet
  ASSERT_THAT(walker->step(rows[0]), IsOk());
  expect_fault(rows[0], Code::REPLAY, writer());
  EXPECT_THAT(walker->step(rows[1]), IsOk()) << "a fault leaves no trace in the working copies";
}

TEST_F(Walking, WhatLiesBehindABrokenPlaceIsReadAndStandsNowhere) {
  const auto entry = envelope::parse_entry(rows[0]);
  const auto changes = walker->step_ahead(*entry);
  ASSERT_THAT(changes, IsOk());
  EXPECT_EQ(changes->size(), 1U);
  EXPECT_EQ(changes->front().written.position, model::kUnplaced);
  changelog::Batch batch;
  ASSERT_THAT(walker->finish(std::nullopt, batch), IsOk());
  for (const auto& op : batch.ops()) EXPECT_NE(op.table, changelog::Table::record);
  EXPECT_EQ(walker->row.head.position, from);
}

TEST_F(Walking, BehindABrokenPlaceAChainStillHasToHold) {
  EXPECT_THAT(walker->step_ahead(*envelope::parse_entry(rows[1])), Fails(Code::GAP));
  EXPECT_THAT(walker->step_ahead(*envelope::parse_entry(rows[0])), IsOk());
  EXPECT_THAT(walker->step_ahead(*envelope::parse_entry(rows[1])), IsOk());
  EXPECT_THAT(walker->step_ahead(*envelope::parse_entry(rows[1])), Fails(Code::REPLAY));
  EXPECT_THAT(walker->step_ahead(*envelope::parse_entry(log().entries[1])), Fails(Code::BAD_MEMBERSHIP));
}

}  // namespace
}  // namespace kith::testing
