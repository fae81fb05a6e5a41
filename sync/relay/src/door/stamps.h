#pragma once
// A stamp is what a relay hands out and knows again without keeping it: a moment, eight bytes that mean something to
// who asked for it, and a tag under a key that this process made when it started. So nobody fills a table by asking,
// and after a restart every stamp is void.
//
// Threads: safe from any thread.
// Owns:    the key.
// Units:   moments in monotonic milliseconds.
// Errors:  nothing for bytes that this process did not stamp for that purpose and context.

#include <optional>

#include "kith/base/clock.h"
#include "kith/base/random.h"
#include "kith/base/secret.h"
#include "kith/verify/labels.h"

namespace kith::relay {

using StampBytes = Fixed<struct StampBytesTag, 32>;  // u64 moment | 8 | tag
using StampMark = Fixed<struct StampMarkTag, 8>;

struct Stamp {
  std::int64_t at_ms = 0;
  StampMark mark;
};

class Stamps {
 public:
  Stamps(const Clock& clock, Random& random);

  std::int64_t now_ms() const { return clock_.monotonic_ms(); }
  StampBytes make(verify::Label label, const Stamp& stamp, BytesView context) const;
  std::optional<Stamp> read(verify::Label label, BytesView bytes, BytesView context) const;

 private:
  const Clock& clock_;
  Secret key_;
  std::uint64_t shift_ = 0;  // moments are shown moved by it: how long the machine runs is nobody's business
};

}  // namespace kith::relay
