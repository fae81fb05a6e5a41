#include "system/memory.h"

#include <string.h>
#include <sys/mman.h>

namespace kith::system {

void overwrite(void* at, std::size_t size) { ::explicit_bzero(at, size); }

void leave_out_of_dumps(void* at, std::size_t size) { (void)::madvise(at, size, MADV_DONTDUMP); }

}  // namespace kith::system
