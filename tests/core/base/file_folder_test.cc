#include "kith/base/file_folder.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "kith/testing/matchers.h"
#include "kith/testing/temporary_folder.h"

namespace kith {
namespace {

using testing::Fails;
using testing::IsOk;
using testing::IsOkAnd;
using ::testing::ElementsAre;
using ::testing::Eq;
using ::testing::IsEmpty;
namespace fs = std::filesystem;

struct FileFolderTest : ::testing::Test {
  testing::TemporaryFolder dir;
  const fs::path path = dir.path() / "folder";
  const FileFolder folder{path};
};

TEST_F(FileFolderTest, IsMadeForItsOwnerAloneAndOnce) {
  ASSERT_THAT(folder.make(), IsOk());
  ASSERT_THAT(folder.make(), IsOk());
  struct stat info {};
  ASSERT_EQ(::stat(path.c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0700U);
  EXPECT_THAT(FileFolder(dir.path() / "nowhere" / "folder").make(), Fails(Code::NOT_FOUND));
  std::ofstream(dir.path() / "file") << "x";
  EXPECT_THAT(FileFolder(dir.path() / "file" / "folder").make(), Fails(Code::STORE_IO));
  EXPECT_THAT(FileFolder(dir.path() / "file").make(), Fails(Code::INVALID_ARGUMENT));
}

// What others may do is taken away, wherever it comes from.
TEST_F(FileFolderTest, WhatStandsOpenIsClosed) {
  ASSERT_TRUE(fs::create_directory(path));
  ASSERT_EQ(::chmod(path.c_str(), 0777), 0);
  std::ofstream(path / "a.new") << "left half written";
  ASSERT_EQ(::chmod((path / "a.new").c_str(), 0666), 0);
  ASSERT_THAT(folder.make(), IsOk());
  struct stat info {};
  ASSERT_EQ(::stat(path.c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0700U);
  ASSERT_THAT(folder.put("a", as_bytes("x")), IsOk());
  ASSERT_EQ(::stat((path / "a").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0600U);
  ASSERT_EQ(::chmod(path.c_str(), 0755), 0);
  EXPECT_THAT(folder.names(), IsOkAnd(ElementsAre("a")));
  ASSERT_EQ(::stat(path.c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0700U);
}

TEST_F(FileFolderTest, AFolderThatIsALinkIsRefused) {
  ASSERT_THAT(folder.make(), IsOk());
  fs::create_directory_symlink(path, dir.path() / "link");
  for (const std::string name : {"link", "link/"}) {
    const FileFolder link{dir.path() / name};
    EXPECT_THAT(link.make(), Fails(Code::INVALID_ARGUMENT)) << name;
    EXPECT_THAT(link.put("a", as_bytes("x")), Fails(Code::INVALID_ARGUMENT)) << name;
    EXPECT_THAT(link.get("a", 9), Fails(Code::INVALID_ARGUMENT)) << name;
    EXPECT_THAT(link.names(), Fails(Code::INVALID_ARGUMENT)) << name;
    EXPECT_THAT(link.remove("a"), Fails(Code::INVALID_ARGUMENT)) << name;
  }
}

TEST_F(FileFolderTest, AFolderOfSomebodyElseIsRefused) {
  if (::geteuid() != 0) GTEST_SKIP() << "only the superuser can give a folder away";
  ASSERT_THAT(folder.make(), IsOk());
  ASSERT_EQ(::chown(path.c_str(), 65534, 65534), 0);
  EXPECT_THAT(folder.put("a", as_bytes("x")), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(folder.make(), Fails(Code::INVALID_ARGUMENT));
}

TEST_F(FileFolderTest, WithoutAFolderThereIsNothingAndNothingIsMade) {
  EXPECT_THAT(folder.put("a", as_bytes("x")), Fails(Code::NOT_FOUND));
  EXPECT_THAT(folder.get("a", 9), Fails(Code::NOT_FOUND));
  EXPECT_THAT(folder.names(), IsOkAnd(IsEmpty()));
  EXPECT_THAT(folder.remove("a"), IsOk());
  EXPECT_FALSE(fs::exists(path));
}

TEST_F(FileFolderTest, AFileIsReplacedAsAWhole) {
  ASSERT_THAT(folder.make(), IsOk());
  ASSERT_THAT(folder.put("b", as_bytes("first")), IsOk());
  ASSERT_THAT(folder.put("b", as_bytes("second")), IsOk());
  ASSERT_THAT(folder.put("a", {}), IsOk());
  EXPECT_THAT(folder.get("b", 6), IsOkAnd(Eq(to_bytes("second"))));
  EXPECT_THAT(folder.get("b", 5), Fails(Code::STORE_CORRUPT));
  EXPECT_THAT(folder.get("a", 0), IsOkAnd(IsEmpty()));
  EXPECT_THAT(folder.get("c", 9), Fails(Code::NOT_FOUND));
  EXPECT_THAT(folder.names(), IsOkAnd(ElementsAre("a", "b")));
  struct stat info {};
  ASSERT_EQ(::stat((path / "b").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0600U);
}

TEST_F(FileFolderTest, ANameLeadsNowhereElse) {
  ASSERT_THAT(folder.make(), IsOk());
  for (const std::string& name : {std::string(), std::string("../a"), std::string("a/b"), std::string("A"),
                                  std::string("a.new"), std::string("."), std::string(65, 'a')}) {
    EXPECT_THAT(folder.put(name, {}), Fails(Code::INVALID_ARGUMENT)) << name;
    EXPECT_THAT(folder.get(name, 9), Fails(Code::INVALID_ARGUMENT)) << name;
    EXPECT_THAT(folder.remove(name), Fails(Code::INVALID_ARGUMENT)) << name;
  }
}

TEST_F(FileFolderTest, WhatACrashLeftHalfWrittenGoesWhenItIsOld) {
  folder.remove_halves(std::chrono::hours(1));
  ASSERT_THAT(folder.make(), IsOk());
  const auto old = fs::file_time_type::clock::now() - std::chrono::hours(2);
  for (const char* name : {"old.new", "young.new", "old"}) std::ofstream(path / name) << "x";
  for (const char* name : {"old.new", "old"}) fs::last_write_time(path / name, old);
  folder.remove_halves(std::chrono::hours(1));
  EXPECT_FALSE(fs::exists(path / "old.new"));
  EXPECT_TRUE(fs::exists(path / "young.new"));
  EXPECT_TRUE(fs::exists(path / "old"));
}

TEST_F(FileFolderTest, NoLinkIsFollowedAndNothingButAFileIsRead) {
  const fs::path elsewhere = dir.path() / "elsewhere";
  ASSERT_THAT(folder.make(), IsOk());
  std::ofstream(elsewhere) << "not yours";
  fs::create_symlink(elsewhere, path / "link");
  EXPECT_FALSE(folder.get("link", 99).ok());
  fs::create_symlink(elsewhere, path / "b.new");
  EXPECT_FALSE(folder.put("b", as_bytes("x")).ok());
  std::ifstream in(elsewhere);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), "not yours");
  fs::create_directory(path / "folder");
  EXPECT_THAT(folder.get("folder", 9999), Fails(Code::STORE_CORRUPT));
  ASSERT_EQ(::mkfifo((path / "pipe").c_str(), 0600), 0);
  EXPECT_THAT(folder.get("pipe", 9999), Fails(Code::STORE_CORRUPT)) << "and nobody waits for who writes into it";
  ASSERT_EQ(::mkfifo((path / "c.new").c_str(), 0600), 0);
  EXPECT_THAT(folder.put("c", as_bytes("x")), Fails(Code::STORE_IO));
  fs::remove(path / "c.new");
  ASSERT_EQ(::mkfifo((path / "c.new").c_str(), 0600), 0);
  const int reader = ::open((path / "c.new").c_str(), O_RDONLY | O_NONBLOCK);
  ASSERT_GE(reader, 0);
  EXPECT_THAT(folder.put("c", as_bytes("x")), Fails(Code::STORE_IO)) << "where somebody reads from it too";
  ::close(reader);
}

TEST_F(FileFolderTest, WhereNothingCanBeWrittenThatIsSaid) {
  if (::geteuid() == 0) GTEST_SKIP() << "the superuser writes everywhere";
  ASSERT_THAT(folder.make(), IsOk());
  ASSERT_EQ(::chmod(path.c_str(), 0500), 0);
  EXPECT_THAT(folder.put("a", as_bytes("x")), Fails(Code::STORE_READ_ONLY));
}

// As with a disk that is full: what was there stays, and nothing of the new one is left.
TEST_F(FileFolderTest, WhatFindsNoRoomChangesNothing) {
  ASSERT_THAT(folder.make(), IsOk());
  ASSERT_THAT(folder.put("a", as_bytes("old")), IsOk());
  struct rlimit before {};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  struct rlimit small = before;
  small.rlim_cur = 4096;
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  const auto done = folder.put("a", Bytes(10'000, 7));
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
  std::signal(SIGXFSZ, handler);
  EXPECT_THAT(done, Fails(Code::STORE_IO));
  EXPECT_THAT(folder.get("a", 9), IsOkAnd(Eq(to_bytes("old"))));
  EXPECT_FALSE(fs::exists(path / "a.new"));
}

TEST_F(FileFolderTest, WhatCannotTakeItsPlaceLeavesNothing) {
  ASSERT_THAT(folder.make(), IsOk());
  fs::create_directories(path / "a" / "full");
  EXPECT_FALSE(folder.put("a", as_bytes("x")).ok());
  EXPECT_FALSE(fs::exists(path / "a.new"));
}

}  // namespace
}  // namespace kith
