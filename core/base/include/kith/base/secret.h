#pragma once
// Secret is a run of secret bytes: a key or a passphrase. It lies in memory that is locked
// (never swapped), left out of core dumps, and wiped when the Secret goes. It moves and never
// copies by accident, compares in constant time only, and cannot be printed.
//
// Threads: a plain value; the memory behind it is safe from any thread.
// Owns:    its bytes.
// Units:   sizes in bytes.
// Errors:  none; if the system refuses to lock memory the Secret works unlocked and
//          secret_memory_is_locked() says so.

#include <cstddef>
#include <span>

#include "kith/base/bytes.h"

namespace kith {

class Secret {
 public:
  Secret() = default;
  // `size` zero bytes, to be filled through writable().
  explicit Secret(std::size_t size);
  // A copy of `bytes`; the caller wipes the original.
  static Secret copy_of(BytesView bytes);

  Secret(Secret&& other) noexcept;
  Secret& operator=(Secret&& other) noexcept;
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;
  ~Secret();

  // The only doors to the bytes: one search for reveal() finds every use of a secret.
  BytesView reveal() const { return {data_, size_}; }
  std::span<Byte> writable() { return {data_, size_}; }

  Secret clone() const { return copy_of(reveal()); }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  // Constant time in the content, not in the length.
  bool equals(const Secret& other) const;

 private:
  Byte* data_ = nullptr;
  std::size_t size_ = 0;
};

// Overwrites bytes in a way the compiler does not remove.
void wipe(std::span<Byte> bytes);

// Whether every page handed out to Secrets so far could be locked in memory.
bool secret_memory_is_locked();

}  // namespace kith
