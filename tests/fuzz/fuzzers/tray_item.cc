// What lies in a tray. Whoever can write there has the key too, so the inside of a right seal is any bytes. What opens
// can be sealed again, is a note that can be kept, and comes out the same.

#include "kith/tray/item.h"

#include "fuzz.h"
#include "kith/crypto/padding.h"
#include "kith/crypto/sealed_to.h"
#include "kith/model/text.h"

namespace kith::fuzz {
namespace tray_item_fuzzer {

using namespace tray;

const crypto::AgreePair& vault() {
  static const crypto::AgreePair pair = crypto::agree_pair_of(secret_of(5));
  return pair;
}

// With a right seal over it.
Result<Item> opened(const Bytes& plain, Random& random, Bytes& sealed) {
  sealed = {1};
  append(sealed, crypto::seal_to(vault().key, verify::label::kTrayKey, Bytes(sealed), {}, plain, random).value());
  return open_item(sealed, vault());
}

void run(BytesView input) {
  (void)open_item(input, vault());
  auto random = fixed_random();
  Bytes plain = to_bytes(input);
  Bytes sealed;
  (void)opened(plain, random, sealed);
  // Behind a check of the padding little would be met: that is made right.
  plain.resize(crypto::padded_size(plain.size()));
  const auto item = opened(plain, random, sealed);
  if (!item.ok()) return;
  const std::string note = as_note(*item);
  KITH_HOLDS(!note.empty() && note.size() <= kMostItemText && model::clean_text(note, kMostItemText).ok());
  const auto again = seal_item(*item, vault().key, random);
  KITH_HOLDS(again.ok());
  const auto back = open_item(*again, vault());
  KITH_HOLDS(back.ok() && *back == *item && id_of(*again) != id_of(sealed));
}

Bytes inside(std::string_view text, std::string_view source) {
  Writer out;
  out.u64(5);
  out.sized(as_bytes(text));
  out.sized(as_bytes(source));
  return out.take();
}

std::vector<Bytes> seeds() {
  auto random = fixed_random();
  return {inside("a passage", "https://example.org"), inside("e\xcc\x81tude\n", ""), inside("", "a title"),
          seal_item({"a passage", "", 5}, vault().key, random).value()};
}

KITH_FUZZER(tray_item, run, seeds);

}  // namespace tray_item_fuzzer
}  // namespace kith::fuzz
