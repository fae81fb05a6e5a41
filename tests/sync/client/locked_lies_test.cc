// What a relay could hand out or answer while the vault is locked: none of it is believed, and nothing is said of it
// before the open vault has asked.

#include "locked_world.h"

namespace kith::testing {
namespace {

using client::LockedReport;
using model::Kind;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

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

}  // namespace
}  // namespace kith::testing
