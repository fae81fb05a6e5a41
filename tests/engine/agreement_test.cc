// The agreement of a pair: one, edited by both.

#include "network_people.h"

namespace kith::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct F7_Agreement : Paired {
  std::string set(Person& person, const std::string& with, const FieldTexts& fields) {
    return must(engine::agreement_set(*person, agreement_request(with, fields))).id();
  }
  api::Agreement seen(Person& person, const std::string& with) {
    return must(engine::agreement_show(*person, list_with(with)));
  }
  // Without the names, which each side has for itself.
  std::string fields_seen(Person& person, const std::string& with) {
    api::Agreement out = seen(person, with);
    out.clear_person();
    out.clear_person_id();
    return out.SerializeAsString();
  }
};

TEST_F(F7_Agreement, IsSeenAndEditedByBoth) {
  EXPECT_THAT(engine::agreement_show(*amara, list_with("Jonas")), Fails(Code::NOT_FOUND));
  set(amara, "Jonas", {{"frequency", "every two weeks"}, {"confidentiality", "all of it"}});
  settle();
  set(jonas, "Amara", {{"frequency", "monthly"}, {"length", "an hour"}});
  settle();
  const api::Agreement agreed = seen(amara, "Jonas");
  EXPECT_EQ(agreed.person() + agreed.person_id(), "Jonas Berg" + jonas_id);
  EXPECT_THAT(values_of(agreed, "frequency"), ElementsAre("monthly"));
  EXPECT_THAT(values_of(agreed, "length"), ElementsAre("an hour"));
  EXPECT_THAT(values_of(agreed, "confidentiality"), ElementsAre("all of it"));
  EXPECT_EQ(fields_seen(amara, "Jonas"), fields_seen(jonas, "Amara"));
  set(amara, "Jonas", {{"length", ""}});
  EXPECT_THAT(values_of(seen(amara, "Jonas"), "length"), IsEmpty());
}

TEST_F(F7_Agreement, BothEditItOfflineAndSeeTheSameAfterwards) {
  set(amara, "Jonas", {{"frequency", "monthly"}});
  settle();
  relay.offline = true;
  set(amara, "Jonas", {{"frequency", "weekly"}, {"length", "an hour"}});
  clock.advance(1000);
  set(jonas, "Amara", {{"frequency", "every two weeks"}, {"ending", "with a letter"}});
  relay.offline = false;
  settle();
  EXPECT_EQ(fields_seen(amara, "Jonas"), fields_seen(jonas, "Amara"));
  EXPECT_THAT(values_of(seen(amara, "Jonas"), "length"), ElementsAre("an hour"));
  EXPECT_THAT(values_of(seen(amara, "Jonas"), "ending"), ElementsAre("with a letter"));
  ASSERT_EQ(must(engine::conflict_list(*amara)).items_size(), 1) << "the frequency that lost is kept";
}

TEST_F(F7_Agreement, BothBeginOneOfflineAndHaveOneAfterwards) {
  relay.offline = true;
  const std::string first = set(amara, "Jonas", {{"frequency", "weekly"}, {"length", "an hour"}});
  clock.advance(1000);
  const std::string second = set(jonas, "Amara", {{"frequency", "monthly"}, {"ending", "with a letter"}});
  relay.offline = false;
  settle();
  EXPECT_EQ(first, second) << "a pair has one agreement, whoever begins it";
  EXPECT_EQ(fields_seen(amara, "Jonas"), fields_seen(jonas, "Amara"));
  const api::Agreement agreed = seen(amara, "Jonas");
  EXPECT_THAT(values_of(agreed, "length"), ElementsAre("an hour")) << "nothing that either wrote is lost";
  EXPECT_THAT(values_of(agreed, "ending"), ElementsAre("with a letter"));
  EXPECT_EQ(must(engine::conflict_list(*amara)).items_size(), 1);
  EXPECT_EQ(must(engine::conflict_list(*jonas)).items_size(), 1);
  set(jonas, "Amara", {{"length", "half an hour"}});
  settle();
  EXPECT_THAT(values_of(seen(amara, "Jonas"), "length"), ElementsAre("half an hour"));
}

TEST_F(F7_Agreement, OfAPairThatEndedItDoesNotHoldInTheNext) {
  set(amara, "Jonas", {{"frequency", "weekly"}});
  settle();
  must(engine::pair_end(*amara, end_request("Jonas")));
  settle();
  EXPECT_THAT(values_of(seen(amara, "Jonas"), "frequency"), ElementsAre("weekly")) << "both keep what they have";
  EXPECT_THAT(engine::agreement_set(*amara, agreement_request("Jonas", {{"length", "an hour"}})), Fails(Code::CLOSED));
  const api::PairInvitation invitation = must(engine::pair_invite(*amara, invite_request("Jonas")));
  const api::Pair accepted = must(engine::pair_accept(*jonas, accept_request(invitation.code(), "Amara")));
  must(engine::pair_refresh(*amara));
  must(engine::pair_confirm(*amara, confirm_request(invitation.id(), accepted.digits())));
  must(engine::pair_confirm(*jonas, confirm_request(accepted.id(), accepted.digits())));
  settle();
  EXPECT_THAT(engine::agreement_show(*amara, list_with("Jonas")), Fails(Code::NOT_FOUND));
  set(jonas, "Amara", {{"frequency", "monthly"}});
  settle();
  EXPECT_THAT(values_of(seen(amara, "Jonas"), "frequency"), ElementsAre("monthly"));
}

TEST_F(F7_Agreement, IsOfAPairAndOfNobodyElse) {
  amara.add_person("Lena Moreau");
  EXPECT_FALSE(engine::agreement_set(*amara, agreement_request("Lena", {{"length", "an hour"}})).ok());
  EXPECT_THAT(engine::agreement_set(*amara, agreement_request("Jonas", {})), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::agreement_set(*amara, agreement_request("Jonas", {{"price", "none"}})),
              Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(engine::agreement_show(*amara, list_with("Jonas")), Fails(Code::NOT_FOUND));
}

}  // namespace
}  // namespace kith::testing
