#include "replica/founding.h"

#include "kith/crypto/sealed_to.h"
#include "kith/protocol/epoch.h"
#include "kith/protocol/invitation.h"

namespace kith::client {
namespace {

using changelog::Table;

Secret random_secret(Random& random) {
  Secret out(32);
  random.fill(out.writable());
  return out;
}

}  // namespace

Result<NewDevice> make_device(Random& random, const AgreeKey& administration) {
  NewDevice out;
  out.device = verify::make_sign_pair(random);
  out.agree = crypto::make_agree_pair(random);
  out.administration = verify::make_sign_pair(random);
  out.transport = verify::make_sign_pair(random);
  const crypto::AgreePair administration_agree = crypto::make_agree_pair(random);
  out.keys = {envelope::DeviceRole::device, out.device.key,           out.agree.key,
              out.administration.key,       administration_agree.key, out.transport.key};
  Bytes plain = to_bytes(out.administration.seed.reveal());
  append(plain, administration_agree.secret.reveal());
  auto sealed = crypto::seal_to(administration, verify::label::kSealedToKey, out.device.key.view(), {}, plain, random);
  wipe(plain);
  KITH_TRY(out.sealed_administration, std::move(sealed));
  return out;
}

namespace {

struct AdministrationKeys {
  verify::SignPair sign;
  crypto::AgreePair agree;
};

Result<AdministrationKeys> open_sealed(const SignKey& device, BytesView sealed,
                                       const crypto::AgreePair& administration) {
  KITH_TRY(Bytes plain,
           crypto::open_sealed_to(administration, verify::label::kSealedToKey, device.view(), {}, sealed));
  if (plain.size() != 64) return corrupt("administration keys of the wrong size");
  const Secret seed = Secret::copy_of(BytesView(plain).first(32));
  Secret agree = Secret::copy_of(BytesView(plain).subspan(32));
  wipe(plain);
  return AdministrationKeys{verify::sign_pair_of(seed), crypto::agree_pair_of(std::move(agree))};
}

}  // namespace

Result<verify::SignPair> open_administration_of(const SpaceRow& row, const crypto::AgreePair& administration) {
  KITH_TRY(AdministrationKeys keys, open_sealed(row.device.key, row.sealed_administration, administration));
  return std::move(keys.sign);
}

Result<verify::SignPair> open_administration_of(const RenewalKeys& made, const crypto::AgreePair& administration) {
  KITH_TRY(AdministrationKeys keys, open_sealed(made.device.key, made.sealed_administration, administration));
  return std::move(keys.sign);
}

Result<envelope::DeviceKeys> public_keys(const RenewalKeys& keys, const crypto::AgreePair& administration) {
  KITH_TRY(const AdministrationKeys opened,
           open_sealed(keys.device.key, keys.sealed_administration, administration));
  return envelope::DeviceKeys{envelope::DeviceRole::device, keys.device.key,   keys.agree.key,
                              opened.sign.key,              opened.agree.key, keys.transport.key};
}

SpaceNumber free_number(const ReplicaImpl& impl) {
  return impl.spaces.empty() ? kSelfSpace : impl.spaces.rbegin()->first + 1;
}

Result<SpaceNumber> found_space(ReplicaImpl& impl, envelope::SpaceKind kind, std::string_view name, bool dormant) {
  KITH_TRY(NewDevice made, make_device(impl.random, impl.administration));
  envelope::Genesis genesis;
  genesis.kind = kind;
  impl.random.fill(genesis.random.bytes);
  genesis.founder = made.keys;

  SpaceRow row;
  row.genesis = envelope::encode_genesis(genesis);
  row.space_secret = random_secret(impl.random);
  protocol::EpochKeys epoch{1, random_secret(impl.random)};
  const SpaceId id = envelope::space_id(genesis);

  envelope::MembershipBody body;
  body.action = envelope::FoundAction{genesis, protocol::seal_name(id, epoch.secret, name, impl.random)};
  KITH_TRY(body.epoch_start, protocol::start_epoch(id, epoch, row.space_secret, {genesis.founder}, impl.random));
  envelope::EntryHeader header;
  header.space = id;
  header.epoch = 1;
  header.author = made.device.key;
  header.seen = envelope::log_start(id);
  const Bytes entry = envelope::make_membership_entry(header, body, made.device, &made.administration);
  KITH_TRY(const envelope::EntryView view, envelope::parse_entry(entry));
  KITH_TRY(row.membership, envelope::apply(nullptr, view));

  row.head = envelope::log_next(envelope::log_start(id), envelope::entry_hash(entry));
  row.device = std::move(made.device);
  row.agree = std::move(made.agree);
  row.sealed_administration = std::move(made.sealed_administration);
  row.transport = std::move(made.transport);
  row.epochs[1] = std::move(epoch.secret);
  row.dormant = dormant;

  const MutexLock lock(impl.mu);
  row.number = free_number(impl);
  const SpaceNumber number = row.number;
  changelog::Batch batch;
  batch.put(Table::entry, entry_key_of(number, 1), encode_entry_row(row.head.running, entry));
  KITH_CHECK(impl.install(batch, std::move(row)));
  return number;
}

}  // namespace kith::client
