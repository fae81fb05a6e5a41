#include "kith/envelope/log.h"

#include <gmock/gmock.h>

#include "kith/testing/matchers.h"
#include "kith/testing/seeded_random.h"
#include "kith/verify/hash.h"

namespace kith::envelope {
namespace {

using testing::Fails;
using testing::IsOk;

class Log : public ::testing::Test {
 protected:
  testing::SeededRandom random_{6};
  verify::SignPair relay_ = verify::make_sign_pair(random_);
  SpaceId space_ = random_.make<SpaceId>();
  Head head_ = log_next(log_start(space_), random_.make<Hash>());
  SignedHead signed_ = sign_head(space_, head_, 1'700'000'000'123, relay_);
};

TEST_F(Log, RunningHashIsAsDocumented) {
  const Head start = log_start(space_);
  EXPECT_EQ(start.position, 0U);
  EXPECT_EQ(start.running, verify::hash(verify::label::kLog, {space_.view()}));
  const Hash entry = random_.make<Hash>();
  const Head next = log_next(start, entry);
  EXPECT_EQ(next.position, 1U);
  const Bytes one = *from_hex("0000000000000001");
  EXPECT_EQ(next.running, verify::hash(verify::label::kLog, {start.running.view(), one, entry.view()}));
}

TEST_F(Log, OrderPlaceAndSpaceAllCount) {
  const Hash a = random_.make<Hash>();
  const Hash b = random_.make<Hash>();
  EXPECT_NE(log_next(log_next(head_, a), b), log_next(log_next(head_, b), a));
  EXPECT_NE(log_start(space_), log_start(random_.make<SpaceId>()));
  Head moved = head_;
  moved.position += 1;
  EXPECT_NE(log_next(moved, a).running, log_next(head_, a).running);
}

TEST_F(Log, AHeadHoldsForItsRelayAndSpace) {
  EXPECT_THAT(check_head(signed_, space_, relay_.key), IsOk());
}

TEST_F(Log, AHeadByAnotherRelayIsKeyChanged) {
  const auto other = verify::make_sign_pair(random_);
  EXPECT_THAT(check_head(signed_, space_, other.key), Fails(Code::KEY_CHANGED));
  SignedHead pretends = sign_head(space_, head_, 1, other);
  EXPECT_THAT(check_head(pretends, space_, relay_.key), Fails(Code::KEY_CHANGED));
  pretends.relay = relay_.key;
  EXPECT_THAT(check_head(pretends, space_, relay_.key), Fails(Code::BAD_SIGNATURE));
}

TEST_F(Log, AHeadOfAnotherSpaceIsWrongContext) {
  const SpaceId other = random_.make<SpaceId>();
  EXPECT_THAT(check_head(signed_, other, relay_.key), Fails(Code::WRONG_CONTEXT));
  SignedHead moved = signed_;
  moved.space = other;
  EXPECT_THAT(check_head(moved, other, relay_.key), Fails(Code::BAD_SIGNATURE));
}

TEST_F(Log, EveryFieldOfAHeadIsSigned) {
  SignedHead bad = signed_;
  bad.head.position += 1;
  EXPECT_THAT(check_head(bad, space_, relay_.key), Fails(Code::BAD_SIGNATURE));
  bad = signed_;
  bad.head.running.bytes[31] ^= 1;
  EXPECT_THAT(check_head(bad, space_, relay_.key), Fails(Code::BAD_SIGNATURE));
  bad = signed_;
  bad.time_ms += 1;
  EXPECT_THAT(check_head(bad, space_, relay_.key), Fails(Code::BAD_SIGNATURE));
  bad = signed_;
  bad.signature.bytes[0] ^= 1;
  EXPECT_THAT(check_head(bad, space_, relay_.key), Fails(Code::BAD_SIGNATURE));
}

TEST_F(Log, AChallengeIsAnsweredForOneRelaySpaceMemberAndChallenge) {
  const auto member = verify::make_sign_pair(random_);
  const auto stranger = verify::make_sign_pair(random_);
  const auto challenge = random_.make<Challenge>();
  const Signature answer = answer_challenge(member, relay_.key, space_, challenge);
  EXPECT_TRUE(challenge_holds(member.key, relay_.key, space_, challenge, answer));
  EXPECT_FALSE(challenge_holds(stranger.key, relay_.key, space_, challenge, answer));
  EXPECT_FALSE(challenge_holds(member.key, stranger.key, space_, challenge, answer));
  EXPECT_FALSE(challenge_holds(member.key, relay_.key, random_.make<SpaceId>(), challenge, answer));
  EXPECT_FALSE(challenge_holds(member.key, relay_.key, space_, random_.make<Challenge>(), answer));
  EXPECT_FALSE(challenge_holds(member.key, relay_.key, space_, challenge, signed_.signature));
}

TEST_F(Log, AnAnswerIsNoHeadAndNoEntry) {
  const auto challenge = random_.make<Challenge>();
  SignedHead bad = signed_;
  bad.signature = answer_challenge(relay_, relay_.key, space_, challenge);
  EXPECT_THAT(check_head(bad, space_, relay_.key), Fails(Code::BAD_SIGNATURE));
}

}  // namespace
}  // namespace kith::envelope
