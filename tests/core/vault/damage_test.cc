// Damage to the folder of a database: a named error or the very same rows, never others. What was
// flipped, swapped or put back by somebody has its row's name in rows/.

#include "damage.h"

namespace kith::vault {
namespace {

using LS06_FilesGone = Damage;
using LS20_FullDisk = Damage;
using LS21_Power = Damage;

TEST_F(Damage, NoneGivesEveryRow) { EXPECT_THAT(open_and_read(), IsOkAnd(expected_)); }

TEST_F(Damage, MessageNamesTheKindOfFile) {
  for (const auto& [path, kind] :
       {std::pair{table(), "table file"}, std::pair{log(), "write-ahead log"},
        std::pair{manifest(), "manifest"}, std::pair{one("CURRENT"), "file of the database"}}) {
    Bytes bad = read_whole(path);
    bad[bad.size() / 2] ^= 1U;
    write_whole(path, bad);
    const auto got = open_and_read();
    ASSERT_THAT(got, Fails(Code::STORE_CORRUPT));
    EXPECT_THAT(got.error().message.text(), ::testing::HasSubstr(kind));
    restore();
  }
}

// -- a log that a crash cut --

TEST_F(Damage, TornTailOfTheLogIsItsEndAndEveryEarlierRowIsThere) {
  const fs::path path = log();
  const Bytes whole = read_whole(path);
  // Four batches of one size, each one frame.
  const std::size_t last = kSectorBytes;
  ASSERT_EQ(4 * last, whole.size());
  for (std::size_t cut = 1; cut <= last; ++cut) {
    for (const bool zeros : {false, true}) {
      restore();
      Bytes torn = to_bytes(BytesView(whole).first(whole.size() - cut));
      if (zeros) torn.resize(whole.size());
      write_whole(path, torn);
      // A disk writes a sector or leaves it: a part of one is none of its doings.
      if (zeros && cut != last) {
        ASSERT_THAT(open_and_read(), Fails(Code::STORE_CORRUPT)) << cut << " zeros";
      } else {
        ASSERT_THAT(open_and_read(), IsOkAnd(before_last_)) << cut << (zeros ? " zeros" : " cut off");
      }
    }
  }
  restore();
  Bytes longer = whole;
  longer.resize(whole.size() + 8192);
  write_whole(path, longer);
  EXPECT_THAT(open_and_read(), IsOkAnd(expected_));
  restore();
  Bytes torn = to_bytes(BytesView(whole).first(whole.size() - 2 * last));
  torn.resize(whole.size());
  write_whole(path, torn);
  const auto got = open_and_read();
  ASSERT_THAT(got, IsOk());
  EXPECT_EQ(got->size(), before_last_.size() - 1);
}

TEST_F(Damage, BeforeTheTailOfTheLogIsNeverItsEnd) {
  const fs::path path = log();
  const Bytes whole = read_whole(path);
  for (std::size_t at = 0; at < whole.size(); at += 5) {
    Bytes bad = whole;
    bad[at] ^= 0x10U;
    restore();
    write_whole(path, bad);
    ASSERT_THAT(open_and_read(), Fails(Code::STORE_CORRUPT)) << at;
  }
}

// The inventory knows what a log begins with that anybody counts on.
TEST_F(Damage, LogWithoutItsFirstSectorIsCorrupt) {
  Bytes bad = read_whole(log());
  std::fill(bad.begin(), bad.begin() + kSectorBytes, Byte{0});
  write_whole(log(), bad);
  EXPECT_THAT(open_and_read(), Fails(Code::STORE_CORRUPT));
}

TEST_F(Damage, TornManifestOfAnUnfinishedChangeIsTheStateBefore) {
  const fs::path path = manifest();
  const Bytes whole = read_whole(path);
  for (std::size_t cut = 1; cut < 60; cut += 3) {
    restore();
    write_whole(path, BytesView(whole).first(whole.size() - cut));
    const auto got = open_and_read();
    if (got.ok()) {
      ASSERT_EQ(*got, expected_) << cut;
    } else {
      ASSERT_THAT(got, Fails(Code::STORE_CORRUPT)) << cut;
    }
  }
}

// -- files that are gone --

TEST_F(LS06_FilesGone, FileThatIsGoneIsNeverAnEmptyDatabase) {
  for (const fs::path& path : {table(), manifest(), one("CURRENT")}) {
    restore();
    fs::remove(path);
    EXPECT_THAT(open_and_read(), Fails(Code::STORE_CORRUPT)) << path.filename();
  }
  for (const fs::path& path : files_under(db_)) fs::remove(path);
  EXPECT_THAT(open_and_read(), Fails(Code::STORE_CORRUPT)) << "an empty folder";
  fs::remove_all(db_);
  EXPECT_THAT(open_and_read(), Fails(Code::STORE_CORRUPT)) << "no folder";
}

// The inventory knows of it.
TEST_F(LS06_FilesGone, NewestLogThatIsGoneIsNeverTheStateBeforeIt) {
  fs::remove(log());
  EXPECT_THAT(open_and_read(), Fails(Code::STORE_CORRUPT));
}

// -- verify_files --

TEST_F(Damage, ForeignFileIsNamed) {
  const auto files = disk_.files();
  for (const char* name : {"notes.txt", "000012.sst.bak", ".sst", "x.log", "MANIFEST-", "MANIFEST-x",
                           "OPTIONS-", "LOG", "archive"}) {
    restore();
    write_whole(db_ / name, to_bytes("foreign"));
    VerifyReport report;
    const auto found = verify_files(db_, *files, 0, {}, report);
    ASSERT_THAT(found, Fails(Code::STORE_CORRUPT)) << name;
    EXPECT_THAT(found.error().message.text(), ::testing::HasSubstr(name));
  }
  restore();
  fs::create_directory(db_ / "000099.sst");
  VerifyReport report;
  EXPECT_THAT(verify_files(db_, *files, 0, {}, report), Fails(Code::STORE_CORRUPT));
  EXPECT_THAT(verify_files(temp_ / "nothing", *files, 0, {}, report), Fails(Code::STORE_IO));
}

TEST_F(Damage, VerifyCountsWhatItReads) {
  const auto files = disk_.files();
  ASSERT_THAT(files->start_inventory(db_, false, kSchema), IsOk());
  std::uint64_t bytes = 0;
  for (const fs::path& path : files_under(db_)) bytes += fs::file_size(path);
  VerifyReport report;
  std::uint64_t last = 100;
  std::uint64_t all = 0;
  ASSERT_THAT(verify_files(
                  db_, *files, 100,
                  [&](std::uint64_t done, std::uint64_t sum) {
                    EXPECT_GT(done, last);
                    last = done;
                    all = sum;
                  },
                  report),
              IsOk());
  EXPECT_EQ(report.files, files_under(db_).size() - 1) << "LOCK is empty and not counted";
  EXPECT_EQ(report.bytes, bytes);
  EXPECT_EQ(last, bytes + 100);
  EXPECT_EQ(all, bytes + 100);
}

// -- a disk that loses power, or is full --

// Few batches, and enough of them for logs to change and table files to be made.
TEST_F(LS21_Power, WhatWasCommittedWasSyncedBefore) {
  for (const int batches : {1, 7, 70}) {
    restore();
    Rows rows = expected_;
    {
      auto store = open(RocksStore::Mode::open);
      for (int i = 0; i < batches; ++i) {
        const Bytes key = to_bytes("row " + std::to_string(i));
        Batch batch;
        batch.put(Table::entry, key, random_.bytes(100'000));
        rows[{Table::entry, key}] = *batch.ops()[0].value;
        ASSERT_THAT(store->commit(batch), IsOk());
      }
    }
    disk_.disk->lose_power();
    ASSERT_THAT(open_and_read(), IsOkAnd(rows)) << batches;
    disk_.disk->lose_power();
    ASSERT_THAT(open_and_read(), IsOkAnd(rows)) << batches << ", and again while it was opened";
  }
}

TEST_F(LS20_FullDisk, FullDiskIsNamedAndWhatWasCommittedStays) {
  for (std::int64_t room = 0; room < 400; room += 13) {
    restore();
    auto store = open(RocksStore::Mode::open);
    disk_.disk->room_for(room);
    Batch batch;
    batch.put(Table::meta, to_bytes("too"), Bytes(400, 1));
    EXPECT_THAT(store->commit(batch), Fails(Code::NO_SPACE)) << room;
    EXPECT_THAT(rows_of(*store), IsOkAnd(expected_)) << room;
    disk_.disk->unlimited();
    Rows with = expected_;
    with[{Table::meta, to_bytes("too")}] = Bytes(400, 1);
    EXPECT_THAT(store->commit(batch), IsOk()) << "by itself, once there is room";
    EXPECT_THAT(rows_of(*store), IsOkAnd(with)) << room;
    store.reset();
    EXPECT_THAT(open_and_read(), IsOkAnd(with)) << room;
  }
}

// Through a whole write buffer, so that logs change and table files are made behind the commits.
TEST_F(LS20_FullDisk, DiskThatFillsUpLosesNothingThatWasCommitted) {
  for (const std::int64_t room : {4'250'000, 6'000'000, 9'000'000}) {
    restore();
    Rows rows = expected_;
    {
      auto store = open(RocksStore::Mode::open);
      disk_.disk->room_for(room);
      Result<void> done;
      for (std::uint8_t i = 0; done.ok(); ++i) {
        ASSERT_LT(i, 200) << "a commit has to fail in the end";
        const Bytes key{i};
        const Bytes value = random_.bytes(100'000);
        Batch batch;
        batch.put(Table::entry, key, value);
        done = store->commit(batch);
        if (done.ok()) rows[{Table::entry, key}] = value;
      }
      EXPECT_THAT(done, Fails(Code::NO_SPACE)) << room;
      EXPECT_THAT(rows_of(*store), IsOkAnd(rows)) << room;
    }
    disk_.disk->unlimited();
    const auto read = open_and_read();
    ASSERT_THAT(read, IsOk()) << room;
    for (const auto& [key, value] : rows) ASSERT_TRUE(read->contains(key)) << room << ": a row is gone";
    ASSERT_EQ(read->size(), rows.size()) << room << ": what failed is there";
    ASSERT_EQ(*read, rows) << room;
  }
}

// RocksDB can fail behind a frame that is synced already: where a new log is begun, it notes the old
// one in its manifest. The commit has failed then, and stays so.
TEST_F(LS20_FullDisk, WhatFailedBehindItsSyncedFrameStaysFailed) {
  Rows rows = expected_;
  {
    auto store = open(RocksStore::Mode::open);
    disk_.disk->no_room_in("MANIFEST");
    Result<void> done;
    for (std::uint8_t i = 0; done.ok(); ++i) {
      ASSERT_LT(i, 200) << "a log is full in the end";
      const Bytes key{i};
      const Bytes value = random_.bytes(100'000);
      Batch batch;
      batch.put(Table::entry, key, value);
      done = store->commit(batch);
      if (done.ok()) rows[{Table::entry, key}] = value;
    }
    EXPECT_THAT(done, Fails(Code::NO_SPACE));
    EXPECT_THAT(rows_of(*store), IsOkAnd(rows));
  }
  disk_.disk->no_room_in("");
  EXPECT_THAT(open_and_read(), IsOkAnd(rows));
}

TEST_F(LS20_FullDisk, FullDiskWhileOpeningStillReads) {
  int failed = 0;
  for (std::int64_t room = 0; room < 12000; room += 211) {
    restore();
    disk_.disk->room_for(room);
    {
      const auto store = RocksStore::start(db_, disk_.files(), RocksStore::Mode::open);
      ASSERT_THAT(store, IsOk()) << "for reading at least";
      EXPECT_THAT(rows_of(**store), IsOkAnd(expected_)) << room;
      Batch batch;
      batch.put(Table::meta, to_bytes("too"), Bytes(400, 1));
      const auto done = (*store)->commit(batch);
      if (!done.ok()) {
        EXPECT_THAT(done, Fails(Code::NO_SPACE)) << room;
        ++failed;
      }
      disk_.disk->unlimited();
      EXPECT_THAT((*store)->commit(batch), IsOk()) << room;
    }
    Rows with = expected_;
    with[{Table::meta, to_bytes("too")}] = Bytes(400, 1);
    ASSERT_THAT(open_and_read(), IsOkAnd(with)) << room;
  }
  EXPECT_GT(failed, 5);
}

}  // namespace
}  // namespace kith::vault
