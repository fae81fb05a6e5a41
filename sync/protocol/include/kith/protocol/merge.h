#pragma once
// How changes become the state of a record. State is a function of the counted changes in the order
// of the log, and of nothing else: what arrived when, in which pages or how often does not enter.
//
//   put       sets one field and replaces the puts it names; of those it does not name all stay live
//   remove    covers every put that its author had seen, and what the same key wrote before it. A record
//             of which some put was not seen stays whole, until somebody who saw the removal writes in it
//             again or removes it again
//   withdraw  burns the id for ever; for the member who made the record alone
//
// Who made a record: in a self space the author of its first put. In a space of several members the id
// says so: it is a hash of the member's number and of random bytes (`made`) that the making change
// carries, so that no order of entries and no branch of a log can give a record to somebody else.
//
// Threads: pure functions.

#include "kith/base/random.h"
#include "kith/envelope/membership.h"
#include "kith/protocol/body.h"

namespace kith::protocol {

// Of one member's live puts on a field the newest this many stay, by their place in the log; and of the
// names that a record's changes replaced before they came.
inline constexpr std::size_t kMaxLivePerMember = 32;
inline constexpr std::size_t kMaxReplaced = 1024;

// The id of a record that `member` makes in a space of several: first 16 bytes of
// H("kith record", space, u32 member, made).
RecordId shared_id(const SpaceId& space, std::uint32_t member, const RecordId& made);

// Who wrote a change, and where it stands.
struct Written {
  SignKey author;
  std::uint64_t position = 0;     // of its entry, or of the entry that carries it; model::kUnplaced: in no log yet
  model::PutName name;
};

// `state` with `change` applied. A change that the rules ignore (a withdrawal by somebody else, a put
// on a withdrawn record) leaves it as it was.
void apply_change(model::RecordState& state, const Change& change, const Written& written,
                  const envelope::Membership& membership);

// Canonical bytes of a state: equal states have equal bytes on every device.
Bytes canonical(const model::RecordState& state);

}  // namespace kith::protocol
