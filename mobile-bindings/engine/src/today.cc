// What is due, and why. Nothing is sent to anybody.

#include <algorithm>
#include <chrono>

#include "kith/client/compare.h"
#include "kith/model/partial_date.h"
#include "kith/network/birthday.h"
#include "kith/network/compare.h"
#include "network_rows.h"
#include "sync_result.h"

namespace kith::engine {
namespace {

namespace n = network;
using client::kSelfSpace;
using client::Shown;
using model::Kind;

constexpr std::int64_t kSoonDays = 7;
// Ours: a network is looked at once a year at least.
constexpr std::int64_t kReviewDays = 365;

std::int64_t day_of(const model::PartialDate& date) { return n::days_of(date).first; }

std::string date_of(std::int64_t day) {
  using namespace std::chrono;
  static const std::int64_t kFirst = day_of({1, 1, 1});
  const year_month_day date{sys_days{year{1} / 1 / 1} + days{day - kFirst}};
  return model::format_date({static_cast<std::int16_t>(static_cast<int>(date.year())),
                             static_cast<std::uint8_t>(static_cast<unsigned>(date.month())),
                             static_cast<std::uint8_t>(static_cast<unsigned>(date.day()))});
}

std::string days_text(std::int64_t days) { return days == 1 ? "1 day" : std::to_string(days) + " days"; }

struct Gathering {
  const facts::Account& account;
  const People& people;
  std::int64_t now = 0;
  model::PartialDate today;
  api::TodayReply out;
};

api::DueItem* item(Gathering& all, std::string_view what, const RecordId& person, std::string_view state) {
  api::DueItem* row = all.out.add_items();
  row->set_what(std::string(what));
  row->set_state(std::string(state));
  if (!person.is_zero()) {
    row->set_person(all.people.name(person));
    row->set_person_id(person.hex());
  }
  return row;
}

// What was noticed and nobody has looked at yet.
Result<void> add_alarms(Session& session, Gathering& all) {
  KITH_TRY(const std::vector<client::Alarm> alarms, session.replica->alarms());
  for (const client::Alarm& alarm : alarms) {
    if (!is_open(alarm)) continue;
    const std::string id = std::to_string(alarm.id);
    api::DueItem* row = item(all, "alarm", all.people.partner(alarm.space), "red");
    row->set_id(id);
    row->set_text(std::string(code_name(alarm.code)));
    row->set_why("kith alarms show " + id + " says what it means, and what can be done");
  }
  return {};
}

Result<void> add_contacts(Gathering& all) {
  for (const auto& [id, ties] : all.account.people) {
    if (!ties.cadence) continue;
    KITH_TRY(const n::Due due, n::due(*ties.cadence, ties.contacts, ties.pauses, all.today));
    if (due.state == n::DueState::paused) continue;
    if (due.state == n::DueState::no_contact_yet) {
      item(all, "contact", id, "no_contact_yet")->set_why("no contact is logged yet");
      continue;
    }
    const bool resting = due.state == n::DueState::resting;
    if (resting && (!due.amber_from || *due.amber_from - all.now > kSoonDays)) continue;
    api::DueItem* row = item(all, "contact", id, resting ? "soon" : due.state == n::DueState::red ? "red" : "amber");
    if (due.amber_from) row->set_due(date_of(*due.amber_from));
    row->set_why("last contact " + days_text(all.now - *due.last_contact) + " ago; you want one every " +
                 days_text(ties.cadence->ideal_days) + ", at most " + days_text(ties.cadence->max_days));
  }
  return {};
}

// With the days around: a word on the day after is better than none.
void add_birthdays(Gathering& all) {
  constexpr int kDaysAfterwards = 2;
  for (const auto& [id, ties] : all.account.people) {
    if (facts::is_over(ties)) continue;
    const model::PartialDate born = ties.person.date(model::person::kBirthday);
    const auto near = n::near_birthday(born, all.today, kDaysAfterwards, kSoonDays);
    if (!near) continue;
    const std::int64_t away = near->day - all.now;
    api::DueItem* row = item(all, "birthday", id, away == 0 ? "today" : away > 0 ? "soon" : "past");
    row->set_due(date_of(near->day));
    std::string why = away == 0 ? "it is today" : away > 0 ? "in " + days_text(away) : days_text(-away) + " ago";
    if (near->age && *near->age > 0) why += "; " + std::to_string(*near->age) + " years";
    row->set_why(why);
  }
}

// The state of something that is to happen on a day known in part; nothing for later than soon.
std::optional<std::string_view> state_of(const Gathering& all, const model::PartialDate& date) {
  const n::DaySpan days = n::days_of(date);
  if (days.last < all.now) return "overdue";
  if (days.first <= all.now) return "today";
  if (days.first - all.now <= kSoonDays) return "soon";
  return std::nullopt;
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
    const auto state = dated ? state_of(all, due) : std::optional<std::string_view>("open");
    if (!state) continue;
    api::DueItem* row = item(all, "action", all.people.partner(shown.space), *state);
    row->set_id(shown.record.id.hex());
    row->set_text(shown.record.text(model::action::kText));
    if (dated) row->set_due(model::format_date(due));
    row->set_why(dated ? "you said you would" : "you said you would; no date is set");
  }
  return {};
}

void add_meeting(Gathering& all, const RecordId& id, const RecordId& person, const model::PartialDate& date,
                 std::string_view why) {
  if (date.year == 0 || !n::check_date(date, "it") || n::days_of(date).last < all.now) return;
  const auto state = state_of(all, date);
  if (!state) return;
  api::DueItem* row = item(all, "meeting", person, *state);
  row->set_id(id.hex());
  row->set_due(model::format_date(date));
  row->set_why(std::string(why));
}

Result<void> add_meetings(Session& session, Gathering& all) {
  for (const facts::NextMeeting& next : all.account.meetings) {
    add_meeting(all, next.conversation, next.person, next.when, "agreed in the last conversation");
  }
  KITH_TRY(const std::vector<Shown> agreements, records(session, Kind::agreement));
  for (const Shown& shown : agreements) {
    KITH_TRY(const client::SpaceInfo space, session.replica->space(shown.space));
    if (space.ended) continue;
    add_meeting(all, shown.record.id, all.people.partner(shown.space), shown.record.date(model::agreement::kNextDate),
                "in the agreement of your pair");
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
      row->set_why("an answer is sealed there; nothing tells that you do not answer");
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
      row->set_why("your partner goes on at this relay: kith relay follow P");
    } else {
      row->set_why("what you write to this pair waits until your partner has moved too");
    }
  }
  return {};
}

