#include "system/rename.h"

#include <fcntl.h>
#include <stdio.h>

#include <cerrno>

namespace kith::vault {

int rename_unless_taken(const char* from, const char* to) {
  if (::renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0) return 0;
  return errno == EINVAL ? ENOSYS : errno;  // EINVAL: the disk does not
}

}  // namespace kith::vault
