#pragma once
// All measures and all pictures of a full network, through the engine over a real vault and by the
// pure modules alone; and the import of many cards.
//
// Threads: one.
// Errors:  those of the engine and of the vault.

#include <filesystem>

#include "network_people.h"
#include "report.h"

namespace kith::bench {

// As a suite by itself.
Result<void> network_suite(const Sizes& sizes, Report& report);

// Reading the records and computing with them apart from each other, without the engine, over the
// vault in `folder`, which nobody has open.
Result<void> network_apart(const std::filesystem::path& folder, const NetworkSizes& sizes, Report& report);

// The cards into new vaults beneath `folder`.
Result<void> import_of_cards(const std::filesystem::path& folder, const NetworkSizes& sizes, Report& report);

}  // namespace kith::bench
