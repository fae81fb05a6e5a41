#pragma once
// Where random bytes come from. The only real source is verify::system_random(); tests inject
// one with a seed.
//
// Threads: implementations are safe from any thread.
// Errors:  none: a machine without randomness stops the process, there is no fallback.

#include <span>

#include "kith/base/bytes.h"
#include "kith/base/fixed.h"

namespace kith {

class Random {
 public:
  virtual ~Random() = default;
  virtual void fill(std::span<Byte> out) = 0;

  template <typename F>
  F make() {
    F out;
    fill(out.bytes);
    return out;
  }
  Bytes bytes(std::size_t size) {
    Bytes out(size);
    fill(out);
    return out;
  }
};

}  // namespace kith
