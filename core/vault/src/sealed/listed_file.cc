#include "sealed/listed_file.h"

namespace kith::vault {
namespace {

using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;
using rocksdb::Slice;

class ListedFile final : public rocksdb::FSWritableFileOwnerWrapper {
 public:
  ListedFile(const SealedWriter& sealed, std::unique_ptr<rocksdb::FSWritableFile> owned, ListedName name,
             std::shared_ptr<Inventory> inventory)
      : FSWritableFileOwnerWrapper(std::move(owned)),
        sealed_(sealed),
        name_(std::move(name)),
        inventory_(std::move(inventory)) {
    inventory_->made(name_.name);
  }

  using FSWritableFileOwnerWrapper::Append;
  IOStatus Append(const Slice& data, const IOOptions& options, IODebugContext* debug) override {
    if (failed_) return after_failure();
    settled_ = false;
    return FSWritableFileOwnerWrapper::Append(data, options, debug);
  }
  IOStatus Sync(const IOOptions& options, IODebugContext* debug) override {
    if (failed_) return after_failure();
    const IOStatus done = sync(options, debug);
    failed_ = !done.ok();
    return done;
  }
  IOStatus Fsync(const IOOptions& options, IODebugContext* debug) override { return Sync(options, debug); }
  // What was appended and not synced belongs to a commit that failed: it is never counted in.
  IOStatus Close(const IOOptions& options, IODebugContext* debug) override {
    const IOStatus closed = FSWritableFileOwnerWrapper::Close(options, debug);
    if (closed.ok() && settled_ && listed_) inventory_->closed(name_.name, size_);
    return closed;
  }

 private:
  static IOStatus after_failure() { return IOStatus::IOError("a write to this log has failed before"); }

  IOStatus sync(const IOOptions& options, IODebugContext* debug) {
    IOStatus done = FSWritableFileOwnerWrapper::Sync(options, debug);
    if (done.ok()) size_ = sealed_.sealed_size();
    if (done.ok() && !listed_) done = status_of(inventory_->add(name_.name, name_.id));
    if (!done.ok()) return done;
    listed_ = true;
    settled_ = true;
    inventory_->synced(name_.name, size_);
    return done;
  }

  const SealedWriter& sealed_;
  const ListedName name_;
  const std::shared_ptr<Inventory> inventory_;
  std::uint64_t size_ = 0;
  bool listed_ = false;
  bool settled_ = false;  // everything in it is synced
  bool failed_ = false;
};

}  // namespace

std::unique_ptr<rocksdb::FSWritableFile> make_listed_file(std::unique_ptr<SealedWriter> sealed, ListedName name,
                                                          std::shared_ptr<Inventory> inventory) {
  const SealedWriter& writer = *sealed;
  return std::make_unique<ListedFile>(writer, std::move(sealed), std::move(name), std::move(inventory));
}

IOStatus status_of(const Result<void>& result) {
  if (result.ok()) return IOStatus::OK();
  if (result.error().code == Code::NO_SPACE) return IOStatus::NoSpace(result.error().message.text());
  return IOStatus::IOError(result.error().message.text());
}

}  // namespace kith::vault
