// What is due in the spaces of pairs, and what was noticed there.

#include "kith/client/compare.h"
#include "kith/client/moving.h"
#include "kith/engine/next.h"
#include "kith/model/partial_date.h"
#include "kith/network/compare.h"
#include "session/records.h"
#include "sync/alarms.h"
#include "today/today_items.h"

namespace kith::engine {

namespace n = network;
using client::kSelfSpace;
using client::Shown;
using model::Kind;

// What was noticed and nobody has looked at yet.
Result<void> add_alarms(Session& session, Gathering& all) {
  KITH_TRY(const std::vector<client::Alarm> alarms, session.replica->alarms());
  for (const client::Alarm& alarm : alarms) {
    if (!is_open(alarm)) continue;
    const std::string id = std::to_string(alarm.id);
    api::DueItem* row = item(all, "alarm", all.people.partner(alarm.space), "red");
    row->set_id(id);
    row->set_text(std::string(code_name(alarm.code)));
    say_why(worded("something does not hold together; look what it means, and what can be done"), row);
    add_next({Step::ALARM_SHOW, {id}}, row->mutable_next());
  }
  return {};
}

Result<void> add_actions(Session& session, Gathering& all) {
  KITH_TRY(const std::vector<Shown> actions, records(session, Kind::action));
  for (const Shown& shown : actions) {
    if (shown.record.text(model::action::kState) != "open") continue;
    KITH_TRY(const client::SpaceInfo space, session.replica->space(shown.space));
    // In a pair that has ended nobody can mark it as done any more.
    if (space.ended || shown.record.integer(model::action::kOwner) != std::int64_t{space.my_member}) continue;
    const model::PartialDate due = shown.record.date(model::action::kDue);
    const bool dated = due.year != 0 && static_cast<bool>(n::check_date(due, "due"));
    const auto state = dated ? state_of(all, n::days_of(due)) : std::optional<std::string_view>("open");
    if (!state) continue;
    api::DueItem* row = item(all, "action", all.people.partner(shown.space), *state);
    row->set_id(shown.record.id.hex());
    row->set_text(shown.record.text(model::action::kText));
    if (dated) row->set_due(model::format_date(due));
    say_why(dated ? worded("you said you would") : worded("you said you would; no date is set"), row);
  }
  return {};
}

// Somebody of a pair who would compare, and lets it be known.
Result<void> add_compared(Session& session, Gathering& all) {
  KITH_TRY(const std::vector<client::SpaceInfo> spaces, session.replica->spaces());
  for (const client::SpaceInfo& space : spaces) {
    if (space.number == kSelfSpace || space.ended) continue;
    KITH_TRY(const std::vector<client::Compared> list, client::Compare(*session.replica).list(space.number));
    for (const client::Compared& one : list) {
      if (one.state != client::CompareState::theirs_ready || !n::is_question(one.question)) continue;
      api::DueItem* row = item(all, "compare", all.people.partner(space.number), "open");
      row->set_text(one.question);
      say_why(worded("an answer is sealed there; nothing tells that you do not answer"), row);
    }
  }
  return {};
}

// Pairs that are at two relays.
Result<void> add_moves(Session& session, Gathering& all) {
  KITH_TRY(const std::vector<client::PartnerPlace> places, client::Moving(*session.replica).partners());
  for (const client::PartnerPlace& place : places) {
    api::DueItem* row = item(all, "move", all.people.partner(place.space), "open");
    if (place.moved) {
      row->set_text(place.moved->address);
      say_why(worded("your partner goes on at this relay"), row);
      add_next({Step::RELAY_FOLLOW, {row->person()}}, row->mutable_next());
    } else {
      say_why(worded("what you write to this pair waits until your partner has moved too"), row);
    }
  }
  return {};
}

}  // namespace kith::engine
