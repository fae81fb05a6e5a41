#include "kith/network/supply.h"

#include <algorithm>
#include <numeric>

#include "numbers.h"

namespace kith::network {
namespace {

Result<void> check_all(const Network& network) {
  for (const Developer& d : network.developers) {
    KITH_CHECK(check(d.tie.functions.received));
    KITH_CHECK(check(d.tie.functions.given));
  }
  return {};
}

// Those of my network who are no source of it yet and may become one.
std::vector<RecordId> whom_to_ask(const Network& network, Family family) {
  std::vector<const Developer*> found;
  for (const Developer& d : network.developers) {
    const bool senior = d.person.seniority == Seniority::senior || d.tie.kind == TieKind::mentor;
    const bool fits = family == Family::career ? senior && d.tie.kind != TieKind::protege : d.tie.kind == TieKind::peer;
    if (fits && !d.person.deceased) found.push_back(&d);
  }
  const auto closeness = [](const Developer* d) { return d->tie.closeness ? static_cast<int>(*d->tie.closeness) : -1; };
  std::stable_sort(found.begin(), found.end(),
                   [&](const Developer* a, const Developer* b) { return closeness(a) > closeness(b); });
  std::vector<RecordId> out;
  for (const Developer* d : found) out.push_back(d->person.id);
  return out;
}

Suggestion suggest(const Network& network, Function function) {
  using enum DeveloperSource;
  Suggestion out;
  out.function = function;
  out.gap = std::string(term_of(function)) + ": nobody";
  out.ask = whom_to_ask(network, family_of(function));
  if (family_of(function) == Family::career) {
    const auto rows = function_rows();
    const bool of_peers = std::none_of(rows.begin(), rows.end(), [&](const FunctionRow& row) {
      return row.function == function && row.list == RelationshipList::mentoring;
    });
    out.look_among = of_peers ? std::vector{peer, fellow_student, professional_contact}
                              : std::vector{boss, senior_manager, senior_executive, manager_elsewhere};
    if (of_peers) out.ask = whom_to_ask(network, Family::psychosocial);
    out.why = of_peers ? "peers who know the work can give it"
                       : "it depends on rank, tenure and experience: who has them and could see your work?";
  } else {
    out.look_among = {peer, fellow_student, family_member, professional_contact};
    out.why = "it depends on trust and on giving back: with which of your peers could it grow?";
  }
  return out;
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

Result<std::vector<Suggestion>> suggestions(const Network& network, std::span<const Need> needs) {
  KITH_TRY(std::vector<Supply> supply, supply_of(network, needs));
  std::stable_sort(supply.begin(), supply.end(), [](const Supply& a, const Supply& b) { return a.need > b.need; });
  std::vector<Suggestion> out;
  for (const Supply& s : supply) {
    if (s.gap) out.push_back(suggest(network, s.function));
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
  out.on = network.developers[static_cast<std::size_t>(most - shares->begin())].person.id;
  out.one_basket = *most >= one_basket_from - kTiny;
  out.why = "the largest share of what is received from one person is " + say(*most) + "; from " +
            say(one_basket_from) + " on all eggs are in one basket (our cut)";
  return out;
}

}  // namespace kith::network
