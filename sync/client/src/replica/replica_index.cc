// Comparing the search index with the records it was made of, and making it again.

#include "kith/client/search.h"
#include "replica/replica_impl.h"

namespace kith::client {
namespace {

// What the records say: each that can be seen has its document, with the right terms and day.
Result<std::size_t> check_documents(ReplicaImpl& impl) KITH_REQUIRES(impl.mu) {
  std::size_t seen = 0;
  for (const auto& [number, row] : impl.spaces) {
    for (std::uint16_t kind = 1; kind <= kLastKind; ++kind) {
      if (!is_searched(static_cast<model::Kind>(kind))) continue;
      KITH_TRY(const std::vector<model::RecordState> states, impl.states(number, static_cast<model::Kind>(kind)));
      for (const model::RecordState& state : states) {
        const auto record = model::visible(state);
        if (!record) continue;
        const auto document = impl.search_index.document_of({number, state.kind, state.id});
        if (!document || impl.search_index.entries()[*document].digest != indexed(state, *record).digest) return index_damage();
        ++seen;
      }
    }
  }
  return seen;
}

// What the lists say: for each document the very terms that its digest was made of.
Result<void> check_lists(const SearchIndex& index) {
  std::vector<std::uint64_t> sums(index.entries().size());
  KITH_CHECK(index.visit("", [&sums](std::string_view term, const std::vector<search::Posting>& list) {
    for (const search::Posting& posting : list) sums[posting.document] += search::digest_of(term, posting.fields);
  }));
  for (std::size_t i = 0; i < sums.size(); ++i) {
    const SearchIndex::Entry& entry = index.entries()[i];
    if (entry.live && sums[i] + digest_of(entry.time) != entry.digest) return index_damage();
  }
  return {};
}

}  // namespace

Result<IndexReport> Replica::check_index() {
  const MutexLock lock(impl_->mu);
  KITH_CHECK(impl_->search_index.catch_up(impl_->read_for_index()));
  KITH_TRY(const std::size_t seen, check_documents(*impl_));
  if (seen != impl_->search_index.live()) return index_damage();
  KITH_CHECK(check_lists(impl_->search_index));
  KITH_CHECK(impl_->search_index.check_newest());
  return IndexReport{seen, impl_->search_index.segments()};
}

Result<void> Replica::rebuild_index() {
  {
    const MutexLock lock(impl_->mu);
    KITH_CHECK(impl_->search_index.start_again());
  }
  return catch_up_index();
}

}  // namespace kith::client
