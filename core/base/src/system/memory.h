#pragma once
// What the systems do not share about memory that holds secrets. memory_linux.cc, memory_android.cc
// and memory_apple.cc: the build takes one of them (SYSTEM of kith_module).
//
// Threads: pure functions over the memory that they are given.
// Units:   sizes in bytes.
// Errors:  none; where a system cannot, it is left undone.

#include <cstddef>

namespace kith::system {

// Zeros over all of it, which no compiler leaves out because nobody reads them.
void overwrite(void* at, std::size_t size);

// Not written into a file when the program breaks. Whole pages.
void leave_out_of_dumps(void* at, std::size_t size);

}  // namespace kith::system
