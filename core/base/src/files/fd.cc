#include "kith/base/fd.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kith {

Fd::Fd(const char* path, int flags) : fd_(::open(path, flags | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR)) {}

Fd::~Fd() {
  if (fd_ >= 0) ::close(fd_);
}

}  // namespace kith
