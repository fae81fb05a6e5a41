#pragma once
// How changes become the state of a record. State is a function of the set of counted changes:
// a put replaces the puts it names and nothing else, so any order, repetition or grouping of
// the same entries gives equal state.
//
// Threads: pure functions.

#include <functional>

#include "kith/protocol/body.h"

namespace kith::protocol {

// Of one device's live puts on a field the newest this many stay.
inline constexpr std::size_t kMaxLivePerAuthor = 32;

// Whether two devices belong to one member of the space.
using SameMember = std::function<bool(const SignKey&, const SignKey&)>;

// `state` with `change` applied, written by `author` under `name`. A change that the rules
// ignore (a withdrawal by somebody else, a put on a withdrawn record) leaves it as it was.
void apply_change(model::RecordState& state, const Change& change, const SignKey& author,
                  const model::PutName& name, const SameMember& same_member);

// Canonical bytes of a state: equal states have equal bytes on every device.
Bytes canonical(const model::RecordState& state);

}  // namespace kith::protocol
