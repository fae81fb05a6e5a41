// The tables of both papers: every checksum that we know of them, so that a slip of a digit is seen.
#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <set>

#include "kith/network/facts.h"
#include "kith/network/kram_1983.h"
#include "kith/network/kram_isabella_1985.h"

namespace kith::network {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::Pair;

template <typename Numbers>
double mean(const Numbers& numbers) {
  double sum = 0;
  for (const auto n : numbers) sum += n;
  return sum / static_cast<double>(numbers.size());
}

double median(std::vector<int> numbers) {
  std::sort(numbers.begin(), numbers.end());
  const std::size_t half = numbers.size() / 2;
  return numbers.size() % 2 == 1 ? numbers[half] : (numbers[half - 1] + numbers[half]) / 2.0;
}

// The same letter is the same person, who is counted once.
std::vector<const MentorPair*> persons(std::string_view MentorPair::* letter) {
  std::vector<const MentorPair*> out;
  std::set<std::string_view> seen;
  for (const MentorPair& pair : kram_1983()) {
    if ((pair.*letter).empty() || seen.insert(pair.*letter).second) out.push_back(&pair);
  }
  return out;
}

TEST(Kram1983Table, DifferencesAreDifferences) {
  ASSERT_EQ(kram_1983().size(), fact("k83.pairs").low);
  for (const MentorPair& pair : kram_1983()) {
    EXPECT_EQ(pair.age_difference, pair.senior_age - pair.junior_age) << pair.relationship;
    EXPECT_EQ(pair.level_difference, pair.senior_level_derived - pair.junior_level) << pair.relationship;
    if (pair.senior_level) {
      EXPECT_EQ(*pair.senior_level, pair.senior_level_derived) << pair.relationship;
      EXPECT_EQ(std::to_string(*pair.senior_level), pair.senior_level_printed);
    }
  }
}

TEST(Kram1983Table, RelationshipsAreNumberedInOrder) {
  for (std::size_t i = 0; i < kram_1983().size(); ++i) {
    EXPECT_EQ(kram_1983()[i].relationship, static_cast<int>(i) + 1);
  }
}

TEST(Kram1983Table, FifteenJuniors) {
  const auto juniors = persons(&MentorPair::shared_junior);
  ASSERT_EQ(juniors.size(), 15U);
  int sum = 0;
  int men = 0;
  std::map<int, int> levels;
  for (const MentorPair* p : juniors) {
    sum += p->junior_age;
    men += p->junior_sex == Sex::M ? 1 : 0;
    ++levels[p->junior_level];
    EXPECT_GE(p->junior_age, fact("k83.junior.age").low);
    EXPECT_LE(p->junior_age, fact("k83.junior.age").high);
  }
  EXPECT_EQ(sum, 470);
  EXPECT_THAT(sum / 15.0, DoubleNear(fact("k83.junior.age.mean").low, 0.05));
  EXPECT_EQ(men, 8);
  EXPECT_THAT(levels, ElementsAre(Pair(2, 6), Pair(3, 9)));
}

TEST(Kram1983Table, SixteenSeniors) {
  const auto seniors = persons(&MentorPair::shared_senior);
  ASSERT_EQ(seniors.size(), 16U);
  int sum = 0;
  int men = 0;
  int gone = 0;
  std::map<int, int> levels;
  for (const MentorPair* p : seniors) {
    sum += p->senior_age;
    men += p->senior_sex == Sex::M ? 1 : 0;
    gone += p->senior_level ? 0 : 1;
    if (p->senior_level) ++levels[*p->senior_level];
  }
  EXPECT_EQ(sum, 752);
  EXPECT_DOUBLE_EQ(sum / 16.0, fact("k83.senior.age.mean").low);
  EXPECT_EQ(men, 15);
  EXPECT_EQ(gone, fact("k83.senior.gone").low);
  EXPECT_THAT(levels, ElementsAre(Pair(3, 3), Pair(4, 9), Pair(5, 2)));
}

// One person is the same in both rows, and the letters pair the rows that the notes name.
TEST(Kram1983Table, SharedPersonsAreTheSame) {
  std::map<std::string_view, std::vector<int>> rows;
  for (const MentorPair& a : kram_1983()) {
    if (!a.shared_junior.empty()) rows[a.shared_junior].push_back(a.relationship);
    if (!a.shared_senior.empty()) rows[a.shared_senior].push_back(a.relationship);
    for (const MentorPair& b : kram_1983()) {
      if (!a.shared_junior.empty() && a.shared_junior == b.shared_junior) {
        EXPECT_EQ(std::tuple(a.junior_age, a.junior_sex, a.junior_level),
                  std::tuple(b.junior_age, b.junior_sex, b.junior_level));
      }
      if (!a.shared_senior.empty() && a.shared_senior == b.shared_senior) {
        EXPECT_EQ(std::tuple(a.senior_age, a.senior_sex, a.senior_level),
                  std::tuple(b.senior_age, b.senior_sex, b.senior_level));
      }
    }
  }
  EXPECT_THAT(rows, ElementsAre(Pair("A", ElementsAre(2, 3)), Pair("B", ElementsAre(5, 6)),
                                Pair("C", ElementsAre(11, 12)), Pair("X", ElementsAre(8, 14)),
                                Pair("Y", ElementsAre(9, 15))));
}

TEST(Kram1983Table, SpreadOfDifferences) {
  std::vector<int> ages;
  std::map<int, int> levels;
  std::map<int, int> women;
  for (const MentorPair& pair : kram_1983()) {
    ages.push_back(pair.age_difference);
    ++levels[pair.level_difference];
    ++women[(pair.junior_sex == Sex::F ? 1 : 0) + (pair.senior_sex == Sex::F ? 1 : 0)];
  }
  EXPECT_THAT(mean(ages), DoubleNear(15.39, 0.005));
  EXPECT_EQ(median(ages), 13.5);
  EXPECT_EQ(*std::min_element(ages.begin(), ages.end()), 5);
  EXPECT_EQ(*std::max_element(ages.begin(), ages.end()), 30);
  EXPECT_THAT(levels, ElementsAre(Pair(0, 1), Pair(1, 10), Pair(2, 7)));
  EXPECT_THAT(women, ElementsAre(Pair(0, 10), Pair(1, 7), Pair(2, 1)));
}

TEST(KramIsabella1985Table, FocalPersons) {
  std::map<std::string_view, int> pairs;
  std::map<Career, std::set<std::string_view>> stages;
  std::map<Sex, std::set<std::string_view>> sexes;
  for (const PeerPair& row : kram_isabella_1985()) {
    pairs[row.focal] += row.pair ? 1 : 0;
    stages[row.stage].insert(row.focal);
    sexes[row.focal_sex].insert(row.focal);
  }
  std::map<int, int> by_count;
  for (const auto& [focal, count] : pairs) ++by_count[count];
  EXPECT_EQ(pairs.size(), 15U);
  EXPECT_THAT(by_count, ElementsAre(Pair(0, 1), Pair(1, 3), Pair(2, 11)));
  EXPECT_EQ(stages[Career::early].size(), 6U);
  EXPECT_EQ(stages[Career::middle].size(), 5U);
  EXPECT_EQ(stages[Career::late].size(), 4U);
  EXPECT_EQ(sexes[Sex::F].size(), 7U);
  EXPECT_EQ(sexes[Sex::M].size(), 8U);
}

TEST(KramIsabella1985Table, AFocalPersonIsTheSameInEachRow) {
  for (const PeerPair& a : kram_isabella_1985()) {
    for (const PeerPair& b : kram_isabella_1985()) {
      if (a.focal != b.focal) continue;
      EXPECT_EQ(std::tuple(a.stage, a.focal_status, a.focal_age, a.focal_sex),
                std::tuple(b.stage, b.focal_status, b.focal_age, b.focal_sex));
    }
    constexpr const char* kBands[] = {"ki85.band.1", "ki85.band.2", "ki85.band.3"};
    EXPECT_GE(a.focal_age, fact(kBands[static_cast<int>(a.stage)]).low) << a.focal;
    EXPECT_LE(a.focal_age, fact(kBands[static_cast<int>(a.stage)]).high) << a.focal;
  }
}

TEST(KramIsabella1985Table, TwentyFivePairs) {
  std::vector<int> ages;
  int same = 0;
  int known = 0;
  int number = 0;
  for (const PeerPair& row : kram_isabella_1985()) {
    if (!row.pair) continue;
    EXPECT_EQ(*row.pair, ++number);
    ASSERT_TRUE(row.other_age && row.age_difference) << number;
    EXPECT_EQ(*row.age_difference, *row.other_age - row.focal_age) << number;
    ages.push_back(std::abs(*row.age_difference));
    const Shape shape = shape_of(row);
    EXPECT_EQ(shape.level_difference, row.level_difference) << number;
    known += row.level_difference ? 1 : 0;
    same += row.level_difference == 0 ? 1 : 0;
  }
  EXPECT_EQ(number, 25);
  EXPECT_DOUBLE_EQ(mean(ages), 5.72);
  EXPECT_EQ(median(ages), 5);
  EXPECT_EQ(*std::max_element(ages.begin(), ages.end()), 23);
  EXPECT_EQ(known, 24);
  EXPECT_EQ(same, 13);
}

TEST(KramIsabella1985Table, WhatIsUnknownStaysUnknown) {
  const PeerPair& eighth = kram_isabella_1985()[7];
  EXPECT_EQ(eighth.pair, 8);
  EXPECT_EQ(eighth.other_status, "Subunit manager");
  EXPECT_FALSE(level_of(eighth.other_status));
  EXPECT_FALSE(eighth.level_difference);
  const auto nobody = std::find_if(kram_isabella_1985().begin(), kram_isabella_1985().end(),
                                   [](const PeerPair& row) { return !row.pair; });
  EXPECT_EQ(nobody->focal, "M3");
  EXPECT_FALSE(nobody->other_age || nobody->other_sex || nobody->age_difference);
}

}  // namespace
}  // namespace kith::network
