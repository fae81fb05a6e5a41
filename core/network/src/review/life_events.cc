#include "kith/network/life_events.h"

#include <algorithm>

#include "kith/network/elapsed.h"

namespace kith::network {
namespace {

struct EventWords {
  LifeEvent event;
  Wording afterwards;
  Wording ahead;
};

constexpr EventWords kEventWords[] = {
    {LifeEvent::promotion,
     wording("New work asks for other help. Who around you has changed by it, and who is missing for what is new?"),
     wording("New work asks for other help. Whom would you like to keep as it changes, and who could help with what is "
             "new?")},
    {LifeEvent::transfer,
     wording("Another place has other people. Whom do you still meet, whom only if you arrange it, and who is missing "
             "here?"),
     wording("Another place has other people. Whom would you still like to meet, and who is there already?")},
    {LifeEvent::rotation,
     wording("Another place has other people. Whom do you still meet, whom only if you arrange it, and who is missing "
             "here?"),
     wording("Another place has other people. Whom would you still like to meet, and who is there already?")},
    {LifeEvent::demotion,
     wording("Much may feel different now. Who stands by you, whom would you like to talk to, and who is missing?"),
     wording("Much may feel different then. Who stands by you, and whom would you like to talk to before?")},
    {LifeEvent::retirement,
     wording("Who stays part of your life, whom do you pass on to what you know, and who is missing from your days?"),
     wording("Who stays part of your life, and to whom would you like to pass on what you know?")},
    {LifeEvent::leaving,
     wording("Whom would you like to stay in touch with, who knows you well enough to be asked now and then, and who "
             "is missing?"),
     wording("Whom would you like to stay in touch with, and to whom would you like to say so before you go?")},
    {LifeEvent::move_abroad,
     wording("Who is there for you where you are now, who at home stays close from a distance, and who is missing?"),
     wording("Who could be there for you where you go, and who at home stays close from a distance?")},
    {LifeEvent::return_home,
     wording("Who of those abroad stays, whom at home do you find again, and what has changed there without you?"),
     wording("Who of those abroad would you like to keep, and whom at home do you hope to find again?")},
    {LifeEvent::new_child,
     wording("Your days have changed. Who helps with work and family, who can wait for a while, and who is missing?"),
     wording("Your days will change. Who could help with work and family, and who can wait for a while?")},
};

const EventWords* words_for(LifeEvent event) {
  const auto at = std::find_if(std::begin(kEventWords), std::end(kEventWords),
                               [event](const EventWords& row) { return row.event == event; });
  return at == std::end(kEventWords) ? nullptr : &*at;
}

}  // namespace

std::optional<EventTime> asks_for_a_look(const LifeEventMark& event, std::span<const model::PartialDate> snapshots,
                                         const model::PartialDate& today) {
  if (words_for(event.what) == nullptr || !event.when || !check_date(*event.when, "the event")) return std::nullopt;
  const std::int64_t now = days_of(today).first;
  const DaySpan days = days_of(*event.when);
  if (days.first < now - kEventDays || days.last > now + kEventDays) return std::nullopt;
  const bool ahead = days.first > now;
  for (const model::PartialDate& snapshot : snapshots) {
    if (!check_date(snapshot, "a snapshot")) continue;
    const std::int64_t day = days_of(snapshot).last;
    if (day >= (ahead ? days.first - kEventDays : days.first)) return std::nullopt;
  }
  return ahead ? EventTime::ahead : days.last < now ? EventTime::past : EventTime::around_now;
}

Sentence words_of_event(LifeEvent event, EventTime time) {
  const EventWords* words = words_for(event);
  if (words == nullptr) return {};
  return time == EventTime::ahead ? words->ahead : words->afterwards;
}

}  // namespace kith::network
