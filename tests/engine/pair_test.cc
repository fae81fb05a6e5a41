// Pairs: an invitation, twelve digits, two confirmations, and the end.

#include "people.h"

namespace kith::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

api::Pair row_of(Person& person, const std::string& id) {
  for (const api::Pair& row : rows(engine::pair_refresh(*person))) {
    if (row.id() == id) return row;
  }
  return {};
}

// What a pair holds together cannot be written while it is not one.
void expect_nothing_can_be_shared(Person& person, const std::string& with, Code code) {
  const std::string note = person.add_note("a thought");
  const std::string before = person.everything();
  EXPECT_THAT(engine::share_add(*person, share_request(note, with, "")), Fails(code));
  EXPECT_THAT(engine::agenda_add(*person, agenda_request("a line", with)), Fails(code));
  EXPECT_THAT(engine::goal_add(*person, goal_request("a goal", with)), Fails(code));
  EXPECT_THAT(engine::action_add(*person, action_request("an action item", with)), Fails(code));
  EXPECT_EQ(person.everything(), before);
}

TEST_F(TwoPeople, BothSeeTheSameDigitsAndAreLinkedToEachOther) {
  invite_and_accept();
  const api::Pair mine = row_of(amara, invitation_id);
  const api::Pair theirs = row_of(jonas, acceptance_id);
  EXPECT_EQ(digits.size(), 12U);
  EXPECT_EQ(mine.digits(), digits);
  EXPECT_EQ(theirs.digits(), digits);
  EXPECT_EQ(mine.state() + ", " + theirs.state(), "accepted, accepted");
  EXPECT_TRUE(mine.inviter());
  EXPECT_FALSE(theirs.inviter());
  EXPECT_FALSE(mine.confirmed() || mine.verified() || theirs.confirmed() || theirs.verified());
  EXPECT_EQ(mine.person() + ", " + theirs.person(), "Jonas Berg, Amara Osei");
  EXPECT_EQ(mine.person_id() + theirs.person_id(), jonas_id + amara_id);
  EXPECT_EQ(mine.partner_name() + ", " + theirs.partner_name(), "Jonas Berg, Amara Osei");
  EXPECT_GT(mine.expires_ms(), static_cast<double>(clock.wall_ms()));
}

TEST_F(TwoPeople, NothingIsSharedBeforeBothConfirmed) {
  meet();
  expect_nothing_can_be_shared(amara, "Jonas", Code::UNVERIFIED_KEY);
  const api::PairInvitation invitation = must(engine::pair_invite(*amara, invite_request("Jonas")));
  expect_nothing_can_be_shared(amara, "Jonas", Code::UNVERIFIED_KEY);
  const api::Pair acceptance = must(engine::pair_accept(*jonas, accept_request(invitation.code(), "Amara")));
  must(engine::pair_refresh(*amara));
  expect_nothing_can_be_shared(amara, "Jonas", Code::UNVERIFIED_KEY);
  expect_nothing_can_be_shared(jonas, "Amara", Code::UNVERIFIED_KEY);
  EXPECT_EQ(steps_in(must(engine::vault_status(*amara)).next()), "PAIR_CONFIRM " + invitation.id());

  must(engine::pair_confirm(*amara, confirm_request(invitation.id(), acceptance.digits())));
  expect_nothing_can_be_shared(amara, "Jonas", Code::UNVERIFIED_KEY);
  expect_nothing_can_be_shared(jonas, "Amara", Code::UNVERIFIED_KEY);
  EXPECT_EQ(must(engine::vault_status(*amara)).unconfirmed_pairs(), 1U);

  must(engine::pair_confirm(*jonas, confirm_request(acceptance.id(), acceptance.digits())));
  EXPECT_THAT(engine::agenda_add(*amara, agenda_request("a line", "Jonas")), IsOk())
      << "the confirmation is looked for at the relay without a sync before";
  EXPECT_THAT(engine::agenda_add(*jonas, agenda_request("a line", "Amara")), IsOk());
  const api::StatusResult status = must(engine::vault_status(*amara));
  EXPECT_EQ(status.pairs(), 1U);
  EXPECT_EQ(status.unconfirmed_pairs(), 0U);
  EXPECT_EQ(row_of(amara, invitation.id()).state(), "paired");
}

TEST_F(TwoPeople, WhoeverIsNotInTheNetworkYetBecomesAPersonOfThatName) {
  amara.add_person("jonas berg");
  const api::PairInvitation invitation = must(engine::pair_invite(*amara));
  const api::Pair acceptance = must(engine::pair_accept(*jonas, accept_request(invitation.code())));
  EXPECT_EQ(acceptance.person(), "Amara Osei");
  EXPECT_EQ(must(engine::person_show(*jonas, person_request("Amara Osei"))).id(), acceptance.person_id());
  EXPECT_EQ(row_of(amara, invitation.id()).person(), "jonas berg") << "the one person of that name is taken";
  EXPECT_EQ(must(engine::person_list(*amara)).items_size(), 1);
}

