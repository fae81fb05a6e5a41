#include "lie.h"

#include <algorithm>

namespace kith::simulator {
namespace {

using envelope::AppendReply;
using envelope::AppendResult;
using envelope::Verdict;

// Every row of the log of `space`, or of another one.
Bytes entry_of(const Host& host, const SpaceId& space, bool other, unsigned which) {
  std::vector<BytesView> all;
  for (const auto& [key, stored] : host.rows().log) {
    if ((key.first == space) != other) all.push_back(stored.entry);
  }
  return all.empty() ? Bytes() : to_bytes(all[which % all.size()]);
}

envelope::Head head_at(const Host& host, const SpaceId& space, std::uint64_t position) {
  const auto at = host.rows().log.find({space, position});
  return at == host.rows().log.end() ? envelope::log_start(space) : envelope::Head{position, at->second.running};
}

void hold_back(const Lie& lie, envelope::Page& page) { page.rows.resize(lie.row % (page.rows.size() + 1)); }

void show_older(const Lie& lie, const Host& host, const SpaceId& space, std::uint64_t after, envelope::Page& page) {
  hold_back(lie, page);
  std::uint64_t position = after + page.rows.size();
  if (page.rows.empty()) position = position > lie.byte % 4 ? position - lie.byte % 4 : 0;
  page.head = host.sign(space, head_at(host, space, position));
}

// A signed head that the log has not reached.
void promise_more(const Host& host, const SpaceId& space, envelope::Page& page) {
  page.head = host.sign(space, {page.head.head.position + 5, page.head.head.running});
}

void spoil_rows(const Lie& lie, const Host& host, const SpaceId& space, envelope::Page& page) {
  if (page.rows.empty()) return;
  const std::size_t at = lie.row % page.rows.size();
  const std::size_t other = (at + 1 + lie.byte) % page.rows.size();
  Bytes& entry = page.rows[at].entry;
  if (lie.what == Lying::drop) page.rows.erase(page.rows.begin() + static_cast<std::ptrdiff_t>(at));
  if (lie.what == Lying::swap) std::swap(page.rows[at], page.rows[other]);
  if (lie.what == Lying::flip) entry[lie.byte % entry.size()] ^= 1;
  if (lie.what == Lying::replay) entry = entry_of(host, space, false, lie.byte);
  if (lie.what == Lying::foreign) entry = entry_of(host, space, true, lie.byte);
  if (lie.what == Lying::reverse) std::reverse(page.rows.begin(), page.rows.end());
  if (lie.what == Lying::repeat) page.rows.push_back(page.rows[at]);
}

Verdict verdict_of(Lying what) {
  if (what == Lying::says_wait) return Verdict::wait;
  if (what == Lying::says_stale) return Verdict::stale;
  return what == Lying::says_taken ? Verdict::taken : Verdict::refused;
}

// What the log would be with these entries, without keeping one of them.
AppendReply counted_nowhere(const Host& host, const SpaceId& space, const std::vector<Bytes>& entries) {
  AppendReply out;
  envelope::Head head = host.head(space);
  for (const Bytes& entry : entries) {
    head = envelope::log_next(head, envelope::entry_hash(entry));
    out.results.push_back({Verdict::counted, head.position, Code{}, {}});
  }
  out.head = host.sign(space, head);
  return out;
}

}  // namespace

void spoil_page(const Lie& lie, const Host& host, const SpaceId& space, std::uint64_t after, envelope::Page& page) {
  if (lie.what == Lying::hold_back) hold_back(lie, page);
  if (lie.what == Lying::older_head) show_older(lie, host, space, after, page);
  if (lie.what == Lying::longer_head) promise_more(host, space, page);
  if (lie.what == Lying::spoil_signature) page.head.signature.bytes[lie.byte % Signature::kSize] ^= 1;
  spoil_rows(lie, host, space, page);
}

std::optional<AppendReply> false_reply(const Lie& lie, const Host& host, const SpaceId& space,
                                       const std::vector<Bytes>& entries) {
  if (lie.what == Lying::takes_nothing) return counted_nowhere(host, space, entries);
  if (lie.what < Lying::says_refused) return std::nullopt;
  AppendReply out;
  AppendResult result{verdict_of(lie.what), 1 + lie.row, Code::GAP, {}};
  if (lie.what == Lying::says_taken) result.stored = entry_of(host, space, false, lie.byte);
  out.results.push_back(std::move(result));
  out.head = host.sign(space, host.head(space));
  return out;
}

}  // namespace kith::simulator
