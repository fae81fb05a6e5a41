#pragma once
// A second pair of hands for long reads: while somebody works on what he has read of a file, what
// comes next is read and opened by a thread. Opening costs about as much time as going through the
// rows, so a scan takes half as long where a second processor is free.
//
// Threads: safe from any thread. Its own one begins with the first start() and ends with the object.
// Owns:    room for one piece of one file, wiped when it was taken, replaced or forgotten.
// Errors:  none: what could not be read ahead is not there, and whoever wants it reads it himself
//          and learns why.

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "kith/base/bytes.h"

namespace kith::vault {

class ReadAhead {
 public:
  // Fills the bytes; false when it can't.
  using Fill = std::function<bool(std::span<Byte>)>;

  ReadAhead() = default;
  ~ReadAhead();
  ReadAhead(const ReadAhead&) = delete;
  ReadAhead& operator=(const ReadAhead&) = delete;

  // Begins to read `size` bytes at `offset` for `who`, if the hands are free; what lies there and
  // was not taken goes. `fill` is called in the other thread, until forget(who) at the latest.
  void start(const void* who, std::uint64_t offset, std::size_t size, Fill fill);
  // The bytes at `offset` that were read for `who`, as many as there are and as fit; waits for them
  // while they are being read. 0 when there are none.
  std::size_t take(const void* who, std::uint64_t offset, std::span<Byte> out);
  // Waits until nothing is read for `who` any more, and keeps nothing for him.
  void forget(const void* who);

 private:
  enum class State { empty, wanted, ready };
  void work();
  void clear();  // REQUIRES: mu_ held, not wanted

  std::mutex mu_;
  std::condition_variable changed_;
  std::thread thread_;
  // guarded by mu_; while wanted the thread alone touches plain_ and fill_
  State state_ = State::empty;
  bool ended_ = false;
  const void* who_ = nullptr;
  std::uint64_t offset_ = 0;
  Bytes plain_;
  Fill fill_;
};

}  // namespace kith::vault
