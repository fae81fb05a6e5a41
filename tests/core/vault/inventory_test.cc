#include "sealed/inventory.h"

#include <gmock/gmock.h>

#include "disk.h"
#include "fault_disk.h"
#include "sealed/file_format.h"
#include "kith/base/wire.h"
#include "kith/crypto/aead.h"
#include "kith/crypto/kdf.h"
#include "kith/testing/matchers.h"
#include "database/schema.h"

namespace kith::vault {
namespace {

using changelog::Batch;
using changelog::Table;
using kith::testing::Fails;
using kith::testing::IsOk;
using kith::testing::IsOkAnd;
using testing::copy_folder;
using testing::file_like;
using testing::read_whole;
using testing::Rows;
using testing::rows_of;
using testing::SealedDisk;
using testing::SeededRandom;
using testing::TemporaryFolder;
using testing::write_whole;
namespace fs = std::filesystem;

// -- the file alone --

class InventoryFile : public ::testing::Test {
 protected:
  InventoryFile() {
    write_whole(temp_ / "000011.log", random_.bytes(200));
    write_whole(temp_ / "MANIFEST-000005", random_.bytes(300));
  }
  Inventory make(Byte key = 7) {
    Secret secret(32);
    std::fill(secret.writable().begin(), secret.writable().end(), key);
    return Inventory(temp_.path(), *rocksdb::FileSystem::Default(), secret, random_);
  }
  FileId id_of(const std::string& name) {
    return *FileId::from(BytesView(read_whole(temp_ / name)).subspan(10, 32));
  }
  fs::path path() { return temp_ / kInventoryName; }
  // Both files in it, the manifest closed.
  void fill() {
    Inventory inventory = make();
    ASSERT_THAT(inventory.create(1), IsOk());
    ASSERT_THAT(inventory.add("000011.log", id_of("000011.log")), IsOk());
    ASSERT_THAT(inventory.add("MANIFEST-000005", id_of("MANIFEST-000005")), IsOk());
    inventory.closed("MANIFEST-000005", 300);
    ASSERT_THAT(inventory.set_key_generation(4), IsOk());
  }

