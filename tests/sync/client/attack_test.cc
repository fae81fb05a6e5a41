// The table of attacks on what a relay hands out: each type of entry, each way to change it, and the code
// that the reader gives it. The host signs whatever he shows, so that nothing but the entry itself and its
// place among the others can give him away.

#include <array>

#include "kith/client/renewal.h"
#include "kith/protocol/epoch.h"
#include "replica/founding.h"
#include "replica/replica_impl.h"
#include "world.h"

namespace kith::testing {
namespace {

using model::Kind;
using Texts = std::vector<std::string>;

enum class Type { data, epoch, grant, renewal, decision, leave };
constexpr std::array kTypes{Type::data, Type::epoch, Type::grant, Type::renewal, Type::decision, Type::leave};
constexpr std::array<const char*, kTypes.size()> kTypeNames{"data", "epoch", "grant", "renewal", "decision", "leave"};

enum class Change {
  flip_header, flip_body, flip_signature, cut, append, swap_body, swap_header, other_space, replay, drop, repeat,
  reorder, relabel_author, relabel_kind, strip_signature, stranger, newer_suite, empty, huge
};
constexpr std::size_t kChanges = static_cast<std::size_t>(Change::huge) + 1;
constexpr std::array<const char*, kChanges> kChangeNames{
    "flip_header", "flip_body", "flip_signature", "cut", "append", "swap_body", "swap_header", "other_space", "replay",
    "drop", "repeat", "reorder", "relabel_author", "relabel_kind", "strip_signature", "stranger", "newer_suite", "empty",
    "huge"};

// Where an entry has what; sync/PROTOCOL.md, section 2.
constexpr std::size_t kSuiteAt = 0;
constexpr std::size_t kKindAt = 1;
constexpr std::size_t kAuthorAt = 38;
constexpr std::size_t kSeenAt = 118;

struct Rows {
  std::vector<Bytes> entries;
  std::size_t victim = 1;  // between a data entry before it and, but for a leave, one after it
  Bytes foreign;           // of another space, by the same person
  SignKey reader;
};

Bytes joined(BytesView a, BytesView b) {
  Bytes out = to_bytes(a);
  out.insert(out.end(), b.begin(), b.end());
  return out;
}

Bytes signed_by(const Bytes& entry, const verify::SignPair& pair) {
  auto header = envelope::parse_entry(entry)->header;
  header.author = pair.key;
  return envelope::make_entry(header, to_bytes(envelope::parse_entry(entry)->body), pair);
}

void change(Change how, Rows& rows, Random& random) {
  Bytes& entry = rows.entries[rows.victim];
  const Bytes& before = rows.entries[rows.victim - 1];
  const BytesView all(entry);
  switch (how) {
    case Change::flip_header: entry[kSeenAt] ^= 0x40; break;
    case Change::flip_body: entry.back() ^= 1; break;
    case Change::flip_signature: entry[envelope::kHeaderBytes + 9] ^= 1; break;
    case Change::cut: entry.pop_back(); break;
    case Change::append: entry.push_back(0); break;
    case Change::swap_body:
      entry = joined(all.first(envelope::kProofBytes), BytesView(before).subspan(envelope::kProofBytes));
      break;
    case Change::swap_header:
      entry = joined(BytesView(before).first(envelope::kProofBytes), all.subspan(envelope::kProofBytes));
      break;
    case Change::other_space: entry = rows.foreign; break;
    case Change::replay: entry = before; break;
    case Change::drop: rows.entries.erase(rows.entries.begin() + static_cast<std::ptrdiff_t>(rows.victim)); break;
    case Change::repeat: rows.entries.insert(rows.entries.begin() + static_cast<std::ptrdiff_t>(rows.victim), Bytes(entry)); break;
    case Change::reorder: std::swap(rows.entries[rows.victim], rows.entries[rows.victim - 1]); break;
    case Change::relabel_author:
      std::copy(rows.reader.bytes.begin(), rows.reader.bytes.end(), entry.begin() + kAuthorAt);
      break;
    case Change::relabel_kind: entry[kKindAt] ^= 3; break;
    case Change::strip_signature:
      std::fill_n(entry.begin() + envelope::kHeaderBytes, Signature::kSize, Byte{0});
      break;
    case Change::stranger: entry = signed_by(entry, verify::make_sign_pair(random)); break;
    case Change::newer_suite: entry[kSuiteAt] = 2; break;
    case Change::empty: entry.clear(); break;
    case Change::huge: entry.resize(envelope::kMaxEntryBytes + 1); break;
  }
}

struct Attack : World, ::testing::WithParamInterface<Type> {
  void SetUp() override {
    pair();
    mentor.add(client::kSelfSpace, Kind::note, "mine alone");
    quiet();
  }
  const client::SpaceRow& row(Device& of, client::SpaceNumber number) { return *of.replica->impl().space(number); }
  SpaceId id() { return row(mentor, pair_of_mentor).id(); }
  MemoryRelay::Space& log() { return relay.spaces.at(id()); }

