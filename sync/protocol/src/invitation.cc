#include "kith/protocol/invitation.h"

#include "kith/base/wire.h"
#include "kith/crypto/aead.h"
#include "kith/crypto/kdf.h"
#include "kith/model/text.h"
#include "kith/verify/hash.h"

namespace kith::protocol {
namespace {

constexpr std::string_view kPrefix = "KITH-";
constexpr std::size_t kSumBytes = 5;
constexpr std::size_t kGroup = 6;
constexpr std::size_t kMaxRelayBytes = 255;  // its length is one byte in a code

Bytes checksum(BytesView content) {
  const Hash hash = verify::hash(verify::label::kInvitationSum, {content});
  return to_bytes(hash.view().first(kSumBytes));
}

std::string grouped(const std::string& letters) {
  std::string out(kPrefix);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (i > 0 && i % kGroup == 0) out.push_back('-');
    out.push_back(letters[i]);
  }
  return out;
}

bool has_prefix(std::string_view text) {
  if (text.size() < kPrefix.size()) return false;
  for (std::size_t i = 0; i < kPrefix.size(); ++i) {
    const char c = text[i] >= 'a' && text[i] <= 'z' ? static_cast<char>(text[i] - 'a' + 'A') : text[i];
    if (c != kPrefix[i]) return false;
  }
  return true;
}

Error broken() { return fail(Code::INVALID_ARGUMENT, "this is not a whole invitation code; copy it again"); }

// Every message of an invitation has one size, so that the relay cannot tell a long name.
Result<Bytes> seal_message(const Secret& secret, verify::Label label, BytesView content, Random& random) {
  Writer plain;
  plain.sized(content);
  Bytes padded = plain.take();
  constexpr std::size_t kPlain = kMessageBytes - crypto::kSealOverhead;
  if (padded.size() > kPlain) return fail(Code::TOO_LARGE, "a name or an address that is too long");
  padded.resize(kPlain);
  const Secret key = crypto::derive(secret, label, {});
  return crypto::seal(key, mailbox_of(secret).view(), padded, random);
}

Result<Bytes> open_message(const Secret& secret, verify::Label label, BytesView sealed) {
  if (sealed.size() != kMessageBytes) return fail(Code::MALFORMED, "an invitation's message of the wrong size");
  const Secret key = crypto::derive(secret, label, {});
  KITH_TRY(const Bytes padded, crypto::open(key, mailbox_of(secret).view(), sealed));
  Reader in(padded);
  const BytesView content = in.sized();
  if (!in.ok()) return fail(Code::MALFORMED, "an invitation's message that does not parse");
  return to_bytes(content);
}

// A stranger wrote it, and it is kept and shown as text.
bool is_line(std::string_view text, std::size_t most) {
  return text.find_first_of("\r\n") == std::string_view::npos && model::clean_text(text, most).ok();
}

}  // namespace

std::string encode_code(const InvitationCode& code) {
  Writer out;
  out.u8(0);
  out.u8(static_cast<std::uint8_t>(code.type));
  out.raw(code.secret.reveal());
  out.u8(static_cast<std::uint8_t>(code.relay.size()));
  out.raw(as_bytes(code.relay));
  Bytes content = out.take();
  append(content, checksum(content));
  return grouped(to_base32(content));
}

Result<InvitationCode> decode_code(std::string_view text, InvitationType expected) {
  if (!has_prefix(text)) return broken();
  const auto bytes = from_base32(text.substr(kPrefix.size()));
  if (!bytes || bytes->size() < kSumBytes) return broken();
  const BytesView content = BytesView(*bytes).first(bytes->size() - kSumBytes);
  if (!equal(checksum(content), BytesView(*bytes).last(kSumBytes))) return broken();
  Reader in(content);
  // First: the checksum says that the code is whole, and a newer one may have another layout.
  const std::uint8_t version = in.u8();
  if (version != 0) return fail(Code::UNSUPPORTED, "this invitation comes from a newer version of Kith");
  const std::uint8_t type = in.u8();
  InvitationCode out;
  out.secret = Secret::copy_of(in.raw(32));
  out.relay = std::string(as_text(in.raw(in.u8())));
  if (!in.at_end()) return broken();
  if (type != static_cast<std::uint8_t>(expected)) {
    return fail(Code::WRONG_TYPE, "this code is for something else than what you are doing");
  }
  out.type = expected;
  return out;
}

