#include "device.h"

#include "kith/grpc/grpc_transport.h"
#include "kith/verify/random.h"

namespace kith::bench {
namespace {

constexpr std::size_t kNoteBytes = 600;

Result<std::unique_ptr<client::Replica>> replica_of(vault::Vault& vault, bool fresh) {
  const auto make = fresh ? &client::Replica::create : &client::Replica::open;
  return make(vault.store(), system_clock(), verify::system_random(), vault.administration_key());
}

}  // namespace

Secret passphrase() { return Secret::copy_of(as_bytes("a passphrase for the benchmarks only")); }

std::string words(std::size_t size, std::uint64_t number) {
  static constexpr char kLetters[] = "etaoin shrdlucmfwypvbgkqjxz ETAO";
  std::uint64_t state = number * 0x9e3779b97f4a7c15U + 1;
  std::string out(size, ' ');
  for (char& letter : out) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    letter = kLetters[state >> 59U];
  }
  return out;
}

client::Fields note_fields(std::uint64_t number) {
  return {{model::note::kText, words(kNoteBytes, number)},
          {model::note::kCreated, std::int64_t{1'700'000'000'000} + static_cast<std::int64_t>(number)}};
}

Result<Device> Device::create(const std::filesystem::path& folder, const crypto::PassphraseCost& cost) {
  Device out;
  vault::VaultOptions options;
  options.cost = cost;
  KITH_TRY(out.vault, vault::Vault::create(folder, passphrase(), options));
  KITH_TRY(out.replica, replica_of(*out.vault, true));
  return out;
}

Result<Device> Device::open(const std::filesystem::path& folder) {
  Device out;
  KITH_TRY(out.vault, vault::Vault::open(folder, passphrase()));
  KITH_TRY(out.replica, replica_of(*out.vault, false));
  return out;
}

Result<void> Device::connect(const std::string& address, const std::string& ca_pem) {
  grpc::GrpcOptions options;
  options.address = address;
  options.ca_pem = ca_pem;
  KITH_TRY(transport, grpc::make_grpc_transport(options));
  return {};
}

Result<void> make_pair(PairOfDevices& pair, const std::string& address) {
  client::Pairing inviter(*pair.writer.replica);
  client::Pairing accepter(*pair.partner.replica);
  KITH_TRY(const auto opened_writer, pair.writer.vault->open_administration(passphrase()));
  KITH_TRY(const auto opened_partner, pair.partner.vault->open_administration(passphrase()));
  KITH_TRY(const auto invitation, inviter.invite(*pair.writer.transport, "Amara", {}, address));
  KITH_TRY(const auto accepted, accepter.accept(*pair.partner.transport, invitation.code, "Jonas", {}));
  KITH_CHECK(inviter.refresh(*pair.writer.transport));
  KITH_TRY(const auto confirmed,
           inviter.confirm(*pair.writer.transport, invitation.id, accepted.digits, opened_writer));
  KITH_TRY(const auto verified,
           accepter.confirm(*pair.partner.transport, accepted.id, accepted.digits, opened_partner));
  if (!verified.verified) return fail(Code::INTERNAL, "the two devices did not become a pair");
  pair.of_writer = confirmed.space;
  pair.of_partner = verified.space;
  for (int round = 0; round < 2; ++round) {
    KITH_CHECK(pair.writer.sync().sync());
    KITH_CHECK(pair.partner.sync().sync());
  }
  return {};
}

}  // namespace kith::bench
