// Kind hint, peer continuum and theme prompts, with the examples that they are accepted by.
#include <gmock/gmock.h>

#include "kith/network/kind_hint.h"
#include "kith/network/kram_isabella_1985.h"
#include "kith/network/peer_continuum.h"
#include "kith/testing/matchers.h"

namespace kith::network {
namespace {

using testing::Fails;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using enum PeerType;

Votes votes(int a, int b, int c, int d) {
  const auto v = [](int n) { return static_cast<std::uint8_t>(n); };
  return {v(a), v(b), v(c), v(d)};
}

TEST(KindHints, F11RowFourIsAPeerByAgeAndHelpDecides) {
  const Shape shape = shape_of(kram_1983()[3]);
  EXPECT_EQ(shape.age_difference, 5);
  EXPECT_EQ(shape.level_difference, 1);
  const auto hint = kind_hint(shape, {});
  EXPECT_EQ(hint->shape, ShapedLike::peer);
  EXPECT_EQ(hint->why, "shaped like a peer by age; what goes each way decides (our rule)");
}

TEST(KindHints, SixteenOfEighteenAndTwentyThreeOfTwentyFive) {
  std::vector<int> missed;
  for (const MentorPair& pair : kram_1983()) {
    if (shape_like(shape_of(pair)) != ShapedLike::mentoring) missed.push_back(pair.relationship);
  }
  EXPECT_THAT(missed, ElementsAre(4, 11));
  missed.clear();
  for (const PeerPair& pair : kram_isabella_1985()) {
    if (pair.pair && shape_like(shape_of(pair)) != ShapedLike::peer) missed.push_back(*pair.pair);
  }
  EXPECT_THAT(missed, ElementsAre(18, 19));
}

TEST(KindHints, HalfOfTheInputIsEnoughOnlyToRuleOut) {
  EXPECT_EQ(shape_like({5, std::nullopt}), ShapedLike::peer) << "pair 8";
  EXPECT_EQ(shape_like({std::nullopt, 0}), ShapedLike::peer);
  EXPECT_EQ(shape_like({20, std::nullopt}), ShapedLike::unknown);
  EXPECT_EQ(shape_like({std::nullopt, 2}), ShapedLike::unknown);
  EXPECT_EQ(shape_like({9, 1}), ShapedLike::mentoring);
  EXPECT_EQ(shape_like({8, 1}), ShapedLike::peer);
  EXPECT_EQ(shape_like({23, -1}), ShapedLike::peer) << "the older one is lower";
}

// Three functions received, each with an intensity of 3; as many given, `given` in all.
Relationship tie_of(int given, std::initializer_list<Benefit> benefits = {}) {
  using enum Function;
  Relationship out;
  out.kind = TieKind::mentor;
  out.benefits = benefits;
  for (const Function f : {COAC, EXPO, COUN}) out.functions.received[f] = 3;
  for (int i = 0; i < given; ++i) ++out.functions.given.of[static_cast<std::size_t>(i) % 3];
  return out;
}

TEST(KindHints, WhatGoesEachWayBeatsShapeAndSaysSo) {
  const auto hint = kind_hint({20, 2}, tie_of(8));
  EXPECT_EQ(hint->kind, RelationshipList::peer);
  EXPECT_EQ(hint->helping, Helping::mutual);
  EXPECT_THAT(hint->why, HasSubstr("counts for more than shape"));
  EXPECT_EQ(kind_hint({0, 0}, tie_of(1))->kind, RelationshipList::mentoring);
  EXPECT_THAT(kind_hint({20, 2}, tie_of(1))->why, ::testing::Not(HasSubstr("counts for more")));
}

TEST(KindHints, ComplementarityTellsWhatComesBackAndNeverOneWay) {
  const auto bare = kind_hint({}, tie_of(0));
  EXPECT_EQ(bare->helping, Helping::complementary);
  EXPECT_THAT(bare->why, HasSubstr("come to you, and what goes back is of another kind"));
  const auto told = kind_hint({}, tie_of(0, {Benefit::respect, Benefit::technical_help}));
  EXPECT_THAT(told->why, HasSubstr("you give back respect and support, technical help"));
  Relationship from_me = tie_of(0, {Benefit::recognition});
  from_me.kind = TieKind::protege;
  std::swap(from_me.functions.received, from_me.functions.given);
  EXPECT_THAT(kind_hint({}, from_me)->why,
              HasSubstr("go from you, and you get back recognition by peers and superiors"));
  for (int given = 0; given <= 9; ++given) {
    EXPECT_THAT(kind_hint({}, tie_of(given))->why, ::testing::Not(HasSubstr("one way")));
  }
}

TEST(KindHints, OneMarkIsNoDirection) {
  Relationship one;
  one.kind = TieKind::peer;
  one.functions.received[Function::INFO] = 3;
  const auto hint = kind_hint({}, one);
  EXPECT_EQ(hint->helping, Helping::unknown);
  EXPECT_THAT(hint->why, HasSubstr("too little is noted"));
}

TEST(KindHints, AfterRedefinitionIntoFriendshipItSaysSo) {
  Relationship friends = tie_of(0);
  friends.outcome = Outcome::friendship;
  EXPECT_THAT(kind_hint({20, 2}, friends)->why, HasSubstr("become a friendship"));
  EXPECT_THAT(kind_hint({20, 2}, tie_of(0))->why, ::testing::Not(HasSubstr("friendship")));
}

TEST(KindHints, ItIsLabelledAsOurRule) { EXPECT_THAT(kind_hint({}, {})->why, HasSubstr("(our rule)")); }

TEST(KindHints, BetweenTheCutsItIsMixed) {
  EXPECT_EQ(kind_hint({}, tie_of(1))->helping, Helping::complementary);  // 1 - 8/10
  EXPECT_EQ(kind_hint({}, tie_of(3))->helping, Helping::mixed);          // 1 - 6/12
  EXPECT_EQ(kind_hint({}, tie_of(5))->helping, Helping::mutual);         // 1 - 4/14
  EXPECT_FALSE(kind_hint({20, 2}, tie_of(3))->kind);
  EXPECT_EQ(kind_hint({}, tie_of(3), {9, 1, 0.1, 0.4})->helping, Helping::mutual);
}

TEST(KindHints, WhatIsNoCutIsRefused) {
  EXPECT_THAT(kind_hint({}, {}, {0, 1, 0.35, 0.65}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(kind_hint({}, {}, {9, 0, 0.35, 0.65}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(kind_hint({}, {}, {9, 1, 0.7, 0.65}), Fails(Code::INVALID_ARGUMENT));
}

// Never by age or level or sex: turning a pair round changes no shape.
TEST(KindHints, TheShapeIsTheSameFromBothSides) {
  for (int age = -30; age <= 30; ++age) {
    for (int level = -3; level <= 3; ++level) {
      EXPECT_EQ(shape_like({age, level}), shape_like({-age, -level})) << age << " " << level;
    }
  }
}

TEST(PeerPlaces, F10TwoTwoOneTwoIsSpecial) {
  const auto place = place_peer(votes(2, 2, 1, 2), {});
  ASSERT_TRUE(place.ok());
  EXPECT_DOUBLE_EQ(*place->score, 1.75);
  EXPECT_THAT(place->types, ElementsAre(special_peer));
  EXPECT_THAT(theme_prompts(CareerStage::advancement, place->types),
              ElementsAre("Sense of competence and potential", "Commitment", "Conformity vs. individuality",
                          "Work/family conflicts"));
}

TEST(PeerPlaces, EveryScoreHasItsLabel) {
  const auto types = [](int a, int b, int c, int d) { return place_peer(votes(a, b, c, d), {})->types; };
  EXPECT_THAT(types(0, 0, 0, 0), ElementsAre(information_peer));
  EXPECT_THAT(types(1, 0, 1, 0), ElementsAre(information_peer));              // .5
  EXPECT_THAT(types(1, 1, 1, 0), ElementsAre(information_peer, collegial_peer));  // .75
  EXPECT_THAT(types(1, 1, 1, 1), ElementsAre(collegial_peer));
  EXPECT_THAT(types(2, 1, 1, 1), ElementsAre(collegial_peer, special_peer));  // 1.25
  EXPECT_THAT(types(2, 2, 1, 1), ElementsAre(special_peer));                  // 1.5
  EXPECT_THAT(types(2, 2, 2, 2), ElementsAre(special_peer));
}

TEST(PeerPlaces, AMissingVoteIsNotGuessed) {
  Votes three = votes(2, 2, 2, 2);
  three[1].reset();
  const auto place = place_peer(three, {});
  EXPECT_FALSE(place->score);
  EXPECT_THAT(place->types, IsEmpty());
  EXPECT_THAT(place->why, HasSubstr("1 of 4"));
}

TEST(PeerPlaces, WhereVotesAndFunctionsDifferBothAreShown) {
  using enum Function;
  const auto same = place_peer(votes(2, 2, 2, 2), set_of({CONF, EMOT, PFBK, FRIE}));
  EXPECT_FALSE(same->ask);
  const auto other = place_peer(votes(2, 2, 2, 2), set_of({INFO}));
  EXPECT_TRUE(other->ask);
  EXPECT_THAT(other->by_functions, ElementsAre(information_peer));
  EXPECT_THAT(other->why, HasSubstr("information peer"));
  EXPECT_THAT(place_peer(votes(0, 0, 0, 0), set_of({STRA, JFBK}))->by_functions, ElementsAre(collegial_peer));
  // Friendship alone fits one of three and one of four: the closer one.
  EXPECT_THAT(place_peer(votes(1, 1, 1, 1), set_of({FRIE}))->by_functions, ElementsAre(collegial_peer));
  EXPECT_THAT(place_peer(votes(1, 1, 1, 1), set_of({SPON}))->by_functions, IsEmpty());
  EXPECT_FALSE(place_peer(votes(1, 1, 1, 1), {})->ask);
}

TEST(PeerPlaces, AVoteOfThreeAndCutsOutOfOrderAreRefused) {
  EXPECT_THAT(place_peer(votes(3, 0, 0, 0), {}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(place_peer(votes(0, 0, 0, 0), {}, {1.5, 1.0, 0.1}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(place_peer(votes(0, 0, 0, 0), {}, {0.5, 1.0, -0.1}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(place_peer(votes(1, 1, 0, 0), {}, {0.2, 0.4, 0})->types, ElementsAre(special_peer));
}

TEST(ThemePrompts, NoneWithoutAStageAndNoneTwice) {
  EXPECT_THAT(theme_prompts(std::nullopt, {special_peer}), IsEmpty());
  const auto both = theme_prompts(CareerStage::late_career, {information_peer, collegial_peer});
  EXPECT_THAT(both, ElementsAre("Maintaining knowledge", "Assuming consultive role", "Seeing others as experts"));
}

}  // namespace
}  // namespace kith::network
