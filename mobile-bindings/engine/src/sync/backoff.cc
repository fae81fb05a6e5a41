#include "kith/engine/backoff.h"

#include <algorithm>

#include "kith/base/draw.h"
#include "kith/verify/random.h"

namespace kith::engine {

Backoff::Backoff(Random* random) : random_(random != nullptr ? *random : verify::system_random()) {}

void Backoff::works(std::int64_t now) {
  if (!works_since_) works_since_ = now;
}

std::int64_t Backoff::failed(std::int64_t now) {
  if (works_since_ && now - *works_since_ >= kStoodMs) bound_ms_ = kFirstMs;
  works_since_.reset();
  const auto bound = static_cast<std::uint64_t>(bound_ms_);
  bound_ms_ = std::min(bound_ms_ * 2, kMostMs);
  return static_cast<std::int64_t>(draw_up_to(random_, bound));
}

}  // namespace kith::engine
