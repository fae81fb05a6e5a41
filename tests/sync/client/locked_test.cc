// While the vault is locked sealed entries come and go by a key that opens nothing; what came is judged when the vault
// is open, as if the relay had just handed it out.

#include "kith/client/locked.h"

#include <gmock/gmock.h>

#include "kith/client/moving.h"
#include "kith/client/renewal.h"
#include "locked/shelved.h"
#include "memory_shelf.h"
#include "world.h"

namespace kith::testing {
namespace {

using client::Locked;
using client::LockedReport;
using client::LockedSync;
using model::Kind;
using Texts = std::vector<std::string>;
using Codes = std::vector<Code>;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct LockedTest : World {
  void SetUp() override {
    pair();
    remember_relay(mentor);
    quiet();
    auto made = locked().allow();
    ASSERT_THAT(made, IsOk());
    key = *std::move(made);
  }
  void remember_relay(Device& device) {
    ASSERT_THAT(device.replica->set_setting(client::kRelayAddressSetting, as_bytes("relay.example.org:443")), IsOk());
    ASSERT_THAT(device.replica->set_setting(client::kRelayCertificateSetting, as_bytes("a certificate")), IsOk());
  }
  Locked locked() { return Locked(*mentor.replica, shelf); }
  RecordId line(Device& device, const std::string& text) {
    return device.add(&device == &protege ? pair_of_protege : pair_of_mentor, Kind::agenda_line, text);
  }
  Texts lines(Device& device) {
    return device.texts(&device == &protege ? pair_of_protege : pair_of_mentor, Kind::agenda_line);
  }
  Texts notes() { return mentor.texts(client::kSelfSpace, Kind::note); }
  void partner_writes(const std::string& text) {
    line(protege, text);
    protege.sync();
  }
  // What a program does behind a locked screen: it has the key, the shelf and a network.
  Result<LockedReport> try_sync() {
    KITH_TRY(LockedSync sync, LockedSync::open(key, shelf, random));
    LockedReport report;
    KITH_CHECK(sync.run(mentor.transport, report));
    return report;
  }
  LockedReport sync_locked() {
    const auto report = try_sync();
    EXPECT_THAT(report, IsOk());
    return report.ok() ? *report : LockedReport{};
  }
  Codes troubles(const LockedReport& report) {
    Codes out;
    for (const auto& one : report.troubles) out.push_back(one.code);
    return out;
  }
  // As unlocking does.
  client::SyncReport unlock() {
    mentor.restart();
    auto report = locked().take_in();
    EXPECT_THAT(report, IsOk());
    EXPECT_EQ(shelf.pages(), 0U);
    return report.ok() ? *report : client::SyncReport{};
  }
  void lock() { ASSERT_THAT(locked().prepare(), IsOk()); }
  Codes alarms() {
    Codes out;
    const auto all = mentor.replica->alarms();
    EXPECT_THAT(all, IsOk());
    if (all.ok()) {
      for (const auto& one : *all) out.push_back(one.code);
    }
    return out;
  }
  SpaceId pair_space() { return mentor.replica->space(pair_of_mentor)->membership.space; }
  MemoryRelay::Space& log() { return relay.spaces.at(pair_space()); }
  // An honest relay, and nothing that was written is missing anywhere or there twice.
  void expect_whole(const Texts& expected) {
    relay.on_fetch = {};
    relay.on_head_at = {};
    relay.on_append = {};
    quiet();
    EXPECT_EQ(lines(mentor), expected);
    EXPECT_EQ(lines(protege), expected);
  }

  MemoryShelf shelf;
  Secret key;
};

TEST_F(LockedTest, WhatThePartnerWroteComesMeanwhileAndIsReadWhenTheVaultIsOpen) {
  lock();
  partner_writes("written at night");
  const LockedReport report = sync_locked();
  EXPECT_EQ(report.spaces, 2U);
  EXPECT_EQ(report.fetched, 1U);
  EXPECT_FALSE(report.more);
  EXPECT_THAT(report.troubles, IsEmpty());
  EXPECT_THAT(lines(mentor), IsEmpty());
  relay.offline = true;  // the vault opens with no network
  EXPECT_EQ(unlock().received, 1U);
  EXPECT_THAT(lines(mentor), ElementsAre("written at night"));
  EXPECT_THAT(alarms(), IsEmpty());
}

TEST_F(LockedTest, NothingIsFetchedTwiceAndASecondNightGoesOnWhereTheFirstEnded) {
  lock();
  partner_writes("the first night");
  EXPECT_EQ(sync_locked().fetched, 1U);
  EXPECT_EQ(sync_locked().fetched, 0U);
  partner_writes("the second night");
  EXPECT_EQ(sync_locked().fetched, 1U);
  EXPECT_EQ(unlock().received, 2U);
  EXPECT_THAT(lines(mentor), ElementsAre("the first night", "the second night"));
}

TEST_F(LockedTest, WhatWaitsGoesOutWithTheKeyAlone) {
  line(mentor, "for the partner");
  mentor.add(client::kSelfSpace, Kind::note, "for myself");
  lock();
  const auto state = locked().state();
  ASSERT_THAT(state, IsOk());
  EXPECT_TRUE(state->allowed);
  EXPECT_EQ(state->spaces, 2U);
  EXPECT_EQ(state->waiting, 2U);
  EXPECT_EQ(sync_locked().sent, 2U);
  EXPECT_EQ(sync_locked().sent, 0U) << "it is known to have come";
  protege.sync();
  EXPECT_THAT(lines(protege), ElementsAre("for the partner"));
  relay.offline = true;
  EXPECT_EQ(unlock().sent, 2U);
  EXPECT_EQ(mentor.replica->space(pair_of_mentor)->unsent, 0U);
  EXPECT_EQ(mentor.replica->space(client::kSelfSpace)->unsent, 0U);
  relay.offline = false;
  expect_whole({"for the partner"});
}

TEST_F(LockedTest, BothWriteAtOnceAndNothingIsLost) {
  line(mentor, "mine");
  lock();
  partner_writes("theirs");
  const LockedReport report = sync_locked();
  EXPECT_EQ(report.fetched, 1U);
  EXPECT_EQ(report.sent, 1U);
  unlock();
  expect_whole({"mine", "theirs"});
}

TEST_F(LockedTest, WhatWasPreparedAndNeverSentGoesWithTheNextSync) {
  line(mentor, "prepared");
  lock();
  unlock();
  expect_whole({"prepared"});
}

TEST_F(LockedTest, ItAcknowledgesNothingAndAsksForNothingElse) {
  line(mentor, "mine");
  lock();
  partner_writes("theirs");
  const auto before = relay.mailboxes;
  const auto members = log().membership.members.size();
  sync_locked();
  EXPECT_EQ(relay.mailboxes, before);
  EXPECT_EQ(log().membership.members.size(), members);
}

TEST_F(LockedTest, WhatLiesOnTheShelfSaysNothingWithoutTheKey) {
  line(mentor, "mine");
  lock();
  partner_writes("theirs");
  sync_locked();
  ASSERT_GE(shelf.pages(), 1U);
  const Bytes space = to_bytes(pair_space().view());
  const Bytes& entry = log().entries.back();
  for (const auto& [name, bytes] : shelf.files) {
    for (const BytesView secret : {BytesView(space), BytesView(entry).first(64), as_bytes("relay.example.org")}) {
      EXPECT_EQ(std::search(bytes.begin(), bytes.end(), secret.begin(), secret.end()), bytes.end()) << name;
    }
  }
}

TEST_F(LockedTest, AnotherKeyOpensNothing) {
  lock();
  const Secret right = key.clone();
  key = Secret(32);
  EXPECT_THAT(try_sync(), Fails(Code::STORE_LOCKED));
  key = Secret(16);
  EXPECT_THAT(try_sync(), Fails(Code::INVALID_ARGUMENT));
  key = right.clone();
  EXPECT_THAT(try_sync(), IsOk());
}

TEST_F(LockedTest, ANewKeyEndsTheOldOne) {
  partner_writes("under the old key");
  sync_locked();
  const auto fresh = locked().allow();
  ASSERT_THAT(fresh, IsOk());
  EXPECT_EQ(shelf.pages(), 0U);
  EXPECT_THAT(try_sync(), Fails(Code::STORE_LOCKED));
  key = fresh->clone();
  EXPECT_EQ(sync_locked().fetched, 1U);
}

TEST_F(LockedTest, WhatIsForbiddenLeavesNothing) {
  sync_locked();
  ASSERT_THAT(locked().forbid(), IsOk());
  EXPECT_THAT(shelf.files, IsEmpty());
  EXPECT_THAT(try_sync(), Fails(Code::NOT_FOUND));
  ASSERT_THAT(locked().prepare(), IsOk());
  EXPECT_THAT(shelf.files, IsEmpty());
  EXPECT_FALSE(locked().state()->allowed);
}

TEST_F(LockedTest, NobodyMayBeforeItIsAllowed) {
  MemoryShelf other;
  Locked of_protege(*protege.replica, other);
  ASSERT_THAT(of_protege.prepare(), IsOk());
  EXPECT_THAT(other.files, IsEmpty());
  EXPECT_THAT(of_protege.take_in(), IsOk());
}

TEST_F(LockedTest, ARelayWithAnotherKeyIsToldNothing) {
  line(mentor, "mine");
  lock();
  MemoryRelay other(random, clock);
  mentor.transport.move_to(other);
  EXPECT_THAT(try_sync(), Fails(Code::KEY_CHANGED));
  EXPECT_THAT(other.wire, IsEmpty());
}

TEST_F(LockedTest, WithoutANetworkNothingChanges) {
  line(mentor, "mine");
  lock();
  const auto before = shelf.files;
  relay.offline = true;
  EXPECT_THAT(try_sync(), Fails(Code::OFFLINE));
  EXPECT_EQ(shelf.files, before);
}

TEST_F(LockedTest, ALongPageComesInPiecesThatTheRelaySigns) {
  lock();
  for (const char* text : {"one", "two", "three"}) partner_writes(text);
  relay.on_fetch = [](const SpaceId&, client::Page& page) {
    if (page.rows.size() > 1) page.rows.resize(1);
  };
  EXPECT_EQ(sync_locked().fetched, 3U);
  EXPECT_EQ(shelf.pages(), 3U);
  EXPECT_EQ(unlock().received, 3U);
  expect_whole({"one", "three", "two"});
}

// What a relay could hand out, and what becomes of it: nothing of it is laid on the shelf, the other space has its
// due, nothing is said of it before the open vault has asked, and an honest relay makes all good.
struct Lie {
  const char* name;
  Code code;
  std::function<void(LockedTest&)> tell;
};
struct LockedLies : LockedTest, ::testing::WithParamInterface<Lie> {};

TEST_P(LockedLies, IsLeftForTheOpenVault) {
  line(mentor, "mine");
  mentor.add(client::kSelfSpace, Kind::note, "for myself");
  lock();
  partner_writes("theirs");
  GetParam().tell(*this);
  const LockedReport report = sync_locked();
  EXPECT_THAT(troubles(report), ElementsAre(GetParam().code));
  EXPECT_EQ(report.sent, 1U) << "the own space has its due";
  relay.on_fetch = {};
  relay.on_head_at = {};
  relay.on_append = {};
  unlock();
  EXPECT_THAT(alarms(), IsEmpty());
  EXPECT_THAT(lines(mentor), ElementsAre("mine"));
  expect_whole({"mine", "theirs"});
}

void only_pair(LockedTest& test, const std::function<void(client::Page&)>& change) {
  test.relay.on_fetch = [id = test.pair_space(), change](const SpaceId& space, client::Page& page) {
    if (space == id) change(page);
  };
}

std::vector<Lie> lies() {
  const auto of_pair = [](const std::function<void(LockedTest&, client::Page&)>& change) {
    return [change](LockedTest& test) { only_pair(test, [&test, change](client::Page& page) { change(test, page); }); };
  };
  using Test = LockedTest;
  using Page = client::Page;
  return {
      {"ByteChanged", Code::GAP, of_pair([](Test&, Page& page) { page.rows.back().entry[40] ^= 1; })},
      {"EntryTooShort", Code::MALFORMED, of_pair([](Test&, Page& page) { page.rows.back().entry.resize(9); })},
      {"NothingWhereSomethingIs", Code::GAP, of_pair([](Test&, Page& page) { page.rows.clear(); })},
      {"HeadNotSigned", Code::BAD_SIGNATURE, of_pair([](Test&, Page& page) { page.head.time_ms += 1; })},
      {"LessThanWasVerified", Code::ROLLBACK, of_pair([](Test& test, Page& page) {
         page.rows.clear();
         page.head = test.relay.sign(test.pair_space(), test.log().heads[1]);
       })},
      {"AnotherHistory", Code::FORK, of_pair([](Test& test, Page& page) {
         envelope::Head head = test.log().heads[test.log().heads.size() - 2];
         head.running = Hash{};
         page.rows.clear();
         page.head = test.relay.sign(test.pair_space(), head);
       })},
  };
}

template <typename T>
std::string name_of_case(const ::testing::TestParamInfo<T>& one) {
  return one.param.name;
}

INSTANTIATE_TEST_SUITE_P(All, LockedLies, ::testing::ValuesIn(lies()), name_of_case<Lie>);

TEST_F(LockedTest, AnEndThatTheRelayDoesNotSignIsNoPage) {
  lock();
  for (const char* text : {"one", "two"}) partner_writes(text);
  relay.on_fetch = [](const SpaceId&, client::Page& page) {
    if (page.rows.size() > 1) page.rows.resize(1);
  };
  relay.on_head_at = [](envelope::SignedHead& head) { head.time_ms += 1; };
  EXPECT_THAT(troubles(sync_locked()), ElementsAre(Code::BAD_SIGNATURE));
  EXPECT_EQ(shelf.pages(), 0U);
  unlock();
  expect_whole({"one", "two"});
}

// Every verdict of a relay over what was sent.
struct Word {
  const char* name;
  client::Verdict verdict;
  Code code;
};
struct LockedVerdicts : LockedTest, ::testing::WithParamInterface<Word> {};

TEST_P(LockedVerdicts, IsSaidAndChangesNothing) {
  line(mentor, "mine");
  lock();
  relay.append_offline = false;
  relay.on_append = [](client::AppendReply& reply) {
    for (auto& result : reply.results) result = {GetParam().verdict, 0, Code::QUOTA_EXCEEDED, {}};
  };
  const LockedReport report = sync_locked();
  EXPECT_THAT(troubles(report), ElementsAre(GetParam().code));
  EXPECT_EQ(report.sent, 0U);
  EXPECT_EQ(shelf.pages(), 0U);
  unlock();
  EXPECT_THAT(lines(mentor), ElementsAre("mine"));
  expect_whole({"mine"});
}

INSTANTIATE_TEST_SUITE_P(All, LockedVerdicts,
                         ::testing::Values(Word{"Stale", client::Verdict::stale, Code::STALE},
                                           Word{"Taken", client::Verdict::taken, Code::CLONED_DEVICE},
                                           Word{"Wait", client::Verdict::wait, Code::QUOTA_EXCEEDED},
                                           Word{"Refused", client::Verdict::refused, Code::QUOTA_EXCEEDED}),
                         name_of_case<Word>);

TEST_F(LockedTest, AnAnswerForOtherEntriesIsNone) {
  line(mentor, "mine");
  lock();
  relay.on_append = [](client::AppendReply& reply) { reply.results.clear(); };
  EXPECT_THAT(troubles(sync_locked()), ElementsAre(Code::MALFORMED));
  unlock();
  expect_whole({"mine"});
}

TEST_F(LockedTest, AnAnswerWhoseHeadIsNotSignedIsFetchedInstead) {
  line(mentor, "mine");
  lock();
  relay.on_append = [](client::AppendReply& reply) { reply.head.time_ms += 1; };
  EXPECT_EQ(sync_locked().sent, 1U);
  EXPECT_EQ(shelf.pages(), 0U);
  unlock();
  EXPECT_THAT(alarms(), IsEmpty());
  expect_whole({"mine"});
}

// The folder of yesterday is put back; what it would send has numbers that were used since.
TEST_F(LockedTest, AnOlderCopySendsNothing) {
  const auto yesterday = mentor.store.copy();
  line(mentor, "sent since");
  mentor.sync();
  protege.sync();
  mentor.store.restore(yesterday);
  mentor.restart();
  line(mentor, "by the older copy");
  lock();
  const auto handed_over = relay.handed_over;
  const LockedReport report = sync_locked();
  EXPECT_THAT(troubles(report), ElementsAre(Code::STORE_ROLLED_BACK));
  EXPECT_EQ(report.sent, 0U);
  EXPECT_EQ(relay.handed_over, handed_over) << "not one entry of the older copy left it";
  unlock();
  mentor.sync();  // finds out
  ASSERT_NE(mentor.replica->space(pair_of_mentor)->stopped, Code{});
  line(mentor, "by the copy that knows it now");
  lock();
  EXPECT_EQ(locked().state()->waiting, 0U) << "a space that has stopped sends nothing";
}

TEST_F(LockedTest, ASpaceWhoseKeyThisDeviceLacksWaitsAndTheOthersGoOut) {
  line(mentor, "waits");
  mentor.add(client::kSelfSpace, Kind::note, "goes");
  lock();  // both are sealed
  EXPECT_EQ(locked().state()->waiting, 2U);
  {
    client::ReplicaImpl& impl = mentor.replica->impl();
    const MutexLock held(impl.mu);
    impl.space(pair_of_mentor)->epochs.clear();
  }
  lock();
  EXPECT_EQ(locked().state()->waiting, 1U);
  EXPECT_EQ(sync_locked().sent, 1U);
  EXPECT_EQ(mentor.replica->space(pair_of_mentor)->unsent, 1U);
}

TEST_F(LockedTest, WhatTakesNothingMoreIsSentNothing) {
  line(mentor, "too late");
  lock();
  ASSERT_THAT(client::Pairing(*protege.replica).end(accepted_id, protege.administration), IsOk());
  protege.sync();
  mentor.sync();
  ASSERT_TRUE(mentor.replica->space(pair_of_mentor)->ended);
  lock();
  EXPECT_EQ(locked().state()->waiting, 0U);
}

// A change of members names the newest log, and is judged by it.
TEST_F(LockedTest, AChangeOfMembersWaitsForTheOpenVault) {
  client::ReplicaImpl& impl = mentor.replica->impl();
  changelog::Batch batch;
  batch.put(changelog::Table::outbox, client::outbox_key(pair_of_mentor, 0), to_bytes(log().entries.front()));
  ASSERT_THAT(impl.store.commit(batch), IsOk());
  lock();
  EXPECT_EQ(locked().state()->waiting, 0U);
}

TEST_F(LockedTest, AGreatImportIsForASyncOfTheOpenVault) {
  const std::vector<client::Fields> many(2001, client::Fields{{1, std::string("imported")}});
  ASSERT_THAT(mentor.replica->create_records(client::kSelfSpace, Kind::note, many), IsOk());
  lock();
  EXPECT_EQ(locked().state()->waiting, 0U);
  mentor.sync();
  line(mentor, "a line");
  lock();
  EXPECT_EQ(locked().state()->waiting, 1U);
}

TEST_F(LockedTest, WhoeverWritesBetweenLookingAndSendingIsFetchedTheNextTime) {
  line(mentor, "mine");
  lock();
  line(protege, "theirs");
  bool wrote = false;
  relay.on_fetch = [&](const SpaceId& space, client::Page&) {
    if (space == pair_space() && !std::exchange(wrote, true)) protege.sync();
  };
  EXPECT_EQ(sync_locked().sent, 1U);
  EXPECT_EQ(shelf.pages(), 0U) << "what the relay answered is not all that it has";
  EXPECT_EQ(sync_locked().fetched, 2U);
  unlock();
  expect_whole({"mine", "theirs"});
}

TEST_F(LockedTest, BeforeThePartnerHasComeToTheNewRelayNothingIsSentToHimThere) {
  MemoryRelay there(random, clock);
  client::Moving moving(*mentor.replica);
  ASSERT_THAT(moving.begin({"other.example.org:443", "", there.key()}), IsOk());
  mentor.sync();
  ASSERT_THAT(moving.finish(), IsOk());
  mentor.transport.move_to(there);
  mentor.sync();
  line(mentor, "waits for him");
  lock();
  EXPECT_EQ(locked().state()->waiting, 0U);
}

TEST_F(LockedTest, WhatThisVaultSentSinceTheKitIsNoOtherCopy) {
  line(mentor, "in the kit");
  lock();
  line(mentor, "sent since");
  mentor.sync();
  const LockedReport report = sync_locked();
  EXPECT_THAT(report.troubles, IsEmpty());
  EXPECT_EQ(report.sent, 0U);
}

TEST_F(LockedTest, ALeaveGoesOutWhateverIsFetchedOfThisVault) {
  line(mentor, "sent at night");
  lock();
  line(protege, "theirs");
  bool wrote = false;
  relay.on_fetch = [&](const SpaceId& space, client::Page&) {
    if (space == pair_space() && !std::exchange(wrote, true)) protege.sync();
  };
  sync_locked();  // its answer is not on the shelf
  ASSERT_THAT(client::Pairing(*mentor.replica).end(pair_id, mentor.administration), IsOk());
  lock();
  const LockedReport report = sync_locked();
  EXPECT_THAT(report.troubles, IsEmpty());
  EXPECT_EQ(report.sent, 1U);
  protege.sync();
  EXPECT_TRUE(protege.replica->space(pair_of_protege)->ended);
}

TEST_F(LockedTest, WhatIsHeldBackIsNotSentAndIsSaid) {
  line(mentor, "perhaps taken back");
  lock();
  ASSERT_THAT(locked().hold_back(), IsOk());
  EXPECT_EQ(locked().state()->waiting, 0U);
  EXPECT_EQ(locked().state()->left_out, 1U);
  partner_writes("theirs");
  const LockedReport report = sync_locked();
  EXPECT_EQ(report.sent, 0U);
  EXPECT_EQ(report.fetched, 1U);
  EXPECT_TRUE(report.more);
  lock();
  EXPECT_EQ(sync_locked().sent, 1U);
}

TEST_F(LockedTest, WhatCannotBeHeldBackIsGoneFromTheShelf) {
  line(mentor, "perhaps taken back");
  lock();
  shelf.full = true;
  ASSERT_THAT(locked().hold_back(), IsOk());
  EXPECT_THAT(try_sync(), Fails(Code::NOT_FOUND));
}

TEST_F(LockedTest, WhatComesBackFromALostBranchGoesFirst) {
  line(mentor, "after it");
  lock();  // it is sealed
  ASSERT_EQ(locked().state()->waiting, 1U);
  {
    client::ReplicaImpl& impl = mentor.replica->impl();
    const MutexLock held(impl.mu);
    impl.lost[pair_of_mentor][Hash{}];  // data that opens
  }
  lock();
  EXPECT_EQ(locked().state()->waiting, 0U);
}

TEST_F(LockedTest, AFileThatIsNoPageStopsNobody) {
  lock();
  shelf.files["page-00000001"] = Bytes(6 * 1024 * 1024, 7);
  shelf.files["holiday"] = Bytes{1};
  partner_writes("theirs");
  EXPECT_EQ(sync_locked().fetched, 1U);
  EXPECT_EQ(unlock().received, 1U);
  ASSERT_THAT(locked().forbid(), IsOk());
  EXPECT_EQ(shelf.files.size(), 1U) << "what is none of ours stays";
}

TEST_F(LockedTest, AVaultFromABackupSendsNothingBeforeItIsRenewed) {
  line(mentor, "mine");
  ASSERT_THAT(mentor.replica->set_setting("incarnation.pending", Bytes{1}), IsOk());
  mentor.restart();
  lock();
  EXPECT_EQ(locked().state()->waiting, 0U);
  EXPECT_EQ(sync_locked().sent, 0U);
}

TEST_F(LockedTest, ARenewalEndsWhatTheOldKeysMayFetchAndSend) {
  line(mentor, "under the old keys");
  lock();
  ASSERT_THAT(mentor.replica->set_setting("incarnation.pending", Bytes{1}), IsOk());
  mentor.restart();
  ASSERT_THAT(client::Renewal(*mentor.replica).run(mentor.transport, mentor.administration), IsOk());
  protege.sync();
  partner_writes("to the renewed one");
  const Bytes written = log().entries.back();
  const LockedReport old = sync_locked();  // by the kit of before: a thief's
  EXPECT_EQ(old.sent, 0U);
  const client::SealedShelf opened(key, shelf, random);
  ASSERT_THAT(opened.visit_pages([&](const client::ShelvedPage& page) -> Result<void> {
    EXPECT_EQ(std::find(page.entries.begin(), page.entries.end(), written), page.entries.end());
    return {};
  }), IsOk());
  unlock();
  lock();
  const LockedReport fresh = sync_locked();
  EXPECT_THAT(fresh.troubles, IsEmpty());
  EXPECT_EQ(fresh.fetched, 1U);
  unlock();
  expect_whole({"to the renewed one", "under the old keys"});
}

TEST_F(LockedTest, ADeviceThatTheRelayDoesNotKnowIsSaidAndTheOthersGoOn) {
  lock();
  relay.spaces.erase(pair_space());
  mentor.add(client::kSelfSpace, Kind::note, "for myself");
  lock();
  const LockedReport report = sync_locked();
  EXPECT_THAT(troubles(report), ElementsAre(Code::PERMISSION_DENIED));
  EXPECT_EQ(report.troubles.front().spaces, 1U);
  EXPECT_THAT(report.troubles.front().detail.text(), ::testing::HasSubstr("does not know this device"));
  EXPECT_EQ(report.sent, 1U);
}

TEST_F(LockedTest, ALeaveGoesOutAloneAndOvertakesWhatWaits) {
  line(mentor, "too late");
  ASSERT_THAT(client::Pairing(*mentor.replica).end(pair_id, mentor.administration), IsOk());
  lock();
  EXPECT_EQ(sync_locked().sent, 1U);
  protege.sync();
  EXPECT_TRUE(protege.replica->space(pair_of_protege)->ended);
  unlock();
  EXPECT_TRUE(mentor.replica->space(pair_of_mentor)->ended);
  EXPECT_FALSE(mentor.replica->space(pair_of_mentor)->leaving) << "it is counted";
  lock();
  EXPECT_EQ(locked().state()->spaces, 1U) << "and is no space to be asked for any more";
}

TEST_F(LockedTest, OnTheWayToAnotherRelayThereIsNoKit) {
  lock();
  MemoryRelay there(random, clock);
  const client::RelayPlace place{"other.example.org:443", "", there.key()};
  ASSERT_THAT(client::Moving(*mentor.replica).begin(place), IsOk());
  lock();
  EXPECT_THAT(try_sync(), Fails(Code::NOT_FOUND));
}

TEST_F(LockedTest, APageThatIsMissingOrDamagedOrElsewhereTakesTheRestWithItAndNothingElse) {
  lock();
  relay.on_fetch = [](const SpaceId&, client::Page& page) {
    if (page.rows.size() > 1) page.rows.resize(1);
  };
  for (const char* text : {"one", "two", "three"}) partner_writes(text);
  sync_locked();
  ASSERT_EQ(shelf.pages(), 3U);
  const auto whole = shelf.files;
  const auto names = *shelf.names();  // kit, then the pages
  const auto damages = {
      std::function<void()>([&] { shelf.files.erase(names[2]); }),
      std::function<void()>([&] { shelf.files[names[2]].back() ^= 1; }),
      std::function<void()>([&] { std::swap(shelf.files[names[2]], shelf.files[names[3]]); }),
      std::function<void()>([&] { shelf.files[names[2]].clear(); }),
  };
  const auto locked_up = mentor.store.copy();
  for (const auto& damage : damages) {
    shelf.files = whole;
    damage();
    mentor.store.restore(locked_up);
    EXPECT_EQ(unlock().received, 1U);
    EXPECT_THAT(lines(mentor), ElementsAre("one"));
    EXPECT_THAT(alarms(), IsEmpty());
  }
  expect_whole({"one", "three", "two"});
}

TEST_F(LockedTest, APageThatIsMissingIsFetchedAgainWithWhatIsBehindIt) {
  lock();
  relay.on_fetch = [](const SpaceId&, client::Page& page) {
    if (page.rows.size() > 1) page.rows.resize(1);
  };
  for (const char* text : {"one", "two", "three"}) partner_writes(text);
  sync_locked();
  shelf.files.erase((*shelf.names())[2]);
  EXPECT_EQ(sync_locked().fetched, 2U);
  EXPECT_EQ(unlock().received, 3U);
}

TEST_F(LockedTest, WhatAnotherRelaySignedIsNotTakenIn) {
  lock();
  partner_writes("theirs");
  sync_locked();
  MemoryRelay other(random, clock);
  ASSERT_THAT(mentor.replica->set_setting(client::kRelayKeySetting, other.key().view()), IsOk());
  EXPECT_EQ(unlock().received, 0U);
  EXPECT_THAT(lines(mentor), IsEmpty());
}

// The relay has gone over to another history since: who says what of it is for the next sync.
TEST_F(LockedTest, APageThatDoesNotLeadToItsEndSaysNothingAndBringsNothing) {
  lock();
  partner_writes("theirs");
  client::SealedShelf sealed(key, shelf, random);
  const std::uint64_t before = mentor.replica->space(pair_of_mentor)->head.position;
  const envelope::Head elsewhere{before + 1, Hash{}};
  ASSERT_THAT(sealed.put_page({pair_space(), before, {log().entries.back()}, relay.sign(pair_space(), elsewhere)}), IsOk());
  EXPECT_EQ(unlock().received, 0U);
  EXPECT_THAT(alarms(), IsEmpty());
  expect_whole({"theirs"});
}

TEST_F(LockedTest, WhatWasSyncedInBetweenIsPassedOver) {
  lock();
  partner_writes("one");
  sync_locked();
  partner_writes("two");
  mentor.sync();
  EXPECT_EQ(unlock().received, 0U);
  expect_whole({"one", "two"});
}

TEST_F(LockedTest, AKitOfBeforeASyncFetchesWhatIsKnownAndHarmsNothing) {
  lock();
  const auto kit = shelf.files.at("kit");
  partner_writes("one");
  mentor.sync();
  partner_writes("two");
  shelf.files["kit"] = kit;
  sync_locked();
  EXPECT_EQ(unlock().received, 1U);
  expect_whole({"one", "two"});
}

TEST_F(LockedTest, AShelfThatFailsLosesNothing) {
  lock();
  partner_writes("one");
  shelf.full = true;
  EXPECT_THAT(try_sync(), Fails(Code::NO_SPACE));
  shelf.full = false;
  sync_locked();
  shelf.stuck = true;
  mentor.restart();
  EXPECT_THAT(locked().take_in(), Fails(Code::STORE_IO));
  EXPECT_THAT(lines(mentor), ElementsAre("one"));
  shelf.stuck = false;
  EXPECT_EQ(unlock().received, 0U) << "taken in already";
  expect_whole({"one"});
}

TEST_F(LockedTest, ItStopsWhereEnoughLiesThereAndGoesOnAfterwards) {
  lock();
  const std::string much(60'000, 'x');
  constexpr std::size_t kWritten = client::kMostShelved / 60'000 + 20;
  for (std::size_t i = 0; i < kWritten; ++i) line(protege, std::to_string(i) + much);
  protege.sync();
  relay.on_fetch = [](const SpaceId&, client::Page& page) {
    if (page.rows.size() > 5) page.rows.resize(5);
  };
  const LockedReport report = sync_locked();
  EXPECT_TRUE(report.more);
  EXPECT_EQ(sync_locked().fetched, 0U) << "the shelf is full";
  std::size_t size = 0;
  for (const auto& [name, bytes] : shelf.files) size += bytes.size();
  EXPECT_LT(size, client::kMostShelved + envelope::kMaxPageBytes);
  unlock();
  lock();
  EXPECT_FALSE(sync_locked().more);
  unlock();
  EXPECT_EQ(lines(mentor).size(), kWritten);
}

TEST_F(LockedTest, WhatTheKitHasNoRoomForWaitsAndIsSaid) {
  const std::string much(60'000, 'x');
  for (std::size_t i = 0; i < client::kMostOutgoing / 60'000 + 10; ++i) line(mentor, std::to_string(i) + much);
  lock();
  const auto state = locked().state();
  ASSERT_THAT(state, IsOk());
  EXPECT_GT(state->left_out, 0U);
  EXPECT_GT(state->waiting, 0U);
  const LockedReport report = sync_locked();
  EXPECT_EQ(report.sent, state->waiting);
  EXPECT_TRUE(report.more);
  unlock();
  lock();
  const LockedReport rest = sync_locked();
  EXPECT_EQ(rest.sent, state->left_out);
  EXPECT_FALSE(rest.more);
}

// A number never goes before the one below it.
TEST_F(LockedTest, BehindWhatFindsNoRoomNothingElseGoes) {
  for (int i = 0; i < 18; ++i) line(mentor, std::to_string(i) + std::string(60'000, 'x'));
  lock();
  line(mentor, "short enough");
  lock();
  const auto state = locked().state();
  ASSERT_THAT(state, IsOk());
  EXPECT_EQ(state->left_out, 2U);
  EXPECT_EQ(state->waiting, 5U);
}

TEST_F(LockedTest, AKitIsWrittenByteForByteAsDocumented) {
  LockedSync::Kit kit;
  kit.place = {"r:1", "pem", SignKey::from(Bytes(32, 0x11)).value()};
  kit.left_out = 2;
  client::LockedSpace space;
  space.space = SpaceId::from(Bytes(32, 0x22)).value();
  space.transport = verify::sign_pair_of(Secret(32));
  space.device = SignKey::from(Bytes(32, 0x33)).value();
  space.head = {7, Hash::from(Bytes(32, 0x44)).value()};
  space.outgoing = {Bytes{0xaa, 0xbb}};
  kit.spaces.push_back(std::move(space));
  const auto of = [](const char* byte, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += byte;
    return out;
  };
  const std::string bytes = "01" "00000003" "723a31" "00000003" "70656d" + of("11", 32) + "00000002" "00000001" + of("22", 32) +
                            of("00", 32) + of("33", 32) + "0000000000000007" + of("44", 32) + "00000001" "00000002" "aabb";
  EXPECT_EQ(to_hex(client::encode_kit(kit)), bytes);
  const auto back = client::decode_kit(*from_hex(bytes));
  ASSERT_THAT(back, IsOk());
  EXPECT_EQ(client::encode_kit(*back), *from_hex(bytes));
  for (std::size_t size = 1; size < bytes.size() / 2; ++size) {
    EXPECT_FALSE(client::decode_kit(BytesView(*from_hex(bytes)).first(size)).ok()) << size;
  }
  EXPECT_THAT(client::decode_kit(*from_hex(bytes + "00")), Fails(Code::STORE_CORRUPT));
  EXPECT_THAT(client::decode_kit(*from_hex("02" + bytes.substr(2))), Fails(Code::STORE_TOO_NEW));
}

TEST_F(LockedTest, APageIsWrittenByteForByteAsDocumented) {
  client::ShelvedPage page;
  page.space = SpaceId::from(Bytes(32, 0x22)).value();
  page.after = 5;
  page.entries = {Bytes{0x01}, Bytes{0x02, 0x03}};
  page.end = relay.sign(page.space, {7, Hash::from(Bytes(32, 0x44)).value()});
  const Bytes head = client::encode_signed_head(page.end);
  const std::string bytes = "01" + to_hex(page.space.view()) + "0000000000000005" +
                            to_hex(Bytes{0, 0, 0, static_cast<Byte>(head.size())}) + to_hex(head) +
                            "00000002" "00000001" "01" "00000002" "0203";
  EXPECT_EQ(to_hex(client::encode_page(page)), bytes);
  const auto back = client::decode_page(*from_hex(bytes));
  ASSERT_THAT(back, IsOk());
  EXPECT_EQ(client::encode_page(*back), *from_hex(bytes));
  for (std::size_t size = 0; size < bytes.size() / 2; ++size) {
    EXPECT_THAT(client::decode_page(BytesView(*from_hex(bytes)).first(size)), Fails(Code::STORE_CORRUPT)) << size;
  }
  EXPECT_THAT(client::decode_page(*from_hex(bytes + "00")), Fails(Code::STORE_CORRUPT));
  EXPECT_THAT(client::decode_page(*from_hex("02" + bytes.substr(2))), Fails(Code::STORE_CORRUPT));
}

}  // namespace
}  // namespace kith::testing
