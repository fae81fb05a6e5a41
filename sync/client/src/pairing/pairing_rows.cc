#include "pairing/pairing_rows.h"

#include "kith/model/message_codec.h"
#include "kith/store/v1/store.pb.h"

namespace kith::client {
namespace {

using changelog::Table;
namespace disk = kith::store::v1;

Result<PairingRow> decode(BytesView key, BytesView value) {
  disk::Pairing in;
  const auto id = RecordId::from(key);
  if (!id || !in.ParseFromArray(value.data(), static_cast<int>(value.size()))) return corrupt("a pairing that does not parse");
  if (!in.secret().empty() && in.secret().size() != 32) return corrupt("an invitation's secret of the wrong size");
  if (in.space() == kSelfSpace) return corrupt("an invitation that names the self space");
  PairingRow row;
  row.id = *id;
  row.inviter = in.inviter();
  row.state = static_cast<PairState>(in.state());
  row.person = RecordId::from(as_bytes(in.person())).value_or(RecordId{});
  row.partner_name = in.partner_name();
  row.code = in.code();
  row.secret = Secret::copy_of(as_bytes(in.secret()));
  row.offer = to_bytes(in.offer());
  row.acceptance = to_bytes(in.acceptance());
  row.digits = in.digits();
  row.space = in.space();
  row.expires_ms = in.expires_ms();
  return row;
}

}  // namespace

void put_pairing(changelog::Batch& batch, const PairingRow& row) {
  disk::Pairing out;
  out.set_inviter(row.inviter);
  out.set_state(static_cast<std::uint32_t>(row.state));
  out.set_person(model::as_string(row.person.view()));
  out.set_partner_name(row.partner_name);
  out.set_code(row.code);
  out.set_secret(model::as_string(row.secret.reveal()));
  out.set_offer(model::as_string(row.offer));
  out.set_acceptance(model::as_string(row.acceptance));
  out.set_digits(row.digits);
  out.set_space(row.space);
  out.set_expires_ms(row.expires_ms);
  batch.put(Table::pairing, to_bytes(row.id.view()), to_bytes(out.SerializeAsString()));
}

Result<std::vector<PairingRow>> pairing_rows(const changelog::Store& store) {
  std::vector<PairingRow> out;
  Result<void> outcome;
  KITH_CHECK(store.scan(Table::pairing, {}, {}, [&](BytesView key, BytesView value) {
    auto row = decode(key, value);
    if (!row.ok()) {
      outcome = row.error();
      return false;
    }
    out.push_back(*std::move(row));
    return true;
  }));
  KITH_CHECK(outcome);
  return out;
}

Result<PairingRow> pairing_row(const changelog::Store& store, const RecordId& id) {
  KITH_TRY(const auto value, store.find(Table::pairing, id.view()));
  if (!value) return fail(Code::NOT_FOUND, "there is no such invitation or pair");
  return decode(id.view(), *value);
}

Result<void> forget_space(ReplicaImpl& impl, SpaceNumber number, changelog::Batch& batch) {
  for (const Table table : {Table::entry, Table::outbox, Table::unsent, Table::record, Table::author, Table::aside, Table::lost}) {
    KITH_CHECK(impl.store.scan(table, space_key(number), {}, [&](BytesView key, BytesView) {
      batch.erase(table, to_bytes(key));
      return true;
    }));
  }
  batch.erase(Table::space, space_key(number));
  KITH_CHECK(impl.store.commit(batch));
  impl.spaces.erase(number);
  std::erase_if(impl.entry_keys, [number](const auto& item) { return std::get<0>(item.first) == number; });
  return {};
}

}  // namespace kith::client
