// What lies beside a locked vault: the first byte says whether the kit or a page. Both are sealed on the disk; here
// their insides are any bytes. What is read is written again the same, and a page's entries are followed as a log.

#include "locked/shelved.h"

#include "fuzz.h"

namespace kith::fuzz {
namespace locked_shelf_fuzzer {

using namespace client;

void check_kit(BytesView inside) {
  const auto kit = decode_kit(inside);
  if (kit.ok()) KITH_HOLDS(equal(encode_kit(*kit), inside));
}

void check_page(BytesView inside) {
  const auto page = decode_page(inside);
  if (!page.ok()) return;
  KITH_HOLDS(equal(encode_page(*page), inside));
  const std::vector<BytesView> entries(page->entries.begin(), page->entries.end());
  const auto end = head_after({page->after, Hash{}}, entries);
  if (end.ok()) KITH_HOLDS(end->position == page->after + entries.size());
}

void run(BytesView input) {
  Reader in(input);
  const bool kit = in.u8() % 2 == 0;
  (kit ? check_kit : check_page)(in.rest());
}

std::vector<Bytes> seeds() {
  LockedSync::Kit kit;
  kit.place = {"localhost:4430", "a certificate", SignKey{{1}}};
  kit.left_out = 2;
  kit.spaces.push_back({SpaceId{{2}}, verify::sign_pair_of(secret_of(3)), SignKey{{4}}, {5, Hash{{6}}}, {Bytes(200, 7)}});
  ShelvedPage page;
  page.space = SpaceId{{2}};
  page.after = 5;
  page.entries = {Bytes(200, 8), Bytes(200, 9)};
  page.end = envelope::sign_head(page.space, {7, Hash{{1}}}, 5, verify::sign_pair_of(secret_of(1)));
  return {chosen(0, encode_kit(kit)), chosen(1, encode_page(page))};
}

KITH_FUZZER(locked_shelf, run, seeds);

}  // namespace locked_shelf_fuzzer
}  // namespace kith::fuzz
