// The measures: golden values, edges, refusals, and what holds for any network.
#include "kith/network/measures.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

#include "kith/network/change.h"
#include "kith/network/diversity.h"
#include "kith/network/structure.h"
#include "kith/network/supply.h"
#include "kith/network/ties.h"
#include "kith/testing/matchers.h"
#include "kith/testing/seeded_random.h"
#include "networks.h"

namespace kith::network {
namespace {

using testing::Fails;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr double kGolden = 1e-6;

MeasureSheet sheet(const Network& network) {
  const auto out = measure(network);
  EXPECT_THAT(out, testing::IsOk());
  return out.ok() ? *out : MeasureSheet{};
}

void expect_structure(const Network& network, std::optional<double> density, double effective, double efficiency,
                      double constraint) {
  const MeasureSheet s = sheet(network);
  const auto n = network.developers.size();
  ASSERT_EQ(s[MeasureId::density].value.has_value(), density.has_value()) << n;
  if (density) {
    EXPECT_NEAR(*s[MeasureId::density].value, *density, kGolden) << n;
  }
  EXPECT_NEAR(*s[MeasureId::effective_size].value, effective, kGolden) << n;
  EXPECT_NEAR(*s[MeasureId::efficiency].value, efficiency, kGolden) << n;
  EXPECT_NEAR(*s[MeasureId::constraint].value, constraint, kGolden) << n;
}

TEST(Measures, F12GoldenValuesOfStructure) {
  expect_structure(network_of(1), std::nullopt, 1, 1, 1);
  expect_structure(network_of(2), 0, 2, 1, 0.5);
  expect_structure(network_of(2, {{1, 2}}), 1, 1, 0.5, 1.125);
  expect_structure(network_of(5), 0, 5, 1, 0.2);
  expect_structure(clique(3), 1, 1, 1.0 / 3, 0.925926);
  expect_structure(clique(4), 1, 1, 0.25, 0.765625);
  expect_structure(clique(5), 1, 1, 0.2, 0.648);
  expect_structure(network_of(6, {{1, 2}, {2, 3}, {1, 3}, {4, 5}, {5, 6}, {4, 6}}), 0.4, 4, 0.666667, 0.462963);
}

// Ties of the owner weighing 3, 2, 1 and others; networkx 3.6, with 3 between those who know each other well.
TEST(Measures, F12GoldenValuesOfWeightedTies) {
  const auto weighted = [](Network network, const std::vector<int>& weights) {
    for (std::size_t i = 0; i < weights.size(); ++i) network.developers[i].tie.weight = weights[i];
    return network;
  };
  const std::vector<int> falling = {3, 2, 1};
  expect_structure(weighted(network_of(3), falling), 0, 3, 1, 0.388889);
  expect_structure(weighted(network_of(3, {{1, 2}}), falling), 1.0 / 3, 2.166667, 0.722222, 0.858056);
  expect_structure(weighted(network_of(3, {{2, 3}}), falling), 1.0 / 3, 2.5, 0.833333, 0.594514);
  expect_structure(weighted(clique(3), falling), 1, 1, 1.0 / 3, 1.021613);
  expect_structure(weighted(network_of(3, {{2, 3}}), {3, 1, 1}), 1.0 / 3, 2.6, 0.866667, 0.605);
  expect_structure(weighted(network_of(4, {{1, 2}}), {1, 1, 1, 1}), 1.0 / 6, 3.5, 0.875, 0.507812);
}

TEST(Measures, F12TiesThatAllWeighTheMostAreAsWithoutWeights) {
  Network network = network_of(6, {{1, 2}, {2, 3}, {1, 3}, {4, 5}, {5, 6}, {4, 6}});
  const MeasureSheet plain = sheet(network);
  for (Developer& d : network.developers) d.tie.weight = 3;
  const MeasureSheet heavy = sheet(network);
  for (const MeasureId id : {MeasureId::effective_size, MeasureId::efficiency, MeasureId::constraint}) {
    EXPECT_DOUBLE_EQ(*heavy[id].value, *plain[id].value);
    EXPECT_THAT(heavy[id].why, HasSubstr("each tie by its weight"));
  }
}

TEST(Measures, F12AWeightThatIsNotToldIsNotGuessed) {
  Network network = network_of(3, {{1, 2}});
  const double alike_all = *sheet(network)[MeasureId::constraint].value;
  network.developers[0].tie.weight = 3;
  network.developers[1].tie.weight = 1;
  const MeasureSheet s = sheet(network);
  EXPECT_DOUBLE_EQ(*s[MeasureId::constraint].value, alike_all);
  EXPECT_THAT(s[MeasureId::constraint].why, HasSubstr("the weight of 1 person is not told"));
}

TEST(Measures, AWeightOutsideOfItsScaleIsRefused) {
  for (const int weight : {0, 4, -1}) {
    Network network = network_of(1);
    network.developers[0].tie.weight = weight;
    EXPECT_THAT(measure(network), Fails(Code::INVALID_ARGUMENT)) << weight;
  }
}

TEST(Measures, F12ConstraintAboveOneIsShownNotClipped) {
  const MeasureSheet s = sheet(network_of(2, {{1, 2}}));
  EXPECT_DOUBLE_EQ(*s[MeasureId::constraint].value, 1.125);
  EXPECT_THAT(s[MeasureId::constraint].why, HasSubstr("1.125"));
}

TEST(Measures, F12TwoPeopleAreTooFewForAType) {
  const MeasureSheet s = sheet(network_of(2, {{1, 2}}));
  EXPECT_THAT(s.type.types, IsEmpty());
  EXPECT_THAT(s.type.why, HasSubstr("too few for a type"));
}

// Two people, tied by half: worked out by hand from the formula.
TEST(Measures, ConstraintOfAWeightedPair) {
  Ties half(2);
  half.put(0, 1, 0.5);
  // p_ej = 1/2; p_qj = .5/1.5 = 1/3; (1/2 + 1/2 * 1/3)^2 = 4/9, twice.
  EXPECT_NEAR(*constraint(half, alike(2)), 8.0 / 9, 1e-12);
}

TEST(Measures, NobodyHasNoMeasureButThoseThatAreZero) {
  const MeasureSheet s = sheet(network_of(0));
  EXPECT_EQ(s[MeasureId::size].value, 0);
  EXPECT_EQ(s[MeasureId::range].value, 0);
  EXPECT_EQ(s[MeasureId::effective_size].value, 0);
  for (const MeasureId undefined :
       {MeasureId::normed_range, MeasureId::iqv, MeasureId::blau, MeasureId::density, MeasureId::valued_density,
        MeasureId::efficiency, MeasureId::constraint, MeasureId::external_internal, MeasureId::strength,
        MeasureId::concentration, MeasureId::dependence}) {
    EXPECT_FALSE(s[undefined].value) << static_cast<int>(undefined);
    EXPECT_FALSE(s[undefined].why.empty());
  }
}

TEST(Measures, EachHasADefinitionAtItsPlace) {
  for (std::size_t i = 0; i < kMeasures; ++i) {
    EXPECT_EQ(static_cast<std::size_t>(measure_definitions()[i].id), i);
    EXPECT_FALSE(measure_definitions()[i].formula.empty());
  }
}

TEST(Measures, KnowingOfEachOtherIsHalfATieAndNoTieForBinaryMeasures) {
  Network n = network_of(2);
  n.who_knows_whom.push_back({id(1), id(2), Acquaintance::know_of});
  const MeasureSheet s = sheet(n);
  EXPECT_EQ(s[MeasureId::valued_density].value, 0.5);
  EXPECT_EQ(s[MeasureId::density].value, 0);
  EXPECT_EQ(s[MeasureId::effective_size].value, 2);
}

TEST(Measures, APairThatIsNotToldIsNotTakenForNone) {
  Network n = network_of(3, {{1, 2}, {2, 3}});
  n.all_pairs_told = false;
  for (const MeasureId some : {MeasureId::density, MeasureId::constraint, MeasureId::effective_size}) {
    EXPECT_FALSE(sheet(n)[some].value);
    EXPECT_THAT(sheet(n)[some].why, HasSubstr("who knows whom"));
  }
  n.who_knows_whom.push_back({id(3), id(1), Acquaintance::none});
  EXPECT_TRUE(sheet(n)[MeasureId::density].value) << "all three pairs are told one by one";
}

TEST(Measures, ANetworkThatContradictsItselfIsRefused) {
  EXPECT_THAT(measure(network_of(2, {{1, 3}})), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(measure(network_of(2, {{1, 1}})), Fails(Code::INVALID_ARGUMENT));
  Network twice = network_of(2, {{1, 2}});
  twice.who_knows_whom.push_back({id(2), id(1), Acquaintance::none});
  EXPECT_THAT(measure(twice), Fails(Code::INVALID_ARGUMENT));
  twice.who_knows_whom.back().how = Acquaintance::know_well;
  EXPECT_THAT(measure(twice), testing::IsOk()) << "the same again is no contradiction";
  Network same = network_of(2);
  same.developers[1].person.id = id(1);
  EXPECT_THAT(measure(same), Fails(Code::INVALID_ARGUMENT));
  Network strong = network_of(1);
  strong.developers[0].tie.functions.given.of[3] = 4;
  EXPECT_THAT(measure(strong), Fails(Code::INVALID_ARGUMENT));
  strong.developers[0].tie.functions = {};
  strong.developers[0].tie.functions.received.of[3] = 4;
  EXPECT_THAT(measure(strong), Fails(Code::INVALID_ARGUMENT));
}

TEST(Diversity, GoldenValuesOfIqv) {
  const int three[] = {3, 2, 1};
  EXPECT_NEAR(*iqv(three), 0.916667, kGolden);
  const int eight[] = {3, 2, 1, 0, 0, 0, 0, 0};
  EXPECT_NEAR(*iqv(eight), 0.698413, kGolden);
  const int one[] = {6, 0, 0, 0, 0, 0, 0, 0};
  EXPECT_EQ(iqv(one), 0);
  const int singles[] = {1, 1, 1, 1, 1, 1, 0, 0};
  EXPECT_NEAR(*iqv(singles), 0.952381, kGolden);
  EXPECT_NEAR(*blau(three), 1 - 14.0 / 36, kGolden);
}

TEST(Diversity, Edges) {
  const int nobody[] = {0, 0};
  const int single[] = {4};
  const int one[] = {1, 0, 0};
  EXPECT_FALSE(iqv(nobody));
  EXPECT_FALSE(iqv(single));
  EXPECT_FALSE(blau(nobody));
  EXPECT_FALSE(normed_range(one));
  EXPECT_FALSE(normed_range(single));
  const int two[] = {1, 1, 0};
  EXPECT_EQ(normed_range(two), 1);
  const int many[] = {3, 1, 0, 0};
  EXPECT_NEAR(*normed_range(many), 1.0 / 3, kGolden);
  EXPECT_EQ(external_internal(0, 4), -1);
  EXPECT_EQ(external_internal(3, 1), 0.5);
  EXPECT_FALSE(external_internal(0, 0));
}

TEST(Diversity, WhatIsNotToldIsNotGuessed) {
  Network n = network_of(3);
  for (int i = 0; i < 2; ++i) n.developers[static_cast<std::size_t>(i)].person.system = SocialSystem::school;
  EXPECT_FALSE(sheet(n)[MeasureId::range].value);
  EXPECT_THAT(sheet(n)[MeasureId::range].why, HasSubstr("1 person"));
  EXPECT_FALSE(sheet(n)[MeasureId::external_internal].value);
  n.developers[2].person.system = SocialSystem::family;
  EXPECT_EQ(sheet(n)[MeasureId::range].value, 2);
}

Ledger ledger(std::initializer_list<int> received, std::initializer_list<int> given) {
  Ledger out;
  std::size_t i = 0;
  for (const int r : received) out.received.of[i++] = static_cast<std::uint8_t>(r);
  i = 0;
  for (const int g : given) out.given.of[i++] = static_cast<std::uint8_t>(g);
  return out;
}

TEST(OneTie, GoldenValuesOfBalance) {
  EXPECT_EQ(mutuality_balance(ledger({3, 3, 3}, {})), 0);
  EXPECT_EQ(mutuality_balance(ledger({3, 1}, {1, 3})), 1);
  EXPECT_EQ(mutuality_balance(ledger({3, 3}, {2})), 0.5);
  EXPECT_FALSE(mutuality_balance({}));
  EXPECT_EQ(mutual_overlap(ledger({1, 1, 0}, {0, 3, 1})), 1.0 / 3);
  EXPECT_FALSE(mutual_overlap({}));
  EXPECT_EQ(multiplexity(ledger({1, 1, 0}, {0, 3, 1})), 3);
}

TEST(OneTie, StrengthNeedsTwoOfThree) {
  Relationship tie;
  EXPECT_FALSE(tie_strength(tie));
  tie.closeness = Closeness::close;
  EXPECT_FALSE(tie_strength(tie));
  tie.frequency = Frequency::monthly;
  EXPECT_NEAR(*tie_strength(tie), (2.0 / 3 + 0.5) / 2, kGolden);
  tie.functions = ledger({3}, {3});
  EXPECT_NEAR(*tie_strength(tie), (2.0 / 3 + 0.5 + 1) / 3, kGolden);
  tie.closeness.reset();
  EXPECT_NEAR(*tie_strength(tie), 0.75, kGolden);
}

TEST(OneTie, ScalesRiseFrom0To1) {
  double last = -1;
  for (const auto& row : terms<Frequency>()) {
    EXPECT_GT(rate_of(row.value), last) << row.code;
    last = rate_of(row.value);
  }
  EXPECT_EQ(last, 1);
  EXPECT_EQ(affect_of(Closeness::distant), 0);
  EXPECT_EQ(affect_of(Closeness::very_close), 1);
}

TEST(Shares, GoldenValues) {
  Network n = network_of(4);
  receive(n, {9, 1, 1, 1});
  EXPECT_NEAR(*sheet(n)[MeasureId::concentration].value, 0.583333, kGolden);
  EXPECT_NEAR(*sheet(n)[MeasureId::dependence].value, 0.75, kGolden);
}

TEST(Types, FourCornersAndBetween) {
  using enum NetworkType;
  const auto types = [](double s, double r, double d) { return type_of(5, s, r, d)->types; };
  EXPECT_THAT(types(0.9, 0.1, 0.9), ElementsAre(traditional));
  EXPECT_THAT(types(0.9, 0.9, 0.1), ElementsAre(entrepreneurial));
  EXPECT_THAT(types(0.1, 0.1, 0.9), ElementsAre(receptive));
  EXPECT_THAT(types(0.1, 0.9, 0.1), ElementsAre(opportunistic));
  EXPECT_THAT(types(0.55, 0.9, 0.1), ElementsAre(opportunistic, entrepreneurial)) << "on the edge of the band";
  EXPECT_THAT(types(0.56, 0.9, 0.1), ElementsAre(entrepreneurial));
  EXPECT_THAT(types(0.9, 0.5, 0.5), ElementsAre(traditional, entrepreneurial));
  EXPECT_THAT(types(0.5, 0.5, 0.5), ElementsAre(receptive, traditional, opportunistic, entrepreneurial));
  EXPECT_THAT(type_of(5, 0.5, 0.5, 0.5)->why, HasSubstr("our cuts"));
}

TEST(Types, OnlyWhereInputsAllow) {
  EXPECT_THAT(type_of(2, 0.9, 0.9, 0.1)->types, IsEmpty());
  EXPECT_THAT(type_of(3, std::nullopt, 0.9, 0.1)->types, IsEmpty());
  EXPECT_THAT(type_of(3, 0.9, std::nullopt, 0.1)->types, IsEmpty());
  EXPECT_THAT(type_of(3, 0.9, 0.9, std::nullopt)->types, IsEmpty());
  EXPECT_THAT(type_of(3, 0.9, 0.9, std::nullopt)->why, HasSubstr("who knows whom"));
}

TEST(Types, CutsAreAdjustableWithinTheirRange) {
  using enum NetworkType;
  TypeCuts cuts;
  cuts.strength = 0.95;
  EXPECT_THAT(type_of(5, 0.8, 0.9, 0.1, cuts)->types, ElementsAre(opportunistic));
  cuts.strength = 1.1;
  EXPECT_THAT(type_of(5, 0.8, 0.9, 0.1, cuts), Fails(Code::INVALID_ARGUMENT));
  cuts = {};
  cuts.diversity = -0.1;
  EXPECT_THAT(type_of(5, 0.8, 0.9, 0.1, cuts), Fails(Code::INVALID_ARGUMENT));
  cuts = {};
  cuts.between_within = 2;
  EXPECT_THAT(type_of(5, 0.8, 0.9, 0.1, cuts), Fails(Code::INVALID_ARGUMENT));
  cuts = {};
  cuts.least_people = 1;
  EXPECT_THAT(type_of(5, 0.8, 0.9, 0.1, cuts), Fails(Code::INVALID_ARGUMENT));
}

Network random_network(testing::SeededRandom& random, int n) {
  Network out = network_of(n);
  const auto below = [&](std::uint64_t bound) { return static_cast<int>(random.below(bound)); };
  for (Developer& d : out.developers) {
    d.person.system = static_cast<SocialSystem>(below(8));
    d.person.inside_my_organization = below(2) == 0;
    d.tie.closeness = static_cast<Closeness>(below(4));
    d.tie.frequency = static_cast<Frequency>(below(7));
    for (std::size_t f = 0; f < kFunctionCount; ++f) {
      d.tie.functions.received.of[f] = static_cast<std::uint8_t>(random.below(4));
      d.tie.functions.given.of[f] = static_cast<std::uint8_t>(random.below(4));
    }
  }
  for (int a = 1; a <= n; ++a) {
    for (int b = a + 1; b <= n; ++b) {
      out.who_knows_whom.push_back({id(a), id(b), static_cast<Acquaintance>(below(3))});
    }
  }
  return out;
}

// For any network: within bounds, and the same whoever is called what and whatever the order.
TEST(MeasureProperties, BoundsAndRelabelling) {
  testing::SeededRandom random(11);
  std::mt19937_64 shuffle(3);
  for (int round = 0; round < 300; ++round) {
    const int n = static_cast<int>(random.below(27));
    Network network = random_network(random, n);
    const MeasureSheet before = sheet(network);
    const auto within = [&](MeasureId which, double low, double high) {
      const auto value = before[which].value;
      if (!value) return;
      EXPECT_GE(*value, low - 1e-12) << static_cast<int>(which) << " of " << n;
      EXPECT_LE(*value, high + 1e-12) << static_cast<int>(which) << " of " << n;
    };
    for (const MeasureId which : {MeasureId::normed_range, MeasureId::iqv, MeasureId::density,
                                  MeasureId::valued_density, MeasureId::strength}) {
      within(which, 0, 1);
    }
    within(MeasureId::blau, 0, 7.0 / 8);
    within(MeasureId::external_internal, -1, 1);
    if (n > 0) {
      within(MeasureId::range, 1, 8);
      within(MeasureId::effective_size, 1, n);
      for (const MeasureId which : {MeasureId::efficiency, MeasureId::concentration, MeasureId::dependence}) {
        within(which, 1.0 / n, 1);
      }
      within(MeasureId::constraint, 1.0 / n, 1.125);
    }
    // Other ids, another order, pairs the other way round.
    for (Developer& d : network.developers) d.person.id.bytes[1] = static_cast<Byte>(255 - d.person.id.bytes[0]);
    for (KnowEachOther& pair : network.who_knows_whom) {
      std::swap(pair.a, pair.b);
      pair.a.bytes[1] = static_cast<Byte>(255 - pair.a.bytes[0]);
      pair.b.bytes[1] = static_cast<Byte>(255 - pair.b.bytes[0]);
    }
    std::shuffle(network.developers.begin(), network.developers.end(), shuffle);
    std::shuffle(network.who_knows_whom.begin(), network.who_knows_whom.end(), shuffle);
    const MeasureSheet after = sheet(network);
    for (std::size_t i = 0; i < kMeasures; ++i) {
      ASSERT_EQ(before.all[i].value.has_value(), after.all[i].value.has_value());
      if (before.all[i].value) {
        EXPECT_NEAR(*before.all[i].value, *after.all[i].value, 1e-9) << i;
      }
    }
    EXPECT_EQ(before.type.types, after.type.types);
  }
}

// Effective size in Burt's own form, from the matrix: n minus the mean number of ties of a person to
// the others, which the short form must equal.
TEST(MeasureProperties, EffectiveSizeEqualsBurtsForm) {
  testing::SeededRandom random(12);
  for (int round = 0; round < 200; ++round) {
    const Network network = random_network(random, 1 + static_cast<int>(random.below(26)));
    const Ties ties = binary(**valued_ties(network));
    const std::size_t n = ties.people();
    double burt = 0;
    for (std::size_t j = 0; j < n; ++j) {
      double redundant = 0;
      for (std::size_t q = 0; q < n; ++q) {
        // p_eq * m_jq with the strongest tie of j, to the owner at least, being 1.
        if (q != j) redundant += 1.0 / static_cast<double>(n) * ties.at(j, q);
      }
      burt += 1 - redundant;
    }
    EXPECT_NEAR(effective_size(ties, alike(ties.people())), burt, 1e-9);
  }
}

// Constraint by the definition, with the owner as a node like others.
TEST(MeasureProperties, ConstraintEqualsItsDefinition) {
  testing::SeededRandom random(13);
  for (int round = 0; round < 200; ++round) {
    const Network network = random_network(random, 1 + static_cast<int>(random.below(20)));
    const Ties ties = **valued_ties(network);
    const std::size_t n = ties.people() + 1;  // the owner comes last
    const auto a = [&](std::size_t i, std::size_t j) {
      if (i == j) return 0.0;
      return i == n - 1 || j == n - 1 ? 1.0 : ties.at(i, j);
    };
    const auto p = [&](std::size_t i, std::size_t j) {
      double all = 0;
      for (std::size_t k = 0; k < n; ++k) all += a(i, k) + a(k, i);
      return (a(i, j) + a(j, i)) / all;
    };
    double expected = 0;
    for (std::size_t j = 0; j + 1 < n; ++j) {
      double through = p(n - 1, j);
      for (std::size_t q = 0; q + 1 < n; ++q) {
        if (q != j) through += p(n - 1, q) * p(q, j);
      }
      expected += through * through;
    }
    EXPECT_NEAR(*constraint(ties, alike(ties.people())), expected, 1e-9);
  }
}

TEST(MeasureProperties, BalanceIsSymmetricAndBounded) {
  testing::SeededRandom random(14);
  for (int round = 0; round < 500; ++round) {
    Ledger l;
    for (std::size_t f = 0; f < kFunctionCount; ++f) {
      l.received.of[f] = static_cast<std::uint8_t>(random.below(4));
      l.given.of[f] = static_cast<std::uint8_t>(random.below(4));
    }
    const Ledger turned{l.given, l.received};
    EXPECT_EQ(mutuality_balance(l), mutuality_balance(turned));
    EXPECT_EQ(mutual_overlap(l), mutual_overlap(turned));
    EXPECT_GE(mutuality_balance(l).value_or(0), 0);
    EXPECT_LE(mutuality_balance(l).value_or(1), 1);
    EXPECT_LE(multiplexity(l), 15);
  }
}

}  // namespace
}  // namespace kith::network
