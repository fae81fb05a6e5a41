// What a relay takes into a log, and the verdict on what it does not.

#include "relay_world.h"

namespace kith::testing {
namespace {

using envelope::EntryHeader;

struct AppendingTest : RelayWorld {
  void SetUp() override { pair(); }
  // Nothing of the space has changed since `before`.
  void expect_unchanged(const envelope::Head& before) { EXPECT_EQ(head(), before); }
  void expect_refused(const Bytes& entry, Code code) {
    const auto before = head();
    const auto result = append(founder_token, entry);
    EXPECT_EQ(result.verdict, Verdict::refused);
    EXPECT_EQ(result.code, code);
    expect_unchanged(before);
  }
};

TEST_F(AppendingTest, CountsTheNextEntryOfAMember) {
  const auto result = append(founder_token, data(builder.founder));
  EXPECT_EQ(result.verdict, Verdict::counted);
  EXPECT_EQ(result.position, 3U);
  EXPECT_EQ(verdict(guest_token, data(builder.guest)), Verdict::counted);
  EXPECT_EQ(head().position, 4U);
}

TEST_F(AppendingTest, AnyMemberMayHandOverWhatAnotherWrote) {
  EXPECT_EQ(verdict(guest_token, data(builder.founder)), Verdict::counted);
}

TEST_F(AppendingTest, SignsTheHeadThatTheEntriesLeadTo) {
  const Bytes entry = data(builder.founder);
  const auto expected = envelope::log_next(head(), envelope::entry_hash(entry));
  const auto reply = relay.append(founder_token, builder.space, {entry});
  ASSERT_THAT(reply, IsOk());
  EXPECT_EQ(reply->head.head, expected);
  EXPECT_THAT(envelope::check_head(reply->head, builder.space, pair_of_relay.key), IsOk());
}

TEST_F(AppendingTest, TheSameBytesGetTheSamePlaceAndStandOnce) {
  const Bytes entry = data(builder.founder);
  EXPECT_EQ(verdict(founder_token, entry), Verdict::counted);
  EXPECT_EQ(verdict(founder_token, data(builder.founder)), Verdict::counted);
  const auto again = append(founder_token, entry);
  EXPECT_EQ(again.verdict, Verdict::known);
  EXPECT_EQ(again.position, 3U);
  EXPECT_EQ(head().position, 4U);
}

TEST_F(AppendingTest, TheSameMembershipEntryStandsOnce) {
  const auto again = append(founder_token, founding);
  EXPECT_EQ(again.verdict, Verdict::known);
  EXPECT_EQ(again.position, 1U);
}

TEST_F(AppendingTest, ANumberThatIsTakenShowsWhatStandsThere) {
  const Bytes first = data(builder.founder, 300);
  const Bytes second = data(builder.founder, 301);
  EXPECT_EQ(verdict(founder_token, first), Verdict::counted);
  const auto result = append(founder_token, second);
  EXPECT_EQ(result.verdict, Verdict::taken);
  EXPECT_EQ(result.stored, first);
}

// A broken signature shows the order: no relay stores one, but a store that is told to does.
TEST_F(AppendingTest, WhatIsStoredByteByByteIsKnownBeforeASignatureIsLookedAt) {
  Bytes broken = data(builder.founder);
  broken.back() ^= 1;
  relay::Change change;
  change.before = head();
  change.after = *store.space(builder.space).value();
  change.after.head = envelope::log_next(head(), envelope::entry_hash(broken));
  change.entries.push_back({builder.founder.sign.key, 1, envelope::entry_hash(broken),
                            {change.after.head.position, 1, change.after.head.running, broken}});
  ASSERT_THAT(store.commit(change), IsOk());
  EXPECT_EQ(verdict(founder_token, broken), Verdict::known);
  Bytes other = broken;
  other.back() ^= 2;
  EXPECT_EQ(append(founder_token, other).code, Code::BAD_SIGNATURE) << "before what stands there is shown";
}

TEST_F(AppendingTest, RepetitionsWithinOneCallAreSeen) {
  const Bytes first = data(builder.founder, 300);
  const Bytes twin = data(builder.founder, 301);
  const auto reply = relay.append(founder_token, builder.space, {first, first, twin});
  ASSERT_THAT(reply, IsOk());
  ASSERT_EQ(reply->results.size(), 3U);
  EXPECT_EQ(reply->results[1].verdict, Verdict::known);
  EXPECT_EQ(reply->results[1].position, reply->results[0].position);
  EXPECT_EQ(reply->results[2].verdict, Verdict::taken);
  EXPECT_EQ(reply->results[2].stored, first);
}

// The id of an entry is over its header: it says nothing of the body.
TEST_F(AppendingTest, TheSameHeaderWithAnotherBodyIsNotKnown) {
  const Bytes first = data(builder.founder, 300);
  Bytes other = first;
  other[other.size() / 2] ^= 1;
  Bytes last = first;
  last.back() ^= 1;
  for (const Bytes& twin : {other, last}) {
    const auto reply = relay.append(founder_token, builder.space, {first, twin});
    ASSERT_THAT(reply, IsOk());
    ASSERT_EQ(reply->results.size(), 2U);
    EXPECT_EQ(reply->results[1].verdict, Verdict::refused);
    EXPECT_EQ(reply->results[1].code, Code::BAD_SIGNATURE);
  }
}

// Somebody wrote between two looks of this one.
TEST_F(AppendingTest, WhatIsKnownBeyondTheHeadIsJudgedOnceMore) {
  const Bytes entry = data(builder.founder);
  relay::Change change;
  change.before = head();
  change.after = *store.space(builder.space).value();
  change.entries.push_back({builder.founder.sign.key, 1, envelope::entry_hash(entry), {head().position + 1, 1, Hash{}, entry}});
  ASSERT_THAT(store.commit(change), IsOk());
  EXPECT_THAT(relay.append(founder_token, builder.space, {entry}), Fails(Code::CONFLICT));
}

TEST_F(AppendingTest, EntriesOfOneCallFollowEachOther) {
  const Bytes first = data(builder.founder);
  const Bytes second = data(builder.founder, 300, [&](EntryHeader& h) {
    h.sequence += 1;
    h.previous = envelope::entry_hash(first);
    h.seen = envelope::log_next(head(), envelope::entry_hash(first));
  });
  const auto reply = relay.append(founder_token, builder.space, {first, second});
  ASSERT_THAT(reply, IsOk());
  ASSERT_EQ(reply->results.size(), 2U);
  EXPECT_EQ(reply->results[1].verdict, Verdict::counted);
  EXPECT_EQ(head().position, 4U);
}

TEST_F(AppendingTest, StopsAtTheFirstThatIsNotTakenAndKeepsTheOnesBefore) {
  const Bytes good = data(builder.founder);
  const Bytes stranger = data(builder.make_device());
  const auto reply = relay.append(founder_token, builder.space, {good, stranger, data(builder.guest)});
  ASSERT_THAT(reply, IsOk());
  ASSERT_EQ(reply->results.size(), 2U);
  EXPECT_EQ(reply->results[0].verdict, Verdict::counted);
  EXPECT_EQ(reply->results[1].code, Code::UNKNOWN_DEVICE);
  EXPECT_EQ(head().position, 3U);
}

TEST_F(AppendingTest, RefusesWhatIsNoEntry) {
  expect_refused(Bytes(40, 1), Code::TRUNCATED);
  Bytes suite = data(builder.founder);
  suite[0] = 9;
  expect_refused(suite, Code::UNKNOWN_SUITE);
}

TEST_F(AppendingTest, RefusesAChangedByte) {
  Bytes entry = data(builder.founder);
  entry[envelope::kHeaderBytes + 10] ^= 1;
  expect_refused(entry, Code::BAD_SIGNATURE);
  entry = data(builder.founder);
  entry.back() ^= 1;
  expect_refused(entry, Code::BAD_SIGNATURE);
}

TEST_F(AppendingTest, RefusesAnEntryOfAnotherSpace) {
  expect_refused(data(builder.founder, 300, [](EntryHeader& h) { h.space.bytes[5] ^= 1; }), Code::WRONG_CONTEXT);
}

TEST_F(AppendingTest, RefusesAStranger) { expect_refused(data(builder.make_device()), Code::UNKNOWN_DEVICE); }

TEST_F(AppendingTest, RefusesANumberThatIsNotTheNext) {
  expect_refused(data(builder.founder, 300, [](EntryHeader& h) { h.sequence += 1; }), Code::GAP);
}

TEST_F(AppendingTest, RefusesAChainThatIsBroken) {
  ASSERT_EQ(verdict(founder_token, data(builder.founder)), Verdict::counted);
  expect_refused(data(builder.founder, 300, [](EntryHeader& h) { h.previous.bytes[0] ^= 1; }), Code::GAP);
}

TEST_F(AppendingTest, AnOldEpochIsStale) {
  EXPECT_EQ(verdict(founder_token, data(builder.founder, 300, [](EntryHeader& h) { h.epoch -= 1; })), Verdict::stale);
}

TEST_F(AppendingTest, AHeadThatThisLogHasNotIsStale) {
  const auto spoilt = {
      +[](EntryHeader& h) { h.seen.running.bytes[0] ^= 1; },
      +[](EntryHeader& h) { h.seen.position += 1; },
      +[](EntryHeader& h) { h.seen.position -= 1; },
      +[](EntryHeader& h) { h.seen = envelope::Head{0, h.seen.running}; },
  };
  for (const auto& spoil : spoilt) EXPECT_EQ(verdict(founder_token, data(builder.founder, 300, spoil)), Verdict::stale);
  const auto start = [&](EntryHeader& h) { h.seen = envelope::log_start(builder.space); };
  EXPECT_EQ(verdict(founder_token, data(builder.founder, 300, start)), Verdict::counted) << "an older head is fine";
}

TEST_F(AppendingTest, AMembershipEntryThatSomebodyWasQuickerThanIsStale) {
  const auto epoch = [this](const envelope::Device& author) {
    return membership(author, builder.epoch_body(now(), envelope::EpochReason::rotation,
                                                 {&builder.founder, &builder.guest}));
  };
  const Bytes mine = epoch(builder.founder);
  const Bytes theirs = epoch(builder.guest);
  EXPECT_EQ(verdict(guest_token, theirs), Verdict::counted);
  EXPECT_EQ(verdict(founder_token, mine), Verdict::stale);
}

// Whoever decides over a fork may be known to the lost branch alone.
TEST_F(AppendingTest, ADecisionOverAForkCountsByADeviceThatComesInWithItAndIsStaleLikeOthers) {
  const envelope::Device fresh = builder.make_device();
  const Bytes renewal = builder.entry(builder.guest, builder.renew_body(now(), fresh, {}, {&builder.founder, &fresh}));
  const auto decision = [&] {
    return membership(fresh, {now().last, envelope::DecideForkAction{1, {9, Hash{{7}}}, {renewal}},
                              builder.epoch(now().epoch + 1, {&builder.founder, &fresh})});
  };
  const Bytes late = decision();
  EXPECT_EQ(verdict(founder_token, membership(builder.founder, builder.epoch_body(now(), envelope::EpochReason::rotation,
                                                                                  {&builder.founder, &builder.guest}))),
            Verdict::counted);
  EXPECT_EQ(verdict(guest_token, late), Verdict::stale);
  EXPECT_EQ(verdict(guest_token, decision()), Verdict::counted);
  EXPECT_TRUE(now().is_active(fresh.sign.key));
}

// A leave waits for nobody: not for what came before it, nor for a head that this log has.
TEST_F(AppendingTest, ALeaveCountsWhateverItsAuthorHadSeen) {
  const auto before = now();
  ASSERT_EQ(verdict(guest_token, membership(builder.guest, builder.leave_body(before))), Verdict::counted);
  EXPECT_EQ(verdict(founder_token, membership(builder.founder, builder.leave_body(before))), Verdict::counted)
      << "both at once";
}

TEST_F(AppendingTest, ALeaveOfAnotherBranchCounts) {
  envelope::MembershipBody body = builder.leave_body(now());
  body.previous = Hash{{4}};
  envelope::EntryHeader h = builder.header(builder.guest, body.previous);
  h.seen = {77, Hash{{5}}};
  EXPECT_EQ(verdict(founder_token, builder.entry(builder.guest, body, h)), Verdict::counted);
  EXPECT_FALSE(now().is_active(builder.guest.sign.key));
}

TEST_F(AppendingTest, NothingButALeaveNamesAHeadThatThisLogHasNot) {
  const auto body =
      builder.epoch_body(now(), envelope::EpochReason::rotation, {&builder.founder, &builder.guest});
  envelope::EntryHeader h = builder.header(builder.guest, body.previous);
  h.seen = {1, Hash{{5}}};
  EXPECT_EQ(verdict(founder_token, builder.entry(builder.guest, body, h)), Verdict::stale);
}

TEST_F(AppendingTest, ALeaveByAStrangerIsRefused) {
  expect_refused(leave(builder.make_device()), Code::BAD_MEMBERSHIP);
}

// The relay judges by positions of this log, as every device will.
TEST_F(AppendingTest, EpochsAreBoundedByTheLog) {
  const auto grant = [this] { return membership(builder.founder, builder.grant_body(now(), 1, builder.guest)); };
  for (int i = 0; i < 8; ++i) ASSERT_EQ(verdict(founder_token, grant()), Verdict::counted) << i;
  expect_refused(grant(), Code::BAD_MEMBERSHIP);
  while (head().position < 3 + 127) ASSERT_EQ(verdict(founder_token, data(builder.founder)), Verdict::counted);
  EXPECT_EQ(verdict(founder_token, grant()), Verdict::counted) << "at position 131, 128 after the first";
}

TEST_F(AppendingTest, RefusesAnActionOfANewerVersion) {
  envelope::EntryHeader h = builder.header(builder.founder, now().last);
  h.kind = envelope::EntryKind::membership;
  h.seen = head();
  Bytes body{5};
  kith::append(body, now().last.view());
  expect_refused(envelope::make_entry(h, body, builder.founder.sign), Code::UPGRADE_NEEDED);
}

// -- void numbers ---------------------------------------------------------------------------------

TEST_F(AppendingTest, AnEntryMaySayThatTheNumbersBeforeItAreVoid) {
  ASSERT_EQ(verdict(founder_token, data(builder.founder)), Verdict::counted);
  EXPECT_EQ(verdict(founder_token, data(builder.founder, 300,
                                        [](EntryHeader& h) {
                                          h.void_from = 2;
                                          h.sequence = 5;
                                        })),
            Verdict::counted);
  EXPECT_EQ(verdict(founder_token, data(builder.founder)), Verdict::counted) << "and 6 follows 5";
  EXPECT_EQ(store.author(builder.space, builder.founder.sign.key)->sequence, 6U);
}

TEST_F(AppendingTest, VoidNumbersBeginBehindTheLastThatCounts) {
  ASSERT_EQ(verdict(founder_token, data(builder.founder)), Verdict::counted);
  for (const std::uint64_t from : {1U, 3U, 4U}) {
    expect_refused(data(builder.founder, 300,
                        [from](EntryHeader& h) {
                          h.void_from = from;
                          h.sequence = 5;
                        }),
                   Code::GAP);
  }
  expect_refused(data(builder.founder, 300, [](EntryHeader& h) { h.sequence = 5; }), Code::GAP);
}

TEST_F(AppendingTest, AVoidNumberNeverCounts) {
  const Bytes late = data(builder.founder);
  ASSERT_EQ(verdict(founder_token, data(builder.founder, 300,
                                        [](EntryHeader& h) {
                                          h.void_from = 1;
                                          h.sequence = 2;
                                        })),
            Verdict::counted);
  expect_refused(late, Code::GAP);
}

TEST_F(AppendingTest, RefusesAMembershipEntryThatBreaksARule) {
  const auto third = builder.make_device();
  envelope::MembershipBody body = builder.add_body(now());
  std::get<envelope::AddMemberAction>(body.action).number = 3;
  std::get<envelope::AddMemberAction>(body.action).device = third.keys;
  expect_refused(membership(builder.founder, body), Code::BAD_MEMBERSHIP);
  const auto end = builder.leave_body(now());
  envelope::EntryHeader header = builder.header(builder.guest, now().last);
  header.seen = head();
  const Bytes forged =
      envelope::make_membership_entry(header, end, builder.guest.sign, &builder.founder.administration);
  expect_refused(forged, Code::BAD_MEMBERSHIP);
}

TEST_F(AppendingTest, AfterALeaveNothingIsTakenFromAnybody) {
  EXPECT_EQ(verdict(guest_token, leave(builder.guest)), Verdict::counted);
  EXPECT_EQ(verdict(founder_token, data(builder.founder)), Verdict::stale);
  expect_refused(data(builder.guest), Code::REVOKED_DEVICE);
}

struct SmallSpaces : RelayWorld {
  static relay::RelayOptions small() {
    relay::RelayOptions out = open_to_all();
    out.limits.member_bytes = 4096;
    return out;
  }
  SmallSpaces() : RelayWorld(small()) {}
};

TEST_F(SmallSpaces, AFullMemberWaitsAndMembershipStillGoesThrough) {
  pair();
  Verdict last = Verdict::counted;
  for (int i = 0; i < 20 && last == Verdict::counted; ++i) last = verdict(founder_token, data(builder.founder));
  EXPECT_EQ(last, Verdict::wait);
  const auto epoch =
      builder.epoch_body(now(), envelope::EpochReason::rotation, {&builder.founder, &builder.guest});
  EXPECT_EQ(verdict(founder_token, membership(builder.founder, epoch)), Verdict::counted);
  envelope::MembershipBody parting = builder.leave_body(now());
  std::get<envelope::LeaveAction>(parting.action).sealed = Bytes(128 * 1024, 1);
  EXPECT_EQ(verdict(founder_token, membership(builder.founder, parting)), Verdict::counted);
}

// Nobody's room can be filled by another, whoever hands the entries over.
TEST_F(SmallSpaces, EachMemberHasRoomOfHisOwn) {
  pair();
  while (verdict(guest_token, data(builder.guest)) == Verdict::counted) {
  }
  EXPECT_EQ(verdict(guest_token, data(builder.guest)), Verdict::wait);
  EXPECT_EQ(verdict(guest_token, data(builder.founder)), Verdict::counted);
  const auto used = store.space(builder.space).value()->data_bytes;
  ASSERT_EQ(used.size(), 2U);
  EXPECT_LE(used.at(2), 4096U);
  EXPECT_EQ(used.at(1), envelope::kProofBytes + 300);
}

TEST_F(SmallSpaces, ARenewalGivesNoNewRoom) {
  pair();
  while (verdict(guest_token, data(builder.guest)) == Verdict::counted) {
  }
  const auto end = store.author(builder.space, builder.guest.sign.key).value();
  const envelope::Device fresh = builder.make_device();
  ASSERT_EQ(verdict(guest_token, membership(builder.guest, builder.renew_body(now(), fresh, {end.sequence, end.id},
                                                                              {&builder.founder, &fresh}))),
            Verdict::counted);
  EXPECT_EQ(verdict(token_of(fresh), data(fresh)), Verdict::wait);
}

TEST_F(AppendingTest, AWriteThatFailsIsNotAcknowledgedAndIsNotThere) {
  const Bytes entry = data(builder.founder);
  const auto before = head();
  store.fail_with(Code::STORE_IO);
  EXPECT_THAT(relay.append(founder_token, builder.space, {entry}), Fails(Code::STORE_IO));
  store.fail_with(Code::NO_SPACE);
  EXPECT_THAT(relay.append(founder_token, builder.space, {entry}), Fails(Code::NO_SPACE));
  expect_unchanged(before);
  EXPECT_THAT(relay.fetch(founder_token, builder.space, 0, 0), IsOk()) << "reading goes on";
  store.fail_with(Code{});
  EXPECT_EQ(verdict(founder_token, entry), Verdict::counted);
}

// RS-29. The founder would fill what is held back with data otherwise, or somebody new with spaces.
TEST_F(AppendingTest, RS29_OnAFullDiskAMemberLeavesAndNothingElseIsTaken) {
  store.fail_with(Code::NO_SPACE);
  const auto before = head();
  EXPECT_THAT(relay.append(founder_token, builder.space, {data(builder.founder)}), Fails(Code::NO_SPACE));
  const Bytes sealed = data(builder.guest);
  const Bytes parting = leave(builder.guest);
  EXPECT_THAT(relay.append(guest_token, builder.space, {sealed, parting}), Fails(Code::NO_SPACE)) << "data with it";
  envelope::SpaceBuilder other;
  other.genesis.random.bytes[0] ^= 1;
  other.space = envelope::space_id(other.genesis);
  EXPECT_THAT(relay.create_space({}, other.entry(other.founder, other.found_body())), Fails(Code::NO_SPACE));
  expect_unchanged(before);
  EXPECT_EQ(verdict(guest_token, parting), Verdict::counted);
}

TEST_F(AppendingTest, RS29_OnAFullDiskADeviceEndsItsKeys) {
  store.fail_with(Code::NO_SPACE);
  const auto end = store.author(builder.space, builder.guest.sign.key).value();
  const envelope::Device fresh = builder.make_device();
  EXPECT_EQ(verdict(guest_token, membership(builder.guest, builder.renew_body(now(), fresh, {end.sequence, end.id},
                                                                              {&builder.founder, &fresh}))),
            Verdict::counted);
}

TEST_F(AppendingTest, RS29_OnAFullDiskAnEpochDoesNotBegin) {
  store.fail_with(Code::NO_SPACE);
  const auto body = builder.epoch_body(now(), envelope::EpochReason{1}, {&builder.founder, &builder.guest});
  EXPECT_THAT(relay.append(founder_token, builder.space, {membership(builder.founder, body)}), Fails(Code::NO_SPACE));
}

TEST_F(AppendingTest, AnEntryOfAnotherSpaceIsRefusedWhateverItIs) {
  EntryHeader h = envelope::parse_entry(leave(builder.founder))->header;
  h.space.bytes[0] ^= 1;
  expect_refused(builder.entry(builder.founder, builder.leave_body(now()), h), Code::WRONG_CONTEXT);
}

}  // namespace
}  // namespace kith::testing
