#include "map/map_legend.h"

#include <algorithm>

#include "drawing/node.h"
#include "map/map_bows.h"

namespace kith::picture {
namespace {

using Mark = LegendEntry::Mark;

void add_people(const MapPeople& people, std::vector<LegendEntry>& entries) {
  std::vector<const network::Ledger*> ledgers;
  bool squared = false;
  bool connector = false;
  bool due = false;
  for (std::size_t i = 0; i < people.seats_from; ++i) {
    const MapPerson& person = people.input.people[people.places[i].who];
    ledgers.push_back(&person.functions);
    squared = squared || is_family_or_friend(person);
    connector = connector || person.connector;
    due = due || person.past_due;
  }
  if (ledgers.empty()) return;
  entries = family_legend(ledgers);
  if (squared) entries.push_back({Mark::square, "family, friends", {.stroke = Role::line}});
  if (connector) entries.push_back({Mark::star, "connector", {.fill = Role::text}});
  entries.push_back({Mark::line, "wider: more often", {.stroke = Role::neutral, .stroke_width = 3}});
  if (due) {
    entries.push_back({Mark::line, "past due", {.stroke = Role::due, .stroke_width = 2, .dash = Dash::dashed}});
  }
}

void add_bows(const std::vector<MapPeople::Knowing>& joined, network::Acquaintance how, const char* words,
              std::vector<LegendEntry>& entries) {
  if (std::any_of(joined.begin(), joined.end(), [&](const auto& pair) { return pair.how == how; })) {
    entries.push_back({Mark::line, words, look_of(how)});
  }
}

}  // namespace

std::vector<LegendEntry> map_legend(const MapPeople& people, const std::vector<MapPeople::Knowing>& joined) {
  std::vector<LegendEntry> entries;
  add_people(people, entries);
  add_bows(joined, network::Acquaintance::know_well, "know each other well", entries);
  add_bows(joined, network::Acquaintance::know_of, "know of each other", entries);
  if (people.places.size() > people.seats_from) {
    entries.push_back({Mark::hollow, "empty seat", {.stroke = Role::need, .stroke_width = 1.5, .dash = Dash::dashed}});
  }
  return entries;
}

}  // namespace kith::picture
