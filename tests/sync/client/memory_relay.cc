#include "memory_relay.h"

namespace kith::testing {

using client::AppendReply;
using client::AppendResult;
using client::Verdict;

AppendResult MemoryRelay::take(const SpaceId& id, BytesView bytes) {
  AppendResult out;
  const auto parsed = envelope::parse_entry(bytes);
  if (!parsed.ok()) return {Verdict::refused, 0, parsed.error().code, {}};
  if (!envelope::check_signature(*parsed).ok()) return {Verdict::refused, 0, Code::BAD_SIGNATURE, {}};
  Space& space = spaces[id];
  const Hash hash = envelope::entry_hash(bytes);
  const envelope::EntryHeader& header = parsed->header;
  const auto place = space.places.find({header.author, header.sequence});
  if (header.sequence != 0 && place != space.places.end()) {
    const Bytes& stored = space.entries[place->second - 1];
    if (equal(stored, bytes)) return {Verdict::known, place->second, Code{}, {}};
    return {Verdict::taken, place->second, Code{}, stored};
  }
  for (std::size_t i = 0; i < space.entries.size(); ++i) {
    if (equal(space.entries[i], bytes)) return {Verdict::known, i + 1, Code{}, {}};
  }
  if (header.kind == envelope::EntryKind::membership) {
    const auto body = envelope::parse_membership(*parsed);
    if (!body.ok()) return {Verdict::refused, 0, body.error().code, {}};
    const auto [last, last_hash] = space.authors[header.author];
    const auto* renewal = std::get_if<envelope::RenewAction>(&body->action);
    const bool late = !space.entries.empty() && (!envelope::follows(space.membership, *body) ||
                                                 (renewal != nullptr && renewal->cut.sequence < last));
    const bool asks_again = space.membership.is_active(header.author) ||
                            std::holds_alternative<envelope::DecideForkAction>(body->action);
    if (late && asks_again) return {Verdict::stale, 0, Code{}, {}};
    auto next = envelope::apply(space.entries.empty() ? nullptr : &space.membership, *parsed,
                                {space.entries.size() + 1, {last, last_hash}});
    if (!next.ok()) return {Verdict::refused, 0, next.error().code, {}};
    space.membership = *next;
  } else {
    const auto counts = envelope::check_counts(space.membership, header);
    if (!counts.ok()) return {counts.error().code == Code::WRONG_EPOCH ? Verdict::stale : Verdict::refused, 0, counts.error().code, {}};
    auto& [last, last_hash] = space.authors[header.author];
    if (!envelope::goes_on({last, last_hash}, header)) return {Verdict::refused, 0, Code::GAP, {}};
    if (header.seen.position >= space.heads.size() || space.heads[header.seen.position] != header.seen) {
      return {Verdict::stale, 0, Code{}, {}};
    }
    last = header.sequence;
    last_hash = hash;
  }
  if (space.heads.empty()) space.heads.push_back(envelope::log_start(id));
  space.entries.push_back(to_bytes(bytes));
  space.heads.push_back(envelope::log_next(space.heads.back(), hash));
  if (header.sequence != 0) space.places[{header.author, header.sequence}] = space.entries.size();
  return {Verdict::counted, space.entries.size(), Code{}, {}};
}

Result<void> RelayTransport::reach() {
  ++relay_->calls;
  if (relay_->offline) return fail(Code::OFFLINE, "the relay cannot be reached");
  return {};
}

Result<MemoryRelay::Space*> RelayTransport::space(const SpaceId& id) {
  KITH_CHECK(reach());
  const auto at = relay_->spaces.find(id);
  const auto who = let_in_.find(id);
  if (at == relay_->spaces.end() || who == let_in_.end() || at->second.end_for(who->second) == 0) {
    return fail(Code::PERMISSION_DENIED, "no such space here");
  }
  return &at->second;
}

// How far a device may read: to the end, or to the entry that ended it; 0 for a stranger.
std::uint64_t MemoryRelay::Space::end_for(const SignKey& device) const {
  if (membership.is_active(device)) return entries.size();
  const auto end = membership.ended_at.find(device);
  return end == membership.ended_at.end() ? 0 : end->second;
}

Result<SignKey> RelayTransport::relay_key() {
  KITH_CHECK(reach());
  return relay_->key();
}

Result<std::vector<bool>> RelayTransport::authenticate(const std::vector<client::Identity>& identities) {
  KITH_CHECK(reach());
  std::vector<bool> out;
  for (const client::Identity& identity : identities) {
    const auto at = relay_->spaces.find(identity.space);
    const envelope::DeviceKeys* device =
        at == relay_->spaces.end() ? nullptr : at->second.membership.by_transport(identity.device->key);
    if (device != nullptr) let_in_[identity.space] = device->sign;
    out.push_back(device != nullptr);
  }
  return out;
}

Result<AppendReply> RelayTransport::create_space(BytesView, BytesView founding_entry,
                                                 const std::vector<Bytes>& following) {
  KITH_CHECK(reach());
  kith::append(relay_->wire, founding_entry);
  KITH_TRY(const envelope::EntryView entry, envelope::parse_entry(founding_entry));
  AppendReply reply;
  reply.results.push_back(relay_->take(entry.header.space, founding_entry));
  if (relay_->spaces[entry.header.space].heads.empty()) return fail(reply.results.back().code, "not a founding");
  for (const Bytes& one : following) reply.results.push_back(relay_->take(entry.header.space, one));
  reply.head = relay_->sign(entry.header.space, relay_->spaces[entry.header.space].heads.back());
  if (relay_->on_create) relay_->on_create(reply);
  return reply;
}

Result<AppendReply> RelayTransport::append(const SpaceId& id, const std::vector<Bytes>& entries) {
  KITH_TRY(MemoryRelay::Space* const found, space(id));
  if (!found->membership.is_active(let_in_[id])) return fail(Code::PERMISSION_DENIED, "no such space here");
  if (relay_->append_offline) return fail(Code::OFFLINE, "the relay cannot be reached");
  AppendReply reply;
  for (const Bytes& entry : entries) {
    kith::append(relay_->wire, entry);
    const auto header = envelope::parse_entry(entry);
    if (header.ok() && header->header.sequence != 0) {
      relay_->handed_over[{header->header.author, header->header.sequence}].insert(envelope::entry_hash(entry));
    }
    reply.results.push_back(relay_->take(id, entry));
    const Verdict verdict = reply.results.back().verdict;
    if (verdict != Verdict::counted && verdict != Verdict::known) break;
  }
  reply.head = relay_->sign(id, found->heads.back());
  if (relay_->on_append) relay_->on_append(reply);
  return reply;
}

Result<client::Page> RelayTransport::fetch(const SpaceId& id, std::uint64_t after) {
  KITH_TRY(MemoryRelay::Space* const found, space(id));
  client::Page page;
  const std::uint64_t end = found->end_for(let_in_[id]);
  for (std::uint64_t i = after; i < end; ++i) page.rows.push_back({i + 1, 0, found->entries[i]});
  page.head = relay_->sign(id, found->heads[end]);
  if (relay_->on_fetch) relay_->on_fetch(id, page);
  return page;
}

Result<envelope::SignedHead> RelayTransport::head_at(const SpaceId& id, std::uint64_t position) {
  if (relay_->head_at_offline) return fail(Code::OFFLINE, "the relay cannot be reached");
  KITH_TRY(MemoryRelay::Space* const found, space(id));
  if (position >= found->heads.size()) return fail(Code::NOT_FOUND, "no such position");
  envelope::SignedHead head = relay_->sign(id, found->heads[position]);
  if (relay_->on_head_at) relay_->on_head_at(head);
  return head;
}

Result<client::SpaceView> RelayTransport::inspect(const SpaceId& id) {
  KITH_TRY(MemoryRelay::Space* const found, space(id));
  client::SpaceView view;
  view.space = id;
  view.position = found->entries.size();
  return view;
}

Result<std::unique_ptr<client::LiveStream>> RelayTransport::live(const std::vector<SpaceId>&) {
  return fail(Code::UNSUPPORTED, "this relay has no live stream");
}

Result<bool> RelayTransport::mailbox_put(const MailboxId& mailbox, std::uint32_t slot, BytesView content, std::int64_t) {
  KITH_CHECK(reach());
  kith::append(relay_->wire, content);
  const auto [at, fresh] = relay_->mailboxes.try_emplace({mailbox, slot}, to_bytes(content));
  return fresh || equal(at->second, content);
}

Result<std::optional<Bytes>> RelayTransport::mailbox_get(const MailboxId& mailbox, std::uint32_t slot) {
  KITH_CHECK(reach());
  const auto at = relay_->mailboxes.find({mailbox, slot});
  return at == relay_->mailboxes.end() ? std::optional<Bytes>() : std::optional(at->second);
}

}  // namespace kith::testing
