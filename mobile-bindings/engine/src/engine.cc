#include "kith/engine/engine.h"

#include <algorithm>
#include <span>
#include <system_error>

#include "kith/crypto/recovery_code.h"
#include "kith/engine/limits.h"
#include "kith/vault/backup.h"
#include "kith/vault/file_stream.h"
#include "kith/vault/wipe.h"
#include "kith/verify/random.h"
#include "session/input.h"
#include "session/method.h"
#include "vault/keys.h"

namespace kith::engine {

static_assert(kTextMost == kMaxTextBytes);
static_assert(kHeldKeyBytes == vault::kHeldKeyBytes);

namespace {

EngineOptions completed(EngineOptions options) {
  if (options.clock == nullptr) options.clock = &system_clock();
  if (options.random == nullptr) options.random = &verify::system_random();
  return options;
}

vault::VaultOptions vault_options(Session& session) {
  const EngineOptions& options = session.options;
  vault::VaultOptions out;
  out.cost = options.kdf == KdfCost::floor ? crypto::kCostFloor : crypto::kCostTarget;
  out.random = options.random;
  if (options.key_store == nullptr && !options.key_folder.empty()) {
    session.key_folder = make_key_folder(options.key_folder, *options.random);
  }
  out.platform = session.key_folder ? session.key_folder.get() : options.key_store;
  out.accept_rolled_back = options.accept_rolled_back;
  return out;
}

// Null: there is none of that number.
template <typename Row>
const Row* row_of(std::span<const Row> table, MethodNumber number) {
  const auto at = std::lower_bound(table.begin(), table.end(), number,
                                   [](const Row& row, MethodNumber wanted) { return row.number < wanted; });
  return at == table.end() || at->number != number ? nullptr : &*at;
}

}  // namespace

Engine::Engine(std::unique_ptr<Session> session) : session_(std::move(session)) {}
Engine::~Engine() = default;

Result<std::unique_ptr<Engine>> Engine::create(const EngineOptions& options, const Secret& passphrase,
                                               std::string_view name) {
  KITH_TRY(std::string own_name, own_name_input(name));
  if (passphrase.empty()) return fail(Code::INVALID_ARGUMENT, "the passphrase is empty");
  auto session = std::make_unique<Session>();
  session->options = completed(options);
  KITH_TRY(session->vault, vault::Vault::create(options.folder, passphrase, vault_options(*session)));
  KITH_TRY(session->replica,
           client::Replica::create(session->vault->store(), *session->options.clock, *session->options.random,
                                   session->vault->administration_key()));
  KITH_CHECK(session->replica->create_record(client::kSelfSpace, model::Kind::profile,
                                             {{model::profile::kName, std::move(own_name)}}));
  return std::unique_ptr<Engine>(new Engine(std::move(session)));
}

Result<std::unique_ptr<Engine>> Engine::open(const EngineOptions& options, const Secret& secret, OpenWith with) {
  auto session = std::make_unique<Session>();
  session->options = completed(options);
  if (with == OpenWith::held_key) {
    KITH_TRY(const vault::HeldKey key, vault::HeldKey::parse(secret));
    KITH_TRY(session->vault, vault::Vault::open(options.folder, key, vault_options(*session)));
  } else {
    KITH_TRY(const vault::Unlock unlock, unlock_of(with, secret));
    KITH_TRY(session->vault, vault::Vault::open(options.folder, unlock, vault_options(*session)));
  }
  KITH_TRY(session->replica,
           client::Replica::open(session->vault->store(), *session->options.clock, *session->options.random,
                                 session->vault->administration_key()));
  return std::unique_ptr<Engine>(new Engine(std::move(session)));
}

Result<std::unique_ptr<Engine>> Engine::restore(const EngineOptions& options, const std::filesystem::path& file,
                                                const RestoreSecret& secret, const Secret& passphrase) {
  auto session = std::make_unique<Session>();
  session->options = completed(options);
  Secret plain = secret.text.clone();
  if (secret.kind == RestoreSecret::Kind::recovery_code) {
    KITH_TRY(plain, crypto::parse_recovery_code(secret.text));
  }
  const vault::BackupKey key{secret.kind == RestoreSecret::Kind::recovery_code
                                 ? vault::BackupKey::Kind::recovery_code
                                 : vault::BackupKey::Kind::passphrase,
                             &plain};
  KITH_TRY(vault::FileSource source, vault::FileSource::open(file));
  KITH_TRY(session->vault, vault::restore_backup(source, key, options.folder, passphrase,
                                                 vault_options(*session)));
  KITH_TRY(session->replica,
           client::Replica::open(session->vault->store(), *session->options.clock, *session->options.random,
                                 session->vault->administration_key()));
  return std::unique_ptr<Engine>(new Engine(std::move(session)));
}

Result<void> Engine::wipe(const EngineOptions& options, const Secret& secret, OpenWith with, bool forgotten) {
  Session session;
  session.options = completed(options);
  vault::PlatformKeyStore* const platform = vault_options(session).platform;
  Random& random = *session.options.random;
  if (forgotten) return vault::wipe_vault(options.folder, nullptr, platform, random);
  KITH_TRY(const vault::Unlock unlock, unlock_of(with, secret));
  return vault::wipe_vault(options.folder, &unlock, platform, random);
}

Result<Secret> Engine::hold() const {
  const MutexLock lock(session_->mu);
  KITH_TRY(const vault::HeldKey key, session_->vault->hold());
  return key.bytes();
}

Result<Bytes> Engine::call(MethodNumber number, BytesView request) {
  const Method* method = row_of(all_methods(), number);
  if (method == nullptr) return fail(Code::UNSUPPORTED, "there is no such method");
  const MutexLock lock(session_->mu);
  if (session_->locked) return fail(Code::VAULT_LOCKED, "the vault is locked");
  return method->run(*session_, request);
}

Result<std::unique_ptr<Stream>> Engine::open_stream(MethodNumber number, BytesView request) {
  const StreamMethod* method = row_of(all_streams(), number);
  if (method == nullptr) return fail(Code::UNSUPPORTED, "there is no such stream");
  const MutexLock lock(session_->mu);
  if (session_->locked) return fail(Code::VAULT_LOCKED, "the vault is locked");
  return method->open(*session_, request);
}

std::vector<MethodInfo> Engine::methods() {
  std::vector<MethodInfo> out;
  for (const Method& one : all_methods()) out.push_back({one.number, one.name, false});
  for (const StreamMethod& one : all_streams()) out.push_back({one.number, one.name, true});
  return out;
}

}  // namespace kith::engine
