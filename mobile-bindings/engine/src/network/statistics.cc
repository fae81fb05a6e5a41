// What a person would contribute to an organization's sums: shown to that person, exactly, and sent
// nowhere. Off until the person opts in, which this version offers no way to do.

#include "kith/network/statistics.h"
#include "kith/network/supply.h"
#include "methods.h"
#include "network/network_rows.h"

namespace kith::engine {
namespace {

namespace n = network;

void add(api::StatisticsPreview& out, std::string_view what, double number, std::string_view why) {
  api::StatisticRow* row = out.add_items();
  row->set_what(std::string(what));
  row->set_number(number);
  row->set_why(std::string(why));
}

}  // namespace

Result<api::StatisticsPreview> statistics_preview(Session& session, const api::Empty&) {
  KITH_TRY(const AccountRead held, account(session));
  const facts::Account& own = *held;
  KITH_TRY(const std::vector<client::Pair> pairs, session.pairing().list());
  double paired = 0;
  for (const client::Pair& pair : pairs) paired += pair.state == client::PairState::paired ? 1 : 0;
  KITH_TRY(const std::vector<n::Supply> supply, n::supply_of(own.network, own.self.needs));
  double gaps = 0;
  for (const n::Supply& one : supply) gaps += one.gap ? 1 : 0;
  api::StatisticsPreview out;
  add(out, "pairs", paired, "pairs that are active now; not with whom");
  add(out, "developers", static_cast<double>(own.network.developers.size()), "people on your map; not who");
  add(out, "gaps", gaps, "functions you need and nobody gives; not which");
  out.set_rules("Off: nothing leaves this device. If you ever opt in, an organization sees only sums of " +
                std::to_string(n::kLeastPeople) +
                " people or more, a sum that could be had by subtraction is withheld too, and you see these numbers "
                "each time before they leave.");
  return out;
}

}  // namespace kith::engine
