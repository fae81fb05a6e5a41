#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <fstream>
#include <iterator>

#include "kith/base/durable.h"
#include "kith/base/mutex.h"
#include "kith/crypto/aead.h"
#include "kith/crypto/kdf.h"
#include "kith/engine/device_keys.h"
#include "kith/verify/random.h"
#include "vault/keys.h"

namespace kith::engine {
namespace {

namespace fs = std::filesystem;
using vault::VaultId;

constexpr std::size_t kKeyBytes = kDeviceKeyBytes;
// Of a counter: as many as the largest number has, so that a new one takes the place of the old one
// within one sector. A disk has the one or the other.
constexpr std::size_t kDigits = 20;

Error failed(Literal<0> what) { return fail(Code::STORE_IO, worded("the key folder: {0}", what)); }
Error opens_nothing() {
  return fail(Code::STORE_LOCKED, "this device does not open the vault by itself: give the passphrase");
}

class KeyFolder final : public vault::PlatformKeyStore {
 public:
  // `given`: the key, kept elsewhere. None: one of its own, in a file.
  KeyFolder(fs::path dir, Random& random, std::optional<Secret> given)
      : dir_(std::move(dir)), random_(random), given_(std::move(given)) {}

  Result<Bytes> wrap(const VaultId& vault, const Secret& secret) override {
    const MutexLock lock(mu_);
    KITH_TRY(const Secret key, device_key(true));
    return crypto::seal(key_for(key, vault), vault.view(), secret.reveal(), random_);
  }

  Result<Secret> unwrap(const VaultId& vault, BytesView wrapped) override {
    const MutexLock lock(mu_);
    KITH_TRY(const Secret key, device_key(false));
    auto plain = crypto::open(key_for(key, vault), vault.view(), wrapped);
    if (!plain) return opens_nothing();
    Secret out = Secret::copy_of(*plain);
    wipe(*plain);
    return out;
  }

  Result<std::optional<std::uint64_t>> counter(const VaultId& vault) override {
    const MutexLock lock(mu_);
    const fs::path path = counter_path(vault);
    std::error_code error;
    if (!fs::exists(path, error)) return std::optional<std::uint64_t>();
    KITH_TRY(const Bytes text, read(path));
    std::uint64_t out = 0;
    const std::string_view digits = as_text(text);
    const auto [end, bad] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
    if (bad != std::errc() || end != digits.data() + digits.size()) return failed("a counter that is no number");
    return std::optional(out);
  }

  Result<void> set_counter(const VaultId& vault, std::uint64_t value) override {
    const MutexLock lock(mu_);
    return count(vault, value, true);
  }

  Result<bool> note_counter(const VaultId& vault, std::uint64_t value) override {
    const MutexLock lock(mu_);
    KITH_CHECK(count(vault, value, false));
    return true;
  }

  Result<void> forget(const VaultId& vault) override {
    const MutexLock lock(mu_);
    std::error_code error;
    fs::remove(counter_path(vault), error);
    if (error) return failed("a counter that does not go");
    return {};
  }

 private:
  fs::path counter_path(const VaultId& vault) const { return dir_ / (vault.hex() + ".counter"); }

  static Secret key_for(const Secret& device, const VaultId& vault) {
    return crypto::derive(device, verify::label::kKeyFolder, {vault.view()});
  }

  Result<void> make() const {
    std::error_code error;
    fs::create_directories(dir_, error);
    if (error || ::chmod(dir_.c_str(), 0700) != 0) return failed("it cannot be made");
    return {};
  }

  static Result<Bytes> read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    Bytes out{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in.good() && !in.eof()) return failed("a file that cannot be read");
    return out;
  }

  // Over the old number, unless it is the same. Where it is not `durable` the system has it, and the
  // disk some time later.
  Result<void> count(const VaultId& vault, std::uint64_t value, bool durable) const KITH_REQUIRES(mu_) {
    const std::string digits = std::to_string(value);
    const std::string text = std::string(kDigits - digits.size(), '0') + digits;
    const fs::path path = counter_path(vault);
    const int fd = ::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0 && errno != ENOENT) return failed("a counter that cannot be written");
    struct ::stat now {};
    const bool has_one = fd >= 0 && ::fstat(fd, &now) == 0 && now.st_size == static_cast<::off_t>(kDigits);
    std::string old(kDigits, '\0');
    bool done = has_one && ::pread(fd, old.data(), kDigits, 0) == static_cast<::ssize_t>(kDigits);
    if (old != text) done = done && ::pwrite(fd, text.data(), kDigits, 0) == static_cast<::ssize_t>(kDigits);
    if (durable) done = done && make_durable(fd);
    if (fd >= 0) done = ::close(fd) == 0 && done;
    if (!has_one) return write(path, as_bytes(text));
    if (!done) return failed("a counter that cannot be written");
    return {};
  }

  // Whole, or as it was.
  Result<void> write(const fs::path& path, BytesView bytes) const KITH_REQUIRES(mu_) {
    KITH_CHECK(make());
    const std::string half = path.string() + ".new";
    const int fd = ::open(half.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0) return failed("a file that cannot be written");
    bool done = ::write(fd, bytes.data(), bytes.size()) == static_cast<::ssize_t>(bytes.size());
    done = make_durable(fd) && done;
    done = ::close(fd) == 0 && done;
    if (!done || ::rename(half.c_str(), path.c_str()) != 0) return failed("a file that cannot be written");
    const int folder = ::open(dir_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    done = folder >= 0 && make_durable(folder);
    if (folder >= 0) ::close(folder);
    if (!done) return failed("a file that cannot be written");
    return {};
  }

  Result<Secret> device_key(bool make_it) const KITH_REQUIRES(mu_) {
    if (given_) {
      if (given_->size() == kKeyBytes) return given_->clone();
      // Whoever lost it asks for the passphrase, as with one that opens nothing.
      return make_it ? fail(Code::UNSUPPORTED, "this device keeps no key of its own") : opens_nothing();
    }
    const fs::path path = dir_ / "device";
    std::error_code error;
    if (!fs::exists(path, error)) {
      if (!make_it) return opens_nothing();
      Secret fresh(kKeyBytes);
      random_.fill(fresh.writable());
      KITH_CHECK(write(path, fresh.reveal()));
      return fresh;
    }
    KITH_TRY(Bytes bytes, read(path));
    Secret out = Secret::copy_of(bytes);
    wipe(bytes);
    if (out.size() != kKeyBytes) return failed("its key has the wrong size");
    return out;
  }

  const fs::path dir_;
  Random& random_;
  const std::optional<Secret> given_;
  Mutex mu_;  // one at a time works on the files
};

}  // namespace

std::unique_ptr<vault::PlatformKeyStore> make_key_folder(fs::path dir, Random& random) {
  return std::make_unique<KeyFolder>(std::move(dir), random, std::nullopt);
}

std::unique_ptr<vault::PlatformKeyStore> make_key_folder(fs::path dir, Random& random, Secret key) {
  return std::make_unique<KeyFolder>(std::move(dir), random, std::move(key));
}

std::shared_ptr<vault::PlatformKeyStore> make_device_keys(const fs::path& counters, Secret key) {
  return make_key_folder(counters, verify::system_random(), std::move(key));
}

}  // namespace kith::engine
