#include "charts/then_and_now_people.h"

#include <algorithm>
#include <map>
#include <set>

#include "kith/picture/words.h"
#include "map/map_people.h"

namespace kith::picture {
namespace {

// Seniors, peers, juniors from above.
int height_of(const MapPerson& person) {
  switch (sector_of(person)) {
    case Sector::seniors_inside:
    case Sector::seniors_outside: return 0;
    case Sector::peers_inside:
    case Sector::peers_outside: return 1;
    case Sector::juniors_inside:
    case Sector::juniors_outside: return 2;
  }
  return 1;
}

Change change_of(const Somebody& who, bool eased, bool ended) {
  if (who.then == nullptr) return Change::came;
  if (ended && who.now == nullptr) return Change::ended;
  if (eased) return Change::eased;
  if (who.now == nullptr) return Change::gone;
  const std::size_t then = ring_of(*who.then);
  const std::size_t now = ring_of(*who.now);
  return now < then ? Change::inward : now > then ? Change::outward : Change::stayed;
}

Result<void> check_half(const std::vector<MapPerson>& people) {
  std::set<RecordId> seen;
  for (const MapPerson& person : people) {
    if (!seen.insert(person.id).second) return fail(Code::INVALID_ARGUMENT, "a person stands on a half-map twice");
    KITH_CHECK(network::check(person.functions.received));
    KITH_CHECK(network::check(person.functions.given));
  }
  return {};
}

}  // namespace

Result<std::vector<Somebody>> everybody(const ThenAndNowInput& input, const Options& options) {
  KITH_CHECK(check_half(input.then));
  KITH_CHECK(check_half(input.now));
  std::map<RecordId, Somebody> all;
  for (const MapPerson& person : input.then) all[person.id].then = &person;
  for (const MapPerson& person : input.now) all[person.id].now = &person;
  const std::set<RecordId> eased(input.eased.begin(), input.eased.end());
  const std::set<RecordId> ended(input.ended.begin(), input.ended.end());
  std::vector<Somebody> out;
  std::vector<std::string> names;
  for (auto& [id, who] : all) {
    who.change = change_of(who, eased.contains(id), ended.contains(id));
    out.push_back(who);
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Somebody& a, const Somebody& b) { return height_of(a.last()) < height_of(b.last()); });
  for (const Somebody& who : out) names.push_back(who.last().name);
  KITH_TRY(const auto shown, shown_names(names, options));
  for (std::size_t i = 0; i < out.size(); ++i) out[i].name = shown[i];
  return out;
}

}  // namespace kith::picture
