// Who is let in, what is handed out, and what it costs to ask for too much.

#include "relay_world.h"

namespace kith::testing {
namespace {

struct RelayTest : RelayWorld {};

TEST_F(RelayTest, AChallengeIsAnsweredOnce) {
  found();
  const auto challenge = relay.challenge();
  const auto answer = proof(builder.founder, challenge);
  EXPECT_THAT(relay.authenticate(challenge, {answer}), IsOk());
  EXPECT_THAT(relay.authenticate(challenge, {answer}), Fails(Code::UNAUTHENTICATED));
}

TEST_F(RelayTest, AChallengeThatNobodyGaveOrIsOldIsNotAnswered) {
  found();
  envelope::Challenge invented{{1, 2, 3}};
  EXPECT_THAT(relay.authenticate(invented, {proof(builder.founder, invented)}), Fails(Code::UNAUTHENTICATED));
  const auto old = relay.challenge();
  clock.advance(60'000);
  EXPECT_THAT(relay.authenticate(old, {proof(builder.founder, old)}), Fails(Code::UNAUTHENTICATED));
}

TEST_F(RelayTest, StrangersUnknownSpacesAndWrongProofsLookTheSame) {
  found();
  const auto stranger = builder.make_device();
  const auto challenge = relay.challenge();
  relay::Proof unknown = proof(builder.founder, challenge);
  unknown.space.bytes[0] ^= 1;
  relay::Proof wrong = proof(builder.founder, challenge);
  wrong.signature.bytes[0] ^= 1;
  relay::Proof of_another_relay = proof(builder.founder, challenge);
  of_another_relay.signature =
      envelope::answer_challenge(builder.founder.transport, stranger.sign.key, builder.space, challenge);
  for (const relay::Proof& bad : {proof(stranger, challenge), unknown, wrong, of_another_relay}) {
    EXPECT_THAT(relay.authenticate(challenge, {bad}), IsOkAnd(std::vector<Bytes>{{}}));
  }
  const auto tokens = relay.authenticate(challenge, {proof(stranger, challenge), unknown, proof(builder.founder, challenge)});
  ASSERT_THAT(tokens, IsOk()) << "whatever did not hold spent nothing";
  ASSERT_EQ(tokens->size(), 3U);
  EXPECT_TRUE((*tokens)[0].empty());
  EXPECT_TRUE((*tokens)[1].empty());
  EXPECT_EQ((*tokens)[2].size(), 32U);
}

TEST_F(RelayTest, AThousandProofsAreTheMost) {
  found();
  const auto challenge = relay.challenge();
  const std::vector<relay::Proof> many(1025, proof(builder.founder, challenge));
  EXPECT_THAT(relay.authenticate(challenge, many), Fails(Code::TOO_LARGE));
}

TEST_F(RelayTest, ATokenIsForItsSpaceAndDeviceAndLivesAQuarterOfAnHour) {
  pair();
  EXPECT_THAT(relay.fetch(founder_token, builder.space, 0, 0), IsOk());
  SpaceId other = builder.space;
  other.bytes[0] ^= 1;
  EXPECT_THAT(relay.fetch(founder_token, other, 0, 0), Fails(Code::UNAUTHENTICATED));
  EXPECT_THAT(relay.fetch(Bytes(32, 1), builder.space, 0, 0), Fails(Code::UNAUTHENTICATED));
  EXPECT_THAT(relay.fetch({}, builder.space, 0, 0), Fails(Code::UNAUTHENTICATED));
  clock.advance(15 * 60'000 - 1);
  EXPECT_THAT(relay.fetch(founder_token, builder.space, 0, 0), IsOk());
  clock.advance(1);
  EXPECT_THAT(relay.fetch(founder_token, builder.space, 0, 0), Fails(Code::UNAUTHENTICATED));
}

TEST_F(RelayTest, SweepingForgetsOnlyWhatIsOld) {
  pair();
  clock.advance(10 * 60'000);
  const Bytes young = token_of(builder.guest);
  const auto challenge = relay.challenge();
  EXPECT_THAT(relay.sweep(), IsOk());
  EXPECT_THAT(relay.fetch(founder_token, builder.space, 0, 0), IsOk());
  clock.advance(6 * 60'000);
  EXPECT_THAT(relay.sweep(), IsOk());
  EXPECT_THAT(relay.fetch(young, builder.space, 0, 0), IsOk());
  EXPECT_THAT(relay.authenticate(challenge, {}), Fails(Code::UNAUTHENTICATED));
}

// A locked device fetches and appends: what shows who it is must not be what signs its entries.
TEST_F(RelayTest, ADeviceIsLetInByItsTransportKeyAlone) {
  found();
  const auto challenge = relay.challenge();
  const auto by = [&](const verify::SignPair& pair) {
    return relay::Proof{builder.space, pair.key,
                        envelope::answer_challenge(pair, relay.key(), builder.space, challenge)};
  };
  const auto tokens = relay.authenticate(
      challenge, {by(builder.founder.sign), by(builder.founder.administration), by(builder.founder.transport)});
  ASSERT_THAT(tokens, IsOk());
  EXPECT_TRUE((*tokens)[0].empty());
  EXPECT_TRUE((*tokens)[1].empty());
  EXPECT_FALSE((*tokens)[2].empty());
}

// Who left reads in the log itself that he did, and nothing that came after it.
TEST_F(RelayTest, WhoLeftReadsUpToHisLeaveAndNoFurther) {
  pair();
  ASSERT_EQ(verdict(guest_token, leave(builder.guest)), Verdict::counted);
  const envelope::Head end = head();
  ASSERT_EQ(verdict(founder_token, leave(builder.founder)), Verdict::counted);
  ASSERT_EQ(head().position, 4U);
  for (const Bytes& token : {guest_token, token_of(builder.guest)}) {
    ASSERT_FALSE(token.empty()) << "he is still let in";
    const auto page = relay.fetch(token, builder.space, 0, 0);
    ASSERT_THAT(page, IsOk());
    EXPECT_EQ(page->rows.size(), 3U);
    EXPECT_EQ(page->head.head, end);
    EXPECT_THAT(envelope::check_head(page->head, builder.space, relay.key()), IsOk());
    EXPECT_TRUE(relay.fetch(token, builder.space, 3, 0)->rows.empty());
    EXPECT_EQ(relay.head_at(token, builder.space, 3)->head, end);
    EXPECT_THAT(relay.head_at(token, builder.space, 4), Fails(Code::NOT_FOUND));
  }
}

TEST_F(RelayTest, WhoLeftWritesNothingAndListensToNothing) {
  pair();
  ASSERT_EQ(verdict(guest_token, leave(builder.guest)), Verdict::counted);
  EXPECT_THAT(relay.append(guest_token, builder.space, {data(builder.founder)}), Fails(Code::PERMISSION_DENIED));
  EXPECT_THAT(relay.let_in(guest_token, builder.space), Fails(Code::PERMISSION_DENIED));
  EXPECT_THAT(relay.carried(builder.space, builder.guest.sign.key, 0), Fails(Code::PERMISSION_DENIED));
  EXPECT_THAT(relay.inspect(guest_token, builder.space), Fails(Code::PERMISSION_DENIED)) << "it shows the present";
  EXPECT_THAT(relay.fetch(founder_token, builder.space, 0, 0), IsOk()) << "who stays may read";
  EXPECT_THAT(relay.inspect(founder_token, builder.space), IsOk());
}

TEST_F(RelayTest, EveryCallOnASpaceWantsAToken) {
  pair();
  EXPECT_THAT(relay.append({}, builder.space, {data(builder.founder)}), Fails(Code::UNAUTHENTICATED));
  EXPECT_THAT(relay.head_at({}, builder.space, 1), Fails(Code::UNAUTHENTICATED));
  EXPECT_THAT(relay.inspect({}, builder.space), Fails(Code::UNAUTHENTICATED));
  EXPECT_THAT(relay.let_in({}, builder.space), Fails(Code::UNAUTHENTICATED));
}

TEST_F(RelayTest, FoundingASpaceTwiceGivesTheSameAnswer) {
  found();
  const auto again = relay.create_space({}, founding);
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->results.front().verdict, Verdict::known);
  EXPECT_EQ(again->head.head, head());
}

TEST_F(RelayTest, AnotherFoundingOfASpaceThatIsThereIsNotLetIn) {
  found();
  envelope::MembershipBody body = builder.found_body();
  std::get<envelope::FoundAction>(body.action).sealed_name = Bytes(72, 9);
  EXPECT_THAT(relay.create_space({}, builder.entry(builder.founder, body)), Fails(Code::PERMISSION_DENIED));
}

TEST_F(RelayTest, OnlyAFoundingEntryMakesASpace) {
  EXPECT_THAT(relay.create_space({}, Bytes(20, 1)), Fails(Code::MALFORMED));
  const Bytes leave = builder.entry(builder.founder, builder.leave_body(builder.founded()));
  EXPECT_THAT(relay.create_space({}, leave), Fails(Code::MALFORMED));
  Bytes forged = founding;
  forged.back() ^= 1;
  EXPECT_THAT(relay.create_space({}, forged), Fails(Code::MALFORMED));
  envelope::EntryHeader header = builder.header(builder.founder, Hash{});
  header.sequence = 1;
  EXPECT_THAT(relay.create_space({}, envelope::make_entry(header, Bytes(300, 1), builder.founder.sign)),
              Fails(Code::MALFORMED));
  EXPECT_FALSE(store.space(builder.space).value()) << "nothing was made";
}

// A relay that has lost a space: whoever came in by the second entry is known by it at once.
struct Refounding : RelayWorld {
  Bytes addition = builder.entry(builder.founder, builder.add_body(builder.founded()), [this] {
    envelope::EntryHeader h = builder.header(builder.founder, builder.founded().last);
    h.seen = envelope::log_next(envelope::log_start(builder.space), envelope::entry_hash(founding));
    return h;
  }());
  std::vector<Verdict> verdicts(const Result<envelope::AppendReply>& reply) {
    std::vector<Verdict> out;
    EXPECT_THAT(reply, IsOk());
    if (reply.ok()) {
      for (const auto& result : reply->results) out.push_back(result.verdict);
    }
    return out;
  }
};

TEST_F(Refounding, TakesTheMembershipEntriesThatFollow) {
  const auto reply = relay.create_space({}, founding, {addition});
  EXPECT_EQ(verdicts(reply), (std::vector<Verdict>{Verdict::counted, Verdict::counted}));
  EXPECT_EQ(reply->head.head, head());
  EXPECT_EQ(head().position, 2U);
  const Bytes token = token_of(builder.guest);
  EXPECT_EQ(verdict(token, data(builder.guest)), Verdict::counted);
}

TEST_F(Refounding, AlsoIntoASpaceThatIsThereAlready) {
  found();
  EXPECT_EQ(verdicts(relay.create_space({}, founding, {addition})),
            (std::vector<Verdict>{Verdict::known, Verdict::counted}));
  EXPECT_EQ(verdicts(relay.create_space({}, founding, {addition})),
            (std::vector<Verdict>{Verdict::known, Verdict::known}));
}

TEST_F(Refounding, TakesNoData) {
  pair();
  const Bytes entry = data(builder.founder);
  EXPECT_THAT(relay.create_space({}, founding, {addition, entry}), Fails(Code::MALFORMED));
  EXPECT_THAT(relay.create_space({}, founding, {BytesView(addition).first(100)}), Fails(Code::MALFORMED));
  EXPECT_EQ(head().position, 2U);
}

TEST_F(Refounding, TakesSixteenEntriesAtMost) {
  EXPECT_THAT(relay.create_space({}, founding, std::vector<BytesView>(17, addition)), Fails(Code::TOO_LARGE));
  EXPECT_FALSE(store.space(builder.space).value()) << "nothing was made";
  EXPECT_THAT(relay.create_space({}, founding, std::vector<BytesView>(16, addition)), IsOk());
}

TEST_F(Refounding, StopsAtTheFirstThatIsRefused) {
  Bytes forged = addition;
  forged.back() ^= 1;
  const auto reply = relay.create_space({}, founding, {forged, addition});
  EXPECT_EQ(verdicts(reply), (std::vector<Verdict>{Verdict::counted, Verdict::refused}));
  EXPECT_EQ(head().position, 1U);
}

struct ClosedRelay : RelayWorld {
  static relay::RelayOptions closed() {
    relay::RelayOptions out;
    out.admissions.push_back(relay::admission_hash(as_bytes("first token of the office")));
    out.admissions.push_back(relay::admission_hash(as_bytes("second token of the office")));
    return out;
  }
  ClosedRelay() : RelayWorld(closed()) {}
};

TEST_F(ClosedRelay, MakingASpaceNeedsOneOfTheTokens) {
  EXPECT_THAT(relay.create_space({}, founding), Fails(Code::PERMISSION_DENIED));
  EXPECT_THAT(relay.create_space(as_bytes("another"), founding), Fails(Code::PERMISSION_DENIED));
  EXPECT_THAT(relay.create_space(as_bytes("first token of the office"), founding), IsOk());
  EXPECT_THAT(relay.create_space({}, founding), IsOk()) << "it is there already";
  founder_token = token_of(builder.founder);
  const auto view = relay.inspect(founder_token, builder.space);
  ASSERT_THAT(view, IsOk());
  EXPECT_EQ(view->admission, to_bytes(relay::admission_hash(as_bytes("first token of the office")).view()))
      << "its hash is kept, never the token";
}

TEST_F(ClosedRelay, OtherTokensCountFromTheNextCallOn) {
  relay::RelayOptions other;
  other.admissions.push_back(relay::admission_hash(as_bytes("third token of the office")));
  relay.set_options(other);
  EXPECT_THAT(relay.create_space(as_bytes("first token of the office"), founding), Fails(Code::PERMISSION_DENIED));
  EXPECT_THAT(relay.create_space(as_bytes("third token of the office"), founding), IsOk());
}

TEST_F(RelayTest, OtherLimitsCountFromTheNextCallOn) {
  pair();
  ASSERT_EQ(verdict(founder_token, data(builder.founder, 5000)), Verdict::counted);
  relay::RelayOptions fewer = open_to_all();
  fewer.limits.member_bytes = 5000;
  fewer.limits.mailbox_slots = 1;
  relay.set_options(fewer);
  EXPECT_EQ(verdict(founder_token, data(builder.founder, 100)), Verdict::wait) << "he has more than that already";
  EXPECT_EQ(verdict(guest_token, data(builder.guest, 100)), Verdict::counted);
  EXPECT_THAT(relay.mailbox_put({}, Bytes(32, 1), 0, as_bytes("x"), 1000), IsOkAnd(true));
  EXPECT_THAT(relay.mailbox_put({}, Bytes(32, 2), 0, as_bytes("x"), 1000), Fails(Code::QUOTA_EXCEEDED));
  relay.set_options(open_to_all());
  EXPECT_EQ(verdict(founder_token, data(builder.founder, 100)), Verdict::counted);
  EXPECT_THAT(relay.mailbox_put({}, Bytes(32, 2), 0, as_bytes("x"), 1000), IsOkAnd(true));
}

TEST_F(RelayTest, PagesHoldAsMuchAsWasAskedForAndAtLeastOneEntry) {
  pair();
  for (int i = 0; i < 10; ++i) ASSERT_EQ(verdict(founder_token, data(builder.founder, 2000)), Verdict::counted);
  const auto all = relay.fetch(founder_token, builder.space, 0, 0);
  ASSERT_THAT(all, IsOk());
  EXPECT_EQ(all->rows.size(), 12U);
  EXPECT_EQ(all->head.head, head());
  const auto some = relay.fetch(founder_token, builder.space, 2, 5000);
  ASSERT_THAT(some, IsOk());
  ASSERT_EQ(some->rows.size(), 2U);
  EXPECT_EQ(some->rows.front().position, 3U);
  EXPECT_EQ(relay.fetch(founder_token, builder.space, 2, 1)->rows.size(), 1U);
  EXPECT_TRUE(relay.fetch(founder_token, builder.space, 12, 0)->rows.empty());
  EXPECT_TRUE(relay.fetch(founder_token, builder.space, ~0ULL, 0)->rows.empty());
}

TEST_F(RelayTest, APageNeverHoldsMoreThanFourMebibytes) {
  pair();
  for (int i = 0; i < 20; ++i) {
    ASSERT_EQ(verdict(founder_token, data(builder.founder, 250 * 1024)), Verdict::counted);
  }
  const auto page = relay.fetch(founder_token, builder.space, 0, ~0ULL);
  ASSERT_THAT(page, IsOk());
  std::size_t size = 0;
  for (const auto& row : page->rows) size += row.entry.size();
  EXPECT_LE(size, envelope::kMaxPageBytes);
  EXPECT_GT(size, envelope::kMaxPageBytes / 2);
}

TEST_F(RelayTest, AnAppendTakesOneMebibyteAndNotNothing) {
  pair();
  const Bytes big = data(builder.founder, 250 * 1024);
  EXPECT_THAT(relay.append(founder_token, builder.space, std::vector<BytesView>(5, big)), Fails(Code::TOO_LARGE));
  EXPECT_THAT(relay.append(founder_token, builder.space, {}), Fails(Code::INVALID_ARGUMENT));
}

TEST_F(RelayTest, SignsAnEarlierHeadAsEvidence) {
  pair();
  ASSERT_EQ(verdict(founder_token, data(builder.founder)), Verdict::counted);
  const auto second = relay.head_at(founder_token, builder.space, 2);
  ASSERT_THAT(second, IsOk());
  EXPECT_THAT(envelope::check_head(*second, builder.space, relay.key()), IsOk());
  EXPECT_EQ(second->head.running, store.entry(builder.space, 2).value()->running);
  EXPECT_EQ(relay.head_at(founder_token, builder.space, 0)->head, envelope::log_start(builder.space));
  EXPECT_THAT(relay.head_at(founder_token, builder.space, 4), Fails(Code::NOT_FOUND));
}

TEST_F(RelayTest, InspectShowsMembersAndWhereTheirChainsStand) {
  pair();
  ASSERT_EQ(verdict(guest_token, data(builder.guest)), Verdict::counted);
  const auto view = relay.inspect(guest_token, builder.space);
  ASSERT_THAT(view, IsOk());
  EXPECT_EQ(view->kind, 2U);
  EXPECT_EQ(view->position, 3U);
  EXPECT_EQ(view->epoch, 2U);
  ASSERT_EQ(view->members.size(), 2U);
  EXPECT_EQ(view->members[0].last_sequence, 0U);
  EXPECT_EQ(view->members[1].last_sequence, 1U);
  EXPECT_EQ(view->members[1].device, builder.guest.sign.key);
  EXPECT_EQ(view->created_ms, clock.wall_ms());
  EXPECT_TRUE(view->admission.empty());
}

// ---- mailboxes ----

struct MailboxTest : RelayWorld {
  static relay::RelayOptions few() {
    relay::RelayOptions out = open_to_all();
    out.limits.mailbox_slots = 3;
    return out;
  }
  MailboxTest() : RelayWorld(few()) {}
  Result<bool> put(Byte id, std::uint32_t slot, std::string_view text, std::int64_t ttl = 1000) {
    return relay.mailbox_put(from, Bytes(32, id), slot, as_bytes(text), ttl);
  }
  relay::Address from = *relay::address_of("192.0.2.1");
  std::string get(Byte id, std::uint32_t slot) {
    const auto out = relay.mailbox_get(Bytes(32, id), slot);
    EXPECT_THAT(out, IsOk());
    return out.ok() && *out ? std::string(as_text(**out)) : "(nothing)";
  }
};

TEST_F(MailboxTest, ASlotIsWrittenOnce) {
  EXPECT_THAT(put(1, 0, "offer"), IsOkAnd(true));
  EXPECT_THAT(put(1, 0, "offer"), IsOkAnd(true)) << "the same bytes again";
  EXPECT_THAT(put(1, 0, "other"), IsOkAnd(false));
  EXPECT_THAT(put(1, 1, "acceptance"), IsOkAnd(true));
  EXPECT_EQ(get(1, 0), "offer");
  EXPECT_EQ(get(1, 1), "acceptance");
  EXPECT_EQ(get(2, 0), "(nothing)");
}

TEST_F(MailboxTest, ItGoesAfterItsTime) {
  ASSERT_THAT(put(1, 0, "offer", 1000), IsOkAnd(true));
  clock.advance(999);
  EXPECT_EQ(get(1, 0), "offer");
  clock.advance(1);
  EXPECT_EQ(get(1, 0), "(nothing)");
  EXPECT_THAT(put(1, 0, "new"), IsOkAnd(true));
}

TEST_F(MailboxTest, RefusesWhatIsNoMailbox) {
  EXPECT_THAT(relay.mailbox_put(from, Bytes(31, 1), 0, as_bytes("x"), 1000), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(relay.mailbox_get(Bytes(33, 1), 0), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(relay.mailbox_get(Bytes(32, 1), 2), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(put(1, 2, "x"), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(put(1, 0, ""), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(put(1, 0, "x", 0), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(put(1, 0, "x", 8LL * 24 * 3600 * 1000 + 1), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(put(1, 0, std::string(4097, 'x')), Fails(Code::TOO_LARGE));
  EXPECT_THAT(put(1, 0, std::string(4096, 'x')), IsOkAnd(true));
}

TEST_F(MailboxTest, AFullRelayTakesNoMoreUntilSomeHaveGone) {
  for (Byte id = 1; id <= 3; ++id) ASSERT_THAT(put(id, 0, "offer", id * 1000), IsOkAnd(true));
  EXPECT_THAT(put(4, 0, "offer"), Fails(Code::QUOTA_EXCEEDED));
  EXPECT_THAT(put(3, 0, "offer"), IsOkAnd(true)) << "what is there may be said again";
  clock.advance(1000);
  EXPECT_THAT(put(4, 0, "offer"), IsOkAnd(true)) << "room is made when it is needed";
  EXPECT_THAT(put(5, 0, "offer"), Fails(Code::QUOTA_EXCEEDED));
}

TEST_F(MailboxTest, WhatIsRefusedTouchesNoSlotThatIsThere) {
  for (Byte id = 1; id <= 3; ++id) ASSERT_THAT(put(id, 0, "offer"), IsOkAnd(true));
  const std::uint64_t before = store.slots_touched();
  for (int i = 0; i < 100; ++i) EXPECT_THAT(put(4, 0, "offer"), Fails(Code::QUOTA_EXCEEDED));
  EXPECT_EQ(store.slots_touched(), before);
}

// A write that a full disk broke off, and that is there all the same when the store was opened again.
TEST_F(MailboxTest, WhatWasRefusedAndIsThereAllTheSameCounts) {
  ASSERT_THAT(put(1, 0, "offer"), IsOkAnd(true));
  store.fail_with(Code::NO_SPACE);
  EXPECT_THAT(put(2, 0, "offer"), Fails(Code::NO_SPACE));
  EXPECT_THAT(put(3, 0, "offer"), Fails(Code::NO_SPACE));
  store.fail_with({});
  EXPECT_THAT(put(4, 0, "offer"), Fails(Code::QUOTA_EXCEEDED));
}

// However much has expired, one put erases a few of them, and the sweep all.
TEST_F(MailboxTest, APutErasesAFewAndASweepAll) {
  for (std::uint32_t i = 0; i < 3000; ++i) {
    MailboxId id;
    id.bytes[0] = static_cast<Byte>(i);
    id.bytes[1] = static_cast<Byte>(i >> 8U);
    ASSERT_THAT(store.put_mailbox(id, 0, {clock.wall_ms() + 10, Bytes{1}}), IsOk());
  }
  clock.advance(10);
  const std::uint64_t before = store.slots_touched();
  EXPECT_THAT(put(1, 0, "offer"), Fails(Code::QUOTA_EXCEEDED)) << "the relay was set to fewer than were there";
  EXPECT_EQ(store.slots_touched() - before, 16U);
  EXPECT_THAT(relay.sweep(), IsOk());
  EXPECT_EQ(store.slots_touched() - before, 3000U);
  EXPECT_THAT(put(1, 0, "offer"), IsOkAnd(true));
}

struct MailboxBudgetTest : RelayWorld {
  static relay::RelayOptions five_a_day() {
    relay::RelayOptions out = open_to_all();
    out.limits.mailbox_puts = 5;
    return out;
  }
  MailboxBudgetTest() : RelayWorld(five_a_day()) {}
  Result<bool> put_new(const char* from, std::string_view text = "offer") {
    return relay.mailbox_put(*relay::address_of(from), random.make<MailboxId>().view(), 0, as_bytes(text), 8'000'000);
  }
};

TEST_F(MailboxBudgetTest, AnAddressHasItsShareAndIsToldWhenAgain) {
  for (int i = 0; i < 5; ++i) ASSERT_THAT(put_new("192.0.2.1"), IsOkAnd(true));
  const auto refused = put_new("192.0.2.1");
  ASSERT_THAT(refused, Fails(Code::RATE_LIMITED));
  EXPECT_EQ(refused.error().message.text(), "too many invitations from this address; again in 288 minutes");
  EXPECT_THAT(put_new("192.0.2.2"), IsOkAnd(true)) << "another is not kept waiting";
  clock.advance(287 * 60'000 + 1);
  EXPECT_EQ(put_new("192.0.2.1").error().message.text(), "too many invitations from this address; again in a minute");
  clock.advance(60'000 - 1);
  EXPECT_THAT(put_new("192.0.2.1"), IsOkAnd(true));
  EXPECT_THAT(put_new("192.0.2.1"), Fails(Code::RATE_LIMITED)) << "one came back, no more";
}

TEST_F(MailboxBudgetTest, OnlyWhatIsStoredCosts) {
  const auto from = *relay::address_of("192.0.2.1");
  const Bytes box(32, 1);
  for (int i = 0; i < 100; ++i) {
    EXPECT_THAT(relay.mailbox_put(from, box, 0, as_bytes("offer"), 1'000'000), IsOkAnd(true));
    EXPECT_THAT(relay.mailbox_put(from, box, 0, as_bytes("other"), 1'000'000), IsOkAnd(false));
    EXPECT_THAT(relay.mailbox_put(from, box, 2, as_bytes("wrong"), 1'000'000), Fails(Code::INVALID_ARGUMENT));
  }
  for (int i = 0; i < 4; ++i) EXPECT_THAT(put_new("192.0.2.1"), IsOkAnd(true));
  EXPECT_THAT(put_new("192.0.2.1"), Fails(Code::RATE_LIMITED));
  EXPECT_THAT(relay.mailbox_put(from, box, 0, as_bytes("offer"), 1'000'000), IsOkAnd(true)) << "the same again";
}

TEST_F(MailboxBudgetTest, AnotherShareCountsFromTheNextCallOn) {
  for (int i = 0; i < 5; ++i) ASSERT_THAT(put_new("192.0.2.1"), IsOkAnd(true));
  relay::RelayOptions other = five_a_day();
  other.limits.mailbox_puts = 10;
  relay.set_options(other);
  EXPECT_EQ(put_new("192.0.2.1").error().message.text(),
            "too many invitations from this address; again in 144 minutes") << "the day's share was used up";
  for (int i = 0; i < 10; ++i) EXPECT_THAT(put_new("192.0.2.2"), IsOkAnd(true));
  EXPECT_THAT(put_new("192.0.2.2"), Fails(Code::RATE_LIMITED));
}

// A wall clock that is put forward gives nobody a new share.
TEST_F(MailboxBudgetTest, RS41_TheWallClockDoesNotCount) {
  for (int i = 0; i < 5; ++i) ASSERT_THAT(put_new("192.0.2.1"), IsOkAnd(true));
  clock.set_wall(clock.wall_ms() + 24LL * 3600 * 1000);
  EXPECT_THAT(put_new("192.0.2.1"), Fails(Code::RATE_LIMITED));
}

struct StrangersMailboxes : RelayWorld {};

// As it is set unless said otherwise: 100,000 slots, of which one address takes 100.
TEST_F(StrangersMailboxes, OneStrangerFillsAFewOfTheSlotsAndOthersAreInvited) {
  const auto stranger = *relay::address_of("192.0.2.1");
  std::uint64_t stored = 0;
  for (int i = 0; i < 1000; ++i) {
    clock.advance(60);  // a minute, all in all
    stored += relay.mailbox_put(stranger, random.make<MailboxId>().view(), 0, as_bytes("x"), 8'000'000).ok() ? 1 : 0;
  }
  EXPECT_EQ(stored, 100U);
  EXPECT_THAT(relay.mailbox_put(*relay::address_of("192.0.2.2"), Bytes(32, 1), 0, as_bytes("offer"), 8'000'000),
              IsOkAnd(true));
}

}  // namespace
}  // namespace kith::testing
