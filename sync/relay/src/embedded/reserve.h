#pragma once
// Reserve decides what may still be written when a disk gets full. A part of the disk is held back, and as
// much again has to be free: with less, only what ends something is let through, and where the disk is
// full to its last byte a part of what was held back is given to it. Once there is room for all of it
// again, everything is let through. Where that room turns out to be too little again and again (a compaction may
// want more than is held back), it is tried after pauses that grow to a minute, or at once when there is more of it.
//
// Threads: safe from any thread.
// Owns:    the disk.
// Units:   sizes in bytes.

#include <cstdint>
#include <memory>

#include "embedded/disk.h"
#include "kith/base/mutex.h"

namespace kith::relay {

// How much of the reserve something may use. What ends something and is long may not use up what short ends need:
// one member could write it full with long leaves of spaces that are his alone.
enum class Claim { none, half, whole };

class Reserve {
 public:
  // `bytes` 0: nothing is held back, and the disk is full when it says so.
  Reserve(std::unique_ptr<Disk> disk, std::uint64_t bytes);

  // Whether something with that claim may be written now.
  bool lets(Claim claim) KITH_EXCLUDES(mu_);
  // The disk was full, whatever it had said before.
  void ran_out() KITH_EXCLUDES(mu_);
  // Gives a part of what is held back to the disk; false when nothing is left for that claim.
  bool give(Claim claim) KITH_EXCLUDES(mu_);
  // To be called every second: looks again, and holds back what was given; whether there is room for everything.
  bool tend() KITH_EXCLUDES(mu_);

 private:
  std::uint64_t least() const;
  bool has_for(Claim claim) const KITH_REQUIRES(mu_);
  bool give_some() KITH_REQUIRES(mu_);
  bool is_too_soon(std::uint64_t free) KITH_REQUIRES(mu_);

  const std::unique_ptr<Disk> disk_;
  const std::uint64_t bytes_;
  Mutex mu_;
  std::uint64_t held_ KITH_GUARDED_BY(mu_);
  bool full_ KITH_GUARDED_BY(mu_) = true;  // until it was looked at
  std::uint64_t short_of_ KITH_GUARDED_BY(mu_) = 0;  // what was free when it ran out
  unsigned in_vain_ KITH_GUARDED_BY(mu_) = 0;        // how often it ran out with no more than that
  unsigned looked_ KITH_GUARDED_BY(mu_) = 0;         // since then
};

}  // namespace kith::relay
