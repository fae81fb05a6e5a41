#include "kith/base/process.h"

#include <sys/resource.h>
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

bool heap_is_wiped() { return kith_heap_is_wiped != nullptr && kith_heap_is_wiped(); }

}  // namespace kith
