// Reading what a person asks for, and how well something fits.

#include "kith/search/query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(QueryTest, WordsAreFoldedAndStandOnce) {
  const Query query = parse_query("Draft, DRAFT talk");
  EXPECT_THAT(query.words, ElementsAre("draft", "talk"));
  EXPECT_THAT(query.tags, IsEmpty());
}

TEST(QueryTest, AHashMakesATag) {
  const Query query = parse_query("talk #to-do");
  EXPECT_THAT(query.words, ElementsAre("talk", "to", "do"));
  EXPECT_THAT(query.tags, ElementsAre("to-do"));
}

TEST(QueryTest, TheLastLetterOfARunIsNotAskedFor) {
  EXPECT_THAT(parse_query("学习中").words, ElementsAre("学习", "习中"));
  EXPECT_THAT(parse_query("中").words, ElementsAre("中"));
}

TEST(QueryTest, NothingToAskForIsEmpty) {
  EXPECT_TRUE(parse_query("").empty());
  EXPECT_TRUE(parse_query(" ?! #").empty());
  EXPECT_FALSE(parse_query("a").empty());
}

TEST(QueryTest, ANameHasAWordByItsBeginning) {
  EXPECT_TRUE(has_word("Jonas Berg", "ber"));
  EXPECT_FALSE(has_word("Jonas Berg", "erg"));
  EXPECT_TRUE(has_word("山田太郎", "田太"));
}

TEST(RankTest, ANameBeatsATextAndAWholeWordItsBeginning) {
  EXPECT_GT(points(kName, false), points(kMain, false));
  EXPECT_GT(points(kMain, false), points(kAbout, false));
  EXPECT_GT(points(kAbout, false), points(kOther, false));
  EXPECT_GT(points(kOther, false), points(0, true));
  EXPECT_GT(points(kMain, true), points(kMain, false));
  EXPECT_EQ(points(kMain | kOther, true), points(kMain, true)) << "the best field counts";
}

TEST(RankTest, NewerIsHigherAndNeverMoreThanDouble) {
  EXPECT_GT(rank(4, 0), rank(4, 1));
  EXPECT_GT(rank(4, 400), rank(4, 401));
  EXPECT_EQ(rank(4, 0), rank(8, 0) / 2);
  EXPECT_LT(rank(4, 1), rank(8, 1'000'000)) << "twice the points beat any age but that of today";
  EXPECT_EQ(rank(4, -5), rank(4, 0)) << "a date to come is today";
  EXPECT_EQ(rank(4, kHalfDays) * 4, rank(4, 0) * 3);
}

}  // namespace
}  // namespace kith::search
