// CV-02: every envelope, wrap, membership entry, challenge and code as frozen bytes. The code makes
// exactly the files of tests/fixtures/vectors; cv02_decoder_test.py reads them without any of this
// code. Another byte in them is another format, and wants another suite or version number.
//
// What comes out otherwise is written beside the test's temporary files, with its place in the message.

#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>

#include "kith/crypto/kdf.h"
#include "kith/crypto/passphrase.h"
#include "kith/envelope/log.h"
#include "kith/protocol/epoch.h"
#include "kith/protocol/invitation.h"
#include "kith/protocol/merge.h"
#include "kith/protocol/parting.h"
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
        transport(verify::make_sign_pair(random)),
        keys{envelope::DeviceRole::device, sign.key,      agree.key, administration.key,
             administration_agree.key,     transport.key} {}
  ordered_json json() const {
    return {{"sign_seed", hex(sign.seed)},
            {"agree_secret", hex(agree.secret)},
            {"administration_seed", hex(administration.seed)},
            {"administration_agree_secret", hex(administration_agree.secret)},
            {"transport_seed", hex(transport.seed)}};
  }
  verify::SignPair sign;
  crypto::AgreePair agree;
  verify::SignPair administration;
  crypto::AgreePair administration_agree;
  verify::SignPair transport;
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
  Device renewed{random};  // the founder's, under new keys
  Device again{random};    // and once more, on a branch that the relay loses
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
    body.action = envelope::EpochAction{envelope::EpochReason::rotation};
    body.epoch_start = start(3, {founder.keys, joiner.keys});
    member("epoch", joiner, 2, body, false, ordered_json::object({{"reason", 1}}));
  }
  void answer() {
    envelope::MembershipBody body;
    body.action = envelope::EpochAction{envelope::EpochReason::answer};
    body.epoch_start = start(4, {founder.keys, joiner.keys});
    member("epoch", founder, 3, body, false, ordered_json::object({{"reason", 2}}));
  }
  void grant() {
    envelope::MembershipBody body;
    body.action = envelope::GrantAction{
        3, wrap_epoch(space, {3, epochs[3].clone()}, space_secret, founder.keys, random).value()};
    member("grant", joiner, 4, body, false, ordered_json::object({{"epoch", 3}}));
  }
  void renew(std::uint64_t number, const Hash& hash) {
    envelope::MembershipBody body;
    body.action = envelope::RenewAction{renewed.keys, {number, hash}};
    body.epoch_start = start(5, {renewed.keys, joiner.keys});
    member("renew", founder, 4, body, true, ordered_json::object());
  }
  // A renewal that the relay loses, made where both branches part.
  Bytes lost_renewal(const envelope::ChainEnd& cut) {
    envelope::MembershipBody body;
    body.previous = last;
    body.action = envelope::RenewAction{again.keys, cut};
    const Secret lost = fresh_secret(random);
    body.epoch_start = start_epoch(space, {6, lost.clone()}, space_secret, {again.keys, joiner.keys}, random).value();
    return envelope::make_membership_entry(header(renewed, 5), body, renewed.sign, &renewed.administration);
  }
  void decide(const Bytes& lost, std::uint64_t common) {
    envelope::MembershipBody body;
    body.action = envelope::DecideForkAction{common, {common + 1, random.make<Hash>()}, {lost}};
    body.epoch_start = start(6, {again.keys, joiner.keys});
    member("decide fork", again, 5, body, true,
           ordered_json::object({{"common", common}, {"lost", {hex(envelope::entry_hash(lost))}}}));
  }
  void leave(const std::vector<Change>& withdrawals) {
    ordered_json records = ordered_json::array();
    for (const Change& change : withdrawals) {
      records.push_back({{"kind", static_cast<int>(change.kind)}, {"record", hex(change.record)}, {"made", hex(*change.made)}});
    }
    envelope::MembershipBody body;
    body.action = envelope::LeaveAction{
        seal_parting(space, 6, joiner.sign.key, epochs[6], withdrawals, random).value()};
    member("leave", joiner, 6, body, true, ordered_json::object({{"withdrawals", records}}));
  }
  // What a member makes in the pair, under an id that says so.
  Change shared(std::uint32_t number, Change change) {
    change.made = random.make<RecordId>();
    change.record = shared_id(space, number, *change.made);
    return change;
  }
  // The next data entry of an author.
  Hash write(const char* what, const Device& author, std::uint32_t epoch, std::uint64_t sequence, const Hash& previous,
             const Body& body, std::uint64_t void_from = 0) {
    envelope::EntryHeader h = header(author, epoch);
    h.sequence = sequence;
    h.void_from = void_from;
    h.previous = previous;
    const Bytes entry =
        make_data_entry(h, body, entry_key(space, epoch, epochs[epoch]), author.sign, random).value();
    note(what, entry, ordered_json::object({{"epoch", epoch}, {"body", hex(encode_body(body))}}));
    return envelope::entry_hash(entry);
  }
  ordered_json json() const {
    ordered_json secrets = ordered_json::object();
    for (const auto& [epoch, secret] : epochs) secrets[std::to_string(epoch)] = hex(secret);
    return {{"founder", founder.json()}, {"joiner", joiner.json()}, {"renewed", renewed.json()},
            {"again", again.json()},
            {"space_secret", hex(space_secret)},
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
                  put(random, 7, std::nullopt),
                  put(random, 8, model::Value(model::Newer{*from_hex("6a036e6577")}))};  // field 13 of a newer version
  Change removed = put(random, 0, std::nullopt);
  removed.op = Op::remove;
  removed.seen = 2;
  Change replaced = put(random, 1, std::string("instead"));
  replaced.replaces = {{random.make<decltype(model::PutName::entry)>(), 3}};
  body.changes.push_back(replaced);
  Change withdrawn = put(random, 0, std::nullopt);
  withdrawn.op = Op::withdraw;
  body.changes.push_back(removed);
  body.changes.push_back(withdrawn);
  return body;
}

