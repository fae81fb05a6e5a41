#include "exchange/fork.h"

#include <algorithm>

#include "exchange/carrying.h"
#include "exchange/rebuild.h"
#include "marks/renewing.h"

namespace kith::client {
namespace {

using changelog::Batch;
using changelog::Table;

constexpr std::uint32_t kMaxMerges = 3;

// An entry of the lost branch, read once. `view` looks into `bytes`, so it moves and never copies.
struct Lost {
  Lost() = default;
  Lost(Lost&&) = default;
  Lost& operator=(Lost&&) = default;
  Lost(const Lost&) = delete;
  Lost& operator=(const Lost&) = delete;
  ~Lost() = default;

  std::uint64_t position = 0;
  Bytes bytes;
  envelope::EntryView view;
  Hash id;
  std::optional<envelope::MembershipBody> body;  // of what is no data

  template <typename Action>
  const Action* action() const {
    return body ? std::get_if<Action>(&body->action) : nullptr;
  }
  // A change of members that the branch which the relay shows cannot simply take, as it takes a leave.
  bool is_decided_over() const { return body && action<envelope::LeaveAction>() == nullptr; }
  bool is_by(const SignKey& author) const { return view.header.author == author; }
};

Result<Lost> read_lost_entry(std::uint64_t position, Bytes bytes) {
  Lost out;
  out.position = position;
  out.bytes = std::move(bytes);
  KITH_TRY(out.view, envelope::parse_entry(out.bytes));
  out.id = envelope::entry_hash(out.bytes);
  if (out.view.header.kind == envelope::EntryKind::data) return out;
  KITH_TRY(out.body, envelope::parse_membership(out.view));
  return out;
}

// The last position that both branches share, found in as many questions as its number has bits. What
// the relay does not sign is not shared.
Result<std::uint64_t> common_position(const ReplicaImpl& impl, const SpaceRow& row, std::uint64_t theirs,
                                      const AskHead& ask) {
  std::uint64_t low = 0;
  std::uint64_t high = std::min(row.head.position, theirs);
  while (low < high) {
    const std::uint64_t middle = low + (high - low + 1) / 2;
    KITH_TRY(const envelope::Head mine, head_at(impl.store, row, middle));
    const auto said = ask(middle);
    if (said && said->head == mine) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

Result<std::vector<Lost>> branch_after(const ReplicaImpl& impl, const SpaceRow& row, std::uint64_t common) {
  std::vector<Lost> out;
  Result<void> outcome;
  KITH_CHECK(impl.store.scan(Table::entry, space_key(row.number), entry_key_of(row.number, common + 1),
                             [&](BytesView key, BytesView value) {
                               Reader at(key);
                               at.u32();
                               auto row_of = decode_entry_row(value);
                               auto one = row_of.ok() ? read_lost_entry(at.u64(), std::move(row_of->entry))
                                                      : Result<Lost>(row_of.error());
                               if (!one.ok()) {
                                 outcome = one.error();
                                 return false;
                               }
                               out.push_back(*std::move(one));
                               return true;
                             }));
  KITH_CHECK(outcome);
  return out;
}

// The membership at the common position: what a lost leave did is undone here and done again by it.
Result<envelope::Membership> membership_at(const ReplicaImpl& impl, const SpaceRow& row, std::uint64_t last) {
  std::optional<envelope::Membership> now;
  std::map<SignKey, envelope::ChainEnd> ends;
  Result<void> outcome;
  KITH_CHECK(impl.store.scan(Table::entry, space_key(row.number), {}, [&](BytesView key, BytesView value) -> bool {
    Reader at(key);
    at.u32();
    const std::uint64_t position = at.u64();
    if (position > last) return false;
    const auto step = [&]() -> Result<void> {
      KITH_TRY(const EntryRow stored, decode_entry_row(value));
      KITH_TRY(const envelope::EntryView entry, envelope::parse_entry(stored.entry));
      if (entry.header.kind == envelope::EntryKind::data) {
        ends[entry.header.author] = {entry.header.sequence, envelope::entry_hash(stored.entry)};
        return {};
      }
      KITH_TRY(now, envelope::apply(now ? &*now : nullptr, entry, {position, ends[entry.header.author]}));
      return {};
    };
    outcome = step();
    return outcome.ok();
  }));
  KITH_CHECK(outcome);
  if (!now) return corrupt("a log without its founding");
  return *std::move(now);
}

// Where the chain of every author of the lost branch ends in what is left.
Result<void> cut_chains(const ReplicaImpl& impl, SpaceRow& next, const std::set<SignKey>& authors, Batch& batch) {
  for (const SignKey& author : authors) {
    AuthorRow chain;
    Result<void> outcome;
    KITH_CHECK(impl.store.scan(Table::author, author_key(next.number, author), {}, [&](BytesView key, BytesView value) {
      Reader at(key);
      at.raw(4 + SignKey::kSize);
      if (at.left() == 0) return true;  // the chain's own row
      const std::uint64_t sequence = at.u64();
      const auto entry = decode_author_entry(value);
      if (!entry.ok()) {
        outcome = entry.error();
        return false;
      }
      if (entry->position <= next.head.position && sequence > chain.sequence) chain = {sequence, entry->hash};
      if (entry->position > next.head.position) batch.erase(Table::author, to_bytes(key));
      return true;
    }));
    KITH_CHECK(outcome);
    if (chain.sequence == 0) {
      batch.erase(Table::author, author_key(next.number, author));
    } else {
      batch.put(Table::author, author_key(next.number, author), encode_author(chain));
    }
    if (author == next.device.key) {
      next.previous = chain.hash;
      next.previous_sequence = chain.sequence;
    }
  }
  return {};
}

// What a lost entry had done to records, and what it had carried in, is not there any more.
Result<void> forget_said(ReplicaImpl& impl, const SpaceRow& row, std::uint64_t common, const Lost& lost,
                         std::set<RecordPlace>& touched, Batch& batch) KITH_REQUIRES(impl.mu) {
  const auto said = read_said(impl, row, lost.view, lost.position);
  if (!said.ok()) return {};  // it had been put aside
  for (const AheadChange& one : said->changes) touched.insert({row.number, one.change.kind, one.change.record});
  for (const CarriedSaid& carried : said->carried) {
    KITH_TRY(const auto value, impl.store.find(Table::author, carried_key(row.number, carried.id)));
    if (!value) continue;
    KITH_TRY(const AuthorEntry place, decode_author_entry(*value));
    if (place.position != lost.position) continue;
    batch.erase(Table::author, carried_key(row.number, carried.id));
    // Carried entries never nest, so one of a branch that was lost twice is on its own again.
    batch.put(Table::lost, lost_key(row.number, carried.id),
              encode_lost({lost.position, std::min(carried.common, common), false, carried.key.clone(), carried.entry}));
    for (const AheadChange& one : carried.changes) touched.insert({row.number, one.change.kind, one.change.record});
  }
  return {};
}

// Positions beyond the common one mean something else from now on.
Result<void> lower_seen(const ReplicaImpl& impl, const SpaceRow& next, Batch& batch) KITH_REQUIRES(impl.mu) {
  KITH_TRY(std::vector<UnsentRow> rows, impl.unsent(space_key(next.number)));
  for (UnsentRow& row : rows) {
    if (row.change.seen <= next.head.position) continue;
    row.change.seen = next.head.position;
    batch.put(Table::unsent, unsent_key(row.key), encode_unsent(row));
  }
  return {};
}

// Whether the branch that the relay shows can take an entry as it was: it names nothing that only the lost
// one had, and nor did anything before it by its author.
bool stays_whole(const SpaceRow& next, const envelope::EntryHeader& header, const std::set<SignKey>& broken) {
  return header.seen.position <= next.head.position && !broken.contains(header.author) &&
         (header.sequence == 0 || !next.lost_epochs.contains(header.membership));
}

// Epochs of the lost branch under the membership entries that its data names, and no longer under their
// numbers: the branch that the relay shows counts on from the common place with epochs of its own. Which
// epoch was open is told by what started it; a header may say anything.
void set_epochs_apart(const std::vector<Lost>& lost, SpaceRow& next) {
  std::uint32_t epoch = next.membership.epoch;
  for (const Lost& one : lost) {
    if (!one.body) continue;
    if (one.body->epoch_start) epoch = one.body->epoch_start->epoch;
    const auto secret = next.epochs.find(epoch);
    if (secret != next.epochs.end()) next.lost_epochs[one.id] = secret->second.clone();
  }
  next.epochs.erase(next.epochs.upper_bound(next.membership.epoch), next.epochs.end());
  next.asked.erase(next.asked.upper_bound(next.membership.epoch), next.asked.end());
}

// What the decision of a person is to bring in again: renewals and additions, also those that a lost decision
// had brought in. Epochs and grants are over.
void keep_decided(const SpaceRow& next, const Lost& one, Batch& batch) {
  std::vector<Bytes> all;
  if (const auto* decision = one.action<envelope::DecideForkAction>()) {
    all = decision->entries;
  } else if (one.action<envelope::RenewAction>() != nullptr || one.action<envelope::AddMemberAction>() != nullptr) {
    all = {one.bytes};
  }
  for (Bytes& entry : all) {
    const Bytes key = lost_key(next.number, envelope::entry_hash(entry));
    batch.put(Table::lost, key, encode_lost({one.position, next.head.position, false, {}, std::move(entry)}));
  }
}

// As it was, from the outbox, where it is an own one that the new branch can take; else carried, or put back
// by bytes, or decided over.
void keep_lost(const SpaceRow& next, const Lost& one, const std::set<SignKey>& broken, Batch& batch) {
  if (one.is_decided_over()) return keep_decided(next, one, batch);
  const bool data = !one.body;
  const bool fits = stays_whole(next, one.view.header, broken);
  // Too long to be carried: junk, or one that carried others, which come back by themselves.
  if (data && !fits && one.bytes.size() > envelope::kMaxOwnEntryBytes) return;
  const bool own = one.is_by(next.device.key);
  const bool waits = own && (fits || !data);  // as it was; so does a leave of this device
  if (waits) {
    const std::uint64_t slot = data ? one.view.header.sequence : kLeaveSlot;
    batch.put(Table::outbox, outbox_key(next.number, slot), one.bytes);
  }
  batch.put(Table::lost, lost_key(next.number, one.id),
            encode_lost({one.position, next.head.position, waits, {}, one.bytes}));
}

// What this device owed and had done on the lost branch is owed again: grants, its confirmation of the digits, and
// the word that it could not read something. What it decided there it knows when it meets it.
Result<void> owe_again(ReplicaImpl& impl, const std::vector<Lost>& lost, SpaceRow& next, Batch& batch)
    KITH_REQUIRES(impl.mu) {
  bool wrote = false;
  for (const Lost& one : lost) {
    if (!one.is_by(next.device.key)) continue;
    if (!one.body) {
      wrote = true;
      const auto said = read_said(impl, next, one.view, one.position);
      if (said.ok() && said->confirmation) next.owes_confirmation = true;
      continue;
    }
    batch.put(Table::author, voided_key(next.number, one.id), Bytes{1});
    const auto* grant = one.action<envelope::GrantAction>();
    if (grant != nullptr && grant->epoch <= next.membership.epoch) next.asked.insert(grant->epoch);
  }
  if (!wrote) return {};
  KITH_TRY(const auto aside, aside_rows(impl.store, next.number));
  for (const auto& [position, one] : aside) {
    if (position > next.head.position || !one.told) continue;
    AsideRow untold = one;
    untold.told = false;
    batch.put(Table::aside, entry_key_of(next.number, position), encode_aside(untold));
  }
  return {};
}

// A leave of this device that is sealed under an epoch of the lost branch opens for nobody on the other one. What
// goes with it is said once more by a data entry of the lost branch, which is carried with its key before the
// leave goes. Nothing where there is none.
Result<std::optional<Bytes>> said_with_leave(ReplicaImpl& impl, const SpaceRow& row, const std::vector<Lost>& lost,
                                             SpaceRow& next) KITH_REQUIRES(impl.mu) {
  KITH_TRY(auto leave, impl.store.find(Table::outbox, outbox_key(row.number, kLeaveSlot)));
  for (const Lost& one : lost) {
    if (one.is_by(row.device.key) && one.action<envelope::LeaveAction>() != nullptr) leave = one.bytes;
  }
  if (!leave) return std::optional<Bytes>();
  KITH_TRY(const envelope::EntryView entry, envelope::parse_entry(*leave));
  if (entry.header.epoch <= next.membership.epoch) return std::optional<Bytes>();
  KITH_TRY(const Said said, read_said(impl, row, entry, model::kUnplaced));
  if (said.changes.empty()) return std::optional<Bytes>();
  protocol::Body body;
  for (const AheadChange& one : said.changes) body.changes.push_back(one.change);
  SpaceRow on_lost = row.clone();
  KITH_TRY(Bytes sealed, seal_next(impl, on_lost, body));
  next.next_sequence = on_lost.next_sequence;
  return std::optional(std::move(sealed));
}

Result<void> rewind(ReplicaImpl& impl, const SpaceRow& row, const envelope::Head& common, const std::vector<Lost>& lost,
                    bool decides) KITH_REQUIRES(impl.mu) {
  SpaceRow next = row.clone();
  next.head = common;
  next.merges = row.merges + 1;
  next.last_common = common.position;
  next.stopped = Code{};
  // A branch that nobody decided over is left as it was: what was decided in it is in this one too.
  if (next.fork && !next.fork->decided && !decides) next.fork.reset();
  if (next.fork && !next.fork->decided) next.fork = ForkRow{next.fork->common, next.fork->lost, true, row.me()};
  KITH_TRY(next.membership, membership_at(impl, row, common.position));
  set_epochs_apart(lost, next);
  Batch batch;
  KITH_TRY(const auto parting, said_with_leave(impl, row, lost, next));
  if (parting) {
    batch.put(Table::lost, lost_key(row.number, envelope::entry_hash(*parting)),
              encode_lost({row.head.position + 1, common.position, false, {}, *parting}));
  }
  for (const auto& [id, earlier] : impl.lost[row.number]) {
    LostRow kept = earlier.row.clone();
    kept.common = std::min(kept.common, common.position);
    batch.put(Table::lost, lost_key(row.number, id), encode_lost(kept));
  }
  KITH_CHECK(owe_again(impl, lost, next, batch));
  std::set<RecordPlace> touched;
  std::set<SignKey> authors;
  for (const Lost& one : lost) {
    KITH_CHECK(forget_said(impl, row, common.position, one, touched, batch));
    if (!one.body) authors.insert(one.view.header.author);
    batch.erase(Table::entry, entry_key_of(row.number, one.position));
    batch.erase(Table::aside, entry_key_of(row.number, one.position));
  }
  KITH_CHECK(cut_chains(impl, next, authors, batch));
  std::set<SignKey> broken;  // who named the lost branch once: nothing later of his can stand as it was
  for (const Lost& one : lost) {
    const envelope::EntryHeader& header = one.view.header;
    if (header.seen.position > common.position) broken.insert(header.author);
    keep_lost(next, one, broken, batch);
    if (!one.body && one.is_by(next.device.key) && stays_whole(next, header, broken)) {
      next.previous = one.id;
      next.previous_sequence = header.sequence;
    }
  }
  KITH_CHECK(lower_seen(impl, next, batch));
  KITH_TRY(const auto aside, aside_rows(impl.store, row.number));
  std::set<std::uint64_t> skip;
  for (const auto& [position, one] : aside) skip.insert(position);
  KITH_CHECK(rebuild(impl, next, common.position, touched, skip, {}, batch));
  const SpaceNumber number = row.number;
  KITH_CHECK(impl.install(batch, std::move(next)));
  return impl.load_lost(number);
}

Alarm fork_alarm(const SpaceRow& row, const envelope::SignedHead& theirs, std::uint64_t common, std::string_view detail) {
  Alarm alarm;
  alarm.code = Code::FORK;
  alarm.space = row.number;
  alarm.position = common;
  alarm.detail = std::string(detail);
  if (row.signed_head) alarm.evidence.push_back(encode_signed_head(*row.signed_head));
  alarm.evidence.push_back(encode_signed_head(theirs));
  return alarm;
}

}  // namespace

Result<bool> merge_fork(ReplicaImpl& impl, SpaceNumber number, const envelope::SignedHead& theirs, const AskHead& ask,
                        bool decides, SyncReport& report) {
  SpaceRow row;
  Incarnation mark{};
  {
    const MutexLock lock(impl.mu);
    row = impl.space(number)->clone();
    KITH_TRY(mark, incarnation(impl.store));
  }
  KITH_TRY(const std::uint64_t common, common_position(impl, row, theirs.head.position, ask));
  std::vector<Lost> lost;
  // No decision helps where the whole history is another one, or before it is known what the own keys wrote.
  const bool never = common == 0 || mark == Incarnation::restored;
  bool person = never || row.merges >= kMaxMerges;
  {
    const MutexLock lock(impl.mu);
    KITH_TRY(lost, branch_after(impl, row, common));
  }
  // Data, and leaves, which any branch takes. Everything else of a lost branch asks for a person.
  const bool members = std::any_of(lost.begin(), lost.end(), [](const Lost& one) { return one.is_decided_over(); });
  person = person || members;
  const bool decided = decides && !never;
  if (members && !row.fork) row.fork = ForkRow{common, row.head, false};
  if (row.fork) row.fork->common = std::min(row.fork->common, common);
  const char* detail = members ? "the relay shows a branch of this history in which a change of members is missing"
                       : person ? "the relay shows another history again; nothing is sent until a person has looked"
                                : "the relay shows another branch of this history; both were put together";
  KITH_CHECK(report_alarm(impl, fork_alarm(row, theirs, common, detail), report));
  const MutexLock lock(impl.mu);
  if (person && !decided) {
    row.stopped = Code::FORK;
    Batch batch;
    KITH_CHECK(impl.install(batch, std::move(row)));
    return false;
  }
  KITH_TRY(const envelope::Head shared, head_at(impl.store, row, common));
  KITH_CHECK(rewind(impl, row, shared, lost, decided));
  return true;
}

Result<std::vector<Bytes>> to_put_back(ReplicaImpl& impl, SpaceNumber number) {
  const MutexLock lock(impl.mu);
  const LostBranch& lost = impl.lost_branch(number);
  const SpaceRow& row = *impl.space(number);
  // A leave closes the epoch, so it goes when nothing else of the branch is left to come back.
  const bool leaves_go = !has_data_to_come(lost);
  const auto goes_back = [&](const LostEntry& one) {
    const bool kind = one.kind == LostKind::data || (one.kind == LostKind::leave && leaves_go);
    return kind && !one.row.on_its_way;
  };
  std::vector<Bytes> out;
  for (const LostEntry* one : in_order(lost, goes_back)) {
    KITH_TRY(const envelope::EntryView entry, envelope::parse_entry(one->row.entry));
    const bool data = one->kind == LostKind::data;
    if (data && (entry.header.author == row.device.key || entry.header.seen.position > one->row.common)) continue;
    out.push_back(one->row.entry);
  }
  return out;
}

}  // namespace kith::client
