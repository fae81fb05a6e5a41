// Not compiled here: no Apple toolchain has built it yet. Nothing in it is of a certain version of iOS or macOS.

#include "system/memory.h"

#include <cstring>

namespace kith::system {

// memset_s() is there only for who asks for it before anything reads <string.h>, precompiled headers too.
void overwrite(void* at, std::size_t size) {
  std::memset(at, 0, size);
  // For all that the compiler knows this reads the zeros.
  __asm__ __volatile__("" : : "r"(at) : "memory");
}

// No page can be left out. iOS writes no core files, and on macOS keep_memory_private() sets their size to 0.
void leave_out_of_dumps(void*, std::size_t) {}

}  // namespace kith::system
