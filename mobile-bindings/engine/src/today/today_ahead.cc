// What a person means to do and may forget: what to offer before the next talk, the round of a circle,
// another look at the network after something has changed or after a year.

#include <algorithm>

#include "kith/engine/next.h"
#include "kith/model/partial_date.h"
#include "kith/network/circle.h"
#include "kith/network/life_events.h"
#include "network/network_rows.h"
#include "today/today_items.h"

namespace kith::engine {
namespace {

// Ours: a network is looked at once a year at least.
constexpr std::int64_t kReviewDays = 365;

// The next talk with that person that is due or agreed; null: there is none.
const api::DueItem* next_talk(const api::TodayReply& out, const RecordId& person) {
  const api::DueItem* found = nullptr;
  for (const api::DueItem& row : out.items()) {
    const bool talk = row.what() == "meeting" || (row.what() == "contact" && row.state() != "no_contact_yet");
    if (!talk || row.person_id() != person.hex()) continue;
    if (found == nullptr || row.due() < found->due()) found = &row;
  }
  return found;
}

Sentence why_offered(const api::DueItem& talk) {
  if (talk.what() == "meeting") return worded("you wanted to offer this; the talk is on {0}", talk.due());
  if (talk.state() == "soon") return worded("you wanted to offer this; a contact is due on {0}", talk.due());
  return worded("you wanted to offer this; a contact is due since {0}", talk.due());
}

// The date that was set for the circle while it is still to come, else what was agreed in a talk of it.
network::MaybeDate next_date_of(const facts::CircleRead& circle, const network::MeetingsHeld& held) {
  const auto to_come = [&held](const model::PartialDate& date) { return !held.last || day_of(date) > *held.last; };
  if (circle.circle.next && to_come(*circle.circle.next)) return circle.circle.next;
  network::MaybeDate out;
  for (const model::PartialDate& date : circle.agreed) {
    if (to_come(date) && (!out || day_of(date) < day_of(*out))) out = date;
  }
  return out;
}

// Everybody of the circle in turn, then me. Who has died, with whom it ended or who was removed does
// not begin.
std::vector<network::Seat> seats_of(const Gathering& all, const facts::CircleRead& circle) {
  std::vector<network::Seat> out;
  for (const RecordId& id : facts::people_of(circle.circle)) {
    const auto at = all.account.people.find(id);
    out.push_back({id, at != all.account.people.end() && !facts::is_past(at->second)});
  }
  out.push_back({all.people.me().id, true});
  return out;
}

Sentence round_of(const Gathering& all, const facts::CircleRead& circle, std::size_t meetings) {
  Sentence out = worded("check-in round: new challenges, each in turn");
  if (const auto first = network::whose_turn(seats_of(all, circle), meetings)) {
    out = *first == all.people.me().id ? worded("{0}; you begin", std::move(out))
                                       : worded("{0}; {1} begins", std::move(out), all.people.name(*first));
  }
  for (const std::string& question : circle.circle.check_in) out = worded("{0}; then: {1}", std::move(out), question);
  return out;
}

Sentence why_due(const facts::CircleRead& circle, const network::CircleDue& due) {
  if (due.agreed) return worded("the day was agreed");
  return worded("it meets {0}, {1} after the last time (our count)", said(circle.circle.frequency),
                days_text(*network::days_between_meetings(*circle.circle.frequency)));
}

}  // namespace

Result<Looks> looks_at_network(Session& session) {
  KITH_TRY(const std::vector<model::Record>* const snapshots,
           session.own.of(*session.replica, model::Kind::snapshot));
  Looks out;
  for (std::size_t i = 0; i < snapshots->size(); ++i) {
    const model::PartialDate when = (*snapshots)[i].date(model::snapshot::kWhen);
    if (!network::check_date(when, "it")) continue;
    out.shown.push_back(when);
    // A day more: a clock may have been put back since.
    const std::int64_t made = day_of(model::date_of_wall_ms(session.own.made_ms(model::Kind::snapshot, i)));
    if (network::days_of(when).last >= made - 1) out.last = std::max(out.last.value_or(made), made);
  }
  return out;
}

void add_offers(Gathering& all) {
  for (const facts::OfferRead& one : all.account.ahead.offers) {
    const auto known = all.account.people.find(one.offer.person);
    if (known == all.account.people.end() || facts::is_past(known->second)) continue;
    const api::DueItem* talk = next_talk(all.out, one.offer.person);
    if (talk == nullptr) continue;
    api::DueItem* row = item(all, "offer", one.offer.person, talk->state());
    row->set_id(one.id.hex());
    row->set_text(one.offer.what);
    row->set_due(talk->due());
    say_why(why_offered(*talk), row);
  }
}

void add_circles(Gathering& all) {
  for (const facts::CircleRead& circle : all.account.ahead.circles) {
    const network::MeetingsHeld held = network::meetings_held(circle.meetings, all.today);
    const network::MaybeDate next = next_date_of(circle, held);
    const auto due = network::circle_due(next, circle.circle.frequency, held);
    const auto state = due ? state_of(all, due->days) : std::nullopt;
    if (!state) continue;
    api::DueItem* row = item(all, "circle", {}, *state);
    row->set_id(circle.id.hex());
    row->set_text(circle.name);
    row->set_due(due->agreed ? model::format_date(*next) : date_of(due->days.first));
    say_why(worded("{0}; {1}", why_due(circle, *due), round_of(all, circle, held.count)), row);
  }
}

void add_events(const std::vector<model::PartialDate>& snapshots, Gathering& all) {
  for (const facts::EventRead& one : all.account.ahead.events) {
    const auto time = network::asks_for_a_look(one.event, snapshots, all.today);
    if (!time) continue;
    const bool ahead = *time == network::EventTime::ahead;
    const auto soon = state_of(all, network::days_of(*one.event.when));
    const std::string_view state = *time == network::EventTime::past || !soon ? "open" : *soon;
    api::DueItem* row = item(all, "event", {}, state);
    row->set_id(one.id.hex());
    row->set_text(said(one.event.what) + (one.note.empty() ? "" : ": " + one.note));
    row->set_due(model::format_date(*one.event.when));
    add_next({Step::SNAPSHOT_SAVE}, row->mutable_next());
    const Sentence days = days_text(network::kEventDays);
    say_why(Sentence::joined({network::words_of_event(one.event.what, *time),
                              worded("Keep your network as it is now, and what you decide."),
                              ahead ? worded("(An event in the next {0} asks for a look: our rule.)", days)
                                    : worded("(An event of the last {0} asks for a look: our rule.)", days)}),
            row);
  }
}

void add_review(const Looks& looks, Gathering& all) {
  if (!looks.last || all.now - *looks.last < kReviewDays) return;
  api::DueItem* row = item(all, "review", {}, "amber");
  row->set_due(date_of(*looks.last + kReviewDays));
  say_why(worded("your network was reassessed {0} ago (after {1} another look is due: our rule)",
                 days_text(all.now - *looks.last), days_text(kReviewDays)),
          row);
}

}  // namespace kith::engine
