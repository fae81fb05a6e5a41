// What is due, and why. Nothing is sent to anybody.

#include <algorithm>

#include "kith/model/partial_date.h"
#include "methods.h"
#include "session/people.h"
#include "today/today_items.h"

namespace kith::engine {
namespace {

int urgency(const api::DueItem& row) {
  static constexpr std::string_view kOrder[] = {"red", "overdue", "today", "amber", "no_contact_yet", "soon", "past", "open"};
  return static_cast<int>(std::find(std::begin(kOrder), std::end(kOrder), row.state()) - std::begin(kOrder));
}

}  // namespace

Result<api::TodayReply> today_show(Session& session, const api::Empty&) {
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
  add_offers(all);
  add_circles(all);
  KITH_TRY(const Looks looks, looks_at_network(session));
  add_events(looks.shown, all);
  KITH_CHECK(add_compared(session, all));
  KITH_CHECK(add_moves(session, all));
  add_review(looks, all);
  std::stable_sort(all.out.mutable_items()->begin(), all.out.mutable_items()->end(),
                   [](const api::DueItem& a, const api::DueItem& b) {
                     return std::tuple(urgency(a), a.due(), a.person()) < std::tuple(urgency(b), b.due(), b.person());
                   });
  return all.out;
}

}  // namespace kith::engine
