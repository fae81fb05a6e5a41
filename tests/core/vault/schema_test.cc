#include "database/schema.h"

#include <gmock/gmock.h>

#include "disk.h"
#include "kith/testing/matchers.h"

namespace kith::vault {
namespace {

using changelog::Batch;
using changelog::Store;
using changelog::Table;
using kith::testing::Fails;
using kith::testing::IsOk;
using kith::testing::IsOkAnd;
using testing::Rows;
using testing::rows_of;
using testing::SealedDisk;
using testing::TemporaryFolder;
namespace fs = std::filesystem;
using Progress = std::function<void(std::uint64_t, std::uint64_t)>;

// Doubles every row of `entry`, and says how far it is.
Result<void> double_entries(const Store& store, Batch& batch, const Progress& progress) {
  std::uint64_t done = 0;
  KITH_CHECK(store.scan(Table::entry, {}, {}, [&](BytesView key, BytesView value) {
    Bytes twice = to_bytes(value);
    append(twice, value);
    batch.put(Table::entry, to_bytes(key), std::move(twice));
    progress(++done, 3);
    return true;
  }));
  return {};
}

Result<void> rename_setting(const Store&, Batch& batch, const Progress&) {
  batch.erase(Table::meta, to_bytes("old name"));
  batch.put(Table::meta, to_bytes("new name"), Bytes{1});
  return {};
}

Result<void> fails(const Store&, Batch& batch, const Progress&) {
  batch.put(Table::entry, to_bytes("half"), Bytes{1});
  return fail(Code::STORE_IO, "the step cannot be done");
}

class Schema : public ::testing::Test {
 protected:
  Schema() {
    fs::create_directory(db_);
    const auto store = RocksStore::start(db_, disk_.files(), RocksStore::Mode::create);
    EXPECT_THAT(store, IsOk());
    Batch batch;
    for (const char* key : {"a", "b", "c"}) batch.put(Table::entry, to_bytes(key), to_bytes(key));
    batch.put(Table::meta, to_bytes("old name"), Bytes{1});
    put_schema(batch, 1);
    EXPECT_THAT((*store)->commit(batch), IsOk());
    before_ = *rows_of(**store);
  }
  std::unique_ptr<RocksStore> open() {
    auto store = RocksStore::start(db_, disk_.files(), RocksStore::Mode::open);
    EXPECT_THAT(store, IsOk());
    return *std::move(store);
  }
  static Rows after(Rows rows, bool both) {
    for (const char* key : {"a", "b", "c"}) rows[{Table::entry, to_bytes(key)}] = to_bytes(std::string(2, *key));
    if (!both) return rows;
    rows.erase({Table::meta, to_bytes("old name")});
    rows[{Table::meta, to_bytes("new name")}] = Bytes{1};
    return rows;
  }

  TemporaryFolder temp_;
  fs::path db_ = temp_ / "db";
  SealedDisk disk_;
  Rows before_;
  std::vector<Migration> steps_{{1, double_entries}, {2, rename_setting}};
};

TEST_F(Schema, StepsRunInOrderOnceAndSayHowFarTheyAre) {
  auto store = open();
  std::vector<std::uint64_t> seen;
  const auto progress = [&](std::uint64_t done, std::uint64_t) { seen.push_back(done); };
  ASSERT_THAT(migrate(*store, store->inventory(), steps_, 3, progress), IsOk());
  EXPECT_THAT(rows_of(*store), IsOkAnd(after(before_, true)));
  EXPECT_EQ(seen, (std::vector<std::uint64_t>{1, 2, 3}));
  EXPECT_EQ(store->inventory().schema(), 3U);
  ASSERT_THAT(migrate(*store, store->inventory(), steps_, 3, {}), IsOk());
  EXPECT_THAT(rows_of(*store), IsOkAnd(after(before_, true)));
}

// From then on a program of before does not touch the folder.
TEST_F(Schema, AnOlderProgramRefusesTheFolderUntouched) {
  {
    auto store = open();
    ASSERT_THAT(migrate(*store, store->inventory(), steps_, 3, {}), IsOk());
  }
  std::map<std::string, Bytes> files;
  for (const fs::path& path : testing::files_under(db_)) files[path.string()] = testing::read_whole(path);
  EXPECT_THAT(RocksStore::start(db_, disk_.files(), RocksStore::Mode::open), Fails(Code::STORE_TOO_NEW));
  for (const fs::path& path : testing::files_under(db_)) {
    EXPECT_EQ(testing::read_whole(path), files[path.string()]) << path;
  }
}

TEST_F(Schema, AStepThatFailsChangesNothingAndIsDoneAgain) {
  auto store = open();
  steps_[1].change = fails;
  EXPECT_THAT(migrate(*store, store->inventory(), steps_, 3, {}), Fails(Code::STORE_IO));
  EXPECT_THAT(rows_of(*store), IsOkAnd(after(before_, false))) << "the first step is whole";
  steps_[1].change = rename_setting;
  ASSERT_THAT(migrate(*store, store->inventory(), steps_, 3, {}), IsOk());
  EXPECT_THAT(rows_of(*store), IsOkAnd(after(before_, true)));
}

TEST_F(Schema, WithoutAStepOrANumberOrFromTheFutureItIsNamed) {
  auto store = open();
  EXPECT_THAT(migrate(*store, store->inventory(), {}, 2, {}), Fails(Code::STORE_TOO_OLD));
  Batch batch;
  put_schema(batch, 5);
  ASSERT_THAT(store->commit(batch), IsOk());
  EXPECT_THAT(migrate(*store, store->inventory(), steps_, 3, {}), Fails(Code::STORE_TOO_NEW));
  for (const Bytes& bad : {Bytes{}, Bytes{0, 0, 0, 0}, Bytes{0, 0, 0, 1, 0}}) {
    Batch wrong;
    wrong.put(Table::meta, to_bytes(kSchemaKey), bad);
    ASSERT_THAT(store->commit(wrong), IsOk());
    EXPECT_THAT(migrate(*store, store->inventory(), steps_, 3, {}), Fails(Code::STORE_CORRUPT));
  }
  Batch none;
  none.erase(Table::meta, to_bytes(kSchemaKey));
  ASSERT_THAT(store->commit(none), IsOk());
  EXPECT_THAT(migrate(*store, store->inventory(), steps_, 3, {}), Fails(Code::STORE_CORRUPT));
}

}  // namespace
}  // namespace kith::vault
