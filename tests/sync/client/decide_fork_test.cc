// A person decides over a fork in which the relay lost a change of members: this log goes on, what the
// lost branch decided holds in it, and nothing that anybody wrote on either is lost.

#include "kith/client/compare.h"
#include "kith/client/renewal.h"
#include "replica/replica_impl.h"
#include "world.h"

namespace kith::testing {
namespace {

using client::SpaceInfo;
using model::Kind;
using Texts = std::vector<std::string>;

struct DecideFork : World {
  MemoryRelay older{random, clock};

  void SetUp() override {
    pair();
    add_line(mentor, "before");
    quiet();
    older = relay;
    first_of_protege = protege.store.copy();
  }
  client::SpaceNumber pair_of(Device& who) { return &who == &mentor ? pair_of_mentor : pair_of_protege; }
  RecordId add_line(Device& who, const std::string& text) { return who.add(pair_of(who), Kind::agenda_line, text); }
  Texts lines_of(Device& who) { return who.texts(pair_of(who), Kind::agenda_line); }
  SpaceInfo info(Device& who) { return *who.replica->space(pair_of(who)); }
  SignKey key_of(Device& who) { return row_of(who).device.key; }
  const client::SpaceRow& row_of(Device& who) { return *who.replica->impl().space(pair_of(who)); }

