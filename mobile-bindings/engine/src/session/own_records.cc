#include "session/own_records.h"

#include <algorithm>
#include <utility>

namespace kith::engine {
namespace {

using client::kSelfSpace;
using client::Shown;
using model::Kind;
using model::Record;

// More than that take longer one by one than everything at once.
constexpr std::size_t kFewChanges = 64;

// What is kept of it.
Record kept(Record record) {
  if (record.kind == Kind::person) {
    record.fields.erase(model::person::kNote);
    record.fields.erase(model::person::kCardExtra);
  }
  if (record.kind != Kind::conversation) return record;
  const auto wanted = facts::fields_of_conversations();
  std::erase_if(record.fields, [&](const auto& field) {
    return std::find(wanted.begin(), wanted.end(), field.first) == wanted.end();
  });
  return record;
}

bool is_of_account(Kind kind) {
  const auto kinds = facts::kinds_of_account();
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

}  // namespace

void OwnRecords::forget() { *this = OwnRecords(); }

Result<void> OwnRecords::take_changes(const client::Replica& replica) {
  const client::Changes changes = replica.changed_since(mark_);
  const bool many = changes.records.size() > kFewChanges;
  if (changes.unknown || many) forget();
  mark_ = changes.mark;
  if (many) return {};
  for (const client::RecordPlace& place : changes.records) {
    if (place.space != kSelfSpace) continue;
    if (is_of_account(place.kind)) account_.reset();
    if (!records_.contains(place.kind)) continue;
    const Result<void> taken = take(replica, place.kind, place.id);
    if (!taken.ok()) {
      forget();
      return taken;
    }
  }
  return {};
}

// The record as it is now, in its place among the others.
Result<void> OwnRecords::take(const client::Replica& replica, Kind kind, const RecordId& id) {
  std::vector<Record>& records = records_[kind];
  std::vector<Order>& order = order_[kind];
  const auto known = std::find_if(order.begin(), order.end(), [&](const Order& one) { return one.second == id; });
  if (known != order.end()) {
    records.erase(records.begin() + (known - order.begin()));
    order.erase(known);
  }
  KITH_TRY(std::optional<Shown> now, replica.find(kSelfSpace, id, kind));
  if (!now) return {};
  const Order place{now->created_ms, id};
  const auto at = std::lower_bound(order.begin(), order.end(), place);
  records.insert(records.begin() + (at - order.begin()), kept(std::move(now->record)));
  order.insert(at, place);
  return {};
}

Result<void> OwnRecords::read(const client::Replica& replica, Kind kind) {
  KITH_TRY(std::vector<Shown> all, replica.list(kSelfSpace, kind));
  std::sort(all.begin(), all.end(), [](const Shown& a, const Shown& b) {
    return Order(a.created_ms, a.record.id) < Order(b.created_ms, b.record.id);
  });
  std::vector<Record>& records = records_[kind];
  std::vector<Order>& order = order_[kind];
  records.reserve(all.size());
  order.reserve(all.size());
  for (Shown& shown : all) {
    order.emplace_back(shown.created_ms, shown.record.id);
    records.push_back(kept(std::move(shown.record)));
  }
  return {};
}

Result<const std::vector<Record>*> OwnRecords::of(const client::Replica& replica, Kind kind) {
  KITH_CHECK(take_changes(replica));
  if (!records_.contains(kind)) KITH_CHECK(read(replica, kind));
  return &std::as_const(records_).at(kind);
}

Result<const facts::Records*> OwnRecords::of_account(const client::Replica& replica) {
  KITH_CHECK(take_changes(replica));
  for (const Kind kind : facts::kinds_of_account()) {
    if (!records_.contains(kind)) KITH_CHECK(read(replica, kind));
  }
  return &records_;
}

Result<AccountRead> OwnRecords::account(const client::Replica& replica, const model::PartialDate& today) {
  KITH_CHECK(of_account(replica));
  if (!account_ || day_ != today) {
    account_ = std::make_shared<const facts::Account>(facts::read_account(records_, today));
    day_ = today;
  }
  return account_;
}

}  // namespace kith::engine
