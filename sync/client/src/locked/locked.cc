#include "kith/client/locked.h"

#include <algorithm>

#include "exchange/exchange.h"
#include "exchange/incoming.h"
#include "exchange/outgoing.h"
#include "locked/shelved.h"
#include "kith/client/moving.h"

namespace kith::client {
namespace {

constexpr std::string_view kKeySetting = "locked_key";
// A person who puts the phone away waits for so much to be sealed; a great import is for a sync of the open vault.
constexpr std::uint64_t kMostSealed = 2000;

// Where the kit leads; nothing where it may lead nowhere: no relay was met yet, or this vault goes from one to another,
// or it is a copy from before such a move.
Result<std::optional<RelayPlace>> place_of_kit(Replica& replica) {
  KITH_TRY(const auto moving, Moving(replica).under_way());
  KITH_TRY(const auto elsewhere, Moving(replica).elsewhere());
  if (moving || elsewhere) return std::optional<RelayPlace>();
  const auto text = [&](std::string_view name) -> Result<std::string> {
    KITH_TRY(const std::optional<Bytes> value, replica.setting(name));
    return value ? std::string(as_text(*value)) : std::string();
  };
  RelayPlace out;
  KITH_TRY(out.address, text(kRelayAddressSetting));
  KITH_TRY(out.certificate, text(kRelayCertificateSetting));
  KITH_TRY(const std::string key, text(kRelayKeySetting));
  const auto pinned = SignKey::from(as_bytes(key));
  if (out.address.empty() || !pinned) return std::optional<RelayPlace>();
  out.key = *pinned;
  return std::optional(std::move(out));
}

// Whether the relay may be asked for that space with nobody there to decide anything.
bool is_in_kit(const SpaceRow& row) {
  return row.at_relay && !row.dormant && !row.joining() && !row.i_left() && !row.deciding() && !row.renewal;
}

// What waits in that space and needs nobody's decision: its data, or the leave alone, which overtakes them.
Result<std::vector<Bytes>> outgoing_of(ReplicaImpl& impl, SpaceNumber number, bool seals) {
  SpaceRow row;
  {
    const MutexLock lock(impl.mu);
    row = impl.space(number)->clone();
    KITH_TRY(const std::optional<Error> why_not, why_not_sent(impl, row));
    // What comes back from a branch that the relay has lost was said before.
    if (why_not || row.lacks_key() || has_data_to_come(impl.lost_branch(number))) return std::vector<Bytes>();
  }
  if (row.leaving) {
    KITH_TRY(const auto leave, waiting_leave(impl, number));
    return leave ? std::vector<Bytes>{*leave} : std::vector<Bytes>();
  }
  if (!row.membership.epoch_open) return std::vector<Bytes>();
  if (seals) KITH_CHECK(seal_open(impl, number));
  KITH_TRY(std::vector<Waiting> all, waiting(impl, number));
  std::vector<Bytes> out;
  for (Waiting& one : all) {
    if (one.sequence != 0) out.push_back(std::move(one.entry));  // a change of members wants the newest log
  }
  return out;
}

// As much of it as the kit has room for, from the first on: a number never goes before the one below it.
void take(std::vector<Bytes> from, std::size_t& room, LockedSpace& into, std::uint32_t& left_out) {
  for (Bytes& entry : from) {
    if (left_out > 0 || entry.size() > room) {
      ++left_out;
      continue;
    }
    room -= entry.size();
    into.outgoing.push_back(std::move(entry));
  }
}

Result<LockedSync::Kit> kit_of(ReplicaImpl& impl, RelayPlace place) {
  LockedSync::Kit out;
  out.place = std::move(place);
  std::vector<SpaceNumber> numbers;
  std::uint64_t open = 0;
  {
    const MutexLock lock(impl.mu);
    for (const auto& [number, row] : impl.spaces) {
      if (!is_in_kit(row)) continue;
      numbers.push_back(number);
      KITH_TRY(const std::uint64_t waits, impl.count_unsent(number));
      open += waits;
    }
  }
  std::size_t room = kMostOutgoing;
  for (const SpaceNumber number : numbers) {
    // What cannot be sealed in one space, for want of its key say, waits there and keeps no other from going out.
    auto waits = outgoing_of(impl, number, open <= kMostSealed);
    if (!waits && is_everybodys(waits.error().code)) return waits.error();
    const MutexLock lock(impl.mu);
    const SpaceRow& row = *impl.space(number);
    LockedSpace space{row.id(), verify::sign_pair_of(row.transport.seed.clone()), row.device.key, row.head, {}};
    std::uint32_t left_out = 0;
    if (waits) take(*std::move(waits), room, space, left_out);
    out.left_out += left_out;
    out.spaces.push_back(std::move(space));
  }
  return out;
}

// Only what leads from the log that was verified to the head that the pinned relay signed. Of anything else nothing
// is said here: a fork, a rollback or a lie is told apart by asking the relay, and that is for the next sync.
Result<void> take_page(ReplicaImpl& impl, const SignKey& relay, const ShelvedPage& page, SyncReport& report) {
  if (!envelope::check_head(page.end, page.space, relay).ok()) return {};
  SpaceNumber number = 0;
  envelope::Head head;
  {
    const MutexLock lock(impl.mu);
    number = impl.number_of(page.space);
    if (number == 0) return {};
    head = impl.space(number)->head;
  }
  const std::uint64_t last = page.after + page.entries.size();
  if (page.after > head.position || last <= head.position) return {};  // behind a missing one, or known by now
  std::vector<BytesView> rows;
  for (std::uint64_t at = head.position - page.after; at < page.entries.size(); ++at) rows.emplace_back(page.entries[at]);
  const auto end = head_after(head, rows);
  if (!end || *end != page.end.head) return {};
  const AskHead nobody = [](std::uint64_t) { return std::optional<envelope::SignedHead>(); };
  KITH_CHECK(apply_rows(impl, number, rows, page.end, nobody, report));
  return {};
}

}  // namespace

Result<std::optional<Secret>> Locked::key() const {
  KITH_TRY(std::optional<Bytes> kept, replica_.setting(kKeySetting));
  if (!kept || kept->size() != kLockedKeyBytes) return std::optional<Secret>();
  Secret out = Secret::copy_of(*kept);
  wipe(*kept);
  return std::optional(std::move(out));
}

Result<Secret> Locked::allow() {
  Secret fresh(kLockedKeyBytes);
  replica_.impl().random.fill(fresh.writable());
  // What an earlier key sealed nobody opens any more.
  KITH_CHECK(clear(shelf_));
  KITH_CHECK(replica_.set_setting(kKeySetting, fresh.reveal()));
  KITH_CHECK(prepare());
  return fresh;
}

Result<void> Locked::forbid() {
  KITH_CHECK(replica_.set_setting(kKeySetting, {}));
  return clear(shelf_);
}

Result<LockedState> Locked::state() {
  LockedState out;
  KITH_TRY(const auto key, this->key());
  if (!key) return out;
  out.allowed = true;
  const auto kit = SealedShelf(*key, shelf_, replica_.impl().random).kit();
  if (!kit) return out;
  out.spaces = static_cast<std::uint32_t>(kit->spaces.size());
  out.left_out = kit->left_out;
  for (const LockedSpace& space : kit->spaces) out.waiting += static_cast<std::uint32_t>(space.outgoing.size());
  return out;
}

Result<void> Locked::prepare() {
  KITH_TRY(const auto key, this->key());
  if (!key) return {};
  ReplicaImpl& impl = replica_.impl();
  SealedShelf shelf(*key, shelf_, impl.random);
  const MutexLock exchange(impl.exchange);
  KITH_TRY(auto place, place_of_kit(replica_));
  if (!place) return shelf.remove_kit();
  KITH_TRY(const LockedSync::Kit kit, kit_of(impl, *std::move(place)));
  return shelf.put_kit(kit);
}

Result<void> Locked::hold_back() {
  KITH_TRY(const auto key, this->key());
  if (!key) return {};
  SealedShelf shelf(*key, shelf_, replica_.impl().random);
  auto kit = shelf.kit();
  if (!kit) return kit.error().code == Code::NOT_FOUND ? Result<void>() : shelf.remove_kit();
  for (LockedSpace& space : kit->spaces) {
    kit->left_out += static_cast<std::uint32_t>(space.outgoing.size());
    space.outgoing.clear();
  }
  if (auto done = shelf.put_kit(*kit); !done) return shelf.remove_kit();  // rather nothing than what is not meant any more
  return {};
}

Result<SyncReport> Locked::take_in() {
  SyncReport report;
  KITH_TRY(const auto key, this->key());
  if (!key) {  // what a forbid() that was cut short has left
    KITH_CHECK(clear(shelf_));
    return report;
  }
  ReplicaImpl& impl = replica_.impl();
  SealedShelf shelf(*key, shelf_, impl.random);
  const MutexLock exchange(impl.exchange);
  KITH_TRY(const auto place, place_of_kit(replica_));
  if (place) {
    KITH_CHECK(shelf.visit_pages([&](const ShelvedPage& page) { return take_page(impl, place->key, page, report); }));
  }
  // Only now: whatever stops it on the way, it is taken in again, and what stands in the log already is passed over.
  KITH_CHECK(shelf.remove_pages());
  KITH_CHECK(count_pending(impl, report));
  return report;
}

}  // namespace kith::client
