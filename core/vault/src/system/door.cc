#include "kith/vault/door.h"

#include <fcntl.h>
#include <unistd.h>

#include "system/folder.h"

namespace kith::vault {
namespace {

int open_file(const std::filesystem::path& dir) {
  return ::open((dir / file_name::kKeys).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
}

struct ::flock first_byte(short type) {
  struct ::flock out {};
  out.l_type = type;
  out.l_whence = SEEK_SET;
  out.l_start = 0;
  out.l_len = 1;
  return out;
}

void knock(int fd) {
  struct ::flock shared = first_byte(F_RDLCK);
  (void)::fcntl(fd, F_OFD_SETLK, &shared);
}

// Asks which lock would be in the way of one that nobody may share: a knock is a shared one.
bool is_knocked(int fd) {
  struct ::flock alone = first_byte(F_WRLCK);
  return ::fcntl(fd, F_OFD_GETLK, &alone) == 0 && alone.l_type == F_RDLCK;
}

}  // namespace

Knock::Knock(const std::filesystem::path& dir) : fd_(open_file(dir)) {
  if (fd_ >= 0) knock(fd_);
}

Knock::~Knock() {
  if (fd_ >= 0) ::close(fd_);
}

bool somebody_knocks(const std::filesystem::path& dir) {
  const int fd = open_file(dir);
  if (fd < 0) return false;
  const bool out = is_knocked(fd);
  ::close(fd);
  return out;
}

}  // namespace kith::vault
