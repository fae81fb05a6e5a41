// Not compiled here: no Apple toolchain has built it yet. malloc_size(): iOS 2, macOS 10.4.

#include "system/heap.h"

#include <malloc/malloc.h>

namespace kith::system {

std::size_t block_size(void* block) { return ::malloc_size(block); }

}  // namespace kith::system
