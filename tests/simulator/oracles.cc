// What must hold in every world once all is quiet.

#include <algorithm>

#include "settle.h"

namespace kith::simulator {
namespace {

using client::SpaceInfo;

// A vault may be so many times as large as the logs of its spaces, and so much beside that.
constexpr std::size_t kBytesOfALog = 8;
constexpr std::size_t kBytesBeside = 128 * 1024;

std::string name(const Person& person) { return std::string(name_of_person(person.number)); }

void look_at_state(World& world, const Living& pair) {
  std::optional<std::map<RecordId, Bytes>> first;
  for (const Person* person : pair.members) {
    auto states = canonical_states(person->disk.rows(), *person->number_of(pair.space));
    if (first && *first != states) {
      world.fault(name(*pair.members.front()) + " and " + name(*person) + " hold different states of their pair");
    }
    if (!first) first = std::move(states);
  }
}

// Whether one of them was told that he alone can see some of it, this word too: its key has ended since.
bool is_only_elsewhere(const SpaceId& id, const std::string& word, const std::vector<Person*>& readers) {
  return std::any_of(readers.begin(), readers.end(), [&](const Person* one) {
    const auto space = one->replica->space(*one->number_of(id));
    if (!space.ok() || space->only_here == 0) return false;
    const auto is_it = [&](const model::Value& value) { return value.text() != nullptr && word_in(*value.text()) == word; };
    const auto shown = one->records(space->number);
    const auto kept = one->replica->conflicts();
    return std::any_of(shown.begin(), shown.end(), [&](const client::Shown& record) {
      const auto& fields = record.record.fields;
      return std::any_of(fields.begin(), fields.end(), [&](const auto& field) { return is_it(field.second); });
    }) || (kept.ok() && std::any_of(kept->begin(), kept->end(), [&](const auto& value) { return is_it(value.kept); }));
  });
}

// What one person wrote must be where everybody of that space can read it.
void look_at_words_of(World& world, const SpaceId& id, const std::vector<Person*>& readers) {
  for (const Person* reader : readers) {
    const auto held = words_counted(reader->disk.rows(), *reader->number_of(id));
    for (const auto& [word, said] : world.ledger.said()) {
      const bool must = said.space == id && said.taken && !said.gone && !said.lost;
      if (!must || held.contains(word) || world.ledger.burnt().contains({id, said.record})) continue;
      if (is_only_elsewhere(id, word, readers)) continue;
      world.fault(name(*reader) + " does not have " + word);
    }
  }
}

void look_at_words(World& world, const std::vector<Living>& pairs) {
  for (const Living& pair : pairs) look_at_words_of(world, pair.space, pair.members);
  for (Person& person : world.persons()) {
    if (!world.is_honest(person)) continue;
    const auto own = person.replica->space(client::kSelfSpace);
    if (own.ok()) look_at_words_of(world, own->membership.space, {&person});
  }
}

void look_for_record(World& world, const RecordPlace& place, std::string_view what) {
  for (Person& person : world.persons()) {
    const auto number = person.number_of(place.first);
    const auto info = number ? person.replica->space(*number) : Result<SpaceInfo>(Error{});
    // What an ended pair did not take any more stays where it is.
    if (!world.is_honest(person) || !info.ok() || info->ended) continue;
    const auto shown = person.replica->find(*number, place.second);
    if (!shown.ok() || !*shown) continue;
    // Once a vault was put back, what somebody had seen when he removed it may stand in the log behind the place that
    // he then says he has seen: the record stays whole and asks whether it is to go.
    if (world.vaults_put_back > 0 && (*shown)->removed_by != 0) continue;
    world.fault(name(person) + " sees again what was " + std::string(what));
  }
}

// A withdrawal that only the other one's vault still has, under a key that has ended since, is nobody's to repeat.
bool may_be_only_elsewhere(World& world, const SpaceId& id) {
  const auto& all = world.persons();
  return std::any_of(all.begin(), all.end(), [&](const Person& one) {
    const auto number = one.number_of(id);
    const auto space = number ? one.replica->space(*number) : Result<SpaceInfo>(Error{});
    return space.ok() && space->only_here > 0;
  });
}

void look_at_withdrawn(World& world) {
  for (const auto& [place, burnt] : world.ledger.burnt()) {
    if (burnt.taken && !burnt.lost && !may_be_only_elsewhere(world, place.first)) look_for_record(world, place, "withdrawn");
  }
  // A hostile member may write in anything at any time, and then it is there again, for a person to decide.
  if (world.setting.hostile) return;
  for (const RecordPlace& place : world.ledger.gone_for_good()) look_for_record(world, place, "removed");
}

// What is private is in no other vault; what is of a pair, in the vaults of that pair.
void look_for_canaries(World& world) {
  std::map<std::string, SpaceId> space_of;
  for (const auto& [word, said] : world.ledger.said()) space_of[word] = said.space;
  for (Person& person : world.persons()) {
    for (const auto& [key, value] : person.disk.rows()) {
      for (const std::string& word : words_in(as_text(value))) {
        const auto at = space_of.find(word);
        const bool foreign = word.starts_with(kPrivate) && !word.starts_with(private_of(person.number));
        if (foreign) world.fault(name(person) + " holds a private word: " + word);
        if (at != space_of.end() && !person.number_of(at->second)) world.fault(name(person) + " holds " + word);
      }
    }
  }
}

void look_at_sizes(World& world) {
  for (const Person& person : world.persons()) {
    if (!world.is_honest(person)) continue;
    std::size_t logs = 0;
    for (const SpaceInfo& space : person.spaces()) {
      for (const Bytes& entry : world.host.entries(space.membership.space)) logs += entry.size();
    }
    const std::size_t bytes = person.disk.bytes();
    if (bytes > kBytesBeside + kBytesOfALog * logs) {
      world.fault("the vault of " + name(person) + " has " + std::to_string(bytes) + " bytes, its logs have " +
                  std::to_string(logs));
    }
  }
}

void look_at_spaces(World& world) {
  for (const Person& person : world.persons()) {
    if (!world.is_honest(person)) continue;
    for (const SpaceInfo& space : person.spaces()) {
      if (space.stopped != Code{} && !space.ended) {
        world.fault(name(person) + " has stopped sending for ever: " + std::string(code_name(space.stopped)));
      }
    }
  }
}

// No member of a living space can be kept from writing to it, by nobody.
void look_at_waiting(World& world) {
  for (const Person& person : world.persons()) {
    if (!world.is_honest(person)) continue;
    for (const SpaceInfo& space : person.spaces()) {
      if (!space.verified || space.ended || space.unsent == 0) continue;
      world.fault(name(person) + " still waits to send when all is well");
    }
  }
}

}  // namespace

void look_at_everything(World& world, const std::vector<Living>& pairs) {
  look_at_spaces(world);
  look_at_waiting(world);
  for (const Living& pair : pairs) look_at_state(world, pair);
  look_at_words(world, pairs);
  look_at_withdrawn(world);
  look_for_canaries(world);
  look_at_sizes(world);
}

}  // namespace kith::simulator
