// A network in sentences.
#include <gmock/gmock.h>

#include "kith/network/portrait.h"
#include "networks.h"

namespace kith::network {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using enum Function;

Network small() {
  Network out = network_of(4);
  const char* names[] = {"Ana", "Bo", "Cem", "Dag"};
  const TieKind kinds[] = {TieKind::mentor, TieKind::peer, TieKind::protege, TieKind::family_or_friend};
  for (std::size_t i = 0; i < 4; ++i) {
    out.developers[i].person.name = names[i];
    out.developers[i].tie.kind = kinds[i];
    out.developers[i].person.inside_my_organization = i < 3;
  }
  return out;
}

TEST(Portrait, SaysWhoIsInItAndWhereTheyAre) {
  EXPECT_THAT(portrait(small()),
              ElementsAre("Four people: one senior to you, a peer, one whom you develop, one of family or friends.",
                          "One is outside your organization.", "Nothing is noted yet of what they give you."));
  Network inside = small();
  inside.developers.pop_back();
  EXPECT_THAT(portrait(inside), Contains("Nobody is outside your organization."));
  inside.developers[1].person.inside_my_organization.reset();
  EXPECT_THAT(portrait(inside), Not(Contains(HasSubstr("your organization")))) << "not told of everybody";
}

TEST(Portrait, SaysWhatComesAndWhatGoes) {
  Network n = small();
  n.developers[0].tie.functions.received[COAC] = 2;
  n.developers[1].tie.functions.received[EMOT] = 1;
  n.developers[2].tie.functions.given[COAC] = 3;
  n.developers[2].tie.functions.given[COUN] = 3;
  EXPECT_THAT(portrait(n), Contains("You get help in the career from Ana, support as a person from Bo."));
  EXPECT_THAT(portrait(n), Contains("You give help in your work and as a person to Cem."));
}

TEST(Portrait, OfNobodyItSaysNothingElse) { EXPECT_THAT(portrait({}), ElementsAre("Nobody is on the map yet.")); }

TEST(Portrait, WhatIsNotToldIsOneLine) {
  Network n = small();
  n.all_pairs_told = false;
  const std::string line = not_enough(*measure(n));
  EXPECT_THAT(line, HasSubstr("who knows whom is not told of every pair"));
  EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 0);
  EXPECT_EQ(line.find("who knows whom"), line.rfind("who knows whom")) << "once, for five measures";
}

TEST(Portrait, NamesAndNumbersInARow) {
  EXPECT_EQ(names_in_a_row({"A"}), "A");
  EXPECT_EQ(names_in_a_row({"A", "B"}), "A and B");
  EXPECT_EQ(names_in_a_row({"A", "B", "C", "D"}, 4), "A, B, C and D");
  EXPECT_EQ(names_in_a_row({"A", "B", "C", "D", "E"}, 4), "A, B, C and two more");
  EXPECT_EQ(names_in_a_row({"A", "B", "C", "D", "E"}), "A, B, C, D and E");
  EXPECT_EQ(count_in_words(12), "twelve");
  EXPECT_EQ(count_in_words(13), "13");
}

}  // namespace
}  // namespace kith::network
