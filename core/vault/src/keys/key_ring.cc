#include "keys/key_ring.h"

#include <algorithm>

#include "system/folder.h"

namespace kith::vault {
namespace {

constexpr std::string_view kHalf = ".new";

bool is_below(const crypto::PassphraseCost& cost, const crypto::PassphraseCost& target) {
  return cost.memory_bytes < target.memory_bytes || cost.passes < target.passes;
}

}  // namespace

Result<KeyFile> KeyRing::read(const std::filesystem::path& dir, rocksdb::FileSystem& disk) {
  const std::string half = (dir / file_name::kKeys).string() + std::string(kHalf);
  const rocksdb::IOOptions options;
  if (disk.FileExists(half, options, nullptr).ok()) (void)disk.DeleteFile(half, options, nullptr);
  KITH_TRY(const Bytes bytes, read_file(dir / file_name::kKeys, kKeyFileMost));
  return KeyFile::parse(bytes);
}

KeyFile KeyRing::file() const {
  const MutexLock lock(mu_);
  return file_;
}

Result<VaultKeys> KeyRing::open(const Unlock& unlock) const {
  const KeyFile now = file();  // a try is slow, and others go on meanwhile
  KITH_TRY(VaultKeys keys, now.open(unlock, means_.platform));
  const MutexLock lock(mu_);
  compared_ = compared_ || now.bytes() == file_.bytes();
  return keys;
}

Result<void> KeyRing::install(KeyFile next, Inventory& inventory) {
  const auto done = replace_file(dir_ / file_name::kKeys, kHalf, next.bytes(), *means_.disk);
  if (!done) {
    // Whether the new one has taken the name is not known: the folder says.
    if (auto now = KeyRing::read(dir_, *means_.disk)) file_ = *std::move(now);
    return done;
  }
  file_ = std::move(next);
  compared_ = true;  // made and sealed by us, with keys that opened the one before
  // Where this fails the next opening does it.
  (void)inventory.set_key_generation(file_.generation());
  return {};
}

Result<std::uint32_t> KeyRing::add(const Unlock& authority, const Unlock& added, Inventory& inventory) {
  const MutexLock lock(mu_);
  KITH_TRY(const VaultKeys keys, file_.open(authority, means_.platform));
  KITH_TRY(KeyFile next, file_.with_slot({added.clone(), means_.cost}, keys, means_.platform, *means_.random));
  const std::uint32_t number = next.slots().back().number;
  KITH_CHECK(install(std::move(next), inventory));
  return number;
}

Result<void> KeyRing::remove(const Unlock& authority, std::uint32_t number, Inventory& inventory) {
  const MutexLock lock(mu_);
  KITH_TRY(const VaultKeys keys, file_.open(authority, means_.platform));
  KITH_TRY(KeyFile next, file_.without_slot(number, keys));
  return install(std::move(next), inventory);
}

Result<void> KeyRing::change(const Unlock& authority, const Unlock& fresh, Inventory& inventory) {
  const MutexLock lock(mu_);
  KITH_TRY(const VaultKeys keys, file_.open(authority, means_.platform));
  KITH_TRY(KeyFile next,
           file_.with_slot_replaced(keys.slot, {fresh.clone(), means_.cost}, keys, means_.platform, *means_.random));
  return install(std::move(next), inventory);
}

Result<void> KeyRing::strengthen(const Unlock& unlock, const VaultKeys& keys, Inventory& inventory) {
  if (unlock.kind != SlotKind::passphrase) return {};
  const MutexLock lock(mu_);
  const std::vector<SlotInfo> slots = file_.slots();
  const auto slot = std::find_if(slots.begin(), slots.end(), [&](const SlotInfo& s) { return s.number == keys.slot; });
  if (slot == slots.end() || (slot->composed && !is_below(slot->cost, means_.cost))) return {};
  const crypto::PassphraseCost cost{std::max(slot->cost.memory_bytes, means_.cost.memory_bytes),
                                    std::max(slot->cost.passes, means_.cost.passes)};
  KITH_TRY(KeyFile next,
           file_.with_slot_replaced(keys.slot, {unlock.clone(), cost}, keys, means_.platform, *means_.random));
  return install(std::move(next), inventory);
}

Result<void> KeyRing::reread() {
  const MutexLock lock(mu_);
  KITH_TRY(KeyFile now, KeyRing::read(dir_, *means_.disk));
  if (now.vault() != file_.vault()) return fail(Code::STORE_CORRUPT, "the key file is of another vault");
  if (now.generation() < file_.generation()) {
    return fail(Code::STORE_CORRUPT, "an older key file was put back into the vault");
  }
  // The administration key never changes in the life of a vault: what is sealed to it must stay its owner's.
  if (now.administration() != file_.administration()) {
    return fail(Code::STORE_CORRUPT, "the key file was changed by somebody else");
  }
  compared_ = compared_ && now.bytes() == file_.bytes();
  file_ = std::move(now);
  return {};
}

bool KeyRing::compared() const {
  const MutexLock lock(mu_);
  return compared_;
}

}  // namespace kith::vault
