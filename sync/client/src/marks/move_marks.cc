#include "marks/move_marks.h"

#include <algorithm>

namespace kith::client {
namespace {

using changelog::Table;
using model::Kind;
namespace m = model::moved;

constexpr std::uint32_t kFounder = 1;

struct MoveWord {
  RelayPlace place;
  std::int64_t time_ms = 0;
  RecordId id;
};

std::optional<RelayPlace> place_of(const model::Record& record) {
  const model::Value* key = record.find(m::kKey);
  const auto known = key != nullptr && key->bytes() != nullptr ? SignKey::from(*key->bytes()) : std::nullopt;
  if (!known || record.text(m::kAddress).empty()) return std::nullopt;
  return RelayPlace{record.text(m::kAddress), record.text(m::kCertificate), *known};
}

bool is_mine(const SpaceRow& row, const SignKey& author) {
  return row.member_of(author) == row.me();
}

// What one side said, the newest last.
Result<std::vector<MoveWord>> said(ReplicaImpl& impl, const SpaceRow& row, bool mine) KITH_REQUIRES(impl.mu) {
  KITH_TRY(const std::vector<model::RecordState> states, impl.states(row.number, Kind::moved));
  std::vector<MoveWord> out;
  for (const model::RecordState& state : states) {
    const auto record = model::visible(state);
    if (!record || is_mine(row, state.origin_author) != mine) continue;
    if (auto place = place_of(*record)) out.push_back({*std::move(place), state.origin_time_ms, state.id});
  }
  std::sort(out.begin(), out.end(), [](const MoveWord& a, const MoveWord& b) {
    return std::tie(a.time_ms, a.id) < std::tie(b.time_ms, b.id);
  });
  return out;
}

Result<Bytes> meta(const ReplicaImpl& impl, std::string_view name) {
  KITH_TRY(auto value, impl.store.find(Table::meta, as_bytes(name)));
  return std::move(value).value_or(Bytes());
}

// The word of a move that is under way, as long as no relay has taken it: it may go to the old one.
Result<bool> is_unsent_word(ReplicaImpl& impl, const SpaceRow& row, const MoveWord& mine) KITH_REQUIRES(impl.mu) {
  KITH_TRY(const Bytes mark, meta(impl, kMovingSetting));
  if (mark.empty()) return false;
  KITH_TRY(const RelayPlace to, decode_place(mark));
  if (mine.place.key != to.key) return false;
  KITH_TRY(const auto counted, impl.counted(row.number, Kind::moved, mine.id));
  return !counted;
}

Result<std::optional<RelayPlace>> last_place(ReplicaImpl& impl, const SpaceRow& row, bool mine) KITH_REQUIRES(impl.mu) {
  KITH_TRY(std::vector<MoveWord> words, said(impl, row, mine));
  if (words.empty()) return std::optional<RelayPlace>();
  return std::optional(std::move(words.back().place));
}

}  // namespace

Result<std::optional<RelayPlace>> own_place(ReplicaImpl& impl, const SpaceRow& row) {
  return last_place(impl, row, true);
}

Result<std::optional<RelayPlace>> partner_place(ReplicaImpl& impl, const SpaceRow& row) {
  return last_place(impl, row, false);
}

Result<bool> waits_for_partner(ReplicaImpl& impl, const SpaceRow& row) {
  KITH_TRY(std::vector<MoveWord> mine, said(impl, row, true));
  if (!mine.empty()) {
    KITH_TRY(const bool unsent_word, is_unsent_word(impl, row, mine.back()));
    if (unsent_word) mine.pop_back();
  }
  if (mine.empty()) return false;
  KITH_TRY(const Bytes here, meta(impl, kRelayKeySetting));
  // It said that it goes somewhere else, and is not there: a copy from before, or between two steps.
  if (!equal(mine.back().place.key.view(), here)) return true;
  if (row.membership.kind == envelope::SpaceKind::self) return false;
  KITH_TRY(const std::optional<RelayPlace> theirs, partner_place(impl, row));
  if (theirs && equal(theirs->key.view(), here)) return false;
  // Whoever joined later is let in only where the founder has filled the log, and the founder waits
  // for him. (Nobody comes back to a relay, where he could be let in without that.)
  return row.me() == kFounder;
}

Result<bool> was_left(ReplicaImpl& impl, const SignKey& key) {
  KITH_TRY(const Bytes left, meta(impl, kLeftSetting));
  for (std::size_t at = 0; at + SignKey::kSize <= left.size(); at += SignKey::kSize) {
    if (equal(BytesView(left).subspan(at, SignKey::kSize), key.view())) return true;
  }
  for (const auto& [number, row] : impl.spaces) {
    KITH_TRY(std::vector<MoveWord> theirs, said(impl, row, false));
    for (std::size_t i = 0; i + 1 < theirs.size(); ++i) {
      if (theirs[i].place.key == key && theirs.back().place.key != key) return true;
    }
  }
  return false;
}

}  // namespace kith::client
