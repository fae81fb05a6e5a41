#include "sealed/sealed_file_system.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <set>

#include "disk.h"
#include "fault_disk.h"
#include "sealed/file_format.h"
#include "kith/testing/matchers.h"

namespace kith::vault {
namespace {

using rocksdb::FileOptions;
using rocksdb::IOOptions;
using rocksdb::IOStatus;
using rocksdb::Slice;
using testing::SealedDisk;
using testing::SeededRandom;
using testing::TemporaryFolder;
namespace fs = std::filesystem;

Slice slice_of(BytesView bytes) { return {as_text(bytes).data(), bytes.size()}; }

// What reading a file from its first byte on gave: everything up to the end or up to an error.
struct Got {
  IOStatus status;
  Bytes bytes;
  bool operator==(const Got& other) const { return status == other.status && bytes == other.bytes; }
};
std::ostream& operator<<(std::ostream& out, const Got& got) {
  return out << got.status.ToString() << ", " << got.bytes.size() << " bytes";
}

MATCHER_P(Gives, bytes, "is read to its end and holds the expected bytes") {
  return arg.status.ok() && arg.bytes == bytes;
}
MATCHER_P(IsCorruptAnd, kind, std::string("is reported as a damaged ") + kind) {
  return arg.status.IsCorruption() && arg.status.ToString().find(kind) != std::string::npos;
}

class SealedFiles : public ::testing::Test {
 protected:
  std::string at(std::string_view name) const { return (temp_ / name).string(); }

  std::unique_ptr<rocksdb::FSWritableFile> start(std::string_view name) {
    std::unique_ptr<rocksdb::FSWritableFile> out;
    EXPECT_TRUE(files_->NewWritableFile(at(name), FileOptions(), &out, nullptr).ok());
    return out;
  }
  // A file of these parts, each one flushed: of a log, each one frame.
  Bytes make(std::string_view name, const std::vector<Bytes>& parts) {
    auto file = start(name);
    Bytes all;
    for (const Bytes& part : parts) {
      EXPECT_TRUE(file->Append(slice_of(part), IOOptions(), nullptr).ok());
      EXPECT_TRUE(file->Sync(IOOptions(), nullptr).ok());
      append(all, part);
    }
    EXPECT_EQ(file->GetFileSize(IOOptions(), nullptr), all.size());
    EXPECT_TRUE(file->Close(IOOptions(), nullptr).ok());
    return all;
  }
  Got read(std::string_view name, std::size_t step = 1000) {
    Got out;
    std::unique_ptr<rocksdb::FSSequentialFile> file;
    out.status = files_->NewSequentialFile(at(name), FileOptions(), &file, nullptr);
    Bytes scratch(step);
    Slice got("x");
    while (out.status.ok() && !got.empty()) {
      out.status = file->Read(step, IOOptions(), &got, reinterpret_cast<char*>(scratch.data()), nullptr);
      if (out.status.ok()) append(out.bytes, as_bytes({got.data(), got.size()}));
    }
    return out;
  }
  std::unique_ptr<rocksdb::FSRandomAccessFile> open_random(std::string_view name) {
    std::unique_ptr<rocksdb::FSRandomAccessFile> out;
    EXPECT_TRUE(files_->NewRandomAccessFile(at(name), FileOptions(), &out, nullptr).ok());
    return out;
  }
  Bytes raw(std::string_view name) { return testing::read_whole(temp_ / name); }
  void set_raw(std::string_view name, BytesView bytes) { testing::write_whole(temp_ / name, bytes); }
  std::uint64_t size_of(std::string_view name) {
    std::uint64_t out = 0;
    EXPECT_TRUE(files_->GetFileSize(at(name), IOOptions(), &out, nullptr).ok());
    return out;
  }