  static Result<client::RenewalReport> go_on_renewing(Device& who) {
    return client::Renewal(*who.replica).run(who.transport, who.administration);
  }
  static Result<client::RenewalReport> begin_renewal(Device& who) {
    EXPECT_THAT(who.replica->set_setting("incarnation.pending", Bytes{1}), IsOk());
    return go_on_renewing(who);
  }
  static void expect_renewed(const Result<client::RenewalReport>& report) {
    ASSERT_THAT(report, IsOk());
    ASSERT_EQ(report->left, 0U);
  }
  static void renew(Device& who) { expect_renewed(begin_renewal(who)); }
  // The protégé renews, the mentor reads it; the host puts an older copy back, and the protégé his folder.
  void lose_a_renewal_of_two_copies() {
    renew(protege);
    add_line(protege, "by the renewed");
    protege.sync();
    mentor.sync();
    relay = older;
    protege.store.restore(first_of_protege);
    protege.restart();
  }
  // The mentor has read it; the protégé's folder and the relay are put back, and he goes on under new keys.
  void lose_what_the_protege_wrote_since(const MemoryStore::Rows& copy) {
    protege.sync();
    mentor.sync();
    protege.store.restore(copy);
    protege.restart();
    relay = older;
    renew(protege);
    mentor.sync();
    quiet();
  }
  // The mentor renews and writes on; the host puts an older copy back, and the protégé writes first.
  void lose_a_renewal() {
    add_line(mentor, "under the old key");
    mentor.sync();
    before_renewal = mentor.store.copy();
    renew(mentor);
    add_line(mentor, "under the new key");
    mentor.sync();
    relay = older;
    add_line(protege, "on the other branch");
    EXPECT_TRUE(protege.sync().alarms.empty());
  }
  Result<client::SyncReport> decide(Device& who) {
    return client::SyncClient(*who.replica, who.transport).decide_fork(pair_of(who), who.administration);
  }
  // What comes before it is sent; then the network is gone.
  void decide_and_send_nothing() {
    relay.on_append = [this](client::AppendReply&) { relay.append_offline = true; };
    EXPECT_THAT(decide(mentor), Fails(Code::OFFLINE));
    relay.on_append = nullptr;
    relay.append_offline = false;
    const auto made = mentor.replica->impl().store.find(changelog::Table::outbox, client::outbox_key(pair_of_mentor, 0));
    ASSERT_TRUE(made->has_value());
  }
  static const client::SpaceResult& result_of(const client::SyncReport& report, client::SpaceNumber number) {
    return *std::find_if(report.spaces.begin(), report.spaces.end(), [&](const auto& one) { return one.space == number; });
  }
  void expect_same(Texts expected) {
    quiet();
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(lines_of(mentor), expected);
    EXPECT_EQ(lines_of(protege), expected);
    EXPECT_EQ(info(mentor).membership, info(protege).membership);
    for (Device* who : {&mentor, &protege}) {
      EXPECT_EQ(info(*who).stopped, Code{});
      EXPECT_FALSE(info(*who).needs_decision);
      EXPECT_EQ(info(*who).unsent, 0U);
      EXPECT_EQ(info(*who).put_aside, 0U);
      for (const client::SpaceResult& one : who->sync().spaces) EXPECT_EQ(one.code, Code{}) << one.detail;
    }
  }
  MemoryStore::Rows before_renewal;
  MemoryStore::Rows first_of_protege;
  const Texts everything{"before", "on the other branch", "under the new key", "under the old key"};
};

TEST_F(DecideFork, ALostRenewalWaitsForAPersonAndNothingIsLostMeanwhile) {
  lose_a_renewal();
  const client::SyncReport report = mentor.sync();
  EXPECT_EQ(result_of(report, pair_of_mentor).code, Code::FORK);
  EXPECT_TRUE(info(mentor).needs_decision);
  EXPECT_EQ(lines_of(mentor), (Texts{"before", "under the new key", "under the old key"}));
  // To dismiss the alarm is not to decide.
  for (const client::Alarm& alarm : *mentor.replica->alarms()) EXPECT_THAT(mentor.replica->dismiss_alarm(alarm.id), IsOk());
  EXPECT_EQ(result_of(mentor.sync(), pair_of_mentor).code, Code::FORK);
  EXPECT_EQ(info(mentor).stopped, Code::FORK);
}

TEST_F(DecideFork, ALostRenewalHoldsAgainAndBothHaveEverything) {
  lose_a_renewal();
  mentor.sync();
  const SignKey renewed = key_of(mentor);
  const auto report = decide(mentor);
  ASSERT_THAT(report, IsOk());
  EXPECT_EQ(result_of(*report, pair_of_mentor).code, Code{}) << result_of(*report, pair_of_mentor).detail;
  expect_same(everything);
  EXPECT_EQ(key_of(mentor), renewed) << "the renewal is not undone";
  EXPECT_TRUE(info(protege).membership.is_active(renewed));
  EXPECT_EQ(info(protege).membership.members.at(1).retired.size(), 1U);
  add_line(mentor, "after");
  add_line(protege, "after too");
  quiet();
  EXPECT_EQ(lines_of(mentor), lines_of(protege));
  EXPECT_EQ(lines_of(mentor).size(), 6U);
  mentor.restart();
  EXPECT_EQ(lines_of(mentor).size(), 6U);
}

TEST_F(DecideFork, ThePartnerIsToldOfTheRenewalOnce) {
  lose_a_renewal();
  mentor.sync();
  ASSERT_THAT(decide(mentor), IsOk());
  const client::SyncReport report = protege.sync();
  ASSERT_EQ(report.renewed.size(), 1U);
  EXPECT_EQ(report.renewed.front().member, 1U);
  EXPECT_FALSE(report.renewed.front().mine);
  EXPECT_TRUE(report.alarms.empty());
  EXPECT_TRUE(protege.sync().renewed.empty());
}

// Both branches start an epoch with the same number and another secret.
TEST_F(DecideFork, EpochsOfBothBranchesAreReadWhateverTheirNumbers) {
  add_line(mentor, "under the old key");
  mentor.sync();
  renew(mentor);
  add_line(mentor, "under the new key");
  mentor.sync();
  relay = older;
  renew(protege);
  add_line(protege, "on the other branch");
  protege.sync();
  mentor.sync();
  ASSERT_TRUE(info(mentor).needs_decision);
  ASSERT_THAT(decide(mentor), IsOk());
  expect_same(everything);
  EXPECT_EQ(info(mentor).membership.members.at(1).retired.size(), 1U);
  EXPECT_EQ(info(mentor).membership.members.at(2).retired.size(), 1U) << "nor is the other one's undone";
}

TEST_F(DecideFork, WhatWasSealedAndNeverSentIsSealedAgain) {
  add_line(mentor, "under the old key");
  mentor.sync();
  renew(mentor);
  relay.append_offline = true;
  add_line(mentor, "under the new key");
  static_cast<void>(client::SyncClient(*mentor.replica, mentor.transport).sync());
  older.append_offline = false;
  relay = older;
  add_line(protege, "on the other branch");
  protege.sync();
  mentor.sync();
  ASSERT_THAT(decide(mentor), IsOk());
  expect_same(everything);
}

TEST_F(DecideFork, OneThatComesTooLateIsMadeAnewWithThePassphraseAndWaitsWithoutIt) {
  lose_a_renewal();
  mentor.sync();
  decide_and_send_nothing();
  EXPECT_TRUE(info(mentor).needs_decision);
  EXPECT_EQ(lines_of(mentor), everything) << "all of it is to be seen meanwhile";
  renew(protege);  // another membership entry gets ahead of the decision, with the epoch that it meant to start
  add_line(protege, "under the epoch that got ahead");
  protege.sync();
  const client::SyncReport report = mentor.sync();
  EXPECT_EQ(result_of(report, pair_of_mentor).code, Code::FORK) << "no passphrase is at hand";
  mentor.restart();
  ASSERT_THAT(decide(mentor), IsOk());
  Texts all = everything;
  all.push_back("under the epoch that got ahead");
  expect_same(all);
}

TEST_F(DecideFork, OneThatWasMadeAndNotSentGoesByItself) {
  lose_a_renewal();
  mentor.sync();
  decide_and_send_nothing();
  mentor.restart();
  mentor.sync();
  expect_same(everything);
}

TEST_F(DecideFork, ACrashAtAnyCommitLosesNothing) {
  lose_a_renewal();
  mentor.sync();
  const MemoryStore::Rows rows = mentor.store.copy();
  const MemoryStore::Rows others = protege.store.copy();
  const MemoryRelay then = relay;
  for (int fail = 0; fail < 12; ++fail) {
    relay = then;
    mentor.store.restore(rows);
    protege.store.restore(others);
    mentor.restart();
    protege.restart();
    mentor.store.fail_after(fail);
    static_cast<void>(decide(mentor));
    mentor.store.fail_after(-1);
    mentor.restart();
    if (info(mentor).needs_decision) {
      ASSERT_THAT(decide(mentor), IsOk()) << fail;
    }
    ASSERT_NO_FATAL_FAILURE(expect_same(everything)) << fail;
  }
}

TEST_F(DecideFork, TheRelayThatShowsTheLostBranchAgainNeedsNoDecision) {
  lose_a_renewal();
  const MemoryRelay other = relay;
  relay = older;
  mentor.sync();
  relay = other;
  mentor.sync();
  EXPECT_TRUE(info(mentor).needs_decision);
  relay = older;
  mentor.sync();
  EXPECT_FALSE(info(mentor).needs_decision);
  EXPECT_THAT(decide(mentor), Fails(Code::INVALID_ARGUMENT));
}

TEST_F(DecideFork, AfterTheOtherOneLeftThereIsNothingToDecide) {
  renew(mentor);
  add_line(mentor, "under the new key");
  mentor.sync();
  relay = older;
  ASSERT_THAT(client::Pairing(*protege.replica).end(accepted_id, protege.administration), IsOk());
  protege.sync();
  mentor.sync();
  ASSERT_THAT(decide(mentor), IsOk());
  EXPECT_TRUE(info(mentor).ended);
  EXPECT_FALSE(info(mentor).needs_decision);
  EXPECT_EQ(lines_of(mentor), (Texts{"before", "under the new key"})) << "it stays here";
}

TEST_F(DecideFork, APairThatIsEndedMeanwhileEndsBehindTheDecision) {
  lose_a_renewal();
  mentor.sync();
  ASSERT_THAT(client::Pairing(*mentor.replica).end(pair_id, mentor.administration), IsOk());
  ASSERT_THAT(decide(mentor), IsOk());
  quiet();
  EXPECT_TRUE(info(protege).ended);
  EXPECT_TRUE(info(mentor).ended);
  EXPECT_FALSE(info(mentor).leaving);
}

TEST_F(DecideFork, WhatIsWithdrawnWithTheEndOfThePairIsWithdrawnThere) {
  const RecordId said = add_line(mentor, "said too much");
  quiet();
  older = relay;
  renew(mentor);
  relay.append_offline = true;
  ASSERT_THAT(mentor.replica->withdraw(pair_of_mentor, said), IsOk());
  const auto end = client::Pairing(*mentor.replica).end(pair_id, mentor.administration);
  ASSERT_THAT(end, IsOk());
  ASSERT_EQ(end->withdrawals, 1U);
  relay = older;
  add_line(protege, "on the other branch");
  protege.sync();
  mentor.sync();
  ASSERT_THAT(decide(mentor), IsOk());
  quiet();
  EXPECT_TRUE(info(protege).ended);
  EXPECT_EQ(lines_of(protege), (Texts{"before", "on the other branch"}));
  EXPECT_EQ(lines_of(mentor), lines_of(protege));
}

TEST_F(DecideFork, OverMoreThanOneDecisionHoldsSaysSo) {
  for (std::size_t i = 0; i <= envelope::kMaxDecided; ++i) ASSERT_NO_FATAL_FAILURE(renew(mentor));
  relay = older;
  add_line(protege, "on the other branch");
  protege.sync();
  mentor.sync();
  const auto report = decide(mentor);
  ASSERT_THAT(report, IsOk());
  EXPECT_EQ(result_of(*report, pair_of_mentor).code, Code::TOO_LARGE);
  EXPECT_TRUE(info(mentor).needs_decision);
}

// Two copies of one vault, renewed on one branch each: the one that the relay shows stays.
TEST_F(DecideFork, ACopyThatTheOtherBranchHasRenewedAwayIsToldSo) {
  const MemoryStore::Rows copy = mentor.store.copy();
  lose_a_renewal();
  const MemoryStore::Rows here = mentor.store.copy();
  mentor.store.restore(copy);
  mentor.restart();
  renew(mentor);
  mentor.store.restore(here);
  mentor.restart();
  mentor.sync();
  const auto report = decide(mentor);
  ASSERT_THAT(report, IsOk());
  EXPECT_EQ(result_of(*report, pair_of_mentor).code, Code::REVOKED_DEVICE);
  EXPECT_EQ(info(mentor).stopped, Code::REVOKED_DEVICE);
  EXPECT_EQ(lines_of(mentor), everything) << "what it holds can be taken out";
}

// An older copy of the vault learns from the decision that it has ended.
TEST_F(DecideFork, EndsAnOlderCopyOfTheVault) {
  const MemoryStore::Rows copy = mentor.store.copy();
  lose_a_renewal();
  mentor.sync();
  ASSERT_THAT(decide(mentor), IsOk());
  mentor.store.restore(copy);
  mentor.restart();
  mentor.sync();
  EXPECT_EQ(info(mentor).stopped, Code::REVOKED_DEVICE);
}

TEST_F(DecideFork, EndsACopyOfTheVaultThatHadWrittenAllOfIt) {
  lose_a_renewal();
  mentor.sync();
  ASSERT_THAT(decide(mentor), IsOk());
  mentor.store.restore(before_renewal);
  mentor.restart();
  mentor.sync();
  EXPECT_EQ(info(mentor).stopped, Code::REVOKED_DEVICE);
  mentor.sync();
  EXPECT_EQ(info(mentor).stopped, Code::REVOKED_DEVICE);
}

TEST_F(DecideFork, OfAVaultThatWasPutBackItWaitsForItsKeys) {
  lose_a_renewal();
  mentor.sync();
  ASSERT_THAT(mentor.replica->set_setting("incarnation.pending", Bytes{1}), IsOk());
  const auto report = decide(mentor);
  ASSERT_THAT(report, IsOk());
  EXPECT_EQ(result_of(*report, pair_of_mentor).code, Code::FORK);
  EXPECT_FALSE(row_of(mentor).deciding());
}

// Neither waits for the other for ever: what was begun is finished behind the decision.
TEST_F(DecideFork, AndARenewalUnderWayBothComeToTheirEnd) {
  lose_a_renewal();
  mentor.sync();
  relay.append_offline = true;
  static_cast<void>(begin_renewal(mentor));
  relay.append_offline = false;
  ASSERT_THAT(decide(mentor), IsOk());
  ASSERT_NO_FATAL_FAILURE(expect_renewed(go_on_renewing(mentor)));
  expect_same(everything);
  EXPECT_EQ(info(mentor).membership.members.at(1).retired.size(), 2U);
}

TEST_F(DecideFork, ARenewalThatBeginsWhileItIsOwedWaitsForIt) {
  lose_a_renewal();
  mentor.sync();
  decide_and_send_nothing();
  renew(protege);  // what was decided came too late
  const auto begun = begin_renewal(mentor);
  ASSERT_THAT(begun, IsOk());
  EXPECT_EQ(begun->left, 1U);
  EXPECT_EQ(result_of(begun->sync, pair_of_mentor).code, Code::FORK);
  ASSERT_THAT(decide(mentor), IsOk());
  ASSERT_NO_FATAL_FAILURE(expect_renewed(go_on_renewing(mentor)));
  expect_same(everything);
}

// Until the log knows this device it has no number there, and is still the same member's.
TEST_F(DecideFork, WhileItIsOwedWhatIsMineIsMine) {
  const RecordId older_line = add_line(mentor, "of before the fork");
  quiet();
  older = relay;
  lose_a_renewal();
  mentor.sync();
  decide_and_send_nothing();
  ASSERT_TRUE(row_of(mentor).deciding());
  EXPECT_EQ(info(mentor).my_member, 1U);
  const auto shown = mentor.replica->find(pair_of_mentor, older_line);
  ASSERT_TRUE(shown.ok() && *shown);
  EXPECT_TRUE((*shown)->mine);
  const RecordId written = add_line(mentor, "written meanwhile");
  const auto sealed = client::Compare(*mentor.replica).seal(pair_of_mentor, "how useful", "very", false);
  ASSERT_THAT(sealed, IsOk());
  ASSERT_THAT(client::Compare(*mentor.replica).settle(), IsOk());
  EXPECT_TRUE(mentor.replica->list(pair_of_mentor, Kind::opened_answer)->empty()) << "nothing is opened";
  EXPECT_THAT(mentor.replica->withdraw(pair_of_mentor, older_line), IsOk());
  ASSERT_THAT(decide(mentor), IsOk());
  quiet();
  EXPECT_THAT(mentor.replica->withdraw(pair_of_mentor, written), IsOk());
  quiet();
  EXPECT_EQ(lines_of(protege), everything);
  EXPECT_EQ(lines_of(mentor), everything);
}

// A grant that was lost is owed again: whoever asked for it said so once.
TEST_F(DecideFork, AGrantThatWasLostIsMadeAgain) {
  client::SpaceRow asked = row_of(mentor).clone();
  asked.asked = {row_of(mentor).membership.epoch};
  changelog::Batch batch;
  ASSERT_THAT(mentor.replica->impl().install(batch, std::move(asked)), IsOk());
  mentor.sync();
  ASSERT_TRUE(row_of(mentor).asked.empty());
  const MemoryRelay newer = relay;
  const auto grants = [&] {
    std::size_t count = 0;
    for (const Bytes& bytes : relay.spaces.at(row_of(mentor).id()).entries) {
      const auto body = envelope::parse_membership(*envelope::parse_entry(bytes));
      count += body.ok() && std::holds_alternative<envelope::GrantAction>(body->action) ? 1 : 0;
    }
    return count;
  };
  ASSERT_EQ(grants(), 1U);
  relay = older;
  add_line(protege, "on the other branch");
  protege.sync();
  mentor.sync();
  ASSERT_TRUE(info(mentor).needs_decision);
  ASSERT_EQ(grants(), 0U);
  ASSERT_THAT(decide(mentor), IsOk());
  mentor.sync();
  EXPECT_EQ(grants(), 1U);
  EXPECT_FALSE(info(mentor).needs_decision) << "nothing else had to be decided";
  // And the branch that had it is no other copy's work when it is shown again.
  relay = newer;
  for (const client::Alarm& alarm : mentor.sync().alarms) EXPECT_EQ(alarm.code, Code::FORK) << alarm.detail;
}

TEST_F(DecideFork, TheEndOfAPairGoesWithoutItWhereTheLogKnowsThisDevice) {
  lose_a_renewal_of_two_copies();
  add_line(protege, "by the older folder");
  protege.sync();
  mentor.sync();
  ASSERT_TRUE(info(mentor).needs_decision);
  relay.append_offline = true;
  EXPECT_THAT(decide(mentor), Fails(Code::OFFLINE));
  relay.append_offline = false;
  ASSERT_TRUE(row_of(mentor).deciding());
  changelog::Batch batch;  // nobody makes the decision again
  batch.erase(changelog::Table::outbox, client::outbox_key(pair_of_mentor, 0));
  ASSERT_THAT(mentor.replica->impl().store.commit(batch), IsOk());
  ASSERT_THAT(client::Pairing(*mentor.replica).end(pair_id, mentor.administration), IsOk());
  mentor.sync();
  EXPECT_FALSE(info(mentor).leaving);
  EXPECT_TRUE(info(mentor).ended);
}

// What does not open stops nothing, though it stands under a key that was once this device's.
TEST_F(DecideFork, JunkUnderTheOwnOldKeyStopsNothing) {
  const client::SpaceRow before = row_of(mentor).clone();
  renew(mentor);
  envelope::EntryHeader header = before.next_header();
  header.sequence = 77;
  header.body_size = 300;
  header.kind = envelope::EntryKind::data;
  const Bytes junk = envelope::make_entry(header, random.bytes(300), before.device);
  changelog::Batch batch;
  batch.put(changelog::Table::lost, client::lost_key(pair_of_mentor, envelope::entry_hash(junk)),
            client::encode_lost({9, 2, false, {}, junk}));
  ASSERT_THAT(mentor.replica->impl().store.commit(batch), IsOk());
  mentor.restart();
  add_line(mentor, "written beside it");
  EXPECT_EQ(result_of(mentor.sync(), pair_of_mentor).code, Code{});
  protege.sync();
  EXPECT_EQ(lines_of(protege), (Texts{"before", "written beside it"}));
}

// One that was signed before the host put the older copy back.
TEST_F(DecideFork, ARenewalThatWaitsToBeSentIsSignedAgainBehindIt) {
  renew(mentor);
  add_line(mentor, "under the new key");
  mentor.sync();
  relay.on_append = [this](client::AppendReply&) { relay.append_offline = true; };
  add_line(mentor, "written while it waits");
  static_cast<void>(begin_renewal(mentor));
  ASSERT_TRUE(mentor.replica->impl().store.find(changelog::Table::outbox, client::outbox_key(pair_of_mentor, 0))->has_value());
  older.append_offline = false;
  relay = older;
  add_line(protege, "on the other branch");
  protege.sync();
  mentor.sync();
  ASSERT_THAT(decide(mentor), IsOk());
  ASSERT_NO_FATAL_FAILURE(expect_renewed(go_on_renewing(mentor)));
  expect_same({"before", "on the other branch", "under the new key", "written while it waits"});
}

TEST_F(DecideFork, ADataForkInTheMiddleOfARenewalHealsByItself) {
  add_line(mentor, "lost with the relay");
  mentor.sync();
  relay.append_offline = true;
  static_cast<void>(begin_renewal(mentor));
  older.append_offline = false;
  relay = older;
  add_line(protege, "on the other branch");
  protege.sync();
  ASSERT_NO_FATAL_FAILURE(expect_renewed(go_on_renewing(mentor)));
  expect_same({"before", "lost with the relay", "on the other branch"});
}

// A relay that keeps the decision away, and after more forks shows the history of before, makes nobody forget it.
TEST_F(DecideFork, IsOwedUntilTheLogHasItWhateverTheRelayShowsMeanwhile) {
  lose_a_renewal();
  mentor.sync();
  decide_and_send_nothing();
  client::SpaceRow again = row_of(mentor).clone();
  again.stopped = Code::FORK;
  changelog::Batch batch;
  ASSERT_THAT(mentor.replica->impl().install(batch, std::move(again)), IsOk());
  relay.append_offline = true;
  static_cast<void>(client::SyncClient(*mentor.replica, mentor.transport).sync());
  EXPECT_EQ(info(mentor).stopped, Code{}) << "the verified history is shown again";
  EXPECT_TRUE(row_of(mentor).deciding());
  relay.append_offline = false;
  ASSERT_THAT(decide(mentor), IsOk());
  expect_same(everything);
}

TEST_F(DecideFork, TheBranchThatComesBackMeanwhileNeedsNoneAnyMore) {
  lose_a_renewal();
  const MemoryRelay other = relay;
  relay = older;
  renew(mentor);
  const MemoryRelay newer = relay;
  relay = other;
  mentor.sync();
  ASSERT_TRUE(info(mentor).needs_decision);
  decide_and_send_nothing();
  relay = newer;
  mentor.sync();
  quiet();
  EXPECT_FALSE(info(mentor).needs_decision);
  for (const client::SpaceResult& one : mentor.sync().spaces) EXPECT_EQ(one.code, Code{}) << one.detail;
}

// Two copies of the other one's vault, renewed on one branch each: this device chooses nobody.
TEST_F(DecideFork, ChoosesNobodyOfTwoCopiesOfThePartner) {
  lose_a_renewal_of_two_copies();
  renew(protege);
  mentor.sync();
  ASSERT_TRUE(info(mentor).needs_decision);
  const auto report = decide(mentor);
  ASSERT_THAT(report, IsOk());
  EXPECT_EQ(result_of(*report, pair_of_mentor).code, Code::CLONED_DEVICE);
  EXPECT_EQ(result_of(mentor.sync(), pair_of_mentor).code, Code::CLONED_DEVICE) << "and says so until then";
  ASSERT_THAT(client::Pairing(*mentor.replica).end(pair_id, mentor.administration), IsOk());
  mentor.sync();
  EXPECT_FALSE(info(mentor).leaving) << "the end of the pair does not wait for it";
}

TEST_F(DecideFork, WaitsUntilTheLogHasEarnedAnEpochAndSaysSo) {
  lose_a_renewal();
  mentor.sync();
  for (int i = 0; i < 8; ++i) {
    client::SpaceRow next = row_of(protege).clone();
    next.asked = {2};
    changelog::Batch batch;
    ASSERT_THAT(protege.replica->impl().install(batch, std::move(next)), IsOk());
    protege.sync();
  }
  const auto report = decide(mentor);
  ASSERT_THAT(report, IsOk());
  EXPECT_EQ(result_of(*report, pair_of_mentor).code, Code::WRONG_EPOCH);
  EXPECT_TRUE(info(mentor).needs_decision);
  for (int i = 0; i < 140; ++i) {
    add_line(protege, "grows");
    protege.sync();
  }
  ASSERT_THAT(decide(mentor), IsOk());
  quiet();
  EXPECT_FALSE(info(mentor).needs_decision);
  EXPECT_EQ(lines_of(mentor), lines_of(protege));
}

TEST_F(DecideFork, OfABranchThatIsLostAgainIsDecidedOverAgain) {
  lose_a_renewal();
  mentor.sync();
  const MemoryRelay before_decision = relay;
  ASSERT_THAT(decide(mentor), IsOk());
  mentor.sync();
  relay = before_decision;
  add_line(protege, "on a third branch");
  protege.sync();
  mentor.sync();
  ASSERT_TRUE(info(mentor).needs_decision);
  ASSERT_THAT(decide(mentor), IsOk());
  Texts all = everything;
  all.insert(all.begin() + 1, "on a third branch");
  std::sort(all.begin(), all.end());
  expect_same(all);
}

// The only one left who has what a member wrote cannot bring it in: it was sealed with a key that has ended. It is
// shown, counted, and never goes missing without a word.
TEST_F(DecideFork, WhatTheOtherOneWroteUnderAnEndedKeyIsSaidToBeOnlyHere) {
  add_line(protege, "in no other vault");
  lose_what_the_protege_wrote_since(first_of_protege);
  EXPECT_EQ(info(mentor).only_here, 1U);
  EXPECT_EQ(lines_of(mentor), (Texts{"before", "in no other vault"}));
  EXPECT_EQ(info(protege).only_here, 0U);
  EXPECT_EQ(lines_of(protege), Texts{"before"});
  for (Device* who : {&mentor, &protege}) {
    for (const client::SpaceResult& one : who->sync().spaces) EXPECT_EQ(one.code, Code{}) << one.detail;
  }
  mentor.restart();
  EXPECT_EQ(info(mentor).only_here, 1U);
}

TEST_F(DecideFork, AnEditOfTheOtherOneUnderAnEndedKeyIsShownBesideWhatHeWroteAgain) {
  const RecordId line = add_line(protege, "as it was");
  const MemoryStore::Rows unsent = protege.store.copy();
  ASSERT_THAT(protege.replica->edit(pair_of_protege, line, {{1, model::Value("as he edited it")}}), IsOk());
  lose_what_the_protege_wrote_since(unsent);
  EXPECT_EQ(info(mentor).only_here, 1U);
  // Two values that know nothing of each other: one shows, the other is kept.
  const auto kept = mentor.replica->conflicts();
  ASSERT_EQ(kept->size(), 1U);
  EXPECT_EQ((std::set<std::string>{*kept->front().shown.text(), *kept->front().kept.text()}),
            (std::set<std::string>{"as it was", "as he edited it"}));
  EXPECT_EQ(lines_of(protege), (Texts{"as it was", "before"}));
}

}  // namespace
}  // namespace kith::testing
