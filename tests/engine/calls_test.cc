// What was made of methods.proto: every method with a number that stays as it was given.

#include <gmock/gmock.h>

#include <fstream>
#include <set>

#include "kith/engine/calls.h"

namespace kith::testing {
namespace {

using engine::Engine;
using engine::MethodInfo;

std::string row(const MethodInfo& method) {
  return std::to_string(method.number) + " " + std::string(method.name) + (method.streams ? " stream" : "");
}

// Nobody may find another method behind a number that he was built with. Whoever adds a method adds its line.
TEST(Calls, NumbersAreThoseThatWereGiven) {
  std::ifstream in(KITH_FIXTURES "/methods.txt");
  std::set<std::string> given;
  for (std::string line; std::getline(in, line);) given.insert(line);
  std::set<std::string> now;
  for (const MethodInfo& method : Engine::methods()) now.insert(row(method));
  EXPECT_EQ(now, given);
}

TEST(Calls, NumbersAndNamesAreOfOneMethodEach) {
  std::set<engine::MethodNumber> numbers;
  std::set<std::string_view> names;
  for (const MethodInfo& method : Engine::methods()) {
    EXPECT_NE(method.number, 0U) << method.name;
    EXPECT_TRUE(numbers.insert(method.number).second) << method.number;
    EXPECT_TRUE(names.insert(method.name).second) << method.name;
  }
}

TEST(Calls, ACallHasTheTypesThatWereDeclared) {
  using Add = decltype(engine::method::person_add);
  static_assert(std::is_same_v<Add::Request, engine::api::PersonAddRequest>);
  static_assert(std::is_same_v<Add::Reply, engine::api::Changed>);
  static_assert(std::is_same_v<decltype(engine::method::sync_watch)::Reply, engine::api::SyncResult>);
  EXPECT_EQ(engine::method::person_add.name, "person.add");
}

}  // namespace
}  // namespace kith::testing
