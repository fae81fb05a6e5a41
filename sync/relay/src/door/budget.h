#pragma once
// A budget of so many in a day for each address: that many at once, and then as they come back, one after another.
// An IPv4 address has one of its own. An IPv6 caller has as many addresses as he likes, so that his /64 has one, and
// his /48, which one customer may have whole, four times that.
//
// Of an address one moment is kept, and only until its budget is whole again. Where too many addresses are known, those
// go first that are nearest to that.
//
// Threads: one at a time.
// Owns:    the moments; the clock outlives it.
// Units:   monotonic milliseconds.

#include <map>
#include <set>
#include <vector>

#include "kith/base/clock.h"
#include "kith/relay/address.h"

namespace kith::relay {

class Budget {
 public:
  // REQUIRES: 1 <= a_day
  Budget(const Clock& clock, std::uint64_t a_day, std::size_t most_known = 1U << 16U);

  // From now on; who has used up a share of his day has used up that share. REQUIRES: 1 <= a_day
  void set_a_day(std::uint64_t a_day);

  // How long until this address may have one; 0: now.
  std::int64_t wait_ms(const Address& address) const;
  // It had one. REQUIRES: wait_ms(address) is 0
  void take(const Address& address);

  std::size_t known() const { return whole_at_.size(); }

 private:
  // Those whose budget a caller uses: his own, and that of what he lies in.
  struct Share {
    Address key;
    std::int64_t a_day = 0;
  };
  std::vector<Share> shares_of(const Address& address) const;
  // When it would be whole again after one more.
  std::int64_t after_one(const Share& share) const;
  void forget_whole();

  const Clock& clock_;
  std::int64_t a_day_ = 1;
  const std::size_t most_known_;
  std::map<Address, std::int64_t> whole_at_;              // when each budget is whole again
  std::set<std::pair<std::int64_t, Address>> in_order_;   // the same, the nearest first
};

}  // namespace kith::relay
