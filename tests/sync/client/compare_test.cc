// Sealed compare between two devices, one of which may cheat.

#include "kith/client/compare.h"

#include <algorithm>
#include <source_location>

#include "kith/protocol/sealed_answer.h"
#include "world.h"

namespace kith::testing {
namespace {

using client::Compare;
using client::Compared;
using client::CompareState;
using model::Kind;
namespace sealed = model::sealed_answer;
namespace opening = model::opened_answer;

struct F15_SealedAnswers : World {
  void SetUp() override { pair(); }

  static Result<RecordId> seal(Device& device, client::SpaceNumber space, const std::string& answer,
                               bool announce = false) {
    return Compare(*device.replica).seal(space, "phase", answer, announce);
  }
  // As the engine does it: what is due is written and sent.
  static void carry(Device& device) {
    device.sync();
    const auto written = Compare(*device.replica).settle();
    ASSERT_THAT(written, IsOk());
    if (*written > 0) device.sync();
  }
  void carry_all() {
    for (int i = 0; i < 3; ++i) {
      carry(mentor);
      carry(protege);
    }
  }
  std::vector<Compared> of_mentor() { return listed(mentor, pair_of_mentor); }
  std::vector<Compared> of_protege() { return listed(protege, pair_of_protege); }
  static std::vector<Compared> listed(Device& device, client::SpaceNumber space) {
    const auto list = Compare(*device.replica).list(space);
    EXPECT_THAT(list, IsOk());
    return list.ok() ? *list : std::vector<Compared>();
  }
  static void expect_one(const std::vector<Compared>& list, CompareState state, const std::string& mine,
                         const std::string& theirs, std::source_location where = std::source_location::current()) {
    SCOPED_TRACE(where.line());
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].state, state);
    EXPECT_EQ(list[0].mine, mine);
    EXPECT_EQ(list[0].theirs, theirs);
  }
  // The cheating one's own hand: any row of the pair's space can be written by both.
  void overwrite(Kind kind, model::FieldNumber field, const model::Value& value, bool of_protege) {
    const auto rows = protege.replica->list(pair_of_protege, kind);
    ASSERT_THAT(rows, IsOk());
    for (const client::Shown& row : *rows) {
      if (row.mine != of_protege) continue;
      ASSERT_THAT(protege.replica->edit(pair_of_protege, row.record.id, {{field, value}}), IsOk());
    }
  }
  Bytes commitment_of_protege(const std::string& answer, const protocol::AnswerSalt& salt) {
    const auto space = protege.replica->space(pair_of_protege);
    const protocol::AnswerPlace place{space->membership.space, "phase", 1, space->my_member};
    return to_bytes(protocol::answer_commitment(place, salt, answer).view());
  }
};

TEST_F(F15_SealedAnswers, NothingOpensBeforeBothHaveSealed) {
  ASSERT_THAT(seal(mentor, pair_of_mentor, "separation"), IsOk());
  carry_all();
  expect_one(of_mentor(), CompareState::waiting, "separation", "");
  EXPECT_TRUE(of_protege().empty()) << "without leave nothing is said";
  EXPECT_TRUE(protege.replica->list(pair_of_protege, Kind::opened_answer)->empty());
  ASSERT_THAT(seal(protege, pair_of_protege, "cultivation"), IsOk());
  carry_all();
  expect_one(of_mentor(), CompareState::open, "separation", "cultivation");
  expect_one(of_protege(), CompareState::open, "cultivation", "separation");
}

TEST_F(F15_SealedAnswers, ReadinessIsSeenWhereItIsAllowed) {
  ASSERT_THAT(seal(mentor, pair_of_mentor, "separation", true), IsOk());
  carry_all();
  expect_one(of_protege(), CompareState::theirs_ready, "", "");
}

TEST_F(F15_SealedAnswers, WhatIsSealedCannotBeSealedAgain) {
  ASSERT_THAT(seal(mentor, pair_of_mentor, "separation"), IsOk());
  EXPECT_THAT(seal(mentor, pair_of_mentor, "cultivation"), Fails(Code::ALREADY_EXISTS));
  carry_all();
  EXPECT_THAT(seal(mentor, pair_of_mentor, "cultivation"), Fails(Code::ALREADY_EXISTS));
  expect_one(of_mentor(), CompareState::waiting, "separation", "");
}

TEST_F(F15_SealedAnswers, BothSealOfflineAndASecondRoundFollows) {
  ASSERT_THAT(seal(mentor, pair_of_mentor, "separation"), IsOk());
  ASSERT_THAT(seal(protege, pair_of_protege, "cultivation"), IsOk());
  carry_all();
  expect_one(of_mentor(), CompareState::open, "separation", "cultivation");
  ASSERT_THAT(seal(protege, pair_of_protege, "separation", true), IsOk());
  carry_all();
  std::vector<Compared> now = of_mentor();
  ASSERT_EQ(now.size(), 2U);
  EXPECT_EQ(now[0].round, 2U);
  EXPECT_EQ(now[0].state, CompareState::theirs_ready);
  ASSERT_THAT(seal(mentor, pair_of_mentor, "redefinition"), IsOk());
  carry_all();
  now = of_mentor();
  ASSERT_EQ(now.size(), 2U);
  EXPECT_EQ(now[0].theirs, "separation");
  EXPECT_EQ(now[1].theirs, "cultivation") << "the first round stays as it was";
}

