#include "kith/protocol/merge.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "kith/base/wire.h"
#include "kith/model/message_codec.h"
#include "kith/sync/v1/sync.pb.h"

namespace kith::protocol {
namespace {

using model::Put;
using model::PutName;

// The puts that `change` names are not live afterwards, and never will be.
void replace(model::RecordState& state, const Change& change) {
  std::set<PutName> names(change.replaces.begin(), change.replaces.end());
  for (auto at = state.fields.begin(); at != state.fields.end();) {
    std::erase_if(at->second, [&names](const Put& p) { return names.erase(p.name) > 0; });
    at = at->second.empty() ? state.fields.erase(at) : std::next(at);
  }
  state.replaced.insert(names.begin(), names.end());
}

void drop_oldest_of(std::vector<Put>& live, const SignKey& author) {
  for (;;) {
    const auto mine = [&author](const Put& put) { return put.author == author; };
    if (static_cast<std::size_t>(std::count_if(live.begin(), live.end(), mine)) <= kMaxLivePerAuthor) return;
    auto oldest = live.end();
    for (auto at = live.begin(); at != live.end(); ++at) {
      if (!mine(*at)) continue;
      if (oldest == live.end() || std::tie(at->time_ms, at->name) < std::tie(oldest->time_ms, oldest->name)) {
        oldest = at;
      }
    }
    live.erase(oldest);
  }
}

void put(model::RecordState& state, const Change& change, const SignKey& author, const PutName& name) {
  if (!change.value || state.replaced.contains(name)) return;
  std::vector<Put>& live = state.fields[change.field];
  const auto at =
      std::lower_bound(live.begin(), live.end(), name, [](const Put& p, const PutName& n) { return p.name < n; });
  if (at != live.end() && at->name == name) return;
  live.insert(at, Put{name, change.time_ms, author, *change.value});
  drop_oldest_of(live, author);
}

}  // namespace

void apply_change(model::RecordState& state, const Change& change, const SignKey& author, const PutName& name,
                  const SameMember& same_member) {
  if (state.withdrawn) return;
  if (change.op == Op::withdraw) {
    if (state.origin_author.is_zero() || !same_member(state.origin_author, author)) return;
    state.withdrawn = true;
    state.fields.clear();
    state.replaced.clear();
    return;
  }
  replace(state, change);
  if (change.op == Op::remove) {
    state.deleted = true;
    state.deleted_by = author;
    return;
  }
  if (state.origin_author.is_zero()) {
    state.id = change.record;
    state.kind = change.kind;
    state.origin_author = author;
    state.origin_time_ms = change.time_ms;
  }
  put(state, change, author, name);
}

Bytes canonical(const model::RecordState& state) {
  Writer out;
  out.raw(state.id.view());
  out.u16(static_cast<std::uint16_t>(state.kind));
  out.raw(state.origin_author.view());
  out.u8(static_cast<std::uint8_t>((state.withdrawn ? 1U : 0U) | (state.deleted ? 2U : 0U)));
  for (const auto& [field, live] : state.fields) {
    for (const Put& p : live) {
      sync::v1::Value value;
      model::write_value(p.value, &value);
      out.u16(field);
      out.raw(p.name.entry.view());
      out.u32(p.name.index);
      out.u64(static_cast<std::uint64_t>(p.time_ms));
      out.raw(p.author.view());
      out.sized(as_bytes(value.SerializeAsString()));
    }
  }
  return out.take();
}

}  // namespace kith::protocol
