#include "world.h"

#include <cstdlib>
#include <iostream>

namespace kith::simulator {
namespace {

constexpr std::int64_t kStepMs = 1000;

// For a person who looks into one history.
bool talks() {
  static const bool yes = std::getenv("KITH_SIM_TALK") != nullptr;
  return yes;
}

void talk(const client::Shown& shown) {
  std::cout << "    " << shown.record.id.hex().substr(0, 6) << (shown.unsent ? " unsent" : "");
  if (shown.removed_by != 0) std::cout << " removed by " << shown.removed_by;
  for (const auto& [field, value] : shown.record.fields) {
    if (value.text() != nullptr) std::cout << " " << field << "=" << word_in(*value.text());
  }
  std::cout << "\n";
}

void talk(const Person& person) {
  for (const client::SpaceInfo& space : person.spaces()) {
    std::cout << "  " << name_of_person(person.number) << ", space " << space.number << ": head " << space.head.position
              << ", unsent " << space.unsent << ", only here " << space.only_here << ", stopped "
              << (space.stopped == Code{} ? "no" : code_name(space.stopped)) << "\n";
    for (const client::Shown& shown : person.records(space.number)) talk(shown);
  }
}

void talk(const client::SyncReport& report) {
  std::cout << "  sent " << report.sent << " received " << report.received << " pending " << report.pending << "\n";
  for (const client::SpaceResult& one : report.spaces) {
    if (one.code != Code{}) std::cout << "  space " << one.space << ": " << code_name(one.code) << ", " << one.detail << "\n";
  }
  for (const client::Alarm& alarm : report.alarms) {
    std::cout << "  alarm of space " << alarm.space << ": " << code_name(alarm.code) << " at " << alarm.position << ", "
              << alarm.detail << "\n";
  }
}

}  // namespace

World::World(const Start& start, const Setting& s, std::uint64_t seed)
    : setting(s), random(seed), host(start.relay, Secret::copy_of(start.relay_key), clock, random) {
  for (unsigned i = 0; i < setting.persons; ++i) {
    persons_.emplace_back(i, start.vaults.at(i), Secret::copy_of(start.administrations.at(i)), host, trace, random);
  }
}

Start World::as_start() const {
  Start out;
  for (const Person& person : persons_) {
    out.vaults.push_back(person.disk.rows());
    out.administrations.push_back(to_bytes(person.administration.secret.reveal()));
  }
  out.relay = host.rows();
  out.relay_key = host.seed();
  return out;
}

void World::fault(const std::string& what) {
  if (!fault_) fault_ = what;
}

void World::step(const Op& op) {
  trace.add(name_of(op.what));
  if (talks()) {
    for (const Person& one : persons_) talk(one);
    std::cout << text_of(op) << "\n";
  }
  clock.advance(kStepMs);
  for (Person& one : persons_) one.clock.advance(kStepMs);
  Person& who = person(op.who);
  if (op.what >= Do::restart) {
    happen(*this, op);
  } else if (is_honest(who)) {
    const bool whole = who.tries([&] { op.what >= Do::sync ? sync_or_pair(*this, who, op) : act(*this, who, op); });
    trace.add(std::uint64_t{whole ? 1U : 0U});
  }
  for (const Person& one : persons_) {
    if (!one.opens) fault("the vault of " + std::string(name_of_person(one.number)) + " does not open any more");
    if (one.link.leaked()) fault("the relay was handed words of " + std::string(name_of_person(one.number)));
  }
}

void note_report(World& world, Do what, const Result<client::SyncReport>& report) {
  if (!note(world, what, report)) return;
  for (const std::uint64_t number : {report->sent, report->received, report->pending}) world.trace.add(number);
  if (talks()) talk(*report);
  for (const client::Alarm& alarm : report->alarms) {
    world.trace.add(static_cast<std::uint64_t>(alarm.code));
    world.saw(alarm.code);
  }
}

void World::all_is_well() {
  for (Person& person : persons_) {
    person.link.calm();
    person.link.point_at(host);
    person.disk.calm();
  }
  other.reset();
}

std::multimap<std::string, EntryName> World::sealed_words() const {
  std::multimap<std::string, EntryName> out;
  for (const Person& person : persons_) out.merge(entries_of_words(person.disk.rows()));
  return out;
}

void World::note_losses(const std::multimap<std::string, EntryName>& known) {
  std::set<std::string> held;
  for (const Person& person : persons_) held.merge(words_held(person.disk.rows()));
  std::set<EntryName> at_relay;
  for (const auto& [key, stored] : host.rows().log) {
    at_relay.insert(*EntryName::from(envelope::entry_hash(stored.entry).view().first(EntryName::kSize)));
  }
  for (auto& [word, said] : ledger.said()) {
    if (held.contains(word)) continue;
    bool there = false;
    for (auto [at, end] = known.equal_range(word); at != end; ++at) there = there || at_relay.contains(at->second);
    said.lost = said.lost || !there;
  }
  for (auto& [key, burnt] : ledger.burnt()) {
    bool kept = false;
    for (const Person& person : persons_) {
      const auto number = person.number_of(key.first);
      kept = kept || (number && is_withdrawn(person.disk.rows(), *number, key.second));
    }
    burnt.lost = burnt.lost || !kept;
  }
}

}  // namespace kith::simulator
