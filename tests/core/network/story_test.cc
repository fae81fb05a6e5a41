// The five parts of a story: their order, and whose questions they are.

#include "kith/network/story.h"

#include <gmock/gmock.h>

#include <set>
#include <string>

namespace kith::network {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr Side kSides[] = {Side::junior, Side::senior, Side::equal, Side::neither};

TEST(Stories, TheOrderIsTheSameForEverybody) {
  for (const Side side : kSides) {
    const auto& parts = story_parts(side);
    EXPECT_THAT(std::string(parts[0].title), HasSubstr("career so far"));
    EXPECT_THAT(std::string(parts[1].title), HasSubstr("personal interest"));
    EXPECT_THAT(std::string(parts[2].title), HasSubstr("began"));
    EXPECT_THAT(std::string(parts[3].title), HasSubstr("between us"));
    EXPECT_THAT(std::string(parts[4].title), HasSubstr("role in my career"));
    for (const StoryPart& part : parts) {
      EXPECT_THAT(std::string(part.question), EndsWith("?"));
      for (const char* word : {" he ", " she ", " his ", " her ", "should", "must", "fail"}) {
        EXPECT_THAT(std::string(part.question), Not(HasSubstr(word)));
      }
    }
    const std::string happened(parts[kPartOfFeelings - 1].question);
    EXPECT_THAT(happened, HasSubstr("felt then"));
    EXPECT_THAT(happened, HasSubstr("feel about it now"));
  }
}

TEST(Stories, ASeniorIsAskedInWhomAnInterestWasTaken) {
  EXPECT_THAT(std::string(story_parts(my_side(TieKind::protege))[1].question), HasSubstr("In whom did I take"));
  EXPECT_THAT(std::string(story_parts(my_side(TieKind::direct_report))[4].question), HasSubstr("pass on"));
  EXPECT_THAT(std::string(story_parts(my_side(TieKind::mentor))[1].question), HasSubstr("Who took a personal interest"));
  EXPECT_THAT(std::string(story_parts(my_side(TieKind::peer))[1].question), HasSubstr("both ways"));
  // No question but the first is another side's.
  for (std::size_t i = 1; i < kStoryParts; ++i) {
    std::set<std::string_view> questions;
    for (const Side side : {Side::junior, Side::senior, Side::equal}) questions.insert(story_parts(side)[i].question);
    EXPECT_GE(questions.size(), 2U);
    EXPECT_NE(story_parts(Side::senior)[i].question, story_parts(Side::junior)[i].question);
  }
}

}  // namespace
}  // namespace kith::network