TEST_F(TwoPeople, OnlyTheDigitsOnTheScreenAndThePassphraseConfirm) {
  invite_and_accept();
  std::string other = digits;
  other[11] = other[11] == '0' ? '1' : '0';
  const std::string before = amara.everything();
  for (const std::string& wrong :
       {std::string(), std::string("1234"), digits + "1", std::string("12345678901x"), other}) {
    EXPECT_THAT(engine::pair_confirm(*amara, confirm_request(invitation_id, wrong)),
                Fails(Code::INVALID_ARGUMENT))
        << wrong;
  }
  EXPECT_THAT(engine::pair_confirm(*amara, confirm_request(invitation_id, digits, "another one")),
              Fails(Code::STORE_LOCKED));
  EXPECT_THAT(engine::pair_confirm(*amara, confirm_request(invitation_id, digits, "")),
              Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::pair_confirm(*amara, confirm_request("no id", digits)), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::pair_confirm(*amara, confirm_request(jonas_id, digits)), Fails(Code::NOT_FOUND));
  EXPECT_EQ(amara.everything(), before);
  EXPECT_FALSE(row_of(amara, invitation_id).confirmed());

  const std::string as_read_out = digits.substr(0, 4) + " " + digits.substr(4, 4) + "-" + digits.substr(8);
  EXPECT_TRUE(must(engine::pair_confirm(*amara, confirm_request(invitation_id, as_read_out))).confirmed());
}

TEST_F(TwoPeople, AnInvitationThatCannotBeAcceptedLeavesNoPair) {
  meet();
  const std::string invited = must(engine::pair_invite(*amara, invite_request("Jonas"))).code();
  std::string mistyped = invited;
  mistyped[10] = mistyped[10] == 'A' ? 'B' : 'A';
  relay.calls = 0;
  for (const std::string& bad : {std::string(), std::string("KITH-"), std::string("a letter"), mistyped}) {
    EXPECT_THAT(engine::pair_accept(*jonas, accept_request(bad, "Amara")), Fails(Code::INVALID_ARGUMENT))
        << bad;
  }
  EXPECT_EQ(relay.calls, 0) << "what can be seen in the code itself needs no relay";
  EXPECT_THAT(engine::pair_accept(*jonas, accept_request(invited, "Nobody")), Fails(Code::NOT_FOUND));
  EXPECT_THAT(engine::pair_accept(*amara, accept_request(invited, "Jonas")), Fails(Code::INVALID_ARGUMENT))
      << "one's own";
  clock.advance(8LL * 24 * 3600 * 1000);
  EXPECT_THAT(engine::pair_accept(*jonas, accept_request(invited, "Amara")), Fails(Code::STALE));
  EXPECT_THAT(rows(engine::pair_refresh(*jonas)), IsEmpty());
}

TEST_F(TwoPeople, AnInvitationWorksOnceAndAcceptingAgainIsTheSame) {
  invite_and_accept();
  const api::Pair again = must(engine::pair_accept(*jonas, accept_request(code, "Amara")));
  EXPECT_EQ(again.id() + again.digits(), acceptance_id + digits);
  Person eve("Eve Lund", relay, clock, random);
  EXPECT_THAT(engine::pair_accept(*eve, accept_request(code)), Fails(Code::REPLAY));
  EXPECT_THAT(rows(engine::pair_refresh(*eve)), IsEmpty());
  EXPECT_THAT(rows(engine::person_list(*eve)), IsEmpty());
}

TEST_F(TwoPeople, AnAcceptanceThatDidNotArriveIsGivenAgain) {
  meet();
  const api::PairInvitation invitation = must(engine::pair_invite(*amara, invite_request("Jonas")));
  const api::PairAcceptRequest request = accept_request(invitation.code(), "Amara");
  jonas.line->loses_mail = true;
  EXPECT_THAT(engine::pair_accept(*jonas, request), Fails(Code::OFFLINE));
  jonas.line->loses_mail = false;
  EXPECT_EQ(row_of(amara, invitation.id()).state(), "invited");
  const api::Pair accepted = must(engine::pair_accept(*jonas, request));
  EXPECT_EQ(rows(engine::pair_refresh(*jonas)).size(), 1U) << "it is the same acceptance";
  EXPECT_EQ(row_of(amara, invitation.id()).digits(), accepted.digits());
}

TEST_F(TwoPeople, ACancelledInvitationIsOverForOneself) {
  invite_and_accept();
  EXPECT_EQ(must(engine::pair_cancel(*amara, id_request(invitation_id))).id(), invitation_id);
  EXPECT_THAT(rows(engine::pair_refresh(*amara)), IsEmpty());
  EXPECT_THAT(engine::pair_confirm(*amara, confirm_request(invitation_id, digits)), Fails(Code::CLOSED));
  EXPECT_THAT(engine::pair_cancel(*amara, id_request(jonas_id)), Fails(Code::NOT_FOUND));
  EXPECT_THAT(engine::pair_cancel(*amara, id_request("no id")), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::person_remove(*amara, person_request("Jonas")), IsOk()) << "nothing holds the person";
}

