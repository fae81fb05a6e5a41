// What a list begins with, by the search index where it knows, or by reading everything.

#include <algorithm>
#include <set>

#include "kith/client/search.h"
#include "replica/replica_impl.h"

namespace kith::client {
namespace {

Result<NewestPage> newest_of_all(ReplicaImpl& impl, SpaceNumber number, model::Kind kind, std::size_t most)
    KITH_REQUIRES(impl.mu) {
  std::set<RecordId> unsent;
  KITH_TRY(const std::vector<model::RecordState> states, impl.states(number, kind, &unsent));
  std::vector<std::pair<Bytes, Shown>> all;
  for (const model::RecordState& state : states) {
    auto record = model::visible(state);
    if (!record) continue;
    Bytes key = newest_key({number, kind, state.id}, index_time(state, *record));
    all.emplace_back(std::move(key), impl.shown(*impl.space(number), state, *std::move(record)));
    all.back().second.unsent = unsent.contains(state.id);
  }
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return as_text(a.first) < as_text(b.first); });
  NewestPage out;
  for (std::size_t i = 0; i < all.size() && i < most; ++i) out.records.push_back(std::move(all[i].second));
  out.behind = all.size() - out.records.size();
  return out;
}

// What is shown of the space and no store has.
std::vector<RecordId> in_memory_only(const ReplicaImpl& impl, SpaceNumber number, model::Kind kind) KITH_REQUIRES(impl.mu) {
  std::vector<RecordId> out;
  for (const auto* shown : {&impl.lost_shown, &impl.ahead}) {
    for (auto at = shown->lower_bound({number, kind, RecordId{}});
         at != shown->end() && at->first.space == number && at->first.kind == kind; ++at) {
      out.push_back(at->first.id);
    }
  }
  return out;
}

// Nothing where the index does not know.
Result<std::optional<NewestPage>> newest_by_index(ReplicaImpl& impl, SpaceNumber number, model::Kind kind,
                                                  std::size_t most) KITH_REQUIRES(impl.mu) {
  KITH_TRY(const auto known, impl.search_index.newest(number, kind, most, impl.read_for_index(),
                                                      in_memory_only(impl, number, kind)));
  if (!known) return std::optional<NewestPage>();
  NewestPage out;
  for (const RecordPlace& place : known->first) {
    KITH_TRY(Shown one, impl.shown_at(place));
    out.records.push_back(std::move(one));
  }
  if (known->all < out.records.size()) return index_damage();
  out.behind = known->all - out.records.size();
  return std::optional(std::move(out));
}

}  // namespace

Result<NewestPage> Replica::newest(SpaceNumber number, model::Kind kind, std::size_t most) const {
  const MutexLock lock(impl_->mu);
  if (impl_->space(number) == nullptr) return fail(Code::NOT_FOUND, "no such space");
  auto known = newest_by_index(*impl_, number, kind, most);
  // Records are whole whatever became of the index; what is wrong with that, a search and vault.verify say.
  if (!known && known.error().code == Code::STORE_CORRUPT) return newest_of_all(*impl_, number, kind, most);
  if (!known) return known.error();
  return *known ? *std::move(*known) : newest_of_all(*impl_, number, kind, most);
}

}  // namespace kith::client
