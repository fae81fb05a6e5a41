// Answering a search: lists of the index become points, points an order, the best become records.

#include "kith/client/search.h"

#include <algorithm>
#include <limits>

#include "kith/model/partial_date.h"
#include "replica/replica_impl.h"

namespace kith::client {
namespace {

using search::Document;
using search::Posting;

constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();
constexpr std::int64_t kMinutesOfDay = 24 * 60;

using Set = std::vector<bool>;  // by document

bool contains(const std::vector<SpaceNumber>& spaces, SpaceNumber space) {
  return std::find(spaces.begin(), spaces.end(), space) != spaces.end();
}

class Finder {
 public:
  Finder(const SearchIndex& index, const SearchRequest& request) : index_(index), request_(request) {}

  // Documents in their order, best or newest first.
  Result<std::vector<Document>> run(const model::PartialDate& today) {
    slots_.assign(index_.entries().size(), {});
    for (const std::string& word : request_.query.words) KITH_CHECK(count_word(word));
    std::vector<Set> must;
    for (const auto* tags : {&request_.query.tags, &request_.tags}) {
      for (const std::string& tag : *tags) {
        KITH_TRY(Set set, exactly(search::term(search::kTagTerm, tag)));
        must.push_back(std::move(set));
      }
    }
    if (request_.with) {
      KITH_TRY(Set set, about(*request_.with));
      must.push_back(std::move(set));
    }
    gather(must, model::earliest_minute(today));
    return order();
  }

 private:
  struct Slot {
    std::uint32_t total = 0;  // points of the words before
    std::uint32_t now = 0;    // of this word
    std::uint32_t words = 0;  // words found
  };
  struct Found {
    std::uint64_t rank = 0;
    Document document = 0;
  };

  Result<Set> exactly(const std::string& term) const {
    Set out(index_.entries().size());
    KITH_CHECK(index_.visit(term, [&](std::string_view found, const std::vector<Posting>& list) {
      if (found != term) return;
      for (const Posting& posting : list) out[posting.document] = true;
    }));
    return out;
  }

  // Records that name the person, and all of the pairs with him.
  Result<Set> about(const Named& named) const {
    Set out(index_.entries().size());
    if (!named.person.is_zero()) {
      KITH_TRY(out, exactly(search::term(search::kPersonTerm, named.person.view())));
    }
    if (named.spaces.empty()) return out;
    for (Document document = 0; document < out.size(); ++document) {
      if (contains(named.spaces, index_.entries()[document].key.space)) out[document] = true;
    }
    return out;
  }

  void count(Document document, std::uint32_t points) { slots_[document].now = std::max(slots_[document].now, points); }

  // A name is in no other record, so whoever has it stands for what is about him.
  Result<void> count_word(const std::string& word) {
    const std::string term = search::term(search::kWordTerm, word);
    std::vector<Document> persons;
    KITH_CHECK(index_.visit(term, [&](std::string_view found, const std::vector<Posting>& list) {
      const bool exact = found.size() == term.size();
      for (const Posting& posting : list) {
        count(posting.document, search::points(posting.fields, exact));
        const bool named = (posting.fields & search::kName) != 0 && index_.entries()[posting.document].live;
        if (named) persons.push_back(posting.document);
      }
    }));
    for (const Document person : persons) KITH_CHECK(count_about(index_.entries()[person].key.id));
    std::vector<SpaceNumber> spaces;
    for (const Named& partner : request_.partners) {
      if (search::has_word(partner.name, word)) spaces.insert(spaces.end(), partner.spaces.begin(), partner.spaces.end());
    }
    for (Document document = 0; document < slots_.size() && !spaces.empty(); ++document) {
      if (contains(spaces, index_.entries()[document].key.space)) count(document, search::points(search::kAbout, false));
    }
    for (Slot& slot : slots_) {
      slot.words += slot.now > 0 ? 1 : 0;
      slot.total += slot.now;
      slot.now = 0;
    }
    return {};
  }

  Result<void> count_about(const RecordId& person) {
    const std::string term = search::term(search::kPersonTerm, person.view());
    return index_.visit(term, [&](std::string_view, const std::vector<Posting>& list) {
      for (const Posting& posting : list) count(posting.document, search::points(search::kAbout, false));
    });
  }

