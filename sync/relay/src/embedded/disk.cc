#include "embedded/disk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <limits>
#include <utility>

#include "kith/base/fd.h"

namespace kith::relay {
namespace {

constexpr const char* kReserveFile = "reserve";

class SystemDisk final : public Disk {
 public:
  explicit SystemDisk(std::filesystem::path folder) : folder_(std::move(folder)) {}

  std::uint64_t free_bytes() const override {
    struct statvfs room {};
    if (::statvfs(folder_.c_str(), &room) != 0) return std::numeric_limits<std::uint64_t>::max();
    return static_cast<std::uint64_t>(room.f_bavail) * room.f_frsize;
  }

  std::uint64_t held() const override {
    struct stat file {};
    return ::stat((folder_ / kReserveFile).c_str(), &file) == 0 ? static_cast<std::uint64_t>(file.st_size) : 0;
  }

  bool hold(std::uint64_t bytes) override {
    const std::filesystem::path file = folder_ / kReserveFile;
    const std::uint64_t now = held();
    if (bytes == now) return true;
    if (bytes == 0) return ::unlink(file.c_str()) == 0;
    const Fd fd(file.c_str(), O_RDWR | O_CREAT);
    if (!fd.ok()) return false;
    // A longer file by ftruncate alone would be a hole, which holds nothing.
    const auto size = static_cast<off_t>(bytes);
    const bool done = bytes < now ? ::ftruncate(fd.get(), size) == 0 : ::posix_fallocate(fd.get(), 0, size) == 0;
    // Half of it, where the disk was filled meanwhile, would be more than is known of.
    if (!done && bytes > now) (void)!::ftruncate(fd.get(), static_cast<off_t>(now));
    return done;
  }

 private:
  std::filesystem::path folder_;
};

}  // namespace

std::unique_ptr<Disk> disk_of(const std::filesystem::path& folder) { return std::make_unique<SystemDisk>(folder); }

}  // namespace kith::relay
