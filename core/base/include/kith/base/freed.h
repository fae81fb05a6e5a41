#pragma once
// What a C library made and wants to free itself: std::unique_ptr<SSL, Freed<SSL_free>>.
//
// Threads: as the library says.
// Owns:    nothing by itself; a unique_ptr with it owns what it points to.

namespace kith {

template <auto Free>
struct Freed {
  template <typename T>
  void operator()(T* p) const {
    Free(p);
  }
};

}  // namespace kith
