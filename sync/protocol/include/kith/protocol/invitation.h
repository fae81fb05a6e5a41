#pragma once
// An invitation: a secret in a code that one person gives another, and two sealed messages of
// one fixed size in a mailbox that the secret names. See sync/PROTOCOL.md, "Invitations".
//
// The text of a code: "KITH-" and, in base 32 with dashes,
//   u8 version 0 | u8 type | 32 secret | u8 length, relay address | first 5 bytes of
//   H(kInvitationSum, all before)
//
// Threads: pure functions.
// Errors:  INVALID_ARGUMENT for a code that is not whole, WRONG_TYPE for a code of another type,
//          BAD_CIPHERTEXT and MALFORMED for a message that does not open or parse.

#include <string>

#include "kith/base/random.h"
#include "kith/base/result.h"
#include "kith/base/secret.h"
#include "kith/envelope/membership.h"

namespace kith::protocol {

enum class InvitationType : std::uint8_t { pair = 1, circle = 2, link = 3 };


struct InvitationCode {
  InvitationType type = InvitationType::pair;
  Secret secret;
  std::string relay;  // host:port
};

std::string encode_code(const InvitationCode& code);
// A type other than `expected` is WRONG_TYPE.
Result<InvitationCode> decode_code(std::string_view text, InvitationType expected);

MailboxId mailbox_of(const Secret& secret);
inline constexpr std::uint32_t kOfferSlot = 0;
inline constexpr std::uint32_t kAcceptanceSlot = 1;
inline constexpr std::size_t kMessageBytes = 2048;  // of either message, sealed
inline constexpr std::size_t kMaxNameBytes = 200;

struct Offer {
  envelope::Genesis genesis;
  SignKey relay_key;
  std::string relay;
  std::int64_t expires_ms = 0;
  std::string name;
};
struct Acceptance {
  envelope::DeviceKeys device;
  std::string name;
};

Result<Bytes> seal_offer(const Secret& secret, const Offer& offer, Random& random);
Result<Offer> open_offer(const Secret& secret, BytesView sealed);
Result<Bytes> seal_acceptance(const Secret& secret, const Acceptance& acceptance, Random& random);
Result<Acceptance> open_acceptance(const Secret& secret, BytesView sealed);

// Over both messages exactly as they lie in the mailbox; the digits are made of it.
Hash digits_hash(BytesView sealed_offer, BytesView sealed_acceptance);

// A member's name, sealed for the members of an epoch and padded to one size.
Bytes seal_name(const SpaceId& space, const Secret& epoch_secret, std::string_view name, Random& random);

}  // namespace kith::protocol
