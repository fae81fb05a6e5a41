#pragma once
// A small database with rows in table files and in a log, to be damaged and opened again. Below
// the Vault, because each opening of one is slow on purpose.
//
// Threads: one.

#include <gmock/gmock.h>

#include "disk.h"
#include "sealed/file_format.h"
#include "kith/testing/matchers.h"
#include "database/schema.h"
#include "database/verify_files.h"

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
using testing::write_whole;
namespace fs = std::filesystem;

inline std::string kind_of(const fs::path& path) {
  const std::string name = path.filename().string();
  if (name.ends_with(".sst")) return "table file";
  if (name.ends_with(".log")) return "log";
  return name.substr(0, name.find('-'));
}

class Damage : public ::testing::Test {
 protected:
  // What lies in table files, and behind it what lies in the log: one row a batch.
  Damage() {
    {
      auto store = open(RocksStore::Mode::create);
      for (int i = 0; i < 40; ++i) put(*store, 200);
    }
    {
      auto store = open(RocksStore::Mode::open);  // what was in the log becomes a table file
      for (int i = 0; i < 4; ++i) {
        before_last_ = expected_;
        put(*store, 30);
      }
      copy_folder(db_, temp_ / "good");  // as a crash leaves it: nothing is closed
    }
    restore();
    cut_room(log());
    copy_folder(db_, temp_ / "good");
  }

  std::unique_ptr<RocksStore> open(RocksStore::Mode mode) {
    if (mode == RocksStore::Mode::create) fs::create_directory(db_);
    auto store = RocksStore::start(db_, disk_.files(), mode);
    EXPECT_THAT(store, IsOk());
    return *std::move(store);
  }
  // As a disk leaves it that gave no room: the log ends behind its last frame.
  static void cut_room(const fs::path& path) {
    Bytes bytes = read_whole(path);
    while (!bytes.empty() && bytes.back() == 0) bytes.pop_back();
    EXPECT_EQ(bytes.size() % kSectorBytes, 0U);
    write_whole(path, bytes);
  }
  void put(RocksStore& store, std::size_t size) {
    const Table table = testing::kAllTables[random_.below(std::size(testing::kAllTables))];
    const Bytes key = random_.bytes(8);
    const Bytes value = random_.bytes(size);
    Batch batch;
    batch.put(table, key, value);
    ASSERT_THAT(store.commit(batch), IsOk());
    expected_[{table, key}] = value;
  }
  // The rows that a program finds; the first failure on the way.
  Result<Rows> open_and_read() {
    KITH_TRY(const auto store, RocksStore::start(db_, disk_.files(), RocksStore::Mode::open));
    return rows_of(*store);
  }
  void restore() { copy_folder(temp_ / "good", db_); }
  fs::path one(std::string_view begin, std::string_view end = "") { return file_like(db_, begin, end); }
  fs::path table() { return one("", ".sst"); }
  fs::path log() { return one("", ".log"); }
  fs::path manifest() { return one("MANIFEST-"); }

  TemporaryFolder temp_;
  fs::path db_ = temp_ / "db";
  SealedDisk disk_;
  SeededRandom random_{17};
  Rows expected_;
  Rows before_last_;
};

}  // namespace kith::vault