  TemporaryFolder temp_;
  SealedDisk disk_;
  std::shared_ptr<rocksdb::FileSystem> files_ = disk_.files();
  SeededRandom random_{2};
};

// -- plain sizes, plain positions --

using TableFiles = SealedFiles;

TEST_F(TableFiles, ShowPlainSizesAndPositionsAtEveryEdge) {
  for (const std::size_t size : {0U, 1U, 32767U, 32768U, 32769U, 65536U, 65537U, 200000U}) {
    const Bytes all = make("000001.sst", {random_.bytes(size)});
    EXPECT_EQ(size_of("000001.sst"), size);
    const std::size_t blocks = (size + kBlockMost - 1) / kBlockMost;
    EXPECT_EQ(raw("000001.sst").size(), kHeaderBytes + size + blocks * (crypto::kBlockOverhead + kBlockLengthBytes) +
                                            crypto::kBlockOverhead + kBlocksEndBytes);
    EXPECT_THAT(read("000001.sst"), Gives(all));
    const auto file = open_random("000001.sst");
    for (int i = 0; i < 60; ++i) {
      const std::size_t offset = random_.below(size + 10);
      const std::size_t n = random_.below(i % 2 == 0 ? 9000 : 190'000);
      Bytes scratch(n);
      Slice got;
      ASSERT_TRUE(
          file->Read(offset, n, IOOptions(), &got, reinterpret_cast<char*>(scratch.data()), nullptr).ok());
      const std::size_t want = offset >= size ? 0 : std::min(n, size - offset);
      ASSERT_EQ(got.size(), want);
      ASSERT_TRUE(std::equal(got.data(), got.data() + want,
                             reinterpret_cast<const char*>(all.data()) + (want ? offset : 0)));
    }
    EXPECT_TRUE(file->Prefetch(0, size, IOOptions(), nullptr).IsNotSupported());
  }
}

// So that what RocksDB reads again is one block of ours, and no more of the file is opened.
TEST_F(TableFiles, HaveABlockForEachPieceThatWasAppended) {
  std::vector<Bytes> parts;
  for (const std::size_t size : {4000U, 5U, 3700U, 5U, 60U, 65U, 900U, 100U, 5U, 33000U, 5U, 2000U, 53U})
    parts.push_back(random_.bytes(size));
  const Bytes all = make("000001.sst", parts);
  EXPECT_THAT(read("000001.sst"), Gives(all));
  const BlockMap map = testing::map_of(raw("000001.sst"), disk_.key(), "000001.sst");
  std::vector<std::size_t> sizes;
  for (std::size_t i = 0; i < map.count(); ++i) sizes.push_back(map.size(i));
  // A checksum stays with its block, what is short with what comes behind, and 32 KiB are the most.
  EXPECT_THAT(sizes, ::testing::ElementsAre(4005, 3765, 65 + 900 + 105, 32768, 33000 - 32768 + 5 + 2000 + 53));
}

// As a scan reads: long parts, one behind the other, of which the next is read ahead.
TEST_F(TableFiles, GiveLongReadsInOrderToSeveralAtOnce) {
  std::vector<Bytes> parts;
  for (int i = 0; i < 700; ++i) parts.push_back(random_.bytes(3000 + random_.below(2000)));
  const Bytes all = make("000001.sst", parts);
  const auto file = open_random("000001.sst");
  constexpr std::size_t kStep = 300'000;
  std::vector<char> scratch(kStep);
  for (int round = 0; round < 3; ++round) {
    for (std::size_t offset = 0; offset < all.size(); offset += kStep) {
      for (const std::size_t from : {offset, all.size() - std::min(all.size(), offset + 1)}) {
        Slice got;
        ASSERT_TRUE(file->Read(from, kStep, IOOptions(), &got, scratch.data(), nullptr).ok());
        const BytesView want = BytesView(all).subspan(from, std::min(kStep, all.size() - from));
        ASSERT_TRUE(equal(as_bytes({got.data(), got.size()}), want)) << from;
      }
    }
  }
}

TEST_F(TableFiles, SayInLongReadsWhatIsDamaged) {
  make("000001.sst", std::vector<Bytes>(700, random_.bytes(4000)));
  Bytes bad = raw("000001.sst");
  bad[2'000'000] ^= 1U;
  set_raw("000001.sst", bad);
  const auto file = open_random("000001.sst");
  constexpr std::size_t kStep = 262'144;
  std::vector<char> scratch(kStep);
  IOStatus done;
  std::size_t read = 0;
  for (Slice got("x"); done.ok() && !got.empty(); read += got.size())
    done = file->Read(read, kStep, IOOptions(), &got, scratch.data(), nullptr);
  EXPECT_TRUE(done.IsCorruption()) << done.ToString();
  EXPECT_EQ(read, 7 * kStep);
}

TEST_F(TableFiles, SkipForward) {
  const Bytes all = make("000001.sst", {random_.bytes(9000)});
  std::unique_ptr<rocksdb::FSSequentialFile> file;
  ASSERT_TRUE(files_->NewSequentialFile(at("000001.sst"), FileOptions(), &file, nullptr).ok());
  ASSERT_TRUE(file->Skip(5000).ok());
  Bytes scratch(10);
  Slice got;
  ASSERT_TRUE(file->Read(10, IOOptions(), &got, reinterpret_cast<char*>(scratch.data()), nullptr).ok());
  EXPECT_TRUE(equal(scratch, BytesView(all).subspan(5000, 10)));
}

using Logs = SealedFiles;

TEST_F(Logs, GiveBackWhatWasAppendedHoweverItIsRead) {
  const Bytes all = make(
      "000001.log", {random_.bytes(1), random_.bytes(70000), random_.bytes(4096), random_.bytes(200000)});
  EXPECT_EQ(size_of("000001.log"), all.size());
  for (const std::size_t step : {7U, 4096U, 32768U, 400000U})
    EXPECT_THAT(read("000001.log", step), Gives(all));
  std::unique_ptr<rocksdb::FSSequentialFile> file;
  ASSERT_TRUE(files_->NewSequentialFile(at("000001.log"), FileOptions(), &file, nullptr).ok());
  ASSERT_TRUE(file->Skip(70001).ok());
  Bytes scratch(10);
  Slice got;
  ASSERT_TRUE(file->Read(10, IOOptions(), &got, reinterpret_cast<char*>(scratch.data()), nullptr).ok());
  EXPECT_TRUE(equal(scratch, BytesView(all).subspan(70001, 10)));
  ASSERT_TRUE(file->Skip(1000000).ok()) << "beyond the end is the end";
}

TEST_F(Logs, AreOnTheDiskWhenFlushOrSyncReturnsWithoutBeingClosed) {
  auto file = start("000001.log");
  EXPECT_THAT(read("000001.log"), Gives(Bytes{}));
  const Bytes first = to_bytes("flushed");
  ASSERT_TRUE(file->Append(slice_of(first), IOOptions(), nullptr).ok());
  EXPECT_THAT(read("000001.log"), Gives(Bytes{}));
  ASSERT_TRUE(file->Flush(IOOptions(), nullptr).ok());
  EXPECT_THAT(read("000001.log"), Gives(first));
  ASSERT_TRUE(file->Append(slice_of(first), IOOptions(), nullptr).ok());
  ASSERT_TRUE(file->Fsync(IOOptions(), nullptr).ok());
  EXPECT_THAT(read("000001.log"), Gives(to_bytes("flushedflushed")));
  const std::size_t before = raw("000001.log").size();
  ASSERT_TRUE(file->Sync(IOOptions(), nullptr).ok());
  EXPECT_EQ(raw("000001.log").size(), before) << "nothing waits, nothing is written";
}

TEST_F(SealedFiles, SizesInAListingArePlainToo) {
  make("000001.sst", {random_.bytes(5000)});
  make("000002.log", {random_.bytes(300)});
  std::vector<rocksdb::FileAttributes> all;
  ASSERT_TRUE(files_->GetChildrenFileAttributes(temp_.path().string(), IOOptions(), &all, nullptr).ok());
  std::map<std::string, std::uint64_t> sizes;
  for (const auto& one : all) sizes[one.name] = one.size_bytes;
  EXPECT_EQ(sizes.at("000001.sst"), 5000U);
  EXPECT_EQ(sizes.at("000002.log"), 300U);
}

TEST_F(SealedFiles, AreForTheirOwnerOnly) {
  make("000001.sst", {random_.bytes(10)});
  make("CURRENT", {random_.bytes(10)});
  rocksdb::FileLock* lock = nullptr;
  ASSERT_TRUE(files_->LockFile(at("LOCK"), IOOptions(), &lock, nullptr).ok());
  ASSERT_TRUE(files_->UnlockFile(lock, IOOptions(), nullptr).ok());
  for (const char* name : {"000001.sst", "CURRENT", "LOCK"}) {
    struct stat info {};
    ASSERT_EQ(::stat(at(name).c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 07777U, 0600U) << name;
  }
}

TEST_F(SealedFiles, MissingOneIsNamedSo) {
  std::unique_ptr<rocksdb::FSSequentialFile> sequential;
  EXPECT_TRUE(
      files_->NewSequentialFile(at("000009.log"), FileOptions(), &sequential, nullptr).IsPathNotFound());
  std::unique_ptr<rocksdb::FSRandomAccessFile> random;
  EXPECT_TRUE(
      files_->NewRandomAccessFile(at("000009.sst"), FileOptions(), &random, nullptr).IsPathNotFound());
  EXPECT_TRUE(files_->NewRandomAccessFile(at("CURRENT"), FileOptions(), &random, nullptr).IsPathNotFound());
  std::uint64_t size = 0;
  EXPECT_TRUE(files_->GetFileSize(at("000009.sst"), IOOptions(), &size, nullptr).IsPathNotFound());
}

TEST_F(SealedFiles, WithTheSameContentShareNoBytes) {
  const Bytes plain(9000, 'a');
  std::set<std::string> seen;
  const auto collect = [&](const Bytes& bytes) {
    int repeated = 0;
    for (std::size_t i = 0; i + 16 <= bytes.size(); ++i) {
      if (!seen.emplace(as_text(BytesView(bytes).subspan(i, 16))).second) ++repeated;
    }
    return repeated;
  };
  for (const char* name : {"000001.sst", "000002.sst", "000003.log", "CURRENT"}) {
    make(name, {plain});
    EXPECT_EQ(collect(raw(name)), 0) << name;
  }
}

// -- what is refused --

TEST_F(SealedFiles, EveryCallThatCannotBeSealedIsRefused) {
  make("000001.sst", {random_.bytes(10)});
  make("000001.log", {random_.bytes(10)});
  const Bytes sst = raw("000001.sst");
  const std::string name = at("000001.sst");
  std::unique_ptr<rocksdb::FSWritableFile> file;
  EXPECT_TRUE(files_->ReopenWritableFile(name, FileOptions(), &file, nullptr).IsNotSupported());
  EXPECT_TRUE(
      files_->ReuseWritableFile(at("000002.sst"), name, FileOptions(), &file, nullptr).IsNotSupported());
  std::unique_ptr<rocksdb::FSRandomRWFile> both;
  EXPECT_TRUE(files_->NewRandomRWFile(name, FileOptions(), &both, nullptr).IsNotSupported());
  std::unique_ptr<rocksdb::MemoryMappedFileBuffer> mapped;
  EXPECT_TRUE(files_->NewMemoryMappedFileBuffer(name, &mapped).IsNotSupported());
  EXPECT_TRUE(files_->Truncate(name, 5, IOOptions(), nullptr).IsNotSupported());
  EXPECT_TRUE(files_->LinkFile(name, at("000003.sst"), IOOptions(), nullptr).IsNotSupported());
  EXPECT_FALSE(fs::exists(temp_ / "000002.sst"));
  EXPECT_FALSE(fs::exists(temp_ / "000003.sst"));
  EXPECT_EQ(raw("000001.sst"), sst);

  // CURRENT is opened so by RocksDB, which only wants to see whether it may.
  const auto log = open_random("000001.log");
  char scratch[10];
  Slice got;
  EXPECT_TRUE(log->Read(0, 10, IOOptions(), &got, scratch, nullptr).IsNotSupported());
}

TEST_F(SealedFiles, OnlyTheSizeThatAFileHasIsASizeToCutItTo) {
  auto file = start("000001.log");
  ASSERT_TRUE(file->Append("some", IOOptions(), nullptr).ok());
  EXPECT_TRUE(file->Truncate(4, IOOptions(), nullptr).ok());
  EXPECT_TRUE(file->Truncate(3, IOOptions(), nullptr).IsNotSupported());
  EXPECT_TRUE(file->Truncate(5, IOOptions(), nullptr).IsNotSupported());
  ASSERT_TRUE(file->Close(IOOptions(), nullptr).ok());
}

TEST_F(SealedFiles, MappedAndDirectAccessIsNeverPassedOn) {
  FileOptions options;
  options.use_mmap_reads = options.use_mmap_writes = true;
  std::unique_ptr<rocksdb::FSWritableFile> file;
  ASSERT_TRUE(files_->NewWritableFile(at("000001.sst"), options, &file, nullptr).ok());
  ASSERT_TRUE(file->Append("some", IOOptions(), nullptr).ok());
  ASSERT_TRUE(file->Close(IOOptions(), nullptr).ok());
  std::unique_ptr<rocksdb::FSRandomAccessFile> in;
  options.use_direct_reads = true;
  ASSERT_TRUE(files_->NewRandomAccessFile(at("000001.sst"), options, &in, nullptr).ok());
  EXPECT_FALSE(in->use_direct_io());
  char scratch[4];
  Slice got;
  ASSERT_TRUE(in->Read(0, 4, IOOptions(), &got, scratch, nullptr).ok());
  EXPECT_EQ(got.ToString(), "some");
}

TEST_F(SealedFiles, LogOfRocksDbItselfKeepsNothing) {
  std::shared_ptr<rocksdb::Logger> logger;
  ASSERT_TRUE(files_->NewLogger(at("LOG"), IOOptions(), &logger, nullptr).ok());
  rocksdb::Log(rocksdb::InfoLogLevel::FATAL_LEVEL, logger, "a key of a row");
  logger->Flush();
  EXPECT_FALSE(fs::exists(temp_ / "LOG"));
}

// -- table files: moved, swapped, cut, replayed --

class DamagedTables : public SealedFiles {
 protected:
  static constexpr std::size_t kSizes[] = {2000, 2000, 2000, 100};
  DamagedTables() {
    for (const std::size_t size : kSizes) parts_.push_back(random_.bytes(size));
    all_ = make("000001.sst", parts_);
  }
  static constexpr std::size_t sealed_begin(std::size_t index) {
    std::size_t out = kHeaderBytes;
    for (std::size_t i = 0; i < index; ++i) out += kSizes[i] + crypto::kBlockOverhead;
    return out;
  }
  static BytesView block(const Bytes& file, std::size_t index) {
    return BytesView(file).subspan(sealed_begin(index), kSizes[index] + crypto::kBlockOverhead);
  }
  // The map and the number behind it.
  static BytesView end_of(const Bytes& file) { return BytesView(file).subspan(sealed_begin(4)); }
  // The file of these blocks, after the header of `of`, with an end.
  static Bytes put_together(const Bytes& of, const std::vector<BytesView>& blocks, BytesView end) {
    Bytes out = to_bytes(BytesView(of).first(kHeaderBytes));
    for (const BytesView b : blocks) append(out, b);
    append(out, end);
    return out;
  }
  static Bytes put_together(const Bytes& of, const std::vector<BytesView>& blocks) {
    return put_together(of, blocks, end_of(of));
  }
  void expect_corrupt(const Bytes& bytes, const char* what) {
    set_raw("000001.sst", bytes);
    EXPECT_THAT(read("000001.sst"), IsCorruptAnd("table file")) << what;
  }
  std::vector<Bytes> parts_;
  Bytes all_;
};

TEST_F(DamagedTables, UnderAnotherNameOrKeyDoNotOpen) {
  make("000002.sst", {all_});
  fs::rename(temp_ / "000001.sst", temp_ / "000002.sst");
  EXPECT_THAT(read("000002.sst"), IsCorruptAnd("table file"));
  fs::rename(temp_ / "000002.sst", temp_ / "000001.sst");
  EXPECT_THAT(read("000001.sst"), Gives(all_));
  SealedDisk other(8);
  files_ = other.files();
  EXPECT_THAT(read("000001.sst"), IsCorruptAnd("table file"));
}

TEST_F(DamagedTables, WithBlocksSwappedRepeatedOrMissingDoNotOpen) {
  const Bytes f = raw("000001.sst");
  const auto b = [&](std::size_t i) { return block(f, i); };
  EXPECT_EQ(put_together(f, {b(0), b(1), b(2), b(3)}), f);
  expect_corrupt(put_together(f, {b(1), b(0), b(2), b(3)}), "swapped");
  expect_corrupt(put_together(f, {b(0), b(0), b(2), b(3)}), "repeated");
  expect_corrupt(put_together(f, {b(0), b(2), b(3)}), "left out");
  expect_corrupt(put_together(f, {b(0), b(1), b(2), b(2), b(3)}), "put in between");
  expect_corrupt(put_together(f, {b(0), b(1), b(2), b(3), b(3)}), "added behind the last");
  expect_corrupt(put_together(f, {b(3), b(1), b(2), b(3)}), "the last one first");
  expect_corrupt(put_together(f, {b(0), b(1), b(2)}), "the last one left out");
}

TEST_F(DamagedTables, WithABlockOfAnOlderCopyDoNotOpen) {
  const Bytes older = raw("000001.sst");
  make("000001.sst", parts_);
  const Bytes newer = raw("000001.sst");
  for (std::size_t i = 0; i < 4; ++i) {
    std::vector<BytesView> blocks;
    for (std::size_t k = 0; k < 4; ++k) blocks.push_back(block(k == i ? older : newer, k));
    expect_corrupt(put_together(newer, blocks), "one block older");
  }
  const std::vector<BytesView> all{block(newer, 0), block(newer, 1), block(newer, 2), block(newer, 3)};
  expect_corrupt(put_together(older, all, end_of(newer)), "header");
  expect_corrupt(put_together(newer, all, end_of(older)), "map");
}

TEST_F(DamagedTables, CutAnywhereDoNotOpen) {
  const Bytes f = raw("000001.sst");
  for (std::size_t size = 0; size < f.size(); size += size < 200 ? 1 : 61) {
    expect_corrupt(to_bytes(BytesView(f).first(size)), "cut");
  }
  for (std::size_t blocks = 0; blocks <= 4; ++blocks) {
    expect_corrupt(to_bytes(BytesView(f).first(sealed_begin(blocks))), "cut between blocks");
  }
  Bytes longer = f;
  longer.push_back(0);
  expect_corrupt(longer, "one byte more");
  longer.resize(f.size() + 5000);
  expect_corrupt(longer, "zeros behind it");
}

// The map says how many blocks there are, and it is asked before the size is believed.
TEST_F(DamagedTables, CutBetweenBlocksOrWithAnotherNumberDoNotEvenBegin) {
  const Bytes f = raw("000001.sst");
  const auto expect_refused = [this](const Bytes& bytes, const std::string& what) {
    set_raw("000001.sst", bytes);
    std::unique_ptr<rocksdb::FSRandomAccessFile> file;
    EXPECT_TRUE(files_->NewRandomAccessFile(at("000001.sst"), FileOptions(), &file, nullptr).IsCorruption()) << what;
  };
  for (std::size_t blocks = 0; blocks < 4; ++blocks) {
    expect_refused(to_bytes(BytesView(f).first(sealed_begin(blocks))), "cut after " + std::to_string(blocks));
    std::vector<BytesView> fewer;
    for (std::size_t i = 0; i < blocks; ++i) fewer.push_back(block(f, i));
    expect_refused(put_together(f, fewer), "as if there were " + std::to_string(blocks));
  }
  for (std::uint32_t count = 0; count < 300; ++count) {
    Bytes bad = f;
    Writer end;
    end.u32(count);
    std::copy(end.bytes().begin(), end.bytes().end(), bad.end() - kBlocksEndBytes);
    if (count != 4) expect_refused(bad, std::to_string(count));
  }
}

// A number of blocks for which the file was made long enough: it is not believed either, before
// anything is made that is as large.
TEST_F(DamagedTables, MadeLongForABigNumberOfBlocksAreRefusedByTheirEnd) {
  const std::uint64_t count = 1'000'000'000;
  fs::resize_file(temp_ / "000001.sst", 50 * count);
  std::fstream out(temp_ / "000001.sst", std::ios::in | std::ios::out | std::ios::binary);
  out.seekp(static_cast<std::streamoff>(50 * count - kBlocksEndBytes));
  Writer end;
  end.u32(static_cast<std::uint32_t>(count));
  out.write(as_text(end.bytes()).data(), 4);
  out.close();
  const Got got = read("000001.sst");
  EXPECT_THAT(got, IsCorruptAnd("table file"));
  EXPECT_THAT(got.status.ToString(), ::testing::HasSubstr("its end"));
}

TEST_F(DamagedTables, ThatShrinkWhileTheyAreOpenGiveAnErrorNotLess) {
  const auto file = open_random("000001.sst");
  fs::resize_file(temp_ / "000001.sst", sealed_begin(1) + 50);
  Bytes scratch(4000);
  Slice got;
  EXPECT_TRUE(
      file->Read(0, scratch.size(), IOOptions(), &got, reinterpret_cast<char*>(scratch.data()), nullptr)
          .IsCorruption());
  EXPECT_EQ(got.size(), 0U);
}

TEST_F(DamagedTables, NeverClosedAreNoFiles) {
  auto file = start("000002.sst");
  EXPECT_EQ(size_of("000002.sst"), 0U);
  ASSERT_TRUE(file->Append(slice_of(random_.bytes(5000)), IOOptions(), nullptr).ok());
  ASSERT_TRUE(file->Sync(IOOptions(), nullptr).ok());
  file.reset();
  EXPECT_THAT(read("000002.sst"), IsCorruptAnd("table file"));
}

// -- logs: moved, swapped, cut, torn --

class DamagedLogs : public SealedFiles, public ::testing::WithParamInterface<const char*> {
 protected:
  DamagedLogs() {
    all_ = make(name(), parts_);
    bytes_ = raw(name());
    std::size_t from = kHeaderBytes;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const std::size_t end = (i + 1) * kSectorBytes;
      frames_.push_back(BytesView(bytes_).subspan(from, end - from));
      from = end;
    }
    EXPECT_EQ(from, bytes_.size());
  }
  static const char* name() { return GetParam(); }
  static const char* kind() { return rules_of(name()).kind.data(); }
  static bool may_be_torn() { return rules_of(name()).may_be_torn; }
  Bytes put_together(const std::vector<BytesView>& frames) const {
    Bytes out = to_bytes(BytesView(bytes_).first(kHeaderBytes));
    for (const BytesView f : frames) append(out, f);
    return out;
  }
  Got read_with(BytesView bytes) {
    set_raw(name(), bytes);
    return read(name());
  }
  Bytes first_two() const {
    Bytes out = parts_[0];
    append(out, parts_[1]);
    return out;
  }
  // A log that a crash cut ends before what was cut; any other file has to be whole.
  void expect_end(BytesView bytes, const Bytes& before, const std::string& what) {
    if (may_be_torn()) {
      EXPECT_THAT(read_with(bytes), Gives(before)) << what;
    } else {
      EXPECT_THAT(read_with(bytes), IsCorruptAnd(kind())) << what;
    }
  }

  std::vector<Bytes> parts_{random_.bytes(50), random_.bytes(7), random_.bytes(40)};
  Bytes all_;
  Bytes bytes_;
  std::vector<BytesView> frames_;
};
INSTANTIATE_TEST_SUITE_P(Kinds, DamagedLogs, ::testing::Values("000001.log", "MANIFEST-000001", "CURRENT"),
                         [](const auto& kind) {
                           std::string out;
                           for (const char c : std::string(kind.param))
                             out += std::isalpha(c) != 0 ? std::string(1, c) : "";
                           return out;
                         });

TEST_P(DamagedLogs, CutAtEveryByteOfTheLastFrameEndBeforeIt) {
  const std::size_t last = bytes_.size() - frames_[2].size();
  for (std::size_t size = last + 1; size < bytes_.size(); ++size) {
    expect_end(BytesView(bytes_).first(size), first_two(), "cut at " + std::to_string(size - last));
    // A disk writes a sector or leaves it: a part of one is none of its doings.
    Bytes bad = to_bytes(BytesView(bytes_).first(size));
    bad.resize(bytes_.size() + 5000);
    EXPECT_THAT(read_with(bad), IsCorruptAnd(kind())) << "zeros from " << size - last;
  }
}

TEST_P(DamagedLogs, FollowedByZerosEndThere) {
  for (const std::size_t zeros : {1U, 11U, 12U, 13U, 60U, 70000U}) {
    Bytes longer = bytes_;
    longer.resize(longer.size() + zeros);
    expect_end(longer, all_, std::to_string(zeros));
    longer.back() = 1;
    if (zeros >= kFramePrefixBytes) {
      EXPECT_THAT(read_with(longer), IsCorruptAnd(kind())) << zeros;
    }
  }
}

TEST_P(DamagedLogs, CutInTheHeaderAreEmpty) {
  for (std::size_t size = 0; size < kHeaderBytes; ++size) {
    expect_end(BytesView(bytes_).first(size), {}, "cut at " + std::to_string(size));
    Bytes bad = to_bytes(BytesView(bytes_).first(size));
    bad.resize(bytes_.size());
    if (size > 0) {
      EXPECT_THAT(read_with(bad), IsCorruptAnd(kind())) << "zeros from " << size;
    }
  }
}

TEST_P(DamagedLogs, WithAChangedByteAnywhereAreCorrupt) {
  for (std::size_t at = 0; at < bytes_.size(); ++at) {
    Bytes bad = bytes_;
    bad[at] ^= static_cast<Byte>(1U << (at % 8));
    EXPECT_THAT(read_with(bad), IsCorruptAnd(kind())) << at;
  }
}

TEST_P(DamagedLogs, WithZerosBeforeTheEndAreCorrupt) {
  std::size_t from = kHeaderBytes;
  for (std::size_t i = 0; i < 2; ++i) {
    for (std::size_t size = 1; size <= frames_[i].size(); ++size) {
      Bytes bad = bytes_;
      const std::size_t end = from + frames_[i].size();
      std::fill(bad.begin() + static_cast<std::ptrdiff_t>(end - size),
                bad.begin() + static_cast<std::ptrdiff_t>(end), Byte{0});
      EXPECT_THAT(read_with(bad), IsCorruptAnd(kind())) << "the last " << size << " of frame " << i;
    }
    from += frames_[i].size();
  }
  Bytes bad = bytes_;
  std::fill(bad.begin(), bad.begin() + kHeaderBytes, Byte{0});
  EXPECT_THAT(read_with(bad), IsCorruptAnd(kind())) << "a header of zeros before a frame";
  // A whole sector: nothing was ever said of this log, or the inventory knows better.
  std::fill(bad.begin(), bad.begin() + kSectorBytes, Byte{0});
  expect_end(bad, {}, "a sector of zeros before frames");
}

TEST_P(DamagedLogs, WithFramesSwappedRepeatedOrMissingAreCorrupt) {
  const auto& f = frames_;
  EXPECT_EQ(put_together({f[0], f[1], f[2]}), bytes_);
  EXPECT_THAT(read_with(put_together({f[1], f[0], f[2]})), IsCorruptAnd(kind()));
  EXPECT_THAT(read_with(put_together({f[0], f[0], f[1], f[2]})), IsCorruptAnd(kind()));
  EXPECT_THAT(read_with(put_together({f[0], f[2]})), IsCorruptAnd(kind()));
  EXPECT_THAT(read_with(put_together({f[1], f[2]})), IsCorruptAnd(kind()));
  EXPECT_THAT(read_with(put_together({f[0], f[1], f[2], f[2]})), IsCorruptAnd(kind()));
}

TEST_P(DamagedLogs, WithAFrameOfAnOlderCopyAreCorrupt) {
  const Bytes older = bytes_;
  make(name(), parts_);
  Bytes mixed = raw(name());
  std::copy(older.end() - static_cast<std::ptrdiff_t>(frames_[2].size()), older.end(),
            mixed.end() - static_cast<std::ptrdiff_t>(frames_[2].size()));
  EXPECT_THAT(read_with(mixed), IsCorruptAnd(kind()));
}

// FORMAT.md says so: the last frames can be taken away, and nobody below the sync can tell.
TEST_P(DamagedLogs, CutBetweenFramesAreShorterAndNobodyHereCanTell) {
  EXPECT_THAT(read_with(put_together({frames_[0], frames_[1]})), Gives(first_two()));
  EXPECT_THAT(read_with(put_together({})), Gives(Bytes{}));
}

// What a crash leaves of what was written last: of each sector the old, which is nothing, or the new.
class TornLogs : public SealedFiles {
 protected:
  // Two parts that were synced, and a third of `last` bytes of which nobody knows.
  void write(std::size_t last) {
    constexpr std::size_t kFirst = 700;
    constexpr std::size_t kSecond = 3000;
    all_ = make(kName, {random_.bytes(kFirst), random_.bytes(kSecond), random_.bytes(last)});
    before_ = to_bytes(BytesView(all_).first(kFirst + kSecond));
    bytes_ = raw(kName);
    first_end_ = sector_from(kHeaderBytes + kFrameOverhead + kFillingBytes + kFirst);
    synced_ = sector_from(first_end_ + kFrameOverhead + kFillingBytes + kSecond);
  }
  std::size_t sectors() const { return (bytes_.size() - synced_) / kSectorBytes; }
  Got read_without(const std::vector<std::size_t>& missing, std::size_t room = 0) {
    Bytes torn = bytes_;
    for (const std::size_t sector : missing)
      std::fill_n(torn.begin() + static_cast<std::ptrdiff_t>(synced_ + sector * kSectorBytes), kSectorBytes, Byte{0});
    torn.resize(torn.size() + room);
    set_raw(kName, torn);
    return read(kName);
  }
  static constexpr const char* kName = "000001.log";
  Bytes all_;
  Bytes before_;
  Bytes bytes_;
  std::size_t first_end_ = 0;
  std::size_t synced_ = 0;
};

TEST_F(TornLogs, WithoutAnySectorsOfTheLastFrameEndBeforeIt) {
  write(2500);
  ASSERT_EQ(sectors(), 5U);
  EXPECT_THAT(read_without({}, 4096), Gives(all_));
  for (unsigned set = 1; set < 1U << sectors(); ++set) {
    std::vector<std::size_t> missing;
    for (std::size_t i = 0; i < sectors(); ++i) {
      if ((set >> i & 1U) != 0) missing.push_back(i);
    }
    for (const std::size_t room : {0U, 4096U, 70'000U}) ASSERT_THAT(read_without(missing, room), Gives(before_)) << set;
  }
}

// Several frames: those before the first that misses something are there, as the beginning of a
// batch that RocksDB leaves out.
TEST_F(TornLogs, WithoutSomeSectorsOfSeveralFramesEndInTheirMiddle) {
  write(200'000);
  ASSERT_GT(sectors(), 390U);
  int longer = 0;
  for (int i = 0; i < 300; ++i) {
    std::vector<std::size_t> missing;
    for (std::size_t k = 0; k <= random_.below(i < 150 ? 2 : 200); ++k) missing.push_back(random_.below(sectors()));
    const Got got = read_without(missing, random_.below(2) * 100'000);
    ASSERT_TRUE(got.status.ok()) << got.status.ToString();
    ASSERT_GE(got.bytes.size(), before_.size());
    ASSERT_LT(got.bytes.size(), all_.size());
    ASSERT_TRUE(equal(got.bytes, BytesView(all_).first(got.bytes.size())));
    longer += got.bytes.size() > before_.size() ? 1 : 0;
  }
  EXPECT_GT(longer, 20);
}

TEST_F(TornLogs, WithoutASectorOfWhatWasSyncedAreCorrupt) {
  for (const std::size_t last : {10U, 2500U, 200'000U}) {
    write(last);
    for (std::size_t at = kSectorBytes; at < synced_; at += kSectorBytes) {
      Bytes bad = bytes_;
      std::fill_n(bad.begin() + static_cast<std::ptrdiff_t>(at), kSectorBytes, Byte{0});
      bad.resize(bad.size() + 10'000);
      set_raw(kName, bad);
      EXPECT_THAT(read(kName), IsCorruptAnd("write-ahead log")) << at;
    }
    // A part of a sector is no part that a disk leaves out.
    Bytes bad = bytes_;
    std::fill_n(bad.begin() + static_cast<std::ptrdiff_t>(synced_ + kFramePrefixBytes), 100, Byte{0});
    set_raw(kName, bad);
    EXPECT_THAT(read(kName), IsCorruptAnd("write-ahead log"));
  }
}

// A crash leaves sectors that are nothing or sealed; what is in between is somebody's doing.
TEST_F(TornLogs, WithASectorBehindThemThatIsNeitherNothingNorSealedAreCorrupt) {
  write(2500);
  const auto with_nonzero = [this](std::size_t count) {
    Bytes torn = bytes_;
    const auto at = torn.begin() + static_cast<std::ptrdiff_t>(synced_ + kSectorBytes);
    std::fill_n(at, kSectorBytes, Byte{0});
    std::fill_n(at + kSectorBytes, kSectorBytes, Byte{0});
    std::fill_n(at + kSectorBytes, count, Byte{1});
    set_raw(kName, torn);
    return read(kName);
  };
  for (const std::size_t count : {1U, 2U, 100U, 255U}) EXPECT_THAT(with_nonzero(count), IsCorruptAnd("write-ahead log")) << count;
  for (const std::size_t count : {0U, 256U, 512U}) EXPECT_THAT(with_nonzero(count), Gives(before_)) << count;
}

TEST_F(TornLogs, CutJustBehindASectorEndBeforeTheFrame) {
  write(2500);
  for (std::size_t behind = 1; behind < 70; ++behind) {
    set_raw(kName, BytesView(bytes_).first(synced_ + 2 * kSectorBytes + behind));
    EXPECT_THAT(read(kName), Gives(before_)) << behind;
  }
}

// What there is of a sector where the file ends may be too little to tell.
TEST_F(TornLogs, CutIntoAPieceOfASectorOfAlmostOnlyZerosEndBeforeTheFrame) {
  write(2500);
  Bytes torn = to_bytes(BytesView(bytes_).first(synced_ + 2 * kSectorBytes));
  append(torn, Bytes{0, 0, 1});
  set_raw(kName, torn);
  EXPECT_THAT(read(kName), Gives(before_));
}

// Of what is written behind a sync that failed nobody may conclude that what was before it is there.
TEST_F(TornLogs, FrameBehindASyncThatFailedDoesNotSayThatAllBeforeItIsThere) {
  const auto fault = std::make_shared<testing::FaultDisk>(1);
  files_ = make_sealed_file_system(fault, disk_.key().clone(), random_);
  auto file = start(kName);
  ASSERT_TRUE(file->Append(slice_of(random_.bytes(300)), IOOptions(), nullptr).ok());
  fault->plan(testing::Fault::error_once, 3);  // 1 asks for room, 2 writes, 3 syncs
  ASSERT_FALSE(file->Sync(IOOptions(), nullptr).ok());
  ASSERT_TRUE(file->Append(slice_of(random_.bytes(300)), IOOptions(), nullptr).ok());
  ASSERT_TRUE(file->Sync(IOOptions(), nullptr).ok());
  ASSERT_TRUE(file->Append(slice_of(random_.bytes(300)), IOOptions(), nullptr).ok());
  ASSERT_TRUE(file->Close(IOOptions(), nullptr).ok());
  const Bytes bytes = raw(kName);
  const auto seal = FileSeal::of_header(disk_.key(), rules_of(kName), BytesView(bytes).first(kHeaderBytes));
  const auto settled = [&](std::uint64_t at) {
    return seal.value().frame_head(at, BytesView(bytes).subspan(at, kFramePrefixBytes)).value().settled;
  };
  EXPECT_TRUE(settled(kHeaderBytes));
  EXPECT_FALSE(settled(kSectorBytes));
  EXPECT_TRUE(settled(2 * kSectorBytes));
}

// A commit may be on its way while somebody reads the log: what is synced is there for him, whatever
// comes behind it.
TEST_F(SealedFiles, LogThatIsBeingWrittenIsReadAsFarAsItIsSynced) {
  disk_.disk->unlimited();
  const auto files = disk_.files();
  ASSERT_THAT(files->start_inventory(temp_.path(), true, 1), kith::testing::IsOk());
  files_ = files;
  auto file = start("000001.log");
  EXPECT_THAT(read("000001.log"), Gives(Bytes{}));
  const Bytes synced = random_.bytes(700);
  ASSERT_TRUE(file->Append(slice_of(synced), IOOptions(), nullptr).ok());
  ASSERT_TRUE(file->Sync(IOOptions(), nullptr).ok());
  ASSERT_TRUE(file->Append(slice_of(random_.bytes(300)), IOOptions(), nullptr).ok());
  ASSERT_TRUE(file->Flush(IOOptions(), nullptr).ok());
  EXPECT_THAT(read("000001.log"), Gives(synced));
  EXPECT_EQ(size_of("000001.log"), synced.size());
}

// More than anybody writes at once is not looked through: it would take for ever.
TEST_F(TornLogs, ThatSomebodyMadeVeryLongAreCorrupt) {
  write(10);
  fs::resize_file(temp_ / kName, std::uint64_t{1} << 40U);
  EXPECT_THAT(read(kName), IsCorruptAnd("write-ahead log"));
}

// Frames that were handed to the disk and not synced in between are of one fate.
TEST_F(TornLogs, OfSeveralFlushesAreTornTogether) {
  auto file = start(kName);
  const Bytes parts[] = {random_.bytes(900), random_.bytes(1200), random_.bytes(800)};
  for (const Bytes& part : parts) {
    ASSERT_TRUE(file->Append(slice_of(part), IOOptions(), nullptr).ok());
    ASSERT_TRUE(file->Flush(IOOptions(), nullptr).ok());
    if (&part == &parts[0]) {
      ASSERT_TRUE(file->Sync(IOOptions(), nullptr).ok());
    }
  }
  ASSERT_TRUE(file->Close(IOOptions(), nullptr).ok());
  Bytes torn = raw(kName);
  std::fill_n(torn.begin() + static_cast<std::ptrdiff_t>(sector_from(kHeaderBytes + 900 + 54)), 3 * kSectorBytes,
              Byte{0});
  set_raw(kName, torn);
  EXPECT_THAT(read(kName), Gives(parts[0]));
}

TEST_F(SealedFiles, LogUnderAnotherNameDoesNotOpenButWhatIsRenamedDoes) {
  for (const auto& [from, to] :
       {std::pair{"000001.log", "000002.log"}, std::pair{"MANIFEST-000001", "MANIFEST-000002"}}) {
    make(from, {to_bytes("frame")});
    fs::rename(temp_ / from, temp_ / to);
    EXPECT_THAT(read(to), IsCorruptAnd(rules_of(to).kind.data()));
  }
  const Bytes all = make("000005.dbtmp", {to_bytes("MANIFEST-000005\n")});
  ASSERT_TRUE(files_->RenameFile(at("000005.dbtmp"), at("CURRENT"), IOOptions(), nullptr).ok());
  EXPECT_THAT(read("CURRENT"), Gives(all));
}

TEST_F(SealedFiles, ReadingAsAnotherKindDoesNotOpen) {
  make("000001.sst", {random_.bytes(100)});
  fs::copy_file(temp_ / "000001.sst", temp_ / "000001.log");
  EXPECT_THAT(read("000001.log"), IsCorruptAnd("write-ahead log"));
}

// -- a disk that fails --

TEST_F(Logs, TakeNothingMoreAfterAWriteThatFailed) {
  auto file = start("000001.log");
  const Bytes first = to_bytes("there was room for this");
  ASSERT_TRUE(file->Append(slice_of(first), IOOptions(), nullptr).ok());
  ASSERT_TRUE(file->Sync(IOOptions(), nullptr).ok());
  disk_.disk->room_for(30);
  ASSERT_TRUE(file->Append("not for this", IOOptions(), nullptr).ok());
  EXPECT_TRUE(file->Sync(IOOptions(), nullptr).IsNoSpace());
  disk_.disk->unlimited();
  EXPECT_FALSE(file->Sync(IOOptions(), nullptr).ok());
  EXPECT_FALSE(file->Flush(IOOptions(), nullptr).ok());
  EXPECT_FALSE(file->Append(slice_of(Bytes(kFramePlainMost)), IOOptions(), nullptr).ok());
  EXPECT_FALSE(file->Close(IOOptions(), nullptr).ok());
  EXPECT_THAT(read("000001.log"), Gives(first));
}

TEST_F(SealedFiles, NoRoomIsReportedWhereverItEnds) {
  for (const char* name : {"000001.sst", "000001.log"}) {
    for (std::int64_t room = 0; room < 5000; room += 97) {
      disk_.disk->room_for(room);
      std::unique_ptr<rocksdb::FSWritableFile> file;
      IOStatus done = files_->NewWritableFile(at(name), FileOptions(), &file, nullptr);
      if (done.ok()) done = file->Append(slice_of(random_.bytes(4900)), IOOptions(), nullptr);
      if (done.ok()) done = file->Sync(IOOptions(), nullptr);
      if (file) {
        const IOStatus closed = file->Close(IOOptions(), nullptr);
        if (done.ok()) done = closed;
      }
      EXPECT_TRUE(done.IsNoSpace()) << name << " " << room << " " << done.ToString();
    }
  }
}

}  // namespace
}  // namespace kith::vault
