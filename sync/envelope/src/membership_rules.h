#pragma once
// Rules that more than one file of this module asks. Private to it.
//
// Errors: as membership.h.

#include "membership_body.h"

namespace kith::envelope {

Error bad(const char* why);
// Signed by that administration key, over this header and body.
Result<void> check_administration(const ParsedBody& parsed, const EntryView& entry, const SignKey& expected);
Result<void> check_device(const DeviceKeys& device);
bool keys_are_new(const Membership& m, const DeviceKeys& device);
Result<void> add_member(Membership& next, const AddMemberAction& action, std::uint32_t author);
// One more renewal of this member.
Result<void> check_renewals(const Member& member);
// What a decision over a fork does to the members, but for the epoch that it starts.
Result<void> take_decision(Membership& next, const DecideForkAction& action, std::uint64_t position);

}  // namespace kith::envelope
