#include "kith/engine/engine.h"

#include <algorithm>
#include <span>
#include <system_error>

#include "kith/crypto/recovery_code.h"
#include "kith/engine/calls.h"
#include "kith/engine/limits.h"
#include "kith/vault/backup.h"
#include "kith/vault/file_stream.h"
#include "kith/vault/wipe.h"
#include "kith/verify/random.h"
#include "locked/kit.h"
#include "session/input.h"
#include "session/method.h"
#include "tray/tray_key.h"
#include "vault/keys.h"
#include "vault/put_away.h"

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
  out.profile = options.memory == Memory::phone ? vault::Profile::phone : vault::Profile::app;
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

// What becomes of a call that waits for the relay when the vault is wanted as a whole.
Error why_ended(MethodNumber number) {
  if (number == method::vault_lock.number) return fail(Code::VAULT_LOCKED, "the vault was locked meanwhile");
  return fail(Code::VAULT_SUSPENDED, "the vault was suspended meanwhile");
}

bool is_of_connection(Code code) { return code == Code::OFFLINE || code == Code::TIMEOUT || code == Code::CANCELLED; }

// `wants_turn`: whether it failed for want of the turn.
Result<Bytes> run(Session& session, const Method& method, BytesView request, const Control* control, bool* wants_turn) {
  if (control != nullptr && control->cancelled()) return fail(Code::CANCELLED, "this was cancelled");
  const MutexLock lock(session.mu);
  if (session.locked) return fail(Code::VAULT_LOCKED, "the vault is locked");
  if (session.own_is_stale.exchange(false)) session.own.forget();
  session.wants_turn = false;
  auto out = method.run(session, request);
  // A connection that failed waits longer and longer before it tries again; whoever asks anew wants it tried now.
  if (!out && session.turn.is_mine() && is_of_connection(out.error().code)) session.transport.reset();
  if (wants_turn != nullptr) *wants_turn = session.wants_turn;
  keep_kit_true(session);
  if (out) session.settle_index();
  session.tell_changes();
  return out;
}

bool is_open(Session& session) {
  const MutexLock lock(session.mu);
  return !session.locked && !session.vault->suspended();
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
  KITH_CHECK(tray_pair(*session));
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
  take_in_what_came(*session);
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
  // What was allowed to the device that was backed up is not allowed to this one.
  KITH_CHECK(LockedVault(*session)->forbid());
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

Result<Bytes> Engine::call(MethodNumber number, BytesView request, Control* control, bool* wants_relay) {
  const Method* method = row_of(all_methods(), number);
  if (const BesideMethod* beside = row_of(all_beside(), number); beside != nullptr) {
    if (beside->way == Way::apart || !is_open(*session_)) return call_beside(session_->options, number, request, control);
    return fail(Code::STORE_IN_USE, "this is for a vault that is locked, and this one is open", {Step::SYNC});
  }
  if (method == nullptr) return fail(Code::UNSUPPORTED, "there is no such method");
  // Nothing is to be resumed, so nothing has to end for it.
  const bool awake = number == method::vault_resume.number && !session_->vault->suspended();
  if (method->way == Way::local || awake) {
    bool wants_turn = false;
    auto out = run(*session_, *method, request, control, &wants_turn);
    // A few methods ask the relay in rare cases alone; what fails has changed nothing, so it is begun anew.
    if (out || !wants_turn) return out;
    if (wants_relay != nullptr) {
      *wants_relay = true;
      return out;
    }
  }
  std::optional<RelayTurn::Held> held;
  if (method->way == Way::whole) held.emplace(session_->turn, why_ended(number));
  // It waits for nobody's end but for moments: a phone that goes to sleep has no time.
  if (number == method::vault_suspend.number) return put_away(*session_, request);
  const RelayTurn::Taken turn(session_->turn, control);
  if (!turn.had()) return fail(Code::CANCELLED, "this was cancelled");
  return run(*session_, *method, request, control, nullptr);
}

Result<Bytes> Engine::call_beside(const EngineOptions& options, MethodNumber number, BytesView request,
                                  Control* control) {
  const BesideMethod* method = row_of(all_beside(), number);
  if (method == nullptr) return fail(Code::UNSUPPORTED, "this wants a vault that is open");
  Beside beside;
  beside.options = completed(options);
  const RelayTurn::Taken turn(beside.turn, control);
  if (!turn.had()) return fail(Code::CANCELLED, "this was cancelled");
  return method->run(beside, request);
}

Result<std::unique_ptr<Stream>> Engine::open_stream(MethodNumber number, BytesView request) {
  const StreamMethod* method = row_of(all_streams(), number);
  if (method == nullptr) return fail(Code::UNSUPPORTED, "there is no such stream");
  const MutexLock lock(session_->mu);
  if (session_->locked) return fail(Code::VAULT_LOCKED, "the vault is locked");
  return method->open(*session_, request);
}

void Engine::network_changed(bool there) { session_->turn.network_changed(there); }

void Engine::shed_memory() {
  const MutexLock lock(session_->mu);
  session_->own.forget();
}

std::vector<MethodInfo> Engine::methods() {
  std::vector<MethodInfo> out;
  for (const Method& one : all_methods()) out.push_back({one.number, one.name, one.way, false});
  for (const BesideMethod& one : all_beside()) out.push_back({one.number, one.name, one.way, false});
  for (const StreamMethod& one : all_streams()) out.push_back({one.number, one.name, one.way, true});
  return out;
}

}  // namespace kith::engine
