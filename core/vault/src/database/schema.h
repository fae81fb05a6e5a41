#pragma once
// The schema of the rows, and how an older one becomes today's: one step after the other, each
// one atomic batch, so that a crash leaves the rows of one schema or of the next, never a mixture.
// The inventory says first that an older program may not open the vault any more; the row says
// what the rows are.
//
// Threads: before anybody else has the store.
// Errors:  STORE_CORRUPT no schema where there must be one; STORE_TOO_NEW; those of the store.
//          After a failure the rows are of the schema that they were of.

#include <functional>
#include <span>

#include "sealed/inventory.h"
#include "kith/changelog/store.h"

namespace kith::vault {

inline constexpr std::uint32_t kSchema = 2;
inline constexpr std::string_view kSchemaKey = "vault.schema";

struct Migration {
  std::uint32_t from = 0;  // to from + 1
  // Adds to the batch what changes; reads the store as it is. Calls progress with (done, all).
  std::function<Result<void>(const changelog::Store& store, changelog::Batch& batch,
                             const std::function<void(std::uint64_t, std::uint64_t)>& progress)>
      change;
};

// The row of a new vault.
void put_schema(changelog::Batch& batch, std::uint32_t schema);

// All steps from the store's schema to `target`. REQUIRES: one step from each schema below.
Result<void> migrate(changelog::Store& store, Inventory& inventory, std::span<const Migration> steps,
                     std::uint32_t target, const std::function<void(std::uint64_t, std::uint64_t)>& progress);

}  // namespace kith::vault
