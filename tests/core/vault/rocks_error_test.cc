#include "database/rocks_error.h"

#include <gtest/gtest.h>

namespace kith::vault {
namespace {

TEST(RocksError, FailuresOfRocksDbHaveNamesOfOurs) {
  using rocksdb::Status;
  EXPECT_EQ(error_of(Status::NoSpace("x")).code, Code::NO_SPACE);
  EXPECT_EQ(error_of(Status::MemoryLimit("x")).code, Code::OUT_OF_MEMORY);
  EXPECT_EQ(error_of(Status::Corruption("x")).code, Code::STORE_CORRUPT);
  EXPECT_EQ(error_of(Status::PathNotFound("x")).code, Code::STORE_CORRUPT);
  EXPECT_EQ(error_of(Status::InvalidArgument("x")).code, Code::STORE_CORRUPT);
  EXPECT_EQ(error_of(Status::NotSupported("x")).code, Code::INTERNAL);
  EXPECT_EQ(error_of(Status::IOError("x")).code, Code::STORE_IO);
  EXPECT_EQ(error_of(Status::Busy("x")).code, Code::STORE_IO);
}

}  // namespace
}  // namespace kith::vault
