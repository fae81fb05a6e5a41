// A vault that is older than what it had sent, or of which another copy writes, goes on under new
// keys: nothing is lost, nothing is doubled, and no number of a key is used twice.

#include "kith/client/renewal.h"

#include "world.h"

namespace kith::testing {
namespace {

using client::Renewal;
using model::Kind;
using Texts = std::vector<std::string>;
using Codes = std::vector<Code>;

struct RenewalTest : World {
  void SetUp() override {
    pair();
    line(mentor, "yesterday");
    mentor.add(client::kSelfSpace, Kind::note, "a note of yesterday");
    quiet();
  }
  RecordId line(Device& device, const std::string& text) {
    return device.add(&device == &protege ? pair_of_protege : pair_of_mentor, Kind::agenda_line, text);
  }
  Texts lines(Device& device) {
    return device.texts(&device == &protege ? pair_of_protege : pair_of_mentor, Kind::agenda_line);
  }
  // The mentor's folder of now is put back after he has written and sent more.
  void roll_back() {
    backup = mentor.store.copy();
    line(mentor, "sent later");
    mentor.add(client::kSelfSpace, Kind::note, "a later note");
    mentor.sync();
    protege.sync();
    put_back();
  }
  void put_back() {
    mentor.store.restore(backup);
    mentor.restart();
  }
  void mark_restored() {
    ASSERT_THAT(mentor.replica->set_setting("incarnation.pending", Bytes{1}), IsOk());
  }
  Result<client::RenewalReport> try_renew(Device& device) {
    return Renewal(*device.replica).run(device.transport, device.administration);
  }
  client::RenewalReport renew() {
    auto report = try_renew(mentor);
    EXPECT_THAT(report, IsOk());
    return report.ok() ? *report : client::RenewalReport{};
  }
  bool needed(Device& device) { return Renewal(*device.replica).state()->needed(); }
  SpaceId pair_space() { return mentor.replica->space(pair_of_mentor)->membership.space; }
  MemoryRelay::Space& log(MemoryRelay& where) { return where.spaces.at(pair_space()); }

  void expect_same(const Texts& expected) {
    quiet();
    EXPECT_EQ(lines(mentor), expected);
    EXPECT_EQ(lines(protege), expected);
  }
  // Of all that anybody ever handed over, and of all that is stored.
  static void expect_no_number_twice(const MemoryRelay& where) {
    for (const auto& [number, ids] : where.handed_over) EXPECT_EQ(ids.size(), 1U) << number.second;
    expect_no_stored_number_twice(where);
  }
  static void expect_no_stored_number_twice(const MemoryRelay& where) {
    std::set<std::pair<SignKey, std::uint64_t>> seen;
    for (const auto& [id, space] : where.spaces) {
      for (const Bytes& bytes : space.entries) {
        const auto entry = envelope::parse_entry(bytes);
        ASSERT_THAT(entry, IsOk());
        if (entry->header.sequence == 0) continue;
        EXPECT_TRUE(seen.insert({entry->header.author, entry->header.sequence}).second) << entry->header.sequence;
      }
    }
  }
  SignKey key_of(Device& device, client::SpaceNumber number) {
    const auto info = device.replica->space(number);
    return info->membership.members.at(info->my_member).devices.front().sign;
  }

