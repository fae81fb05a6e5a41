#pragma once
// The network as it stands, as few records as tell it again: the people of the account, their
// relationships, who knows whom, and one mark for each function felt. Conversations, notes and
// whatever else is private stay out of it. Read with read_account() it gives the same network.
//
// Threads: pure functions.

#include <vector>

#include "kith/facts/account.h"

namespace kith::facts {

std::vector<model::Record> network_records(const Account& account);
Records by_kind(const std::vector<model::Record>& records);

}  // namespace kith::facts
