// Where the time of looking at a network goes: reading the records, making the account of them, and
// what the pure modules do with it.

#include "device.h"
#include "kith/facts/account.h"
#include "kith/network/advice.h"
#include "kith/network/measures.h"
#include "kith/network/review.h"
#include "kith/network/supply.h"
#include "kith/network/ties.h"
#include "kith/picture/svg.h"
#include "kith/picture/text.h"
#include "network_suite.h"
#include "network/picture_input.h"
#include "stopwatch.h"

namespace kith::bench {
namespace {

namespace n = network;
namespace p = picture;

struct Read {
  facts::Records records;
  facts::Account account;
  double list_ms = 0;
  double account_ms = 0;
};

Result<Read> read_once(client::Replica& replica) {
  Read out;
  const Stopwatch listing;
  for (const model::Kind kind : facts::kinds_of_account()) {
    KITH_TRY(std::vector<client::Shown> all, replica.list(client::kSelfSpace, kind));
    std::vector<model::Record>& own = out.records[kind];
    own.reserve(all.size());
    for (client::Shown& shown : all) own.push_back(std::move(shown.record));
  }
  out.list_ms = listing.ms();
  const Stopwatch accounting;
  out.account = facts::read_account(out.records, kNetworkDay);
  out.account_ms = accounting.ms();
  return out;
}

Result<void> all_measures(const facts::Account& account) {
  KITH_CHECK(n::measure(account.network));
  KITH_CHECK(n::supply_of(account.network, account.self.needs));
  KITH_CHECK(n::suggestions({account.network, account.self, account.own_level, account.valued, account.past}));
  KITH_CHECK(n::basket_of(account.network));
  (void)n::next_step(account.network);
  for (const n::Developer& who : account.network.developers) {
    KITH_CHECK(n::assess_phase(facts::phase_question(account, who, kNetworkDay)));
    KITH_CHECK(n::kind_hint(facts::shape(account, who, kNetworkDay), who.tie));
    KITH_TRY(const n::PeerPlace place,
             n::place_peer(facts::votes(account, who.person.id), who.tie.functions.received.felt()));
    (void)n::theme_prompts(account.self.stage, place.types);
    const facts::Ties& ties = account.people.at(who.person.id);
    if (ties.cadence) KITH_CHECK(n::due(*ties.cadence, ties.contacts, ties.pauses, kNetworkDay));
  }
  return {};
}

// Drawn, and written as the engine gives it.
Result<std::size_t> written(const Result<p::Picture>& drawn) {
  if (!drawn.ok()) return drawn.error();
  return p::svg_of(*drawn).size() + p::terminal_of(*drawn).size();
}

Result<void> all_pictures(const facts::Account& account) {
  KITH_TRY(const p::MapInput map, engine::map_input(account, kNetworkDay));
  KITH_CHECK(written(p::map_of(map)));
  KITH_CHECK(written(p::timeline_of(
      engine::timeline_input(account, engine::by_name(account.network), kNetworkDay))));
  KITH_CHECK(written(p::heat_map_of(engine::heat_map_input(account))));
  KITH_CHECK(written(p::reciprocity_of(engine::reciprocity_rows(account))));
  KITH_TRY(const p::CadenceStripInput strip, engine::strip_input(account, kNetworkDay));
  KITH_CHECK(written(p::cadence_strip_of(strip)));
  KITH_TRY(const n::MeasureSheet sheet, n::measure(account.network));
  KITH_CHECK(written(p::type_square_of({sheet.type, {}, {}})));
  KITH_CHECK(written(p::theme_wheel_of(engine::theme_input(account))));
  const std::vector<p::MapPerson> people = engine::map_people(account.network, {});
  KITH_CHECK(written(p::then_and_now_of({people, people, facts::ids_of(account.valued)})));
  return {};
}

}  // namespace

Result<void> network_apart(const std::filesystem::path& folder, const NetworkSizes& sizes, Report& report) {
  KITH_TRY(const Device device, Device::open(folder));
  std::vector<double> listing;
  std::vector<double> accounting;
  std::vector<double> measuring;
  std::vector<double> drawing;
  for (std::size_t i = 0; i < sizes.rounds; ++i) {
    KITH_TRY(const Read read, read_once(*device.replica));
    listing.push_back(read.list_ms);
    accounting.push_back(read.account_ms);
    const Stopwatch measures;
    KITH_CHECK(all_measures(read.account));
    measuring.push_back(measures.ms());
    const Stopwatch pictures;
    KITH_CHECK(all_pictures(read.account));
    drawing.push_back(pictures.ms());
  }
  report.add({"network_list_ms", "every record read from the vault, once", median(listing), "ms", ""});
  report.add({"network_account_ms", "the account made of the records", median(accounting), "ms", ""});
  report.add({"network_compute_ms", "pure: all measures and pictures", median(measuring) + median(drawing), "ms",
              "< 50"});
  report.add({"network_compute_measures_ms", "  of that, the measures", median(measuring), "ms", ""});
  report.add({"network_compute_pictures_ms", "  of that, the pictures", median(drawing), "ms", ""});
  return {};
}

}  // namespace kith::bench
