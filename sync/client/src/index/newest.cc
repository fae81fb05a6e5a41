// What a list begins with: the part of the search index that is read without its documents.

#include <unordered_set>

#include "index/search_index.h"

namespace kith::client {
namespace {

using changelog::Table;

// So many are read one by one in a few milliseconds; more are read all together by whoever asks.
constexpr std::size_t kMostReadApart = 1024;

}  // namespace

Result<std::optional<SearchIndex::Newest>> SearchIndex::newest(SpaceNumber space, model::Kind kind, std::size_t most,
                                                               const ReadState& read, const std::vector<RecordId>& also) {
  KITH_CHECK(load_state());
  std::unordered_set<std::string> apart;
  for (std::string& key : owed_.rows_under(record_prefix(space, kind))) apart.insert(std::move(key));
  for (const RecordId& id : also) apart.emplace(as_text(record_key(space, kind, id)));
  const bool many = most > kMostReadApart || apart.size() > kMostReadApart;
  if (found_ != Found::state || !is_searched(kind) || many) return std::optional<Newest>();

  // apart: their rows may be of before, or there are none yet
  Newest out;
  const auto counted = state_.counts.find({space, kind});
  out.all = counted == state_.counts.end() ? 0 : counted->second;
  std::map<std::string, RecordPlace> changed;  // by what would be the key of the row
  for (const std::string& key : apart) {
    const RecordPlace record = record_of(as_bytes(key));
    KITH_TRY(const auto row, store_.find(Table::index_documents, document_key(as_bytes(key))));
    if (row) --out.all;
    KITH_TRY(const auto state, read(record));
    const auto shown = state ? model::visible(*state) : std::nullopt;
    if (!shown) continue;
    ++out.all;
    changed.emplace(as_text(newest_key(record, index_time(*state, *shown))), record);
  }

  // the rows and these, in one order
  auto next = changed.begin();
  const auto take_changed = [&](std::string_view before) {
    for (; next != changed.end() && next->first < before && out.first.size() < most; ++next) out.first.push_back(next->second);
  };
  bool whole = true;
  KITH_CHECK(store_.scan(Table::index_documents, newest_prefix(space, kind), {}, [&](BytesView key, BytesView) {
    take_changed(as_text(key));
    if (out.first.size() >= most) return false;
    const auto record = record_of_newest(key);
    whole = record.has_value();
    if (!whole) return false;
    if (!apart.contains(std::string(as_text(record_key(space, kind, record->id))))) out.first.push_back(*record);
    return true;
  }));
  if (!whole) return index_damage();
  for (; next != changed.end() && out.first.size() < most; ++next) out.first.push_back(next->second);
  return std::optional(std::move(out));
}

Result<void> SearchIndex::check_newest() const {
  std::unordered_set<std::string> rows;
  const auto expect = [&rows](const RecordPlace& record, const IndexTime& time) { rows.emplace(as_text(newest_key(record, time))); };
  for (const auto& [key, document] : by_record_) {
    if (!rows_differ_.contains(key)) expect(entries_[document].key, entries_[document].time);
  }
  for (const auto& [key, before] : rows_differ_) {
    if (before) expect(record_of(as_bytes(key)), *before);
  }
  auto counts = state_.counts;
  KITH_CHECK(store_.scan(Table::index_documents, newest_letter(), {}, [&](BytesView key, BytesView) {
    const auto record = record_of_newest(key);
    if (!record || rows.erase(std::string(as_text(key))) == 0) {
      rows.emplace();  // one that no document has
      return false;
    }
    --counts[{record->space, record->kind}];
    return true;
  }));
  for (const auto& [of, left] : counts) {
    if (left != 0) return index_damage();
  }
  return rows.empty() ? Result<void>() : Result<void>(index_damage());
}

}  // namespace kith::client
