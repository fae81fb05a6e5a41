#include "system/folder.h"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include "disk.h"
#include "kith/testing/matchers.h"

namespace kith::vault {
namespace {

using kith::testing::Fails;
using kith::testing::IsOk;
using kith::testing::IsOkAnd;
using testing::SeededRandom;
using testing::TemporaryFolder;
using testing::fs::path;
namespace fs = std::filesystem;

unsigned mode_of(const path& at) {
  struct stat info {};
  EXPECT_EQ(::lstat(at.c_str(), &info), 0) << at;
  return info.st_mode & 07777U;
}

class Folder : public ::testing::Test {
 protected:
  TemporaryFolder temp_;
  SeededRandom random_;
};

TEST_F(Folder, OfOursIsTakenAndClosedForOthers) {
  ASSERT_TRUE(fs::create_directory(temp_ / "vault"));
  ASSERT_EQ(::chmod((temp_ / "vault").c_str(), 0777), 0);
  EXPECT_THAT(check_folder(temp_ / "vault"), IsOk());
  EXPECT_EQ(mode_of(temp_ / "vault"), 0700U);
  EXPECT_THAT(check_folder(temp_ / "vault/"), IsOk());
}

TEST_F(Folder, ThatIsNotThereIsNotFound) {
  EXPECT_THAT(check_folder(temp_ / "nothing"), Fails(Code::NOT_FOUND));
  testing::write_whole(temp_ / "file", {});
  EXPECT_THAT(check_folder(temp_ / "file/below"), Fails(Code::NOT_FOUND));
}

TEST_F(Folder, BehindASymbolicLinkIsRefusedWithAndWithoutASlash) {
  ASSERT_TRUE(fs::create_directory(temp_ / "real"));
  fs::create_directory_symlink(temp_ / "real", temp_ / "link");
  for (const char* name : {"link", "link/"}) {
    const auto checked = check_folder(temp_ / name);
    ASSERT_THAT(checked, Fails(Code::INVALID_ARGUMENT));
    EXPECT_THAT(checked.error().message.text(), ::testing::HasSubstr("symbolic link"));
  }
  EXPECT_THAT(is_free(temp_ / "link"), Fails(Code::INVALID_ARGUMENT));
}

TEST_F(Folder, ThatIsAFileIsRefused) {
  testing::write_whole(temp_ / "file", {});
  EXPECT_THAT(check_folder(temp_ / "file"), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(is_free(temp_ / "file"), Fails(Code::INVALID_ARGUMENT));
}

TEST_F(Folder, OfSomebodyElseIsRefused) {
  path other = "/usr";
  if (::geteuid() == 0) {
    other = temp_ / "other";
    ASSERT_TRUE(fs::create_directory(other));
    ASSERT_EQ(::chown(other.c_str(), 12345, 12345), 0);
  }
  EXPECT_THAT(check_folder(other), Fails(Code::INVALID_ARGUMENT));
}

TEST_F(Folder, IsFreeWhenNothingOrNothingInItIsThere) {
  EXPECT_THAT(is_free(temp_ / "nothing"), IsOkAnd(true));
  EXPECT_THAT(is_free(temp_ / "nothing/"), IsOkAnd(true));
  ASSERT_TRUE(fs::create_directory(temp_ / "empty"));
  EXPECT_THAT(is_free(temp_ / "empty"), IsOkAnd(true));
  testing::write_whole(temp_ / "empty/something", {});
  EXPECT_THAT(is_free(temp_ / "empty"), IsOkAnd(false));
}

TEST_F(Folder, BesideAnotherIsHiddenClosedAndNew) {
  auto first = make_folder_beside(temp_ / "deep/er/vault", random_);
  auto second = make_folder_beside(temp_ / "deep/er/vault/", random_);
  ASSERT_THAT(first, IsOk());
  ASSERT_THAT(second, IsOk());
  EXPECT_NE(*first, *second);
  for (const path& made : {*first, *second}) {
    EXPECT_EQ(made.parent_path(), temp_ / "deep/er");
    EXPECT_THAT(made.filename().string(), ::testing::StartsWith(".vault.new-"));
    EXPECT_EQ(mode_of(made), 0700U);
  }
  EXPECT_THAT(make_folder(*first), Fails(Code::STORE_IO));
}

TEST_F(Folder, MovesOverNothingAndOverAnEmptyFolderOnly) {
  for (const char* to : {"nothing", "empty", "full"})
    ASSERT_THAT(make_folder(temp_ / (std::string("from-") + to)), IsOk());
  ASSERT_THAT(make_folder(temp_ / "empty"), IsOk());
  ASSERT_THAT(make_folder(temp_ / "full"), IsOk());
  testing::write_whole(temp_ / "full/something", {});
  EXPECT_THAT(move_into_place(temp_ / "from-nothing", temp_ / "nothing/"), IsOk());
  EXPECT_THAT(move_into_place(temp_ / "from-empty", temp_ / "empty"), IsOk());
  EXPECT_THAT(move_into_place(temp_ / "from-full", temp_ / "full"), Fails(Code::ALREADY_EXISTS));
  EXPECT_TRUE(fs::exists(temp_ / "full/something"));
  EXPECT_TRUE(fs::exists(temp_ / "from-full"));
  EXPECT_FALSE(fs::exists(temp_ / "from-nothing"));
}

TEST_F(Folder, NewFileIsForTheOwnerOnlyAndNeverOverAnother) {
  const Bytes bytes = to_bytes("sealed");
  ASSERT_THAT(write_new_file(temp_ / "keys", bytes), IsOk());
  EXPECT_EQ(mode_of(temp_ / "keys"), 0600U);
  EXPECT_EQ(testing::read_whole(temp_ / "keys"), bytes);
  EXPECT_THAT(write_new_file(temp_ / "keys", to_bytes("other")), Fails(Code::STORE_IO));
  EXPECT_EQ(testing::read_whole(temp_ / "keys"), bytes);
}

TEST_F(Folder, FileIsReadWholeAndClosedForOthers) {
  const Bytes bytes = random_.bytes(100);
  testing::write_whole(temp_ / "keys", bytes);
  ASSERT_EQ(::chmod((temp_ / "keys").c_str(), 0666), 0);
  EXPECT_THAT(read_file(temp_ / "keys", 100), IsOkAnd(bytes));
  EXPECT_EQ(mode_of(temp_ / "keys"), 0600U);
  EXPECT_THAT(read_file(temp_ / "keys", 99), Fails(Code::STORE_CORRUPT));
}

TEST_F(Folder, FileThatIsMissingALinkOrAFolderIsNamed) {
  testing::write_whole(temp_ / "real", {});
  fs::create_symlink(temp_ / "real", temp_ / "link");
  EXPECT_THAT(read_file(temp_ / "nothing", 100), Fails(Code::NOT_FOUND));
  EXPECT_THAT(read_file(temp_ / "link", 100), Fails(Code::STORE_IO));
  EXPECT_THAT(read_file(temp_.path(), 100), Fails(Code::STORE_IO));
}

TEST_F(Folder, LockIsHeldByOneUntilItGoes) {
  auto first = FolderLock::take(temp_.path());
  ASSERT_THAT(first, IsOk());
  EXPECT_EQ(mode_of(temp_ / "lock"), 0600U);
  EXPECT_THAT(FolderLock::take(temp_.path()), Fails(Code::STORE_IN_USE));
  {
    const FolderLock moved = *std::move(first);
    EXPECT_THAT(FolderLock::take(temp_.path()), Fails(Code::STORE_IN_USE));
  }
  auto second = FolderLock::take(temp_.path());
  ASSERT_THAT(second, IsOk());
  auto elsewhere = FolderLock::take((fs::create_directory(temp_ / "other"), temp_ / "other"));
  ASSERT_THAT(elsewhere, IsOk());
  *second = *std::move(elsewhere);  // holds the other folder now
}

TEST_F(Folder, LockIsNoSymbolicLink) {
  testing::write_whole(temp_ / "real", {});
  fs::create_symlink(temp_ / "real", temp_ / "lock");
  EXPECT_THAT(FolderLock::take(temp_.path()), Fails(Code::STORE_IO));
}

}  // namespace
}  // namespace kith::vault
