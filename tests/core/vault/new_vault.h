#pragma once
// A vault made anew for its test, at the lowest cost that a passphrase may have, and the names that
// such a test uses. Where a test may as well open a copy, vaults.h is faster.
//
// Threads: one.

#include <gmock/gmock.h>

#include "system/folder.h"
#include "keys/key_file.h"
#include "vaults.h"

namespace kith::vault {

using changelog::Batch;
using changelog::Table;
using kith::testing::Fails;
using kith::testing::IsOk;
using kith::testing::IsOkAnd;
using testing::copy_folder;
using testing::file_like;
using testing::files_under;
using testing::read_whole;
using testing::Rows;
using testing::rows_of;
using testing::SealedDisk;
using testing::SeededRandom;
using testing::TemporaryFolder;
using testing::words;
using testing::write_whole;
namespace fs = std::filesystem;

inline const VaultOptions kCheap{.cost = crypto::kCostFloor};

inline Result<void> put(changelog::Store& store, Table table, std::string_view key, BytesView value) {
  Batch batch;
  batch.put(table, to_bytes(key), to_bytes(value));
  return store.commit(batch);
}

class Vaults : public ::testing::Test {
 protected:
  std::unique_ptr<Vault> create() {
    auto made = Vault::create(dir_, words("correct horse"), kCheap);
    EXPECT_THAT(made, IsOk());
    return *std::move(made);
  }
  Result<std::unique_ptr<Vault>> open(std::string_view passphrase = "correct horse") {
    return Vault::open(dir_, words(passphrase), kCheap);
  }
  // Every file of the folder with its bytes: what must not change.
  std::map<fs::path, Bytes> state() const {
    std::map<fs::path, Bytes> out;
    for (const fs::path& path : files_under(dir_)) out[path] = read_whole(path);
    return out;
  }
  TemporaryFolder temp_;
  fs::path dir_ = temp_ / "vault";
};

}  // namespace kith::vault
