// The worked example of sync/PROTOCOL.md: the code makes exactly these bytes, and opens them.

#include <fstream>
#include <map>
#include <sstream>

#include "kith/crypto/kdf.h"
#include "kith/crypto/passphrase.h"
#include "kith/envelope/log.h"
#include "kith/protocol/epoch.h"
#include "kith/protocol/invitation.h"
#include "kith/protocol/merge.h"
#include "kith/protocol/sealing.h"
#include "kith/testing/matchers.h"
#include "kith/verify/hash.h"

namespace kith::testing {
namespace {

using namespace kith::protocol;

using Values = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view kExampleRelay = "relay.example.org:7443";
constexpr std::int64_t kTimeMs = 1'700'000'000'000;
constexpr std::int64_t kExpiresMs = 1'700'604'800'000;

// "0f*24" is 24 bytes of 0f; everything else stands as it is.
std::string spelled_out(const std::string& text) {
  const std::size_t star = text.find('*');
  if (star == std::string::npos) return text;
  std::string out;
  for (int left = std::stoi(text.substr(star + 1)); left > 0; --left) out += text.substr(0, star);
  return out;
}

// The lines "name value" of the blocks fenced by "```example"; a line without a name goes on.
Values read_document() {
  std::ifstream in(KITH_PROTOCOL_DOCUMENT);
  EXPECT_TRUE(in.good()) << KITH_PROTOCOL_DOCUMENT;
  Values out;
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("```")) {
      inside = line == "```example";
      continue;
    }
    if (!inside || line.empty()) continue;
    std::istringstream words(line);
    std::string name;
    std::string value;
    if (line.front() != ' ') words >> name;
    words >> value;
    if (!name.empty()) out.emplace_back(name, "");
    if (out.empty()) {
      ADD_FAILURE() << "a value without a name: " << line;
      break;
    }
    out.back().second += spelled_out(value);
  }
  return out;
}

std::string text(const std::string& name) {
  static const Values values = read_document();
  for (const auto& [known, value] : values) {
    if (known == name) return value;
  }
  ADD_FAILURE() << "the document has no " << name;
  return {};
}
Bytes bytes(const std::string& name) {
  const auto out = from_hex(text(name));
  EXPECT_TRUE(out.has_value()) << name;
  return out.value_or(Bytes{});
}
template <typename F>
F fixed(const std::string& name) {
  return F::from(bytes(name)).value_or(F{});
}
Secret secret(const std::string& name) { return Secret::copy_of(bytes(name)); }

// Where a writer draws random bytes, the example has one and the same byte.
class Drawn final : public Random {
 public:
  void fill(std::span<Byte> out) override {
    const Byte byte = testing::bytes("drawn").at(0);
    std::fill(out.begin(), out.end(), byte);
  }
};

struct Device {
  explicit Device(const std::string& who)
      : sign(verify::sign_pair_of(secret(who + "_signing"))),
        agree(crypto::agree_pair_of(secret(who + "_agreement"))),
        administration(verify::sign_pair_of(secret(who + "_admin_signing"))),
        transport(verify::sign_pair_of(secret(who + "_transport"))),
        keys{envelope::DeviceRole::device,
             sign.key,
             agree.key,
             administration.key,
             crypto::agree_pair_of(secret(who + "_admin_agreement")).key,
             transport.key} {}

  verify::SignPair sign;
  crypto::AgreePair agree;
  verify::SignPair administration;
  verify::SignPair transport;
  envelope::DeviceKeys keys;
};

BytesView header_of(const Bytes& entry) { return BytesView(entry).first(envelope::kHeaderBytes); }
BytesView signature_of(const Bytes& entry) {
  return BytesView(entry).subspan(envelope::kHeaderBytes, Signature::kSize);
}
BytesView commitment_of(const Bytes& sealed) {
  return BytesView(sealed).subspan(crypto::kNonceBytes, crypto::kCommitmentBytes);
}
BytesView tag_of(const Bytes& sealed) { return BytesView(sealed).last(crypto::kTagBytes); }

// A pair from its founding to the joiner's first entry, as the document tells it.
struct Pair {
  Pair() {
    genesis.kind = envelope::SpaceKind::pair;
    genesis.random = fixed<decltype(envelope::Genesis::random)>("genesis_random");
    genesis.founder = founder.keys;
    space = envelope::space_id(genesis);
    heads.push_back(envelope::log_start(space));
    found();
    invite();
    add();
    write();
  }

