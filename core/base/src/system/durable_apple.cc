// Not compiled here: no Apple toolchain has built it yet. F_FULLFSYNC: iOS 2, macOS 10.3.

#include "kith/base/durable.h"

#include <fcntl.h>
#include <unistd.h>

namespace kith {

// fsync() hands it to the disk, which may keep it in its own memory for as long as it likes. Not every file system
// knows the stronger call, those of the network least.
bool make_durable(int fd) { return ::fcntl(fd, F_FULLFSYNC) != -1 || ::fsync(fd) == 0; }

}  // namespace kith
