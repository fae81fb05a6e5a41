// What a person or a partner wrote, checked, brought into one form, and folded for comparing.

#include "fuzz.h"
#include "kith/model/text.h"

namespace kith::fuzz {
namespace clean_text_fuzzer {

constexpr std::size_t kLimit = 4096;

void run(BytesView input) {
  const std::string_view text = as_text(input);
  const auto clean = model::clean_text(text, kLimit);
  const std::string folded = model::fold(text);
  if (!model::is_valid_utf8(text)) {
    KITH_HOLDS(!clean.ok() && folded == text);
    return;
  }
  KITH_HOLDS(model::is_valid_utf8(folded) && model::fold(folded) == folded);
  if (!clean.ok()) return;
  KITH_HOLDS(model::is_valid_utf8(*clean) && clean->size() <= kLimit);
  const auto again = model::clean_text(*clean, kLimit);
  KITH_HOLDS(again.ok() && *again == *clean);
  KITH_HOLDS(model::fold(*clean) == folded);
}

std::vector<Bytes> seeds() {
  return {to_bytes("Zo\xc3\xab  Stra\xc3\x9f" "e"), to_bytes("e\xcc\x81\n\tA\xcc\x8a"), to_bytes("\xef\xac\x81 \xe1\xba\x9e"),
          to_bytes("\xea\xb0\x80\xe1\x84\x80\xe1\x85\xa1"), to_bytes("\xc0\x80")};
}

KITH_FUZZER(clean_text, run, seeds);

}  // namespace clean_text_fuzzer
}  // namespace kith::fuzz
