// What happens to a device and to the relay.

#include "hostile.h"
#include "kith/changelog/incarnation.h"
#include "world.h"

namespace kith::simulator {
namespace {

constexpr std::int64_t kMinuteMs = 60'000;

// A copy that is made while an invitation is under way, or of a vault that must be renewed, is none
// that could go on: PROTOCOL.md, "Known gaps".
void keep_copy(World& world, Person& person) {
  if (person.must_renew()) return;
  const auto pairs = person.pairs();
  for (const client::Pair& pair : pairs) {
    if (pair.state != client::PairState::paired) return;
  }
  world.saw(Do::keep_copy);
  person.copy = VaultCopy{person.disk.rows(), pairs.size()};
}

void put_back(World& world, Person& person, const Op& op) {
  if (!person.copy || person.must_renew()) return;
  const auto pairs = person.pairs();
  if (pairs.size() != person.copy->pairs) return;
  for (const client::Pair& pair : pairs) {
    if (pair.state != client::PairState::paired) return;
  }
  const auto sealed = world.sealed_words();
  Disk::Rows rows = person.copy->rows;
  if (op.b % 2 == 0) {
    rows[{changelog::Table::meta, to_bytes(changelog::kIncarnationPending)}] = Bytes(1, changelog::kIncarnationRestored);
  }
  world.saw(Do::put_back);
  ++world.vaults_put_back;
  person.disk.put_back(std::move(rows));
  person.open();
  person.older = true;
  for (auto& [place, by] : world.ledger.removed()) by.lost = by.lost || by.who == person.number;
  world.note_losses(sealed);
}

void set_clock(Person& person, const Op& op) {
  const std::int64_t now = person.clock.wall_ms();
  const auto by = static_cast<std::int64_t>(op.b % 600) * kMinuteMs;
  person.clock.set_wall(op.a % 2 == 0 ? now + by : now - by);
}

void happen_to(World& world, Person& person, const Op& op) {
  switch (op.what) {
    case Do::restart:
      return person.open();
    case Do::crash:
      return person.disk.crash_at(1 + op.a % 12, op.b % 2 == 0);
    case Do::disk_full:
      return person.disk.full_at(1 + op.a % 12);
    case Do::offline:
    case Do::online:
      return person.link.set_offline(op.what == Do::offline);
    case Do::lose_reply:
      return person.link.lose_reply_at(1 + op.a % 8);
    case Do::twice:
      return person.link.arrive_twice_at(1 + op.a % 8);
    case Do::late_copy:
      return person.link.late_copy();
    case Do::clock:
      return set_clock(person, op);
    case Do::keep_copy:
      return keep_copy(world, person);
    default:
      return put_back(world, person, op);
  }
}

// Who knows most of each log is the first to find out that it went back.
void heal_relay(World& world) {
  for (const auto& [id, state] : LogShelf::Rows(world.host.rows()).spaces) {
    Person* furthest = nullptr;
    std::uint64_t position = 0;
    for (Person& person : world.persons()) {
      const auto number = person.number_of(id);
      const auto space = number ? person.replica->space(*number) : Result<client::SpaceInfo>(Error{});
      if (!space.ok() || (furthest != nullptr && space->head.position <= position)) continue;
      furthest = &person;
      position = space->head.position;
    }
    if (furthest == nullptr) continue;
    client::SyncClient client(*furthest->replica, furthest->link);
    note_report(world, Do::relay_put_back, client.sync_space(*furthest->number_of(id)));
  }
}

void put_relay_back(World& world) {
  if (!world.relay_copy) return;
  const auto sealed = world.sealed_words();
  world.saw(Do::relay_put_back);
  world.host.put_back(*world.relay_copy);
  world.note_losses(sealed);
  if (!world.setting.heals_at_once) return;
  world.all_is_well();
  heal_relay(world);
}

// The answer is believed, and there is nothing behind it. If somebody else writes before this person
// comes again, that is a fork.
void take_nothing(World& world, Person& person) {
  person.link.lie({Lying::takes_nothing, 0, 0});
  static_cast<void>(person.tries([&] { static_cast<void>(person.sync()); }));
  person.link.lie({});
  if (world.setting.heals_at_once) {
    person.link.calm();
    person.disk.calm();
    static_cast<void>(person.sync());
  }
}

void split(World& world, Person& person) {
  if (world.setting.heals_at_once) return;
  if (!world.other) world.other = world.host.split();
  person.link.point_at(*world.other);
}

void happen_at_relay(World& world, const Op& op) {
  Person& person = world.person(op.who);
  switch (op.what) {
    case Do::wait:
      world.clock.advance(static_cast<std::int64_t>(op.a % 60) * kMinuteMs);
      return;
    case Do::relay_restart:
      return world.host.restart();
    case Do::relay_keep_copy:
      world.relay_copy = world.host.rows();
      return;
    case Do::relay_put_back:
      return put_relay_back(world);
    case Do::relay_lies:
      return person.link.lie({static_cast<Lying>(1 + op.a % kLies), op.b, op.c});
    case Do::relay_is_honest:
      return person.link.lie({});
    case Do::relay_takes_nothing:
      return take_nothing(world, person);
    case Do::relay_splits:
      return split(world, person);
    default:
      return write_as_hostile(world, op);
  }
}

}  // namespace

void happen(World& world, const Op& op) {
  if (op.what >= Do::wait) return happen_at_relay(world, op);
  Person& person = world.person(op.who);
  // Reading what is to be put back may meet a crash that was told earlier.
  static_cast<void>(person.tries([&] { happen_to(world, person, op); }));
}

}  // namespace kith::simulator
