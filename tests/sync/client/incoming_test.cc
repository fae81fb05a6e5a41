// A page: walked, judged by what the relay signs, installed as far as both agree.

#include "exchange/incoming.h"

#include <gmock/gmock.h>

#include "log_of_three.h"

namespace kith::testing {
namespace {

using client::Applied;
using client::PageState;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Incoming : LogOfThree {
  Applied apply(const std::vector<Bytes>& some, const envelope::Head& head) {
    std::vector<BytesView> views(some.begin(), some.end());
    const client::AskHead ask = [this](std::uint64_t position) -> std::optional<envelope::SignedHead> {
      ++asked;
      return answer(position);
    };
    const auto applied = client::apply_rows(reader(), pair_of_protege, views, relay.sign(row().id(), head), ask, report);
    EXPECT_THAT(applied, IsOk());
    return applied.ok() ? *applied : Applied{};
  }
  std::vector<Code> noticed() {
    std::vector<Code> out;
    for (const client::Alarm& alarm : report.alarms) out.push_back(alarm.code);
    return out;
  }
  const envelope::Head& head_at(std::size_t more) { return log().heads[from + more]; }

  client::SyncReport report;
  int asked = 0;
  // What the relay says when it is asked for a place: the truth.
  std::function<std::optional<envelope::SignedHead>(std::uint64_t)> answer = [this](std::uint64_t position) {
    return std::optional(relay.sign(row().id(), log().heads[position]));
  };
};

TEST_F(Incoming, AnHonestPageIsWholeAndAsksNothing) {
  const Applied applied = apply(rows, head_at(3));
  EXPECT_EQ(applied.page, PageState::whole);
  EXPECT_TRUE(applied.advanced);
  EXPECT_EQ(asked, 0);
  EXPECT_EQ(row().head, head_at(3));
  EXPECT_EQ(row().signed_head->head, head_at(3));
  EXPECT_EQ(report.received, 3U);
  EXPECT_THAT(lines(), ElementsAre("one", "three", "two"));
}

TEST_F(Incoming, APageThatEndsBeforeTheHeadIsAPart) {
  EXPECT_EQ(apply({rows[0], rows[1]}, head_at(3)).page, PageState::part);
  EXPECT_EQ(row().head, head_at(2));
  EXPECT_EQ(asked, 1) << "for the relay's word at the last row";
  EXPECT_EQ(apply({rows[2]}, head_at(3)).page, PageState::whole);
}

TEST_F(Incoming, OfABrokenPageStandsWhatTheRelaySignsAndTheRestIsShown) {
  spoil(1, kSignatureByte);
  const Applied applied = apply(rows, head_at(3));
  EXPECT_EQ(applied.page, PageState::broken);
  EXPECT_EQ(applied.broken, Code::BAD_SIGNATURE);
  EXPECT_THAT(noticed(), ElementsAre(Code::BAD_SIGNATURE));
  EXPECT_EQ(row().head, head_at(1));
  EXPECT_THAT(lines(), ElementsAre("one")) << "the third lacks its predecessor";
}

TEST_F(Incoming, WhereTheRelaySaysNothingOfThatPlaceNothingIsInstalled) {
  spoil(1, kSignatureByte);
  answer = [](std::uint64_t) { return std::nullopt; };
  EXPECT_EQ(apply(rows, head_at(3)).page, PageState::broken);
  EXPECT_EQ(row().head, head_at(0));
  EXPECT_THAT(lines(), ElementsAre("one")) << "it is shown, and stands in no state";
  EXPECT_EQ(reader().store.find(changelog::Table::entry, client::entry_key_of(pair_of_protege, from + 1))->has_value(), false);
}

TEST_F(Incoming, RowsThatDoNotLeadToTheSignedHeadAreAGapAndNothingMoves) {
  envelope::Head other = head_at(3);
  other.running.bytes[0] ^= 1;
  EXPECT_EQ(apply(rows, other).page, PageState::broken);
  EXPECT_THAT(noticed(), ElementsAre(Code::GAP));
  EXPECT_EQ(row().head, head_at(0));
}

TEST_F(Incoming, ARelayThatSignsAnotherHashForOurPlaceShowsAnotherBranch) {
  answer = [this](std::uint64_t position) {
    envelope::Head other = log().heads[position];
    other.running.bytes[0] ^= 1;
    return std::optional(relay.sign(row().id(), other));
  };
  spoil(0, kSignatureByte);
  EXPECT_EQ(apply(rows, head_at(3)).page, PageState::other_branch);
  EXPECT_THAT(noticed(), IsEmpty()) << "the merge says it";
  EXPECT_EQ(row().head, head_at(0));
}

TEST_F(Incoming, AnEmptyPageThatClaimsMoreIsBroken) {
  EXPECT_EQ(apply({}, head_at(3)).page, PageState::broken);
  EXPECT_THAT(noticed(), ElementsAre(Code::GAP));
}

TEST_F(Incoming, ABrokenPlaceIsHealedWhenTheLogHasPassedIt) {
  const Bytes good = rows[1];
  spoil(1, kSignatureByte);
  apply(rows, head_at(3));
  EXPECT_FALSE(protege.replica->alarms()->front().healed);
  apply({good, rows[2]}, head_at(3));
  EXPECT_TRUE(protege.replica->alarms()->front().healed);
  EXPECT_THAT(lines(), ElementsAre("one", "three", "two"));
}

}  // namespace
}  // namespace kith::testing
