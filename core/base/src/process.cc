#include "kith/base/process.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "kith/base/sanitized.h"
#include "system/process.h"

// Where wiping_heap.cc is linked its own takes the place of this one.
extern "C" __attribute__((weak)) bool kith_heap_is_wiped();
extern "C" __attribute__((weak)) bool kith_heap_is_wiped() { return false; }

namespace kith {

void keep_memory_private() {
  const rlimit none{0, 0};
  (void)::setrlimit(RLIMIT_CORE, &none);
  if (!kSanitized) system::refuse_readers();  // the leak checker of the sanitizers reads its own process
}

void hold_standard_files() {
  // The lowest free number is taken: from 0 on each is there when the next is looked at.
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; ++fd) {
    if (::fcntl(fd, F_GETFD) == -1) (void)::open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

bool heap_is_wiped() { return kith_heap_is_wiped(); }

}  // namespace kith
