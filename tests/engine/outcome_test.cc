// The words for how a space came out of a sync, and for entries that the other one could not read.

#include <gmock/gmock.h>

#include "sync/outcomes.h"

namespace kith::testing {
namespace {

namespace api = kith::api::v1;
using ::testing::HasSubstr;

api::SpaceOutcome reason(Code code, const std::string& detail = "") {
  api::SpaceOutcome out;
  engine::fill_reason(code, Sentence::value(detail), &out);
  return out;
}

TEST(Outcomes, ANewerVersionIsAskedForAndTheOthersGoOn) {
  const api::SpaceOutcome row = reason(Code::UPGRADE_NEEDED);
  EXPECT_EQ(row.code(), "UPGRADE_NEEDED");
  EXPECT_TRUE(row.trouble());
  EXPECT_THAT(row.why(), HasSubstr("A newer version of Kith is needed for this space"));
  EXPECT_THAT(row.why(), HasSubstr("other spaces go on"));
}

TEST(Outcomes, EveryReasonIsASentence) {
  for (const Code code : all_codes()) {
    const std::string why = reason(code, "the relay refused what was sent").why();
    ASSERT_FALSE(why.empty()) << code_name(code);
    EXPECT_TRUE(why.front() >= 'A' && why.front() <= 'Z' && why.back() == '.') << why;
  }
  EXPECT_EQ(reason(Code::PERMISSION_DENIED, "the relay refused what was sent").why(), "The relay refused what was sent.");
  EXPECT_EQ(reason(Code::PERMISSION_DENIED).why(), "Something went wrong there.");
}

// The client's own words too, which English begins large and ends; a translator has them as they stand in the source.
TEST(Outcomes, EveryReasonCanBeSaidInAnotherLanguage) {
  const Sentence own = worded("the relay refused {0} of them", 3);
  for (const Code code : all_codes()) {
    api::SpaceOutcome row;
    engine::fill_reason(code, own, &row);
    EXPECT_EQ(row.why_sentence().english(), row.why()) << code_name(code);
    EXPECT_FALSE(row.why_sentence().id().empty()) << code_name(code);
    EXPECT_EQ(row.detail(), "the relay refused 3 of them");
  }
  api::SpaceOutcome row;
  engine::fill_reason(Code::PERMISSION_DENIED, own, &row);
  EXPECT_EQ(row.why_sentence().id(), own.id());
  EXPECT_EQ(row.why_sentence().values(0).english(), "3");
}

TEST(Outcomes, OnlyWhatWaitsForSomebodyOrForTheNextSyncIsNoTrouble) {
  for (const Code code : all_codes()) {
    const bool calm = code == Code::UNVERIFIED_KEY || code == Code::CONFLICT || code == Code::STALE || code == Code::QUOTA_EXCEEDED;
    EXPECT_EQ(reason(code, "detail").trouble(), !calm) << code_name(code);
  }
}

TEST(Outcomes, AnEndedCopyBlamesNobody) {
  const std::string says = engine::ended_copy_says(1'732'924'800'000).text();
  EXPECT_THAT(says, HasSubstr("another one was renewed; that was noticed here on 2024-11-"));
  EXPECT_THAT(says, HasSubstr("What was written here since is kept, and can be taken out."));
  EXPECT_EQ(says.find("relay"), std::string::npos);
  EXPECT_EQ(engine::ended_copy_says(0).text().find("noticed"), std::string::npos);
}

TEST(Outcomes, WhatTheOtherOneCouldNotReadIsOneSentenceAReason) {
  client::SyncReport report;
  report.put_aside = {{2, 1, Code::WRONG_EPOCH}, {2, 2, Code::WRONG_EPOCH}, {2, 4, Code::MALFORMED}};
  api::SyncResult out;
  engine::fill_put_aside(engine::People(), report, &out);
  ASSERT_EQ(out.put_aside_size(), 2);
  std::string all;
  for (const api::PutAside& row : out.put_aside()) all += row.says() + "\n";
  EXPECT_THAT(all, HasSubstr("The other one could not read 2 entries of yours (WRONG_EPOCH). All of it is kept, "
                             "and read there by itself once the key has arrived."));
  EXPECT_THAT(all, HasSubstr("The other one could not read an entry of yours (MALFORMED). All of it is kept here; "
                             "write once more what matters."));
}

}  // namespace
}  // namespace kith::testing
