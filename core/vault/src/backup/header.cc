#include "backup/header.h"

#include <algorithm>

#include "keys/typed_passphrase.h"
#include "kith/base/wire.h"
#include "kith/crypto/aead.h"
#include "kith/crypto/kdf.h"
#include "kith/crypto/recovery_code.h"

namespace kith::vault {
namespace {

constexpr std::string_view kBackupMagic = "KITHBACK";
constexpr std::uint8_t kBackupVersion = 0;
constexpr std::uint8_t kBackupDraft = 2;   // of version 0
constexpr std::uint8_t kOldestBackup = 1;  // which had no composed passphrases, and is read as it is
constexpr std::uint8_t kPassphraseSlot = 1;
constexpr std::uint8_t kRecoverySlot = 2;
constexpr std::uint8_t kSlots = kPassphraseSlot | kRecoverySlot;
constexpr std::uint8_t kComposedPassphrase = 4;  // the passphrase, see keys/typed_passphrase.h
constexpr std::size_t kFileIdBytes = 32;
constexpr std::size_t kFixedBytes = 8 + 1 + 1 + 1 + kFileIdBytes;
constexpr std::size_t kCostBytes = 16 + 8 + 4;
constexpr std::size_t kBackupWrapBytes = crypto::kSealOverhead + 32;
constexpr std::size_t kCheckBytes = 32;

struct Stretching {
  crypto::Salt salt;
  crypto::PassphraseCost cost;
};

Result<Secret> passphrase_slot(const Secret& passphrase, const Stretching& how, BytesView head) {
  KITH_TRY(const Secret stretched, crypto::stretch(passphrase, how.salt, how.cost));
  return crypto::derive(stretched, verify::label::kBackupPassphrase, {head});
}

Secret recovery_slot(const Secret& code, BytesView head) {
  return crypto::derive(code, verify::label::kBackupRecovery, {head});
}

Secret check_of(const Secret& file_key, BytesView before) {
  return crypto::derive(file_key, verify::label::kBackupCheck, {before});
}

Error truncated() { return fail(Code::TRUNCATED, "the backup ends inside its header"); }

// Reads more of the header behind what is there already.
Result<void> more(ByteSource& source, Bytes& header, std::size_t size) {
  const std::size_t before = header.size();
  header.resize(before + size);
  KITH_TRY(const bool whole, read_whole(source, std::span(header).subspan(before)));
  if (!whole) return truncated();
  return {};
}

// Up to the file's id; gives which slots there are.
Result<std::uint8_t> read_fixed(ByteSource& source, Bytes& header) {
  header.resize(kBackupMagic.size() + 2);
  std::size_t got = 0;
  KITH_TRY(const bool whole, read_whole(source, header, &got));
  const std::size_t of_magic = std::min(got, kBackupMagic.size());
  if (as_text(header).substr(0, of_magic) != kBackupMagic.substr(0, of_magic)) {
    return fail(Code::MALFORMED, "this file is no backup of Kith");
  }
  if (!whole) return truncated();
  if (header[8] > kBackupVersion || header[9] > kBackupDraft) {
    return fail(Code::STORE_TOO_NEW, "the backup was written by a newer version of Kith");
  }
  if (header[9] < kOldestBackup) return fail(Code::STORE_TOO_OLD, "the backup was written by an early draft of Kith");
  KITH_CHECK(more(source, header, kFixedBytes - header.size()));
  const std::uint8_t slots = header[10];
  const bool of_passphrase = (slots & kComposedPassphrase) == 0 || (slots & kPassphraseSlot) != 0;
  if ((slots & kSlots) == 0 || slots > (kSlots | kComposedPassphrase) || !of_passphrase) {
    return fail(Code::STORE_CORRUPT, "the backup names secrets that do not exist");
  }
  return slots;
}

}  // namespace

Result<bool> read_whole(ByteSource& source, std::span<Byte> out, std::size_t* got) {
  std::size_t size = 0;
  bool ended = false;
  while (size < out.size() && !ended) {
    KITH_TRY(const std::size_t some, source.read(out.subspan(size)));
    size += some;
    ended = some == 0;
  }
  if (got != nullptr) *got = size;
  return size == out.size();
}

Result<BackupHeader> make_backup_header(const BackupSecrets& secrets, Random& random) {
  const bool by_passphrase = secrets.passphrase != nullptr;
  const bool by_code = secrets.recovery_code != nullptr;
  if (!by_passphrase && !by_code) return fail(Code::INVALID_ARGUMENT, "a backup needs a passphrase or a recovery code");
  if (by_passphrase && secrets.passphrase->empty()) return fail(Code::INVALID_ARGUMENT, "the passphrase is empty");
  if (by_code && secrets.recovery_code->size() != crypto::kRecoveryCodeBytes) {
    return fail(Code::INVALID_ARGUMENT, "this is no recovery code");
  }
  const Stretching how{random.make<crypto::Salt>(), secrets.cost};
  if (by_passphrase) KITH_CHECK(crypto::check_cost(how.cost));
  Secret file_key(crypto::kKeyBytes);
  random.fill(file_key.writable());

  Writer out;
  out.raw(as_bytes(kBackupMagic));
  out.u8(kBackupVersion);
  out.u8(kBackupDraft);
  out.u8(static_cast<std::uint8_t>((by_passphrase ? kPassphraseSlot | kComposedPassphrase : 0) | (by_code ? kRecoverySlot : 0)));
  out.raw(random.bytes(kFileIdBytes));
  if (by_passphrase) {
    out.raw(how.salt.view());
    out.u64(how.cost.memory_bytes);
    out.u32(how.cost.passes);
  }
  const Bytes head = out.bytes();
  if (by_passphrase) {
    KITH_TRY(const Secret slot, passphrase_slot(composed(*secrets.passphrase), how, head));
    out.raw(crypto::seal(slot, head, file_key.reveal(), random));
  }
  if (by_code) out.raw(crypto::seal(recovery_slot(*secrets.recovery_code, head), head, file_key.reveal(), random));
  out.raw(check_of(file_key, out.bytes()).reveal());
  return BackupHeader{out.take(), crypto::derive(file_key, verify::label::kBackupChunks, {})};
}

namespace {

Result<Secret> unwrapped(const Secret& slot, BytesView head, BytesView wrap) {
  auto plain = crypto::open(slot, head, wrap);
  if (!plain) return plain.error();
  Secret out = Secret::copy_of(*plain);
  wipe(*plain);
  return out;
}

// The key of the file, from its wrap.
Result<Secret> open_wrap(const BackupKey& key, std::uint8_t slots, const Stretching& how, BytesView head,
                         BytesView wrap) {
  if (key.kind == BackupKey::Kind::recovery_code) {
    if (auto out = unwrapped(recovery_slot(*key.secret, head), head, wrap)) return out;
    return fail(Code::STORE_LOCKED, "the recovery code does not open this backup");
  }
  for (const Secret& form : forms_of(*key.secret, (slots & kComposedPassphrase) != 0)) {
    KITH_TRY(const Secret slot, passphrase_slot(form, how, head));
    if (auto out = unwrapped(slot, head, wrap)) return out;
  }
  return fail(Code::STORE_LOCKED, "the passphrase does not open this backup");
}

}  // namespace

Result<Secret> read_backup_header(ByteSource& source, const BackupKey& key) {
  Bytes header;
  KITH_TRY(const std::uint8_t slots, read_fixed(source, header));
  const bool by_passphrase = key.kind == BackupKey::Kind::passphrase;
  const std::uint8_t wanted = by_passphrase ? kPassphraseSlot : kRecoverySlot;
  if ((slots & wanted) == 0) {
    if (by_passphrase) return fail(Code::STORE_LOCKED, "this backup is opened by a recovery code, not by a passphrase");
    return fail(Code::STORE_LOCKED, "this backup is opened by a passphrase, not by a recovery code");
  }
  Stretching how;
  if ((slots & kPassphraseSlot) != 0) {
    KITH_CHECK(more(source, header, kCostBytes));
    Reader in(BytesView(header).subspan(kFixedBytes));
    how.salt = in.fixed<crypto::Salt>();
    how.cost.memory_bytes = in.u64();
    how.cost.passes = in.u32();
    KITH_CHECK(crypto::check_cost(how.cost));
  }
  const Bytes head = header;
  const std::size_t wraps = (slots & kSlots) == kSlots ? 2 : 1;
  KITH_CHECK(more(source, header, wraps * kBackupWrapBytes + kCheckBytes));
  // The passphrase's wrap comes first, the code's last.
  const std::size_t at = by_passphrase ? head.size() : head.size() + (wraps - 1) * kBackupWrapBytes;

  if (!by_passphrase && key.secret->size() != crypto::kRecoveryCodeBytes) {
    return fail(Code::INVALID_ARGUMENT, "this is no recovery code");
  }
  const auto plain = open_wrap(key, slots, how, head, BytesView(header).subspan(at, kBackupWrapBytes));
  if (!plain) return plain.error();
  const Secret& file_key = *plain;
  const BytesView before = BytesView(header).first(header.size() - kCheckBytes);
  if (!check_of(file_key, before).equals(Secret::copy_of(BytesView(header).last(kCheckBytes)))) {
    return fail(Code::STORE_CORRUPT, "the header of the backup was changed");
  }
  return crypto::derive(file_key, verify::label::kBackupChunks, {});
}

}  // namespace kith::vault