  bool fits(const SearchIndex::Entry& entry) const {
    const auto& kinds = request_.kinds;
    if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), entry.key.kind) == kinds.end()) return false;
    if (request_.since && entry.last < model::earliest_minute(*request_.since)) return false;
    return !request_.until || entry.first <= model::latest_minute(*request_.until);
  }

  void gather(const std::vector<Set>& must, std::int64_t today) {
    const auto& entries = index_.entries();
    for (Document document = 0; document < entries.size(); ++document) {
      const SearchIndex::Entry& entry = entries[document];
      if (!entry.live || slots_[document].words != request_.query.words.size() || !fits(entry)) continue;
      if (!std::all_of(must.begin(), must.end(), [&](const Set& set) { return set[document]; })) continue;
      const std::int64_t age = (today - entry.first) / kMinutesOfDay;
      const bool asked = !request_.query.words.empty();
      found_.push_back({asked ? search::rank(slots_[document].total, age) : 0, document});
    }
  }

  std::vector<Document> order() {
    const auto& entries = index_.entries();
    const auto before = [&entries](const Found& a, const Found& b) {
      if (a.rank != b.rank) return a.rank > b.rank;
      const SearchIndex::Entry& left = entries[a.document];
      const SearchIndex::Entry& right = entries[b.document];
      if (left.first != right.first) return left.first > right.first;
      if (left.time.wall_ms != right.time.wall_ms) return left.time.wall_ms > right.time.wall_ms;
      // Not by document: the same records are in the same order after a rebuild too.
      return left.key.id < right.key.id;
    };
    const std::size_t shown = std::min(found_.size(), request_.from + std::min(request_.limit, kAll - request_.from));
    std::partial_sort(found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(shown), found_.end(), before);
    std::vector<Document> out;
    out.reserve(found_.size());
    for (const Found& found : found_) out.push_back(found.document);
    return out;
  }

  const SearchIndex& index_;
  const SearchRequest& request_;
  std::vector<Slot> slots_;
  std::vector<Found> found_;
};

}  // namespace

Result<std::optional<model::RecordState>> ReplicaImpl::readable(const RecordPlace& key) {
  if (space(key.space) == nullptr || static_cast<std::uint16_t>(key.kind) > kLastKind) {
    return std::optional<model::RecordState>();
  }
  return state(key.space, key.kind, key.id);
}

Result<Shown> ReplicaImpl::shown_at(const RecordPlace& place) {
  KITH_TRY(const auto state, readable(place));
  auto record = state ? model::visible(*state) : std::nullopt;
  if (!record) return index_damage();
  Shown out = shown(*space(place.space), *state, *std::move(record));
  KITH_TRY(const std::uint64_t waits,
           store.waiting.count(changelog::Table::unsent, record_key(place.space, place.kind, place.id)));
  out.unsent = waits > 0;
  return out;
}

SearchIndex::ReadState ReplicaImpl::read_for_index() {
  return [this](const RecordPlace& key) KITH_REQUIRES(mu) { return readable(key); };
}

Result<SearchPage> Replica::search(const SearchRequest& request) const {
  const MutexLock lock(impl_->mu);
  KITH_CHECK(impl_->search_index.catch_up(impl_->read_for_index()));
  Finder finder(impl_->search_index, request);
  KITH_TRY(const std::vector<Document> found, finder.run(model::date_of_wall_ms(impl_->clock.wall_ms())));
  SearchPage out;
  out.found = found.size();
  for (std::size_t i = request.from; i < found.size() && out.hits.size() < request.limit; ++i) {
    KITH_TRY(Shown shown, impl_->shown_at(impl_->search_index.entries()[found[i]].key));
    out.hits.push_back(std::move(shown));
  }
  out.more = request.from + out.hits.size() < found.size();
  return out;
}

Result<void> Replica::catch_up_index(std::size_t from) {
  constexpr std::size_t kStep = 128;
  constexpr std::size_t kMostInPassing = 1024;
  if (impl_->store.owed.rows() < from) return {};
  std::size_t left = from > 0 ? kMostInPassing : std::numeric_limits<std::size_t>::max();
  for (bool done = false; !done && left > 0; left -= kStep) {
    const MutexLock lock(impl_->mu);
    KITH_TRY(done, impl_->search_index.catch_up(impl_->read_for_index(), kStep));
    if (!done && left <= kStep && impl_->search_index.has_much()) KITH_CHECK(impl_->search_index.keep());
  }
  return {};
}

}  // namespace kith::client
