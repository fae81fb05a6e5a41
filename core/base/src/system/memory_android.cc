// Not compiled here: no Android toolchain has built it yet. madvise() and MADV_DONTDUMP: every API level.

#include "system/memory.h"

#include <sys/mman.h>

#include <cstring>

namespace kith::system {

// Its C library has no explicit_bzero().
void overwrite(void* at, std::size_t size) {
  std::memset(at, 0, size);
  // For all that the compiler knows this reads the zeros.
  __asm__ __volatile__("" : : "r"(at) : "memory");
}

void leave_out_of_dumps(void* at, std::size_t size) { (void)::madvise(at, size, MADV_DONTDUMP); }

}  // namespace kith::system
