#pragma once
// Rules that more than one file of this module asks. Private to it.
//
// Errors: as membership.h.

#include "membership_body.h"

namespace kith::envelope {

Error bad(Literal<0> why);
// Signed by that administration key, over this header and body.
Result<void> check_administration(const ParsedBody& parsed, const EntryView& entry, const SignKey& expected);
Result<void> check_device(const DeviceKeys& device);
bool keys_are_new(const Membership& m, const DeviceKeys& device);
Result<void> add_member(Membership& next, const AddMemberAction& action, std::uint32_t author);
// An active device of that member goes on under new keys, and is one that has ended from then on.
Result<void> go_on_as(Membership& next, std::uint32_t number, DeviceKeys& device, const DeviceKeys& fresh);
// What a decision over a fork does to the members, but for the epoch that it starts.
Result<void> take_decision(Membership& next, const DecideForkAction& action, std::uint64_t position);

}  // namespace kith::envelope
