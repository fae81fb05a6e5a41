// The list of files of a database folder. The input is sealed rightly as its inside; a list that opens
// names only what is there, and here nothing is.

#include "sealed/inventory.h"

#include <fstream>

#include "fuzz.h"
#include "kith/crypto/kdf.h"
#include "kith/testing/temporary_folder.h"

namespace kith::fuzz {
namespace inventory_fuzzer {

using namespace vault;

constexpr std::uint32_t kSchema = 7;

const std::filesystem::path& folder() {
  static const testing::TemporaryFolder temporary;
  return temporary.path();
}

void write(BytesView bytes) {
  std::ofstream(folder() / kInventoryName, std::ios::binary | std::ios::trunc) << as_text(bytes);
}

Bytes head() {
  Bytes out = to_bytes("KITHLIST");
  out.push_back(0);
  return out;
}

Bytes sealed(BytesView plain, Random& random) {
  const Secret key = crypto::derive(secret_of(3), verify::label::kInventoryKey, {});
  Bytes out = head();
  append(out, crypto::seal(key, head(), plain, random));
  return out;
}

void run(BytesView input) {
  testing::SeededRandom random = fixed_random();
  Inventory inventory(folder(), *rocksdb::FileSystem::Default(), secret_of(3), random);
  write(input);
  KITH_HOLDS(!inventory.load(kSchema).ok());
  Bytes file = sealed(input, random);
  write(file);
  if (inventory.load(kSchema).ok()) {
    KITH_HOLDS(inventory.schema() <= kSchema && inventory.verify().ok());
    KITH_HOLDS(inventory.synced_sizes().empty() && !inventory.known("000001.log").closed);
  }
  Reader in(input);
  write(with_flipped_bit(std::move(file), in));
  KITH_HOLDS(!inventory.load(kSchema).ok());
}

std::vector<Bytes> seeds() {
  Writer empty;
  empty.u32(kSchema);
  empty.u64(1);
  empty.u16(0);
  Writer one;
  one.u32(kSchema);
  one.u64(1);
  one.u16(1);
  one.u8(10);
  one.raw(as_bytes("000001.log"));
  one.raw(Bytes(32, 1));
  one.u64(0);
  return {empty.take(), one.take()};
}

KITH_FUZZER(inventory, run, seeds);

}  // namespace inventory_fuzzer
}  // namespace kith::fuzz
