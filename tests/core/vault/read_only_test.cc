// A vault in a folder that cannot be written is read as it is, and says so to who writes.

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "system/folder.h"
#include "vaults.h"

namespace kith::vault {
namespace {

using kith::testing::Fails;
using kith::testing::IsOk;

class ReadOnly : public testing::VaultCopy {
 protected:
  void SetUp() override {
    {
      auto vault = open();
      ASSERT_THAT(vault, IsOk());
      ASSERT_THAT(put(**vault, "a", as_bytes("row")), IsOk());
    }
    // Modes stop everybody but root, whom only the disk stops.
    if (::geteuid() != 0) {
      for (const std::filesystem::path& file : testing::files_under(dir_)) ASSERT_EQ(::chmod(file.c_str(), 0400), 0);
      ASSERT_EQ(::chmod((dir_ / "db").c_str(), 0500), 0);
      ASSERT_EQ(::chmod(dir_.c_str(), 0500), 0);
    } else if (::mount(dir_.c_str(), dir_.c_str(), nullptr, MS_BIND, nullptr) != 0) {
      GTEST_SKIP() << "root that may not mount cannot make a disk read-only";
    } else {
      mounted_ = true;
      ASSERT_EQ(::mount(nullptr, dir_.c_str(), nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr), 0);
    }
  }
  void TearDown() override {
    if (mounted_) ::umount(dir_.c_str());
    ::chmod(dir_.c_str(), 0700);
    ::chmod((dir_ / "db").c_str(), 0700);
  }
  void writable_again() {
    if (mounted_) {
      ASSERT_EQ(::mount(nullptr, dir_.c_str(), nullptr, MS_REMOUNT | MS_BIND, nullptr), 0);
      return;
    }
    ASSERT_EQ(::chmod(dir_.c_str(), 0700), 0);
    ASSERT_EQ(::chmod((dir_ / "db").c_str(), 0700), 0);
    for (const std::filesystem::path& file : testing::files_under(dir_)) ASSERT_EQ(::chmod(file.c_str(), 0600), 0);
  }
  static Bytes row(Vault& vault) {
    const auto found = vault.store().find(changelog::Table::entry, as_bytes("a"));
    EXPECT_THAT(found, IsOk());
    return found && *found ? **found : Bytes{};
  }
  bool mounted_ = false;
};

TEST_F(ReadOnly, IsReadAndVerifiedAndNothingChanges) {
  auto vault = open();
  ASSERT_THAT(vault, IsOk());
  EXPECT_EQ(row(**vault), to_bytes("row"));
  EXPECT_THAT(put(**vault, "b", as_bytes("more")), Fails(Code::STORE_READ_ONLY));
  EXPECT_THAT(put(**vault, "b", as_bytes("more")), Fails(Code::STORE_READ_ONLY)) << "again";
  EXPECT_EQ(row(**vault), to_bytes("row"));
  EXPECT_THAT((*vault)->verify(), IsOk());
  EXPECT_THAT((*vault)->suspend(std::chrono::seconds(5)), IsOk());
  EXPECT_THAT((*vault)->resume(), IsOk());
  EXPECT_EQ(row(**vault), to_bytes("row"));
}

TEST_F(ReadOnly, IsForOneProgramAtATime) {
  auto vault = open();
  ASSERT_THAT(vault, IsOk());
  EXPECT_THAT(open(), Fails(Code::STORE_IN_USE));
}

TEST_F(ReadOnly, TakesCommitsOnceItCanBeWritten) {
  auto vault = open();
  ASSERT_THAT(vault, IsOk());
  EXPECT_THAT(put(**vault, "b", as_bytes("more")), Fails(Code::STORE_READ_ONLY));
  writable_again();
  EXPECT_THAT(put(**vault, "b", as_bytes("more")), IsOk());
  vault->reset();
  auto again = open();
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ((*again)->store().find(changelog::Table::entry, as_bytes("b"))->value(), to_bytes("more"));
}

TEST_F(ReadOnly, AFolderThatItsOwnerMayOnlyReadStaysOne) {
  const testing::TemporaryFolder temp;
  ASSERT_EQ(::mkdir((temp / "x").c_str(), 0500), 0);
  ASSERT_EQ(::chmod((temp / "x").c_str(), 0555), 0);
  EXPECT_THAT(check_folder(temp / "x"), IsOk());
  struct stat info {};
  ASSERT_EQ(::stat((temp / "x").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 07777U, 0500U) << "what others may do is taken away, and nothing given";
}

}  // namespace
}  // namespace kith::vault
