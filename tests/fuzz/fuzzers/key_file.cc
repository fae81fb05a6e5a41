// The key file of a vault. Any bytes are parsed; then a right one is changed in one place, as it is or
// with its seal made anew. What still opens gives the same keys, and without the new seal it is the same file.

#include "keys/key_file.h"

#include "fuzz.h"
#include "kith/crypto/kdf.h"

namespace kith::fuzz {
namespace key_file_fuzzer {

using namespace vault;

constexpr std::size_t kSealBytes = 32;  // FORMAT.md, "Key file"

struct Made {
  KeyFile file;
  VaultKeys keys;
};

const Secret& code() {
  static const Secret secret = secret_of(5);
  return secret;
}

const Made& made() {
  static const Made one = [] {
    testing::SeededRandom random = fixed_random();
    auto first = KeyFile::make({Unlock::with_recovery_code(code()), {}}, nullptr, random);
    KITH_HOLDS(first.ok());
    auto [file, keys] = *std::move(first);
    auto two = file.with_slot({Unlock::with_recovery_code(secret_of(6)), {}}, keys, nullptr, random);
    KITH_HOLDS(two.ok());
    return Made{*std::move(two), std::move(keys)};
  }();
  return one;
}

Bytes sealed_anew(Bytes file) {
  file.resize(file.size() - kSealBytes);
  append(file, crypto::derive(made().keys.master, verify::label::kKeyFileSeal, {file}).reveal());
  return file;
}

void check_any(BytesView bytes, bool same_seal) {
  const auto file = KeyFile::parse(bytes);
  if (!file.ok()) return;
  KITH_HOLDS(equal(file->bytes(), bytes));
  KITH_HOLDS(!file->slots().empty() && file->slots().size() <= kSlotsMost);
  const auto keys = file->open(Unlock::with_recovery_code(code()), nullptr);
  KITH_HOLDS(!file->open(Unlock::with_recovery_code(secret_of(9)), nullptr).ok());
  KITH_HOLDS(!file->open(Unlock::with_platform(), nullptr).ok());
  if (!keys.ok()) return;
  KITH_HOLDS(keys->master.equals(made().keys.master));
  KITH_HOLDS(!same_seal || equal(bytes, made().file.bytes()));
}

void run(BytesView input) {
  check_any(input, true);
  Bytes changed = made().file.bytes();
  Reader in(input);
  while (in.left() > 2) {
    const std::size_t at = below(in, changed.size());
    changed[at] = in.u8();
  }
  check_any(changed, true);
  check_any(sealed_anew(changed), false);
}

std::vector<Bytes> seeds() { return {made().file.bytes(), Bytes{0, 9, 2}, Bytes{0, 70, 1, 0, 71, 3}}; }

KITH_FUZZER(key_file, run, seeds);

}  // namespace key_file_fuzzer
}  // namespace kith::fuzz
