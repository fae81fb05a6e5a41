#include "rows/waiting_index.h"

#include <algorithm>

namespace kith::client {
namespace {

constexpr std::size_t kSpaceKeyBytes = 4;
constexpr std::size_t kKindKeyBytes = kSpaceKeyBytes + 2;
// From so many rows on one walk through the database takes less than a search for each, whatever was
// erased in between.
constexpr std::size_t kManyRows = 512;

std::string space_of(BytesView key) { return std::string(as_text(key.first(std::min(key.size(), kSpaceKeyBytes)))); }

bool begins_with(const Bytes& key, BytesView prefix) {
  return key.size() >= prefix.size() && equal(BytesView(key).first(prefix.size()), prefix);
}

Error missing() { return fail(Code::STORE_CORRUPT, "a change that waits to be sent is missing"); }

}  // namespace

Result<void> WaitingIndex::read(changelog::Table table, BytesView prefix) const {
  return beneath_.scan(table, prefix, {}, [this, table](BytesView key, BytesView) KITH_REQUIRES(mu_) {
    add(table, to_bytes(key));
    return true;
  });
}

void WaitingIndex::forget_all() const {
  all_ = false;
  kinds_.clear();
  counts_.clear();
  for (auto& [table, keys] : waiting_) keys.clear();
}

bool WaitingIndex::is_known(changelog::Table table, BytesView key) const {
  if (all_) return true;
  return table == changelog::Table::unsent && key.size() >= kKindKeyBytes && kinds_.contains(to_bytes(key.first(kKindKeyBytes)));
}

Result<bool> WaitingIndex::knows(changelog::Table table, BytesView prefix) const {
  const MutexLock lock(mu_);
  if (is_known(table, prefix)) return true;
  const bool of_kind = table == changelog::Table::unsent && prefix.size() >= kKindKeyBytes;
  if (of_kind && prefix.size() > kKindKeyBytes) return false;
  // Half of what waits is worse than nothing: after a read that failed nothing is known.
  const auto read_it = [&]() KITH_REQUIRES(mu_) -> Result<void> {
    if (of_kind) return read(table, prefix);
    forget_all();
    for (const auto& [one, keys] : waiting_) KITH_CHECK(read(one, {}));
    return {};
  };
  if (auto done = read_it(); !done) {
    forget_all();
    return done.error();
  }
  if (of_kind) {
    kinds_.insert(to_bytes(prefix));
  } else {
    all_ = true;
  }
  return true;
}

std::vector<Bytes> WaitingIndex::keys_under(changelog::Table table, BytesView prefix, BytesView from) const {
  const MutexLock lock(mu_);
  const Keys& keys = waiting_.at(table);
  std::vector<Bytes> out;
  for (auto at = keys.lower_bound(to_bytes(from.empty() ? prefix : from)); at != keys.end(); ++at) {
    if (!begins_with(*at, prefix)) break;
    out.push_back(*at);
  }
  return out;
}

Result<void> WaitingIndex::scan(changelog::Table table, BytesView prefix, BytesView from,
                                const changelog::Store::Visitor& visit) const {
  KITH_TRY(const bool known, knows(table, prefix));
  if (!known) return beneath_.scan(table, prefix, from, visit);
  const std::vector<Bytes> keys = keys_under(table, prefix, from);
  if (keys.size() >= kManyRows) return scan_beneath(table, prefix, keys, visit);
  for (const Bytes& key : keys) {
    KITH_TRY(const auto value, beneath_.find(table, key));
    if (!value) return missing();
    if (!visit(key, *value)) break;
  }
  return {};
}

// REQUIRES: !keys.empty()
Result<void> WaitingIndex::scan_beneath(changelog::Table table, BytesView prefix, const std::vector<Bytes>& keys,
                                        const changelog::Store::Visitor& visit) const {
  auto next = keys.begin();
  bool stopped = false;
  KITH_CHECK(beneath_.scan(table, prefix, keys.front(), [&](BytesView key, BytesView value) {
    if (as_text(key) < as_text(*next)) return true;  // written since the keys were looked at
    if (!equal(key, *next)) return false;
    ++next;
    stopped = !visit(key, value);
    return !stopped && next != keys.end();
  }));
  return stopped || next == keys.end() ? Result<void>() : Result<void>(missing());
}

void WaitingIndex::add(changelog::Table table, const Bytes& key) const {
  if (waiting_.at(table).insert(key).second) ++counts_[{table, space_of(key)}];
}

void WaitingIndex::remove(changelog::Table table, const Bytes& key) {
  if (waiting_.at(table).erase(key) != 0) --counts_[{table, space_of(key)}];
}

void WaitingIndex::committed(const changelog::Batch& batch) {
  const MutexLock lock(mu_);
  for (const auto& op : batch.ops()) {
    if (!keeps(op.table) || !is_known(op.table, op.key)) continue;  // the store has it
    if (op.value) {
      add(op.table, op.key);
    } else {
      remove(op.table, op.key);
    }
  }
}

Result<std::uint64_t> WaitingIndex::count(changelog::Table table, BytesView prefix) const {
  KITH_TRY(const bool known, knows(table, prefix));
  if (!known) {
    std::uint64_t rows = 0;
    KITH_CHECK(beneath_.scan(table, prefix, {}, [&rows](BytesView, BytesView) {
      ++rows;
      return true;
    }));
    return rows;
  }
  if (prefix.size() != kSpaceKeyBytes) return std::uint64_t{keys_under(table, prefix, {}).size()};
  const MutexLock lock(mu_);
  const auto at = counts_.find({table, space_of(prefix)});
  return at == counts_.end() ? std::uint64_t{0} : at->second;
}

}  // namespace kith::client
