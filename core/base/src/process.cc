#include "kith/base/process.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>
#if defined(__linux__)
#include <sys/prctl.h>
#endif

#include "kith/base/sanitized.h"

// Defined by wiping_heap.cc, where that is linked.
extern "C" __attribute__((weak)) bool kith_heap_is_wiped();

namespace kith {

void keep_memory_private() {
  const rlimit none{0, 0};
  (void)::setrlimit(RLIMIT_CORE, &none);
#if defined(__linux__) && !KITH_SANITIZED
  (void)::prctl(PR_SET_DUMPABLE, 0);  // the leak checker of the sanitizers reads its own process
#endif
}

void hold_standard_files() {
  // The lowest free number is taken: from 0 on each is there when the next is looked at.
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; ++fd) {
    if (::fcntl(fd, F_GETFD) == -1) (void)::open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

bool heap_is_wiped() { return kith_heap_is_wiped != nullptr && kith_heap_is_wiped(); }

}  // namespace kith
