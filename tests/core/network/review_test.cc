// Needs and supply, one basket, reviews and snapshots, and two accounts of one relationship.
#include "kith/network/review.h"

#include <gmock/gmock.h>

#include "kith/network/advice.h"
#include "kith/network/supply.h"
#include "kith/testing/matchers.h"
#include "networks.h"

namespace kith::network {
namespace {

using testing::Fails;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using enum Function;

// A mentor who gives coaching, exposure, counseling and friendship; two peers.
Network mentor_and_peers() {
  Network n = network_of(3);
  n.developers[0].tie.kind = TieKind::mentor;
  for (const Function f : {COAC, EXPO, COUN, FRIE}) n.developers[0].tie.functions.received[f] = 2;
  n.developers[1].tie.closeness = Closeness::less_close;
  n.developers[2].tie.closeness = Closeness::close;
  return n;
}

TEST(NeedsAndSupply, CoverageGapAndSinglePoint) {
  Network n = mentor_and_peers();
  n.developers[1].tie.functions.received[COUN] = 3;
  const Need needs[] = {{COUN, 1, {}}};
  const auto supply = *supply_of(n, needs);
  const Supply& coun = supply[static_cast<std::size_t>(COUN)];
  EXPECT_THAT(coun.from, ElementsAre(id(2), id(1)));
  EXPECT_EQ(coun.best, 3);
  EXPECT_FALSE(coun.gap);
  EXPECT_FALSE(coun.single_point);
  EXPECT_EQ(coun.shortfall(), 0);
  EXPECT_TRUE(supply[static_cast<std::size_t>(COAC)].single_point);
  EXPECT_FALSE(supply[static_cast<std::size_t>(SPON)].gap) << "not needed";
}

TEST(NeedsAndSupply, WhatIsNoNeedIsRefused) {
  const Need strong[] = {{SPON, 4, {}}};
  EXPECT_THAT(supply_of({}, strong), Fails(Code::INVALID_ARGUMENT));
  const Need twice[] = {{SPON, 1, {}}, {SPON, 1, {}}};
  EXPECT_THAT(supply_of({}, twice), Fails(Code::INVALID_ARGUMENT));
  Network n = network_of(1);
  n.developers[0].tie.functions.received[SPON] = 4;
  EXPECT_THAT(supply_of(n, {}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(basket_of(n), Fails(Code::INVALID_ARGUMENT));
}

TEST(OneBasket, ThreeQuartersFromOnePerson) {
  Network n = network_of(4);
  n.developers[0].tie.kind = TieKind::mentor;
  receive(n, {9, 1, 1, 1});
  EXPECT_TRUE(basket_of(n)->one_basket);
  EXPECT_EQ(basket_of(n)->on, id(1));
  receive(n, {8, 1, 1, 1});
  EXPECT_FALSE(basket_of(n)->one_basket);
  EXPECT_TRUE(basket_of(n, 0.7)->one_basket) << "the cut is adjustable";
  EXPECT_FALSE(basket_of(network_of(4))->dependence) << "nothing received, nothing said";
  EXPECT_THAT(basket_of(n, 0), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(basket_of(n, 1.1), Fails(Code::INVALID_ARGUMENT));
}

TEST(OneBasket, SaidToWhoeverIsDevelopedAndOnlyWithEnoughNoted) {
  Network n = network_of(1);
  n.developers[0].tie.kind = TieKind::mentor;
  receive(n, {9});
  EXPECT_FALSE(basket_of(n)->one_basket) << "three functions are too few";
  receive(n, {12});
  EXPECT_TRUE(basket_of(n)->one_basket);
  for (const TieKind kind : {TieKind::protege, TieKind::peer, TieKind::direct_report, TieKind::junior_colleague,
                             TieKind::family_or_friend, TieKind::outside_contact}) {
    n.developers[0].tie.kind = kind;
    EXPECT_FALSE(basket_of(n)->one_basket) << term(kind).term;
    EXPECT_THAT(basket_of(n)->why, Not(HasSubstr("basket")));
  }
}

void place(Developer& d, SocialSystem system, bool inside, DeveloperSource source) {
  d.person.system = system;
  d.person.inside_my_organization = inside;
  d.person.source = source;
}

// Before: boss, vice president, three subordinates, a peer. Who knows whom is not told.
Snapshot executive_before() {
  using enum DeveloperSource;
  Snapshot out;
  out.when = ym(2008);
  out.network = network_of(6);
  out.network.all_pairs_told = false;
  auto& d = out.network.developers;
  place(d[0], SocialSystem::my_unit, true, boss);
  place(d[1], SocialSystem::my_organization, true, senior_executive);
  for (std::size_t i = 2; i < 5; ++i) place(d[i], SocialSystem::my_unit, true, junior_colleague);
  place(d[5], SocialSystem::my_organization, true, peer);
  return out;
}

TEST(Reviews, F13SoftwareExecutiveBeforeAndAfter) {
  const Snapshot before = executive_before();
  Snapshot after = before;
  for (const auto& [n, system, source] :
       {std::tuple(7, SocialSystem::family, DeveloperSource::family_member),
        std::tuple(8, SocialSystem::another_employer, DeveloperSource::search_firm)}) {
    Developer d;
    d.person.id = id(n);
    place(d, system, false, source);
    after.network.developers.push_back(d);
  }
  // One subordinate is eased and leaves the map, but not the list.
  after.network.developers.erase(after.network.developers.begin() + 4);
  after.decisions = {{id(5), Decision::ease}, {id(7), Decision::add}, {id(8), Decision::add}};

  const auto r = review(before, after);
  ASSERT_THAT(r, testing::IsOk());
  EXPECT_LE(*r->before[MeasureId::range].value, 2);
  EXPECT_EQ(*r->before[MeasureId::external_internal].value, -1);
  EXPECT_GT(*r->after[MeasureId::external_internal].value, -1);
  EXPECT_EQ(*r->after[MeasureId::range].value, *r->before[MeasureId::range].value + 2);
  EXPECT_THAT(r->new_systems, ElementsAre(SocialSystem::another_employer, SocialSystem::family));
  EXPECT_FALSE(r->before[MeasureId::density].value);
  EXPECT_THAT(r->before.type.types, IsEmpty());
  EXPECT_THAT(r->after.type.types, IsEmpty());
  EXPECT_THAT(r->valued, ElementsAre(id(5)));
  EXPECT_EQ(term(Decision::ease).term, "valued, asked now and then");
  EXPECT_THAT(r->gone, IsEmpty()) << "who is eased is not gone";
  EXPECT_THAT(r->came, ElementsAre(id(7), id(8)));
  EXPECT_NEAR(*r->stability, 5.0 / 8, 1e-9);
}

TEST(Reviews, ALaterDecisionTakesThePlaceOfAnEarlierOne) {
  Snapshot before = executive_before();
  before.decisions = {{id(1), Decision::ease}};
  Snapshot after = executive_before();
  after.decisions = {{id(1), Decision::deepen}};
  EXPECT_THAT(review(before, after)->valued, IsEmpty());
  after.decisions = {};
  EXPECT_THAT(review(before, after)->valued, ElementsAre(id(1)));
  after.decisions = {{id(99), Decision::keep}};
  EXPECT_THAT(review(before, after), Fails(Code::NOT_FOUND));
}

TEST(Reviews, WhoLeftWithoutADecisionIsGone) {
  Snapshot after = executive_before();
  after.network.developers.pop_back();
  EXPECT_THAT(review(executive_before(), after)->gone, ElementsAre(id(6)));
}

TEST(Reviews, WithWhomItEndedIsNeitherGoneNorValued) {
  Snapshot before = executive_before();
  before.decisions = {{id(5), Decision::ease}};
  Snapshot after = executive_before();
  after.network.developers.erase(after.network.developers.begin() + 4, after.network.developers.end());
  after.decisions = {{id(5), Decision::end}, {id(6), Decision::end}};
  const auto both = review(before, after);
  ASSERT_THAT(both, testing::IsOk());
  EXPECT_THAT(both->ended, ElementsAre(id(5), id(6))) << "who was eased in an earlier snapshot as well";
  EXPECT_THAT(both->valued, IsEmpty());
  EXPECT_THAT(both->gone, IsEmpty());
  before.decisions = {{id(5), Decision::end}};
  after.decisions = {{id(6), Decision::end}};
  EXPECT_THAT(review(before, after)->ended, ElementsAre(id(5), id(6))) << "and where it was decided before";
  after.decisions.push_back({id(5), Decision::keep});
  EXPECT_THAT(review(before, after)->ended, ElementsAre(id(6))) << "a decision can be taken back";
}

TEST(Reviews, WhoWasOffTheMapMayBeDecidedAbout) {
  Snapshot after = executive_before();
  after.decisions = {{id(40), Decision::end}};
  EXPECT_THAT(review(executive_before(), after), Fails(Code::NOT_FOUND));
  const RecordId valued[] = {id(40)};
  const auto r = review(executive_before(), after, {}, valued);
  ASSERT_THAT(r, testing::IsOk());
  EXPECT_THAT(r->ended, ElementsAre(id(40)));
  EXPECT_THAT(r->came, IsEmpty());
}

// The last case of the assessor's acceptance set: M3 of the second paper names nobody.
TEST(AssessorAcceptance, Case11NobodyOnTheMapIsNoReproach) {
  const Network nobody;
  const auto s = measure(nobody);
  ASSERT_THAT(s, testing::IsOk());
  EXPECT_EQ((*s)[MeasureId::size].value, 0);
  EXPECT_THAT(s->type.types, IsEmpty());
  const NextStep next = next_step(nobody);
  EXPECT_EQ(next.step, Step::know_thyself);
  EXPECT_EQ(next_step(network_of(1)).step, Step::regularly_reassess);
  std::string words = next.why + s->type.why;
  for (const Measure& m : s->all) words += m.why;
  for (const char* scolding : {"should", "must", "only", "lonely", "alone", "fail", "poor", "lack", "!"}) {
    EXPECT_THAT(words, Not(HasSubstr(scolding)));
  }
  const auto open = suggestions({nobody, {}, {}});
  EXPECT_THAT(*open, IsEmpty()) << "no need was said, so none is made up";
}

Step step_after(const Network& network, std::vector<Step> finished, std::optional<Step> open = {}) {
  return next_step(network, {std::move(finished), open}).step;
}

TEST(Reviews, TheNextStepGoesOn) {
  using enum Step;
  const Network one = network_of(1);
  for (const Network& network : {Network(), one}) {
    EXPECT_EQ(step_after(network, {know_thyself}), know_your_context);
    EXPECT_EQ(step_after(network, {know_thyself, know_your_context}), enlist_developers);
    EXPECT_EQ(step_after(network, {know_thyself, know_your_context, enlist_developers}), regularly_reassess);
    EXPECT_EQ(step_after(network, {regularly_reassess}), develop_others);
    EXPECT_EQ(step_after(network, {develop_others}), regularly_reassess);
  }
  std::vector<Step> round = {know_thyself, know_your_context, enlist_developers, regularly_reassess, develop_others};
  const NextStep again = next_step(one, {round, {}});
  EXPECT_EQ(again.step, regularly_reassess) << "after the fifth";
  EXPECT_EQ(again.why, next_step(one).why);
  round.push_back(regularly_reassess);
  EXPECT_EQ(step_after(one, round), develop_others) << "a new round";
  EXPECT_EQ(step_after(one, {know_your_context, know_thyself}), enlist_developers)
      << "what this round has had is not asked for again";
  EXPECT_EQ(step_after(one, {know_thyself, know_your_context, know_thyself}), know_your_context) << "in another it is";
  EXPECT_EQ(step_after(one, {know_thyself}, enlist_developers), enlist_developers) << "what is begun comes first";
  std::set<std::string> reasons;
  for (const Step step : round) reasons.insert(next_step(one, {{step}, {}}).why);
  EXPECT_EQ(reasons.size(), 4U) << "each step says why it is next";
}

TEST(Snapshots, StabilityAndGrowth) {
  Network before = network_of(3);
  receive(before, {3, 3, 1});
  Network after = network_of(4);
  receive(after, {6, 2, 1, 9});
  EXPECT_EQ(stability(before, after), 0.75);
  EXPECT_EQ(stability(after, before), 0.75);
  EXPECT_NEAR(*support_growth(before, after), (3.0 - 1 + 0) / 3, 1e-9);
  EXPECT_FALSE(stability({}, {}));
  EXPECT_FALSE(support_growth({}, after));
  EXPECT_EQ(stability({}, after), 0);
  EXPECT_EQ(stability(after, after), 1);
}

TEST(TwoAccounts, TheGapIsMineReceivedAgainstTheirsGiven) {
  OpenedAnswers answers;
  answers.mine.received[COAC] = 1;
  answers.theirs.given[COAC] = 3;
  answers.mine.given[SPON] = 3;  // the other direction is another question
  answers.mine.received[FRIE] = 3;
  answers.theirs.given[FRIE] = 0;
  answers.mine.received[COUN] = 1;
  answers.mine.received[ROLE] = 1;
  const auto gap = perception_gap(answers);
  ASSERT_THAT(gap, testing::IsOk());
  EXPECT_EQ(gap->of[static_cast<std::size_t>(COAC)], 2);
  EXPECT_EQ(gap->of[static_cast<std::size_t>(SPON)], 0);
  EXPECT_THAT(gap->largest, ElementsAre(FRIE, COAC, ROLE));
  answers.theirs.given[COAC] = 4;
  EXPECT_THAT(perception_gap(answers), Fails(Code::INVALID_ARGUMENT));
  answers.theirs.given[COAC] = 0;
  answers.mine.received[COAC] = 4;
  EXPECT_THAT(perception_gap(answers), Fails(Code::INVALID_ARGUMENT));
}

}  // namespace
}  // namespace kith::network