TEST_F(TwoPeople, WithoutTheRelayNoPairIsMadeAndTheListSaysSo) {
  meet();
  relay.offline = true;
  const std::string before = amara.everything() + jonas.everything();
  EXPECT_THAT(engine::pair_invite(*amara, invite_request("Jonas")), Fails(Code::OFFLINE));
  EXPECT_FALSE(must(engine::pair_refresh(*amara)).refreshed());
  relay.offline = false;
  const api::PairInvitation invitation = must(engine::pair_invite(*amara, invite_request("Jonas")));
  relay.offline = true;
  EXPECT_THAT(engine::pair_accept(*jonas, accept_request(invitation.code(), "Amara")), Fails(Code::OFFLINE));
  EXPECT_THAT(rows(engine::pair_refresh(*jonas)), IsEmpty());
  relay.offline = false;
  EXPECT_TRUE(must(engine::pair_refresh(*jonas)).refreshed());
  must(engine::pair_cancel(*amara, id_request(invitation.id())));
  EXPECT_EQ(amara.everything() + jonas.everything(), before);
}

TEST_F(Paired, ASecondPairWithTheSamePersonIsRefused) {
  EXPECT_THAT(engine::pair_invite(*amara, invite_request("Jonas")), Fails(Code::ALREADY_EXISTS));
  EXPECT_THAT(engine::pair_invite(*amara, invite_request("Nobody")), Fails(Code::NOT_FOUND));
  const api::PairInvitation to_anybody = must(engine::pair_invite(*jonas));
  EXPECT_THAT(engine::pair_accept(*amara, accept_request(to_anybody.code(), "Jonas")),
              Fails(Code::ALREADY_EXISTS));
  EXPECT_THAT(engine::pair_cancel(*amara, id_request(invitation_id)), Fails(Code::CLOSED))
      << "what is confirmed can only be ended";
  EXPECT_EQ(must(engine::pair_refresh(*amara)).items_size(), 1);
}

TEST_F(Paired, AfterTheEndBothKeepWhatTheyHaveAndNothingIsAdded) {
  must(engine::agenda_add(*amara, agenda_request("kept", "Jonas")));
  settle();
  EXPECT_THAT(engine::person_remove(*amara, person_request("Jonas")), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::pair_end(*amara, end_request("Jonas", "another one")), Fails(Code::STORE_LOCKED));
  EXPECT_THAT(engine::pair_end(*amara, end_request("Jonas", "")), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::pair_end(*amara, end_request("Nobody")), Fails(Code::NOT_FOUND));
  EXPECT_EQ(row_of(amara, invitation_id).state(), "paired");

  EXPECT_EQ(must(engine::pair_end(*amara, end_request("Jonas"))).id(), invitation_id);
  settle();
  for (Person* person : {&amara, &jonas}) {
    const bool first = person == &amara;
    EXPECT_EQ(row_of(*person, first ? invitation_id : acceptance_id).state(), "ended");
    EXPECT_EQ(texts(engine::agenda_list(**person)), Texts{"kept"});
    expect_nothing_can_be_shared(*person, first ? "Jonas" : "Amara", Code::CLOSED);
    const std::string line = must(engine::agenda_list(**person)).items(0).id();
    EXPECT_THAT(engine::agenda_done(**person, id_request(line)), Fails(Code::CLOSED));
    EXPECT_EQ(must(engine::vault_status(**person)).pairs(), 0U);
  }
  EXPECT_THAT(engine::pair_end(*jonas, end_request(acceptance_id)), Fails(Code::CLOSED));
  EXPECT_THAT(engine::pair_invite(*amara, invite_request("Jonas")), IsOk()) << "they may begin anew";
  EXPECT_THAT(engine::person_remove(*jonas, person_request("Amara")), IsOk());
}

// Somebody may be called by what happens to be the first digits of a pair.
TEST_F(Paired, ANameGoesBeforeTheDigitsOfAPairWhereOneIsEnded) {
  const std::string name = invitation_id.substr(0, 4);
  amara.add_person(name);
  EXPECT_THAT(engine::pair_end(*amara, end_request(name)), Fails(Code::NOT_FOUND));
  EXPECT_EQ(row_of(amara, invitation_id).state(), "paired");
  EXPECT_EQ(must(engine::pair_end(*amara, end_request(invitation_id.substr(0, 8)))).id(), invitation_id);
}

TEST_F(OnePerson, APairThatNeverWasCannotBeEnded) {
  amara.add_person("Jonas Berg");
  EXPECT_THAT(engine::pair_end(*amara, end_request("Jonas")), Fails(Code::NOT_FOUND));
}

}  // namespace
}  // namespace kith::testing
