#include "kith/client/moving.h"

#include "marks/move_marks.h"
#include "exchange/space_sync.h"

namespace kith::client {
namespace {

using changelog::Batch;
using changelog::Table;
using model::Kind;
namespace m = model::moved;

Bytes encode_place(const RelayPlace& place) {
  Writer out;
  out.sized(as_bytes(place.address));
  out.sized(as_bytes(place.certificate));
  out.raw(place.key.view());
  return out.take();
}

Fields fields_of(const RelayPlace& place) {
  Fields out{{m::kAddress, place.address}, {m::kKey, to_bytes(place.key.view())}};
  if (!place.certificate.empty()) out.emplace(m::kCertificate, place.certificate);
  return out;
}

bool is_pair(const SpaceInfo& space) { return space.number != kSelfSpace && space.verified && !space.ended; }
// Copies of this vault are told as well, in its own space.
bool is_told(const SpaceInfo& space) { return space.number == kSelfSpace || is_pair(space); }

}  // namespace

Result<RelayPlace> decode_place(BytesView bytes) {
  Reader in(bytes);
  RelayPlace out;
  out.address = std::string(as_text(in.sized()));
  out.certificate = std::string(as_text(in.sized()));
  out.key = in.fixed<SignKey>();
  if (!in.at_end()) return corrupt("the mark of a move");
  return out;
}

Result<std::optional<RelayPlace>> Moving::under_way() const {
  KITH_TRY(const std::optional<Bytes> mark, replica_.setting(kMovingSetting));
  if (!mark || mark->empty()) return std::optional<RelayPlace>();
  KITH_TRY(RelayPlace place, decode_place(*mark));
  return std::optional(std::move(place));
}

Result<void> Moving::begin(const RelayPlace& to) {
  {
    const MutexLock lock(replica_.impl().mu);
    KITH_TRY(const bool left, was_left(replica_.impl(), to.key));
    if (left) {
      return fail(Code::INVALID_ARGUMENT, "this vault or a partner has been at that relay and left it; what it has "
                                          "may be old, so go on at one that is new to all of you");
    }
  }
  // The mark first: from here on nothing but this move may meet a relay.
  KITH_CHECK(replica_.set_setting(kMovingSetting, encode_place(to)));
  KITH_TRY(const std::vector<SpaceInfo> spaces, replica_.spaces());
  for (const SpaceInfo& space : spaces) {
    if (!is_told(space)) continue;
    std::optional<RelayPlace> word;
    {
      const MutexLock lock(replica_.impl().mu);
      KITH_TRY(word, own_place(replica_.impl(), *replica_.impl().space(space.number)));
    }
    if (word != to) KITH_CHECK(replica_.create_record(space.number, Kind::moved, fields_of(to)));
  }
  return {};
}

Result<void> Moving::probe(Transport& relay, BytesView admission) {
  ReplicaImpl& impl = replica_.impl();
  const MutexLock exchange(impl.exchange);
  KITH_CHECK(create_space(impl, relay, kSelfSpace, admission));
  return {};
}

Result<std::uint64_t> Moving::left_to_tell() const {
  KITH_TRY(const std::vector<SpaceInfo> spaces, replica_.spaces());
  ReplicaImpl& impl = replica_.impl();
  const MutexLock lock(impl.mu);
  KITH_TRY(const auto mark, impl.store.find(Table::meta, as_bytes(kMovingSetting)));
  if (!mark || mark->empty()) return std::uint64_t{0};
  KITH_TRY(const RelayPlace to, decode_place(*mark));
  std::uint64_t out = 0;
  for (const SpaceInfo& space : spaces) {
    const SpaceRow& row = *impl.space(space.number);
    // Where sending has stopped, or where this vault was never let in, nobody can be told; who has gone
    // elsewhere is not at the old relay.
    if (!is_told(space) || space.stopped != Code{} || !row.at_relay) continue;
    KITH_TRY(const bool waits, waits_for_partner(impl, row));
    if (waits) continue;
    KITH_TRY(const std::optional<RelayPlace> word, own_place(impl, row));
    out += space.unsent + (word == to ? 0 : 1);
  }
  return out;
}

Result<void> Moving::finish() {
  KITH_TRY(const std::optional<RelayPlace> to, under_way());
  if (!to) return fail(Code::NOT_FOUND, "no move is under way");
  ReplicaImpl& impl = replica_.impl();
  const MutexLock exchange(impl.exchange);
  const MutexLock lock(impl.mu);
  Batch batch;
  std::vector<SpaceRow> rows;
  for (const auto& [number, row] : impl.spaces) {
    SpaceRow next = row.clone();
    next.at_relay = false;
    next.signed_head.reset();  // the new relay has signed nothing yet, and so can have lost nothing
    rows.push_back(std::move(next));
  }
  KITH_TRY(auto left, impl.store.find(Table::meta, as_bytes(kLeftSetting)));
  KITH_TRY(const auto before, impl.store.find(Table::meta, as_bytes(kRelayKeySetting)));
  Bytes all = std::move(left).value_or(Bytes());
  if (before) append(all, *before);
  batch.put(Table::meta, to_bytes(kLeftSetting), std::move(all));
  batch.put(Table::meta, to_bytes(kRelayKeySetting), to_bytes(to->key.view()));
  batch.put(Table::meta, to_bytes(kRelayAddressSetting), to_bytes(to->address));
  batch.put(Table::meta, to_bytes(kRelayCertificateSetting), to_bytes(to->certificate));
  batch.put(Table::meta, to_bytes(kMovingSetting), Bytes());
  return impl.install(batch, std::move(rows));
}

Result<std::uint32_t> Moving::settle() {
  KITH_TRY(const std::optional<Bytes> here, replica_.setting(kRelayKeySetting));
  KITH_TRY(const std::vector<SpaceInfo> spaces, replica_.spaces());
  std::uint32_t written = 0;
  for (const SpaceInfo& space : spaces) {
    if (!here || !is_pair(space)) continue;
    std::optional<RelayPlace> theirs;
    std::optional<RelayPlace> mine;
    {
      ReplicaImpl& impl = replica_.impl();
      const MutexLock lock(impl.mu);
      KITH_TRY(theirs, partner_place(impl, *impl.space(space.number)));
      KITH_TRY(mine, own_place(impl, *impl.space(space.number)));
    }
    if (mine || !theirs || !equal(theirs->key.view(), *here)) continue;
    KITH_CHECK(replica_.create_record(space.number, Kind::moved, fields_of(*theirs)));
    ++written;
  }
  return written;
}

Result<std::optional<RelayPlace>> Moving::elsewhere() const {
  KITH_TRY(const std::optional<RelayPlace> moving, under_way());
  ReplicaImpl& impl = replica_.impl();
  const MutexLock lock(impl.mu);
  KITH_TRY(std::optional<RelayPlace> place, own_place(impl, *impl.space(kSelfSpace)));
  KITH_TRY(const auto here, impl.store.find(Table::meta, as_bytes(kRelayKeySetting)));
  if (moving || !place || (here && equal(place->key.view(), *here))) return std::optional<RelayPlace>();
  return place;
}

Result<std::vector<PartnerPlace>> Moving::partners() const {
  KITH_TRY(const std::vector<SpaceInfo> spaces, replica_.spaces());
  ReplicaImpl& impl = replica_.impl();
  const MutexLock lock(impl.mu);
  KITH_TRY(const auto pinned, impl.store.find(Table::meta, as_bytes(kRelayKeySetting)));
  std::vector<PartnerPlace> out;
  for (const SpaceInfo& space : spaces) {
    if (!is_pair(space)) continue;
    const SpaceRow& row = *impl.space(space.number);
    PartnerPlace place;
    place.space = space.number;
    KITH_TRY(place.moved, partner_place(impl, row));
    if (place.moved && pinned && equal(place.moved->key.view(), *pinned)) place.moved.reset();
    KITH_TRY(place.waits, waits_for_partner(impl, row));
    place.waits = place.waits || (!row.at_relay && row.stopped == Code{});  // not let in there yet
    if (place.moved || place.waits) out.push_back(std::move(place));
  }
  return out;
}

}  // namespace kith::client
