#include "kith/vault/vault.h"

#include <atomic>
#include <system_error>

#include "system/folder.h"
#include "keys/key_ring.h"
#include "kith/base/mutex.h"
#include "kith/changelog/incarnation.h"
#include "kith/verify/hash.h"
#include "kith/verify/random.h"
#include "database/rocks_store.h"
#include "rollback_watch.h"
#include "database/schema.h"
#include "system/vault_disk.h"

namespace kith::vault {
namespace {

namespace fs = std::filesystem;
using changelog::Batch;
using changelog::Table;

KeyRing::Means means_of(const VaultOptions& options) {
  KeyRing::Means out;
  out.cost = options.cost;
  out.platform = options.platform;
  out.random = options.random != nullptr ? options.random : &verify::system_random();
  out.disk = options.disk ? options.disk->files() : rocksdb::FileSystem::Default();
  return out;
}

std::shared_ptr<SealedFileSystem> files_with(const Secret& files_key, const KeyRing::Means& means) {
  return make_sealed_file_system(means.disk, files_key.clone(), *means.random);
}

Hash key_file_hash(const KeyFile& file) { return verify::hash(verify::label::kHeldKeyFile, {file.bytes()}); }

// Removes a half-made vault, wherever it is by then, unless it was finished.
class Unfinished {
 public:
  explicit Unfinished(fs::path dir) : dir_(std::move(dir)) {}
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;
  ~Unfinished() {
    std::error_code ignored;
    if (!dir_.empty()) fs::remove_all(dir_, ignored);
  }
  void moved_to(const fs::path& dir) { dir_ = dir; }
  void finished() { dir_.clear(); }

 private:
  fs::path dir_;
};

Result<void> make_database(const fs::path& dir, const VaultKeys& keys, const KeyFile& file,
                           const KeyRing::Means& means, Profile profile, const Vault::Fill& fill) {
  KITH_CHECK(make_folder(dir));
  KITH_TRY(const auto store, RocksStore::start(dir, files_with(file_system_key_of(keys.master), means), RocksStore::Mode::create, profile));
  Batch batch;
  put_schema(batch, kSchema);
  KITH_CHECK(store->commit(batch));
  KITH_CHECK(fill(*store));
  return store->inventory().set_key_generation(file.generation());
}

// No step yet: there has been one schema only. The first change of the rows adds the first step.
std::span<const Migration> migrations() { return {}; }

}  // namespace

struct Vault::Impl {
  Impl(fs::path where, FolderLock folder_lock, KeyFile file, Secret files, KeyRing::Means means,
       PlatformKeyStore* platform)
      : dir(std::move(where)),
        lock(std::move(folder_lock)),
        files_key(std::move(files)),
        watch(platform, file.vault()),
        keys(dir, std::move(file), std::move(means)) {}

  const fs::path dir;
  Mutex changing;  // suspend, resume, lock and slots, one at a time
  std::optional<FolderLock> lock KITH_GUARDED_BY(changing);  // goes after the database is closed
  // Of the database's files; empty once it is locked.
  Secret files_key KITH_GUARDED_BY(changing);
  RollbackWatch watch;
  KeyRing keys;
  std::unique_ptr<RocksStore> store;
  std::atomic<bool> locked = false;
  std::atomic<bool> suspended = false;

