#include "kith/facts/ahead.h"

#include <algorithm>

#include "reading.h"

namespace kith::facts {
namespace {

CircleRead read_circle(const model::Record& record) {
  CircleRead out;
  out.id = record.id;
  out.name = record.text(model::circle::kName);
  for (const model::Value& member : values_in(record, model::circle::kMembers)) {
    if (member.id() != nullptr) out.circle.members.push_back(*member.id());
  }
  if (const RecordId senior = record.ref(model::circle::kSenior); !senior.is_zero()) out.circle.senior = senior;
  out.circle.frequency = term_in<network::Frequency>(record, model::circle::kFrequency);
  out.circle.check_in = lines_in(record, model::circle::kCheckIn);
  out.circle.next = date_in(record, model::circle::kNextDate);
  return out;
}

}  // namespace

Ahead read_ahead(std::span<const model::Record> offers, std::span<const model::Record> circles,
                 std::span<const model::Record> events) {
  Ahead out;
  for (const model::Record& record : offers) {
    const RecordId person = record.ref(model::offer::kPerson);
    if (!person.is_zero()) out.offers.push_back({record.id, {person, record.text(model::offer::kWhat)}});
  }
  for (const model::Record& record : circles) out.circles.push_back(read_circle(record));
  for (const model::Record& record : events) {
    const auto what = term_in<network::LifeEvent>(record, model::life_event::kWhat);
    if (!what) continue;
    out.events.push_back({record.id,
                          {*what, date_in(record, model::life_event::kWhen)},
                          record.text(model::life_event::kNote)});
  }
  return out;
}

bool note_meeting(const model::Record& conversation, std::vector<CircleRead>& circles) {
  const RecordId id = conversation.ref(model::conversation::kCircle);
  if (id.is_zero()) return false;
  const auto at = std::find_if(circles.begin(), circles.end(), [&](const CircleRead& one) { return one.id == id; });
  if (at == circles.end()) return false;
  if (const auto when = date_in(conversation, model::conversation::kWhen)) at->meetings.push_back(*when);
  if (const auto next = date_in(conversation, model::conversation::kNextDate)) at->agreed.push_back(*next);
  return true;
}

std::vector<RecordId> people_of(const network::Circle& circle) {
  std::vector<RecordId> out = circle.members;
  if (circle.senior && std::find(out.begin(), out.end(), *circle.senior) == out.end()) out.push_back(*circle.senior);
  return out;
}

}  // namespace kith::facts