  envelope::EntryHeader header(const Device& author, std::uint32_t epoch, const Hash& membership) const {
    envelope::EntryHeader out;
    out.space = space;
    out.epoch = epoch;
    out.author = author.sign.key;
    out.seen = heads.back();
    out.membership = membership;
    return out;
  }
  Hash take(const Bytes& entry) {
    const Hash id = envelope::entry_hash(entry);
    heads.push_back(envelope::log_next(heads.back(), id));
    return id;
  }
  envelope::EpochStart start(std::uint32_t epoch, const std::vector<envelope::DeviceKeys>& devices) {
    EpochKeys keys{epoch, secret("epoch_" + std::to_string(epoch) + "_secret")};
    return start_epoch(space, keys, secret("space_secret"), devices, random).value();
  }

  void found() {
    founding_body.action =
        envelope::FoundAction{genesis, seal_name(space, secret("epoch_1_secret"), "Amina", random)};
    founding_body.epoch_start = start(1, {founder.keys});
    founding = envelope::make_membership_entry(header(founder, 1, {}), founding_body, founder.sign,
                                               &founder.administration);
    founding_id = take(founding);
  }
  void invite() {
    const Secret invitation = secret("invitation_secret");
    code = encode_code({InvitationType::pair, invitation.clone(), std::string(kExampleRelay)});
    const Offer said{genesis, relay.key, std::string(kExampleRelay), kExpiresMs, "Amina"};
    offer = seal_offer(invitation, said, random).value();
    acceptance = seal_acceptance(invitation, {joiner.keys, "Ben"}, random).value();
    digits_hash = protocol::digits_hash(offer, acceptance);
  }
  void add() {
    const JoinGift gift{secret("epoch_2_secret"), secret("space_secret"), 2, heads.back()};
    for_joiner = seal_join(space, gift, joiner.keys.agree, secret("invitation_secret"), random).value();
    const Bytes name = seal_name(space, secret("epoch_2_secret"), "Ben", random);
    envelope::MembershipBody added;
    added.previous = founding_id;
    added.action = envelope::AddMemberAction{2, joiner.keys, name, for_joiner};
    added.epoch_start = start(2, {founder.keys, joiner.keys});
    joiner_wrap = added.epoch_start->wraps.at(1).sealed;
    addition = envelope::make_membership_entry(header(founder, 1, founding_id), added, founder.sign,
                                               &founder.administration);
    addition_id = take(addition);
  }
  void write() {
    Change change;
    change.made = fixed<RecordId>("made");
    change.record = shared_id(space, 2, *change.made);
    change.seen = 2;
    change.kind = model::Kind::agenda_line;
    change.field = 1;
    change.value = std::string("Ask about the garden");
    change.time_ms = kTimeMs;
    body.changes.push_back(change);
    body.confirmation = digits_hash;
    key = entry_key(space, 2, secret("epoch_2_secret"));
    envelope::EntryHeader h = header(joiner, 2, addition_id);
    h.sequence = 1;
    data = make_data_entry(h, body, key, joiner.sign, random).value();
    data_id = take(data);
  }

  Drawn random;
  Device founder{"founder"};
  Device joiner{"joiner"};
  verify::SignPair relay = verify::sign_pair_of(secret("relay_signing"));
  envelope::Genesis genesis;
  SpaceId space;
  std::vector<envelope::Head> heads;
  envelope::MembershipBody founding_body;
  Bytes founding;
  Bytes addition;
  Bytes data;
  Hash founding_id;
  Hash addition_id;
  Hash data_id;
  Bytes for_joiner;
  Bytes joiner_wrap;
  std::string code;
  Bytes offer;
  Bytes acceptance;
  Hash digits_hash;
  Body body;
  Secret key;
};

