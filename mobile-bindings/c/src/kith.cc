// The functions of kith.h: what comes in is looked at and copied, what goes out is counted, and no exception leaves.

#include "kith.h"

#include <vector>

#include "kith/engine/dictionary.h"
#include "kith/engine/vocabulary.h"
#include "objects.h"
#include "runtime.h"
#include "sub.h"
#include "vault.h"

struct kith_runtime {
  kith::c::Counted counted;
  std::shared_ptr<kith::c::RuntimeCore> core;
};

struct kith_vault {
  kith::c::Counted counted;
  std::atomic<int> references{1};
  std::shared_ptr<kith::c::VaultCore> core;
};

struct kith_sub {
  kith::c::Counted counted;
  std::shared_ptr<kith::c::SubCore> core;
};

namespace kith::c {
namespace {

constexpr std::string_view kFeatures[] = {"deadline", "grpc", "live"};

// A struct of a caller who may have been compiled with fewer fields than we have: those are 0.
template <typename Struct>
Struct known_fields(const Struct* given) {
  Struct out{};
  std::memcpy(&out, given, std::min<std::size_t>(given->struct_size, sizeof(Struct)));
  return out;
}

kith_status end(const Result<void>& result, kith_error** error = nullptr) {
  return result ? 0 : give(result.error(), error);
}

Result<engine::OpenWith> open_with(std::int32_t kind) {
  switch (kind) {
    case KITH_SECRET_PASSPHRASE: return engine::OpenWith::passphrase;
    case KITH_SECRET_RECOVERY_CODE: return engine::OpenWith::recovery_code;
    case KITH_SECRET_DEVICE_KEY: return engine::OpenWith::key_store;
    default: return fail(Code::INVALID_ARGUMENT, "there is no such kind of secret");
  }
}

// Shared, because what is kept in a std::function has to be copied.
std::shared_ptr<const Secret> secret(kith_slice given) { return std::make_shared<const Secret>(Secret::copy_of(view(given))); }

Result<std::string> about(std::int32_t what, std::string_view of) {
  switch (what) {
    case KITH_ABOUT_WORDS: return engine::vocabulary().SerializeAsString();
    case KITH_ABOUT_FACTS: return engine::fact_dictionary().SerializeAsString();
    case KITH_ABOUT_FIELDS: {
      const api::v1::KindDescription& fields = engine::fields_of(of);
      if (fields.fields().empty()) return fail(Code::NOT_FOUND, "there is no noun of that name with fields");
      return fields.SerializeAsString();
    }
    default: return fail(Code::INVALID_ARGUMENT, "there is nothing of that number to tell about");
  }
}

}  // namespace
}  // namespace kith::c

namespace c = kith::c;
using kith::Code;
using kith::fail;

