// CV-02: every envelope, wrap, membership entry, challenge and code as frozen bytes. The code makes
// exactly the files of tests/fixtures/vectors; cv02_decoder_test.py reads them without any of this
// code. Another byte in them is another format, and wants another suite or version number.
//
// What comes out otherwise is written beside the test's temporary files, with its place in the message.

#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "kith/crypto/kdf.h"
#include "kith/crypto/passphrase.h"
#include "kith/envelope/log.h"
#include "kith/protocol/epoch.h"
#include "kith/protocol/invitation.h"
#include "kith/protocol/sealing.h"
#include "kith/testing/matchers.h"
#include "kith/testing/seeded_random.h"

namespace kith::testing {
namespace {

using namespace kith::protocol;
using nlohmann::ordered_json;

constexpr std::int64_t kTimeMs = 1'700'000'000'000;

template <typename F>
std::string hex(const F& fixed) {
  return to_hex(fixed.view());
}
std::string hex(const Secret& secret) { return to_hex(secret.reveal()); }
std::string hex(const Bytes& bytes) { return to_hex(bytes); }

struct Device {
  explicit Device(Random& random)
      : sign(verify::make_sign_pair(random)),
        agree(crypto::make_agree_pair(random)),
        administration(verify::make_sign_pair(random)),
        administration_agree(crypto::make_agree_pair(random)),
        keys{sign.key, agree.key, administration.key, administration_agree.key} {}
  ordered_json json() const {
    return {{"sign_seed", hex(sign.seed)},
            {"agree_secret", hex(agree.secret)},
            {"administration_seed", hex(administration.seed)},
            {"administration_agree_secret", hex(administration_agree.secret)}};
  }
  verify::SignPair sign;
  crypto::AgreePair agree;
  verify::SignPair administration;
  crypto::AgreePair administration_agree;
  envelope::DeviceKeys keys;
};

Secret fresh_secret(Random& random) {
  Secret out(32);
  random.fill(out.writable());
  return out;
}

// One pair from its founding to its end, and what is said around it.
struct Story {
  SeededRandom random{202};
  Device founder{random};
  Device joiner{random};
  verify::SignPair relay = verify::make_sign_pair(random);
  Secret space_secret = fresh_secret(random);
  Secret invitation = fresh_secret(random);
  std::map<std::uint32_t, Secret> epochs;
  envelope::Genesis genesis;
  SpaceId space;
  Hash last;  // of the last membership entry
  std::vector<envelope::Head> heads;
  ordered_json entries = ordered_json::array();

