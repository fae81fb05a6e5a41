// A partner with real keys who writes whatever the format allows, and a relay that says anything: each case
// was seen to stop somebody, and stays in its own space now.

#include <algorithm>

#include "pairing/addition.h"
#include "replica/replica_impl.h"
#include "world.h"

#include "kith/protocol/epoch.h"
#include "kith/protocol/sealing.h"
#include "kith/sync/v1/sync.pb.h"

namespace kith::testing {
namespace {

using client::SpaceNumber;
using model::Kind;
using model::Value;
using Texts = std::vector<std::string>;

// The protege is the hostile one; a third person is honest.
struct HostilePartner : World {
  Device third{relay, clock, random};
  SpaceNumber mentor_with_third = 0;

  void SetUp() override {
    pair();
    quiet();
  }
  void pair_with_third() {
    client::Pairing inviter(*mentor.replica);
    client::Pairing accepter(*third.replica);
    const auto invitation = inviter.invite(mentor.transport, "Ilse", {}, "relay.example.org:443");
    ASSERT_THAT(invitation, IsOk());
    const auto accepted = accepter.accept(third.transport, invitation->code, "Nadia", {});
    ASSERT_THAT(accepted, IsOk());
    ASSERT_THAT(inviter.refresh(mentor.transport), IsOk());
    const auto mine = inviter.confirm(mentor.transport, invitation->id, accepted->digits, mentor.administration);
    ASSERT_THAT(mine, IsOk());
    ASSERT_THAT(accepter.confirm(third.transport, accepted->id, accepted->digits, third.administration), IsOk());
    mentor.sync();
    mentor_with_third = mine->space;
  }

  const client::SpaceRow& row(Device& of, SpaceNumber number) { return *of.replica->impl().space(number); }

  // Hands in an entry under the hostile one's keys; the log has to take it.
  void hand_in(const Bytes& entry) {
    const auto& at = row(protege, pair_of_protege);
    ASSERT_THAT(protege.transport.authenticate({{at.id(), &at.transport}}), IsOk());
    const auto reply = protege.transport.append(at.id(), {entry});
    ASSERT_THAT(reply, IsOk());
    ASSERT_EQ(reply->results.front().verdict, client::Verdict::counted) << code_name(reply->results.front().code);
  }
  // A data entry of any plain text, sealed as it should be.
  void write_plain(BytesView encoded) {
    const auto& at = row(protege, pair_of_protege);
    Writer plain;
    plain.sized(encoded);
    Bytes padded = plain.take();
    padded.resize(crypto::padded_size(padded.size()));
    envelope::EntryHeader header = at.next_header();
    header.kind = envelope::EntryKind::data;
    header.body_size = static_cast<std::uint32_t>(padded.size() + crypto::kSealOverhead);
    const Secret key = protocol::entry_key(at.id(), header.epoch, at.epochs.at(header.epoch));
    const Bytes clear = envelope::encode_header(header);
    hand_in(envelope::make_entry(header, crypto::seal(key, BytesView(clear).first(envelope::kBoundBytes), padded, random),
                                 at.device));
    // What was sent behind its back is this device's own past to it: it looks as the relay has it.
    auto next = at.clone();
    next.next_sequence = header.sequence + 1;
    next.previous_sequence = header.sequence;
    next.previous = envelope::entry_hash(relay.spaces.at(at.id()).entries.back());
    changelog::Batch batch;
    batch.put(changelog::Table::outbox, client::outbox_key(pair_of_protege, header.sequence),
              relay.spaces.at(at.id()).entries.back());
    ASSERT_THAT(protege.replica->impl().install(batch, std::move(next)), IsOk());
    protege.sync();
  }
  void write_body(const protocol::Body& body) { write_plain(protocol::encode_body(body)); }
  protocol::Change put(const RecordId& id, Kind kind, model::FieldNumber field, Value value) {
    protocol::Change out;
    out.record = id;
    out.kind = kind;
    out.field = field;
    out.value = std::move(value);
    return out;
  }
  // Hands in a membership entry that the device knows as its own decision.
  void decide(envelope::MembershipBody body, std::optional<protocol::EpochKeys> epoch = std::nullopt) {
    client::SpaceRow next = row(protege, pair_of_protege).clone();
    body.previous = next.membership.last;
    const Bytes entry = envelope::make_membership_entry(next.next_header(), body, next.device, nullptr);
    if (epoch) next.epochs[epoch->epoch] = std::move(epoch->secret);
    changelog::Batch batch;
    batch.put(changelog::Table::outbox, client::outbox_key(pair_of_protege, 0), entry);
    ASSERT_THAT(protege.replica->impl().install(batch, std::move(next)), IsOk());
    hand_in(entry);
  }
  void ask_mentor_for(std::uint32_t epoch) {
    client::SpaceRow next = row(mentor, pair_of_mentor).clone();
    next.asked = {epoch};
    changelog::Batch batch;
    ASSERT_THAT(mentor.replica->impl().install(batch, std::move(next)), IsOk());
  }
  std::size_t log_size() { return relay.spaces.at(row(mentor, pair_of_mentor).id()).entries.size(); }

