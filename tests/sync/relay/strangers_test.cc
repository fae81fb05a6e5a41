// What somebody without a place in any space can make a relay do, in counts: signatures checked, spaces looked up,
// rows touched. And that nothing of it stands in another's way.

#include "relay_world.h"

namespace kith::testing {
namespace {

struct StrangersTest : RelayWorld {
  struct Steps {
    std::uint64_t checked = 0;
    std::uint64_t looked_up = 0;
  };
  template <typename Call>
  Steps steps_of(const Call& call) {
    const Steps before{relay.proofs_checked(), store.looked_up()};
    call();
    return {relay.proofs_checked() - before.checked, store.looked_up() - before.looked_up};
  }
  // A stranger's proof: his signature holds, for a key that no space knows.
  relay::Proof strange(const envelope::Challenge& challenge, const SpaceId& space) {
    return {space, stranger.transport.key,
            envelope::answer_challenge(stranger.transport, relay.key(), space, challenge)};
  }

  const envelope::Device stranger = builder.make_device();
};

TEST_F(StrangersTest, RS01_AnAnswerIsGoodOnceOnAnyConnectionAndOverNoRestart) {
  found();
  const auto challenge = relay.challenge();
  const auto answer = proof(builder.founder, challenge);
  ASSERT_THAT(relay.authenticate(challenge, {answer}), IsOk());
  const Steps again = steps_of([&] {
    for (int i = 0; i < 1000; ++i) EXPECT_THAT(relay.authenticate(challenge, {answer}), Fails(Code::UNAUTHENTICATED));
  });
  EXPECT_EQ(again.checked, 0U);
  EXPECT_EQ(again.looked_up, 0U);
  clock.advance(59'999);
  EXPECT_THAT(relay.sweep(), IsOk());
  EXPECT_THAT(relay.authenticate(challenge, {answer}), Fails(Code::UNAUTHENTICATED));

  const auto open = relay.challenge();
  const Bytes token = token_of(builder.founder);
  relay::Relay restarted(store, hub, clock, random, verify::sign_pair_of(pair_of_relay.seed), open_to_all());
  EXPECT_THAT(restarted.authenticate(open, {proof(builder.founder, open)}), Fails(Code::UNAUTHENTICATED));
  EXPECT_THAT(restarted.fetch(token, builder.space, 0, 0), Fails(Code::UNAUTHENTICATED));
}

TEST_F(StrangersTest, RS02_AnAnswerForAnotherDeviceRelayOrSpaceLetsNobodyIn) {
  pair();
  const auto challenge = relay.challenge();
  const auto answered = [&](const SignKey& device, const verify::SignPair& by, const SignKey& at, const SpaceId& space) {
    const auto tokens = relay.authenticate(
        challenge, {{builder.space, device, envelope::answer_challenge(by, at, space, challenge)}});
    EXPECT_THAT(tokens, IsOk());
    return tokens.ok() && !tokens->front().empty();
  };
  const verify::SignPair& mine = builder.founder.transport;
  EXPECT_FALSE(answered(builder.guest.transport.key, mine, relay.key(), builder.space));
  EXPECT_FALSE(answered(mine.key, mine, stranger.sign.key, builder.space));
  EXPECT_FALSE(answered(mine.key, mine, relay.key(), SpaceId{{1}}));
  EXPECT_TRUE(answered(mine.key, mine, relay.key(), builder.space));
}

TEST_F(StrangersTest, SixtySixThousandChallengesVoidNobodys) {
  found();
  const auto honest = relay.challenge();
  for (int i = 0; i < 66'000; ++i) (void)relay.challenge();
  const auto tokens = relay.authenticate(honest, {proof(builder.founder, honest)});
  ASSERT_THAT(tokens, IsOk());
  EXPECT_FALSE(tokens->front().empty());
}

TEST_F(StrangersTest, WhatDoesNotHoldSpendsNothing) {
  found();
  const auto challenge = relay.challenge();
  for (int i = 0; i < 300; ++i) {
    EXPECT_THAT(relay.authenticate(challenge, {strange(challenge, builder.space)}), IsOkAnd(std::vector<Bytes>{{}}));
  }
  const auto tokens = relay.authenticate(challenge, {proof(builder.founder, challenge)});
  ASSERT_THAT(tokens, IsOk());
  EXPECT_FALSE(tokens->front().empty());
}

TEST_F(StrangersTest, NoSignatureOfAStrangerIsChecked) {
  found();
  const auto challenge = relay.challenge();
  std::vector<relay::Proof> many;
  for (std::size_t i = 0; i < 1024; ++i) {
    SpaceId space = builder.space;
    if (i % 2 == 0) space = random.make<SpaceId>();
    many.push_back(strange(challenge, space));
    many.back().signature.bytes[0] ^= static_cast<Byte>(i);
  }
  std::vector<Bytes> tokens;
  const Steps steps = steps_of([&] { tokens = relay.authenticate(challenge, many).value(); });
  EXPECT_EQ(steps.checked, 0U);
  EXPECT_EQ(steps.looked_up, 513U) << "each space once";
  EXPECT_EQ(tokens, std::vector<Bytes>(1024)) << "known or not, the spaces look the same";
}

TEST_F(StrangersTest, AChallengeThatIsNotOpenCostsNoLookUp) {
  found();
  const envelope::Challenge invented{{1, 2, 3}};
  const std::vector<relay::Proof> many(1024, proof(builder.founder, invented));
  const Steps steps = steps_of([&] { EXPECT_THAT(relay.authenticate(invented, many), Fails(Code::UNAUTHENTICATED)); });
  EXPECT_EQ(steps.checked, 0U);
  EXPECT_EQ(steps.looked_up, 0U);
}

TEST_F(StrangersTest, AThousandEqualProofsAreOne) {
  found();
  const auto challenge = relay.challenge();
  const std::vector<relay::Proof> many(1024, proof(builder.founder, challenge));
  std::vector<Bytes> tokens;
  const Steps steps = steps_of([&] { tokens = relay.authenticate(challenge, many).value(); });
  EXPECT_EQ(steps.checked, 1U);
  EXPECT_EQ(steps.looked_up, 1U);
  ASSERT_EQ(tokens.size(), 1024U);
  EXPECT_EQ(tokens.front().size(), 32U);
  EXPECT_EQ(tokens, std::vector<Bytes>(1024, tokens.front()));
}

// Whoever knows a device of a space, as its partner does, has one guess a call.
TEST_F(StrangersTest, OfOneDeviceOneSignatureIsCheckedACall) {
  found();
  const auto challenge = relay.challenge();
  std::vector<relay::Proof> many(1023, proof(builder.founder, challenge));
  for (std::size_t i = 0; i < many.size(); ++i) many[i].signature.bytes[i % 32] ^= static_cast<Byte>(1 + i / 32);
  many.push_back(proof(builder.founder, challenge));
  std::vector<Bytes> tokens;
  const Steps steps = steps_of([&] { tokens = relay.authenticate(challenge, many).value(); });
  EXPECT_EQ(steps.checked, 1U);
  EXPECT_EQ(tokens, std::vector<Bytes>(1024));
}

// A signature that does not hold gets nothing by standing behind one that does.
TEST_F(StrangersTest, AnotherSignatureForADeviceThatProvedItselfHasNoToken) {
  found();
  const auto challenge = relay.challenge();
  relay::Proof forged = proof(builder.founder, challenge);
  forged.signature.bytes[0] ^= 1;
  const auto tokens = relay.authenticate(challenge, {proof(builder.founder, challenge), forged});
  ASSERT_THAT(tokens, IsOk());
  EXPECT_EQ((*tokens)[0].size(), 32U);
  EXPECT_TRUE((*tokens)[1].empty());
}

TEST_F(StrangersTest, OneChallengeIsGoodForAllProofsOfItsCall) {
  pair();
  const auto challenge = relay.challenge();
  const auto tokens =
      relay.authenticate(challenge, {proof(builder.founder, challenge), proof(builder.guest, challenge)});
  ASSERT_THAT(tokens, IsOk());
  for (const Bytes& token : *tokens) EXPECT_THAT(relay.fetch(token, builder.space, 0, 0), IsOk());
  EXPECT_NE((*tokens)[0], (*tokens)[1]);
}

TEST_F(StrangersTest, ManyTokensOfOneLogNobodyOut) {
  pair();
  const auto challenge = relay.challenge();
  const std::vector<relay::Proof> many(1024, proof(builder.guest, challenge));
  ASSERT_THAT(relay.authenticate(challenge, many), IsOk());
  int refused = 0;
  for (int i = 0; i < 300; ++i) {
    const auto next = relay.challenge();
    const auto tokens = relay.authenticate(next, std::vector<relay::Proof>(1024, proof(builder.guest, next)));
    if (!tokens.ok()) {
      EXPECT_THAT(tokens, Fails(Code::RATE_LIMITED));
      ++refused;
    }
  }
  EXPECT_EQ(refused, 300 - 126) << "two were spent before";
  EXPECT_THAT(relay.fetch(founder_token, builder.space, 0, 0), IsOk());
  EXPECT_THAT(relay.fetch(guest_token, builder.space, 0, 0), IsOk());
  EXPECT_FALSE(token_of(builder.founder).empty());
}

// Whoever knows many spaces of his own, and answers for each of them with something else than a signature.
TEST_F(StrangersTest, AfterFourThatDoNotHoldNoMoreOfACallAreLookedAt) {
  std::vector<relay::Proof> many;
  const auto challenge = relay.challenge();
  for (Byte i = 1; i <= 20; ++i) {
    envelope::SpaceBuilder own(envelope::SpaceKind::pair, i);
    ASSERT_THAT(relay.create_space({}, own.entry(own.founder, own.found_body())), IsOk());
    many.push_back({own.space, own.founder.transport.key, Signature{{i}}});
  }
  const Steps steps = steps_of([&] { EXPECT_THAT(relay.authenticate(challenge, many), IsOk()); });
  EXPECT_EQ(steps.checked, 4U);
}

TEST_F(StrangersTest, EveryDeviceOfACallUsesUpItsShare) {
  pair();
  for (int i = 0; i < 127; ++i) {
    const auto challenge = relay.challenge();
    ASSERT_THAT(relay.authenticate(challenge, {proof(builder.founder, challenge), proof(builder.guest, challenge)}),
                IsOk());
  }
  for (const envelope::Device* device : {&builder.founder, &builder.guest}) {
    const auto challenge = relay.challenge();
    EXPECT_THAT(relay.authenticate(challenge, {proof(*device, challenge)}), Fails(Code::RATE_LIMITED));
  }
}

// One with two devices in a call is counted once for each, and one whose share is used up keeps no other out.
TEST_F(StrangersTest, WhoseShareIsUsedUpKeepsNoOtherOfItsCallOut) {
  pair();
  for (int i = 0; i < 127; ++i) ASSERT_FALSE(token_of(builder.guest).empty());
  const auto challenge = relay.challenge();
  const auto tokens =
      relay.authenticate(challenge, {proof(builder.founder, challenge), proof(builder.guest, challenge)});
  ASSERT_THAT(tokens, IsOk());
  EXPECT_NE((*tokens)[0].empty(), (*tokens)[1].empty()) << "the other one has its token";
}

// It is told before anything else of the call is looked at.
TEST_F(StrangersTest, ACallThatIsRefusedForItsDeviceChecksOneSignature) {
  pair();
  for (int i = 0; i < 127; ++i) ASSERT_FALSE(token_of(builder.guest).empty());
  const auto challenge = relay.challenge();
  const std::vector<relay::Proof> both{proof(builder.guest, challenge), proof(builder.founder, challenge)};
  const Steps steps =
      steps_of([&] { EXPECT_THAT(relay.authenticate(challenge, both), Fails(Code::RATE_LIMITED)); });
  EXPECT_EQ(steps.checked, 1U);
  EXPECT_THAT(relay.authenticate(challenge, {proof(builder.founder, challenge)}), IsOk()) << "nothing was spent";
}

}  // namespace
}  // namespace kith::testing