  MemoryStore::Rows backup;
};

TEST_F(RenewalTest, AVaultThatIsOlderThanWhatItSentIsNoticedAndNobodyIsAccused) {
  roll_back();
  EXPECT_EQ(mentor.alarms_of_sync(), (Codes{Code::STORE_ROLLED_BACK, Code::STORE_ROLLED_BACK}));
  EXPECT_EQ(mentor.replica->space(pair_of_mentor)->stopped, Code::STORE_ROLLED_BACK);
  EXPECT_EQ(mentor.alarms_of_sync(), Codes{}) << "once";
  EXPECT_TRUE(needed(mentor));
  EXPECT_FALSE(Renewal(*mentor.replica).state()->restored);
  EXPECT_EQ(lines(protege), (Texts{"sent later", "yesterday"})) << "nothing is lost at the partner";
}

TEST_F(RenewalTest, UntilThenItSendsNothingAndReadsOnWhatOthersWrite) {
  roll_back();
  line(mentor, "written today");
  line(protege, "by the partner");
  protege.sync();
  const std::size_t before = log(relay).entries.size();
  mentor.sync();
  const auto report = mentor.sync();
  EXPECT_EQ(report.sent, 0U);
  EXPECT_EQ(report.pending, 1U);
  EXPECT_EQ(log(relay).entries.size(), before);
  EXPECT_EQ(lines(mentor), (Texts{"by the partner", "written today", "yesterday"}));
}

TEST_F(RenewalTest, ReadsItsOwnPastAndGoesOnUnderNewKeys) {
  roll_back();
  line(mentor, "written today");
  mentor.sync();
  const SignKey old = key_of(mentor, pair_of_mentor);
  const auto report = renew();
  EXPECT_EQ(report.renewed, 2U);
  EXPECT_EQ(report.left, 0U);
  EXPECT_EQ(report.sync.pending, 0U);
  EXPECT_FALSE(needed(mentor));
  EXPECT_NE(key_of(mentor, pair_of_mentor), old);
  EXPECT_EQ(mentor.replica->space(pair_of_mentor)->stopped, Code{});
  expect_same({"sent later", "written today", "yesterday"});
  EXPECT_EQ(mentor.texts(client::kSelfSpace, Kind::note), (Texts{"a later note", "a note of yesterday"}));
  line(mentor, "by the renewed");
  line(protege, "to the renewed");
  expect_same({"by the renewed", "sent later", "to the renewed", "written today", "yesterday"});
  expect_no_number_twice(relay);
}

TEST_F(RenewalTest, HealsTheAlarmsAndKeepsThem) {
  roll_back();
  mentor.sync();
  renew();
  const auto alarms = mentor.replica->alarms();
  ASSERT_EQ(alarms->size(), 2U);
  for (const client::Alarm& alarm : *alarms) {
    EXPECT_EQ(alarm.code, Code::STORE_ROLLED_BACK);
    EXPECT_TRUE(alarm.healed);
    EXPECT_FALSE(alarm.evidence.empty());
  }
  EXPECT_EQ(mentor.alarms_of_sync(), Codes{});
  EXPECT_EQ(protege.alarms_of_sync(), Codes{});
}

TEST_F(RenewalTest, IsToldToThePartnerWhoKeepsThePairVerified) {
  roll_back();
  const SignKey old = key_of(mentor, pair_of_mentor);
  mentor.sync();
  renew();
  const auto report = protege.sync();
  ASSERT_EQ(report.renewed.size(), 1U);
  EXPECT_EQ(report.renewed.front().space, pair_of_protege);
  EXPECT_EQ(report.renewed.front().member, 1U);
  EXPECT_FALSE(report.renewed.front().mine);
  EXPECT_EQ(report.renewed.front().old_key, old);
  EXPECT_TRUE(report.alarms.empty());
  EXPECT_TRUE(client::Pairing(*protege.replica).get(accepted_id)->verified);
  EXPECT_TRUE(client::Pairing(*mentor.replica).get(pair_id)->verified);
  EXPECT_TRUE(protege.sync().renewed.empty()) << "once";
}

TEST_F(RenewalTest, TheAccepterOfThePairRenewsAsWell) {
  backup = protege.store.copy();
  line(protege, "sent later");
  protege.sync();
  protege.store.restore(backup);
  protege.restart();
  EXPECT_EQ(protege.alarms_of_sync(), Codes{Code::STORE_ROLLED_BACK});
  ASSERT_THAT(try_renew(protege), IsOk());
  EXPECT_EQ(mentor.sync().renewed.front().member, 2U);
  expect_same({"sent later", "yesterday"});
  expect_no_number_twice(relay);
}

TEST_F(RenewalTest, ARestoredVaultSaysNothingIsSentAndAccusesNobody) {
  roll_back();
  mark_restored();
  line(mentor, "written today");
  const auto report = mentor.sync();
  EXPECT_TRUE(report.alarms.empty());
  EXPECT_EQ(report.sent, 0U);
  EXPECT_EQ(report.pending, 1U);
  EXPECT_TRUE(Renewal(*mentor.replica).state()->restored);
  EXPECT_EQ(renew().renewed, 2U);
  EXPECT_EQ(*mentor.replica->setting("incarnation.pending"), std::nullopt);
  expect_same({"sent later", "written today", "yesterday"});
  expect_no_number_twice(relay);
}

// The relay shows nothing that would give it away; the mark alone must hold the old key back.
TEST_F(RenewalTest, ARestoredVaultSendsNothingUnderItsOldKeysEvenIfTheRelayHidesWhatTheyWrote) {
  MemoryRelay hiding = relay;
  roll_back();
  mark_restored();
  mentor.transport.move_to(hiding);
  line(mentor, "written today");
  mentor.sync();
  renew();
  for (const auto& [number, ids] : hiding.handed_over) {
    const auto other = relay.handed_over.find(number);
    if (other == relay.handed_over.end()) continue;
    EXPECT_EQ(other->second, ids) << number.second;
  }
  expect_no_number_twice(hiding);
}

TEST_F(RenewalTest, NothingNewIsBegunUnderKeysThatAreAboutToEnd) {
  mark_restored();
  client::Pairing pairing(*mentor.replica);
  EXPECT_THAT(pairing.invite(mentor.transport, "Ilse", {}, "r"), Fails(Code::STORE_ROLLED_BACK));
  EXPECT_THAT(pairing.accept(mentor.transport,
                             client::Pairing(*protege.replica).invite(protege.transport, "Tomasz", {}, "r")->code,
                             "Ilse", {}),
              Fails(Code::STORE_ROLLED_BACK));
  EXPECT_THAT(pairing.confirm(mentor.transport, pair_id, "1", mentor.administration), Fails(Code::STORE_ROLLED_BACK));
  EXPECT_THAT(pairing.end(pair_id, mentor.administration), IsOk()) << "ending a pair waits for nothing";
  renew();
}

TEST_F(RenewalTest, WhereNoneIsNeededNothingIsRenewed) {
  const auto before = key_of(mentor, pair_of_mentor);
  EXPECT_EQ(renew().renewed, 0U);
  EXPECT_EQ(key_of(mentor, pair_of_mentor), before);
  roll_back();
  mentor.sync();
  EXPECT_EQ(renew().renewed, 2U);
  const auto after = key_of(mentor, pair_of_mentor);
  EXPECT_EQ(renew().renewed, 0U) << "the second time too";
  EXPECT_EQ(key_of(mentor, pair_of_mentor), after);
}

TEST_F(RenewalTest, MayHappenAgain) {
  for (int i = 0; i < 3; ++i) {
    roll_back();
    mentor.sync();
    EXPECT_EQ(renew().renewed, 2U);
    quiet();
  }
  expect_same({"sent later", "sent later", "sent later", "yesterday"});
  expect_no_number_twice(relay);
}

// Whatever the last thing on the disk was, the next call goes on from there.
TEST_F(RenewalTest, ACrashAtAnyStepLosesNothingAndDoublesNothing) {
  roll_back();
  line(mentor, "written today");
  mentor.sync();
  const auto before = mentor.store.copy();
  const auto partner_before = protege.store.copy();
  int steps = 0;
  for (bool failed = true; failed; ++steps) {
    ASSERT_LT(steps, 200);
    MemoryRelay here = relay;
    mentor.store.restore(before);
    mentor.restart();
    mentor.transport.move_to(here);
    mentor.store.fail_after(steps);
    failed = !try_renew(mentor).ok();
    mentor.store.fail_after(-1);
    mentor.restart();
    const bool whole = !needed(mentor);
    mentor.sync();
    ASSERT_THAT(try_renew(mentor), IsOk()) << steps;
    EXPECT_FALSE(needed(mentor)) << steps;
    EXPECT_TRUE(failed || whole);
    protege.store.restore(partner_before);
    protege.restart();
    protege.transport.move_to(here);
    expect_same({"sent later", "written today", "yesterday"});
    expect_no_number_twice(here);
    EXPECT_EQ(log(here).membership.members.at(1).retired.size(), 1U) << "renewed once, after " << steps;
  }
  EXPECT_GT(steps, 6);
}

TEST_F(RenewalTest, AnAnswerThatGetsLostIsFoundInTheLog) {
  roll_back();
  mentor.sync();
  relay.on_append = [this](client::AppendReply& reply) {
    reply.results.clear();
    relay.offline = true;
  };
  EXPECT_THAT(try_renew(mentor), Fails(Code::OFFLINE));
  relay.on_append = {};
  relay.offline = false;
  mentor.restart();
  EXPECT_EQ(renew().renewed, 2U);
  EXPECT_EQ(relay.spaces.at(pair_space()).membership.members.at(1).retired.size(), 1U);
  line(mentor, "after");
  expect_same({"after", "sent later", "yesterday"});
  expect_no_number_twice(relay);
}

// Once it is signed it needs no passphrase to be sent.
TEST_F(RenewalTest, ASyncSendsARenewalThatIsSignedAlready) {
  roll_back();
  mentor.sync();
  relay.append_offline = true;
  EXPECT_THAT(try_renew(mentor), Fails(Code::OFFLINE));
  relay.append_offline = false;
  mentor.restart();
  mentor.sync();
  EXPECT_NE(key_of(mentor, client::kSelfSpace), SignKey{});
  EXPECT_EQ(relay.spaces.at(mentor.replica->space(client::kSelfSpace)->membership.space).membership.members.at(1)
                .retired.size(),
            1U);
  EXPECT_TRUE(needed(mentor)) << "the pair's is not signed yet";
  renew();
  expect_same({"sent later", "yesterday"});
}

struct SealedInVain : RenewalTest {
  // The device seals under a number that its later past used too: it had been put back, and the
  // relay that it met first knew nothing of that past.
  void seal_in_vain() {
    MemoryRelay early = relay;
    roll_back();
    early.append_offline = true;
    mentor.transport.move_to(early);
    changed = line(mentor, "sealed in vain");
    removed = line(mentor, "sealed and removed");
    ASSERT_THAT(client::SyncClient(*mentor.replica, mentor.transport).sync(), Fails(Code::OFFLINE));
    mentor.transport.move_to(relay);
  }
  RecordId changed;
  RecordId removed;
};

TEST_F(SealedInVain, TwoEntriesWithOneNumberAreTwoWriters) {
  seal_in_vain();
  const auto report = mentor.sync();
  const auto of_pair = std::find_if(report.alarms.begin(), report.alarms.end(),
                                    [this](const client::Alarm& alarm) { return alarm.space == pair_of_mentor; });
  ASSERT_NE(of_pair, report.alarms.end());
  EXPECT_EQ(of_pair->code, Code::CLONED_DEVICE);
  ASSERT_EQ(of_pair->evidence.size(), 2U) << "both entries are kept";
  EXPECT_NE(of_pair->evidence[0], of_pair->evidence[1]);
  for (const Bytes& evidence : of_pair->evidence) {
    const auto header = envelope::check_proof(evidence);
    ASSERT_THAT(header, IsOk()) << "header and signature prove it";
    EXPECT_EQ(header->author, of_pair->author);
  }
}

TEST_F(SealedInVain, ItsChangesGoOutAgainUnderTheNewKey) {
  seal_in_vain();
  mentor.sync();
  renew();
  expect_same({"sealed and removed", "sealed in vain", "sent later", "yesterday"});
  EXPECT_EQ(mentor.replica->conflicts()->size(), 0U);
  EXPECT_EQ(protege.replica->conflicts()->size(), 0U);
  EXPECT_EQ(mentor.sync().pending, 0U);
  expect_no_stored_number_twice(relay);
}

// Later edits name what was sealed by names that will never be in a log.
TEST_F(SealedInVain, LaterEditsAndRemovesOfItStillMeanIt) {
  seal_in_vain();
  mentor.sync();
  ASSERT_THAT(mentor.replica->edit(pair_of_mentor, changed, {{1, model::Value("changed afterwards")}}), IsOk());
  ASSERT_THAT(mentor.replica->remove(pair_of_mentor, removed), IsOk());
  renew();
  expect_same({"changed afterwards", "sent later", "yesterday"});
  EXPECT_EQ(mentor.replica->conflicts()->size(), 0U);
  EXPECT_EQ(protege.replica->conflicts()->size(), 0U);
  expect_no_stored_number_twice(relay);
}

TEST_F(SealedInVain, ACrashBeforeItIsSealedAgainLosesNothing) {
  seal_in_vain();
  mentor.sync();
  const auto before = mentor.store.copy();
  const auto partner_before = protege.store.copy();
  int steps = 0;
  for (bool failed = true; failed; ++steps) {
    ASSERT_LT(steps, 200);
    MemoryRelay here = relay;
    mentor.store.restore(before);
    mentor.restart();
    mentor.transport.move_to(here);
    mentor.store.fail_after(steps);
    failed = !try_renew(mentor).ok();
    mentor.store.fail_after(-1);
    mentor.restart();
    ASSERT_THAT(try_renew(mentor), IsOk()) << steps;
    protege.store.restore(partner_before);
    protege.restart();
    protege.transport.move_to(here);
    expect_same({"sealed and removed", "sealed in vain", "sent later", "yesterday"});
    expect_no_stored_number_twice(here);
  }
}

// A copy's entry that arrived beside a lie, before its place was known, stays what was seen of it.
// The renewal cuts before it all the same, and after the renewal it gets no place.
TEST_F(RenewalTest, WhatCameAheadOfItsPlaceIsBeyondTheCut) {
  MemoryRelay elsewhere = relay;
  backup = mentor.store.copy();
  mentor.transport.move_to(elsewhere);
  line(mentor, "by a copy");
  mentor.sync();
  const Bytes ahead = elsewhere.spaces.at(pair_space()).entries.back();
  mentor.transport.move_to(relay);
  put_back();
  relay.on_fetch = [&](const SpaceId& id, client::Page& page) {
    if (id != pair_space()) return;
    Bytes broken = ahead;
    broken[300] ^= 1;
    const std::uint64_t position = page.head.head.position;
    page.rows = {{position + 1, 0, broken}, {position + 2, 0, ahead}};
    page.head = relay.sign(id, {position + 2, page.head.head.running});
  };
  EXPECT_EQ(protege.alarms_of_sync(), Codes{Code::BAD_SIGNATURE});
  EXPECT_EQ(lines(protege), (Texts{"by a copy", "yesterday"}));
  relay.on_fetch = {};
  mark_restored();
  renew();
  EXPECT_EQ(protege.sync().renewed.size(), 1U);
  auto& space = relay.spaces.at(pair_space());
  space.entries.push_back(ahead);
  space.heads.push_back(envelope::log_next(space.heads.back(), envelope::entry_hash(ahead)));
  EXPECT_EQ(protege.alarms_of_sync(), Codes{Code::REVOKED_DEVICE});
}

struct Thief : RenewalTest {
  // Somebody keeps the folder as it was before the renewal.
  void SetUp() override {
    RenewalTest::SetUp();
    before_renewal = relay;
    roll_back();
    mentor.sync();
    renew();
    quiet();
    thief.store.restore(backup);
    thief.administration = crypto::agree_pair_of(mentor.administration.secret);
    thief.restart();
  }
  // An entry of the old key that looks like the next one, from a relay that knows no renewal.
  Bytes forged() {
    thief.transport.move_to(before_renewal);
    line(thief, "by the thief");
    thief.sync();
    return before_renewal.spaces.at(pair_space()).entries.back();
  }
  MemoryRelay before_renewal{random, clock};
  Device thief{relay, clock, random};
};

TEST_F(Thief, IsNotLetInAndChangesNothing) {
  const auto before = relay.spaces.at(pair_space()).heads.back();
  line(thief, "by the thief");
  EXPECT_EQ(thief.alarms_of_sync(), (Codes{Code::REVOKED_DEVICE, Code::REVOKED_DEVICE})) << "the truth, and no relay blamed";
  EXPECT_EQ(relay.spaces.at(pair_space()).heads.back(), before);
  static_cast<void>(try_renew(thief));
  EXPECT_EQ(relay.spaces.at(pair_space()).heads.back(), before) << "nor does the passphrase help an older copy";
  expect_same({"sent later", "yesterday"});
}

TEST_F(Thief, WhatALyingRelayTakesOfTheOldKeyIsRefusedByEverybody) {
  const Bytes entry = forged();
  auto& space = relay.spaces.at(pair_space());
  space.entries.push_back(entry);
  space.heads.push_back(envelope::log_next(space.heads.back(), envelope::entry_hash(entry)));
  EXPECT_EQ(protege.alarms_of_sync(), Codes{Code::REVOKED_DEVICE});
  EXPECT_EQ(lines(protege), (Texts{"sent later", "yesterday"}));
  EXPECT_EQ(mentor.alarms_of_sync(), Codes{Code::REVOKED_DEVICE});
  EXPECT_EQ(lines(mentor), (Texts{"sent later", "yesterday"}));
  EXPECT_EQ(mentor.replica->space(pair_of_mentor)->stopped, Code{}) << "it is not this device's key any more";
}

// Whoever is shown the renewal learns that the key has ended; it is not taken for his own past.
TEST_F(Thief, AnotherCopyIsToldThatItsKeyWasRenewed) {
  const auto head = thief.replica->space(pair_of_mentor)->head.position;
  client::LiveEvent event{pair_space(), {}};
  const auto& space = relay.spaces.at(pair_space());
  for (std::uint64_t i = head; i < space.entries.size(); ++i) event.page.rows.push_back({i + 1, 0, space.entries[i]});
  event.page.head = relay.sign(pair_space(), space.heads.back());
  // It has keys ready for a renewal, so that its own later entries are no fault; the renewal is.
  ASSERT_THAT(thief.replica->set_setting("incarnation.pending", Bytes{1}), IsOk());
  static_cast<void>(try_renew(thief));
  const auto report = client::SyncClient(*thief.replica, thief.transport).apply(event);
  ASSERT_THAT(report, IsOk());
  EXPECT_EQ(thief.replica->alarms()->back().code, Code::REVOKED_DEVICE);
  EXPECT_EQ(thief.replica->space(pair_of_mentor)->stopped, Code::REVOKED_DEVICE);
}

TEST_F(RenewalTest, WhatThePartnerSealedBeforeHeKnewStillCounts) {
  roll_back();
  relay.append_offline = true;
  line(protege, "sealed before");
  EXPECT_THAT(client::SyncClient(*protege.replica, protege.transport).sync(), Fails(Code::OFFLINE));
  relay.append_offline = false;
  mentor.sync();
  renew();
  expect_same({"sealed before", "sent later", "yesterday"});
  EXPECT_EQ(protege.sync().pending, 0U);
  expect_no_number_twice(relay);
}

TEST_F(RenewalTest, ALeaveOfThePartnerThatIsOnItsWayArrives) {
  roll_back();
  ASSERT_THAT(client::Pairing(*protege.replica).end(accepted_id, protege.administration), IsOk());
  mentor.sync();
  renew();
  quiet();
  EXPECT_TRUE(mentor.replica->space(pair_of_mentor)->ended);
  EXPECT_EQ(client::Pairing(*mentor.replica).get(pair_id)->state, client::PairState::ended);
  EXPECT_EQ(relay.spaces.at(pair_space()).membership.is_active(key_of(protege, pair_of_protege)), false);
}

TEST_F(RenewalTest, APairThatEndsMeanwhileNeedsNone) {
  roll_back();
  mentor.sync();
  relay.append_offline = true;
  EXPECT_THAT(try_renew(mentor), Fails(Code::OFFLINE));
  relay.append_offline = false;
  ASSERT_THAT(client::Pairing(*protege.replica).end(accepted_id, protege.administration), IsOk());
  protege.sync();
  const auto report = renew();
  EXPECT_EQ(report.left, 0U);
  EXPECT_FALSE(needed(mentor));
  EXPECT_TRUE(mentor.replica->space(pair_of_mentor)->ended);
}

TEST_F(RenewalTest, BothMayRenewAtOneTime) {
  roll_back();
  mentor.sync();
  relay.append_offline = true;
  for (int i = 0; i < 2; ++i) EXPECT_THAT(try_renew(mentor), Fails(Code::OFFLINE));
  relay.append_offline = false;
  ASSERT_THAT(protege.replica->set_setting("incarnation.pending", Bytes{1}), IsOk());
  ASSERT_THAT(try_renew(protege), IsOk());
  EXPECT_EQ(renew().renewed, 2U);
  line(mentor, "by the mentor");
  line(protege, "by the protege");
  expect_same({"by the mentor", "by the protege", "sent later", "yesterday"});
}

// The backup is from before the partner was added; then he was, and wrote. The addition that is
// decided once more after the restore is another one, and the first stands in the log.
TEST_F(RenewalTest, AnAdditionInItsLaterPastIsNoticedAndTaken) {
  client::Pairing accepter(*protege.replica);
  const auto invitation = client::Pairing(*mentor.replica).invite(mentor.transport, "Ilse", {}, "r");
  const auto accepted = accepter.accept(protege.transport, invitation->code, "Tomasz", {});
  ASSERT_THAT(client::Pairing(*mentor.replica).refresh(mentor.transport), IsOk());
  backup = mentor.store.copy();
  const auto confirm = [&] {
    return client::Pairing(*mentor.replica).confirm(mentor.transport, invitation->id, accepted->digits,
                                                    mentor.administration);
  };
  const auto before = confirm();
  ASSERT_THAT(before, IsOk());
  ASSERT_THAT(accepter.confirm(protege.transport, accepted->id, accepted->digits, protege.administration), IsOk());
  protege.add(accepted->space, Kind::agenda_line, "in the second pair");
  protege.sync();
  put_back();
  ASSERT_THAT(confirm(), IsOk());
  const auto alarms = mentor.replica->alarms();
  ASSERT_EQ(alarms->size(), 1U);
  EXPECT_EQ(alarms->front().code, Code::STORE_ROLLED_BACK);
  EXPECT_EQ(renew().left, 0U);
  quiet();
  EXPECT_TRUE(client::Pairing(*mentor.replica).get(invitation->id)->verified);
  EXPECT_EQ(mentor.texts(before->space, Kind::agenda_line), Texts{"in the second pair"});
  mentor.add(before->space, Kind::agenda_line, "an answer");
  quiet();
  EXPECT_EQ(protege.texts(accepted->space, Kind::agenda_line), (Texts{"an answer", "in the second pair"}));
}

// The backup is from before this device was added; then it was, and confirmed and wrote.
TEST_F(RenewalTest, AnAcceptedInvitationInItsLaterPastIsTaken) {
  client::Pairing inviter(*protege.replica);
  const auto invitation = inviter.invite(protege.transport, "Tomasz", {}, "r");
  const auto accepted = client::Pairing(*mentor.replica).accept(mentor.transport, invitation->code, "Ilse", {});
  ASSERT_THAT(inviter.refresh(protege.transport), IsOk());
  backup = mentor.store.copy();
  const auto added = inviter.confirm(protege.transport, invitation->id, accepted->digits, protege.administration);
  ASSERT_THAT(added, IsOk());
  ASSERT_THAT(client::Pairing(*mentor.replica)
                  .confirm(mentor.transport, accepted->id, accepted->digits, mentor.administration),
              IsOk());
  mentor.add(accepted->space, Kind::agenda_line, "in the second pair");
  quiet();
  put_back();
  mark_restored();
  EXPECT_EQ(renew().renewed, 3U);
  quiet();
  EXPECT_TRUE(client::Pairing(*mentor.replica).get(accepted->id)->verified);
  mentor.add(accepted->space, Kind::agenda_line, "and on");
  quiet();
  EXPECT_EQ(protege.texts(added->space, Kind::agenda_line), (Texts{"and on", "in the second pair"}));
  expect_no_number_twice(relay);
}

// Nobody has added it yet: nothing of it is held up, and nothing holds up the rest.
TEST_F(RenewalTest, AnInvitationThatWasAcceptedAndNotAddedYetGoesOnLater) {
  client::Pairing inviter(*protege.replica);
  const auto invitation = inviter.invite(protege.transport, "Tomasz", {}, "r");
  const auto accepted = client::Pairing(*mentor.replica).accept(mentor.transport, invitation->code, "Ilse", {});
  ASSERT_THAT(inviter.refresh(protege.transport), IsOk());
  mark_restored();
  EXPECT_EQ(renew().renewed, 2U);
  EXPECT_FALSE(needed(mentor));
  ASSERT_THAT(inviter.confirm(protege.transport, invitation->id, accepted->digits, protege.administration), IsOk());
  mentor.sync();
  EXPECT_TRUE(needed(mentor)) << "its keys there were in the backup too";
  EXPECT_EQ(renew().renewed, 1U);
  EXPECT_FALSE(needed(mentor));
}

TEST_F(RenewalTest, ARelayThatLostTheRenewalIsFilledUpAgain) {
  const MemoryRelay yesterday = relay;
  roll_back();
  mentor.sync();
  renew();
  line(mentor, "after");
  mentor.add(client::kSelfSpace, Kind::note, "after, for me");
  quiet();
  const auto heads = [this](MemoryRelay& where) {
    std::vector<envelope::Head> out;
    for (const client::SpaceNumber n : {client::kSelfSpace, pair_of_mentor}) {
      out.push_back(where.spaces.at(mentor.replica->space(n)->membership.space).heads.back());
    }
    return out;
  };
  const auto before = heads(relay);
  MemoryRelay old = yesterday;
  mentor.transport.move_to(old);
  EXPECT_EQ(mentor.alarms_of_sync(), (Codes{Code::ROLLBACK, Code::ROLLBACK}));
  EXPECT_EQ(heads(old), before);
  MemoryRelay empty = yesterday;
  empty.spaces.clear();
  mentor.transport.move_to(empty);
  mentor.sync();
  EXPECT_EQ(heads(empty), before) << "from nothing too";
  expect_no_number_twice(old);
  expect_no_number_twice(empty);
}

TEST_F(RenewalTest, WhatWasSharedBeforeItCanStillBeWithdrawn) {
  const RecordId id = line(mentor, "shared");
  quiet();
  roll_back();
  mentor.sync();
  renew();
  ASSERT_THAT(mentor.replica->withdraw(pair_of_mentor, id), IsOk());
  EXPECT_EQ(lines(mentor), (Texts{"sent later", "yesterday"})) << "at once, before anything is sent";
  expect_same({"sent later", "yesterday"});
  for (const client::Shown& shown : *mentor.replica->list(pair_of_mentor, Kind::agenda_line)) {
    EXPECT_TRUE(shown.mine);
  }
}

// A partner who was shown two entries with one number stops, and goes on once their author renewed.
TEST_F(RenewalTest, APartnerWhoSawTheCloneGoesOnAfterIt) {
  MemoryRelay other = relay;
  backup = mentor.store.copy();
  line(mentor, "the one");
  mentor.sync();
  protege.sync();
  put_back();
  mentor.transport.move_to(other);
  line(mentor, "the other");
  mentor.sync();
  const Bytes twin = other.spaces.at(pair_space()).entries.back();
  relay.on_fetch = [&](const SpaceId& id, client::Page& page) {
    if (id != pair_space()) return;
    page.rows.push_back({page.head.head.position + 1, 0, twin});
    page.head = relay.sign(id, {page.head.head.position + 1, page.head.head.running});
  };
  EXPECT_EQ(protege.alarms_of_sync(), Codes{Code::CLONED_DEVICE});
  relay.on_fetch = {};
  EXPECT_EQ(protege.replica->space(pair_of_protege)->stopped, Code::CLONED_DEVICE);
  EXPECT_FALSE(needed(protege)) << "it is not his key";
  put_back();
  mentor.transport.move_to(relay);
  mentor.sync();
  renew();
  protege.sync();
  EXPECT_EQ(protege.replica->space(pair_of_protege)->stopped, Code{});
  EXPECT_TRUE(protege.replica->alarms()->front().healed);
  line(protege, "goes on");
  expect_same({"goes on", "the one", "yesterday"});
}

// The relay had taken the line and its answer was lost; then the line was removed, and the vault renewed. Whoever
// removed it had seen it, under whichever key it counts.
TEST_F(RenewalTest, ARemovalBehindAnOwnLineThatWaitedStaysARemoval) {
  const RecordId id = line(mentor, "regretted");
  relay.on_append = [this](client::AppendReply& reply) {
    reply.results.clear();
    relay.offline = true;
  };
  static_cast<void>(client::SyncClient(*mentor.replica, mentor.transport).sync());
  relay.on_append = nullptr;
  relay.offline = false;
  ASSERT_EQ(mentor.replica->space(pair_of_mentor)->unsent, 1U);
  ASSERT_THAT(mentor.replica->remove(pair_of_mentor, id), IsOk());
  mark_restored();
  EXPECT_EQ(renew().left, 0U);
  expect_same({"yesterday"});
  EXPECT_TRUE(mentor.replica->conflicts()->empty());
}

}  // namespace
}  // namespace kith::testing