extern "C" {

uint32_t kith_abi_version(void) noexcept { return KITH_ABI_VERSION; }
const char* kith_version(void) noexcept { return KITH_VERSION; }

int32_t kith_has_feature(const char* name) noexcept {
  return name != nullptr && std::find(std::begin(c::kFeatures), std::end(c::kFeatures), name) != std::end(c::kFeatures);
}

uint64_t kith_live_objects(void) noexcept { return c::Counted::live(); }

kith_status kith_error_status(const kith_error* error) noexcept { return error->status; }
const char* kith_error_message(const kith_error* error) noexcept { return error->message.c_str(); }
kith_slice kith_error_detail(const kith_error* error) noexcept { return c::slice(kith::as_bytes(error->detail)); }
void kith_error_free(kith_error* error) noexcept { delete error; }

void kith_buf_free(kith_buf* buf) noexcept {
  if (buf == nullptr || buf->data == nullptr) return;
  kith::wipe({buf->data, buf->size});
  delete[] buf->data;
  *buf = {nullptr, 0};
  c::Counted::end();
}

kith_status kith_runtime_new(const kith_config* config, kith_runtime** out, kith_error** error) noexcept {
  return c::guarded(error, [&]() -> kith_status {
    if (config == nullptr || out == nullptr) return c::give(fail(Code::INVALID_ARGUMENT, "a runtime needs a kith_config"), error);
    const kith_config known = c::known_fields(config);
    if (c::is_nowhere(known.tls_roots_pem)) return c::give(fail(Code::INVALID_ARGUMENT, "certificates that are nowhere"), error);
    if (known.abi_version != KITH_ABI_VERSION) {
      return c::give(fail(Code::UNSUPPORTED, "the caller was compiled for another version of kith.h"), error);
    }
    auto made = std::make_unique<kith_runtime>();
    made->core = std::make_shared<c::RuntimeCore>(known);
    made->core->log(KITH_LOG_INFO, "version " KITH_VERSION);
    *out = made.release();
    return 0;
  });
}

void kith_runtime_release(kith_runtime* runtime) noexcept {
  if (runtime == nullptr) return;
  runtime->core->stop_log();
  delete runtime;
}

kith_op kith_op_new(kith_runtime* runtime) noexcept {
  kith_op out = 0;
  c::quietly([&] { out = runtime->core->operations.take(); });
  return out;
}

void kith_cancel(kith_runtime* runtime, kith_op op) noexcept {
  c::quietly([&] { runtime->core->operations.cancel(op); });
}

void kith_network_changed(kith_runtime* runtime, int32_t kind) noexcept {
  c::quietly([&] { runtime->core->network_changed(kind != KITH_NETWORK_NONE); });
}

void kith_memory_pressure(kith_runtime* runtime) noexcept {
  c::quietly([&] { runtime->core->shed_memory(); });
}

kith_status kith_vault_new(kith_runtime* runtime, const kith_place* place, kith_vault** out, kith_error** error) noexcept {
  return c::guarded(error, [&]() -> kith_status {
    if (place == nullptr || out == nullptr) return c::give(fail(Code::INVALID_ARGUMENT, "a vault needs a kith_place"), error);
    auto where = c::place_of(c::known_fields(place));
    if (!where) return c::give(where.error(), error);
    auto made = std::make_unique<kith_vault>();
    made->core = std::make_shared<c::VaultCore>(runtime->core, *std::move(where));
    *out = made.release();
    return 0;
  });
}

kith_vault* kith_vault_retain(kith_vault* vault) noexcept {
  ++vault->references;
  return vault;
}

void kith_vault_release(kith_vault* vault) noexcept {
  if (vault == nullptr || --vault->references > 0) return;
  c::quietly([&] { vault->core->close(); });
  delete vault;
}

int32_t kith_vault_state(const kith_vault* vault) noexcept { return vault->core->state(); }

kith_status kith_vault_create(kith_vault* vault, kith_op op, kith_slice passphrase, kith_slice name, kith_done_fn done,
                              void* context) noexcept {
  return c::guarded(nullptr, [&]() -> kith_status {
    if (c::is_nowhere(passphrase) || c::is_nowhere(name)) return c::status(Code::INVALID_ARGUMENT);
    return c::end(vault->core->begin_opening(
        op, done, context,
        [secret = c::secret(passphrase), name = std::string(c::text(name))](const kith::engine::EngineOptions& options) {
          return kith::engine::Engine::create(options, *secret, name);
        }));
  });
}

kith_status kith_vault_restore(kith_vault* vault, kith_op op, kith_slice file, int32_t kind, kith_slice secret,
                               kith_slice passphrase, kith_done_fn done, void* context) noexcept {
  return c::guarded(nullptr, [&]() -> kith_status {
    if (c::is_nowhere(file) || c::is_nowhere(secret) || c::is_nowhere(passphrase)) return c::status(Code::INVALID_ARGUMENT);
    if (kind != KITH_SECRET_PASSPHRASE && kind != KITH_SECRET_RECOVERY_CODE) return c::status(Code::INVALID_ARGUMENT);
    return c::end(vault->core->begin_opening(
        op, done, context,
        [file = std::string(c::text(file)), kind, of_backup = c::secret(secret),
         own = c::secret(passphrase)](const kith::engine::EngineOptions& options) {
          using Kind = kith::engine::RestoreSecret::Kind;
          const kith::engine::RestoreSecret opens{
              kind == KITH_SECRET_PASSPHRASE ? Kind::passphrase : Kind::recovery_code, of_backup->clone()};
          return kith::engine::Engine::restore(options, c::path_of(file), opens, *own);
        }));
  });
}

kith_status kith_vault_unlock(kith_vault* vault, kith_op op, int32_t kind, kith_slice secret, kith_done_fn done,
                              void* context) noexcept {
  return c::guarded(nullptr, [&]() -> kith_status {
    if (c::is_nowhere(secret)) return c::status(Code::INVALID_ARGUMENT);
    const auto with = c::open_with(kind);
    if (!with) return c::status(with.error().code);
    return c::end(vault->core->begin_opening(
        op, done, context, [opens = c::secret(secret), with = *with](const kith::engine::EngineOptions& options) {
          return kith::engine::Engine::open(options, *opens, with);
        }));
  });
}

kith_status kith_vault_lock(kith_vault* vault, kith_op op, kith_done_fn done, void* context) noexcept {
  return c::guarded(nullptr, [&] { return c::end(vault->core->begin_lock(op, done, context)); });
}

kith_status kith_vault_suspend(kith_vault* vault, uint32_t timeout_ms) noexcept {
  return c::guarded(nullptr, [&] { return c::end(vault->core->suspend(timeout_ms)); });
}

kith_status kith_vault_resume(kith_vault* vault, kith_error** error) noexcept {
  return c::guarded(error, [&] { return c::end(vault->core->resume(), error); });
}

kith_status kith_vault_erase(kith_vault* vault, kith_op op, kith_done_fn done, void* context) noexcept {
  return c::guarded(nullptr, [&] { return c::end(vault->core->begin_erase(op, done, context)); });
}

kith_status kith_call(kith_vault* vault, kith_op op, uint32_t method, kith_slice request, kith_done_fn done,
                      void* context) noexcept {
  return c::guarded(nullptr, [&]() -> kith_status {
    if (c::is_nowhere(request)) return c::status(Code::INVALID_ARGUMENT);
    return c::end(vault->core->begin_call(op, method, kith::to_bytes(c::view(request)), done, context));
  });
}

kith_status kith_sub_open(kith_vault* vault, uint32_t method, kith_slice request, kith_sub** out,
                          kith_error** error) noexcept {
  return c::guarded(error, [&]() -> kith_status {
    if (c::is_nowhere(request)) return c::status(Code::INVALID_ARGUMENT);
    if (out == nullptr) return c::status(Code::INVALID_ARGUMENT);
    const auto streams = c::check_streams(method);
    if (!streams) return c::give(streams.error(), error);
    auto made = std::make_unique<kith_sub>();
    made->core = std::make_shared<c::SubCore>(vault->core, method, kith::to_bytes(c::view(request)));
    *out = made.release();
    return 0;
  });
}

kith_status kith_sub_next(kith_sub* sub, kith_op op, kith_done_fn done, void* context) noexcept {
  return c::guarded(nullptr, [&] { return c::end(sub->core->begin_next(op, done, context)); });
}

void kith_sub_close(kith_sub* sub) noexcept {
  if (sub == nullptr) return;
  c::quietly([&] { sub->core->close(); });
  delete sub;
}

kith_status kith_about(int32_t what, kith_slice of, kith_buf* out, kith_error** error) noexcept {
  return c::guarded(error, [&]() -> kith_status {
    if (c::is_nowhere(of)) return c::status(Code::INVALID_ARGUMENT);
    if (out == nullptr) return c::status(Code::INVALID_ARGUMENT);
    const auto told = c::about(what, c::text(of));
    if (!told) return c::give(told.error(), error);
    auto bytes = std::make_unique<std::uint8_t[]>(told->size());
    std::memcpy(bytes.get(), told->data(), told->size());
    *out = {bytes.release(), told->size()};
    c::Counted::begin();
    return 0;
  });
}

}  // extern "C"
