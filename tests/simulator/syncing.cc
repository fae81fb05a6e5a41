// What a person does with the network: syncing, pairing, ending a pair, going on under new keys.

#include "kith/client/moving.h"
#include "world.h"

namespace kith::simulator {
namespace {

using client::Pair;
using client::PairState;
using client::Pairing;

constexpr std::string_view kAddress = "relay.example.org:7443";

void sync_space(World& world, Person& person, const Op& op) {
  const auto all = person.spaces();
  if (all.empty()) return;
  client::SyncClient client(*person.replica, person.link);
  note_report(world, op.what, client.sync_space(all[op.a % all.size()].number));
}

// The relay tells that a space grew; the rows come along, or only the head.
void live(World& world, Person& person, const Op& op) {
  const auto all = person.spaces();
  if (all.empty()) return;
  const client::SpaceInfo& space = all[op.a % all.size()];
  const auto& members = space.membership.members;
  const auto me = members.find(space.my_member);
  if (me == members.end() || me->second.devices.empty()) return;
  auto page = world.host.relay().carried(space.membership.space, me->second.devices.front().sign, space.head.position);
  if (!page.ok()) return;
  if (op.b % 3 == 0) page->rows.clear();
  client::SyncClient client(*person.replica, person.link);
  note_report(world, op.what, client.apply({space.membership.space, *std::move(page)}));
}

void confirm(World& world, Person& person, const Op& op) {
  for (const Pair& pair : person.pairs()) {
    if (pair.digits.empty() || pair.verified || pair.state == PairState::ended) continue;
    note(world, op.what, Pairing(*person.replica).confirm(person.link, pair.id, pair.digits, person.administration));
    return;
  }
}

// Both see the digits afterwards, unless something came between; nobody has confirmed.
void invite(World& world, Person& person, const Op& op) {
  Person& other = world.person(op.a);
  if (&other == &person || !world.is_honest(other)) return;
  std::string code;
  const auto invitation =
      Pairing(*person.replica).invite(person.link, name_of_person(person.number), {}, kAddress);
  if (!note(world, op.what, invitation)) return;
  const bool whole = other.tries([&] {
    note(world, op.what, Pairing(*other.replica).accept(other.link, invitation->code, name_of_person(other.number), {}));
  });
  if (whole) note(world, op.what, Pairing(*person.replica).refresh(person.link));
}

void end_pair(World& world, Person& person, const Op& op) {
  std::vector<Pair> paired;
  for (const Pair& pair : person.pairs()) {
    if (pair.verified && pair.state == PairState::paired) paired.push_back(pair);
  }
  if (paired.empty()) return;
  note(world, op.what, Pairing(*person.replica).end(paired[op.a % paired.size()].id, person.administration));
}

// A copy from before a renewal cannot go on; PROTOCOL.md, "Known gaps".
void renew(World& world, Person& person, const Op& op) {
  if (!person.must_renew()) return;
  person.copy.reset();
  const auto report = person.renew();
  if (report.ok() && report->left == 0) person.older = false;
  if (report.ok()) note_report(world, op.what, report->sync);
}

// Where nothing waits for it, nothing is done; a step of the witness is a decision.
void decide_over_forks(World& world, Person& person, const Op& op) {
  if (person.must_decide()) note_report(world, op.what, person.decide());
}

// Allowed at the first time; each kit is of its moment, and she writes on beside it.
void lock(World& world, Person& person, const Op& op) {
  note(world, op.what, person.replica->set_setting(client::kRelayAddressSetting, as_bytes(kAddress)));
  client::Locked locked(*person.replica, person.shelf);
  if (!person.locked_key.empty()) {
    note(world, op.what, locked.prepare());
    return;
  }
  auto key = locked.allow();
  if (note(world, op.what, key)) person.locked_key = *std::move(key);
}

void sync_locked(World& world, Person& person, const Op& op) {
  if (person.locked_key.empty()) return;
  auto sync = client::LockedSync::open(person.locked_key, person.shelf, person.random);
  if (!note(world, op.what, sync)) return;
  client::LockedReport report;
  note(world, op.what, sync->run(person.link, report));
  world.trace.add(report.fetched);
  world.trace.add(report.sent);
}

void unlock(World& world, Person& person, const Op& op) {
  note_report(world, op.what, client::Locked(*person.replica, person.shelf).take_in());
}

}  // namespace

void sync_or_pair(World& world, Person& person, const Op& op) {
  switch (op.what) {
    case Do::sync:
      return note_report(world, op.what, person.sync());
    case Do::sync_space:
      return sync_space(world, person, op);
    case Do::live:
      return live(world, person, op);
    case Do::confirm:
      return confirm(world, person, op);
    case Do::invite:
      return invite(world, person, op);
    case Do::end_pair:
      return end_pair(world, person, op);
    case Do::lock:
      return lock(world, person, op);
    case Do::sync_locked:
      return sync_locked(world, person, op);
    case Do::unlock:
      return unlock(world, person, op);
    case Do::decide:
      return decide_over_forks(world, person, op);
    default:
      return renew(world, person, op);
  }
}

}  // namespace kith::simulator
