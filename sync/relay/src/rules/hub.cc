#include "kith/relay/hub.h"

namespace kith::relay {

void Hub::add(Listener& listener, const std::vector<SpaceId>& spaces) {
  const MutexLock lock(mu_);
  for (const SpaceId& space : spaces) by_space_[space].insert(&listener);
  by_listener_[&listener] = spaces;
}

void Hub::remove(Listener& listener) {
  const MutexLock lock(mu_);
  const auto at = by_listener_.find(&listener);
  if (at == by_listener_.end()) return;
  for (const SpaceId& space : at->second) {
    const auto set = by_space_.find(space);
    if (set == by_space_.end()) continue;
    set->second.erase(&listener);
    if (set->second.empty()) by_space_.erase(set);
  }
  by_listener_.erase(at);
}

void Hub::publish(const SpaceId& space) {
  const MutexLock lock(mu_);
  const auto set = by_space_.find(space);
  if (set == by_space_.end()) return;
  for (Listener* listener : set->second) listener->on_growth(space);
}

void Hub::tick(std::int64_t monotonic_ms) {
  const MutexLock lock(mu_);
  for (const auto& [listener, spaces] : by_listener_) listener->on_tick(monotonic_ms);
}

void Hub::end() {
  const MutexLock lock(mu_);
  for (const auto& [listener, spaces] : by_listener_) listener->on_end();
}

std::uint32_t Hub::listeners(const SpaceId& space) const {
  const MutexLock lock(mu_);
  const auto set = by_space_.find(space);
  return set == by_space_.end() ? 0 : static_cast<std::uint32_t>(set->second.size());
}

std::size_t Hub::streams() const {
  const MutexLock lock(mu_);
  return by_listener_.size();
}

}  // namespace kith::relay
