// Android's too: malloc_usable_size() is there from API level 17.

#include "system/heap.h"

#include <malloc.h>

namespace kith::system {

std::size_t block_size(void* block) { return ::malloc_usable_size(block); }

}  // namespace kith::system
