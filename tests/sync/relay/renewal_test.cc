// A member's device goes on under new keys: what the relay takes of the old one and the new one.

#include "kith/relay/live_session.h"
#include "relay_world.h"

namespace kith::testing {
namespace {

struct RenewalTest : RelayWorld {
  void SetUp() override { pair(); }
  envelope::ChainEnd end_of(const envelope::Device& device) {
    const relay::AuthorEnd end = store.author(builder.space, device.sign.key).value();
    return {end.sequence, end.id};
  }
  Bytes renewal(const envelope::ChainEnd& cut) {
    return membership(builder.guest, builder.renew_body(now(), fresh, cut, {&builder.founder, &fresh}));
  }
  void renew() { ASSERT_EQ(verdict(guest_token, renewal(end_of(builder.guest))), Verdict::counted); }

  envelope::Device fresh = builder.make_device();
};

TEST_F(RenewalTest, LetsTheNewKeyIn) {
  renew();
  const Bytes token = token_of(fresh);
  ASSERT_FALSE(token.empty());
  EXPECT_EQ(verdict(token, data(fresh)), Verdict::counted);
  EXPECT_THAT(relay.fetch(token, builder.space, 0, 0), IsOk());
}

// The old copy of a vault that was put back: it reads under its own key that it has ended.
TEST_F(RenewalTest, TheOldKeyReadsUpToItsRenewalAndNoFurther) {
  renew();
  const envelope::Head end = head();
  ASSERT_EQ(verdict(founder_token, data(builder.founder)), Verdict::counted);
  const Bytes token = token_of(builder.guest);
  ASSERT_FALSE(token.empty());
  const auto page = relay.fetch(token, builder.space, 0, 0);
  ASSERT_THAT(page, IsOk());
  EXPECT_EQ(page->rows.size(), 3U);
  EXPECT_EQ(page->head.head, end);
  EXPECT_THAT(relay.append(token, builder.space, {data(builder.founder)}), Fails(Code::PERMISSION_DENIED));
  EXPECT_THAT(relay.inspect(token, builder.space), Fails(Code::PERMISSION_DENIED));
}

TEST_F(RenewalTest, EndsWhatTheOldKeyHadOpen) {
  auto stream = relay::LiveSession::open(relay, {builder.space}, {guest_token});
  ASSERT_THAT(stream, IsOk());
  ASSERT_THAT((*stream)->next(), IsOk());
  renew();
  (*stream)->grew(builder.space);
  EXPECT_THAT((*stream)->next(), Fails(Code::PERMISSION_DENIED));
  EXPECT_THAT(relay.append(guest_token, builder.space, {data(builder.guest)}), Fails(Code::PERMISSION_DENIED));
}

TEST_F(RenewalTest, TakesNothingOfTheOldKeyFromAnybody) {
  ASSERT_EQ(verdict(guest_token, data(builder.guest)), Verdict::counted);
  const auto membership_before = now().last;
  renew();
  const auto before = head();
  for (const Bytes& entry : {data(builder.guest), data(builder.guest, 300, [&](envelope::EntryHeader& h) {
                               h.epoch -= 1;
                               h.membership = membership_before;
                             })}) {
    const auto result = append(founder_token, entry);
    EXPECT_EQ(result.verdict, Verdict::refused);
    EXPECT_EQ(result.code, Code::REVOKED_DEVICE);
  }
  EXPECT_EQ(head(), before);
}

TEST_F(RenewalTest, MadeBeforeTheLastEntryOfTheOldKeyIsStale) {
  const Bytes early = renewal(end_of(builder.guest));
  ASSERT_EQ(verdict(guest_token, data(builder.guest)), Verdict::counted);
  EXPECT_EQ(verdict(guest_token, early), Verdict::stale);
  renew();
}

TEST_F(RenewalTest, InOneCallWithTheEntryItCutsAt) {
  const Bytes last = data(builder.guest);
  const Bytes after = renewal({1, envelope::entry_hash(last)});
  const auto reply = relay.append(guest_token, builder.space, {last, after});
  ASSERT_THAT(reply, IsOk());
  ASSERT_EQ(reply->results.size(), 2U);
  EXPECT_EQ(reply->results[1].verdict, Verdict::counted);
}

TEST_F(RenewalTest, WithACutThatIsNotTheLastEntryIsRefused) {
  ASSERT_EQ(verdict(guest_token, data(builder.guest)), Verdict::counted);
  envelope::ChainEnd cut = end_of(builder.guest);
  cut.hash.bytes[0] ^= 1;
  const auto other = append(guest_token, renewal(cut));
  EXPECT_EQ(other.verdict, Verdict::refused);
  EXPECT_EQ(other.code, Code::BAD_MEMBERSHIP);
  cut = end_of(builder.guest);
  cut.sequence += 1;
  const auto beyond = append(guest_token, renewal(cut));
  EXPECT_EQ(beyond.verdict, Verdict::refused);
  EXPECT_EQ(beyond.code, Code::BAD_MEMBERSHIP);
}

TEST_F(RenewalTest, WhatTheOtherMemberSealedBeforeItCounts) {
  const Bytes waiting = data(builder.founder);
  renew();
  EXPECT_EQ(verdict(founder_token, waiting), Verdict::counted);
}

TEST_F(RenewalTest, ALeaveThatWasOnItsWayCounts) {
  const Bytes waiting = leave(builder.founder);
  renew();
  EXPECT_EQ(verdict(founder_token, waiting), Verdict::counted);
}

TEST_F(RenewalTest, TheSameRenewalStandsOnce) {
  const Bytes entry = renewal({});
  ASSERT_EQ(verdict(guest_token, entry), Verdict::counted);
  const auto again = append(founder_token, entry);
  EXPECT_EQ(again.verdict, Verdict::known);
  EXPECT_EQ(again.position, 3U);
}

TEST_F(RenewalTest, ShowsBothKeysWithTheirLastNumbers) {
  ASSERT_EQ(verdict(guest_token, data(builder.guest)), Verdict::counted);
  renew();
  const auto view = relay.inspect(founder_token, builder.space);
  ASSERT_THAT(view, IsOk());
  ASSERT_EQ(view->members.size(), 3U);
  EXPECT_EQ(view->members[1].device, builder.guest.sign.key);
  EXPECT_FALSE(view->members[1].active);
  EXPECT_EQ(view->members[1].last_sequence, 1U);
  EXPECT_EQ(view->members[2].number, 2U);
  EXPECT_EQ(view->members[2].device, fresh.sign.key);
  EXPECT_TRUE(view->members[2].active);
}

}  // namespace
}  // namespace kith::testing
