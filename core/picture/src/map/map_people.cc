#include "map/map_people.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>

#include "drawing/families.h"
#include "kith/picture/words.h"

namespace kith::picture {
namespace {

using network::Closeness;
using network::Function;
using network::Seniority;
using network::SocialSystem;

// Where a need could be met: career functions of mentors come from seniors, all others from trust,
// which peers have as well as anybody.
std::array<Sector, 2> sectors_for(Function need) {
  const bool from_seniors = family_index(need) == 0;
  return from_seniors ? std::array{Sector::seniors_inside, Sector::seniors_outside}
                      : std::array{Sector::peers_inside, Sector::peers_outside};
}

// Who is there already, and what is left of the rings.
class Room {
 public:
  explicit Room(const std::vector<MapPlace>& places) {
    for (const MapPlace& place : places) take(place.sector, place.ring);
  }

  // Of two sectors the one with fewer people: there somebody is missing most.
  Sector emptier(const std::array<Sector, 2>& of) const { return in(of[1]) < in(of[0]) ? of[1] : of[0]; }

  // The middle ring says nothing about how close somebody has to be; then where most is free.
  std::optional<std::size_t> ring_for(Sector sector) const {
    if (in(sector) == 0 && held_[1] < kRingCapacity[1]) return 1;
    const auto free = [&](std::size_t ring) {
      return 1 - static_cast<double>(held_[ring]) / static_cast<double>(kRingCapacity[ring]);
    };
    std::size_t best = 1;
    for (const std::size_t ring : {2U, 0U}) {
      if (free(ring) > free(best)) best = ring;
    }
    return held_[best] < kRingCapacity[best] ? std::optional(best) : std::nullopt;
  }

  void take(Sector sector, std::size_t ring) {
    ++in_[static_cast<std::size_t>(sector)];
    ++held_[ring];
  }

 private:
  std::size_t in(Sector sector) const { return in_[static_cast<std::size_t>(sector)]; }

