// What a person does with records. The ledger hears of it before it is tried: what may have been
// replaced, and after it returned: what she was told is written.

#include <algorithm>

#include "kith/client/search.h"
#include "world.h"

namespace kith::simulator {
namespace {

using client::Shown;
using client::SpaceInfo;
using client::SpaceNumber;
using model::Kind;

constexpr std::size_t kLongText = 60'000;

// Most of it happens in pairs, where others may be in between; seldom where nothing may be written.
std::optional<SpaceInfo> space_of(const Person& person, unsigned which) {
  std::vector<SpaceInfo> all = person.spaces();
  if (which % 32 != 1) std::erase_if(all, [](const SpaceInfo& space) { return !space.verified || space.ended; });
  if (all.empty()) return std::nullopt;
  if (all.size() == 1 || which % 6 == 0) return all.front();
  return all[1 + which / 4 % (all.size() - 1)];
}

std::optional<Shown> record_of(const Person& person, SpaceNumber space, unsigned which) {
  const std::vector<Shown> all = person.records(space);
  return all.empty() ? std::optional<Shown>() : all[which % all.size()];
}

model::FieldNumber field_of(const Op& op) { return static_cast<model::FieldNumber>(1 + op.c % 2); }

Kind kind_of(const SpaceInfo& space, const Op& op) {
  if (op.b % 3 == 0) return Kind::goal;
  return space.number == client::kSelfSpace ? Kind::note : Kind::agenda_line;
}

void write_new(World& world, Person& person, const SpaceInfo& space, const Op& op, const std::string& more) {
  const std::string word = world.ledger.new_word(person.number, space.number == client::kSelfSpace);
  const auto made = person.replica->create_record(space.number, kind_of(space, op), {{1, word + more}});
  if (!note(world, op.what, made)) return;
  world.ledger.wrote(word, {person.number, space.membership.space, *made, true, false, false});
}

void create(World& world, Person& person, const Op& op) {
  const auto space = space_of(person, op.a);
  if (!space) return;
  write_new(world, person, *space, op,
            op.what == Do::create_large ? std::string(kLongText, 'x') : std::string());
}

void share(World& world, Person& person, const Op& op) {
  const auto space = space_of(person, op.a);
  if (!space || space->number == client::kSelfSpace) return;
  const std::string word = world.ledger.new_word(person.number, false);
  const auto made = person.replica->create_record(space->number, Kind::passage, {{1, word}});
  if (!note(world, op.what, made)) return;
  world.ledger.wrote(word, {person.number, space->membership.space, *made, true, false, false});
  const auto note_shared = record_of(person, client::kSelfSpace, op.b);
  if (note_shared) {
    note(world, op.what, person.replica->create_record(client::kSelfSpace, Kind::share_link,
                                              {{1, note_shared->record.id}, {2, *made}}));
  }
}

// A value of hers that waits to be sent and has lost against one that came.
bool has_lost(const Person& person, const RecordId& record, model::FieldNumber field) {
  const auto conflicts = person.replica->conflicts();
  return conflicts.ok() && std::any_of(conflicts->begin(), conflicts->end(), [&](const client::Conflict& one) {
    return one.record == record && one.field == field && one.mine;
  });
}

void edit(World& world, Person& person, const Op& op) {
  const auto space = space_of(person, op.a);
  const auto record = space ? record_of(person, space->number, op.b) : std::nullopt;
  if (!record || (!world.setting.hasty && has_lost(person, record->record.id, field_of(op)))) return;
  const std::string word = world.ledger.new_word(person.number, space->number == client::kSelfSpace);
  world.ledger.done_away(word_in(record->record.text(field_of(op))));
  world.ledger.wrote(word, {person.number, space->membership.space, record->record.id, false, false, false});
  const auto done = person.replica->edit(space->number, record->record.id, {{field_of(op), model::Value(word)}});
  if (note(world, op.what, done)) {
    world.ledger.wrote(word, {person.number, space->membership.space, record->record.id, true, false, false});
  }
}

// All that she sees of the record, shown and kept, is done away with.
void done_away(World& world, const Person& person, const Shown& record) {
  for (const auto& [field, value] : record.record.fields) {
    if (value.text() != nullptr) world.ledger.done_away(word_in(*value.text()));
  }
  const auto conflicts = person.replica->conflicts();
  if (!conflicts.ok()) return;
  for (const client::Conflict& one : *conflicts) {
    if (one.record == record.record.id && one.kept.text() != nullptr) world.ledger.done_away(word_in(*one.kept.text()));
  }
}

// A vault that was put back writes again what it had sent, as somebody who has not seen the removal.
bool nothing_is_sure(World& world, const Person& person, const Shown& record) {
  if (person.older) return record.unsent;
  for (const Person& other : world.persons()) {
    if (other.older) return true;
  }
  return false;
}

void remove(World& world, Person& person, const Op& op) {
  const auto space = space_of(person, op.a);
  const auto record = space ? record_of(person, space->number, op.b) : std::nullopt;
  if (!record) return;
  const RecordPlace place{space->membership.space, record->record.id};
  done_away(world, person, *record);
  // Until it returns nothing is sure, also of what somebody removed before: what he had not seen counts as gone now.
  world.ledger.removed(place, {person.number, false, true, record->record.kind});
  const bool taken = note(world, op.what, person.replica->remove(space->number, record->record.id));
  if (!taken) return;
  const bool unsure = nothing_is_sure(world, person, *record);
  world.ledger.removed(place, {person.number, true, unsure, record->record.kind});
}

void withdraw(World& world, Person& person, const Op& op) {
  const auto space = space_of(person, op.a);
  const auto record = space ? record_of(person, space->number, op.b) : std::nullopt;
  if (!record || !record->mine) return;
  done_away(world, person, *record);
  // Until it returns it is not sure, but what the record holds may be gone all the same.
  world.ledger.withdrew({space->membership.space, record->record.id}, {person.number, false, false, record->record.kind});
  const bool taken = note(world, op.what, person.replica->withdraw(space->number, record->record.id));
  const bool unsure = person.older && record->unsent;
  world.ledger.withdrew({space->membership.space, record->record.id}, {person.number, taken, unsure, record->record.kind});
}

void bring_back(World& world, Person& person, const Op& op) {
  const auto space = space_of(person, op.a);
  if (!space) return;
  const auto removed = world.ledger.removed_by(person.number, space->membership.space);
  if (removed.empty()) return;
  const auto [id, kind] = removed[op.b % removed.size()];
  if (world.ledger.burnt().contains({space->membership.space, id})) return;
  const auto there = person.replica->find(space->number, id);
  if (!there.ok() || *there) return;
  const std::string word = world.ledger.new_word(person.number, space->number == client::kSelfSpace);
  world.ledger.wrote(word, {person.number, space->membership.space, id, false, false, false});
  const auto done = person.replica->change(space->number, {{id, kind, {{1, model::Value(word)}}, false, 0}});
  if (note(world, op.what, done)) {
    world.ledger.wrote(word, {person.number, space->membership.space, id, true, false, false});
  }
}

void decide(World& world, Person& person, const Op& op) {
  const auto conflicts = person.replica->conflicts();
  if (!conflicts.ok() || conflicts->empty()) return;
  const client::Conflict& one = (*conflicts)[op.b % conflicts->size()];
  const bool keeps = op.what == Do::keep;
  if (one.removal && !keeps) {  // the record goes, with all that is in it
    const auto shown = person.replica->find(one.space, one.record);
    if (shown.ok() && *shown) done_away(world, person, **shown);
  }
  const model::Value& loses = keeps ? one.shown : one.kept;
  if (loses.text() != nullptr) world.ledger.done_away(word_in(*loses.text()));
  const auto space = person.replica->space(one.space);
  if (space.ok()) world.ledger.decided({space->membership.space, one.record});
  note(world, op.what, keeps ? person.replica->keep(one.name) : person.replica->dismiss(one.name));
}

void find(World& world, Person& person) {
  client::SearchRequest everything;
  const auto page = person.replica->search(everything);
  if (page.ok()) world.saw(Do::find);
  world.trace.add(page.ok() ? page->found : std::uint64_t{0});
}

}  // namespace

void act(World& world, Person& person, const Op& op) {
  switch (op.what) {
    case Do::create:
    case Do::create_large:
      return create(world, person, op);
    case Do::edit:
      return edit(world, person, op);
    case Do::remove:
      return remove(world, person, op);
    case Do::withdraw:
      return withdraw(world, person, op);
    case Do::bring_back:
      return bring_back(world, person, op);
    case Do::keep:
    case Do::dismiss:
      return decide(world, person, op);
    case Do::share:
      return share(world, person, op);
    default:
      return find(world, person);
  }
}

}  // namespace kith::simulator
