// The files beside a locked vault.

#include "kith/vault/locked_folder.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include "kith/vault/wipe.h"
#include "vaults.h"

namespace kith::vault {
namespace {

using kith::testing::Fails;
using kith::testing::IsOk;
using kith::testing::IsOkAnd;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
namespace fs = std::filesystem;

class BesideALockedVault : public testing::VaultCopy {
 protected:
  LockedFolder folder() { return LockedFolder(dir_); }
  fs::path file(const std::string& name) { return dir_ / "locked" / name; }
};

TEST_F(BesideALockedVault, AFileIsReplacedAsAWholeAndForItsOwnerAlone) {
  EXPECT_THAT(folder().names(), IsOkAnd(IsEmpty()));
  EXPECT_THAT(folder().get("kit", 9), Fails(Code::NOT_FOUND));
  ASSERT_THAT(folder().put("kit", as_bytes("first")), IsOk());
  ASSERT_THAT(folder().put("kit", as_bytes("second")), IsOk());
  EXPECT_THAT(folder().get("kit", 6), IsOkAnd(::testing::Eq(to_bytes("second"))));
  EXPECT_THAT(folder().get("kit", 5), Fails(Code::STORE_CORRUPT)) << "more than was asked for";
  EXPECT_THAT(folder().names(), IsOkAnd(ElementsAre("kit")));
  struct stat info {};
  ASSERT_EQ(::stat(file("kit").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0600U);
  ASSERT_EQ(::stat((dir_ / "locked").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0700U);
  ASSERT_THAT(folder().remove("kit"), IsOk());
  EXPECT_THAT(folder().remove("kit"), IsOk()) << "gone already";
  EXPECT_THAT(folder().names(), IsOkAnd(IsEmpty()));
}

TEST_F(BesideALockedVault, ANameLeadsNowhereElse) {
  for (const std::string& name : {std::string(), std::string("../keys"), std::string("a/b"), std::string("KIT"),
                                 std::string("kit.new"), std::string("."), std::string(65, 'a')}) {
    EXPECT_THAT(folder().put(name, {}), Fails(Code::INVALID_ARGUMENT)) << name;
    EXPECT_THAT(folder().get(name, 9), Fails(Code::INVALID_ARGUMENT)) << name;
    EXPECT_THAT(folder().remove(name), Fails(Code::INVALID_ARGUMENT)) << name;
  }
  EXPECT_THAT(open(), IsOk());
}

TEST_F(BesideALockedVault, AFolderThatLeadsElsewhereIsRefused) {
  const fs::path elsewhere = dir_.parent_path() / "elsewhere";
  fs::create_directory(elsewhere);
  fs::create_directory_symlink(elsewhere, dir_ / "locked");
  EXPECT_THAT(folder().put("kit", as_bytes("bytes")), Fails(Code::INVALID_ARGUMENT));
  EXPECT_TRUE(fs::is_empty(elsewhere));
  fs::create_directory(elsewhere / "kit");
  EXPECT_THAT(folder().names(), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(folder().get("kit", 9), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(folder().remove("kit"), Fails(Code::INVALID_ARGUMENT));
  EXPECT_TRUE(fs::exists(elsewhere / "kit"));
}

TEST_F(BesideALockedVault, WithoutAVaultNothingIsMade) {
  EXPECT_THAT(LockedFolder(dir_.parent_path() / "nobody").put("kit", {}), Fails(Code::NOT_FOUND));
  EXPECT_FALSE(fs::exists(dir_.parent_path() / "nobody"));
}

TEST_F(BesideALockedVault, HalfAFileIsNone) {
  ASSERT_THAT(folder().put("kit", as_bytes("whole")), IsOk());
  fs::rename(file("kit"), file("kit.new"));  // as a crash leaves it
  EXPECT_THAT(folder().names(), IsOkAnd(IsEmpty()));
  ASSERT_THAT(folder().put("kit", as_bytes("again")), IsOk());
  EXPECT_THAT(folder().get("kit", 9), IsOkAnd(::testing::Eq(to_bytes("again"))));
  fs::copy_file(file("kit"), file("kit.new"));
  ASSERT_THAT(folder().remove("kit"), IsOk());
  EXPECT_TRUE(fs::is_empty(dir_ / "locked")) << "and goes with its file";
}

TEST_F(BesideALockedVault, TheVaultTakesItForItsOwnAndWipesIt) {
  ASSERT_THAT(folder().put("kit", as_bytes("bytes")), IsOk());
  {
    auto vault = open();
    ASSERT_THAT(vault, IsOk());
    EXPECT_THAT((*vault)->verify(), IsOk());
  }
  // Cut short when the keys were gone: it is gone on with.
  fs::remove(dir_ / "keys");
  testing::SeededRandom random{4};
  ASSERT_THAT(wipe_vault(dir_, nullptr, nullptr, random), IsOk());
  EXPECT_FALSE(fs::exists(dir_));
}

}  // namespace
}  // namespace kith::vault