Change withdrawal(Story& story) {
  Change change = story.shared(2, put(story.random, 0, std::nullopt));
  change.op = Op::withdraw;
  return change;
}

void tell(Story& story) {
  story.found();
  story.add();
  Body confirmation;
  confirmation.confirmation = story.random.make<Hash>();
  const Hash first = story.write("confirmation", story.joiner, 2, 1, {}, confirmation);
  Body all = long_body(story.random);
  all.changes.push_back(story.shared(2, put(story.random, 1, std::string("shared"))));
  all.put_aside.push_back({story.founder.sign.key, 7, Code::BAD_CIPHERTEXT});
  const Hash second = story.write("every value and change", story.joiner, 2, 2, first, all);
  const Hash nothing = story.write("nothing", story.founder, 2, 1, {}, Body{});
  const Hash last = story.write("2 and 3 are void", story.founder, 2, 4, nothing, Body{}, 2);
  story.new_epoch();
  story.answer();
  story.grant();
  Body carrying;
  // An entry of epoch 2, with the key that opens it.
  carrying.carried.push_back({*from_hex(story.entries[5]["entry"].get<std::string>()), 5,
                              entry_key(story.space, 2, story.epochs[2])});
  story.write("another entry, carried whole", story.joiner, 4, 3, second, carrying);
  story.renew(4, last);
  const Hash renewed = story.write("under the new key", story.renewed, 5, 1, {}, Body{});
  const std::uint64_t common = story.heads.size() - 1;
  const Bytes lost = story.lost_renewal({1, renewed});
  story.write("on the branch that goes on", story.renewed, 5, 2, renewed, Body{});
  story.decide(lost, common);
  story.write("after the decision", story.again, 6, 1, {}, Body{});
  story.leave({withdrawal(story), withdrawal(story)});
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
          {"device", hex(envelope::encode_device(story.joiner.keys))},
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
    const auto answer = envelope::answer_challenge(device->transport, story.relay.key, story.space, challenge);
    answers.push_back({{"device", hex(device->transport.key)}, {"challenge", hex(challenge)}, {"answer", hex(answer)}});
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
            << " entries, 1 invitation, " << pair.heads.size() << " heads and 2 answers made again, byte for byte\n";
}

// Frozen bytes that no reader would take were no vectors.
TEST(CV02_Vectors, TheRulesTakeEveryEntryOfThePair) {
  Story pair(envelope::SpaceKind::pair);
  tell(pair);
  std::optional<envelope::Membership> now;
  std::map<SignKey, envelope::ChainEnd> ends;
  std::uint64_t position = 0;
  for (const ordered_json& stated : pair.entries) {
    const Bytes bytes = *from_hex(stated["entry"].get<std::string>());
    const auto entry = envelope::parse_entry(bytes);
    ASSERT_THAT(entry, IsOk());
    EXPECT_THAT(envelope::check_signature(*entry), IsOk());
    const envelope::EntryHeader& header = entry->header;
    ++position;
    if (header.kind == envelope::EntryKind::membership) {
      auto next = envelope::apply(now ? &*now : nullptr, *entry, {position, ends[header.author]});
      ASSERT_THAT(next, IsOk()) << stated["what"];
      now = *std::move(next);
      continue;
    }
    EXPECT_THAT(envelope::check_counts(*now, header), IsOk()) << stated["what"];
    EXPECT_THAT(open_data_entry(*entry, entry_key(pair.space, header.epoch, pair.epochs[header.epoch])), IsOk());
    ends[header.author] = {header.sequence, envelope::entry_hash(bytes)};
  }
  EXPECT_FALSE(now->is_active(pair.joiner.sign.key));
}

}  // namespace
}  // namespace kith::testing
