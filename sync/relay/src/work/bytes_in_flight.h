#pragma once
// BytesInFlight bounds what calls keep in memory: what came and waits for its turn, and what was answered and is not
// taken yet. A caller that reads slowly, or not at all, makes its own pages shorter and then is told to come
// again; others go on.
//
// One party may have an eighth of what the others leave: one alone has an eighth of all, and twenty greedy ones leave
// a fourteenth. Whoever finds nothing left may ask who holds most: that one has to give something up (see OpenCalls).
//
// Threads: safe from any thread.
// Owns:    what it counts; it outlives what it gave.
// Units:   bytes.

#include <map>
#include <optional>

#include "kith/base/fixed.h"
#include "kith/base/mutex.h"

namespace kith::relay {

// A member's device by what its token says, an address otherwise.
using Party = Fixed<struct PartyTag, 32>;
Party party_of(BytesView whose);

class BytesInFlight {
 public:
  explicit BytesInFlight(std::uint64_t most) : most_(most) {}

  // A share of the memory, given back at its end.
  class Held {
   public:
    Held(BytesInFlight& of, const Party& party, std::uint64_t bytes) : of_(&of), party_(party), bytes_(bytes) {}
    Held(Held&& other) noexcept : of_(other.of_), party_(other.party_), bytes_(other.bytes_) { other.of_ = nullptr; }
    Held& operator=(Held&&) = delete;
    ~Held();

    std::uint64_t bytes() const { return bytes_; }
    // What it has turned out to be, more or less: nothing is refused any more.
    void settle(std::uint64_t bytes);

   private:
    BytesInFlight* of_;
    Party party_;
    std::uint64_t bytes_;
  };

  // As much as is wanted where that is no more than half of what the party may still have; otherwise that half, so that
  // its next call finds room while this one's end has not been heard of. Nothing where that is less than `least`. What
  // is wanted whole (`least` is `want`) may be all there is.
  std::optional<Held> take(const Party& party, std::uint64_t want, std::uint64_t least);
  void set_most(std::uint64_t most);
  // Who holds most.
  std::optional<Party> largest() const;
  std::uint64_t used() const;

 private:
  void change(const Party& party, std::uint64_t before, std::uint64_t after);

  mutable Mutex mu_;
  std::uint64_t most_ KITH_GUARDED_BY(mu_);
  std::uint64_t used_ KITH_GUARDED_BY(mu_) = 0;
  std::map<Party, std::uint64_t> by_party_ KITH_GUARDED_BY(mu_);
};

}  // namespace kith::relay
