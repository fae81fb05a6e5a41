#include "exchange/walker.h"

#include <algorithm>

#include "kith/protocol/epoch.h"
#include "kith/protocol/merge.h"
#include "kith/protocol/sealing.h"

namespace kith::client {

using changelog::Table;

Walker::Walker(ReplicaImpl& impl, const SpaceRow& from) : row(from.clone()), impl_(impl), start_(from.head) {
  heads_[start_.position] = start_;
}

Result<Step> Walker::step(BytesView entry) { return walk(entry, true); }
Result<Step> Walker::step_ahead(BytesView entry) { return walk(entry, false); }

Result<Step> Walker::walk(BytesView bytes, bool placed) {
  fault = {Code::INTERNAL, "", {}, row.head.position + 1, to_bytes(bytes), {}};
  auto parsed = envelope::parse_entry(bytes);
  if (!parsed.ok()) return parsed.error();
  const envelope::EntryView& entry = *parsed;
  fault.author = entry.header.author;
  if (entry.header.space != row.id()) return fail(Code::WRONG_CONTEXT, "an entry of another space");
  KITH_CHECK(envelope::check_signature(entry));
  const Hash id = envelope::entry_hash(bytes);
  if (entry.header.kind == envelope::EntryKind::membership && !placed) {
    return fail(Code::BAD_MEMBERSHIP, "a membership entry beyond a broken place");
  }
  KITH_TRY(const Step step, entry.header.kind == envelope::EntryKind::membership ? walk_membership(entry)
                                                                                 : walk_data(entry, id, placed));
  if (placed) {
    row.head = envelope::log_next(row.head, id);
    heads_[row.head.position] = row.head;
    entries_.emplace_back(row.head.position, to_bytes(bytes));
  }
  return step;
}

Result<Step> Walker::walk_membership(const envelope::EntryView& entry) {
  const envelope::Membership* before = row.membership.epoch == 0 ? nullptr : &row.membership;
  KITH_TRY(const envelope::MembershipBody body, envelope::parse_membership(entry));
  envelope::ChainEnd end;
  if (std::holds_alternative<envelope::RenewAction>(body.action)) {
    KITH_TRY(end, chain_end(entry.header.author));
  }
  KITH_TRY(envelope::Membership next, envelope::apply(before, entry, end));
  KITH_TRY(const bool here, decided_here(entry, body));
  std::swap(row.membership, next);
  // What this device made here it has the epoch of; but what it goes on under is in no row yet.
  auto taken = here ? Result<void>() : take_epoch(body);
  if (!taken.ok()) {
    std::swap(row.membership, next);
    return std::move(taken).error();
  }
  membership_changed = true;
  if (here) spent_outbox_.push_back(outbox_key(row.number, 0));
  settle_renewal(entry, body);
  return Step::applied;
}

Result<void> Walker::take_epoch(const envelope::MembershipBody& body) {
  if (!body.epoch_start) return {};
  const auto* add = std::get_if<envelope::AddMemberAction>(&body.action);
  if (add != nullptr && add->device.sign == row.device.key) {
    KITH_TRY(protocol::JoinGift gift, protocol::open_join(row.id(), add->sealed_for_joiner, row.agree, row.join_secret));
    if (gift.epoch != body.epoch_start->epoch || gift.before != row.head) {
      return fail(Code::ROLLBACK, "the inviter saw another history before adding this device");
    }
    row.space_secret = std::move(gift.space_secret);
    row.join_secret = Secret();
    // The inviter adds nobody before he confirmed the digits himself.
    row.partner_confirmed = true;
  }
  if (row.joining()) return {};  // an epoch from before this device came
  const auto* renewal = std::get_if<envelope::RenewAction>(&body.action);
  const bool goes_on = renewal != nullptr && row.renewal && renewal->device.sign == row.renewal->device.key;
  KITH_TRY(Secret secret, protocol::open_epoch(row.id(), *body.epoch_start,
                                               goes_on ? row.renewal->device.key : row.device.key,
                                               goes_on ? row.renewal->agree : row.agree, row.space_secret));
  row.epochs[body.epoch_start->epoch] = std::move(secret);
  return {};
}

// The head an author names lies below his entry and is the one this log has there.
Result<void> Walker::check_seen(const envelope::EntryHeader& header, bool placed) {
  const std::uint64_t position = header.seen.position;
  if (position > row.head.position) {
    return placed ? Result<void>(fail(Code::GAP, "an entry that follows a head this log has not reached")) : Result<void>();
  }
  envelope::Head known;
  const auto here = heads_.find(position);
  if (here != heads_.end()) {
    known = here->second;
  } else if (position == 0) {
    known = envelope::log_start(row.id());
  } else {
    KITH_TRY(const auto stored, impl_.store.find(Table::entry, entry_key_of(row.number, position)));
    if (!stored) return corrupt("an entry of the log is missing");
    KITH_TRY(const EntryRow entry, decode_entry_row(*stored));
    known = {position, entry.running};
  }
  if (known.running != header.seen.running) {
    return fail(Code::FORK, "an author has seen another history of this space");
  }
  return {};
}

void Walker::remember(const Placed& place) {
  placed_.push_back(place);
  walked_[{place.author, place.sequence}] = {place.hash, place.position};
}

Result<Step> Walker::walk_data(const envelope::EntryView& entry, const Hash& id, bool placed) {
  const envelope::EntryHeader& header = entry.header;
  const Placed place{header.author, header.sequence, id, placed ? row.head.position + 1 : 0};
  KITH_TRY(const auto seen, author_entry(header.author, header.sequence));
  if (seen) {
    KITH_TRY(const Step step, known_or_twin(place, *seen, header));
    if (placed) remember(place);
    return step;
  }
  KITH_CHECK(envelope::check_counts(row.membership, header));
  KITH_TRY(const bool here, written_here(entry));
  KITH_TRY(AuthorRow* const chain, author(header.author));
  if (header.sequence <= chain->sequence) return fail(Code::REPLAY, "an old number by this author");
  if (header.sequence != chain->sequence + 1 || header.previous != chain->hash) {
    return fail(Code::GAP, "an entry whose predecessor by the same author is missing");
  }
  KITH_CHECK(check_seen(header, placed));
  chain->sequence = header.sequence;
  chain->hash = id;
  remember(place);
  if (chain->stopped != Code{}) return Step::unreadable;
  const Secret* key = impl_.entry_key(row, header.epoch);
  if (key == nullptr) return Step::unreadable;
  auto body = protocol::open_data_entry(entry, *key);
  if (!body.ok()) {
    chain->stopped = body.error().code;
    author_faults.push_back(
        {body.error().code, body.error().message, header.author, place.position, to_bytes(entry.all), {}});
    return Step::unreadable;
  }
  KITH_CHECK(apply_body(entry, id, *body, here));
  return Step::applied;
}

void Walker::take_confirmation(const protocol::Body& body, const SignKey& author) {
  if (!body.confirmation || *body.confirmation != row.digits_hash) return;
  if (row.membership.member_of(author) != row.membership.member_of(row.device.key)) {
    row.partner_confirmed = true;
  } else {  // by this person, perhaps in a past that this vault had not kept
    row.confirmed = true;
    row.owes_confirmation = false;
  }
}

// `here`: this device wrote it, and what waited for it to count is done.
Result<void> Walker::apply_body(const envelope::EntryView& entry, const Hash& id, const protocol::Body& body,
                                bool here) {
  const SignKey& author = entry.header.author;
  take_confirmation(body, author);
  const auto same_member = [this](const SignKey& a, const SignKey& b) {
    return row.membership.member_of(a) == row.membership.member_of(b);
  };
  model::PutName name{*decltype(model::PutName::entry)::from(id.view().first(16)), 0};
  for (const protocol::Change& change : body.changes) {
    KITH_TRY(model::RecordState* const state, record({change.kind, change.record}));
    protocol::apply_change(*state, change, author, name, same_member);
    if (here) {
      spent_unsent_.push_back({row.number, change.kind, change.record, key_field(change), entry.header.sequence});
    }
    ++name.index;
  }
  if (here) spent_outbox_.push_back(outbox_key(row.number, entry.header.sequence));
  (here ? sent : received) += body.changes.size();
  return {};
}

Result<model::RecordState*> Walker::record(const RecordKey& key) {
  const auto at = records_.find(key);
  if (at != records_.end()) return &at->second;
  KITH_TRY(auto stored, impl_.counted(row.number, key.kind, key.id));
  model::RecordState& state = records_[key];
  if (stored) state = std::move(*stored);
  state.id = key.id;
  state.kind = key.kind;
  return &state;
}

Result<AuthorRow*> Walker::author(const SignKey& key) {
  const auto at = authors_.find(key);
  if (at != authors_.end()) return &at->second;
  KITH_TRY(const auto stored, impl_.store.find(Table::author, author_key(row.number, key)));
  AuthorRow chain;
  if (stored) {
    KITH_TRY(chain, decode_author(*stored));
  }
  return &authors_.emplace(key, chain).first->second;
}

Result<std::optional<AuthorEntry>> Walker::author_entry(const SignKey& key, std::uint64_t sequence) {
  const auto walked = walked_.find({key, sequence});
  if (walked != walked_.end()) return std::optional(walked->second);
  KITH_TRY(const auto stored, impl_.store.find(Table::author, author_entry_key(row.number, key, sequence)));
  if (!stored) return std::optional<AuthorEntry>();
  KITH_TRY(const AuthorEntry entry, decode_author_entry(*stored));
  return std::optional(entry);
}

Result<void> Walker::finish(std::uint64_t confirmed, const std::optional<envelope::SignedHead>& head,
                            changelog::Batch& batch) {
  for (const auto& [position, entry] : entries_) {
    if (position > confirmed) continue;
    batch.put(Table::entry, entry_key_of(row.number, position), encode_entry_row(heads_.at(position).running, entry));
  }
  for (const Placed& place : placed_) {
    const std::uint64_t position = place.position <= confirmed ? place.position : 0;
    batch.put(Table::author, author_entry_key(row.number, place.author, place.sequence),
              encode_author_entry({place.hash, position}));
  }
  for (const auto& [key, chain] : authors_) batch.put(Table::author, author_key(row.number, key), encode_author(chain));
  for (const auto& [key, state] : records_) {
    batch.put(Table::record, record_key(row.number, key.kind, key.id), encode_state(state));
  }
  for (const Bytes& key : spent_outbox_) batch.erase(Table::outbox, key);
  for (const UnsentKey& key : spent_unsent_) batch.erase(Table::unsent, unsent_key(key));
  row.head = heads_.at(confirmed);
  if (head) row.signed_head = head;
  return {};
}

}  // namespace kith::client
