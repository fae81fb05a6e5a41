#pragma once
// What the tests of the vault share: files read and written
// whole, a disk that fails when it is told to, and the rows of a store as a map.
//
// Threads: a TestDisk is safe from any thread; the rest belongs to one.

#include <gtest/gtest.h>
#include <rocksdb/file_system.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "sealed/block_map.h"
#include "kith/base/wire.h"
#include "kith/testing/seeded_random.h"
#include "kith/testing/temporary_folder.h"
#include "database/rocks_store.h"
#include "sealed/sealed_file_system.h"

namespace kith::vault::testing {

namespace fs = std::filesystem;
using kith::testing::SeededRandom;
using kith::testing::TemporaryFolder;

inline Bytes read_whole(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in.good()) << path;
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// Not over the old file: some file systems wait for the disk then.
inline void write_whole(const fs::path& path, BytesView bytes) {
  fs::remove(path);
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(as_text(bytes).data(), static_cast<std::streamsize>(bytes.size()));
  EXPECT_TRUE(out.good()) << path;
}

inline void copy_folder(const fs::path& from, const fs::path& to) {
  fs::remove_all(to);
  fs::copy(from, to, fs::copy_options::recursive);
}

inline std::vector<fs::path> files_under(const fs::path& dir) {
  std::vector<fs::path> out;
  for (const auto& entry : fs::recursive_directory_iterator(dir)) {
    if (entry.is_regular_file()) out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

// The one file of `dir` whose name begins and ends so; of several, the last.
inline fs::path file_like(const fs::path& dir, std::string_view begin, std::string_view end) {
  fs::path out;
  for (const fs::path& path : files_under(dir)) {
    const std::string name = path.filename().string();
    if (name.starts_with(begin) && name.ends_with(end)) out = path;
  }
  EXPECT_FALSE(out.empty()) << begin << "*" << end;
  return out;
}

// Where each frame of a log ends, by what it says of its length.
inline std::vector<std::uint64_t> frame_ends(const Bytes& log) {
  std::vector<std::uint64_t> out;
  for (std::size_t at = kHeaderBytes; at + kFramePrefixBytes <= log.size();) {
    Reader in(BytesView(log).subspan(at));
    const std::uint32_t sealed = in.u32() & 0xffffffU;
    if (sealed == 0) break;  // room
    at += kFrameOverhead + sealed;
    out.push_back(at);
  }
  return out;
}

// The disk of this machine, without waiting for it, with room for so many bytes only as the test
// says, and with a power failure that takes whatever nobody had synced.
class TestDisk final : public rocksdb::FileSystemWrapper {
 public:
  TestDisk() : FileSystemWrapper(rocksdb::FileSystem::Default()) {}
  const char* Name() const override { return "TestDisk"; }

  void room_for(std::int64_t bytes) { room_ = bytes; }
  void unlimited() { room_ = -1; }
  // No room in files whose names hold `part`; empty: in none.
  void no_room_in(std::string part) {
    const std::lock_guard lock(mu_);
    full_ = std::move(part);
  }

  // REQUIRES: every file is closed
  void lose_power() {
    const std::lock_guard lock(mu_);
    for (const auto& [name, size] : synced_) {
      if (fs::exists(name)) fs::resize_file(name, std::min<std::uint64_t>(size, fs::file_size(name)));
    }
  }

  rocksdb::IOStatus NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* out,
                                    rocksdb::IODebugContext* debug) override {
    std::unique_ptr<rocksdb::FSWritableFile> file;
    const rocksdb::IOStatus done = target()->NewWritableFile(name, options, &file, debug);
    if (done.ok()) *out = std::make_unique<File>(std::move(file), name, *this);
    if (done.ok()) note_synced(name, 0);
    return done;
  }
  rocksdb::IOStatus RenameFile(const std::string& from, const std::string& to,
                               const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) override {
    const rocksdb::IOStatus done = target()->RenameFile(from, to, options, debug);
    const std::lock_guard lock(mu_);
    auto moved = synced_.extract(from);
    if (done.ok() && !moved.empty()) synced_[to] = moved.mapped();
    return done;
  }
  rocksdb::IOStatus NewDirectory(const std::string& name, const rocksdb::IOOptions& options,
                                 std::unique_ptr<rocksdb::FSDirectory>* out,
                                 rocksdb::IODebugContext* debug) override {
    const rocksdb::IOStatus done = target()->NewDirectory(name, options, out, debug);
    if (done.ok()) *out = std::make_unique<Folder>();
    return done;
  }

 private:
  class Folder final : public rocksdb::FSDirectory {
   public:
    rocksdb::IOStatus Fsync(const rocksdb::IOOptions&, rocksdb::IODebugContext*) override { return {}; }
  };
  class File final : public rocksdb::FSWritableFileOwnerWrapper {
   public:
    File(std::unique_ptr<rocksdb::FSWritableFile> file, std::string name, TestDisk& disk)
        : FSWritableFileOwnerWrapper(std::move(file)), name_(std::move(name)), disk_(disk) {}
    using FSWritableFileOwnerWrapper::Append;
    // What there is room for goes to the disk, as a real one does it.
    rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                             rocksdb::IODebugContext* debug) override {
      if (disk_.is_full(name_)) return rocksdb::IOStatus::NoSpace("the test wants it");
      const std::int64_t room = disk_.room_;
      const auto fits = room < 0 ? data.size() : std::min(data.size(), static_cast<std::size_t>(room));
      if (room >= 0) disk_.room_ = room - static_cast<std::int64_t>(fits);
      const auto done = FSWritableFileOwnerWrapper::Append({data.data(), fits}, options, debug);
      written_ += fits;
      return done.ok() && fits < data.size() ? rocksdb::IOStatus::NoSpace("the test wants it") : done;
    }
    rocksdb::IOStatus Sync(const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) override {
      disk_.note_synced(name_, written_);
      return Flush(options, debug);
    }
    rocksdb::IOStatus Fsync(const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) override {
      return Sync(options, debug);
    }

   private:
    std::string name_;
    TestDisk& disk_;
    std::uint64_t written_ = 0;
  };

  bool is_full(const std::string& name) {
    const std::lock_guard lock(mu_);
    return !full_.empty() && fs::path(name).filename().string().find(full_) != std::string::npos;
  }
  void note_synced(const std::string& name, std::uint64_t size) {
    const std::lock_guard lock(mu_);
    synced_[name] = size;
  }

  std::mutex mu_;
  std::map<std::string, std::uint64_t> synced_;
  std::atomic<std::int64_t> room_ = -1;
  std::string full_;
};

// Where the blocks of a table file lie, by the map at its end. REQUIRES: it is whole
inline BlockMap map_of(const Bytes& file, const Secret& key, std::string_view name) {
  const BytesView bytes(file);
  const auto seal = FileSeal::of_header(key, rules_of(name), bytes.first(kHeaderBytes));
  const auto body = blocks_body(file.size(), seal.value().block_count(bytes.last(kBlocksEndBytes)).value());
  Bytes lengths(body.value().map_plain());
  const BytesView sealed = bytes.subspan(body->map_at(), lengths.size() + crypto::kBlockOverhead);
  EXPECT_TRUE(seal.value().open_map(body->count, sealed, lengths));
  return BlockMap::parse(lengths, *body).value();
}

// A file system with a fixed key over such a disk.
struct SealedDisk {
  explicit SealedDisk(Byte key_byte = 7) {
    Secret key(32);
    std::fill(key.writable().begin(), key.writable().end(), key_byte);
    key_ = std::move(key);
  }
  std::shared_ptr<SealedFileSystem> files() { return make_sealed_file_system(disk, key_.clone(), random); }
  const Secret& key() const { return key_; }

  std::shared_ptr<TestDisk> disk = std::make_shared<TestDisk>();
  SeededRandom random{11};

 private:
  Secret key_;
};

using Rows = std::map<std::pair<changelog::Table, Bytes>, Bytes>;

inline constexpr changelog::Table kAllTables[] = {
    changelog::Table::meta,   changelog::Table::space,       changelog::Table::record,
    changelog::Table::unsent, changelog::Table::entry,       changelog::Table::outbox,
    changelog::Table::author, changelog::Table::alarm,       changelog::Table::pairing,
    changelog::Table::index_lists, changelog::Table::index_documents, changelog::Table::aside, changelog::Table::lost};

// All but what the vault keeps for itself.
inline Result<Rows> rows_of(const changelog::Store& store) {
  Rows out;
  for (const changelog::Table table : kAllTables) {
    KITH_CHECK(store.scan(table, {}, {}, [&](BytesView key, BytesView value) {
      if (!as_text(key).starts_with("vault.")) out[{table, to_bytes(key)}] = to_bytes(value);
      return true;
    }));
  }
  return out;
}

}  // namespace kith::vault::testing
