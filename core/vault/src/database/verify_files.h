#pragma once
// Reads every file of a database folder wholly through the sealed file system.
//
// Threads: no file may come or go while it runs.
// Errors:  STORE_CORRUPT at the first file that does not open or that is none of ours; STORE_IO.

#include <filesystem>

#include "kith/vault/verify.h"
#include "sealed/sealed_file_system.h"

namespace kith::vault {

// The inventory, where `files` has started one, is compared with the folder.
// Adds files and bytes to `report`; `outside` bytes were read before.
Result<void> verify_files(const std::filesystem::path& dir, SealedFileSystem& files, std::uint64_t outside,
                          const Progress& progress, VerifyReport& report);

}  // namespace kith::vault
