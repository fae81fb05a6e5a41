// Files that appear whole or not at all.

#include "kith/vault/file_stream.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include "disk.h"
#include "kith/testing/matchers.h"

namespace kith::vault {
namespace {

using kith::testing::Fails;
using kith::testing::IsOk;
using kith::testing::IsOkAnd;
using testing::files_under;
using testing::read_whole;
using testing::SeededRandom;
using testing::TemporaryFolder;
namespace fs = std::filesystem;
using Existing = FileSink::Existing;

class FileStreams : public ::testing::Test {
 protected:
  Result<FileSink> create(Existing existing = Existing::refuse) { return FileSink::create(path_, existing, random_); }
  TemporaryFolder temp_;
  fs::path path_ = temp_ / "out";
  SeededRandom random_{3};
};

TEST_F(FileStreams, AppearsWholeForItsOwnerOnly) {
  auto sink = create();
  ASSERT_THAT(sink, IsOk());
  ASSERT_THAT(sink->write(as_bytes("first ")), IsOk());
  ASSERT_THAT(sink->write(as_bytes("second")), IsOk());
  EXPECT_FALSE(fs::exists(path_));
  ASSERT_EQ(files_under(temp_.path()).size(), 1U);  // beside it, and nowhere else
  ASSERT_THAT(sink->finish(), IsOk());
  EXPECT_EQ(files_under(temp_.path()), std::vector<fs::path>{path_});
  EXPECT_EQ(read_whole(path_), to_bytes("first second"));
  struct stat info {};
  ASSERT_EQ(::stat(path_.c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777U, 0600U);
}

TEST_F(FileStreams, UnfinishedLeavesNothing) {
  {
    auto sink = create();
    ASSERT_THAT(sink->write(as_bytes("half")), IsOk());
  }
  EXPECT_TRUE(files_under(temp_.path()).empty());
}

TEST_F(FileStreams, AnExistingFileStaysUnlessItMayBeReplaced) {
  testing::write_whole(path_, as_bytes("old"));
  EXPECT_THAT(create(), Fails(Code::ALREADY_EXISTS));
  {
    auto unfinished = create(Existing::replace);
    ASSERT_THAT(unfinished->write(as_bytes("new")), IsOk());
  }
  EXPECT_EQ(read_whole(path_), to_bytes("old"));
  auto sink = create(Existing::replace);
  ASSERT_THAT(sink->write(as_bytes("new")), IsOk());
  ASSERT_THAT(sink->finish(), IsOk());
  EXPECT_EQ(read_whole(path_), to_bytes("new"));
}

TEST_F(FileStreams, AFileThatCameMeanwhileStays) {
  auto sink = create();
  ASSERT_THAT(sink->write(as_bytes("mine")), IsOk());
  testing::write_whole(path_, as_bytes("another's"));
  EXPECT_THAT(sink->finish(), Fails(Code::ALREADY_EXISTS));
  EXPECT_EQ(read_whole(path_), to_bytes("another's"));
}

TEST_F(FileStreams, WhatIsNoPlainFileIsNeverReplaced) {
  fs::create_directory(path_);
  EXPECT_THAT(create(Existing::replace), Fails(Code::INVALID_ARGUMENT));
  fs::remove(path_);
  fs::create_symlink(temp_ / "target", path_);
  EXPECT_THAT(create(Existing::replace), Fails(Code::INVALID_ARGUMENT));
  EXPECT_THAT(FileSink::create(temp_ / "none" / "out", Existing::refuse, random_), Fails(Code::NOT_FOUND));
  EXPECT_THAT(FileSink::create(temp_.path() / "", Existing::refuse, random_), Fails(Code::INVALID_ARGUMENT));
}

TEST_F(FileStreams, ReadsToTheEnd) {
  EXPECT_THAT(FileSource::open(path_), Fails(Code::NOT_FOUND));
  testing::write_whole(path_, as_bytes("abcde"));
  auto source = FileSource::open(path_);
  ASSERT_THAT(source, IsOk());
  Bytes part(3);
  EXPECT_THAT(source->read(part), IsOkAnd(3U));
  EXPECT_THAT(source->read(part), IsOkAnd(2U));
  EXPECT_THAT(source->read(part), IsOkAnd(0U));
}

}  // namespace
}  // namespace kith::vault
