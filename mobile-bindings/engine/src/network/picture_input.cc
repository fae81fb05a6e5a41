#include "network/picture_input.h"

#include <algorithm>
#include <set>

#include "kith/model/text.h"
#include "kith/network/advice.h"
#include "kith/network/supply.h"
#include "kith/network/themes.h"
#include "session/people.h"

namespace kith::engine {

namespace n = network;
namespace p = picture;
using client::Shown;
using model::Kind;

std::vector<const n::Developer*> by_name(const n::Network& network) {
  std::vector<const n::Developer*> out;
  for (const n::Developer& one : network.developers) out.push_back(&one);
  std::sort(out.begin(), out.end(), [](const n::Developer* a, const n::Developer* b) {
    return std::pair(model::fold(a->person.name), a->person.id) < std::pair(model::fold(b->person.name), b->person.id);
  });
  return out;
}

Result<std::vector<const n::Developer*>> chosen(Session& session, const facts::Account& account,
                                                const std::string& query) {
  if (query.empty()) return by_name(account.network);
  KITH_TRY(const RecordId with, person_id(session, query));
  KITH_TRY(const n::Developer* who, developer(account, with));
  return std::vector<const n::Developer*>{who};
}

Result<std::vector<n::Snapshot>> snapshots(Session& session) {
  KITH_TRY(std::vector<Shown> all, session.replica->list(client::kSelfSpace, Kind::snapshot));
  std::sort(all.begin(), all.end(), [](const Shown& a, const Shown& b) {
    return std::pair(a.record.date(model::snapshot::kWhen), a.record.id) <
           std::pair(b.record.date(model::snapshot::kWhen), b.record.id);
  });
  std::vector<n::Snapshot> out;
  for (const Shown& shown : all) {
    KITH_TRY(n::Snapshot one, snapshot_of(session, shown.record));
    out.push_back(std::move(one));
  }
  return out;
}

std::vector<p::MapPerson> map_people(const n::Network& network, const std::set<RecordId>& past_due) {
  std::vector<p::MapPerson> out;
  for (const n::Developer* one : by_name(network)) {
    p::MapPerson person;
    person.id = one->person.id;
    person.name = one->person.name;
    person.closeness = one->tie.closeness;
    person.seniority = one->person.seniority;
    person.system = one->person.system;
    person.inside_my_organization = one->person.inside_my_organization;
    person.frequency = one->tie.frequency;
    person.past_due = past_due.contains(one->person.id);
    person.connector = one->person.connector;
    person.functions = one->tie.functions;
    out.push_back(std::move(person));
  }
  return out;
}

Result<p::MapInput> map_input(const facts::Account& account, const model::PartialDate& day) {
  std::set<RecordId> past_due;
  for (const auto& [id, ties] : account.people) {
    if (!ties.cadence) continue;
    KITH_TRY(const n::Due due, n::due(*ties.cadence, ties.contacts, ties.pauses, day));
    if (due.state == n::DueState::amber || due.state == n::DueState::red) past_due.insert(id);
  }
  p::MapInput out;
  out.people = map_people(account.network, past_due);
  out.who_knows_whom = account.network.who_knows_whom;
  KITH_TRY(const std::vector<n::Suggestion> open, n::suggestions({account.network, account.self, account.own_level}));
  for (const n::Suggestion& one : open) out.open_needs.push_back(one.function);
  return out;
}

p::TimelineInput timeline_input(const facts::Account& account, const std::vector<const n::Developer*>& who,
                                const model::PartialDate& day) {
  p::TimelineInput out;
  out.today = day;
  for (const facts::EventRead& one : account.ahead.events) out.events.push_back(one.event);
  for (const n::Developer* one : who) {
    // What the person has not declared is not drawn as if they had.
    if (one->tie.phases.empty() && one->tie.turning_points.empty()) continue;
    p::TimelineLane lane;
    lane.name = one->person.name;
    lane.phases = one->tie.phases;
    std::stable_sort(lane.phases.begin(), lane.phases.end(), [](const n::PhaseSpan& a, const n::PhaseSpan& b) {
      return std::tuple(a.cycle, a.from.value_or(model::PartialDate{}), a.phase) <
             std::tuple(b.cycle, b.from.value_or(model::PartialDate{}), b.phase);
    });
    lane.turning_points = one->tie.turning_points;
    out.lanes.push_back(std::move(lane));
  }
  return out;
}

p::HeatMapInput heat_map_input(const facts::Account& account) {
  p::HeatMapInput out;
  for (const n::Developer* one : by_name(account.network)) {
    out.people.push_back({one->person.name, one->tie.functions.received});
  }
  for (const n::Need& need : account.self.needs) out.needs[need.function] = need.importance;
  return out;
}

std::vector<p::ReciprocityRow> reciprocity_rows(const facts::Account& account) {
  std::vector<p::ReciprocityRow> out;
  for (const n::Developer* one : by_name(account.network)) out.push_back({one->person.name, one->tie.functions});
  return out;
}

Result<p::CadenceStripInput> strip_input(const facts::Account& account, const model::PartialDate& day) {
  p::CadenceStripInput out;
  out.today = day;
  for (const n::Developer* one : by_name(account.network)) {
    const facts::Ties& ties = account.people.at(one->person.id);
    p::StripRow row{one->person.name, {}, std::nullopt};
    for (std::size_t i = 0; i < ties.contacts.size(); ++i) {
      const int quality = ties.qualities[i];
      row.contacts.push_back({ties.contacts[i], quality > 0 ? std::optional(quality) : std::nullopt});
    }
    if (ties.cadence) {
      KITH_TRY(row.due, n::due(*ties.cadence, ties.contacts, ties.pauses, day));
    }
    out.rows.push_back(std::move(row));
  }
  return out;
}

p::ThemeWheelInput theme_input(const facts::Account& account) {
  std::set<std::string> noted;
  for (const std::string& theme : account.themes) noted.insert(model::fold(theme));
  p::ThemeWheelInput out;
  out.stage = account.self.stage;
  for (const auto& stage : n::terms<n::CareerStage>()) {
    for (const auto& type : n::terms<n::PeerType>()) {
      const auto themes = n::themes_of(stage.value, type.value);
      for (std::size_t i = 0; i < themes.size(); ++i) {
        if (noted.contains(model::fold(themes[i]))) out.touched.push_back({stage.value, type.value, i});
      }
    }
  }
  return out;
}

}  // namespace kith::engine
