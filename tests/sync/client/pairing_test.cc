#include "world.h"

namespace kith::testing {
namespace {

using client::PairState;
using model::Kind;
using Pairing = World;
using Texts = std::vector<std::string>;

struct Ceremony : World {
  client::Pairing inviter{*mentor.replica};
  client::Pairing accepter{*protege.replica};
  client::Invitation invitation;
  void invite() {
    auto made = inviter.invite(mentor.transport, "Ilse", {}, "relay.example.org:443");
    ASSERT_THAT(made, IsOk());
    invitation = *made;
  }
};

TEST_F(Ceremony, BothSeeTheSameTwelveDigits) {
  invite();
  const auto accepted = accepter.accept(protege.transport, invitation.code, "Tomasz", {});
  ASSERT_THAT(accepted, IsOk());
  EXPECT_EQ(accepted->digits.size(), 12U);
  EXPECT_EQ(accepted->partner_name, "Ilse");
  ASSERT_THAT(inviter.refresh(mentor.transport), IsOk());
  const auto mine = inviter.get(invitation.id);
  EXPECT_EQ(mine->digits, accepted->digits);
  EXPECT_EQ(mine->partner_name, "Tomasz");
  EXPECT_EQ(mine->state, PairState::accepted);
}

TEST_F(Ceremony, NothingIsSharedBeforeBothConfirmed) {
  invite();
  const auto accepted = accepter.accept(protege.transport, invitation.code, "Tomasz", {});
  ASSERT_THAT(inviter.refresh(mentor.transport), IsOk());
  const auto space = inviter.get(invitation.id)->space;
  const auto share = [](Device& who, client::SpaceNumber where) {
    return who.replica->create_record(where, Kind::passage, {{1, "early"}});
  };
  EXPECT_THAT(share(mentor, space), Fails(Code::UNVERIFIED_KEY));
  EXPECT_THAT(share(protege, accepted->space), Fails(Code::UNVERIFIED_KEY));
  ASSERT_THAT(inviter.confirm(mentor.transport, invitation.id, accepted->digits, mentor.administration), IsOk());
  EXPECT_THAT(share(mentor, space), Fails(Code::UNVERIFIED_KEY));
  EXPECT_THAT(share(protege, accepted->space), Fails(Code::UNVERIFIED_KEY));
  ASSERT_THAT(accepter.confirm(protege.transport, accepted->id, accepted->digits, protege.administration), IsOk());
  EXPECT_THAT(share(mentor, space), Fails(Code::UNVERIFIED_KEY));
  mentor.sync();
  EXPECT_THAT(share(mentor, space), IsOk());
  EXPECT_THAT(share(protege, accepted->space), IsOk());
}

TEST_F(Ceremony, TheAccepterMayConfirmFirst) {
  invite();
  const auto accepted = accepter.accept(protege.transport, invitation.code, "Tomasz", {});
  const auto early = accepter.confirm(protege.transport, accepted->id, accepted->digits, protege.administration);
  ASSERT_THAT(early, IsOk());
  EXPECT_TRUE(early->confirmed);
  EXPECT_FALSE(early->verified);
  ASSERT_THAT(inviter.refresh(mentor.transport), IsOk());
  ASSERT_THAT(inviter.confirm(mentor.transport, invitation.id, accepted->digits, mentor.administration), IsOk());
  quiet();
  EXPECT_TRUE(accepter.get(accepted->id)->verified);
  EXPECT_EQ(inviter.get(invitation.id)->state, PairState::paired);
}

TEST_F(Ceremony, WrongDigitsAddNobody) {
  invite();
  const auto accepted = accepter.accept(protege.transport, invitation.code, "Tomasz", {});
  ASSERT_THAT(inviter.refresh(mentor.transport), IsOk());
  std::string wrong = accepted->digits;
  wrong[3] = wrong[3] == '0' ? '1' : '0';
  EXPECT_THAT(inviter.confirm(mentor.transport, invitation.id, wrong, mentor.administration),
              Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(accepter.confirm(protege.transport, accepted->id, wrong, protege.administration),
              Fails(Code::INVALID_ARGUMENT));
  quiet();
  EXPECT_FALSE(inviter.get(invitation.id)->confirmed);
  EXPECT_FALSE(accepter.get(accepted->id)->confirmed);
  EXPECT_EQ(relay.spaces.size(), 2U);
}

TEST_F(Ceremony, TheConfirmNeedsTheAdministrationKey) {
  invite();
  const auto accepted = accepter.accept(protege.transport, invitation.code, "Tomasz", {});
  ASSERT_THAT(inviter.refresh(mentor.transport), IsOk());
  EXPECT_THAT(inviter.confirm(mentor.transport, invitation.id, accepted->digits, protege.administration),
              Fails(Code::BAD_CIPHERTEXT));
}

TEST_F(Ceremony, AnInvitationWorksOnce) {
  invite();
  ASSERT_THAT(accepter.accept(protege.transport, invitation.code, "Tomasz", {}), IsOk());
  Device third(relay, clock, random);
  EXPECT_THAT(client::Pairing(*third.replica).accept(third.transport, invitation.code, "Eve", {}),
              Fails(Code::REPLAY));
  EXPECT_EQ(third.replica->spaces()->size(), 1U);
}

TEST_F(Ceremony, AcceptingTwiceSendsTheSameBytes) {
  invite();
  const auto first = accepter.accept(protege.transport, invitation.code, "Tomasz", {});
  const auto again = accepter.accept(protege.transport, invitation.code, "Tomasz", {});
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->id, first->id);
  EXPECT_EQ(again->digits, first->digits);
}

TEST_F(Ceremony, OnesOwnInvitationIsRefused) {
  invite();
  EXPECT_THAT(inviter.accept(mentor.transport, invitation.code, "Ilse", {}), Fails(Code::INVALID_ARGUMENT));
}

TEST_F(Ceremony, AnExpiredInvitationIsStale) {
  invite();
  clock.advance(8LL * 24 * 3600 * 1000);
  EXPECT_THAT(accepter.accept(protege.transport, invitation.code, "Tomasz", {}), Fails(Code::STALE));
}

TEST_F(Ceremony, AMistypedCodeIsRefusedWithoutAskingTheRelay) {
  invite();
  std::string code = invitation.code;
  code[10] = code[10] == 'A' ? 'B' : 'A';
  relay.calls = 0;
  EXPECT_THAT(accepter.accept(protege.transport, code, "Tomasz", {}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(accepter.accept(protege.transport, "KITH-", "Tomasz", {}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_EQ(relay.calls, 0);
}

TEST_F(Ceremony, ACancelledInvitationCannotBeConfirmed) {
  invite();
  const auto accepted = accepter.accept(protege.transport, invitation.code, "Tomasz", {});
  ASSERT_THAT(inviter.refresh(mentor.transport), IsOk());
  ASSERT_THAT(inviter.cancel(invitation.id), IsOk());
  EXPECT_THAT(inviter.confirm(mentor.transport, invitation.id, accepted->digits, mentor.administration),
              Fails(Code::CLOSED));
  EXPECT_EQ(inviter.get(invitation.id)->state, PairState::cancelled);
}

TEST_F(Ceremony, AKeyThatTheRelayPutInGivesOtherDigits) {
  invite();
  // The host opens the invitation himself (he saw the code) and answers for the partner.
  Device thief(relay, clock, random);
  ASSERT_THAT(client::Pairing(*thief.replica).accept(thief.transport, invitation.code, "Tomasz", {}), IsOk());
  EXPECT_THAT(accepter.accept(protege.transport, invitation.code, "Tomasz", {}), Fails(Code::REPLAY));
}

TEST_F(Ceremony, WithoutTheRelayNothingIsInvited) {
  relay.offline = true;
  const auto before = mentor.store.copy();
  EXPECT_THAT(inviter.invite(mentor.transport, "Ilse", {}, "relay.example.org:443"), Fails(Code::OFFLINE));
  EXPECT_EQ(mentor.store.copy(), before);
}

TEST_F(Ceremony, AConfirmWithoutTheRelayIsSentLater) {
  invite();
  const auto accepted = accepter.accept(protege.transport, invitation.code, "Tomasz", {});
  ASSERT_THAT(inviter.refresh(mentor.transport), IsOk());
  relay.offline = true;
  EXPECT_THAT(inviter.confirm(mentor.transport, invitation.id, accepted->digits, mentor.administration),
              Fails(Code::OFFLINE));
  relay.offline = false;
  mentor.restart();
  quiet();
  ASSERT_THAT(accepter.confirm(protege.transport, accepted->id, accepted->digits, protege.administration), IsOk());
  quiet();
  EXPECT_EQ(client::Pairing(*mentor.replica).get(invitation.id)->state, PairState::paired);
}

TEST_F(Pairing, AnEndIsSignedAndNothingFurtherIsAccepted) {
  pair();
  mentor.add(pair_of_mentor, Kind::passage, "before the end");
  mentor.sync();
  mentor.add(pair_of_mentor, Kind::passage, "never sent");
  const auto end = client::Pairing(*mentor.replica).end(pair_id, mentor.administration);
  ASSERT_THAT(end, IsOk());
  EXPECT_EQ(end->unsent, 1U) << "the leave overtakes it; it is named and kept";
  EXPECT_TRUE(mentor.replica->space(pair_of_mentor)->leaving);
  quiet();
  EXPECT_FALSE(mentor.replica->space(pair_of_mentor)->leaving);
  EXPECT_EQ(mentor.sync().pending, 0U) << "what is kept here waits for nothing";
  EXPECT_EQ(mentor.texts(pair_of_mentor, Kind::passage), (Texts{"before the end", "never sent"}));
  EXPECT_EQ(protege.texts(pair_of_protege, Kind::passage), Texts{"before the end"});
  EXPECT_THAT(protege.replica->create_record(pair_of_protege, Kind::passage, {{1, "after"}}), Fails(Code::CLOSED));
  EXPECT_THAT(mentor.replica->create_record(pair_of_mentor, Kind::passage, {{1, "after"}}), Fails(Code::CLOSED));
  EXPECT_EQ(client::Pairing(*protege.replica).get(accepted_id)->state, PairState::ended);
  EXPECT_THAT(client::Pairing(*mentor.replica).end(pair_id, mentor.administration), Fails(Code::CLOSED));
}

TEST_F(Pairing, PrivateNotesLeaveNoTraceAtThePartner) {
  pair();
  const std::string canary = "canary 4711 private";
  mentor.add(client::kSelfSpace, Kind::note, canary);
  mentor.add(pair_of_mentor, Kind::passage, "public enough");
  quiet();
  for (const auto& [key, value] : protege.store.copy()) {
    EXPECT_EQ(as_text(value).find(canary), std::string_view::npos);
  }
  EXPECT_EQ(as_text(relay.wire).find(canary), std::string_view::npos);
  EXPECT_EQ(as_text(relay.wire).find("public enough"), std::string_view::npos);
}

// Whatever a caller mixes up.
TEST_F(Pairing, WhatIsAPersonsOwnIsNeverWrittenIntoAPair) {
  pair();
  for (const Kind own : {Kind::note, Kind::person, Kind::conversation, Kind::care_flag, Kind::share_link}) {
    EXPECT_THAT(mentor.replica->create_record(pair_of_mentor, own, {{1, "private"}}), Fails(Code::PERMISSION_DENIED));
  }
  EXPECT_EQ(mentor.replica->space(pair_of_mentor)->unsent, 0U);
}

}  // namespace
}  // namespace kith::testing
