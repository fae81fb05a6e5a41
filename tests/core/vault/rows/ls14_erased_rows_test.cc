// LS-14 as far as it is built: a row that was erased is not found again, by the tables or by a scan,
// also after the vault was opened again; and compacting removes the files that held it. What is not
// built is in docs/TESTS-BY-ROW.md.

#include <iostream>

#include "../new_vault.h"

namespace kith::vault {
namespace {

using LS14_ErasedRows = Vaults;

TEST_F(LS14_ErasedRows, AreNotFoundAgain) {
  constexpr int kRows = 200;
  {
    const auto vault = create();
    for (int i = 0; i < kRows; ++i)
      ASSERT_THAT(put(vault->store(), Table::entry, std::to_string(i), as_bytes("a secret of the space")), IsOk());
    Batch batch;
    for (int i = 0; i < kRows; ++i) batch.erase(Table::entry, to_bytes(std::to_string(i)));
    ASSERT_THAT(vault->store().commit(batch), IsOk());
    EXPECT_THAT(rows_of(vault->store()), IsOkAnd(Rows{}));
  }
  for (int opened = 0; opened < 2; ++opened) {
    const auto vault = open();
    ASSERT_THAT(vault, IsOk());
    EXPECT_THAT(rows_of((*vault)->store()), IsOkAnd(Rows{}));
    for (int i = 0; i < kRows; ++i) {
      EXPECT_THAT((*vault)->store().find(Table::entry, as_bytes(std::to_string(i))), IsOkAnd(std::optional<Bytes>()));
    }
  }
  std::cout << "LS-14: " << kRows << " erased rows, none found after 2 openings\n";
}

// Each file has a key of its own, so what was in a file that is gone cannot be opened any more.
TEST_F(LS14_ErasedRows, GoWithTheirFilesWhenTheVaultIsCompacted) {
  {
    const auto vault = create();
    for (int i = 0; i < 100; ++i)
      ASSERT_THAT(put(vault->store(), Table::entry, std::to_string(i), Bytes(10'000, 'a')), IsOk());
  }
  const auto vault = open();  // now they are in a table file
  ASSERT_THAT(vault, IsOk());
  const fs::path holds_them = file_like(dir_ / "db", "", ".sst");
  const std::uint64_t before = (*vault)->bytes_on_disk();
  ASSERT_GT(before, 1'000'000U);
  Batch batch;
  for (int i = 0; i < 100; ++i) batch.erase(Table::entry, to_bytes(std::to_string(i)));
  ASSERT_THAT((*vault)->store().commit(batch), IsOk());
  EXPECT_TRUE(fs::exists(holds_them)) << "erasing alone leaves the file";
  ASSERT_THAT((*vault)->compact(), IsOk());
  (*vault)->lock();  // waits for RocksDB to remove what it has no use for
  EXPECT_FALSE(fs::exists(holds_them));
  const std::uint64_t after = (*vault)->bytes_on_disk();
  EXPECT_LT(after, 100'000U);
  std::cout << "LS-14: " << before << " bytes in the folder, " << after << " after compacting\n";
}

}  // namespace
}  // namespace kith::vault
