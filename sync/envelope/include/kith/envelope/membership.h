#pragma once
// Who is in a space. Membership entries are in the clear, because the relay must let readers in
// and keep others out; relay and clients run the same pure function apply() over them, so the
// relay has no vote of its own. The state is a function of the entries alone.
//
// Threads: pure functions and plain values.
// Errors:  MALFORMED for a body that does not parse; BAD_MEMBERSHIP for one that breaks a rule;
//          UNKNOWN_DEVICE, REVOKED_DEVICE, WRONG_EPOCH, WRONG_CONTEXT. A refused entry changes nothing.

#include <map>
#include <optional>
#include <variant>
#include <vector>

#include "kith/envelope/entry.h"

namespace kith::envelope {

enum class SpaceKind : std::uint8_t { self = 1, pair = 2, circle = 3 };

// The public keys of one member device, made for this space alone.
struct DeviceKeys {
  SignKey sign;
  AgreeKey agree;
  SignKey administration_sign;
  AgreeKey administration_agree;
  bool operator==(const DeviceKeys&) const = default;
};

// Fixed before anything is wrapped or signed; its hash is the space id.
struct Genesis {
  std::uint8_t suite = kSuite;
  SpaceKind kind = SpaceKind::self;
  Fixed<struct GenesisRandomTag, 32> random;
  DeviceKeys founder;
  bool operator==(const Genesis&) const = default;
};

struct Wrap {
  SignKey device;
  Bytes sealed;
  bool operator==(const Wrap&) const = default;
};

// A new epoch: its number, the check value of its secret, and the secret wrapped to each device.
struct EpochStart {
  std::uint32_t epoch = 0;
  Hash check;
  std::vector<Wrap> wraps;
  bool operator==(const EpochStart&) const = default;
};

struct FoundAction {
  Genesis genesis;
  Bytes sealed_name;
  bool operator==(const FoundAction&) const = default;
};
struct EpochAction {
  bool operator==(const EpochAction&) const = default;
};
struct AddMemberAction {
  std::uint32_t number = 0;
  DeviceKeys device;
  Bytes sealed_name;
  Bytes sealed_for_joiner;
  bool operator==(const AddMemberAction&) const = default;
};
struct LeaveAction {
  bool operator==(const LeaveAction&) const = default;
};

// Where the chain of an author's data entries ends: the number and hash of the last that counted.
struct ChainEnd {
  std::uint64_t sequence = 0;
  Hash hash;
  bool operator==(const ChainEnd&) const = default;
};
// The author's device goes on under new keys and its old key ends here, for ever: after the cut,
// its last entry that counts, nothing by it does.
struct RenewAction {
  DeviceKeys device;
  ChainEnd cut;
  bool operator==(const RenewAction&) const = default;
};

struct MembershipBody {
  Hash previous;  // the last valid membership entry; zero for the founding one
  std::variant<FoundAction, EpochAction, AddMemberAction, LeaveAction, RenewAction> action;
  std::optional<EpochStart> epoch_start;
  bool operator==(const MembershipBody&) const = default;
};

// Renewals of one member: who needs more lost his passphrase, not his vault.
inline constexpr std::size_t kMaxRetired = 256;

struct Member {
  bool active = true;
  std::vector<DeviceKeys> devices;
  std::vector<DeviceKeys> retired;  // replaced by a renewal, oldest first; what they wrote stays his
  bool operator==(const Member&) const = default;
};

struct Membership {
  SpaceId space;
  SpaceKind kind = SpaceKind::self;
  std::uint32_t epoch = 0;
  bool epoch_open = false;
  Hash last;                            // hash of the last valid membership entry
  std::vector<Hash> of_epoch;           // membership entries that belong to the current epoch
  // The same of earlier epochs that nothing but renewals ended: what a member sealed before he
  // could know of a renewal still counts.
  std::map<std::uint32_t, std::vector<Hash>> before_renewal;
  std::map<std::uint32_t, Member> members;  // by number; the founder is 1
  bool operator==(const Membership&) const = default;

  // The number of the member with that device, active, retired or gone; 0 for a stranger.
  std::uint32_t member_of(const SignKey& device) const;
  bool is_active(const SignKey& device) const;
  const DeviceKeys* device(const SignKey& sign) const;
};

Bytes encode_genesis(const Genesis& genesis);
SpaceId space_id(const Genesis& genesis);

// A whole signed membership entry. `administration` signs too where the action asks for it
// (everything but EpochAction). header.kind, sequence and previous are set here.
Bytes make_membership_entry(EntryHeader header, const MembershipBody& body, const verify::SignPair& device,
                            const verify::SignPair* administration);

Result<MembershipBody> parse_membership(const EntryView& entry);

// The membership after `entry`. `before` is null for the founding entry only. `end` is where the
// chain of the entry's author ends at this place; only a renewal is compared with it. The
// signature of the entry is checked by the caller; the administration signature here.
Result<Membership> apply(const Membership* before, const EntryView& entry, const ChainEnd& end = {});

// Whether a membership entry with this body comes next here. All but a leave name the last valid
// membership entry; a leave may name one from before a renewal, because nothing about it changes.
[[nodiscard]] bool follows(const Membership& now, const MembershipBody& body);

// Whether a data entry with this header counts at a place where `now` is the membership.
Result<void> check_counts(const Membership& now, const EntryHeader& header);

// For keeping a membership in a table; MALFORMED when the bytes are not one.
Bytes encode_membership(const Membership& membership);
Result<Membership> decode_membership(BytesView bytes);

}  // namespace kith::envelope
