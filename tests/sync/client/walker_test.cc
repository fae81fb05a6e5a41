// Walking: row by row over working copies, each fault by its name, and nothing installed.

#include "exchange/walker.h"

#include <gmock/gmock.h>

#include "kith/protocol/epoch.h"
#include "kith/protocol/sealing.h"
#include "log_of_three.h"
#include "replica/founding.h"
#include "replica/said.h"

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

TEST_F(Walking, AnEntryOfAnotherSpaceStandsNowhere) {
  ASSERT_THAT(mentor.replica->create_record(client::kSelfSpace, Kind::note, {{1, "my own"}}), IsOk());
  mentor.sync();
  const auto& own = relay.spaces.at(mentor.replica->impl().space(client::kSelfSpace)->id());
  expect_fault(own.entries.back(), Code::WRONG_CONTEXT, {});
}

TEST_F(Walking, BehindABrokenPlaceNobodyIsReadWhoseKeyIsNoMembers) {
  envelope::EntryView entry = *envelope::parse_entry(rows[0]);
  entry.header.author = verify::make_sign_pair(random).key;
  EXPECT_THAT(walker->step_ahead(entry), Fails(Code::UNKNOWN_DEVICE));
}

// Who was invited, and the inviter's addition with one lie in it, before anybody fetched it.
struct Joining : World {
  void SetUp() override {
    client::Pairing inviter(*mentor.replica);
    client::Pairing accepter(*protege.replica);
    const auto invitation = inviter.invite(mentor.transport, "Ilse", {}, "relay.example.org:443");
    ASSERT_THAT(invitation, IsOk());
    const auto accepted = accepter.accept(protege.transport, invitation->code, "Tomasz", {});
    ASSERT_THAT(accepted, IsOk());
    joiner_space = accepted->space;
    ASSERT_THAT(inviter.refresh(mentor.transport), IsOk());
    const auto confirmed = inviter.confirm(mentor.transport, invitation->id, accepted->digits, mentor.administration);
    ASSERT_THAT(confirmed, IsOk());
    const auto& log = relay.spaces.at(inviters_row(confirmed->space).id());
    ASSERT_EQ(log.entries.size(), 2U);
    founding = log.entries[0];
    addition = log.entries[1];
    gift = *protocol::open_join(joiner().id(), action_of(addition).sealed_for_joiner, joiner().agree, joiner().join_secret);
    signer = *client::open_administration_of(inviters_row(confirmed->space), mentor.administration);
    device = verify::sign_pair_of(inviters_row(confirmed->space).device.seed);
  }
  const client::SpaceRow& inviters_row(client::SpaceNumber space) { return *mentor.replica->impl().space(space); }
  const client::SpaceRow& joiner() { return *protege.replica->impl().space(joiner_space); }
  static envelope::AddMemberAction action_of(BytesView entry) {
    return std::get<envelope::AddMemberAction>(envelope::parse_membership(*envelope::parse_entry(entry))->action);
  }
  // The addition as the inviter would sign it, with other bytes for the joiner.
  Bytes with(Bytes sealed_for_joiner) {
    const auto entry = envelope::parse_entry(addition);
    auto body = *envelope::parse_membership(*entry);
    std::get<envelope::AddMemberAction>(body.action).sealed_for_joiner = std::move(sealed_for_joiner);
    return envelope::make_membership_entry(entry->header, body, device, &signer);
  }
  Bytes sealed(const protocol::JoinGift& lie) {
    return *protocol::seal_join(joiner().id(), lie, joiner().agree.key, joiner().join_secret, random);
  }
  // What becomes of the addition, and whether the joiner has an epoch by it.
  Result<Step> join(BytesView entry) {
    Walker walker(protege.replica->impl(), joiner());
    EXPECT_THAT(walker.step(founding), IsOk());
    auto step = walker.step(entry);
    has_epoch = !walker.row.epochs.empty();
    return step;
  }

  client::SpaceNumber joiner_space = 0;
  Bytes founding;
  Bytes addition;
  protocol::JoinGift gift;
  verify::SignPair signer;
  verify::SignPair device;
  bool has_epoch = false;
};

TEST_F(Joining, AnHonestGiftGivesTheEpoch) {
  EXPECT_THAT(join(addition), IsOk());
  EXPECT_TRUE(has_epoch);
  EXPECT_THAT(join(with(sealed(gift))), IsOk());
  EXPECT_TRUE(has_epoch) << "what the lies below are made of";
}

TEST_F(Joining, AGiftThatDoesNotOpenIsPutAsideAndHoldsNothing) {
  for (const std::size_t size : {std::size_t{0}, std::size_t{10}, action_of(addition).sealed_for_joiner.size()}) {
    EXPECT_THAT(join(with(random.bytes(size))), IsOk());
    EXPECT_FALSE(has_epoch);
  }
}

TEST_F(Joining, AGiftForAnotherHistoryIsARollback) {
  protocol::JoinGift lie{gift.epoch_secret.clone(), gift.space_secret.clone(), gift.epoch + 1, gift.before};
  EXPECT_THAT(join(with(sealed(lie))), Fails(Code::ROLLBACK));
  lie.epoch = gift.epoch;
  lie.before.running = random.make<Hash>();
  EXPECT_THAT(join(with(sealed(lie))), Fails(Code::ROLLBACK));
  EXPECT_FALSE(has_epoch);
}

TEST_F(Joining, ASecretThatIsNotTheEpochsIsNotTaken) {
  protocol::JoinGift lie{Secret(32), gift.space_secret.clone(), gift.epoch, gift.before};
  random.fill(lie.epoch_secret.writable());
  EXPECT_THAT(join(with(sealed(lie))), IsOk());
  EXPECT_FALSE(has_epoch);
}

TEST_F(Walking, OtherDigitsConfirmNothing) {
  client::SpaceRow of = row().clone();
  of.partner_confirmed = false;
  of.digits_hash = random.make<Hash>();
  client::take_confirmation(of, writer(), random.make<Hash>());
  client::take_confirmation(of, writer(), std::nullopt);
  EXPECT_FALSE(of.partner_confirmed);
  client::take_confirmation(of, writer(), of.digits_hash);
  EXPECT_TRUE(of.partner_confirmed);
}

// The next entry of the mentor as he could sign it, naming another head.
Bytes naming(LogOfThree& world, const envelope::Head& head) {
  const auto& row = *world.mentor.replica->impl().space(world.pair_of_mentor);
  envelope::EntryHeader header = envelope::parse_entry(world.rows[0])->header;
  header.seen = head;
  protocol::Body body;
  return *protocol::make_data_entry(header, body, *world.mentor.replica->impl().entry_key(row, header), row.device, world.random);
}

TEST_F(Walking, WhoNamesAHeadOfAnotherHistoryIsNotRead) {
  envelope::Head other = row().head;
  ASSERT_THAT(walker->step(naming(*this, other)), testing::IsOkAnd(Step::applied));
  walker.emplace(reader(), row());
  // Of a place before this page, which is looked up in the log; and of one that there is not yet.
  other = log().heads[1];
  ASSERT_THAT(walker->step(naming(*this, other)), testing::IsOkAnd(Step::applied));
  walker.emplace(reader(), row());
  other.running.bytes[0] ^= 1;
  EXPECT_THAT(walker->step(naming(*this, other)), testing::IsOkAnd(Step::unreadable));
  walker.emplace(reader(), row());
  other.position = row().head.position + 9;
  EXPECT_THAT(walker->step(naming(*this, other)), testing::IsOkAnd(Step::unreadable)) << "and holds nothing up";
}

}  // namespace
}  // namespace kith::testing