  void say(const std::string& text) {
    mentor.add(pair_of_mentor, Kind::agenda_line, text);
    mentor.sync();
  }
  // A membership entry as the mentor's device would make it.
  void decide(envelope::MembershipBody body, std::optional<protocol::EpochKeys> epoch,
              const verify::SignPair* administration = nullptr) {
    client::SpaceRow next = row(mentor, pair_of_mentor).clone();
    body.previous = next.membership.last;
    changelog::Batch batch;
    batch.put(changelog::Table::outbox, client::outbox_key(pair_of_mentor, 0),
              envelope::make_membership_entry(next.next_decision(), body, next.device, administration));
    if (epoch) next.epochs[epoch->epoch] = std::move(epoch->secret);
    ASSERT_THAT(mentor.replica->impl().install(batch, std::move(next)), IsOk());
    mentor.sync();
  }
  envelope::EpochStart start(const protocol::EpochKeys& epoch) {
    const auto& at = row(mentor, pair_of_mentor);
    std::vector<envelope::DeviceKeys> devices;
    for (const auto& [number, member] : at.membership.members) devices.push_back(member.devices.front());
    return protocol::start_epoch(at.id(), epoch, at.space_secret, devices, random).value();
  }
  protocol::EpochKeys next_epoch() {
    protocol::EpochKeys epoch{row(mentor, pair_of_mentor).membership.epoch + 1, Secret(32)};
    random.fill(epoch.secret.writable());
    return epoch;
  }
  void rotate() {
    protocol::EpochKeys epoch = next_epoch();
    const envelope::EpochStart begins = start(epoch);
    decide({{}, envelope::EpochAction{envelope::EpochReason::rotation}, begins}, std::move(epoch));
  }
  // Over a branch on which the mentor had added somebody, as he had on this one.
  void decide_over_fork() {
    const auto& at = row(mentor, pair_of_mentor);
    const auto signer = client::open_administration_of(at, mentor.administration);
    ASSERT_THAT(signer, IsOk());
    const envelope::MembershipBody lost{
        at.membership.last, envelope::AddMemberAction{2, at.membership.members.at(2).devices.front(), {}, {}},
        start(next_epoch())};
    const Bytes entry = envelope::make_membership_entry(at.next_decision(), lost, at.device, &*signer);
    protocol::EpochKeys epoch = next_epoch();
    const envelope::EpochStart begins = start(epoch);
    decide({{}, envelope::DecideForkAction{1, {2, Hash{}}, {entry}}, begins}, std::move(epoch), &*signer);
  }
  void grant() {
    const auto& at = row(mentor, pair_of_mentor);
    const auto& [epoch, secret] = *at.epochs.rbegin();
    const auto& reader = row(protege, pair_of_protege).device.key;
    for (const auto& [number, member] : at.membership.members) {
      if (member.devices.front().sign != reader) continue;
      auto wrap = protocol::wrap_epoch(at.id(), {epoch, secret.clone()}, at.space_secret, member.devices.front(), random);
      ASSERT_THAT(wrap, IsOk());
      return decide({{}, envelope::GrantAction{epoch, *wrap}, std::nullopt}, std::nullopt);
    }
  }
  void write_victim() {
    switch (GetParam()) {
      case Type::data: return say("the victim");
      case Type::epoch: return rotate();
      case Type::grant: return grant();
      case Type::decision: return decide_over_fork();
      case Type::renewal:
        ASSERT_THAT(mentor.replica->set_setting("incarnation.pending", Bytes{1}), IsOk());
        mentor.restart();
        ASSERT_THAT(client::Renewal(*mentor.replica).run(mentor.transport, mentor.administration), IsOk());
        return;
      case Type::leave:
        ASSERT_THAT(client::Pairing(*mentor.replica).end(pair_id, mentor.administration), IsOk());
        mentor.sync();
        return;
    }
  }
  // What the reader reads, all of it changed by one hand.
  void hand_out(const std::vector<Bytes>& entries, std::size_t from) {
    relay.on_fetch = [this, entries, from](const SpaceId& of, client::Page& page) {
      if (!(of == id())) return;
      page.rows.clear();
      envelope::Head head = log().heads[from];
      for (const Bytes& entry : entries) {
        head = envelope::log_next(head, entry.size() < envelope::kProofBytes ? Hash{} : envelope::entry_hash(entry));
        page.rows.push_back({head.position, 0, entry});
      }
      page.head = relay.sign(of, head);
    };
  }
};

// What the reader says of each: data, epoch, grant, renewal, decision, leave. Who adds a type or a change
// says here what is expected of it, or it does not compile.
struct ExpectedCode {
  Change how;
  std::array<Code, kTypes.size()> of;
};
constexpr Code kNothing{};  // the last of a log, held back: nobody can see that yet
constexpr ExpectedCode of(Change how, Code data, Code epoch, Code grant, Code renewal, Code decision, Code leave) {
  return {how, {data, epoch, grant, renewal, decision, leave}};
}
constexpr ExpectedCode all(Change how, Code code) { return of(how, code, code, code, code, code, code); }

constexpr std::array<ExpectedCode, kChanges> kExpected{
    all(Change::flip_header, Code::BAD_SIGNATURE),
    all(Change::flip_body, Code::BAD_SIGNATURE),
    all(Change::flip_signature, Code::BAD_SIGNATURE),
    all(Change::cut, Code::TRUNCATED),
    all(Change::append, Code::MALFORMED),
    of(Change::swap_body, Code::BAD_SIGNATURE, Code::TRUNCATED, Code::MALFORMED, Code::TRUNCATED, Code::TRUNCATED, Code::MALFORMED),
    of(Change::swap_header, Code::BAD_SIGNATURE, Code::MALFORMED, Code::TRUNCATED, Code::MALFORMED, Code::MALFORMED, Code::TRUNCATED),
    all(Change::other_space, Code::WRONG_CONTEXT),
    all(Change::replay, Code::REPLAY),
    of(Change::drop, Code::GAP, Code::WRONG_EPOCH, Code::WRONG_EPOCH, Code::UNKNOWN_DEVICE, Code::WRONG_EPOCH, kNothing),
    of(Change::repeat, Code::REPLAY, Code::BAD_MEMBERSHIP, Code::BAD_MEMBERSHIP, Code::BAD_MEMBERSHIP, Code::BAD_MEMBERSHIP, Code::BAD_MEMBERSHIP),
    of(Change::reorder, Code::GAP, Code::WRONG_EPOCH, Code::FORK, Code::BAD_MEMBERSHIP, Code::WRONG_EPOCH, Code::REVOKED_DEVICE),
    all(Change::relabel_author, Code::BAD_SIGNATURE),
    all(Change::relabel_kind, Code::MALFORMED),
    all(Change::strip_signature, Code::BAD_SIGNATURE),
    of(Change::stranger, Code::UNKNOWN_DEVICE, Code::BAD_MEMBERSHIP, Code::BAD_MEMBERSHIP, Code::BAD_MEMBERSHIP, Code::BAD_MEMBERSHIP, Code::BAD_MEMBERSHIP),
    all(Change::newer_suite, Code::UNKNOWN_SUITE),
    all(Change::empty, Code::TRUNCATED),
    all(Change::huge, Code::TOO_LARGE),
};
constexpr bool in_order() {
  for (std::size_t i = 0; i < kChanges; ++i) {
    if (static_cast<std::size_t>(kExpected[i].how) != i) return false;
  }
  return true;
}
static_assert(in_order(), "each change has its line, in the order of their numbers");

TEST_P(Attack, IsNamedChangesNothingAndIsOverWhenTheRelayIsHonest) {
  const std::size_t from = log().entries.size();
  say("before");
  write_victim();
  if (GetParam() != Type::leave) say("after");
  const std::vector<Bytes> honest(log().entries.begin() + static_cast<std::ptrdiff_t>(from), log().entries.end());
  const auto fresh = protege.store.copy();
  const Bytes foreign = relay.spaces.at(mentor.replica->space(client::kSelfSpace)->membership.space).entries.back();
  const MemoryRelay then = relay;
  const Texts everything = mentor.texts(pair_of_mentor, Kind::agenda_line);
  for (const ExpectedCode& attack : kExpected) {
    SCOPED_TRACE(kChangeNames[static_cast<std::size_t>(attack.how)]);
    relay = then;
    protege.store.restore(fresh);
    protege.restart();
    Rows rows{honest, 1, foreign, row(protege, pair_of_protege).device.key};
    change(attack.how, rows, random);
    hand_out(rows.entries, from);
    const Code expected = attack.of[static_cast<std::size_t>(GetParam())];
    EXPECT_EQ(protege.alarms_of_sync(), expected == kNothing ? std::vector<Code>() : std::vector<Code>{expected});
    // Nothing of it is believed: what is shown was said by somebody, and what is installed leads to the truth.
    for (const std::string& text : protege.texts(pair_of_protege, Kind::agenda_line)) {
      EXPECT_NE(std::find(everything.begin(), everything.end(), text), everything.end()) << text;
    }
    relay.on_fetch = nullptr;
    protege.sync();
    // Where the order of changes of members was another one there are two histories, and a person decides.
    const bool decides = row(protege, pair_of_protege).fork.has_value();
    EXPECT_EQ(decides, attack.how == Change::reorder && GetParam() == Type::grant);
    if (decides) {
      client::SyncClient client(*protege.replica, protege.transport);
      ASSERT_THAT(client.decide_fork(pair_of_protege, protege.administration), IsOk());
    }
    EXPECT_EQ(row(protege, pair_of_protege).head, log().heads.back());
    EXPECT_EQ(protege.texts(pair_of_protege, Kind::agenda_line), everything);
    // Two histories are shown until a person dismisses them, and a row behind the end until there is a true one;
    // everything else is over.
    for (const client::Alarm& alarm : *protege.replica->alarms()) {
      const bool stays = alarm.code == Code::FORK || alarm.position > log().entries.size();
      EXPECT_EQ(alarm.healed, !stays) << code_name(alarm.code);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Types, Attack, ::testing::ValuesIn(kTypes),
                         [](const auto& one) { return kTypeNames[static_cast<std::size_t>(one.param)]; });

}  // namespace
}  // namespace kith::testing
