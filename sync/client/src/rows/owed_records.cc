#include "rows/owed_records.h"

#include <algorithm>
#include <functional>
#include <iterator>

#include "rows/index_rows.h"

namespace kith::client {
namespace {

using changelog::Batch;
using changelog::Table;

}  // namespace

void OwedRecords::owe(const RecordKeys& records, Batch& batch) const {
  const MutexLock lock(mu_);
  for (const std::string& key : records) {
    if (!rows_.contains(key)) batch.put(Table::index_documents, owed_key(as_bytes(key)), {});
  }
}

void OwedRecords::committed(const RecordKeys& records) {
  const MutexLock lock(mu_);
  rows_.insert(records.begin(), records.end());
  changed_.insert(records.begin(), records.end());
}

Result<void> OwedRecords::load(const changelog::Store& store) {
  const MutexLock lock(mu_);
  return store.scan(Table::index_documents, owed_key({}), {}, [this](BytesView key, BytesView) KITH_REQUIRES(mu_) {
    const std::string record(as_text(key.subspan(1)));
    if (rows_.insert(record).second) changed_.insert(record);
    return true;
  });
}

void OwedRecords::add(BytesView record_key) {
  const MutexLock lock(mu_);
  changed_.emplace(as_text(record_key));
}

std::vector<std::string> OwedRecords::take_changed(std::size_t most) {
  const MutexLock lock(mu_);
  if (queue_.empty()) {
    queue_.assign(changed_.begin(), changed_.end());
    std::sort(queue_.begin(), queue_.end(), std::greater<>());
    changed_.clear();
  }
  const std::size_t count = std::min(most, queue_.size());
  std::vector<std::string> out(std::make_move_iterator(queue_.rbegin()),
                               std::make_move_iterator(queue_.rbegin() + static_cast<std::ptrdiff_t>(count)));
  queue_.resize(queue_.size() - count);
  return out;
}

bool OwedRecords::nothing_to_take() const {
  const MutexLock lock(mu_);
  return changed_.empty() && queue_.empty();
}

bool OwedRecords::untaken(const std::string& key) const {
  return changed_.contains(key) || std::binary_search(queue_.begin(), queue_.end(), key, std::greater<>());
}

void OwedRecords::for_each_untaken(const std::function<void(const std::string& key)>& visit) const {
  for (const std::string& key : changed_) visit(key);
  for (const std::string& key : queue_) visit(key);
}

std::vector<std::string> OwedRecords::rows_under(BytesView prefix) const {
  const MutexLock lock(mu_);
  std::vector<std::string> out;
  for (const std::string& key : rows_) {
    if (key.starts_with(as_text(prefix))) out.push_back(key);
  }
  return out;
}

void OwedRecords::give_back(const std::vector<std::string>& keys) {
  const MutexLock lock(mu_);
  changed_.insert(keys.begin(), keys.end());
}

std::size_t OwedRecords::rows() const {
  const MutexLock lock(mu_);
  return rows_.size();
}

void OwedRecords::settle(Batch& batch) const {
  const MutexLock lock(mu_);
  for (const std::string& key : rows_) {
    if (!untaken(key)) batch.erase(Table::index_documents, owed_key(as_bytes(key)));
  }
  for_each_untaken([&](const std::string& key) KITH_REQUIRES(mu_) {
    if (!rows_.contains(key)) batch.put(Table::index_documents, owed_key(as_bytes(key)), {});
  });
}

void OwedRecords::settled() {
  const MutexLock lock(mu_);
  std::erase_if(rows_, [this](const std::string& key) KITH_REQUIRES(mu_) { return !untaken(key); });
  for_each_untaken([this](const std::string& key) KITH_REQUIRES(mu_) { rows_.insert(key); });
}

}  // namespace kith::client