Result<void> add_review(Session& session, Gathering& all) {
  KITH_TRY(const std::vector<Shown> snapshots, session.replica->list(kSelfSpace, Kind::snapshot));
  std::optional<std::int64_t> last;
  for (const Shown& shown : snapshots) {
    const model::PartialDate when = shown.record.date(model::snapshot::kWhen);
    if (n::check_date(when, "it")) last = std::max(last.value_or(day_of(when)), day_of(when));
  }
  if (!last || all.now - *last < kReviewDays) return {};
  api::DueItem* row = item(all, "review", {}, "amber");
  row->set_due(date_of(*last + kReviewDays));
  row->set_why("your network was reassessed " + days_text(all.now - *last) + " ago");
  return {};
}

int urgency(const api::DueItem& row) {
  static constexpr std::string_view kOrder[] = {"red", "overdue", "today", "amber", "no_contact_yet", "soon", "past", "open"};
  return static_cast<int>(std::find(std::begin(kOrder), std::end(kOrder), row.state()) - std::begin(kOrder));
}

Result<api::TodayReply> show_today(Session& session, const api::Empty&) {
  KITH_TRY(const AccountRead held, account(session));
  const facts::Account& own = *held;
  KITH_TRY(const People people, People::read(session));
  Gathering all{own, people, day_of(engine::today(session)), engine::today(session), {}};
  all.out.set_day(model::format_date(all.today));
  KITH_CHECK(add_alarms(session, all));
  KITH_CHECK(add_contacts(all));
  add_birthdays(all);
  KITH_CHECK(add_actions(session, all));
  KITH_CHECK(add_meetings(session, all));
  KITH_CHECK(add_compared(session, all));
  KITH_CHECK(add_moves(session, all));
  KITH_CHECK(add_review(session, all));
  std::stable_sort(all.out.mutable_items()->begin(), all.out.mutable_items()->end(),
                   [](const api::DueItem& a, const api::DueItem& b) {
                     return std::tuple(urgency(a), a.due(), a.person()) < std::tuple(urgency(b), b.due(), b.person());
                   });
  return all.out;
}

}  // namespace

std::span<const Method> today_methods() {
  static constexpr Method kTable[] = {method<show_today>("today.show")};
  return kTable;
}

}  // namespace kith::engine
