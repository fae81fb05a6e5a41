#include "kith/vault/wipe.h"

#include <fcntl.h>
#include <unistd.h>

#include <optional>
#include <system_error>

#include "keys/key_file.h"
#include "kith/base/durable.h"
#include "system/folder.h"

namespace kith::vault {
namespace {

namespace fs = std::filesystem;

Error not_a_vault() { return fail(Code::NOT_FOUND, "there is no vault here"); }

// A vault whose keys went in a wipe that was cut short: its database is there, and nothing else.
bool is_unfinished(const fs::path& dir) {
  std::error_code error;
  bool database = false;
  for (const auto& entry : fs::directory_iterator(dir, error)) {
    const std::string name = entry.path().filename().string();
    if (name != file_name::kLock && name != file_name::kDatabase && name != file_name::kLocked) return false;
    database = database || name == file_name::kDatabase;
  }
  return !error && database;
}

Result<void> overwrite(const fs::path& path, Random& random) {
  std::error_code error;
  const auto size = static_cast<std::size_t>(fs::file_size(path, error));
  const int fd = error ? -1 : ::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
  if (fd < 0) return fail(Code::STORE_IO, "the key file cannot be overwritten");
  const Bytes noise = random.bytes(size);
  bool done = ::write(fd, noise.data(), noise.size()) == static_cast<::ssize_t>(noise.size());
  done = make_durable(fd) && done;
  ::close(fd);
  if (!done) return fail(Code::STORE_IO, "the key file cannot be overwritten");
  return {};
}

Result<void> destroy_keys(const fs::path& dir, Random& random) {
  const fs::path keys = dir / file_name::kKeys;
  std::error_code error;
  fs::remove(dir / (std::string(file_name::kKeys) + ".new"), error);
  if (error) return fail(Code::STORE_IO, "a half-written key file does not go");
  KITH_CHECK(overwrite(keys, random));
  fs::remove(keys, error);
  if (error) return fail(Code::STORE_IO, "the key file does not go");
  return sync_folder(dir);
}

Result<void> remove_rest(const fs::path& dir) {
  std::error_code error;
  fs::remove_all(dir, error);
  if (error) return fail(Code::STORE_IO, "something of the vault does not go; its keys are gone already");
  return {};
}

}  // namespace

Result<void> wipe_vault(const fs::path& dir, const Unlock* authority, PlatformKeyStore* platform, Random& random) {
  KITH_CHECK(check_folder(dir));
  auto bytes = read_file(dir / file_name::kKeys, kKeyFileMost);
  if (!bytes && bytes.error().code == Code::NOT_FOUND) {
    if (!is_unfinished(dir)) return not_a_vault();
    KITH_TRY(const FolderLock lock, FolderLock::take(dir));
    return remove_rest(dir);
  }
  if (!bytes) return bytes.error();
  KITH_TRY(const FolderLock lock, FolderLock::take(dir));
  const auto file = KeyFile::parse(*bytes);
  // A folder that somebody filled with a file of that name is left alone.
  std::error_code error;
  if (!file && !fs::is_directory(dir / file_name::kDatabase, error)) return not_a_vault();
  if (authority != nullptr) {
    if (!file) return file.error();
    KITH_TRY(const VaultKeys keys, file->open(*authority, platform));
    if (!keys.administration) return fail(Code::INVALID_ARGUMENT, "this takes the passphrase or the recovery code");
  }
  KITH_CHECK(destroy_keys(dir, random));
  if (file && platform != nullptr) (void)platform->forget(file->vault());
  return remove_rest(dir);
}

}  // namespace kith::vault
