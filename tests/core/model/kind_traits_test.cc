// Every kind of record has its row, and the lists made of the rows are what they were agreed to be.

#include "kith/model/kind_traits.h"

#include <gmock/gmock.h>

#include <set>

namespace kith::model {
namespace {

constexpr auto kAll = kinds_where<[](const KindTraits& kind) { return !kind.noun.empty(); }>();
constexpr auto kOfPairs = kinds_where<[](const KindTraits& kind) { return kind.lives == Lives::pair; }>();
constexpr auto kLeft = kinds_where<[](const KindTraits& kind) { return kind.out == Export::left; }>();
constexpr auto kHidden = kinds_where<[](const KindTraits& kind) { return kind.search == Search::hidden; }>();

TEST(KindTraits, NumbersFollowEachOther) {
  EXPECT_EQ(kAll.size(), kLastKind);
  EXPECT_EQ(kAll.back(), Kind::story);
  EXPECT_TRUE(traits_of(Kind::unknown).noun.empty());
  EXPECT_TRUE(traits_of(static_cast<Kind>(kLastKind + 1)).noun.empty()) << "of a newer version";
}

TEST(KindTraits, NoTwoHaveOneNoun) {
  std::set<std::string_view> nouns;
  for (const Kind kind : kAll) nouns.insert(traits_of(kind).noun);
  EXPECT_EQ(nouns.size(), kAll.size());
}

// What is a pair's is no export of one person's own space; all that is a person's own is, but for what means
// nothing without the pair.
TEST(KindTraits, AnExportLeavesOutWhatIsBoundToAPair) {
  EXPECT_THAT(kOfPairs, ::testing::ElementsAre(Kind::action, Kind::agenda_line, Kind::passage, Kind::agreement,
                                               Kind::sealed_answer, Kind::opened_answer, Kind::moved));
  EXPECT_THAT(kLeft, ::testing::ElementsAre(Kind::action, Kind::agenda_line, Kind::passage, Kind::share_link,
                                            Kind::agreement, Kind::sealed_answer, Kind::my_answer, Kind::opened_answer,
                                            Kind::moved));
}

TEST(KindTraits, ASearchFindsAllButWhatIsNobodysWords) {
  EXPECT_THAT(kHidden, ::testing::ElementsAre(Kind::profile, Kind::share_link, Kind::snapshot, Kind::removed, Kind::merged,
                                              Kind::sample, Kind::sealed_answer, Kind::my_answer, Kind::opened_answer,
                                              Kind::moved));
}

}  // namespace
}  // namespace kith::model