Values founding_values(const Pair& pair) {
  const Secret name_key =
      crypto::derive(secret("epoch_1_secret"), verify::label::kMemberNameKey, {pair.space.view()});
  return {
      {"genesis", to_hex(envelope::encode_genesis(pair.genesis))},
      {"space_id", pair.space.hex()},
      {"running_0", pair.heads[0].running.hex()},
      {"epoch_1_check", pair.founding_body.epoch_start->check.hex()},
      {"founding_wrap", to_hex(pair.founding_body.epoch_start->wraps.at(0).sealed)},
      {"name_key", to_hex(name_key.reveal())},
      {"founding_header", to_hex(header_of(pair.founding))},
      {"founding_signature", to_hex(signature_of(pair.founding))},
      {"founding_id", pair.founding_id.hex()},
      {"running_1", pair.heads[1].running.hex()},
  };
}

Values invitation_values(const Pair& pair) {
  return {
      {"code", pair.code},
      {"mailbox_id", mailbox_of(secret("invitation_secret")).hex()},
      {"offer_commitment", to_hex(commitment_of(pair.offer))},
      {"offer_tag", to_hex(tag_of(pair.offer))},
      {"acceptance_commitment", to_hex(commitment_of(pair.acceptance))},
      {"acceptance_tag", to_hex(tag_of(pair.acceptance))},
      {"digits_hash", pair.digits_hash.hex()},
      {"digits", crypto::slow_digits(pair.digits_hash).value()},
      {"for_joiner", to_hex(pair.for_joiner)},
      {"joiner_wrap", to_hex(pair.joiner_wrap)},
      {"addition_header", to_hex(header_of(pair.addition))},
      {"addition_id", pair.addition_id.hex()},
      {"running_2", pair.heads[2].running.hex()},
  };
}

Values data_values(const Pair& pair) {
  const auto head = envelope::sign_head(pair.space, pair.heads[3], kTimeMs, pair.relay);
  const auto answer = envelope::answer_challenge(pair.joiner.transport, pair.relay.key, pair.space,
                                                 fixed<envelope::Challenge>("challenge"));
  const Bytes all = pair.data;
  return {
      {"record_id", pair.body.changes[0].record.hex()},
      {"entry_key", to_hex(pair.key.reveal())},
      {"plain_body", to_hex(encode_body(pair.body))},
      {"data_header", to_hex(header_of(all))},
      {"data_body", to_hex(envelope::parse_entry(all)->body)},
      {"data_signature", to_hex(signature_of(all))},
      {"data_id", pair.data_id.hex()},
      {"running_3", pair.heads[3].running.hex()},
      {"head_signature", to_hex(head.signature.view())},
      {"challenge_answer", to_hex(answer.view())},
  };
}

Values given() {
  Values out;
  for (const char* name :
       {"founder_signing", "founder_agreement", "founder_admin_signing", "founder_admin_agreement",
        "founder_transport", "joiner_signing", "joiner_agreement", "joiner_admin_signing",
        "joiner_admin_agreement", "joiner_transport",
        "genesis_random", "space_secret", "epoch_1_secret", "epoch_2_secret", "invitation_secret",
        "relay_signing", "challenge", "made", "drawn"}) {
    out.emplace_back(name, text(name));
  }
  return out;
}

TEST(WorkedExample, TheCodeMakesTheseBytes) {
  const Pair pair;
  for (const Values& part : {founding_values(pair), invitation_values(pair), data_values(pair)}) {
    for (const auto& [name, value] : part) EXPECT_EQ(text(name), value) << name;
  }
}

TEST(WorkedExample, TheDocumentHasNoValueThatIsNotMadeHere) {
  const Pair pair;
  Values known = given();
  for (const Values& part : {founding_values(pair), invitation_values(pair), data_values(pair)}) {
    known.insert(known.end(), part.begin(), part.end());
  }
  std::vector<std::string> expected;
  std::vector<std::string> found;
  for (const auto& [name, value] : known) expected.push_back(name);
  for (const auto& [name, value] : read_document()) found.push_back(name);
  EXPECT_THAT(found, ::testing::UnorderedElementsAreArray(expected));
}

// What follows takes nothing from the code that wrote the example: only the document's bytes.

Bytes data_entry() {
  Bytes out = bytes("data_header");
  append(out, bytes("data_signature"));
  append(out, bytes("data_body"));
  return out;
}

