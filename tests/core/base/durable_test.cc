#include "kith/base/durable.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace kith {
namespace {

TEST(Durable, AFileAndItsFolder) {
  std::string path = (std::filesystem::temp_directory_path() / "kith-durable-XXXXXX").string();
  const int file = ::mkstemp(path.data());
  ASSERT_GE(file, 0);
  EXPECT_EQ(::write(file, "kept", 4), 4);
  EXPECT_TRUE(make_durable(file));
  ::close(file);
  const int folder = ::open(std::filesystem::path(path).parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  ASSERT_GE(folder, 0);
  EXPECT_TRUE(make_durable(folder));
  ::close(folder);
  std::filesystem::remove(path);
}

TEST(Durable, WhatCannotBeIsSaid) {
  errno = 0;
  EXPECT_FALSE(make_durable(-1));
  EXPECT_EQ(errno, EBADF);
}

}  // namespace
}  // namespace kith