  TemporaryFolder temp_;
  SeededRandom random_{3};
};

TEST_F(InventoryFile, SaysAfterLoadingWhatItSaidBefore) {
  fill();
  Inventory again = make();
  ASSERT_THAT(again.load(1), IsOk());
  EXPECT_EQ(again.schema(), 1U);
  EXPECT_EQ(again.key_generation(), 4U);
  EXPECT_THAT(again.verify(), IsOk());
}

TEST_F(InventoryFile, WhatIsTakenBackIsCutOffWhateverIsSyncedAndClosedAfterwards) {
  write_whole(temp_ / "000012.log", random_.bytes(150));
  Inventory inventory = make();
  ASSERT_THAT(inventory.create(1), IsOk());
  for (const char* name : {"000011.log", "MANIFEST-000005"}) {
    ASSERT_THAT(inventory.add(name, id_of(name)), IsOk());
    inventory.synced(name, 120);
  }
  const Inventory::Sizes before = inventory.synced_sizes();
  ASSERT_THAT(inventory.add("000012.log", id_of("000012.log")), IsOk());
  inventory.synced("000012.log", 150);
  inventory.synced("000011.log", 180);
  inventory.synced("MANIFEST-000005", 300);
  inventory.take_back(before);
  inventory.synced("000011.log", 200);
  for (const auto& [name, size] : Inventory::Sizes{{"000011.log", 200}, {"000012.log", 150}, {"MANIFEST-000005", 300}}) {
    inventory.closed(name, size);
  }
  ASSERT_THAT(inventory.cut_unsynced(), IsOk());
  ASSERT_THAT(inventory.save(), IsOk());
  EXPECT_EQ(fs::file_size(temp_ / "000011.log"), 120U);
  EXPECT_EQ(fs::file_size(temp_ / "000012.log"), kHeaderBytes) << "begun by what failed";
  EXPECT_EQ(fs::file_size(temp_ / "MANIFEST-000005"), 300U) << "no log";
  EXPECT_THAT(inventory.verify(), IsOk());
  EXPECT_THAT(make().load(1), IsOk());
}

// It may never be cut, where the disk fails or the program ends: then it is longer than it counts.
TEST_F(InventoryFile, WhatIsTakenBackHasNoLengthInTheListBeforeItIsCut) {
  write_whole(temp_ / "000011.log", random_.bytes(200));
  Inventory inventory = make();
  ASSERT_THAT(inventory.create(1), IsOk());
  ASSERT_THAT(inventory.add("000011.log", id_of("000011.log")), IsOk());
  inventory.synced("000011.log", 120);
  const Inventory::Sizes before = inventory.synced_sizes();
  inventory.synced("000011.log", 200);
  inventory.take_back(before);
  inventory.closed("000011.log", 200);
  ASSERT_THAT(inventory.save(), IsOk());
  EXPECT_THAT(make().load(1), IsOk());
}

TEST_F(InventoryFile, EveryBitOfItCounts) {
  fill();
  const Bytes good = read_whole(path());
  for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
    Bytes bad = good;
    bad[bit / 8] ^= static_cast<Byte>(1U << (bit % 8));
    write_whole(path(), bad);
    Inventory again = make();
    const auto loaded = again.load(1);
    ASSERT_FALSE(loaded.ok()) << bit;
    ASSERT_THAT(loaded, Fails(bit / 8 == 8 ? Code::STORE_TOO_NEW : Code::STORE_CORRUPT)) << bit;
  }
  for (std::size_t size = 0; size < good.size(); ++size) {
    write_whole(path(), BytesView(good).first(size));
    ASSERT_THAT(make().load(1), Fails(Code::STORE_CORRUPT)) << size;
  }
}

TEST_F(InventoryFile, ThatIsGoneOrOfAnotherVaultIsCorrupt) {
  fill();
  EXPECT_THAT(make(8).load(1), Fails(Code::STORE_CORRUPT));
  fs::remove(path());
  EXPECT_THAT(make().load(1), Fails(Code::STORE_CORRUPT));
}

// FORMAT.md: at most 4096 files. All of them are there, so that nothing else is wrong.
TEST_F(InventoryFile, KnowsSoManyFilesAndNoMore) {
  Secret secret(32);
  std::fill(secret.writable().begin(), secret.writable().end(), Byte{7});
  const Secret key = crypto::derive(secret, verify::label::kInventoryKey, {});
  const Bytes start = random_.bytes(kHeaderBytes);
  write_whole(temp_ / "one", start);  // under so many names
  std::size_t made = 0;
  const auto load = [&](std::uint16_t files) {
    Writer plain;
    plain.u32(1);
    plain.u64(0);
    plain.u16(files);
    for (std::uint16_t i = 0; i < files; ++i) {
      const std::string name = std::to_string(100'000 + i) + ".log";
      if (i >= made) fs::create_hard_link(temp_ / "one", temp_ / name);
      plain.u8(static_cast<std::uint8_t>(name.size()));
      plain.raw(as_bytes(name));
      plain.raw(BytesView(start).subspan(10, 32));
      plain.u64(0);
    }
    made = files;
    Bytes head = to_bytes("KITHLIST");
    head.push_back(0);
    Bytes file = head;
    append(file, crypto::seal(key, head, plain.bytes(), random_));
    write_whole(path(), file);
    return make().load(1);
  };
  EXPECT_THAT(load(4096), IsOk());
  EXPECT_THAT(load(4097), Fails(Code::STORE_CORRUPT));
}

TEST_F(InventoryFile, MissesWhatIsGoneOtherOrOfAnotherLength) {
  fill();
  const Bytes log = read_whole(temp_ / "000011.log");
  fs::remove(temp_ / "000011.log");
  EXPECT_THAT(make().load(1), Fails(Code::STORE_CORRUPT));
  write_whole(temp_ / "000011.log", random_.bytes(200));
  EXPECT_THAT(make().load(1), Fails(Code::STORE_CORRUPT));
  write_whole(temp_ / "000011.log", BytesView(log).first(20));
  EXPECT_THAT(make().load(1), Fails(Code::STORE_CORRUPT));
  write_whole(temp_ / "000011.log", BytesView(log).first(100));
  EXPECT_THAT(make().load(1), IsOk()) << "it was not closed: a crash may have cut it";
  write_whole(temp_ / "000011.log", log);
  const Bytes manifest = read_whole(temp_ / "MANIFEST-000005");
  write_whole(temp_ / "MANIFEST-000005", BytesView(manifest).first(299));
  EXPECT_THAT(make().load(1), Fails(Code::STORE_CORRUPT)) << "this one was";
}

TEST_F(InventoryFile, OfANewerSchemaIsRefusedAndNothingIsTouched) {
  fill();
  Inventory newer = make();
  ASSERT_THAT(newer.load(1), IsOk());
  ASSERT_THAT(newer.set_schema(2), IsOk());
  const Bytes before = read_whole(path());
  EXPECT_THAT(make().load(1), Fails(Code::STORE_TOO_NEW));
  EXPECT_THAT(make().load(2), IsOk());
  EXPECT_EQ(read_whole(path()), before);
}

TEST_F(InventoryFile, ForgetsWhatIsRemovedAndCutsWhatNobodyWasToldOf) {
  fill();
  Inventory inventory = make();
  ASSERT_THAT(inventory.load(1), IsOk());
  ASSERT_THAT(inventory.remove("000011.log"), IsOk());
  fs::remove(temp_ / "000011.log");
  EXPECT_THAT(make().load(1), IsOk());
  write_whole(temp_ / "000012.log", random_.bytes(500));
  inventory.made("000012.log");
  inventory.synced("000012.log", 123);
  ASSERT_THAT(inventory.cut_unsynced(), IsOk());
  EXPECT_EQ(fs::file_size(temp_ / "000012.log"), 123U);
  write_whole(temp_ / "000013.log", random_.bytes(500));
  inventory.made("000013.log");
  ASSERT_THAT(inventory.cut_unsynced(), IsOk());
  EXPECT_EQ(fs::file_size(temp_ / "000013.log"), kHeaderBytes) << "nothing else of it was ever synced";
}

// So that several of them cost one change; until it is on the disk a crash may come.
TEST_F(InventoryFile, WhatIsToBeRemovedLaterStaysUntilTheListIsWithoutIt) {
  fill();
  Inventory inventory = make();
  ASSERT_THAT(inventory.load(1), IsOk());
  EXPECT_FALSE(inventory.remove_later("000012.log")) << "nothing to wait for";
  EXPECT_TRUE(inventory.remove_later("000011.log"));
  EXPECT_TRUE(inventory.remove_later("MANIFEST-000005"));
  EXPECT_TRUE(fs::exists(temp_ / "000011.log"));
  EXPECT_THAT(make().load(1), IsOk()) << "as after a crash";
  const Bytes log = read_whole(temp_ / "000011.log");
  fs::remove(temp_ / "000011.log");
  EXPECT_THAT(make().load(1), Fails(Code::STORE_CORRUPT)) << "it is still missed";
  write_whole(temp_ / "000011.log", log);
  ASSERT_THAT(inventory.save(), IsOk());
  EXPECT_FALSE(fs::exists(temp_ / "000011.log"));
  EXPECT_FALSE(fs::exists(temp_ / "MANIFEST-000005"));
  EXPECT_THAT(make().load(1), IsOk());
  // One that is made again under that name is another one, and stays.
  write_whole(temp_ / "000011.log", log);
  ASSERT_THAT(inventory.add("000011.log", id_of("000011.log")), IsOk());
  ASSERT_THAT(inventory.save(), IsOk());
  EXPECT_TRUE(fs::exists(temp_ / "000011.log"));
}

TEST_F(InventoryFile, WhatIsToBeRemovedLaterStaysWhenTheChangeFails) {
  auto disk = std::make_shared<testing::FaultDisk>(1);
  Secret key(32);
  Inventory inventory(temp_.path(), *disk, key, random_);
  ASSERT_THAT(inventory.create(1), IsOk());
  ASSERT_THAT(inventory.add("000011.log", id_of("000011.log")), IsOk());
  ASSERT_TRUE(inventory.remove_later("000011.log"));
  disk->plan(testing::Fault::error_once, 3);  // make, write, sync
  EXPECT_THAT(inventory.save(), Fails(Code::STORE_IO));
  disk->heal();
  EXPECT_THAT(Inventory(temp_.path(), *disk, key, random_).load(1), IsOk());
  ASSERT_THAT(inventory.save(), IsOk());
  EXPECT_FALSE(fs::exists(temp_ / "000011.log"));
}

// The change that failed may have reached the disk: what is removed then is struck off for certain.
TEST_F(InventoryFile, AfterAChangeThatFailedTheDiskIsNotTakenForWhatItWas) {
  auto disk = std::make_shared<testing::FaultDisk>(1);
  Secret key(32);
  Inventory inventory(temp_.path(), *disk, key, random_);
  ASSERT_THAT(inventory.create(1), IsOk());
  // Of: sync the folder; make, write, sync, close and rename; sync the folder again.
  disk->plan(testing::Fault::error_once, 7);
  EXPECT_THAT(inventory.add("MANIFEST-000005", id_of("MANIFEST-000005")), Fails(Code::STORE_IO));
  disk->heal();
  ASSERT_THAT(inventory.remove("MANIFEST-000005"), IsOk());
  fs::remove(temp_ / "MANIFEST-000005");
  EXPECT_THAT(Inventory(temp_.path(), *disk, key, random_).load(1), IsOk());
}

// -- of a database --

class InventoryOfDatabase : public ::testing::Test {
 protected:
  InventoryOfDatabase() { fs::create_directory(db_); }
  void put(RocksStore& store, std::string_view key, std::size_t size = 100) {
    const Bytes value = random_.bytes(size);
    Batch batch;
    batch.put(Table::entry, to_bytes(key), value);
    ASSERT_THAT(store.commit(batch), IsOk());
    rows_[{Table::entry, to_bytes(key)}] = value;
  }
  Result<Rows> read() {
    KITH_TRY(const auto store, RocksStore::start(db_, disk_.files(), RocksStore::Mode::open));
    return rows_of(*store);
  }
  std::unique_ptr<RocksStore> start(RocksStore::Mode mode) {
    auto store = RocksStore::start(db_, disk_.files(), mode);
    EXPECT_THAT(store, IsOk());
    return *std::move(store);
  }

  TemporaryFolder temp_;
  fs::path db_ = temp_ / "db";
  SealedDisk disk_;
  SeededRandom random_{5};
  Rows rows_;
};

// After closing, a log or manifest without its last frames is not a crash.
TEST_F(InventoryOfDatabase, AClosedLogOrManifestThatWasCutIsNoticed) {
  {
    const auto store = start(RocksStore::Mode::create);
    put(*store, "a");
    put(*store, "b");
  }
  copy_folder(db_, temp_ / "good");
  for (const fs::path& path : {file_like(db_, "", ".log"), file_like(db_, "MANIFEST-", "")}) {
    const Bytes whole = read_whole(path);
    for (const std::size_t cut : {std::size_t{1}, std::size_t{50}, whole.size() - kHeaderBytes}) {
      write_whole(path, BytesView(whole).first(whole.size() - cut));
      EXPECT_THAT(read(), Fails(Code::STORE_CORRUPT)) << path << " " << cut;
      copy_folder(temp_ / "good", db_);
    }
  }
  EXPECT_THAT(read(), IsOkAnd(rows_));
}

// Zeros are what a crash leaves of an end: of one that was closed they are no crash either.
TEST_F(InventoryOfDatabase, AClosedLogOrManifestWithZerosForItsEndIsNoticed) {
  {
    const auto store = start(RocksStore::Mode::create);
    put(*store, "a");
    put(*store, "b");
  }
  copy_folder(db_, temp_ / "good");
  for (const fs::path& path : {file_like(db_, "", ".log"), file_like(db_, "MANIFEST-", "")}) {
    const Bytes whole = read_whole(path);
    for (const std::size_t zeros : {std::size_t{1}, std::size_t{200}, whole.size() - kHeaderBytes}) {
      Bytes bad = whole;
      std::fill(bad.end() - static_cast<std::ptrdiff_t>(zeros), bad.end(), Byte{0});
      write_whole(path, bad);
      EXPECT_THAT(read(), Fails(Code::STORE_CORRUPT)) << path << " " << zeros;
      copy_folder(temp_ / "good", db_);
    }
  }
  EXPECT_THAT(read(), IsOkAnd(rows_));
}

// A person who opens the vault next waits for no log to be read and written as a table file.
TEST_F(InventoryOfDatabase, ALongLogIsWrittenOutAtClosingAndAShortOneIsNot) {
  const auto tables = [this] {
    const auto all = testing::files_under(db_);
    return std::count_if(all.begin(), all.end(), [](const fs::path& path) { return path.extension() == ".sst"; });
  };
  {
    const auto store = start(RocksStore::Mode::create);
    for (int i = 0; i < 4; ++i) put(*store, std::to_string(i), 100'000);
  }
  EXPECT_EQ(tables(), 1);
  EXPECT_EQ(fs::file_size(file_like(db_, "", ".log")), kHeaderBytes);
  {
    const auto store = start(RocksStore::Mode::open);
    put(*store, "short");
  }
  EXPECT_EQ(tables(), 1);
  EXPECT_GT(fs::file_size(file_like(db_, "", ".log")), kHeaderBytes);
  EXPECT_THAT(read(), IsOkAnd(rows_));
}

// What it was opened with is in no file: nobody reads that, and syncing it would be waited for.
TEST_F(InventoryOfDatabase, IsBesideNoFileOfOptions) {
  {
    const auto store = start(RocksStore::Mode::create);
    put(*store, "a");
  }
  EXPECT_THAT(read(), IsOkAnd(rows_));
  for (const fs::path& path : testing::files_under(db_))
    EXPECT_THAT(path.filename().string(), ::testing::Not(::testing::StartsWith("OPTIONS")));
}

// While it is open, through several logs and table files, every log and manifest that matters is
// there at any moment: a copy of the folder as a crash would leave it opens with everything.
TEST_F(InventoryOfDatabase, HoldsAtAnyMoment) {
  const auto store = start(RocksStore::Mode::create);
  for (int i = 0; i < 120; ++i) {
    put(*store, "row " + std::to_string(i), 60'000);
    if (i % 10 != 9) continue;
    ASSERT_THAT(store->verify(0, {}), IsOk()) << i;  // no background work while it copies
    copy_folder(db_, temp_ / "crash");
    const auto copy = RocksStore::start(temp_ / "crash", disk_.files(), RocksStore::Mode::open);
    // Copied while one went.
    if (!copy.ok() && copy.error().message.text().find("is gone") != std::string::npos) continue;
    ASSERT_THAT(copy, IsOk()) << i;
    EXPECT_THAT(rows_of(**copy), IsOkAnd(rows_)) << i;
  }
}

TEST_F(InventoryOfDatabase, AnEmptyFolderOrOneWithoutItsListIsNeverAnEmptyVault) {
  {
    const auto store = start(RocksStore::Mode::create);
    put(*store, "a");
  }
  fs::remove(db_ / kInventoryName);
  EXPECT_THAT(read(), Fails(Code::STORE_CORRUPT));
  fs::remove_all(db_);
  EXPECT_THAT(read(), Fails(Code::STORE_CORRUPT));
  fs::create_directory(db_);
  EXPECT_THAT(read(), Fails(Code::STORE_CORRUPT));
}

}  // namespace
}  // namespace kith::vault
