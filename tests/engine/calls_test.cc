// calls.h is written by hand: one wrapper for each method, named as the method is.

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <set>

#include "kith/engine/engine.h"

namespace kith::testing {
namespace {

using Names = std::set<std::string>;

std::string header() {
  std::ifstream in(KITH_CALLS_HEADER);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// The function's name and the method's that it asks for.
std::vector<std::pair<std::string, std::string>> wrappers() {
  const std::string text = header();
  const std::regex pattern(
      R"((\w+)\(Engine& engine, const api::\w+& request = \{\}\) \{\s*return call<[^(]*\(engine, "([^"]+)\")");
  std::vector<std::pair<std::string, std::string>> out;
  for (auto at = std::sregex_iterator(text.begin(), text.end(), pattern); at != std::sregex_iterator();
       ++at) {
    out.emplace_back((*at)[1], (*at)[2]);
  }
  return out;
}

TEST(Calls, EveryMethodHasATypedWrapperAndNoWrapperIsWithoutAMethod) {
  Names methods;
  for (const std::string_view name : engine::Engine::methods()) methods.emplace(name);
  Names wrapped;
  for (const auto& [function, method] : wrappers()) wrapped.insert(method);
  EXPECT_EQ(wrapped, methods);
}

TEST(Calls, AWrapperIsNamedAsItsMethod) {
  ASSERT_FALSE(wrappers().empty());
  for (auto [function, method] : wrappers()) {
    std::replace(method.begin(), method.end(), '.', '_');
    EXPECT_EQ(function, method);
  }
}

TEST(Calls, NoMethodIsInTheTablesTwice) {
  const auto methods = engine::Engine::methods();
  EXPECT_EQ(std::set(methods.begin(), methods.end()).size(), methods.size());
}

}  // namespace
}  // namespace kith::testing