  Result<void> usable() const {
    if (locked) return fail(Code::VAULT_LOCKED, "the vault is locked");
    if (suspended) return fail(Code::VAULT_SUSPENDED, "the vault is suspended");
    return {};
  }
  Result<void> start(const KeyRing::Means& means, const VaultOptions& options);
  Result<void> check_rollback(const VaultOptions& options);
};

Result<void> Vault::Impl::check_rollback(const VaultOptions& options) {
  auto checked = watch.check(store->sequence());
  if (checked || !options.accept_rolled_back) return checked;
  Batch batch;
  batch.put(Table::meta, to_bytes(changelog::kIncarnationPending), Bytes{changelog::kIncarnationRestored});
  KITH_CHECK(store->commit(batch));
  return watch.accept(store->sequence());
}

Result<void> Vault::Impl::start(const KeyRing::Means& means, const VaultOptions& options) {
  const MutexLock one(changing);
  KITH_TRY(store, RocksStore::start(dir / file_name::kDatabase, files_with(files_key, means), RocksStore::Mode::open,
                                    options.profile));
  const std::uint64_t generation = keys.file().generation();
  if (generation < store->inventory().key_generation()) {
    return fail(Code::STORE_CORRUPT, "an older key file was put back into the vault");
  }
  if (generation > store->inventory().key_generation()) (void)store->inventory().set_key_generation(generation);
  KITH_CHECK(migrate(*store, store->inventory(), migrations(), kSchema, options.migrating));
  KITH_CHECK(check_rollback(options));
  store->on_commit([this](std::uint64_t sequence) { watch.committed(sequence); });
  return {};
}

Vault::Vault(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Vault::~Vault() { lock(); }

Result<std::unique_ptr<Vault>> Vault::create(const fs::path& dir, const Unlock& first, const VaultOptions& options) {
  return create_filled(dir, first, options, crypto::make_agree_pair(*means_of(options).random),
                       [](changelog::Store&) { return Result<void>(); });
}

Result<std::unique_ptr<Vault>> Vault::create_filled(const fs::path& dir, const Unlock& first,
                                                    const VaultOptions& options,
                                                    const crypto::AgreePair& administration, const Fill& fill) {
  const KeyRing::Means means = means_of(options);
  if (first.secret.empty()) return fail(Code::INVALID_ARGUMENT, "the passphrase is empty");
  KITH_TRY(const bool free, is_free(dir));
  if (!free) return fail(Code::ALREADY_EXISTS, "there is something in this folder already");
  KITH_TRY(auto made, KeyFile::make({first.clone(), options.cost}, administration, options.platform, *means.random));
  auto& [file, keys] = made;
  KITH_TRY(const fs::path fresh, make_folder_beside(dir, *means.random));
  Unfinished unfinished(fresh);
  KITH_TRY(FolderLock lock, FolderLock::take(fresh));
  KITH_CHECK(write_new_file(fresh / file_name::kKeys, file.bytes(), *means.disk));
  KITH_CHECK(make_database(fresh / file_name::kDatabase, keys, file, means, options.profile, fill));
  KITH_CHECK(move_into_place(fresh, dir, *means.disk));
  unfinished.moved_to(dir);
  auto impl = std::make_unique<Impl>(dir, std::move(lock), std::move(file), file_system_key_of(keys.master), means,
                                     options.platform);
  KITH_CHECK(impl->start(means, options));
  unfinished.finished();
  return std::unique_ptr<Vault>(new Vault(std::move(impl)));
}

namespace {

struct Taken {
  FolderLock lock;
  KeyFile file;
};

// The folder for this Vault alone, and its key file, which nobody has believed yet.
Result<Taken> take(const fs::path& dir, const KeyRing::Means& means) {
  KITH_CHECK(check_folder(dir));
  // Looked at first, so that a folder that is no vault is not made to look like one.
  KITH_CHECK(read_file(dir / file_name::kKeys, kKeyFileMost));
  KITH_TRY(FolderLock lock, FolderLock::take(dir));
  KITH_TRY(KeyFile file, KeyRing::read(dir, *means.disk));
  return Taken{std::move(lock), std::move(file)};
}

}  // namespace

Result<std::unique_ptr<Vault>> Vault::open(const fs::path& dir, const Unlock& unlock, const VaultOptions& options) {
  const KeyRing::Means means = means_of(options);
  if (unlock.kind != SlotKind::platform && unlock.secret.empty()) {
    return fail(Code::INVALID_ARGUMENT, "the passphrase is empty");
  }
  KITH_TRY(Taken taken, take(dir, means));
  KITH_TRY(const VaultKeys keys, taken.file.open(unlock, options.platform));
  auto impl = std::make_unique<Impl>(dir, std::move(taken.lock), std::move(taken.file),
                                     file_system_key_of(keys.master), means, options.platform);
  KITH_CHECK(impl->start(means, options));
  // A slot that stays cheap for want of room is no reason to keep a person out.
  (void)impl->keys.strengthen(unlock, keys, impl->store->inventory());
  return std::unique_ptr<Vault>(new Vault(std::move(impl)));
}

Result<std::unique_ptr<Vault>> Vault::open(const fs::path& dir, const HeldKey& key, const VaultOptions& options) {
  const KeyRing::Means means = means_of(options);
  KITH_TRY(Taken taken, take(dir, means));
  // Without the master key the file's seal cannot be compared: it has to be the file that was compared before.
  if (taken.file.vault() != key.vault || key_file_hash(taken.file) != key.key_file) {
    return fail(Code::STORE_LOCKED, "what opens this vault has changed since it was unlocked");
  }
  auto impl = std::make_unique<Impl>(dir, std::move(taken.lock), std::move(taken.file), key.files.clone(), means,
                                     options.platform);
  KITH_CHECK(impl->start(means, options));
  return std::unique_ptr<Vault>(new Vault(std::move(impl)));
}

Result<HeldKey> Vault::hold() const {
  const MutexLock one(impl_->changing);
  KITH_CHECK(impl_->usable());
  if (!impl_->keys.compared()) {
    return fail(Code::STORE_LOCKED, "what opens this vault has changed since it was unlocked");
  }
  HeldKey out;
  out.vault = id();
  out.files = impl_->files_key.clone();
  out.key_file = key_file_hash(impl_->keys.file());
  return out;
}

changelog::Store& Vault::store() { return *impl_->store; }

const VaultId& Vault::id() const { return impl_->watch.vault(); }

Result<void> Vault::visit_rows(const RowVisitor& visit) const { return impl_->store->visit_rows(visit); }

AgreeKey Vault::administration_key() const { return impl_->keys.file().administration(); }

Result<crypto::AgreePair> Vault::open_administration(const Unlock& authority) const {
  KITH_CHECK(impl_->usable());
  KITH_TRY(VaultKeys keys, impl_->keys.open(authority));
  if (!keys.administration) return fail(Code::INVALID_ARGUMENT, "this takes the passphrase or the recovery code");
  return *std::move(keys.administration);
}

std::vector<SlotInfo> Vault::slots() const { return impl_->keys.file().slots(); }

Result<std::uint32_t> Vault::add_slot(const Unlock& authority, const Unlock& added) {
  const MutexLock one(impl_->changing);
  KITH_CHECK(impl_->usable());
  return impl_->keys.add(authority, added, impl_->store->inventory());
}

Result<void> Vault::remove_slot(const Unlock& authority, std::uint32_t number) {
  const MutexLock one(impl_->changing);
  KITH_CHECK(impl_->usable());
  return impl_->keys.remove(authority, number, impl_->store->inventory());
}

Result<void> Vault::change_slot(const Unlock& authority, const Unlock& fresh) {
  const MutexLock one(impl_->changing);
  KITH_CHECK(impl_->usable());
  return impl_->keys.change(authority, fresh, impl_->store->inventory());
}

std::uint64_t Vault::sequence() const { return impl_->store->sequence(); }

bool Vault::rollback_watch() const { return impl_->watch.watching(); }

Result<void> Vault::suspend(std::chrono::milliseconds limit) {
  const auto deadline = std::chrono::steady_clock::now() + limit;
  const MutexLock one(impl_->changing);
  KITH_CHECK(impl_->usable());
  KITH_CHECK(impl_->store->suspend(deadline));
  impl_->suspended = true;
  impl_->lock.reset();
  impl_->watch.settle();  // may be slow, and holds no lock of a file
  return {};
}

Result<void> Vault::resume() {
  const MutexLock one(impl_->changing);
  if (impl_->locked) return fail(Code::VAULT_LOCKED, "the vault is locked");
  if (!impl_->suspended) return {};
  KITH_CHECK(check_folder(impl_->dir));
  // As at opening: a folder that is being wiped gets no new lock.
  KITH_CHECK(read_file(impl_->dir / file_name::kKeys, kKeyFileMost));
  KITH_TRY(FolderLock lock, FolderLock::take(impl_->dir));
  KITH_CHECK(impl_->keys.reread());
  KITH_CHECK(impl_->store->resume([&](std::uint64_t sequence) { return impl_->watch.check(sequence); }));
  impl_->lock = std::move(lock);
  impl_->suspended = false;
  return {};
}

bool Vault::suspended() const { return impl_->suspended; }

Result<void> Vault::compact() {
  KITH_CHECK(impl_->usable());
  return impl_->store->compact();
}

Result<VerifyReport> Vault::verify(const Progress& progress) {
  KITH_CHECK(impl_->usable());
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(impl_->dir, error)) {
    const std::string name = entry.path().filename().string();
    const bool ours = name == file_name::kKeys || name == file_name::kLock || name == file_name::kDatabase ||
                      name == file_name::kLocked;
    if (!ours) {
      return fail(Code::STORE_CORRUPT, worded("a file that is none of ours lies in the vault: {0}", name));
    }
  }
  if (error) return fail(Code::STORE_IO, worded("listing the vault: {0}", error.message()));
  auto keys = read_file(impl_->dir / file_name::kKeys, kKeyFileMost);
  if (!keys && keys.error().code == Code::NOT_FOUND) return fail(Code::STORE_CORRUPT, "the key file is gone");
  if (!keys) return keys.error();
  if (*keys != impl_->keys.file().bytes()) {
    return fail(Code::STORE_CORRUPT, "the key file has changed since it was opened");
  }
  KITH_TRY(VerifyReport report, impl_->store->verify(keys->size(), progress));
  ++report.files;
  report.bytes += keys->size();
  return report;
}

std::uint64_t Vault::bytes_on_disk() const {
  std::uint64_t sum = 0;
  std::error_code error;
  for (const auto& entry : fs::recursive_directory_iterator(impl_->dir, error)) {
    std::error_code gone;
    const std::uintmax_t size = entry.is_regular_file(gone) ? entry.file_size(gone) : 0;
    if (!gone) sum += size;
  }
  return error ? 0 : sum;
}

void Vault::lock() {
  const MutexLock once(impl_->changing);
  if (impl_->locked.exchange(true)) return;
  impl_->store->close();
  impl_->files_key = Secret();
  impl_->lock.reset();
  impl_->watch.settle();
}

}  // namespace kith::vault
