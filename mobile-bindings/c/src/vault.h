#pragma once
// A folder that has or will have a vault, and the engine while it is open. Two lanes: what works on the vault, and
// what wants the relay, so that whoever waits for a relay keeps nobody from his own notes.
//
// Threads: safe from any thread.
// Owns:    the engine, which streams and running calls share; closed with the last of them.
// Errors:  VAULT_LOCKED while no vault is open, CANCELLED for what the last release ended.

#include <memory>
#include <optional>
#include <set>

#include "kith/engine/device_keys.h"
#include "kith/engine/engine.h"
#include "runtime.h"

namespace kith::c {

class SubCore;

// What kith_place says, in our own memory. INVALID_ARGUMENT.
struct Place {
  std::filesystem::path folder;
  engine::KdfCost kdf = engine::KdfCost::standard;
  std::shared_ptr<vault::PlatformKeyStore> keys;  // null: neither key nor counters
  bool accept_rolled_back = false;
};
Result<Place> place_of(const kith_place& place);

class VaultCore : public std::enable_shared_from_this<VaultCore> {
 public:
  // Nothing: it goes on elsewhere, and ends there.
  using Work = std::function<std::optional<Result<Bytes>>(const std::shared_ptr<Operation>&)>;
  using Opening = std::function<Result<std::unique_ptr<engine::Engine>>(const engine::EngineOptions&)>;

  VaultCore(std::shared_ptr<RuntimeCore> runtime, Place place);
  ~VaultCore();

  // Each begins the operation or says why not; what it comes to is told to `done`.
  Result<void> begin_opening(kith_op op, kith_done_fn done, void* context, Opening opening);
  Result<void> begin_lock(kith_op op, kith_done_fn done, void* context);
  Result<void> begin_erase(kith_op op, kith_done_fn done, void* context);
  Result<void> begin_call(kith_op op, std::uint32_t method, Bytes request, kith_done_fn done, void* context);

  std::int32_t state() KITH_EXCLUDES(mu_);
  Result<void> suspend(std::uint32_t timeout_ms) KITH_EXCLUDES(mu_);
  Result<void> resume() KITH_EXCLUDES(mu_);
  // Ends what is under way and closes the vault; nothing begins afterwards.
  void close() KITH_EXCLUDES(mu_);

  void network_changed(bool there) KITH_EXCLUDES(mu_);
  void shed_memory();

  // The engine while it is open or suspended; else why there is none.
  Result<std::shared_ptr<engine::Engine>> engine() KITH_EXCLUDES(mu_);
  bool was_let_go() KITH_EXCLUDES(mu_);
  void add(SubCore* sub) KITH_EXCLUDES(mu_);
  void remove(SubCore* sub) KITH_EXCLUDES(mu_);

  const std::shared_ptr<RuntimeCore> runtime;

 private:
  using Began = std::shared_ptr<Operation>;
  using Request = std::shared_ptr<const Bytes>;  // wiped when it goes: it may hold a secret
  // `work` on that lane, in its turn, unless it is cancelled before.
  Result<void> begin(Lane& lane, kith_op op, kith_done_fn done, void* context, Work work);
  void do_now(const Began& operation, const Work& work);
  void done_with(const Began& operation, Result<Bytes> result);
  Result<Bytes> open(const Opening& opening);
  Result<Bytes> lock_now();
  Result<Bytes> erase_now();
  std::optional<Result<Bytes>> call_locally(const Began& operation, std::uint32_t method, const Request& request);
  Result<Bytes> call_beside(const Began& operation, std::uint32_t method, const Request& request);
  void log(const Result<Bytes>& result);
  std::shared_ptr<engine::Engine> engine_if_open() KITH_EXCLUDES(mu_);
  void cut_subs() KITH_EXCLUDES(mu_);

  const Place place_;
  Mutex mu_;
  CondVar opened_;  // or not: its opening is over
  std::int32_t state_ KITH_GUARDED_BY(mu_) = KITH_VAULT_CLOSED;
  bool closed_ KITH_GUARDED_BY(mu_) = false;
  std::shared_ptr<engine::Engine> engine_ KITH_GUARDED_BY(mu_);
  std::set<kith_op> under_way_ KITH_GUARDED_BY(mu_);
  std::set<SubCore*> subs_ KITH_GUARDED_BY(mu_);  // each takes itself out before it goes
  std::unique_ptr<Lane> local_;
  std::unique_ptr<Lane> relay_;
};

}  // namespace kith::c
