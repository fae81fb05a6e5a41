#include "kith/network/change.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace kith::network {
namespace {

std::map<RecordId, int> received(const Network& network) {
  std::map<RecordId, int> out;
  for (const Developer& d : network.developers) out[d.person.id] = d.tie.functions.received.sum();
  return out;
}

}  // namespace

std::optional<double> stability(const Network& before, const Network& after) {
  const auto then = received(before);
  const auto now = received(after);
  const auto both = std::count_if(then.begin(), then.end(), [&](const auto& p) { return now.contains(p.first); });
  const double either = static_cast<double>(then.size() + now.size()) - static_cast<double>(both);
  if (either == 0) return std::nullopt;
  return static_cast<double>(both) / either;
}

std::optional<double> support_growth(const Network& before, const Network& after) {
  const auto now = received(after);
  int sum = 0;
  int both = 0;
  for (const auto& [id, intensity] : received(before)) {
    const auto at = now.find(id);
    if (at == now.end()) continue;
    sum += at->second - intensity;
    ++both;
  }
  if (both == 0) return std::nullopt;
  return static_cast<double>(sum) / both;
}

Result<PerceptionGap> perception_gap(const OpenedAnswers& answers) {
  KITH_CHECK(check(answers.mine.received));
  KITH_CHECK(check(answers.theirs.given));
  PerceptionGap out;
  for (std::size_t i = 0; i < kFunctionCount; ++i) {
    out.of[i] = static_cast<std::uint8_t>(std::abs(answers.mine.received.of[i] - answers.theirs.given.of[i]));
    if (out.of[i] > 0) out.largest.push_back(static_cast<Function>(i));
  }
  std::stable_sort(out.largest.begin(), out.largest.end(), [&](Function a, Function b) {
    return out.of[static_cast<std::size_t>(a)] > out.of[static_cast<std::size_t>(b)];
  });
  if (out.largest.size() > 3) out.largest.resize(3);
  return out;
}

}  // namespace kith::network
