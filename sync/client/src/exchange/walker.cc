#include "exchange/walker.h"

#include <algorithm>

#include "kith/protocol/epoch.h"

namespace kith::client {

using changelog::Table;
using envelope::EntryView;

Walker::Walker(ReplicaImpl& impl, const SpaceRow& from) : row(from.clone()), impl_(impl), start_(from.head) {
  heads_[start_.position] = start_;
}

Result<Step> Walker::step(BytesView bytes) {
  const MutexLock lock(impl_.mu);
  // Of what is no entry, or is signed by nobody, only a few bytes are kept: anybody can make it.
  fault = {Code::INTERNAL, "", {}, row.head.position + 1, {}, {}};
  KITH_TRY(const EntryView entry, envelope::parse_entry(bytes));
  if (entry.header.space != row.id()) return fail(Code::WRONG_CONTEXT, "an entry of another space");
  KITH_CHECK(envelope::check_signature(entry));
  // From here on its author has said it, and the proof shows so.
  fault.author = entry.header.author;
  fault.proof = to_bytes(entry.proof());
  const Hash id = envelope::entry_hash(bytes);
  const bool membership = entry.header.kind == envelope::EntryKind::membership;
  KITH_TRY(const Step step, membership ? walk_membership(entry) : walk_data(entry, id));
  row.head = envelope::log_next(row.head, id);
  heads_[row.head.position] = row.head;
  entries_.emplace_back(row.head.position, to_bytes(bytes));
  return step;
}

Result<std::vector<AheadChange>> Walker::step_ahead(const EntryView& entry) {
  const MutexLock lock(impl_.mu);
  const envelope::EntryHeader& header = entry.header;
  if (header.kind == envelope::EntryKind::membership) return fail(Code::BAD_MEMBERSHIP, "a membership entry behind a broken place");
  KITH_CHECK(envelope::check_counts(row.membership, header));
  if (header.author == row.device.key) return std::vector<AheadChange>();  // it lies on top already, or is no news
  KITH_TRY(AuthorRow* const chain, author(header.author));
  KITH_CHECK(check_chain(*chain, header));
  KITH_TRY(Said said, read_said(impl_, row, entry, model::kUnplaced));
  chain->sequence = header.sequence;
  chain->hash = envelope::entry_hash(entry.all);
  return std::move(said.changes);
}

Result<Step> Walker::walk_membership(const EntryView& entry) {
  const envelope::Membership* before = row.membership.epoch == 0 ? nullptr : &row.membership;
  KITH_TRY(const envelope::MembershipBody body, envelope::parse_membership(entry));
  envelope::Place place{row.head.position + 1, {}};
  KITH_TRY(const AuthorRow* const chain, author(entry.header.author));
  place.end = {chain->sequence, chain->hash};
  KITH_TRY(envelope::Membership next, envelope::apply(before, entry, place));
  KITH_TRY(const bool here, decided_here(entry, body));
  KITH_CHECK(check_decision(body, next));
  std::swap(row.membership, next);
  // What this device made here it has the epoch of; but what it goes on under is in no row yet.
  // But for what a lost branch had started: its secret was put apart.
  if (!here || (body.epoch_start && !row.epochs.contains(body.epoch_start->epoch))) {
    const auto taken = take_epoch(entry, body);
    if (!taken.ok()) {  // the inviter lied about the history, or the relay does: nothing of it is believed
      std::swap(row.membership, next);
      return taken.error();
    }
  }
  if (here) {  // but for one of a lost branch that is shown again: what waits now is another
    KITH_TRY(const auto waits, impl_.store.find(Table::outbox, outbox_key(row.number, 0)));
    if (waits && equal(*waits, entry.all)) spent_outbox_.push_back(outbox_key(row.number, 0));
  }
  const auto* grant = std::get_if<envelope::GrantAction>(&body.action);
  if (grant != nullptr && entry.header.author == row.device.key) row.asked.erase(grant->epoch);
  settle_keys(entry, body, next);
  spend_lost(envelope::entry_hash(entry.all));
  settle_fork(body);
  if (!std::holds_alternative<envelope::LeaveAction>(body.action)) return Step::applied;
  if (entry.header.author == row.device.key) {  // all that waited to be said with it or before it
    for (const std::uint64_t slot : {kLeaveSlot, kLeaveSlot + 1}) spent_outbox_.push_back(outbox_key(row.number, slot));
  }
  return read(entry, envelope::entry_hash(entry.all), false);
}

// True when this device has the secret of the epoch that began, or has no need of it.
Result<bool> Walker::take_epoch(const EntryView& entry, const envelope::MembershipBody& body) {
  if (const auto* grant = std::get_if<envelope::GrantAction>(&body.action)) {
    take_grant(entry, *grant);
    return true;
  }
  if (!body.epoch_start) return true;
  const auto* add = std::get_if<envelope::AddMemberAction>(&body.action);
  if (add != nullptr && add->device.sign == row.device.key) {
    KITH_TRY(const bool mine, take_addition(*add, *body.epoch_start));
    if (!mine) put_aside(entry, Code::BAD_CIPHERTEXT, "the inviter's part for this device does not open");
    return mine;
  }
  if (!row.joining()) take_start(entry, body);  // else an epoch from before this device came
  return true;
}

Result<bool> Walker::take_addition(const envelope::AddMemberAction& add, const envelope::EpochStart& start) {
  auto gift = protocol::open_join(row.id(), add.sealed_for_joiner, row.agree, row.join_secret);
  if (!gift.ok()) return false;
  if (gift->epoch != start.epoch || gift->before != row.head) {
    return fail(Code::ROLLBACK, "the inviter saw another history before adding this device");
  }
  // The gift holds the epoch's secret too, so a wrap that does not open beside it costs nothing.
  if (protocol::epoch_check(row.id(), gift->epoch, gift->epoch_secret) != start.check) return false;
  row.epochs[gift->epoch] = std::move(gift->epoch_secret);
  row.space_secret = std::move(gift->space_secret);
  row.join_secret = Secret();
  // The inviter adds nobody before he confirmed the digits himself.
  row.partner_confirmed = true;
  return true;
}

void Walker::take_start(const EntryView& entry, const envelope::MembershipBody& body) {
  // Of a log that learns of this device by the decision only: who missed an epoch until then is granted it.
  // What a decision of its own had for that number came too late.
  if (row.deciding() && !row.membership.is_active(row.device.key)) {
    row.epochs.erase(body.epoch_start->epoch);
    return;
  }
  const bool goes_on = row.renewal && row.membership.is_active(row.renewal->device.key);
  auto secret = protocol::open_epoch(row.id(), *body.epoch_start, goes_on ? row.renewal->device.key : row.device.key,
                                     goes_on ? row.renewal->agree : row.agree, row.space_secret);
  if (secret.ok()) {
    row.epochs[body.epoch_start->epoch] = *std::move(secret);
  } else {
    // This device answers by starting the next epoch (outgoing.h); nobody waits for whoever wrapped badly.
    row.epochs.erase(body.epoch_start->epoch);  // a start of its own that came too late
    put_aside(entry, secret.error().code, "the secret of an epoch does not open for this device");
  }
}

Result<Bytes> Walker::entry_at(std::uint64_t position) const {
  const auto fresh = std::find_if(entries_.begin(), entries_.end(), [&](const auto& one) { return one.first == position; });
  if (fresh != entries_.end()) return fresh->second;
  KITH_TRY(EntryRow stored, stored_entry(impl_.store, row.number, position));
  return std::move(stored.entry);
}

Result<void> Walker::take_told(const protocol::PutAside& aside) {
  told.push_back(aside);
  // One entry is looked at once a page, however often somebody says that he could not read it.
  if (aside.code != Code::WRONG_EPOCH || !looked_at_.insert(aside.sequence).second) return {};
  KITH_TRY(const auto place, author_entry(aside.author, aside.sequence));
  if (!place) return {};  // of a number that this device never used: nothing was missed
  KITH_TRY(const Bytes bytes, entry_at(place->position));
  KITH_TRY(const EntryView entry, envelope::parse_entry(bytes));
  row.asked.insert(entry.header.epoch);
  return {};
}

void Walker::take_grant(const EntryView& entry, const envelope::GrantAction& grant) {
  if (grant.wrap.device != row.device.key || row.joining() || row.epochs.contains(grant.epoch)) return;
  const auto check = row.membership.checks.find(grant.epoch);
  if (check == row.membership.checks.end()) return;
  auto secret = protocol::open_wrap(row.id(), grant.epoch, check->second, grant.wrap, row.agree, row.space_secret);
  if (secret.ok()) {
    row.epochs[grant.epoch] = *std::move(secret);  // what was put aside under it is read again after this page
  } else {
    put_aside(entry, secret.error().code, "a granted epoch does not open for this device");
  }
}

Result<bool> Walker::names_this_log(const envelope::EntryHeader& header) {
  const auto here = heads_.find(header.seen.position);  // of this page, which is not stored yet
  if (here != heads_.end()) return here->second == header.seen;
  return has_head(impl_.store, row, header.seen);
}

// The next number of the chain, or a later one that says that all between are void.
Result<void> Walker::check_chain(const AuthorRow& chain, const envelope::EntryHeader& header) const {
  if (header.sequence <= chain.sequence) return fail(Code::REPLAY, "an old or void number by this author");
  if (!envelope::goes_on({chain.sequence, chain.hash}, header)) {
    return fail(Code::GAP, "an entry whose predecessor by the same author is missing");
  }
  return {};
}

Result<Step> Walker::walk_data(const EntryView& entry, const Hash& id) {
  const envelope::EntryHeader& header = entry.header;
  const Placed place{header.author, header.sequence, id, row.head.position + 1};
  KITH_TRY(const auto seen, author_entry(header.author, header.sequence));
  if (seen) return known_or_twin(place, *seen, entry);
  KITH_CHECK(envelope::check_counts(row.membership, header));
  KITH_TRY(const bool here, written_here(entry));
  KITH_TRY(AuthorRow* const chain, author(header.author));
  KITH_CHECK(check_chain(*chain, header));
  KITH_TRY(const bool fits, names_this_log(header));
  chain->sequence = header.sequence;
  chain->hash = id;
  placed_.push_back(place);
  walked_[{place.author, place.sequence}] = {place.hash, place.position};
  if (fits) spend_lost(id);
  if (!fits) {
    if (here) spent_outbox_.push_back(outbox_key(row.number, header.sequence));
    // Its author saw another branch. That is told, and the entry is not read; whoever wrote it and was
    // shown two histories brings it in again (fork.h).
    put_aside(entry, Code::FORK, "an author has seen another history of this space");
    return Step::unreadable;
  }
  return read(entry, id, here);
}

// `here`: this device wrote it, and what waited for it to count is done.
Result<Step> Walker::read(const EntryView& entry, const Hash& id, bool here) {
  const envelope::EntryHeader& header = entry.header;
  if (here) {
    spent_outbox_.push_back(outbox_key(row.number, header.sequence));
    if (row.renewal) own_.insert(row.head.position + 1);
  }
  // Before this device came the secrets were none of its own, and never will be.
  const bool before_me = !row.epochs.empty() && header.epoch < row.epochs.begin()->first;
  if (before_me || row.joining()) return Step::unreadable;
  auto said = read_said(impl_, row, entry, row.head.position + 1);
  if (!said.ok()) {
    put_aside(entry, said.error().code, said.error().message.text());
    return Step::unreadable;
  }
  take_confirmation(row, header.author, said->confirmation);
  for (const protocol::PutAside& aside : said->put_aside) {
    if (aside.author == row.device.key) KITH_CHECK(take_told(aside));
  }
  if (!carried_.contains(id)) {
    KITH_TRY(const auto carried, impl_.store.find(Table::author, carried_key(row.number, id)));
    if (!carried) KITH_CHECK(apply_all(said->changes));
  }
  for (const CarriedSaid& carried : said->carried) KITH_CHECK(apply_carried(carried));
  const bool mine = header.author == row.device.key;
  if (mine) {
    for (const AheadChange& one : said->changes) {
      const std::uint64_t slot = header.sequence != 0 ? header.sequence : kOpen;  // a leave takes what is open along
      if (here || header.sequence == 0) {
        spent_unsent_.push_back({row.number, one.change.kind, one.change.record, key_field(one.change), slot});
      }
    }
  }
  if (mine && !here) KITH_CHECK(forget_sent(said->changes));
  (mine ? sent : received) += said->changes.size();
  return Step::applied;
}

// This device's own past, which an older copy of the vault had not kept: what it still holds as unsent
// and was sent in that past is not sent once more, as if it were written anew.
Result<void> Walker::forget_sent(const std::vector<AheadChange>& changes) {
  for (const AheadChange& one : changes) {
    const UnsentKey key{row.number, one.change.kind, one.change.record, key_field(one.change), kOpen};
    KITH_TRY(const auto waits, impl_.store.find(Table::unsent, unsent_key(key)));
    if (!waits) continue;
    KITH_TRY(const UnsentRow unsent, decode_unsent(unsent_key(key), *waits));
    const bool same = unsent.change.op == one.change.op && unsent.change.value == one.change.value &&
                      unsent.change.time_ms == one.change.time_ms;
    if (same) spent_unsent_.push_back(key);
  }
  return {};
}

Result<void> Walker::apply_all(const std::vector<AheadChange>& changes) {
  for (const AheadChange& one : changes) {
    KITH_TRY(model::RecordState* const state, record({one.change.kind, one.change.record}));
    protocol::apply_change(*state, one.change, one.written, row.membership);
  }
  return {};
}

// Once, whoever carries it and however often, and not if it stands in the log itself.
Result<void> Walker::apply_carried(const CarriedSaid& carried) {
  spend_lost(carried.id);
  if (carried_.contains(carried.id)) return {};
  KITH_TRY(const auto known, impl_.store.find(Table::author, carried_key(row.number, carried.id)));
  if (known || carried.changes.empty()) return {};
  KITH_TRY(const auto stands, author_entry(carried.author, carried.sequence));
  if (stands && stands->hash == carried.id) {
    KITH_TRY(const bool unread, names_another_log(stands->position));
    if (!unread) return {};
  }
  carried_[carried.id] = row.head.position + 1;
  return apply_all(carried.changes);
}

// Whether the entry there was put aside because of the head that it names: then it is read where it is carried.
Result<bool> Walker::names_another_log(std::uint64_t position) {
  for (const AsideRow& aside : aside_) {
    if (aside.position == position) return aside.code == Code::FORK;
  }
  const Bytes key = entry_key_of(row.number, position);
  KITH_TRY(const auto stored, impl_.store.find(Table::aside, key));
  if (!stored) return false;
  KITH_TRY(const AsideRow aside, decode_aside(key, *stored));
  return aside.code == Code::FORK;
}

// What a rewound log had lost is in it again.
void Walker::spend_lost(const Hash& id) {
  if (is_lost(id)) spent_lost_.push_back(id);
}

void Walker::put_aside(const EntryView& entry, Code code, std::string detail) {
  AsideRow aside;
  aside.position = row.head.position + 1;
  aside.author = entry.header.author;
  aside.sequence = entry.header.sequence;
  aside.code = code;
  aside.epoch = entry.header.epoch;
  author_faults.push_back({code, std::move(detail), aside.author, aside.position, to_bytes(entry.proof()), {}});
  aside_.push_back(std::move(aside));
}

Result<model::RecordState*> Walker::record(const Key& key) {
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

// What was written behind an own entry that waited has seen it, wherever it counts. Under one key that goes without
// saying; where the key is renewed in between, the position says it. What this vault had *not* waiting (an older copy
// of it reads what it had sent) nobody has seen.
Result<void> Walker::see_own(const ReplicaImpl& impl, changelog::Batch& batch) const {
  if (own_.empty()) return {};
  KITH_TRY(std::vector<UnsentRow> rows, impl.unsent(space_key(row.number)));
  for (UnsentRow& open : rows) {
    const bool spent = std::find(spent_unsent_.begin(), spent_unsent_.end(), open.key) != spent_unsent_.end();
    const std::uint64_t before = open.change.seen;
    while (!spent && open.key.sequence == kOpen && own_.contains(open.change.seen + 1)) ++open.change.seen;
    if (open.change.seen != before) batch.put(Table::unsent, unsent_key(open.key), encode_unsent(open));
  }
  return {};
}

Result<void> Walker::finish(const std::optional<envelope::SignedHead>& head, changelog::Batch& batch) {
  for (const auto& [position, entry] : entries_) {
    batch.put(Table::entry, entry_key_of(row.number, position), encode_entry_row(heads_.at(position).running, entry));
  }
  for (const Placed& place : placed_) {
    batch.put(Table::author, author_entry_key(row.number, place.author, place.sequence),
              encode_author_entry({place.hash, place.position}));
  }
  for (const auto& [id, position] : carried_) {
    batch.put(Table::author, carried_key(row.number, id), encode_author_entry({id, position}));
  }
  for (const auto& [key, chain] : authors_) {
    if (chain.sequence != 0) batch.put(Table::author, author_key(row.number, key), encode_author(chain));
  }
  for (const auto& [key, state] : records_) {
    batch.put(Table::record, record_key(row.number, key.kind, key.id), encode_state(state));
  }
  for (const AsideRow& aside : aside_) batch.put(Table::aside, entry_key_of(row.number, aside.position), encode_aside(aside));
  for (const Bytes& key : spent_outbox_) batch.erase(Table::outbox, key);
  for (const UnsentKey& key : spent_unsent_) batch.erase(Table::unsent, unsent_key(key));
  for (const Hash& id : spent_lost_) batch.erase(Table::lost, lost_key(row.number, id));
  if (head) row.signed_head = head;
  return {};
}

}  // namespace kith::client
