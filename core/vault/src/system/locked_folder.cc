#include "kith/vault/locked_folder.h"

#include <algorithm>
#include <system_error>

#include "system/folder.h"

namespace kith::vault {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kHalf = ".new";
constexpr std::size_t kMostName = 64;

bool is_name(std::string_view name) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
  return !name.empty() && name.size() <= kMostName && std::all_of(name.begin(), name.end(), fits);
}

Error no_such_file() { return fail(Code::NOT_FOUND, "there is no such file beside the locked vault"); }

}  // namespace

// No link that leads elsewhere: what lies there would be read, or be gone. Nothing is there yet is no error.
Result<bool> LockedFolder::is_there() const {
  const auto checked = check_folder(vault_ / file_name::kLocked);
  if (checked) return true;
  if (checked.error().code == Code::NOT_FOUND) return false;
  return checked.error();
}

Result<fs::path> LockedFolder::file(const std::string& name) const {
  if (!is_name(name)) return fail(Code::INVALID_ARGUMENT, "this is no name of a file beside a locked vault");
  return vault_ / file_name::kLocked / name;
}

Result<void> LockedFolder::put(const std::string& name, BytesView bytes) {
  KITH_TRY(const fs::path path, file(name));
  // Without its vault nobody would find it again.
  KITH_CHECK(check_folder(vault_));
  KITH_CHECK(check_writable(vault_));
  const fs::path dir = path.parent_path();
  std::error_code error;
  if (!fs::exists(fs::symlink_status(dir, error))) {
    const auto made = make_folder(dir);
    // Somebody else may have made it just now.
    if (!made && !fs::is_directory(dir, error)) return made.error();
    KITH_CHECK(sync_folder(vault_));
  }
  KITH_CHECK(check_folder(dir));
  return replace_file(path, kHalf, bytes);
}

Result<Bytes> LockedFolder::get(const std::string& name, std::size_t most) const {
  KITH_TRY(const fs::path path, file(name));
  KITH_TRY(const bool there, is_there());
  if (!there) return no_such_file();
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory) return no_such_file();
  if (error) return fail(Code::STORE_IO, worded("looking at a file beside the locked vault: {0}", error.message()));
  if (size > most) return fail(Code::STORE_CORRUPT, "a file beside the locked vault is too long");
  auto bytes = read_file(path, most == 0 ? 0 : static_cast<std::size_t>(size));
  if (!bytes && bytes.error().code == Code::NOT_FOUND) return no_such_file();
  return bytes;
}

Result<std::vector<std::string>> LockedFolder::names() const {
  std::vector<std::string> out;
  KITH_TRY(const bool there, is_there());
  if (!there) return out;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(vault_ / file_name::kLocked, error)) {
    const std::string name = entry.path().filename().string();
    if (is_name(name)) out.push_back(name);  // half a file has a dot in it
  }
  const bool none = error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory;
  if (error && !none) return fail(Code::STORE_IO, worded("listing what lies beside the locked vault: {0}", error.message()));
  std::sort(out.begin(), out.end());
  return out;
}

Result<void> LockedFolder::remove(const std::string& name) {
  KITH_TRY(const fs::path path, file(name));
  KITH_TRY(const bool there, is_there());
  if (!there) return {};
  std::error_code error;
  // And what a crash left half written of it.
  for (const fs::path& one : {fs::path(path.string() + std::string(kHalf)), path}) {
    if (!fs::remove(one, error) && error) {
      return fail(Code::STORE_IO, worded("a file beside the locked vault does not go: {0}", error.message()));
    }
  }
  return {};
}

}  // namespace kith::vault
