// What other programs read: contact cards and a calendar. Cards carry no functions, no closeness,
// and no notes unless asked for; a calendar names nobody unless asked.

#include <array>
#include <cstdio>
#include <ctime>
#include <set>

#include "files/card_import.h"
#include "kith/interchange/calendar_out.h"
#include "kith/interchange/vcard_out.h"
#include "kith/model/partial_date.h"
#include "kith/model/people.h"
#include "methods.h"
#include "session/fields.h"
#include "session/people.h"
#include "session/records.h"

namespace kith::engine {
namespace {

namespace to = interchange;
using client::Shown;
using model::Kind;

Result<to::CardVersion> version_input(const std::string& text) {
  if (text.empty() || text == "4.0" || text == "4") return to::CardVersion::v4;
  if (text == "3.0" || text == "3") return to::CardVersion::v3;
  return fail(Code::INVALID_ARGUMENT, "cards are written in version 3.0 or 4.0");
}

std::string stamp_of(std::int64_t wall_ms) {
  const auto seconds = static_cast<std::time_t>(wall_ms / 1000);
  std::tm utc{};
  ::gmtime_r(&seconds, &utc);
  std::array<char, 32> text{};
  (void)std::strftime(text.data(), text.size(), "%Y%m%dT%H%M%SZ", &utc);
  return text.data();
}

// A record's id is random and stands nowhere outside the vaults that have the record.
void add_event(const std::string& name, const model::PartialDate& when, std::string title,
               std::vector<to::CalendarEvent>& events) {
  if (when.year != 0) events.push_back({name + "@kith", when, 60, std::move(title)});
}

std::string title_of(const People& people, const model::Record& talk) {
  std::string names;
  for (const model::Value& with : talk.list(model::conversation::kWith)) {
    if (with.id() != nullptr) names += (names.empty() ? "" : ", ") + people.name(*with.id());
  }
  return "A conversation with " + names;
}

}  // namespace

Result<api::TextOut> export_cards(Session& session, const api::CardsRequest& request) {
  to::CardOptions options;
  KITH_TRY(options.version, version_input(request.version()));
  options.with_notes = request.with_notes();
  KITH_TRY(const std::vector<model::Record> people, persons(session));
  std::set<RecordId> wanted;
  for (const std::string& query : request.pick()) {
    KITH_TRY(const model::Record found, model::find_person(people, query));
    wanted.insert(found.id);
  }
  std::vector<client::Fields> chosen;
  for (const model::Record& one : people) {
    if (wanted.empty() || wanted.contains(one.id)) chosen.push_back(one.fields);
  }
  const to::CardsOut written = to::write_cards(chosen, options);
  api::TextOut out;
  out.set_content(written.text);
  out.set_left_out(static_cast<std::uint32_t>(written.left_out.size()));
  return out;
}

Result<api::TextOut> export_calendar(Session& session, const api::CalendarRequest& request) {
  KITH_TRY(const People people, People::read(session));
  KITH_TRY(const std::vector<Shown> talks, session.replica->list(client::kSelfSpace, Kind::conversation));
  KITH_TRY(const std::vector<Shown> agreements, records(session, Kind::agreement));
  std::vector<to::CalendarEvent> events;
  const std::int64_t now = model::earliest_minute(model::minute_of_wall_ms(session.clock().wall_ms()));
  for (const Shown& talk : talks) {
    const std::string id = talk.record.id.hex();
    add_event(id, talk.record.date(model::conversation::kNextDate), title_of(people, talk.record), events);
    // One that lies ahead is planned, whether it was noted as the next one or by itself.
    const model::PartialDate when = talk.record.date(model::conversation::kWhen);
    if (model::earliest_minute(when) > now) add_event(id + ".planned", when, title_of(people, talk.record), events);
  }
  for (const Shown& agreed : agreements) {
    add_event(agreed.record.id.hex(), agreed.record.date(model::agreement::kNextDate),
              "A conversation with " + people.partner_name(agreed.space), events);
  }
  to::CalendarOptions options;
  options.stamp = stamp_of(session.clock().wall_ms());
  options.show_titles = request.with_names();
  KITH_TRY(const to::CalendarOut written, to::write_calendar(events, options));
  api::TextOut out;
  out.set_content(written.text);
  out.set_left_out(static_cast<std::uint32_t>(written.left_out.size()));
  return out;
}

}  // namespace kith::engine
