#pragma once
// What is due, as it is gathered for today.show. Private to the engine: each add_...() adds its rows.

#include <string>
#include <string_view>

#include "kith/network/elapsed.h"
#include "session/fields.h"
#include "session/people.h"

namespace kith::engine {

// From how many days before its day something is said.
inline constexpr std::int64_t kSoonDays = 7;

struct Gathering {
  const facts::Account& account;
  const People& people;
  std::int64_t now = 0;  // day number
  model::PartialDate today;
  api::TodayReply out;
};

// A new row; a person of zero is nobody.
api::DueItem* item(Gathering& all, std::string_view what, const RecordId& person, std::string_view state);

std::int64_t day_of(const model::PartialDate& date);
std::string date_of(std::int64_t day);
Sentence days_text(std::int64_t days);
void say_why(const Sentence& why, api::DueItem* row);
// The state of something that is to happen on these days; nothing for later than soon.
std::optional<std::string_view> state_of(const Gathering& all, const network::DaySpan& days);

// Contacts by their intervals, birthdays, what was agreed with one person: today_people.cc.
Result<void> add_contacts(Gathering& all);
void add_birthdays(Gathering& all);
Result<void> add_meetings(Session& session, Gathering& all);
// Alarms, action items, comparisons, moves to another relay: today_pairs.cc.
Result<void> add_alarms(Session& session, Gathering& all);
Result<void> add_actions(Session& session, Gathering& all);
Result<void> add_compared(Session& session, Gathering& all);
Result<void> add_moves(Session& session, Gathering& all);
// Circles, offers, events, the yearly look: today_ahead.cc.
void add_circles(Gathering& all);
// REQUIRES: contacts and meetings are added
void add_offers(Gathering& all);
// The days of all reassessments, for the two behind.
// When a network was looked at: the days that the snapshots show, and the last of those on which one was made
// of the network as it stood then. One of a past day is no look at what is now.
struct Looks {
  std::vector<model::PartialDate> shown;
  std::optional<std::int64_t> last;
};
Result<Looks> looks_at_network(Session& session);
void add_events(const std::vector<model::PartialDate>& snapshots, Gathering& all);
void add_review(const Looks& looks, Gathering& all);

}  // namespace kith::engine
