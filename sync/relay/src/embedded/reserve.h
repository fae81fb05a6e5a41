#pragma once
// Reserve decides what may still be written when a disk gets full. A part of the disk is held back, and as
// much again has to be free: with less, only what ends something is let through, and where the disk is
// full to its last byte a part of what was held back is given to it. Once there is room for all of it
// again, everything is let through.
//
// Threads: safe from any thread.
// Owns:    the disk.
// Units:   sizes in bytes.

#include <cstdint>
#include <memory>

#include "embedded/disk.h"
#include "kith/base/mutex.h"

namespace kith::relay {

class Reserve {
 public:
  // `bytes` 0: nothing is held back, and the disk is full when it says so.
  Reserve(std::unique_ptr<Disk> disk, std::uint64_t bytes);

  // Whether something may be written now; `ends`: it ends something.
  bool lets(bool ends) KITH_EXCLUDES(mu_);
  // The disk was full, whatever it had said before.
  void ran_out() KITH_EXCLUDES(mu_);
  // Gives a part of what is held back to the disk; false when nothing is left.
  bool give() KITH_EXCLUDES(mu_);
  // Looks again, and holds back what was given; whether there is room for everything.
  bool tend() KITH_EXCLUDES(mu_);

 private:
  std::uint64_t least() const;
  bool give_some() KITH_REQUIRES(mu_);

  const std::unique_ptr<Disk> disk_;
  const std::uint64_t bytes_;
  Mutex mu_;
  std::uint64_t held_ KITH_GUARDED_BY(mu_);
  bool full_ KITH_GUARDED_BY(mu_) = true;  // until it was looked at
};

}  // namespace kith::relay
