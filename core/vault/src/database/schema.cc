#include "database/schema.h"

#include <algorithm>

#include "kith/base/wire.h"

namespace kith::vault {
namespace {

using changelog::Batch;
using changelog::Table;

Result<std::uint32_t> schema_of(const changelog::Store& store) {
  KITH_TRY(const std::optional<Bytes> row, store.find(Table::meta, as_bytes(kSchemaKey)));
  if (!row) return fail(Code::STORE_CORRUPT, "the vault does not say what its rows are");
  Reader in(*row);
  const std::uint32_t out = in.u32();
  if (!in.at_end() || out == 0) return fail(Code::STORE_CORRUPT, "the vault does not say what its rows are");
  return out;
}

}  // namespace

void put_schema(Batch& batch, std::uint32_t schema) {
  Writer row;
  row.u32(schema);
  batch.put(Table::meta, to_bytes(kSchemaKey), row.take());
}

Result<void> migrate(changelog::Store& store, Inventory& inventory, std::span<const Migration> steps,
                     std::uint32_t target, const std::function<void(std::uint64_t, std::uint64_t)>& progress) {
  KITH_TRY(std::uint32_t now, schema_of(store));
  if (now > target) return fail(Code::STORE_TOO_NEW, "the vault was written by a newer version of Kith");
  for (; now < target; ++now) {
    const auto step = std::find_if(steps.begin(), steps.end(), [&](const Migration& m) { return m.from == now; });
    if (step == steps.end()) return fail(Code::STORE_TOO_OLD, "the vault was written by too old a version of Kith");
    Batch batch;
    KITH_CHECK(step->change(store, batch, progress ? progress : [](std::uint64_t, std::uint64_t) {}));
    put_schema(batch, now + 1);
    KITH_CHECK(inventory.set_schema(now + 1));
    KITH_CHECK(store.commit(batch));
  }
  return {};
}

}  // namespace kith::vault
