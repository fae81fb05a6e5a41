#include "settle.h"

namespace kith::simulator {
namespace {

using client::SpaceInfo;

// What nobody may need more of. A renewal may be made anew a few times within a round.
constexpr int kRounds = 3;
constexpr int kRoundsOfProbes = 2;

std::string told(const Person& person, const Error& error) {
  return std::string(name_of_person(person.number)) + ": " + std::string(code_name(error.code)) + ", " +
         error.message.text();
}

// A relay that went to and fro too often waits for a person, who looks and lets it go on.
void let_forks_go_on(World& world, Person& person) {
  const auto alarms = person.replica->alarms();
  if (!alarms.ok()) return;
  for (const client::Alarm& alarm : *alarms) {
    if (alarm.code == Code::FORK && !alarm.dismissed) note(world, Do::keep, person.replica->dismiss_alarm(alarm.id));
  }
}

Result<void> sync_one(World& world, Person& person) {
  if (person.must_renew()) {
    note(world, Do::renew, person.renew());
  }
  let_forks_go_on(world, person);
  if (person.must_decide()) note_report(world, Do::decide, person.decide());
  const auto report = person.sync();
  note_report(world, Do::sync, report);
  if (!report.ok()) return report.error();
  for (const client::SpaceResult& one : report->spaces) {
    if (one.code != Code{}) return Error{one.code, one.detail};
  }
  return {};
}

void sync_all(World& world, int rounds) {
  for (int round = 1; round <= rounds; ++round) {
    for (Person& person : world.persons()) {
      if (!world.is_honest(person)) continue;
      const auto done = sync_one(world, person);
      if (!done && round == rounds) world.fault("a sync still fails when all is well; " + told(person, done.error()));
    }
  }
}

// Every honest member writes a word in every space that takes one; the others must then have it.
void write_probes(World& world) {
  for (Person& person : world.persons()) {
    if (!world.is_honest(person)) continue;
    for (const SpaceInfo& space : person.spaces()) {
      if (!space.verified || space.ended) continue;
      const std::string word = world.ledger.new_word(person.number, space.number == client::kSelfSpace);
      const auto made = person.replica->create_record(space.number, model::Kind::goal, {{1, word}});
      if (made.ok()) {
        world.ledger.wrote(word, {person.number, space.membership.space, *made, true, false, false});
      } else {
        world.fault("a living space takes no edit; " + told(person, made.error()));
      }
    }
  }
}

}  // namespace

std::vector<Living> living_pairs(World& world) {
  std::map<SpaceId, Living> all;
  std::map<SpaceId, std::size_t> left;
  std::set<SpaceId> strange;
  for (Person& person : world.persons()) {
    if (!world.is_honest(person)) continue;
    for (const SpaceInfo& space : person.spaces()) {
      if (space.number == client::kSelfSpace) continue;
      Living& pair = all[space.membership.space];
      pair.space = space.membership.space;
      pair.members.push_back(&person);
      if (space.ended) ++left[pair.space];
      if (!space.verified) strange.insert(pair.space);
    }
  }
  std::vector<Living> out;
  for (auto& [id, pair] : all) {
    if (pair.members.size() != 2 || strange.contains(id)) continue;
    if (left[id] == 1) world.fault("a pair has ended for one of two only");
    if (left[id] == 0) out.push_back(std::move(pair));
  }
  return out;
}

void settle(World& world) {
  world.trace.add("settle");
  world.all_is_well();
  sync_all(world, kRounds);
  const std::vector<Living> pairs = living_pairs(world);
  write_probes(world);
  sync_all(world, kRoundsOfProbes);
  look_at_everything(world, pairs);
}

}  // namespace kith::simulator
