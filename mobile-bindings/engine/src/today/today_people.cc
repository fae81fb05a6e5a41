// What is due with one person: a contact, a birthday, a meeting.

#include "kith/engine/next.h"
#include "kith/model/partial_date.h"
#include "kith/network/birthday.h"
#include "session/records.h"
#include "today/today_items.h"

namespace kith::engine {

namespace n = network;

namespace {

// How often was said of a mentor or a protégé; a friend is not in arrears.
bool is_friend_now(const facts::Ties& ties) {
  return ties.relationship.text(model::relationship::kOutcome) == n::term(n::Outcome::friendship).code;
}

}  // namespace

Result<void> add_contacts(Gathering& all) {
  for (const auto& [id, ties] : all.account.people) {
    if (!ties.cadence) continue;
    KITH_TRY(const n::Due due, n::due(*ties.cadence, ties.contacts, ties.pauses, all.today));
    if (due.state == n::DueState::paused) continue;
    if (due.state == n::DueState::no_contact_yet) {
      say_why(worded("no contact is logged yet"), item(all, "contact", id, "no_contact_yet"));
      continue;
    }
    const bool resting = due.state == n::DueState::resting;
    if (resting && (!due.amber_from || *due.amber_from - all.now > kSoonDays)) continue;
    const bool is_friend = is_friend_now(ties);
    const bool red = due.state == n::DueState::red && !is_friend;
    api::DueItem* row = item(all, "contact", id, resting ? "soon" : red ? "red" : "amber");
    if (due.amber_from) row->set_due(date_of(*due.amber_from));
    Sentence why = worded("last contact {0} ago; you want one every {1}, at most {2}",
                          days_text(all.now - *due.last_contact), days_text(ties.cadence->ideal_days),
                          days_text(ties.cadence->max_days));
    if (is_friend) why = worded("{0}; that was said before it became a friendship", std::move(why));
    say_why(why, row);
    if (is_friend) add_next({Step::RELATIONSHIP_SET, {row->person(), "ideal_days"}}, row->mutable_next());
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
    Sentence why = away == 0  ? worded("it is today")
                   : away > 0 ? worded("in {0}", days_text(away))
                              : worded("{0} ago", days_text(-away));
    if (near->age && *near->age > 0) why = worded("{0}; {1} years", std::move(why), *near->age);
    say_why(why, row);
  }
}

namespace {

void add_meeting(Gathering& all, const RecordId& id, const RecordId& person, const model::PartialDate& date,
                 Literal<0> why) {
  if (date.year == 0 || !n::check_date(date, "it") || n::days_of(date).last < all.now) return;
  const auto state = state_of(all, n::days_of(date));
  if (!state) return;
  api::DueItem* row = item(all, "meeting", person, *state);
  row->set_id(id.hex());
  row->set_due(model::format_date(date));
  say_why(why, row);
}

}  // namespace

Result<void> add_meetings(Session& session, Gathering& all) {
  for (const facts::NextMeeting& next : all.account.meetings) {
    const auto known = all.account.people.find(next.person);
    if (known != all.account.people.end() && facts::is_over(known->second)) continue;
    add_meeting(all, next.conversation, next.person, next.when, "agreed in the last conversation");
  }
  KITH_TRY(const std::vector<client::Shown> agreements, records(session, model::Kind::agreement));
  for (const client::Shown& shown : agreements) {
    KITH_TRY(const client::SpaceInfo space, session.replica->space(shown.space));
    const auto partner = all.account.people.find(all.people.partner(shown.space));
    const bool over = partner != all.account.people.end() && facts::is_over(partner->second);
    if (space.ended || over) continue;
    add_meeting(all, shown.record.id, all.people.partner(shown.space), shown.record.date(model::agreement::kNextDate),
                "in the agreement of your pair");
  }
  return {};
}

}  // namespace kith::engine
