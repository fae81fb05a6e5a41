#include "rules/appending.h"

namespace kith::relay {
namespace {

using envelope::AppendResult;
using envelope::EntryKind;
using envelope::EntryView;
using envelope::Verdict;

AppendResult refused(Code code) { return {Verdict::refused, 0, code, {}}; }
AppendResult stale() { return {Verdict::stale, 0, Code{}, {}}; }

}  // namespace

Appending::Appending(const LogStore& store, const SpaceId& space, const SpaceState* now, std::int64_t now_ms,
                     std::uint64_t most_bytes)
    : store_(store), space_(space), is_new_(now == nullptr), now_ms_(now_ms), most_bytes_(most_bytes) {
  if (now != nullptr) {
    change_.before = now->head;
    change_.after = *now;
  } else {
    change_.after.created_ms = now_ms;
    change_.after.head = envelope::log_start(space);
  }
}

Result<AppendResult> Appending::take(BytesView bytes) {
  const auto entry = envelope::parse_entry(bytes);
  if (!entry) return refused(entry.error().code);
  if (entry->header.space != space_) return refused(Code::WRONG_CONTEXT);
  const Hash id = envelope::entry_hash(bytes);
  KITH_TRY(auto verdict, known(*entry, id));
  // Whoever sends once more what is stored byte by byte is not worth a signature: it was checked when it came.
  if (verdict && verdict->verdict == Verdict::known) return *std::move(verdict);
  if (!envelope::check_signature(*entry)) return refused(Code::BAD_SIGNATURE);
  if (verdict) return *std::move(verdict);
  const bool data = entry->header.kind == EntryKind::data;
  KITH_TRY(verdict, data ? check_data(*entry) : check_membership(*entry));
  if (verdict) return *std::move(verdict);
  count(*entry, id);
  return AppendResult{Verdict::counted, change_.after.head.position, Code{}, {}};
}

// By number for data, by id for membership: the same bytes get the same answer for ever.
Result<std::optional<AppendResult>> Appending::known(const EntryView& entry, const Hash& id) {
  const bool data = entry.header.kind == EntryKind::data;
  for (const NewEntry& fresh : change_.entries) {
    const bool same = data ? fresh.author == entry.header.author && fresh.sequence == entry.header.sequence
                           : fresh.id == id;
    if (!same) continue;
    // An id says nothing of the body: its hash is in the part that the signature is over, which nobody has checked.
    if (equal(fresh.stored.entry, entry.all)) return std::optional(AppendResult{Verdict::known, fresh.stored.position, Code{}, {}});
    return std::optional(AppendResult{Verdict::taken, fresh.stored.position, Code{}, fresh.stored.entry});
  }
  KITH_TRY(const auto position, store_.position_of(space_, data ? entry.header.author.view() : id.view(),
                                                   entry.header.sequence));
  if (!position) return std::optional<AppendResult>();
  KITH_TRY(const auto stored, store_.entry(space_, *position));
  if (!stored) return fail(Code::STORE_CORRUPT, "an entry that the index names is missing");
  if (equal(stored->entry, entry.all)) return std::optional(AppendResult{Verdict::known, *position, Code{}, {}});
  return std::optional(AppendResult{Verdict::taken, *position, Code{}, stored->entry});
}

Result<bool> Appending::is_ours(const envelope::Head& seen) {
  if (seen.position > change_.after.head.position) return false;
  if (seen.position == 0) return seen == envelope::log_start(space_);
  const std::uint64_t base = change_.entries.empty() ? change_.after.head.position
                                                     : change_.entries.front().stored.position - 1;
  if (seen.position > base) return change_.entries[seen.position - base - 1].stored.running == seen.running;
  KITH_TRY(const auto stored, store_.entry(space_, seen.position));
  return stored && stored->running == seen.running;
}

Result<std::optional<AppendResult>> Appending::check_membership(const EntryView& entry) {
  SpaceState& after = change_.after;
  if (is_new_ && change_.entries.empty()) {
    auto founded = envelope::apply(nullptr, entry);
    if (!founded) return std::optional(refused(founded.error().code));
    after.membership = *std::move(founded);
    ends_ = false;
    return std::optional<AppendResult>();
  }
  const auto body = envelope::parse_membership(entry);
  if (!body) return std::optional(refused(body.error().code));
  // A leave counts whatever its author had seen: it overtakes everything, and no branch undoes it.
  const bool leave = std::holds_alternative<envelope::LeaveAction>(body->action);
  KITH_TRY(const bool ours, is_ours(entry.header.seen));
  KITH_TRY(const AuthorEnd end, author(entry.header.author));
  const auto* renewal = std::get_if<envelope::RenewAction>(&body->action);
  // Somebody else was quicker, or this log lacks what the author saw. A renewal that was made
  // before the last entry under the key it ends is one that its author has to make again.
  const bool late = !envelope::follows(after.membership, *body) ||
                    (renewal != nullptr && renewal->cut.sequence < end.sequence);
  // Whoever decides over a fork may be somebody whom this log does not know before that.
  const bool asks_again = after.membership.is_active(entry.header.author) ||
                          std::holds_alternative<envelope::DecideForkAction>(body->action);
  if ((!ours && !leave) || (late && asks_again)) return std::optional(stale());
  auto next = envelope::apply(&after.membership, entry, {after.head.position + 1, {end.sequence, end.id}});
  if (!next) return std::optional(refused(next.error().code));
  after.membership = *std::move(next);
  ends_ = ends_ && (leave || renewal != nullptr);
  return std::optional<AppendResult>();
}

Result<std::optional<AppendResult>> Appending::check_data(const EntryView& entry) {
  if (is_new_) return std::optional(refused(Code::BAD_MEMBERSHIP));
  const envelope::EntryHeader& header = entry.header;
  const auto counts = envelope::check_counts(change_.after.membership, header);
  if (!counts) {
    return std::optional(counts.error().code == Code::WRONG_EPOCH ? stale() : refused(counts.error().code));
  }
  KITH_TRY(const AuthorEnd end, author(header.author));
  if (!envelope::goes_on({end.sequence, end.id}, header)) return std::optional(refused(Code::GAP));
  KITH_TRY(const bool ours, is_ours(header.seen));
  if (!ours) return std::optional(stale());
  // Each member has room of his own: nobody's can be filled by another.
  const std::uint32_t member = change_.after.membership.member_of(header.author);
  const auto used = change_.after.data_bytes.find(member);
  if ((used == change_.after.data_bytes.end() ? 0 : used->second) + entry.all.size() > most_bytes_) {
    return std::optional(AppendResult{Verdict::wait, 0, Code{}, {}});
  }
  ends_ = false;
  return std::optional<AppendResult>();
}

Result<AuthorEnd> Appending::author(const SignKey& key) {
  const auto at = authors_.find(key);
  if (at != authors_.end()) return at->second;
  return store_.author(space_, key);
}

void Appending::count(const EntryView& entry, const Hash& id) {
  SpaceState& after = change_.after;
  after.head = envelope::log_next(after.head, id);
  after.stored_bytes += entry.all.size();
  const envelope::EntryHeader& header = entry.header;
  if (header.sequence != 0) after.data_bytes[after.membership.member_of(header.author)] += entry.all.size();
  if (header.sequence != 0) authors_[header.author] = {header.sequence, id};
  change_.ends = ends_;
  change_.entries.push_back({header.author, header.sequence, id,
                             {after.head.position, now_ms_, after.head.running, to_bytes(entry.all)}});
}

}  // namespace kith::relay
