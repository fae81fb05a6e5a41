#include "kith_extension.h"

#include <new>

#include "kith/base/clock.h"
#include "kith/tray/tray.h"
#include "kith/verify/random.h"

namespace {

std::string text_of(const char* data, std::size_t size) { return size == 0 ? std::string() : std::string(data, size); }

kith::Result<void> put(const char* folder, kith::tray::Item item) {
  KITH_TRY(const kith::tray::Tray tray, kith::tray::Tray::at(folder == nullptr ? "" : folder));
  if (item.shared_ms == 0) item.shared_ms = kith::system_clock().wall_ms();
  return tray.put(item, kith::verify::system_random());
}

}  // namespace

uint32_t kith_extension_abi_version() noexcept { return KITH_EXTENSION_ABI_VERSION; }

int32_t kith_tray_put(const char* folder, const char* text, size_t text_size, const char* source, size_t source_size,
                      int64_t shared_ms) noexcept {
  // What lies below throws when there is no memory, and nothing else.
  try {
    const auto done = put(folder, {text_of(text, text_size), text_of(source, source_size), shared_ms});
    return done ? 0 : static_cast<int32_t>(done.error().code);
  } catch (const std::bad_alloc&) {
    return KITH_STATUS_OUT_OF_MEMORY;
  } catch (...) {
    return KITH_STATUS_INTERNAL;
  }
}
