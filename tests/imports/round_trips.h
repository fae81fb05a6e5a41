#pragma once
// What is in a vault goes out and comes in again: once as the whole export, record by record, and as cards
// of either version.
//
// Threads: one.
// Errors:  a sentence that says what is not equal; nothing where all is.

#include <optional>
#include <string>

#include "memory_vault.h"

namespace kith::imports {

// The whole export into a new vault gives the same export, byte for byte.
std::optional<std::string> whole_comes_back(const api::Export& all, std::uint64_t seed);
// The cards of `vault` into a new one: the same persons there as far as cards speak of them, and the same cards.
std::optional<std::string> cards_come_back(MemoryVault& vault, const api::Export& all, std::string_view version,
                                           std::uint64_t seed);

}  // namespace kith::imports