  explicit Story(envelope::SpaceKind kind) {
    genesis.kind = kind;
    genesis.random = random.make<decltype(envelope::Genesis::random)>();
    genesis.founder = founder.keys;
    space = envelope::space_id(genesis);
    heads.push_back(envelope::log_start(space));
  }
  envelope::EntryHeader header(const Device& author, std::uint32_t epoch) const {
    envelope::EntryHeader out;
    out.space = space;
    out.epoch = epoch;
    out.author = author.sign.key;
    out.seen = heads.back();
    out.membership = last;
    return out;
  }
  envelope::EpochStart start(std::uint32_t epoch, const std::vector<envelope::DeviceKeys>& devices) {
    epochs[epoch] = fresh_secret(random);
    return start_epoch(space, {epoch, epochs[epoch].clone()}, space_secret, devices, random).value();
  }
  void note(const char* what, const Bytes& entry, ordered_json more) {
    heads.push_back(envelope::log_next(heads.back(), envelope::entry_hash(entry)));
    more["what"] = what;
    more["entry"] = hex(entry);
    more["id"] = hex(envelope::entry_hash(entry));
    more["running"] = hex(heads.back().running);
    entries.push_back(std::move(more));
  }
  void member(const char* what, const Device& author, std::uint32_t epoch, envelope::MembershipBody body,
              bool administration, ordered_json more) {
    body.previous = last;
    const Bytes entry = envelope::make_membership_entry(header(author, epoch), body, author.sign,
                                                        administration ? &author.administration : nullptr);
    last = envelope::entry_hash(entry);
    note(what, entry, std::move(more));
  }
  void found() {
    envelope::MembershipBody body;
    body.epoch_start = start(1, {founder.keys});
    const bool named = genesis.kind == envelope::SpaceKind::pair;
    body.action = envelope::FoundAction{genesis, named ? seal_name(space, epochs[1], "Amina", random) : Bytes{}};
    member("found", founder, 1, body, true, ordered_json::object({{"name", named ? "Amina" : ""}}));
  }
  void add() {
    envelope::MembershipBody body;
    body.epoch_start = start(2, {founder.keys, joiner.keys});
    const JoinGift gift{epochs[2].clone(), space_secret.clone(), 2, heads.back()};
    body.action = envelope::AddMemberAction{2, joiner.keys, seal_name(space, epochs[2], "Ben", random),
                                            seal_join(space, gift, joiner.keys.agree, invitation, random).value()};
    member("add", founder, 1, body, true, ordered_json::object({{"name", "Ben"}}));
  }
  void new_epoch() {
    envelope::MembershipBody body;
    body.action = envelope::EpochAction{};
    body.epoch_start = start(3, {founder.keys, joiner.keys});
    member("epoch", joiner, 2, body, false, ordered_json::object());
  }
  void leave() {
    envelope::MembershipBody body;
    body.action = envelope::LeaveAction{};
    member("leave", joiner, 3, body, true, ordered_json::object());
  }
  // The next data entry of an author.
  Hash write(const char* what, const Device& author, std::uint32_t epoch, std::uint64_t sequence, const Hash& previous,
             const Body& body) {
    envelope::EntryHeader h = header(author, epoch);
    h.sequence = sequence;
    h.previous = previous;
    const Bytes entry =
        make_data_entry(h, body, entry_key(space, epoch, epochs[epoch]), author.sign, random).value();
    note(what, entry, ordered_json::object({{"epoch", epoch}, {"body", hex(encode_body(body))}}));
    return envelope::entry_hash(entry);
  }
  ordered_json json() const {
    ordered_json secrets = ordered_json::object();
    for (const auto& [epoch, secret] : epochs) secrets[std::to_string(epoch)] = hex(secret);
    return {{"founder", founder.json()}, {"joiner", joiner.json()}, {"space_secret", hex(space_secret)},
            {"invitation_secret", hex(invitation)}, {"epoch_secrets", secrets}, {"space", hex(space)},
            {"running_0", hex(heads.front().running)}, {"entries", entries}};
  }
};

Change put(Random& random, model::FieldNumber field, std::optional<model::Value> value) {
  Change change;
  change.record = random.make<RecordId>();
  change.kind = model::Kind::agenda_line;
  change.field = field;
  change.value = std::move(value);
  change.time_ms = kTimeMs;
  return change;
}

// Each kind of value and of change once.
Body long_body(Random& random) {
  Body body;
  body.changes = {put(random, 1, std::string("Über den Garten sprechen")),
                  put(random, 2, std::int64_t{-42}),
                  put(random, 3, random.bytes(700)),
                  put(random, 4, model::PartialDate{2024, 5, 0, -1}),
                  put(random, 5, random.make<RecordId>()),
                  put(random, 6, model::List{std::string("one"), std::int64_t{2}}),
                  put(random, 7, std::nullopt)};
  Change removed = put(random, 0, std::nullopt);
  removed.op = Op::remove;
  removed.replaces = {{random.make<decltype(model::PutName::entry)>(), 3}};
  Change withdrawn = put(random, 0, std::nullopt);
  withdrawn.op = Op::withdraw;
  body.changes.push_back(removed);
  body.changes.push_back(withdrawn);
  return body;
}

void tell(Story& story) {
  story.found();
  story.add();
  Body confirmation;
  confirmation.confirmation = story.random.make<Hash>();
  const Hash first = story.write("confirmation", story.joiner, 2, 1, {}, confirmation);
  story.write("every value and change", story.joiner, 2, 2, first, long_body(story.random));
  story.write("nothing", story.founder, 2, 1, {}, Body{});
  story.new_epoch();
  story.leave();
}

ordered_json invitation_json(Story& story) {
  const Offer offer{story.genesis, story.relay.key, "relay.example.org:7443", kTimeMs + 604'800'000, "Amina"};
  const Bytes offered = seal_offer(story.invitation, offer, story.random).value();
  const Bytes accepted = seal_acceptance(story.invitation, {story.joiner.keys, "Ben"}, story.random).value();
  const Hash digits = digits_hash(offered, accepted);
  return {{"secret", hex(story.invitation)},
          {"relay_key", hex(story.relay.key)},
          {"relay", offer.relay},
          {"expires_ms", offer.expires_ms},
          {"genesis", hex(envelope::encode_genesis(story.genesis))},
          {"device", hex(story.joiner.keys.sign) + hex(story.joiner.keys.agree) +
                         hex(story.joiner.keys.administration_sign) + hex(story.joiner.keys.administration_agree)},
          {"code", encode_code({InvitationType::pair, story.invitation.clone(), offer.relay})},
          {"mailbox", hex(mailbox_of(story.invitation))},
          {"offer", hex(offered)},
          {"acceptance", hex(accepted)},
          {"digits_hash", hex(digits)},
          {"digits", crypto::slow_digits(digits).value()}};
}

ordered_json relay_json(Story& story) {
  ordered_json heads = ordered_json::array();
  for (const envelope::Head& head : story.heads) {
    const auto signed_head = envelope::sign_head(story.space, head, kTimeMs, story.relay);
    heads.push_back({{"position", head.position}, {"running", hex(head.running)}, {"time_ms", kTimeMs},
                     {"signature", hex(signed_head.signature)}});
  }
  ordered_json answers = ordered_json::array();
  for (const Device* device : {&story.founder, &story.joiner}) {
    const auto challenge = story.random.make<envelope::Challenge>();
    const auto answer = envelope::answer_challenge(device->sign, story.relay.key, story.space, challenge);
    answers.push_back({{"device", hex(device->sign.key)}, {"challenge", hex(challenge)}, {"answer", hex(answer)}});
  }
  return {{"relay_key", hex(story.relay.key)}, {"space", hex(story.space)}, {"heads", heads}, {"answers", answers}};
}

void expect_frozen(const std::string& name, const ordered_json& made) {
  const std::string text = made.dump(1) + "\n";
  std::ifstream in(KITH_VECTORS "/" + name);
  std::ostringstream frozen;
  frozen << in.rdbuf();
  if (frozen.str() == text) return;
  const std::string place = ::testing::TempDir() + "/made-" + name;
  std::ofstream(place) << text;
  ADD_FAILURE() << name << " is not what the code makes; that is in " << place;
}

TEST(CV02_Vectors, TheCodeMakesTheFrozenBytes) {
  Story self(envelope::SpaceKind::self);
  self.found();
  Story pair(envelope::SpaceKind::pair);
  tell(pair);
  expect_frozen("self_space.json", self.json());
  expect_frozen("pair_space.json", pair.json());
  expect_frozen("invitation.json", invitation_json(pair));
  expect_frozen("relay.json", relay_json(pair));
  if (!HasFailure())
    std::cout << "CV-02: " << self.entries.size() + pair.entries.size()
            << " entries, 1 invitation, 8 heads and 2 answers made again, byte for byte\n";
}

}  // namespace
}  // namespace kith::testing
