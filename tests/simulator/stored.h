#pragma once
// What lies in a vault's tables, read without the client: what the oracles compare, and what a
// hostile partner needs of his own vault. All that the simulator knows of today's rows is here;
// core/vault/FORMAT.md is the document of them.
//
// Threads: pure functions.

#include <set>

#include "disk.h"
#include "kith/client/replica.h"
#include "kith/crypto/agree.h"
#include "kith/verify/sign.h"

namespace kith::simulator {

using EntryName = decltype(model::PutName::entry);

// Canonical bytes of every record of a space as the log has it; no change that waits.
std::map<RecordId, Bytes> canonical_states(const Disk::Rows& rows, client::SpaceNumber space);
// Every word that a vault holds as the value of a record, counted or waiting; in one space or in all.
std::set<std::string> words_held(const Disk::Rows& rows, std::optional<client::SpaceNumber> space = {});
// The same of what has counted.
std::set<std::string> words_counted(const Disk::Rows& rows, client::SpaceNumber space);
// Which sealed entries brought a word, as far as this vault knows.
std::multimap<std::string, EntryName> entries_of_words(const Disk::Rows& rows);
// Whether the id is burnt here, or will be when what waits has counted.
bool is_withdrawn(const Disk::Rows& rows, client::SpaceNumber space, const RecordId& record);

// The names of all live puts of each record, as a member can read them.
struct LivePuts {
  RecordId record;
  model::Kind kind = model::Kind::unknown;
  std::vector<model::PutName> names;
};
std::vector<LivePuts> live_puts(const Disk::Rows& rows, client::SpaceNumber space);

// The keys of a device in one space, as its vault keeps them.
struct MemberKeys {
  verify::SignPair sign;
  verify::SignPair administration;
  verify::SignPair transport;
  Secret space_secret;
  std::map<std::uint32_t, Secret> epochs;
};
std::optional<MemberKeys> member_keys(const Disk::Rows& rows, client::SpaceNumber space,
                                      const crypto::AgreePair& administration);

}  // namespace kith::simulator
