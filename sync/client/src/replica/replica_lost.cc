// What a branch had that the relay has lost: opened, and shown until it stands in the log again.

#include <algorithm>

#include "replica/said.h"

namespace kith::client {

using changelog::Table;

std::vector<const LostEntry*> in_order(const LostBranch& lost, const std::function<bool(const LostEntry&)>& which) {
  std::vector<const LostEntry*> out;
  for (const auto& [id, one] : lost) {
    if (which(one)) out.push_back(&one);
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const LostEntry* a, const LostEntry* b) { return a->row.position < b->row.position; });
  return out;
}

bool has_data_to_come(const LostBranch& lost) {
  return std::any_of(lost.begin(), lost.end(), [](const auto& one) { return one.second.comes_as_data(); });
}

const LostBranch& ReplicaImpl::lost_branch(SpaceNumber number) const {
  static const LostBranch none;
  const auto at = lost.find(number);
  return at == lost.end() ? none : at->second;
}

Result<void> ReplicaImpl::load_lost(SpaceNumber number) {
  const SpaceRow& row = *space(number);
  LostBranch found;
  Result<void> outcome;
  KITH_CHECK(store.scan(Table::lost, space_key(number), {}, [&](BytesView, BytesView value) KITH_REQUIRES(mu) {
    auto stored = decode_lost(value);
    const auto entry = stored.ok() ? envelope::parse_entry(stored->entry) : Result<envelope::EntryView>(stored.error());
    if (!entry.ok()) {
      outcome = corrupt("an entry of a lost branch that does not parse");
      return false;
    }
    LostEntry one;
    one.row = *std::move(stored);
    auto changes = read_lost(*this, row, one.row, *entry);
    if (entry->header.kind == envelope::EntryKind::data) {
      one.opens = changes.ok() && envelope::check_carried(row.membership, *entry, row.head.position + 1).ok();
      one.stays_here = changes.ok() && !one.opens && row.member_of(entry->header.author) != row.me();
    } else {
      const auto body = envelope::parse_membership(*entry);
      const bool leave = body.ok() && std::holds_alternative<envelope::LeaveAction>(body->action);
      one.kind = leave ? LostKind::leave : LostKind::decision;
    }
    if (changes.ok()) one.changes = *std::move(changes);
    found.emplace(envelope::entry_hash(one.row.entry), std::move(one));
    return true;
  }));
  KITH_CHECK(outcome);
  lost[number] = std::move(found);
  show_lost(number);
  return {};
}

void ReplicaImpl::show_lost(SpaceNumber number) {
  const auto first = lost_shown.lower_bound({number, model::Kind{}, RecordId{}});
  const auto last = lost_shown.lower_bound({number + 1, model::Kind{}, RecordId{}});
  for (auto at = first; at != last; ++at) store.trail.note(record_key(number, at->first.kind, at->first.id));
  lost_shown.erase(first, last);
  for (const LostEntry* one : in_order(lost[number], [](const LostEntry&) { return true; })) {
    for (const AheadChange& change : one->changes) {
      const RecordPlace place{number, change.change.kind, change.change.record};
      lost_shown[place].push_back(change);
      store.trail.note(record_key(number, place.kind, place.id));
    }
  }
}

}  // namespace kith::client
