#include "program/data_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

namespace kith::relay {
namespace {

namespace fs = std::filesystem;

constexpr const char* kKeyFile = "relay.key";
constexpr const char* kCaFile = "ca.pem";
constexpr const char* kCertificateFile = "certificate.pem";
constexpr const char* kCertificateKeyFile = "certificate-key.pem";
constexpr mode_t kOwnerOnly = 0600;
constexpr mode_t kEverybodyReads = 0644;

Error io(Literal<0> what, const fs::path& path) {
  return fail(Code::STORE_IO, worded("{0} {1}: {2}", what, path.string(), std::string(std::strerror(errno))));
}

bool write_all(int fd, const std::string& text) {
  std::size_t done = 0;
  while (done < text.size()) {
    const ssize_t n = ::write(fd, text.data() + done, text.size() - done);
    if (n < 0 && errno != EINTR) return false;
    if (n > 0) done += static_cast<std::size_t>(n);
  }
  return ::fsync(fd) == 0;
}

// Whole or not at all, also when the power goes.
Result<void> write_file(const fs::path& path, const std::string& text, mode_t mode) {
  const fs::path fresh = path.string() + ".new";
  const int fd = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode);
  if (fd < 0) return io("writing", fresh);
  const bool written = write_all(fd, text);
  ::close(fd);
  if (!written || ::rename(fresh.c_str(), path.c_str()) != 0) return io("writing", path);
  const int folder = ::open(path.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return io("opening", path.parent_path());
  const bool synced = ::fsync(folder) == 0;
  ::close(folder);
  if (!synced) return io("writing", path);
  return {};
}

}  // namespace

Result<std::string> read_text(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return fail(Code::NOT_FOUND, worded("cannot read {0}", file.string()));
  return std::string(std::istreambuf_iterator<char>(in), {});
}

Result<std::string> read_key(const fs::path& file) {
  struct stat about{};
  if (::stat(file.c_str(), &about) == 0 && (about.st_mode & (S_IROTH | S_IWOTH)) != 0) {
    return fail(Code::INVALID_ARGUMENT, worded("everybody on this machine can reach the key {0}: chmod o= {0}",
                                               file.string()));
  }
  return read_text(file);
}

Result<void> open_data_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return fail(Code::STORE_IO, worded("making {0}: {1}", folder.string(), error.message()));
  if (::chmod(folder.c_str(), 0700) != 0) return io("closing to others", folder);
  return {};
}

Result<verify::SignPair> relay_key_of(const fs::path& folder, Random& random) {
  const fs::path path = folder / kKeyFile;
  if (!fs::exists(path)) {
    verify::SignPair made = verify::make_sign_pair(random);
    KITH_CHECK(write_file(path, to_hex(made.seed.reveal()) + "\n", kOwnerOnly));
    return made;
  }
  KITH_TRY(std::string text, read_text(path));
  while (!text.empty() && text.back() == '\n') text.pop_back();
  auto bytes = from_hex(text);
  wipe({reinterpret_cast<Byte*>(text.data()), text.size()});
  if (!bytes || bytes->size() != Hash::kSize) {
    return fail(Code::STORE_CORRUPT, worded("{0} holds no key", path.string()));
  }
  const Secret seed = Secret::copy_of(*bytes);
  wipe(*bytes);
  return verify::sign_pair_of(seed);
}

Result<DevelopmentCertificate> development_certificate_of(const fs::path& folder, const std::string& host) {
  const fs::path ca = folder / kCaFile;
  const fs::path certificate = folder / kCertificateFile;
  const fs::path key = folder / kCertificateKeyFile;
  // The authority is written last: when it is there, the others are.
  if (!fs::exists(ca)) {
    KITH_TRY(const DevelopmentCertificate made, make_development_certificate(host));
    KITH_CHECK(write_file(key, made.key_pem, kOwnerOnly));
    KITH_CHECK(write_file(certificate, made.certificate_pem, kEverybodyReads));
    KITH_CHECK(write_file(ca, made.ca_pem, kEverybodyReads));
    return made;
  }
  DevelopmentCertificate out;
  KITH_TRY(out.ca_pem, read_text(ca));
  KITH_TRY(out.certificate_pem, read_text(certificate));
  KITH_TRY(out.key_pem, read_text(key));
  return out;
}

}  // namespace kith::relay
