#include "vault.h"

#include <map>

#include "kith/engine/calls.h"
#include "sub.h"

namespace kith::c {
namespace {

constexpr std::chrono::milliseconds kSuspendTime{5000};

engine::EngineOptions options_of(const RuntimeCore& runtime, const Place& place) {
  engine::EngineOptions out;
  out.folder = place.folder;
  out.kdf = place.kdf;
  out.key_store = place.keys.get();
  out.accept_rolled_back = place.accept_rolled_back;
  out.roots_pem = runtime.roots_pem;
  return out;
}

// What each method holds, and so where it is done. Unknown ones go to the vault, which refuses them.
engine::Way way_of(std::uint32_t number) {
  static const std::map<std::uint32_t, engine::Way> all = [] {
    std::map<std::uint32_t, engine::Way> out;
    for (const engine::MethodInfo& method : engine::Engine::methods()) out[method.number] = method.way;
    return out;
  }();
  const auto at = all.find(number);
  return at == all.end() ? engine::Way::local : at->second;
}

std::shared_ptr<const Bytes> wiped_in_the_end(Bytes bytes) {
  return {new Bytes(std::move(bytes)), [](Bytes* gone) {
            wipe(*gone);
            delete gone;
          }};
}

}  // namespace

Result<Place> place_of(const kith_place& place) {
  Place out;
  for (const kith_slice one : {place.folder, place.counter_folder, place.device_key}) {
    if (is_nowhere(one)) return fail(Code::INVALID_ARGUMENT, "bytes that are nowhere");
  }
  // The system would end the name there, and mean another folder.
  for (const kith_slice one : {place.folder, place.counter_folder}) {
    if (text(one).find('\0') != std::string_view::npos) return fail(Code::INVALID_ARGUMENT, "a folder's name has no zero in it");
  }
  if (place.folder.size == 0) return fail(Code::INVALID_ARGUMENT, "a vault needs a folder");
  out.folder = path_of(text(place.folder));
  if (!out.folder.is_absolute()) return fail(Code::INVALID_ARGUMENT, "the folder of a vault is given in full");
  if (place.kdf != 0 && place.kdf != 1) return fail(Code::INVALID_ARGUMENT, "there is no such cost of a passphrase");
  out.kdf = place.kdf == 1 ? engine::KdfCost::floor : engine::KdfCost::standard;
  out.accept_rolled_back = place.accept_rolled_back != 0;
  if (place.device_key.size != 0 && place.device_key.size != engine::kDeviceKeyBytes) {
    return fail(Code::INVALID_ARGUMENT, "a device key has 32 bytes");
  }
  if (place.counter_folder.size == 0) {
    if (place.device_key.size != 0) return fail(Code::INVALID_ARGUMENT, "a device key needs a folder of counters");
    return out;
  }
  const std::filesystem::path counters = path_of(text(place.counter_folder));
  if (!counters.is_absolute()) return fail(Code::INVALID_ARGUMENT, "the folder of counters is given in full");
  out.keys = engine::make_device_keys(counters, Secret::copy_of(view(place.device_key)));
  return out;
}

VaultCore::VaultCore(std::shared_ptr<RuntimeCore> of, Place place)
    : runtime(std::move(of)),
      place_(std::move(place)),
      local_(std::make_unique<Lane>()),
      relay_(std::make_unique<Lane>()) {
  runtime->add(this);
}

VaultCore::~VaultCore() { runtime->remove(this); }

Result<void> VaultCore::begin(Lane& lane, kith_op op, kith_done_fn done, void* context, Work work) {
  KITH_TRY(const Began operation, runtime->operations.begin(op, done, context));
  auto thing = [self = shared_from_this(), operation, work = std::move(work)] {
    if (operation->claim()) self->do_now(operation, work);  // else it was cancelled, and that was told
  };
  {
    const MutexLock lock(mu_);
    if (closed_) {
      if (!runtime->operations.take_back(operation)) return {};
      return fail(Code::CLOSED, "this vault was let go");
    }
    try {
      under_way_.insert(op);
      lane.give(std::move(thing));
    } catch (...) {
      under_way_.erase(op);
      if (!runtime->operations.take_back(operation)) return {};
      throw;
    }
  }
  // Cancelled before it began: nobody waits for its turn.
  if (operation->control.cancelled()) runtime->operations.finish_cancelled(operation);
  return {};
}

void VaultCore::do_now(const Began& operation, const Work& work) {
  auto result = caught([&] { return work(operation); });
  if (result) done_with(operation, *std::move(result));
}

// What crossed may be a secret: a recovery code that is shown once, for one.
void VaultCore::done_with(const Began& operation, Result<Bytes> result) {
  log(result);
  runtime->operations.finish(operation, result);
  if (result) wipe(*result);
  const MutexLock lock(mu_);
  under_way_.erase(operation->id);
}

void VaultCore::log(const Result<Bytes>& result) {
  if (result) return;
  const bool own_fault = result.error().code == Code::INTERNAL || result.error().code == Code::OUT_OF_MEMORY;
  runtime->log(own_fault ? KITH_LOG_ERROR : KITH_LOG_INFO, "an operation ended: " + std::string(code_name(result.error().code)));
}

Result<void> VaultCore::begin_opening(kith_op op, kith_done_fn done, void* context, Opening opening) {
  return begin(*local_, op, done, context, [this, opening = std::move(opening)](const Began& operation) -> Result<Bytes> {
    if (operation->control.cancelled()) return fail(Code::CANCELLED, "this was cancelled");
    return open(opening);
  });
}

Result<Bytes> VaultCore::open(const Opening& opening) {
  {
    const MutexLock lock(mu_);
    if (closed_) return fail(Code::CANCELLED, "this vault was let go");
    if (engine_) return fail(Code::STORE_IN_USE, "this vault is open already");
    state_ = KITH_VAULT_OPENING;
  }
  auto opened = caught([&] { return opening(options_of(*runtime, place_)); });
  {
    const MutexLock lock(mu_);
    state_ = KITH_VAULT_CLOSED;
    opened_.notify_all();
    if (!opened) return opened.error();
    if (closed_) return fail(Code::CANCELLED, "this vault was let go");
    engine_ = *std::move(opened);
    state_ = KITH_VAULT_OPEN;
  }
  runtime->tell_network(*this);
  return Bytes();
}

Result<void> VaultCore::begin_lock(kith_op op, kith_done_fn done, void* context) {
  return begin(*local_, op, done, context, [this](const Began&) { return lock_now(); });
}

// A vault that is locked already stays so. Wiping the keys is not to be cancelled.
Result<Bytes> VaultCore::lock_now() {
  const std::shared_ptr<engine::Engine> open = engine_if_open();
  if (!open) return Bytes();
  KITH_CHECK(open->call(engine::method::vault_lock.number, {}));
  {
    const MutexLock lock(mu_);
    engine_.reset();
    state_ = KITH_VAULT_CLOSED;
  }
  cut_subs();
  return Bytes();
}

Result<void> VaultCore::begin_erase(kith_op op, kith_done_fn done, void* context) {
  return begin(*local_, op, done, context, [this](const Began& operation) -> Result<Bytes> {
    if (operation->control.cancelled()) return fail(Code::CANCELLED, "this was cancelled");
    return erase_now();
  });
}

Result<Bytes> VaultCore::erase_now() {
  if (engine_if_open()) return fail(Code::STORE_IN_USE, "the vault is open: lock it first");
  KITH_CHECK(engine::Engine::wipe(options_of(*runtime, place_), Secret(), engine::OpenWith::passphrase, true));
  return Bytes();
}

Result<void> VaultCore::begin_call(kith_op op, std::uint32_t method, Bytes bytes, kith_done_fn done, void* context) {
  const Request request = wiped_in_the_end(std::move(bytes));
  const engine::Way way = way_of(method);
  // The handle would not know of it.
  if (way == engine::Way::whole) return fail(Code::UNSUPPORTED, "a vault is locked, suspended and resumed by functions of its own");
  if (way == engine::Way::local) {
    return begin(*local_, op, done, context,
                 [this, method, request](const Began& operation) { return call_locally(operation, method, request); });
  }
  if (way == engine::Way::apart) {
    return begin(*local_, op, done, context, [this, method, request](const Began& operation) {
      return engine::Engine::call_beside(options_of(*runtime, place_), method, *request, &operation->control);
    });
  }
  return begin(*relay_, op, done, context, [this, method, way, request](const Began& operation) -> Result<Bytes> {
    if (way == engine::Way::beside && !engine_if_open()) return call_beside(operation, method, request);
    KITH_TRY(const std::shared_ptr<engine::Engine> open, engine());
    return open->call(method, *request, &operation->control);
  });
}

Result<Bytes> VaultCore::call_beside(const Began& operation, std::uint32_t method, const Request& request) {
  if (was_let_go()) return fail(Code::CANCELLED, "this vault was let go");
  // No engine is there that was told.
  if (!runtime->network_there()) return fail(Code::OFFLINE, "this device has no network");
  return engine::Engine::call_beside(options_of(*runtime, place_), method, *request, &operation->control);
}

// What turns out to want the relay goes on on the lane of those that do, so that nobody waits for it here.
std::optional<Result<Bytes>> VaultCore::call_locally(const Began& operation, std::uint32_t method, const Request& request) {
  const auto open = engine();
  if (!open) return open.error();
  bool goes_out = false;
  auto out = (*open)->call(method, *request, &operation->control, &goes_out);
  if (!goes_out) return out;
  const MutexLock lock(mu_);
  if (closed_) return fail(Code::CANCELLED, "this vault was let go");
  relay_->give([self = shared_from_this(), operation, open = *open, method, request]() mutable {
    self->done_with(operation, caught([&] { return open->call(method, *request, &operation->control); }));
    open.reset();  // before the handle, which has the key store
  });
  return std::nullopt;
}

std::int32_t VaultCore::state() {
  const MutexLock lock(mu_);
  return state_;
}

std::shared_ptr<engine::Engine> VaultCore::engine_if_open() {
  const MutexLock lock(mu_);
  return engine_;
}

Result<std::shared_ptr<engine::Engine>> VaultCore::engine() {
  const MutexLock lock(mu_);
  if (closed_) return fail(Code::CANCELLED, "this vault was let go");
  if (!engine_) return fail(Code::VAULT_LOCKED, "the vault is locked");
  return engine_;
}

// A vault that is just opening is waited for: else it would take its locks when everything sleeps.
Result<void> VaultCore::suspend(std::uint32_t timeout_ms) {
  const std::chrono::milliseconds limit = timeout_ms > 0 ? std::chrono::milliseconds(timeout_ms) : kSuspendTime;
  const auto until = std::chrono::steady_clock::now() + limit;
  {
    const MutexLock lock(mu_);
    while (state_ == KITH_VAULT_OPENING) {
      if (!opened_.wait_until(mu_, until)) return fail(Code::TIMEOUT, "the vault is still being opened");
    }
  }
  const std::shared_ptr<engine::Engine> open = engine_if_open();
  if (!open) return {};  // closed: it holds nothing
  api::v1::SuspendRequest request;
  const std::chrono::duration<double, std::milli> left = until - std::chrono::steady_clock::now();
  request.set_limit_ms(std::max(left.count(), 1.0));
  KITH_CHECK(engine::vault_suspend(*open, request));
  {
    const MutexLock lock(mu_);
    if (engine_ == open) state_ = KITH_VAULT_SUSPENDED;
  }
  cut_subs();
  return {};
}

Result<void> VaultCore::resume() {
  const std::shared_ptr<engine::Engine> open = engine_if_open();
  if (!open) return {};
  const auto resumed = engine::vault_resume(*open);
  const MutexLock lock(mu_);
  if (resumed && engine_ == open) state_ = KITH_VAULT_OPEN;
  // What could not be taken up again has wiped its keys.
  if (!resumed && resumed.error().code == Code::VAULT_LOCKED && engine_ == open) {
    engine_.reset();
    state_ = KITH_VAULT_CLOSED;
  }
  return resumed ? Result<void>() : resumed.error();
}

void VaultCore::close() {
  std::set<kith_op> ending;
  {
    const MutexLock lock(mu_);
    closed_ = true;
    ending.swap(under_way_);
  }
  for (const kith_op op : ending) runtime->operations.cancel(op);
  cut_subs();
  local_.reset();  // with what is under way on it
  relay_.reset();
  std::shared_ptr<engine::Engine> open;
  {
    const MutexLock lock(mu_);
    open = std::move(engine_);
    state_ = KITH_VAULT_CLOSED;
  }
  // Whoever has the engine still, a stream for one, has none of its keys and files.
  if (open) (void)open->call(engine::method::vault_lock.number, {});
}

void VaultCore::network_changed(bool there) {
  if (const std::shared_ptr<engine::Engine> open = engine_if_open()) open->network_changed(there);
}

// On the lane, for a call may hold the vault a while and nobody is to wait here.
void VaultCore::shed_memory() {
  const MutexLock lock(mu_);
  if (closed_ || !engine_) return;
  local_->give([self = shared_from_this(), open = engine_]() mutable {
    open->shed_memory();
    open.reset();  // before the handle, which has the key store
  });
}

void VaultCore::add(SubCore* sub) {
  const MutexLock lock(mu_);
  subs_.insert(sub);
}

void VaultCore::remove(SubCore* sub) {
  const MutexLock lock(mu_);
  subs_.erase(sub);
}

bool VaultCore::was_let_go() {
  const MutexLock lock(mu_);
  return closed_;
}

void VaultCore::cut_subs() {
  const MutexLock lock(mu_);
  for (SubCore* sub : subs_) sub->cut();
}

}  // namespace kith::c
