#include "kith/network/supply.h"

#include <algorithm>
#include <numeric>

#include "terms/numbers.h"

namespace kith::network {
namespace {

Result<void> check_all(const Network& network) {
  for (const Developer& d : network.developers) {
    KITH_CHECK(check(d.tie.functions.received));
    KITH_CHECK(check(d.tie.functions.given));
  }
  return {};
}

}  // namespace

std::optional<std::vector<double>> shares_of(const Network& network) {
  std::vector<double> out;
  for (const Developer& d : network.developers) out.push_back(d.tie.functions.received.sum());
  const double all = std::accumulate(out.begin(), out.end(), 0.0);
  if (all == 0) return std::nullopt;
  for (double& share : out) share /= all;
  return out;
}

double concentration(std::span<const double> shares) {
  return std::inner_product(shares.begin(), shares.end(), shares.begin(), 0.0);
}

double dependence(std::span<const double> shares) {
  return shares.empty() ? 0 : *std::max_element(shares.begin(), shares.end());
}

Result<std::vector<Supply>> supply_of(const Network& network, std::span<const Need> needs) {
  KITH_CHECK(check_all(network));
  FunctionSet seen;
  std::vector<Supply> out(kFunctionCount);
  for (std::size_t i = 0; i < kFunctionCount; ++i) out[i].function = static_cast<Function>(i);
  for (const Need& need : needs) {
    const auto at = static_cast<std::size_t>(need.function);
    if (need.importance > 3) return fail(Code::INVALID_ARGUMENT, "a need is 0 to 3");
    if (seen[at]) return fail(Code::INVALID_ARGUMENT, "one function is needed twice");
    seen.set(at);
    out[at].need = need.importance;
  }
  for (Supply& supply : out) {
    std::vector<std::pair<int, RecordId>> givers;
    for (const Developer& d : network.developers) {
      const int intensity = d.tie.functions.received[supply.function];
      if (intensity > 0) givers.emplace_back(intensity, d.person.id);
    }
    std::stable_sort(givers.begin(), givers.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [intensity, who] : givers) supply.from.push_back(who);
    supply.best = givers.empty() ? 0 : static_cast<std::uint8_t>(givers.front().first);
    supply.gap = supply.need > 0 && givers.empty();
    supply.single_point = givers.size() == 1;
  }
  return out;
}

Result<Basket> basket_of(const Network& network, double one_basket_from) {
  if (!(one_basket_from > 0 && one_basket_from <= 1)) {
    return fail(Code::INVALID_ARGUMENT, "the cut of one basket lies above 0 and up to 1");
  }
  KITH_CHECK(check_all(network));
  Basket out;
  const auto shares = shares_of(network);
  if (!shares) {
    out.why = "nothing is received from anybody yet";
    return out;
  }
  const auto most = std::max_element(shares->begin(), shares->end());
  out.dependence = *most;
  const Developer& who = network.developers[static_cast<std::size_t>(most - shares->begin())];
  std::size_t noted = 0;
  for (const Developer& d : network.developers) noted += d.tie.functions.received.felt().count();
  const bool developed_by = who.tie.kind && my_side(*who.tie.kind) == Side::junior;
  out.on = who.person.id;
  const bool enough = noted >= kBasketFunctions;
  out.one_basket = *most >= one_basket_from - kTiny && developed_by && enough;
  out.why = "the largest share of what is received from one person is " + say(*most);
  if (out.one_basket) out.why += "; from " + say(one_basket_from) + " on all eggs are in one basket (our cut)";
  return out;
}

}  // namespace kith::network
