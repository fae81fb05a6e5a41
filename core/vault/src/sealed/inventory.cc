#include "sealed/inventory.h"

#include "kith/base/wire.h"
#include "kith/crypto/aead.h"
#include "kith/crypto/kdf.h"

namespace kith::vault {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kListMagic = "KITHLIST";
constexpr std::uint8_t kListVersion = 0;
constexpr std::size_t kHeadBytes = 8 + 1;
constexpr std::size_t kMost = 1U << 20U;
constexpr std::size_t kFilesMost = 4096;
// RocksDB's own ending for what is half written: it is removed in the same way.
constexpr std::string_view kHalfList = ".dbtmp";

Error damaged(Sentence what) {
  return fail(Code::STORE_CORRUPT, worded("the inventory of the vault: {0}", std::move(what)));
}

Bytes head() {
  Writer out;
  out.raw(as_bytes(kListMagic));
  out.u8(kListVersion);
  return out.take();
}

std::string_view kind_of(const std::string& name) { return rules_of(name).kind; }

}  // namespace

Inventory::Inventory(fs::path dir, rocksdb::FileSystem& disk, const Secret& file_system_key, Random& random)
    : dir_(std::move(dir)),
      disk_(disk),
      key_(crypto::derive(file_system_key, verify::label::kInventoryKey, {})),
      random_(random) {}

Bytes Inventory::seal(const Content& content) const {
  Writer plain;
  plain.u32(content.schema);
  plain.u64(content.key_generation);
  plain.u16(static_cast<std::uint16_t>(content.files.size()));
  for (const auto& [name, file] : content.files) {
    plain.u8(static_cast<std::uint8_t>(name.size()));
    plain.raw(as_bytes(name));
    plain.raw(file.id.view());
    plain.u64(file.size);
  }
  Bytes out = head();
  append(out, crypto::seal(key_, head(), plain.bytes(), random_));
  return out;
}

Result<Inventory::Content> Inventory::open(BytesView sealed) const {
  if (sealed.size() < kHeadBytes || !equal(sealed.first(8), as_bytes(kListMagic))) {
    return damaged(worded("it is none of Kith"));
  }
  if (sealed[8] != kListVersion) return fail(Code::STORE_TOO_NEW, "the vault was written by a newer version of Kith");
  const auto plain = crypto::open(key_, head(), sealed.subspan(kHeadBytes));
  if (!plain) return damaged(worded("it does not open"));
  Reader in(*plain);
  Content out;
  out.schema = in.u32();
  out.key_generation = in.u64();
  const std::uint16_t count = in.u16();
  if (count > kFilesMost) return damaged(worded("it does not parse"));
  for (std::uint16_t i = 0; i < count; ++i) {
    const std::string name(as_text(in.raw(in.u8())));
    File file;
    file.id = in.fixed<FileId>();
    file.size = in.u64();
    if (!in.ok()) break;
    out.files[name] = file;
  }
  if (!in.at_end() || out.files.size() != count) return damaged(worded("it does not parse"));
  return out;
}

Result<void> Inventory::check(const Content& content) const {
  const rocksdb::IOOptions options;
  for (const auto& [name, file] : content.files) {
    const std::string path = (dir_ / name).string();
    if (!disk_.FileExists(path, options, nullptr).ok()) return damaged(worded("a {0} {1} is gone",
                                                                              kind_of(name), name));
    KITH_TRY(const Bytes start, read_start(path, kClearHeaderBytes, disk_));
    if (!equal(BytesView(start).last(std::min(start.size(), FileId::kSize)), file.id.view())) {
      return damaged(worded("a {0} {1} is another one", kind_of(name), name));
    }
    if (file.size == 0) continue;
    std::uint64_t size = 0;
    const rocksdb::IOStatus done = disk_.GetFileSize(path, options, &size, nullptr);
    if (!done.ok()) return fail(Code::STORE_IO, "asking for the size of a file of the vault");
    if (size != file.size) return damaged(worded("a {0} {1} has another length", kind_of(name), name));
  }
  return {};
}

Result<void> Inventory::create(std::uint32_t schema) {
  const MutexLock lock(mu_);
  return install({schema, 0, {}});
}

Result<void> Inventory::load(std::uint32_t schema) {
  auto bytes = read_file(dir_ / kInventoryName, kMost);
  if (!bytes && bytes.error().code == Code::NOT_FOUND) return damaged(worded("it is gone"));
  if (!bytes) return bytes.error();
  KITH_TRY(Content content, open(*bytes));
  if (content.schema > schema) return fail(Code::STORE_TOO_NEW, "the vault was written by a newer version of Kith");
  KITH_CHECK(check(content));
  const MutexLock lock(mu_);
  content_ = std::move(content);
  on_disk_ = content_;
  in_doubt_ = false;
  synced_.clear();
  taken_back_.clear();
  return {};
}