  std::array<std::size_t, kSectors> in_{};
  std::array<std::size_t, kRingRadius.size()> held_{};
};

void add_seats(MapPeople& people) {
  Room room(people.places);
  for (std::size_t i = 0; i < people.needs.size(); ++i) {
    const Sector sector = room.emptier(sectors_for(people.needs[i]));
    if (const auto ring = room.ring_for(sector)) {
      room.take(sector, *ring);
      people.places.push_back({i, *ring, sector, -1, 0});
    } else {
      ++people.seats_without_place;
    }
  }
}

Result<void> check(const MapInput& input) {
  std::set<RecordId> seen;
  for (const MapPerson& person : input.people) {
    if (!seen.insert(person.id).second) return fail(Code::INVALID_ARGUMENT, "a person stands on the map twice");
    KITH_CHECK(network::check(person.functions.received));
    KITH_CHECK(network::check(person.functions.given));
  }
  return {};
}

void add_knowing(MapPeople& people) {
  std::map<RecordId, std::size_t> at;
  for (std::size_t i = 0; i < people.input.people.size(); ++i) at[people.input.people[i].id] = i;
  std::set<std::pair<std::size_t, std::size_t>> seen;
  for (const auto& pair : people.input.who_knows_whom) {
    const auto a = at.find(pair.a);
    const auto b = at.find(pair.b);
    if (a == at.end() || b == at.end() || a == b || pair.how == network::Acquaintance::none) continue;
    if (!seen.insert(std::minmax(a->second, b->second)).second) continue;
    people.knowing.push_back({a->second, b->second, pair.how});
  }
}

std::string words_of(const MapPerson& person) {
  std::vector<std::string> parts;
  parts.emplace_back(person.seniority ? network::term(*person.seniority).term : "seniority not told");
  if (person.system && is_family_or_friend(person)) {
    parts.emplace_back(network::term(*person.system).term);
  } else if (person.system || person.inside_my_organization) {
    parts.emplace_back(is_inside(person) ? "inside" : "outside");
  } else {
    parts.emplace_back("inside or outside not told");
  }
  if (person.connector) parts.emplace_back("connector");
  if (person.frequency) parts.emplace_back(network::term(*person.frequency).term);
  if (person.past_due) parts.emplace_back("contact past due");
  std::string out = std::accumulate(parts.begin() + 1, parts.end(), parts.front(),
                                    [](std::string a, const std::string& b) { return std::move(a) + ", " + b; });
  const std::string received = felt_words(person.functions.received);
  const std::string given = felt_words(person.functions.given);
  out += received.empty() ? "; I receive nothing noted" : "; I receive " + received;
  if (!given.empty()) out += "; I give " + given;
  return out;
}

std::string count_words(std::size_t n) { return n == 1 ? "1 person" : std::to_string(n) + " people"; }

}  // namespace

std::size_t ring_of(const MapPerson& person) {
  if (!person.closeness) return 2;
  switch (*person.closeness) {
    case Closeness::very_close:
    case Closeness::close: return 0;
    case Closeness::less_close: return 1;
    case Closeness::distant: return 2;
  }
  return 2;
}

Sector sector_of(const MapPerson& person) {
  if (is_family_or_friend(person)) return Sector::peers_outside;
  const bool inside = is_inside(person);
  switch (person.seniority.value_or(Seniority::peer)) {
    case Seniority::senior: return inside ? Sector::seniors_inside : Sector::seniors_outside;
    case Seniority::junior: return inside ? Sector::juniors_inside : Sector::juniors_outside;
    case Seniority::peer: break;
  }
  return inside ? Sector::peers_inside : Sector::peers_outside;
}

bool is_inside(const MapPerson& person) {
  if (person.inside_my_organization) return *person.inside_my_organization;
  return person.system == SocialSystem::my_unit || person.system == SocialSystem::my_organization;
}

bool is_family_or_friend(const MapPerson& person) {
  return person.system == SocialSystem::family || person.system == SocialSystem::friends;
}

Result<MapPeople> map_people(const MapInput& input, const Options& options) {
  KITH_CHECK(check(input));
  MapPeople out{input, {}, {}, {}, 0, {}, 0, {}};
  std::vector<std::string> names;
  for (const MapPerson& person : input.people) names.push_back(person.name);
  KITH_TRY(out.names, shown_names(names, options));

  std::vector<std::size_t> order(input.people.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return input.people[a].id < input.people[b].id; });
  for (const std::size_t i : order) {
    const MapPerson& person = input.people[i];
    const auto felt = person.functions.received.felt() | person.functions.given.felt();
    out.places.push_back({i, ring_of(person), sector_of(person), static_cast<int>(felt.count()), 0});
  }
  out.without_place = move_to_free_rings(out.places);
  out.seats_from = out.places.size();
  for (const Function need : input.open_needs) {
    if (std::find(out.needs.begin(), out.needs.end(), need) == out.needs.end()) out.needs.push_back(need);
  }
  add_seats(out);
  spread(out.places);
  add_knowing(out);
  return out;
}

void say_map(const MapPeople& people, std::vector<std::string>& lines) {
  const auto& input = people.input;
  lines.push_back("Map: " + (input.people.empty() ? "nobody yet" : count_words(input.people.size())) + ".");
  // By what was told, not by where there was room.
  for (std::size_t ring = 0; ring < kRingWords.size() + 1; ++ring) {
    std::vector<std::string> here;
    const auto add = [&](std::size_t who) {
      const MapPerson& person = input.people[who];
      const std::size_t of = person.closeness ? ring_of(person) : kRingWords.size();
      if (of == ring) here.push_back("  " + people.names[who] + ": " + words_of(person) + ".");
    };
    for (std::size_t i = 0; i < people.seats_from; ++i) add(people.places[i].who);
    for (const std::size_t who : people.without_place) add(who);
    if (here.empty()) continue;
    std::string head(ring < kRingWords.size() ? kRingWords[ring] : "closeness not told");
    head[0] = static_cast<char>(head[0] - 'a' + 'A');
    lines.push_back(head + ", " + count_words(here.size()) + ":");
    lines.insert(lines.end(), here.begin(), here.end());
  }
  if (!people.without_place.empty()) {
    lines.push_back("Not drawn for want of room: " + count_words(people.without_place.size()) + ".");
  }
  if (input.show_who_knows_whom && !people.knowing.empty()) {
    lines.emplace_back("Who knows whom:");
    for (const auto& pair : people.knowing) {
      const bool well = pair.how == network::Acquaintance::know_well;
      lines.push_back("  " + people.names[pair.a] + " and " + people.names[pair.b] +
                      (well ? " know each other well." : " know of each other."));
    }
  }
  for (const Function need : people.needs) {
    lines.push_back("Empty seat: " + std::string(network::term_of(need)) + ".");
  }
}

}  // namespace kith::picture
