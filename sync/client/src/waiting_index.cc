#include "waiting_index.h"

#include <algorithm>

namespace kith::client {
namespace {

bool begins_with(const Bytes& key, BytesView prefix) {
  return key.size() >= prefix.size() && equal(BytesView(key).first(prefix.size()), prefix);
}

}  // namespace

Result<void> WaitingIndex::load() {
  const std::lock_guard lock(mu_);
  for (auto& [table, keys] : waiting_) {
    keys.clear();
    KITH_CHECK(beneath_.scan(table, {}, {}, [&keys = keys](BytesView key, BytesView) {
      keys.insert(to_bytes(key));
      return true;
    }));
  }
  return {};
}

Result<std::optional<Bytes>> WaitingIndex::find(changelog::Table table, BytesView key) const {
  return beneath_.find(table, key);
}

std::vector<Bytes> WaitingIndex::keys_under(changelog::Table table, BytesView prefix, BytesView from) const {
  const std::lock_guard lock(mu_);
  const Keys& keys = waiting_.at(table);
  std::vector<Bytes> out;
  for (auto at = keys.lower_bound(to_bytes(from.empty() ? prefix : from)); at != keys.end(); ++at) {
    if (!begins_with(*at, prefix)) break;
    out.push_back(*at);
  }
  return out;
}

Result<void> WaitingIndex::scan(changelog::Table table, BytesView prefix, BytesView from, const Visitor& visit) const {
  if (!waiting_.contains(table)) return beneath_.scan(table, prefix, from, visit);
  for (const Bytes& key : keys_under(table, prefix, from)) {
    KITH_TRY(const auto value, beneath_.find(table, key));
    if (!value) return fail(Code::STORE_CORRUPT, "a change that waits to be sent is missing");
    if (!visit(key, *value)) break;
  }
  return {};
}

Result<void> WaitingIndex::commit(const changelog::Batch& batch) {
  KITH_CHECK(beneath_.commit(batch));
  const std::lock_guard lock(mu_);
  for (const auto& op : batch.ops()) {
    const auto keys = waiting_.find(op.table);
    if (keys == waiting_.end()) continue;
    if (op.value) {
      keys->second.insert(op.key);
    } else {
      keys->second.erase(op.key);
    }
  }
  return {};
}

std::uint64_t WaitingIndex::count(changelog::Table table, BytesView prefix) const {
  return keys_under(table, prefix, {}).size();
}

}  // namespace kith::client
