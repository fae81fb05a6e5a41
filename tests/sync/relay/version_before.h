#pragma once
// A folder of a store as a kith-relay of another version would have left it.

#include <rocksdb/db.h>
#include <gtest/gtest.h>

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace kith::testing {

// Says that version, without those of our families that it had not. REQUIRES: the store is closed
inline void set_version(const std::string& db, char version, const std::set<std::string>& without = {}) {
  std::vector<std::string> names;
  ASSERT_TRUE(rocksdb::DB::ListColumnFamilies({}, db, &names).ok());
  std::vector<rocksdb::ColumnFamilyDescriptor> families;
  for (const std::string& name : names) families.emplace_back(name, rocksdb::ColumnFamilyOptions());
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::DB* opened = nullptr;
  ASSERT_TRUE(rocksdb::DB::Open({}, db, families, &handles, &opened).ok());
  const std::unique_ptr<rocksdb::DB> closes(opened);
  EXPECT_TRUE(opened->Put({}, "version", std::string(1, version)).ok());
  for (rocksdb::ColumnFamilyHandle* family : handles) {
    EXPECT_TRUE(!without.contains(family->GetName()) || opened->DropColumnFamily(family).ok());
    (void)opened->DestroyColumnFamilyHandle(family);
  }
}

}  // namespace kith::testing
