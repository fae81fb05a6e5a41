#include <thread>
#include <utility>

#include "new_vault.h"

namespace kith::vault {
namespace {

TEST_F(Vaults, VerifyReadsEverythingAndCounts) {
  {
    auto vault = create();
    for (int i = 0; i < 10; ++i)
      ASSERT_THAT(put(vault->store(), Table::entry, std::to_string(i), Bytes(2000, 1)), IsOk());
  }
  auto vault = open();
  ASSERT_THAT(vault, IsOk());
  ASSERT_THAT(put((*vault)->store(), Table::meta, "one more", as_bytes("x")), IsOk());
  std::uint64_t done = 0;
  std::uint64_t all = 0;
  const auto report = (*vault)->verify([&](std::uint64_t now, std::uint64_t sum) {
    EXPECT_GE(now, done);
    done = now;
    all = sum;
  });
  ASSERT_THAT(report, IsOk());
  std::uint64_t bytes = 0;
  for (const fs::path& path : files_under(dir_)) bytes += fs::file_size(path);
  EXPECT_EQ(report->rows, 12U) << "one of them says which schema";
  EXPECT_EQ(report->bytes, bytes);
  EXPECT_EQ(report->files, files_under(dir_).size() - 2) << "lock and LOCK are empty and not counted";
  EXPECT_EQ(done, all);
  EXPECT_EQ(all, bytes);
  EXPECT_EQ((*vault)->bytes_on_disk(), bytes);
  EXPECT_THAT(put((*vault)->store(), Table::meta, "and on", as_bytes("x")), IsOk())
      << "work goes on after it";
}

// The first commit after an opening removes the log and the list of files that are of no use any more.
TEST_F(Vaults, ACommitBesideVerifyTakesNoFileAway) {
  {
    auto vault = create();
    ASSERT_THAT(put(vault->store(), Table::entry, "a", Bytes(2000, 1)), IsOk());
  }
  auto vault = open();
  ASSERT_THAT(vault, IsOk());
  bool committed = false;
  const auto report = (*vault)->verify([&](std::uint64_t, std::uint64_t) {
    if (std::exchange(committed, true)) return;
    std::thread([&] { EXPECT_THAT(put((*vault)->store(), Table::entry, "b", Bytes(2000, 2)), IsOk()); }).join();
  });
  EXPECT_TRUE(committed);
  EXPECT_THAT(report, IsOk());
}

// Nothing of it is torn: what is gone of the log of an open vault was there.
TEST_F(Vaults, VerifyFindsWhatIsGoneOfTheLogThatIsBeingWritten) {
  const auto vault = create();
  for (int i = 0; i < 3; ++i) ASSERT_THAT(put(vault->store(), Table::entry, std::to_string(i), Bytes(300, 1)), IsOk());
  const fs::path log = file_like(dir_ / "db", "", ".log");
  std::fstream out(log, std::ios::in | std::ios::out | std::ios::binary);
  const auto replace_last_sector = [&out](const std::string& with) {
    out.seekp(2 * kSectorBytes);
    out.write(with.data(), static_cast<std::streamsize>(with.size()));
    out.flush();
  };
  std::string last(kSectorBytes, '\0');
  out.seekg(2 * kSectorBytes);
  out.read(last.data(), static_cast<std::streamsize>(last.size()));
  ASSERT_THAT(vault->verify(), IsOk());
  replace_last_sector(std::string(kSectorBytes, '\0'));
  EXPECT_THAT(vault->verify(), Fails(Code::STORE_CORRUPT));
  replace_last_sector(last);
  EXPECT_THAT(vault->verify(), IsOk());
  fs::resize_file(log, 2 * kSectorBytes);
  EXPECT_THAT(vault->verify(), Fails(Code::STORE_CORRUPT));
}

// A kill between the first bytes of such a file and its renaming: RocksDB itself never removes it.
TEST_F(Vaults, WhatACrashLeftHalfWrittenGoesAtOpening) {
  create();
  const fs::path half = dir_ / "db" / "000098.dbtmp";
  for (const std::string_view bytes : {"", "KITHFILE and no more"}) {
    write_whole(half, as_bytes(bytes));
    auto vault = open();
    ASSERT_THAT(vault, IsOk());
    EXPECT_THAT((*vault)->verify({}), IsOk());
    EXPECT_FALSE(fs::exists(half));
  }
}

// Who locks or writes at that moment has it there, and the vault is whole.
TEST_F(Vaults, VerifyBesideAListThatIsBeingWrittenFindsNothing) {
  const auto vault = create();
  write_whole(dir_ / "db" / "INVENTORY.dbtmp", as_bytes("KITH"));
  EXPECT_THAT(vault->verify(), IsOk());
}

TEST_F(Vaults, VerifyNamesAForeignFileAndWhatHasChangedSinceOpening) {
  const auto vault = create();
  ASSERT_THAT(vault->verify(), IsOk());
  for (const fs::path& path : {dir_ / "notes.txt", dir_ / "db" / "photo.jpg"}) {
    write_whole(path, as_bytes("foreign"));
    const auto report = vault->verify();
    ASSERT_THAT(report, Fails(Code::STORE_CORRUPT));
    EXPECT_THAT(report.error().message.text(), ::testing::HasSubstr(path.filename().string()));
    fs::remove(path);
  }
  ASSERT_THAT(vault->verify(), IsOk());
  const Bytes keys = read_whole(dir_ / "keys");
  Bytes bad = keys;
  bad[200] ^= 1U;
  write_whole(dir_ / "keys", bad);
  EXPECT_THAT(vault->verify(), Fails(Code::STORE_CORRUPT));
  fs::remove(dir_ / "keys");
  EXPECT_THAT(vault->verify(), Fails(Code::STORE_CORRUPT));
  write_whole(dir_ / "keys", keys);
  ASSERT_THAT(vault->verify(), IsOk());
  // RocksDB does not look at this one again; only reading the file finds it.
  const fs::path identity = dir_ / "db" / "IDENTITY";
  bad = read_whole(identity);
  bad.back() ^= 1U;
  write_whole(identity, bad);
  EXPECT_THAT(vault->verify(), Fails(Code::STORE_CORRUPT));
}

}  // namespace
}  // namespace kith::vault
