#pragma once
// The key store of a program whose platform keeps 32 bytes for it: what opens the vault without its passphrase is
// wrapped by these, and a folder apart from the vault keeps the counters that notice a vault that was put back.
//
// Threads: safe from any thread.
// Errors:  STORE_LOCKED for another key than the one a vault was wrapped by, and for none; UNSUPPORTED where a vault is to
//          be wrapped and none was given.

#include <filesystem>
#include <memory>

#include "kith/base/secret.h"

namespace kith::vault {
class PlatformKeyStore;
}

namespace kith::engine {

inline constexpr std::size_t kDeviceKeyBytes = 32;

// `key`: kDeviceKeyBytes, or empty where the device has none. Outlives the engines that are given it.
std::shared_ptr<vault::PlatformKeyStore> make_device_keys(const std::filesystem::path& counters, Secret key);

}  // namespace kith::engine
