#include "kith/crypto/recovery_code.h"

#include "kith/crypto/kdf.h"

namespace kith::crypto {
namespace {

constexpr std::size_t kSumBytes = 3;
constexpr std::size_t kGroup = 4;

Secret checksum(const Secret& code) { return derive(code, verify::label::kRecoverySum, {}); }

Error broken() { return fail(Code::INVALID_ARGUMENT, "this is not a whole recovery code; read it again"); }

void wipe_text(std::string& text) { wipe({reinterpret_cast<Byte*>(text.data()), text.size()}); }

}  // namespace

Secret make_recovery_code(Random& random) {
  Secret out(kRecoveryCodeBytes);
  random.fill(out.writable());
  return out;
}

Secret recovery_code_text(const Secret& code) {
  Bytes content = to_bytes(code.reveal());
  append(content, checksum(code).reveal().first(kSumBytes));
  std::string letters = to_base32(content);
  wipe(content);
  std::string grouped;
  grouped.reserve(letters.size() + letters.size() / kGroup);  // never moved: no copy is left behind
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (i > 0 && i % kGroup == 0) grouped.push_back('-');
    grouped.push_back(letters[i]);
  }
  wipe_text(letters);
  Secret out = Secret::copy_of(as_bytes(grouped));
  wipe_text(grouped);
  return out;
}

Result<Secret> parse_recovery_code(const Secret& text) {
  std::string letters;
  letters.reserve(text.size());
  for (const char c : as_text(text.reveal())) {
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r') letters.push_back(c);
  }
  auto bytes = from_base32(letters);
  wipe_text(letters);
  if (!bytes) return broken();
  const bool whole = bytes->size() == kRecoveryCodeBytes + kSumBytes;
  Secret code = whole ? Secret::copy_of(BytesView(*bytes).first(kRecoveryCodeBytes)) : Secret();
  const Secret given = whole ? Secret::copy_of(BytesView(*bytes).last(kSumBytes)) : Secret();
  wipe(*bytes);
  if (!whole || !given.equals(Secret::copy_of(checksum(code).reveal().first(kSumBytes)))) return broken();
  return code;
}

}  // namespace kith::crypto
