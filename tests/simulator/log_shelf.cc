#include "log_shelf.h"

namespace kith::simulator {
namespace {

template <typename Map, typename Key>
std::optional<typename Map::mapped_type> look_up(const Map& map, const Key& key) {
  const auto at = map.find(key);
  return at == map.end() ? std::optional<typename Map::mapped_type>() : std::optional(at->second);
}

}  // namespace

Result<std::optional<relay::SpaceState>> LogShelf::space(const SpaceId& space) const {
  return look_up(rows.spaces, space);
}

Result<relay::AuthorEnd> LogShelf::author(const SpaceId& space, const SignKey& author) const {
  return look_up(rows.authors, std::pair(space, author)).value_or(relay::AuthorEnd{});
}

Result<std::optional<std::uint64_t>> LogShelf::position_of(const SpaceId& space, BytesView who,
                                                           std::uint64_t sequence) const {
  return look_up(rows.index, std::tuple(space, to_bytes(who), sequence));
}

Result<std::optional<relay::StoredEntry>> LogShelf::entry(const SpaceId& space, std::uint64_t position) const {
  return look_up(rows.log, std::pair(space, position));
}

Result<std::vector<relay::StoredEntry>> LogShelf::read(const SpaceId& space, std::uint64_t after,
                                                       std::size_t most) const {
  std::vector<relay::StoredEntry> out;
  std::size_t size = 0;
  for (auto at = rows.log.lower_bound({space, after + 1}); at != rows.log.end() && at->first.first == space; ++at) {
    size += at->second.entry.size();
    if (!out.empty() && size > most) break;
    out.push_back(at->second);
  }
  return out;
}

std::vector<Result<void>> LogShelf::commit_all(const std::vector<const relay::Change*>& changes) {
  std::vector<Result<void>> out;
  for (const relay::Change* change : changes) out.push_back(commit_one(*change));
  return out;
}

Result<void> LogShelf::commit_one(const relay::Change& change) {
  const SpaceId& id = change.after.membership.space;
  const auto at = rows.spaces.find(id);
  const envelope::Head now = at == rows.spaces.end() ? envelope::Head{} : at->second.head;
  if (now != change.before) return fail(Code::CONFLICT, "the log has moved on");
  if (change.admission) KITH_CHECK(put_admission(*change.admission));
  for (const relay::NewEntry& fresh : change.entries) {
    const bool data = fresh.sequence != 0;
    rows.log[{id, fresh.stored.position}] = fresh.stored;
    rows.index[{id, to_bytes(data ? fresh.author.view() : fresh.id.view()), fresh.sequence}] = fresh.stored.position;
    if (data) rows.authors[{id, fresh.author}] = {fresh.sequence, fresh.id};
  }
  rows.spaces[id] = change.after;
  return {};
}

Result<std::optional<relay::MailboxContent>> LogShelf::mailbox(const MailboxId& mailbox, std::uint32_t slot) const {
  return look_up(rows.mailboxes, std::pair(mailbox, slot));
}

Result<void> LogShelf::put_mailbox(const MailboxId& mailbox, std::uint32_t slot,
                                   const relay::MailboxContent& content) {
  rows.mailboxes[{mailbox, slot}] = content;
  return {};
}

Result<std::optional<relay::Admission>> LogShelf::admission(const Hash& token) const {
  return look_up(rows.admissions, token);
}

Result<std::vector<std::pair<Hash, relay::Admission>>> LogShelf::admissions() const {
  return std::vector<std::pair<Hash, relay::Admission>>(rows.admissions.begin(), rows.admissions.end());
}

Result<void> LogShelf::put_admission(const relay::AdmissionStep& step) {
  if (look_up(rows.admissions, step.token) != step.before) return fail(Code::CONFLICT, "the admission has moved on");
  rows.admissions[step.token] = step.after;
  return {};
}

Result<std::uint64_t> LogShelf::sweep_mailboxes(std::int64_t now_ms, std::size_t most) {
  std::erase_if(rows.mailboxes, [&](const auto& row) { return row.second.expires_ms <= now_ms && most > 0 && most-- > 0; });
  return rows.mailboxes.size();
}

}  // namespace kith::simulator
