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
  // The bytes of each block; the map is the last of them.
  std::vector<std::span<Byte>> blocks_of(Bytes& file) {
    const BlockMap map = testing::map_of(file, disk_.key(), table().filename().string());
    std::vector<std::span<Byte>> out;
    for (std::size_t i = 0; i <= map.count(); ++i) {
      const std::size_t from = map.sealed_begin(i);
      const std::size_t end = i < map.count() ? map.sealed_begin(i + 1) : file.size() - kBlocksEndBytes;
      out.push_back(std::span(file).subspan(from, end - from));
    }
    return out;
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
  Bytes bad = now.table;
  const auto blocks = blocks_of(bad);
  ASSERT_GE(blocks.size(), 6U);
  for (std::size_t a = 0; a < blocks.size(); ++a) {
    for (std::size_t b = a + 1; b < blocks.size(); ++b) {
      if (blocks[a].size() != blocks[b].size()) continue;
      std::swap_ranges(blocks[a].begin(), blocks[a].end(), blocks[b].begin());
      expect_corrupt(bad, std::to_string(a) + " and " + std::to_string(b));
      std::swap_ranges(blocks[a].begin(), blocks[a].end(), blocks[b].begin());
    }
  }
  EXPECT_GE(checked_, 6);
  write_whole(table(), now.table);
  EXPECT_THAT(open_and_read(), IsOkAnd(now.rows));
  std::cout << "LS-03: " << checked_ << " swaps of two blocks, all STORE_CORRUPT\n";
}

TEST_F(LS03_OldAndSwapped, BlockOfAnOlderLifeIsCorrupt) {
  Life old = live(1);
  const std::string name = table().filename();
  Life now = live(2);
  ASSERT_EQ(table().filename(), name);
  ASSERT_EQ(old.table.size(), now.table.size());
  const auto blocks = blocks_of(now.table);
  const auto older = blocks_of(old.table);
  ASSERT_EQ(blocks.size(), older.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    ASSERT_EQ(blocks[i].size(), older[i].size());
    const Bytes kept = to_bytes(blocks[i]);
    std::copy(older[i].begin(), older[i].end(), blocks[i].begin());
    expect_corrupt(now.table, std::to_string(i));
    std::copy(kept.begin(), kept.end(), blocks[i].begin());
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
