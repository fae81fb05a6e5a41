// Offer and acceptance, as a stranger who has the code may put them into the mailbox: sealed rightly,
// with anything inside. What opens is sealed and opened again the same, and is one line of good text.

#include "fuzz.h"
#include "kith/crypto/aead.h"
#include "kith/crypto/kdf.h"
#include "kith/model/text.h"
#include "kith/protocol/invitation.h"
#include "members.h"

namespace kith::fuzz {
namespace invitation_messages_fuzzer {

using namespace protocol;

constexpr std::size_t kPlain = kMessageBytes - crypto::kSealOverhead;

Bytes sealed(const Secret& secret, verify::Label label, BytesView plain, Random& random) {
  Bytes padded = to_bytes(plain);
  padded.resize(kPlain);
  return crypto::seal(crypto::derive(secret, label, {}), mailbox_of(secret).view(), padded, random);
}

bool is_line(const std::string& text) {
  return text.find('\n') == std::string::npos && model::is_valid_utf8(text);
}

void check_offer(const Secret& secret, BytesView plain, Random& random) {
  const auto offer = open_offer(secret, sealed(secret, verify::label::kOfferKey, plain, random));
  if (!offer.ok()) return;
  KITH_HOLDS(is_line(offer->name) && is_line(offer->relay) && offer->name.size() <= kMaxNameBytes);
  KITH_HOLDS(offer->genesis.kind == envelope::SpaceKind::pair);
  const auto message = seal_offer(secret, *offer, random);
  KITH_HOLDS(message.ok() && message->size() == kMessageBytes);
  const auto again = open_offer(secret, *message);
  KITH_HOLDS(again.ok() && again->genesis == offer->genesis && again->name == offer->name &&
             again->relay == offer->relay && again->relay_key == offer->relay_key &&
             again->expires_ms == offer->expires_ms);
  KITH_HOLDS(!open_acceptance(secret, *message).ok());
}

void check_acceptance(const Secret& secret, BytesView plain, Random& random) {
  const auto acceptance = open_acceptance(secret, sealed(secret, verify::label::kAcceptanceKey, plain, random));
  if (!acceptance.ok()) return;
  KITH_HOLDS(is_line(acceptance->name) && acceptance->name.size() <= kMaxNameBytes);
  const auto message = seal_acceptance(secret, *acceptance, random);
  KITH_HOLDS(message.ok() && message->size() == kMessageBytes);
  const auto again = open_acceptance(secret, *message);
  KITH_HOLDS(again.ok() && again->device == acceptance->device && again->name == acceptance->name);
}

void run(BytesView input) {
  if (input.size() > kPlain) return;
  testing::SeededRandom random = fixed_random();
  const Secret secret = secret_of(6);
  KITH_HOLDS(!open_offer(secret, input).ok() && !open_acceptance(secret, input).ok());
  check_offer(secret, input, random);
  check_acceptance(secret, input, random);
}

Bytes inside(verify::Label label, const Bytes& message) {
  const Secret secret = secret_of(6);
  Bytes plain = crypto::open(crypto::derive(secret, label, {}), mailbox_of(secret).view(), message).value();
  while (!plain.empty() && plain.back() == 0) plain.pop_back();
  return plain;
}

std::vector<Bytes> seeds() {
  testing::SeededRandom random = fixed_random();
  Offer offer{a_space().genesis, SignKey{{1}}, "relay.example:7443", 1700000000000, "Amina"};
  const Acceptance acceptance{a_space().guest.keys, "Ben"};
  return {inside(verify::label::kOfferKey, seal_offer(secret_of(6), offer, random).value()),
          inside(verify::label::kAcceptanceKey, seal_acceptance(secret_of(6), acceptance, random).value())};
}

KITH_FUZZER(invitation_messages, run, seeds);

}  // namespace invitation_messages_fuzzer
}  // namespace kith::fuzz
