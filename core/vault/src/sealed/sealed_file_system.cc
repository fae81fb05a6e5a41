#include "sealed/sealed_file_system.h"

#include <rocksdb/env.h>
#include <sys/stat.h>

#include "sealed/blocks_reader.h"
#include "sealed/listed_file.h"
#include "sealed/sealed_writer.h"
#include "sealed/sequential_reader.h"

namespace kith::vault {
namespace {

using rocksdb::FileOptions;
using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;

class SilentLogger final : public rocksdb::Logger {
 public:
  SilentLogger() : Logger(rocksdb::InfoLogLevel::FATAL_LEVEL) {}
  using Logger::Logv;
  void Logv(const char*, va_list) override {}
};

FileOptions plain_options(const FileOptions& given) {
  FileOptions out = given;
  out.use_mmap_reads = false;
  out.use_mmap_writes = false;
  out.use_direct_reads = false;
  out.use_direct_writes = false;
  return out;
}

IOStatus refused(const char* what) { return IOStatus::NotSupported("sealed files", what); }

// RocksDB's own switch for this reaches no file in 7.8: without it they have the mode of the umask.
IOStatus for_owner_only(const std::string& name) {
  return ::chmod(name.c_str(), 0600) == 0 ? IOStatus::OK() : IOStatus::IOError("closing a file for others");
}

// A file of frames. RocksDB opens CURRENT in this way once, to see whether it may, and never reads.
class NoRandomAccess final : public rocksdb::FSRandomAccessFile {
 public:
  IOStatus Read(uint64_t, size_t, const IOOptions&, rocksdb::Slice*, char*, IODebugContext*) const override {
    return refused("random access to a log");
  }
};

IOStatus count(rocksdb::FSSequentialFile& file, uint64_t* size) {
  Bytes scratch(kFramePlainMost);
  *size = 0;
  while (true) {
    rocksdb::Slice got;
    const IOStatus done =
        file.Read(scratch.size(), IOOptions(), &got, reinterpret_cast<char*>(scratch.data()), nullptr);
    if (!done.ok() || got.empty()) return done;
    *size += got.size();
  }
}

std::string base_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

}  // namespace

SealedFileSystem::SealedFileSystem(const std::shared_ptr<rocksdb::FileSystem>& beneath, Secret file_system_key,
                                   Random& random)
    : FileSystemWrapper(beneath), key_(std::move(file_system_key)), random_(random) {}

Result<void> SealedFileSystem::start_inventory(const std::filesystem::path& dir, bool create, std::uint32_t schema) {
  auto made = std::make_shared<Inventory>(dir, *target(), key_, random_);
  KITH_CHECK(create ? made->create(schema) : made->load(schema));
  inventory_ = std::move(made);
  return {};
}

IOStatus SealedFileSystem::open_raw(const std::string& name, const FileOptions& options, RawFile* out,
                                    IODebugContext* debug) {
  const IOStatus done = target()->NewRandomAccessFile(name, plain_options(options), &out->file, debug);
  return done.ok() ? target()->GetFileSize(name, IOOptions(), &out->size, debug) : done;
}

IOStatus SealedFileSystem::open_listed(const std::string& name, const FileOptions& options, RawFile* out,
                                       NameRules* rules, IODebugContext* debug) {
  *rules = rules_of(name);
  auto known = inventory_ ? inventory_->known(base_name(name)) : Inventory::Known();
  const IOStatus done = open_raw(name, options, out, debug);
  if (!done.ok()) return done;
  // Of one that was being made it says so only now.
  if (inventory_ && !known.synced) known.synced = inventory_->known(base_name(name)).synced;
  if (known.closed || known.synced) rules->may_be_torn = false;
  if (known.synced) out->size = *known.synced;
  return done;
}

IOStatus SealedFileSystem::NewSequentialFile(const std::string& name, const FileOptions& options,
                                             std::unique_ptr<rocksdb::FSSequentialFile>* out, IODebugContext* debug) {
  RawFile raw;
  NameRules rules;
  const IOStatus done = open_listed(name, options, &raw, &rules, debug);
  return done.ok() ? open_sequential(std::move(raw), key_, rules, ahead_, out) : done;
}

IOStatus SealedFileSystem::NewRandomAccessFile(const std::string& name, const FileOptions& options,
                                               std::unique_ptr<rocksdb::FSRandomAccessFile>* out,
                                               IODebugContext* debug) {
  const NameRules rules = rules_of(name);
  RawFile raw;
  const IOStatus done = open_raw(name, options, &raw, debug);
  if (!done.ok()) return done;
  if (rules.format == Format::blocks) return open_blocks(std::move(raw), key_, rules, ahead_, out);
  *out = std::make_unique<NoRandomAccess>();
  return IOStatus::OK();
}

IOStatus SealedFileSystem::NewWritableFile(const std::string& name, const FileOptions& options,
                                           std::unique_ptr<rocksdb::FSWritableFile>* out, IODebugContext* debug) {
  // What RocksDB was opened with: it writes that for people, syncs it twice and never reads it.
  if (base_name(name).starts_with("OPTIONS-")) return refused("a file of options");
  const NameRules rules = rules_of(name);
  const bool listed = inventory_ && rules.may_be_torn;
  // The list may still have an old one of this name, which waits to be removed.
  IOStatus done = listed ? status_of(inventory_->remove(base_name(name))) : IOStatus::OK();
  if (!done.ok()) return done;
  FileOptions plain = plain_options(options);
  // Of logs of rows; what is given is part of the file and reads as zeros until it is written.
  plain.allow_fallocate = rules.holds_commits;
  plain.fallocate_with_keep_size = false;
  std::unique_ptr<rocksdb::FSWritableFile> file;
  done = target()->NewWritableFile(name, plain, &file, debug);
  if (done.ok()) done = for_owner_only(name);
  if (!done.ok()) return done;
  FileSeal seal = FileSeal::make(key_, rules, random_);
  const FileId id = seal.id();
  std::unique_ptr<SealedWriter> writer;
  done = make_sealed_writer(std::move(file), std::move(seal), rules, random_, &writer);
  if (!done.ok()) return done;
  if (listed) *out = make_listed_file(std::move(writer), {base_name(name), id}, inventory_);
  else *out = std::move(writer);
  return done;
}

IOStatus SealedFileSystem::DeleteFile(const std::string& name, const IOOptions& options, IODebugContext* debug) {
  if (inventory_ && rules_of(name).may_be_torn && inventory_->remove_later(base_name(name))) return IOStatus::OK();
  return target()->DeleteFile(name, options, debug);
}

IOStatus SealedFileSystem::LockFile(const std::string& name, const IOOptions& options, rocksdb::FileLock** out,
                                    IODebugContext* debug) {
  const IOStatus done = target()->LockFile(name, options, out, debug);
  return done.ok() ? for_owner_only(name) : done;
}

IOStatus SealedFileSystem::GetFileSize(const std::string& name, const IOOptions&, uint64_t* size,
                                       IODebugContext* debug) {
  NameRules rules;
  RawFile raw;
  IOStatus done = open_listed(name, FileOptions(), &raw, &rules, debug);
  if (!done.ok()) return done;
  if (rules.format == Format::blocks) {
    std::optional<BlocksBody> body;
    done = read_body(raw, &body);
    *size = body ? body->plain_size : 0;  // a file that is being written has no size yet
    return done;
  }
  std::unique_ptr<rocksdb::FSSequentialFile> file;
  done = open_sequential(std::move(raw), key_, rules, ahead_, &file);
  return done.ok() ? count(*file, size) : done;
}

// From the two functions above, not from the disk.
IOStatus SealedFileSystem::GetChildrenFileAttributes(const std::string& dir, const IOOptions& options,
                                                     std::vector<rocksdb::FileAttributes>* out,
                                                     IODebugContext* debug) {
  return FileSystem::GetChildrenFileAttributes(dir, options, out, debug);
}

IOStatus SealedFileSystem::ReopenWritableFile(const std::string&, const FileOptions&,
                                              std::unique_ptr<rocksdb::FSWritableFile>*, IODebugContext*) {
  return refused("appending to a closed file");
}

IOStatus SealedFileSystem::ReuseWritableFile(const std::string&, const std::string&, const FileOptions&,
                                             std::unique_ptr<rocksdb::FSWritableFile>*, IODebugContext*) {
  return refused("writing over a file");
}

IOStatus SealedFileSystem::NewRandomRWFile(const std::string&, const FileOptions&,
                                           std::unique_ptr<rocksdb::FSRandomRWFile>*, IODebugContext*) {
  return refused("writing in the middle of a file");
}

IOStatus SealedFileSystem::NewMemoryMappedFileBuffer(const std::string&,
                                                     std::unique_ptr<rocksdb::MemoryMappedFileBuffer>*) {
  return refused("mapping a file");
}

IOStatus SealedFileSystem::Truncate(const std::string&, size_t, const IOOptions&, IODebugContext*) {
  return refused("cutting a file");
}

IOStatus SealedFileSystem::LinkFile(const std::string&, const std::string&, const IOOptions&, IODebugContext*) {
  return refused("a second name for a file");
}

IOStatus SealedFileSystem::NewLogger(const std::string&, const IOOptions&, std::shared_ptr<rocksdb::Logger>* out,
                                     IODebugContext*) {
  *out = silent_logger();
  return IOStatus::OK();
}

std::shared_ptr<SealedFileSystem> make_sealed_file_system(const std::shared_ptr<rocksdb::FileSystem>& beneath,
                                                          Secret file_system_key, Random& random) {
  return std::make_shared<SealedFileSystem>(beneath, std::move(file_system_key), random);
}

std::shared_ptr<rocksdb::Logger> silent_logger() { return std::make_shared<SilentLogger>(); }

}  // namespace kith::vault
