// LS-03: blocks of a table file in each other's place, a block or a file of an older life put back,
// a table file gone: STORE_CORRUPT, and never older data shown as current.

#include <iostream>

#include "../damage.h"

namespace kith::vault {
namespace {

// Two lives of one folder that part after the first table file: in each, the next table file has
// the same name and size, and other values.
class LS03_OldAndSwapped : public Damage {
 protected:
  struct Life {
    Bytes table;
    Rows rows;
  };
  Life live(Byte value) {
    restore();
    Rows rows = expected_;
    {
      auto store = open(RocksStore::Mode::open);
      for (std::uint8_t i = 0; i < 10; ++i) {
        Batch batch;
        const Bytes key{i};
        batch.put(Table::entry, key, Bytes(2000, value));
        rows[{Table::entry, key}] = Bytes(2000, value);
        EXPECT_THAT(store->commit(batch), IsOk());
      }
    }
    EXPECT_THAT(open_and_read(), IsOkAnd(rows));  // what was in the log becomes a table file
    return {read_whole(table()), rows};
  }
  static std::size_t blocks_of(const Bytes& file) {
    return (file.size() - kHeaderBytes + kBlockSealed - 1) / kBlockSealed;
  }
  // The bytes of block `index`.
  static std::span<Byte> block(Bytes& file, std::size_t index) {
    const std::size_t from = kHeaderBytes + index * kBlockSealed;
    return std::span(file).subspan(from, std::min(kBlockSealed, file.size() - from));
  }
  // What a reader and verify() say of the table file with these bytes.
  void expect_corrupt(const Bytes& file, const std::string& what) {
    write_whole(table(), file);
    EXPECT_THAT(open_and_read(), Fails(Code::STORE_CORRUPT)) << what;
    VerifyReport report;
    EXPECT_THAT(verify_files(db_, *disk_.files(), 0, {}, report), Fails(Code::STORE_CORRUPT)) << what;
    ++checked_;
  }
  int checked_ = 0;
};

TEST_F(LS03_OldAndSwapped, BlocksOfOneTableFileInEachOthersPlaceAreCorrupt) {
  const Life now = live(1);
  const std::size_t count = blocks_of(now.table);
  ASSERT_GE(count, 5U);
  for (std::size_t a = 0; a + 1 < count; ++a) {
    for (std::size_t b = a + 1; b + 1 < count; ++b) {  // the last one has another size
      Bytes bad = now.table;
      std::swap_ranges(block(bad, a).begin(), block(bad, a).end(), block(bad, b).begin());
      expect_corrupt(bad, std::to_string(a) + " and " + std::to_string(b));
    }
  }
  write_whole(table(), now.table);
  EXPECT_THAT(open_and_read(), IsOkAnd(now.rows));
  std::cout << "LS-03: " << checked_ << " swaps of two blocks, all STORE_CORRUPT\n";
}

TEST_F(LS03_OldAndSwapped, BlockOfAnOlderLifeIsCorrupt) {
  Life old = live(1);
  const std::string name = table().filename();
  const Life now = live(2);
  ASSERT_EQ(table().filename(), name);
  ASSERT_EQ(old.table.size(), now.table.size());
  for (std::size_t i = 0; i < blocks_of(now.table); ++i) {
    Bytes bad = now.table;
    std::copy(block(old.table, i).begin(), block(old.table, i).end(), block(bad, i).begin());
    expect_corrupt(bad, std::to_string(i));
  }
  std::cout << "LS-03: " << checked_ << " blocks of an older file put back, all STORE_CORRUPT\n";
}

TEST_F(LS03_OldAndSwapped, FileOfTheSameNameFromAnotherLifeIsRefused) {
  const Life old = live(1);
  const std::string name = table().filename();
  const Life now = live(2);
  ASSERT_EQ(table().filename(), name);
  ASSERT_EQ(old.table.size(), now.table.size());
  write_whole(table(), old.table);
  EXPECT_THAT(open_and_read(), Fails(Code::STORE_CORRUPT));
}

TEST_F(LS03_OldAndSwapped, TableFileThatIsGoneIsCorrupt) {
  live(1);
  int gone = 0;
  copy_folder(db_, temp_ / "grown");
  for (const fs::path& path : files_under(temp_ / "grown")) {
    if (kind_of(path) != "table file") continue;
    copy_folder(temp_ / "grown", db_);
    fs::remove(db_ / path.filename());
    EXPECT_THAT(open_and_read(), Fails(Code::STORE_CORRUPT)) << path.filename();
    ++gone;
  }
  EXPECT_GE(gone, 2);
  std::cout << "LS-03: " << gone << " table files removed one by one, each STORE_CORRUPT\n";
}

TEST_F(LS03_OldAndSwapped, FilesInEachOthersPlaceAreRefused) {
  {
    auto store = open(RocksStore::Mode::open);  // a second table file, a newer log
    put(*store, 30);
  }
  copy_folder(db_, temp_ / "good");
  const auto swapped = [&](const fs::path& a, const fs::path& b) {
    restore();
    const Bytes first = read_whole(a);
    const Bytes second = read_whole(b);
    write_whole(a, second);
    write_whole(b, first);
    const auto got = open_and_read();
    EXPECT_THAT(got, Fails(Code::STORE_CORRUPT)) << a.filename() << " " << b.filename();
  };
  std::vector<fs::path> tables;
  for (const fs::path& path : files_under(db_)) {
    if (kind_of(path) == "table file") tables.push_back(path);
  }
  ASSERT_EQ(tables.size(), 2U);
  swapped(tables[0], tables[1]);
  swapped(tables[0], log());
  swapped(log(), manifest());
  swapped(one("CURRENT"), one("IDENTITY"));  // unbound: both open, and RocksDB refuses what it reads
}

TEST_F(LS03_OldAndSwapped, DatabaseUnderAnotherKeyIsCorrupt) {
  SealedDisk other(9);
  EXPECT_THAT(RocksStore::start(db_, other.files(), RocksStore::Mode::open), Fails(Code::STORE_CORRUPT));
}

}  // namespace
}  // namespace kith::vault
