// The real transport against the real server: what arrives, what is refused, what it is called.

#include <thread>

#include "paired_devices.h"
#include "space_builder.h"

namespace kith::testing {
namespace {

TEST_F(GrpcTest, APairIsMadeAndAWordArrives) {
  pair();
  add(mentor, hers, "where to begin");
  ASSERT_THAT(mentor.sync(), IsOk());
  const auto report = protege.sync();
  ASSERT_THAT(report, IsOk());
  EXPECT_EQ(report->received, 1U);
  EXPECT_TRUE(report->alarms.empty());
  EXPECT_EQ(lines(protege, his), 1U);
}

TEST_F(GrpcTest, ManyPagesAndAppendsArriveWhole) {
  pair();
  for (int i = 0; i < 60; ++i) add(mentor, hers, std::string(60'000, static_cast<char>('a' + i % 26)));
  for (int i = 0; i < 12; ++i) ASSERT_THAT(mentor.sync(), IsOk());
  for (int i = 0; i < 3; ++i) ASSERT_THAT(protege.sync(), IsOk());
  EXPECT_EQ(mentor.sync()->pending, 0U);
  EXPECT_EQ(lines(protege, his), 60U);
}

TEST_F(GrpcTest, AfterTheRelayStartedAgainEverybodyProvesHimselfAnewByHimself) {
  pair();
  add(mentor, hers, "one");
  ASSERT_THAT(mentor.sync(), IsOk());
  relay.stop();
  EXPECT_THAT(mentor.sync(), Fails(Code::OFFLINE));
  EXPECT_THAT(mentor.sync(), Fails(Code::OFFLINE));
  add(mentor, hers, "two");
  relay.start();
  Result<client::SyncReport> report = mentor.sync();
  for (int i = 0; i < 100 && !report; ++i) {  // the connection is tried again after a moment
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    report = mentor.sync();
  }
  ASSERT_THAT(report, IsOk());
  EXPECT_EQ(report->pending, 0U);
}

TEST_F(GrpcTest, WithoutARelayItIsOffline) {
  relay.stop();
  auto transport = relay.connect(2'000);
  EXPECT_THAT(transport->relay_key(), Fails(Code::OFFLINE));
}

TEST_F(GrpcTest, ACertificateOfAnotherAuthorityIsNotTrusted) {
  const auto other = relay::make_development_certificate("").value();
  auto transport = *grpc::make_grpc_transport({relay.address(), other.ca_pem, 2'000});
  EXPECT_THAT(transport->relay_key(), Fails(Code::RELAY_UNTRUSTED));
}

TEST_F(GrpcTest, AnAddressThatIsNoneIsRefusedAtOnce) {
  for (const char* address : {"", "host", ":1", "host:", "host:1x"}) {
    EXPECT_THAT(grpc::make_grpc_transport({address, relay.ca(), 1'000}), Fails(Code::INVALID_ARGUMENT)) << address;
  }
}

TEST_F(GrpcTest, TheKeyIsTheOneThatSignsHeads) { EXPECT_THAT(mentor.transport->relay_key(), IsOkAnd(relay.key())); }

TEST_F(GrpcTest, ASpaceThatWasNotProvedIsNotAskedFor) {
  const SpaceId space{{1}};
  EXPECT_THAT(mentor.transport->fetch(space, 0), Fails(Code::UNAUTHENTICATED));
  EXPECT_THAT(mentor.transport->live({space}), Fails(Code::UNAUTHENTICATED));
}

TEST_F(GrpcTest, AStrangerIsNotLetIn) {
  ASSERT_THAT(mentor.sync(), IsOk());
  const SpaceId space = mentor.replica->space(client::kSelfSpace)->membership.space;
  const auto stranger = verify::make_sign_pair(protege.random);
  EXPECT_THAT(protege.transport->authenticate({{space, &stranger}}), IsOkAnd(std::vector<bool>{false}));
}

TEST_F(GrpcTest, TheRelaysOwnWordsOfRefusalArriveByName) {
  EXPECT_THAT(mentor.transport->mailbox_put(MailboxId{{1}}, 5, as_bytes("x"), 1000), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(mentor.transport->mailbox_put(MailboxId{{1}}, 0, Bytes(5000, 1), 1000), Fails(Code::TOO_LARGE));
  EXPECT_THAT(mentor.transport->create_space({}, Bytes(10, 1), {}), Fails(Code::MALFORMED));
}

TEST_F(GrpcTest, MailboxesWork) {
  const MailboxId box{{7}};
  EXPECT_THAT(mentor.transport->mailbox_get(box, 0), IsOkAnd(std::optional<Bytes>()));
  EXPECT_THAT(mentor.transport->mailbox_put(box, 0, as_bytes("offer"), 100'000), IsOkAnd(true));
  EXPECT_THAT(protege.transport->mailbox_put(box, 0, as_bytes("other"), 100'000), IsOkAnd(false));
  EXPECT_THAT(protege.transport->mailbox_get(box, 0), IsOkAnd(std::optional(to_bytes("offer"))));
}

// Entries made by hand, so that the transport alone is asked.
struct GrpcSpaces : ::testing::Test {
  ServedRelay relay;
  std::unique_ptr<client::Transport> transport = relay.connect();
  envelope::SpaceBuilder builder;
  Bytes founding = builder.entry(builder.founder, builder.found_body());
  envelope::Head first = envelope::log_next(envelope::log_start(builder.space), envelope::entry_hash(founding));

  Bytes entry(const envelope::Device& author, const envelope::MembershipBody& body, const envelope::Head& seen) {
    envelope::EntryHeader h = builder.header(author, body.previous);
    h.seen = seen;
    return builder.entry(author, body, h);
  }
  Result<std::vector<bool>> let_in(const verify::SignPair& pair) {
    return transport->authenticate({{builder.space, &pair}});
  }
};

TEST_F(GrpcSpaces, WhatFollowsAFoundingArrivesWithIt) {
  const Bytes addition = entry(builder.founder, builder.add_body(builder.founded()), first);
  const auto reply = transport->create_space({}, founding, {addition});
  ASSERT_THAT(reply, IsOk());
  ASSERT_EQ(reply->results.size(), 2U);
  EXPECT_EQ(reply->results[1].verdict, envelope::Verdict::counted);
  EXPECT_EQ(reply->head.head.position, 2U);
  EXPECT_THAT(let_in(builder.guest.transport), IsOkAnd(std::vector<bool>{true}));
  EXPECT_THAT(transport->create_space({}, founding, std::vector<Bytes>(17, addition)), Fails(Code::TOO_LARGE));
}

TEST_F(GrpcSpaces, APageIsAsLongAsWasAskedFor) {
  const Bytes addition = entry(builder.founder, builder.add_body(builder.founded()), first);
  ASSERT_THAT(transport->create_space({}, founding, {addition}), IsOk());
  for (const std::uint32_t bytes : {std::uint32_t{1}, std::uint32_t{envelope::kMaxPageBytes}}) {
    grpc::GrpcOptions options;
    options.address = relay.address();
    options.ca_pem = relay.ca();
    options.page_bytes = bytes;
    transport = *grpc::make_grpc_transport(options);
    ASSERT_THAT(transport->relay_key(), IsOk());
    ASSERT_THAT(let_in(builder.founder.transport), IsOk());
    const auto page = transport->fetch(builder.space, 0);
    ASSERT_THAT(page, IsOk());
    EXPECT_EQ(page->rows.size(), bytes == 1 ? 1U : 2U) << "one entry comes in any case";
    EXPECT_EQ(page->head.head.position, 2U);
  }
}

// What is around an entry counts: of 5 MB in small ones a page was larger than a message may be, and never came.
TEST_F(GrpcSpaces, ManySmallEntriesComeInPagesThatFitAMessage) {
  ASSERT_THAT(transport->create_space({}, founding, {}), IsOk());
  relay::Change change;
  change.after = *relay.store.space(builder.space).value();
  change.before = change.after.head;
  for (int i = 0; i < 20'000; ++i) {
    change.after.head = envelope::log_next(change.after.head, Hash{});
    change.entries.push_back({builder.founder.sign.key, 1, Hash{},
                              {change.after.head.position, 1'700'000'000'000, change.after.head.running, Bytes(256, 7)}});
  }
  ASSERT_THAT(relay.store.commit(change), IsOk());
  ASSERT_THAT(let_in(builder.founder.transport), IsOkAnd(std::vector<bool>{true}));
  std::uint64_t after = 0;
  while (after < change.after.head.position) {
    const auto page = transport->fetch(builder.space, after);
    ASSERT_THAT(page, IsOk());
    ASSERT_FALSE(page->rows.empty());
    std::size_t size = 0;
    for (const auto& row : page->rows) size += row.entry.size() + relay::kRowBytes;
    EXPECT_LE(size, envelope::kMaxPageBytes);
    after = page->rows.back().position;
  }
}

TEST_F(GrpcSpaces, ASigningKeyLetsNobodyIn) {
  ASSERT_THAT(transport->create_space({}, founding, {}), IsOk());
  EXPECT_THAT(let_in(builder.founder.sign), IsOkAnd(std::vector<bool>{false}));
  EXPECT_THAT(let_in(builder.founder.transport), IsOkAnd(std::vector<bool>{true}));
}

TEST_F(GrpcSpaces, ADeviceThatHasEndedReadsUpToItsEndAndWritesNothing) {
  ASSERT_THAT(transport->create_space({}, founding, {}), IsOk());
  ASSERT_THAT(let_in(builder.founder.transport), IsOk());
  const Bytes leave = entry(builder.founder, envelope::SpaceBuilder::leave_body(builder.founded()), first);
  ASSERT_THAT(transport->append(builder.space, {leave}), IsOk());
  const auto page = transport->fetch(builder.space, 0);
  ASSERT_THAT(page, IsOk());
  EXPECT_EQ(page->rows.size(), 2U);
  EXPECT_EQ(page->head.head.position, 2U);
  EXPECT_THAT(transport->append(builder.space, {leave}), Fails(Code::PERMISSION_DENIED));
}

TEST_F(GrpcTest, InspectShowsTheSpace) {
  pair();
  const auto view = client::SyncClient(*mentor.replica, *mentor.transport).inspect(hers);
  ASSERT_THAT(view, IsOk());
  EXPECT_EQ(view->kind, 2U);
  EXPECT_EQ(view->members.size(), 2U);
  const auto rows = client::SyncClient(*mentor.replica, *mentor.transport).rows(hers);
  ASSERT_THAT(rows, IsOk());
  EXPECT_EQ(rows->size(), view->position);
}

TEST_F(GrpcTest, AnEntryOfTheLargestSizeGoesThroughAndALargerMessageDoesNot) {
  pair();
  const SpaceId space = mentor.replica->space(hers)->membership.space;
  const auto largest = mentor.transport->append(space, std::vector<Bytes>(4, Bytes(envelope::kMaxEntryBytes, 1)));
  ASSERT_THAT(largest, IsOk());
  EXPECT_EQ(largest->results.front().verdict, client::Verdict::refused) << "the relay looked at it";
  EXPECT_THAT(mentor.transport->append(space, std::vector<Bytes>(5, Bytes(envelope::kMaxEntryBytes, 1))),
              Fails(Code::TOO_LARGE));
}

}  // namespace
}  // namespace kith::testing