  // An epoch whose wraps are random bytes.
  void write_epoch_that_does_not_open() {
    const auto& at = row(protege, pair_of_protege);
    envelope::EpochStart start{at.membership.epoch + 1, random.make<Hash>(), {}};
    for (const auto& [number, member] : at.membership.members) {
      start.wraps.push_back({member.devices.front().sign, random.bytes(envelope::kWrapBytes)});
    }
    decide({{}, envelope::EpochAction{}, start});
  }
  // An epoch that its author alone can open: the other one's wrap is random bytes.
  void write_epoch_of_its_own() {
    const auto& at = row(protege, pair_of_protege);
    protocol::EpochKeys epoch{at.membership.epoch + 1, Secret(32)};
    random.fill(epoch.secret.writable());
    std::vector<envelope::DeviceKeys> devices;
    for (const auto& [number, member] : at.membership.members) devices.push_back(member.devices.front());
    auto start = protocol::start_epoch(at.id(), epoch, at.space_secret, devices, random);
    ASSERT_THAT(start, IsOk());
    for (envelope::Wrap& wrap : start->wraps) {
      if (wrap.device != at.device.key) wrap.sealed = random.bytes(envelope::kWrapBytes);
    }
    decide({{}, envelope::EpochAction{}, *start}, std::move(epoch));
  }
  // A grant of what the other one has long had. It costs as much as any.
  void write_grant_of_nothing_new() {
    const auto& at = row(protege, pair_of_protege);
    const auto other = std::find_if(at.membership.members.begin(), at.membership.members.end(),
                                    [&](const auto& one) { return one.second.devices.front().sign != at.device.key; });
    const auto& [number, secret] = *at.epochs.begin();
    const auto wrap =
        protocol::wrap_epoch(at.id(), {number, secret.clone()}, at.space_secret, other->second.devices.front(), random);
    ASSERT_THAT(wrap, IsOk());
    decide({{}, envelope::GrantAction{number, *wrap}, std::nullopt});
  }
};

// Seen: 13,200 live puts in 410 fields; the removal was too large to seal, and every later sync of every
// space stopped there.
TEST_F(HostilePartner, ALineOfManyPutsIsRemovedAndOtherPairsGoOn) {
  pair_with_third();
  const RecordId id = mentor.add(pair_of_mentor, Kind::agenda_line, "a line");
  quiet();
  for (int round = 0; round < 5; ++round) {
    protocol::Body body;
    for (int i = 0; i < 2640; ++i) {
      body.changes.push_back(put(id, Kind::agenda_line, static_cast<model::FieldNumber>(2 + i % 410), Value(std::int64_t{i})));
    }
    write_body(body);
  }
  mentor.sync();
  ASSERT_THAT(mentor.replica->remove(pair_of_mentor, id), IsOk());
  mentor.add(mentor_with_third, Kind::agenda_line, "to the third");
  const auto report = mentor.sync();
  for (const client::SpaceResult& one : report.spaces) EXPECT_EQ(one.code, Code{}) << one.detail;
  third.sync();
  EXPECT_TRUE(mentor.texts(pair_of_mentor, Kind::agenda_line).empty());
  EXPECT_EQ(third.replica->list(third.replica->spaces()->back().number, Kind::agenda_line)->size(), 1U);
  EXPECT_LT(relay.spaces.at(row(mentor, pair_of_mentor).id()).entries.back().size(), 1024U) << "its size depends on nothing";
}

// Seen: the member's cursor stood for ever, silently from the second sync on.
TEST_F(HostilePartner, AnEpochWhoseWrapDoesNotOpenIsAnsweredByTheNext) {
  write_epoch_that_does_not_open();
  const client::SyncReport report = mentor.sync();
  EXPECT_EQ(report.spaces.back().code, Code{});
  EXPECT_EQ(mentor.replica->space(pair_of_mentor)->membership.epoch, 4U) << "2, the bad one, the answer";
  mentor.add(pair_of_mentor, Kind::agenda_line, "goes on");
  mentor.sync();
  protege.sync();
  EXPECT_EQ(protege.texts(pair_of_protege, Kind::agenda_line), Texts{"goes on"});
  protege.add(pair_of_protege, Kind::agenda_line, "and back");
  quiet();
  EXPECT_EQ(mentor.texts(pair_of_mentor, Kind::agenda_line), (Texts{"and back", "goes on"}));
}

// Seen: who could not read says so once; if the grant could not go in that same sync, it never went.
TEST_F(HostilePartner, AGrantGoesWhenTheLogHasEarnedItAgain) {
  write_epoch_of_its_own();
  protege.sync();
  const auto credit = [&] {
    const auto& at = row(protege, pair_of_protege);
    return at.membership.credit_of(at.head.position + 1);
  };
  for (int i = 0; i < 8 && credit() > 0; ++i) {
    write_grant_of_nothing_new();
    protege.sync();
  }
  ASSERT_EQ(credit(), 0U);
  protege.add(pair_of_protege, Kind::agenda_line, "in the dark");
  protege.sync();
  mentor.add(pair_of_mentor, Kind::goal, "says what it could not read");
  mentor.sync();
  const client::SyncReport told = protege.sync();
  ASSERT_FALSE(told.put_aside.empty());
  EXPECT_EQ(told.put_aside.back().code, Code::WRONG_EPOCH);
  for (const client::SpaceResult& one : told.spaces) EXPECT_EQ(one.code, Code{}) << one.detail;
  protege.restart();
  EXPECT_EQ(row(protege, pair_of_protege).asked.size(), 1U);
  mentor.sync();
  EXPECT_EQ(mentor.texts(pair_of_mentor, Kind::agenda_line), Texts{}) << "nothing was earned yet";

  for (std::uint64_t i = 0; i < envelope::kEntriesPerCredit; ++i) {
    mentor.add(pair_of_mentor, Kind::goal, "the log grows");
    mentor.sync();
  }
  quiet();
  EXPECT_EQ(mentor.texts(pair_of_mentor, Kind::agenda_line), Texts{"in the dark"});
  EXPECT_TRUE(row(protege, pair_of_protege).asked.empty());
  EXPECT_EQ(credit(), 0U) << "it went once";
}

TEST_F(HostilePartner, WhoCouldNotReadWhatWasNeverWrittenIsGrantedNothing) {
  protocol::Body body;
  body.put_aside = {{row(mentor, pair_of_mentor).device.key, 999, Code::WRONG_EPOCH}};
  write_body(body);
  const client::SyncReport report = mentor.sync();
  for (const client::SpaceResult& one : report.spaces) EXPECT_EQ(one.code, Code{}) << one.detail;
  EXPECT_TRUE(row(mentor, pair_of_mentor).asked.empty());
}

TEST_F(HostilePartner, AnEpochWithoutASecretIsGrantedToNobody) {
  ask_mentor_for(77);
  const std::size_t size = log_size();
  const client::SyncReport report = mentor.sync();
  for (const client::SpaceResult& one : report.spaces) EXPECT_EQ(one.code, Code{}) << one.detail;
  EXPECT_EQ(log_size(), size);
}

TEST_F(HostilePartner, AGrantByTheOtherOneAnswersNothingThatHeAskedFor) {
  ask_mentor_for(row(protege, pair_of_protege).epochs.begin()->first);
  write_grant_of_nothing_new();
  const std::size_t size = log_size();
  mentor.sync();
  EXPECT_EQ(log_size(), size + 1) << "the mentor's own";
  EXPECT_TRUE(row(mentor, pair_of_mentor).asked.empty());
}

TEST_F(HostilePartner, AGrantTakesNoPlaceOfAnotherDecisionThatWaits) {
  const std::uint32_t epoch = row(mentor, pair_of_mentor).epochs.begin()->first;
  ask_mentor_for(epoch);
  relay.append_offline = true;
  static_cast<void>(client::SyncClient(*mentor.replica, mentor.transport).sync());
  const Bytes slot = client::outbox_key(pair_of_mentor, 0);
  const auto first = mentor.replica->impl().store.find(changelog::Table::outbox, slot);
  ASSERT_TRUE(first->has_value());
  static_cast<void>(client::SyncClient(*mentor.replica, mentor.transport).sync());
  EXPECT_EQ(mentor.replica->impl().store.find(changelog::Table::outbox, slot)->value(), first->value());
}

TEST_F(HostilePartner, APairThatHasEndedGrantsNothing) {
  ask_mentor_for(row(mentor, pair_of_mentor).epochs.begin()->first);
  ASSERT_THAT(client::Pairing(*protege.replica).end(accepted_id, protege.administration), IsOk());
  protege.sync();
  mentor.sync();
  const auto decided = mentor.replica->impl().store.find(changelog::Table::outbox, client::outbox_key(pair_of_mentor, 0));
  EXPECT_FALSE(decided->has_value());
}

TEST_F(HostilePartner, EpochsWithoutEndAreRefusedByTheLogItself) {
  for (int i = 0; i < 12; ++i) {
    const auto& at = row(protege, pair_of_protege);
    const std::uint32_t left = at.membership.credit_of(at.head.position + 1);
    if (left <= envelope::kRotationReserve) break;
    write_epoch_that_does_not_open();
    mentor.sync();
    protege.sync();
  }
  EXPECT_LE(mentor.replica->space(pair_of_mentor)->membership.epoch, 2U + 2U * 4U);
  mentor.add(pair_of_mentor, Kind::agenda_line, "still here");
  quiet();
  EXPECT_EQ(protege.texts(pair_of_protege, Kind::agenda_line), Texts{"still here"});
}

// Seen: every later entry of that author was hidden, also after an upgrade.
TEST_F(HostilePartner, AnEntryThatCannotBeReadHidesNoOther) {
  write_plain(random.bytes(200));
  EXPECT_EQ(mentor.alarms_of_sync(), std::vector<Code>{Code::MALFORMED});
  protege.add(pair_of_protege, Kind::agenda_line, "later");
  protege.sync();
  mentor.sync();
  EXPECT_EQ(mentor.texts(pair_of_mentor, Kind::agenda_line), Texts{"later"});
  // Its author is told, in the next entry of the reader.
  mentor.add(pair_of_mentor, Kind::agenda_line, "an answer");
  mentor.sync();
  const std::size_t size = log_size();
  const client::SyncReport told = protege.sync();
  ASSERT_EQ(told.put_aside.size(), 1U);
  EXPECT_EQ(told.put_aside.front().code, Code::MALFORMED);
  EXPECT_EQ(log_size(), size) << "no epoch is missing there, and none is granted";
}

// What a partner says that another branch had: by itself each is what it is, and one that is no entry of a
// member here hides no other.
struct Carries : HostilePartner {
  envelope::EntryHeader header_of_lost() {
    const auto& at = row(protege, pair_of_protege);
    envelope::EntryHeader header = at.next_header();
    header.sequence = next_sequence_++;
    header.void_from = 0;
    header.seen = *client::head_at(protege.replica->impl().store, at, 1);
    return header;
  }
  Secret key_of(const envelope::EntryHeader& header) {
    const auto& at = row(protege, pair_of_protege);
    return protocol::entry_key(at.id(), header.epoch, at.epochs.at(header.epoch));
  }
  protocol::Body line(const std::string& text) {
    protocol::Body body;
    const RecordId made = random.make<RecordId>();
    body.changes.push_back(put(protocol::shared_id(row(protege, pair_of_protege).id(), 2, made), Kind::agenda_line, 1, text));
    body.changes.back().made = made;
    return body;
  }
  Bytes lost(const std::string& text, const envelope::EntryHeader& header, const verify::SignPair& signer) {
    return protocol::make_data_entry(header, line(text), key_of(header), signer, random).value();
  }
  Bytes lost(const std::string& text) {
    return lost(text, header_of_lost(), row(protege, pair_of_protege).device);
  }
  // One that does not hold, and an honest one behind it.
  void expect_passed_over(const Bytes& entry, Secret key) {
    protocol::Body body;
    body.carried.push_back({entry, 1, std::move(key)});
    body.carried.push_back({lost("honest"), 1, key_of(row(protege, pair_of_protege).next_header())});
    write_body(body);
    mentor.sync();
    EXPECT_EQ(mentor.texts(pair_of_mentor, Kind::agenda_line), Texts{"honest"});
    EXPECT_TRUE(mentor.replica->alarms()->empty());
  }
  void expect_passed_over(const Bytes& entry) {
    expect_passed_over(entry, key_of(row(protege, pair_of_protege).next_header()));
  }
  std::uint64_t next_sequence_ = 900;
};

TEST_F(Carries, AnEntryThatHoldsCountsOnceHoweverOften) {
  protocol::Body body;
  const Bytes entry = lost("of another branch");
  for (int i = 0; i < 2; ++i) body.carried.push_back({entry, 1, key_of(header_of_lost())});
  write_body(body);
  write_body(body);
  mentor.sync();
  EXPECT_EQ(mentor.texts(pair_of_mentor, Kind::agenda_line), Texts{"of another branch"});
}

TEST_F(Carries, NothingThatIsNoEntry) { expect_passed_over(random.bytes(400)); }

TEST_F(Carries, NoChangeOfMembers) {
  const auto& at = row(protege, pair_of_protege);
  expect_passed_over(envelope::make_membership_entry(
      at.next_header(), {at.membership.last, envelope::LeaveAction{}, std::nullopt}, at.device, nullptr));
}

TEST_F(Carries, NothingOfAnotherSpace) {
  envelope::EntryHeader header = header_of_lost();
  header.space.bytes[0] ^= 1;
  expect_passed_over(lost("of another space", header, row(protege, pair_of_protege).device));
}

TEST_F(Carries, NothingThatItsAuthorDidNotSign) {
  envelope::EntryHeader header = header_of_lost();
  header.author = row(mentor, pair_of_mentor).device.key;  // put into the other one's mouth
  expect_passed_over(lost("never said", header, row(protege, pair_of_protege).device));
}

TEST_F(Carries, NothingByAStranger) {
  const verify::SignPair stranger = verify::make_sign_pair(random);
  envelope::EntryHeader header = header_of_lost();
  header.author = stranger.key;
  expect_passed_over(lost("by a stranger", header, stranger));
}

TEST_F(Carries, NothingWithoutTheKeyThatOpensIt) { expect_passed_over(lost("closed"), Secret()); }

TEST_F(Carries, NothingThatAnotherKeyOpens) { expect_passed_over(lost("closed"), Secret::copy_of(random.bytes(32))); }

// A removal that says it has seen more than both branches share takes nothing away that came later.
TEST_F(Carries, ARemovalOfAnotherBranchHasSeenNothingOfThisOne) {
  const RecordId id = mentor.add(pair_of_mentor, Kind::agenda_line, "written here");
  quiet();
  protocol::Change removed;
  removed.record = id;
  removed.kind = Kind::agenda_line;
  removed.op = protocol::Op::remove;
  removed.seen = 1000;
  protocol::Body said;
  said.changes.push_back(removed);
  envelope::EntryHeader header = header_of_lost();
  header.seen = row(protege, pair_of_protege).head;
  protocol::Body body;
  body.carried.push_back({protocol::make_data_entry(header, said, key_of(header), row(protege, pair_of_protege).device, random).value(),
                          1, key_of(header)});
  write_body(body);
  mentor.sync();
  EXPECT_EQ(mentor.texts(pair_of_mentor, Kind::agenda_line), Texts{"written here"});
}

TEST_F(HostilePartner, AValueOfATypeFromTheFutureIsKeptAndPassedOn) {
  sync::v1::Body body;
  auto* change = body.add_changes();
  const RecordId id = random.make<RecordId>();
  change->set_record(std::string(as_text(id.view())));
  change->set_kind(static_cast<std::uint32_t>(Kind::agenda_line));
  change->set_op(sync::v1::OP_PUT);
  change->set_field(2);
  const std::string future("\x7a\x03" "new", 5);  // field 15, three bytes
  ASSERT_TRUE(change->mutable_value()->ParseFromString(future));
  change = body.add_changes();
  change->CopyFrom(body.changes(0));
  change->set_field(1);
  change->clear_value();
  change->mutable_value()->set_text("beside it");
  write_plain(to_bytes(body.SerializeAsString()));
  EXPECT_TRUE(mentor.alarms_of_sync().empty());
  EXPECT_EQ(mentor.texts(pair_of_mentor, Kind::agenda_line), Texts{"beside it"});
  const auto state = mentor.replica->impl().counted(pair_of_mentor, Kind::agenda_line, id);
  ASSERT_TRUE(state.ok() && *state);
  ASSERT_NE((*state)->fields.at(2).front().value.newer(), nullptr);
  EXPECT_EQ(as_text((*state)->fields.at(2).front().value.newer()->raw), future);
}

// What an older reader put aside is read by a newer one, and the state is as if it always had been.
TEST_F(HostilePartner, WhatWasPutAsideIsReadAfterAnUpgrade) {
  const RecordId id = protege.add(pair_of_protege, Kind::agenda_line, "an old program could not read it");
  protege.sync();
  mentor.sync();
  const auto before = protocol::canonical(**mentor.replica->impl().counted(pair_of_mentor, Kind::agenda_line, id));
  // As an older program leaves it: the entry stands in the log, and nothing of it in the records.
  client::AsideRow aside;
  aside.position = row(mentor, pair_of_mentor).head.position;
  aside.author = row(protege, pair_of_protege).device.key;
  aside.sequence = 1;
  aside.code = Code::MALFORMED;
  aside.reader = client::kReaderVersion - 1;
  changelog::Batch batch;
  batch.put(changelog::Table::aside, client::entry_key_of(pair_of_mentor, aside.position), client::encode_aside(aside));
  batch.erase(changelog::Table::record, client::record_key(pair_of_mentor, Kind::agenda_line, id));
  ASSERT_THAT(mentor.replica->impl().store.commit(batch), IsOk());
  EXPECT_TRUE(mentor.texts(pair_of_mentor, Kind::agenda_line).empty());
  mentor.sync();
  EXPECT_EQ(protocol::canonical(**mentor.replica->impl().counted(pair_of_mentor, Kind::agenda_line, id)), before);
}

// Seen: from then on the passage that was shared belonged to the partner.
TEST_F(HostilePartner, WhatComesAheadOfItsPlaceDecidesNothing) {
  const RecordId id = mentor.add(pair_of_mentor, Kind::passage, "shared by the mentor");
  mentor.sync();
  protege.sync();
  ASSERT_THAT(protege.replica->edit(pair_of_protege, id, {{1, Value("edited")}}), IsOk());
  protege.sync();
  Device fresh(relay, clock, random);
  // A relay that spoils the row with the passage: what follows is shown, and stands in no state.
  const auto copy = mentor.store.copy();
  bool spoil = true;
  relay.on_fetch = [&](const SpaceId& space, client::Page& page) {
    if (spoil && space == row(mentor, pair_of_mentor).id() && !page.rows.empty()) page.rows.front().entry.back() ^= 1;
  };
  mentor.sync();
  const auto state = mentor.replica->impl().counted(pair_of_mentor, Kind::passage, id);
  ASSERT_TRUE(state.ok() && *state);
  spoil = false;
  mentor.sync();
  EXPECT_TRUE((*mentor.replica->find(pair_of_mentor, id))->mine);
  EXPECT_THAT(mentor.replica->withdraw(pair_of_mentor, id), IsOk());
}

// Seen: 30 lying pages took a vault from 32 KB to 7.9 MB.
TEST_F(HostilePartner, LyingPagesTakeNoRoom) {
  protege.add(pair_of_protege, Kind::agenda_line, std::string(60'000, 'x'));
  protege.sync();
  const auto bytes = [&] {
    std::size_t sum = 0;
    for (const auto& [key, value] : mentor.store.copy()) sum += value.size();
    return sum;
  };
  const std::size_t before = bytes();
  int page_number = 0;
  relay.on_fetch = [&](const SpaceId&, client::Page& page) {
    for (client::Row& one : page.rows) one.entry[300 + static_cast<std::size_t>(page_number) % 1000] ^= 1;
    ++page_number;
  };
  for (int i = 0; i < 30; ++i) mentor.sync();
  EXPECT_LT(bytes(), before + 64 * 1024);
  relay.on_fetch = nullptr;
  mentor.sync();
  EXPECT_EQ(mentor.texts(pair_of_mentor, Kind::agenda_line).size(), 1U);
}

TEST_F(HostilePartner, AlarmsOfASpaceAreBoundedAndTheRestIsCounted) {
  client::Alarm alarm;
  alarm.code = Code::GAP;
  alarm.space = pair_of_mentor;
  for (std::uint64_t i = 0; i < 200; ++i) {
    alarm.position = i;
    ASSERT_THAT(mentor.replica->impl().raise(alarm), IsOk());
  }
  const auto all = *mentor.replica->alarms();
  EXPECT_LE(all.size(), 66U);
  EXPECT_EQ(all.back().repeated, 200U - 64U);
}

// Seen: 64 rounds, silently.
TEST_F(HostilePartner, ARelayThatCountsAndMovesNothingRaisesAnAlarm) {
  mentor.add(pair_of_mentor, Kind::agenda_line, "waits");
  const MemoryRelay honest = relay;
  relay.on_append = [&](client::AppendReply& reply) {
    const auto id = row(mentor, pair_of_mentor).id();
    relay.spaces = honest.spaces;  // it forgets at once what it said that it took
    reply.head = relay.sign(id, relay.spaces.at(id).heads.back());
  };
  const client::SyncReport report = mentor.sync();
  EXPECT_EQ(report.spaces.back().code, Code::GAP);
  EXPECT_EQ(report.spaces.back().waiting, 1U);
  ASSERT_FALSE(report.alarms.empty());
  EXPECT_EQ(report.alarms.back().code, Code::GAP);
  EXPECT_LT(relay.calls, 100);
}

// Seen: removed by one, marked done by the other: both kept a line with empty text.
TEST_F(HostilePartner, ARemovalThatDidNotSeeAnEditLeavesTheRecordWhole) {
  const auto id = mentor.replica->create_record(pair_of_mentor, Kind::action,
                                                {{1, Value("call the office")}, {2, Value("Ilse")}, {3, Value("Friday")}});
  ASSERT_THAT(id, IsOk());
  quiet();
  ASSERT_THAT(mentor.replica->remove(pair_of_mentor, *id), IsOk());
  ASSERT_THAT(protege.replica->edit(pair_of_protege, *id, {{4, Value(std::int64_t{1})}}), IsOk());
  quiet();
  for (Device* one : {&mentor, &protege}) {
    const auto number = one == &mentor ? pair_of_mentor : pair_of_protege;
    const auto shown = one->replica->find(number, *id);
    ASSERT_TRUE(shown.ok() && *shown);
    EXPECT_EQ((*shown)->record.fields.size(), 4U);
    EXPECT_EQ((*shown)->removed_by, 1U);
    ASSERT_EQ(one->replica->conflicts()->size(), 1U);
    EXPECT_TRUE(one->replica->conflicts()->front().removal);
  }
  // One keeps it: it is whole for both, and nothing is left to decide.
  ASSERT_THAT(protege.replica->keep(protege.replica->conflicts()->front().name), IsOk());
  quiet();
  EXPECT_TRUE(mentor.replica->conflicts()->empty());
  EXPECT_EQ((*mentor.replica->find(pair_of_mentor, *id))->record.fields.size(), 4U);
  // Another time it is let go.
  ASSERT_THAT(mentor.replica->remove(pair_of_mentor, *id), IsOk());
  ASSERT_THAT(protege.replica->edit(pair_of_protege, *id, {{3, Value("Monday")}}), IsOk());
  quiet();
  ASSERT_THAT(mentor.replica->dismiss(mentor.replica->conflicts()->front().name), IsOk());
  quiet();
  EXPECT_FALSE(*protege.replica->find(pair_of_protege, *id));
  EXPECT_FALSE(*mentor.replica->find(pair_of_mentor, *id));
}

TEST_F(HostilePartner, AnEndTakesTheWithdrawalsAlongAndNothingElse) {
  const RecordId id = mentor.add(pair_of_mentor, Kind::passage, "taken back");
  quiet();
  ASSERT_THAT(mentor.replica->withdraw(pair_of_mentor, id), IsOk());
  mentor.add(pair_of_mentor, Kind::passage, "never sent");
  const auto end = client::Pairing(*mentor.replica).end(pair_id, mentor.administration);
  ASSERT_THAT(end, IsOk());
  EXPECT_EQ(end->withdrawals, 1U);
  EXPECT_EQ(end->unsent, 1U);
  quiet();
  EXPECT_TRUE(protege.texts(pair_of_protege, Kind::passage).empty());
  EXPECT_EQ(mentor.texts(pair_of_mentor, Kind::passage), Texts{"never sent"}) << "kept here";
}

TEST_F(HostilePartner, AClockBeyondItsEndMakesNothingUnreadable) {
  clock.set_wall(protocol::kLastTimeMs + 1'000'000);
  mentor.add(pair_of_mentor, Kind::agenda_line, "from the year 2200");
  mentor.add(pair_of_mentor, Kind::agenda_line, "and another");
  quiet();
  EXPECT_EQ(protege.texts(pair_of_protege, Kind::agenda_line).size(), 2U);
}

TEST_F(HostilePartner, TheJoinerFillsARelayThatLostEverything) {
  protege.add(pair_of_protege, Kind::agenda_line, "kept by the joiner");
  quiet();
  relay.spaces.clear();
  protege.sync();
  protege.sync();
  EXPECT_EQ(relay.spaces.at(row(protege, pair_of_protege).id()).entries.size(),
            row(protege, pair_of_protege).head.position);
  mentor.sync();
  EXPECT_EQ(mentor.texts(pair_of_mentor, Kind::agenda_line), Texts{"kept by the joiner"});
}

// A removal that stands in the log already is carried once more, behind what its author wrote since.
TEST_F(HostilePartner, WhatStandsInTheLogIsNotDoneASecondTimeByCarryingIt) {
  const RecordId id = mentor.add(pair_of_mentor, Kind::agenda_line, "a line");
  quiet();
  ASSERT_THAT(mentor.replica->remove(pair_of_mentor, id), IsOk());
  mentor.sync();
  const auto& log = relay.spaces.at(row(mentor, pair_of_mentor).id());
  const Bytes removal = log.entries.back();
  ASSERT_THAT(mentor.replica->change(pair_of_mentor, {{id, Kind::agenda_line, {{1, Value("back again")}}, false, 0}}), IsOk());
  quiet();
  const auto& at = row(protege, pair_of_protege);
  protocol::Body body;
  body.carried.push_back({removal, at.head.position, protocol::entry_key(at.id(), at.membership.epoch, at.epochs.at(at.membership.epoch))});
  write_body(body);
  mentor.sync();
  EXPECT_EQ(mentor.texts(pair_of_mentor, Kind::agenda_line), Texts{"back again"});
}

TEST_F(HostilePartner, ALeaveUnderAnEpochThatNobodyElseOpensEndsThePairAllTheSame) {
  mentor.add(pair_of_mentor, Kind::agenda_line, "mine");
  quiet();
  write_epoch_of_its_own();
  protege.sync();
  const auto& at = row(protege, pair_of_protege);
  protocol::Change withdrawal;
  withdrawal.record = random.make<RecordId>();
  withdrawal.kind = Kind::passage;
  withdrawal.op = protocol::Op::withdraw;
  withdrawal.made = random.make<RecordId>();
  const auto leave = client::leave_entries(protege.replica->impl(), at, {withdrawal}, protege.administration);
  ASSERT_THAT(leave, IsOk());
  hand_in(leave->front());
  mentor.sync();
  EXPECT_TRUE(mentor.replica->space(pair_of_mentor)->ended);
  EXPECT_EQ(mentor.texts(pair_of_mentor, Kind::agenda_line), Texts{"mine"});
}

}  // namespace
}  // namespace kith::testing
