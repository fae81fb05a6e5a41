#pragma once
// What the systems do not share about the heap: heap_linux.cc, Android's too, and heap_apple.cc.
//
// Threads: safe from any thread, for a block of the caller's.
// Units:   bytes.

#include <cstddef>

namespace kith::system {

// How many bytes of a block that malloc() gave are its owner's: as many as were asked for, or some more.
std::size_t block_size(void* block);

}  // namespace kith::system
