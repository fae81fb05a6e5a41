#pragma once
// The files of a relay's folder beside its database: its signing key and, with --dev, its
// certificate. STORE.md lists them.
//
// Threads: pure functions over the disk.
// Errors:  STORE_IO, STORE_CORRUPT for a key file that is none, NOT_FOUND, INVALID_ARGUMENT for a key that is none
//          any more, since others read it.

#include <filesystem>

#include "kith/base/random.h"
#include "kith/relay/certificate.h"
#include "kith/verify/sign.h"

namespace kith::relay {

// The folder, made where it is missing, for its owner alone.
Result<void> open_data_folder(const std::filesystem::path& folder);

// The key that signs heads; made once. Devices pin it: a lost one is another relay.
Result<verify::SignPair> relay_key_of(const std::filesystem::path& folder, Random& random);

// Made once, and then kept: devices remember its authority.
Result<DevelopmentCertificate> development_certificate_of(const std::filesystem::path& folder,
                                                          const std::string& host);

Result<std::string> read_text(const std::filesystem::path& file);

// As read_text, and only while not everybody on this machine may read it. Its group may: some hosts have one for keys.
Result<std::string> read_key(const std::filesystem::path& file);

}  // namespace kith::relay
