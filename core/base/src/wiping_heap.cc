// The program's operators new and delete: a block is overwritten when it is given back. They
// stand in for the standard ones everywhere in the program, in shared libraries too.

#include <stdlib.h>

#include <algorithm>
#include <cstdlib>
#include <new>

#include "kith/base/sanitized.h"
#include "system/heap.h"
#include "system/memory.h"

#if !KITH_SANITIZED

namespace {

// aligned_alloc() is Android's only from API level 28 on.
void* aligned(std::size_t size, std::size_t alignment) {
  void* out = nullptr;
  return ::posix_memalign(&out, std::max(alignment, sizeof(void*)), size) == 0 ? out : nullptr;
}

void* take(std::size_t size, std::size_t alignment) {
  if (size == 0) size = 1;
  while (true) {
    void* const out = alignment == 0 ? std::malloc(size) : aligned(size, alignment);
    if (out != nullptr) return out;
    const std::new_handler handler = std::get_new_handler();
    if (handler == nullptr) return nullptr;
    handler();
  }
}

void* take_or_throw(std::size_t size, std::size_t alignment) {
  void* const out = take(size, alignment);
  if (out == nullptr) throw std::bad_alloc();
  return out;
}

void give(void* block) {
  if (block == nullptr) return;
  kith::system::overwrite(block, kith::system::block_size(block));
  std::free(block);
}

std::size_t of(std::align_val_t alignment) { return static_cast<std::size_t>(alignment); }

}  // namespace

extern "C" bool kith_heap_is_wiped();
extern "C" bool kith_heap_is_wiped() { return true; }

void* operator new(std::size_t size) { return take_or_throw(size, 0); }
void* operator new[](std::size_t size) { return take_or_throw(size, 0); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return take(size, 0); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return take(size, 0); }
void* operator new(std::size_t size, std::align_val_t to) { return take_or_throw(size, of(to)); }
void* operator new[](std::size_t size, std::align_val_t to) { return take_or_throw(size, of(to)); }
void* operator new(std::size_t size, std::align_val_t to, const std::nothrow_t&) noexcept { return take(size, of(to)); }
void* operator new[](std::size_t size, std::align_val_t to, const std::nothrow_t&) noexcept {
  return take(size, of(to));
}

void operator delete(void* block) noexcept { give(block); }
void operator delete[](void* block) noexcept { give(block); }
void operator delete(void* block, std::size_t) noexcept { give(block); }
void operator delete[](void* block, std::size_t) noexcept { give(block); }
void operator delete(void* block, const std::nothrow_t&) noexcept { give(block); }
void operator delete[](void* block, const std::nothrow_t&) noexcept { give(block); }
void operator delete(void* block, std::align_val_t) noexcept { give(block); }
void operator delete[](void* block, std::align_val_t) noexcept { give(block); }
void operator delete(void* block, std::size_t, std::align_val_t) noexcept { give(block); }
void operator delete[](void* block, std::size_t, std::align_val_t) noexcept { give(block); }
void operator delete(void* block, std::align_val_t, const std::nothrow_t&) noexcept { give(block); }
void operator delete[](void* block, std::align_val_t, const std::nothrow_t&) noexcept { give(block); }

#else

extern "C" bool kith_heap_is_wiped();
extern "C" bool kith_heap_is_wiped() { return false; }

#endif
