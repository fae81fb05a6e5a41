#include "fault_disk.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace kith::vault::testing {
namespace {

namespace fs = std::filesystem;
using rocksdb::FileOptions;
using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;
using rocksdb::Slice;

constexpr std::uint64_t kSector = 512;

std::string content_of(const std::string& name) {
  std::ifstream in(name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write_content(const std::string& name, const std::string& content) {
  fs::remove(name);
  std::ofstream out(name, std::ios::binary);
  out.write(content.data(), static_cast<std::streamsize>(content.size()));
}

std::string folder_of(const std::string& name) { return fs::path(name).parent_path().string(); }

}  // namespace

class FaultFile final : public rocksdb::FSWritableFileOwnerWrapper {
 public:
  FaultFile(std::unique_ptr<rocksdb::FSWritableFile> file, std::string name, FaultDisk& disk)
      : FSWritableFileOwnerWrapper(std::move(file)), name_(std::move(name)), disk_(disk) {}

  using FSWritableFileOwnerWrapper::Append;
  IOStatus Append(const Slice& data, const IOOptions& options, IODebugContext* debug) override {
    const IOStatus allowed = disk_.change(FaultDisk::Call::write);
    const std::size_t size = allowed.ok() ? data.size() : disk_.part_of(data.size());
    if (size > 0) {
      const IOStatus done = FSWritableFileOwnerWrapper::Append({data.data(), size}, options, debug);
      if (!done.ok()) return done;
      written_ += size;
      disk_.wrote(name_, written_);
    }
    return allowed;
  }
  IOStatus Allocate(uint64_t offset, uint64_t size, const IOOptions& options, IODebugContext* debug) override {
    const IOStatus allowed = disk_.change(FaultDisk::Call::write);
    return allowed.ok() ? FSWritableFileOwnerWrapper::Allocate(offset, size, options, debug) : allowed;
  }
  IOStatus Truncate(uint64_t size, const IOOptions& options, IODebugContext* debug) override {
    const IOStatus allowed = disk_.change(FaultDisk::Call::cut);
    if (!allowed.ok()) return allowed;
    disk_.cut(name_, fs::file_size(name_), size);
    written_ = std::min(written_, size);
    return FSWritableFileOwnerWrapper::Truncate(size, options, debug);
  }
  IOStatus Sync(const IOOptions& options, IODebugContext* debug) override {
    const IOStatus allowed = disk_.change(FaultDisk::Call::sync);
    if (!allowed.ok()) return allowed;
    disk_.synced(name_, written_);
    return Flush(options, debug);  // the real disk need not be waited for
  }
  IOStatus Fsync(const IOOptions& options, IODebugContext* debug) override { return Sync(options, debug); }
  IOStatus Close(const IOOptions& options, IODebugContext* debug) override {
    const IOStatus allowed = disk_.change(FaultDisk::Call::close);
    const IOStatus done = FSWritableFileOwnerWrapper::Close(options, debug);
    return allowed.ok() ? done : allowed;
  }

 private:
  const std::string name_;
  FaultDisk& disk_;
  std::uint64_t written_ = 0;
};

class FaultReader final : public rocksdb::FSRandomAccessFileOwnerWrapper {
 public:
  FaultReader(std::unique_ptr<rocksdb::FSRandomAccessFile> file, FaultDisk& disk)
      : FSRandomAccessFileOwnerWrapper(std::move(file)), disk_(disk) {}
  IOStatus Read(uint64_t offset, size_t n, const IOOptions& options, Slice* result, char* scratch,
                IODebugContext* debug) const override {
    const IOStatus allowed = disk_.read();
    return allowed.ok() ? FSRandomAccessFileOwnerWrapper::Read(offset, n, options, result, scratch, debug) : allowed;
  }

 private:
  FaultDisk& disk_;
};

class FaultFolder final : public rocksdb::FSDirectory {
 public:
  FaultFolder(std::string name, FaultDisk& disk) : name_(std::move(name)), disk_(disk) {}
  IOStatus Fsync(const IOOptions&, IODebugContext*) override {
    const IOStatus allowed = disk_.change(FaultDisk::Call::sync);
    if (allowed.ok()) disk_.synced_folder(name_);
    return allowed;
  }

 private:
  const std::string name_;
  FaultDisk& disk_;
};

FaultDisk::FaultDisk(std::uint64_t seed) : FileSystemWrapper(rocksdb::FileSystem::Default()), random_(seed) {}

void FaultDisk::plan(Fault fault, std::uint64_t n) {
  const std::lock_guard lock(mu_);
  fault_ = fault;
  at_ = n;
  calls_ = 0;
  reads_ = 0;
  struck_ = false;
}

std::uint64_t FaultDisk::calls() const {
  const std::lock_guard lock(mu_);
  return calls_;
}

std::uint64_t FaultDisk::reads() const {
  const std::lock_guard lock(mu_);
  return reads_;
}

bool FaultDisk::struck() const {
  const std::lock_guard lock(mu_);
  return struck_;
}

IOStatus FaultDisk::change(Call call) {
  const std::lock_guard lock(mu_);
  ++calls_;
  short_ = false;
  if (fault_ == Fault::none || fault_ == Fault::read_error || calls_ < at_) return IOStatus::OK();
  const bool full = fault_ == Fault::no_space || fault_ == Fault::short_write;
  // A full disk still takes what needs no room.
  if (full && (call == Call::remove || call == Call::cut || call == Call::rename || call == Call::close)) return IOStatus::OK();
  if (fault_ == Fault::error_once && calls_ > at_) return IOStatus::OK();
  short_ = fault_ == Fault::short_write && call == Call::write && !struck_;
  struck_ = true;
  return full ? IOStatus::NoSpace("the test wants it") : IOStatus::IOError("the test wants it");
}

IOStatus FaultDisk::read() {
  const std::lock_guard lock(mu_);
  ++reads_;
  if (fault_ != Fault::read_error || reads_ != at_) return IOStatus::OK();
  struck_ = true;
  return IOStatus::IOError("the test wants it");
}

std::size_t FaultDisk::part_of(std::size_t size) const {
  const std::lock_guard lock(mu_);
  return short_ ? size / 2 : 0;
}

void FaultDisk::wrote(const std::string& name, std::uint64_t size) {
  const std::lock_guard lock(mu_);
  files_[name].size = size;
}

void FaultDisk::synced(const std::string& name, std::uint64_t size) {
  const std::lock_guard lock(mu_);
  files_[name] = {size, size, 0};
}

void FaultDisk::cut(const std::string& name, std::uint64_t from, std::uint64_t to) {
  const std::lock_guard lock(mu_);
  File& file = files_[name];
  file = {std::min(file.size, to), std::min(file.synced, to), from};
}

void FaultDisk::synced_folder(const std::string& name) {
  const std::lock_guard lock(mu_);
  std::erase_if(before_, [&](const auto& entry) { return folder_of(entry.first) == name; });
}

void FaultDisk::keep_old(const std::string& name) {
  if (before_.contains(name)) return;
  before_[name] = fs::exists(name) ? std::optional(content_of(name)) : std::nullopt;
}

void FaultDisk::lose(const std::string& name, std::uint64_t size, std::uint64_t synced) {
  if (random_.below(2) == 0) {
    const std::uint64_t kept = synced + random_.below(size - synced + 1);
    fs::resize_file(name, kept);
    if (random_.below(2) == 0) return;
    const std::uint64_t there = std::max(synced, kept / kSector * kSector);
    fs::resize_file(name, there);
    fs::resize_file(name, there + random_.below(size - there + 1));
    return;
  }
  std::fstream file(name, std::ios::in | std::ios::out | std::ios::binary);
  for (std::uint64_t at = synced; at < size;) {
    const std::uint64_t end = std::min(size, (at / kSector + 1) * kSector);
    if (random_.below(2) == 0) {
      file.seekp(static_cast<std::streamoff>(at));
      file.write(std::string(end - at, '\0').data(), static_cast<std::streamsize>(end - at));
    }
    at = end;
  }
}

void FaultDisk::lose_power() {
  const std::lock_guard lock(mu_);
  for (const auto& [name, file] : files_) {
    if (!fs::exists(name)) continue;
    if (file.cut_from > fs::file_size(name) && random_.below(2) == 0) fs::resize_file(name, file.cut_from);
    if (file.synced < file.size) lose(name, file.size, file.synced);
  }
  // Names whose folder was not synced: as before, or as now.
  for (const auto& [name, content] : before_) {
    if (random_.below(2) == 0 || fs::is_directory(name)) continue;
    if (content) {
      write_content(name, *content);
    } else {
      fs::remove(name);
    }
  }
  files_.clear();
  before_.clear();
}

IOStatus FaultDisk::NewWritableFile(const std::string& name, const FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* out, IODebugContext* debug) {
  IOStatus done = change(Call::make);
  if (!done.ok()) return done;
  {
    const std::lock_guard lock(mu_);
    keep_old(name);
    files_[name] = {};
  }
  std::unique_ptr<rocksdb::FSWritableFile> file;
  done = target()->NewWritableFile(name, options, &file, debug);
  if (done.ok()) *out = std::make_unique<FaultFile>(std::move(file), name, *this);
  return done;
}

IOStatus FaultDisk::NewSequentialFile(const std::string& name, const FileOptions& options,
                                      std::unique_ptr<rocksdb::FSSequentialFile>* out, IODebugContext* debug) {
  const IOStatus allowed = read();
  return allowed.ok() ? target()->NewSequentialFile(name, options, out, debug) : allowed;
}

IOStatus FaultDisk::NewRandomAccessFile(const std::string& name, const FileOptions& options,
                                        std::unique_ptr<rocksdb::FSRandomAccessFile>* out, IODebugContext* debug) {
  IOStatus done = read();
  if (!done.ok()) return done;
  std::unique_ptr<rocksdb::FSRandomAccessFile> file;
  done = target()->NewRandomAccessFile(name, options, &file, debug);
  if (done.ok()) *out = std::make_unique<FaultReader>(std::move(file), *this);
  return done;
}

IOStatus FaultDisk::NewDirectory(const std::string& name, const IOOptions& options,
                                 std::unique_ptr<rocksdb::FSDirectory>* out, IODebugContext* debug) {
  std::unique_ptr<rocksdb::FSDirectory> folder;
  const IOStatus done = target()->NewDirectory(name, options, &folder, debug);
  if (done.ok()) *out = std::make_unique<FaultFolder>(name, *this);
  return done;
}

IOStatus FaultDisk::RenameFile(const std::string& from, const std::string& to, const IOOptions& options,
                               IODebugContext* debug) {
  IOStatus done = change(Call::rename);
  if (!done.ok()) return done;
  const std::lock_guard lock(mu_);
  if (!fs::is_directory(from)) {
    keep_old(from);
    keep_old(to);
  }
  done = target()->RenameFile(from, to, options, debug);
  if (done.ok()) {
    const auto moved = files_.extract(from);
    if (!moved.empty()) files_[to] = moved.mapped();
  }
  return done;
}

IOStatus FaultDisk::DeleteFile(const std::string& name, const IOOptions& options, IODebugContext* debug) {
  const IOStatus done = change(Call::remove);
  if (!done.ok()) return done;
  const std::lock_guard lock(mu_);
  keep_old(name);
  files_.erase(name);
  return target()->DeleteFile(name, options, debug);
}

}  // namespace kith::vault::testing
