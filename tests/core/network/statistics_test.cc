#include "kith/network/statistics.h"

#include <gmock/gmock.h>

#include "dates.h"
#include "kith/testing/matchers.h"
#include "kith/testing/seeded_random.h"

namespace kith::network {
namespace {

using testing::Fails;

RecordId numbered(int n) {
  RecordId out;
  out.bytes[0] = static_cast<Byte>(n % 256);
  out.bytes[1] = static_cast<Byte>(n / 256);
  return out;
}

// People numbered from `from`, each with the number 1.
void add(std::vector<Contribution>& to, const std::string& unit, int count, int from) {
  for (int i = 0; i < count; ++i) to.push_back({numbered(from + i), unit, 1});
}

std::vector<StatisticsUnit> two_units() { return {{"all", ""}, {"north", "all"}, {"south", "all"}}; }

Release release(const std::vector<StatisticsUnit>& units, const std::vector<Contribution>& from,
                const std::string& period = "2026-1", const ReleaseHistory& history = {}) {
  const auto out = release_statistics(units, from, period, history);
  EXPECT_THAT(out, testing::IsOk());
  return out.ok() ? *out : Release{};
}

TEST(F20_Statistics, FourPeopleGiveNothingAndTheSiblingIsWithheldToo) {
  std::vector<Contribution> from;
  add(from, "north", 4, 0);
  add(from, "south", 20, 100);
  const Release r = release(two_units(), from);
  EXPECT_FALSE(r.cells.at("north"));
  EXPECT_FALSE(r.cells.at("south")) << "all minus south would be north";
  EXPECT_EQ(r.cells.at("all"), (Released{24, 24}));
}

TEST(F20_Statistics, FiveAreEnough) {
  std::vector<Contribution> from;
  add(from, "north", 5, 0);
  add(from, "south", 5, 100);
  const Release r = release(two_units(), from);
  EXPECT_EQ(r.cells.at("north"), (Released{5, 5}));
  EXPECT_EQ(r.cells.at("south"), (Released{5, 5}));
}

TEST(F20_Statistics, NobodyIsWithheldLikeFour) {
  std::vector<Contribution> from;
  add(from, "south", 20, 100);
  const Release r = release(two_units(), from);
  EXPECT_FALSE(r.cells.at("north"));
  EXPECT_FALSE(r.cells.at("south"));
}

TEST(F20_Statistics, TwoSmallOnesTogetherUnderFiveNeedAThird) {
  const std::vector<StatisticsUnit> units{{"all", ""}, {"a", "all"}, {"b", "all"}, {"c", "all"}, {"d", "all"}};
  std::vector<Contribution> from;
  add(from, "a", 2, 0);
  add(from, "b", 2, 10);
  add(from, "c", 6, 20);
  add(from, "d", 9, 30);
  const Release r = release(units, from);
  EXPECT_FALSE(r.cells.at("c")) << "the smallest of the others";
  EXPECT_TRUE(r.cells.at("d"));
  add(from, "a", 1, 40);
  EXPECT_TRUE(release(units, from).cells.at("c")) << "five together are enough";
}

TEST(F20_Statistics, BelowAWithheldUnitAllIsWithheld) {
  const std::vector<StatisticsUnit> units{{"all", ""},     {"north", "all"},     {"south", "all"},
                                          {"s1", "south"}, {"s2", "south"}, {"n1", "north"}, {"n2", "north"}};
  std::vector<Contribution> from;
  add(from, "n1", 2, 0);
  add(from, "n2", 2, 10);
  add(from, "s1", 10, 20);
  add(from, "s2", 10, 40);
  const Release r = release(units, from);
  EXPECT_FALSE(r.cells.at("south"));
  EXPECT_FALSE(r.cells.at("s1")) << "s1 plus s2 would be south, and all minus south north";
  EXPECT_FALSE(r.cells.at("s2"));
  EXPECT_TRUE(r.cells.at("all"));
}

TEST(F20_Statistics, AWholeOfFourIsWithheld) {
  std::vector<Contribution> from;
  add(from, "north", 4, 0);
  EXPECT_FALSE(release(two_units(), from).cells.at("all"));
}

TEST(F20_Statistics, OneReleaseAPeriod) {
  std::vector<Contribution> from;
  add(from, "north", 5, 0);
  const Release first = release(two_units(), from);
  EXPECT_THAT(release_statistics(two_units(), from, "2026-1", first.history), Fails(Code::ALREADY_EXISTS));
  EXPECT_THAT(release_statistics(two_units(), from, "2026-2", first.history), testing::IsOk());
  EXPECT_THAT(release_statistics(two_units(), from, "", {}), Fails(Code::INVALID_ARGUMENT));
}

TEST(F20_Statistics, OnePersonMoreOrLessThanLastTimeIsWithheld) {
  const std::vector<StatisticsUnit> units{{"all", ""}};
  std::vector<Contribution> six;
  add(six, "all", 6, 0);
  const Release first = release(units, six);
  ASSERT_TRUE(first.cells.at("all"));
  std::vector<Contribution> seven = six;
  add(seven, "all", 1, 50);
  const Release second = release(units, seven, "2026-2", first.history);
  EXPECT_FALSE(second.cells.at("all"));
  std::vector<Contribution> five(six.begin(), six.begin() + 5);
  EXPECT_FALSE(release(units, five, "2026-2", first.history).cells.at("all"));
  // The same people, or five who came, tell of nobody; what was withheld does not count as told.
  EXPECT_TRUE(release(units, six, "2026-3", second.history).cells.at("all"));
  add(seven, "all", 4, 60);
  EXPECT_TRUE(release(units, seven, "2026-3", second.history).cells.at("all"));
}

TEST(F20_Statistics, AnOnlyChildIsWithheldWithItsParent) {
  std::vector<Contribution> six;
  add(six, "all", 6, 0);
  const Release first = release({{"all", ""}}, six);
  // A unit is put in between: it has no history, its parent has.
  std::vector<Contribution> seven;
  add(seven, "only", 7, 0);
  const Release second = release({{"all", ""}, {"only", "all"}}, seven, "2026-2", first.history);
  EXPECT_FALSE(second.cells.at("all"));
  EXPECT_FALSE(second.cells.at("only"));
}

TEST(F20_Statistics, WhatIsNoTreeOrNoContributionIsRefused) {
  const auto refused = [](std::vector<StatisticsUnit> units, std::vector<Contribution> from) {
    return release_statistics(units, from, "2026-1", {});
  };
  EXPECT_THAT(refused({{"a", ""}, {"a", ""}}, {}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(refused({{"", ""}}, {}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(refused({{"a", "b"}}, {}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(refused({{"a", "b"}, {"b", "a"}}, {}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(refused(two_units(), {{id(1), "all", 1}}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(refused(two_units(), {{id(1), "west", 1}}), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(refused(two_units(), {{id(1), "north", 1}, {id(1), "south", 1}}), Fails(Code::INVALID_ARGUMENT));
}

// For any tree of three levels: every released cell has five or more, and under each released cell
// what is withheld is nothing or at least five people in at least two cells.
TEST(StatisticsProperties, NothingCanBeHadBySubtraction) {
  testing::SeededRandom random(21);
  for (int round = 0; round < 500; ++round) {
    std::vector<StatisticsUnit> units{{"all", ""}};
    std::vector<Contribution> from;
    int next = 0;
    const auto middle = static_cast<int>(2 + random.below(3));
    for (int m = 0; m < middle; ++m) {
      const std::string name = "m" + std::to_string(m);
      units.push_back({name, "all"});
      const auto leaves = static_cast<int>(2 + random.below(3));
      for (int l = 0; l < leaves; ++l) {
        const std::string leaf = name + "." + std::to_string(l);
        units.push_back({leaf, name});
        const auto count = static_cast<int>(random.below(12));
        add(from, leaf, count, next);
        next += count;
      }
    }
    const Release r = release(units, from);
    std::map<std::string, std::set<RecordId>> people;
    for (const Contribution& c : from) {
      people[c.unit].insert(c.person);
      people[c.unit.substr(0, c.unit.find('.'))].insert(c.person);
      people["all"].insert(c.person);
    }
    for (const auto& [name, cell] : r.cells) {
      if (!cell) continue;
      EXPECT_GE(cell->people, kLeastPeople);
      std::size_t hidden = 0;
      std::size_t hidden_people = 0;
      for (const StatisticsUnit& unit : units) {
        if (unit.name == name && !unit.parent.empty()) {
          EXPECT_TRUE(r.cells.at(unit.parent)) << name;
        }
        if (unit.parent != name || r.cells.at(unit.name)) continue;
        ++hidden;
        hidden_people += people[unit.name].size();
      }
      EXPECT_TRUE(hidden == 0 || (hidden >= 2 && hidden_people >= kLeastPeople)) << name << " in round " << round;
    }
  }
}

}  // namespace
}  // namespace kith::network
