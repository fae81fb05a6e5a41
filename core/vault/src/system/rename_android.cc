// Not compiled here: no Android toolchain has built it yet. The C library has renameat2() from API level 30; before
// that the call of the system itself is there, and it is among those that Android lets an app make.

#include "system/rename.h"

#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>

namespace kith::vault {

// RENAME_NOREPLACE, which two of Android's headers define, each in its own words.
constexpr unsigned kUnlessTaken = 1;

int rename_unless_taken(const char* from, const char* to) {
  if (::syscall(__NR_renameat2, AT_FDCWD, from, AT_FDCWD, to, kUnlessTaken) == 0) return 0;
  return errno == EINVAL ? ENOSYS : errno;  // EINVAL: the disk does not
}

}  // namespace kith::vault
