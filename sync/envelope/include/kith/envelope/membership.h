#pragma once
// Who is in a space. Membership entries are in the clear, because the relay must let readers in
// and keep others out; relay and clients run the same pure function apply() over them, so the
// relay has no vote of its own. The state is a function of the entries alone.
//
// Threads: pure functions and plain values.
// Errors:  MALFORMED for a body that does not parse; BAD_MEMBERSHIP for one that breaks a rule;
//          WEAK_KEY for a key that is none; UPGRADE_NEEDED for an action or role of a newer version;
//          UNKNOWN_DEVICE, REVOKED_DEVICE, WRONG_EPOCH, WRONG_CONTEXT. A refused entry changes nothing.

#include <map>
#include <optional>
#include <variant>
#include <vector>

#include "kith/envelope/entry.h"

namespace kith::envelope {

enum class SpaceKind : std::uint8_t { self = 1, pair = 2, circle = 3 };

// What a member device is. Numbers are on the wire. Paper and spare are reserved: nothing makes one yet.
enum class DeviceRole : std::uint8_t { device = 1, paper = 2, spare = 3 };

// The public keys of one member device, made for this space alone. The transport key only shows a
// relay who fetches and appends, so that a locked device can do both; it signs no entry.
struct DeviceKeys {
  DeviceRole role = DeviceRole::device;
  SignKey sign;
  AgreeKey agree;
  SignKey administration_sign;
  AgreeKey administration_agree;
  SignKey transport;
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
// Why an epoch starts without a change of members. Numbers are on the wire.
enum class EpochReason : std::uint8_t {
  rotation = 1,  // by age or volume
  answer = 2,    // the author's wrap of the epoch before did not open
};
struct EpochAction {
  EpochReason reason = EpochReason::rotation;
  bool operator==(const EpochAction&) const = default;
};
// The secret of an epoch for one device that missed it.
struct GrantAction {
  std::uint32_t epoch = 0;
  Wrap wrap;
  bool operator==(const GrantAction&) const = default;
};
struct AddMemberAction {
  std::uint32_t number = 0;
  DeviceKeys device;
  Bytes sealed_name;
  Bytes sealed_for_joiner;
  bool operator==(const AddMemberAction&) const = default;
};
// Withdrawals that waited travel in it, sealed for the members (kith/protocol/parting.h), because a
// leave does not wait for data and nothing else of its author counts after it. Empty: there were none.
struct LeaveAction {
  Bytes sealed;
  bool operator==(const LeaveAction&) const = default;
};

// Where the chain of an author's data entries ends: the number and hash of the last that counted.
struct ChainEnd {
  std::uint64_t sequence = 0;
  Hash hash;
  bool operator==(const ChainEnd&) const = default;
};
// Whether a data entry with this header comes next: the next number, or a later one that says that all
// numbers between are void.
[[nodiscard]] bool goes_on(const ChainEnd& end, const EntryHeader& header);
// The author's device goes on under new keys and its old key ends here, for ever: after the cut,
// its last entry that counts, nothing by it does.
struct RenewAction {
  DeviceKeys device;
  ChainEnd cut;
  bool operator==(const RenewAction&) const = default;
};

// What one person decided after the relay had shown two branches of this log, and a change of members
// stands on the one that it does not show any more: this log goes on, and what that branch decided
// holds here too. Nobody who went, on either branch, comes back by it.
struct DecideForkAction {
  std::uint64_t common = 0;    // the last position of both branches
  Head lost;                   // how far the other branch was verified
  std::vector<Bytes> entries;  // its renewals and additions, whole, each behind what let its author in
  bool operator==(const DecideForkAction&) const = default;
};

struct MembershipBody {
  Hash previous;  // the last valid membership entry; zero for the founding one
  std::variant<FoundAction, EpochAction, AddMemberAction, LeaveAction, RenewAction, GrantAction, DecideForkAction> action;
  std::optional<EpochStart> epoch_start;
  bool operator==(const MembershipBody&) const = default;
};

// Renewals of one member: who needs more lost his passphrase, not his vault.
inline constexpr std::size_t kMaxRetired = 256;
// A wrap, exactly; what a membership entry holds sealed otherwise, at most; what leaves with a leave.
inline constexpr std::size_t kWrapBytes = 136;
inline constexpr std::size_t kMaxSealedBytes = 4096;
inline constexpr std::size_t kMaxPartingBytes = 128 * 1024;
// What one decision over a fork brings in again: how many entries, and how long each may be.
inline constexpr std::size_t kMaxDecided = 160;
inline constexpr std::size_t kMaxDecidedBytes = 12 * 1024;

// Epochs, grants and decisions over forks are bounded by the log itself: a space has at most
// kMaxCredit to spend, every kEntriesPerCredit positions earn one back, and a rotation leaves
// kRotationReserve for answers.
inline constexpr std::uint32_t kMaxCredit = 8;
inline constexpr std::uint64_t kEntriesPerCredit = 128;
inline constexpr std::uint32_t kRotationReserve = 4;

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
  std::map<std::uint32_t, Hash> checks;     // of every epoch, by number
  std::uint32_t credit = kMaxCredit;        // as of the position `credit_at`
  std::uint64_t credit_at = 0;
  std::uint32_t started_by = 0;             // who started this epoch, while an answer to it is free; else 0
  // Where a device's part in this space ended, by its signing key: it may still read up to there, and so
  // learns from the log itself, under its own key, that it has ended.
  std::map<SignKey, std::uint64_t> ended_at;
  // Of keys that a renewal of a lost branch ended: the cut that it named. What they wrote up to there may
  // still be carried in, and nothing else of an ended key.
  std::map<SignKey, ChainEnd> lost_cuts;
  bool operator==(const Membership&) const = default;

