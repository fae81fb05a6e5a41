#pragma once
// World is a few persons, one relay, one clock and one random source, on one thread. It takes the
// steps of a history one by one, and notes the first thing that must never be.
//
// Threads: one.
// Owns:    everything in it.
// Units:   a step is a second on every clock.

#include <deque>

#include "ledger.h"
#include "person.h"
#include "stored.h"

namespace kith::simulator {

// A world as bytes, made once and begun from many times.
struct Start {
  std::vector<Disk::Rows> vaults;
  std::vector<Bytes> administrations;
  LogShelf::Rows relay;
  Bytes relay_key;
};

// What happened at all, so that a simulation which tries nothing cannot pass for one that holds.
struct Witness {
  std::map<Do, std::uint64_t> steps;
  std::map<Code, std::uint64_t> alarms;
};

class World {
 public:
  World(const Start& start, const Setting& setting, std::uint64_t seed);

  void step(const Op& op);
  Start as_start() const;

  Person& person(unsigned who) { return persons_[who % persons_.size()]; }
  std::deque<Person>& persons() { return persons_; }
  bool is_honest(const Person& person) const { return !setting.hostile || person.number + 1 != persons_.size(); }
  // The first thing that went wrong stays.
  void fault(const std::string& what);
  const std::optional<std::string>& first_fault() const { return fault_; }
  // Something was put back to an older state: which words nobody holds any more is noted.
  void note_losses(const std::multimap<std::string, EntryName>& known);
  // Where every word is, sealed; to be asked before something is put back.
  std::multimap<std::string, EntryName> sealed_words() const;
  void all_is_well();
  // A step of that kind was more than nothing; a device raised that alarm.
  void saw(Do what) { ++witness_.steps[what]; }
  void saw(Code alarm) { ++witness_.alarms[alarm]; }
  const Witness& witness() const { return witness_; }

  const Setting setting;
  Trace trace;
  Ledger ledger;
  testing::SeededRandom random;
  testing::FakeClock clock;  // the relay's
  Host host;
  std::unique_ptr<Host> other;  // the second history of a relay that shows two
  std::optional<LogShelf::Rows> relay_copy;
  unsigned vaults_put_back = 0;

 private:
  std::deque<Person> persons_;
  std::optional<std::string> fault_;
  Witness witness_;
};

// Notes how a call ended; whether it did what it was to do.
template <typename T>
bool note(World& world, Do what, const Result<T>& result) {
  world.trace.add(static_cast<std::uint64_t>(result.ok() ? Code{} : result.error().code));
  if (result.ok()) world.saw(what);
  return result.ok();
}
void note_report(World& world, Do what, const Result<client::SyncReport>& report);

// What a person does, and what happens to the world. Each in a file of its own.
void act(World& world, Person& person, const Op& op);
void sync_or_pair(World& world, Person& person, const Op& op);
void happen(World& world, const Op& op);

}  // namespace kith::simulator