Result<void> Inventory::install(Content next) {
  for (const std::string& name : unused_) next.files.erase(name);
  in_doubt_ = true;
  KITH_CHECK(replace_file(dir_ / kInventoryName, kHalfList, seal(next), disk_));
  in_doubt_ = false;
  content_ = std::move(next);
  on_disk_ = content_;
  // One that stays is none of the list, and RocksDB asks for it again at the next opening.
  for (const std::string& name : unused_) {
    (void)disk_.DeleteFile((dir_ / name).string(), rocksdb::IOOptions(), nullptr);
  }
  unused_.clear();
  return {};
}

Result<void> Inventory::add(const std::string& name, const FileId& id) {
  const MutexLock lock(mu_);
  KITH_CHECK(sync_folder(dir_, disk_));  // the file's own name, before anybody counts on it
  Content next = content_;
  next.files[name] = {id, 0};
  return install(std::move(next));
}

Result<void> Inventory::remove(const std::string& name) {
  const MutexLock lock(mu_);
  synced_.erase(name);
  taken_back_.erase(name);
  if (!in_doubt_ && !content_.files.contains(name)) return {};
  Content next = content_;
  next.files.erase(name);
  return install(std::move(next));
}

bool Inventory::remove_later(const std::string& name) {
  const MutexLock lock(mu_);
  synced_.erase(name);
  taken_back_.erase(name);
  if (!in_doubt_ && !content_.files.contains(name)) return false;
  unused_.insert(name);
  return true;
}

void Inventory::closed(const std::string& name, std::uint64_t size) {
  const MutexLock lock(mu_);
  if (taken_back_.contains(name)) return;  // it is longer than it counts, until it is cut
  const auto at = content_.files.find(name);
  if (at != content_.files.end()) at->second.size = size;
  synced_.erase(name);
}

Inventory::Known Inventory::known(const std::string& name) const {
  const MutexLock lock(mu_);
  Known out;
  const auto listed = content_.files.find(name);
  out.closed = listed != content_.files.end() && listed->second.size != 0;
  const auto synced = synced_.find(name);
  if (synced != synced_.end()) out.synced = synced->second;
  return out;
}

Result<void> Inventory::verify() const {
  const MutexLock lock(mu_);
  auto bytes = read_file(dir_ / kInventoryName, kMost);
  if (!bytes && bytes.error().code == Code::NOT_FOUND) return damaged(worded("it is gone"));
  if (!bytes) return bytes.error();
  KITH_TRY(const Content content, open(*bytes));
  if (content != on_disk_) return damaged(worded("it has changed since it was read"));
  return check(content_);
}

void Inventory::made(const std::string& name) {
  const MutexLock lock(mu_);
  synced_[name] = kHeaderBytes;  // of a change that failed the disk may know its id all the same
}

void Inventory::synced(const std::string& name, std::uint64_t size) {
  const MutexLock lock(mu_);
  if (!taken_back_.contains(name)) synced_[name] = size;
}

Inventory::Sizes Inventory::synced_sizes() const {
  const MutexLock lock(mu_);
  return synced_;
}

void Inventory::take_back(const Sizes& before) {
  const MutexLock lock(mu_);
  for (auto& [name, size] : synced_) {
    const auto at = before.find(name);
    const std::uint64_t counts = at == before.end() ? kHeaderBytes : at->second;
    if (!rules_of(name).holds_commits || size <= counts) continue;
    size = counts;
    taken_back_.insert(name);
  }
}

Result<void> Inventory::cut_unsynced() {
  const MutexLock lock(mu_);
  const rocksdb::IOOptions options;
  for (const auto& [name, size] : synced_) {
    const std::string path = (dir_ / name).string();
    std::uint64_t now = 0;
    if (!rules_of(name).may_be_torn || !disk_.GetFileSize(path, options, &now, nullptr).ok() || now <= size) continue;
    KITH_CHECK(cut_file(path, size));
  }
  return {};
}

Result<void> Inventory::save() {
  const MutexLock lock(mu_);
  if (!in_doubt_ && unused_.empty() && content_ == on_disk_) return {};
  return install(content_);
}

std::uint32_t Inventory::schema() const {
  const MutexLock lock(mu_);
  return content_.schema;
}

Result<void> Inventory::set_schema(std::uint32_t schema) {
  const MutexLock lock(mu_);
  if (!in_doubt_ && content_.schema == schema) return {};
  Content next = content_;
  next.schema = schema;
  return install(std::move(next));
}

std::uint64_t Inventory::key_generation() const {
  const MutexLock lock(mu_);
  return content_.key_generation;
}

Result<void> Inventory::set_key_generation(std::uint64_t generation) {
  const MutexLock lock(mu_);
  if (!in_doubt_ && content_.key_generation == generation) return {};
  Content next = content_;
  next.key_generation = generation;
  return install(std::move(next));
}

}  // namespace kith::vault
