// Bytes written as text: hexadecimal, base 32, and a recovery code as a person types it in.

#include "fuzz.h"
#include "kith/crypto/recovery_code.h"

namespace kith::fuzz {
namespace text_codes_fuzzer {

void run(BytesView input) {
  const std::string_view text = as_text(input);
  if (const auto read = from_hex(text)) KITH_HOLDS(from_hex(to_hex(*read)) == *read);
  if (const auto read = from_base32(text)) KITH_HOLDS(from_base32(to_base32(*read)) == *read);
  KITH_HOLDS(from_hex(to_hex(input)) == to_bytes(input));
  KITH_HOLDS(from_base32(to_base32(input)) == to_bytes(input));

  const auto code = crypto::parse_recovery_code(Secret::copy_of(input));
  if (!code.ok()) return;
  KITH_HOLDS(code->size() == crypto::kRecoveryCodeBytes);
  const auto again = crypto::parse_recovery_code(crypto::recovery_code_text(*code));
  KITH_HOLDS(again.ok() && again->equals(*code));
}

std::vector<Bytes> seeds() {
  return {to_bytes("00ffA0"), to_bytes("ABCD-EFGH-JKMN-PQ"), to_bytes("oil0-1"),
          to_bytes(crypto::recovery_code_text(secret_of(5)).reveal())};
}

KITH_FUZZER(text_codes, run, seeds);

}  // namespace text_codes_fuzzer
}  // namespace kith::fuzz