TEST_F(F15_SealedAnswers, ACrashBetweenTheStepsLosesNothing) {
  // Only the first step got through: the own space has the answer, the pair's space nothing.
  const auto space = mentor.replica->space(pair_of_mentor);
  namespace own = model::my_answer;
  ASSERT_THAT(mentor.replica->create_record(
                  client::kSelfSpace, Kind::my_answer,
                  {{own::kQuestion, "phase"},
                   {own::kRound, std::int64_t{1}},
                   {own::kAnswer, "separation"},
                   {own::kSalt, to_bytes(random.make<protocol::AnswerSalt>().view())},
                   {own::kSpace, to_bytes(space->membership.space.view())},
                   {own::kSealed, mentor.replica->new_id()}}),
              IsOk());
  mentor.restart();
  ASSERT_THAT(seal(protege, pair_of_protege, "cultivation"), IsOk());
  carry_all();
  expect_one(of_protege(), CompareState::open, "cultivation", "separation");
  EXPECT_EQ(*Compare(*mentor.replica).settle(), 0U) << "nothing is written twice";
}

TEST_F(F15_SealedAnswers, ACommitmentExchangedAfterMineWasSeenIsNoticed) {
  ASSERT_THAT(seal(protege, pair_of_protege, "cultivation"), IsOk());
  protege.sync();
  ASSERT_THAT(seal(mentor, pair_of_mentor, "separation"), IsOk());
  carry(mentor);  // opened
  protege.sync();
  // The protégé has read "separation" and would rather have said the same.
  const auto salt = random.make<protocol::AnswerSalt>();
  overwrite(Kind::sealed_answer, sealed::kCommitment, commitment_of_protege("separation", salt), true);
  const auto rows = protege.replica->list(pair_of_protege, Kind::sealed_answer);
  const auto his_row = std::find_if(rows->begin(), rows->end(), [](const client::Shown& row) { return row.mine; });
  ASSERT_NE(his_row, rows->end());
  const RecordId his = his_row->record.id;
  ASSERT_THAT(protege.replica->create_record(pair_of_protege, Kind::opened_answer,
                                             {{opening::kSealed, his},
                                              {opening::kAnswer, "separation"},
                                              {opening::kSalt, to_bytes(salt.view())}}),
              IsOk());
  protege.sync();
  carry(mentor);
  expect_one(of_mentor(), CompareState::broken, "separation", "");
  EXPECT_THAT(seal(mentor, pair_of_mentor, "separation"), IsOk()) << "a broken round does not bar the next";
}

TEST_F(F15_SealedAnswers, ACopiedCommitmentOpensNothing) {
  ASSERT_THAT(seal(mentor, pair_of_mentor, "separation"), IsOk());
  mentor.sync();
  protege.sync();
  const auto seen = protege.replica->list(pair_of_protege, Kind::sealed_answer);
  ASSERT_EQ(seen->size(), 1U);
  const auto copied = protege.replica->create_record(pair_of_protege, Kind::sealed_answer, seen->front().record.fields);
  ASSERT_THAT(copied, IsOk());
  protege.sync();
  carry(mentor);
  protege.sync();
  // Mine is open now; said over in his name it is still not what a member of his number sealed.
  const auto mine = protege.replica->list(pair_of_protege, Kind::opened_answer);
  ASSERT_EQ(mine->size(), 1U);
  client::Fields fields = mine->front().record.fields;
  fields[opening::kSealed] = *copied;
  ASSERT_THAT(protege.replica->create_record(pair_of_protege, Kind::opened_answer, fields), IsOk());
  protege.sync();
  carry(mentor);
  expect_one(of_mentor(), CompareState::broken, "separation", "");
}

TEST_F(F15_SealedAnswers, AnswersToAnotherQuestionOrRoundOpenNothing) {
  ASSERT_THAT(Compare(*protege.replica).seal(pair_of_protege, "useful", "2", false), IsOk());
  ASSERT_THAT(seal(mentor, pair_of_mentor, "separation"), IsOk());
  carry_all();
  expect_one(of_mentor(), CompareState::waiting, "separation", "");
  overwrite(Kind::sealed_answer, sealed::kQuestion, "phase", true);
  overwrite(Kind::sealed_answer, sealed::kRound, std::int64_t{2}, true);
  protege.sync();
  carry(mentor);
  expect_one(of_mentor(), CompareState::waiting, "separation", "");
}

TEST_F(F15_SealedAnswers, ARoundOutOfTheBlueIsNotShown) {
  ASSERT_THAT(seal(protege, pair_of_protege, "cultivation", true), IsOk());
  for (const std::int64_t round : {std::int64_t{7}, std::int64_t{0}, std::int64_t{-1}, (std::int64_t{1} << 32) + 1}) {
    overwrite(Kind::sealed_answer, sealed::kRound, round, true);
    carry_all();
    EXPECT_TRUE(of_mentor().empty()) << round;
  }
}

TEST_F(F15_SealedAnswers, AreOfAPairThatCanBeWrittenTo) {
  EXPECT_THAT(Compare(*mentor.replica).seal(pair_of_mentor, "phase", "", false), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(Compare(*mentor.replica).seal(pair_of_mentor, "", "separation", false), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(Compare(*mentor.replica).seal(pair_of_mentor, "phase", std::string(4097, 'x'), false),
              Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(seal(mentor, 99, "separation"), Fails(Code::NOT_FOUND));
  ASSERT_THAT(client::Pairing(*protege.replica).end(accepted_id, protege.administration), IsOk());
  carry_all();
  EXPECT_THAT(seal(mentor, pair_of_mentor, "separation"), Fails(Code::CLOSED));
  EXPECT_TRUE(mentor.replica->list(client::kSelfSpace, Kind::my_answer)->empty()) << "nothing is half sealed";
}

}  // namespace
}  // namespace kith::testing
