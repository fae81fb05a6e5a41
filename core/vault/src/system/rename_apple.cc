// Not compiled here: no Apple toolchain has built it yet. renamex_np(): iOS 10, macOS 10.12.

#include "system/rename.h"

#include <stdio.h>

#include <cerrno>

namespace kith::vault {

int rename_unless_taken(const char* from, const char* to) {
  if (::renamex_np(from, to, RENAME_EXCL) == 0) return 0;
  return errno == ENOTSUP ? ENOSYS : errno;  // ENOTSUP: the disk does not
}

}  // namespace kith::vault
