// Which events ask for another look, and in which words.
#include "kith/network/life_events.h"

#include <gmock/gmock.h>

#include "dates.h"

namespace kith::network {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

const model::PartialDate kNow = ym(2026, 11, 25);

std::optional<EventTime> look(LifeEvent what, const MaybeDate& when,
                              const std::vector<model::PartialDate>& snapshots = {}) {
  return asks_for_a_look({what, when}, snapshots, kNow);
}

TEST(LifeEvents, NinetyDaysBeforeAndAfterAskForALook) {
  const auto promoted = [](const model::PartialDate& when) { return look(LifeEvent::promotion, when); };
  EXPECT_EQ(promoted(ym(2026, 11, 24)), EventTime::past);
  EXPECT_EQ(promoted(ym(2026, 8, 27)), EventTime::past) << "90 days ago";
  EXPECT_FALSE(promoted(ym(2026, 8, 26)));
  EXPECT_EQ(promoted(kNow), EventTime::around_now);
  EXPECT_EQ(promoted(ym(2026, 11, 26)), EventTime::ahead);
  EXPECT_EQ(promoted(ym(2027, 2, 23)), EventTime::ahead) << "in 90 days";
  EXPECT_FALSE(promoted(ym(2027, 2, 24)));
}

TEST(LifeEvents, OfADateKnownInPartAllDaysHaveToBeNear) {
  EXPECT_EQ(look(LifeEvent::transfer, ym(2026, 10)), EventTime::past);
  EXPECT_EQ(look(LifeEvent::transfer, ym(2026, 11)), EventTime::around_now);
  EXPECT_EQ(look(LifeEvent::transfer, ym(2026, 12)), EventTime::ahead);
  EXPECT_FALSE(look(LifeEvent::transfer, ym(2026, 8))) << "its first days are longer ago";
  EXPECT_FALSE(look(LifeEvent::transfer, ym(2026))) << "a year tells too little";
  EXPECT_FALSE(look(LifeEvent::transfer, std::nullopt));
  EXPECT_FALSE(look(LifeEvent::transfer, ym(2026, 11, 31))) << "a day that does not exist";
}

TEST(LifeEvents, ASnapshotOnTheDayOrLaterHasLooked) {
  const auto moved = [](const std::vector<model::PartialDate>& snapshots) {
    return look(LifeEvent::move_abroad, ym(2026, 10, 1), snapshots);
  };
  EXPECT_TRUE(moved({ym(2026, 9, 30)}));
  EXPECT_FALSE(moved({ym(2026, 10, 1)}));
  EXPECT_FALSE(moved({ym(2026, 9, 30), ym(2026, 11, 20)}));
  EXPECT_FALSE(moved({ym(2026, 10)})) << "in the same month";
  EXPECT_TRUE(moved({ym(2026, 11, 31)})) << "a day that does not exist";
}

TEST(LifeEvents, OneThatLiesAheadIsLookedAtByASnapshotOfTheDaysBefore) {
  const auto retiring = [](const std::vector<model::PartialDate>& snapshots) {
    return look(LifeEvent::retirement, ym(2026, 12, 31), snapshots);
  };
  EXPECT_EQ(retiring({ym(2026, 9, 1)}), EventTime::ahead);
  EXPECT_FALSE(retiring({ym(2026, 11, 25)}));
}

TEST(LifeEvents, EachHasItsOwnWordsAndOtherHasNone) {
  for (const auto& row : terms<LifeEvent>()) {
    const bool other = row.value == LifeEvent::other;
    EXPECT_EQ(look(row.value, kNow).has_value(), !other) << row.code;
    for (const EventTime time : {EventTime::past, EventTime::around_now, EventTime::ahead}) {
      const std::string words = words_of_event(row.value, time).text();
      EXPECT_EQ(words.empty(), other) << row.code;
      for (const char* judging : {"should", "must", "fail", "lonely", "poor", "!"}) {
        EXPECT_THAT(words, Not(HasSubstr(judging))) << row.code;
      }
      EXPECT_EQ(words.find('?') == std::string::npos, other) << row.code << " asks";
    }
    EXPECT_EQ(other, words_of_event(row.value, EventTime::past) == words_of_event(row.value, EventTime::ahead));
  }
  EXPECT_THAT(words_of_event(LifeEvent::move_abroad, EventTime::past).text(), HasSubstr("at home"));
  EXPECT_THAT(words_of_event(LifeEvent::return_home, EventTime::past).text(), HasSubstr("abroad"));
  EXPECT_THAT(words_of_event(LifeEvent::retirement, EventTime::ahead).text(), HasSubstr("pass on"));
  EXPECT_THAT(words_of_event(LifeEvent::other, EventTime::past).text(), IsEmpty());
}

}  // namespace
}  // namespace kith::network
