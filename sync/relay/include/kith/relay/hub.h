#pragma once
// Hub tells live streams that a space has grown. It carries no entries and keeps no queue: a
// stream reads what it has not sent yet, so a slow reader costs two numbers a space.
//
// Threads: safe from any thread. A Listener is called with the hub's lock held: it returns at
//          once and never calls the hub. After remove() it is not called again.
// Owns:    nothing; a Listener removes itself before it goes.

#include <cstdint>
#include <map>
#include <set>
#include <vector>

#include "kith/base/fixed.h"
#include "kith/base/mutex.h"

namespace kith::relay {

class Listener {
 public:
  virtual ~Listener() = default;
  virtual void on_growth(const SpaceId& space) = 0;
  // Now and then, so that deadlines pass without news.
  virtual void on_tick(std::int64_t monotonic_ms) = 0;
  // Nothing more will come: the stream ends, and whoever reads it connects again later.
  virtual void on_end() = 0;
};

class Hub {
 public:
  void add(Listener& listener, const std::vector<SpaceId>& spaces);
  void remove(Listener& listener);

  void publish(const SpaceId& space);
  void tick(std::int64_t monotonic_ms);
  // Ends those that are there now; who comes later is not told.
  void end();

  std::uint32_t listeners(const SpaceId& space) const;
  std::size_t streams() const;

 private:
  mutable Mutex mu_;
  std::map<SpaceId, std::set<Listener*>> by_space_ KITH_GUARDED_BY(mu_);
  std::map<Listener*, std::vector<SpaceId>> by_listener_ KITH_GUARDED_BY(mu_);
};

}  // namespace kith::relay
