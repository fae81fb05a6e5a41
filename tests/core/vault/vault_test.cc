// A vault from its making to its lock, and its tables. Damage, crashes and what somebody with the
// folder can do have files of their own; rows/ has those that docs/TESTS-BY-ROW.md names.

#include "new_vault.h"

namespace kith::vault {
namespace {

TEST_F(Vaults, RowsAreThereAgainAfterLockingAndOpening) {
  const Bytes value = to_bytes("a value");
  AgreeKey administration;
  {
    auto vault = create();
    administration = vault->administration_key();
    ASSERT_THAT(put(vault->store(), Table::record, "key", value), IsOk());
    EXPECT_THAT(vault->store().find(Table::record, as_bytes("key")), IsOkAnd(std::optional(value)));
  }
  for (int i = 0; i < 2; ++i) {
    auto vault = open();
    ASSERT_THAT(vault, IsOk());
    EXPECT_THAT((*vault)->store().find(Table::record, as_bytes("key")), IsOkAnd(std::optional(value)));
    EXPECT_THAT((*vault)->store().find(Table::record, as_bytes("none")), IsOkAnd(std::optional<Bytes>()));
    EXPECT_EQ((*vault)->administration_key(), administration);
    (*vault)->lock();
    (*vault)->lock();
  }
}

TEST_F(Vaults, EmptyPassphraseIsRefused) {
  EXPECT_THAT(Vault::create(dir_, Secret(), kCheap), Fails(Code::INVALID_ARGUMENT));
  EXPECT_FALSE(fs::exists(dir_));
  create();
  EXPECT_THAT(open(""), Fails(Code::INVALID_ARGUMENT));
}

TEST_F(Vaults, EveryCallAfterLockIsVaultLocked) {
  const auto vault = create();
  changelog::Store& store = vault->store();
  ASSERT_THAT(put(store, Table::meta, "a", as_bytes("b")), IsOk());
  vault->lock();
  EXPECT_THAT(store.find(Table::meta, as_bytes("a")), Fails(Code::VAULT_LOCKED));
  EXPECT_THAT(store.scan(Table::meta, {}, {}, [](BytesView, BytesView) { return true; }),
              Fails(Code::VAULT_LOCKED));
  EXPECT_THAT(put(store, Table::meta, "a", as_bytes("c")), Fails(Code::VAULT_LOCKED));
  EXPECT_THAT(vault->verify(), Fails(Code::VAULT_LOCKED));
  EXPECT_THAT(vault->open_administration(words("correct horse")), Fails(Code::VAULT_LOCKED));
}

TEST_F(Vaults, AdministrationOpensWithThePassphraseOnly) {
  const auto vault = create();
  EXPECT_THAT(vault->open_administration(words("other")), Fails(Code::STORE_LOCKED));
  const auto pair = vault->open_administration(words("correct horse"));
  ASSERT_THAT(pair, IsOk());
  EXPECT_EQ(pair->key, vault->administration_key());
}

TEST_F(Vaults, FolderThatHoldsSomethingIsLeftAlone) {
  fs::create_directory(dir_);
  write_whole(dir_ / "letter", as_bytes("dear"));
  const auto made = Vault::create(dir_, words("x"), kCheap);
  ASSERT_THAT(made, Fails(Code::ALREADY_EXISTS));
  EXPECT_THAT(made.error().message.text(), ::testing::HasSubstr("already"))
      << "found before the slow work, not after it";
  EXPECT_EQ(files_under(temp_.path()).size(), 1U);
  EXPECT_THAT(open(), Fails(Code::NOT_FOUND));
  fs::remove(dir_ / "letter");
  create();
  EXPECT_THAT(Vault::create(dir_, words("x"), kCheap), Fails(Code::ALREADY_EXISTS));
  EXPECT_THAT(open(), IsOk());
  EXPECT_EQ(std::distance(fs::directory_iterator(temp_.path()), {}), 1) << "nothing half-made lies beside it";
}

TEST_F(Vaults, NothingThereIsNotFound) {
  EXPECT_THAT(open(), Fails(Code::NOT_FOUND));
  fs::create_directory(dir_);
  EXPECT_THAT(open(), Fails(Code::NOT_FOUND));
  EXPECT_TRUE(fs::is_empty(dir_)) << "looking leaves nothing behind";
}

TEST_F(Vaults, MissingDatabaseIsCorruptAndNeverANewOne) {
  create();
  fs::remove_all(dir_ / "db");
  EXPECT_THAT(open(), Fails(Code::STORE_CORRUPT));
}

TEST_F(Vaults, BatchIsSeenWholeAndScansFollowTheOrderOfKeys) {
  const auto vault = create();
  changelog::Store& store = vault->store();
  Batch batch;
  for (const char* key : {"b2", "a1", "b1", "c", "b3"})
    batch.put(Table::record, to_bytes(key), to_bytes(key));
  batch.put(Table::unsent, to_bytes("b9"), {});
  batch.put(Table::record, Bytes{0xff, 0xff}, to_bytes("last"));
  ASSERT_THAT(store.commit(batch), IsOk());
  const auto keys = [&](BytesView prefix, BytesView from, std::size_t most = 100) {
    std::vector<std::string> out;
    EXPECT_THAT(store.scan(Table::record, prefix, from,
                           [&](BytesView key, BytesView) {
                             out.emplace_back(as_text(key));
                             return out.size() < most;
                           }),
                IsOk());
    return out;
  };
  using ::testing::ElementsAre;
  EXPECT_THAT(keys(as_bytes("b"), {}), ElementsAre("b1", "b2", "b3"));
  EXPECT_THAT(keys(as_bytes("b"), as_bytes("b2")), ElementsAre("b2", "b3"));
  EXPECT_THAT(keys(as_bytes("b"), {}, 1), ElementsAre("b1"));
  EXPECT_THAT(keys({}, {}), ElementsAre("a1", "b1", "b2", "b3", "c", "\xff\xff"));
  EXPECT_THAT(keys(Bytes{0xff}, {}), ElementsAre("\xff\xff"));
  Batch second;
  second.erase(Table::record, to_bytes("b2"));
  second.put(Table::record, to_bytes("b3"), to_bytes("new"));
  ASSERT_THAT(store.commit(second), IsOk());
  ASSERT_THAT(store.commit(Batch()), IsOk());
  EXPECT_THAT(keys(as_bytes("b"), {}), ElementsAre("b1", "b3"));
  EXPECT_THAT(store.find(Table::record, as_bytes("b3")), IsOkAnd(std::optional(to_bytes("new"))));
  EXPECT_THAT(store.find(Table::unsent, as_bytes("b9")), IsOkAnd(std::optional(Bytes{})));
}

TEST_F(Vaults, KeyOfTheFilesGoesWhenTheStoreIsClosed) {
  SealedDisk disk;
  fs::create_directory(dir_);
  auto files = disk.files();
  const std::weak_ptr<rocksdb::FileSystem> watch = files;
  auto store = RocksStore::start(dir_, std::move(files), RocksStore::Mode::create);
  ASSERT_THAT(store, IsOk());
  EXPECT_FALSE(watch.expired());
  (*store)->close();
  EXPECT_TRUE(watch.expired());
  (*store)->close();
}

}  // namespace
}  // namespace kith::vault
