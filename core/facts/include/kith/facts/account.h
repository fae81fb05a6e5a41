#pragma once
// A person's own account: the records of the own space read into the values that kith/network
// computes with. What is not told stays untold; a record that makes no sense (of a newer version,
// or of a person who was removed) is left out.
//
// Who is a developer: a person with a relationship that is not eased and not past. Somebody who was
// eased stays, as valued; somebody with whom it ended, or who died, stays as past: told and drawn where
// asked for by name, but in no measure and in no advice.
//
// Threads: pure functions.
// Errors:  none: everything that cannot be read is left out.

#include <map>
#include <set>
#include <vector>

#include "kith/facts/ahead.h"
#include "kith/model/record.h"
#include "kith/network/cadence.h"
#include "kith/network/entities.h"
#include "kith/network/kind_hint.h"
#include "kith/network/peer_continuum.h"
#include "kith/network/phase_assessor.h"
#include "kith/network/share_check.h"

namespace kith::facts {

// All records of the own space that the account reads, by kind, oldest first.
using Records = std::map<model::Kind, std::vector<model::Record>>;
// The kinds that it wants.
std::span<const model::Kind> kinds_of_account();
// The fields of a conversation that it wants: not what was written about it.
std::span<const model::FieldNumber> fields_of_conversations();

// What is known of one person beside what kith/network's Developer holds.
struct Ties {
  model::Record person;
  model::Record relationship;  // id zero: there is none
  std::vector<model::PartialDate> contacts;
  std::vector<int> qualities;  // of each contact, 1 to 3; 0: none is noted
  std::set<std::string> themes;  // noted in conversations, as they were written
  std::optional<network::Cadence> cadence;
  std::vector<network::Pause> pauses;
};

// Who has died, or with whom it ended in hostility: nothing is due.
bool is_over(const Ties& ties);
// Who has died, or with whom it ended, however it did.
bool is_past(const Ties& ties);
bool is_past(const model::Record& person, const model::Record& relationship);

// The day on which the next conversation was agreed to be.
struct NextMeeting {
  RecordId conversation;
  RecordId person;
  model::PartialDate when;
};

struct Account {
  network::Self self;
  std::optional<int> own_level;
  network::Network network;
  std::vector<network::Developer> valued;
  std::vector<network::Developer> past;
  std::map<RecordId, Ties> people;  // everybody, developers or not
  std::set<std::string> themes;  // of all conversations, those with people who were removed too
  std::vector<NextMeeting> meetings;  // not those of a circle
  Ahead ahead;
};

Account read_account(const Records& records, const model::PartialDate& today);

// One of the network as it is now, or of a snapshot.
const network::Developer* developer(const network::Network& network, const RecordId& id);
// Whoever has a relationship: of the network, valued or past.
const network::Developer* anybody(const Account& account, const RecordId& id);
// Whom a candidate is: the person it names, else everybody of that very name; nobody of the vault, maybe.
std::vector<RecordId> people_meant(const Account& account, const model::Record& candidate);
std::vector<RecordId> ids_of(const std::vector<network::Developer>& people);

network::PhaseQuestion phase_question(const Account& account, const network::Developer& who,
                                      const model::PartialDate& now);
network::Shape shape(const Account& account, const network::Developer& who, const model::PartialDate& now);
network::Votes votes(const Account& account, const RecordId& person);
std::vector<network::KnownPerson> known_persons(const Account& account);
// Every tag of every person, each once.
std::vector<std::string> private_tags(const Account& account);

}  // namespace kith::facts
