#include "kith/protocol/invitation.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "kith/base/wire.h"
#include "kith/crypto/aead.h"
#include "kith/crypto/kdf.h"
#include "kith/testing/matchers.h"
#include "kith/testing/seeded_random.h"
#include "kith/verify/hash.h"

namespace kith::testing {
namespace {

using namespace kith::protocol;

constexpr const char* kRelay = "relay.example.org:7443";

InvitationCode code_of(InvitationType type, const std::string& relay = kRelay) {
  return {type, Secret::copy_of(Bytes(32, 0xa7)), relay};
}

// The content of a code by hand, so that what is wrong with it can be chosen.
Bytes content_of(std::uint8_t version, std::uint8_t type, std::size_t secret = 32, std::uint8_t length = 4) {
  Writer out;
  out.u8(version);
  out.u8(type);
  out.raw(Bytes(secret, 0xa7));
  out.u8(length);
  out.raw(as_bytes("a:12"));
  return out.take();
}

// A text whose checksum is right, whatever it says.
std::string text_of(Bytes content) {
  const Hash sum = verify::hash(verify::label::kInvitationSum, {content});
  append(content, sum.view().first(5));
  return "KITH-" + to_base32(content);
}

Result<InvitationCode> decoded(std::string_view text) { return decode_code(text, InvitationType::pair); }

TEST(InvitationCode, WhatWasWrittenIsRead) {
  for (const InvitationType type : {InvitationType::pair, InvitationType::circle, InvitationType::link}) {
    for (const std::string& relay : {std::string(kRelay), std::string(), std::string(255, 'r')}) {
      const InvitationCode code = code_of(type, relay);
      const auto read = decode_code(encode_code(code), type);
      ASSERT_THAT(read, IsOk()) << relay;
      EXPECT_EQ(read->type, type);
      EXPECT_TRUE(read->secret.equals(code.secret));
      EXPECT_EQ(read->relay, relay);
    }
  }
}

TEST(InvitationCode, TheBytesAreThoseOfTheProtocol) {
  const auto read = decoded(text_of(content_of(0, 1)));
  ASSERT_THAT(read, IsOk());
  EXPECT_EQ(read->relay, "a:12");
  EXPECT_TRUE(read->secret.equals(Secret::copy_of(Bytes(32, 0xa7))));
}

TEST(InvitationCode, StandsInGroupsThatAPersonCanRead) {
  const std::string text = encode_code(code_of(InvitationType::pair));
  EXPECT_EQ(text.substr(0, 5), "KITH-");
  std::size_t run = 0;
  for (const char c : text.substr(5)) {
    run = c == '-' ? 0 : run + 1;
    EXPECT_LE(run, 6U) << text;
    EXPECT_TRUE(c == '-' || (std::isdigit(c) != 0) || (std::isupper(c) != 0)) << text;
  }
}

TEST(InvitationCode, CaseDashesAndLookAlikesAreForgiven) {
  std::string text = encode_code(code_of(InvitationType::pair));
  std::string lower = text;
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
  EXPECT_THAT(decoded(lower), IsOk());
  std::string typed = text;
  std::replace(typed.begin() + 5, typed.end(), '0', 'O');
  std::replace(typed.begin() + 5, typed.end(), '1', 'I');
  EXPECT_THAT(decoded(typed), IsOk());
  text.erase(std::remove(text.begin() + 5, text.end(), '-'), text.end());
  EXPECT_THAT(decoded(text), IsOk());
}

TEST(InvitationCode, EveryChangedLetterIsRefused) {
  const std::string text = encode_code(code_of(InvitationType::pair));
  for (std::size_t at = 5; at < text.size(); ++at) {
    if (text[at] == '-') continue;
    std::string changed = text;
    changed[at] = changed[at] == '7' ? '8' : '7';
    EXPECT_THAT(decoded(changed), Fails(Code::INVALID_ARGUMENT)) << changed;
  }
}

TEST(InvitationCode, TwoSwappedLettersAreRefused) {
  const std::string text = encode_code(code_of(InvitationType::pair));
  for (std::size_t at = 6; at < text.size(); ++at) {
    if (text[at] == '-' || text[at - 1] == '-' || text[at] == text[at - 1]) continue;
    std::string swapped = text;
    std::swap(swapped[at], swapped[at - 1]);
    EXPECT_THAT(decoded(swapped), Fails(Code::INVALID_ARGUMENT)) << swapped;
  }
}

TEST(InvitationCode, WhatIsNotWholeIsRefused) {
  const std::string text = encode_code(code_of(InvitationType::pair));
  for (std::size_t size = 0; size < text.size(); ++size) {
    EXPECT_THAT(decoded(text.substr(0, size)), Fails(Code::INVALID_ARGUMENT)) << size;
  }
  EXPECT_THAT(decoded(text + "0"), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(decoded(text + "00000000"), Fails(Code::INVALID_ARGUMENT));
}

TEST(InvitationCode, WithoutItsFirstWordItIsRefused) {
  const std::string text = encode_code(code_of(InvitationType::pair));
  EXPECT_THAT(decoded(text.substr(5)), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(decoded("KIND-" + text.substr(5)), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(decoded("KITH" + text.substr(5)), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(decoded(" " + text), Fails(Code::INVALID_ARGUMENT));
}

TEST(InvitationCode, OtherLettersAreRefused) {
  const std::string text = encode_code(code_of(InvitationType::pair));
  for (const char* bad : {"U", "*", " ", "\n", "="})
    EXPECT_THAT(decoded(text + bad), Fails(Code::INVALID_ARGUMENT)) << bad;
}

TEST(InvitationCode, TheWrongChecksumIsRefused) {
  for (std::size_t at = 1; at <= 5; ++at) {
    auto bytes = from_base32(text_of(content_of(0, 1)).substr(5));
    ASSERT_TRUE(bytes);
    (*bytes)[bytes->size() - at] ^= 1;
    EXPECT_THAT(decoded("KITH-" + to_base32(*bytes)), Fails(Code::INVALID_ARGUMENT)) << at;
  }
}

TEST(InvitationCode, ForSomethingElseIsTheWrongType) {
  const std::vector<InvitationType> types{InvitationType::pair, InvitationType::circle, InvitationType::link};
  for (const InvitationType made : types) {
    for (const InvitationType expected : types) {
      if (made == expected) continue;
      EXPECT_THAT(decode_code(encode_code(code_of(made)), expected), Fails(Code::WRONG_TYPE));
    }
  }
  for (const std::uint8_t type : {0, 4, 255})
    EXPECT_THAT(decoded(text_of(content_of(0, type))), Fails(Code::WRONG_TYPE));
}

TEST(InvitationCode, OfANewerVersionIsUnsupported) {
  EXPECT_THAT(decoded(text_of(content_of(1, 1))), Fails(Code::UNSUPPORTED));
  EXPECT_THAT(decoded(text_of(content_of(255, 1))), Fails(Code::UNSUPPORTED));
}

// "Copy it again" would be wrong advice: the checksum says that the copy is good.
TEST(InvitationCode, OfANewerVersionWithAnotherLayoutIsUnsupportedToo) {
  EXPECT_THAT(decoded(text_of(content_of(1, 1, 48))), Fails(Code::UNSUPPORTED));
  EXPECT_THAT(decoded(text_of(Bytes{1})), Fails(Code::UNSUPPORTED));
}

TEST(InvitationCode, PartsOfTheWrongSizeAreRefusedThoughTheChecksumHolds) {
  EXPECT_THAT(decoded(text_of({})), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(decoded(text_of(Bytes{0})), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(decoded(text_of(content_of(0, 1, 32, 5))), Fails(Code::INVALID_ARGUMENT))
      << "a relay beyond the end";
  EXPECT_THAT(decoded(text_of(content_of(0, 1, 32, 3))), Fails(Code::INVALID_ARGUMENT))
      << "something behind the relay";
  EXPECT_THAT(decoded(text_of(content_of(0, 1, 20))), Fails(Code::INVALID_ARGUMENT)) << "a short secret";
}

TEST(InvitationCode, ARefusalDoesNotRepeatTheSecret) {
  const std::string text = encode_code(code_of(InvitationType::pair));
  const auto refused = decoded(text + "0");
  ASSERT_FALSE(refused.ok());
  EXPECT_THAT(refused.error().message.text(), Not(::testing::HasSubstr(text.substr(10, 20))));
}

TEST(Mailbox, IsNamedByTheSecretAndDoesNotTellIt) {
  const Secret secret = Secret::copy_of(Bytes(32, 1));
  EXPECT_EQ(mailbox_of(secret), mailbox_of(secret.clone()));
  EXPECT_NE(mailbox_of(secret), mailbox_of(Secret::copy_of(Bytes(32, 2))));
  EXPECT_FALSE(equal(mailbox_of(secret).view(), secret.reveal()));
}

struct Messages : ::testing::Test {
  SeededRandom random{4};
  Secret secret = Secret::copy_of(Bytes(32, 0xb1));
  Offer offer = make_offer();
  Acceptance acceptance{make_device(), "Jonas Berg"};

  envelope::DeviceKeys make_device() {
    return {envelope::DeviceRole::device, random.make<SignKey>(),  random.make<AgreeKey>(),
            random.make<SignKey>(),       random.make<AgreeKey>(), random.make<SignKey>()};
  }
  Offer make_offer() {
    Offer out;
    out.genesis.kind = envelope::SpaceKind::pair;
    out.genesis.random = random.make<decltype(envelope::Genesis::random)>();
    out.genesis.founder = make_device();
    out.relay_key = random.make<SignKey>();
    out.relay = kRelay;
    out.expires_ms = 1'700'000'000'000;
    out.name = "Amara Diop";
    return out;
  }
  Bytes sealed_offer() {
    auto sealed = seal_offer(secret, offer, random);
    EXPECT_THAT(sealed, IsOk());
    return *std::move(sealed);
  }
  Bytes sealed_acceptance() {
    auto sealed = seal_acceptance(secret, acceptance, random);
    EXPECT_THAT(sealed, IsOk());
    return *std::move(sealed);
  }
  // What somebody could seal who has the code and does not keep to the layout.
  Bytes sealed_plain(verify::Label label, Bytes plain, std::size_t size = kMessageBytes) {
    plain.resize(size - crypto::kSealOverhead);
    return crypto::seal(crypto::derive(secret, label, {}), mailbox_of(secret).view(), plain, random);
  }
  Bytes sealed_content(verify::Label label, BytesView content) {
    Writer plain;
    plain.sized(content);
    return sealed_plain(label, plain.take());
  }
  Bytes offer_content(std::uint8_t version = 0, int genesis_longer = 0, BytesView behind = {}) {
    Bytes genesis = envelope::encode_genesis(offer.genesis);
    genesis.resize(genesis.size() + static_cast<std::size_t>(genesis_longer));
    Writer out;
    out.u8(version);
    out.sized(genesis);
    out.raw(offer.relay_key.view());
    out.sized(as_bytes(offer.relay));
    out.u64(static_cast<std::uint64_t>(offer.expires_ms));
    out.sized(as_bytes(offer.name));
    out.raw(behind);
    return out.take();
  }
  Bytes acceptance_content(std::uint8_t version = 0, BytesView behind = {}) {
    Writer out;
    out.u8(version);
    out.u8(1);  // the role: a device
    out.raw(acceptance.device.sign.view());
    out.raw(acceptance.device.agree.view());
    out.raw(acceptance.device.administration_sign.view());
    out.raw(acceptance.device.administration_agree.view());
    out.raw(acceptance.device.transport.view());
    out.sized(as_bytes(acceptance.name));
    out.raw(behind);
    return out.take();
  }
  Result<Offer> offer_of(BytesView content) {
    return open_offer(secret, sealed_content(verify::label::kOfferKey, content));
  }
  Result<Acceptance> acceptance_of(BytesView content) {
    return open_acceptance(secret, sealed_content(verify::label::kAcceptanceKey, content));
  }
};

void expect_same(const Result<Offer>& opened, const Offer& offer) {
  ASSERT_THAT(opened, IsOk());
  EXPECT_EQ(opened->genesis, offer.genesis);
  EXPECT_EQ(opened->relay_key, offer.relay_key);
  EXPECT_EQ(opened->relay, offer.relay);
  EXPECT_EQ(opened->expires_ms, offer.expires_ms);
  EXPECT_EQ(opened->name, offer.name);
}

void expect_same(const Result<Acceptance>& opened, const Acceptance& acceptance) {
  ASSERT_THAT(opened, IsOk());
  EXPECT_EQ(opened->device, acceptance.device);
  EXPECT_EQ(opened->name, acceptance.name);
}

TEST_F(Messages, WhatWasSealedOpens) {
  expect_same(open_offer(secret, sealed_offer()), offer);
  expect_same(open_acceptance(secret, sealed_acceptance()), acceptance);
}

TEST_F(Messages, TheBytesAreThoseOfTheProtocol) {
  expect_same(offer_of(offer_content()), offer);
  expect_same(acceptance_of(acceptance_content()), acceptance);
}

TEST_F(Messages, ContentThatIsLongerThanItsMessageIsSaidToBeSo) {
  Writer plain;
  plain.u32(0xffffff);  // the length of the content
  const auto opened = open_offer(secret, sealed_plain(verify::label::kOfferKey, plain.take()));
  ASSERT_THAT(opened, Fails(Code::MALFORMED));
  EXPECT_NE(opened.error().message.text().find("message that does not parse"), std::string::npos);
}

// The relay must not see who has a long name, nor which of the two a message is.
TEST_F(Messages, AllHaveOneSize) {
  for (const std::size_t size : {0U, 1U, 200U}) {
    offer.name.assign(size, 'n');
    acceptance.name.assign(size, 'n');
    EXPECT_EQ(sealed_offer().size(), kMessageBytes) << size;
    EXPECT_EQ(sealed_acceptance().size(), kMessageBytes) << size;
  }
}

TEST_F(Messages, WhatDoesNotFitIsTooLarge) {
  offer.relay.assign(kMessageBytes, 'r');
  EXPECT_THAT(seal_offer(secret, offer, random), Fails(Code::TOO_LARGE));
  acceptance.name.assign(kMessageBytes, 'n');
  EXPECT_THAT(seal_acceptance(secret, acceptance, random), Fails(Code::TOO_LARGE));
}

TEST_F(Messages, AnotherInvitationDoesNotOpenThem) {
  const Secret other = Secret::copy_of(Bytes(32, 0xb2));
  EXPECT_THAT(open_offer(other, sealed_offer()), Fails(Code::BAD_CIPHERTEXT));
  EXPECT_THAT(open_acceptance(other, sealed_acceptance()), Fails(Code::BAD_CIPHERTEXT));
}

// A relay that hands the offer back as its answer must not get an answer to it.
TEST_F(Messages, OneIsNotTakenForTheOther) {
  EXPECT_THAT(open_acceptance(secret, sealed_offer()), Fails(Code::BAD_CIPHERTEXT));
  EXPECT_THAT(open_offer(secret, sealed_acceptance()), Fails(Code::BAD_CIPHERTEXT));
}

TEST_F(Messages, FromAnotherMailboxDoNotOpen) {
  Writer plain;
  plain.sized(acceptance_content());
  Bytes padded = plain.take();
  padded.resize(kMessageBytes - crypto::kSealOverhead);
  const Secret key = crypto::derive(secret, verify::label::kAcceptanceKey, {});
  const Bytes moved = crypto::seal(key, random.make<MailboxId>().view(), padded, random);
  EXPECT_THAT(open_acceptance(secret, moved), Fails(Code::BAD_CIPHERTEXT));
}

TEST_F(Messages, EveryChangedByteIsRefused) {
  const Bytes first = sealed_offer();
  const Bytes second = sealed_acceptance();
  for (std::size_t at = 0; at < kMessageBytes; ++at) {
    Bytes changed = first;
    changed[at] ^= 1;
    EXPECT_THAT(open_offer(secret, changed), Fails(Code::BAD_CIPHERTEXT)) << at;
    changed = second;
    changed[at] ^= 1;
    EXPECT_THAT(open_acceptance(secret, changed), Fails(Code::BAD_CIPHERTEXT)) << at;
  }
}

TEST_F(Messages, OfAnotherSizeAreMalformedThoughTheyWouldOpen) {
  Writer offer_plain;
  offer_plain.sized(offer_content());
  Writer acceptance_plain;
  acceptance_plain.sized(acceptance_content());
  for (const std::size_t size : {kMessageBytes - 1, kMessageBytes + 1, 2 * kMessageBytes}) {
    EXPECT_THAT(open_offer(secret, sealed_plain(verify::label::kOfferKey, offer_plain.bytes(), size)),
                Fails(Code::MALFORMED))
        << size;
    EXPECT_THAT(
        open_acceptance(secret, sealed_plain(verify::label::kAcceptanceKey, acceptance_plain.bytes(), size)),
        Fails(Code::MALFORMED))
        << size;
  }
  EXPECT_THAT(open_offer(secret, {}), Fails(Code::MALFORMED));
  EXPECT_THAT(open_acceptance(secret, {}), Fails(Code::MALFORMED));
}

TEST_F(Messages, ALengthBeyondTheEndIsMalformed) {
  const Bytes lying(16, 0xff);
  EXPECT_THAT(open_offer(secret, sealed_plain(verify::label::kOfferKey, lying)), Fails(Code::MALFORMED));
  EXPECT_THAT(open_acceptance(secret, sealed_plain(verify::label::kAcceptanceKey, lying)),
              Fails(Code::MALFORMED));
}

TEST_F(Messages, OfAnotherVersionAreMalformed) {
  EXPECT_THAT(offer_of(offer_content(1)), Fails(Code::MALFORMED));
  EXPECT_THAT(acceptance_of(acceptance_content(1)), Fails(Code::MALFORMED));
}

TEST_F(Messages, CutAnywhereAreMalformed) {
  const Bytes first = offer_content();
  for (std::size_t size = 0; size < first.size(); ++size) {
    EXPECT_THAT(offer_of(BytesView(first).first(size)), Fails(Code::MALFORMED)) << size;
  }
  const Bytes second = acceptance_content();
  for (std::size_t size = 0; size < second.size(); ++size) {
    EXPECT_THAT(acceptance_of(BytesView(second).first(size)), Fails(Code::MALFORMED)) << size;
  }
}

TEST_F(Messages, WithSomethingBehindAreMalformed) {
  EXPECT_THAT(offer_of(offer_content(0, 0, Bytes{0})), Fails(Code::MALFORMED));
  EXPECT_THAT(acceptance_of(acceptance_content(0, Bytes{0})), Fails(Code::MALFORMED));
}

TEST_F(Messages, AGenesisOfTheWrongSizeIsMalformed) {
  EXPECT_THAT(offer_of(offer_content(0, 1)), Fails(Code::MALFORMED));
  EXPECT_THAT(offer_of(offer_content(0, -1)), Fails(Code::MALFORMED));
}

TEST_F(Messages, AnUnknownSuiteIsNamed) {
  for (const std::uint8_t suite : {0, 2, 255}) {
    offer.genesis.suite = suite;
    EXPECT_THAT(open_offer(secret, sealed_offer()), Fails(Code::UNKNOWN_SUITE)) << int{suite};
  }
}

// Whoever accepts joins a pair and nothing else: neither somebody's own space nor a circle.
TEST_F(Messages, AnOfferOfSomethingElseThanAPairIsTheWrongType) {
  for (const int kind : {0, 1, 3, 255}) {
    offer.genesis.kind = static_cast<envelope::SpaceKind>(kind);
    EXPECT_THAT(open_offer(secret, sealed_offer()), Fails(Code::WRONG_TYPE)) << kind;
  }
}

TEST_F(Messages, ANameIsAtMost200Bytes) {
  offer.name.assign(kMaxNameBytes, 'n');
  acceptance.name.assign(kMaxNameBytes, 'n');
  expect_same(open_offer(secret, sealed_offer()), offer);
  expect_same(open_acceptance(secret, sealed_acceptance()), acceptance);
  offer.name += 'n';
  acceptance.name += 'n';
  EXPECT_THAT(open_offer(secret, sealed_offer()), Fails(Code::MALFORMED));
  EXPECT_THAT(open_acceptance(secret, sealed_acceptance()), Fails(Code::MALFORMED));
}

// It is kept as text: bytes that are none would make the vault's row of this pair unreadable.
TEST_F(Messages, ANameThatIsNoTextIsMalformed) {
  for (const char* bad :
       {"Amara\xff", "Jos\xe9", "\xed\xa0\x80", "Amara\x1b[2J", "\x7f", "Amara\nand another line", "\r"}) {
    offer.name = bad;
    acceptance.name = bad;
    EXPECT_THAT(open_offer(secret, sealed_offer()), Fails(Code::MALFORMED)) << bad;
    EXPECT_THAT(open_acceptance(secret, sealed_acceptance()), Fails(Code::MALFORMED)) << bad;
  }
}

TEST_F(Messages, ARelayAddressThatIsNoTextOrTooLongIsMalformed) {
  for (const std::string& bad : {std::string("relay\xff:1"), std::string("relay\x1b:1"),
                                 std::string("relay:1\n"), std::string(256, 'r')}) {
    offer.relay = bad;
    EXPECT_THAT(open_offer(secret, sealed_offer()), Fails(Code::MALFORMED)) << bad;
  }
  offer.relay.assign(255, 'r');
  expect_same(open_offer(secret, sealed_offer()), offer);
}

TEST_F(Messages, AnyContentIsReadOrRefusedAndNeverCrashes) {
  const Bytes good = offer_content();
  for (int i = 0; i < 5000; ++i) {
    Bytes bad = good;
    for (std::uint64_t n = 1 + random.below(4); n > 0; --n)
      bad[random.below(bad.size())] = static_cast<Byte>(random.below(256));
    const auto opened = offer_of(bad);
    if (opened.ok()) {
      EXPECT_LE(opened->name.size(), kMaxNameBytes);
    }
    static_cast<void>(acceptance_of(bad).ok());
  }
}

TEST_F(Messages, TheDigitsAreMadeOfEveryByteOfBothInThisOrder) {
  const Bytes first = sealed_offer();
  const Bytes second = sealed_acceptance();
  std::set<Hash> seen{digits_hash(first, second)};
  EXPECT_TRUE(seen.insert(digits_hash(second, first)).second);
  for (std::size_t at = 0; at < kMessageBytes; ++at) {
    Bytes changed = first;
    changed[at] ^= 1;
    EXPECT_TRUE(seen.insert(digits_hash(changed, second)).second) << at;
    changed = second;
    changed[at] ^= 1;
    EXPECT_TRUE(seen.insert(digits_hash(first, changed)).second) << at;
  }
  EXPECT_NE(digits_hash(Bytes{1, 2}, Bytes{3}), digits_hash(Bytes{1}, Bytes{2, 3}))
      << "no byte changes sides";
}

TEST_F(Messages, AMembersNameIsSealedToOneSizeForItsEpochAndSpace) {
  const SpaceId space = random.make<SpaceId>();
  const Secret epoch = Secret::copy_of(Bytes(32, 0xc1));
  const Bytes sealed = seal_name(space, epoch, "Jonas Berg", random);
  EXPECT_EQ(sealed.size(), seal_name(space, epoch, "", random).size());
  EXPECT_EQ(sealed.size(), seal_name(space, epoch, std::string(kMaxNameBytes, 'n'), random).size());
  const auto key = [](const SpaceId& of, const Secret& from) {
    return crypto::derive(from, verify::label::kMemberNameKey, {of.view()});
  };
  const auto plain = crypto::open(key(space, epoch), space.view(), sealed);
  ASSERT_THAT(plain, IsOk());
  Reader in(*plain);
  EXPECT_EQ(as_text(in.sized()), "Jonas Berg");
  const SpaceId other = random.make<SpaceId>();
  EXPECT_THAT(crypto::open(key(other, epoch), other.view(), sealed), Fails(Code::BAD_CIPHERTEXT));
  EXPECT_THAT(crypto::open(key(space, Secret::copy_of(Bytes(32, 0xc2))), space.view(), sealed),
              Fails(Code::BAD_CIPHERTEXT));
}

}  // namespace
}  // namespace kith::testing