  // The number of the member with that device, active, retired or gone; 0 for a stranger.
  std::uint32_t member_of(const SignKey& device) const;
  bool is_active(const SignKey& device) const;
  const DeviceKeys* device(const SignKey& sign) const;
  // Of every active member, by number: whom an epoch is wrapped for.
  std::vector<DeviceKeys> active_devices() const;
  // The device, active or retired, that has this transport key, and whether it is active.
  const DeviceKeys* by_transport(const SignKey& transport) const;
  // What may be spent at a position at or above `credit_at`.
  std::uint32_t credit_of(std::uint64_t position) const;
};

inline constexpr std::size_t kDeviceBytes = 161;
inline constexpr std::size_t kGenesisBytes = 195;

// Bytes of another size are MALFORMED; what the fields say is checked by apply() alone.
Bytes encode_device(const DeviceKeys& device);
Result<DeviceKeys> decode_device(BytesView bytes);
Bytes encode_genesis(const Genesis& genesis);
Result<Genesis> decode_genesis(BytesView bytes);
SpaceId space_id(const Genesis& genesis);

// A whole signed membership entry. `administration` signs too where the action asks for it
// (everything but EpochAction and GrantAction). header.kind, sequence and previous are set here.
Bytes make_membership_entry(EntryHeader header, const MembershipBody& body, const verify::SignPair& device,
                            const verify::SignPair* administration);

Result<MembershipBody> parse_membership(const EntryView& entry);

// Where a membership entry stands: its position, and where the chain of its author's data entries
// ends there, which only a renewal is compared with.
struct Place {
  std::uint64_t position = 1;
  ChainEnd end;
};

// The membership after `entry`. `before` is null for the founding entry only. The signature of the
// entry is checked by the caller; the administration signature here.
Result<Membership> apply(const Membership* before, const EntryView& entry, const Place& place = {});

// What a decision over a fork makes of `now` at a position, but for the epoch that it starts: who is to have
// that epoch. An error where it could not count here; CLONED_DEVICE where one device went on under other keys on
// each branch.
Result<Membership> membership_decided(const Membership& now, const DecideForkAction& action, std::uint64_t position);

// Whether a membership entry with this body comes next here. All but a leave name the last valid
// membership entry; a leave may name any, because nothing about it changes and nobody undoes it.
[[nodiscard]] bool follows(const Membership& now, const MembershipBody& body);

// Whether an entry of a lost branch may be carried in at a position: by a member's device that has not ended
// before, or up to the cut that a decision names. UNKNOWN_DEVICE, REVOKED_DEVICE.
Result<void> check_carried(const Membership& now, const EntryView& entry, std::uint64_t position);

// Whether a data entry with this header counts at a place where `now` is the membership.
Result<void> check_counts(const Membership& now, const EntryHeader& header);

// For keeping a membership in a table; MALFORMED when the bytes are not one.
Bytes encode_membership(const Membership& membership);
Result<Membership> decode_membership(BytesView bytes);

}  // namespace kith::envelope