MailboxId mailbox_of(const Secret& secret) {
  return MailboxId{verify::hash(verify::label::kMailbox, {secret.reveal()}).bytes};
}

Result<Bytes> seal_offer(const Secret& secret, const Offer& offer, Random& random) {
  Writer out;
  out.u8(0);
  out.sized(envelope::encode_genesis(offer.genesis));
  out.raw(offer.relay_key.view());
  out.sized(as_bytes(offer.relay));
  out.u64(static_cast<std::uint64_t>(offer.expires_ms));
  out.sized(as_bytes(offer.name));
  return seal_message(secret, verify::label::kOfferKey, out.bytes(), random);
}

Result<Offer> open_offer(const Secret& secret, BytesView sealed) {
  KITH_TRY(const Bytes content, open_message(secret, verify::label::kOfferKey, sealed));
  Reader in(content);
  Offer out;
  const std::uint8_t version = in.u8();
  KITH_TRY(out.genesis, envelope::decode_genesis(in.sized()));
  out.relay_key = in.fixed<SignKey>();
  out.relay = std::string(as_text(in.sized()));
  out.expires_ms = static_cast<std::int64_t>(in.u64());
  out.name = std::string(as_text(in.sized()));
  if (version != 0 || !in.at_end() || !is_line(out.name, kMaxNameBytes) ||
      !is_line(out.relay, kMaxRelayBytes)) {
    return fail(Code::MALFORMED, "an offer that does not parse");
  }
  if (out.genesis.suite != envelope::kSuite) return fail(Code::UNKNOWN_SUITE, "an offer of an unknown suite");
  if (out.genesis.kind != envelope::SpaceKind::pair) return fail(Code::WRONG_TYPE, "an offer of something else than a pair");
  return out;
}

Result<Bytes> seal_acceptance(const Secret& secret, const Acceptance& acceptance, Random& random) {
  Writer out;
  out.u8(0);
  out.raw(envelope::encode_device(acceptance.device));
  out.sized(as_bytes(acceptance.name));
  return seal_message(secret, verify::label::kAcceptanceKey, out.bytes(), random);
}

Result<Acceptance> open_acceptance(const Secret& secret, BytesView sealed) {
  KITH_TRY(const Bytes content, open_message(secret, verify::label::kAcceptanceKey, sealed));
  Reader in(content);
  Acceptance out;
  const std::uint8_t version = in.u8();
  KITH_TRY(out.device, envelope::decode_device(in.raw(envelope::kDeviceBytes)));
  out.name = std::string(as_text(in.sized()));
  if (version != 0 || !in.at_end() || !is_line(out.name, kMaxNameBytes)) {
    return fail(Code::MALFORMED, "an acceptance that does not parse");
  }
  return out;
}

Hash digits_hash(BytesView sealed_offer, BytesView sealed_acceptance) {
  return verify::hash(verify::label::kPairDigits, {sealed_offer, sealed_acceptance});
}

Bytes seal_name(const SpaceId& space, const Secret& epoch_secret, std::string_view name, Random& random) {
  Writer out;
  out.sized(as_bytes(name));
  Bytes plain = out.take();
  plain.resize(kMaxNameBytes + 4);
  const Secret key = crypto::derive(epoch_secret, verify::label::kMemberNameKey, {space.view()});
  return crypto::seal(key, space.view(), plain, random);
}

}  // namespace kith::protocol
