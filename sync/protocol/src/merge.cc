#include "kith/protocol/merge.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "kith/base/wire.h"
#include "kith/model/message_codec.h"
#include "kith/sync/v1/sync.pb.h"
#include "kith/verify/hash.h"

namespace kith::protocol {
namespace {

using envelope::Membership;
using model::Put;
using model::PutName;
using model::Removal;

// The puts that `change` names are not live afterwards, and never will be.
void replace(model::RecordState& state, const Change& change) {
  std::set<PutName> names(change.replaces.begin(), change.replaces.end());
  for (auto at = state.fields.begin(); at != state.fields.end();) {
    std::erase_if(at->second, [&names](const Put& p) { return names.erase(p.name) > 0; });
    at = at->second.empty() ? state.fields.erase(at) : std::next(at);
  }
  // What is left is not here: it may still come, from a branch that this log had lost.
  for (const PutName& name : names) {
    if (std::find(state.replaced.begin(), state.replaced.end(), name) == state.replaced.end()) {
      state.replaced.push_back(name);
    }
  }
  if (state.replaced.size() > kMaxReplaced) {
    state.replaced.erase(state.replaced.begin(),
                         state.replaced.begin() + static_cast<std::ptrdiff_t>(state.replaced.size() - kMaxReplaced));
  }
}

// The oldest by its place, not by the time that its author gave it.
void drop_oldest_of(std::vector<Put>& live, std::uint32_t member, const Membership& membership) {
  std::vector<const Put*> theirs;
  for (const Put& put : live) {
    if (membership.member_of(put.author) == member) theirs.push_back(&put);
  }
  if (theirs.size() <= kMaxLivePerMember) return;
  const Put* oldest = *std::min_element(theirs.begin(), theirs.end(), [](const Put* a, const Put* b) {
    return std::tie(a->position, a->name.index, a->name) < std::tie(b->position, b->name.index, b->name);
  });
  live.erase(live.begin() + (oldest - live.data()));
}

void put(model::RecordState& state, const Change& change, const Written& written, const Membership& membership) {
  const PutName& name = written.name;
  if (!change.value || std::find(state.replaced.begin(), state.replaced.end(), name) != state.replaced.end()) return;
  std::vector<Put>& live = state.fields[change.field];
  const auto at =
      std::lower_bound(live.begin(), live.end(), name, [](const Put& p, const PutName& n) { return p.name < n; });
  if (at != live.end() && at->name == name) return;
  live.insert(at, Put{name, written.position, change.time_ms, written.author, *change.value, false});
  drop_oldest_of(live, membership.member_of(written.author), membership);
}

// What a removal covers stays in the state, hidden: a put that did not see the removal may still come,
// and then the record is whole again.
void remove(model::RecordState& state, const Change& change, const Written& written, const Membership& membership) {
  const std::uint32_t member = membership.member_of(written.author);
  bool anything = false;
  for (auto& [field, live] : state.fields) {
    for (Put& put : live) {
      // A key knows what it wrote before; what its member wrote under another one it may never have seen: an older
      // copy of a vault goes on under new keys and reads only then what it had sent.
      put.removed = put.removed || put.position <= change.seen || put.author == written.author;
      anything = true;
    }
  }
  // A removal of what is not there would only be remembered at everybody's cost. One that has seen nothing of
  // what is there is a conflict all the same: somebody wanted it gone while another kept it.
  if (!anything) return;
  std::erase_if(state.removals, [&](const Removal& earlier) { return membership.member_of(earlier.author) == member; });
  state.removals.push_back({written.author, written.position, change.time_ms});
}

// Who writes knowing of every removal has decided: what was removed is gone, what he writes is there.
void settle_removals(model::RecordState& state, const Change& change, const Written& written) {
  if (state.removals.empty()) return;
  const bool knew_all = std::all_of(state.removals.begin(), state.removals.end(), [&](const Removal& removal) {
    return removal.position <= change.seen || removal.author == written.author;
  });
  if (!knew_all) return;
  state.removals.clear();
  for (auto at = state.fields.begin(); at != state.fields.end();) {
    std::erase_if(at->second, [](const Put& p) { return p.removed; });
    at = at->second.empty() ? state.fields.erase(at) : std::next(at);
  }
}

// Whether this change shows that its author made the record.
bool makes(const Change& change, const Written& written, const Membership& membership) {
  if (membership.kind == envelope::SpaceKind::self) return true;
  const std::uint32_t member = membership.member_of(written.author);
  return change.made && member != 0 && shared_id(membership.space, member, *change.made) == change.record;
}

void withdraw(model::RecordState& state, const Change& change, const Written& written, const Membership& membership) {
  const bool own_space = membership.kind == envelope::SpaceKind::self;
  if (own_space ? state.origin_author.is_zero() : !makes(change, written, membership)) return;
  const RecordId id = change.record;
  const model::Kind kind = change.kind;
  state = {};
  state.id = id;
  state.kind = kind;
  state.withdrawn = true;
}

}  // namespace

RecordId shared_id(const SpaceId& space, std::uint32_t member, const RecordId& made) {
  Writer number;
  number.u32(member);
  const Hash hash = verify::hash(verify::label::kRecord, {space.view(), number.bytes(), made.view()});
  return *RecordId::from(hash.view().first(RecordId::kSize));
}

void apply_change(model::RecordState& state, const Change& change, const Written& written,
                  const envelope::Membership& membership) {
  if (state.withdrawn) return;
  state.id = change.record;
  state.kind = change.kind;
  if (change.op == Op::withdraw) return withdraw(state, change, written, membership);
  if (change.op == Op::remove) return remove(state, change, written, membership);
  settle_removals(state, change, written);
  replace(state, change);
  if (state.origin_author.is_zero() && makes(change, written, membership)) {
    state.origin_author = written.author;
    state.origin_time_ms = change.time_ms;
    state.made = change.made;
  }
  put(state, change, written, membership);
}

Bytes canonical(const model::RecordState& state) {
  Writer out;
  out.raw(state.id.view());
  out.u16(static_cast<std::uint16_t>(state.kind));
  out.raw(state.origin_author.view());
  out.u64(static_cast<std::uint64_t>(state.origin_time_ms));
  out.sized(state.made ? state.made->view() : BytesView());
  out.u8(state.withdrawn ? 1 : 0);
  out.u32(static_cast<std::uint32_t>(state.removals.size()));
  for (const Removal& removal : state.removals) {
    out.raw(removal.author.view());
    out.u64(removal.position);
    out.u64(static_cast<std::uint64_t>(removal.time_ms));
  }
  out.u32(static_cast<std::uint32_t>(state.replaced.size()));
  for (const PutName& name : state.replaced) {
    out.raw(name.entry.view());
    out.u32(name.index);
  }
  for (const auto& [field, live] : state.fields) {
    for (const Put& p : live) {
      sync::v1::Value value;
      model::write_value(p.value, &value);
      out.u16(field);
      out.raw(p.name.entry.view());
      out.u32(p.name.index);
      out.u64(p.position);
      out.u64(static_cast<std::uint64_t>(p.time_ms));
      out.raw(p.author.view());
      out.u8(p.removed ? 1 : 0);
      out.sized(as_bytes(value.SerializeAsString()));
    }
  }
  return out.take();
}

}  // namespace kith::protocol
