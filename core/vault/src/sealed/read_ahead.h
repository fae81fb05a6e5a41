#pragma once
// A second pair of hands for long reads: while somebody works on what he has read of a file, what
// comes next is read and opened by a thread. Opening costs about as much time as going through the
// rows, so a scan takes half as long where a second processor is free. A scan goes through several
// files at once, a row of one and then of another: there is room for a piece of each.
//
// Threads: safe from any thread. Its own one begins with the first start() and ends with the object.
// Owns:    the pieces, each wiped when it was taken, replaced or forgotten.
// Units:   kPieces pieces at most, each as long as who wants it says.
// Errors:  none: what could not be read ahead is not there, and whoever wants it reads it himself
//          and learns why.

#include <functional>
#include <list>
#include <thread>

#include "kith/base/bytes.h"
#include "kith/base/mutex.h"

namespace kith::vault {

class ReadAhead {
 public:
  // Fills the bytes; false when it can't.
  using Fill = std::function<bool(std::span<Byte>)>;
  // More files than a scan goes through at once: those that wait to be put together, and one or two
  // behind them.
  static constexpr std::size_t kPieces = 12;

  ReadAhead() = default;
  ~ReadAhead();
  ReadAhead(const ReadAhead&) = delete;
  ReadAhead& operator=(const ReadAhead&) = delete;

  // Asks for `size` bytes at `offset` for `who`, instead of what he asked for before; where there is
  // no room, instead of what has lain there longest. `fill` is called in the other thread, until
  // forget(who) at the latest.
  void start(const void* who, std::uint64_t offset, std::size_t size, Fill fill);
  // The bytes at `offset` that were read for `who`, as many as there are and as fit; waits while
  // they are being read. 0 when there are none, or nobody has begun to read them.
  std::size_t take(const void* who, std::uint64_t offset, std::span<Byte> out);
  // Waits until nothing is read for `who` any more, and keeps nothing for him.
  void forget(const void* who);

 private:
  enum class State { wanted, reading, ready };
  struct Piece {
    const void* who = nullptr;
    std::uint64_t offset = 0;
    Bytes plain;
    Fill fill;
    State state = State::wanted;
  };
  using Place = std::list<Piece>::iterator;
  Place of(const void* who) KITH_REQUIRES(mu_);
  void drop(Place piece) KITH_REQUIRES(mu_);
  void make_room() KITH_REQUIRES(mu_);
  static bool filled(Piece& piece);
  void work() KITH_EXCLUDES(mu_);

  Mutex mu_;
  CondVar changed_;
  std::thread thread_;
  // The plain bytes of a piece that is being read are the thread's.
  std::list<Piece> pieces_ KITH_GUARDED_BY(mu_);  // oldest first; one for each `who`
  bool ended_ KITH_GUARDED_BY(mu_) = false;
};

}  // namespace kith::vault
