// LS-18: a folder behind a symbolic link or of somebody else is refused; modes that are too open are
// closed. The functions beneath are in folder_test.cc.

#include <sys/stat.h>
#include <unistd.h>

#include <iostream>

#include "../new_vault.h"

namespace kith::vault {
namespace {

using LS18_Folder = Vaults;

TEST_F(LS18_Folder, BehindASymbolicLinkIsRefused) {
  create();
  fs::create_directory_symlink(dir_, temp_ / "link");
  EXPECT_THAT(Vault::open(temp_ / "link", words("correct horse"), kCheap), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(Vault::open(temp_ / "link/", words("correct horse"), kCheap), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(Vault::create(temp_ / "link", words("x"), kCheap), Fails(Code::INVALID_ARGUMENT));
  fs::create_symlink(temp_ / "nowhere", temp_ / "dangling");
  EXPECT_THAT(Vault::create(temp_ / "dangling", words("x"), kCheap), Fails(Code::INVALID_ARGUMENT));
}

TEST_F(LS18_Folder, IsForItsOwnerOnlyAndIsMadeSoAgain) {
  const ::mode_t old = ::umask(0);
  create();
  const auto expect_closed = [this] {
    for (const auto& entry : fs::recursive_directory_iterator(dir_)) {
      EXPECT_EQ(entry.status().permissions(), entry.is_directory() ? fs::perms::owner_all : fs::perms(0600))
          << entry.path();
    }
    EXPECT_EQ(fs::status(dir_).permissions(), fs::perms::owner_all);
  };
  expect_closed();
  fs::permissions(dir_, fs::perms::all);
  fs::permissions(dir_ / "keys", fs::perms(0666));
  EXPECT_THAT(open(), IsOk());
  expect_closed();
  ::umask(old);
}

TEST_F(LS18_Folder, EveryModeThatIsTooOpenIsClosed) {
  create();
  int modes = 0;
  for (unsigned mode = 0700; mode <= 0777; ++mode) {
    ASSERT_EQ(::chmod(dir_.c_str(), mode), 0);
    ASSERT_EQ(::chmod((dir_ / "keys").c_str(), mode & 0666U), 0);
    ASSERT_THAT(check_folder(dir_), IsOk());
    ASSERT_THAT(read_file(dir_ / "keys", kKeyFileMost), IsOk());
    EXPECT_EQ(fs::status(dir_).permissions(), fs::perms::owner_all) << std::oct << mode;
    EXPECT_EQ(fs::status(dir_ / "keys").permissions(), fs::perms(0600)) << std::oct << mode;
    ++modes;
  }
  std::cout << "LS-18: " << modes << " modes of folder and key file, all closed to 0700 and 0600\n";
}

// Only root can make such a folder; for others one of the system stands in.
TEST_F(LS18_Folder, OfSomebodyElseIsRefused) {
  fs::path other = "/usr";
  if (::geteuid() == 0) {
    create();
    ASSERT_EQ(::chown(dir_.c_str(), 12345, 12345), 0);
    other = dir_;
  }
  EXPECT_THAT(Vault::open(other, words("correct horse"), kCheap), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(Vault::create(other, words("correct horse"), kCheap), Fails(Code::INVALID_ARGUMENT));
}

}  // namespace
}  // namespace kith::vault
