// The code that one person hands another, as it was typed in. The checksum is made over the bytes of
// the input, so that what stands behind it is reached.

#include "fuzz.h"
#include "kith/protocol/invitation.h"
#include "kith/verify/hash.h"

namespace kith::fuzz {
namespace invitation_code_fuzzer {

using namespace protocol;

constexpr std::size_t kSumBytes = 5;  // PROTOCOL.md, "Invitations"

void check_text(std::string_view text) {
  for (const auto type : {InvitationType::pair, InvitationType::circle, InvitationType::link}) {
    const auto code = decode_code(text, type);
    if (!code.ok()) continue;
    KITH_HOLDS(code->type == type && code->secret.size() == 32);
    const auto again = decode_code(encode_code(*code), type);
    KITH_HOLDS(again.ok() && again->relay == code->relay && again->secret.equals(code->secret));
  }
}

void run(BytesView input) {
  check_text(as_text(input));
  Bytes summed = to_bytes(input);
  const Hash sum = verify::hash(verify::label::kInvitationSum, {input});
  append(summed, sum.view().first(kSumBytes));
  check_text("kith-" + to_base32(summed));
}

std::vector<Bytes> seeds() {
  const std::string code = encode_code({InvitationType::pair, secret_of(3), "relay.example:7443"});
  Bytes content = *from_base32(code.substr(5));
  content.resize(content.size() - kSumBytes);
  return {to_bytes(code), content, to_bytes(encode_code({InvitationType::link, secret_of(4), ""}))};
}

KITH_FUZZER(invitation_code, run, seeds);

}  // namespace invitation_code_fuzzer
}  // namespace kith::fuzz
