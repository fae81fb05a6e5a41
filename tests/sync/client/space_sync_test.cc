// One space and one relay: what goes in which order, and the reason of whatever does not go.

#include <gmock/gmock.h>

#include "log_of_three.h"

namespace kith::testing {
namespace {

using client::Verdict;
using model::Kind;

struct OneSpace : LogOfThree {
  client::SpaceResult sync_pair() {
    const auto report = client::SyncClient(*protege.replica, protege.transport).sync_space(pair_of_protege);
    EXPECT_THAT(report, IsOk());
    return report.ok() && !report->spaces.empty() ? report->spaces.front() : client::SpaceResult{};
  }
  void say(const std::string& text) { protege.add(pair_of_protege, Kind::agenda_line, text); }
  // Whatever the relay is given it says this of it, and takes nothing.
  void answer_with(Verdict verdict, Code code = Code{}) {
    const MemoryRelay kept = relay;
    relay.on_append = [this, kept, verdict, code](client::AppendReply& reply) {
      relay.spaces = kept.spaces;
      for (client::AppendResult& result : reply.results) result = {verdict, 0, code, {}};
      reply.results.resize(1);
      reply.head = relay.sign(row().id(), log().heads.back());
    };
  }
};

TEST_F(OneSpace, PullsBeforeItPushesAndEndsLevel) {
  say("mine");
  const client::SpaceResult result = sync_pair();
  EXPECT_EQ(result.code, Code{}) << result.detail;
  EXPECT_EQ(result.waiting, 0U);
  const auto sent = envelope::parse_entry(log().entries.back());
  EXPECT_EQ(sent->header.seen, log().heads[from + 3]) << "it was sealed after the other one's lines were read";
  EXPECT_EQ(row().head, log().heads.back());
}

TEST_F(OneSpace, ARelayThatTakesNoMoreIsTheReason) {
  say("mine");
  answer_with(Verdict::wait);
  const client::SpaceResult result = sync_pair();
  EXPECT_EQ(result.code, Code::QUOTA_EXCEEDED);
  EXPECT_EQ(result.waiting, 1U);
  relay.on_append = nullptr;
  EXPECT_EQ(sync_pair().code, Code{}) << "the same bytes later";
}

TEST_F(OneSpace, ARefusalIsTheReasonByItsCode) {
  say("mine");
  answer_with(Verdict::refused, Code::GAP);
  EXPECT_EQ(sync_pair().code, Code::GAP);
  answer_with(Verdict::refused);
  EXPECT_EQ(sync_pair().code, Code::PERMISSION_DENIED) << "one that gives none";
}

TEST_F(OneSpace, ARelayThatAlwaysSaysStaleIsLeftWithIt) {
  say("mine");
  answer_with(Verdict::stale);
  EXPECT_EQ(sync_pair().code, Code::STALE);
  EXPECT_TRUE(protege.replica->alarms()->empty()) << "it is slow, and no liar";
}

TEST_F(OneSpace, ARelayThatSaysItCountedAndDoesNotShowItIsCaughtAtTheSecondTime) {
  say("mine");
  const int before = relay.calls;
  answer_with(Verdict::counted);
  EXPECT_EQ(sync_pair().code, Code::GAP);
  EXPECT_LT(relay.calls - before, 20);
}

TEST_F(OneSpace, ANumberThatTheRelayClaimsAndCannotShowStopsNothingForGood) {
  say("mine");
  answer_with(Verdict::taken);
  EXPECT_EQ(sync_pair().code, Code::MALFORMED);
  EXPECT_EQ(row().stopped, Code{});
  relay.on_append = nullptr;
  EXPECT_EQ(sync_pair().code, Code{});
}

TEST_F(OneSpace, AChangeOfMembersGoesAloneAndBehindAllData) {
  client::SpaceRow next = row().clone();
  next.asked = {row().membership.epoch};
  changelog::Batch batch;
  ASSERT_THAT(reader().install(batch, std::move(next)), IsOk());
  say("mine");
  std::vector<std::size_t> sizes;
  relay.on_append = [&](client::AppendReply& reply) { sizes.push_back(reply.results.size()); };
  EXPECT_EQ(sync_pair().code, Code{});
  EXPECT_EQ(sizes, (std::vector<std::size_t>{1, 1}));
  EXPECT_EQ(envelope::parse_entry(log().entries[from + 3])->header.kind, envelope::EntryKind::data);
  EXPECT_EQ(envelope::parse_entry(log().entries[from + 4])->header.kind, envelope::EntryKind::membership);
}

TEST_F(OneSpace, WhatHasStoppedSendsNothing) {
  changelog::Batch batch;
  auto stopped = row().clone();
  stopped.stopped = Code::CLONED_DEVICE;
  ASSERT_THAT(reader().install(batch, std::move(stopped)), IsOk());
  sync_pair();
  say("never sent");
  const std::size_t before = log().entries.size();
  EXPECT_EQ(sync_pair().code, Code::CLONED_DEVICE);
  EXPECT_EQ(log().entries.size(), before);
}

TEST_F(OneSpace, AFoundingThatTheRelayDidNotSignIsRefused) {
  Device fresh{relay, clock, random};
  relay.on_create = [](client::AppendReply& reply) { reply.head.signature.bytes[0] ^= 1; };
  const auto report = client::SyncClient(*fresh.replica, fresh.transport).sync_space(client::kSelfSpace);
  ASSERT_THAT(report, IsOk());
  ASSERT_FALSE(report->spaces.empty());
  EXPECT_EQ(report->spaces.front().code, Code::BAD_SIGNATURE);
}

// A relay that lost entries and is given them back.
struct Refilling : OneSpace {
  void SetUp() override {
    OneSpace::SetUp();
    const MemoryRelay shorter = relay;
    for (const char* text : {"four", "five"}) {
      say(text);
      sync_pair();
    }
    relay.spaces = shorter.spaces;
  }
  Code after(const std::function<void(client::AppendReply&)>& lie) {
    relay.on_append = lie;
    return sync_pair().code;
  }
};

TEST_F(Refilling, AnHonestRelayHasItBack) {
  EXPECT_EQ(after(nullptr), Code{});
  EXPECT_EQ(log().heads.back(), row().head);
}

TEST_F(Refilling, ARelayThatAnswersForOtherEntriesIsNamed) {
  EXPECT_EQ(after([](client::AppendReply& reply) { reply.results.pop_back(); }), Code::MALFORMED);
}

TEST_F(Refilling, ARelayThatDoesNotTakeThemBackIsNamed) {
  EXPECT_EQ(after([](client::AppendReply& reply) { reply.results.back().verdict = Verdict::refused; }),
            Code::CONFLICT);
}

TEST_F(Refilling, ARelayThatPutsThemElsewhereIsNamed) {
  EXPECT_EQ(after([](client::AppendReply& reply) { ++reply.results.back().position; }), Code::CONFLICT);
}

}  // namespace
}  // namespace kith::testing
