#pragma once
// Tally hears what a server does, so that its operator can be shown how busy it is. Nothing that it hears names a
// space, a person or an address.
//
// Threads: called from any thread; returns at once.
// Units:   seconds.

#include <cstddef>
#include <string_view>

namespace kith::relay {

class Tally {
 public:
  virtual ~Tally() = default;
  // A call that was answered. `method` as in the protocol; `result`: OK or the name of an error.
  virtual void answered(std::string_view method, std::string_view result, double seconds) = 0;
  // One sync of the disk: of so many spaces, with so many entries that were written, and changes that were not.
  virtual void committed(std::size_t changes, std::size_t entries, std::size_t refused, double seconds) = 0;
};

}  // namespace kith::relay