TEST(WorkedExample, TheDataEntryOpensAndIsPadded) {
  const Bytes all = data_entry();
  const auto entry = envelope::parse_entry(all);
  ASSERT_THAT(entry, IsOk());
  EXPECT_THAT(envelope::check_signature(*entry), IsOk());
  EXPECT_EQ(envelope::entry_hash(all).hex(), text("data_id"));
  EXPECT_EQ(entry->body.size(), 256 + crypto::kSealOverhead);
  const auto body = open_data_entry(*entry, secret("entry_key"));
  ASSERT_THAT(body, IsOk());
  ASSERT_EQ(body->changes.size(), 1U);
  EXPECT_EQ(*body->changes[0].value->text(), "Ask about the garden");
  EXPECT_EQ(body->confirmation->hex(), text("digits_hash"));
  const auto plain = decode_body(bytes("plain_body"));
  EXPECT_TRUE(plain.ok() && *plain == *body);
}

// Each field at the place that section 2 gives it.
TEST(WorkedExample, TheHeaderHasItsFieldsAtTheOffsetsOfTheTable) {
  const Bytes header = bytes("data_header");
  ASSERT_EQ(header.size(), 226U);
  const auto at = [&](std::size_t from, std::size_t size) {
    return to_hex(BytesView(header).subspan(from, size));
  };
  EXPECT_EQ(at(0, 2), "0101");
  EXPECT_EQ(at(2, 32), text("space_id"));
  EXPECT_EQ(at(34, 4), "00000002");
  EXPECT_EQ(at(38, 32), to_hex(verify::sign_pair_of(secret("joiner_signing")).key.view()));
  EXPECT_EQ(at(70, 8), "0000000000000001");
  EXPECT_EQ(at(78, 8), "0000000000000000");
  EXPECT_EQ(at(86, 32), std::string(64, '0'));
  EXPECT_EQ(at(118, 8), "0000000000000002");
  EXPECT_EQ(at(126, 32), text("running_2"));
  EXPECT_EQ(at(158, 32), text("addition_id"));
  EXPECT_EQ(at(190, 4), "00000148");
  EXPECT_EQ(at(194, 32), verify::hash(verify::label::kBody, {bytes("data_body")}).hex());
}

TEST(WorkedExample, TheJoinerOpensWhatTheInviterSealedForHim) {
  const crypto::AgreePair joiner = crypto::agree_pair_of(secret("joiner_agreement"));
  const auto space = fixed<SpaceId>("space_id");
  const auto gift = open_join(space, bytes("for_joiner"), joiner, secret("invitation_secret"));
  ASSERT_THAT(gift, IsOk());
  EXPECT_TRUE(gift->epoch_secret.equals(secret("epoch_2_secret")));
  EXPECT_EQ(gift->before, (envelope::Head{1, fixed<Hash>("running_1")}));

  const SignKey sign = verify::sign_pair_of(secret("joiner_signing")).key;
  const Hash check = epoch_check(space, 2, gift->epoch_secret);
  const envelope::EpochStart start{2, check, {{sign, bytes("joiner_wrap")}}};
  const auto opened = open_epoch(space, start, sign, joiner, gift->space_secret);
  ASSERT_THAT(opened, IsOk());
  EXPECT_TRUE(opened->equals(gift->epoch_secret));
}

TEST(WorkedExample, TheInvitationCodeIsRead) {
  const auto code = decode_code(text("code"), InvitationType::pair);
  ASSERT_THAT(code, IsOk());
  EXPECT_EQ(code->relay, kExampleRelay);
  EXPECT_TRUE(code->secret.equals(secret("invitation_secret")));
  EXPECT_EQ(mailbox_of(code->secret).hex(), text("mailbox_id"));
}

TEST(WorkedExample, TheSignedHeadAndTheAnswerHold) {
  const auto space = fixed<SpaceId>("space_id");
  const SignKey relay = verify::sign_pair_of(secret("relay_signing")).key;
  const envelope::SignedHead head{space, {3, fixed<Hash>("running_3")}, kTimeMs, relay,
                                  fixed<Signature>("head_signature")};
  EXPECT_THAT(envelope::check_head(head, space, relay), IsOk());
  EXPECT_TRUE(envelope::challenge_holds(verify::sign_pair_of(secret("joiner_transport")).key, relay, space,
                                        fixed<envelope::Challenge>("challenge"),
                                        fixed<Signature>("challenge_answer")));
}

}  // namespace
}  // namespace kith::testing
