#include "disk.h"

namespace kith::simulator {

using changelog::Table;

Result<std::optional<Bytes>> Disk::find(Table table, BytesView key) const {
  const auto at = rows_.find({table, to_bytes(key)});
  return at == rows_.end() ? std::optional<Bytes>() : std::optional(at->second);
}

// A visitor may write, so what is visited is a copy.
Result<void> Disk::scan(Table table, BytesView prefix, BytesView from, const Visitor& visit) const {
  std::vector<std::pair<Bytes, Bytes>> found;
  for (auto at = rows_.lower_bound({table, to_bytes(from.empty() ? prefix : from)});
       at != rows_.end() && at->first.first == table; ++at) {
    const Bytes& key = at->first.second;
    if (key.size() < prefix.size() || !equal(BytesView(key).first(prefix.size()), prefix)) break;
    found.emplace_back(key, at->second);
  }
  for (const auto& [key, value] : found) {
    if (!visit(key, value)) break;
  }
  return {};
}

bool Disk::is_due() {
  if (!crash_ || --crash_->left > 0) return false;
  return true;
}

Result<void> Disk::commit(const changelog::Batch& batch) {
  const bool crashes = is_due();
  const bool after = crashes && crash_->after;
  if (crashes) crash_.reset();
  if (crashes && !after) throw Crashed{};
  if (full_ && --*full_ == 0) {
    full_.reset();
    return fail(Code::NO_SPACE, "the disk is full");
  }
  for (const auto& op : batch.ops()) {
    if (op.value) {
      rows_[{op.table, op.key}] = *op.value;
    } else {
      rows_.erase({op.table, op.key});
    }
  }
  if (crashes) throw Crashed{};
  return {};
}

void Disk::calm() {
  crash_.reset();
  full_.reset();
}

std::size_t Disk::bytes() const {
  std::size_t out = 0;
  for (const auto& [key, value] : rows_) out += key.second.size() + value.size();
  return out;
}

}  // namespace kith::simulator
