#pragma once
// A pair of two devices with real keys, for the fuzzers about membership, and what holds of every
// membership that the rules let through.

#include "kith/envelope/membership.h"

namespace kith::fuzz {

struct Device {
  verify::SignPair sign;
  verify::SignPair administration;
  envelope::DeviceKeys keys;
};

struct Space {
  Device founder;
  Device guest;
  Device fresh;  // in no space yet
  envelope::Genesis genesis;
  SpaceId id;
  envelope::Membership founded;
  envelope::Membership paired;

  envelope::EntryHeader header(const Device& author, const Hash& membership) const;
  // Signed by both keys of the author.
  Bytes entry(const Device& author, const envelope::MembershipBody& body) const;
};

// The same one for the whole run; making keys takes longer than a fuzzer's run.
const Space& a_space();

envelope::EpochStart epoch_start(std::uint32_t epoch, const std::vector<const Device*>& devices);
envelope::MembershipBody found_body(const Space& space);
envelope::MembershipBody add_body(const Space& space);
envelope::MembershipBody renew_body(const Space& space);

// A founding, an addition, a leave, a renewal and an epoch, each right at its place.
std::vector<envelope::MembershipBody> sound_bodies();

// At most two members, each with one device; no key twice; an epoch; kept and read again the same.
void check_sound(const envelope::Membership& membership);

}  // namespace kith::fuzz
