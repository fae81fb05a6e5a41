#include "database/verify_files.h"

#include <algorithm>
#include <system_error>

#include "sealed/file_format.h"
#include "sealed/inventory.h"
#include "database/rocks_error.h"

namespace kith::vault {
namespace {

namespace fs = std::filesystem;

// Long enough for what comes next to be opened meanwhile.
constexpr std::size_t kReadAtOnce = 256 * 1024;

struct Found {
  fs::path path;
  std::uint64_t bytes = 0;
};

bool only_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// The names that RocksDB gives: 000012.sst, 000011.log, 000013.dbtmp, MANIFEST-000005, OPTIONS-000007.
bool is_ours(std::string_view name) {
  if (name == "CURRENT" || name == "IDENTITY" || name == "LOCK" || name == kInventoryName) return true;
  for (const std::string_view end : {".sst", ".log", ".dbtmp"}) {
    if (name.ends_with(end)) {
      name.remove_suffix(end.size());
      if (name.starts_with("OPTIONS-")) name.remove_prefix(std::string_view("OPTIONS-").size());
      return only_digits(name);
    }
  }
  for (const std::string_view begin : {"MANIFEST-", "OPTIONS-"}) {
    if (name.starts_with(begin)) return only_digits(name.substr(begin.size()));
  }
  return false;
}

Result<std::vector<Found>> files_of(const fs::path& dir) {
  std::vector<Found> out;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(dir, error)) {
    const std::string name = entry.path().filename().string();
    if (name == kHalfInventoryName) continue;  // a list is being written, or never was; nothing reads it
    if (!is_ours(name) || !entry.is_regular_file(error)) {
      return fail(Code::STORE_CORRUPT,
                  worded("a file that is none of ours lies in the database of the vault: {0}", name));
    }
    if (name == "LOCK") continue;  // empty for ever
    out.push_back({entry.path(), entry.file_size(error)});
  }
  if (error) return fail(Code::STORE_IO, worded("listing the database of the vault: {0}", error.message()));
  std::sort(out.begin(), out.end(), [](const Found& a, const Found& b) { return a.path < b.path; });
  return out;
}

Result<void> read_whole(SealedFileSystem& files, const fs::path& path) {
  if (path.filename() == kInventoryName && files.inventory() != nullptr) return files.inventory()->verify();
  std::unique_ptr<rocksdb::FSSequentialFile> file;
  rocksdb::IOStatus done = files.NewSequentialFile(path.string(), rocksdb::FileOptions(), &file, nullptr);
  Bytes scratch(kReadAtOnce);
  rocksdb::Slice got("x");
  while (done.ok() && !got.empty()) {
    done = file->Read(scratch.size(), rocksdb::IOOptions(), &got, reinterpret_cast<char*>(scratch.data()), nullptr);
  }
  wipe(scratch);
  if (done.ok()) return {};
  Error error = error_of(done);
  error.message = worded("{0} ({1})", error.message, path.filename().string());
  return error;
}

}  // namespace

Result<void> verify_files(const fs::path& dir, SealedFileSystem& files, std::uint64_t outside,
                          const Progress& progress, VerifyReport& report) {
  KITH_TRY(const std::vector<Found> all, files_of(dir));
  std::uint64_t sum = outside;
  for (const Found& found : all) sum += found.bytes;
  std::uint64_t done = outside;
  for (const Found& found : all) {
    KITH_CHECK(read_whole(files, found.path));
    ++report.files;
    report.bytes += found.bytes;
    done += found.bytes;
    if (progress) progress(done, sum);
  }
  return {};
}

}  // namespace kith::vault
